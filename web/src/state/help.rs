//! Help in place: what the active cell is, and what one does with it.

use tertial_engine::session::CellRole;

use super::Workspace;

/// The active cell, explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Here {
    /// Its address.
    pub cell: String,
    /// What it says.
    pub spoken: String,
    /// Key of the words that say what one does there.
    pub advice: &'static str,
    /// Its formula, empty without one.
    pub formula: String,
}

impl Here {
    /// The active cell.
    pub fn of(workspace: &Workspace) -> Self {
        let (document, active) = (&workspace.document, workspace.selection.active);
        let view = document.cell(active);
        let source = document.source(active);
        let formula = if view.is_formula { source } else { String::new() };
        let advice = match view.role {
            _ if view.spilled_from.is_some() => "help-filled",
            _ if view.error.is_some() => "help-error",
            _ if view.is_formula => "help-formula",
            CellRole::Input => "help-input",
            CellRole::Header => "help-header",
            CellRole::Label => "help-label",
            CellRole::Title | CellRole::Subtitle => "help-title",
            CellRole::Free | CellRole::Computed => "help-free",
        };
        Self { cell: active.to_string(), spoken: document.session.spoken(document.place(active)), advice, formula }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{budget, select, workspace};
    use super::*;

    #[test]
    fn help_is_about_the_active_cell() {
        let mut state = budget();
        select(&mut state, "D3");
        let here = Here::of(workspace(&state));
        assert_eq!((here.cell.as_str(), here.advice, here.formula.as_str()), ("D3", "help-formula", "=B3-C3"));
        select(&mut state, "F9");
        assert_eq!(Here::of(workspace(&state)).advice, "help-free");
    }
}
