//! How far long work has come, with a way to give it up. It has the keyboard at once and is seen only after a moment, so
//! that what is done soon does not flicker.

use tertial_engine::session::job::{Part, Stage};
use yew::prelude::*;

use crate::platform::events;
use crate::state::{Action, WorkAction};

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
    let cancel = Callback::from(move |()| handlers.act.emit(Action::Work(WorkAction::Cancel)));
    let stage = match props.part.stage {
        Stage::Writing => "progress-writing",
        Stage::Calculating => "progress-calculating",
        Stage::TakingBack => "progress-taking-back",
    };
    let percent = (props.part.done * 100 / props.part.total.max(1)).min(100).to_string();
    html! {
        <Dialog class={classes!("progress")} named_by="progress-stage" cancelled={cancel.clone()}>
            <h2 id="progress-stage" role="status">{ words.say(stage) }</h2>
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
