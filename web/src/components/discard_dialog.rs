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
    let stay = handlers.file(FileAction::Answer(false));
    let lose = handlers.file(FileAction::Answer(true));
    let save = {
        let act = handlers.act.clone();
        Callback::from(move |()| {
            act.emit(Action::File(FileAction::Save));
            act.emit(Action::File(FileAction::Answer(true)));
        })
    };
    html! {
        <dialog ref={dialog} class="dialog" aria-labelledby="discard-question" oncancel={events::instead(stay.clone())}>
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
