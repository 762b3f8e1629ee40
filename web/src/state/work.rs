//! Long work: what was begun and was not done at once goes on a little at a time, between two drawings. Until then nothing
//! else is done to the book, and what lies over the page says how far it has come and lets it be cancelled.

use tertial_engine::session::job::{self, Part, Patience, Progress, Stage};

use crate::platform::keys::{Key, KeyPress};

use super::finding::FindAction;
use super::{Action, Effect, Notice, Said, State, opening, pasting};

/// Milliseconds of work between two drawings.
const BETWEEN_FRAMES: u32 = 12;

/// Long work under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// How far it has come.
    pub part: Part,
    /// Keys that were pressed meanwhile, for when it is done.
    ahead: Vec<KeyPress>,
}

impl Work {
    /// Work that has come so far.
    pub const fn at(part: Part) -> Self {
        Self { part, ahead: Vec::new() }
    }
}

/// More keys than this nobody presses without looking.
const MOST_AHEAD: usize = 500;

/// What happens to long work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkAction {
    /// A key was pressed meanwhile.
    Ahead(KeyPress),
    /// It goes on for a while.
    GoOn,
    /// It is given up, and what it did is taken back.
    Cancel,
}

/// How far long work has come when it is first seen.
const BEGINNING: Part = Part { stage: Stage::Writing, done: 0, total: 1 };

/// Asks for more work when the browser has drawn.
pub const GO_ON: Effect = Effect::Later(Action::Work(WorkAction::GoOn));

/// A page without a clock never loses its patience.
pub const ENDLESS: Patience = |_| Box::new(|| false);

/// Whether an action can be carried out while long work is under way. A search goes on; it only reads.
pub const fn allows(action: &Action) -> bool {
    use super::ViewAction::{Resized, Scrolled};
    matches!(
        action,
        Action::Work(_) | Action::View(Resized { .. } | Scrolled { .. }) | Action::Find(FindAction::GoOn(_))
    )
}

/// Whether a key that is pressed meanwhile is kept; Escape cancels at once.
pub const fn keeps(press: KeyPress) -> bool {
    !press.composing && !matches!(press.key, Key::Escape | Key::Other)
}

/// Sees whether an action left long work behind, which then is to go on.
pub fn watch(state: &mut State) -> Vec<Effect> {
    let session = state.workspace.as_ref().map(|workspace| &workspace.document.session);
    if state.work.is_some() || !session.is_some_and(job::is_under_way) {
        return Vec::new();
    }
    state.work = Some(Work::at(BEGINNING));
    vec![GO_ON]
}

/// Carries out an action that concerns long work.
pub fn update(state: &mut State, action: WorkAction) -> Vec<Effect> {
    if opening::is_under_way(state) {
        return opening::update(state, action);
    }
    let patience = state.patience();
    let (Some(workspace), Some(work)) = (&mut state.workspace, &mut state.work) else { return Vec::new() };
    let session = &mut workspace.document.session;
    match action {
        WorkAction::GoOn => {}
        WorkAction::Ahead(press) => {
            work.ahead.extend((work.ahead.len() < MOST_AHEAD).then_some(press));
            return Vec::new();
        }
        WorkAction::Cancel => {
            // What was typed ahead was meant for what now does not come.
            work.ahead.clear();
            job::cancel(session);
            return Vec::new();
        }
    }
    match job::advance(session, &mut *patience(BETWEEN_FRAMES)) {
        Progress::Working(part) => {
            work.part = part;
            return vec![GO_ON];
        }
        Progress::Done(outcome) => {
            workspace.fold(&outcome.changes);
            pasting::tell(state, outcome.understood);
        }
        Progress::Stopped { refusal, changes } => {
            workspace.fold(&changes);
            state.notice = refusal.map(Notice::Refused);
            state.paste = None;
            state.said = Some(Said::of("said-cancelled", String::new()));
        }
    }
    let ahead = state.work.take().map(|work| work.ahead).unwrap_or_default();
    let replay = (!ahead.is_empty()).then_some(Effect::Replay(ahead));
    [Effect::CloseDialog, Effect::FocusSheet].into_iter().chain(replay).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{empty, select, selected, shown, type_in, workspace};
    use super::super::{ClipAction, EditAction, PageAction, State};
    use super::*;
    use crate::platform::clipboard::Incoming;
    use tertial_engine::session::Locale;

    /// Three questions of a clock are all the time there is.
    const HASTY: Patience = |_| {
        let mut asked = 0;
        Box::new(move || {
            asked += 1;
            asked > 3
        })
    };

    /// A page in a hurry with a column of doubled numbers, where the first number was typed over just now.
    fn hurried() -> State {
        let mut state = empty();
        select(&mut state, "A1");
        type_in(&mut state, "1");
        select(&mut state, "A2:A2000");
        let session = &mut state.workspace.as_mut().unwrap().document.session;
        let sheet = session.sheets()[0].id;
        for row in 1..2_000 {
            let text = format!("=SUM(A{row};1)");
            session.put(tertial_engine::session::Address::new(row, 0).on(sheet), &text).unwrap();
        }
        job::set_patience(session, HASTY);
        state.set_patience(HASTY);
        select(&mut state, "A1");
        type_in(&mut state, "5");
        state
    }

    fn finish(state: &mut State) -> Vec<Effect> {
        loop {
            let effects = state.update(Action::Work(WorkAction::GoOn));
            if effects != [GO_ON] {
                return effects;
            }
        }
    }

    #[test]
    fn long_work_goes_on_until_it_is_done_and_is_one_step_to_undo() {
        let mut state = hurried();
        assert!(state.work.is_some() && state.is_covered());
        assert_eq!(finish(&mut state), [Effect::CloseDialog, Effect::FocusSheet]);
        assert_eq!((shown(&state, "A2000").as_str(), &state.work), ("2004", &None));
        state.update(Action::Edit(EditAction::Undo));
        finish(&mut state);
        assert_eq!((shown(&state, "A1").as_str(), shown(&state, "A2000").as_str()), ("1", "2000"));
    }

    #[test]
    fn cancelled_work_leaves_nothing_behind() {
        let mut state = hurried();
        let revision = workspace(&state).document.session.revision();
        state.update(Action::Work(WorkAction::GoOn));
        state.update(Action::Work(WorkAction::Cancel));
        finish(&mut state);
        assert_eq!((shown(&state, "A1").as_str(), shown(&state, "A2000").as_str()), ("1", "2000"));
        assert_eq!(workspace(&state).document.session.revision(), revision);
        assert_eq!(state.said, Some(Said::of("said-cancelled", String::new())));
    }

    #[test]
    fn what_was_understood_of_a_long_paste_is_told_when_it_is_done() {
        let mut state = empty();
        job::set_patience(&mut state.workspace.as_mut().unwrap().document.session, HASTY);
        state.set_patience(HASTY);
        let text = "7\n".repeat(5_000) + "12 34 5\n#SAKNAS!";
        let incoming = Incoming { text, ..Incoming::default() };
        state.update(Action::Clip(ClipAction::Arrived(Some(incoming))));
        assert!(state.work.is_some() && state.notice.is_none());
        finish(&mut state);
        assert_eq!((selected(&state).as_str(), shown(&state, "A5000").as_str()), ("A1:A5002", "7"));
        let Some(Notice::Pasted(report)) = &state.notice else { panic!("nothing was told") };
        assert_eq!((report.understood.numbers, report.understood.doubtful), (5_000, 1));
    }

    #[test]
    fn keys_that_are_pressed_meanwhile_wait_for_the_end() {
        let keys = [Key::Char('8'), Key::Enter].map(KeyPress::plain);
        let mut state = hurried();
        keys.iter().for_each(|press| _ = state.update(Action::Work(WorkAction::Ahead(*press))));
        assert_eq!(finish(&mut state), [Effect::CloseDialog, Effect::FocusSheet, Effect::Replay(keys.to_vec())]);
        let mut state = hurried();
        state.update(Action::Work(WorkAction::Ahead(keys[0])));
        state.update(Action::Work(WorkAction::Cancel));
        assert_eq!(finish(&mut state), [Effect::CloseDialog, Effect::FocusSheet], "given up with the work");
        assert!(keeps(keys[0]) && !keeps(KeyPress::plain(Key::Escape)) && !keeps(KeyPress::plain(Key::Other)));
    }

    #[test]
    fn nothing_else_is_done_meanwhile() {
        let mut state = hurried();
        select(&mut state, "C7");
        state.update(Action::Page(PageAction::Language(Locale::English)));
        assert_eq!(state.locale, Locale::Swedish);
        finish(&mut state);
        assert_eq!(selected(&state), "A1");
    }
}
