//! How the lines of the sheet are shown: hidden or not, staying in sight, how wide, folded away.

use std::collections::BTreeSet;

use tertial_engine::session::{
    Address, AxisKind, ChangeSet, Frozen, MAX_COLUMNS, MAX_ROWS, Range, Refusal, lines, outline,
};

use crate::platform::pointer::Pointer;

use super::columns::PADDING;
use super::{Effect, Notice, State, Workspace, editing, fitting};

/// The lines of the sheet are shown in another way.
#[derive(Debug, Clone, PartialEq)]
pub enum LayoutAction {
    /// The selected rows or columns are hidden.
    Hide(AxisKind),
    /// The hidden ones among and beside the selected are shown.
    Show(AxisKind),
    /// Rows above and columns before a cell stay in sight; none when it is the first.
    Freeze(Address),
    /// The selected columns get a width in characters.
    Width(f32),
    /// The selected columns become as wide as what stands in them.
    Fit,
    /// A column, or all selected ones with it, become as wide as what stands in them.
    FitColumn(u32),
    /// The edge of a column was gripped.
    Grip(u32, Pointer),
    /// The gripped edge was taken elsewhere.
    Pull(Pointer),
    /// The edge was let go.
    Release(Pointer),
    /// The edge is not pulled any more, and stays where it was.
    LetGo,
    /// The selected rows go one level deeper in the outline, or one level up. A heading folds its rows away or opens them.
    Group { deeper: bool },
    /// The rows under a heading are folded away, or shown again.
    Fold { heading: u32, away: bool },
    /// Rows of this level and deeper are folded away, all others shown.
    FoldTo(u8),
}

/// The edge of a column while it is pulled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    column: u32,
    /// Where it was gripped.
    from: f64,
    /// Where it is on the canvas, in pixels from the first column.
    pub at: f64,
}

/// Least width of a column, in pixels.
const LEAST: f64 = 24.0;

/// Carries out an action that concerns how lines are shown; text that is being typed is entered first.
pub fn update(state: &mut State, action: LayoutAction) -> Vec<Effect> {
    if !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let sheet = workspace.document.sheet;
    let changes = match action {
        LayoutAction::Hide(axis) => {
            let spans = spans(workspace, axis);
            lines::hide(&mut workspace.document.session, (sheet, axis), &spans, true)
        }
        LayoutAction::Show(axis) => {
            let spans: Vec<_> = spans(workspace, axis).into_iter().map(|span| widened(workspace, axis, span)).collect();
            lines::hide(&mut workspace.document.session, (sheet, axis), &spans, false)
        }
        LayoutAction::Freeze(cell) => return freeze(state, cell),
        LayoutAction::Width(width) => {
            state.panel = None;
            let widths = columns(workspace).into_iter().map(|column| (column, width)).collect();
            let changes = lines::set_widths(&mut workspace.document.session, sheet, widths);
            let mut effects = vec![Effect::CloseDialog];
            effects.extend(editing::finish(state, changes));
            return effects;
        }
        LayoutAction::Fit => fit(workspace, &columns(workspace)),
        LayoutAction::FitColumn(column) => {
            let all = columns_with(workspace, column);
            fit(workspace, &all)
        }
        LayoutAction::Grip(..) | LayoutAction::Pull(_) | LayoutAction::Release(_) | LayoutAction::LetGo => {
            return pull(state, &action);
        }
        LayoutAction::Group { deeper } => group(workspace, deeper),
        LayoutAction::Fold { heading, away } => outline::fold(&mut workspace.document.session, sheet, heading, away),
        LayoutAction::FoldTo(level) => outline::fold_to(&mut workspace.document.session, sheet, level),
    };
    editing::finish(state, changes)
}

/// The heading that the keys for groups fold or open instead.
pub fn heading_to_fold(workspace: &Workspace, away: bool) -> Option<u32> {
    let row = workspace.selection.active.row;
    let outline = &workspace.outline;
    let is_meant = workspace.selection.is_cell() && outline.is_heading(row) && outline.is_folded(row) != away;
    is_meant.then_some(row)
}

/// Whether lines among or beside the selected ones are hidden.
pub fn has_hidden(workspace: &Workspace, axis: AxisKind) -> bool {
    let hidden = lines::hidden_by_people(&workspace.document.session, workspace.document.sheet, axis);
    let wide: Vec<_> = spans(workspace, axis).into_iter().map(|span| widened(workspace, axis, span)).collect();
    hidden.iter().any(|(first, last)| wide.iter().any(|span| *first <= span.1 && *last >= span.0))
}

/// The selected rows or columns, from which to which.
fn spans(workspace: &Workspace, axis: AxisKind) -> Vec<(u32, u32)> {
    workspace.selection.ranges().map(|range| axis.lines(range)).collect()
}

/// The lines with the hidden ones just before and after them.
fn widened(workspace: &Workspace, axis: AxisKind, (first, last): (u32, u32)) -> (u32, u32) {
    let hidden = match axis {
        AxisKind::Rows => workspace.heights.hidden(),
        AxisKind::Columns => workspace.columns.hidden(),
    };
    let limit = if axis == AxisKind::Rows { MAX_ROWS } else { MAX_COLUMNS };
    let start = first.checked_sub(1).map_or(0, |before| hidden.back(before).map_or(0, |shown| shown + 1));
    (start, hidden.onward(last + 1).min(limit) - 1)
}

/// The selected columns, as far as there are any in use.
fn columns(workspace: &Workspace) -> Vec<u32> {
    let reach = workspace.columns.count();
    let used = workspace.selection.ranges().map(|range| (range.first.column, range.last.column.min(reach)));
    let all: BTreeSet<u32> = used.flat_map(|(first, last)| first..=last).collect();
    all.into_iter().collect()
}

/// A column, with all other selected ones when whole columns with it are selected.
fn columns_with(workspace: &Workspace, column: u32) -> Vec<u32> {
    let holds = |range: Range| (range.first.column..=range.last.column).contains(&column);
    let are_whole = workspace.selection.ranges().all(|range| range.is_whole_columns());
    if are_whole && workspace.selection.ranges().any(holds) { columns(workspace) } else { vec![column] }
}

fn fit(workspace: &mut Workspace, columns: &[u32]) -> Result<ChangeSet, Refusal> {
    let widths = columns.iter().filter_map(|column| Some((*column, fitting::width(workspace, *column)?))).collect();
    lines::set_widths(&mut workspace.document.session, workspace.document.sheet, widths)
}

fn freeze(state: &mut State, cell: Address) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let frozen = Frozen { rows: cell.row, columns: cell.column };
    let changes = lines::freeze(&mut workspace.document.session, workspace.document.sheet, frozen);
    let effects = editing::finish(state, changes);
    if state.workspace.as_ref().is_some_and(|workspace| !stays_in_sight(workspace)) {
        state.notice.get_or_insert(Notice::FrozenTooLarge);
    }
    effects
}

/// Whether what is to stay in sight does; in a window too small for it, it is scrolled with the rest.
pub fn stays_in_sight(workspace: &Workspace) -> bool {
    lines::frozen(&workspace.document.session, workspace.document.sheet) == workspace.viewport.frozen
}

fn group(workspace: &mut Workspace, deeper: bool) -> Result<ChangeSet, Refusal> {
    let sheet = workspace.document.sheet;
    if let Some(heading) = heading_to_fold(workspace, !deeper) {
        return outline::fold(&mut workspace.document.session, sheet, heading, !deeper);
    }
    let range = workspace.used(workspace.selection.range);
    outline::group(&mut workspace.document.session, sheet, (range.first.row, range.last.row), deeper)
}

/// The edge of a column goes with the pointer; the column gets its width when it is let go.
fn pull(state: &mut State, action: &LayoutAction) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    match (action, workspace.viewport.edge) {
        (LayoutAction::Grip(column, pointer), _) => {
            let at = workspace.columns.left(column + 1);
            workspace.viewport.edge = Some(Edge { column: *column, from: pointer.x, at });
        }
        (LayoutAction::Pull(pointer), Some(edge)) => {
            let (left, right) = (workspace.columns.left(edge.column), workspace.columns.left(edge.column + 1));
            let at = (right + pointer.x - edge.from).max(left + LEAST);
            workspace.viewport.edge = Some(Edge { at, ..edge });
        }
        (LayoutAction::Release(_), Some(edge)) => {
            workspace.viewport.edge = None;
            let left = workspace.columns.left(edge.column);
            if edge.at == workspace.columns.left(edge.column + 1) {
                return vec![Effect::FocusSheet];
            }
            let width = ((edge.at - left - PADDING) / workspace.viewport.metrics.digit * 100.0).round() / 100.0;
            let widths = columns_with(workspace, edge.column).into_iter().map(|column| (column, width as f32));
            let changes =
                lines::set_widths(&mut workspace.document.session, workspace.document.sheet, widths.collect());
            return editing::finish(state, changes);
        }
        _ => workspace.viewport.edge = None,
    }
    Vec::new()
}

/// The width of the active cell's column in characters, as it is typed.
pub fn width_of_active(workspace: &Workspace) -> f32 {
    workspace.document.session.column_width(workspace.document.sheet, workspace.selection.active.column)
}
