//! A page with a small book on a small screen, for tests.

use tertial_engine::session::{Address, Environment, Locale, Session, Still};

use crate::platform::measure::Size;
use crate::platform::ruler::Face;

use super::editor::Field;
use super::viewport::Metrics;
use super::{Action, EditAction, Effect, FileAction, SelectAction, State, ViewAction, Workspace};

fn world() -> Box<dyn Environment> {
    Box::new(Still { now: 43_708.0 })
}

fn ruler(text: &str, _: Face) -> f64 {
    text.chars().count() as f64 * 8.0
}

/// The start page.
pub fn start() -> State {
    State::new(Locale::Swedish, world, ruler)
}

/// A page with an empty book, seen through a window of twenty rows.
pub fn empty() -> State {
    let mut state = start();
    state.update(Action::File(FileAction::New));
    let metrics = Metrics { row: 24.0, line: 20.0, digit: 8.0, header_height: 26.0, header_width: 50.0 };
    let size = Size { width: 850.0, height: 26.0 + 480.0 };
    state.update(Action::View(ViewAction::Resized { size, metrics }));
    state
}

/// A page with a small report.
pub fn koping() -> State {
    let mut state = empty();
    let file = include_bytes!("../../../www/templates/koping/01-driftredovisning.tertial");
    state.update(Action::File(FileAction::Chosen(file.to_vec())));
    state
}

/// A page with budgets, forecasts, their differences in rows 2 to 4, and sums in row 5; saved.
pub fn budget() -> State {
    let mut state = empty();
    let rows = [
        ["Verksamhet", "Budget", "Prognos", "Avvikelse"],
        ["Personal", "13741", "13541", "=B2-C2"],
        ["Lokaler", "2000", "2150", "=B3-C3"],
        ["IT", "1200", "1200", "=B4-C4"],
        ["Summa", "=SUMMA(B2:B4)", "=SUMMA(C2:C4)", "=B5-C5"],
    ];
    for (row, texts) in rows.iter().enumerate() {
        for (column, text) in texts.iter().enumerate() {
            select(&mut state, &Address::new(row as u32, column as u32).to_string());
            type_in(&mut state, text);
        }
    }
    state.update(Action::File(FileAction::Save));
    select(&mut state, "A1");
    state
}

/// The bytes of a book's file.
pub fn file() -> Vec<u8> {
    let mut session = Session::new(world());
    let place = Address::new(0, 0).on(session.sheets()[0].id);
    session.enter(place, "Ur filen").expect("a text can be entered");
    session.save()
}

/// Types a text into the active cell and enters it.
pub fn type_in(state: &mut State, text: &str) -> Vec<Effect> {
    state.update(Action::Edit(EditAction::Typed(Field::Cell, text.to_owned())));
    state.update(Action::Edit(EditAction::Commit(None)))
}

/// Goes to a cell by the name box.
pub fn select(state: &mut State, name: &str) {
    state.update(Action::Select(SelectAction::Named(name.to_owned())));
}

/// The open book.
pub fn workspace(state: &State) -> &Workspace {
    state.workspace.as_ref().expect("a book is open")
}

/// What a cell shows, with plain spaces and minus signs.
pub fn shown(state: &State, cell: &str) -> String {
    let text = workspace(state).document.cell(Address::parse(cell).expect("it is the address of a cell")).text;
    text.replace('\u{a0}', " ").replace('\u{2212}', "-")
}

/// The selected cells.
pub fn selected(state: &State) -> String {
    workspace(state).selection.range.to_string()
}
