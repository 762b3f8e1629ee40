//! Prices whose decimals stand for fractions: `1.02` in sixteenths is one and two sixteenths.

use crate::functions::Arguments;
use crate::functions::function::Category::Finance;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[DOLLARDE, DOLLARFR];

const FRACTION: Parameter = scalar("fraction", "nämnare");

const DOLLARDE: Function = Function::new("DOLLARDE", "DECTAL", Finance, |arguments| {
    let Price { whole, rest, fraction, unit } = price(arguments)?;
    Ok(whole.plus(rest.times(unit)?.over(fraction)?)?.into())
})
.takes(&[scalar("fractional_price", "pris_i_bråk"), FRACTION])
.help("Turns a price in fractions into a decimal one.", "Gör om ett pris i bråkdelar till ett decimaltal.")
.examples(&[example("DOLLARDE(1.02,16)", "1.125"), example("DOLLARDE(1.1,32)", "1.3125")]);

const DOLLARFR: Function = Function::new("DOLLARFR", "BRÅK", Finance, |arguments| {
    let Price { whole, rest, fraction, unit } = price(arguments)?;
    Ok(whole.plus(rest.times(fraction)?.over(unit)?)?.into())
})
.takes(&[scalar("decimal_price", "decimalpris"), FRACTION])
.help("Turns a decimal price into one in fractions.", "Gör om ett decimalpris till ett pris i bråkdelar.")
.examples(&[example("DOLLARFR(1.125,16)", "1.02"), example("DOLLARFR(1.125,32)", "1.04")]);

/// A price in its whole and its rest, the denominator, and the power of ten that holds the denominator.
struct Price {
    whole: Number,
    rest: Number,
    fraction: Number,
    unit: Number,
}

fn price(arguments: &Arguments<'_>) -> Result<Price, CellError> {
    let (price, fraction) = (arguments.plain_number(0)?, arguments.plain_number(1)?.rounded_down(0));
    if fraction.is_negative() {
        return Err(CellError::Number);
    }
    if fraction < Number::ONE {
        return Err(CellError::DivisionByZero);
    }
    let mut unit = Number::ONE;
    while unit < fraction {
        unit = unit.times(Number::from(10))?;
    }
    let whole = price.rounded_down(0);
    Ok(Price { whole, rest: price.minus(whole)?, fraction, unit })
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn signs_and_denominators() {
        check(&[
            ("DOLLARDE(-1.02,16)", "-1.125"),
            ("DOLLARFR(-1.125,16)", "-1.02"),
            ("DOLLARDE(1.1,1)", "1.1"),
            ("DOLLARDE(1.5,10)", "1.5"),
            ("DOLLARDE(1.02,16.9)", "1.125"),
            ("DOLLARDE(1,0.5)", "#DIV/0!"),
            ("DOLLARDE(1,-1)", "#NUM!"),
            ("DOLLARFR(1,79228162514264337593543950335)", "#NUM!"),
            ("DOLLARFR(TRUE,2)", "#VALUE!"),
        ]);
    }
}
