//! The field over the active cell. It has the keyboard from the start, invisible until something is typed, so that dead
//! keys, input methods and paste work from the first character.

use yew::prelude::*;

use crate::components::book_page::HINT_ID;
use crate::components::fault_message::{FAULT_ID, FaultMessage};
use crate::components::handlers::use_handlers;
use crate::components::mirror::{Pushed, use_mirror};
use crate::components::views::{Complaint, EditorView};
use crate::platform::{events, fields};
use crate::state::editor::{Field, Mode};
use crate::state::{Action, EditAction};

use super::{cell, place};

/// The field's contents and place.
#[derive(Properties, PartialEq)]
pub struct CellEditorProps {
    pub editor: EditorView,
    pub sheet: AttrValue,
    /// Whether the active cell is among the drawn ones.
    pub is_drawn: bool,
    pub place: [f64; 4],
    /// Whether the cell has several lines.
    pub is_tall: bool,
}

/// The field over the active cell.
#[component]
pub fn CellEditor(props: &CellEditorProps) -> Html {
    let handlers = use_handlers();
    let field = handlers.sheet_field.clone();
    let editor = &props.editor;
    use_text(&field, editor);
    {
        let field = field.clone();
        use_effect_with(props.place, move |at| place(&field, *at));
    }
    {
        let field = field.clone();
        use_effect_with((), move |()| fields::focus(&field));
    }
    let typed = handlers.on(|text| Action::Edit(EditAction::Typed(Field::Cell, text)));
    let address = editor.cell.to_string();
    let invalid = editor.complaint.is_some();
    let mode = match editor.mode {
        Mode::Ready => "ready",
        Mode::Enter | Mode::Edit => "typing",
    };
    html! {
        <>
        <textarea ref={field} class={classes!("cell-editor", mode, props.is_tall.then_some("tall"))} rows="1" autocomplete="off" autocapitalize="off"
            spellcheck="false" aria-label={props.sheet.clone()} aria-controls="grid" aria-describedby={HINT_ID}
            aria-activedescendant={(props.is_drawn && editor.mode == Mode::Ready).then(|| cell::id(&address))}
            aria-invalid={invalid.then_some("true")} aria-errormessage={invalid.then_some(FAULT_ID)}
            oninput={events::typing(typed)} onkeydown={events::key_presses(handlers.press)} />
        if editor.is_typed_in(Field::Cell) && invalid {
            <CellFault complaint={editor.complaint.clone()} place={props.place} />
        }
        </>
    }
}

/// What is wrong with the text, and the place of its cell.
#[derive(Properties, PartialEq)]
struct CellFaultProps {
    complaint: Option<Complaint>,
    place: [f64; 4],
}

/// The reason below the cell.
#[component]
fn CellFault(props: &CellFaultProps) -> Html {
    let frame = use_node_ref();
    {
        let frame = frame.clone();
        use_effect_with(props.place, move |at| place(&frame, *at));
    }
    html! { <div ref={frame} class="cell-fault"><FaultMessage complaint={props.complaint.clone()} /></div> }
}

/// Keeps the field like the state; when nothing is typed it is empty.
#[hook]
fn use_text(field: &NodeRef, editor: &EditorView) {
    let is_here = editor.is_typed_in(Field::Cell);
    let text = if editor.mode == Mode::Ready { String::new() } else { editor.text.clone() };
    let caret = is_here.then_some(editor.caret);
    use_mirror(field, (!is_here).then(|| text.clone()), Pushed { count: editor.pushed, text, caret });
}
