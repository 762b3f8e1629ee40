//! What was copied or cut put in between other cells: whole rows or columns make room for it.

use tertial_engine::session::AxisKind;
use tertial_engine::session::pasting;

use super::clipboard::Clip;
use super::pasting::{Report, finish};
use super::{Effect, State, Workspace, carrying, lines};

/// What could be put in: what is framed as it was copied or cut.
pub fn clip(workspace: &Workspace) -> Option<&Clip> {
    workspace.clip.as_ref().filter(|clip| clip.is_framed && clip.is_whole())
}

/// Puts in what is framed before the selection. Whole rows and columns that were cut are taken there.
pub fn insert(state: &mut State) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let Some((from, cuts)) = clip(workspace).map(|clip| (clip.region, clip.is_cut)) else { return Vec::new() };
    let before = workspace.document.place(workspace.selection.range.first);
    if cuts && lines::are_selected(from.range) && from.sheet == before.sheet {
        let axis = if from.range.is_whole_columns() { AxisKind::Columns } else { AxisKind::Rows };
        return carrying::carry(state, from.range, axis.line(before.address));
    }
    let inserted = pasting::insert(&mut workspace.document.session, from, cuts, before);
    // What was copied may stand elsewhere now.
    workspace.unframe();
    finish(state, inserted, Report::default())
}

#[cfg(test)]
mod tests {
    use tertial_engine::session::{Address, Range};

    use super::super::sample::{budget, select, selected, shown, workspace};
    use super::super::{Action, ClipAction, EditAction, clipboard};
    use super::*;

    fn put_in(state: &mut State, from: &str, cuts: bool, before: &str) {
        select(state, from);
        clipboard::copy(state, cuts).unwrap();
        select(state, before);
        state.update(Action::Clip(ClipAction::Insert));
    }

    fn names(state: &State) -> Vec<String> {
        ["A2", "A3", "A4", "A5", "A6"].iter().map(|cell| shown(state, cell)).collect()
    }

    #[test]
    fn copied_rows_come_in_and_are_selected() {
        let mut state = budget();
        put_in(&mut state, "2:2", false, "B4");
        assert_eq!(names(&state), ["Personal", "Lokaler", "Personal", "IT", "Summa"]);
        let source = workspace(&state).document.source(Address::parse("D4").unwrap());
        assert_eq!((source.as_str(), selected(&state).as_str()), ("=B4-C4", "4:4"));
        assert!(clip(workspace(&state)).is_none(), "nothing is framed any more");
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!(names(&state), ["Personal", "Lokaler", "IT", "Summa", ""]);
    }

    #[test]
    fn cut_rows_and_columns_are_taken_along() {
        let mut state = budget();
        put_in(&mut state, "4:4", true, "A2");
        assert_eq!(
            (names(&state)[..4].join(" "), selected(&state)),
            ("IT Personal Lokaler Summa".into(), "2:2".into())
        );
        put_in(&mut state, "C:C", true, "B1");
        assert_eq!((selected(&state).as_str(), shown(&state, "C1").as_str()), ("B:B", "Budget"));
    }

    #[test]
    fn cut_cells_get_rows_of_their_own() {
        let mut state = budget();
        put_in(&mut state, "A4:B4", true, "A2");
        assert_eq!(names(&state), ["IT", "Personal", "Lokaler", "", "Summa"]);
        assert_eq!(selected(&state), "A2:B2");
    }

    #[test]
    fn only_what_is_framed_as_one_can_be_put_in() {
        let mut state = budget();
        assert!(clip(workspace(&state)).is_none());
        select(&mut state, "A2");
        clipboard::copy(&mut state, false).unwrap();
        assert_eq!(clip(workspace(&state)).map(|clip| clip.region.range), Range::parse("A2"));
        state.workspace.as_mut().unwrap().unframe();
        assert!(state.update(Action::Clip(ClipAction::Insert)).is_empty());
    }
}
