//! Sheets as they are printed: each one table of words and figures, with its headings apart so that every page can repeat
//! them, and what a reader of paper has to know: unit, rounding, source and day.

use tertial_engine::session::reconciliation;
use tertial_engine::session::{Address, AxisKind, CellRole, CellView, Range, Session, SheetId, lines};

use super::Workspace;
use super::gaps::Gaps;

/// Most rows that are printed; more would be hundreds of pages, made by mistake.
pub const MOST_ROWS: usize = 3_000;

/// Most columns that are printed.
const MOST_COLUMNS: usize = 60;

/// Space beside the text of a cell, in digits.
const PADDING: f32 = 1.5;

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The shown sheet, or the selected cells when several are.
    Sheet,
    /// Every sheet, each from a new page.
    Book,
}

/// A printout: its tables, and what stands with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printout {
    pub scope: Scope,
    /// The book's title.
    pub book: String,
    pub tables: Vec<PrintedTable>,
    /// The day of printing.
    pub day: String,
    /// Whether the book has changes that are in no file.
    pub is_unsaved: bool,
}

/// A sheet as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PrintedTable {
    /// The sheet's name.
    pub sheet: String,
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
    /// The unit of its amounts, empty where none is known.
    pub unit: String,
    /// Whether amounts are shown with fewer decimals than they have.
    pub is_rounded: bool,
    /// What was accepted in reconciliation, each with who and why.
    pub accepted: Vec<String>,
    /// How closely it has to be set to be no wider than the page.
    pub setting: Setting,
}

/// How closely a table is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Setting {
    /// On an upright page.
    #[default]
    Upright,
    /// On a page that lies.
    Lying,
    /// On a page that lies, in small letters.
    Small,
    /// On a page that lies, in the smallest letters that can be read.
    Smallest,
}

impl Setting {
    /// Widths up to which each setting does, in digits.
    const ROOM: [(f32, Self); 3] = [(100.0, Self::Upright), (150.0, Self::Lying), (200.0, Self::Small)];

    fn of(width: f32) -> Self {
        Self::ROOM.into_iter().find(|(room, _)| width <= *room).map_or(Self::Smallest, |(_, setting)| setting)
    }
}

impl Printout {
    /// What is printed of the open book.
    pub fn of(workspace: &Workspace, scope: Scope) -> Self {
        let document = &workspace.document;
        let tables = match scope {
            Scope::Sheet => vec![PrintedTable::of(workspace, document.sheet, selected(workspace))],
            Scope::Book => {
                let tables = document.sheets.iter().map(|tab| PrintedTable::of(workspace, tab.id, None));
                tables.filter(|table| !table.rows.is_empty() || !table.headings.is_empty()).collect()
            }
        };
        Self {
            scope,
            book: document.session.title(),
            tables,
            day: document.session.today(),
            is_unsaved: document.is_modified(),
        }
    }

    /// Rows of all tables that there was no room for.
    pub fn left_out(&self) -> usize {
        self.tables.iter().map(|table| table.left_out).sum()
    }
}

impl PrintedTable {
    /// All that a sheet holds, or the chosen cells of it.
    fn of(workspace: &Workspace, sheet: SheetId, chosen: Option<Range>) -> Self {
        let session = &workspace.document.session;
        let name = session.sheets().into_iter().find(|tab| tab.id == sheet).map(|tab| tab.name).unwrap_or_default();
        let mut table = Self { sheet: name.clone(), caption: name, ..Self::default() };
        let extent = session.extent(sheet);
        let Some(last) = extent.rows.checked_sub(1).zip(extent.columns.checked_sub(1)) else { return table };
        let used = Range::new(Address::default(), Address::new(last.0, last.1));
        let Some(area) = chosen.map_or(Some(used), |chosen| chosen.intersection(used)) else { return table };
        // What is hidden on the screen is hidden on paper.
        let hidden = |axis| Gaps::new(lines::hidden(session, sheet, axis));
        let (hidden_columns, hidden_rows) = (hidden(AxisKind::Columns), hidden(AxisKind::Rows));
        let columns = hidden_columns.shown(area.first.column..area.last.column + 1);
        let columns: Vec<u32> = columns.take(MOST_COLUMNS).collect();
        let mut rows = hidden_rows.shown(area.first.row..area.last.row + 1);
        for row in rows.by_ref().take(MOST_ROWS) {
            table.take(columns.iter().map(|column| session.cell(Address::new(row, *column).on(sheet))).collect());
        }
        table.left_out = rows.count();
        table.setting = Setting::of(columns.iter().map(|column| session.column_width(sheet, *column) + PADDING).sum());
        table.note_figures(session, sheet);
        table.accepted = reconciliation::accepted_on(session, sheet);
        table
    }

    /// Notes the unit of the sheet's amounts, and whether they are rounded.
    fn note_figures(&mut self, session: &Session, sheet: SheetId) {
        let reports = session.reports(Some(sheet));
        self.unit = reports.first().map(|report| report.unit.to_owned()).unwrap_or_default();
        let cells = reports.iter().flat_map(|report| &report.rows).flat_map(|row| row.cells.values());
        let decimals = |text: &str| text.rsplit_once(['.', ',']).map_or(0, |(_, fraction)| fraction.len());
        let mut numbers = cells.filter(|cell| cell.value_type == "number");
        self.is_rounded = numbers.any(|cell| cell.value.as_deref().map_or(0, decimals) > decimals(&cell.display));
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

/// Several selected cells, which are then all that is printed.
fn selected(workspace: &Workspace) -> Option<Range> {
    Some(workspace.selection.range).filter(|range| !range.is_cell())
}

#[cfg(test)]
mod tests {
    use tertial_engine::session::AxisKind;

    use super::super::layout::LayoutAction;
    use super::super::sample::{budget, empty, select, workspace};
    use super::super::{Action, State, ViewAction};
    use super::*;

    fn texts(rows: &[Vec<CellView>]) -> Vec<&str> {
        rows.iter().flatten().map(|cell| cell.text.as_str()).collect()
    }

    fn printed(state: &State) -> PrintedTable {
        Printout::of(workspace(state), Scope::Sheet).tables.remove(0)
    }

    #[test]
    fn a_wide_table_lies_and_a_wider_one_is_set_in_small_letters() {
        let widths = [60.0, 120.0, 180.0, 400.0].map(Setting::of);
        assert_eq!(widths, [Setting::Upright, Setting::Lying, Setting::Small, Setting::Smallest]);
    }

    #[test]
    fn a_book_is_printed_sheet_by_sheet_without_the_empty_ones() {
        let mut state = budget();
        state.update(Action::View(ViewAction::AddSheet));
        let names =
            |state: &State| Printout::of(workspace(state), Scope::Book).tables.into_iter().map(|table| table.sheet);
        assert_eq!(names(&state).collect::<Vec<_>>(), ["Blad1"]);
        super::super::sample::type_in(&mut state, "7");
        assert_eq!(names(&state).collect::<Vec<_>>(), ["Blad1", "Blad2"]);
    }

    #[test]
    fn all_that_a_sheet_holds_is_printed() {
        let state = budget();
        let printout = printed(&state);
        assert_eq!((printout.caption.as_str(), printout.rows.len(), printout.left_out), ("Blad1", 5, 0));
        assert_eq!(texts(&printout.rows)[4..8], ["Personal", "13741", "13541", "200"]);
    }

    #[test]
    fn of_several_selected_cells_only_those_are_printed() {
        let mut state = budget();
        select(&mut state, "A2:B3");
        let printout = printed(&state);
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
        let printout = printed(&state);
        assert_eq!(texts(&printout.rows)[3..6], ["Personal", "13741", "200"]);
        assert!(!texts(&printout.rows).contains(&"Lokaler"));
    }

    #[test]
    fn an_empty_sheet_has_nothing_to_print() {
        assert!(printed(&empty()).rows.is_empty());
    }

    #[test]
    fn what_has_no_room_is_told() {
        let mut state = budget();
        select(&mut state, &format!("A{}", MOST_ROWS + 7));
        super::super::sample::type_in(&mut state, "långt ned");
        assert_eq!(Printout::of(workspace(&state), Scope::Sheet).left_out(), 7);
    }
}
