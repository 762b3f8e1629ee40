//! Elimination in square matrices. In whole numbers it takes no fractions: each step divides by the pivot of the step
//! before, which always goes without rest (Bareiss 1968). Where that leaves 128 bits, quotients of 28 digits serve.

use crate::value::{CellError, Number};

/// Rows of numbers.
pub(super) type Matrix = Vec<Vec<Number>>;

/// Rows of whole numbers.
type Whole = Vec<Vec<i128>>;

/// Decimals of the part of a matrix's greatest number below which a pivot is what rounding has left of zero.
const ROUNDING: u32 = 23;

/// The unit matrix of a size.
pub(super) fn unit(size: usize) -> Matrix {
    (0..size).map(|row| (0..size).map(|column| Number::from(i64::from(row == column))).collect()).collect()
}

/// The determinant of a square matrix.
pub(super) fn determinant(matrix: &Matrix) -> Result<Number, CellError> {
    match whole_determinant(matrix) {
        Some(determinant) => Ok(determinant),
        None => Ok(eliminated(matrix.clone())?.map_or(Number::ZERO, |(determinant, _)| determinant.settled())),
    }
}

/// The inverse of a square matrix; `#NUM!` when there is none.
pub(super) fn inverse(matrix: &Matrix) -> Result<Matrix, CellError> {
    match whole_inverse(matrix) {
        Some(inverse) => inverse,
        None => eliminated(beside_unit(matrix))?.map(|(_, inverse)| inverse).ok_or(CellError::Number),
    }
}

fn beside_unit(matrix: &Matrix) -> Matrix {
    matrix.iter().zip(unit(matrix.len())).map(|(row, unit)| [row.clone(), unit].concat()).collect()
}

fn whole_determinant(matrix: &Matrix) -> Option<Number> {
    let (whole, scale) = scaled(matrix)?;
    let (determinant, _) = eliminated_whole(whole, Cleared::Below)?;
    let decimals = scale.checked_mul(matrix.len() as u32)?;
    exact(determinant, decimals)
}

/// The inverse by whole numbers, itself perhaps an error; `None` when they do not fit.
fn whole_inverse(matrix: &Matrix) -> Option<Result<Matrix, CellError>> {
    let (whole, scale) = scaled(matrix)?;
    let order = whole.len();
    let unit = |row: usize| (0..order).map(move |column| i128::from(row == column));
    let both = whole.into_iter().enumerate().map(|(row, values)| values.into_iter().chain(unit(row)).collect());
    let (determinant, adjugate) = eliminated_whole(both.collect(), Cleared::BelowAndAbove)?;
    if determinant == 0 {
        return Some(Err(CellError::Number));
    }
    let (divisor, unit) = (exact(determinant, 0)?, exact(10_i128.checked_pow(scale)?, 0)?);
    let quotient = |cofactor: &i128| exact(*cofactor, 0)?.times(unit).and_then(|number| number.over(divisor)).ok();
    let rows = adjugate.iter().map(|row| row[order..].iter().map(quotient).collect::<Option<_>>());
    rows.collect::<Option<_>>().map(Ok)
}

/// A whole number with a decimal point moved in, if it can be held without loss.
fn exact(units: i128, decimals: u32) -> Option<Number> {
    let (mut units, mut decimals) = (units, decimals);
    while decimals > 0 && units % 10 == 0 {
        (units, decimals) = (units / 10, decimals - 1);
    }
    Number::from_parts(units, decimals).ok()
}

/// The matrix times a power of ten that makes all its numbers whole.
fn scaled(matrix: &Matrix) -> Option<(Whole, u32)> {
    let numbers = || matrix.iter().flatten().map(|number| number.decimal().normalize());
    let scale = numbers().map(|decimal| decimal.scale()).max()?;
    let units = |number: &Number| {
        let decimal = number.decimal().normalize();
        decimal.mantissa().checked_mul(10_i128.checked_pow(scale - decimal.scale())?)
    };
    let rows = matrix.iter().map(|row| row.iter().map(units).collect::<Option<_>>());
    Some((rows.collect::<Option<_>>()?, scale))
}

/// Where columns are cleared around their pivots.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cleared {
    /// As far as a determinant needs it.
    Below,
    /// As far as an inverse needs it.
    BelowAndAbove,
}

/// Clears every column of a square matrix, which may have further columns beside it. Gives the determinant and what the
/// rows have become; `None` when numbers do not fit.
fn eliminated_whole(mut rows: Whole, cleared: Cleared) -> Option<(i128, Whole)> {
    let (order, mut before, mut sign) = (rows.len(), 1_i128, 1_i128);
    for pivot in 0..order {
        let Some(found) = (pivot..order).find(|row| rows[*row][pivot] != 0) else { return Some((0, rows)) };
        if found != pivot {
            rows.swap(found, pivot);
            sign = -sign;
        }
        let chosen = rows[pivot].clone();
        let is_cleared = |row: usize| row > pivot || (row < pivot && cleared == Cleared::BelowAndAbove);
        for (_, row) in rows.iter_mut().enumerate().filter(|(index, _)| is_cleared(*index)) {
            let factor = row[pivot];
            for (value, other) in row.iter_mut().zip(&chosen) {
                let crossed = chosen[pivot].checked_mul(*value)?.checked_sub(factor.checked_mul(*other)?)?;
                *value = crossed / before;
            }
        }
        before = chosen[pivot];
    }
    let signed = |row: Vec<i128>| row.into_iter().map(|value| value.checked_mul(sign)).collect::<Option<_>>();
    Some((before.checked_mul(sign)?, rows.into_iter().map(signed).collect::<Option<_>>()?))
}

/// The same in decimals, with pivots made 1: the determinant and the columns beside the square; `None` for a matrix
/// without inverse.
fn eliminated(mut rows: Matrix) -> Result<Option<(Number, Matrix)>, CellError> {
    let (order, mut determinant) = (rows.len(), Number::ONE);
    let greatest = rows.iter().flatten().map(|number| number.abs()).max().unwrap_or_default();
    let least = greatest.times(Number::from_parts(1, ROUNDING)?)?;
    for pivot in 0..order {
        let found = (pivot..order).max_by_key(|row| rows[*row][pivot].abs()).unwrap_or(pivot);
        let value = rows[found][pivot];
        if value.abs() <= least {
            return Ok(None);
        }
        rows.swap(found, pivot);
        determinant = determinant.times(if found == pivot { value } else { value.negated() })?;
        rows[pivot].iter_mut().try_for_each(|number| {
            *number = number.over(value)?;
            Ok::<_, CellError>(())
        })?;
        let chosen = rows[pivot].clone();
        for (_, row) in rows.iter_mut().enumerate().filter(|(index, _)| *index != pivot) {
            let factor = row[pivot];
            for (number, other) in row.iter_mut().zip(&chosen) {
                *number = number.minus(factor.times(*other)?)?;
            }
        }
    }
    rows.iter_mut().for_each(|row| _ = row.drain(..order));
    Ok(Some((determinant, rows)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(rows: &[&[i64]]) -> Matrix {
        rows.iter().map(|row| row.iter().map(|number| Number::from(*number)).collect()).collect()
    }

    #[test]
    fn whole_numbers_and_decimals_agree() {
        let given = matrix(&[&[2, 7, 1, 8], &[3, 1, 4, 1], &[2, 9, 9, 7], &[5, 0, 6, 3]]);
        let (determinant, inverse) = eliminated(beside_unit(&given)).unwrap().unwrap();
        assert_eq!(whole_determinant(&given), Some(determinant.settled()));
        for (exact, rounded) in whole_inverse(&given).unwrap().unwrap().iter().zip(&inverse) {
            let settled = |row: &[Number]| row.iter().map(|number| number.significant(15)).collect::<Vec<_>>();
            assert_eq!(settled(exact), settled(rounded));
        }
    }

    #[test]
    fn what_is_too_large_for_whole_numbers_is_found_in_decimals() {
        let third = Number::ONE.over(Number::from(3)).unwrap();
        let mut given = unit(6);
        for (place, row) in given.iter_mut().enumerate() {
            row[(place + 1) % 6] = third;
        }
        assert_eq!(whole_determinant(&given), None);
        assert_eq!(determinant(&given).unwrap().significant(15), Number::parse("0.998628257887517").unwrap());
        assert_eq!(inverse(&vec![vec![third; 3]; 3]), Err(CellError::Number));
    }
}
