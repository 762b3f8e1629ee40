//! The question before a sheet goes that holds something.

use yew::prelude::*;

use crate::platform::events;
use crate::state::sheets::SheetAction;
use crate::state::{Action, PageAction};

use super::dialog::Dialog;
use super::handlers::{use_handlers, use_words};

const NAME: &str = "delete-sheet-question";

/// The sheet in question.
#[derive(Properties, PartialEq)]
pub struct DeleteSheetDialogProps {
    pub sheet: AttrValue,
}

/// The question.
#[component]
pub fn DeleteSheetDialog(props: &DeleteSheetDialogProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let delete = handlers.on(|()| Action::Sheet(SheetAction::DeleteForGood));
    let stay = handlers.page(PageAction::Close);
    html! {
        <Dialog class="question" named_by={NAME} cancelled={stay.clone()}>
            <h2 id={NAME}>{ words.say_with("delete-sheet-question", &[("sheet", &props.sheet)]) }</h2>
            <p>{ words.say("delete-sheet-text") }</p>
            <div class="dialog-buttons">
                <button type="button" class="primary" onclick={events::clicks(delete)}>{ words.say("command-delete-sheet") }</button>
                <button type="button" onclick={events::clicks(stay)}>{ words.say("dialog-cancel") }</button>
            </div>
        </Dialog>
    }
}
