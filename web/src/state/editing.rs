//! Cells are written: typing, committing, clearing, pasting, undoing.

use tertial_engine::session::{ChangeSet, Locale, Place, Refusal, Region, enter_again, enter_everywhere, notes};

use super::editor::{Field, Mode};
use super::filling;
use super::filtering;
use super::lines;
use super::movement::{Motion, Step};
use super::pull;
use super::reference;
use super::repeating;
use super::rules;
use super::selecting;
use super::travelling;
use super::{EditAction, Effect, Notice, SelectAction, State, Workspace};

/// Carries out an action that writes cells.
pub fn update(state: &mut State, action: EditAction) -> Vec<Effect> {
    let locale = state.locale;
    if let Some(effects) = rules::refused(state, &action) {
        return effects;
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    match action {
        EditAction::Begin(field) => begin(workspace, field),
        EditAction::Turn => turn(workspace),
        EditAction::Typed(field, text) => typed(workspace, field, text),
        EditAction::Point { motion, extend } => point(workspace, motion, extend),
        EditAction::Break => vec![Effect::Insert("\n".to_owned())],
        EditAction::Everywhere => everywhere(state),
        EditAction::Commit(step) => commit_and_go(state, step),
        EditAction::Cancel => {
            go_home(workspace);
            workspace.editor.close();
            vec![Effect::FocusSheet]
        }
        EditAction::Clear => {
            let regions = filtering::seen(workspace);
            let changes = workspace.document.session.clear(&regions);
            finish(state, changes)
        }
        EditAction::ClearAndBegin => {
            let cell = workspace.selection.active;
            workspace.editor.begin_empty(workspace.document.place(cell), workspace.document.source(cell));
            Vec::new()
        }
        EditAction::Reshape(reshaping) => {
            let changes = lines::reshape(workspace, reshaping);
            finish(state, changes)
        }
        EditAction::FillDown => finish_if_any(state, filling::down),
        EditAction::FillRight => finish_if_any(state, filling::right),
        EditAction::FillSeries => {
            let changes = filling::series(workspace);
            finish_series(state, changes)
        }
        EditAction::FillDates(step) => filling::dates(state, step),
        EditAction::FillBeside => filling::beside(state),
        EditAction::Grip(pointer) => pull::grip(state, pointer),
        EditAction::Pull(pointer) => pull::pull(workspace, pointer),
        EditAction::Release(pointer) => pull::release(state, pointer),
        EditAction::LetGo => {
            workspace.pull = None;
            Vec::new()
        }
        EditAction::Today => filling::today(state),
        EditAction::Annotate { text, author } => annotate(state, &text, &author),
        EditAction::DecimalKey => vec![Effect::Insert(decimal_sign(locale))],
        EditAction::Undo => travelling::undo(state),
        EditAction::Redo => travelling::redo(state),
        EditAction::Repeat => repeating::repeat(state),
    }
}

/// Enters the text that is being typed; `false` when it was refused and stays open.
pub fn commit(state: &mut State) -> bool {
    let Some(workspace) = &mut state.workspace else { return true };
    let Some(draft) = workspace.editor.draft() else { return true };
    if draft.is_unchanged() {
        go_home(workspace);
        workspace.editor.close();
        return true;
    }
    let entered = workspace.document.session.enter(draft.place(), &draft.text);
    go_home(workspace);
    match entered {
        Ok(changes) => {
            workspace.editor.close();
            workspace.fold(&changes);
            state.notice = rules::warned(workspace, &changes);
            true
        }
        Err(refusal) => {
            workspace.editor.refuse(refusal);
            false
        }
    }
}

/// Shows the sheet whose cell is typed in.
fn go_home(workspace: &mut Workspace) {
    if let Some(home) = workspace.editor.draft().map(|draft| draft.sheet) {
        workspace.show_sheet(home);
    }
}

/// Enters a text in the active cell that was entered elsewhere before; references of a formula move along.
pub fn repeat_entry(state: &mut State, from: Place, text: &str) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let place = workspace.document.place(workspace.selection.active);
    let changes = enter_again(&mut workspace.document.session, (from, text), place);
    finish(state, changes)
}

fn commit_and_go(state: &mut State, step: Option<Step>) -> Vec<Effect> {
    // A refused text stays where it was typed, with the focus.
    if !commit(state) {
        return Vec::new();
    }
    match step {
        Some(step) => selecting::update(state, SelectAction::Go(step)),
        None => vec![Effect::FocusSheet],
    }
}

/// Writes a reference into the formula that is being typed, or moves the one just written.
fn point(workspace: &mut Workspace, motion: Motion, extend: bool) -> Vec<Effect> {
    reference::move_on(workspace, motion, extend)
}

/// Changes between moving the caret and pointing. Where no reference is asked for, that at the caret is the one to move.
fn turn(workspace: &mut Workspace) -> Vec<Effect> {
    let is_edit = workspace.editor.mode() == Mode::Edit;
    workspace.editor.turn();
    if is_edit && !reference::is_asked(workspace) { reference::take_hold(workspace) } else { Vec::new() }
}

/// Enters what is typed, or else what stands in the active cell, in all selected cells.
fn everywhere(state: &mut State) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    go_home(workspace);
    if workspace.selection.is_cell() {
        return commit_and_go(state, None);
    }
    let draft = workspace.editor.draft().map(|draft| (draft.cell, draft.text.clone()));
    let (cell, text) = draft.unwrap_or_else(|| {
        let cell = workspace.selection.active;
        (cell, workspace.document.source(cell))
    });
    let used = workspace.regions().into_iter().map(|region| workspace.used(region.range).on(region.sheet));
    let regions: Vec<Region> = used.flat_map(|region| filtering::seen_of(workspace, region)).collect();
    let place = workspace.document.place(cell);
    match enter_everywhere(&mut workspace.document.session, place, &text, &regions) {
        Ok(changes) => {
            workspace.editor.close();
            finish(state, Ok(changes))
        }
        Err(refusal) if workspace.editor.draft().is_some() => {
            workspace.editor.refuse(refusal);
            Vec::new()
        }
        Err(refusal) => finish(state, Err(refusal)),
    }
}

fn begin(workspace: &mut Workspace, field: Field) -> Vec<Effect> {
    let cell = workspace.selection.active;
    workspace.editor.begin(workspace.document.place(cell), workspace.document.source(cell), field);
    workspace.show(cell);
    Vec::new()
}

fn typed(workspace: &mut Workspace, field: Field, text: String) -> Vec<Effect> {
    let cell = workspace.selection.active;
    if workspace.editor.mode() == Mode::Ready {
        workspace.show(cell);
    }
    let source = workspace.document.source(cell);
    workspace.editor.typed(workspace.document.place(cell), source, field, text);
    // A complaint follows the text; the first one comes only when the text is entered.
    if let Some(draft) = workspace.editor.draft().filter(|draft| draft.refusal.is_some()) {
        let verdict = workspace.document.session.check(draft.place(), &draft.text);
        workspace.editor.judge(verdict.err());
    }
    Vec::new()
}

fn decimal_sign(locale: Locale) -> String {
    locale.decimal_sign().to_string()
}

/// Takes over what an edit changed, or tells why it was refused.
pub fn finish(state: &mut State, changes: Result<ChangeSet, Refusal>) -> Vec<Effect> {
    match (changes, &mut state.workspace) {
        (Ok(changes), Some(workspace)) => {
            workspace.fold(&changes);
            state.notice = rules::warned(workspace, &changes);
        }
        (Err(refusal), _) => state.notice = Some(Notice::Refused(refusal)),
        (Ok(_), None) => {}
    }
    vec![Effect::FocusSheet]
}

fn finish_if_any(state: &mut State, change: fn(&mut Workspace) -> Option<Result<ChangeSet, Refusal>>) -> Vec<Effect> {
    let Some(changes) = state.workspace.as_mut().and_then(change) else { return Vec::new() };
    finish(state, changes)
}

fn finish_series(state: &mut State, changes: Option<Result<ChangeSet, Refusal>>) -> Vec<Effect> {
    let Some(changes) = changes else {
        state.notice = Some(Notice::NoSeries);
        return vec![Effect::FocusSheet];
    };
    finish(state, changes)
}

fn annotate(state: &mut State, text: &str, author: &str) -> Vec<Effect> {
    state.panel = None;
    let kept = state.sign_as(author);
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let place = workspace.document.place(workspace.selection.active);
    let changes = notes::annotate(&mut workspace.document.session, place, text, author);
    [kept, vec![Effect::CloseDialog], finish(state, changes)].concat()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use tertial_engine::session::{Address, insight};

    use super::super::movement::Direction;
    use super::super::sample::{budget, empty, select, selected, shown, type_in, workspace};
    use super::super::{Action, EditAction, FileAction, Panel, SelectAction};
    use super::*;

    fn edit(state: &mut State, action: EditAction) -> Vec<Effect> {
        state.update(Action::Edit(action))
    }

    #[test]
    fn what_is_typed_is_calculated_with() {
        let mut state = budget();
        select(&mut state, "B2");
        type_in(&mut state, "7 500,5");
        assert_eq!((shown(&state, "D2").as_str(), shown(&state, "B5").as_str()), ("-6040,5", "10700,5"));
    }

    #[test]
    fn only_the_rows_that_changed_are_drawn_again() {
        let mut state = budget();
        select(&mut state, "B3");
        let before = workspace(&state).window.views().to_vec();
        type_in(&mut state, "2001");
        let after = workspace(&state).window.views();
        let changed: Vec<_> = (0..before.len()).filter(|row| !Rc::ptr_eq(&before[*row], &after[*row])).collect();
        assert_eq!(changed, [2, 4], "the row itself and the sum");
    }

    #[test]
    fn a_refused_formula_stays_open() {
        let mut state = budget();
        select(&mut state, "B2");
        edit(&mut state, EditAction::Typed(Field::Cell, "=SUMMA(B3)+".into()));
        edit(&mut state, EditAction::Commit(Some(Step::Enter { back: false })));
        let draft = workspace(&state).editor.draft().unwrap();
        assert_eq!(draft.text, "=SUMMA(B3)+");
        assert!(draft.refusal.is_some());
        assert_eq!((selected(&state).as_str(), shown(&state, "B2").as_str()), ("B2", "13741"));
    }

    #[test]
    fn a_note_is_put_on_the_active_cell() {
        let mut state = budget();
        select(&mut state, "B2");
        state.panel = Some(Panel::Note);
        let effects = edit(&mut state, EditAction::Annotate { text: "Vakant tjänst".into(), author: String::new() });
        assert_eq!((state.panel.clone(), effects), (None, vec![Effect::CloseDialog, Effect::FocusSheet]));
        let view = &workspace(&state).window.views()[1].cells[1].0;
        assert_eq!(view.note.as_ref().map(|note| note.text.as_str()), Some("Vakant tjänst"));
    }

    #[test]
    fn changes_are_made_under_the_name_that_notes_are_signed_with() {
        let mut state = budget();
        let author = |state: &State| {
            let document = &workspace(state).document;
            let place = document.place(Address::new(1, 1));
            insight::explain(&document.session, place, (0, 0)).cell.change.map(|change| change.author)
        };
        assert_eq!(author(&state).as_deref(), Some(""));
        edit(&mut state, EditAction::Annotate { text: "Vakant".into(), author: "Ekonomi".into() });
        select(&mut state, "B2");
        type_in(&mut state, "1");
        assert_eq!(author(&state).as_deref(), Some("Ekonomi"));
        state.update(Action::File(FileAction::New));
        state.update(Action::File(FileAction::Answer(true)));
        select(&mut state, "B2");
        type_in(&mut state, "1");
        assert_eq!(author(&state).as_deref(), Some("Ekonomi"), "in the next book too");
    }

    #[test]
    fn a_complaint_goes_when_the_text_is_mended() {
        let mut state = budget();
        select(&mut state, "B2");
        type_in(&mut state, "=SUMMA(B3)+");
        assert!(workspace(&state).editor.draft().unwrap().refusal.is_some());
        edit(&mut state, EditAction::Typed(Field::Cell, "=SUMMA(B3)".into()));
        assert_eq!(workspace(&state).editor.draft().unwrap().refusal, None);
    }

    #[test]
    fn arrows_point_where_a_formula_asks_for_a_cell() {
        let mut state = empty();
        select(&mut state, "C3");
        let arrow = |direction| EditAction::Point { motion: Motion::Step(direction), extend: false };
        edit(&mut state, EditAction::Typed(Field::Cell, "=".into()));
        assert_eq!(workspace(&state).editor.mode(), Mode::Pointing);
        edit(&mut state, arrow(Direction::Up));
        edit(&mut state, arrow(Direction::Left));
        assert_eq!(workspace(&state).editor.draft().unwrap().text, "=B2");
        edit(&mut state, EditAction::Typed(Field::Cell, "=B2*2".into()));
        assert_eq!(workspace(&state).editor.mode(), Mode::Enter);
        edit(&mut state, EditAction::Commit(Some(Step::Move(Motion::Step(Direction::Down)))));
        assert_eq!((selected(&state).as_str(), shown(&state, "C3").as_str()), ("C4", "0"));
    }

    #[test]
    fn f2_changes_between_caret_and_pointing() {
        let mut state = budget();
        select(&mut state, "D2");
        edit(&mut state, EditAction::Begin(Field::Cell));
        edit(&mut state, EditAction::Turn);
        assert_eq!(workspace(&state).editor.mode(), Mode::Pointing, "the reference at the caret can be moved");
        edit(&mut state, EditAction::Point { motion: Motion::Step(Direction::Down), extend: false });
        assert_eq!(workspace(&state).editor.draft().unwrap().text, "=B2-C3");
        edit(&mut state, EditAction::Turn);
        assert_eq!(workspace(&state).editor.mode(), Mode::Edit);
        select(&mut state, "A2");
        edit(&mut state, EditAction::Begin(Field::Cell));
        edit(&mut state, EditAction::Turn);
        assert_eq!(workspace(&state).editor.mode(), Mode::Edit, "words have nothing to point at");
    }

    #[test]
    fn an_entry_fills_all_that_is_selected() {
        let mut state = budget();
        select(&mut state, "E2:E4");
        edit(&mut state, EditAction::Typed(Field::Cell, "=D2*2".into()));
        edit(&mut state, EditAction::Everywhere);
        assert_eq!(["E2", "E3", "E4"].map(|cell| shown(&state, cell)), ["400", "-300", "0"]);
        edit(&mut state, EditAction::Undo);
        assert_eq!((shown(&state, "E2").as_str(), shown(&state, "E4").as_str()), ("", ""));
        select(&mut state, "B2:C3");
        edit(&mut state, EditAction::Everywhere);
        assert_eq!(["B2", "C2", "B3", "C3"].map(|cell| shown(&state, cell)), ["13741"; 4]);
        edit(&mut state, EditAction::Typed(Field::Cell, "=SUMMA(".into()));
        edit(&mut state, EditAction::Typed(Field::Cell, "=SUMMA(B3)+".into()));
        edit(&mut state, EditAction::Everywhere);
        assert!(workspace(&state).editor.draft().unwrap().refusal.is_some(), "a refused text stays open");
    }

    #[test]
    fn no_complaint_comes_while_a_text_is_first_typed() {
        let mut state = empty();
        for text in ["=", "=S", "=SUMMA("] {
            edit(&mut state, EditAction::Typed(Field::Cell, text.into()));
            assert_eq!(workspace(&state).editor.draft().unwrap().refusal, None);
        }
    }

    #[test]
    fn a_click_elsewhere_does_not_leave_a_refused_text() {
        let mut state = budget();
        select(&mut state, "B2");
        edit(&mut state, EditAction::Typed(Field::Cell, "=(".into()));
        state.update(Action::Select(SelectAction::Go(Step::Move(Motion::Step(Direction::Down)))));
        assert_eq!(selected(&state), "B2");
        assert_eq!(workspace(&state).editor.mode(), Mode::Edit);
    }

    #[test]
    fn opening_and_entering_without_change_changes_nothing() {
        let mut state = budget();
        select(&mut state, "D2");
        edit(&mut state, EditAction::Begin(Field::Cell));
        edit(&mut state, EditAction::Commit(None));
        assert!(!state.is_modified());
        assert_eq!(workspace(&state).editor.mode(), Mode::Ready);
    }

    #[test]
    fn escape_gives_the_cell_its_text_back() {
        let mut state = budget();
        select(&mut state, "B2");
        edit(&mut state, EditAction::Typed(Field::Cell, "9".into()));
        edit(&mut state, EditAction::Cancel);
        assert_eq!((shown(&state, "B2").as_str(), state.is_modified()), ("13741", false));
    }

    #[test]
    fn undo_and_redo_go_through_everything() {
        let mut state = budget();
        select(&mut state, "B2:C3");
        edit(&mut state, EditAction::Clear);
        assert_eq!((shown(&state, "B2").as_str(), shown(&state, "B5").as_str()), ("", "1200"));
        edit(&mut state, EditAction::Undo);
        assert_eq!((shown(&state, "C3").as_str(), shown(&state, "B5").as_str()), ("2150", "16941"));
        edit(&mut state, EditAction::Redo);
        assert_eq!(shown(&state, "B5"), "1200");
    }

    #[test]
    fn the_decimal_key_types_the_sign_of_the_language() {
        let mut state = empty();
        assert_eq!(edit(&mut state, EditAction::DecimalKey), [Effect::Insert(",".into())]);
        state.update(Action::Page(super::super::PageAction::Language(Locale::English)));
        assert_eq!(edit(&mut state, EditAction::DecimalKey), [Effect::Insert(".".into())]);
    }
}
