//! The straight line that fits pairs of numbers best.

use super::pairs::pairs;
use super::sample::Sample;
use crate::functions::Arguments;
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, any, example, scalar};
use crate::functions::math::square_root;
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[SLOPE, INTERCEPT, STEYX, FORECAST_LINEAR, FORECAST];

const YS: Parameter = any("known_ys", "kända_y");
const XS: Parameter = any("known_xs", "kända_x");

const SLOPE: Function =
    Function::new("SLOPE", "LUTNING", Statistics, |arguments| Ok(Line::through(arguments, 0)?.slope.into()))
        .takes(&[YS, XS])
        .help("Gives the slope of the line that fits best.", "Ger lutningen för den linje som passar bäst.")
        .examples(&[example("SLOPE({3,5,9},{1,2,4})", "2")]);

const INTERCEPT: Function = Function::new("INTERCEPT", "SKÄRNINGSPUNKT", Statistics, |arguments| {
    Ok(Line::through(arguments, 0)?.at(Number::ZERO)?.into())
})
.takes(&[YS, XS])
.help("Gives where the line that fits best meets the y-axis.", "Ger var den linje som passar bäst skär y-axeln.")
.examples(&[example("INTERCEPT({3,5,9},{1,2,4})", "1")]);

const STEYX: Function = Function::new("STEYX", "STDFELYX", Statistics, |arguments| {
    let line = Line::through(arguments, 0)?;
    Ok(line.error()?.into())
})
.takes(&[YS, XS])
.help(
    "Gives the standard error of the values that the line that fits best foretells.",
    "Ger standardfelet för de värden som den bäst passande linjen förutsäger.",
)
.examples(&[example("ROUND(STEYX({2,3,9,1,8,7,5},{6,5,11,7,5,4,4}),8)", "3.30571895")]);

const FORECAST_LINEAR: Function = Function::new("FORECAST.LINEAR", "PROGNOS.LINJÄR", Statistics, |arguments| {
    let x = arguments.number(0)?;
    Ok(Line::through(arguments, 1)?.at(x)?.into())
})
.takes(&[scalar("x", "x"), YS, XS])
.help(
    "Gives the value at x of the line that fits known values best.",
    "Ger värdet vid x för den linje som passar kända värden bäst.",
)
.examples(&[example("FORECAST.LINEAR(10,{3,5,9},{1,2,4})", "21")]);

const FORECAST: Function = FORECAST_LINEAR
    .named("FORECAST", "PREDIKTION")
    .help(
        "Gives a value on the line that fits known values best; an older name of FORECAST.LINEAR.",
        "Ger ett värde på den linje som passar kända värden bäst; ett äldre namn på PROGNOS.LINJÄR.",
    )
    .examples(&[example("FORECAST(10,{3,5,9},{1,2,4})", "21")]);

/// The line of least squares.
struct Line {
    slope: Number,
    ys: Sample,
    xs: Sample,
}

impl Line {
    /// The line through the pairs in the arguments from `index`; too few, or all above one another, are `#DIV/0!`.
    fn through(arguments: &Arguments<'_>, index: usize) -> Result<Self, CellError> {
        let (ys, xs) = pairs(arguments, index, index + 1)?;
        let (ys, xs) = (Sample::of(&ys)?, Sample::of(&xs)?);
        let slope = xs.products(&ys)?.over(xs.squares()?)?.times(ys.unit)?.over(xs.unit)?;
        Ok(Self { slope, ys, xs })
    }

    /// Its height at a place.
    fn at(&self, x: Number) -> Result<Number, CellError> {
        let (ys, xs) = (&self.ys, &self.xs);
        // What the centres miss of the means is taken together before it is divided, so that it comes out exact.
        let missed = ys.sum.times(ys.unit)?.minus(self.slope.times(xs.sum)?.times(xs.unit)?)?.over(xs.count())?;
        ys.centre.plus(missed)?.plus(self.slope.times(x.minus(xs.centre)?)?)
    }

    /// The standard error of its heights; fewer than three pairs are `#DIV/0!`.
    fn error(&self) -> Result<Number, CellError> {
        let (ys, xs) = (&self.ys, &self.xs);
        let (y_squares, x_squares, products) = (ys.squares()?, xs.squares()?, xs.products(ys)?);
        let rest = y_squares.minus(products.over(x_squares)?.times(products)?)?;
        // What remains far below the squares is nothing but rounding.
        let rest = if rest < y_squares.times(Number::from_parts(1, 24)?)? { Number::ZERO } else { rest };
        let freedom = xs.count().minus(Number::from(2))?.max(Number::ZERO);
        let mean = rest.over(xs.count().times(freedom)?)?;
        square_root(mean)?.times(ys.unit)
    }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn a_line_needs_two_places() {
        check(&[
            ("SLOPE({1},{1})", "#DIV/0!"),
            ("SLOPE({1,2},{1,1})", "#DIV/0!"),
            ("SLOPE({1,2},{1,2,3})", "#N/A"),
            ("INTERCEPT({1,2},{1,1})", "#DIV/0!"),
            ("STEYX({1,2},{1,2})", "#DIV/0!"),
            ("STEYX({1,2,3},{1,2,3})", "0"),
            ("FORECAST(\"x\",{1,2},{1,2})", "#VALUE!"),
            ("FORECAST(1,{\"x\",2},{1,2})", "#DIV/0!"),
        ]);
    }

    #[test]
    fn exact_lines_are_exact() {
        check_with(
            &[
                ("A1", "1000000.1"),
                ("A2", "1000000.3"),
                ("A4", "1000000.7"),
                ("B1", "2021"),
                ("B2", "2022"),
                ("B4", "2024"),
            ],
            &[
                ("SLOPE(A1:A4,B1:B4)", "0.2"),
                ("INTERCEPT(A1:A4,B1:B4)", "999595.9"),
                ("FORECAST(2026,A1:A4,B1:B4)", "1000001.1"),
                ("STEYX(A1:A4,B1:B4)", "0"),
            ],
        );
    }
}
