//! Holt's and Winters' additive model: a level, a trend and a season, each smoothed, with the weights that leave the
//! least squares of errors one step ahead.

/// The weights of what is new, each from 0 to 1.
#[derive(Debug, Clone, Copy)]
pub struct Weights {
    /// Of the level.
    pub alpha: f64,
    /// Of the trend.
    pub beta: f64,
    /// Of the season.
    pub gamma: f64,
}

/// A fitted model.
pub struct Model {
    /// Its weights.
    pub weights: Weights,
    /// What each value was above the one that the values before it foretold.
    pub errors: Vec<f64>,
    state: State,
}

/// Level, trend and season after the values so far.
#[derive(Debug, Clone)]
struct State {
    level: f64,
    trend: f64,
    /// The seasonal parts; the next value's is at `turn`.
    seasons: Vec<f64>,
    turn: usize,
}

/// Distances between the weights that are tried at first.
const GRID: usize = 5;

/// Halvings of the distance around the best weights.
const HALVINGS: usize = 24;

impl Model {
    /// Fits a model to values with seasons of a length; one is no season. It needs two values, and two whole seasons.
    pub fn fitted(values: &[f64], season: usize) -> Self {
        let start = State::at_start(values, season);
        let size = |weights: Weights| start.clone().followed(values, weights).iter().map(|error| error * error).sum();
        let weights = best_weights(&size, season > 1);
        let mut state = start.clone();
        let errors = state.follow(values, weights);
        Self { weights, errors, state }
    }

    /// The value so many steps after the last, between two steps on the line between them.
    pub fn ahead(&self, steps: f64) -> f64 {
        let (whole, part) = (libm::floor(steps), steps - libm::floor(steps));
        let at = |steps: f64| {
            let count = self.state.seasons.len();
            let turn = (self.state.turn + count - 1 + (steps % count as f64) as usize) % count;
            self.state.level + self.state.trend * steps + self.state.seasons[turn]
        };
        if part == 0.0 { at(whole) } else { at(whole) * (1.0 - part) + at(whole + 1.0) * part }
    }

    /// The standard deviation of the value so many steps ahead.
    pub fn deviation_ahead(&self, steps: f64) -> f64 {
        let Weights { alpha, beta, gamma } = self.weights;
        let season = self.state.seasons.len();
        let mut variance = 1.0;
        for step in 1..(libm::ceil(steps) as usize).max(1) {
            let seasonal = if season > 1 && step % season == 0 { gamma } else { 0.0 };
            let share = alpha * (1.0 + beta * step as f64) + seasonal;
            variance += share * share;
        }
        self.root_mean_square() * libm::sqrt(variance)
    }

    /// The root of the mean square of the errors.
    pub fn root_mean_square(&self) -> f64 {
        libm::sqrt(self.errors.iter().map(|error| error * error).sum::<f64>() / self.errors.len() as f64)
    }
}

impl State {
    /// Level and trend from the first two seasons, and the mean distance from them as the season.
    fn at_start(values: &[f64], season: usize) -> Self {
        if season == 1 {
            let trend = values[1] - values[0];
            return Self { level: values[0] - trend, trend, seasons: vec![0.0], turn: 0 };
        }
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let first = mean(&values[..season]);
        let trend = (mean(&values[season..2 * season]) - first) / season as f64;
        let level = first - trend * (season as f64 + 1.0) / 2.0;
        let cycles = values.len() / season;
        let distance = |index: usize| values[index] - level - trend * (index as f64 + 1.0);
        let part =
            |place: usize| (0..cycles).map(|cycle| distance(cycle * season + place)).sum::<f64>() / cycles as f64;
        let parts: Vec<f64> = (0..season).map(part).collect();
        let middle = mean(&parts);
        Self { level: level + middle, trend, seasons: parts.iter().map(|part| part - middle).collect(), turn: 0 }
    }

    fn followed(mut self, values: &[f64], weights: Weights) -> Vec<f64> {
        self.follow(values, weights)
    }

    /// Takes in the values and gives the error of each forecast.
    fn follow(&mut self, values: &[f64], Weights { alpha, beta, gamma }: Weights) -> Vec<f64> {
        let season = self.seasons.len();
        let mut errors = Vec::with_capacity(values.len());
        for value in values {
            let error = value - self.level - self.trend - self.seasons[self.turn];
            self.level += self.trend + alpha * error;
            self.trend += alpha * beta * error;
            if season > 1 {
                self.seasons[self.turn] += gamma * error;
            }
            self.turn = (self.turn + 1) % season;
            errors.push(error);
        }
        errors
    }
}

/// The weights of least squares: the best of a grid, then better ones around it at ever shorter distances.
fn best_weights(size: &impl Fn(Weights) -> f64, seasonal: bool) -> Weights {
    let axis = || (0..=GRID).map(|index| index as f64 / GRID as f64);
    let mut best = (f64::INFINITY, [0.0; 3]);
    for alpha in axis() {
        for beta in axis() {
            for gamma in axis().take(if seasonal { GRID + 1 } else { 1 }) {
                best = lesser(best, [alpha, beta, gamma], size);
            }
        }
    }
    let mut reach = 0.5 / GRID as f64;
    for _ in 0..HALVINGS {
        loop {
            let before = best.0;
            for axis in 0..if seasonal { 3 } else { 2 } {
                for step in [-reach, reach] {
                    let mut point = best.1;
                    point[axis] = (point[axis] + step).clamp(0.0, 1.0);
                    best = lesser(best, point, size);
                }
            }
            if best.0 >= before * (1.0 - GAIN) {
                break;
            }
        }
        reach /= 2.0;
    }
    weights(best.1)
}

/// A lessening in relation to the whole that is worth another round.
const GAIN: f64 = 1e-9;

fn lesser(best: (f64, [f64; 3]), point: [f64; 3], size: &impl Fn(Weights) -> f64) -> (f64, [f64; 3]) {
    let size = size(weights(point));
    if size < best.0 { (size, point) } else { best }
}

fn weights([alpha, beta, gamma]: [f64; 3]) -> Weights {
    Weights { alpha, beta, gamma }
}
