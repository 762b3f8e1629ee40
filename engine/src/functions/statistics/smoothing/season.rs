//! The length of the season that values show by themselves.

/// The longest season, hours of a year.
pub const LONGEST_SEASON: usize = 8760;

/// How alike values a season apart must be, as a correlation.
const LEAST_LIKENESS: f64 = 0.3;

/// The number of values in a season; one where none is seen.
///
/// The line of least squares is taken off, and the season is the distance at which values are most alike.
pub fn season_length(values: &[f64]) -> usize {
    let rest = without_line(values);
    let whole: f64 = rest.iter().map(|value| value * value).sum();
    if whole <= f64::EPSILON * values.iter().map(|value| value * value).sum::<f64>() {
        return 1;
    }
    let likeness: Vec<f64> =
        (0..=LONGEST_SEASON.min(values.len() / 2)).map(|lag| likeness(&rest, lag) / whole).collect();
    let peaks = (2..likeness.len()).filter(|&lag| {
        let next = likeness.get(lag + 1).copied().unwrap_or(f64::NEG_INFINITY);
        likeness[lag] > likeness[lag - 1] && likeness[lag] >= next
    });
    let enough = LEAST_LIKENESS.max(2.0 / libm::sqrt(values.len() as f64)).min(0.5);
    let clear = peaks.filter(|&lag| likeness[lag] > enough);
    clear.reduce(|best, lag| if likeness[lag] > likeness[best] { lag } else { best }).unwrap_or(1)
}

fn likeness(values: &[f64], lag: usize) -> f64 {
    values.iter().zip(&values[lag..]).map(|(one, other)| one * other).sum()
}

/// What remains of values when the line of least squares is taken off.
fn without_line(values: &[f64]) -> Vec<f64> {
    let count = values.len() as f64;
    let (middle, mean) = ((count - 1.0) / 2.0, values.iter().sum::<f64>() / count);
    let from_middle = |index: usize| index as f64 - middle;
    let products: f64 = values.iter().enumerate().map(|(index, value)| from_middle(index) * (value - mean)).sum();
    let squares: f64 = (0..values.len()).map(|index| from_middle(index) * from_middle(index)).sum();
    let slope = if squares > 0.0 { products / squares } else { 0.0 };
    values.iter().enumerate().map(|(index, value)| value - mean - slope * from_middle(index)).collect()
}
