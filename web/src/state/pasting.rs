//! A paste on its way: how its numbers are written is asked where that cannot be told, its cells land, and what needs a
//! word is said when all are written.

use std::rc::Rc;

use tertial_engine::session::job;
use tertial_engine::session::pasting::{self, Pasted, Survey, Understood};
use tertial_engine::session::{ChangeSet, Marks, PasteManner, Refusal};

use super::pasted_html::Outside;
use super::rules;
use super::selection::Selection;
use super::{Effect, Notice, Panel, State, Workspace};

/// A paste that is not done yet.
#[derive(Debug, Clone, PartialEq)]
pub enum Paste {
    /// It waits for the answer how its numbers are written.
    Asking(Waiting),
    /// Its cells are being written; what is to be said then.
    UnderWay(Report),
}

/// A paste that waits for the answer how its numbers are written.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    outside: Rc<Outside>,
    manner: PasteManner,
    /// What can be read in two ways.
    pub survey: Survey,
}

/// What came of a paste that needs a word.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    pub understood: Understood,
    /// Cells that had been several.
    pub merged: usize,
    /// How numbers were read, when it was asked.
    pub marks: Option<Marks>,
}

/// Pastes cells from outside, or asks first how their numbers are written.
pub fn paste_outside(state: &mut State, outside: Outside, manner: PasteManner) -> Vec<Effect> {
    if outside.block.rows.is_empty() {
        return vec![Effect::FocusSheet];
    }
    let survey = pasting::survey(&outside.block, state.locale);
    match survey.marks {
        Some(marks) => put(state, &outside, (marks, false), manner),
        None => {
            state.paste = Some(Paste::Asking(Waiting { outside: Rc::new(outside), manner, survey }));
            state.panel = Some(Panel::NumberMarks);
            Vec::new()
        }
    }
}

/// The answer counts for all of the paste.
pub fn answered(state: &mut State, marks: Marks) -> Vec<Effect> {
    let Some(Paste::Asking(Waiting { outside, manner, .. })) = state.paste.take() else { return Vec::new() };
    put(state, &outside, (marks, true), manner)
}

fn put(state: &mut State, outside: &Outside, (marks, asked): (Marks, bool), manner: PasteManner) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let targets = workspace.regions();
    let session = &mut workspace.document.session;
    let pasted = pasting::paste_block(session, &outside.block, marks, &targets, manner);
    let report = Report { merged: outside.merged, marks: asked.then_some(marks), ..Report::default() };
    finish(state, pasted, report)
}

/// Takes over what a paste changed, selects it, and says what needs a word, once all is written.
pub fn finish(state: &mut State, pasted: Result<Pasted, Refusal>, report: Report) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    match pasted {
        Ok(pasted) => {
            take_over(workspace, &pasted.changes);
            let warned = rules::warned(workspace, &pasted.changes);
            if let [range] = pasted.ranges[..] {
                workspace.select(Selection::range(range), range.first);
            }
            let is_done = !job::is_under_way(&workspace.document.session);
            state.notice = None;
            state.paste = Some(Paste::UnderWay(report));
            if is_done {
                tell(state, pasted.understood);
                state.notice = warned.or(state.notice.take());
            }
        }
        Err(refusal) => state.notice = Some(Notice::Refused(refusal)),
    }
    vec![Effect::FocusSheet]
}

/// Says what needs a word of a paste that is done.
pub fn tell(state: &mut State, understood: Understood) {
    if let Some(Paste::UnderWay(report)) = state.paste.take() {
        let report = Report { understood, ..report };
        state.notice = report.is_worth_a_word().then_some(Notice::Pasted(report));
    }
}

/// Copied cells stay framed when they are pasted, as long as they stand where they stood.
fn take_over(workspace: &mut Workspace, changes: &ChangeSet) {
    let clip = workspace.clip.take().filter(|clip| !clip.is_cut);
    workspace.fold(changes);
    workspace.clip = clip;
}

impl Report {
    /// Whether anything was doubtful or is not as one would think.
    fn is_worth_a_word(&self) -> bool {
        let Understood { doubtful, errors, hidden_rows, .. } = self.understood;
        doubtful + errors + hidden_rows + self.merged > 0 || self.marks.is_some()
    }
}
