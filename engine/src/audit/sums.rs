//! Whether totals read the rows that they should.

use super::finding::{Finding, FindingKind};
use super::label::row_label;
use crate::base::{Address, Place, Range};
use crate::book::{ColumnRole, ReportTable, RowKind, Sheet, TableColumn, TableRow};
use crate::syntax::Expression;

/// What is wrong with the totals and the parts of a table.
pub fn findings(sheet: &Sheet, table: &ReportTable) -> Vec<Finding> {
    let mut found = Vec::new();
    for column in table.columns.iter().filter(|column| !column.role.is_text()) {
        let view = View { sheet, table, column };
        for (index, row) in table.rows.iter().enumerate() {
            match row.kind {
                RowKind::Sum | RowKind::Subtotal => found.extend(view.of_total(index)),
                RowKind::OfWhich => found.extend(view.of_part(index)),
                _ => {}
            }
        }
    }
    found
}

struct View<'a> {
    sheet: &'a Sheet,
    table: &'a ReportTable,
    column: &'a TableColumn,
}

impl View<'_> {
    fn place(&self, row: &TableRow) -> Option<Place> {
        let (row, column) = (self.sheet.rows.position(row.line)?, self.sheet.columns.position(self.column.line)?);
        Some(Address::new(row, column).on(self.sheet.id))
    }

    /// A total that reads parts of other rows, or passes over rows like those that it reads.
    fn of_total(&self, total: usize) -> Vec<Finding> {
        let (rows, place) = (&self.table.rows, self.place(&self.table.rows[total]));
        let Some((place, read)) = place.and_then(|place| Some((place, addends(self.sheet, place)?))) else {
            return Vec::new();
        };
        let reads = |row: &TableRow| self.sheet.rows.position(row.line).is_some_and(|row| read.contains(row));
        let parts = rows.iter().filter(|row| row.kind == RowKind::OfWhich && reads(row));
        let missed = missed(rows, total, &reads).filter(|row| !self.is_summed(row, total));
        let kinds = parts
            .map(|row| FindingKind::SumsPart(self.label(row)))
            .chain(missed.map(|row| FindingKind::MissesRow(self.label(row))));
        kinds.map(|kind| Finding { kind, place }).collect()
    }

    /// A part that is larger than the row above that it belongs to.
    fn of_part(&self, part: usize) -> Option<Finding> {
        let is_amount = !matches!(self.column.role, ColumnRole::Deviation | ColumnRole::Change | ColumnRole::Share);
        let rows = &self.table.rows;
        let parent = rows[..part].iter().rev().find(|row| row.kind != RowKind::OfWhich).filter(|_| is_amount)?;
        let (place, whole) = (self.place(&rows[part])?, self.place(parent)?);
        let size = |place: Place| self.sheet.value(place.address).as_number().map(|number| number.abs());
        (size(place)? > size(whole)?).then_some(Finding { kind: FindingKind::PartIsLarger, place })
    }

    fn label(&self, row: &TableRow) -> String {
        row_label(self.sheet, self.table, row)
    }

    /// Whether a row is read by another total.
    fn is_summed(&self, row: &TableRow, total: usize) -> bool {
        let totals = self.table.rows.iter().enumerate().filter(|(index, _)| *index != total);
        let position = self.sheet.rows.position(row.line);
        let mut reads = totals.filter_map(|(_, other)| addends(self.sheet, self.place(other)?));
        position.is_some_and(|position| reads.any(|rows| rows.contains(position)))
    }
}

/// The rows that a sum reads in its own column; `None` when the cell holds no sum.
pub fn addends(sheet: &Sheet, place: Place) -> Option<RowSet> {
    let formula = sheet.formulas.at(place.address)?;
    let Expression::Call(name, _) = &formula.expression else { return None };
    let own = formula.references.iter().filter_map(|reference| reference.resolve(place));
    let own = own.filter(|region| {
        region.sheet == place.sheet
            && (region.range.first.column..=region.range.last.column).contains(&place.address.column)
    });
    let rows: Vec<Range> = own.map(|region| region.range).collect();
    (&**name == "SUM" && !rows.is_empty()).then_some(RowSet(rows))
}

/// Rows of a sheet.
pub struct RowSet(Vec<Range>);

impl RowSet {
    /// Whether a row is one of them.
    pub fn contains(&self, row: u32) -> bool {
        self.0.iter().any(|range| (range.first.row..=range.last.row).contains(&row))
    }
}

/// Rows between those that a total reads, and from them to a total below, which are like these and are not read.
fn missed<'a>(
    rows: &'a [TableRow],
    total: usize,
    reads: &dyn Fn(&TableRow) -> bool,
) -> impl Iterator<Item = &'a TableRow> + use<'a> {
    let read: Vec<usize> = (0..rows.len()).filter(|index| reads(&rows[*index])).collect();
    let first = read.first().copied().unwrap_or(total);
    let last = read.last().copied().unwrap_or(total);
    let last = if total > last { total } else { last };
    let like = read.first().map(|index| (rows[*index].kind, rows[*index].level));
    (first..=last)
        .filter(move |index| {
            let row = &rows[*index];
            *index != total && !read.contains(index) && like == Some((row.kind, row.level))
        })
        .map(move |index| &rows[index])
}
