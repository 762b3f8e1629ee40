//! The field over the active cell. It has the keyboard from the start, invisible until something is typed, so that dead
//! keys, input methods and paste work from the first character.

use yew::prelude::*;

use crate::components::book_page::HINT_ID;
use crate::components::coloured_text::ColouredText;
use crate::components::formula_help::FormulaHelp;
use crate::components::handlers::use_handlers;
use crate::components::mirror::{Pushed, use_mirror};
use crate::components::typing_field::TypingField;
use crate::components::views::EditorView;
use crate::platform::fields;
use crate::platform::style::{self, pixels};
use crate::state::editor::{Field, Mode};

use super::{cell, place};

/// The field's contents and place.
#[derive(Properties, PartialEq)]
pub struct CellEditorProps {
    pub editor: EditorView,
    pub sheet: AttrValue,
    /// Whether the active cell is among the drawn ones.
    pub is_drawn: bool,
    pub place: [f64; 4],
    /// Room to the right of the field's left edge and below its bottom edge, in pixels.
    pub room: [f64; 2],
    /// Whether the cell has several lines.
    pub is_tall: bool,
}

/// Room that help needs below the field; with less it stands above, in pixels.
const HELP_HEIGHT: f64 = 300.0;
/// Room that help needs beside the field's left edge; with less it is moved to the left, in pixels.
const HELP_WIDTH: f64 = 450.0;

/// The field over the active cell.
#[component]
pub fn CellEditor(props: &CellEditorProps) -> Html {
    let (field, frame) = (use_handlers().sheet_field, use_node_ref());
    let editor = &props.editor;
    use_text(&field, editor);
    {
        let (frame, [width, _]) = (frame.clone(), props.room);
        use_effect_with((props.place, props.room), move |(at, _)| {
            place(&frame, *at);
            let shift = (HELP_WIDTH - width).clamp(0.0, HELP_WIDTH);
            style::set(&frame, &[("--room", pixels(width)), ("--shift", pixels(-shift))]);
        });
    }
    {
        let field = field.clone();
        use_effect_with((), move |()| fields::focus(&field));
    }
    let is_typing = editor.mode != Mode::Ready;
    let address = editor.cell.to_string();
    let look = classes!(
        "cell-editor",
        if is_typing { "typing" } else { "ready" },
        props.is_tall.then_some("tall"),
        (is_typing && editor.is_formula).then_some("formula"),
        editor.complaint.as_ref().map(|_| "wrong"),
        editor.is_elsewhere.then_some("elsewhere"),
        (props.room[1] < HELP_HEIGHT && props.place[1] > HELP_HEIGHT).then_some("low"),
    );
    html! {
        <div ref={frame} class={look}>
            <div class={classes!("typing-box", (is_typing && editor.is_formula).then_some("formula"))}>
                <ColouredText segments={editor.segments.clone()} />
                <TypingField field={field} class="cell-field" part="cell-field" label={props.sheet.clone()} of={Field::Cell}
                    editor={editor.clone()} active={(props.is_drawn && !is_typing).then(|| cell::id(&address))}
                    controls="grid" described_by={HINT_ID} />
            </div>
            <div>if editor.is_typed_in(Field::Cell) && !editor.is_elsewhere { <FormulaHelp editor={editor.clone()} /> }</div>
        </div>
    }
}

/// Keeps the field like the state; when nothing is typed it is empty.
#[hook]
fn use_text(field: &NodeRef, editor: &EditorView) {
    let is_here = editor.is_typed_in(Field::Cell);
    let text = if editor.mode == Mode::Ready { String::new() } else { editor.text.clone() };
    let caret = is_here.then_some(editor.caret);
    use_mirror(field, (!is_here).then(|| text.clone()), Pushed { count: editor.pushed, text, caret });
}
