//! Places in order of size.

use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::order::compare_numbers;
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[LARGE, SMALL, RANK_EQ, RANK, RANK_AVG];

const LARGE: Function =
    Function::new("LARGE", "STÖRSTA", Statistics, |arguments| nth(arguments, |numbers, n| numbers.len() - 1 - n))
        .takes(&[any("array", "matris"), scalar("n", "n")])
        .help("Gives the n-th greatest number.", "Ger det n:te största talet.")
        .examples(&[example("LARGE({3,9,5},2)", "5")]);

const SMALL: Function = Function::new("SMALL", "MINSTA", Statistics, |arguments| nth(arguments, |_, n| n))
    .takes(&[any("array", "matris"), scalar("n", "n")])
    .help("Gives the n-th least number.", "Ger det n:te minsta talet.")
    .examples(&[example("SMALL({3,9,5},1)", "3")]);

const RANKED: &[Parameter] = &[scalar("number", "tal"), any("list", "lista"), scalar("order", "ordning").optional()];

const RANK_EQ: Function = Function::new("RANK.EQ", "RANG.EKV", Statistics, rank)
    .takes(RANKED)
    .help(
        "Gives a number's place in a list from the greatest, or from the least if order is not 0; equals share a place.",
        "Ger ett tals plats i en lista från det största, eller från det minsta om ordning inte är 0; lika tal delar plats.",
    )
    .examples(&[example("RANK.EQ(5,{3,9,5,5})", "2")]);

const RANK: Function = Function::new("RANK", "RANG", Statistics, rank)
    .takes(RANKED)
    .help(
        "Gives a number's place in a list; an older name of RANK.EQ.",
        "Ger ett tals plats i en lista; ett äldre namn på RANG.EKV.",
    )
    .examples(&[example("RANK(5,{3,9,5},1)", "2")]);

const RANK_AVG: Function = Function::new("RANK.AVG", "RANG.MED", Statistics, |arguments| {
    let (before, equal) = standing(arguments)?;
    Ok(Number::from(2 * before + equal + 1).over(Number::from(2))?.into())
})
.takes(RANKED)
.help(
    "Gives a number's place in a list; equals share the mean of their places.",
    "Ger ett tals plats i en lista; lika tal delar medelvärdet av sina platser.",
)
.examples(&[example("RANK.AVG(5,{3,9,5,5})", "2.5")]);

fn nth(arguments: &Arguments<'_>, place: fn(&[Number], usize) -> usize) -> Answer {
    let mut numbers = Vec::new();
    arguments.numbers_of(0, &mut |number| numbers.push(number))?;
    let n = usize::try_from(arguments.integer(1)?)
        .ok()
        .and_then(|n| n.checked_sub(1))
        .filter(|n| *n < numbers.len())
        .ok_or(CellError::Number)?;
    let place = place(&numbers, n);
    Ok((*numbers.select_nth_unstable(place).1).into())
}

fn rank(arguments: &Arguments<'_>) -> Answer {
    Ok((standing(arguments)?.0 + 1).into())
}

/// How many numbers of the list come before the number, and how many are equal to it; none is `#N/A`.
fn standing(arguments: &Arguments<'_>) -> Result<(i64, i64), CellError> {
    let number = arguments.number(0)?;
    let ascending = !arguments.number_or(2, Number::ZERO)?.is_zero();
    let (mut before, mut equal) = (0_i64, 0_i64);
    arguments.numbers_of(1, &mut |other| {
        let order = compare_numbers(other, number);
        equal += i64::from(order.is_eq());
        before += i64::from(if ascending { order.is_lt() } else { order.is_gt() });
    })?;
    if equal > 0 { Ok((before, equal)) } else { Err(CellError::NotAvailable) }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn places_outside_the_list_are_errors() {
        check(&[
            ("LARGE({3,9,5},3)", "3"),
            ("LARGE({3,9,5},4)", "#NUM!"),
            ("LARGE({3,9,5},0)", "#NUM!"),
            ("SMALL({3,9,5,\"x\"},3)", "9"),
            ("SMALL({\"x\"},1)", "#NUM!"),
            ("SMALL({3,#N/A},1)", "#N/A"),
            ("SMALL({3},-9223372036854775808)", "#NUM!"),
            ("RANK(3,{3,9,5,5})", "4"),
            ("RANK(9,{3,9,5,5},1)", "4"),
            ("RANK(4,{3,9,5})", "#N/A"),
            ("RANK.AVG(5,{3,9,5,5},1)", "2.5"),
            ("RANK.AVG(4,{3,9,5})", "#N/A"),
        ]);
    }
}
