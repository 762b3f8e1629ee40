//! Rewrites a formula after cells, rows or columns moved elsewhere, so that it means the same cells as before.

use super::reference::{Corner, Line, Reference, SheetReference};
use super::tree::Expression;
use crate::base::{Address, Place, Range, Region, Relocation, SheetId};
use crate::value::CellError;

/// The tree that means at `after` what `expression` meant at `before`, the formula's place before and after cells moved.
/// A reference to cells that others came to cover becomes `#REF!`.
pub fn relocate(expression: &Expression, before: Place, after: Place, relocation: &Relocation) -> Expression {
    follow(expression, (before, after), &|_, meant| relocation.region(meant))
}

/// The tree that means at its new place what `expression` meant at the old, where a function tells what becomes of the cells
/// that a reference means; a reference to cells that are lost becomes `#REF!`.
pub fn follow(
    expression: &Expression,
    places: (Place, Place),
    moved: &dyn Fn(&Reference, Region) -> Option<Region>,
) -> Expression {
    expression.map_references(&mut |reference| {
        let followed = followed(reference, places, moved);
        followed.map_or(Expression::Error(CellError::Reference), Expression::Reference)
    })
}

/// The reference afterwards; `None` when its cells are lost.
fn followed(
    reference: &Reference,
    (before, after): (Place, Place),
    moved: &dyn Fn(&Reference, Region) -> Option<Region>,
) -> Option<Reference> {
    let Some(range) = reference.range(before.address) else { return Some(reference.clone()) };
    let Some(sheet) = reference.target(before.sheet) else {
        return Some(anchored(reference, range, before.address, after.address));
    };
    let meant = range.on(sheet);
    let moved = moved(reference, meant)?;
    if moved == meant && before == after {
        return Some(reference.clone());
    }
    let rewritten = anchored(reference, moved.range, before.address, after.address);
    Some(Reference { sheet: named_sheet(reference, moved, after.sheet), ..rewritten })
}

/// The name of the sheet, which a reference to the formula's own sheet goes without.
fn named_sheet(reference: &Reference, moved: Region, own: SheetId) -> Option<SheetReference> {
    let goes_without = reference.sheet.is_none() && moved.sheet == own;
    (!goes_without).then_some(SheetReference::Known(moved.sheet))
}

/// The reference as it is written at a place to mean a range, with its corners in the order that they had.
fn anchored(reference: &Reference, range: Range, before: Address, after: Address) -> Reference {
    let corners = (reference.first.resolve(before), reference.last.resolve(before));
    let (upright, straight) = match corners {
        (Some(first), Some(last)) => (first.row <= last.row, first.column <= last.column),
        _ => (true, true),
    };
    let rows = if upright { (range.first.row, range.last.row) } else { (range.last.row, range.first.row) };
    let columns =
        if straight { (range.first.column, range.last.column) } else { (range.last.column, range.first.column) };
    let corner = |corner: Corner, row, column| Corner {
        row: line(corner.row, row, after.row),
        column: line(corner.column, column, after.column),
    };
    Reference {
        sheet: reference.sheet.clone(),
        shape: reference.shape,
        first: corner(reference.first, rows.0, columns.0),
        last: corner(reference.last, rows.1, columns.1),
    }
}

fn line(line: Line, position: u32, origin: u32) -> Line {
    Line::at(position, origin, line.is_absolute())
}
