//! The most frequent numbers, and how often numbers fall within bounds.

use rustc_hash::FxHashMap;

use super::distributions::require;
use super::pairs::pairs;
use super::sum_of;
use crate::base::sorting;
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{Array, CellError, Number, Value};

pub(super) const FUNCTIONS: &[Function] = &[MODE_SNGL, MODE, MODE_MULT, FREQUENCY, PROB];

const NUMBERS: &[Parameter] = &[any("number", "tal"), any("number", "tal").repeated()];

const MODE_SNGL: Function = Function::new("MODE.SNGL", "TYPVÄRDE.ETT", Statistics, |arguments| {
    modes(arguments)?.first().map(|mode| (*mode).into()).ok_or(CellError::NotAvailable)
})
.takes(NUMBERS)
.help(
    "Gives the number that occurs most often; of several the one that comes first.",
    "Ger det tal som förekommer oftast; av flera det som kommer först.",
)
.examples(&[example("MODE.SNGL(5.6,4,4,3,2,4)", "4")]);

const MODE: Function = MODE_SNGL
    .named("MODE", "TYPVÄRDE")
    .help(
        "Gives the number that occurs most often; an older name of MODE.SNGL.",
        "Ger det tal som förekommer oftast; ett äldre namn på TYPVÄRDE.ETT.",
    )
    .examples(&[example("MODE(3,2,3,2)", "3")]);

const MODE_MULT: Function = Function::new("MODE.MULT", "TYPVÄRDE.FLERA", Statistics, |arguments| {
    let modes = modes(arguments)?;
    if modes.is_empty() { Err(CellError::NotAvailable) } else { column(modes) }
})
.takes(NUMBERS)
.help("Gives a column of the numbers that occur most often.", "Ger en kolumn med de tal som förekommer oftast.")
.examples(&[example("MODE.MULT(1,2,3,4,3,2,1,2,3,5,6,1)", "{1;2;3}")]);

const FREQUENCY: Function = Function::new("FREQUENCY", "FREKVENS", Statistics, frequency)
    .takes(&[any("data_array", "datamatris"), any("bins_array", "fackmatris")])
    .help(
        "Counts the numbers up to each bound and above the one before it, and last those above all.",
        "Räknar talen upp till varje gräns och över den föregående, och sist dem som ligger över alla.",
    )
    .examples(&[example("FREQUENCY({79,85,78,85,50,81,95,88,97},{70;79;89})", "{1;2;4;2}")]);

const PROB: Function = Function::new("PROB", "SANNOLIKHET", Statistics, probability)
    .takes(&[
        any("x_range", "x_område"),
        any("prob_range", "sannolikhetsområde"),
        scalar("lower_limit", "undre_gräns"),
        scalar("upper_limit", "övre_gräns").optional(),
    ])
    .help(
        "Gives the probability that a value lies between two limits, or equals one.",
        "Ger sannolikheten att ett värde ligger mellan två gränser, eller är lika med en.",
    )
    .examples(&[example("PROB({0,1,2,3},{0.2,0.3,0.1,0.4},1,3)", "0.8")]);

/// The numbers that occur most often, and more than once, in the order they first occur.
fn modes(arguments: &Arguments<'_>) -> Result<Vec<Number>, CellError> {
    let (mut counts, mut order) = (FxHashMap::<Number, usize>::default(), Vec::new());
    arguments.numbers(0, |number| {
        let count = counts.entry(number.settled()).or_insert_with(|| {
            order.push(number.settled());
            0
        });
        *count += 1;
    })?;
    let most = counts.values().copied().max().filter(|most| *most > 1);
    order.retain(|number| counts.get(number).copied() == most);
    Ok(order)
}

fn column<T: Into<Value>>(values: Vec<T>) -> Answer {
    Ok(Value::Array(Array::new(1, values.into_iter().map(Into::into).collect())?.into()).into())
}

fn frequency(arguments: &Arguments<'_>) -> Answer {
    let (mut data, mut bounds) = (Vec::new(), Vec::new());
    arguments.numbers_of(0, &mut |number| data.push(number))?;
    arguments.numbers_of(1, &mut |number| bounds.push((number, bounds.len())))?;
    sorting::sort(&mut data);
    sorting::sort(&mut bounds);
    let (mut counts, mut before) = (vec![Number::ZERO; bounds.len() + 1], 0);
    for (bound, place) in bounds {
        let up_to = data.partition_point(|number| *number <= bound);
        counts[place] = Number::from((up_to - before) as i64);
        before = up_to;
    }
    if let Some(last) = counts.last_mut() {
        *last = Number::from((data.len() - before) as i64);
    }
    column(counts)
}

fn probability(arguments: &Arguments<'_>) -> Answer {
    let (values, chances) = pairs(arguments, 0, 1)?;
    let lower = arguments.number(2)?;
    let upper = arguments.number_or(3, lower)?;
    if values.is_empty() {
        return Err(CellError::DivisionByZero);
    }
    require(chances.iter().all(|chance| !chance.is_negative() && *chance <= Number::ONE))?;
    require(sum_of(&chances)?.settled() == Number::ONE)?;
    let within = values.iter().zip(&chances).filter(|(value, _)| lower <= **value && **value <= upper);
    Ok(sum_of(&within.map(|(_, chance)| *chance).collect::<Vec<_>>())?.into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn numbers_that_occur_once_are_no_mode() {
        check(&[
            ("MODE(1,2,3)", "#N/A"),
            ("MODE({\"x\"})", "#N/A"),
            ("MODE.MULT(1,2)", "#N/A"),
            ("MODE.MULT(2,1,1,2)", "{2;1}"),
            ("MODE.SNGL(1,1,#DIV/0!)", "#DIV/0!"),
        ]);
    }

    #[test]
    fn frequencies_stand_in_the_order_of_the_bounds() {
        check_with(
            &[("A1", "4"), ("A2", "'x"), ("A3", "TRUE"), ("A5", "2")],
            &[
                ("FREQUENCY(A1:A5,{3,1})", "{1;0;1}"),
                ("FREQUENCY(A1:A5,{2;2})", "{1;0;1}"),
                ("FREQUENCY(B1:B5,{2})", "{0;0}"),
                ("FREQUENCY({1,#N/A},{2})", "#N/A"),
            ],
        );
    }

    #[test]
    fn probabilities_add_up_to_one() {
        check(&[
            ("PROB({1,2},{0.5,0.5},2)", "0.5"),
            ("PROB({1,2},{0.5,0.4},2)", "#NUM!"),
            ("PROB({1,2},{1.5,-0.5},2)", "#NUM!"),
            ("PROB({1,2,3},{0.5,0.5},2)", "#N/A"),
            ("PROB({1,2},{0.5,0.5},3)", "0"),
        ]);
    }
}
