//! The block of filled cells around a cell, as far as blank rows and columns set it apart.

use tertial_engine::session::{Address, MAX_COLUMNS, MAX_ROWS, Range};

use super::movement::Terrain;

/// The smallest rectangle around a cell that has only blank cells along all its sides.
pub fn around(cell: Address, terrain: &impl Terrain) -> Range {
    let mut block = Range::cell(cell);
    loop {
        let grown = grown(block, terrain);
        if grown == block {
            return block;
        }
        block = grown;
    }
}

/// The rectangle and the filled lines beside it, one on each side; downwards as far as they go.
fn grown(block: Range, terrain: &impl Terrain) -> Range {
    let Range { mut first, mut last } = block;
    let wide = (first.column.saturating_sub(1), (last.column + 1).min(MAX_COLUMNS - 1));
    let extent = terrain.extent();
    let in_row = |row: u32| (wide.0..=wide.1).any(|column| terrain.is_filled(Address::new(row, column)));
    while last.row + 1 < extent.rows.min(MAX_ROWS) && in_row(last.row + 1) {
        last.row += 1;
    }
    while first.row > 0 && in_row(first.row - 1) {
        first.row -= 1;
    }
    let high = (first.row.saturating_sub(1), (last.row + 1).min(extent.rows.max(1) - 1).max(last.row));
    let in_column = |column: u32| (high.0..=high.1).any(|row| terrain.is_filled(Address::new(row, column)));
    if first.column > 0 && in_column(first.column - 1) {
        first.column -= 1;
    }
    if last.column + 1 < extent.columns && in_column(last.column + 1) {
        last.column += 1;
    }
    Range { first, last }
}
