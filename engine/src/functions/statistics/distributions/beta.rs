//! The beta distribution between two bounds.

use super::{give, inner_probability, numbers, require};
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::statistics::special::beta::{Share, beta_front, beta_inverse, beta_tails, part_with_odds};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(in crate::functions::statistics) const FUNCTIONS: &[Function] = &[BETA_DIST, BETADIST, BETA_INV, BETAINV];

const X: Parameter = scalar("x", "x");
const ALPHA: Parameter = scalar("alpha", "alfa");
const BETA: Parameter = scalar("beta", "beta");
const LOW: Parameter = scalar("a", "a").optional();
const HIGH: Parameter = scalar("b", "b").optional();

const BETA_DIST: Function = Function::new("BETA.DIST", "BETA.FÖRD", Statistics, |arguments| {
    let given = numbers(arguments)?;
    let cumulative = arguments.boolean(3)?;
    if cumulative { cumulated(arguments, given, 4) } else { density(arguments, given) }
})
.takes(&[X, ALPHA, BETA, scalar("cumulative", "kumulativ"), LOW, HIGH])
.help(
    "Gives the beta distribution between two bounds, 0 and 1 unless given: the probability of at most x, or the density.",
    "Ger betafördelningen mellan två gränser, 0 och 1 om inget anges: sannolikheten för högst x, eller tätheten.",
)
.examples(&[
    example("BETA.DIST(2,8,10,TRUE,1,3)", "0.685470581054688"),
    example("BETA.DIST(2,8,10,FALSE,1,3)", "1.4837646484375"),
]);

const BETADIST: Function =
    Function::new("BETADIST", "BETAFÖRD", Statistics, |arguments| cumulated(arguments, numbers(arguments)?, 3))
        .takes(&[X, ALPHA, BETA, LOW, HIGH])
        .help(
            "Gives the cumulative beta distribution; an older form of BETA.DIST.",
            "Ger den kumulativa betafördelningen; en äldre form av BETA.FÖRD.",
        )
        .examples(&[example("BETADIST(0.5,2,2)", "0.5")]);

const BETA_INV: Function = Function::new("BETA.INV", "BETA.INV", Statistics, inverse)
    .takes(&[scalar("probability", "sannolikhet"), ALPHA, BETA, LOW, HIGH])
    .help(
        "Gives the value that a beta distributed variable stays below with a probability.",
        "Ger det värde som en betafördelad variabel understiger med en viss sannolikhet.",
    )
    .examples(&[example("BETA.INV(0.685470581,8,10,1,3)", "1.99999999996314")]);

const BETAINV: Function = BETA_INV
    .named("BETAINV", "BETAINV")
    .help(
        "Gives the inverse of the beta distribution; an older name of BETA.INV.",
        "Ger inversen till betafördelningen; ett äldre namn på BETA.INV.",
    )
    .examples(&[example("BETAINV(0.5,2,2)", "0.5")]);

/// A point between two bounds, and a beta distribution over them.
struct Point {
    x: Share,
    alpha: f64,
    beta: f64,
    width: f64,
}

/// Reads the bounds from `index` on and places x between them.
fn point(arguments: &Arguments<'_>, [x, alpha, beta]: [Number; 3], index: usize) -> Result<Point, CellError> {
    let (low, high) = bounds(arguments, index)?;
    require(alpha > Number::ZERO && beta > Number::ZERO && low <= x && x <= high && low < high)?;
    let (part, rest) = (x.minus(low)?, high.minus(x)?);
    let x = Share::of(part.to_float(), rest.to_float());
    Ok(Point { x, alpha: alpha.to_float(), beta: beta.to_float(), width: high.minus(low)?.to_float() })
}

fn bounds(arguments: &Arguments<'_>, index: usize) -> Result<(Number, Number), CellError> {
    Ok((arguments.number_or(index, Number::ZERO)?, arguments.number_or(index + 1, Number::ONE)?))
}

fn cumulated(arguments: &Arguments<'_>, given: [Number; 3], bounds: usize) -> Answer {
    let point = point(arguments, given, bounds)?;
    give(beta_tails(point.alpha, point.beta, point.x)?.below)
}

fn density(arguments: &Arguments<'_>, given: [Number; 3]) -> Answer {
    let Point { x, alpha, beta, width } = point(arguments, given, 4)?;
    let at_end = |shape: f64, other: f64| {
        require(shape >= 1.0)?;
        give(if shape > 1.0 { 0.0 } else { other / width })
    };
    match (x.part == 0.0, x.rest == 0.0) {
        (true, _) => at_end(alpha, beta),
        (_, true) => at_end(beta, alpha),
        _ => give(beta_front(alpha, beta, x) / (x.part * x.rest * width)),
    }
}

fn inverse(arguments: &Arguments<'_>) -> Answer {
    let [chance, alpha, beta] = numbers(arguments)?;
    let (low, high) = bounds(arguments, 3)?;
    let wanted = inner_probability(chance)?;
    require(alpha > Number::ZERO && beta > Number::ZERO && low < high)?;
    let part = part_with_odds(beta_inverse(alpha.to_float(), beta.to_float(), wanted)?);
    give(low.to_float() + high.minus(low)?.to_float() * part)
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn bounds_hold_the_variable() {
        check(&[
            ("BETA.DIST(0.25,1,1,TRUE)", "0.25"),
            ("BETA.DIST(0,1,3,FALSE)", "3"),
            ("BETA.DIST(1,2,1,FALSE)", "2"),
            ("BETA.DIST(0,0.5,3,FALSE)", "#NUM!"),
            ("BETA.DIST(0,2,3,FALSE)", "0"),
            ("BETA.DIST(4,8,10,TRUE,1,3)", "#NUM!"),
            ("BETA.DIST(1,8,10,TRUE,1,1)", "#NUM!"),
            ("BETA.DIST(0.5,0,10,TRUE)", "#NUM!"),
            ("BETADIST(1,3,4)", "1"),
            ("BETA.INV(1,3,4,1,3)", "#NUM!"),
            ("BETA.INV(0,3,4)", "#NUM!"),
            ("BETA.INV(0.5,\"x\",4)", "#VALUE!"),
        ]);
    }
}
