//! Formulas mean the same cells after rows and columns come and go.

use proptest::prelude::*;

use super::generate::reference;
use super::{ORIGIN, Sample, tree};
use crate::base::{Address, AxisKind, LineChange, MAX_ROWS, Place, SheetId, Shift};
use crate::syntax::{Dialect, Expression, Line, Reference, Shape, breakpoints, print, rewrite};

fn rows(at: u32, change: LineChange) -> Shift {
    Shift { sheet: SheetId(0), axis: AxisKind::Rows, at, change }
}

/// Where the formula itself stands after the shift.
fn carried(place: Place, shift: Shift) -> Option<Place> {
    let Address { row, column } = place.address;
    let address = match shift.axis {
        _ if place.sheet != shift.sheet => place.address,
        AxisKind::Rows => Address::new(shift.moved(row)?, column),
        AxisKind::Columns => Address::new(row, shift.moved(column)?),
    };
    Some(address.on(place.sheet))
}

/// The formula in D7 as it reads after the shift.
fn shifted(text: &str, shift: Shift) -> (String, bool) {
    let after = carried(ORIGIN, shift).unwrap();
    let rewritten = rewrite(&tree(text), ORIGIN, after, shift);
    (print(&rewritten.expression, after, Dialect::English, &Sample), rewritten.touched)
}

#[test]
fn references_follow_their_cells() {
    use AxisKind::{Columns, Rows};
    use LineChange::{Delete, Insert};
    for (text, axis, at, change, expected, touched) in [
        // Before, inside and after a range.
        ("=SUM(B4:B11)", Rows, 0, Insert(2), "SUM(B6:B13)", false),
        ("=SUM(B4:B11)", Rows, 3, Insert(2), "SUM(B6:B13)", false),
        ("=SUM(B4:B11)", Rows, 4, Insert(2), "SUM(B4:B13)", false),
        ("=SUM(B4:B11)", Rows, 11, Insert(2), "SUM(B4:B11)", false),
        ("=SUM(B11:B4)", Rows, 4, Insert(2), "SUM(B13:B4)", false),
        ("=SUM($B$4:B$11)", Rows, 4, Insert(2), "SUM($B$4:B$13)", false),
        ("=SUM(B4:B11)", Rows, 4, Delete(2), "SUM(B4:B9)", false),
        ("=SUM(B4:B11)", Rows, 2, Delete(3), "SUM(B3:B8)", true),
        ("=SUM(B4:B11)", Rows, 9, Delete(5), "SUM(B4:B9)", true),
        ("=SUM(B1:B2)", Rows, 0, Delete(2), "SUM(#REF!)", true),
        ("=A1+$A$2", Rows, 1, Delete(1), "A1+#REF!", true),
        ("=A1+A20", Rows, 10, Delete(1), "A1+A19", false),
        // Whole rows and columns.
        ("=SUM(B:C)", Rows, 4, Delete(2), "SUM(B:C)", false),
        ("=SUM(B:E)", Columns, 2, Insert(1), "SUM(B:F)", false),
        ("=SUM(B:C)", Columns, 1, Delete(2), "SUM(#REF!)", true),
        ("=SUM(4:9)", Rows, 4, Insert(1), "SUM(4:10)", false),
        ("=SUM(4:9)", Columns, 0, Insert(1), "SUM(4:9)", false),
        ("=SUM(A1:A1048576)", Rows, 4, Insert(2), "SUM(A1:A1048576)", false),
        // Cells pushed out of the sheet.
        ("=A1048576", Rows, 4, Insert(1), "#REF!", true),
        ("=SUM(A9:A1048575)", Rows, 4, Insert(2), "SUM(A11:A1048576)", true),
        ("=SUM(A1:A1048575)", Rows, 4, Insert(1), "SUM(A1:A1048576)", true),
        // Other sheets.
        ("=Översikt!B9+Saknas!B9", Rows, 4, Insert(1), "Översikt!B9+Saknas!B9", false),
        ("=Blad1!B9", Rows, 4, Insert(1), "Blad1!B10", false),
        ("=#DIV/0!+1", Rows, 4, Insert(1), "#DIV/0!+1", false),
    ] {
        let shift = Shift { sheet: SheetId(0), axis, at, change };
        assert_eq!(shifted(text, shift), (expected.to_owned(), touched), "{text} {shift:?}");
    }
}

#[test]
fn a_formula_on_another_sheet_follows_without_moving() {
    let shift = Shift { sheet: SheetId(2), ..rows(0, LineChange::Insert(3)) };
    assert_eq!(shifted("=Översikt!B9+B9", shift).0, "Översikt!B12+B9");
}

#[test]
fn a_run_is_cut_where_its_cells_cross_the_edge() {
    let run = |text: &str, shift| breakpoints(&tree(text), (6, 30), SheetId(0), shift);
    // Rows count from zero: the formula in D7 reads row 5 above it.
    assert_eq!(run("=B6", rows(10, LineChange::Insert(1))), [10, 11]);
    assert_eq!(run("=B7", rows(10, LineChange::Delete(5))), [10, 15]);
    assert_eq!(run("=B$7", rows(10, LineChange::Delete(5))), [10, 15]);
    assert_eq!(run("=B6", Shift { axis: AxisKind::Columns, ..rows(1, LineChange::Insert(1)) }), Vec::<u32>::new());
    assert_eq!(run("=SUM(B$4:B7)", rows(10, LineChange::Delete(5))), [10, 11, 12, 13, 14, 15]);
    // A window of three rows that loses its lower rows ends at the same row wherever it stands.
    assert_eq!(run("=SUM(B5:B7)", rows(10, LineChange::Delete(5))), [10, 11, 12, 15, 16, 17]);
}

fn shift() -> impl Strategy<Value = Shift> {
    let at = prop_oneof![4 => 0..24_u32, 1 => MAX_ROWS - 24..MAX_ROWS];
    let axis = prop_oneof![3 => Just(AxisKind::Rows), 1 => Just(AxisKind::Columns)];
    (0..2_u32, axis, at, 1..9_u32, any::<bool>()).prop_map(|(sheet, axis, at, count, insert)| {
        let at = at.min(axis.limit() - 1);
        let change = if insert { LineChange::Insert(count) } else { LineChange::Delete(count.min(axis.limit() - at)) };
        Shift { sheet: SheetId(sheet), axis, at, change }
    })
}

fn opposite(shift: Shift) -> Shift {
    let change = match shift.change {
        LineChange::Insert(count) => LineChange::Delete(count),
        LineChange::Delete(count) => LineChange::Insert(count),
    };
    Shift { change, ..shift }
}

/// The lines a reference means in the direction of a shift.
fn lines(reference: &Reference, place: Place, axis: AxisKind) -> (u32, u32) {
    let range = reference.resolve(place).map(|region| region.range);
    let range =
        range.or_else(|| Reference { sheet: None, ..reference.clone() }.resolve(place).map(|found| found.range));
    let range = range.unwrap();
    match axis {
        AxisKind::Rows => (range.first.row, range.last.row),
        AxisKind::Columns => (range.first.column, range.last.column),
    }
}

fn is_unmoved(reference: &Reference, shift: Shift) -> bool {
    let whole = if shift.axis == AxisKind::Rows { Shape::Columns } else { Shape::Rows };
    reference.target(ORIGIN.sheet) != Some(shift.sheet)
        || reference.shape == whole
        || lines(reference, ORIGIN, shift.axis) == (0, shift.axis.limit() - 1)
}

/// The first and last of the lines that are left, where they now stand.
fn left(reference: &Reference, shift: Shift) -> Option<(u32, u32)> {
    let (low, high) = lines(reference, ORIGIN, shift.axis);
    if is_unmoved(reference, shift) {
        return Some((low, high));
    }
    // What lies between survives unless all of it is lost, so a few lines at each end tell.
    let near_ends = (low..=high.min(low + 40)).chain(high.saturating_sub(40).max(low)..=high);
    let moved: Vec<u32> = near_ends.filter_map(|line| shift.moved(line)).collect();
    let (first, last) = (*moved.iter().min()?, *moved.iter().max()?);
    Some((first, last))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_rewritten_reference_means_the_lines_that_are_left(reference in reference(), shift in shift()) {
        let Some(after) = carried(ORIGIN, shift) else { return Ok(()) };
        let rewritten = rewrite(&Expression::Reference(reference.clone()), ORIGIN, after, shift);
        let found = match &rewritten.expression {
            Expression::Reference(moved) => Some(lines(moved, after, shift.axis)),
            _ => None,
        };
        let mut expected = left(&reference, shift);
        // A range whose lower part is pushed out of the sheet reaches to its last line.
        if let (LineChange::Insert(_), Some((_, last))) = (shift.change, expected.as_mut())
            && !is_unmoved(&reference, shift)
            && shift.moved(lines(&reference, ORIGIN, shift.axis).1).is_none()
        {
            *last = shift.axis.limit() - 1;
        }
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn the_opposite_shift_brings_back_what_was_not_touched(reference in reference(), shift in shift()) {
        let Some(after) = carried(ORIGIN, shift) else { return Ok(()) };
        let expression = Expression::Reference(reference);
        let there = rewrite(&expression, ORIGIN, after, shift);
        if !there.touched {
            let back = rewrite(&there.expression, after, ORIGIN, opposite(shift));
            prop_assert_eq!(back.expression, expression);
        }
    }

    #[test]
    fn each_piece_of_a_run_is_rewritten_alike(
        reference in reference(), shift in shift(), sheet in 0..2_u32, top in prop_oneof![Just(0), Just(5), Just(MAX_ROWS - 40)],
    ) {
        let (first, last) = (top, top + 39);
        let expression = Expression::Reference(reference);
        let cuts = breakpoints(&expression, (first, last), SheetId(sheet), shift);
        prop_assert!(cuts.is_sorted() && cuts.iter().all(|row| (first + 1..=last).contains(row)));
        let mut piece: Option<(u32, Expression)> = None;
        for row in first..=last {
            let place = Address::new(row, ORIGIN.address.column).on(SheetId(sheet));
            let Some(after) = carried(place, shift) else { continue };
            let rewritten = rewrite(&expression, place, after, shift).expression;
            let start = cuts.iter().rev().find(|cut| **cut <= row).copied().unwrap_or(first);
            if let Some((known, expected)) = &piece
                && *known == start
            {
                prop_assert_eq!(expected, &rewritten, "row {} after {}", row, start);
            }
            piece = Some((start, rewritten));
        }
    }
}

#[test]
fn a_relative_line_out_of_the_sheet_is_an_error_once_its_formula_moves() {
    let top = Place::default();
    let above = Reference {
        sheet: None,
        shape: Shape::Cell,
        first: crate::syntax::Corner { row: Line::Relative(-1), column: Line::Relative(0) },
        last: crate::syntax::Corner { row: Line::Relative(-1), column: Line::Relative(0) },
    };
    let shift = rows(0, LineChange::Insert(1));
    let rewritten = rewrite(&Expression::Reference(above), top, carried(top, shift).unwrap(), shift);
    assert!(rewritten.touched && matches!(rewritten.expression, Expression::Error(_)));
}

#[test]
fn what_is_outside_along_one_axis_follows_along_the_other() {
    // Filled from the first row on, the formula is one tree with the rows below, whose references must follow.
    let shift = Shift { sheet: SheetId(0), axis: AxisKind::Columns, at: 4, change: LineChange::Insert(1) };
    let top = Address::new(0, ORIGIN.address.column).on(SheetId(0));
    assert_eq!(rewrite(&tree("=E6"), top, top, shift).expression, tree("=F6"));
}
