//! Pointing while a formula is typed: where the text asks for a reference, a click or an arrow key writes one instead of
//! entering the text. The cells may lie on another sheet, which is shown meanwhile; the formula stays where it was.

use tertial_engine::session::writing::{PartKind, Rewriting, Writing, reference_to, writing};
use tertial_engine::session::{Address, Locale, Range, Region, SheetId, TextSpan};

use super::editor::{Draft, utf16_length};
use super::formula::rewrite;
use super::movement::{Motion, destination};
use super::pointing::Spot;
use super::{Effect, Workspace};

/// A reference that was written by pointing and can still be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointed {
    /// Where it stands in the text.
    span: TextSpan,
    /// The sheet pointed at.
    sheet: SheetId,
    /// What was pointed at first.
    anchor: Spot,
    /// What was pointed at last.
    reach: Spot,
}

/// How a reference is pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// In place of what was pointed at before.
    Anew,
    /// From what was pointed at first on.
    Further,
    /// Besides what was pointed at before.
    Besides,
}

impl Pointed {
    /// The cells it means.
    pub fn region(self) -> Region {
        range(self.anchor, self.reach).on(self.sheet)
    }

    /// Where it ends in the text.
    pub fn end(self) -> usize {
        self.span.end
    }

    /// The same when its part of the text has become one of another length.
    pub fn rewritten(self, part: TextSpan, length: usize) -> Option<Self> {
        let span = TextSpan { start: part.start, end: part.start + length };
        (self.span == part).then_some(Self { span, ..self })
    }
}

/// Takes note of whether a reference can be written where the caret is.
pub fn follow(workspace: &mut Workspace) {
    let is_asking = is_asked(workspace);
    workspace.editor.ask(is_asking);
}

/// Takes hold of the reference that the caret touches, so that it can be moved.
pub fn take_hold(workspace: &mut Workspace) -> Vec<Effect> {
    let Some(draft) = workspace.editor.draft() else { return Vec::new() };
    let touches = |span: TextSpan| span.start <= draft.marked.end && draft.marked.end <= span.end;
    let formula = writing(&workspace.document.session, draft.place(), &draft.text);
    let parts = formula.map(|formula| formula.parts()).unwrap_or_default();
    let mut touched = parts.into_iter().filter(|part| part.kind == PartKind::Reference && touches(part.span));
    let Some((span, region)) = touched.next().and_then(|part| Some((part.span, *part.regions.first()?))) else {
        return Vec::new();
    };
    let Range { first, last } = region.range;
    let caret = utf16_length(&draft.text, span.end);
    workspace.editor.point(Pointed { span, sheet: region.sheet, anchor: Spot::Cell(first), reach: Spot::Cell(last) });
    vec![Effect::Mark(caret, caret)]
}

/// Whether the text asks for a reference at its caret, or has just been given one.
pub fn is_asked(workspace: &Workspace) -> bool {
    let Some(draft) = workspace.editor.draft() else { return false };
    let asks = |formula: Writing<'_>| match draft.marked.start == draft.marked.end {
        true => formula.asks_for_reference(draft.marked.end),
        // A marked reference makes way for another.
        false => formula.parts().iter().any(|part| part.kind == PartKind::Reference && part.span == draft.marked),
    };
    draft.pointed.is_some() || writing(&workspace.document.session, draft.place(), &draft.text).is_some_and(asks)
}

/// Points at something on the shown sheet: a new reference at the caret, or another in place of the one just written.
pub fn point(workspace: &mut Workspace, spot: Spot, way: Way) -> Vec<Effect> {
    let Some(draft) = workspace.editor.draft() else { return Vec::new() };
    let sheet = workspace.document.sheet;
    let before = draft.pointed.filter(|before| before.sheet == sheet || way != Way::Further);
    let anchor = before.filter(|_| way == Way::Further).map_or(spot, |before| before.anchor);
    let separator = separator(workspace, draft).filter(|_| way == Way::Besides && before.is_some());
    let span = match (before, separator) {
        (Some(before), None) => before.span,
        (Some(before), Some(_)) => TextSpan::caret(before.span.end),
        (None, _) => draft.marked,
    };
    let reference = reference_to(&workspace.document.session, range(anchor, spot).on(sheet), draft.sheet);
    let text = separator.map(String::from).unwrap_or_default() + &reference;
    let end = span.start + text.chars().count();
    let start = end - reference.chars().count();
    let effects = rewrite(workspace, &Rewriting { span, text }, false);
    workspace.editor.point(Pointed { span: TextSpan { start, end }, sheet, anchor, reach: spot });
    effects
}

/// Points further on, as the arrow keys do; extending moves only the far corner.
pub fn move_on(workspace: &mut Workspace, motion: Motion, extend: bool) -> Vec<Effect> {
    let Some(draft) = workspace.editor.draft() else { return Vec::new() };
    let pointed = draft.pointed.filter(|pointed| pointed.sheet == workspace.document.sheet);
    let start = if draft.sheet == workspace.document.sheet { draft.cell } else { workspace.selection.active };
    let from = pointed.map_or(start, |pointed| corner(pointed.reach));
    let reach = destination(from, motion, workspace);
    let effects = match extend && pointed.is_none() {
        true => {
            point(workspace, Spot::Cell(from), Way::Anew);
            point(workspace, Spot::Cell(reach), Way::Further)
        }
        false => point(workspace, Spot::Cell(reach), if extend { Way::Further } else { Way::Anew }),
    };
    workspace.show(reach);
    effects
}

/// Shows another sheet to point at; what is typed stays as it is.
pub fn visit(workspace: &mut Workspace, sheet: SheetId) -> Vec<Effect> {
    workspace.editor.go_visiting();
    workspace.show_sheet(sheet);
    come_back(workspace)
}

/// Gives the sheet the keyboard back, with the caret where it was in the text that is being typed. A browser may have
/// forgotten it.
pub fn come_back(workspace: &Workspace) -> Vec<Effect> {
    let Some(draft) = workspace.editor.draft() else { return vec![Effect::FocusSheet] };
    let unit = |characters| utf16_length(&draft.text, characters);
    vec![Effect::FocusSheet, Effect::Mark(unit(draft.marked.start), unit(draft.marked.end))]
}

/// The sign between references, as the formula at the caret is written.
fn separator(workspace: &Workspace, draft: &Draft) -> Option<char> {
    let session = &workspace.document.session;
    let call = draft.aid.call.as_ref().map(|call| call.separator);
    call.or(match session.locale() {
        Locale::Swedish => Some(';'),
        Locale::English => Some(','),
    })
}

/// The cells from one place to another; whole rows stay rows, and columns columns.
fn range(anchor: Spot, reach: Spot) -> Range {
    match (anchor, reach) {
        (Spot::Row(first), reach) => {
            let last = if let Spot::Row(row) = reach { row } else { corner(reach).row };
            Range::rows_between(first.min(last), first.max(last))
        }
        (Spot::Column(first), reach) => {
            let last = if let Spot::Column(column) = reach { column } else { corner(reach).column };
            Range::columns_between(first.min(last), first.max(last))
        }
        (anchor, reach) => Range::new(corner(anchor), corner(reach)),
    }
}

/// The first cell of a place.
fn corner(spot: Spot) -> Address {
    match spot {
        Spot::Cell(cell) => cell,
        Spot::Row(row) => Address::new(row, 0),
        Spot::Column(column) => Address::new(0, column),
        Spot::Corner => Address::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::editor::{Field, Mode};
    use super::super::movement::Step;
    use super::super::movement::{Direction, Motion};
    use super::super::sample::{budget, select, selected, shown, workspace};
    use super::super::{Action, EditAction, FormulaAction, State, ViewAction};
    use super::*;

    /// Types a text with `|` at the caret into a cell.
    fn write(state: &mut State, cell: &str, marked: &str) {
        select(state, cell);
        state.update(Action::Edit(EditAction::Typed(Field::Cell, marked.replace('|', ""))));
        let caret = marked.split('|').next().unwrap().encode_utf16().count() as u32;
        state.update(Action::Formula(FormulaAction::Marked { start: caret, end: caret }));
    }

    fn at(state: &mut State, spot: Spot, way: Way) -> String {
        point(state.workspace.as_mut().unwrap(), spot, way);
        text(state)
    }

    fn text(state: &State) -> String {
        workspace(state).editor.draft().unwrap().text.clone()
    }

    fn cell(text: &str) -> Spot {
        Spot::Cell(Address::parse(text).unwrap())
    }

    fn arrow(state: &mut State, step: Step) -> String {
        let (motion, extend) = match step {
            Step::Extend(motion) => (motion, true),
            Step::Move(motion) => (motion, false),
            _ => panic!("it is an arrow"),
        };
        state.update(Action::Edit(EditAction::Point { motion, extend }));
        text(state)
    }

    /// Adds a sheet, which is named Blad2, and goes back to the first.
    fn second_sheet(state: &mut State) -> [SheetId; 2] {
        state.update(Action::View(ViewAction::AddSheet));
        let sheets: Vec<SheetId> = workspace(state).document.sheets.iter().map(|tab| tab.id).collect();
        state.update(Action::View(ViewAction::ShowSheet(sheets[0])));
        [sheets[0], sheets[1]]
    }

    #[test]
    fn a_reference_is_written_at_the_caret_and_can_be_moved() {
        let mut state = budget();
        write(&mut state, "F9", "=SUMMA(|)*2");
        assert!(is_asked(workspace(&state)));
        assert_eq!(at(&mut state, cell("B2"), Way::Anew), "=SUMMA(B2)*2");
        assert_eq!(at(&mut state, cell("C4"), Way::Further), "=SUMMA(B2:C4)*2");
        assert_eq!(at(&mut state, cell("C5"), Way::Anew), "=SUMMA(C5)*2");
        assert_eq!(at(&mut state, cell("B2"), Way::Besides), "=SUMMA(C5;B2)*2");
        assert_eq!(at(&mut state, cell("B3"), Way::Further), "=SUMMA(C5;B2:B3)*2");
        assert_eq!(at(&mut state, Spot::Column(1), Way::Anew), "=SUMMA(C5;B:B)*2");
        assert_eq!(at(&mut state, cell("D9"), Way::Further), "=SUMMA(C5;B:D)*2");
        assert_eq!(at(&mut state, Spot::Row(3), Way::Anew), "=SUMMA(C5;4:4)*2");
    }

    #[test]
    fn no_reference_is_asked_for_after_an_operand() {
        let mut state = budget();
        for (marked, asks) in
            [("=B2|", false), ("=B2+|", true), ("=|B2", false), ("Text|", false), ("=SUMMA(B2;|", true)]
        {
            write(&mut state, "F9", marked);
            assert_eq!(is_asked(workspace(&state)), asks, "{marked}");
            state.update(Action::Edit(EditAction::Cancel));
        }
    }

    #[test]
    fn moving_the_caret_ends_the_pointing() {
        let mut state = budget();
        write(&mut state, "F9", "=|");
        at(&mut state, cell("B2"), Way::Anew);
        assert_eq!(workspace(&state).editor.mode(), Mode::Pointing);
        state.update(Action::Formula(FormulaAction::Marked { start: 1, end: 1 }));
        assert!(!is_asked(workspace(&state)));
    }

    #[test]
    fn the_reference_at_the_caret_can_be_taken_hold_of() {
        for (marked, moved) in [("=B4|*2", "=B5*2"), ("=SUMMA(B2:|B4)", "=SUMMA(B5)"), ("=1+|$C$5", "=1+C6")] {
            let mut state = budget();
            write(&mut state, "F9", marked);
            state.update(Action::Edit(EditAction::Turn));
            assert_eq!(workspace(&state).editor.mode(), Mode::Edit);
            state.update(Action::Edit(EditAction::Turn));
            assert_eq!(workspace(&state).editor.mode(), Mode::Pointing);
            assert_eq!(arrow(&mut state, Step::Move(Motion::Step(Direction::Down))), moved);
        }
    }

    #[test]
    fn arrows_point_and_extend() {
        let mut state = budget();
        write(&mut state, "C3", "=|");
        let step = |direction| Step::Move(Motion::Step(direction));
        let extend = |direction| Step::Extend(Motion::Step(direction));
        assert_eq!(arrow(&mut state, step(Direction::Up)), "=C2");
        assert_eq!(arrow(&mut state, extend(Direction::Down)), "=C2:C3");
        assert_eq!(arrow(&mut state, step(Direction::Left)), "=B3");
        state.update(Action::Formula(FormulaAction::Fix));
        assert_eq!(text(&state), "=$B$3");
        assert_eq!(arrow(&mut state, step(Direction::Up)), "=B2", "it is still pointed at");
    }

    #[test]
    fn another_sheet_is_visited_and_left_again() {
        let mut state = budget();
        let [home, other] = second_sheet(&mut state);
        write(&mut state, "F9", "=SUMMA(|");
        state.update(Action::View(ViewAction::ShowSheet(other)));
        assert_eq!((workspace(&state).document.sheet, text(&state).as_str()), (other, "=SUMMA("));
        at(&mut state, cell("B2"), Way::Anew);
        assert_eq!(at(&mut state, cell("C4"), Way::Further), "=SUMMA(Blad2!B2:C4");
        state.update(Action::Edit(EditAction::Commit(Some(Step::Enter { back: false }))));
        assert_eq!((workspace(&state).document.sheet, selected(&state).as_str()), (home, "F10"));
        assert_eq!(shown(&state, "F9"), "0");
    }

    #[test]
    fn giving_up_on_another_sheet_goes_home() {
        let mut state = budget();
        let [home, _] = second_sheet(&mut state);
        write(&mut state, "F9", "=|");
        state.update(Action::Formula(FormulaAction::Visit { back: false }));
        assert_eq!(arrow(&mut state, Step::Move(Motion::Step(Direction::Down))), "=Blad2!A2");
        state.update(Action::Formula(FormulaAction::Visit { back: true }));
        assert_eq!(at(&mut state, cell("B2"), Way::Anew), "=B2");
        state.update(Action::Formula(FormulaAction::Visit { back: true }));
        state.update(Action::Edit(EditAction::Cancel));
        assert_eq!((workspace(&state).document.sheet, selected(&state).as_str()), (home, "F9"));
    }

    #[test]
    fn another_tab_enters_a_text_that_asks_for_nothing() {
        let mut state = budget();
        let [_, other] = second_sheet(&mut state);
        write(&mut state, "F9", "=B2|");
        state.update(Action::View(ViewAction::ShowSheet(other)));
        assert_eq!(workspace(&state).editor.mode(), Mode::Ready);
        assert_eq!(workspace(&state).document.sheet, other);
    }
}
