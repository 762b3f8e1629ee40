//! Which records of a table meet a criteria range: its rows are alternatives, its columns conditions that all must hold.

use super::Arguments;
use crate::base::Address;
use crate::display::coerce;
use crate::functions::criteria::Criterion;
use crate::functions::{Area, Host, Operand};
use crate::value::{CellError, Number, Value, order};

/// The records that meet the criteria, and the field that is asked for.
pub(super) struct Records<'a> {
    table: Area,
    host: &'a dyn Host,
    /// The column asked for, if one is.
    field: Option<u32>,
    /// Rows of the table that meet the criteria.
    rows: Vec<u32>,
}

/// A condition on a column; one without a column never holds.
type Condition = (Option<u32>, Criterion);

impl<'a> Records<'a> {
    /// The records that a call's database, field and criteria choose.
    pub fn of(arguments: &Arguments<'a>) -> Result<Self, CellError> {
        let (table, host) = (arguments.area(0)?, arguments.host);
        let field = field(arguments, &table)?;
        let alternatives = alternatives(&arguments.area(2)?, &table, host)?;
        if table.height() < 2 {
            return Err(CellError::Value);
        }
        let last = table.used(host).map_or(0, |used| used.last.row);
        let meets = |row: &u32| {
            alternatives
                .iter()
                .any(|conditions| conditions.iter().all(|condition| holds(condition, *row, &table, host)))
        };
        let rows = (1..=last).filter(meets).collect();
        Ok(Self { table, host, field, rows })
    }

    /// How many records there are.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// Whether a field is asked for.
    pub const fn has_field(&self) -> bool {
        self.field.is_some()
    }

    /// The field's values in the records; `#VALUE!` where no field is given.
    pub fn values(&self) -> Result<Vec<Value>, CellError> {
        let column = self.field.ok_or(CellError::Value)?;
        Ok(self.rows.iter().map(|row| self.table.at(Address::new(*row, column), self.host)).collect())
    }

    /// The field's numbers; the first error among its values is passed on.
    pub fn numbers(&self) -> Result<Vec<Number>, CellError> {
        let values = self.values()?;
        match values.iter().find_map(Value::as_error) {
            Some(error) => Err(error),
            None => Ok(values.iter().filter_map(Value::as_number).collect()),
        }
    }
}

/// The column that the field argument names or numbers.
fn field(arguments: &Arguments<'_>, table: &Area) -> Result<Option<u32>, CellError> {
    let number = match arguments.operand(1) {
        Operand::Missing => return Ok(None),
        operand => match operand.read(arguments.host) {
            Value::Text(name) => {
                return column(&Value::Text(name), table, arguments.host).map(Some).ok_or(CellError::Value);
            }
            Value::Blank | Value::Array(_) => return Err(CellError::Value),
            value => coerce::to_number(&value, arguments.host.locale())?,
        },
    };
    let index = number.settled().truncated()?.checked_sub(1).and_then(|index| u32::try_from(index).ok());
    index.filter(|index| *index < table.width()).map(Some).ok_or(CellError::Value)
}

/// The first column whose heading says the same as a value.
fn column(heading: &Value, table: &Area, host: &dyn Host) -> Option<u32> {
    let says = |value: &Value| coerce::to_text(value, host.locale()).ok().filter(|text| !text.is_empty());
    let wanted = says(heading)?;
    let last = table.used(host).map_or(0, |used| used.last.column);
    let same = |name: std::rc::Rc<str>| order::compare_texts(&name, &wanted).is_eq();
    (0..=last).find(|column| says(&table.at(Address::new(0, *column), host)).is_some_and(same))
}

/// The conditions of each row of a criteria range; a row without any chooses every record.
fn alternatives(criteria: &Area, table: &Area, host: &dyn Host) -> Result<Vec<Vec<Condition>>, CellError> {
    let used = criteria.used(host).map_or(Address::default(), |used| used.last);
    // Rows below what is used are blank, and one such row says as much as many.
    let last = criteria.height().saturating_sub(1).min(used.row + 1);
    if last == 0 {
        return Err(CellError::Value);
    }
    let columns: Vec<Option<u32>> =
        (0..=used.column).map(|index| column(&criteria.at(Address::new(0, index), host), table, host)).collect();
    (1..=last).map(|row| conditions(criteria, row, &columns, host)).collect()
}

fn conditions(
    criteria: &Area,
    row: u32,
    columns: &[Option<u32>],
    host: &dyn Host,
) -> Result<Vec<Condition>, CellError> {
    let mut conditions = Vec::new();
    for (index, column) in (0..).zip(columns) {
        match criteria.at(Address::new(row, index), host) {
            Value::Blank => {}
            Value::Text(text) if text.is_empty() => {}
            // A truth value beside no heading is a formula about the first record, which tells nothing of the others.
            Value::Boolean(_) if column.is_none() => return Err(CellError::Value),
            value => conditions.push((*column, Criterion::beginning(&value, host.locale()))),
        }
    }
    Ok(conditions)
}

fn holds((column, criterion): &Condition, row: u32, table: &Area, host: &dyn Host) -> bool {
    column.is_some_and(|column| criterion.accepts(&table.at(Address::new(row, column), host)))
}
