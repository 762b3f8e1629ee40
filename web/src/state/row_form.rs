//! One row as a form, for narrow windows and pages much enlarged: what stands in each column, under the column's heading.

use tertial_engine::session::{Address, CellRole, CellView};

use super::{Effect, State, Workspace, editing};

/// Most columns that a form shows; further ones are reached in the grid.
const MOST_FIELDS: usize = 60;
/// How far above a row its headings are looked for.
const HEADINGS_ABOVE: u32 = 200;

/// What is done in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormAction {
    /// A text is entered in a column of the row.
    Enter { column: u32, text: String },
}

/// A row as a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowForm {
    /// The row, counted from nought.
    pub row: u32,
    /// How many rows hold anything.
    pub rows: u32,
    /// What names the row, empty where nothing does.
    pub label: String,
    /// Its cells from left to right.
    pub fields: Vec<FormField>,
}

/// A cell of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormField {
    pub cell: Address,
    /// What stands over its column, empty where nothing does.
    pub heading: String,
    /// The text to edit.
    pub source: String,
    /// What is seen.
    pub view: CellView,
}

impl RowForm {
    /// The row of the active cell.
    pub fn of(workspace: &Workspace) -> Self {
        let document = &workspace.document;
        let extent = document.session.extent(document.sheet);
        let active = workspace.selection.active;
        let columns = workspace.columns.hidden().shown(0..extent.columns.max(active.column + 1));
        let field = |column| {
            let cell = Address::new(active.row, column);
            let heading = heading(workspace, cell);
            FormField { cell, heading, source: document.source(cell), view: document.cell(cell) }
        };
        let fields: Vec<FormField> = columns.take(MOST_FIELDS).map(field).collect();
        let label = fields.iter().find(|field| field.view.role == CellRole::Label);
        let label = label.map(|field| field.view.text.clone()).unwrap_or_default();
        Self { row: active.row, rows: extent.rows.max(active.row + 1), label, fields }
    }
}

/// The words over a cell: the nearest heading of a report table above it, else the letters of its column alone.
fn heading(workspace: &Workspace, cell: Address) -> String {
    let above = (cell.row.saturating_sub(HEADINGS_ABOVE)..cell.row).rev();
    let mut above = above.map(|row| workspace.document.cell(Address::new(row, cell.column)));
    above.find(|view| view.role == CellRole::Header).map(|view| view.text).unwrap_or_default()
}

/// Carries out an action of the form.
pub fn update(state: &mut State, action: FormAction) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let FormAction::Enter { column, text } = action;
    let cell = Address::new(workspace.selection.active.row, column);
    if workspace.document.source(cell) == text {
        return Vec::new();
    }
    let changes = workspace.document.session.enter(workspace.document.place(cell), &text);
    editing::finish(state, changes);
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{budget, select, shown, workspace};
    use super::super::{Action, EditAction, Notice};
    use super::*;

    fn enter(state: &mut State, column: u32, text: &str) {
        state.update(Action::Form(FormAction::Enter { column, text: text.into() }));
    }

    #[test]
    fn the_form_shows_the_row_of_the_active_cell() {
        let mut state = budget();
        select(&mut state, "B3");
        let form = RowForm::of(workspace(&state));
        let sources: Vec<_> = form.fields.iter().map(|field| field.source.as_str()).collect();
        assert_eq!(sources, ["Lokaler", "2000", "2150", "=B3-C3"]);
        assert_eq!((form.row, form.rows, form.fields[3].view.text.as_str()), (2, 5, "−150"));
    }

    #[test]
    fn what_is_entered_is_calculated_and_undone_in_one_step() {
        let mut state = budget();
        select(&mut state, "B3");
        enter(&mut state, 1, "2100");
        assert_eq!(shown(&state, "D3"), "-50");
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!(shown(&state, "D3"), "-150");
    }

    #[test]
    fn what_is_refused_is_told_and_the_cell_keeps_what_it_had() {
        let mut state = budget();
        select(&mut state, "B3");
        enter(&mut state, 3, "=B3-*");
        assert!(matches!(state.notice, Some(Notice::Refused(_))));
        assert_eq!(shown(&state, "D3"), "-150");
    }
}
