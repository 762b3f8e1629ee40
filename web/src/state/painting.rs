//! The looks of cells are taken up as with a brush, and given to those that are selected next. Until then they are framed.

use std::rc::Rc;

use tertial_engine::session::pasting::{self, Pasted};
use tertial_engine::session::{Clipping, Part, PasteManner};

use super::clipboard::{Brush, Clip};
use super::pasting::{Report, finish};
use super::{Action, Effect, Said, SelectAction, State, Workspace, carrying::CarryAction};

/// Nothing but looks.
const LOOKS: PasteManner = PasteManner { part: Part::Formats, transposed: false, skips_blanks: false };

/// Takes up the looks of the selection, for one place or for as many as come; taken up already, they are put away.
pub fn pick(state: &mut State, keeps: bool) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let is_held = is_held(workspace);
    workspace.unframe();
    if is_held && !keeps {
        return vec![Effect::FocusSheet];
    }
    let region = workspace.selection.range.on(workspace.document.sheet);
    let clipping = Rc::new(Clipping::looks_of(workspace.document.session.book(), region));
    workspace.clip = Some(Clip::brush(region, clipping, if keeps { Brush::Stays } else { Brush::Once }));
    state.said = Some(Said::of("said-brush", region.range.to_string()));
    vec![Effect::FocusSheet]
}

/// Whether looks have been taken up.
pub fn is_held(workspace: &Workspace) -> bool {
    held(workspace).is_some()
}

/// Gives the selection the looks that were taken up.
pub fn paint(state: &mut State) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let Some(clip) = held(workspace).cloned() else { return Vec::new() };
    let targets = workspace.regions();
    let selection = workspace.selection.clone();
    let pasted = pasting::paste(&mut workspace.document.session, &clip.clipping, &targets, LOOKS);
    let pasted = pasted.map(|pasted| Pasted { ranges: selection.ranges().collect(), ..pasted });
    let effects = finish(state, pasted, Report::default());
    if let Some(workspace) = &mut state.workspace {
        workspace.clip = (clip.brush == Brush::Stays).then_some(clip);
    }
    effects
}

/// Whether the pointer is let go, so that what it selected is to be painted.
pub const fn lifts(action: &Action) -> bool {
    match action {
        Action::Carry(CarryAction::Release(_)) => true,
        Action::Select(SelectAction::Press(pointer)) => pointer.finger,
        _ => false,
    }
}

fn held(workspace: &Workspace) -> Option<&Clip> {
    workspace.clip.as_ref().filter(|clip| clip.brush != Brush::None && clip.is_framed)
}

#[cfg(test)]
mod tests {
    use tertial_engine::session::Address;
    use tertial_engine::session::styles::Restyle;

    use super::super::sample::{budget, select, workspace};
    use super::super::styling::StyleAction;
    use super::*;
    use crate::platform::pointer::Pointer;

    fn words(state: &State, cell: &str) -> String {
        let cell = workspace(state).document.cell(Address::parse(cell).unwrap());
        cell.style.map(|style| style.words()).unwrap_or_default()
    }

    fn lift(state: &mut State) {
        let pointer = Pointer { x: 0.0, y: 0.0, shift: false, ctrl: false, finger: false, pressed: false };
        state.update(Action::Carry(CarryAction::Release(pointer)));
    }

    fn painted() -> State {
        let mut state = budget();
        select(&mut state, "B2");
        state.update(Action::Style(StyleAction::Set(Restyle::Bold(true))));
        state
    }

    #[test]
    fn a_look_is_given_to_one_place() {
        let mut state = painted();
        state.update(Action::Style(StyleAction::Pick { keeps: false }));
        assert!(is_held(workspace(&state)) && !workspace(&state).framed().is_empty());
        select(&mut state, "C3:D4");
        lift(&mut state);
        assert_eq!((words(&state, "C3").as_str(), words(&state, "D4").as_str()), ("bold", "bold"));
        select(&mut state, "A1");
        lift(&mut state);
        assert_eq!((words(&state, "A1").as_str(), is_held(workspace(&state))), ("", false));
    }

    #[test]
    fn a_look_is_given_to_many_places_until_it_is_put_away() {
        let mut state = painted();
        state.update(Action::Style(StyleAction::Pick { keeps: true }));
        for cell in ["C3", "D4"] {
            select(&mut state, cell);
            state.update(Action::Style(StyleAction::Paint));
            assert_eq!(words(&state, cell), "bold");
        }
        state.update(Action::Style(StyleAction::Pick { keeps: false }));
        assert!(!is_held(workspace(&state)));
    }
}
