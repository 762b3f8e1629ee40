//! Books come and go: templates, chosen files, new books, saving; and the question before unsaved changes are lost.

use tertial_engine::session::{Session, deeds, job};

use super::document::Document;
use super::editing;
use super::keeping;
use super::layout;
use super::opening::{self, Coming, KeptSource, Origin};
use super::shelf::Shelf;
use super::viewport::Viewport;
use super::{Effect, FileAction, Notice, State, Workspace};

/// Carries out an action that concerns files.
pub fn update(state: &mut State, action: FileAction) -> Vec<Effect> {
    if loses_changes(state, &action) {
        state.waiting = Some(action);
        return Vec::new();
    }
    match action {
        FileAction::ListArrived(list) => {
            state.shelves.templates = Shelf::read(list.as_deref());
            Vec::new()
        }
        FileAction::Answer(lose) => answer(state, lose),
        FileAction::Choose => vec![Effect::ChooseFile],
        FileAction::Save if editing::commit(state) => save(state),
        action => replace(state, action),
    }
}

/// Whether the action would put another book in the place of unsaved changes.
fn loses_changes(state: &State, action: &FileAction) -> bool {
    let replaces = match action {
        // A file that is chosen is read first: there is nothing to ask about one that cannot be read.
        FileAction::New | FileAction::ToStart | FileAction::Show | FileAction::OpenKept(_) => true,
        FileAction::Address(book) => !is_shown(state, book.as_deref()),
        _ => false,
    };
    replaces && state.is_modified()
}

fn is_shown(state: &State, book: Option<&str>) -> bool {
    state.workspace.as_ref().and_then(|workspace| workspace.document.template.as_deref()) == book
}

fn answer(state: &mut State, lose: bool) -> Vec<Effect> {
    match state.waiting.take() {
        Some(action) if lose => replace(state, action),
        // The address may already name the book that was asked for.
        Some(_) => {
            state.opening = None;
            vec![show_address(state), Effect::FocusSheet]
        }
        None => Vec::new(),
    }
}

fn replace(state: &mut State, action: FileAction) -> Vec<Effect> {
    match action {
        FileAction::New => {
            let session = Session::new(state.environment());
            show(state, session, None)
        }
        FileAction::Chosen(bytes) => opening::begin(state, bytes, Origin::File),
        FileAction::OpenKept(id) => {
            state.opening = Some(Coming::Kept(id.clone()));
            vec![Effect::FetchKept(id)]
        }
        FileAction::KeptArrived { id, copies, is_elsewhere } => receive_kept(state, &id, copies, is_elsewhere),
        FileAction::Show => opening::take_book(state).map_or_else(Vec::new, |session| show(state, session, None)),
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
    // What was kept since the page was loaded stands there too.
    vec![Effect::ShowAddress(None), Effect::ListKept]
}

fn request(state: &mut State, path: String) -> Vec<Effect> {
    if is_shown(state, Some(&path)) {
        return Vec::new();
    }
    let path = if path.ends_with(".tertial") { path } else { format!("{path}.tertial") };
    state.opening = Some(Coming::Template(path.clone()));
    vec![Effect::FetchTemplate(path)]
}

fn receive(state: &mut State, path: String, bytes: Option<Vec<u8>>) -> Vec<Effect> {
    // Another book was asked for in the meantime.
    if !matches!(&state.opening, Some(Coming::Template(awaited)) if *awaited == path) {
        return Vec::new();
    }
    state.opening = None;
    match bytes {
        Some(bytes) => opening::begin(state, bytes, Origin::Template(path)),
        None => {
            state.notice = Some(Notice::BookMissing(path));
            vec![show_address(state)]
        }
    }
}

fn receive_kept(state: &mut State, id: &str, copies: Vec<Vec<u8>>, is_elsewhere: bool) -> Vec<Effect> {
    // Another book was asked for in the meantime.
    if !matches!(&state.opening, Some(Coming::Kept(awaited)) if awaited == id) {
        return Vec::new();
    }
    state.opening = None;
    let Some(kept) = state.shelves.kept.iter().find(|kept| kept.id == id).cloned() else { return Vec::new() };
    let notice = is_elsewhere.then_some(Notice::OpenElsewhere);
    let mut copies = copies.into_iter();
    let newest = copies.next().unwrap_or_default();
    let source = KeptSource { kept, goes_on: !is_elsewhere, notice, older: copies.collect() };
    opening::begin(state, newest, Origin::Kept(Box::new(source)))
}

/// Shows a book.
pub fn show(state: &mut State, session: Session, template: Option<String>) -> Vec<Effect> {
    let seen = state.workspace.as_ref().map(|workspace| workspace.viewport);
    let viewport = seen.unwrap_or(Viewport { metrics: state.metrics, ..Viewport::default() });
    let mut workspace = Workspace::new(Document::new(session, template, state.locale), viewport, state.ruler());
    job::set_patience(&mut workspace.document.session, state.patience());
    deeds::sign(&mut workspace.document.session, &state.preferences().author);
    // The screen is still scrolled to where the former book was read.
    workspace.viewport.scrolled += state.workspace.as_ref().map_or(0, |former| former.viewport.scrolled);
    // Before the window is measured nothing can be said.
    let is_seen = workspace.viewport.is_measured();
    state.notice = (is_seen && !layout::stays_in_sight(&workspace)).then_some(Notice::FrozenTooLarge);
    state.workspace = Some(workspace);
    vec![show_address(state), Effect::FocusSheet]
}

fn save(state: &mut State) -> Vec<Effect> {
    let environment = state.environment();
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let (name, bytes) = workspace.document.save();
    let kept = keeping::saved(&mut workspace.document, &*environment, &bytes);
    vec![Effect::Download { name, bytes }, Effect::FocusSheet, kept]
}

/// Has the address name the shown book.
pub fn show_address(state: &State) -> Effect {
    Effect::ShowAddress(state.workspace.as_ref().and_then(|workspace| workspace.document.template.clone()))
}

#[cfg(test)]
mod tests {
    use super::super::editor::Field;
    use super::super::layout::LayoutAction;
    use super::super::sample::{budget, empty, file, select, shown, start, type_in};
    use super::super::{Action, EditAction, Effect, ViewAction};
    use super::*;
    use crate::platform::measure::Size;

    fn run(state: &mut State, action: FileAction) -> Vec<Effect> {
        state.update(Action::File(action))
    }

    fn changed() -> State {
        let mut state = budget();
        select(&mut state, "B2");
        type_in(&mut state, "7500");
        state
    }

    #[test]
    fn a_saved_book_is_not_modified() {
        let mut state = changed();
        assert!(state.is_modified());
        let effects = run(&mut state, FileAction::Save);
        assert!(
            matches!(&effects[0], Effect::Download { name, bytes } if name.ends_with(".tertial") && !bytes.is_empty())
        );
        assert!(!state.is_modified());
    }

    #[test]
    fn what_is_being_typed_is_saved_too() {
        let mut state = budget();
        select(&mut state, "B2");
        state.update(Action::Edit(EditAction::Typed(Field::Cell, "1".into())));
        assert!(state.is_modified());
        run(&mut state, FileAction::Save);
        assert_eq!((shown(&state, "B2").as_str(), state.is_modified()), ("1", false));
    }

    #[test]
    fn a_text_that_cannot_be_entered_stops_the_saving() {
        let mut state = budget();
        state.update(Action::Edit(EditAction::Typed(Field::Cell, "=1+".into())));
        assert_eq!(run(&mut state, FileAction::Save), []);
        assert!(state.is_modified());
    }

    #[test]
    fn what_was_saved_opens_again() {
        let mut state = changed();
        let Effect::Download { bytes, .. } = run(&mut state, FileAction::Save).remove(0) else { panic!("it is saved") };
        run(&mut state, FileAction::New);
        assert_eq!(shown(&state, "B2"), "");
        run(&mut state, FileAction::Chosen(bytes));
        assert_eq!((shown(&state, "B2").as_str(), shown(&state, "B5").as_str()), ("7500", "10700"));
    }

    #[test]
    fn a_refused_file_keeps_the_open_book() {
        for mut state in [budget(), changed()] {
            let before = shown(&state, "B2");
            run(&mut state, FileAction::Chosen(b"PK".to_vec()));
            assert!(matches!(state.notice, Some(Notice::Refused(_))));
            assert_eq!(shown(&state, "B2"), before);
            assert_eq!(state.waiting, None);
        }
    }

    #[test]
    fn unsaved_changes_are_asked_about() {
        for action in [FileAction::New, FileAction::ToStart, FileAction::Chosen(file()), FileAction::Address(None)] {
            let mut state = changed();
            if action == FileAction::Address(None) {
                let workspace = state.workspace.as_mut().unwrap();
                workspace.document.template = Some("koping/01.tertial".into());
            }
            run(&mut state, action.clone());
            let waits = if matches!(action, FileAction::Chosen(_)) { FileAction::Show } else { action };
            assert_eq!(state.waiting, Some(waits));
            assert_eq!(shown(&state, "B2"), "7500");
        }
    }

    #[test]
    fn to_stay_keeps_everything() {
        let mut state = changed();
        run(&mut state, FileAction::ToStart);
        run(&mut state, FileAction::Answer(false));
        assert_eq!((state.waiting.as_ref(), shown(&state, "B2").as_str()), (None, "7500"));
        run(&mut state, FileAction::Chosen(file()));
        run(&mut state, FileAction::Answer(false));
        assert!(state.opening.is_none() && shown(&state, "B2") == "7500");
    }

    #[test]
    fn to_go_on_carries_out_what_waited() {
        let mut state = changed();
        run(&mut state, FileAction::Chosen(file()));
        run(&mut state, FileAction::Answer(true));
        assert_eq!(shown(&state, "A1"), "Ur filen");
        assert!(!state.is_modified());
    }

    #[test]
    fn another_book_is_shown_from_its_top() {
        let mut state = budget();
        let before = state.workspace.as_ref().unwrap().viewport.scrolled;
        run(&mut state, FileAction::Chosen(file()));
        assert!(state.workspace.as_ref().unwrap().viewport.scrolled > before);
    }

    #[test]
    fn what_has_no_room_to_stay_in_sight_is_told_of_when_a_book_opens() {
        let mut wide = empty();
        select(&mut wide, "F1");
        let cell = tertial_engine::session::Address::new(0, 5);
        wide.update(Action::Layout(LayoutAction::Freeze(cell)));
        let Effect::Download { bytes, .. } = run(&mut wide, FileAction::Save).remove(0) else { panic!("it is saved") };
        assert_eq!(wide.notice, None);
        let mut narrow = empty();
        let metrics = narrow.metrics;
        let size = Size { width: 320.0, height: 400.0 };
        narrow.update(Action::View(ViewAction::Resized { size, metrics }));
        run(&mut narrow, FileAction::Chosen(bytes.clone()));
        assert_eq!(narrow.notice, Some(Notice::FrozenTooLarge));
        let mut new = start();
        run(&mut new, FileAction::Chosen(bytes));
        assert_eq!(new.notice, None, "nothing is known of the window yet");
        new.update(Action::View(ViewAction::Resized { size, metrics }));
        assert_eq!(new.notice, Some(Notice::FrozenTooLarge));
    }

    #[test]
    fn nothing_is_asked_when_all_is_saved() {
        let mut state = budget();
        run(&mut state, FileAction::ToStart);
        assert!(state.workspace.is_none());
    }

    #[test]
    fn an_address_opens_a_template() {
        let mut state = start();
        let effects = run(&mut state, FileAction::Address(Some("koping/01-drift".into())));
        let path = "koping/01-drift.tertial".to_owned();
        assert_eq!(effects, [Effect::FetchTemplate(path.clone())]);
        assert!(!state.is_ready());
        run(&mut state, FileAction::TemplateArrived { path: path.clone(), bytes: Some(file()) });
        assert_eq!(state.workspace.as_ref().unwrap().document.template, Some(path));
    }

    #[test]
    fn a_template_nobody_waits_for_any_more_is_dropped() {
        let mut state = start();
        run(&mut state, FileAction::Address(Some("a.tertial".into())));
        run(&mut state, FileAction::Address(Some("b.tertial".into())));
        run(&mut state, FileAction::TemplateArrived { path: "a.tertial".into(), bytes: Some(file()) });
        assert!(state.workspace.is_none());
    }

    #[test]
    fn a_missing_template_is_told_of() {
        let mut state = start();
        run(&mut state, FileAction::ListArrived(None));
        run(&mut state, FileAction::Address(Some("a.tertial".into())));
        run(&mut state, FileAction::TemplateArrived { path: "a.tertial".into(), bytes: None });
        assert_eq!(state.notice, Some(Notice::BookMissing("a.tertial".into())));
        assert!(state.is_ready());
    }

    #[test]
    fn the_page_is_ready_when_something_is_drawn() {
        let mut state = start();
        assert!(!state.is_ready());
        run(&mut state, FileAction::New);
        assert!(!state.is_ready(), "the screen is not measured yet");
        assert!(empty().is_ready());
    }
}
