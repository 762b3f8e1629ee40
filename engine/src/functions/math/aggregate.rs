//! The total that leaves out what it is told to: hidden rows, errors, other totals.

use super::subtotal::{Counted, Rows, Skips, treat};
use crate::base::sorting;
use crate::functions::function::Category::Math;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[AGGREGATE];

const AGGREGATE: Function = Function::new("AGGREGATE", "MÄNGD", Math, aggregate)
    .takes(&[
        scalar("function", "funktion"),
        scalar("options", "alternativ"),
        any("range", "område"),
        any("range", "område").repeated(),
    ])
    .help(
        "Adds up ranges or treats them another way (9 is sum), leaving out errors, hidden rows or other totals as told.",
        "Summerar områden eller räknar på annat sätt (9 är summa) utan fel, dolda rader eller andra summor efter önskan.",
    )
    .examples(&[example("AGGREGATE(14,6,{10,#N/A,30},2)", "10"), example("AGGREGATE(9,6,{1,#N/A,2})", "3")]);

/// The first function that takes one array and a number.
const FIRST_OF_ARRAYS: i64 = 14;

fn aggregate(arguments: &Arguments<'_>) -> Answer {
    let (function, skips) = (arguments.integer(0)?, skips(arguments.integer(1)?)?);
    if !(1..=19).contains(&function) {
        return Err(CellError::Value);
    }
    let mut counted = Counted::default();
    if function < FIRST_OF_ARRAYS {
        (2..arguments.count()).for_each(|index| counted.count(arguments, index, &skips));
        return of_ranges(function, counted);
    }
    if arguments.count() != 4 {
        return Err(CellError::Value);
    }
    counted.count(arguments, 2, &skips);
    let place = arguments.number(3)?;
    of_array(function, counted, place)
}

/// What an option leaves out: 0–3 other totals, odd ones hidden rows, 2, 3, 6 and 7 errors.
fn skips(option: i64) -> Result<Skips, CellError> {
    match option {
        0..=7 => Ok(Skips {
            rows: if option % 2 == 1 { Rows::Hidden } else { Rows::None },
            errors: option & 2 != 0,
            totals: option < 4,
        }),
        _ => Err(CellError::Value),
    }
}

fn of_ranges(function: i64, mut counted: Counted) -> Answer {
    match function {
        12 => {
            counted.error.map_or(Ok(()), Err)?;
            sorting::sort(&mut counted.numbers);
            Ok(quantile(&counted.numbers, Number::HALF)?.into())
        }
        13 => {
            counted.error.map_or(Ok(()), Err)?;
            Ok(mode(&counted.numbers).ok_or(CellError::NotAvailable)?.into())
        }
        function => treat(function, &counted),
    }
}

fn of_array(function: i64, counted: Counted, place: Number) -> Answer {
    counted.error.map_or(Ok(()), Err)?;
    let mut numbers = counted.numbers;
    sorting::sort(&mut numbers);
    let quarter = |place: Number| place.rounded_down(0).over(4.into());
    let result = match function {
        14 => nth(numbers.iter().rev(), place),
        15 => nth(numbers.iter(), place),
        16 => quantile(&numbers, place),
        17 => quantile(&numbers, quarter(place)?),
        18 => inner_quantile(&numbers, place),
        _ => inner_quantile(&numbers, quarter(place)?),
    };
    Ok(result?.into())
}

fn nth<'a>(mut numbers: impl Iterator<Item = &'a Number>, place: Number) -> Result<Number, CellError> {
    let place = place.rounded_up(0).truncated()?;
    let index = usize::try_from(place).ok().and_then(|place| place.checked_sub(1)).ok_or(CellError::Number)?;
    numbers.nth(index).copied().ok_or(CellError::Number)
}

/// The number that occurs most often, the first met of several; none if none occurs twice.
fn mode(numbers: &[Number]) -> Option<Number> {
    let mut sorted: Vec<(Number, usize)> = numbers.iter().copied().zip(0..).collect();
    sorting::sort(&mut sorted);
    let groups = sorted.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1);
    let best = groups.min_by_key(|group| (std::cmp::Reverse(group.len()), group[0].1))?;
    Some(best[0].0)
}

/// The number that a share of sorted numbers lies below, ends included.
fn quantile(sorted: &[Number], share: Number) -> Result<Number, CellError> {
    let last = sorted.len().checked_sub(1).ok_or(CellError::Number)?;
    between(sorted, share.times(Number::from(last as i64))?)
}

/// The same with both ends left out.
fn inner_quantile(sorted: &[Number], share: Number) -> Result<Number, CellError> {
    let place = share.times(Number::from(sorted.len() as i64 + 1))?;
    between(sorted, place.minus(Number::ONE)?)
}

/// The number at a place from zero, perhaps between two.
fn between(sorted: &[Number], place: Number) -> Result<Number, CellError> {
    let below = place.floor();
    let index = usize::try_from(below.truncated()?).map_err(|_| CellError::Number)?;
    let lower = *sorted.get(index).ok_or(CellError::Number)?;
    let rest = place.minus(below)?;
    if rest.is_zero() {
        return Ok(lower);
    }
    let upper = *sorted.get(index + 1).ok_or(CellError::Number)?;
    lower.plus(upper.minus(lower)?.times(rest)?)
}

#[cfg(test)]
mod tests {
    use crate::display::Locale;
    use crate::functions::tests::{Sheet, calculate, check};

    #[test]
    fn options_say_what_is_left_out() {
        let cells = [("A1", "1"), ("A2", "20"), ("A3", "300"), ("A4", "4000"), ("A5", "#N/A")];
        let mut sheet = Sheet::new(Locale::English, &cells);
        sheet.calls("A2", "SUBTOTAL");
        sheet.calls("A3", "AGGREGATE");
        sheet.hide(4);
        for (formula, expected) in [
            ("AGGREGATE(9,0,A1:A4)", "4001"),
            ("AGGREGATE(9,,A1:A4)", "4001"),
            ("AGGREGATE(9,1,A1:A4)", "1"),
            ("AGGREGATE(9,2,A1:A5)", "4001"),
            ("AGGREGATE(9,3,A1:A5)", "1"),
            ("AGGREGATE(9,4,A1:A4)", "4321"),
            ("AGGREGATE(9,4,A1:A5)", "#N/A"),
            ("AGGREGATE(9,5,A1:A4)", "321"),
            ("AGGREGATE(9,6,A1:A5)", "4321"),
            ("AGGREGATE(9,7,A1:A5)", "321"),
            ("AGGREGATE(9,8,A1:A5)", "#VALUE!"),
            ("AGGREGATE(9,6,A1:A3,A4:A5)", "4321"),
            ("AGGREGATE(14,3,A1:A5,1)", "1"),
            ("AGGREGATE(14,6,A1:A5,2)", "300"),
            ("AGGREGATE(3,6,A1:A5)", "4"),
            ("AGGREGATE(3,4,A1:A5)", "5"),
        ] {
            assert_eq!(calculate(formula, &sheet), expected, "{formula}");
        }
    }

    #[test]
    fn every_function_has_its_calculation() {
        check(&[
            ("AGGREGATE(1,4,{2,4,9})", "5"),
            ("AGGREGATE(2,4,{2,\"x\"})", "1"),
            ("AGGREGATE(4,4,{2,4})", "4"),
            ("AGGREGATE(5,4,{2,4})", "2"),
            ("AGGREGATE(6,4,{2,4})", "8"),
            ("AGGREGATE(7,4,{1,3,5})", "2"),
            ("AGGREGATE(8,4,{2,4})", "1"),
            ("AGGREGATE(10,4,{2,4})", "2"),
            ("AGGREGATE(11,4,{2,4})", "1"),
            ("AGGREGATE(12,4,{2,4,9})", "4"),
            ("AGGREGATE(12,4,{2,4})", "3"),
            ("AGGREGATE(13,4,{3,2,2,3,5})", "3"),
            ("AGGREGATE(13,4,{3,2})", "#N/A"),
            ("AGGREGATE(14,4,{3,9,5},2)", "5"),
            ("AGGREGATE(15,4,{3,9,5},2)", "5"),
            ("AGGREGATE(15,4,{3,9,5},4)", "#NUM!"),
            ("AGGREGATE(16,4,{1,2,3,4},0.4)", "2.2"),
            ("AGGREGATE(16,4,{1,2,3,4},1.1)", "#NUM!"),
            ("AGGREGATE(17,4,{1,2,3,4},1)", "1.75"),
            ("AGGREGATE(17,4,{1,2,3,4},5)", "#NUM!"),
            ("AGGREGATE(18,4,{1,2,3,4},0.4)", "2"),
            ("AGGREGATE(18,4,{1,2,3,4},0.1)", "#NUM!"),
            ("AGGREGATE(19,4,{1,2,3,4},1)", "1.25"),
            ("AGGREGATE(19,4,{1,2,3,4},4)", "#NUM!"),
            ("AGGREGATE(14,4,{1,2})", "#VALUE!"),
            ("AGGREGATE(20,4,{1,2})", "#VALUE!"),
            ("AGGREGATE(0,4,{1,2})", "#VALUE!"),
        ]);
    }
}
