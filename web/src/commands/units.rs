//! Commands that concern the unit that amounts are shown in.

use tertial_engine::session::{Unit, units};

use crate::state::number_formats::FormatAction;
use crate::state::{Action, State, Workspace};

use super::{Availability, Command, Menu, in_cells};

/// Commands that differ in nothing but their words and the unit.
macro_rules! units {
    ($($id:literal, $label:literal, $unit:expr;)+) => {
        pub const COMMANDS: &[Command] = &[$(Command {
            id: $id,
            label: $label,
            menu: Menu::Number,
            keys: &[],
            icon: None,
            available: |state| in_cells(state, names_unit),
            run: |_| Action::Format(FormatAction::Unit($unit)),
        }),+];
    };
}

units! {
    "unit.kronor", "command-unit-kronor", Some(Unit::Kronor);
    "unit.thousands", "command-unit-thousands", Some(Unit::Thousands);
    "unit.millions", "command-unit-millions", Some(Unit::Millions);
}

fn names_unit(workspace: &Workspace) -> Availability {
    units::kept(&workspace.document.session, workspace.document.sheet).map(|_| ()).ok_or("reason-no-unit")
}

/// Whether amounts are shown in the unit of a command; `None` of other commands.
pub fn pressed(id: &str, state: &State) -> Option<bool> {
    let unit = match id {
        "unit.kronor" => Unit::Kronor,
        "unit.thousands" => Unit::Thousands,
        "unit.millions" => Unit::Millions,
        _ => return None,
    };
    let document = &state.workspace.as_ref()?.document;
    let kept = units::kept(&document.session, document.sheet)?;
    let shown = units::view(&document.session, document.sheet).map_or(kept, |view| view.shown);
    Some(shown == unit)
}
