//! Percentiles, quartiles and the rank of a number in percent.

use super::distributions::require;
use crate::base::sorting;
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[
    PERCENTILE_INC,
    PERCENTILE,
    PERCENTILE_EXC,
    QUARTILE_INC,
    QUARTILE,
    QUARTILE_EXC,
    PERCENTRANK_INC,
    PERCENTRANK,
    PERCENTRANK_EXC,
];

const ARRAY: Parameter = any("array", "matris");
const BY_SHARE: &[Parameter] = &[ARRAY, scalar("k", "n")];
const BY_QUARTER: &[Parameter] = &[ARRAY, scalar("quart", "kvartil")];
const RANKED: &[Parameter] = &[ARRAY, scalar("x", "x"), scalar("significance", "signifikans").optional()];

const PERCENTILE_INC: Function = Function::new("PERCENTILE.INC", "PERCENTIL.INK", Statistics, |arguments| {
    percentile(&sorted(arguments)?, arguments.number(1)?, Ends::Included)
})
.takes(BY_SHARE)
.help(
    "Gives the number below which a share from 0 to 1 of the numbers lies.",
    "Ger det tal under vilket en andel från 0 till 1 av talen ligger.",
)
.examples(&[example("PERCENTILE.INC({1,3,2,4},0.3)", "1.9")]);

const PERCENTILE: Function = PERCENTILE_INC
    .named("PERCENTILE", "PERCENTIL")
    .help(
        "Gives the number below which a share of the numbers lies; an older name of PERCENTILE.INC.",
        "Ger det tal under vilket en andel av talen ligger; ett äldre namn på PERCENTIL.INK.",
    )
    .examples(&[example("PERCENTILE({1,3,2,4},0.5)", "2.5")]);

const PERCENTILE_EXC: Function = Function::new("PERCENTILE.EXC", "PERCENTIL.EXK", Statistics, |arguments| {
    percentile(&sorted(arguments)?, arguments.number(1)?, Ends::Excluded)
})
.takes(BY_SHARE)
.help(
    "Gives the number below which a share of the numbers lies, the share strictly between 0 and 1.",
    "Ger det tal under vilket en andel av talen ligger, där andelen är större än 0 och mindre än 1.",
)
.examples(&[example("PERCENTILE.EXC({6,7,15,36,39,40,41,42,43,47,49},0.25)", "15")]);

const QUARTILE_INC: Function =
    Function::new("QUARTILE.INC", "KVARTIL.INK", Statistics, |arguments| quartile(arguments, Ends::Included))
        .takes(BY_QUARTER)
        .help(
            "Gives a quartile: 0 the least number, 2 the median, 4 the greatest.",
            "Ger en kvartil: 0 det minsta talet, 2 medianen, 4 det största.",
        )
        .examples(&[example("QUARTILE.INC({1,2,4,7,8,9,10,12},1)", "3.5")]);

const QUARTILE: Function = QUARTILE_INC
    .named("QUARTILE", "KVARTIL")
    .help("Gives a quartile; an older name of QUARTILE.INC.", "Ger en kvartil; ett äldre namn på KVARTIL.INK.")
    .examples(&[example("QUARTILE({1,2,4,7,8,9,10,12},3)", "9.25")]);

const QUARTILE_EXC: Function =
    Function::new("QUARTILE.EXC", "KVARTIL.EXK", Statistics, |arguments| quartile(arguments, Ends::Excluded))
        .takes(BY_QUARTER)
        .help(
            "Gives a quartile from 1 to 3, counted without the ends.",
            "Ger en kvartil från 1 till 3, räknad utan ändarna.",
        )
        .examples(&[example("QUARTILE.EXC({6,7,15,36,39,40,41,42,43,47,49},3)", "43")]);

const PERCENTRANK_INC: Function = Function::new("PERCENTRANK.INC", "PROCENTRANG.INK", Statistics, |arguments| {
    percent_rank(arguments, Ends::Included)
})
.takes(RANKED)
.help(
    "Gives a number's rank among others as a share from 0 to 1, cut to 3 decimals unless told otherwise.",
    "Ger ett tals rang bland andra som en andel från 0 till 1, avkortad till 3 decimaler om inget annat anges.",
)
.examples(&[example("PERCENTRANK.INC({13,12,11,8,4,3,2,1,1,1},2)", "0.333")]);

const PERCENTRANK: Function = PERCENTRANK_INC
    .named("PERCENTRANK", "PROCENTRANG")
    .help(
        "Gives a number's rank among others as a share; an older name of PERCENTRANK.INC.",
        "Ger ett tals rang bland andra som en andel; ett äldre namn på PROCENTRANG.INK.",
    )
    .examples(&[example("PERCENTRANK({13,12,11,8,4,3,2,1,1,1},5)", "0.583")]);

const PERCENTRANK_EXC: Function = Function::new("PERCENTRANK.EXC", "PROCENTRANG.EXK", Statistics, |arguments| {
    percent_rank(arguments, Ends::Excluded)
})
.takes(RANKED)
.help(
    "Gives a number's rank among others as a share strictly between 0 and 1.",
    "Ger ett tals rang bland andra som en andel större än 0 och mindre än 1.",
)
.examples(&[example("PERCENTRANK.EXC({1,2,3,6,6,6,7,8,9},5.43,4)", "0.381")]);

/// Whether the least and the greatest number stand at 0 and 1 or within.
#[derive(Clone, Copy, PartialEq)]
enum Ends {
    Included,
    Excluded,
}

impl Ends {
    /// What share 1 is away from share 0, in places.
    fn span(self, count: usize) -> Number {
        Number::from(count as i64 + if self == Self::Included { -1 } else { 1 })
    }

    /// The place of the least number.
    fn first(self) -> Number {
        Number::from(i64::from(self == Self::Excluded))
    }
}

fn sorted(arguments: &Arguments<'_>) -> Result<Vec<Number>, CellError> {
    let mut numbers = Vec::new();
    arguments.numbers_of(0, &mut |number| numbers.push(number))?;
    sorting::sort(&mut numbers);
    Ok(numbers)
}

fn quartile(arguments: &Arguments<'_>, ends: Ends) -> Answer {
    let numbers = sorted(arguments)?;
    let quarter = arguments.integer(1)?;
    percentile(&numbers, Number::from(quarter).over(Number::from(4))?, ends)
}

fn percentile(numbers: &[Number], share: Number, ends: Ends) -> Answer {
    require(!share.is_negative() && share <= Number::ONE)?;
    let place = share.times(ends.span(numbers.len()))?.minus(ends.first())?.settled();
    let index = usize::try_from(place.floor().truncated()?).map_err(|_| CellError::Number)?;
    let below = *numbers.get(index).ok_or(CellError::Number)?;
    let part = place.minus(place.floor())?;
    if part.is_zero() {
        return Ok(below.into());
    }
    let above = *numbers.get(index + 1).ok_or(CellError::Number)?;
    Ok(below.plus(above.minus(below)?.times(part)?)?.into())
}

/// Decimals of a rank unless told otherwise.
const DECIMALS: i64 = 3;

fn percent_rank(arguments: &Arguments<'_>, ends: Ends) -> Answer {
    let numbers = sorted(arguments)?;
    let x = arguments.number(1)?;
    let decimals = arguments.integer_or(2, DECIMALS)?;
    require(!numbers.is_empty() && decimals >= 1)?;
    let place = place_of(x, &numbers).ok_or(CellError::NotAvailable)??.plus(ends.first())?;
    if numbers.len() == 1 && ends == Ends::Included {
        return Ok(Number::ONE.into());
    }
    Ok(place.over(ends.span(numbers.len()))?.rounded_down(decimals).into())
}

/// Where a number stands among sorted ones, between its neighbours if it is not there; nothing outside them.
fn place_of(x: Number, numbers: &[Number]) -> Option<Result<Number, CellError>> {
    let index = numbers.partition_point(|number| *number < x);
    let above = *numbers.get(index)?;
    if above == x {
        return Some(Ok(Number::from(index as i64)));
    }
    let below = *numbers.get(index.checked_sub(1)?)?;
    let part = x.minus(below).and_then(|part| part.over(above.minus(below)?));
    Some(part.and_then(|part| part.plus(Number::from(index as i64 - 1))))
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn shares_outside_the_numbers_are_errors() {
        check(&[
            ("PERCENTILE({1,2,3},0)", "1"),
            ("PERCENTILE({1,2,3},1)", "3"),
            ("PERCENTILE({1,2,3},1.01)", "#NUM!"),
            ("PERCENTILE({1,2,3},-0.1)", "#NUM!"),
            ("PERCENTILE({\"x\"},0.5)", "#NUM!"),
            ("PERCENTILE(7,0.5)", "7"),
            ("PERCENTILE({0.1,0.4},0.1)", "0.13"),
            ("PERCENTILE.EXC({1,2,3},0.25)", "1"),
            ("PERCENTILE.EXC({1,2,3},0.75)", "3"),
            ("PERCENTILE.EXC({1,2,3},0.24)", "#NUM!"),
            ("PERCENTILE.EXC({1,2,3},0.76)", "#NUM!"),
            ("PERCENTILE.EXC({1,2,3},0)", "#NUM!"),
            ("QUARTILE({1,2,3},1.9)", "1.5"),
            ("QUARTILE({1,2,3},5)", "#NUM!"),
            ("QUARTILE.EXC({1,2,3},0)", "#NUM!"),
            ("QUARTILE.EXC({1,2,3},4)", "#NUM!"),
            ("QUARTILE.EXC({1,#N/A,3},1)", "#N/A"),
        ]);
    }

    #[test]
    fn ranks_are_cut_and_exist_within_the_numbers() {
        check(&[
            ("PERCENTRANK({1,2,3,4},3)", "0.666"),
            ("PERCENTRANK({1,2,3,4},3,1)", "0.6"),
            ("PERCENTRANK({1,2,3,4},3,0)", "#NUM!"),
            ("PERCENTRANK({1,2,3,4},5)", "#N/A"),
            ("PERCENTRANK({1,2,3,4},0)", "#N/A"),
            ("PERCENTRANK({1},1)", "1"),
            ("PERCENTRANK({\"x\"},1)", "#NUM!"),
            ("PERCENTRANK.EXC({1,2,3,6,6,6,7,8,9},7)", "0.7"),
            ("PERCENTRANK.EXC({1,2,3,6,6,6,7,8,9},5.43)", "0.381"),
        ]);
    }
}
