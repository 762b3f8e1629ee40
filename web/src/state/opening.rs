//! A book on its way to the screen: fetched, read a little at a time, and shown when nothing would be lost with it. Until
//! then the open book stays as it is.

use tertial_engine::session::job::AT_ONCE;
use tertial_engine::session::opening::{Opened, Opening};
use tertial_engine::session::{Refusal, Session};

use super::keeping::Kept;
use super::work::{GO_ON, Work};
use super::{Effect, FileAction, Notice, Said, State, WorkAction, files, keeping};

/// A book on its way.
pub enum Coming {
    /// The template of a path is being fetched.
    Template(String),
    /// A book that the browser keeps is being fetched.
    Kept(String),
    /// A file is being read.
    File(Box<Opening>, Origin),
    /// A book that was read, and waits for the answer whether another one may be lost.
    Book(Box<Session>),
}

/// Where a book comes from.
pub enum Origin {
    /// A file that the user chose.
    File,
    /// The template of a path.
    Template(String),
    /// What the browser kept.
    Kept(Box<KeptSource>),
}

/// What the browser kept, and what is to be told about it when it is shown.
pub struct KeptSource {
    /// The kept book.
    pub kept: Kept,
    /// Whether it goes on being kept under its name, and is no copy.
    pub goes_on: bool,
    /// What is told.
    pub notice: Option<Notice>,
    /// Older copies, for when this one cannot be read.
    pub older: Vec<Vec<u8>>,
}

/// Begins to read a file.
pub fn begin(state: &mut State, bytes: Vec<u8>, origin: Origin) -> Vec<Effect> {
    match Opening::of(bytes, state.environment(), state.locale) {
        Ok(opening) => {
            state.opening = Some(Coming::File(Box::new(opening), origin));
            go_on(state)
        }
        Err(refusal) => refused(state, refusal, origin),
    }
}

/// Reads an older copy instead, where there is one.
fn refused(state: &mut State, refusal: Refusal, origin: Origin) -> Vec<Effect> {
    if let Origin::Kept(mut source) = origin
        && !source.older.is_empty()
    {
        let bytes = source.older.remove(0);
        source.notice = Some(Notice::EarlierKept);
        return begin(state, bytes, Origin::Kept(source));
    }
    state.notice = Some(Notice::Refused(refusal));
    vec![files::show_address(state)]
}

/// Whether a file is being read.
pub fn is_under_way(state: &State) -> bool {
    matches!(state.opening, Some(Coming::File(..)))
}

/// Carries out an action that concerns the file being read.
pub fn update(state: &mut State, action: WorkAction) -> Vec<Effect> {
    let mut effects = match action {
        // Keys are meant for a sheet that is seen.
        WorkAction::Ahead(_) => return Vec::new(),
        WorkAction::GoOn => go_on(state),
        WorkAction::Cancel => {
            state.opening = None;
            state.said = Some(Said::of("said-not-opened", String::new()));
            vec![Effect::FocusSheet]
        }
    };
    if !is_under_way(state) {
        state.work = None;
        effects.insert(0, Effect::CloseDialog);
    }
    effects
}

/// The book that was read and may be shown now.
pub fn take_book(state: &mut State) -> Option<Session> {
    match state.opening.take() {
        Some(Coming::Book(session)) => Some(*session),
        _ => None,
    }
}

/// Reads on for a while. Nothing is done on the page meanwhile but giving up, so there are few pauses, which cost time.
fn go_on(state: &mut State) -> Vec<Effect> {
    let mut pause = state.patience()(AT_ONCE);
    let Some(Coming::File(mut opening, origin)) = state.opening.take() else { return Vec::new() };
    match opening.advance(&mut *pause) {
        Opened::Working(part) => {
            state.opening = Some(Coming::File(opening, origin));
            state.work = Some(Work::at(part));
            vec![GO_ON]
        }
        Opened::Refused(refusal) => refused(state, refusal, origin),
        // Whoever asked for one of these was asked about changes before it was fetched.
        Opened::Done(session) => match origin {
            Origin::Template(path) => {
                let effects = files::show(state, *session, Some(path));
                keeping::tell(state);
                effects
            }
            Origin::Kept(source) => show_kept(state, *session, *source),
            Origin::File => {
                state.opening = Some(Coming::Book(session));
                files::update(state, FileAction::Show)
            }
        },
    }
}

fn show_kept(state: &mut State, session: Session, source: KeptSource) -> Vec<Effect> {
    let effects = files::show(state, session, source.kept.template.clone());
    if let Some(workspace) = &mut state.workspace {
        workspace.document.was_kept(&source.kept, source.goes_on);
    }
    state.notice = source.notice;
    effects
}

#[cfg(test)]
mod tests {
    use tertial_engine::session::job::Patience;

    use super::super::Action;
    use super::super::sample::{budget, file, select, shown, start, type_in};
    use super::*;

    /// No time at all.
    const HASTY: Patience = |_| Box::new(|| true);

    fn run(state: &mut State, action: Action) -> Vec<Effect> {
        state.update(action)
    }

    fn hurried(mut state: State) -> State {
        state.set_patience(HASTY);
        assert_eq!(run(&mut state, Action::File(FileAction::Chosen(file()))), [GO_ON]);
        assert!(state.work.is_some() && state.is_covered());
        state
    }

    fn finish(state: &mut State) -> Vec<Effect> {
        loop {
            let effects = run(state, Action::Work(WorkAction::GoOn));
            if effects != [GO_ON] {
                return effects;
            }
        }
    }

    #[test]
    fn a_file_is_read_between_drawings_and_shown_when_it_is_whole() {
        for state in [start(), budget()] {
            let mut state = hurried(state);
            let effects = finish(&mut state);
            assert_eq!(effects.first(), Some(&Effect::CloseDialog));
            assert_eq!((shown(&state, "A1").as_str(), state.work.is_some()), ("Ur filen", false));
        }
    }

    #[test]
    fn reading_that_is_given_up_leaves_everything_as_it_was() {
        let mut state = budget();
        select(&mut state, "B2");
        type_in(&mut state, "7500");
        let mut state = hurried(state);
        let effects = run(&mut state, Action::Work(WorkAction::Cancel));
        assert_eq!(effects, [Effect::CloseDialog, Effect::FocusSheet]);
        assert_eq!(
            (shown(&state, "B2").as_str(), state.work.is_some(), state.waiting.is_some()),
            ("7500", false, false)
        );
        assert!(state.is_modified() && state.is_ready());
    }

    #[test]
    fn unsaved_changes_are_asked_about_when_the_file_is_read() {
        let mut state = budget();
        select(&mut state, "B2");
        type_in(&mut state, "7500");
        let mut state = hurried(state);
        finish(&mut state);
        assert_eq!((shown(&state, "B2").as_str(), &state.waiting), ("7500", &Some(FileAction::Show)));
        run(&mut state, Action::File(FileAction::Answer(true)));
        assert_eq!(shown(&state, "A1"), "Ur filen");
    }
}
