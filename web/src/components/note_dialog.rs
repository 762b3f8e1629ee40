//! The note of a cell, to be read and written.

use yew::prelude::*;

use crate::platform::keys::{Key, KeyPress};
use crate::platform::{events, fields};
use crate::state::{Action, EditAction, PageAction};

use super::dialog::Dialog;
use super::handlers::{use_handlers, use_words};

const NAME: &str = "note-name";
const HINT: &str = "note-hint";

/// The note of a cell.
#[derive(Properties, PartialEq)]
pub struct NoteDialogProps {
    /// The cell's address.
    pub cell: AttrValue,
    /// The words of its note, empty without one.
    pub text: AttrValue,
    /// Who wrote it, and when.
    pub signature: AttrValue,
    /// The name under which notes are written.
    pub author: AttrValue,
}

/// The note of a cell.
#[component]
pub fn NoteDialog(props: &NoteDialogProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let (field, text) = (use_node_ref(), use_state(|| props.text.to_string()));
    let author = use_state(|| props.author.to_string());
    {
        let (field, text) = (field.clone(), props.text.clone());
        use_effect_with((), move |()| {
            fields::write(&field, &text);
            fields::focus(&field);
        });
    }
    let close = handlers.page(PageAction::Close);
    let annotate = {
        let author = author.clone();
        handlers.on(move |text| Action::Edit(EditAction::Annotate { text, author: (*author).clone() }))
    };
    let save = {
        let (annotate, text) = (annotate.clone(), text.clone());
        Callback::from(move |()| annotate.emit((*text).clone()))
    };
    let keys = {
        let save = save.clone();
        Callback::from(move |press: KeyPress| {
            let saves = press.key == Key::Enter && press.ctrl;
            saves.then(|| save.emit(())).is_some()
        })
    };
    html! {
        <Dialog class="note" named_by={NAME} cancelled={close.clone()}>
            <h2 id={NAME}>{ words.say_with("note-on", &[("cell", &props.cell)]) }</h2>
            <textarea ref={field} class="note-field" rows="6" aria-labelledby={NAME} aria-describedby={HINT}
                oninput={events::typing(Callback::from(move |typed| text.set(typed)))}
                onkeydown={events::field_key_presses(keys.clone())} />
            <label class="prompt-line">
                <span>{ words.say("note-author") }</span>
                <input class="prompt-field" type="text" autocomplete="name" data-part="note-author" value={(*author).clone()}
                    oninput={events::typing(Callback::from(move |typed| author.set(typed)))}
                    onkeydown={events::field_key_presses(keys)} />
            </label>
            if !props.signature.is_empty() { <p class="dialog-hint">{ props.signature.clone() }</p> }
            <p id={HINT} class="dialog-hint">{ words.say("note-hint") }</p>
            <div class="dialog-buttons">
                <button type="button" class="primary" onclick={events::clicks(save)}>{ words.say("note-save") }</button>
                if !props.text.is_empty() {
                    <button type="button" onclick={events::clicks(annotate.reform(|()| String::new()))}>
                        { words.say("note-remove") }
                    </button>
                }
                <button type="button" onclick={events::clicks(close)}>{ words.say("note-cancel") }</button>
            </div>
        </Dialog>
    }
}
