//! A sheet as it is printed: one table of words and figures, with its headings apart so that every page can repeat them.

use tertial_engine::session::{Address, CellRole, CellView, Range};

use super::Workspace;

/// Most rows that are printed; more would be hundreds of pages, made by mistake.
pub const MOST_ROWS: usize = 3_000;

/// Most columns that are printed.
const MOST_COLUMNS: usize = 60;

/// A sheet as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Printout {
    /// The book's title.
    pub book: String,
    /// What the table is: the sheet's title, or its name.
    pub caption: String,
    /// The line under the title: committee, period, unit.
    pub subtitle: String,
    /// Rows of column headings, which every page repeats.
    pub headings: Vec<Vec<CellView>>,
    /// All other rows.
    pub rows: Vec<Vec<CellView>>,
    /// Rows that there was no room for.
    pub left_out: usize,
}

impl Printout {
    /// The shown sheet, or the selected cells when several are.
    pub fn of(workspace: &Workspace) -> Self {
        let document = &workspace.document;
        let mut printout =
            Self { book: document.session.title(), caption: document.sheet_name().to_owned(), ..Self::default() };
        let Some(area) = area(workspace) else { return printout };
        // What is hidden on the screen is hidden on paper.
        let columns = workspace.columns.hidden().shown(area.first.column..area.last.column + 1);
        let columns: Vec<u32> = columns.take(MOST_COLUMNS).collect();
        let mut rows = workspace.heights.hidden().shown(area.first.row..area.last.row + 1);
        for row in rows.by_ref().take(MOST_ROWS) {
            printout.take(columns.iter().map(|column| document.cell(Address::new(row, *column))).collect());
        }
        printout.left_out = rows.count();
        printout
    }

    /// Puts a row where it belongs; what names the table stands over it.
    fn take(&mut self, row: Vec<CellView>) {
        let words = |role| row.iter().find(|cell| cell.role == role).map(|cell| cell.text.clone());
        if let Some(title) = words(CellRole::Title).filter(|_| self.headings.is_empty() && self.rows.is_empty()) {
            self.caption = title;
        } else if let Some(subtitle) = words(CellRole::Subtitle).filter(|_| self.headings.is_empty()) {
            self.subtitle = subtitle;
        } else if self.rows.is_empty() && row.iter().any(|cell| cell.role == CellRole::Header) {
            self.headings.push(row);
        } else {
            self.rows.push(row);
        }
    }
}

/// The cells to print: several selected ones, else all that the sheet holds; `None` for an empty sheet.
fn area(workspace: &Workspace) -> Option<Range> {
    let extent = workspace.document.session.extent(workspace.document.sheet);
    let last = Address::new(extent.rows.checked_sub(1)?, extent.columns.checked_sub(1)?);
    let used = Range::new(Address::default(), last);
    let selected = workspace.selection.range;
    if selected.is_cell() { Some(used) } else { selected.intersection(used) }
}

#[cfg(test)]
mod tests {
    use tertial_engine::session::AxisKind;

    use super::super::Action;
    use super::super::layout::LayoutAction;
    use super::super::sample::{budget, empty, select, workspace};
    use super::*;

    fn texts(rows: &[Vec<CellView>]) -> Vec<&str> {
        rows.iter().flatten().map(|cell| cell.text.as_str()).collect()
    }

    #[test]
    fn all_that_a_sheet_holds_is_printed() {
        let state = budget();
        let printout = Printout::of(workspace(&state));
        assert_eq!((printout.caption.as_str(), printout.rows.len(), printout.left_out), ("Blad1", 5, 0));
        assert_eq!(texts(&printout.rows)[4..8], ["Personal", "13741", "13541", "200"]);
    }

    #[test]
    fn of_several_selected_cells_only_those_are_printed() {
        let mut state = budget();
        select(&mut state, "A2:B3");
        let printout = Printout::of(workspace(&state));
        assert_eq!(texts(&printout.rows), ["Personal", "13741", "Lokaler", "2000"]);
    }

    #[test]
    fn what_is_hidden_is_not_printed() {
        let mut state = budget();
        select(&mut state, "3:3");
        state.update(Action::Layout(LayoutAction::Hide(AxisKind::Rows)));
        select(&mut state, "C:C");
        state.update(Action::Layout(LayoutAction::Hide(AxisKind::Columns)));
        select(&mut state, "A1");
        let printout = Printout::of(workspace(&state));
        assert_eq!(texts(&printout.rows)[3..6], ["Personal", "13741", "200"]);
        assert!(!texts(&printout.rows).contains(&"Lokaler"));
    }

    #[test]
    fn an_empty_sheet_has_nothing_to_print() {
        assert!(Printout::of(workspace(&empty())).rows.is_empty());
    }

    #[test]
    fn what_has_no_room_is_told() {
        let mut state = budget();
        select(&mut state, &format!("A{}", MOST_ROWS + 7));
        super::super::sample::type_in(&mut state, "långt ned");
        assert_eq!(Printout::of(workspace(&state)).left_out, 7);
    }
}
