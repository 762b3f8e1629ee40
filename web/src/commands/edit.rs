//! Commands that concern what stands in the cells.

use tertial_engine::session::AxisKind;

use crate::platform::keys::Key;
use crate::state::lines::Reshaping;
use crate::state::{Action, ClipAction, EditAction, PageAction, Panel, Workspace, inserting, lines};

use super::chord::{ctrl, key};
use super::{Availability, Command, Icon, Menu, in_book, in_cells};

pub const COMMANDS: &[Command] = &[
    Command {
        id: "edit.today",
        label: "command-today",
        menu: Menu::Edit,
        keys: &[ctrl(';')],
        icon: None,
        available: in_book,
        run: |_| Action::Edit(EditAction::Today),
    },
    Command {
        id: "edit.note",
        label: "command-note",
        menu: Menu::Edit,
        keys: &[key(Key::F(2)).with_shift()],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Page(PageAction::Open(Panel::Note)),
    },
    Command {
        id: "edit.clear",
        label: "command-clear",
        menu: Menu::Edit,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Edit(EditAction::Clear),
    },
    Command {
        id: "edit.insert",
        label: "command-insert",
        menu: Menu::Edit,
        keys: &[],
        icon: Some(Icon::Insert),
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Edit(EditAction::Reshape(Reshaping::InsertLines)),
    },
    Command {
        id: "edit.delete",
        label: "command-delete",
        menu: Menu::Edit,
        keys: &[],
        icon: Some(Icon::Delete),
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Edit(EditAction::Reshape(Reshaping::DeleteLines)),
    },
    // The browser's own keys for larger and smaller text are taken only when lines are selected, or cells framed.
    Command {
        id: "edit.insert-lines",
        label: "command-insert-lines",
        menu: Menu::Edit,
        keys: &[ctrl('+')],
        icon: None,
        available: |state| in_cells(state, |workspace| framed(workspace).or_else(|_| lines_are_selected(workspace))),
        run: |state| match state.workspace.as_ref().is_some_and(|workspace| framed(workspace).is_ok()) {
            true => Action::Clip(ClipAction::Insert),
            false => Action::Edit(EditAction::Reshape(Reshaping::InsertLines)),
        },
    },
    Command {
        id: "edit.delete-lines",
        label: "command-delete-lines",
        menu: Menu::Edit,
        keys: &[ctrl('-')],
        icon: None,
        available: |state| in_cells(state, lines_are_selected),
        run: |_| Action::Edit(EditAction::Reshape(Reshaping::DeleteLines)),
    },
    Command {
        id: "cells.insert-down",
        label: "command-insert-cells-down",
        menu: Menu::Sheet,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, cells_are_selected),
        run: |_| Action::Edit(EditAction::Reshape(Reshaping::InsertCells(AxisKind::Rows))),
    },
    Command {
        id: "cells.insert-right",
        label: "command-insert-cells-right",
        menu: Menu::Sheet,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, cells_are_selected),
        run: |_| Action::Edit(EditAction::Reshape(Reshaping::InsertCells(AxisKind::Columns))),
    },
    Command {
        id: "cells.delete-up",
        label: "command-delete-cells-up",
        menu: Menu::Sheet,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, cells_are_selected),
        run: |_| Action::Edit(EditAction::Reshape(Reshaping::DeleteCells(AxisKind::Rows))),
    },
    Command {
        id: "cells.delete-left",
        label: "command-delete-cells-left",
        menu: Menu::Sheet,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, cells_are_selected),
        run: |_| Action::Edit(EditAction::Reshape(Reshaping::DeleteCells(AxisKind::Columns))),
    },
];

/// Whether only some cells of rows and columns are selected, in one area.
fn cells_are_selected(workspace: &Workspace) -> Availability {
    let range = workspace.selection.range;
    if range.is_whole_rows() || range.is_whole_columns() {
        return Err("reason-whole-lines");
    }
    if workspace.selection.others().is_empty() { Ok(()) } else { Err("reason-one-area") }
}

/// Whether something is framed that comes in instead.
fn framed(workspace: &Workspace) -> Availability {
    check(inserting::clip(workspace).is_some(), "reason-not-framed")
}

fn lines_are_selected(workspace: &Workspace) -> Availability {
    check(lines::are_selected(workspace.selection.range), "reason-no-lines")
}

const fn check(holds: bool, reason: &'static str) -> Availability {
    if holds { Ok(()) } else { Err(reason) }
}
