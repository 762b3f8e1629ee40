//! How the numbers of the selected cells are shown.

use tertial_engine::session::{Unit, number_formats, units};

use super::{Effect, State, editing};

/// The numbers of the selected cells are shown in another way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormatAction {
    /// By a code in the form of files, or in general form.
    Set(Option<&'static str>),
    /// Amounts in another unit, or in their own.
    Unit(Option<Unit>),
    /// With one decimal more or fewer.
    Decimals { more: bool },
}

/// The formats to choose among: the key of the words, and the code in the form of files.
pub const USUAL: [(&str, Option<&str>); 10] = [
    ("command-format-general", None),
    ("command-format-whole", Some("#,##0")),
    ("command-format-number", Some("#,##0.00")),
    ("command-format-signed", Some("+#,##0;-#,##0;0")),
    ("command-format-thousands", Some("#,##0,")),
    ("command-format-millions", Some("#,##0.0,,")),
    ("command-format-percent", Some("0.0 %")),
    ("command-format-date", Some("yyyy-mm-dd")),
    ("command-format-month", Some("mmmm yyyy")),
    ("command-format-text", Some("@")),
];

/// Carries out what concerns number formats; text that is being typed is entered first.
pub fn update(state: &mut State, action: &FormatAction) -> Vec<Effect> {
    if !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let (regions, session) = (workspace.regions(), &mut workspace.document.session);
    let changes = match action {
        FormatAction::Set(code) => number_formats::set(session, &regions, *code),
        FormatAction::Unit(unit) => units::show(session, workspace.document.sheet, *unit),
        FormatAction::Decimals { more } => number_formats::step_decimals(session, &regions, *more),
    };
    editing::finish(state, changes)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{budget, select, shown};
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
}
