//! Cells are written: typing, committing, clearing, pasting, undoing.

use tertial_engine::session::{Address, ChangeSet, Locale, Range, Refusal};

use super::clip;
use super::editor::{Field, Mode};
use super::movement::Step;
use super::selecting;
use super::selection::Selection;
use super::{EditAction, Effect, Notice, SelectAction, State, Workspace};

/// Most cells that one pasted text is repeated over.
const MAX_REPEATED: u64 = 10_000;

/// Carries out an action that writes cells.
pub fn update(state: &mut State, action: EditAction) -> Vec<Effect> {
    let locale = state.locale;
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    match action {
        EditAction::Begin(field) => begin(workspace, field),
        EditAction::Typed(field, text) => typed(workspace, field, text),
        EditAction::Commit(step) => return commit_and_go(state, step),
        EditAction::Cancel => {
            workspace.editor.close();
            vec![Effect::FocusSheet]
        }
        EditAction::Clear => {
            let region = workspace.region();
            let changes = workspace.document.session.clear(region);
            finish(state, changes)
        }
        EditAction::ClearAndBegin => {
            let cell = workspace.selection.active;
            workspace.editor.begin_empty(cell, workspace.document.source(cell));
            Vec::new()
        }
        EditAction::DecimalKey => vec![Effect::Insert(decimal_sign(locale))],
        EditAction::Paste(text) => paste(state, &text),
        EditAction::Undo => {
            let changes = workspace.document.session.undo();
            travel(workspace, changes)
        }
        EditAction::Redo => {
            let changes = workspace.document.session.redo();
            travel(workspace, changes)
        }
    }
}

/// Enters the text that is being typed; `false` when it was refused and stays open.
pub fn commit(state: &mut State) -> bool {
    let Some(workspace) = &mut state.workspace else { return true };
    let Some(draft) = workspace.editor.draft() else { return true };
    if draft.is_unchanged() {
        workspace.editor.close();
        return true;
    }
    let place = workspace.document.place(draft.cell);
    match workspace.document.session.enter(place, &draft.text) {
        Ok(changes) => {
            workspace.editor.close();
            workspace.fold(&changes);
            state.notice = None;
            true
        }
        Err(refusal) => {
            workspace.editor.refuse(refusal);
            false
        }
    }
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

fn begin(workspace: &mut Workspace, field: Field) -> Vec<Effect> {
    let cell = workspace.selection.active;
    workspace.editor.begin(cell, workspace.document.source(cell), field);
    workspace.select(workspace.selection, cell);
    Vec::new()
}

fn typed(workspace: &mut Workspace, field: Field, text: String) -> Vec<Effect> {
    let cell = workspace.selection.active;
    if workspace.editor.mode() == Mode::Ready {
        workspace.select(workspace.selection, cell);
    }
    let source = workspace.document.source(cell);
    workspace.editor.typed(cell, source, field, text);
    // A complaint follows the text; the first one comes only when the text is entered.
    if let Some(draft) = workspace.editor.draft().filter(|draft| draft.refusal.is_some()) {
        let verdict = workspace.document.session.check(workspace.document.place(draft.cell), &draft.text);
        workspace.editor.judge(verdict.err());
    }
    Vec::new()
}

fn decimal_sign(locale: Locale) -> String {
    locale.decimal_sign().to_string()
}

fn finish(state: &mut State, changes: Result<ChangeSet, Refusal>) -> Vec<Effect> {
    match (changes, &mut state.workspace) {
        (Ok(changes), Some(workspace)) => {
            workspace.fold(&changes);
            state.notice = None;
        }
        (Err(refusal), _) => state.notice = Some(Notice::Refused(refusal)),
        (Ok(_), None) => {}
    }
    vec![Effect::FocusSheet]
}

/// Takes over what undo or redo changed and goes to where it happened.
fn travel(workspace: &mut Workspace, changes: Option<ChangeSet>) -> Vec<Effect> {
    let Some(changes) = changes else { return Vec::new() };
    workspace.fold(&changes);
    vec![Effect::FocusSheet]
}

fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let rows = clip::read(text);
    let target = target(workspace.selection.range, &rows);
    let mut refused = None;
    for (cell, text) in spread(target, &rows) {
        match workspace.document.session.enter(workspace.document.place(cell), text) {
            Ok(changes) => workspace.fold(&changes),
            Err(refusal) => {
                refused = Some(Notice::Refused(refusal));
                break;
            }
        }
    }
    workspace.select(Selection::range(target), target.first);
    state.notice = refused;
    vec![Effect::FocusSheet]
}

/// Where a pasted block lands: one text fills the selection, a block starts at its first cell.
fn target(selected: Range, rows: &[Vec<String>]) -> Range {
    let height = rows.len().max(1) as u32;
    let width = rows.iter().map(Vec::len).max().unwrap_or_default().max(1) as u32;
    if (height, width) == (1, 1) && selected.count() <= MAX_REPEATED {
        return selected;
    }
    let last = selected.first.offset(i64::from(height) - 1, i64::from(width) - 1);
    Range::new(selected.first, last.unwrap_or(selected.first))
}

/// The cells of the target with the text that each gets.
fn spread(target: Range, rows: &[Vec<String>]) -> impl Iterator<Item = (Address, &str)> {
    target.cells().filter_map(move |cell| {
        let row = rows.get((cell.row - target.first.row) as usize % rows.len().max(1))?;
        let text = row.get((cell.column - target.first.column) as usize % row.len().max(1))?;
        Some((cell, text.as_str()))
    })
}
