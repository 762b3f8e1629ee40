//! How numbers are shown, to be chosen or written as a code, with the active cell as it would look.

use yew::prelude::*;

use crate::platform::{events, fields};
use crate::state::number_formats::{FormatAction, USUAL};
use crate::state::{Action, PageAction};

use super::dialog::Dialog;
use super::handlers::{use_handlers, use_words};

const NAME: &str = "number-format-name";
const FAULT: &str = "number-format-fault";
const HINT: &str = "number-format-hint";

/// How numbers are shown.
#[derive(Properties, PartialEq)]
pub struct NumberFormatDialogProps {
    /// The active cell.
    pub cell: AttrValue,
    /// The code so far.
    pub text: AttrValue,
    /// How the cell would look, or why the code is none.
    pub preview: Result<AttrValue, AttrValue>,
}

/// How numbers are shown.
#[component]
pub fn NumberFormatDialog(props: &NumberFormatDialogProps) -> Html {
    let (handlers, words, field) = (use_handlers(), use_words(), use_node_ref());
    {
        let (field, text) = (field.clone(), props.text.clone());
        use_effect_with((), move |()| {
            fields::write(&field, &text);
            fields::focus(&field);
            fields::mark_all(&field);
        });
    }
    let close = handlers.page(PageAction::Close);
    let draft = handlers.on(|text| Action::Format(FormatAction::Draft(text)));
    let set = handlers.on({
        let text = props.text.to_string();
        move |()| Action::Format(FormatAction::By(text.clone()))
    });
    let usual = |(label, code): (&'static str, Option<&'static str>)| {
        let chosen = {
            let (field, draft, code) = (field.clone(), draft.clone(), code.unwrap_or_default());
            Callback::from(move |()| {
                fields::write(&field, code);
                fields::focus(&field);
                draft.emit(code.to_owned());
            })
        };
        let pressed = (props.text == code.unwrap_or_default()).to_string();
        let label = words.say(label);
        let name = label.split_once(": ").map_or(label.clone(), |(_, name)| name.to_owned());
        html! { <button type="button" aria-pressed={pressed} onclick={events::clicks(chosen)}>{ name }</button> }
    };
    let fault = props.preview.as_ref().err().cloned();
    html! {
        <Dialog class="number-format" named_by={NAME} cancelled={close.clone()}>
            <form onsubmit={events::submits(set)}>
                <h2 id={NAME}>{ words.say("format-title") }</h2>
                <div class="format-usual" role="group" aria-label={words.say("format-usual")}>{ for USUAL.into_iter().map(usual) }</div>
                <label class="prompt-line">
                    <span>{ words.say("format-label") }</span>
                    <input ref={field} class="prompt-field" type="text" autocomplete="off" spellcheck="false"
                        aria-invalid={fault.is_some().then_some("true")} aria-describedby={format!("{FAULT} {HINT}")}
                        oninput={events::typing(draft)} />
                </label>
                <p id={HINT} class="dialog-hint">{ words.say("format-hint") }</p>
                <p class="format-preview" role="status">
                    if let Ok(text) = &props.preview {
                        { words.say_with("format-preview", &[("cell", &props.cell)]) }{ " " }<b>{ text }</b>
                    }
                </p>
                <p id={FAULT} class="prompt-fault" role="alert">{ fault.unwrap_or_default() }</p>
                <div class="dialog-buttons">
                    <button type="submit" class="primary">{ words.say("dialog-ok") }</button>
                    <button type="button" onclick={events::clicks(close)}>{ words.say("dialog-cancel") }</button>
                </div>
            </form>
        </Dialog>
    }
}
