//! What stands beside the sheet and tells of it. It leaves the keyboard in the sheet; F6 goes there.

use std::rc::Rc;

use tertial_engine::session::insight::{Explanation, Source, Steps, explain};
use tertial_engine::session::reconciliation::{Found, Reconciliation};
use tertial_engine::session::{ChangeSet, Locale, Place, Range, Region, Session, Way, validation, watching};

use super::reconciling::ReconcileAction;
use super::segments::Frame;
use super::selection::Selection;
use super::{Action, Effect, Said, State, Workspace, editing};

/// The most cells that are gone back through.
const LONGEST_TRAIL: usize = 100;
/// Looks of frames there are for each way.
const LOOKS: usize = 4;

/// The look of frames around cells that break their rules.
const BREACH: usize = 4;
/// The most frames that are drawn.
const MOST_FRAMES: usize = 100;

/// What can stand beside the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Why a cell shows what it shows.
    Why,
    /// The watched cells.
    Watches,
    /// The cells whose values break their rules.
    Breaches,
    /// All notes.
    Notes,
    /// What is found in the report tables.
    Findings,
}

/// What stands beside the sheet.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// What it is, if anything.
    pub side: Option<Side>,
    /// Why a cell shows what it shows.
    pub insight: Insight,
    /// The cells whose values break their rules, whether there may be more, and the state of the book they were found in.
    breaches: Option<(u64, Rc<[Place]>, bool)>,
    /// What is known of the report tables, and what was found in them last.
    reconciliation: Reconciliation,
    found: Option<Rc<[Found]>>,
}

/// A cell that is explained.
#[derive(Debug, Clone, Default)]
pub struct Insight {
    /// The cell, if it stays while the selection goes on.
    pub pinned: Option<Place>,
    /// The cells that were left by jumps, the newest last.
    pub trail: Vec<Place>,
    /// Steps back and steps on that are shown.
    reach: (usize, usize),
    /// What is told, and what that was told of.
    told: Option<(Told, Rc<Explanation>)>,
}

/// What an explanation depends on.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Told {
    place: Place,
    revision: u64,
    reach: (usize, usize),
    locale: Locale,
}

/// What is asked of what stands beside the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BesideAction {
    /// It is opened.
    Show(Side),
    /// It is closed.
    Close,
    /// The explained cell stays, or follows the selection again.
    Pin,
    /// One step more is shown.
    Further(Way),
    /// To some cells.
    Jump(Region),
    /// To the cell that the last jump left.
    Back,
    /// The keyboard goes back to the sheet.
    ToSheet,
    /// The active cell is watched, or not any more.
    Watch,
    /// A watched cell is taken from the list, by its number there.
    Forget(usize),
    /// Watched cells are compared with what they hold now.
    Rebase,
}

impl Beside {
    /// Closes what does not stay.
    pub fn let_go(&mut self) {
        if self.insight.pinned.is_none() {
            self.close();
        }
    }

    /// The cells whose values break their rules, and whether there may be more.
    pub fn breaches(&self) -> (&[Place], bool) {
        self.breaches.as_ref().map_or((&[], false), |(_, places, is_full)| (places, *is_full))
    }

    /// Hears of a change, so that only what it touched is looked at again.
    pub fn touch(&mut self, changes: &ChangeSet) {
        self.reconciliation.touch(changes);
    }

    /// Looks at the large tables that changes touched.
    pub fn catch_up(&mut self, session: &Session) {
        self.found = self.reconciliation.catch_up(session);
    }

    /// What is found in the report tables; nothing in a book that has none.
    pub fn findings(&self) -> Option<&Rc<[Found]>> {
        self.found.as_ref()
    }

    fn close(&mut self) {
        let (reconciliation, found) = (std::mem::take(&mut self.reconciliation), self.found.take());
        *self = Self { reconciliation, found, ..Self::default() };
    }
}

impl Insight {
    /// What is told.
    pub fn explanation(&self) -> Option<&Rc<Explanation>> {
        self.told.as_ref().map(|(_, explanation)| explanation)
    }
}

/// Carries out an action.
pub fn update(state: &mut State, action: BesideAction) -> Vec<Effect> {
    if !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    match action {
        BesideAction::Show(side) => {
            workspace.beside.side = Some(side);
            state.said = Some(Said::of("said-beside", String::new()));
        }
        BesideAction::Close => workspace.beside.close(),
        BesideAction::Pin => {
            let place = subject(workspace);
            let pinned = &mut workspace.beside.insight.pinned;
            *pinned = if pinned.is_some() { None } else { Some(place) };
            // Whoever pins goes on reading there.
            return Vec::new();
        }
        BesideAction::Further(way) => {
            state.said = further(workspace, way);
            return vec![Effect::FocusSheet];
        }
        BesideAction::Jump(region) => jump(workspace, region),
        BesideAction::Back => {
            if let Some(place) = workspace.beside.insight.trail.pop() {
                select(workspace, Region::cell(place));
            }
        }
        BesideAction::ToSheet => {}
        BesideAction::Watch | BesideAction::Forget(_) | BesideAction::Rebase => return watch(state, action),
    }
    vec![Effect::FocusSheet]
}

/// Changes which cells are watched, and shows them.
fn watch(state: &mut State, action: BesideAction) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    workspace.beside.side = Some(Side::Watches);
    let place = workspace.document.place(workspace.selection.active);
    let session = &mut workspace.document.session;
    let changes = match action {
        BesideAction::Forget(number) => watching::forget(session, number),
        BesideAction::Rebase => watching::rebase(session),
        _ => watching::toggle(session, place),
    };
    let is_watched = watching::is_watched(session, place);
    let effects = editing::finish(state, changes);
    if action == BesideAction::Watch && state.notice.is_none() {
        let key = if is_watched { "said-watched" } else { "said-unwatched" };
        state.said = Some(Said::of(key, place.address.to_string()));
    }
    effects
}

/// The cell that is explained.
pub fn subject(workspace: &Workspace) -> Place {
    let active = || workspace.document.place(workspace.selection.active);
    workspace.beside.insight.pinned.unwrap_or_else(active)
}

/// Shows one step more, and says when there is none.
fn further(workspace: &mut Workspace, way: Way) -> Option<Said> {
    let was_open = workspace.beside.side.replace(Side::Why).is_some();
    explain_anew(workspace);
    let address = subject(workspace).address.to_string();
    let insight = &mut workspace.beside.insight;
    let steps = insight.explanation().map(|explanation| steps(explanation, way))?;
    let (shown, goes_on) = (steps.steps.len(), steps.goes_on);
    let (reach, none) = match way {
        Way::Precedents => (&mut insight.reach.0, "said-no-precedents"),
        Way::Dependents => (&mut insight.reach.1, "said-no-dependents"),
    };
    match (goes_on, shown) {
        (true, _) => *reach = shown + 1,
        (false, 0) => return Some(Said::of(none, address)),
        (false, _) if was_open => return Some(Said::of("said-no-further", address)),
        (false, _) => {}
    }
    None
}

/// The steps of a way.
pub fn steps(explanation: &Explanation, way: Way) -> &Steps {
    match way {
        Way::Precedents => &explanation.precedents,
        Way::Dependents => &explanation.dependents,
    }
}

/// Goes to cells, and remembers where from.
fn jump(workspace: &mut Workspace, region: Region) {
    let from = workspace.document.place(workspace.selection.active);
    let trail = &mut workspace.beside.insight.trail;
    trail.push(from);
    trail.drain(..trail.len().saturating_sub(LONGEST_TRAIL));
    select(workspace, region);
}

fn select(workspace: &mut Workspace, region: Region) {
    workspace.show_sheet(region.sheet);
    workspace.select(Selection::range(region.range), region.range.first);
}

/// Reconciles when the book has changed, and explains anew when another cell is meant. While text is typed nothing else is
/// told. What takes long is asked for when the page is drawn.
pub fn refresh(workspace: &mut Workspace) -> Option<Effect> {
    let was_behind = workspace.beside.reconciliation.is_behind();
    reconcile(workspace);
    explain_anew(workspace);
    let is_behind = workspace.beside.reconciliation.is_behind() && !was_behind;
    is_behind.then_some(Effect::Later(Action::Reconcile(ReconcileAction::CatchUp)))
}

fn explain_anew(workspace: &mut Workspace) {
    if workspace.beside.side == Some(Side::Breaches) {
        find_breaches(workspace);
    }
    if workspace.beside.side != Some(Side::Why) || workspace.editor.draft().is_some() {
        return;
    }
    let place = subject(workspace);
    let (session, insight) = (&workspace.document.session, &mut workspace.beside.insight);
    if insight.told.as_ref().is_none_or(|(told, _)| told.place != place) {
        insight.reach = (1, 1);
    }
    let told = Told { place, revision: session.revision(), reach: insight.reach, locale: session.locale() };
    if insight.told.as_ref().is_none_or(|(known, _)| *known != told) {
        insight.told = Some((told, Rc::new(explain(session, place, told.reach))));
    }
}

/// Looks at the report tables when the book has changed.
fn reconcile(workspace: &mut Workspace) {
    let session = &workspace.document.session;
    // Whoever types other figures, or opens a file of their own, does not mean those of the report.
    let is_as_published = workspace.document.template.is_some() && session.revision() == 0;
    workspace.beside.found = workspace.beside.reconciliation.findings(session, is_as_published);
}

/// Looks for cells whose values break their rules, when the book has changed.
fn find_breaches(workspace: &mut Workspace) {
    let revision = workspace.document.session.revision();
    if workspace.beside.breaches.as_ref().is_none_or(|(known, ..)| *known != revision) {
        let (places, is_full) = validation::breaches(&workspace.document.session);
        workspace.beside.breaches = Some((revision, places.into(), is_full));
    }
}

/// The mark of a line of a step: its number and a letter, which the frame around its cells has too.
pub fn mark(way: Way, step: usize, line: usize) -> String {
    let arrow = if way == Way::Precedents { "←" } else { "→" };
    let letter = char::from_u32('a' as u32 + (line % 26) as u32).unwrap_or('a');
    format!("{arrow}{}{letter}", step + 1)
}

/// The number of a step's look.
pub const fn look(way: Way, step: usize) -> usize {
    step % LOOKS + if matches!(way, Way::Precedents) { 0 } else { LOOKS }
}

/// Frames around the cells that are told of.
pub fn frames(workspace: &Workspace) -> Vec<Frame> {
    if workspace.beside.side == Some(Side::Breaches) {
        let here = workspace.beside.breaches().0.iter().filter(|place| place.sheet == workspace.document.sheet);
        let frame = |place: &Place| Frame { range: Range::cell(place.address), look: BREACH, label: Some("!".into()) };
        return here.take(MOST_FRAMES).map(frame).collect();
    }
    let told = workspace.beside.insight.explanation().filter(|_| workspace.beside.side == Some(Side::Why));
    let Some(explanation) = told else { return Vec::new() };
    let mut frames = Vec::new();
    for way in [Way::Precedents, Way::Dependents] {
        for (step, sources) in steps(explanation, way).steps.iter().enumerate() {
            let here = |(_, source): &(usize, &Source)| source.region.sheet == workspace.document.sheet;
            frames.extend(sources.iter().enumerate().filter(here).map(|(line, source)| Frame {
                range: source.region.range,
                look: look(way, step),
                label: Some(mark(way, step, line)),
            }));
        }
    }
    frames
}

#[cfg(test)]
mod tests {
    use super::super::sample::{budget, select as go, selected, type_in, workspace};
    use super::super::{PageAction, ViewAction};
    use super::*;

    fn act(state: &mut State, action: BesideAction) {
        state.update(Action::Beside(action));
    }

    fn labels(state: &State) -> Vec<String> {
        let frames = frames(workspace(state));
        frames.iter().map(|frame| format!("{} {}", frame.label.clone().unwrap_or_default(), frame.range)).collect()
    }

    fn told(state: &State) -> String {
        workspace(state).beside.insight.explanation().unwrap().cell.address.clone()
    }

    #[test]
    fn the_panel_follows_the_active_cell_unless_it_is_pinned() {
        let mut state = budget();
        go(&mut state, "D5");
        act(&mut state, BesideAction::Show(Side::Why));
        assert_eq!((told(&state).as_str(), labels(&state)), ("D5", vec!["←1a B5".to_owned(), "←1b C5".to_owned()]));
        go(&mut state, "B5");
        assert_eq!((told(&state).as_str(), labels(&state)), ("B5", vec!["←1a B2:B4".into(), "→1a D5".into()]));
        act(&mut state, BesideAction::Pin);
        go(&mut state, "A1");
        assert_eq!(told(&state), "B5");
        state.update(Action::Page(PageAction::ToSheet));
        assert_eq!(told(&state), "B5", "Escape leaves what is pinned");
        act(&mut state, BesideAction::Pin);
        assert_eq!(told(&state), "A1");
        state.update(Action::Page(PageAction::ToSheet));
        assert_eq!(workspace(&state).beside.side, None);
        assert!(labels(&state).is_empty());
    }

    #[test]
    fn each_asking_goes_a_step_further_until_there_is_none() {
        let mut state = budget();
        go(&mut state, "D5");
        act(&mut state, BesideAction::Further(Way::Precedents));
        act(&mut state, BesideAction::Further(Way::Precedents));
        assert_eq!(labels(&state), ["←1a B5", "←1b C5", "←2a B2:B4", "←2b C2:C4"]);
        act(&mut state, BesideAction::Further(Way::Precedents));
        assert_eq!(state.said.as_ref().unwrap().key, "said-no-further");
        act(&mut state, BesideAction::Further(Way::Dependents));
        assert_eq!(state.said.as_ref().unwrap().key, "said-no-dependents");
    }

    #[test]
    fn jumps_lead_to_other_sheets_and_back() {
        let mut state = budget();
        state.update(Action::View(ViewAction::AddSheet));
        go(&mut state, "C7");
        type_in(&mut state, "=Blad1!B5*2");
        go(&mut state, "C7");
        act(&mut state, BesideAction::Show(Side::Why));
        let region = workspace(&state).beside.insight.explanation().unwrap().precedents.steps[0][0].region;
        act(&mut state, BesideAction::Jump(region));
        assert_eq!((workspace(&state).document.sheet_name(), selected(&state).as_str()), ("Blad1", "B5"));
        act(&mut state, BesideAction::Back);
        assert_eq!((workspace(&state).document.sheet_name(), selected(&state).as_str()), ("Blad2", "C7"));
    }
}
