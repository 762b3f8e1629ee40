//! What is attached to single cells beside their content and moves with them: notes.

use std::collections::BTreeMap;

use crate::base::{Address, AxisKind, Shift};

/// Something for some cells of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached<T> {
    cells: BTreeMap<Address, T>,
}

impl<T> Default for Attached<T> {
    fn default() -> Self {
        Self { cells: BTreeMap::new() }
    }
}

impl<T> Attached<T> {
    /// What is attached to a cell.
    pub fn at(&self, cell: Address) -> Option<&T> {
        self.cells.get(&cell)
    }

    /// Attaches something to a cell, or takes it away with `None`, and returns what was there.
    pub fn set(&mut self, cell: Address, attached: Option<T>) -> Option<T> {
        match attached {
            Some(attached) => self.cells.insert(cell, attached),
            None => self.cells.remove(&cell),
        }
    }

    /// All cells with something attached, row by row.
    pub fn iter(&self) -> impl Iterator<Item = (Address, &T)> {
        self.cells.iter().map(|(cell, attached)| (*cell, attached))
    }

    /// Moves all along with their rows or columns.
    pub fn shift(&mut self, shift: &Shift) {
        let moved = match shift.axis {
            AxisKind::Rows => self.cells.split_off(&Address::new(shift.at, 0)),
            AxisKind::Columns => std::mem::take(&mut self.cells),
        };
        let moved = moved.into_iter().filter_map(|(cell, attached)| {
            let line = shift.moved(shift.axis.line(cell))?;
            Some((shift.axis.with_line(cell, line), attached))
        });
        self.cells.extend(moved);
    }
}
