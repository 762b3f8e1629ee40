//! How the selected cells look: type, colours, alignment, borders, and the dialog that asks for all of it.

use tertial_engine::session::styles::{self, Edging, Restyle};
use tertial_engine::session::{Refusal, Stroke, Style, number_formats};

use super::{Effect, Panel, State, Workspace, editing, painting};

/// The selected cells look different.
#[derive(Debug, Clone, PartialEq)]
pub enum StyleAction {
    /// What the active cell is or is not becomes of all.
    Toggle(Trait),
    /// A change of looks.
    Set(Restyle),
    /// The dialog is to ask, beginning with one of its topics.
    Ask(Topic),
    /// The dialog's answer as it is so far.
    Draft(Box<CellFormat>),
    /// The dialog's answer.
    Take(Box<CellFormat>),
    /// The looks of the selection are taken up, for one place or for as many as come.
    Pick { keeps: bool },
    /// The selection gets the looks that were taken up.
    Paint,
}

/// What text is or is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trait {
    Bold,
    Italic,
    Underline,
    Wraps,
}

/// Topics of the dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    Number,
    Type,
    Ink,
    Fill,
}

/// What the dialog asks for, with what it began from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellFormat {
    /// Where the keyboard begins.
    pub topic: Topic,
    /// The code of the number format, as a person writes it.
    pub code: String,
    /// How the cells are to look, but for number format and borders.
    pub style: Style,
    /// Lines that are to be drawn.
    pub edging: Option<Edging>,
    /// How thick the next lines are.
    pub stroke: Stroke,
    before: (String, Style),
}

/// Carries out what concerns looks; text that is being typed is entered first.
pub fn update(state: &mut State, action: StyleAction) -> Vec<Effect> {
    if !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &state.workspace else { return Vec::new() };
    match action {
        StyleAction::Toggle(which) => {
            let restyle = which.restyle(!which.of(&shown(workspace)));
            restyled(state, &[restyle])
        }
        StyleAction::Set(restyle) => restyled(state, &[restyle]),
        StyleAction::Ask(topic) => {
            state.panel = Some(Panel::CellFormat(Box::new(CellFormat::of(workspace, topic))));
            state.notice = None;
            Vec::new()
        }
        StyleAction::Draft(draft) => {
            state.panel = Some(Panel::CellFormat(draft));
            Vec::new()
        }
        StyleAction::Take(format) => take(state, &format),
        StyleAction::Pick { keeps } => painting::pick(state, keeps),
        StyleAction::Paint => painting::paint(state),
    }
}

/// How the active cell looks.
pub fn shown(workspace: &Workspace) -> Style {
    styles::shown(&workspace.document.session, workspace.document.place(workspace.selection.active))
}

/// How the active cell would look with a code, or why that is none.
pub fn preview(workspace: &Workspace, code: &str) -> Result<String, Refusal> {
    let place = workspace.document.place(workspace.selection.active);
    number_formats::preview(&workspace.document.session, place, code)
}

fn restyled(state: &mut State, restyles: &[Restyle]) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let regions = workspace.regions();
    let changes = styles::restyle(&mut workspace.document.session, &regions, restyles);
    editing::finish(state, changes)
}

/// Does what the dialog asked for; it stays when a number format is none.
fn take(state: &mut State, format: &CellFormat) -> Vec<Effect> {
    let Some(workspace) = &state.workspace else { return Vec::new() };
    let Ok(restyles) = format.restyles(workspace) else { return Vec::new() };
    state.panel = None;
    let effects = if restyles.is_empty() { vec![Effect::FocusSheet] } else { restyled(state, &restyles) };
    [vec![Effect::CloseDialog], effects].concat()
}

impl Trait {
    /// Whether a look has it.
    pub fn of(self, style: &Style) -> bool {
        match self {
            Self::Bold => style.bold == Some(true),
            Self::Italic => style.italic == Some(true),
            Self::Underline => style.underline,
            Self::Wraps => style.wraps,
        }
    }

    const fn restyle(self, set: bool) -> Restyle {
        match self {
            Self::Bold => Restyle::Bold(set),
            Self::Italic => Restyle::Italic(set),
            Self::Underline => Restyle::Underline(set),
            Self::Wraps => Restyle::Wraps(set),
        }
    }

    /// A look that has it, or has it not.
    pub fn set(self, style: &mut Style, set: bool) {
        match self {
            Self::Bold => style.bold = Some(set),
            Self::Italic => style.italic = Some(set),
            Self::Underline => style.underline = set,
            Self::Wraps => style.wraps = set,
        }
    }
}

impl CellFormat {
    fn of(workspace: &Workspace, topic: Topic) -> Self {
        let place = workspace.document.place(workspace.selection.active);
        let code = number_formats::code(&workspace.document.session, place).unwrap_or_default().to_owned();
        let style = shown(workspace);
        Self {
            topic,
            code: code.clone(),
            style: style.clone(),
            edging: None,
            stroke: Stroke::Thin,
            before: (code, style),
        }
    }

    /// What is to change: only what was chosen, so that selected cells may differ in all else.
    fn restyles(&self, workspace: &Workspace) -> Result<Vec<Restyle>, Refusal> {
        let (code, before) = &self.before;
        let style = &self.style;
        let mut restyles = Vec::new();
        if self.code != *code {
            restyles.push(Restyle::Number(number_formats::written(&workspace.document.session, &self.code)?));
        }
        let traits = [Trait::Bold, Trait::Italic, Trait::Underline, Trait::Wraps].into_iter();
        let changed = traits.filter(|which| which.of(style) != which.of(before));
        restyles.extend(changed.map(|which| which.restyle(which.of(style))));
        let mut choose = |is_changed: bool, restyle: Restyle| restyles.extend(is_changed.then_some(restyle));
        choose(style.ink != before.ink, Restyle::Ink(style.ink));
        choose(style.fill != before.fill, Restyle::Fill(style.fill));
        choose(style.align != before.align, Restyle::Align(style.align));
        let steps = i8::try_from(i16::from(style.indent) - i16::from(before.indent)).unwrap_or_default();
        choose(steps != 0, Restyle::Indent(steps));
        restyles.extend(self.edging.map(Restyle::Borders));
        Ok(restyles)
    }
}

#[cfg(test)]
mod tests {
    use tertial_engine::session::{Address, Align, Colour};

    use super::super::sample::{budget, select, shown as text, workspace};
    use super::super::{Action, EditAction};
    use super::*;

    fn act(state: &mut State, action: StyleAction) -> Vec<Effect> {
        state.update(Action::Style(action))
    }

    fn words(state: &State, cell: &str) -> String {
        let cell = workspace(state).document.cell(Address::parse(cell).unwrap());
        cell.style.map(|style| style.words()).unwrap_or_default()
    }

    fn draft(state: &State) -> CellFormat {
        match &state.panel {
            Some(Panel::CellFormat(draft)) => (**draft).clone(),
            other => panic!("{other:?} is open"),
        }
    }

    #[test]
    fn the_active_cell_decides_what_is_turned_on_or_off() {
        let mut state = budget();
        select(&mut state, "B2:C2");
        act(&mut state, StyleAction::Toggle(Trait::Bold));
        act(&mut state, StyleAction::Toggle(Trait::Italic));
        assert_eq!((words(&state, "B2").as_str(), words(&state, "C2").as_str()), ("bold italic", "bold italic"));
        act(&mut state, StyleAction::Toggle(Trait::Bold));
        assert_eq!(words(&state, "C2"), "italic");
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!(words(&state, "C2"), "bold italic");
    }

    #[test]
    fn the_dialog_changes_what_was_chosen_and_nothing_else() {
        let mut state = budget();
        select(&mut state, "B3");
        act(&mut state, StyleAction::Set(Restyle::Fill(Some(Colour::Green))));
        select(&mut state, "B2:B3");
        act(&mut state, StyleAction::Ask(Topic::Number));
        let mut format = draft(&state);
        format.code = "# ##0,0".into();
        format.style.align = Some(Align::Center);
        format.edging = Some(Edging::Bottom(Stroke::Thin));
        act(&mut state, StyleAction::Draft(Box::new(format.clone())));
        act(&mut state, StyleAction::Take(Box::new(format)));
        assert_eq!((text(&state, "B2").as_str(), &state.panel), ("13 741,0", &None));
        assert_eq!(
            (words(&state, "B2").as_str(), words(&state, "B3").as_str()),
            ("align-center", "fill-green align-center bottom-thin")
        );
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!((text(&state, "B2").as_str(), words(&state, "B2").as_str()), ("13741", ""));
    }

    #[test]
    fn the_dialog_stays_with_a_code_that_is_none() {
        let mut state = budget();
        select(&mut state, "B2");
        act(&mut state, StyleAction::Ask(Topic::Number));
        assert_eq!(preview(workspace(&state), "# ##0 \"tkr\"").unwrap(), "13\u{a0}741 tkr");
        assert!(preview(workspace(&state), "0,0,0").is_err());
        let format = CellFormat { code: "0,0,0".into(), ..draft(&state) };
        assert!(act(&mut state, StyleAction::Take(Box::new(format))).is_empty());
        assert!(state.panel.is_some());
    }
}
