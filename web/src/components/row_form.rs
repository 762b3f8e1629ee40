//! A row as a form: the label, and each column's heading with a field to fill in. It needs no room beside itself, so it
//! works on a telephone and on a page enlarged four times.

use yew::prelude::*;

use crate::platform::keys::{Key, KeyPress};
use crate::platform::{events, fields};
use crate::state::movement::{Direction, Motion, Step};
use crate::state::row_form::{FormAction, FormField, RowForm};
use crate::state::{Action, PageAction, SelectAction};

use super::dialog::Dialog;
use super::grid::{cell, headers};
use super::handlers::{use_handlers, use_words};

const NAME: &str = "row-form-name";
const FAULT: &str = "row-form-fault";

/// The form's contents.
#[derive(Properties, PartialEq)]
pub struct RowFormProps {
    pub form: RowForm,
    /// Why the last entry was refused.
    pub refused: Option<AttrValue>,
}

/// A row as a form.
#[component]
pub fn RowFormDialog(props: &RowFormProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let RowForm { row, rows, label, fields } = &props.form;
    let close = handlers.page(PageAction::Close);
    let go = |direction| handlers.on(move |()| Action::Select(SelectAction::Go(Step::Move(Motion::Step(direction)))));
    let (up, down) = (go(Direction::Up), go(Direction::Down));
    let keys = {
        let (up, down) = (up.clone(), down.clone());
        Callback::from(move |press: KeyPress| {
            let go = match press.key {
                Key::PageUp => &up,
                Key::PageDown => &down,
                _ => return false,
            };
            go.emit(());
            true
        })
    };
    let number = (row + 1).to_string();
    let title = if label.is_empty() { words.say_with("row-form-row", &[("row", &number)]) } else { label.clone() };
    html! {
        <Dialog class="row-form" named_by={NAME} cancelled={close.clone()}>
            <h2 id={NAME}>{ title }</h2>
            <p class="dialog-hint" role="status">
                { words.say_with("row-form-place", &[("row", &number), ("rows", &rows.to_string())]) }
            </p>
            <p id={FAULT} class="prompt-fault" role="alert">{ props.refused.clone().unwrap_or_default() }</p>
            <div class="form-lines" onkeydown={events::key_presses(keys)}>
                for (index, field) in fields.iter().enumerate() {
                    <FormLine key={field.cell.to_string()} field={field.clone()} is_first={index == 0} is_wrong={props.refused.is_some()} />
                }
            </div>
            <div class="dialog-buttons">
                <button type="button" disabled={*row == 0} onclick={events::clicks(up)}>{ words.say("row-form-previous") }</button>
                <button type="button" onclick={events::clicks(down)}>{ words.say("row-form-next") }</button>
                <button type="button" class="primary" onclick={events::clicks(close)}>{ words.say("dismiss") }</button>
            </div>
        </Dialog>
    }
}

/// One column of the row.
#[derive(Properties, PartialEq)]
struct FormLineProps {
    field: FormField,
    is_first: bool,
    is_wrong: bool,
}

#[component]
fn FormLine(props: &FormLineProps) -> Html {
    let (handlers, words, input) = (use_handlers(), use_words(), use_node_ref());
    let FormField { cell, heading, source, view } = &props.field;
    {
        let input = input.clone();
        use_effect_with((*cell, source.clone()), move |(_, source)| fields::write(&input, source));
    }
    {
        let (input, is_first) = (input.clone(), props.is_first);
        use_effect_with((), move |()| {
            if is_first {
                fields::focus(&input);
            }
        });
    }
    let column = cell.column;
    let enter = handlers.on(move |text| Action::Form(FormAction::Enter { column, text }));
    let letters = headers::letters(column);
    let heading =
        if heading.is_empty() { words.say_with("row-form-column", &[("column", &letters)]) } else { heading.clone() };
    html! {
        <label class="form-line">
            <span class="form-heading">{ heading }</span>
            <input ref={input} class={classes!("prompt-field", cell::type_face(view))} type="text" autocomplete="off"
                spellcheck="false" data-column={letters} onchange={events::entries(enter)}
                aria-describedby={props.is_wrong.then_some(FAULT)} />
            if view.is_formula { <output class={classes!("form-result", cell::type_face(view))}>{ view.text.clone() }</output> }
        </label>
    }
}
