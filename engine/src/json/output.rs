//! What `eval` writes: every cell that is not empty, sheet by sheet, row by row.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::base::{Address, Range, sorting};
use crate::book::{Book, Sheet};
use crate::value::Value;
use serde::{Serialize, Serializer};

/// Writes the values of a book.
pub fn write(book: &Book, out: &mut impl Write) -> io::Result<()> {
    let sheets = book.sheets.iter().map(|sheet| SheetOutput { name: &sheet.name, cells: Cells(sheet) }).collect();
    serde_json::to_writer(&mut *out, &Output { sheets })?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Output<'a> {
    sheets: Vec<SheetOutput<'a>>,
}

#[derive(Serialize)]
struct SheetOutput<'a> {
    name: &'a str,
    cells: Cells<'a>,
}

struct Cells<'a>(&'a Sheet);

impl Serialize for Cells<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut cells: Vec<(Address, Value)> = Vec::new();
        self.0.visit(Range::whole_sheet(), &mut |address, value| cells.push((address, value.clone())));
        sorting::sort_by_key(&mut cells, |(address, _)| *address);
        serializer.collect_map(cells.iter().map(|(address, value)| (address.to_string(), CellOutput::of(value))))
    }
}

#[derive(Serialize)]
#[serde(tag = "type", content = "value", rename_all = "lowercase")]
enum CellOutput<'a> {
    Number(String),
    Text(Cow<'a, str>),
    Boolean(bool),
    Error(&'static str),
}

impl<'a> CellOutput<'a> {
    fn of(value: &'a Value) -> Self {
        match value {
            Value::Number(number) => Self::Number(number.to_string()),
            Value::Boolean(boolean) => Self::Boolean(*boolean),
            Value::Error(error) => Self::Error(error.code()),
            Value::Text(text) => Self::Text(Cow::Borrowed(text)),
            // Neither stands in a cell.
            Value::Blank | Value::Array(_) => Self::Text(Cow::Borrowed("")),
        }
    }
}
