//! Where things stand on the sheet: title, subtitle, headings, then the rows; labels first, then the columns.

use std::collections::BTreeMap;

use tertial_engine::base::Address;
use tertial_engine::book::Frozen;

use crate::golden::{Column, Golden};

const TITLE: u32 = 0;
const SUBTITLE: u32 = 1;
const FIRST_HEADING: u32 = 2;
const LABELS: u32 = 0;
/// A table of more columns does not fit a window.
const WIDE: usize = 12;

/// The places of a table's parts.
pub struct Layout {
    /// Rows of the headings: one, or two when columns are grouped.
    pub headings: Vec<u32>,
}

impl Layout {
    /// The layout of a golden table.
    pub fn of(golden: &Golden) -> Self {
        let grouped = golden.columns.iter().any(|column| column.group.is_some());
        Self { headings: (FIRST_HEADING..=FIRST_HEADING + u32::from(grouped)).collect() }
    }

    /// The cell of the title.
    pub const fn title(&self) -> Address {
        Address::new(TITLE, LABELS)
    }

    /// The cell of the line under the title.
    pub const fn subtitle(&self) -> Address {
        Address::new(SUBTITLE, LABELS)
    }

    /// The row of the column headings.
    pub fn heading(&self) -> u32 {
        self.headings.last().copied().unwrap_or(FIRST_HEADING)
    }

    /// The cell of a row's label.
    pub fn label(&self, row: usize) -> Address {
        Address::new(self.heading() + 1 + row as u32, LABELS)
    }

    /// The cell where a row and a column meet.
    pub fn cell(&self, row: usize, column: usize) -> Address {
        Address::new(self.label(row).row, column_position(column))
    }

    /// What stays in sight: headings and labels, of a table that is wider than a window.
    pub fn frozen(&self, golden: &Golden) -> Frozen {
        let is_wide = golden.columns.len() > WIDE;
        if is_wide { Frozen { rows: self.heading() + 1, columns: LABELS + 1 } } else { Frozen::default() }
    }

    /// Widths of all columns in characters.
    pub fn widths(&self, golden: &Golden) -> BTreeMap<u32, f32> {
        let labels = golden.rows.iter().map(|row| row.label.as_str());
        let labels = labels.chain(golden.row_label_header.as_deref());
        let mut widths = BTreeMap::from([(LABELS, longest(labels).clamp(20, 42) as f32 + 2.0)]);
        for (index, column) in golden.columns.iter().enumerate() {
            widths.insert(column_position(index), width(golden, column));
        }
        widths
    }
}

/// The sheet's column of a table's column.
pub const fn column_position(column: usize) -> u32 {
    LABELS + 1 + column as u32
}

/// Headings break between words, so a column of figures need only hold the longest of them.
fn width(golden: &Golden, column: &Column) -> f32 {
    if column.is_text() {
        let texts = golden.rows.iter().filter_map(|row| row.cells.get(&column.key)).map(String::as_str);
        return longest(texts.chain([column.label.as_str()])).clamp(8, 28) as f32 + 2.0;
    }
    longest(column.label.split_whitespace()).clamp(12, 14) as f32
}

fn longest<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    texts.map(|text| text.chars().count()).max().unwrap_or(0)
}
