//! A cell of the grid. Its text is exactly what is seen; everything else is told by classes.

use tertial_engine::session::{Address, Alignment, Borders, CellRole, CellView, Emphasis, Sign, Tone};
use yew::prelude::*;

use crate::state::fit::Fit;

use super::filter_button::{FilterButton, ListButton};

/// What is marked about a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    pub selected: bool,
    pub active: bool,
}

/// Stands for a number that has no room.
const CROWDED: &str = "####";

/// Draws a cell.
pub fn draw(sheet: &str, (row, column): (u32, u32), view: &CellView, fit: Fit, marks: Marks) -> Html {
    let address = Address::new(row, column).to_string();
    let text = if fit == Fit::Crowded { CROWDED.to_owned() } else { view.text.clone() };
    let whole = matches!(fit, Fit::Crowded | Fit::Cut | Fit::Wrapped).then(|| view.text.clone());
    let note = view.note.iter().flat_map(|note| [&note.text, &note.signature]).filter(|text| !text.is_empty()).cloned();
    let hover: Vec<String> = whole.into_iter().chain(note).collect();
    html! {
        <div key={column} id={marks.active.then(|| id(&address))} class={look(view, fit, marks)} role="gridcell"
            data-cell={format!("{sheet}!{address}")} aria-colindex={(column + 1).to_string()}
            aria-readonly={view.is_locked.to_string()} aria-selected={if marks.selected { "true" } else { "false" }} title={(!hover.is_empty()).then(|| hover.join("\n\n"))}>
            { text }
            if view.has_list && marks.active && view.filter.is_none() { <ListButton /> }
            if let Some(is_asked) = view.filter { <FilterButton {column} heading={view.text.clone()} {is_asked} /> }
        </div>
    }
}

/// The name of the active cell's element.
pub fn id(address: &str) -> String {
    format!("cell-{address}")
}

/// How a cell's text stands out wherever it is shown.
pub fn type_face(view: &CellView) -> Classes {
    let mut face = classes!(alignment(view.alignment), tone(view.tone), emphasis(view.emphasis));
    if let Some(style) = &view.style {
        face.push(style.words());
        face.push(style.fill.map(|_| "filled"));
    }
    face
}

fn look(view: &CellView, fit: Fit, marks: Marks) -> Classes {
    let mut look = classes!("cell", role(view.role), type_face(view));
    look.push(fit_class(fit));
    look.push(indent(view.indent));
    look.push(view.style.as_ref().filter(|style| style.borders != Borders::default()).map(|_| "lined"));
    look.push(view.error.map(|_| "error"));
    look.push(view.filter.map(|_| "has-filter"));
    look.push(view.is_locked.then_some("locked"));
    look.push((view.has_list && marks.active).then_some("has-filter"));
    look.push(view.note.as_ref().map(|_| "noted"));
    look.push(marks.selected.then_some("selected"));
    look.push(marks.active.then_some("active"));
    look
}

/// The class of a sign.
pub const fn sign(sign: Sign) -> &'static str {
    match sign {
        Sign::Red => "signed-red",
        Sign::Yellow => "signed-yellow",
        Sign::Green => "signed-green",
        Sign::Blue => "signed-blue",
        Sign::GreenLight => "signed-green-light",
        Sign::YellowLight => "signed-yellow-light",
        Sign::RedLight => "signed-red-light",
        Sign::Up => "signed-arrow-up",
        Sign::Level => "signed-arrow-level",
        Sign::Down => "signed-arrow-down",
    }
}

/// The class of so many steps to the right.
fn indent(steps: u8) -> Option<&'static str> {
    const STEPS: [&str; 9] =
        ["indent-1", "indent-2", "indent-3", "indent-4", "indent-5", "indent-6", "indent-7", "indent-8", "indent-9"];
    STEPS[..usize::from(steps).min(STEPS.len())].last().copied()
}

const fn role(role: CellRole) -> &'static str {
    match role {
        CellRole::Free => "",
        CellRole::Title => "title",
        CellRole::Subtitle => "subtitle",
        CellRole::Header => "header",
        CellRole::Label => "label",
        CellRole::Input => "input",
        CellRole::Computed => "computed",
    }
}

const fn alignment(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::Start => "",
        Alignment::Center => "center",
        Alignment::End => "end",
    }
}

const fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral => "",
        Tone::Surplus => "surplus",
        Tone::Deficit => "deficit",
        Tone::Signed(of) => sign(of),
    }
}

const fn emphasis(emphasis: Emphasis) -> &'static str {
    match emphasis {
        Emphasis::Normal => "",
        Emphasis::Sum => "sum",
        Emphasis::Subtotal => "subtotal",
        Emphasis::OfWhich => "of-which",
        Emphasis::Heading => "heading",
    }
}

const fn fit_class(fit: Fit) -> &'static str {
    match fit {
        Fit::Inside | Fit::Cut => "",
        Fit::Crowded => "crowded",
        Fit::Wrapped => "wrapped",
        Fit::Over => "over",
        Fit::Covered => "covered",
    }
}
