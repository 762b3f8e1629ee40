//! The functions that fit planes and curves of growth.

use super::data::{Data, Layout, columns};
use super::fit::Fit;
use super::statistics::table;
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{Array, CellError, Number, Value};

pub(in crate::functions::statistics) const FUNCTIONS: &[Function] = &[LINEST, LOGEST, TREND, GROWTH];

const YS: Parameter = any("known_ys", "kända_y");
const XS: Parameter = any("known_xs", "kända_x").optional();
const NEW_XS: Parameter = any("new_xs", "nya_x").optional();
const CONSTANT: Parameter = scalar("const", "konst").optional();
const STATISTICS: Parameter = scalar("stats", "statistik").optional();

const LINEST: Function = Function::new("LINEST", "REGR", Statistics, |arguments| {
    coefficients(arguments, Data::read(arguments)?, linear)
})
.takes(&[YS, XS, CONSTANT, STATISTICS])
.help(
    "Gives the coefficients of the line or plane that fits best, from the last to the first, and figures of the fit.",
    "Ger koefficienterna för den linje eller det plan som passar bäst, från den sista till den första, samt statistik.",
)
.examples(&[example("LINEST({1,9,5,7},{0,4,2,3})", "{2,1}")]);

const LOGEST: Function = Function::new("LOGEST", "EXPREGR", Statistics, |arguments| {
    coefficients(arguments, Data::read(arguments)?.logarithmic()?, exponential)
})
.takes(&[YS, XS, CONSTANT, STATISTICS])
.help(
    "Gives the bases and the factor of the exponential curve that fits best, and figures of the fit.",
    "Ger baserna och faktorn för den exponentialkurva som passar bäst, samt statistik.",
)
.examples(&[example("LOGEST({6,18,54},{1,2,3})", "{3,2}")]);

const TREND: Function =
    Function::new("TREND", "TREND", Statistics, |arguments| heights(arguments, Data::read(arguments)?, linear))
        .takes(&[YS, XS, NEW_XS, CONSTANT])
        .help(
            "Gives values on the line or plane that fits known values best.",
            "Ger värden på den linje eller det plan som passar kända värden bäst.",
        )
        .examples(&[example("TREND({3,5,9},{1,2,4},{5,10})", "{11,21}")]);

const GROWTH: Function = Function::new("GROWTH", "EXPTREND", Statistics, |arguments| {
    heights(arguments, Data::read(arguments)?.logarithmic()?, exponential)
})
.takes(&[YS, XS, NEW_XS, CONSTANT])
.help(
    "Gives values on the exponential curve that fits known values best.",
    "Ger värden på den exponentialkurva som passar kända värden bäst.",
)
.examples(&[example("GROWTH({6,18,54},{1,2,3},{0,4})", "{2,162}")]);

/// How a result is shown: as it is, or as the power it is the logarithm of.
type Shown = fn(Number) -> Result<Number, CellError>;

fn linear(number: Number) -> Result<Number, CellError> {
    Ok(number.settled())
}

fn exponential(logarithm: Number) -> Result<Number, CellError> {
    Number::from_float(libm::exp(logarithm.to_float()))
}

/// A flag that is true unless it is given and false.
fn unless_false(arguments: &Arguments<'_>, index: usize) -> Result<bool, CellError> {
    if arguments.is_given(index) { arguments.boolean(index) } else { Ok(true) }
}

fn coefficients(arguments: &Arguments<'_>, data: Data, shown: Shown) -> Answer {
    let (with_constant, with_statistics) = (unless_false(arguments, 2)?, arguments.boolean_or(3, false)?);
    let fit = Fit::new(&data.heights, &data.columns, with_constant)?;
    table(&fit, with_constant, with_statistics, shown)
}

fn heights(arguments: &Arguments<'_>, data: Data, shown: Shown) -> Answer {
    let with_constant = unless_false(arguments, 3)?;
    let (columns, shape) = new_columns(arguments, &data)?;
    if columns.len() != data.columns.len() {
        return Err(CellError::Reference);
    }
    let fit = Fit::new(&data.heights, &data.columns, with_constant)?;
    let count = columns.first().map_or(0, Vec::len);
    let mut values = Vec::with_capacity(count);
    for place in 0..count {
        let regressors: Vec<Number> = columns.iter().filter_map(|column| column.get(place).copied()).collect();
        values.push(Value::Number(shown(fit.at(&regressors)?)?));
    }
    Ok(Value::Array(Array::new(shape.unwrap_or(1), values)?.into()).into())
}

/// The regressors to give heights for, the known ones unless others are given, and the width of the result.
fn new_columns(arguments: &Arguments<'_>, data: &Data) -> Result<(Vec<Vec<Number>>, Option<usize>), CellError> {
    let index = if arguments.is_given(2) { 2 } else { 1 };
    let known = arguments.array(0)?;
    if !arguments.is_given(index) {
        return Ok((data.columns.clone(), Some(known.width())));
    }
    let array = arguments.array(index)?;
    let width = match data.layout {
        Layout::Rows => 1,
        Layout::Single | Layout::Columns => array.width(),
    };
    Ok((columns(&array, data.layout)?, Some(width)))
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn several_regressors_stand_in_columns_or_rows() {
        check(&[
            ("LINEST({9;14;10;21;17},{1,2;2,3;3,1;4,4;5,2})", "{3,2,1}"),
            ("LINEST({9,14,10,21,17},{1,2,3,4,5;2,3,1,4,2})", "{3,2,1}"),
            ("TREND({9;14;10;21;17},{1,2;2,3;3,1;4,4;5,2},{6,1;7,1})", "{16;18}"),
            ("TREND({9;14;10;21;17},{1,2;2,3;3,1;4,4;5,2},{6;7})", "#REF!"),
            ("LINEST({1;2;3},{1,2;3,4})", "#REF!"),
        ]);
    }

    #[test]
    fn figures_of_the_fit_stand_below() {
        check(&[
            (
                "LINEST({2,4,5,4,5},{1,2,3,4,5},TRUE,TRUE)",
                "{0.6,2.2;0.282842712474619,0.938083151964686;0.6,0.894427190999916;4.5,3;3.6,2.4}",
            ),
            ("LINEST({1,2,3},,,TRUE)", "{1,0;0,0;1,0;#NUM!,1;2,0}"),
            ("LINEST({2,4,6},{1,2,3},FALSE,TRUE)", "{2,0;0,#N/A;1,0;#NUM!,2;56,0}"),
        ]);
    }

    #[test]
    fn a_column_that_others_determine_has_no_coefficient() {
        check(&[
            (
                "LINEST({2;4;5;4;5},{1,2;2,4;3,6;4,8;5,10},TRUE,TRUE)",
                "{0,0.6,2.2;0,0.282842712474619,0.938083151964686;0.6,0.894427190999916,#N/A;4.5,3,#N/A;3.6,2.4,#N/A}",
            ),
            ("LINEST({1,2,3},{7,7,7})", "{0,2}"),
        ]);
    }

    #[test]
    fn only_numbers_are_fitted() {
        check_with(
            &[("A1", "1"), ("A2", "'x"), ("A3", "3"), ("B1", "#N/A")],
            &[
                ("LINEST(A1:A3)", "#VALUE!"),
                ("TREND(A1:B1)", "#N/A"),
                ("GROWTH({1,-2})", "#NUM!"),
                ("GROWTH({1,2,4},,{4,5})", "{8,16}"),
                ("LOGEST({2,4,8})", "{2,1}"),
            ],
        );
    }
}
