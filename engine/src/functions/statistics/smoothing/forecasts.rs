//! The functions that forecast by exponential smoothing.

use super::model::Model;
use super::season::{LONGEST_SEASON, season_length};
use super::series::{Series, Treatment};
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, any, example, scalar};
use crate::functions::statistics::distributions::{give, probability, require};
use crate::functions::statistics::special::Tails;
use crate::functions::statistics::special::normal::normal_inverse;
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(in crate::functions::statistics) const FUNCTIONS: &[Function] =
    &[FORECAST_ETS, FORECAST_ETS_CONFINT, FORECAST_ETS_SEASONALITY, FORECAST_ETS_STAT];

const TARGET: Parameter = scalar("target_date", "måldatum");
const VALUES: Parameter = any("values", "värden");
const TIMELINE: Parameter = any("timeline", "tidslinje");
const SEASONALITY: Parameter = scalar("seasonality", "säsongsberoende").optional();
const COMPLETION: Parameter = scalar("data_completion", "datakomplettering").optional();
const AGGREGATION: Parameter = scalar("aggregation", "aggregering").optional();

const FORECAST_ETS: Function = Function::new("FORECAST.ETS", "PROGNOS.ETS", Statistics, |arguments| {
    let (fitted, steps) = forecast(arguments, 3)?;
    give(fitted.model.ahead(steps))
})
.takes(&[TARGET, VALUES, TIMELINE, SEASONALITY, COMPLETION, AGGREGATION])
.help(
    "Forecasts a value by exponential smoothing with trend and season; its digits may differ slightly from Excel's.",
    "Gör en prognos med exponentiell utjämning med trend och säsong; siffrorna kan skilja sig något från Excels.",
)
.examples(&[example("FORECAST.ETS(6,{10,20,30,40,50},{1,2,3,4,5})", "60")]);

const FORECAST_ETS_CONFINT: Function =
    Function::new("FORECAST.ETS.CONFINT", "PROGNOS.ETS.KONFINT", Statistics, half_width)
        .takes(&[
            TARGET,
            VALUES,
            TIMELINE,
            scalar("confidence_level", "konfidensnivå").optional(),
            SEASONALITY,
            COMPLETION,
            AGGREGATION,
        ])
        .help(
            "Gives half the width of the interval that holds the forecast value with a confidence, 95 % unless given.",
            "Ger halva bredden av det intervall som prognosvärdet ligger i med viss säkerhet, 95 % om inget anges.",
        )
        .examples(&[example("FORECAST.ETS.CONFINT(6,{10,20,30,40,50},{1,2,3,4,5})", "0")]);

const FORECAST_ETS_SEASONALITY: Function =
    Function::new("FORECAST.ETS.SEASONALITY", "PROGNOS.ETS.SÄSONGSBEROENDE", Statistics, |arguments| {
        let series = Series::read(arguments, 0, &treatment(arguments, 2)?)?;
        Ok((season_length(&series.values) as i64).into())
    })
    .takes(&[VALUES, TIMELINE, COMPLETION, AGGREGATION])
    .help(
        "Gives the length of the season that values show; 1 where none is seen.",
        "Ger längden på den säsong som värdena visar; 1 om ingen syns.",
    )
    .examples(&[example("FORECAST.ETS.SEASONALITY({1,5,2,1,5,2,1,5,2,1,5,2},{1,2,3,4,5,6,7,8,9,10,11,12})", "3")]);

const FORECAST_ETS_STAT: Function = Function::new("FORECAST.ETS.STAT", "PROGNOS.ETS.STAT", Statistics, figure)
    .takes(&[VALUES, TIMELINE, scalar("statistic_type", "statistiktyp"), SEASONALITY, COMPLETION, AGGREGATION])
    .help(
        "Gives a figure of the smoothing: 1–3 weights, 4 MASE, 5 SMAPE, 6 MAE, 7 RMSE, 8 step.",
        "Ger ett mått på utjämningen: 1–3 vikter, 4 MASE, 5 SMAPE, 6 MAE, 7 RMSE, 8 steg.",
    )
    .examples(&[example("FORECAST.ETS.STAT({10,20,30,40,50},{1,3,5,7,9},8)", "2")]);

/// How many steps ahead can be forecast.
const FARTHEST: f64 = 1e5;

struct Fitted {
    series: Series,
    model: Model,
}

/// Fits the values at `index`, with seasonality and treatment from `options` on.
fn fitted(arguments: &Arguments<'_>, index: usize, options: usize) -> Result<Fitted, CellError> {
    let wanted = arguments.integer_or(options, 1)?;
    require((0..=LONGEST_SEASON as i64).contains(&wanted))?;
    let series = Series::read(arguments, index, &treatment(arguments, options + 1)?)?;
    let season = match wanted {
        0 => 1,
        1 => season_length(&series.values),
        wanted => wanted as usize,
    };
    require(season == 1 || series.values.len() >= 2 * season)?;
    let model = Model::fitted(&series.values, season);
    Ok(Fitted { series, model })
}

fn treatment(arguments: &Arguments<'_>, index: usize) -> Result<Treatment, CellError> {
    let (completion, aggregation) = (arguments.integer_or(index, 1)?, arguments.integer_or(index + 1, 1)?);
    require((0..=1).contains(&completion) && (0..=7).contains(&aggregation))?;
    Ok(Treatment { interpolated: completion == 1, aggregation: aggregation.max(1) })
}

/// The fitted series and how many steps after its last value the target lies; one before it is `#NUM!`.
fn forecast(arguments: &Arguments<'_>, options: usize) -> Result<(Fitted, f64), CellError> {
    let target = arguments.number(0)?;
    let fitted = fitted(arguments, 1, options)?;
    let steps = fitted.series.timeline.steps_to(target)? - (fitted.series.values.len() - 1) as f64;
    require((0.0..=FARTHEST).contains(&steps))?;
    Ok((fitted, steps))
}

/// The confidence unless told otherwise, in hundredths.
const CONFIDENCE: i64 = 95;

fn half_width(arguments: &Arguments<'_>) -> Answer {
    let level = arguments.number_or(3, Number::from(CONFIDENCE).times(Number::HUNDREDTH)?)?;
    let level = probability(level)?;
    require(level.below > 0.0 && level.above > 0.0)?;
    let (fitted, steps) = forecast(arguments, 4)?;
    let tails = Tails::from_below(level.above / 2.0).swapped();
    give(normal_inverse(tails, level.below / 2.0) * fitted.model.deviation_ahead(steps))
}

fn figure(arguments: &Arguments<'_>) -> Answer {
    let kind = arguments.integer(2)?;
    let Fitted { series, model } = fitted(arguments, 0, 3)?;
    let mean = |numbers: &mut dyn Iterator<Item = f64>| {
        let (count, sum) = numbers.fold((0.0, 0.0), |(count, sum), number| (count + 1.0, sum + number));
        sum / count
    };
    let error = mean(&mut model.errors.iter().map(|error| error.abs()));
    give(match kind {
        1 => model.weights.alpha,
        2 => model.weights.beta,
        3 => model.weights.gamma,
        4 => error / mean(&mut series.values.windows(2).map(|pair| (pair[1] - pair[0]).abs())),
        5 => mean(&mut series.values.iter().zip(&model.errors).map(|(value, error)| relative(*value, *error))),
        6 => error,
        7 => model.root_mean_square(),
        8 => series.timeline.step,
        _ => return Err(CellError::Number),
    })
}

/// An error in relation to the mean of a value and its forecast.
fn relative(value: f64, error: f64) -> f64 {
    let size = (value.abs() + (value - error).abs()) / 2.0;
    if size == 0.0 { 0.0 } else { error.abs() / size }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn seasons_and_trend_are_carried_on() {
        check(&[
            ("ROUND(FORECAST.ETS(13,{1,5,2,2,6,3,3,7,4,4,8,5},{1,2,3,4,5,6,7,8,9,10,11,12},3),6)", "5"),
            ("ROUND(FORECAST.ETS(14.5,{1,5,2,2,6,3,3,7,4,4,8,5},{1,2,3,4,5,6,7,8,9,10,11,12}),6)", "7.5"),
            ("FORECAST.ETS(7,{10,20,30,40,50},{1,2,3,4,5},0)", "70"),
            ("FORECAST.ETS(6,{10,30,20,50,40,45},{1,3,2,5,4,4},0)", "60"),
            ("FORECAST.ETS(7,{10,20,40,50,60},{1,2,4,5,6},0)", "70"),
        ]);
    }

    #[test]
    fn months_count_as_even_steps() {
        check_with(
            &[
                ("A1", "46053"),
                ("A2", "46081"),
                ("A3", "46112"),
                ("A4", "46142"),
                ("B1", "10"),
                ("B2", "20"),
                ("B3", "30"),
                ("B4", "40"),
            ],
            &[("FORECAST.ETS(46173,B1:B4,A1:A4,0)", "50"), ("FORECAST.ETS.STAT(B1:B4,A1:A4,8)", "1")],
        );
    }

    #[test]
    fn timelines_that_are_no_timelines_are_errors() {
        check(&[
            ("FORECAST.ETS(4,{10,20,30},{1,2,3,4})", "#N/A"),
            ("FORECAST.ETS(9,{10,20,30},{1,2,3.5})", "#NUM!"),
            ("FORECAST.ETS(9,{10,20,30},{1,2,8})", "#NUM!"),
            ("FORECAST.ETS(2,{10,20,30},{1,2,3})", "#NUM!"),
            ("FORECAST.ETS(2,{10},{1})", "#NUM!"),
            ("FORECAST.ETS.CONFINT(1000000,{10,20,30},{1,2,3})", "#NUM!"),
            ("FORECAST.ETS(9,{10,20,30},{1,2,3},-1)", "#NUM!"),
            ("FORECAST.ETS(9,{10,20,30},{1,2,3},2)", "#NUM!"),
            ("FORECAST.ETS(9,{10,20,30},{1,2,3},1,2)", "#NUM!"),
            ("FORECAST.ETS(9,{10,20,30},{1,2,3},1,1,8)", "#NUM!"),
            ("FORECAST.ETS.CONFINT(9,{10,20,30},{1,2,3},1)", "#NUM!"),
            ("FORECAST.ETS.STAT({10,20,30},{1,2,3},9)", "#NUM!"),
            ("FORECAST.ETS(\"x\",{10,20,30},{1,2,3})", "#VALUE!"),
        ]);
    }
}
