//! The selected cells as text and as a table for other programs.

use tertial_engine::session::pasting::{self, Detail};
use tertial_engine::session::{Address, Alignment, CellView};

use crate::platform::clipboard::Copied;

use super::Workspace;
use super::areas::Areas;
use super::clip;
use super::copied_html::{self, CopiedCell, Frame};

/// More cells than this are copied as text alone; no word processor would take such a table.
const MOST_IN_TABLE: u64 = 200_000;

/// What other programs are to have of some cells, under a name.
pub fn copied(workspace: &Workspace, areas: Areas, own: String, language: &str) -> Copied {
    let areas = areas.within(workspace.document.session.extent(workspace.document.sheet));
    let is_one = areas.is_one();
    let text = clip::write(areas.each_row().map(|row| {
        let cells = areas.each_column().map(|column| Address::new(row, column));
        cells.map(|at| text(workspace, &cell(workspace, at, is_one), at)).collect()
    }));
    let html = (areas.count() <= MOST_IN_TABLE).then(|| {
        let rows = areas.each_row().map(|row| {
            let cells = areas.each_column().map(|column| Address::new(row, column));
            cells.map(|at| cell(workspace, at, is_one)).collect()
        });
        let origin = Address::new(areas.rows[0].0, areas.columns[0].0);
        copied_html::write(&Frame { own: &own, origin, language }, rows)
    });
    Copied { text, html, own }
}

/// A cell; among several rectangles it brings no formula, which would read other cells than it does here.
fn cell(workspace: &Workspace, cell: Address, is_one: bool) -> CopiedCell {
    let place = workspace.document.place(cell);
    let session = &workspace.document.session;
    let detail = pasting::detail(session, place);
    let detail = if is_one { detail } else { Detail { formula: None, ..detail } };
    CopiedCell { view: session.cell(place), detail }
}

/// What was typed, or what a formula shows.
fn text(workspace: &Workspace, cell: &CopiedCell, at: Address) -> String {
    let CopiedCell { view, detail } = cell;
    match (view, detail) {
        (_, Detail { is_text: true, .. }) => view.text.clone(),
        (CellView { is_formula: false, .. }, _) => workspace.document.source(at),
        (CellView { alignment: Alignment::End, .. }, _) => plain_number(&view.text),
        _ => view.text.clone(),
    }
}

/// A shown number as other programs read it: without group signs and with a plain minus.
fn plain_number(text: &str) -> String {
    let bare = text.trim_start_matches('+').chars().filter(|sign| !matches!(sign, '\u{a0}' | '\u{202f}'));
    bare.map(|sign| if sign == '\u{2212}' { '-' } else { sign }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::editor::Field;
    use super::super::sample::{budget, select, type_in};
    use super::super::{Action, EditAction, State, clipboard};
    use super::*;

    fn copy(state: &mut State) -> Option<Copied> {
        clipboard::copy(state, false)
    }

    #[test]
    fn numbers_are_copied_without_what_is_only_looks() {
        assert_eq!(plain_number("−40\u{a0}058,5"), "-40058,5");
        assert_eq!(plain_number("+300"), "300");
    }

    #[test]
    fn the_selected_cells_are_copied_as_rows() {
        let mut state = budget();
        select(&mut state, "A2:D3");
        assert_eq!(copy(&mut state).unwrap().text, "Personal\t13741\t13541\t200\r\nLokaler\t2000\t2150\t-150");
    }

    #[test]
    fn the_table_holds_what_the_text_does_not() {
        let mut state = budget();
        select(&mut state, "D3");
        let html = copy(&mut state).unwrap().html.unwrap();
        assert!(html.contains("x:num=\"-150\" data-formula=\"=B3-C3\">"), "{html}");
    }

    #[test]
    fn whole_columns_are_copied_as_far_as_they_are_used() {
        let mut state = budget();
        select(&mut state, "B:B");
        assert_eq!(copy(&mut state).unwrap().text.lines().count(), 5);
    }

    #[test]
    fn text_that_looks_like_a_number_is_copied_without_its_mark() {
        let mut state = budget();
        select(&mut state, "F1");
        type_in(&mut state, "'007");
        select(&mut state, "F1");
        let copied = copy(&mut state).unwrap();
        assert_eq!(copied.text, "007");
        assert!(copied.html.unwrap().contains("x:str=\"\">007<"));
    }

    #[test]
    fn while_typing_the_field_copies() {
        let mut state = budget();
        state.update(Action::Edit(EditAction::Typed(Field::Cell, "x".into())));
        assert_eq!(copy(&mut state), None);
    }
}
