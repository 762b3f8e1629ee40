//! Commands that concern how numbers are shown.

use crate::state::Action;
use crate::state::number_formats::{FormatAction, USUAL};
use crate::state::styling::{StyleAction, Topic};

use super::chord::ctrl_shift;
use super::{Command, Icon, Menu, in_cells};

/// Commands that differ in nothing but their words, their keys and what they do.
macro_rules! formats {
    ($($id:literal, $label:expr, [$($key:expr)?], $icon:expr, $action:expr;)+) => {
        pub const COMMANDS: &[Command] = &[$(Command {
            id: $id,
            label: $label,
            menu: Menu::Number,
            keys: &[$($key)?],
            icon: $icon,
            available: |state| in_cells(state, |_| Ok(())),
            run: |_| $action,
        }),+];
    };
}

formats! {
    "format.general", USUAL[0].0, [], None, Action::Format(FormatAction::Set(USUAL[0].1));
    "format.whole", USUAL[1].0, [], None, Action::Format(FormatAction::Set(USUAL[1].1));
    "format.number", USUAL[2].0, [ctrl_shift('1')], None, Action::Format(FormatAction::Set(USUAL[2].1));
    "format.signed", USUAL[3].0, [], None, Action::Format(FormatAction::Set(USUAL[3].1));
    "format.thousands", USUAL[4].0, [], None, Action::Format(FormatAction::Set(USUAL[4].1));
    "format.millions", USUAL[5].0, [], None, Action::Format(FormatAction::Set(USUAL[5].1));
    "format.percent", USUAL[6].0, [ctrl_shift('5')], None, Action::Format(FormatAction::Set(USUAL[6].1));
    "format.date", USUAL[7].0, [ctrl_shift('3')], None, Action::Format(FormatAction::Set(USUAL[7].1));
    "format.month", USUAL[8].0, [], None, Action::Format(FormatAction::Set(USUAL[8].1));
    "format.text", USUAL[9].0, [], None, Action::Format(FormatAction::Set(USUAL[9].1));
    "format.more-decimals", "command-more-decimals", [], Some(Icon::More), Action::Format(FormatAction::Decimals { more: true });
    "format.fewer-decimals", "command-fewer-decimals", [], Some(Icon::Fewer), Action::Format(FormatAction::Decimals { more: false });
    "format.code", "command-format-code", [], None, Action::Style(StyleAction::Ask(Topic::Number));
}
