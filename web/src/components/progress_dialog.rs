//! How far long work has come, with a way to give it up. It has the keyboard at once and is seen only after a moment, so
//! that what is done soon does not flicker. Keys are kept for when the work is done; only Escape gives it up.

use tertial_engine::session::job::{Part, Stage};
use yew::prelude::*;

use crate::platform::keys::KeyPress;
use crate::platform::{events, fields};
use crate::state::{Action, WorkAction, work};

use super::dialog::Dialog;
use super::handlers::{use_handlers, use_words};

/// How far it has come.
#[derive(Properties, PartialEq)]
pub struct ProgressProps {
    pub part: Part,
}

/// How far long work has come.
#[component]
pub fn ProgressDialog(props: &ProgressProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let heading = use_node_ref();
    {
        // Keys pressed in haste must not meet the button.
        let heading = heading.clone();
        use_effect_with((), move |()| fields::focus(&heading));
    }
    let act = handlers.act.clone();
    let ahead = Callback::from(move |press: KeyPress| {
        let is_kept = work::keeps(press);
        is_kept.then(|| act.emit(Action::Work(WorkAction::Ahead(press)))).is_some()
    });
    let cancel = Callback::from(move |()| handlers.act.emit(Action::Work(WorkAction::Cancel)));
    let stage = match props.part.stage {
        Stage::Reading => "progress-reading",
        Stage::Writing => "progress-writing",
        Stage::Calculating => "progress-calculating",
        Stage::TakingBack => "progress-taking-back",
    };
    let percent = (props.part.done * 100 / props.part.total.max(1)).min(100).to_string();
    html! {
        <Dialog class="progress" named_by="progress-stage" cancelled={cancel.clone()}>
            <h2 ref={heading} id="progress-stage" tabindex="-1" onkeydown={events::key_presses(ahead)}>
                <span role="status">{ words.say(stage) }</span>
            </h2>
            <progress max="100" value={percent.clone()} aria-labelledby="progress-stage"
                aria-valuetext={words.say_with("progress-percent", &[("percent", &percent)])} />
            <p class="progress-percent" aria-hidden="true">{ words.say_with("progress-percent", &[("percent", &percent)]) }</p>
            <div class="dialog-buttons">
                <button type="button" disabled={props.part.stage == Stage::TakingBack} onclick={events::clicks(cancel)}>
                    { words.say("progress-cancel") }
                </button>
            </div>
        </Dialog>
    }
}
