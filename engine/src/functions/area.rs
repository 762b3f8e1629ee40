//! A range or an array as one kind of rectangle, read by row and column counted from its own corner.

use std::rc::Rc;

use super::host::{Answer, Host, Operand};
use crate::base::{Address, Range, Region};
use crate::value::{Array, CellError, Value};

/// A rectangle of values that are read where needed.
#[derive(Debug, Clone)]
pub enum Area {
    /// Cells.
    Cells(Region),
    /// Values at hand.
    Values(Rc<Array>),
}

impl Area {
    /// Number of rows.
    pub fn height(&self) -> u32 {
        match self {
            Self::Cells(region) => region.range.height(),
            Self::Values(array) => array.height() as u32,
        }
    }

    /// Number of columns.
    pub fn width(&self) -> u32 {
        match self {
            Self::Cells(region) => region.range.width(),
            Self::Values(array) => array.width() as u32,
        }
    }

    /// Its rectangle, counted from its own corner.
    pub fn bounds(&self) -> Range {
        Range::new(Address::default(), Address::new(self.height() - 1, self.width() - 1))
    }

    /// Whether another one has as many rows and columns.
    pub fn has_shape_of(&self, other: &Self) -> bool {
        self.bounds() == other.bounds()
    }

    /// The value at a row and column within it.
    pub fn at(&self, at: Address, host: &dyn Host) -> Value {
        match self {
            Self::Cells(region) => place_within(*region, at)
                .map_or(CellError::Reference.into(), |place| host.value(place.on(region.sheet))),
            Self::Values(array) => array.at(at.row as usize, at.column as usize),
        }
    }

    /// The part of it that can hold anything, counted from its own corner.
    pub fn used(&self, host: &dyn Host) -> Option<Range> {
        match self {
            Self::Cells(region) => host.used(*region).map(|used| relative(used.range, region.range.first)),
            Self::Values(_) => Some(self.bounds()),
        }
    }

    /// Shows every value that is not blank with its place, counted from the corner.
    pub fn visit(&self, host: &dyn Host, visit: &mut dyn FnMut(Address, &Value)) {
        match self {
            Self::Cells(region) => {
                let corner = region.range.first;
                host.visit(*region, &mut |at, value| visit(from_corner(at, corner), value));
            }
            Self::Values(array) => {
                for (row, values) in array.rows().enumerate() {
                    for (column, value) in values.iter().enumerate().filter(|(_, value)| !value.is_blank()) {
                        visit(Address::new(row as u32, column as u32), value);
                    }
                }
            }
        }
    }

    /// A part of it, counted from the corner; a part of cells stays a reference to them.
    pub fn part(&self, within: Range) -> Answer {
        match self {
            Self::Cells(region) => {
                let first = place_within(*region, within.first).ok_or(CellError::Reference)?;
                let last = place_within(*region, within.last).ok_or(CellError::Reference)?;
                Ok(Operand::Region(Range::new(first, last).on(region.sheet)))
            }
            Self::Values(array) if within.is_cell() => {
                Ok(array.at(within.first.row as usize, within.first.column as usize).into())
            }
            Self::Values(array) => {
                let values = within.cells().map(|at| array.at(at.row as usize, at.column as usize)).collect();
                Ok(Value::Array(Array::new(within.width() as usize, values)?.into()).into())
            }
        }
    }

    /// One of its rows, counted from zero.
    pub fn row(&self, row: u32) -> Answer {
        self.part(Range::new(Address::new(row, 0), Address::new(row, self.width() - 1)))
    }

    /// One of its columns, counted from zero.
    pub fn column(&self, column: u32) -> Answer {
        self.part(Range::new(Address::new(0, column), Address::new(self.height() - 1, column)))
    }
}

fn place_within(region: Region, at: Address) -> Option<Address> {
    region.range.first.offset(i64::from(at.row), i64::from(at.column))
}

fn from_corner(at: Address, corner: Address) -> Address {
    Address::new(at.row - corner.row, at.column - corner.column)
}

fn relative(range: Range, corner: Address) -> Range {
    Range::new(from_corner(range.first, corner), from_corner(range.last, corner))
}
