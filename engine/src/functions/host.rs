//! What a function body may ask of the world around it: cells, maintained summaries, the date.

use std::any::Any;
use std::rc::Rc;

use super::key::Key;
use crate::base::{Address, Place, Range, Region, SheetId};
use crate::display::Locale;
use crate::value::{Array, CellError, ExactSum, Number, Value, order};

/// An argument or a result: a value, or a reference to cells that have not been read yet.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// A value.
    Value(Value),
    /// A range of cells.
    Region(Region),
    /// Several ranges, one after the other.
    Areas(Rc<[Region]>),
    /// A function that `LAMBDA` gives.
    Lambda(Lambda),
    /// An argument left empty between separators.
    Missing,
}

/// A function as a value. What it is made of concerns only the evaluator, which calls it.
#[derive(Debug, Clone)]
pub struct Lambda(pub Rc<dyn Any>);

impl PartialEq for Lambda {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What a body gives: an operand, or the error that becomes the cell's value.
pub type Answer = Result<Operand, CellError>;

/// What is known of a range as a whole, kept up to date while its cells change.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Summary {
    /// Exact sum of its numbers.
    pub sum: ExactSum,
    /// How many numbers.
    pub numbers: u64,
    /// How many cells that are not blank.
    pub filled: u64,
    /// An error in it, if there is one.
    pub error: Option<CellError>,
}

/// The least and the greatest number of a range.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extremes {
    /// The least and the greatest, when there is a number at all.
    pub ends: Option<(Number, Number)>,
    /// The first error in the range, if there is one.
    pub error: Option<CellError>,
}

/// The world around a function body.
pub trait Host {
    /// The value of a cell.
    fn value(&self, place: Place) -> Value;

    /// Shows every cell of a region that is not blank, column by column from the top.
    fn visit(&self, region: Region, visit: &mut dyn FnMut(Address, &Value));

    /// Sum and counts of a region.
    fn summary(&self, region: Region) -> Summary;

    /// The part of a region that can hold anything, for walking whole columns; `None` when all of it is blank.
    fn used(&self, region: Region) -> Option<Region>;

    /// What is kept of the cells of `values` whose counterparts in the key ranges, which have the same shape, have the
    /// wanted keys; `filled` counts these counterparts. A host that keeps nothing of the kind answers `None`, and the
    /// cells are read. It is asked by every call that adds up or counts by criteria, so that it knows what the formula
    /// depends on; a key is missing where the call is not about plain equalities.
    fn group(&self, values: Option<Region>, keys: &[(Region, Option<Key>)]) -> Option<Summary> {
        _ = (values, keys);
        None
    }

    /// Least and greatest number of a region.
    fn extremes(&self, region: Region) -> Extremes {
        let mut extremes = Extremes::default();
        self.visit(region, &mut |_, value| extremes.meet(value));
        extremes
    }

    /// The cell whose formula is being calculated.
    fn origin(&self) -> Place;

    /// Whether a cell holds a formula that calls one of these functions anywhere, such as a nested `SUBTOTAL`.
    fn is_call(&self, place: Place, functions: &[&str]) -> bool;

    /// The formula of a cell as its users write it, with `=`.
    fn formula(&self, place: Place) -> Option<String> {
        _ = place;
        None
    }

    /// The cells that a text names, as in a formula.
    fn named_cells(&self, text: &str) -> Option<Operand> {
        _ = text;
        None
    }

    /// A sheet's number among the tabs, from one.
    fn sheet_number(&self, sheet: SheetId) -> Option<usize> {
        Some(sheet.0 as usize + 1)
    }

    /// The number of the sheet with a name, from one.
    fn sheet_named(&self, name: &str) -> Option<usize> {
        _ = name;
        None
    }

    /// How many sheets there are.
    fn sheet_count(&self) -> usize {
        1
    }

    /// Whether a row is hidden, by a person or by a filter.
    fn is_hidden(&self, place: Place) -> bool;

    /// Whether a filter hides the row.
    fn is_filtered(&self, place: Place) -> bool {
        _ = place;
        false
    }

    /// Today and the time of day, as a serial number.
    fn now(&self) -> Number;

    /// Days that the book's dates count less than those from 1900: 1462 where they count from 1904.
    fn date_offset(&self) -> i64 {
        0
    }

    /// A random number from 0 up to 1, different each time.
    fn random(&self) -> Number;

    /// The language in which text is read as numbers.
    fn locale(&self) -> Locale;

    /// How far into a row or column the first cell equal to a value stands. A host that keeps an index answers at once;
    /// otherwise the line is read in growing pieces, so that a match near the start is found without reading the rest.
    fn position(&self, line: Region, wanted: &Value) -> Option<u32> {
        search(self, line, wanted)
    }
}

/// Cells read at first when a line is searched.
const FIRST_PIECE: u32 = 64;

/// Reads a row or column in growing pieces until a cell equals a value, and gives how far into it that cell stands.
pub fn search(host: &(impl Host + ?Sized), line: Region, wanted: &Value) -> Option<u32> {
    let used = host.used(line)?.range;
    let (mut start, mut length) = (used.first, FIRST_PIECE);
    loop {
        let end = start.offset(i64::from(length) - 1, i64::from(length) - 1).unwrap_or(used.last);
        let piece = Range::new(start, end).intersection(used)?;
        if let Some(found) = first_equal(host, piece.on(line.sheet), wanted) {
            return Some(found.row - line.range.first.row + found.column - line.range.first.column);
        }
        let (down, right) = (i64::from(used.width() == 1), i64::from(used.width() != 1));
        start = piece.last.offset(down, right)?;
        length = length.saturating_mul(4);
    }
}

fn first_equal(host: &(impl Host + ?Sized), region: Region, wanted: &Value) -> Option<Address> {
    let mut found = None;
    host.visit(region, &mut |at, value| {
        if found.is_none() && order::equal(value, wanted) {
            found = Some(at);
        }
    });
    found
}

impl Summary {
    /// Takes a further value into account, which is not blank.
    pub fn meet(&mut self, value: &Value) {
        self.filled += 1;
        match value {
            Value::Number(number) => {
                self.sum.add(*number);
                self.numbers += 1;
            }
            Value::Error(error) => self.error = self.error.or(Some(*error)),
            _ => {}
        }
    }
}

impl Extremes {
    /// Takes a further value into account.
    pub fn meet(&mut self, value: &Value) {
        match value {
            Value::Number(number) => {
                let (least, greatest) = self.ends.unwrap_or((*number, *number));
                self.ends = Some((least.min(*number), greatest.max(*number)));
            }
            Value::Error(error) => self.error = self.error.or(Some(*error)),
            _ => {}
        }
    }
}

impl Operand {
    /// The value it stands for; a range becomes an array of its cells, `#NUM!` past the size an array may have.
    pub fn read(self, host: &dyn Host) -> Value {
        match self {
            Self::Value(value) => value,
            Self::Missing => Value::Blank,
            Self::Areas(_) => CellError::Value.into(),
            Self::Lambda(_) => CellError::Calculation.into(),
            Self::Region(region) if region.range.is_cell() => host.value(region.first()),
            Self::Region(region) => read_region(region, host),
        }
    }
}

fn read_region(region: Region, host: &dyn Host) -> Value {
    let (width, height) = (region.range.width() as usize, region.range.height() as usize);
    if width.saturating_mul(height) > Array::MAX_LENGTH {
        return Value::Error(CellError::Number);
    }
    let mut values = vec![Value::Blank; width * height];
    host.visit(region, &mut |at, value| {
        let (row, column) = (at.row - region.range.first.row, at.column - region.range.first.column);
        values[row as usize * width + column as usize] = value.clone();
    });
    Array::new(width, values).map_or_else(Value::Error, |array| Value::Array(array.into()))
}

impl<T: Into<Value>> From<T> for Operand {
    fn from(value: T) -> Self {
        Self::Value(value.into())
    }
}
