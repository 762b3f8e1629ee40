//! The formula bar: shows what stands in the active cell, and takes what is typed instead. A text that cannot be entered
//! stays as it is, with its faulty part marked and the reason below.

use yew::prelude::*;

use crate::state::editor::{Field, Mode};
use crate::state::{Action, EditAction};

use super::coloured_text::ColouredText;
use super::formula_help::FormulaHelp;
use super::handlers::{use_handlers, use_words};
use super::mirror::{Pushed, use_mirror};
use super::typing_field::TypingField;
use super::views::EditorView;

/// The text to show.
#[derive(Properties, PartialEq)]
pub struct FormulaBarProps {
    pub editor: EditorView,
}

/// The formula bar.
#[component]
pub fn FormulaBar(props: &FormulaBarProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let field = use_node_ref();
    let editor = &props.editor;
    let is_here = editor.is_typed_in(Field::Bar);
    let pushed = Pushed { count: editor.pushed, text: editor.text.clone(), caret: is_here.then_some(editor.caret) };
    use_mirror(&field, (!is_here).then(|| editor.text.clone()), pushed);
    let begin = handlers.on(|()| Action::Edit(EditAction::Begin(Field::Bar)));
    // The field over the cells is not seen while another sheet is shown; the bar stands in for it.
    let is_open = is_here || editor.is_elsewhere;
    let is_typing = editor.mode != Mode::Ready;
    html! {
        <div class={classes!("formula-field", is_typing.then_some("typing"))}>
            <span class="formula-sign" aria-hidden="true">{ "fx" }</span>
            <div class={classes!("formula-text", is_open.then_some("here"), editor.is_elsewhere.then_some("elsewhere"))}>
                <div class="bar-opening">
                    <div class={classes!("typing-box", (is_typing && editor.is_formula).then_some("formula"))}>
                        <ColouredText segments={editor.segments.clone()} />
                        <TypingField field={field} class="formula-bar" part="formula-bar" label={words.say("formula-bar")}
                            of={Field::Bar} editor={editor.clone()} focused={begin} />
                    </div>
                    <div class="bar-help">if is_open { <FormulaHelp editor={editor.clone()} /> }</div>
                </div>
            </div>
        </div>
    }
}
