//! Arguments as the functions of Excel's former Analysis ToolPak take them: text counts as the number it says, in cells
//! too, but a boolean is `#VALUE!` and an argument left empty `#N/A`.

use super::arguments::Arguments;
use super::host::{Host, Operand};
use crate::display::coerce;
use crate::value::{CellError, Number, Value};

impl Arguments<'_> {
    /// The argument as a number, no boolean.
    pub fn strict_number(&self, index: usize) -> Result<Number, CellError> {
        match self.operand(index) {
            Operand::Missing => Err(CellError::NotAvailable),
            operand => strict(&operand.read(self.host).single(), self.host),
        }
    }

    /// The argument as a number, no boolean; `default` where it is not given.
    pub fn strict_number_or(&self, index: usize, default: Number) -> Result<Number, CellError> {
        if self.is_given(index) { self.strict_number(index) } else { Ok(default) }
    }

    /// The argument as an integer, cut towards zero, no boolean.
    pub fn strict_integer(&self, index: usize) -> Result<i64, CellError> {
        self.strict_number(index)?.settled().truncated()
    }

    /// All values of one argument as numbers, row by row, no booleans; blank cells are zero.
    pub fn strict_values(&self, index: usize) -> Result<Vec<Number>, CellError> {
        self.array(index)?.values().iter().map(|value| strict(value, self.host)).collect()
    }

    /// The numbers in the arguments from `first` on, no booleans. Blank cells of a range count as zero.
    pub fn strict_list(&self, first: usize) -> Result<Vec<Number>, CellError> {
        let mut list = Vec::new();
        for index in first..self.count() {
            if self.operand(index) == Operand::Missing {
                return Err(CellError::NotAvailable);
            }
            let (area, before, mut failed) = (self.area(index)?, list.len(), None);
            area.visit(self.host, &mut |_, value| match strict(value, self.host) {
                Ok(number) => list.push(number),
                Err(error) => _ = failed.get_or_insert(error),
            });
            failed.map_or(Ok(()), Err)?;
            let cells = area.bounds().count();
            if cells > 1 && cells > (list.len() - before) as u64 {
                list.push(Number::ZERO);
            }
        }
        if list.is_empty() { Err(CellError::Value) } else { Ok(list) }
    }
}

fn strict(value: &Value, host: &dyn Host) -> Result<Number, CellError> {
    match value {
        Value::Boolean(_) => Err(CellError::Value),
        value => coerce::to_number(value, host.locale()),
    }
}
