//! Looks that follow from what cells hold: put on a sheet, and followed when cells come, go and move.

use super::apply::{EditError, Effect, Watcher, find};
use super::change::Change;
use crate::base::{LineMove, Relocation, SheetId, Shift};
use crate::book::{Book, ConditionalFormat, Sheet};
use crate::syntax::follow;

/// Gives a sheet other conditional formats.
pub fn set(
    book: &mut Book,
    sheet: SheetId,
    formats: Vec<ConditionalFormat>,
    watcher: &mut Watcher<'_>,
) -> Result<Change, EditError> {
    let formats = std::mem::replace(&mut find(book, sheet)?.styles.conditional, formats);
    watcher(book, Effect::Redrawn(sheet));
    Ok(Change::Conditional { sheet, formats })
}

/// Keeps the meaning of all of them when lines come or go, and gives the changes that restore those that are other.
pub fn shift(book: &mut Book, shift: &Shift) -> Vec<Change> {
    let formatted = book.sheets.iter_mut().filter(|sheet| !sheet.styles.conditional.is_empty());
    let shifted = formatted.filter_map(|sheet| {
        let formats = sheet.styles.conditional.iter().filter_map(|format| format.shifted(sheet.id, shift)).collect();
        let before = std::mem::replace(&mut sheet.styles.conditional, formats);
        (before != sheet.styles.conditional).then_some(Change::Conditional { sheet: sheet.id, formats: before })
    });
    shifted.collect()
}

/// The changes that keep the meaning of all of them when cells move.
pub fn moved(book: &Book, relocation: &Relocation) -> Vec<Change> {
    let parts = |sheet: &Sheet| -> Vec<(SheetId, ConditionalFormat)> {
        sheet.styles.conditional.iter().flat_map(|format| format.relocated(sheet.id, relocation)).collect()
    };
    // Those that come from another sheet come first, as they did there.
    let all: Vec<_> = book.sheets.iter().map(|sheet| (sheet.id, parts(sheet))).collect();
    let changed = book.sheets.iter().filter_map(|sheet| {
        let (here, elsewhere): (Vec<_>, Vec<_>) = all.iter().partition(|(own, _)| *own == sheet.id);
        let parts = elsewhere.into_iter().chain(here).flat_map(|(_, parts)| parts);
        let formats: Vec<_> = parts.filter(|(to, _)| *to == sheet.id).map(|(_, format)| format.clone()).collect();
        (formats != sheet.styles.conditional).then_some(Change::Conditional { sheet: sheet.id, formats })
    });
    changed.collect()
}

/// The changes that keep the meaning of all of them when lines move.
pub fn carried(book: &Book, lines: &LineMove) -> Vec<Change> {
    let formatted = book.sheets.iter().filter(|sheet| !sheet.styles.conditional.is_empty());
    let carried = formatted.map(|sheet| {
        let formats = sheet.styles.conditional.iter().map(|format| {
            let seen_from = format.range.first.on(sheet.id);
            let places = (seen_from, lines.place(seen_from));
            let range = lines.region(format.range.on(sheet.id)).range;
            format.with(range, |operand| follow(operand, places, &|_, meant| Some(lines.region(meant))))
        });
        Change::Conditional { sheet: sheet.id, formats: formats.collect() }
    });
    carried.collect()
}
