//! Conditional formats, as a dialog lists them and asks for them.

use tertial_engine::session::conditional::{self, Wish};
use tertial_engine::session::{ChangeSet, Comparison, Refusal, Session, SheetId, Signal};

use super::{Effect, Panel, State, Workspace, editing};

/// The conditional formats of the shown sheet are listed, made and put in order.
#[derive(Debug, Clone, PartialEq)]
pub enum ConditionalAction {
    /// The dialog is to come.
    Ask,
    /// What it asks for, as it is so far.
    Draft(Box<Draft>),
    /// The format that was asked for.
    Put(Box<Draft>),
    /// A format of the list is to be changed.
    Edit(usize),
    /// A format goes.
    Remove(usize),
    /// A format comes before the one before it.
    Raise(usize),
}

/// A conditional format that is being made, or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub wish: Wish,
    /// Which of the list it is to take the place of.
    pub at: Option<usize>,
    /// Why the last thing that was asked for was refused.
    pub fault: Option<Refusal>,
}

/// Carries out what concerns conditional formats; text that is being typed is entered first.
pub fn update(state: &mut State, action: ConditionalAction) -> Vec<Effect> {
    if !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &state.workspace else { return Vec::new() };
    match action {
        ConditionalAction::Ask => {
            state.panel = Some(Panel::Conditional(Box::new(Draft::new(workspace))));
            state.notice = None;
        }
        ConditionalAction::Draft(draft) => state.panel = Some(Panel::Conditional(draft)),
        ConditionalAction::Put(draft) => {
            change(state, *draft.clone(), |session, sheet| conditional::put(session, sheet, draft.at, &draft.wish));
        }
        ConditionalAction::Edit(at) => {
            let listed = list(workspace).into_iter().nth(at);
            let draft = listed.map(|wish| Draft { wish, at: Some(at), fault: None });
            state.panel = draft.map(|draft| Panel::Conditional(Box::new(draft))).or(state.panel.take());
        }
        ConditionalAction::Remove(at) => {
            let draft = Draft::new(workspace);
            change(state, draft, |session, sheet| conditional::remove(session, sheet, at));
        }
        ConditionalAction::Raise(at) => {
            let draft = Draft::new(workspace);
            change(state, draft, |session, sheet| conditional::raise(session, sheet, at));
        }
    }
    Vec::new()
}

/// The conditional formats of the shown sheet.
pub fn list(workspace: &Workspace) -> Vec<Wish> {
    conditional::list(&workspace.document.session, workspace.document.sheet)
}

/// How many cells the format would mark, of how many; `None` while it is none.
pub fn preview(workspace: &Workspace, wish: &Wish) -> Option<(usize, usize)> {
    conditional::preview(&workspace.document.session, workspace.document.sheet, wish).ok()
}

/// Changes the list; the dialog stays and asks for another, or says why nothing was changed.
fn change(state: &mut State, draft: Draft, change: impl FnOnce(&mut Session, SheetId) -> Result<ChangeSet, Refusal>) {
    let Some(workspace) = &mut state.workspace else { return };
    let sheet = workspace.document.sheet;
    let draft = match change(&mut workspace.document.session, sheet) {
        Ok(changes) => {
            workspace.fold(&changes);
            Draft::new(workspace)
        }
        Err(refusal) => Draft { fault: Some(refusal), ..draft },
    };
    state.panel = Some(Panel::Conditional(Box::new(draft)));
}

impl Draft {
    /// A new one for the selected cells.
    fn new(workspace: &Workspace) -> Self {
        let range = workspace.selection.range.to_string();
        let wish = Wish { range, comparison: Comparison::Above, operands: Default::default(), signal: Signal::Red };
        Self { wish, at: None, fault: None }
    }

    /// The same with another question, and what can be seen of its answers.
    pub fn asking(self, comparison: Comparison) -> Self {
        let levels = comparison == Comparison::Levels;
        let usual = if levels { Signal::Lights } else { Signal::Red };
        let signal = if levels == self.wish.signal.has_levels() { self.wish.signal } else { usual };
        Self { wish: Wish { comparison, signal, ..self.wish }, fault: None, ..self }
    }
}

#[cfg(test)]
mod tests {
    use tertial_engine::session::{Address, Tone};

    use super::super::sample::{budget, select, workspace};
    use super::super::{Action, EditAction};
    use super::*;

    fn act(state: &mut State, action: ConditionalAction) {
        state.update(Action::Conditional(action));
    }

    fn draft(state: &State) -> Draft {
        match &state.panel {
            Some(Panel::Conditional(draft)) => (**draft).clone(),
            other => panic!("{other:?} is open"),
        }
    }

    fn is_marked(state: &State, cell: &str) -> bool {
        workspace(state).document.cell(Address::parse(cell).unwrap()).tone != Tone::Neutral
    }

    #[test]
    fn a_format_is_made_changed_and_taken_away() {
        let mut state = budget();
        select(&mut state, "B2:C4");
        act(&mut state, ConditionalAction::Ask);
        let mut wanted = draft(&state);
        assert_eq!(wanted.wish.range, "B2:C4");
        wanted.wish.operands[0] = "10000".into();
        assert_eq!(preview(workspace(&state), &wanted.wish), Some((2, 6)));
        act(&mut state, ConditionalAction::Put(Box::new(wanted)));
        assert!(is_marked(&state, "B2") && !is_marked(&state, "B3"));
        act(&mut state, ConditionalAction::Edit(0));
        let mut changed = draft(&state).asking(Comparison::Formula);
        assert_eq!(changed.wish.operands[0], "10000");
        changed.wish.operands[0] = "=B2<3000".into();
        act(&mut state, ConditionalAction::Put(Box::new(changed)));
        assert!(!is_marked(&state, "B2") && is_marked(&state, "B3"));
        act(&mut state, ConditionalAction::Remove(0));
        assert!(!is_marked(&state, "B3") && list(workspace(&state)).is_empty());
        state.panel = None;
        state.update(Action::Edit(EditAction::Undo));
        assert!(is_marked(&state, "B3"));
    }

    #[test]
    fn what_is_no_format_stays_with_its_reason() {
        let mut state = budget();
        act(&mut state, ConditionalAction::Ask);
        let mut wanted = draft(&state).asking(Comparison::Formula);
        wanted.wish.operands[0] = "=B2>".into();
        assert_eq!(preview(workspace(&state), &wanted.wish), None);
        act(&mut state, ConditionalAction::Put(Box::new(wanted.clone())));
        assert!(draft(&state).fault.is_some() && list(workspace(&state)).is_empty());
        assert_eq!(draft(&state).wish, wanted.wish, "what was written stands there still");
    }

    #[test]
    fn lights_and_arrows_belong_to_levels() {
        let mut state = budget();
        act(&mut state, ConditionalAction::Ask);
        let levels = draft(&state).asking(Comparison::Levels);
        assert_eq!(levels.wish.signal, Signal::Lights);
        assert_eq!(levels.asking(Comparison::Below).wish.signal, Signal::Red);
    }
}
