//! What a shift asks of a run of formulas: nothing, new distances in the same tree, or a rewriting part by part.

use std::ops::ControlFlow;

use super::reference::{Line, Reference, Shape};
use crate::base::{AxisKind, Fate, Range, Region, Shift};

/// What a shift asks of the formulas of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    /// They mean the same as they stand.
    Same,
    /// Each reference is to be rewritten, and in the same way for all cells of the run.
    Rewritten,
    /// Something in them grows, shrinks or is lost, or the run is cut.
    Cut,
}

/// What a shift asks of the formulas of a run, which have these references.
pub fn treatment(references: &[Reference], run: Region, shift: &Shift) -> Treatment {
    let own = shift.region_fate(run);
    if own == Fate::Cut {
        return Treatment::Cut;
    }
    let mut treatment = Treatment::Same;
    let flow = references.iter().try_for_each(|reference| match of_reference(reference, run, own, shift) {
        Treatment::Cut => ControlFlow::Break(()),
        Treatment::Same => ControlFlow::Continue(()),
        Treatment::Rewritten => {
            treatment = Treatment::Rewritten;
            ControlFlow::Continue(())
        }
    });
    if flow.is_break() { Treatment::Cut } else { treatment }
}

fn of_reference(reference: &Reference, run: Region, own: Fate, shift: &Shift) -> Treatment {
    let hit = reference.target(run.sheet) == Some(shift.sheet);
    let (lines, whole) = match shift.axis {
        AxisKind::Rows => ((reference.first.row, reference.last.row), Shape::Columns),
        AxisKind::Columns => ((reference.first.column, reference.last.column), Shape::Rows),
    };
    if reference.shape == whole || (own == Fate::Still && !hit) {
        return Treatment::Same;
    }
    let Some((low, high)) = extent(lines, run.range, shift.axis) else { return Treatment::Cut };
    let target = if hit { shift.fate(low, high) } else { Fate::Still };
    let has = |is_absolute: bool| lines.0.is_absolute() == is_absolute || lines.1.is_absolute() == is_absolute;
    match (own, target) {
        (_, Fate::Cut) | (Fate::Cut, _) => Treatment::Cut,
        (Fate::Still, Fate::Moves) => Treatment::Rewritten,
        (Fate::Moves, Fate::Moves) if has(true) => Treatment::Rewritten,
        (Fate::Moves, Fate::Still) if has(false) => Treatment::Rewritten,
        _ => Treatment::Same,
    }
}

/// The lines that the cells of a run mean together; `None` when one of them means a line outside the sheet.
fn extent(lines: (Line, Line), run: Range, axis: AxisKind) -> Option<(u32, u32)> {
    let (first, last) = axis.lines(run);
    let line = |line: Line, origin: u32| line.resolve(origin, axis.limit());
    let ends = [line(lines.0, first)?, line(lines.0, last)?, line(lines.1, first)?, line(lines.1, last)?];
    Some((*ends.iter().min()?, *ends.iter().max()?))
}
