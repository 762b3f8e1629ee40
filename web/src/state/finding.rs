//! Find and replace: a panel beside the sheet, whose search goes on a stretch at a time while the page lives.

use tertial_engine::session::finding::{self, Query, Rest, Scope, Within};
use tertial_engine::session::replacing::{self, Obstacle, Replaced};
use tertial_engine::session::{Place, Region};

use super::document::Document;
use super::selection::Selection;
use super::{Action, Effect, Notice, State, Workspace, editing};

/// The most cells that are kept as found.
const MAX_FOUND: usize = 100_000;

/// Something that happens to the search.
#[derive(Debug, Clone, PartialEq)]
pub enum FindAction {
    /// The panel opens, with or without a field for what replaces.
    Open { replaces: bool },
    /// The panel closes.
    Close,
    /// What is searched for was typed.
    Typed(String),
    /// What replaces it was typed.
    With(String),
    /// An option is turned on or off.
    Switch(Switch),
    /// The search is to go over something else.
    Over(Area),
    /// To the next found cell, or the one before.
    Next { back: bool },
    /// To a found cell of the list.
    Jump(usize),
    /// The active cell is replaced in, if it is a found one; then to the next.
    Replace,
    /// All found cells are replaced in.
    ReplaceAll,
    /// The search of a number goes on.
    GoOn(u32),
}

/// Options of a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    Case,
    Whole,
    Formulas,
}

/// Which options of a search are on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    pub match_case: bool,
    pub whole_cell: bool,
    pub formulas: bool,
}

/// What a search goes over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Area {
    #[default]
    Sheet,
    Book,
    /// What was selected when the panel opened.
    Selection,
}

/// The search, kept while the panel is closed.
#[derive(Debug, Clone, Default)]
pub struct Finder {
    pub is_open: bool,
    pub replaces: bool,
    /// Grows each time the panel is asked for, so that its field takes the keyboard.
    pub asked: u32,
    pub text: String,
    pub with: String,
    pub options: Options,
    pub area: Area,
    /// What was selected when the panel opened, if more than a cell.
    pub selected: Option<Region>,
    /// The found cells, in the order of sheets and reading.
    pub found: Vec<Place>,
    /// How many cells were last replaced in, and those that were left, with the reasons.
    pub replaced: Option<(usize, Vec<(Place, Obstacle)>)>,
    rest: Option<Rest>,
    number: u32,
    /// What was searched: the book's state and the scope.
    searched: Option<(u64, Scope)>,
}

impl Finder {
    /// Whether there is more to be read.
    pub const fn is_searching(&self) -> bool {
        self.rest.is_some()
    }

    /// Whether more was found than is kept.
    pub fn is_full(&self) -> bool {
        self.found.len() >= MAX_FOUND
    }

    fn query(&self, document: &Document) -> Query {
        let within = if self.options.formulas { Within::Formulas } else { Within::Values };
        Query {
            text: self.text.clone(),
            within,
            match_case: self.options.match_case,
            whole_cell: self.options.whole_cell,
            scope: self.scope(document),
        }
    }

    fn scope(&self, document: &Document) -> Scope {
        match (self.area, self.selected) {
            (Area::Book, _) => Scope::Book,
            (Area::Selection, Some(region)) => Scope::Cells(region),
            _ => Scope::Sheet(document.sheet),
        }
    }
}

/// Carries out an action of the search.
pub fn update(state: &mut State, action: FindAction) -> Vec<Effect> {
    if matches!(action, FindAction::Open { .. } | FindAction::Next { .. }) && !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let finder = &mut workspace.finder;
    match action {
        FindAction::Open { replaces } => open(workspace, replaces),
        FindAction::Close => {
            finder.is_open = false;
            return vec![Effect::FocusSheet];
        }
        FindAction::Typed(text) => {
            finder.text = text;
            finder.searched = None;
        }
        FindAction::With(text) => finder.with = text,
        FindAction::Switch(switch) => {
            turn(finder, switch);
            finder.searched = None;
        }
        FindAction::Over(area) => finder.area = area,
        FindAction::Next { .. } if finder.text.is_empty() => {
            let replaces = finder.replaces;
            open(workspace, replaces);
        }
        FindAction::Next { back } => {
            let effects = search(workspace);
            next(workspace, back);
            return effects;
        }
        FindAction::Jump(index) => jump(workspace, index),
        FindAction::Replace => return replace_one(state),
        FindAction::ReplaceAll => {
            // Its button may have nothing left to do, and then cannot keep the keyboard.
            finder.asked = finder.asked.wrapping_add(1);
            return replace(state, None);
        }
        FindAction::GoOn(number) => return go_on(workspace, number),
    }
    refresh(state)
}

/// Searches anew when the book or what is searched has changed.
pub fn refresh(state: &mut State) -> Vec<Effect> {
    let open = state.workspace.as_mut().filter(|workspace| workspace.finder.is_open);
    open.map_or_else(Vec::new, search)
}

fn search(workspace: &mut Workspace) -> Vec<Effect> {
    let (finder, document) = (&mut workspace.finder, &workspace.document);
    let wanted = Some((document.session.revision(), finder.scope(document)));
    if finder.searched == wanted {
        return Vec::new();
    }
    finder.searched = wanted;
    finder.found.clear();
    finder.number = finder.number.wrapping_add(1);
    finder.rest = (!finder.text.is_empty()).then(|| finding::begin(&document.session, finder.scope(document)));
    let number = finder.number;
    go_on(workspace, number)
}

fn open(workspace: &mut Workspace, replaces: bool) {
    let selected = workspace.selection.range;
    let region = selected.on(workspace.document.sheet);
    let finder = &mut workspace.finder;
    let was_open = finder.is_open;
    (finder.is_open, finder.replaces, finder.replaced) = (true, replaces, None);
    finder.asked = finder.asked.wrapping_add(1);
    if !was_open {
        finder.selected = (!selected.is_cell()).then_some(region);
        finder.area = match (finder.area, finder.selected) {
            (_, Some(_)) => Area::Selection,
            (Area::Selection, None) => Area::Sheet,
            (area, None) => area,
        };
        finder.searched = None;
    }
}

const fn turn(finder: &mut Finder, switch: Switch) {
    let option = match switch {
        Switch::Case => &mut finder.options.match_case,
        Switch::Whole => &mut finder.options.whole_cell,
        Switch::Formulas => &mut finder.options.formulas,
    };
    *option = !*option;
}

/// Reads one stretch further, and asks to be called again while there is more.
fn go_on(workspace: &mut Workspace, number: u32) -> Vec<Effect> {
    let (finder, document) = (&mut workspace.finder, &workspace.document);
    if number != finder.number {
        return Vec::new();
    }
    let Some(rest) = finder.rest.take() else { return Vec::new() };
    let (found, rest) = finding::go_on(&document.session, &finder.query(document), rest);
    let room = MAX_FOUND - finder.found.len();
    finder.found.extend(found.into_iter().take(room));
    finder.rest = rest.filter(|_| !finder.is_full());
    let again = finder.rest.is_some().then_some(Effect::Later(Action::Find(FindAction::GoOn(number))));
    again.into_iter().collect()
}

/// Where a cell stands in the order in which cells are found.
fn order(document: &Document, place: Place) -> (usize, Place) {
    (document.sheets.iter().position(|tab| tab.id == place.sheet).unwrap_or(usize::MAX), place)
}

/// Which of the found cells is the active one.
pub fn current(workspace: &Workspace) -> Option<usize> {
    let document = &workspace.document;
    let active = order(document, document.place(workspace.selection.active));
    workspace.finder.found.binary_search_by_key(&active, |place| order(document, *place)).ok()
}

fn next(workspace: &mut Workspace, back: bool) {
    let document = &workspace.document;
    let active = order(document, document.place(workspace.selection.active));
    let found = &workspace.finder.found;
    let Some(last) = found.len().checked_sub(1) else { return };
    let before = found.partition_point(|place| order(document, *place) < active);
    let through = found.partition_point(|place| order(document, *place) <= active);
    let index = match back {
        true => before.checked_sub(1).unwrap_or(last),
        false if through > last => 0,
        false => through,
    };
    jump(workspace, index);
}

fn jump(workspace: &mut Workspace, index: usize) {
    let Some(place) = workspace.finder.found.get(index).copied() else { return };
    workspace.show_sheet(place.sheet);
    workspace.select(Selection::cell(place.address), place.address);
}

fn replace_one(state: &mut State) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let Some(index) = current(workspace) else {
        next(workspace, false);
        return refresh(state);
    };
    let place = workspace.finder.found[index];
    let effects = replace(state, Some(place));
    state.workspace.iter_mut().for_each(|workspace| next(workspace, false));
    effects
}

/// Replaces in one found cell, or in all.
fn replace(state: &mut State, only: Option<Place>) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let (finder, document) = (&mut workspace.finder, &mut workspace.document);
    if finder.is_searching() {
        return Vec::new();
    }
    let places = only.map_or_else(|| finder.found.clone(), |place| vec![place]);
    let query = finder.query(document);
    match replacing::replace(&mut document.session, &query, &finder.with, &places) {
        Ok(Replaced { changes, count, left }) => {
            finder.replaced = Some((count, left));
            changes.iter().for_each(|changes| workspace.fold(changes));
        }
        Err(refusal) => state.notice = Some(Notice::Refused(refusal)),
    }
    refresh(state)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{budget, select, selected, shown, type_in, workspace};
    use super::super::{EditAction, PageAction, ViewAction};
    use super::*;

    /// Carries out an action and everything that is asked for later.
    fn run(state: &mut State, action: FindAction) {
        let mut effects = state.update(Action::Find(action));
        while let Some(effect) = effects.pop() {
            if let Effect::Later(action) = effect {
                effects.extend(state.update(action));
            }
        }
    }

    fn find(state: &mut State, text: &str) {
        run(state, FindAction::Open { replaces: true });
        run(state, FindAction::Typed(text.into()));
    }

    fn found(state: &State) -> Vec<String> {
        workspace(state).finder.found.iter().map(|place| place.address.to_string()).collect()
    }

    #[test]
    fn cells_are_found_while_it_is_typed_and_gone_through_both_ways() {
        let mut state = budget();
        find(&mut state, "SO");
        assert_eq!(found(&state), ["A2"]);
        find(&mut state, "150");
        assert_eq!(found(&state), ["C3", "D3"]);
        run(&mut state, FindAction::Next { back: false });
        assert_eq!((selected(&state).as_str(), current(workspace(&state))), ("C3", Some(0)));
        run(&mut state, FindAction::Next { back: false });
        run(&mut state, FindAction::Next { back: false });
        assert_eq!(selected(&state), "C3", "around the end");
        run(&mut state, FindAction::Next { back: true });
        assert_eq!(selected(&state), "D3");
        run(&mut state, FindAction::Jump(0));
        assert_eq!(selected(&state), "C3");
    }

    #[test]
    fn the_search_follows_what_is_typed_into_cells() {
        let mut state = budget();
        find(&mut state, "1200");
        assert_eq!(found(&state), ["B4", "C4"]);
        select(&mut state, "B4");
        type_in(&mut state, "5");
        assert_eq!(found(&state), ["C4"]);
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!(found(&state), ["B4", "C4"]);
    }

    #[test]
    fn a_search_goes_over_the_sheet_the_book_or_what_is_selected() {
        let mut state = budget();
        state.update(Action::View(ViewAction::AddSheet));
        select(&mut state, "B7");
        type_in(&mut state, "1200");
        find(&mut state, "1200");
        assert_eq!(found(&state), ["B7"]);
        run(&mut state, FindAction::Over(Area::Book));
        assert_eq!(found(&state), ["B4", "C4", "B7"]);
        run(&mut state, FindAction::Next { back: false });
        assert_eq!((selected(&state).as_str(), shown(&state, "A2").as_str()), ("B4", "Personal"));
        run(&mut state, FindAction::Close);
        select(&mut state, "C1:C9");
        run(&mut state, FindAction::Open { replaces: false });
        assert_eq!((workspace(&state).finder.area, found(&state)), (Area::Selection, vec!["C4".into()]));
    }

    #[test]
    fn all_are_replaced_in_one_step_and_results_are_left() {
        let mut state = budget();
        find(&mut state, "150");
        run(&mut state, FindAction::With("250".into()));
        run(&mut state, FindAction::ReplaceAll);
        assert_eq!((shown(&state, "C3").as_str(), shown(&state, "D3").as_str()), ("2250", "-250"));
        let (count, left) = workspace(&state).finder.replaced.clone().unwrap();
        assert_eq!((count, left.len(), left[0].1.clone()), (1, 1, Obstacle::Calculated));
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!(shown(&state, "C3"), "2150");
    }

    #[test]
    fn one_is_replaced_and_the_next_shown() {
        let mut state = budget();
        find(&mut state, "1200");
        run(&mut state, FindAction::With("1300".into()));
        run(&mut state, FindAction::Replace);
        assert_eq!((selected(&state).as_str(), shown(&state, "B4").as_str()), ("B4", "1200"), "first it is shown");
        run(&mut state, FindAction::Replace);
        assert_eq!((selected(&state).as_str(), shown(&state, "B4").as_str()), ("C4", "1300"));
    }

    #[test]
    fn escape_closes_and_the_text_is_kept_for_next_time() {
        let mut state = budget();
        find(&mut state, "1200");
        state.update(Action::Page(PageAction::ToSheet));
        assert!(!workspace(&state).finder.is_open);
        select(&mut state, "A1");
        run(&mut state, FindAction::Next { back: false });
        assert_eq!(selected(&state), "B4");
    }
}
