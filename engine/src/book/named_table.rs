//! Named tables: a rectangle with a name whose columns have names, so that formulas can say `Budget[Outcome]`.

use std::collections::HashSet;

use crate::base::{Address, AxisKind, Fate, LineChange, Place, Range, Region, Shift, SortedMap};
use crate::syntax::{Corner, Line, Reference, Shape, SheetReference, TableColumns, TableReference, TableRows};
use crate::value::CellError;

/// A rectangle of cells with a name, whose columns have names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedTable {
    /// Its name as written.
    pub name: String,
    /// Where it stands, with its headers and totals.
    pub region: Region,
    /// The names of its columns, from the left.
    pub columns: Vec<String>,
    /// Whether its first row holds headers.
    pub has_headers: bool,
    /// Whether its last row holds totals.
    pub has_totals: bool,
}

/// Why a table cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFault {
    /// Its name is no word, or looks like a cell.
    BadName,
    /// It has another number of columns than its rectangle, or two of one name, or one without.
    BadColumns,
    /// Its rectangle has no row beside headers and totals.
    NoRows,
    /// It covers cells of another table.
    Overlap,
}

/// The named tables of a book; case does not matter.
#[derive(Debug, Clone, Default)]
pub struct NamedTables {
    entries: SortedMap<String, NamedTable>,
}

impl NamedTables {
    /// The table of a name.
    pub fn find(&self, name: &str) -> Option<&NamedTable> {
        if self.entries.is_empty() { None } else { self.entries.get(name.to_lowercase().as_str()) }
    }

    /// The table around a cell.
    pub fn around(&self, place: Place) -> Option<&NamedTable> {
        self.entries.values().find(|table| table.region.contains(place))
    }

    /// All of them, in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = &NamedTable> {
        self.entries.values()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Puts a table under a name, or takes it away with `None`, and gives what stood there.
    pub fn define(&mut self, name: &str, table: Option<NamedTable>) -> Option<NamedTable> {
        let key = name.to_lowercase();
        match table {
            Some(table) => self.entries.insert(key, table),
            None => self.entries.remove(&key),
        }
    }

    /// Whether a table can stand among the others, in place of one of its name.
    pub fn check(&self, table: &NamedTable) -> Result<(), TableFault> {
        table.check()?;
        let own = table.name.to_lowercase();
        let covers = |other: &NamedTable| {
            let same_sheet = other.region.sheet == table.region.sheet;
            same_sheet && other.region.range.intersection(table.region.range).is_some()
        };
        let is_free = self.entries.iter().all(|(key, other)| *key == own || !covers(other));
        if is_free { Ok(()) } else { Err(TableFault::Overlap) }
    }

    /// Follows rows or columns that come or go. Gives the tables that were cut or lost, as they were.
    pub fn shift(&mut self, shift: &Shift) -> Vec<NamedTable> {
        let mut cut = Vec::new();
        self.entries.retain(|_, table| {
            let fate = shift.region_fate(table.region);
            if fate == Fate::Cut {
                cut.push(table.clone());
            }
            fate == Fate::Still || table.shift(shift).is_some()
        });
        cut
    }
}

impl NamedTable {
    /// The cells that a part of the table stands for, in a formula at a place.
    pub fn part(&self, part: &TableReference, origin: Place) -> Result<Region, CellError> {
        let (left, right) = self.columns_of(&part.columns).ok_or(CellError::Reference)?;
        let (top, bottom) = match part.rows {
            TableRows::This => {
                let (top, bottom) = self.data_rows().ok_or(CellError::Value)?;
                let row = origin.address.row;
                let meets = origin.sheet == self.region.sheet && (top..=bottom).contains(&row);
                meets.then_some((row, row)).ok_or(CellError::Value)?
            }
            rows => self.rows_of(rows).ok_or(CellError::Reference)?,
        };
        Ok(Range { first: Address::new(top, left), last: Address::new(bottom, right) }.on(self.region.sheet))
    }

    /// The cells that a part of the table stands for, as a reference that holds wherever the formula stands; `None` for
    /// what the table does not have.
    pub fn reference(&self, part: &TableReference) -> Option<Reference> {
        let (left, right) = self.columns_of(&part.columns)?;
        let (top, bottom) = match part.rows {
            TableRows::This => (Line::Relative(0), Line::Relative(0)),
            rows => self.rows_of(rows).map(|(top, bottom)| (Line::Absolute(top), Line::Absolute(bottom)))?,
        };
        let corner = |row, column| Corner { row, column: Line::Absolute(column) };
        let sheet = Some(SheetReference::Known(self.region.sheet));
        Some(Reference { sheet, shape: Shape::Range, first: corner(top, left), last: corner(bottom, right) })
    }

    fn check(&self) -> Result<(), TableFault> {
        let signs = |sign: char| sign.is_alphanumeric() || "_.\\".contains(sign);
        let starts = self.name.chars().next().is_some_and(|sign| sign.is_alphabetic() || "_\\".contains(sign));
        if !starts || !self.name.chars().all(signs) || Range::parse(&self.name).is_some() {
            return Err(TableFault::BadName);
        }
        let mut seen = HashSet::new();
        let distinct = self.columns.iter().all(|name| !name.is_empty() && seen.insert(name.to_lowercase()));
        if !distinct || self.columns.len() != self.region.range.width() as usize {
            return Err(TableFault::BadColumns);
        }
        self.data_rows().map(|_| ()).ok_or(TableFault::NoRows)
    }

    /// The rows between headers and totals.
    fn data_rows(&self) -> Option<(u32, u32)> {
        let (top, bottom) = AxisKind::Rows.lines(self.region.range);
        let top = top + u32::from(self.has_headers);
        let bottom = bottom.checked_sub(u32::from(self.has_totals))?;
        (top <= bottom).then_some((top, bottom))
    }

    fn rows_of(&self, rows: TableRows) -> Option<(u32, u32)> {
        let (top, bottom) = AxisKind::Rows.lines(self.region.range);
        match rows {
            TableRows::All => Some((top, bottom)),
            TableRows::Data | TableRows::This => self.data_rows(),
            TableRows::Headers => self.has_headers.then_some((top, top)),
            TableRows::Totals => self.has_totals.then_some((bottom, bottom)),
            TableRows::HeadersAndData => self.data_rows().map(|(_, bottom)| (top, bottom)),
            TableRows::DataAndTotals => self.data_rows().map(|(top, _)| (top, bottom)),
        }
    }

    /// The first and the last of some columns.
    fn columns_of(&self, columns: &TableColumns) -> Option<(u32, u32)> {
        let (left, right) = AxisKind::Columns.lines(self.region.range);
        match columns {
            TableColumns::All => Some((left, right)),
            TableColumns::One(name) => self.column(name).map(|column| (column, column)),
            TableColumns::Between(first, last) => {
                let (first, last) = (self.column(first)?, self.column(last)?);
                Some((first.min(last), first.max(last)))
            }
        }
    }

    fn column(&self, name: &str) -> Option<u32> {
        let name = name.to_lowercase();
        let index = self.columns.iter().position(|column| column.to_lowercase() == name)?;
        Some(self.region.range.first.column + u32::try_from(index).ok()?)
    }

    /// Follows rows or columns that come or go; `None` when nothing is left of it.
    fn shift(&mut self, shift: &Shift) -> Option<()> {
        let before = self.region.range;
        let region = shift.region(self.region)?;
        match shift.axis {
            AxisKind::Rows => {
                self.has_headers &= shift.moved(before.first.row).is_some();
                self.has_totals &= shift.moved(before.last.row).is_some();
            }
            AxisKind::Columns => self.shift_columns(shift, before),
        }
        self.region = region;
        Some(())
    }

    /// Takes the names of lost columns away, and names new ones.
    fn shift_columns(&mut self, shift: &Shift, before: Range) {
        let named = (before.first.column..).zip(std::mem::take(&mut self.columns));
        let (mut left, mut right): (Vec<_>, Vec<_>) = named.partition(|(column, _)| *column < shift.at);
        for side in [&mut left, &mut right] {
            side.retain(|(column, _)| shift.moved(*column).is_some());
        }
        let count = match shift.change {
            LineChange::Insert(count) if before.first.column < shift.at && shift.at <= before.last.column => count,
            _ => 0,
        };
        let mut taken: HashSet<String> = left.iter().chain(&right).map(|(_, name)| name.to_lowercase()).collect();
        let free = (1_u32..).map(|number| format!("Column{number}")).filter(|name| taken.insert(name.to_lowercase()));
        let fresh: Vec<String> = free.take(count as usize).collect();
        let names = |side: Vec<(u32, String)>| side.into_iter().map(|(_, name)| name);
        self.columns = names(left).chain(fresh).chain(names(right)).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SheetId;

    fn table() -> NamedTable {
        NamedTable {
            name: "Budget".to_owned(),
            region: Range::parse("B2:D6").unwrap().on(SheetId(0)),
            columns: ["Unit", "Plan", "Outcome"].map(str::to_owned).to_vec(),
            has_headers: true,
            has_totals: true,
        }
    }

    fn shifted(axis: AxisKind, at: u32, change: LineChange) -> Option<(String, String, bool, bool)> {
        let mut table = table();
        table.shift(&Shift { sheet: SheetId(0), axis, at, change })?;
        Some((table.region.range.to_string(), table.columns.join(" "), table.has_headers, table.has_totals))
    }

    #[test]
    fn a_table_follows_rows_and_columns() {
        use AxisKind::{Columns, Rows};
        use LineChange::{Delete, Insert};
        let all = "Unit Plan Outcome";
        for (axis, at, change, range, columns, headers, totals) in [
            (Rows, 1, Insert(2), "B4:D8", all, true, true),
            (Rows, 5, Insert(2), "B2:D8", all, true, true),
            (Rows, 0, Delete(2), "B1:D4", all, false, true),
            (Rows, 4, Delete(9), "B2:D4", all, true, false),
            (Columns, 1, Insert(1), "C2:E6", all, true, true),
            (Columns, 2, Insert(2), "B2:F6", "Unit Column1 Column2 Plan Outcome", true, true),
            (Columns, 0, Delete(2), "A2:B6", "Plan Outcome", true, true),
            (Columns, 2, Delete(1), "B2:C6", "Unit Outcome", true, true),
        ] {
            let wanted = (range.to_owned(), columns.to_owned(), headers, totals);
            assert_eq!(shifted(axis, at, change), Some(wanted), "{axis:?} {at} {change:?}");
        }
        assert_eq!(shifted(Rows, 1, Delete(5)), None);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let mut tables = NamedTables::default();
        assert_eq!(tables.check(&table()), Ok(()));
        tables.define("Budget", Some(table()));
        assert_eq!(tables.check(&table()), Ok(()));
        let named = |name: &str| NamedTable { name: name.to_owned(), ..table() };
        assert_eq!(tables.check(&named("Other")), Err(TableFault::Overlap));
        assert_eq!(["", "A1", "two words", "1st"].map(|name| named(name).check()), [Err(TableFault::BadName); 4]);
        let columns =
            |names: &[&str]| NamedTable { columns: names.iter().map(|name| (*name).to_owned()).collect(), ..table() };
        assert_eq!(columns(&["a", "b"]).check(), Err(TableFault::BadColumns));
        assert_eq!(columns(&["a", "b", "A"]).check(), Err(TableFault::BadColumns));
        let flat = NamedTable { region: Range::parse("B2:D3").unwrap().on(SheetId(0)), ..table() };
        assert_eq!(flat.check(), Err(TableFault::NoRows));
    }
}
