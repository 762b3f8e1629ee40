//! A field that texts of cells are typed in. While a formula is typed in it, it completes from the list of proposals. It
//! stays a text field by its role: one of several lines may not be a combobox.

use yew::prelude::*;

use crate::platform::events;
use crate::state::editor::Field;

use super::fault_message::FAULT_ID;
use super::formula_help::{LIST_ID, option_id};
use super::handlers::use_handlers;
use super::views::EditorView;

/// A field and what is typed.
#[derive(Properties, PartialEq)]
pub struct TypingFieldProps {
    pub field: NodeRef,
    pub class: Classes,
    pub part: &'static str,
    pub label: AttrValue,
    /// Which of the two fields it is.
    pub of: Field,
    pub editor: EditorView,
    #[prop_or_default]
    pub focused: Option<Callback<()>>,
    /// The element that the field stands for while nothing is typed in it.
    #[prop_or_default]
    pub active: Option<String>,
    /// What the field steers while nothing is typed in it.
    #[prop_or_default]
    pub controls: Option<&'static str>,
    /// The words that explain the field.
    #[prop_or_default]
    pub described_by: Option<&'static str>,
}

/// The field.
#[component]
pub fn TypingField(props: &TypingFieldProps) -> Html {
    let handlers = use_handlers();
    let editor = &props.editor;
    let is_here = editor.is_typed_in(props.of);
    let completes = is_here && editor.is_formula;
    let list = editor.list.as_ref().filter(|_| is_here);
    let invalid = editor.complaint.is_some();
    let active = list.map(|list| option_id(list.chosen)).or_else(|| props.active.clone());
    html! {
        <textarea ref={props.field.clone()} class={props.class.clone()} data-part={props.part} rows="1" autocomplete="off"
            autocapitalize="off" spellcheck="false" aria-label={props.label.clone()}
            aria-autocomplete={completes.then_some("list")} aria-haspopup={completes.then_some("listbox")}
            aria-controls={if list.is_some() { Some(LIST_ID) } else { props.controls }}
            aria-activedescendant={active} aria-describedby={props.described_by}
            aria-invalid={invalid.then_some("true")} aria-errormessage={invalid.then_some(FAULT_ID)}
            oninput={events::typing(handlers.typing(props.of))} onfocus={props.focused.clone().map(events::focusing)}
            onkeydown={events::key_presses(handlers.press)} />
    }
}
