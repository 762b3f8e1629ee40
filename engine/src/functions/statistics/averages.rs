//! Means and the median.

use super::every_value;
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::selection::{total_if, total_ifs};
use crate::functions::{Answer, Arguments, Summary};
use crate::value::{CellError, ExactSum, Number};

pub(super) const FUNCTIONS: &[Function] = &[AVERAGE, AVERAGEA, AVERAGEIF, AVERAGEIFS, MEDIAN];

const AVERAGE: Function = Function::new("AVERAGE", "MEDEL", Statistics, average)
    .takes(&[any("number", "tal"), any("number", "tal").repeated()])
    .help(
        "Gives the mean of numbers; text, booleans and blank cells are left out.",
        "Ger medelvärdet av tal; text, sanningsvärden och tomma celler räknas inte med.",
    )
    .examples(&[example("AVERAGE({1,2,\"x\"},6)", "3")]);

const AVERAGEA: Function =
    Function::new("AVERAGEA", "AVERAGEA", Statistics, |arguments| Ok(mean(&every_value(arguments)?)?.into()))
        .takes(&[any("value", "värde"), any("value", "värde").repeated()])
        .help(
            "Gives the mean of values, text in cells counted as 0 and TRUE as 1.",
            "Ger medelvärdet av värden där text i celler räknas som 0 och SANT som 1.",
        )
        .examples(&[example("AVERAGEA({4,\"x\",TRUE,3})", "2")]);

const AVERAGEIF: Function =
    Function::new("AVERAGEIF", "MEDEL.OM", Statistics, |arguments| average_of(&total_if(arguments)?))
        .takes(&[
            any("range", "område"),
            scalar("criterion", "villkor"),
            any("average_range", "medelområde").optional(),
        ])
        .help(
            "Gives the mean of the numbers where the cell in a range meets a criterion.",
            "Ger medelvärdet av de tal vars cell i ett område uppfyller ett villkor.",
        )
        .examples(&[example("AVERAGEIF({1,4,8},\">2\")", "6")])
        .keyed();

const AVERAGEIFS: Function =
    Function::new("AVERAGEIFS", "MEDEL.OMF", Statistics, |arguments| average_of(&total_ifs(arguments)?))
        .takes(&[
            any("average_range", "medelområde"),
            any("criteria_range", "villkorsområde"),
            scalar("criterion", "villkor"),
            any("criteria_range", "villkorsområde").repeated(),
            scalar("criterion", "villkor").repeated(),
        ])
        .help(
            "Gives the mean of the numbers whose row meets every one of several criteria.",
            "Ger medelvärdet av de tal där alla angivna villkor är uppfyllda.",
        )
        .examples(&[example("AVERAGEIFS({1,4,8},{\"a\",\"b\",\"b\"},\"b\")", "6")])
        .keyed();

const MEDIAN: Function = Function::new("MEDIAN", "MEDIAN", Statistics, median)
    .takes(&[any("number", "tal"), any("number", "tal").repeated()])
    .help(
        "Gives the number in the middle, or the mean of the two in the middle.",
        "Ger talet i mitten, eller medelvärdet av de två i mitten.",
    )
    .examples(&[example("MEDIAN(1,9,3)", "3"), example("MEDIAN({1,2,3,10})", "2.5")]);

fn average(arguments: &Arguments<'_>) -> Answer {
    average_of(&arguments.total(0)?)
}

fn average_of(total: &Summary) -> Answer {
    Ok(total.sum.total()?.over(Number::from(total.numbers as i64))?.into())
}

fn median(arguments: &Arguments<'_>) -> Answer {
    let mut numbers = arguments.list(0)?;
    if numbers.is_empty() {
        return Err(CellError::Number);
    }
    let even = numbers.len() % 2 == 0;
    let half = numbers.len() / 2;
    let (below, middle, _) = numbers.select_nth_unstable(half);
    let lower = below.iter().max().filter(|_| even).unwrap_or(middle);
    Ok(mean(&[*lower, *middle])?.into())
}

/// The exact sum of numbers.
pub(in crate::functions) fn sum_of(numbers: &[Number]) -> Result<Number, CellError> {
    let mut sum = ExactSum::default();
    numbers.iter().for_each(|number| sum.add(*number));
    sum.total()
}

/// The mean of numbers; of none it is `#DIV/0!`.
pub(in crate::functions) fn mean(numbers: &[Number]) -> Result<Number, CellError> {
    sum_of(numbers)?.over(Number::from(numbers.len() as i64))
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn means_leave_out_what_is_no_number() {
        check_with(
            &[("A1", "4"), ("A2", "'x"), ("A3", "TRUE"), ("A5", "2"), ("B1", "#N/A")],
            &[
                ("AVERAGE(A1:A5)", "3"),
                ("AVERAGE(A:A,TRUE,)", "1.75"),
                ("AVERAGE(C1:C5)", "#DIV/0!"),
                ("AVERAGE(A1:B5)", "#N/A"),
                ("AVERAGEA(A1:A5)", "1.75"),
                ("AVERAGEA(A1:A5,\"x\")", "#VALUE!"),
                ("AVERAGEIF(A1:A5,\">2\")", "4"),
                ("AVERAGEIF(A1:A5,\">9\")", "#DIV/0!"),
                ("AVERAGEIFS(A1:A5,A1:A5,\">1\",A1:A5,\"<3\")", "2"),
            ],
        );
    }

    #[test]
    fn medians_of_odd_and_even_counts() {
        check(&[
            ("MEDIAN(5)", "5"),
            ("MEDIAN(4,1)", "2.5"),
            ("MEDIAN(3,1,2)", "2"),
            ("MEDIAN(9,1,8,2)", "5"),
            ("MEDIAN({\"x\"})", "#NUM!"),
        ]);
    }
}
