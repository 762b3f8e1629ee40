//! The sheet as it will be printed, on the screen and on paper: a plain table, which browsers divide into pages, with its
//! headings on each.

use tertial_engine::session::{CellRole, CellView};
use yew::prelude::*;

use crate::platform::keys::{Key, KeyPress};
use crate::platform::{events, fields};
use crate::state::printing::{PrintedTable, Printout, Scope, Setting};
use crate::state::{PageAction, Panel};
use crate::text::Words;

use super::dialog::Dialog;
use super::grid::cell;
use super::handlers::{use_handlers, use_words};

const NAME: &str = "printout-name";

/// A sheet as it is printed.
#[derive(Properties, PartialEq)]
pub struct PrintViewProps {
    pub printout: Printout,
}

/// The sheet as it will be printed.
#[component]
pub fn PrintView(props: &PrintViewProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let begin = use_node_ref();
    {
        let begin = begin.clone();
        use_effect_with((), move |()| fields::focus(&begin));
    }
    let (print, close) = (handlers.page(PageAction::Print), handlers.page(PageAction::Close));
    let keys = {
        let print = print.clone();
        Callback::from(move |press: KeyPress| {
            let prints = press.key == Key::Char('p') && press.ctrl;
            prints.then(|| print.emit(())).is_some()
        })
    };
    let (scope, other) = match props.printout.scope {
        Scope::Sheet => (Scope::Book, "print-whole-book"),
        Scope::Book => (Scope::Sheet, "print-one-sheet"),
    };
    let change = handlers.page(PageAction::Open(Panel::Print(scope)));
    let left_out = props.printout.left_out();
    html! {
        <Dialog class="print-view" named_by={NAME} cancelled={close.clone()}>
            <div class="print-bar" onkeydown={events::key_presses(keys)}>
                <h2 id={NAME}>{ words.say("print-name") }</h2>
                <button ref={begin} type="button" class="primary" onclick={events::clicks(print)}>{ words.say("print-begin") }</button>
                <button type="button" onclick={events::clicks(change)}>{ words.say(other) }</button>
                <button type="button" onclick={events::clicks(close)}>{ words.say("print-close") }</button>
                if left_out > 0 {
                    <p role="status">{ words.say_with("print-left-out", &[("rows", &left_out.to_string())]) }</p>
                }
                if props.printout.tables.iter().all(|table| table.rows.is_empty()) {
                    <p role="status">{ words.say("print-nothing") }</p>
                }
            </div>
            <div class="paper" tabindex="0" role="group" aria-labelledby={NAME}>
                for (index, table) in props.printout.tables.iter().enumerate() {
                    <section key={index} class={setting(table.setting)} aria-label={table.caption.clone()}>
                        { draw(table, &props.printout, words) }
                        { notes(table, &props.printout, words) }
                    </section>
                }
            </div>
        </Dialog>
    }
}

const fn setting(setting: Setting) -> &'static str {
    match setting {
        Setting::Upright => "sheet-printed",
        Setting::Lying => "sheet-printed lying",
        Setting::Small => "sheet-printed lying small",
        Setting::Smallest => "sheet-printed lying smallest",
    }
}

fn draw(table: &PrintedTable, printout: &Printout, words: Words) -> Html {
    let unit = match table.unit.as_str() {
        "kr" | "tkr" | "mnkr" => words.say_with("print-unit", &[("unit", &table.unit)]),
        _ => String::new(),
    };
    html! {
        <table class="printout">
            <caption>
                <span class="printout-title">{ &table.caption }</span>
                if !table.subtitle.is_empty() { <span>{ &table.subtitle }</span> }
                if printout.book != table.caption { <span>{ &printout.book }</span> }
                if !unit.is_empty() { <span class="printout-unit">{ unit }</span> }
            </caption>
            <thead>for (index, row) in table.headings.iter().enumerate() { { heading(index, row) } }</thead>
            <tbody>for (index, row) in table.rows.iter().enumerate() { { line(index, row) } }</tbody>
        </table>
    }
}

/// What stands under a table: rounding, source and day.
fn notes(table: &PrintedTable, printout: &Printout, words: Words) -> Html {
    let status = if printout.is_unsaved { "print-unsaved" } else { "print-saved" };
    let source = [("book", printout.book.as_str()), ("sheet", table.sheet.as_str()), ("day", printout.day.as_str())];
    html! {
        <footer class="printout-notes">
            if table.is_rounded { <p>{ words.say("print-rounded") }</p> }
            if !table.accepted.is_empty() {
                <p>{ words.say("print-accepted") }</p>
                <ul>{ for table.accepted.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            }
            <p>{ words.say_with("print-source", &source) }{ " " }{ words.say(status) }</p>
        </footer>
    }
}

fn heading(index: usize, row: &[CellView]) -> Html {
    html! { <tr key={index}>for (column, view) in row.iter().enumerate() {
        if view.text.is_empty() {
            <td key={column} class="no-heading" />
        } else {
            <th key={column} scope="col" class={cell::type_face(view)}>{ &view.text }</th>
        }
    }</tr> }
}

fn line(index: usize, row: &[CellView]) -> Html {
    html! { <tr key={index}>for (column, view) in row.iter().enumerate() {
        if view.role == CellRole::Label && !view.text.is_empty() && column == 0 {
            <th key={column} scope="row" class={cell::type_face(view)}>{ &view.text }</th>
        } else {
            <td key={column} class={cell::type_face(view)}>{ &view.text }</td>
        }
    }</tr> }
}
