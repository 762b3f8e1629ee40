//! How the numbers of the selected cells are shown.

use tertial_engine::session::{Refusal, number_formats};

use super::{Effect, Panel, State, Workspace, editing};

/// The numbers of the selected cells are shown in another way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormatAction {
    /// By a code in the form of files, or in general form.
    Set(Option<&'static str>),
    /// With one decimal more or fewer.
    Decimals { more: bool },
    /// A dialog is to ask by what code.
    Ask,
    /// The dialog's answer as it is so far.
    Draft(String),
    /// The dialog's answer.
    By(String),
}

/// The formats to choose among: the key of the words, and the code in the form of files.
pub const USUAL: [(&str, Option<&str>); 8] = [
    ("command-format-general", None),
    ("command-format-whole", Some("#,##0")),
    ("command-format-number", Some("#,##0.00")),
    ("command-format-signed", Some("+#,##0;-#,##0;0")),
    ("command-format-percent", Some("0.0 %")),
    ("command-format-date", Some("yyyy-mm-dd")),
    ("command-format-month", Some("mmmm yyyy")),
    ("command-format-text", Some("@")),
];

/// Carries out what concerns number formats; text that is being typed is entered first.
pub fn update(state: &mut State, action: FormatAction) -> Vec<Effect> {
    if !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let (regions, session) = (workspace.regions(), &mut workspace.document.session);
    let changes = match action {
        FormatAction::Set(code) => number_formats::set(session, &regions, code),
        FormatAction::Decimals { more } => number_formats::step_decimals(session, &regions, more),
        FormatAction::Ask => {
            state.notice = None;
            state.panel = Some(Panel::NumberFormat(code(workspace)));
            return Vec::new();
        }
        FormatAction::Draft(text) => {
            state.panel = Some(Panel::NumberFormat(text));
            return Vec::new();
        }
        FormatAction::By(text) => {
            let changes = number_formats::set_written(session, &regions, &text);
            if changes.is_ok() {
                state.panel = None;
                let closing = [Effect::CloseDialog];
                return closing.into_iter().chain(editing::finish(state, changes)).collect();
            }
            return Vec::new();
        }
    };
    editing::finish(state, changes)
}

/// The code of the active cell, empty in general form.
fn code(workspace: &Workspace) -> String {
    let place = workspace.document.place(workspace.selection.active);
    number_formats::code(&workspace.document.session, place).unwrap_or_default().to_owned()
}

/// How the active cell would look with a code, or why that is none.
pub fn preview(workspace: &Workspace, text: &str) -> Result<String, Refusal> {
    let place = workspace.document.place(workspace.selection.active);
    number_formats::preview(&workspace.document.session, place, text)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{budget, select, shown, workspace};
    use super::super::{Action, EditAction};
    use super::*;

    fn act(state: &mut State, action: FormatAction) -> Vec<Effect> {
        state.update(Action::Format(action))
    }

    #[test]
    fn all_selected_cells_are_formatted_in_one_step() {
        let mut state = budget();
        select(&mut state, "B2:C3");
        act(&mut state, FormatAction::Set(Some("#,##0.00")));
        assert_eq!(shown(&state, "B2"), "13 741,00");
        act(&mut state, FormatAction::Decimals { more: false });
        assert_eq!(shown(&state, "B2"), "13 741,0");
        state.update(Action::Edit(EditAction::Undo));
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!(shown(&state, "B2"), "13741");
    }

    #[test]
    fn a_code_is_asked_for_and_shown_on_the_active_cell() {
        let mut state = budget();
        select(&mut state, "B2");
        act(&mut state, FormatAction::Ask);
        assert_eq!(state.panel, Some(Panel::NumberFormat(String::new())));
        assert_eq!(preview(workspace(&state), "# ##0 \"tkr\"").unwrap(), "13\u{a0}741 tkr");
        assert!(preview(workspace(&state), "0,0,0").is_err());
        assert!(act(&mut state, FormatAction::By("0,0,0".into())).is_empty());
        assert!(state.panel.is_some(), "the dialog stays with its reason");
        act(&mut state, FormatAction::By("# ##0 \"tkr\"".into()));
        assert_eq!((shown(&state, "B2").as_str(), &state.panel), ("13 741 tkr", &None));
    }
}
