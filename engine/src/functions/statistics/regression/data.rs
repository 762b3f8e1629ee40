//! Heights and regressors as the arguments of a call give them.

use super::require;
use crate::functions::Arguments;
use crate::value::{Array, CellError, Number, Value};

/// Known heights over columns of regressors.
pub struct Data {
    /// The heights.
    pub heights: Vec<Number>,
    /// Regressors, column by column.
    pub columns: Vec<Vec<Number>>,
    /// How the observations lie in the arguments.
    pub layout: Layout,
}

/// How observations lie.
#[derive(Clone, Copy, PartialEq)]
pub enum Layout {
    /// One regressor, anywhere.
    Single,
    /// One observation to a row.
    Rows,
    /// One observation to a column.
    Columns,
}

impl Data {
    /// Reads heights from the first argument and regressors from the second, which are 1, 2, 3 … when it is left out.
    pub fn read(arguments: &Arguments<'_>) -> Result<Self, CellError> {
        let known = arguments.array(0)?;
        let heights = numbers(&known)?;
        if !arguments.is_given(1) {
            let columns = vec![(1..=heights.len() as i64).map(Number::from).collect()];
            return Ok(Self { heights, columns, layout: Layout::Single });
        }
        let regressors = arguments.array(1)?;
        let layout = layout(&known, &regressors)?;
        Ok(Self { heights, columns: columns(&regressors, layout)?, layout })
    }

    /// Their natural logarithms in place of the heights, as for growth; `#NUM!` unless all are positive.
    pub fn logarithmic(mut self) -> Result<Self, CellError> {
        require(self.heights.iter().all(|height| *height > Number::ZERO))?;
        for height in &mut self.heights {
            *height = Number::from_float_unrounded(libm::log(height.to_float()))?;
        }
        Ok(self)
    }
}

/// The numbers of an array; anything else in it is `#VALUE!`.
fn numbers(array: &Array) -> Result<Vec<Number>, CellError> {
    let number = |value: &Value| match value {
        Value::Number(number) => Ok(*number),
        Value::Error(error) => Err(*error),
        _ => Err(CellError::Value),
    };
    array.values().iter().map(number).collect()
}

fn layout(heights: &Array, regressors: &Array) -> Result<Layout, CellError> {
    let size = |array: &Array| (array.height(), array.width());
    match (size(heights), size(regressors)) {
        (one, other) if one == other => Ok(Layout::Single),
        ((rows, 1), (others, _)) if rows == others => Ok(Layout::Rows),
        ((1, columns), (_, others)) if columns == others => Ok(Layout::Columns),
        _ => Err(CellError::Reference),
    }
}

/// The columns of an array that lies so.
pub fn columns(array: &Array, layout: Layout) -> Result<Vec<Vec<Number>>, CellError> {
    let numbers = numbers(array)?;
    Ok(match layout {
        Layout::Single => vec![numbers],
        Layout::Columns => numbers.chunks(array.width()).map(<[Number]>::to_vec).collect(),
        Layout::Rows => (0..array.width())
            .map(|column| numbers.iter().skip(column).step_by(array.width()).copied().collect())
            .collect(),
    })
}
