//! The selected cells as text for other programs.

use tertial_engine::session::{Address, Alignment, Range};

use super::clip;
use super::editor::Mode;
use super::{State, Workspace};

/// The selected cells as tab-separated text; nothing while a text is being typed, whose own marks are copied then.
pub fn copy(state: &State) -> Option<String> {
    let workspace = state.workspace.as_ref()?;
    if workspace.editor.mode() != Mode::Ready {
        return None;
    }
    let range = used_part(workspace);
    let columns = range.first.column..=range.last.column;
    let row = |row| columns.clone().map(|column| text(workspace, Address::new(row, column))).collect();
    Some(clip::write((range.first.row..=range.last.row).map(row)))
}

/// The selection without what lies past the last used row and column.
fn used_part(workspace: &Workspace) -> Range {
    let extent = workspace.document.session.extent(workspace.document.sheet);
    let last = Address::new(extent.rows.saturating_sub(1), extent.columns.saturating_sub(1));
    let used = Range::new(Address::default(), last);
    let selected = workspace.selection.range;
    selected.intersection(used).unwrap_or(Range::cell(selected.first))
}

/// What was typed, or what a formula shows.
fn text(workspace: &Workspace, cell: Address) -> String {
    let view = workspace.document.cell(cell);
    match (view.is_formula, view.alignment) {
        (false, _) => workspace.document.source(cell),
        (true, Alignment::End) => plain_number(&view.text),
        (true, _) => view.text,
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
    use super::super::sample::{budget, select};
    use super::super::{Action, EditAction};
    use super::*;

    #[test]
    fn numbers_are_copied_without_what_is_only_looks() {
        assert_eq!(plain_number("−40\u{a0}058,5"), "-40058,5");
        assert_eq!(plain_number("+300"), "300");
    }

    #[test]
    fn the_selected_cells_are_copied_as_rows() {
        let mut state = budget();
        select(&mut state, "A2:D3");
        assert_eq!(copy(&state).unwrap(), "Personal\t13741\t13541\t200\r\nLokaler\t2000\t2150\t-150");
    }

    #[test]
    fn whole_columns_are_copied_as_far_as_they_are_used() {
        let mut state = budget();
        select(&mut state, "B:B");
        assert_eq!(copy(&state).unwrap().lines().count(), 5);
    }

    #[test]
    fn while_typing_the_field_copies() {
        let mut state = budget();
        state.update(Action::Edit(EditAction::Typed(Field::Cell, "x".into())));
        assert_eq!(copy(&state), None);
    }
}
