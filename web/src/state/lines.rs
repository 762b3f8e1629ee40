//! Rows and columns that come and go where the selection is: whole columns when these are selected, else rows; and cells
//! alone, for which others move aside or close up.

use tertial_engine::session::{AxisKind, ChangeSet, Range, Refusal, shifting};

use super::document::Document;
use super::{Workspace, filtering};

/// What comes in or goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reshaping {
    /// Rows, or the selected whole columns, come in before the selection.
    InsertLines,
    /// The selected rows, or whole columns, go.
    DeleteLines,
    /// Cells come in where the selected ones are, which move down (along rows) or right (along columns).
    InsertCells(AxisKind),
    /// The selected cells go; those below (along rows) or to the right (along columns) close up.
    DeleteCells(AxisKind),
}

/// Whether whole rows or columns are selected, and not everything.
pub fn are_selected(range: Range) -> bool {
    range.is_whole_rows() != range.is_whole_columns()
}

/// Makes room where the selection is, as much as is selected, or takes away what is selected.
pub fn reshape(workspace: &mut Workspace, reshaping: Reshaping) -> Result<ChangeSet, Refusal> {
    let (document, range) = (&mut workspace.document, workspace.selection.range);
    let cells = range.on(document.sheet);
    match reshaping {
        Reshaping::InsertLines => insert(document, range),
        Reshaping::DeleteLines => filtering::delete_lines(workspace),
        Reshaping::InsertCells(axis) => shifting::insert_cells(&mut document.session, cells, axis),
        Reshaping::DeleteCells(axis) => shifting::delete_cells(&mut document.session, cells, axis),
    }
}

fn insert(document: &mut Document, range: Range) -> Result<ChangeSet, Refusal> {
    let (sheet, first) = (document.sheet, range.first);
    if range.is_whole_columns() {
        document.session.insert_columns(sheet, first.column, range.width())
    } else {
        document.session.insert_rows(sheet, first.row, range.height())
    }
}

/// Takes the selected lines away.
pub fn delete(document: &mut Document, range: Range) -> Result<ChangeSet, Refusal> {
    let (sheet, first) = (document.sheet, range.first);
    if range.is_whole_columns() {
        document.session.delete_columns(sheet, first.column, range.width())
    } else {
        document.session.delete_rows(sheet, first.row, range.height())
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{budget, select, shown};
    use super::super::{Action, EditAction};
    use super::*;

    fn range(text: &str) -> Range {
        Range::parse(text).unwrap()
    }

    #[test]
    fn only_whole_lines_count_as_selected_lines() {
        assert!(are_selected(range("2:4")) && are_selected(range("B:B")));
        assert!(!are_selected(range("B2:B4")) && !are_selected(Range::whole_sheet()));
    }

    #[test]
    fn rows_come_in_above_the_selected_cell() {
        let mut state = budget();
        select(&mut state, "B3");
        state.update(Action::Edit(EditAction::Reshape(Reshaping::InsertLines)));
        assert_eq!((shown(&state, "A3").as_str(), shown(&state, "A4").as_str()), ("", "Lokaler"));
        assert_eq!(shown(&state, "B6"), "16941");
    }

    #[test]
    fn selected_columns_go_and_come_back() {
        let mut state = budget();
        select(&mut state, "B:B");
        state.update(Action::Edit(EditAction::Reshape(Reshaping::DeleteLines)));
        assert_eq!(shown(&state, "B1"), "Prognos");
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!((shown(&state, "B1").as_str(), shown(&state, "D5").as_str()), ("Budget", "50"));
    }

    #[test]
    fn cells_come_in_and_only_what_is_below_them_moves() {
        let mut state = budget();
        select(&mut state, "B3");
        state.update(Action::Edit(EditAction::Reshape(Reshaping::InsertCells(AxisKind::Rows))));
        assert_eq!(
            ["A3", "B3", "B4", "C3", "B6"].map(|cell| shown(&state, cell)),
            ["Lokaler", "", "2000", "2150", "16941"]
        );
        state.update(Action::Edit(EditAction::Reshape(Reshaping::DeleteCells(AxisKind::Rows))));
        assert_eq!(["B3", "B5", "D5"].map(|cell| shown(&state, cell)), ["2000", "16941", "50"]);
    }
}
