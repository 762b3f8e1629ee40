//! A committee's sheet of any length: labels, figures, forecasts, deviations and shares in twenty columns.

use tertial_engine::base::{Address, SheetId};
use tertial_engine::book::{Book, FormulaReader};
use tertial_engine::session::vocabulary::BookVocabulary;
use tertial_engine::syntax::Dialect;
use tertial_engine::value::{Number, Value};

/// The name of its only sheet.
pub const SHEET: &str = "Stort";

/// Columns of figures; before them stand labels, after them formulas.
const FIGURES: u32 = 9;

/// A formula for each of the columns after the figures; `#` is the row.
const FORMULAS: [&str; 10] = [
    "=C#/8*12",
    "=B#-K#",
    "=IF(B#=0,0,C#/B#)",
    "=D#/8*12",
    "=E#-N#",
    "=SUM(B#:J#)",
    "=F#+G#",
    "=H#-I#",
    "=K#+N#",
    "=J#*2",
];

/// What stands at the top of the first two of these columns instead, where every window shows it: thirty formulas that
/// read one cell.
const READER: (&str, u32) = ("=J#*$B$5", 15);

/// A book with a sheet of so many rows.
pub fn book(rows: u32) -> Book {
    let mut book = Book::default();
    let id = book.add_sheet(SHEET);
    let mut columns = vec![(0..rows).map(|row| Value::text(format!("Verksamhet {}", row % 997))).collect::<Vec<_>>()];
    columns.extend((0..FIGURES).map(|column| (0..rows).map(|row| amount(row, column)).collect()));
    if let Some(sheet) = book.sheet_mut(id) {
        for (column, values) in (0..).zip(columns) {
            sheet.put_values(Address::new(0, column), values.into_iter());
        }
    }
    fill(&mut book, id, rows);
    book
}

fn fill(book: &mut Book, id: SheetId, rows: u32) {
    let mut reader = FormulaReader::new(Dialect::English);
    for (column, formula) in (1 + FIGURES..).zip(FORMULAS) {
        let of = |row: u32| if column <= 2 + FIGURES && row <= READER.1 { READER.0 } else { formula };
        let lines: Vec<String> = (1..=rows).map(|row| of(row).replace('#', &row.to_string())).collect();
        let first = Address::new(0, column).on(id);
        let runs = reader.read_lines(&lines.join("\n"), first, &BookVocabulary(book));
        if let Some(sheet) = book.sheet_mut(id) {
            runs.into_iter().for_each(|run| sheet.formulas.put(run));
        }
    }
}

/// An amount with one decimal.
fn amount(row: u32, column: u32) -> Value {
    let seed = row.wrapping_mul(2_654_435_761).wrapping_add(column * 7_919);
    Number::from_parts((seed % 1_000_000).into(), 1).map_or_else(Value::Error, Value::Number)
}
