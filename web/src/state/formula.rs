//! What is done to a formula while it is typed: the caret moves, proposals are chosen, references are fixed by `$`, parts
//! are replaced by their values. The field itself is changed as if by typing, so that its own undo takes it back.

use tertial_engine::session::writing::{Rewriting, Writing, writing};
use tertial_engine::session::{Refusal, TextSpan};

use super::editor::{characters, utf16_length};
use super::sheets::{self, Neighbour};
use super::{Effect, State, Workspace, reference};

/// Something that is done to a formula while it is typed.
#[derive(Debug, Clone, PartialEq)]
pub enum FormulaAction {
    /// The caret moved, or text was marked; counted as browsers count.
    Marked { start: u32, end: u32 },
    /// `$` comes or goes in the reference at the caret.
    Fix,
    /// The marked part is replaced by its value.
    Calculate,
    /// The next proposal, or the one before.
    Choose { back: bool },
    /// A proposal is taken: the chosen one, or another by its place.
    Accept(Option<usize>),
    /// The proposals are put away.
    PutAway,
    /// The next sheet, or the one before, is shown to be pointed at.
    Visit { back: bool },
}

/// Carries out what is done to a formula.
pub fn update(state: &mut State, action: FormulaAction) -> Vec<Effect> {
    let Some(workspace) = state.workspace.as_mut().filter(|workspace| workspace.editor.draft().is_some()) else {
        return Vec::new();
    };
    match action {
        FormulaAction::Marked { start, end } => mark(workspace, start, end),
        FormulaAction::Fix => {
            let rewriting = read(workspace, |formula, marked| formula.fixed(marked)).flatten();
            let keeps_mark = workspace.editor.draft().is_some_and(|draft| draft.marked.start < draft.marked.end);
            return rewriting.map(|rewriting| fix(workspace, &rewriting, keeps_mark)).unwrap_or_default();
        }
        FormulaAction::Calculate => return calculate(workspace),
        FormulaAction::Choose { back } => workspace.editor.aid_with(|aid| aid.choose(back)),
        FormulaAction::PutAway => workspace.editor.aid_with(super::aid::Aid::put_away),
        FormulaAction::Visit { back } => {
            let which = if back { Neighbour::Previous } else { Neighbour::Next };
            let sheet = sheets::neighbour(workspace, which).filter(|_| reference::is_asked(workspace));
            return sheet.map(|sheet| reference::visit(workspace, sheet)).unwrap_or_default();
        }
        FormulaAction::Accept(place) => return accept(workspace, place),
    }
    Vec::new()
}

/// Replaces a part of the text; what comes in is marked, or the caret goes after it.
pub fn rewrite(workspace: &mut Workspace, rewriting: &Rewriting, is_marked: bool) -> Vec<Effect> {
    let Rewriting { span, text } = rewriting;
    let Some(draft) = workspace.editor.draft() else { return Vec::new() };
    let units = |characters| utf16_length(&draft.text, characters);
    let (start, end) = (units(span.start), units(span.end));
    let after = start + utf16_length(text, usize::MAX);
    let effect =
        Effect::Replace { start, end, text: text.clone(), marked: (if is_marked { start } else { after }, after) };
    let length = text.chars().count();
    let caret = span.start + length;
    let marked = TextSpan { start: if is_marked { span.start } else { caret }, end: caret };
    workspace.editor.replace(*span, text, marked);
    vec![effect]
}

/// Replaces references by fixed ones. One that was pointed at can still be moved.
fn fix(workspace: &mut Workspace, rewriting: &Rewriting, is_marked: bool) -> Vec<Effect> {
    let pointed = workspace.editor.draft().and_then(|draft| draft.pointed);
    let effects = rewrite(workspace, rewriting, is_marked);
    let length = rewriting.text.chars().count();
    if let Some(pointed) = pointed.and_then(|pointed| pointed.rewritten(rewriting.span, length)) {
        workspace.editor.point(pointed);
    }
    effects
}

/// Takes note of where the caret stands.
fn mark(workspace: &mut Workspace, start: u32, end: u32) {
    workspace.editor.mark(|text| TextSpan { start: characters(text, start), end: characters(text, end) });
}

/// What a look at the formula gives for the marked part.
fn read<T>(workspace: &Workspace, look: impl FnOnce(&Writing<'_>, TextSpan) -> T) -> Option<T> {
    let draft = workspace.editor.draft()?;
    let formula = writing(&workspace.document.session, draft.place(), &draft.text)?;
    Some(look(&formula, draft.marked))
}

fn calculate(workspace: &mut Workspace) -> Vec<Effect> {
    let found: Option<Result<Rewriting, Refusal>> = read(workspace, |formula, marked| formula.worth(marked));
    match found {
        Some(Ok(rewriting)) => rewrite(workspace, &rewriting, true),
        Some(Err(refusal)) => {
            workspace.editor.judge(Some(refusal));
            Vec::new()
        }
        None => Vec::new(),
    }
}

fn accept(workspace: &mut Workspace, place: Option<usize>) -> Vec<Effect> {
    let list = workspace.editor.draft().and_then(|draft| draft.aid.list.as_ref());
    let taken = list.and_then(|list| Some((list.span, list.items.get(place.unwrap_or(list.chosen))?.text.clone())));
    let Some((span, text)) = taken else { return Vec::new() };
    rewrite(workspace, &Rewriting { span, text }, false)
}

#[cfg(test)]
mod tests {
    use super::super::editor::Field;
    use super::super::sample::{budget, empty, select, shown, type_in, workspace};
    use super::super::{Action, EditAction};
    use super::*;

    /// Types a text with `|` at the caret or around what is marked.
    fn write(state: &mut State, marked: &str) {
        let units = |text: &str| utf16_length(text, usize::MAX);
        let parts: Vec<&str> = marked.split('|').collect();
        let start = parts.first().map_or(0, |part| units(part));
        let end = start + if parts.len() > 2 { units(parts[1]) } else { 0 };
        state.update(Action::Edit(EditAction::Typed(Field::Cell, marked.replace('|', ""))));
        act(state, FormulaAction::Marked { start, end });
    }

    fn act(state: &mut State, action: FormulaAction) -> Vec<Effect> {
        state.update(Action::Formula(action))
    }

    fn text(state: &State) -> String {
        let draft = workspace(state).editor.draft().unwrap();
        let mut text: Vec<char> = draft.text.chars().collect();
        text.insert(draft.marked.end, '|');
        if draft.marked.start < draft.marked.end {
            text.insert(draft.marked.start, '|');
        }
        text.into_iter().collect()
    }

    fn proposals(state: &State) -> Vec<String> {
        let draft = workspace(state).editor.draft().unwrap();
        draft.aid.list.iter().flat_map(|list| list.items.iter().map(|item| item.name.clone())).collect()
    }

    #[test]
    fn references_are_fixed_in_the_field_itself() {
        let mut state = budget();
        write(&mut state, "=\"😀\"&B2|+1");
        let effects = act(&mut state, FormulaAction::Fix);
        assert_eq!(effects, [Effect::Replace { start: 6, end: 8, text: "$B$2".into(), marked: (10, 10) }]);
        assert_eq!(text(&state), "=\"😀\"&$B$2|+1");
        state.update(Action::Edit(EditAction::Typed(Field::Cell, "=\"😀\"&$B$2+1".into())));
        assert_eq!(text(&state), "=\"😀\"&$B$2|+1", "what the field tells back changes nothing");
        act(&mut state, FormulaAction::Fix);
        act(&mut state, FormulaAction::Fix);
        act(&mut state, FormulaAction::Fix);
        assert_eq!(text(&state), "=\"😀\"&B2|+1");
    }

    #[test]
    fn proposals_come_by_typing_and_not_by_moving() {
        let mut state = budget();
        write(&mut state, "=SUM|");
        assert_eq!(proposals(&state).first().map(String::as_str), Some("SUMMA"));
        act(&mut state, FormulaAction::Marked { start: 2, end: 2 });
        assert_eq!(proposals(&state), Vec::<String>::new());
        write(&mut state, "SUM|");
        assert_eq!(proposals(&state), Vec::<String>::new(), "a word is no formula");
    }

    #[test]
    fn a_chosen_proposal_is_written_with_its_parenthesis() {
        let mut state = budget();
        write(&mut state, "=1+SUMMA.O|");
        let names = proposals(&state);
        act(&mut state, FormulaAction::Choose { back: false });
        act(&mut state, FormulaAction::Accept(None));
        assert_eq!(text(&state), format!("=1+{}(|", names[1]));
        assert_eq!(proposals(&state), Vec::<String>::new());
        let call = workspace(&state).editor.draft().unwrap().aid.call.clone();
        assert_eq!(call.map(|call| call.name), Some(names[1].clone()));
    }

    #[test]
    fn choosing_goes_around() {
        let mut state = budget();
        write(&mut state, "=SUMMA.O|");
        let last = proposals(&state).len() - 1;
        act(&mut state, FormulaAction::Choose { back: true });
        assert_eq!(workspace(&state).editor.draft().unwrap().aid.list.as_ref().unwrap().chosen, last);
    }

    #[test]
    fn proposals_stay_away_for_the_rest_of_their_word() {
        let mut state = budget();
        write(&mut state, "=SU|");
        act(&mut state, FormulaAction::PutAway);
        write(&mut state, "=SUM|");
        assert_eq!(proposals(&state), Vec::<String>::new());
        write(&mut state, "=SUM+ME|");
        assert!(!proposals(&state).is_empty());
    }

    #[test]
    fn a_part_is_calculated_and_marked() {
        let mut state = budget();
        select(&mut state, "F1");
        write(&mut state, "=1+|SUMMA(B2:B4)|");
        act(&mut state, FormulaAction::Calculate);
        assert_eq!(text(&state), "=1+|16941|");
        write(&mut state, "=1+|B2+B3|");
        assert_eq!(act(&mut state, FormulaAction::Calculate), []);
        assert_eq!(text(&state), "=1+|B2+B3|");
        assert!(workspace(&state).editor.draft().unwrap().refusal.is_some());
    }

    #[test]
    fn giving_up_leaves_nothing_behind() {
        let mut state = budget();
        select(&mut state, "B2");
        write(&mut state, "=|B3|");
        act(&mut state, FormulaAction::Calculate);
        state.update(Action::Edit(EditAction::Cancel));
        assert_eq!((shown(&state, "B2").as_str(), state.is_modified()), ("13741", false));
        assert_eq!(act(&mut state, FormulaAction::Fix), []);
    }

    #[test]
    fn a_missing_parenthesis_is_added() {
        let mut state = empty();
        type_in(&mut state, "=SUMMA({1\\2");
        assert_eq!(workspace(&state).document.source(workspace(&state).selection.active), "=SUMMA({1\\2})");
    }
}
