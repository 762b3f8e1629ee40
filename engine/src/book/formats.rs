//! Number formats of single cells, as Excel's format codes in their English form.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::base::{Address, AxisKind, Shift};

/// The number formats of a sheet's cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Formats {
    codes: BTreeMap<Address, Rc<str>>,
}

impl Formats {
    /// The format code of a cell; `None` for the general format.
    pub fn at(&self, cell: Address) -> Option<&Rc<str>> {
        self.codes.get(&cell)
    }

    /// Gives a cell a format, or the general one with `None`, and returns the one it had.
    pub fn set(&mut self, cell: Address, code: Option<Rc<str>>) -> Option<Rc<str>> {
        match code {
            Some(code) => self.codes.insert(cell, code),
            None => self.codes.remove(&cell),
        }
    }

    /// All cells with a format, row by row.
    pub fn iter(&self) -> impl Iterator<Item = (Address, &Rc<str>)> {
        self.codes.iter().map(|(cell, code)| (*cell, code))
    }

    /// Moves formats along with their rows or columns.
    pub fn shift(&mut self, shift: &Shift) {
        let moved = match shift.axis {
            AxisKind::Rows => self.codes.split_off(&Address::new(shift.at, 0)),
            AxisKind::Columns => std::mem::take(&mut self.codes),
        };
        let moved = moved.into_iter().filter_map(|(cell, code)| {
            let line = shift.moved(shift.axis.line(cell))?;
            Some((shift.axis.with_line(cell, line), code))
        });
        self.codes.append(&mut moved.collect());
    }
}
