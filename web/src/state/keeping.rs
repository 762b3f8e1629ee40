//! The open book kept by the browser, so that a page that ends without warning loses nothing. A book without changes is not
//! kept; one that was saved as a file stays for some days, since nobody knows whether the browser could write the file.

use serde::{Deserialize, Serialize};
use tertial_engine::session::{Environment, insight};

use super::document::Document;
use super::{Action, Effect, Notice, State, Workspace};

/// Milliseconds from a change until it is kept.
const SOON: u32 = 300;
/// A book that takes long to write is kept when nothing has been changed for so many milliseconds.
const PAUSE: u32 = 2_000;
/// Milliseconds of writing that nobody notices.
const UNNOTICED: f64 = 40.0;
const MILLISECONDS_A_DAY: f64 = 86_400_000.0;
/// Days that a book stays after it was saved as a file.
const DAYS: i64 = 7;

/// What a list says of a kept book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Names it in this browser.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The template that it was opened from.
    pub template: Option<String>,
    /// When it was kept, in words.
    pub at: String,
    /// The day that was, counted as serial dates are.
    pub day: i64,
    /// Whether it was saved as a file since it was changed last.
    pub is_saved: bool,
    /// How often it has been kept; the newest two are there, so that one that cannot be read loses little.
    pub count: u64,
}

/// Why a book is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The browser's store is full.
    Full,
    /// The browser keeps nothing for this page, as in a private window or for a file on disk.
    Closed,
}

/// What is known of how the open book is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keeping {
    /// Its name in this browser, once it has been kept.
    pub id: Option<String>,
    /// How often it has been kept.
    count: u64,
    /// The newest revision that is to be kept, the one that was handed to the browser, and the one it has.
    seen: u64,
    handed: Option<u64>,
    has: Option<u64>,
    /// Whether writing it takes long.
    is_slow: bool,
    trouble: Option<Trouble>,
}

/// What happens to kept books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeepAction {
    /// A revision of the open book may be kept now.
    Due(u64),
    /// The page may end at any moment.
    Now,
    /// The browser has a revision.
    Done { id: String, revision: u64 },
    /// The browser did not take it.
    Failed(Trouble),
    /// The books that the browser keeps.
    Listed(Vec<Kept>),
    /// A kept book is given up.
    Forget(String),
}

impl Keeping {
    /// How a book that was just opened is kept: not at all, or as the one that it was opened from.
    pub fn of(revision: u64, kept: Option<&Kept>) -> Self {
        let count = kept.map_or(0, |kept| kept.count);
        Self { id: kept.map(|kept| kept.id.clone()), count, seen: revision, ..Self::default() }
    }

    /// Whether the browser has a revision.
    pub fn has(&self, revision: u64) -> bool {
        self.has == Some(revision)
    }
}

/// Has changes that were just made kept before long.
pub fn watch(state: &mut State) -> Vec<Effect> {
    if state.work.is_some() {
        return Vec::new();
    }
    let Some(document) = state.workspace.as_mut().map(|workspace| &mut workspace.document) else { return Vec::new() };
    let revision = document.session.revision();
    let keeping = &mut document.keeping;
    if keeping.seen == revision || keeping.trouble == Some(Trouble::Closed) {
        return Vec::new();
    }
    keeping.seen = revision;
    let wait = if keeping.is_slow { PAUSE } else { SOON };
    vec![Effect::After(wait, Action::Keep(KeepAction::Due(revision)))]
}

/// Carries out an action that concerns kept books.
pub fn update(state: &mut State, action: KeepAction) -> Vec<Effect> {
    let environment = state.environment();
    match action {
        // A book that is half-way through a change is no book to keep.
        KeepAction::Due(_) if state.work.is_some() => vec![Effect::After(SOON, Action::Keep(action))],
        KeepAction::Now if state.work.is_some() => Vec::new(),
        KeepAction::Listed(list) => {
            let today = day(environment.now());
            let (old, kept) = list.into_iter().partition(|kept: &Kept| kept.is_saved && today - kept.day > DAYS);
            state.shelves.kept = kept;
            tell(state);
            old.into_iter().map(|kept: Kept| Effect::Forget(kept.id)).collect()
        }
        KeepAction::Forget(id) => {
            state.shelves.kept.retain(|kept| kept.id != id);
            vec![Effect::Forget(id)]
        }
        KeepAction::Failed(trouble) => failed(state, trouble),
        action => {
            let Some(workspace) = &mut state.workspace else { return Vec::new() };
            of_open(workspace, &action, &*environment)
        }
    }
}

fn of_open(workspace: &mut Workspace, action: &KeepAction, environment: &dyn Environment) -> Vec<Effect> {
    let document = &mut workspace.document;
    let revision = document.session.revision();
    match action {
        // There will be another one.
        KeepAction::Due(due) if document.keeping.is_slow && *due != revision => Vec::new(),
        KeepAction::Due(_) | KeepAction::Now if document.keeping.handed != Some(revision) => {
            keep(document, environment)
        }
        KeepAction::Done { id, revision } if document.keeping.id.as_ref() == Some(id) => {
            document.keeping.has = Some(*revision);
            document.keeping.trouble = None;
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Hands the book to the browser. One that is as it was opened is not kept.
fn keep(document: &mut Document, environment: &dyn Environment) -> Vec<Effect> {
    if !document.is_modified() {
        return Vec::new();
    }
    let began = environment.now();
    let bytes = document.session.save();
    document.keeping.is_slow = (environment.now() - began) * MILLISECONDS_A_DAY > UNNOTICED;
    vec![handed(document, environment, bytes)]
}

/// Hands a book that was just saved as a file to the browser.
pub fn saved(document: &mut Document, environment: &dyn Environment, file: &[u8]) -> Effect {
    handed(document, environment, file.to_vec())
}

fn handed(document: &mut Document, environment: &dyn Environment, bytes: Vec<u8>) -> Effect {
    let revision = document.session.revision();
    let is_saved = !document.is_modified();
    let keeping = &mut document.keeping;
    (keeping.handed, keeping.count) = (Some(revision), keeping.count + 1);
    let kept = Kept {
        id: keeping.id.get_or_insert_with(|| format!("{:016x}", environment.random())).clone(),
        title: document.session.title(),
        template: document.template.clone(),
        at: insight::moment(&document.session, environment.now()),
        day: day(environment.now()),
        is_saved,
        count: keeping.count,
    };
    Effect::Store { kept: Box::new(kept), revision, bytes }
}

fn day(now: f64) -> i64 {
    now as i64
}

/// Tells of trouble once, and again when it is of another sort.
fn failed(state: &mut State, trouble: Trouble) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let keeping = &mut workspace.document.keeping;
    let is_new = keeping.trouble.replace(trouble) != Some(trouble);
    keeping.handed = None;
    if is_new {
        state.notice = Some(Notice::NotKept(trouble));
    }
    Vec::new()
}

/// Tells of changes to the shown template that were kept when it was open before.
pub fn tell(state: &mut State) {
    let Some(workspace) = state.workspace.as_ref().filter(|workspace| workspace.document.keeping.id.is_none()) else {
        return;
    };
    let template = workspace.document.template.as_ref();
    let is_of = |kept: &&Kept| !kept.is_saved && kept.template.as_ref() == template;
    let found = template.and_then(|_| state.shelves.kept.iter().find(is_of));
    if let Some(kept) = found.cloned() {
        state.notice = Some(Notice::Kept(Box::new(kept)));
    }
}

#[cfg(test)]
mod tests {
    use tertial_engine::session::job::{Part, Stage};

    use super::super::sample::{budget, file, select, shown, start, type_in};
    use super::super::{EditAction, FileAction, Work};
    use super::*;

    fn changed() -> State {
        let mut state = budget();
        select(&mut state, "B2");
        type_in(&mut state, "7500");
        state
    }

    fn run(state: &mut State, action: KeepAction) -> Vec<Effect> {
        state.update(Action::Keep(action))
    }

    fn stored(effects: Vec<Effect>) -> (Kept, u64, Vec<u8>) {
        let Some(Effect::Store { kept, revision, bytes }) = effects.into_iter().next() else {
            panic!("it is not kept")
        };
        (*kept, revision, bytes)
    }

    fn has(state: &State) -> bool {
        let document = &state.workspace.as_ref().unwrap().document;
        document.keeping.has(document.session.revision())
    }

    #[test]
    fn a_change_is_kept_before_long_and_only_once() {
        let mut state = budget();
        select(&mut state, "B2");
        type_in(&mut state, "7500");
        let effects = watch(&mut state);
        assert_eq!(watch(&mut state), []);
        let due = effects.iter().find_map(|effect| match effect {
            Effect::After(SOON, Action::Keep(due)) => Some(due.clone()),
            _ => None,
        });
        let (kept, revision, bytes) = stored(run(&mut state, due.clone().unwrap()));
        assert!(!bytes.is_empty() && !has(&state));
        run(&mut state, KeepAction::Done { id: kept.id, revision });
        assert!(has(&state));
        assert_eq!(run(&mut state, due.unwrap()), []);
        assert_eq!(run(&mut state, KeepAction::Now), []);
    }

    #[test]
    fn a_book_keeps_its_name_and_goes_some_days_after_a_file_has_it() {
        let mut state = changed();
        let (first, ..) = stored(run(&mut state, KeepAction::Now));
        select(&mut state, "B3");
        type_in(&mut state, "1");
        let (second, ..) = stored(run(&mut state, KeepAction::Now));
        assert_eq!((&second.id, second.count), (&first.id, first.count + 1));
        let effects = state.update(Action::File(FileAction::Save));
        let (mut third, ..) = stored(effects.into_iter().skip(2).collect());
        assert!(!second.is_saved && third.is_saved);
        assert_eq!(run(&mut state, KeepAction::Now), []);
        assert_eq!(run(&mut state, KeepAction::Listed(vec![third.clone()])), []);
        third.day -= DAYS + 1;
        assert_eq!(run(&mut state, KeepAction::Listed(vec![third])), [Effect::Forget(first.id)]);
    }

    #[test]
    fn a_kept_book_opens_with_what_was_changed_and_still_counts_as_unsaved() {
        let mut state = changed();
        let (kept, _, bytes) = stored(run(&mut state, KeepAction::Now));
        let mut state = start();
        run(&mut state, KeepAction::Listed(vec![kept.clone()]));
        let effects = state.update(Action::File(FileAction::OpenKept(kept.id.clone())));
        assert_eq!(effects, [Effect::FetchKept(kept.id.clone())]);
        let arrived = FileAction::KeptArrived { id: kept.id.clone(), copies: vec![bytes], is_elsewhere: false };
        state.update(Action::File(arrived));
        assert_eq!((shown(&state, "B2").as_str(), shown(&state, "B5").as_str()), ("7500", "10700"));
        assert!(state.is_modified());
        select(&mut state, "B3");
        type_in(&mut state, "1");
        assert_eq!(stored(run(&mut state, KeepAction::Now)).0.id, kept.id);
    }

    #[test]
    fn a_book_that_is_open_elsewhere_opens_as_a_copy() {
        let mut state = changed();
        let (kept, _, bytes) = stored(run(&mut state, KeepAction::Now));
        let mut state = start();
        run(&mut state, KeepAction::Listed(vec![kept.clone()]));
        state.update(Action::File(FileAction::OpenKept(kept.id.clone())));
        let arrived = FileAction::KeptArrived { id: kept.id, copies: vec![bytes], is_elsewhere: true };
        state.update(Action::File(arrived));
        assert_eq!(state.notice, Some(Notice::OpenElsewhere));
        assert_eq!(stored(run(&mut state, KeepAction::Now)).0.count, 1, "it is a book of its own");
    }

    #[test]
    fn where_the_newest_copy_cannot_be_read_the_one_before_is_opened() {
        let mut state = changed();
        let (kept, _, bytes) = stored(run(&mut state, KeepAction::Now));
        let torn = bytes[..bytes.len() / 2].to_vec();
        let mut state = start();
        run(&mut state, KeepAction::Listed(vec![kept.clone()]));
        let open = |copies| FileAction::KeptArrived { id: kept.id.clone(), copies, is_elsewhere: false };
        state.update(Action::File(FileAction::OpenKept(kept.id.clone())));
        state.update(Action::File(open(vec![torn.clone(), bytes])));
        assert_eq!((shown(&state, "B2").as_str(), &state.notice), ("7500", &Some(Notice::EarlierKept)));
        let mut state = budget();
        run(&mut state, KeepAction::Listed(vec![kept.clone()]));
        state.update(Action::File(FileAction::OpenKept(kept.id.clone())));
        state.update(Action::File(open(vec![torn])));
        assert!(matches!(state.notice, Some(Notice::Refused(_))));
        assert_eq!(shown(&state, "B2"), "13741");
    }

    #[test]
    fn what_was_said_stays_and_a_book_in_the_midst_of_work_waits() {
        let mut state = changed();
        state.update(Action::Edit(EditAction::Undo));
        let said = state.said.clone();
        select(&mut state, "B3");
        type_in(&mut state, "1");
        state.said = said.clone();
        let due = KeepAction::Due(0);
        state.work = Some(Work::at(Part { stage: Stage::Writing, done: 0, total: 1 }));
        assert_eq!(run(&mut state, due.clone()), [Effect::After(SOON, Action::Keep(due.clone()))]);
        state.work = None;
        stored(run(&mut state, due));
        assert!(said.is_some() && state.said == said);
    }

    #[test]
    fn trouble_is_told_once_and_tried_again() {
        let mut state = changed();
        run(&mut state, KeepAction::Now);
        run(&mut state, KeepAction::Failed(Trouble::Full));
        assert_eq!(state.notice.take(), Some(Notice::NotKept(Trouble::Full)));
        stored(run(&mut state, KeepAction::Now));
        run(&mut state, KeepAction::Failed(Trouble::Full));
        assert_eq!(state.notice, None);
    }

    #[test]
    fn a_template_tells_of_changes_that_were_kept_of_it() {
        let path = "koping/01.tertial".to_owned();
        let (mut kept, ..) = stored(run(&mut changed(), KeepAction::Now));
        kept.template = Some(path.clone());
        let mut state = start();
        run(&mut state, KeepAction::Listed(vec![kept.clone()]));
        state.update(Action::File(FileAction::Address(Some(path.clone()))));
        state.update(Action::File(FileAction::TemplateArrived { path, bytes: Some(file()) }));
        assert_eq!(state.notice, Some(Notice::Kept(Box::new(kept.clone()))));
        assert_eq!(run(&mut state, KeepAction::Forget(kept.id.clone())), [Effect::Forget(kept.id)]);
        assert!(state.shelves.kept.is_empty());
    }
}
