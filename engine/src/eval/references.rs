//! References made of references: unions, intersections, ranges between them, sheets in a row, and the one cell of
//! several that stands in the formula's own row or column.

use std::rc::Rc;

use super::Evaluation;
use crate::base::{Address, Place, Range, Region};
use crate::eval::Scope;
use crate::functions::Operand;
use crate::syntax::{Combination, Expression, Reference, SheetReference, TableReference};
use crate::value::{CellError, Value};

type Found = Result<Vec<Region>, CellError>;

/// The cells that a reference stands for.
pub(super) fn reference(reference: &Reference, evaluation: Evaluation<'_>) -> Operand {
    let scope = evaluation.scope;
    if let Some(SheetReference::Span(ends)) = &reference.sheet {
        let range = reference.range(scope.origin().address);
        return match range.zip(scope.sheets_between(&ends.0, &ends.1)) {
            Some((range, sheets)) => of_areas(sheets.into_iter().map(|sheet| range.on(sheet)).collect()),
            None => CellError::Reference.into(),
        };
    }
    match reference.resolve(scope.origin()) {
        Some(region) if scope.has_sheet(region) => Operand::Region(region),
        _ => CellError::Reference.into(),
    }
}

/// The cells that a part of a table stands for.
pub(super) fn table(part: &TableReference, scope: &dyn Scope) -> Operand {
    match scope.table(part) {
        Ok(region) if scope.has_sheet(region) => Operand::Region(region),
        Ok(_) => CellError::Reference.into(),
        Err(error) => error.into(),
    }
}

/// The cells that references stand for together.
pub(super) fn combined(combination: Combination, parts: &[Expression], evaluation: Evaluation<'_>) -> Operand {
    let operands = parts.iter().map(|part| areas(evaluation.operand(part)));
    let joined = match combination {
        Combination::Union => operands.collect::<Result<Vec<_>, _>>().map(|parts| parts.concat()),
        Combination::Intersection => reduced(operands, shared),
        Combination::Range => reduced(operands, around),
    };
    joined.map_or_else(Operand::from, of_areas)
}

fn reduced(mut parts: impl Iterator<Item = Found>, combine: fn(&[Region], &[Region]) -> Found) -> Found {
    let first = parts.next().unwrap_or(Err(CellError::Value))?;
    parts.try_fold(first, |left, right| combine(&left, &right?))
}

fn areas(operand: Operand) -> Found {
    match operand {
        Operand::Region(region) => Ok(vec![region]),
        Operand::Areas(areas) => Ok(areas.to_vec()),
        Operand::Value(Value::Error(error)) => Err(error),
        _ => Err(CellError::Value),
    }
}

fn of_areas(areas: Vec<Region>) -> Operand {
    match areas.as_slice() {
        [region] => Operand::Region(*region),
        _ => Operand::Areas(Rc::from(areas)),
    }
}

/// The cells that both sides hold; `#NULL!` when there are none.
fn shared(left: &[Region], right: &[Region]) -> Found {
    if left.iter().chain(right).any(|region| region.sheet != left[0].sheet) {
        return Err(CellError::Value);
    }
    let pairs = left.iter().flat_map(|one| right.iter().map(move |other| (one, other)));
    let shared: Vec<Region> =
        pairs.filter_map(|(one, other)| Some(one.range.intersection(other.range)?.on(one.sheet))).collect();
    if shared.is_empty() { Err(CellError::Null) } else { Ok(shared) }
}

/// The rectangle around both sides, which must be on one sheet.
fn around(left: &[Region], right: &[Region]) -> Found {
    let (Some(sheet), mut all) = (left.first().map(|region| region.sheet), left.iter().chain(right)) else {
        return Err(CellError::Value);
    };
    let range = left.iter().chain(right).map(|region| region.range).reduce(Range::union);
    match range.filter(|_| all.all(|region| region.sheet == sheet)) {
        Some(range) => Ok(vec![range.on(sheet)]),
        None => Err(CellError::Value),
    }
}

/// The one value of several that the formula's own row or column meets; of an array the first.
pub(super) fn single(operand: Operand, origin: Place) -> Operand {
    match operand {
        Operand::Region(region) => match met(region.range, origin.address) {
            Some(cell) => Operand::Region(Range::cell(cell).on(region.sheet)),
            None => CellError::Value.into(),
        },
        Operand::Areas(_) => CellError::Value.into(),
        Operand::Value(value) => Operand::Value(value.single()),
        operand => operand,
    }
}

fn met(range: Range, origin: Address) -> Option<Address> {
    let (column, row) = match (range.width(), range.height()) {
        (1, 1) => return Some(range.first),
        (1, _) => (range.first.column, origin.row),
        (_, 1) => (origin.column, range.first.row),
        _ => return None,
    };
    let cell = Address::new(row, column);
    range.contains(cell).then_some(cell)
}
