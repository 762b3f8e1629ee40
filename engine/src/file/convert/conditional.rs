//! Looks that follow from what cells hold, between the file's schema and the book.

use super::FileNames;
use super::into_book::refused;
use crate::base::{Range, SheetId};
use crate::book::{Book, Comparison, ConditionalFormat, Formula, Sheet, Signal};
use crate::file::{FileError, v1};
use crate::syntax::{Dialect, parse, print};

/// The conditional formats of a sheet, as they are kept.
pub fn written(book: &Book, sheet: &Sheet) -> Vec<v1::ConditionalFormat> {
    let format = |format: &ConditionalFormat| {
        let place = format.range.first.on(sheet.id);
        let operands = format.operands.iter();
        let operands = operands.map(|operand| print(&operand.expression, place, Dialect::English, &FileNames(book)));
        v1::ConditionalFormat {
            range: format.range.to_string(),
            comparison: format.comparison.name().to_owned(),
            operands: operands.collect(),
            signal: format.signal.name().to_owned(),
        }
    };
    sheet.styles.conditional.iter().map(format).collect()
}

/// Gives a sheet its conditional formats, once all names that they can mean are there.
pub fn read(looks: &v1::Looks, book: &mut Book) -> Result<(), FileError> {
    let id = SheetId(looks.sheet);
    let format = |format: &v1::ConditionalFormat| {
        let wrong = |word: &str| refused(&format!("looks of sheet {}", looks.sheet), word);
        let range = Range::parse(&format.range).ok_or_else(|| wrong(&format.range))?;
        let comparison = Comparison::from_name(&format.comparison).ok_or_else(|| wrong(&format.comparison))?;
        let signal = Signal::from_name(&format.signal).ok_or_else(|| wrong(&format.signal))?;
        if format.operands.len() != comparison.operands() || signal.has_levels() != (comparison == Comparison::Levels) {
            return Err(wrong(&format.comparison));
        }
        let place = range.first.on(id);
        let operands = format
            .operands
            .iter()
            .map(|text| Formula::new(parse(text, place, Dialect::English, &FileNames(book)).expression));
        Ok(ConditionalFormat { range, comparison, operands: operands.collect(), signal })
    };
    let formats = looks.conditional.iter().map(format).collect::<Result<Vec<_>, FileError>>()?;
    if let Some(sheet) = book.sheet_mut(id) {
        sheet.styles.conditional = formats;
    }
    Ok(())
}
