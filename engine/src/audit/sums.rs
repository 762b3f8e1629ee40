//! Whether totals read the rows that they should.

use super::finding::{Finding, FindingKind};
use crate::base::{Address, Place};
use crate::book::{ColumnRole, ReportTable, RowKind, Sheet, TableColumn, TableRow};
use crate::syntax::Expression;
use crate::value::Value;

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
        let Some((place, addends)) = place.and_then(|place| Some((place, self.addends(place)?))) else {
            return Vec::new();
        };
        let reads = |row: &TableRow| self.place(row).is_some_and(|cell| addends(cell.address));
        let parts = rows.iter().filter(|row| row.kind == RowKind::OfWhich && reads(row));
        let missed = missed(rows, total, &reads);
        let kinds = parts
            .map(|row| FindingKind::SumsPart(self.label(row)))
            .chain(missed.map(|row| FindingKind::MissesRow(self.label(row))));
        kinds.map(|kind| Finding { kind, place }).collect()
    }

    /// The cells of its own column that a sum reads; `None` when the cell holds no sum.
    fn addends(&self, place: Place) -> Option<impl Fn(Address) -> bool + use<>> {
        let formula = self.sheet.formulas.at(place.address)?;
        let Expression::Call(name, _) = &formula.expression else { return None };
        let regions: Vec<_> = formula.references.iter().filter_map(|reference| reference.resolve(place)).collect();
        (&**name == "SUM" && regions.iter().any(|region| region.range.first.column == place.address.column)).then_some(
            move |cell| regions.iter().any(|region| region.sheet == place.sheet && region.range.contains(cell)),
        )
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
        label(self.sheet, self.table, row)
    }
}

/// What a row is called.
pub fn label(sheet: &Sheet, table: &ReportTable, row: &TableRow) -> String {
    let at = sheet.rows.position(row.line).zip(sheet.columns.position(table.label_column));
    match at.map(|(row, column)| sheet.value(Address::new(row, column))) {
        Some(Value::Text(text)) => text.to_string(),
        _ => row.id.clone(),
    }
}

/// Rows between those that a total reads, up to the total itself, which are like these and are not read.
fn missed<'a>(
    rows: &'a [TableRow],
    total: usize,
    reads: &dyn Fn(&TableRow) -> bool,
) -> impl Iterator<Item = &'a TableRow> + use<'a> {
    let read: Vec<usize> = (0..rows.len()).filter(|index| reads(&rows[*index])).collect();
    let (first, last) = (read.first().copied().unwrap_or(total), read.last().copied().unwrap_or(total));
    let (first, last) = (first.min(total), last.max(total));
    let like = read.first().map(|index| (rows[*index].kind, rows[*index].level));
    (first..=last)
        .filter(move |index| {
            let row = &rows[*index];
            *index != total && !read.contains(index) && like == Some((row.kind, row.level))
        })
        .map(move |index| &rows[index])
}
