//! Copy, cut and paste: what was copied stays framed until something else is done.

use std::rc::Rc;

use tertial_engine::session::pasting::{self, Pasted, Understood};
use tertial_engine::session::{Address, Clipping, Part, PasteManner, Range, Region};

use crate::platform::clipboard::{Copied, Incoming};
use crate::text;

use super::action::ClipAction;
use super::areas::Areas;
use super::copying;
use super::editor::Mode;
use super::filtering;
use super::inserting;
use super::movement::Step;
use super::pasted_html::{self, Outside};
use super::pasting::{Report, answered, finish, paste_outside};
use super::selecting;
use super::{Action, Effect, Notice, Said, SelectAction, State, Workspace, clip};

/// What was copied or cut last.
#[derive(Debug, Clone)]
pub struct Clip {
    /// Its name, by which it is known again.
    own: String,
    /// Where it was taken; of several rectangles, that with the active cell.
    pub region: Region,
    /// All that is framed.
    frames: Vec<Range>,
    /// Whether it moves when it is pasted.
    pub is_cut: bool,
    /// Whether it is framed.
    pub is_framed: bool,
    /// Whether nothing but its looks are to be given to others, and to how many.
    pub brush: Brush,
    pub(super) clipping: Rc<Clipping>,
    /// The text that other programs were given.
    text: Rc<str>,
}

/// How often looks that were taken up are given to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Brush {
    /// Cells were copied, and not only their looks.
    None,
    /// Once.
    Once,
    /// Until they are put away.
    Stays,
}

impl Clip {
    /// Looks that were taken up.
    pub fn brush(region: Region, clipping: Rc<Clipping>, brush: Brush) -> Self {
        let frames = vec![region.range];
        Self { own: String::new(), region, frames, is_cut: false, is_framed: true, brush, clipping, text: "".into() }
    }
}

/// Carries out an action of the clipboard.
pub fn update(state: &mut State, action: ClipAction) -> Vec<Effect> {
    match action {
        ClipAction::Copy { cuts } => vec![Effect::FocusSheet, Effect::Copy { cuts }],
        ClipAction::CopyTable => copy_table(state),
        ClipAction::Intend(manner) => {
            state.intended = Some(manner);
            Vec::new()
        }
        ClipAction::Fetch(manner) => fetch(state, manner),
        ClipAction::Insert => inserting::insert(state),
        ClipAction::Arrived(Some(incoming)) => paste(state, incoming),
        ClipAction::Arrived(None) => unreachable_clipboard(state),
        ClipAction::PasteInDialog(manner, incoming) => {
            state.intended = Some(manner);
            closing(state, |state| paste(state, incoming))
        }
        ClipAction::Read(marks) => closing(state, |state| answered(state, marks)),
        ClipAction::GiveUp => closing(state, |state| {
            state.paste = None;
            vec![Effect::FocusSheet]
        }),
    }
}

/// Selects the table around a single cell and copies it; what goes out is a table that word processors take with its looks.
fn copy_table(state: &mut State) -> Vec<Effect> {
    if state.workspace.as_ref().is_some_and(|workspace| workspace.selection.is_cell()) {
        selecting::update(state, SelectAction::All);
    }
    let copied = state.workspace.as_ref().map(|workspace| workspace.selection.range.to_string());
    state.said = copied.map(|range| Said::of("said-copied-table", range));
    vec![Effect::FocusSheet, Effect::Copy { cuts: false }]
}

/// Takes the selected cells, and gives what other programs are to have of them; nothing while a text is being typed.
pub fn copy(state: &mut State, cuts: bool) -> Option<Copied> {
    let own = format!("{:016x}", state.environment().random());
    let language = text::tag(state.locale);
    let workspace = state.workspace.as_mut().filter(|workspace| workspace.editor.mode() == Mode::Ready)?;
    let Some(areas) = Areas::of(workspace.selection.ranges()).filter(|areas| areas.is_one() || !cuts) else {
        state.notice = Some(Notice::Apart { cuts });
        return None;
    };
    let areas = if cuts { areas } else { filtering::seen_areas(workspace, areas) };
    let region = workspace.region();
    let book = workspace.document.session.book();
    let clipping = match areas.is_one() {
        true => Clipping::of(book, region),
        false => Clipping::of_crossings(book, region.sheet, &areas.rows, &areas.columns),
    };
    let copied = copying::copied(workspace, areas, own, language);
    workspace.clip = Some(Clip {
        own: copied.own.clone(),
        region,
        frames: workspace.selection.ranges().collect(),
        is_cut: cuts,
        is_framed: true,
        brush: Brush::None,
        clipping: Rc::new(clipping),
        text: copied.text.as_str().into(),
    });
    state.notice = None;
    Some(copied)
}

/// What Enter does while copied cells are framed: they are pasted once.
pub fn entered(state: &mut State, action: &Action) -> Option<Vec<Effect>> {
    let workspace = state.workspace.as_mut()?;
    let enters = matches!(action, Action::Select(SelectAction::Go(Step::Enter { back: false })));
    let is_ready = workspace.editor.mode() == Mode::Ready;
    let clip = workspace.clip.clone().filter(|clip| enters && is_ready && clip.is_framed)?;
    let effects = paste_own(state, &clip, PasteManner::default());
    if let Some(workspace) = &mut state.workspace {
        workspace.unframe();
    }
    Some(effects)
}

/// Pastes what is framed; else asks the browser for what was copied.
fn fetch(state: &mut State, manner: PasteManner) -> Vec<Effect> {
    state.panel = None;
    let clip = state.workspace.as_ref().and_then(|workspace| workspace.clip.clone());
    let mut effects = vec![Effect::CloseDialog];
    match clip.filter(|clip| clip.is_framed) {
        Some(clip) => effects.extend(paste_own(state, &clip, manner)),
        None => {
            state.intended = Some(manner);
            effects.extend([Effect::FocusSheet, Effect::FetchClipboard]);
        }
    }
    effects
}

/// A browser that does not give the clipboard away still lets own cells be pasted.
fn unreachable_clipboard(state: &mut State) -> Vec<Effect> {
    let manner = state.intended.take().unwrap_or_default();
    match state.workspace.as_ref().and_then(|workspace| workspace.clip.clone()) {
        Some(clip) => paste_own(state, &clip, manner),
        None => {
            state.notice = Some(Notice::ClipboardClosed);
            vec![Effect::FocusSheet]
        }
    }
}

fn closing(state: &mut State, then: impl FnOnce(&mut State) -> Vec<Effect>) -> Vec<Effect> {
    state.panel = None;
    let mut effects = vec![Effect::CloseDialog];
    effects.extend(then(state));
    effects
}

fn paste(state: &mut State, incoming: Incoming) -> Vec<Effect> {
    // Some browsers answer one key with two events, so the manner holds until something else is done.
    let manner = state.intended.unwrap_or_default();
    let Some(workspace) = &state.workspace else { return Vec::new() };
    let read = incoming.table.as_ref().and_then(pasted_html::read);
    let own = incoming.own.as_deref().or_else(|| read.as_ref()?.own.as_deref());
    let is_own = |clip: &&Clip| match own {
        Some(own) => clip.own == own,
        None => read.is_none() && *clip.text == *incoming.text,
    };
    if let Some(clip) = workspace.clip.as_ref().filter(is_own).cloned() {
        return paste_own(state, &clip, manner);
    }
    let outside = read.unwrap_or_else(|| Outside::of_rows(clip::read(&incoming.text)));
    paste_outside(state, outside, manner)
}

/// Pastes own cells; those that were cut move.
fn paste_own(state: &mut State, clip: &Clip, manner: PasteManner) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    if clip.is_cut && manner == PasteManner::default() {
        return move_cells(state, clip);
    }
    let manner = if clip.brush == Brush::None { manner } else { PasteManner { part: Part::Formats, ..manner } };
    let targets = workspace.regions();
    let pasted = pasting::paste(&mut workspace.document.session, &clip.clipping, &targets, manner);
    finish(state, pasted, Report::default())
}

fn move_cells(state: &mut State, clip: &Clip) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let to = workspace.region().first();
    if clip.region.first() == to {
        workspace.unframe();
        return vec![Effect::FocusSheet];
    }
    let moved = pasting::move_cells(&mut workspace.document.session, clip.region, to);
    let range = clip.region.range;
    let pasted = moved.map(|changes| Pasted {
        changes,
        ranges: vec![landed(to.address, range)],
        understood: Understood::default(),
    });
    finish(state, pasted, Report::default())
}

fn landed(first: Address, range: Range) -> Range {
    let last = first.offset(i64::from(range.height()) - 1, i64::from(range.width()) - 1);
    Range::new(first, last.unwrap_or(first))
}

impl Clip {
    /// Whether it is a single rectangle as it stands in the sheet, with nothing left out.
    pub fn is_whole(&self) -> bool {
        let Range { first, last } = self.region.range;
        let size = (last.row - first.row + 1, last.column - first.column + 1);
        self.frames.len() == 1 && (self.clipping.height, self.clipping.width) == size
    }
}

impl Outside {
    /// Rows of texts.
    fn of_rows(rows: Vec<Vec<String>>) -> Self {
        Self { block: Rc::new(pasting::Block { rows, ..pasting::Block::default() }), ..Self::default() }
    }
}

impl Workspace {
    /// Copied cells are framed no more, and cut ones stay where they are.
    pub fn unframe(&mut self) {
        if let Some(clip) = &mut self.clip {
            (clip.is_framed, clip.is_cut) = (false, false);
        }
    }

    /// The rectangle with the active cell.
    fn region(&self) -> Region {
        self.selection.range.on(self.document.sheet)
    }

    /// The framed cells of the shown sheet.
    pub fn framed(&self) -> Vec<Range> {
        let clip = self.clip.as_ref().filter(|clip| clip.is_framed && clip.region.sheet == self.document.sheet);
        clip.map(|clip| clip.frames.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{budget, empty, select, selected, shown, type_in, workspace};
    use super::super::selection::Selection;
    use super::super::{EditAction, PageAction, Panel};
    use super::*;
    use tertial_engine::session::Marks;

    fn act(state: &mut State, action: ClipAction) -> Vec<Effect> {
        state.update(Action::Clip(action))
    }

    fn paste_text(state: &mut State, text: &str) {
        act(state, ClipAction::Arrived(Some(Incoming { text: text.into(), ..Incoming::default() })));
    }

    fn paste_back(state: &mut State, copied: &Copied) {
        let incoming = Incoming { text: copied.text.clone(), own: Some(copied.own.clone()), ..Incoming::default() };
        act(state, ClipAction::Arrived(Some(incoming)));
    }

    fn undo(state: &mut State) {
        state.update(Action::Edit(EditAction::Undo));
    }

    fn source(state: &State, cell: &str) -> String {
        workspace(state).document.source(Address::parse(cell).unwrap())
    }

    const ENTER: Action = Action::Select(SelectAction::Go(Step::Enter { back: false }));

    #[test]
    fn a_pasted_block_lands_at_the_selection() {
        let mut state = empty();
        select(&mut state, "B2");
        paste_text(&mut state, "Lön\t12,5\r\nHyra\t=B2&\"!\"\r\n");
        assert_eq!((shown(&state, "C2").as_str(), shown(&state, "C3").as_str()), ("12,5", "Lön!"));
        assert_eq!((selected(&state).as_str(), &state.notice), ("B2:C3", &None));
    }

    #[test]
    fn a_pasted_block_is_undone_at_once() {
        let mut state = budget();
        select(&mut state, "B2");
        paste_text(&mut state, "1\t2\n3\t4");
        assert_eq!(shown(&state, "D5"), "-2");
        undo(&mut state);
        assert_eq!((shown(&state, "B2").as_str(), shown(&state, "D5").as_str()), ("13741", "50"));
        state.update(Action::Edit(EditAction::Redo));
        assert_eq!(shown(&state, "C3"), "4");
    }

    #[test]
    fn one_pasted_text_fills_the_selection() {
        let mut state = empty();
        select(&mut state, "A1:B3");
        paste_text(&mut state, "7");
        assert_eq!((shown(&state, "A1").as_str(), shown(&state, "B3").as_str()), ("7", "7"));
    }

    #[test]
    fn own_formulas_come_back_as_formulas_and_stay_framed() {
        let mut state = budget();
        select(&mut state, "D2:D3");
        let copied = copy(&mut state, false).unwrap();
        select(&mut state, "F2:F5");
        paste_back(&mut state, &copied);
        assert_eq!((source(&state, "F2").as_str(), source(&state, "F5").as_str()), ("=D2-E2", "=D5-E5"));
        assert!(!workspace(&state).framed().is_empty());
        undo(&mut state);
        assert_eq!((source(&state, "F2").as_str(), workspace(&state).framed()), ("", vec![]));
    }

    #[test]
    fn enter_pastes_what_is_framed_once_and_escape_takes_the_frame_away() {
        let mut state = budget();
        select(&mut state, "D2");
        copy(&mut state, false).unwrap();
        select(&mut state, "D7");
        state.update(ENTER);
        assert_eq!((source(&state, "D7").as_str(), selected(&state).as_str()), ("=B7-C7", "D7"));
        state.update(ENTER);
        assert_eq!(selected(&state), "D8");
        select(&mut state, "D2");
        copy(&mut state, false).unwrap();
        state.update(Action::Page(PageAction::ToSheet));
        state.update(ENTER);
        assert_eq!(source(&state, "D3"), "=B3-C3");
    }

    #[test]
    fn what_was_cut_moves_and_what_reads_it_follows() {
        let mut state = budget();
        select(&mut state, "B2:B4");
        let copied = copy(&mut state, true).unwrap();
        select(&mut state, "H2");
        paste_back(&mut state, &copied);
        assert_eq!((source(&state, "D2").as_str(), source(&state, "B5").as_str()), ("=H2-C2", "=SUMMA(H2:H4)"));
        assert_eq!((shown(&state, "B2").as_str(), shown(&state, "B5").as_str()), ("", "16941"));
        assert_eq!((selected(&state).as_str(), workspace(&state).framed()), ("H2:H4", vec![]));
        undo(&mut state);
        assert_eq!((source(&state, "D2").as_str(), shown(&state, "B2").as_str()), ("=B2-C2", "13741"));
    }

    #[test]
    fn an_edit_lets_cut_cells_stay() {
        let mut state = budget();
        select(&mut state, "B2");
        let copied = copy(&mut state, true).unwrap();
        select(&mut state, "H1");
        type_in(&mut state, "7");
        select(&mut state, "H2");
        paste_back(&mut state, &copied);
        assert_eq!((shown(&state, "B2").as_str(), shown(&state, "H2").as_str()), ("13741", "13741"));
    }

    #[test]
    fn values_are_pasted_even_when_only_the_text_arrives() {
        let mut state = budget();
        select(&mut state, "D2");
        let copied = copy(&mut state, false).unwrap();
        select(&mut state, "F2");
        act(&mut state, ClipAction::Intend(PasteManner { part: Part::Values, ..PasteManner::default() }));
        paste_text(&mut state, &copied.text);
        assert_eq!(source(&state, "F2"), "200");
    }

    #[test]
    fn a_number_that_can_be_read_in_two_ways_is_asked_about_once() {
        let mut state = empty();
        select(&mut state, "B2");
        paste_text(&mut state, "1,000\t2,500");
        assert_eq!((state.panel.clone(), shown(&state, "B2").as_str()), (Some(Panel::NumberMarks), ""));
        act(&mut state, ClipAction::Read(Marks::DecimalPoint));
        assert_eq!((source(&state, "B2").as_str(), source(&state, "C2").as_str()), ("1000", "2500"));
        assert!(matches!(&state.notice, Some(Notice::Pasted(report)) if report.marks.is_some()));
        undo(&mut state);
        assert_eq!(shown(&state, "C2"), "");
        paste_text(&mut state, "1,000");
        act(&mut state, ClipAction::GiveUp);
        assert_eq!((state.panel.clone(), shown(&state, "B2").as_str()), (None, ""));
    }

    #[test]
    fn a_paste_past_the_edge_is_told_and_loses_nothing() {
        let mut state = budget();
        select(&mut state, "XFD2");
        paste_text(&mut state, "1\t2");
        assert!(matches!(state.notice, Some(Notice::Refused(_))));
        assert_eq!(shown(&state, "XFD2"), "");
    }

    #[test]
    fn a_command_pastes_what_is_framed_and_else_asks_the_browser() {
        let mut state = budget();
        select(&mut state, "D2");
        copy(&mut state, false).unwrap();
        select(&mut state, "F7");
        act(&mut state, ClipAction::Fetch(PasteManner { transposed: true, ..PasteManner::default() }));
        assert_eq!(source(&state, "F7"), "=F5-F6");
        state.update(Action::Page(PageAction::ToSheet));
        let effects = act(&mut state, ClipAction::Fetch(PasteManner::default()));
        assert!(effects.contains(&Effect::FetchClipboard));
    }

    #[test]
    fn without_a_clipboard_own_cells_can_still_be_pasted() {
        let mut state = budget();
        act(&mut state, ClipAction::Arrived(None));
        assert_eq!(state.notice, Some(Notice::ClipboardClosed));
        select(&mut state, "B2");
        copy(&mut state, false).unwrap();
        select(&mut state, "F2");
        act(&mut state, ClipAction::Arrived(None));
        assert_eq!(shown(&state, "F2"), "13741");
    }

    fn select_all(state: &mut State, ranges: &[&str]) {
        let ranges = ranges.iter().map(|range| Range::parse(range).unwrap()).collect();
        state.workspace.as_mut().unwrap().selection = Selection::several(ranges).unwrap();
    }

    #[test]
    fn rectangles_that_share_rows_are_copied_together_as_what_they_are_worth() {
        let mut state = budget();
        select_all(&mut state, &["D2:D4", "A2:A4"]);
        let copied = copy(&mut state, false).unwrap();
        assert_eq!(copied.text, "Personal\t200\r\nLokaler\t-150\r\nIT\t0");
        assert!(!copied.html.as_ref().unwrap().contains("data-formula"));
        assert_eq!(workspace(&state).framed().len(), 2);
        select(&mut state, "F2");
        paste_back(&mut state, &copied);
        assert_eq!((source(&state, "F2").as_str(), source(&state, "G3").as_str()), ("Personal", "-150"));
        assert_eq!(selected(&state), "F2:G4");
        undo(&mut state);
        assert_eq!(source(&state, "G3"), "");
    }

    #[test]
    fn rectangles_that_cannot_be_copied_together_are_told_of() {
        let mut state = budget();
        select_all(&mut state, &["A2", "D4"]);
        assert_eq!((copy(&mut state, false), &state.notice), (None, &Some(Notice::Apart { cuts: false })));
        select_all(&mut state, &["A2:A4", "D2:D4"]);
        assert_eq!((copy(&mut state, true), &state.notice), (None, &Some(Notice::Apart { cuts: true })));
    }
}
