//! How wide a column must be for what stands in it.

use tertial_engine::session::{Address, CellRole, CellView, lines::MAX_WIDTH};

use super::Workspace;
use super::columns::PADDING;
use super::fit;

/// Rows from the top that are looked at.
const LOOKED_AT: u32 = 200_000;
/// Texts that are measured: the longest by their number of characters.
const MEASURED: usize = 400;

/// The width in characters that a column needs; `None` when nothing stands in it.
pub fn width(workspace: &Workspace, column: u32) -> Option<f32> {
    let rows = workspace.document.session.extent(workspace.document.sheet).rows.min(LOOKED_AT);
    let cell = |row| workspace.document.cell(Address::new(row, column));
    // Titles run on over the cells beside them and need no room of their own.
    let counts = |cell: &CellView| !cell.text.is_empty() && !matches!(cell.role, CellRole::Title | CellRole::Subtitle);
    let mut cells: Vec<CellView> = (0..rows).map(cell).filter(counts).collect();
    cells.sort_by_key(|cell| std::cmp::Reverse(cell.text.chars().count()));
    let length = cells.iter().take(MEASURED).map(|cell| needed(cell, workspace)).fold(0.0, f64::max);
    let digits = (length - PADDING) / workspace.viewport.metrics.digit;
    (length > 0.0).then(|| ((digits * 100.0).ceil() / 100.0).clamp(1.0, f64::from(MAX_WIDTH)) as f32)
}

/// The room of a text; headings are broken between words.
fn needed(cell: &CellView, workspace: &Workspace) -> f64 {
    let part = |text: &str| fit::length(&CellView { text: text.to_owned(), ..cell.clone() }, workspace.ruler());
    match cell.role {
        CellRole::Header => cell.text.split(' ').map(part).fold(0.0, f64::max),
        _ => part(&cell.text),
    }
}
