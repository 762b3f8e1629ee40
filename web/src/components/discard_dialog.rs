//! The question before unsaved changes are lost.

use yew::prelude::*;

use crate::platform::{events, page};
use crate::state::{Action, FileAction};

use super::handlers::{use_handlers, use_words};

/// The question before unsaved changes are lost.
#[component]
pub fn DiscardDialog() -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| page::open_dialog(&dialog));
    }
    let close = {
        let (dialog, act) = (dialog.clone(), handlers.act);
        move |actions: &[FileAction]| {
            page::close_dialog(&dialog);
            actions.iter().for_each(|action| act.emit(Action::File(action.clone())));
        }
    };
    let answer = |actions: &'static [FileAction]| {
        let close = close.clone();
        Callback::from(move |()| close(actions))
    };
    let (stay, lose) = (answer(&[FileAction::Answer(false)]), answer(&[FileAction::Answer(true)]));
    let save = answer(&[FileAction::Save, FileAction::Answer(true)]);
    html! {
        <dialog ref={dialog} class="dialog discard" aria-labelledby="discard-question" oncancel={events::instead(stay.clone())}>
            <h2 id="discard-question">{ words.say("discard-question") }</h2>
            <p>{ words.say("discard-text") }</p>
            <div class="dialog-buttons">
                <button type="button" class="primary" onclick={events::clicks(save)}>{ words.say("discard-save") }</button>
                <button type="button" onclick={events::clicks(lose)}>{ words.say("discard-lose") }</button>
                <button type="button" onclick={events::clicks(stay)}>{ words.say("discard-stay") }</button>
            </div>
        </dialog>
    }
}
