//! Commands that concern how cells look.

use tertial_engine::session::styles::{Edging, Restyle};
use tertial_engine::session::{Align, Stroke};

use crate::state::styling::{self, StyleAction, Topic, Trait};
use crate::state::{Action, State, painting};

use super::chord::ctrl;
use super::{Command, Icon, Menu, in_cells};

/// Commands that differ in nothing but their words, their keys, their pictures and what they do.
macro_rules! styles {
    ($($id:literal, $label:literal, [$($key:expr)?], [$($icon:ident)?], $action:expr;)+) => {
        pub const COMMANDS: &[Command] = &[$(Command {
            id: $id,
            label: $label,
            menu: Menu::Format,
            keys: &[$($key)?],
            icon: styles!(@icon $($icon)?),
            available: |state| in_cells(state, |_| Ok(())),
            run: |_| Action::Style($action),
        }),+];
    };
    (@icon) => { None };
    (@icon $icon:ident) => { Some(Icon::$icon) };
}

styles! {
    "style.cells", "command-format-cells", [ctrl('1')], [Cells], StyleAction::Ask(Topic::Type);
    "style.bold", "command-bold", [ctrl('b')], [Bold], StyleAction::Toggle(Trait::Bold);
    "style.italic", "command-italic", [ctrl('i')], [Italic], StyleAction::Toggle(Trait::Italic);
    "style.underline", "command-underline", [ctrl('u')], [Underline], StyleAction::Toggle(Trait::Underline);
    "style.ink", "command-ink", [], [], StyleAction::Ask(Topic::Ink);
    "style.fill", "command-fill", [], [Fill], StyleAction::Ask(Topic::Fill);
    "style.left", "command-align-left", [], [Left], StyleAction::Set(Restyle::Align(Some(Align::Left)));
    "style.center", "command-align-center", [], [Center], StyleAction::Set(Restyle::Align(Some(Align::Center)));
    "style.right", "command-align-right", [], [Right], StyleAction::Set(Restyle::Align(Some(Align::Right)));
    "style.general", "command-align-general", [], [], StyleAction::Set(Restyle::Align(None));
    "style.indent", "command-indent", [], [], StyleAction::Set(Restyle::Indent(1));
    "style.outdent", "command-outdent", [], [], StyleAction::Set(Restyle::Indent(-1));
    "style.wrap", "command-wrap", [], [], StyleAction::Toggle(Trait::Wraps);
    "style.line-below", "command-line-below", [], [], StyleAction::Set(Restyle::Borders(Edging::Bottom(Stroke::Thin)));
    "style.sum-line", "command-sum-line", [], [], StyleAction::Set(Restyle::Borders(Edging::Sum));
    "style.outline", "command-outline", [], [], StyleAction::Set(Restyle::Borders(Edging::Outline(Stroke::Thin)));
    "style.all-lines", "command-all-lines", [], [], StyleAction::Set(Restyle::Borders(Edging::All(Stroke::Thin)));
    "style.no-lines", "command-no-lines", [], [], StyleAction::Set(Restyle::Borders(Edging::None));
    "style.pick", "command-pick-look", [], [Brush], StyleAction::Pick { keeps: false };
    "style.pick-many", "command-pick-look-many", [], [], StyleAction::Pick { keeps: true };
    "style.paint", "command-paint-look", [], [], StyleAction::Paint;
    "style.clear", "command-clear-look", [], [], StyleAction::Set(Restyle::Clear);
}

/// What a second click soon after the first on a command's button asks for.
pub fn doubled(id: &str) -> Option<&'static str> {
    (id == "style.pick").then_some("style.pick-many")
}

/// Whether what a command turns on or off is on; `None` of other commands.
pub fn pressed(id: &str, state: &State) -> Option<bool> {
    let workspace = state.workspace.as_ref()?;
    let shown = || styling::shown(workspace);
    Some(match id {
        "style.bold" => Trait::Bold.of(&shown()),
        "style.italic" => Trait::Italic.of(&shown()),
        "style.underline" => Trait::Underline.of(&shown()),
        "style.wrap" => Trait::Wraps.of(&shown()),
        "style.left" => shown().align == Some(Align::Left),
        "style.center" => shown().align == Some(Align::Center),
        "style.right" => shown().align == Some(Align::Right),
        "style.pick" => painting::is_held(workspace),
        _ => return None,
    })
}
