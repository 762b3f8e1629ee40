//! The sheet as it will be printed, on the screen and on paper: a plain table, which browsers divide into pages, with its
//! headings on each.

use tertial_engine::session::CellView;
use yew::prelude::*;

use crate::platform::keys::{Key, KeyPress};
use crate::platform::{events, fields};
use crate::state::PageAction;
use crate::state::printing::Printout;

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
    html! {
        <Dialog class="print-view" named_by={NAME} cancelled={close.clone()}>
            <div class="print-bar" onkeydown={events::key_presses(keys)}>
                <h2 id={NAME}>{ words.say("print-name") }</h2>
                <button ref={begin} type="button" class="primary" onclick={events::clicks(print)}>{ words.say("print-begin") }</button>
                <button type="button" onclick={events::clicks(close)}>{ words.say("print-close") }</button>
                if props.printout.left_out > 0 {
                    <p role="status">{ words.say_with("print-left-out", &[("rows", &props.printout.left_out.to_string())]) }</p>
                }
            </div>
            <div class="paper" tabindex="0" role="group" aria-labelledby={NAME}>{ table(&props.printout) }</div>
        </Dialog>
    }
}

fn table(printout: &Printout) -> Html {
    html! {
        <table class="printout">
            <caption>
                <span class="printout-title">{ &printout.caption }</span>
                if !printout.subtitle.is_empty() { <span>{ &printout.subtitle }</span> }
                if printout.book != printout.caption { <span>{ &printout.book }</span> }
            </caption>
            <thead>for (index, row) in printout.headings.iter().enumerate() { { heading(index, row) } }</thead>
            <tbody>for (index, row) in printout.rows.iter().enumerate() { { line(index, row) } }</tbody>
        </table>
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
        <td key={column} class={cell::type_face(view)}>{ &view.text }</td>
    }</tr> }
}
