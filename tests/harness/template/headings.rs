//! The words over a table: title, subtitle, groups of columns, columns.

use tertial_engine::base::{Address, SheetId};
use tertial_engine::book::{Book, Unit};

use super::layout::{Layout, column_position};
use super::put_text;
use crate::golden::{Column, Golden};

/// Writes everything that stands over the rows.
pub fn write(book: &mut Book, sheet: SheetId, golden: &Golden, layout: &Layout) {
    put_text(book, sheet, layout.title(), &golden.title);
    put_text(book, sheet, layout.subtitle(), &subtitle(golden));
    let heading = layout.heading();
    let labels = golden.row_label_header.as_deref().unwrap_or_default();
    put_text(book, sheet, Address::new(heading, layout.title().column), labels);
    for (index, column) in golden.columns.iter().enumerate() {
        put_text(book, sheet, Address::new(heading, column_position(index)), below_group(column));
        if let Some(group) = begun_group(&golden.columns, index) {
            put_text(book, sheet, Address::new(heading - 1, column_position(index)), group);
        }
    }
}

/// Whose table it is, when, and in which unit.
pub fn subtitle(golden: &Golden) -> String {
    let unit = Some(golden.unit.as_str()).filter(|unit| *unit != Unit::Other.name());
    let parts = [golden.committee.as_str(), &golden.period].into_iter().chain(unit);
    parts.collect::<Vec<_>>().join(" · ")
}

/// A column's heading without what its group says already.
fn below_group(column: &Column) -> &str {
    let rest = column.group.as_deref().and_then(|group| column.label.strip_prefix(group));
    rest.map(str::trim).filter(|rest| !rest.is_empty()).unwrap_or(&column.label)
}

/// The group that begins at a column; later columns of the group leave it unsaid, as merged cells would.
fn begun_group(columns: &[Column], index: usize) -> Option<&str> {
    let before = index.checked_sub(1).and_then(|before| columns[before].group.as_deref());
    columns[index].group.as_deref().filter(|group| before != Some(*group))
}
