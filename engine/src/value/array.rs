//! Rectangles of values, the result of array formulas and the contents of ranges.

use super::{CellError, Value};

/// A rectangle of values, stored row by row; never empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Array {
    width: usize,
    values: Vec<Value>,
}

impl Array {
    /// The most values an array may hold; larger results are `#NUM!`.
    pub const MAX_LENGTH: usize = 4 << 20;

    /// An array of rows with `width` values each; `#CALC!` when nothing is in it or the last row is not full.
    pub fn new(width: usize, values: Vec<Value>) -> Result<Self, CellError> {
        if width == 0 || values.is_empty() || !values.len().is_multiple_of(width) {
            return Err(CellError::Calculation);
        }
        Ok(Self { width, values })
    }

    /// An array of a size, each value made from its row and column; `#CALC!` for an empty one, `#NUM!` for one too large.
    pub fn build(
        (height, width): (usize, usize),
        mut value: impl FnMut(usize, usize) -> Value,
    ) -> Result<Self, CellError> {
        if height.saturating_mul(width) > Self::MAX_LENGTH {
            return Err(CellError::Number);
        }
        let cells = (0..height).flat_map(|row| (0..width).map(move |column| (row, column)));
        Self::new(width, cells.map(|(row, column)| value(row, column)).collect())
    }

    /// Number of columns.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Number of rows.
    pub fn height(&self) -> usize {
        self.values.len() / self.width
    }

    /// The value at a row and column from zero; `#N/A` outside.
    pub fn at(&self, row: usize, column: usize) -> Value {
        let inside = column < self.width;
        let found = inside.then(|| self.values.get(row * self.width + column)).flatten();
        found.cloned().unwrap_or(Value::Error(CellError::NotAvailable))
    }

    /// The value that meets a row and column when single rows and columns are repeated; `#N/A` outside.
    pub fn stretched(&self, row: usize, column: usize) -> Value {
        self.at(if self.height() == 1 { 0 } else { row }, if self.width == 1 { 0 } else { column })
    }

    /// All values, row by row.
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// The rows, from the top.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[Value]> {
        self.values.chunks(self.width)
    }
}
