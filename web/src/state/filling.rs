//! Cells filled without typing: from their neighbours, or with the day it is.

use tertial_engine::session::filling::DateStep;
use tertial_engine::session::{Address, ChangeSet, Deed, DeedKind, Range, Refusal, deeds, filling};

use super::editor::Mode;
use super::movement::Terrain;
use super::selection::Selection;
use super::{Effect, Notice, Said, State, Workspace, editing};

/// What became of an edit.
type Outcome = Result<ChangeSet, Refusal>;

/// Fills the selection with what stands in its first row, or above it; `None` where there is nothing above.
pub fn down(workspace: &mut Workspace) -> Option<Outcome> {
    let region = workspace.used_region();
    let session = &mut workspace.document.session;
    let change = filling::down(session.book(), region)?;
    Some(deeds::apply_as(session, Deed::cells(DeedKind::FilledDown, region), change))
}

/// Fills the selection with what stands in its first column, or left of it; `None` where there is nothing.
pub fn right(workspace: &mut Workspace) -> Option<Outcome> {
    let region = workspace.used_region();
    let session = &mut workspace.document.session;
    let change = filling::right(session.book(), region)?;
    Some(deeds::apply_as(session, Deed::cells(DeedKind::FilledRight, region), change))
}

/// Goes on from the selection with a series, over the cells by which a range is larger; `None` where it is not.
pub fn dragged(workspace: &mut Workspace, target: Range, counts: bool) -> Option<Outcome> {
    go_on(workspace, workspace.selection.range, target, counts)
}

/// Goes on with a series from the first filled rows of the selection, or else its first filled columns, over those that
/// follow; `None` where none are filled or all.
pub fn series(workspace: &mut Workspace) -> Option<Outcome> {
    let target = workspace.used_region().range;
    let source = beginning(workspace, target)?;
    go_on(workspace, source, target, false)
}

fn go_on(workspace: &mut Workspace, source: Range, target: Range, counts: bool) -> Option<Outcome> {
    let (session, sheet) = (&mut workspace.document.session, workspace.document.sheet);
    let change = filling::dragged(session.book(), source.on(sheet), target, counts)?;
    Some(deeds::apply_as(session, Deed::cells(DeedKind::FilledSeries, target.on(sheet)), change))
}

/// Goes on with dates, which a dialog has asked for. Where all of the selection is filled, its first row or column is what
/// they go on from.
pub fn dates(state: &mut State, step: DateStep) -> Vec<Effect> {
    let was_asked = state.panel.take().is_some();
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let (target, sheet) = (workspace.used_region().range, workspace.document.sheet);
    let source = beginning(workspace, target).unwrap_or_else(|| first_line(target));
    let session = &mut workspace.document.session;
    let change = filling::by_dates(session.book(), source.on(sheet), target, step);
    let done =
        change.map(|change| deeds::apply_as(session, Deed::cells(DeedKind::FilledSeries, target.on(sheet)), change));
    let close = was_asked.then_some(Effect::CloseDialog);
    let Some(changes) = done else {
        state.notice = Some(Notice::NoDates);
        return close.into_iter().chain([Effect::FocusSheet]).collect();
    };
    close.into_iter().chain(editing::finish(state, changes)).collect()
}

/// The first row of a range, or the first column where it is a row.
const fn first_line(Range { first, last }: Range) -> Range {
    let end = if first.row == last.row { first } else { Address::new(first.row, last.column) };
    Range { first, last: end }
}

/// Goes on from the selection as far down as the column beside it reaches, and selects what was filled.
pub fn beside(state: &mut State) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let source = workspace.used_region();
    let Some(target) = filling::beside(workspace.document.session.book(), source) else {
        state.said = Some(Said::of("said-nothing-beside", String::new()));
        return vec![Effect::FocusSheet];
    };
    let Some(changes) = go_on(workspace, source.range, target, false) else { return Vec::new() };
    if changes.is_ok() {
        workspace.selection = Selection::around(workspace.selection.active, target);
    }
    editing::finish(state, changes)
}

/// The filled rows, or else columns, that a range begins with and that do not make up all of it.
fn beginning(workspace: &Workspace, Range { first, last }: Range) -> Option<Range> {
    let is_filled = |range: Range| range.cells().any(|cell| workspace.is_filled(cell));
    let row = |row| Range::new(Address::new(row, first.column), Address::new(row, last.column));
    let column = |column| Range::new(Address::new(first.row, column), Address::new(last.row, column));
    let rows = (first.row..=last.row).take_while(|at| is_filled(row(*at))).last();
    if let Some(end) = rows.filter(|end| *end < last.row) {
        return Some(Range::new(first, Address::new(end, last.column)));
    }
    let end = (first.column..=last.column).take_while(|at| is_filled(column(*at))).last()?;
    (end < last.column).then(|| Range::new(first, Address::new(last.row, end)))
}

/// Enters the day it is in the active cell, or types it into the text that is open.
pub fn today(state: &mut State) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let today = workspace.document.session.today();
    if workspace.editor.mode() != Mode::Ready {
        return vec![Effect::Insert(today)];
    }
    let place = workspace.document.place(workspace.selection.active);
    let changes = workspace.document.session.enter(place, &today);
    editing::finish(state, changes)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{budget, select, selected, shown};
    use super::super::{Action, EditAction, Notice};
    use super::*;

    #[test]
    fn formulas_are_filled_down_and_taken_back() {
        let mut state = budget();
        select(&mut state, "E2");
        super::super::sample::type_in(&mut state, "=D2*2");
        select(&mut state, "E2:E5");
        state.update(Action::Edit(EditAction::FillDown));
        assert_eq!((shown(&state, "E3").as_str(), shown(&state, "E5").as_str()), ("-300", "100"));
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!((shown(&state, "E2").as_str(), shown(&state, "E3").as_str()), ("400", ""));
    }

    #[test]
    fn a_single_cell_is_filled_from_its_left() {
        let mut state = budget();
        select(&mut state, "E5");
        state.update(Action::Edit(EditAction::FillRight));
        assert_eq!(shown(&state, "E5"), "16841");
    }

    #[test]
    fn a_series_goes_on_from_the_filled_rows_or_columns_of_the_selection() {
        let mut state = budget();
        for (cell, text) in [("F1", "10"), ("F2", "12"), ("H1", "jan"), ("I1", "feb")] {
            select(&mut state, cell);
            super::super::sample::type_in(&mut state, text);
        }
        select(&mut state, "F1:F4");
        state.update(Action::Edit(EditAction::FillSeries));
        assert_eq!((shown(&state, "F3").as_str(), shown(&state, "F4").as_str()), ("14", "16"));
        select(&mut state, "H1:K1");
        state.update(Action::Edit(EditAction::FillSeries));
        assert_eq!((shown(&state, "J1").as_str(), shown(&state, "K1").as_str()), ("mar", "apr"));
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!((shown(&state, "J1").as_str(), shown(&state, "K1").as_str()), ("", ""));
    }

    #[test]
    fn a_series_without_beginning_or_room_is_told() {
        for cells in ["F1:F4", "B2:C4"] {
            let mut state = budget();
            select(&mut state, cells);
            state.update(Action::Edit(EditAction::FillSeries));
            assert_eq!(state.notice, Some(Notice::NoSeries), "{cells}");
        }
    }

    #[test]
    fn cells_are_filled_as_far_as_the_column_beside_them() {
        let mut state = budget();
        select(&mut state, "E2");
        super::super::sample::type_in(&mut state, "=D2*2");
        select(&mut state, "E2");
        state.update(Action::Edit(EditAction::FillBeside));
        assert_eq!((shown(&state, "E5").as_str(), shown(&state, "E6").as_str()), ("100", ""));
        assert_eq!(selected(&state), "E2:E5");
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!(shown(&state, "E3"), "");
        select(&mut state, "H20");
        state.update(Action::Edit(EditAction::FillBeside));
        assert_eq!(state.said.as_ref().map(|said| said.key), Some("said-nothing-beside"));
    }

    #[test]
    fn dates_go_on_by_the_step_that_is_chosen() {
        let mut state = budget();
        select(&mut state, "F1");
        super::super::sample::type_in(&mut state, "2026-08-28");
        select(&mut state, "F1:F3");
        state.update(Action::Edit(EditAction::FillDates(DateStep::Workdays)));
        assert_eq!((shown(&state, "F2").as_str(), shown(&state, "F3").as_str()), ("2026-08-31", "2026-09-01"));
        state.update(Action::Edit(EditAction::FillDates(DateStep::Years)));
        assert_eq!(shown(&state, "F3"), "2028-08-28", "what is filled begins anew from its first cell");
        select(&mut state, "B2:B4");
        state.update(Action::Edit(EditAction::FillDates(DateStep::Days)));
        assert_eq!((state.notice.clone(), shown(&state, "B3").as_str()), (Some(Notice::NoDates), "2000"));
    }

    #[test]
    fn the_day_is_entered_as_a_date() {
        let mut state = budget();
        select(&mut state, "F1");
        state.update(Action::Edit(EditAction::Today));
        assert_eq!(shown(&state, "F1"), "2019-08-31");
    }
}
