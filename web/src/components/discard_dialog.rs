//! The question before unsaved changes are lost.

use yew::prelude::*;

use crate::platform::{events, page};
use crate::state::{Action, FileAction};

use super::dialog::Dialog;
use super::handlers::{use_handlers, use_words};

/// The question before unsaved changes are lost.
#[component]
pub fn DiscardDialog() -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let close = {
        let act = handlers.act;
        move |actions: &[FileAction]| {
            // Nothing behind it can have the keyboard before.
            page::close_open_dialog();
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
        <Dialog class="discard" named_by="discard-question" cancelled={stay.clone()}>
            <h2 id="discard-question">{ words.say("discard-question") }</h2>
            <p>{ words.say("discard-text") }</p>
            <div class="dialog-buttons">
                <button type="button" class="primary" onclick={events::clicks(save)}>{ words.say("discard-save") }</button>
                <button type="button" onclick={events::clicks(lose)}>{ words.say("discard-lose") }</button>
                <button type="button" onclick={events::clicks(stay)}>{ words.say("discard-stay") }</button>
            </div>
        </Dialog>
    }
}
