//! Formulas that stand in many cells below one another, which a file says once: it is much shorter so, and is read much
//! quicker.

use super::FileNames;
use super::into_book::refused;
use crate::base::{Address, Place, Range, SheetId};
use crate::book::{Book, Formula, Formulas, Run, Sheet};
use crate::file::{FileError, v1};
use crate::syntax::{Dialect, Parsed, parse, print};

/// In fewer cells a formula stands in each of them, where people who compare two files look for it.
const MANY: u32 = 100;

/// The formulas of a sheet that are said once, and where they stand.
pub fn of_sheet(book: &Book, sheet: &Sheet) -> (Vec<v1::Fill>, Formulas) {
    let (mut fills, mut filled) = (Vec::new(), Formulas::default());
    for run in sheet.formulas.runs().filter_map(|run| sayable(run, sheet.id)) {
        let first = run.range().first.on(sheet.id);
        let formula = print(&run.formula.expression, first, Dialect::English, &FileNames(book));
        if read(book, &formula, first).expression == run.formula.expression {
            fills.push(v1::Fill { range: run.range().to_string(), formula });
            filled.put(run);
        }
    }
    (fills, filled)
}

/// The part of a long run whose first cell can say the formula for the others: everything that it refers to is there.
fn sayable(run: Run, sheet: SheetId) -> Option<Run> {
    let references = &run.formula.references;
    let can_say = |row: &u32| {
        let place = Address::new(*row, run.column).on(sheet);
        references.iter().all(|reference| reference.resolve(place).is_some())
    };
    let first = (run.first..=run.last).find(can_say)?;
    (run.last - first >= MANY).then_some(Run { first, ..run })
}

/// Puts formulas into the sheet that they belong to.
pub fn put(book: &mut Book, sheet: &v1::Sheet) -> Result<(), FileError> {
    let id = SheetId(sheet.id);
    for v1::Fill { range, formula } in &sheet.fills {
        let cells = Range::parse(range).filter(|cells| cells.first.column == cells.last.column);
        let cells = cells.ok_or_else(|| refused(&sheet.name, range))?;
        let formula = Formula::new(read(book, formula, cells.first.on(id)).expression);
        let run = Run { column: cells.first.column, first: cells.first.row, last: cells.last.row, formula };
        book.sheet_mut(id).into_iter().for_each(|sheet| sheet.formulas.put(run.clone()));
    }
    Ok(())
}

fn read(book: &Book, formula: &str, place: Place) -> Parsed {
    parse(formula, place, Dialect::English, &FileNames(book))
}

#[cfg(test)]
mod tests {
    use crate::base::{Address, SheetId};
    use crate::book::{Book, Content};
    use crate::file::{FileError, load, resealed, save};
    use crate::syntax::{Dialect, parse};
    use crate::value::{Number, Value};

    const SHEET: SheetId = SheetId(0);

    /// A column of formulas that are filled down from a text in its second row, each with its row as value.
    fn filled(text: &str) -> Book {
        let mut book = Book::default();
        book.add_sheet("Blad1");
        let expression =
            parse(text, Address::new(1, 1).on(SHEET), Dialect::English, &super::FileNames(&book)).expression;
        let formula = crate::book::Formula::new(expression);
        for row in 0..300 {
            let cell = Address::new(row, 1);
            book.put(SHEET, cell, Content::Formula(formula.clone()));
            if let Some(sheet) = book.sheet_mut(SHEET) {
                sheet.set_value(cell, Value::Number(Number::from(i64::from(row))));
            }
        }
        book.put(SHEET, Address::new(200, 1), Content::Value(Value::text("eget")));
        book
    }

    fn text(book: &Book) -> String {
        String::from_utf8(save(book)).unwrap()
    }

    #[test]
    fn a_formula_in_many_cells_is_said_once_and_comes_back_in_each() {
        let book = filled("A2*2");
        let text = text(&book);
        assert_eq!(text.matches("\"formula\"").count(), 1 + 99);
        assert!(text.contains("{\"range\": \"B1:B200\",\"formula\": \"A1*2\"}"), "{}", &text[..600]);
        let read = load(text.as_bytes()).unwrap();
        assert!(save(&read) == text.as_bytes());
        for row in 0..300 {
            let place = Address::new(row, 1).on(SHEET);
            assert_eq!((read.formula(place), read.value(place)), (book.formula(place), book.value(place)), "{row}");
        }
    }

    #[test]
    fn a_formula_is_said_by_the_first_cell_that_can() {
        // Above the first row there is none to refer to.
        let text = text(&filled("A1*2"));
        assert!(text.contains("\"B2:B200\"") && text.contains("\"#REF!*2\""));
        assert!(save(&load(text.as_bytes()).unwrap()) == text.as_bytes());
    }

    #[test]
    fn a_place_that_is_no_part_of_a_column_is_refused() {
        for range in ["B1:C200", "B1:", "7"] {
            let text = text(&filled("A2*2")).replacen("B1:B200", range, 1);
            let refusal = load(&resealed(text.as_bytes()).unwrap()).map(|_| ()).unwrap_err();
            assert_eq!(refusal, FileError::Content { place: "Blad1".to_owned(), found: range.to_owned() });
        }
    }
}
