//! Places that people know by name: defined names, sheets, the rows of report tables, and the columns of a role.

use super::Session;
use crate::base::{Address, Place, Range, Region, SheetId, sorting};
use crate::book::{ColumnRole, ReportTable, Sheet};
use crate::display::general;
use crate::syntax::Expression;
use crate::value::order::compare_texts;

/// A place with the name that people know it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Landmark {
    /// The name.
    pub name: String,
    /// Where it is.
    pub region: Region,
}

/// Every place that has a name, in the order of the alphabet. Of rows with the same name the first is meant, and those
/// of the seen sheet before others.
pub fn landmarks(session: &Session, seen: SheetId) -> Vec<Landmark> {
    let book = &session.book;
    let names = book.names.iter().filter_map(|(name, _, meaning)| match &**meaning {
        Expression::Reference(reference) => {
            Some(Landmark { name: name.to_owned(), region: reference.resolve(Place::default())? })
        }
        _ => None,
    });
    let sheets =
        book.sheets.iter().map(|sheet| Landmark { name: sheet.name.clone(), region: first_cell(sheet).on(sheet.id) });
    let mut in_sight: Vec<&Sheet> = book.sheets.iter().collect();
    sorting::sort_by_key(&mut in_sight, |sheet| sheet.id != seen);
    let rows =
        in_sight.into_iter().flat_map(|sheet| sheet.tables.iter().flat_map(move |table| labels(session, sheet, table)));
    let mut found: Vec<Landmark> = names.chain(sheets).chain(rows).collect();
    // The order of equal names is that of the search.
    sorting::sort_by(&mut found, |one, other| compare_texts(&one.name, &other.name));
    found.dedup_by(|other, one| compare_texts(&one.name, &other.name).is_eq());
    found
}

/// The place that a text names: the whole of a name, or else its beginning.
pub fn landmark(session: &Session, seen: SheetId, text: &str) -> Option<Region> {
    let text = text.trim().to_lowercase();
    let known = landmarks(session, seen);
    let whole = known.iter().find(|place| place.name.to_lowercase() == text);
    let begun = || known.iter().find(|place| !text.is_empty() && place.name.to_lowercase().starts_with(&text));
    whole.or_else(begun).map(|place| place.region)
}

/// The cell in the same row of a report table, in the table's first column of a role.
pub fn cell_of_role(session: &Session, place: Place, role: ColumnRole) -> Option<Address> {
    let sheet = session.book.sheet(place.sheet)?;
    let is_here = |table: &&ReportTable| table.range(sheet).is_some_and(|range| range.contains(place.address));
    let table = sheet.tables.iter().find(is_here)?;
    let column = table.columns.iter().find(|column| column.role == role)?;
    Some(Address::new(place.address.row, sheet.columns.position(column.line)?))
}

fn labels<'a>(session: &'a Session, sheet: &'a Sheet, table: &'a ReportTable) -> impl Iterator<Item = Landmark> + 'a {
    let column = sheet.columns.position(table.label_column);
    table.rows.iter().filter_map(move |row| {
        let cell = Address::new(sheet.rows.position(row.line)?, column?);
        let name = general(&sheet.value(cell), session.locale);
        (!name.is_empty()).then(|| Landmark { name, region: Range::cell(cell).on(sheet.id) })
    })
}

fn first_cell(sheet: &Sheet) -> Range {
    Range::cell(Address::new(sheet.hidden.frozen.rows, sheet.hidden.frozen.columns))
}
