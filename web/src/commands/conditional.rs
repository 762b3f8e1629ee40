//! The command that has looks follow from what cells hold.

use crate::state::Action;
use crate::state::conditional::ConditionalAction;

use super::{Command, Menu, in_cells};

pub const COMMANDS: &[Command] = &[Command {
    id: "style.conditional",
    label: "command-conditional",
    menu: Menu::Format,
    keys: &[],
    icon: None,
    available: |state| in_cells(state, |_| Ok(())),
    run: |_| Action::Conditional(ConditionalAction::Ask),
}];
