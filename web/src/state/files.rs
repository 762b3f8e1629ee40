//! Books come and go: templates, chosen files, new books, saving; and the question before unsaved changes are lost.

use tertial_engine::session::{Refusal, Session};

use super::document::Document;
use super::shelf::Shelf;
use super::viewport::Viewport;
use super::{Effect, FileAction, Notice, State, Workspace};

/// Carries out an action that concerns files.
pub fn update(state: &mut State, action: FileAction) -> Vec<Effect> {
    if loses_changes(state, &action) {
        // There is nothing to ask about a file that cannot be read.
        match unreadable(state, &action) {
            Some(refusal) => state.notice = Some(Notice::Refused(refusal)),
            None => state.waiting = Some(action),
        }
        return Vec::new();
    }
    match action {
        FileAction::ListArrived(list) => {
            state.shelf = Shelf::read(list.as_deref());
            Vec::new()
        }
        FileAction::Answer(lose) => answer(state, lose),
        FileAction::Choose => vec![Effect::ChooseFile],
        FileAction::Save => save(state),
        action => replace(state, action),
    }
}

/// Whether the action would put another book in the place of unsaved changes.
fn loses_changes(state: &State, action: &FileAction) -> bool {
    let replaces = match action {
        FileAction::New | FileAction::ToStart | FileAction::Chosen(_) => true,
        FileAction::Address(book) => !is_shown(state, book.as_deref()),
        _ => false,
    };
    replaces && state.is_modified()
}

fn unreadable(state: &State, action: &FileAction) -> Option<Refusal> {
    match action {
        FileAction::Chosen(bytes) => Session::open(bytes, state.environment()).err(),
        _ => None,
    }
}

fn is_shown(state: &State, book: Option<&str>) -> bool {
    state.workspace.as_ref().and_then(|workspace| workspace.document.template.as_deref()) == book
}

fn answer(state: &mut State, lose: bool) -> Vec<Effect> {
    match state.waiting.take() {
        Some(action) if lose => replace(state, action),
        // The address may already name the book that was asked for.
        Some(_) => vec![show_address(state), Effect::FocusSheet],
        None => Vec::new(),
    }
}

fn replace(state: &mut State, action: FileAction) -> Vec<Effect> {
    match action {
        FileAction::New => {
            let session = Session::new(state.environment());
            show(state, session, None)
        }
        FileAction::Chosen(bytes) => open(state, &bytes, None),
        FileAction::ToStart | FileAction::Address(None) => to_start(state),
        FileAction::Address(Some(path)) => request(state, path),
        FileAction::TemplateArrived { path, bytes } => receive(state, path, bytes),
        _ => Vec::new(),
    }
}

fn to_start(state: &mut State) -> Vec<Effect> {
    state.workspace = None;
    state.opening = None;
    state.notice = None;
    vec![Effect::ShowAddress(None)]
}

fn request(state: &mut State, path: String) -> Vec<Effect> {
    if is_shown(state, Some(&path)) {
        return Vec::new();
    }
    let path = if path.ends_with(".tertial") { path } else { format!("{path}.tertial") };
    state.opening = Some(path.clone());
    vec![Effect::FetchTemplate(path)]
}

fn receive(state: &mut State, path: String, bytes: Option<Vec<u8>>) -> Vec<Effect> {
    // Another book was asked for in the meantime.
    if state.opening.as_deref() != Some(path.as_str()) {
        return Vec::new();
    }
    state.opening = None;
    match bytes {
        Some(bytes) => open(state, &bytes, Some(path)),
        None => {
            state.notice = Some(Notice::BookMissing(path));
            vec![show_address(state)]
        }
    }
}

fn open(state: &mut State, bytes: &[u8], template: Option<String>) -> Vec<Effect> {
    match Session::open(bytes, state.environment()) {
        Ok(session) => show(state, session, template),
        Err(refusal) => {
            state.notice = Some(Notice::Refused(refusal));
            vec![show_address(state)]
        }
    }
}

fn show(state: &mut State, session: Session, template: Option<String>) -> Vec<Effect> {
    let seen = state.workspace.as_ref().map(|workspace| workspace.viewport);
    let viewport = seen.unwrap_or(Viewport { metrics: state.metrics, ..Viewport::default() });
    state.workspace = Some(Workspace::new(Document::new(session, template, state.locale), viewport, state.ruler()));
    state.notice = None;
    vec![show_address(state), Effect::FocusSheet]
}

fn save(state: &mut State) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let (name, bytes) = workspace.document.save();
    vec![Effect::Download { name, bytes }, Effect::FocusSheet]
}

fn show_address(state: &State) -> Effect {
    Effect::ShowAddress(state.workspace.as_ref().and_then(|workspace| workspace.document.template.clone()))
}
