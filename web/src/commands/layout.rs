//! Commands that concern how rows and columns are shown.

use tertial_engine::session::{Address, AxisKind, lines};

use crate::platform::keys::Key;
use crate::state::layout::{self, LayoutAction};
use crate::state::{Action, PageAction, Panel, State, Workspace};

use super::chord::{ctrl, ctrl_shift, key};
use super::{Availability, Command, Menu, in_cells};

pub const COMMANDS: &[Command] = &[
    Command {
        id: "rows.hide",
        label: "command-hide-rows",
        menu: Menu::Sheet,
        keys: &[ctrl('9')],
        icon: None,
        available: |state| in_cells(state, |workspace| not_all(workspace, AxisKind::Rows)),
        run: |_| Action::Layout(LayoutAction::Hide(AxisKind::Rows)),
    },
    Command {
        id: "rows.show",
        label: "command-show-rows",
        menu: Menu::Sheet,
        keys: &[ctrl_shift('9')],
        icon: None,
        available: |state| in_cells(state, |workspace| some_hidden(workspace, AxisKind::Rows)),
        run: |_| Action::Layout(LayoutAction::Show(AxisKind::Rows)),
    },
    Command {
        id: "columns.hide",
        label: "command-hide-columns",
        menu: Menu::Sheet,
        keys: &[ctrl('0')],
        icon: None,
        available: |state| in_cells(state, |workspace| not_all(workspace, AxisKind::Columns)),
        run: |_| Action::Layout(LayoutAction::Hide(AxisKind::Columns)),
    },
    Command {
        id: "columns.show",
        label: "command-show-columns",
        menu: Menu::Sheet,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |workspace| some_hidden(workspace, AxisKind::Columns)),
        run: |_| Action::Layout(LayoutAction::Show(AxisKind::Columns)),
    },
    Command {
        id: "columns.width",
        label: "command-width",
        menu: Menu::Sheet,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Page(PageAction::Open(Panel::Width)),
    },
    Command {
        id: "columns.fit",
        label: "command-fit",
        menu: Menu::Sheet,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Layout(LayoutAction::Fit),
    },
    Command {
        id: "rows.group",
        label: "command-group",
        menu: Menu::Sheet,
        keys: &[key(Key::Right).with_alt().with_shift()],
        icon: None,
        available: |state| in_cells(state, |workspace| not_all(workspace, AxisKind::Rows)),
        run: |_| Action::Layout(LayoutAction::Group { deeper: true }),
    },
    Command {
        id: "rows.ungroup",
        label: "command-ungroup",
        menu: Menu::Sheet,
        keys: &[key(Key::Left).with_alt().with_shift()],
        icon: None,
        available: |state| in_cells(state, can_ungroup),
        run: |_| Action::Layout(LayoutAction::Group { deeper: false }),
    },
    Command {
        id: "rows.fold",
        label: "command-fold",
        menu: Menu::View,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |workspace| heading(workspace).map(|_| ())),
        run: |state| fold(state),
    },
    Command {
        id: "rows.fold-all",
        label: "command-fold-all",
        menu: Menu::View,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, has_outline),
        run: |_| Action::Layout(LayoutAction::FoldTo(1)),
    },
    Command {
        id: "rows.unfold-all",
        label: "command-unfold-all",
        menu: Menu::View,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, has_outline),
        run: |_| Action::Layout(LayoutAction::FoldTo(u8::MAX)),
    },
    Command {
        id: "view.freeze",
        label: "command-freeze",
        menu: Menu::View,
        keys: &[],
        icon: None,
        available: |state| {
            in_cells(state, |workspace| check(active(workspace) != Address::default(), "reason-first-cell"))
        },
        run: |state| freeze(state, active),
    },
    Command {
        id: "view.freeze-row",
        label: "command-freeze-row",
        menu: Menu::View,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Layout(LayoutAction::Freeze(Address::new(1, 0))),
    },
    Command {
        id: "view.freeze-column",
        label: "command-freeze-column",
        menu: Menu::View,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Layout(LayoutAction::Freeze(Address::new(0, 1))),
    },
    Command {
        id: "view.unfreeze",
        label: "command-unfreeze",
        menu: Menu::View,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |workspace| check(is_frozen(workspace), "reason-not-frozen")),
        run: |_| Action::Layout(LayoutAction::Freeze(Address::default())),
    },
];

fn not_all(workspace: &Workspace, axis: AxisKind) -> Availability {
    let all = |range: tertial_engine::session::Range| match axis {
        AxisKind::Rows => range.is_whole_columns(),
        AxisKind::Columns => range.is_whole_rows(),
    };
    check(!workspace.selection.ranges().any(all), "reason-all-lines")
}

fn some_hidden(workspace: &Workspace, axis: AxisKind) -> Availability {
    check(layout::has_hidden(workspace, axis), "reason-nothing-hidden")
}

fn can_ungroup(workspace: &Workspace) -> Availability {
    let range = workspace.used(workspace.selection.range);
    let is_grouped = (range.first.row..=range.last.row).any(|row| workspace.outline.level(row) > 0);
    check(is_grouped || layout::heading_to_fold(workspace, true).is_some(), "reason-no-group")
}

fn has_outline(workspace: &Workspace) -> Availability {
    check(workspace.outline.depth() > 0, "reason-no-group")
}

fn heading(workspace: &Workspace) -> Result<u32, &'static str> {
    workspace.outline.heading(active(workspace).row).ok_or("reason-no-group")
}

/// Folds the group of the active cell away, or opens it.
fn fold(state: &State) -> Action {
    let workspace = state.workspace.as_ref();
    let heading = workspace.and_then(|workspace| heading(workspace).ok()).unwrap_or_default();
    let away = workspace.is_some_and(|workspace| !workspace.outline.is_folded(heading));
    Action::Layout(LayoutAction::Fold { heading, away })
}

fn freeze(state: &State, at: fn(&Workspace) -> Address) -> Action {
    Action::Layout(LayoutAction::Freeze(state.workspace.as_ref().map(at).unwrap_or_default()))
}

fn active(workspace: &Workspace) -> Address {
    workspace.selection.active
}

fn is_frozen(workspace: &Workspace) -> bool {
    lines::frozen(&workspace.document.session, workspace.document.sheet) != Default::default()
}

const fn check(holds: bool, reason: &'static str) -> Availability {
    if holds { Ok(()) } else { Err(reason) }
}
