//! Commands that go to the columns of a report table by what they hold.

use tertial_engine::session::ColumnRole;

use crate::state::{Action, SelectAction};

use super::chord::alt;
use super::{Command, Menu, in_cells};

/// Commands that differ in nothing but their words, their key and the column that they go to.
macro_rules! roles {
    ($($id:literal, $label:literal, $key:literal, $role:ident;)+) => {
        pub const COMMANDS: &[Command] = &[$(Command {
            id: $id,
            label: $label,
            menu: Menu::View,
            keys: &[alt($key)],
            icon: None,
            available: |state| in_cells(state, |_| Ok(())),
            run: |_| Action::Select(SelectAction::Role(ColumnRole::$role)),
        }),+];
    };
}

roles! {
    "view.budget", "command-view-budget", '1', Budget;
    "view.outcome", "command-view-outcome", '2', Outcome;
    "view.forecast", "command-view-forecast", '3', Forecast;
    "view.deviation", "command-view-deviation", '4', Deviation;
    "view.outcome-to-date", "command-view-outcome-to-date", '5', OutcomeToDate;
    "view.previous-year", "command-view-previous-year", '6', PreviousYear;
    "view.change", "command-view-change", '7', Change;
    "view.earlier-forecast", "command-view-earlier-forecast", '8', EarlierForecast;
    "view.text", "command-view-text", '9', Text;
}
