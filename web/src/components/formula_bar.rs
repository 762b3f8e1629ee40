//! The formula bar: shows what stands in the active cell, and takes what is typed instead. A text that cannot be entered
//! stays as it is, with its faulty part marked and the reason below.

use yew::prelude::*;

use crate::platform::events;
use crate::state::editor::{Field, Mode};
use crate::state::{Action, EditAction};

use super::fault_message::{FAULT_ID, FaultMessage};
use super::handlers::{use_handlers, use_words};
use super::mirror::{Pushed, use_mirror};
use super::views::{Complaint, EditorView};

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
    let typed = handlers.on(|text| Action::Edit(EditAction::Typed(Field::Bar, text)));
    let begin = handlers.on(|()| Action::Edit(EditAction::Begin(Field::Bar)));
    let complaint = &editor.complaint;
    html! {
        <div class={classes!("formula-field", (editor.mode != Mode::Ready).then_some("typing"))}>
            <span class="formula-sign" aria-hidden="true">{ "fx" }</span>
            <div class="formula-text">
                <FaultMark complaint={complaint.clone()} />
                <input ref={field} class="formula-bar" data-part="formula-bar" type="text" autocomplete="off"
                    spellcheck="false" aria-label={words.say("formula-bar")}
                    aria-invalid={complaint.as_ref().map(|_| "true")}
                    aria-errormessage={complaint.as_ref().map(|_| FAULT_ID)}
                    oninput={events::typing(typed)} onfocus={events::focusing(begin)}
                    onkeydown={events::key_presses(handlers.press.clone())} />
            </div>
            if is_here { <FaultMessage complaint={complaint.clone()} /> }
        </div>
    }
}

/// What is wrong with the text.
#[derive(Properties, PartialEq)]
pub struct FaultMarkProps {
    pub complaint: Option<Complaint>,
}

/// A copy of the text behind the field, invisible but for the line below its faulty part.
#[component]
pub fn FaultMark(props: &FaultMarkProps) -> Html {
    let fault = props.complaint.as_ref().and_then(|complaint| complaint.fault.clone());
    let Some((before, fault, after)) = fault else { return Html::default() };
    html! { <div class="fault-mark" aria-hidden="true">{ before }<mark>{ fault }</mark>{ after }</div> }
}
