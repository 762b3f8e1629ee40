//! Which commands stand in the menu of cells, rows, columns and tabs.

use crate::state::context::Context;

use super::{Command, find};

/// The commands of a menu, in its order.
pub fn commands(context: Context) -> impl Iterator<Item = &'static Command> {
    ids(context).iter().filter_map(|id| find(id))
}

const CELLS: &[&str] = &[
    "edit.cut",
    "edit.copy",
    "edit.paste",
    "edit.paste-values",
    "edit.paste-special",
    "edit.insert-clip",
    "edit.clear",
    "edit.insert",
    "edit.delete",
    "cells.insert-down",
    "cells.delete-up",
    "edit.fill-down",
    "edit.fill-right",
    "edit.sort-by",
    "edit.note",
    "review.why",
    "review.watch",
    "review.validate",
    "edit.list",
    "filter.toggle",
    "view.freeze",
    "view.unfreeze",
];

const ROWS: &[&str] = &[
    "edit.cut",
    "edit.copy",
    "edit.paste",
    "edit.insert-clip",
    "edit.clear",
    "edit.insert-lines",
    "edit.delete-lines",
    "rows.move-up",
    "rows.move-down",
    "rows.hide",
    "rows.show",
    "rows.group",
    "rows.ungroup",
    "rows.fold",
    "view.freeze",
];

const COLUMNS: &[&str] = &[
    "edit.cut",
    "edit.copy",
    "edit.paste",
    "edit.insert-clip",
    "edit.clear",
    "edit.insert-lines",
    "edit.delete-lines",
    "columns.move-left",
    "columns.move-right",
    "columns.width",
    "columns.fit",
    "columns.hide",
    "columns.show",
    "view.freeze",
];

const TAB: &[&str] =
    &["view.add-sheet", "sheet.rename", "sheet.duplicate", "sheet.move-back", "sheet.move-on", "sheet.delete"];

const fn ids(context: Context) -> &'static [&'static str] {
    match context {
        Context::Cells => CELLS,
        Context::Rows => ROWS,
        Context::Columns => COLUMNS,
        Context::Tab => TAB,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_menu_offers_enough() {
        for context in [Context::Cells, Context::Rows, Context::Columns, Context::Tab] {
            assert!(ids(context).len() >= 6, "{context:?}");
            assert_eq!(commands(context).count(), ids(context).len(), "a name of {context:?} is no command's");
        }
    }
}
