//! Matrices: product, determinant, inverse and unit matrix.
//!
//! Determinants and inverses are found in whole numbers, and so exactly, as long as those fit in 128 bits; beyond that
//! in decimals of 28 digits.

use crate::functions::function::Category::Math;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{Array, CellError, ExactSum, Number, Value};

use super::elimination::{self, Matrix};

pub(super) const FUNCTIONS: &[Function] = &[MMULT, MDETERM, MINVERSE, MUNIT];

const MMULT: Function = Function::new("MMULT", "MMULT", Math, product)
    .takes(&[any("array", "matris"), any("array", "matris")])
    .help("Multiplies two matrices.", "Multiplicerar två matriser.")
    .examples(&[example("MMULT({1,2;3,4},{1,0;0,2})", "{1,4;3,8}")]);

const MDETERM: Function =
    Function::new("MDETERM", "MDETERM", Math, |arguments| Ok(elimination::determinant(&square(arguments)?)?.into()))
        .takes(&[any("array", "matris")])
        .help("Gives the determinant of a square matrix.", "Ger determinanten av en kvadratisk matris.")
        .examples(&[example("MDETERM({3,6;1,1})", "-3")]);

const MINVERSE: Function =
    Function::new("MINVERSE", "MINVERT", Math, |arguments| as_answer(elimination::inverse(&square(arguments)?)?))
        .takes(&[any("array", "matris")])
        .help("Gives the inverse of a square matrix.", "Ger inversen av en kvadratisk matris.")
        .examples(&[example("MINVERSE({4,-1;2,0})", "{0,0.5;-1,2}")]);

const MUNIT: Function = Function::new("MUNIT", "MENHET", Math, unit)
    .takes(&[scalar("size", "storlek")])
    .help("Gives the unit matrix of a size.", "Ger enhetsmatrisen av en viss storlek.")
    .examples(&[example("MUNIT(2)", "{1,0;0,1}")]);

/// The most multiplications that a product of matrices may take.
const MAX_STEPS: usize = 1 << 24;

/// The most rows of a matrix to invert.
const MAX_ORDER: usize = 128;

fn product(arguments: &Arguments<'_>) -> Answer {
    let (left, right) = (matrix(arguments, 0)?, matrix(arguments, 1)?);
    let (inner, width) = (right.len(), right[0].len());
    if left[0].len() != inner {
        return Err(CellError::Value);
    }
    if left.len().saturating_mul(inner).saturating_mul(width) > MAX_STEPS {
        return Err(CellError::Number);
    }
    let cell = |row: &[Number], column: usize| {
        let mut sum = ExactSum::default();
        for (one, other) in row.iter().zip(&right) {
            sum.add(one.times(other[column])?);
        }
        sum.total()
    };
    let rows = left.iter().map(|row| (0..width).map(|column| cell(row, column)).collect());
    as_answer(rows.collect::<Result<_, _>>()?)
}

/// The rows of an argument; blank cells, text and booleans are `#VALUE!`.
fn matrix(arguments: &Arguments<'_>, index: usize) -> Result<Matrix, CellError> {
    let array = arguments.array(index)?;
    array.values().iter().find_map(Value::as_error).map_or(Ok(()), Err)?;
    let number = |value: &Value| value.as_number().ok_or(CellError::Value);
    array.rows().map(|row| row.iter().map(number).collect()).collect()
}

fn square(arguments: &Arguments<'_>) -> Result<Matrix, CellError> {
    let matrix = matrix(arguments, 0)?;
    match matrix.len() {
        order if order != matrix[0].len() => Err(CellError::Value),
        order if order > MAX_ORDER => Err(CellError::Number),
        _ => Ok(matrix),
    }
}

fn unit(arguments: &Arguments<'_>) -> Answer {
    let size = usize::try_from(arguments.integer(0)?).ok().filter(|size| *size > 0).ok_or(CellError::Value)?;
    if size.saturating_mul(size) > Array::MAX_LENGTH {
        return Err(CellError::Number);
    }
    as_answer(elimination::unit(size))
}

fn as_answer(matrix: Matrix) -> Answer {
    let width = matrix[0].len();
    let values = matrix.into_iter().flatten().map(Value::Number).collect();
    Ok(Value::Array(Array::new(width, values)?.into()).into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn products_need_matching_shapes_and_numbers() {
        check(&[
            ("MMULT({1,2,3},{4;5;6})", "{32}"),
            ("MMULT({1;2},{3,4})", "{3,4;6,8}"),
            ("MMULT({1,2},{3,4})", "#VALUE!"),
            ("MMULT({0.1,0.2},{0.1;0.2})", "{0.05}"),
            ("MMULT({1,\"2\"},{3;4})", "#VALUE!"),
            ("MMULT({1,#N/A},{3;4})", "#N/A"),
            ("MMULT(2,3)", "{6}"),
        ]);
        check_with(&[("A1", "1")], &[("MMULT(A1:B1,{1;2})", "#VALUE!")]);
    }

    #[test]
    fn determinants_and_inverses_are_exact() {
        check(&[
            ("MDETERM({1,2,3;4,5,6;7,8,9})", "0"),
            ("MDETERM({0.1,0.2;0.3,0.4})", "-0.02"),
            ("MDETERM({0,1;1,0})", "-1"),
            ("MDETERM(7)", "7"),
            ("MDETERM({1,2,3})", "#VALUE!"),
            ("MDETERM({100000000000000000,1;1,100000000000})", "9999999999999999999999999999"),
            ("MDETERM({1,TRUE;2,3})", "#VALUE!"),
            ("MINVERSE({1,2,3;4,5,6;7,8,9})", "#NUM!"),
            ("MINVERSE({0,2;4,0})", "{0,0.25;0.5,0}"),
            ("MINVERSE({1,2,1;3,4,-1;0,2,0})", "{0.25,0.25,-0.75;0,0,0.5;0.75,-0.25,-0.25}"),
            ("MINVERSE({0.1,0;0,0.01})", "{10,0;0,100}"),
            ("MINVERSE({1,2})", "#VALUE!"),
            ("MUNIT(1.7)", "{1}"),
            ("MUNIT(0)", "#VALUE!"),
            ("MUNIT(100000)", "#NUM!"),
        ]);
    }
}
