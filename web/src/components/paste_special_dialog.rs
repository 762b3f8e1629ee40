//! What is pasted, and how, to be chosen. The keys for pasting work in it as well, since not every browser lets a button
//! have the clipboard.

use tertial_engine::session::{Part, PasteManner};
use yew::prelude::*;

use crate::platform::clipboard::{self, Incoming};
use crate::platform::events;
use crate::state::action::ClipAction;
use crate::state::{Action, PageAction};

use super::dialog::Dialog;
use super::handlers::{use_handlers, use_words};

const NAME: &str = "paste-special";

const PARTS: [(Part, &str); 5] = [
    (Part::All, "paste-all"),
    (Part::Formulas, "paste-formulas"),
    (Part::Values, "paste-values"),
    (Part::ValuesAndFormats, "paste-values-and-formats"),
    (Part::Formats, "paste-formats"),
];

/// What is pasted, and how.
#[component]
pub fn PasteSpecialDialog() -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let manner = use_state(PasteManner::default);
    let set = |changed: PasteManner| {
        let manner = manner.clone();
        events::choices(Callback::from(move |()| manner.set(changed)))
    };
    let part = |(part, label): (Part, &str)| {
        html! {
            <label class="choice">
                <input type="radio" name="paste-part" checked={manner.part == part} onchange={set(PasteManner { part, ..*manner })} />
                { words.say(label) }
            </label>
        }
    };
    let option = |checked: bool, changed: PasteManner, label: &str| {
        html! {
            <label class="choice"><input type="checkbox" {checked} onchange={set(changed)} />{ words.say(label) }</label>
        }
    };
    let PasteManner { transposed, skips_blanks, .. } = *manner;
    let close = handlers.page(PageAction::Close);
    let paste = {
        let manner = *manner;
        handlers.on(move |()| Action::Clip(ClipAction::Fetch(manner)))
    };
    let pasted = {
        let (act, manner) = (handlers.act, *manner);
        Callback::from(move |incoming: Incoming| {
            act.emit(Action::Clip(ClipAction::PasteInDialog(manner, incoming)));
            true
        })
    };
    html! {
        <Dialog class="paste-special" named_by={NAME} cancelled={close.clone()}>
            <form onpaste={clipboard::pastes(pasted)} onsubmit={events::submits(paste)}>
                <h2 id={NAME}>{ words.say("paste-special") }</h2>
                <fieldset><legend>{ words.say("paste-what") }</legend>{ for PARTS.into_iter().map(part) }</fieldset>
                <fieldset>
                    <legend>{ words.say("paste-how") }</legend>
                    { option(transposed, PasteManner { transposed: !transposed, ..*manner }, "paste-transposed") }
                    { option(skips_blanks, PasteManner { skips_blanks: !skips_blanks, ..*manner }, "paste-skip-blanks") }
                </fieldset>
                <p class="dialog-hint">{ words.say("paste-keys-hint") }</p>
                <div class="dialog-buttons">
                    <button type="submit" class="primary">{ words.say("paste-do") }</button>
                    <button type="button" onclick={events::clicks(close)}>{ words.say("paste-give-up") }</button>
                </div>
            </form>
        </Dialog>
    }
}
