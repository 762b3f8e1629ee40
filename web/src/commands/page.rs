//! Commands that concern the page as a whole.

use tertial_engine::session::Locale;

use crate::state::{Action, PageAction};

use super::{Command, Icon};

pub const COMMANDS: &[Command] = &[Command {
    id: "page.language",
    label: "command-language",
    keys: &[],
    icon: Icon::Language,
    enabled: |_| true,
    run: |state| {
        let other = match state.locale {
            Locale::Swedish => Locale::English,
            Locale::English => Locale::Swedish,
        };
        Action::Page(PageAction::Language(other))
    },
}];
