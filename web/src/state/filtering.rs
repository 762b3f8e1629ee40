//! The filter of the sheet: put on and taken away, asked by a dialog, looked at again; and the list of a column's texts.

use tertial_engine::session::filter::{self, Criterion, Test};
use tertial_engine::session::{Address, ChangeSet, Range, Refusal, Region};

use super::areas::Areas;
use super::editor::Field;
use super::lines;
use super::movement::Terrain;
use super::rules;
use super::selection::Selection;
use super::{EditAction, Effect, Notice, Panel, Said, State, Workspace, editing};

/// Something is done with the filter, or chosen from a list.
#[derive(Debug, Clone, PartialEq)]
pub enum FilterAction {
    /// The cells around the active one get a filter, or the sheet's is taken away.
    Toggle,
    /// The dialog of a column opens.
    Open(u32),
    /// The list of the active cell opens: that of the filter in its headings, else the texts of its column.
    List,
    /// This is asked of the column of the active cell.
    Ask(Asked),
    /// Nothing is asked of any column any more.
    Clear,
    /// All rows are looked at again.
    Reapply,
    /// A text of the column is entered in the active cell.
    Pick(String),
}

/// What is asked of a column in the dialog.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// Nothing.
    Anything,
    /// That its text is one of these, or none of them.
    Texts { keys: Vec<String>, are_shown: bool },
    /// That it passes a test.
    Test { test: Test, operand: String, to: String },
}

/// Carries out an action of the filter; text that is being typed is entered first.
pub fn update(state: &mut State, action: FilterAction) -> Vec<Effect> {
    if !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let (sheet, place) = (workspace.document.sheet, workspace.document.place(workspace.selection.active));
    let session = &mut workspace.document.session;
    match action {
        FilterAction::Toggle => {
            let changes = filter::toggle(session, place);
            finish(state, changes)
        }
        FilterAction::Clear => {
            let changes = filter::clear(session, sheet);
            finish(state, changes)
        }
        FilterAction::Reapply => {
            let changes = filter::reapply(session, sheet);
            finish(state, changes)
        }
        FilterAction::Open(column) => open(state, column),
        FilterAction::List => list(state),
        FilterAction::Ask(asked) => ask(state, asked),
        FilterAction::Pick(text) => {
            state.panel = None;
            let typed = EditAction::Typed(Field::Cell, filter::typed_text(session, &text));
            editing::update(state, typed);
            [vec![Effect::CloseDialog], editing::update(state, EditAction::Commit(None))].concat()
        }
    }
}

/// The parts of what is selected that the filter does not hide.
pub fn seen(workspace: &Workspace) -> Vec<Region> {
    workspace.regions().into_iter().flat_map(|region| seen_of(workspace, region)).collect()
}

/// The parts of a region that the filter does not hide.
pub fn seen_of(workspace: &Workspace, region: Region) -> Vec<Region> {
    let seen = filter::seen(&workspace.document.session, region.sheet, region.range);
    seen.into_iter().map(|range| range.on(region.sheet)).collect()
}

/// Rectangles that are copied, without the rows that the filter hides.
pub fn seen_areas(workspace: &Workspace, areas: Areas) -> Areas {
    let (session, sheet) = (&workspace.document.session, workspace.document.sheet);
    if !filter::is_active(session, sheet) {
        return areas;
    }
    let used = areas.clone().within(workspace.extent());
    let rows =
        used.rows.iter().flat_map(|(first, last)| filter::seen(session, sheet, Range::rows_between(*first, *last)));
    let rows: Vec<(u32, u32)> = rows.map(|range| (range.first.row, range.last.row)).collect();
    if rows.is_empty() || rows == used.rows { areas } else { Areas { rows, ..used } }
}

/// Takes the selected lines away; of rows only those that the filter does not hide.
pub fn delete_lines(workspace: &mut Workspace) -> Result<ChangeSet, Refusal> {
    let (range, sheet) = (workspace.selection.range, workspace.document.sheet);
    let session = &mut workspace.document.session;
    let hides_some = !range.is_whole_columns() && filter::seen(session, sheet, range) != [range];
    if hides_some {
        return filter::delete_seen_rows(session, sheet, range.first.row, range.last.row);
    }
    lines::delete(&mut workspace.document, range)
}

/// The column whose dialog the active cell opens.
pub fn column(workspace: &Workspace) -> Option<u32> {
    let Address { row, column } = workspace.selection.active;
    let range = filter::range(&workspace.document.session, workspace.document.sheet)?;
    let is_over = row == range.first.row && (range.first.column..=range.last.column).contains(&column);
    is_over.then_some(column)
}

/// The texts that can be picked in the active cell: those of its list, or else of its column.
pub fn texts(workspace: &Workspace) -> Vec<String> {
    if let Some(Ok(listed)) = rules::choices(workspace) {
        return listed;
    }
    filter::texts_around(&workspace.document.session, workspace.document.place(workspace.selection.active))
}

/// Goes to the heading of a column and opens its dialog.
fn open(state: &mut State, column: u32) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let Some(range) = filter::range(&workspace.document.session, workspace.document.sheet) else { return Vec::new() };
    let heading = Address::new(range.first.row, column);
    workspace.select(Selection::cell(heading), heading);
    state.notice = None;
    state.panel = Some(Panel::Filter);
    Vec::new()
}

fn list(state: &mut State) -> Vec<Effect> {
    let Some(workspace) = &state.workspace else { return Vec::new() };
    if let Some(column) = column(workspace) {
        return open(state, column);
    }
    if rules::choices(workspace).is_some_and(|listed| listed.is_err()) {
        state.notice = Some(Notice::ListGone);
    } else if texts(workspace).is_empty() {
        state.said = Some(Said::of("said-no-texts", String::new()));
    } else {
        state.panel = Some(Panel::Texts);
    }
    Vec::new()
}

fn ask(state: &mut State, asked: Asked) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let (sheet, column) = (workspace.document.sheet, workspace.selection.active.column);
    let session = &mut workspace.document.session;
    let criterion = match asked {
        Asked::Anything => None,
        Asked::Texts { keys, are_shown } => Some(Criterion::Texts { texts: keys.into_iter().collect(), are_shown }),
        Asked::Test { test, operand, to } => match filter::condition(session, test, &operand, &to) {
            Some(condition) => Some(Criterion::Condition(condition)),
            None => {
                state.notice = Some(Notice::NoCondition);
                return Vec::new();
            }
        },
    };
    state.panel = None;
    let changes = filter::set(session, sheet, column, criterion);
    [vec![Effect::CloseDialog], finish(state, changes)].concat()
}

/// Takes over what became of the rows, and says how many are seen.
fn finish(state: &mut State, changes: Result<ChangeSet, Refusal>) -> Vec<Effect> {
    let effects = editing::finish(state, changes);
    let Some(workspace) = &mut state.workspace else { return effects };
    // The active cell must not be a hidden one.
    let Selection { active, .. } = workspace.selection;
    if state.notice.is_none() && workspace.heights.hidden().holds(active.row) {
        let row = workspace.heights.hidden().back(active.row).unwrap_or(0);
        let cell = Address::new(row, active.column);
        workspace.select(Selection::cell(cell), cell);
    }
    effects
}

#[cfg(test)]
mod tests {
    use super::super::lines::Reshaping;
    use super::super::sample::{budget, select, selected, shown, type_in, workspace};
    use super::super::{Action, EditAction, clipboard};
    use super::*;

    fn run(state: &mut State, action: FilterAction) {
        state.update(Action::Filter(action));
    }

    /// The budget with only some of its rows shown.
    fn filtered(names: &[&str]) -> State {
        let mut state = budget();
        select(&mut state, "A2");
        run(&mut state, FilterAction::Toggle);
        run(&mut state, FilterAction::Open(0));
        assert_eq!((selected(&state).as_str(), state.panel.clone()), ("A1", Some(Panel::Filter)));
        let keys = names.iter().map(|name| name.to_lowercase()).collect();
        run(&mut state, FilterAction::Ask(Asked::Texts { keys, are_shown: true }));
        state
    }

    fn is_shown(state: &State, row: u32) -> bool {
        !workspace(state).heights.hidden().holds(row - 1)
    }

    #[test]
    fn rows_go_and_come_back_and_the_sum_stays() {
        let mut state = filtered(&["Personal", "IT"]);
        assert_eq!([2, 3, 4, 5].map(|row| is_shown(&state, row)), [true, false, true, true]);
        run(&mut state, FilterAction::Clear);
        assert!(is_shown(&state, 3));
        state.update(Action::Edit(EditAction::Undo));
        assert!(!is_shown(&state, 3));
        run(&mut state, FilterAction::Toggle);
        assert!(is_shown(&state, 3) && column(workspace(&state)).is_none());
    }

    #[test]
    fn only_what_is_seen_is_copied_cleared_and_deleted() {
        let mut state = filtered(&["Personal", "IT"]);
        select(&mut state, "A2:B4");
        assert_eq!(clipboard::copy(&mut state, false).unwrap().text, "Personal\t13741\r\nIT\t1200");
        state.update(Action::Edit(EditAction::Clear));
        assert_eq!(["B2", "B3", "B4"].map(|cell| shown(&state, cell)), ["", "2000", ""]);
        state.update(Action::Edit(EditAction::Undo));
        select(&mut state, "2:4");
        state.update(Action::Edit(EditAction::Reshape(Reshaping::DeleteLines)));
        assert_eq!((shown(&state, "A2").as_str(), shown(&state, "B3").as_str()), ("Lokaler", "2000"));
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!(shown(&state, "A4"), "IT");
    }

    #[test]
    fn copied_rows_are_pasted_without_those_between_them() {
        let mut state = filtered(&["Personal", "IT"]);
        select(&mut state, "A2:B4");
        let copied = clipboard::copy(&mut state, false).unwrap();
        assert!(copied.html.is_some_and(|html| !html.contains("Lokaler")));
        select(&mut state, "F10");
        state.update(Action::Select(super::super::SelectAction::Go(super::super::movement::Step::Enter {
            back: false,
        })));
        assert_eq!(["F10", "F11", "F12"].map(|cell| shown(&state, cell)), ["Personal", "IT", ""]);
    }

    #[test]
    fn a_test_without_a_number_keeps_the_dialog_open() {
        let mut state = filtered(&["IT"]);
        run(&mut state, FilterAction::Open(1));
        let asked = |operand: &str| Asked::Test { test: Test::Greater, operand: operand.into(), to: String::new() };
        run(&mut state, FilterAction::Ask(asked("")));
        assert_eq!((state.panel.clone(), &state.notice), (Some(Panel::Filter), &Some(Notice::NoCondition)));
        run(&mut state, FilterAction::Ask(asked("1 000")));
        assert_eq!((state.panel.clone(), is_shown(&state, 4)), (None, true));
    }

    #[test]
    fn a_text_of_the_column_is_picked() {
        let mut state = budget();
        select(&mut state, "A6");
        run(&mut state, FilterAction::List);
        assert_eq!(state.panel.clone(), Some(Panel::Texts));
        assert_eq!(texts(workspace(&state)), ["IT", "Lokaler", "Personal", "Summa", "Verksamhet"]);
        run(&mut state, FilterAction::Pick("Lokaler".into()));
        assert_eq!((shown(&state, "A6").as_str(), state.panel.clone()), ("Lokaler", None));
        select(&mut state, "F20");
        run(&mut state, FilterAction::List);
        assert_eq!((state.panel.clone(), state.said.as_ref().map(|said| said.key)), (None, Some("said-no-texts")));
        type_in(&mut state, "x");
    }
}
