//! How a few cells go on when they are dragged or filled: numbers by their trend, dates by days or months, names of
//! months and weekdays in their circle, text with a number at its end; everything else is repeated.

use crate::book::Content;
use crate::display::calendar_words;
use crate::value::moment::{Date, days_in_month};
use crate::value::{CellError, Number, Value};

/// A cell that a series goes on from.
#[derive(Debug, Clone, PartialEq)]
pub struct Seed {
    /// What it holds.
    pub content: Content,
    /// Whether its number is shown as a date.
    pub is_date: bool,
}

/// Words that stand before the number of a quarter, which begins anew after the fourth.
const QUARTERS: [&str; 6] = ["kvartal", "kv", "q", "k", "quarter", "qtr"];

/// The contents of the `count` cells that follow the seeds. Neighbouring seeds of one kind make one series; a single
/// number is repeated unless `counts` asks for it to be counted up, as holding Ctrl does in Excel.
pub fn continued(seeds: &[Seed], count: usize, counts: bool) -> Vec<Content> {
    if seeds.is_empty() {
        return Vec::new();
    }
    let stretches = stretches(seeds, counts);
    let cells = (0..count).map(|index| {
        let (round, within) = (index / seeds.len() + 1, index % seeds.len());
        let (start, series) = stretches.iter().rev().find(|(start, _)| *start <= within)?;
        Some(series.at(within - start, round).unwrap_or_else(|| seeds[within].content.clone()))
    });
    cells.map(Option::unwrap_or_default).collect()
}

/// Neighbouring seeds of one kind, with the place of the first.
fn stretches(seeds: &[Seed], counts: bool) -> Vec<(usize, Stretch)> {
    let kinds: Vec<Kind> = seeds.iter().map(Kind::of).collect();
    let mut stretches = Vec::new();
    let mut start = 0;
    for end in 1..=kinds.len() {
        if end == kinds.len() || !kinds[end].continues(&kinds[start]) {
            stretches.push((start, Stretch::of(&kinds[start..end], counts)));
            start = end;
        }
    }
    stretches
}

/// What a seed is.
#[derive(Debug, Clone, PartialEq)]
enum Kind {
    Number(Number),
    Date(i64),
    /// A name out of a circle of them, and how it is written.
    Name {
        circle: Vec<&'static str>,
        position: usize,
        case: Case,
    },
    /// Text that ends in a number of so many digits.
    Numbered {
        stem: String,
        number: i64,
        digits: usize,
    },
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Lower,
    Title,
    Upper,
}

impl Kind {
    fn of(seed: &Seed) -> Self {
        match &seed.content {
            Content::Value(Value::Number(number)) if seed.is_date => {
                number.to_integer().map_or(Self::Number(*number), Self::Date)
            }
            Content::Value(Value::Number(number)) => Self::Number(*number),
            Content::Value(Value::Text(text)) => name(text).or_else(|| numbered(text)).unwrap_or(Self::Other),
            _ => Self::Other,
        }
    }

    fn continues(&self, first: &Self) -> bool {
        match (first, self) {
            (Self::Number(_), Self::Number(_)) | (Self::Date(_), Self::Date(_)) => true,
            (Self::Name { circle: one, .. }, Self::Name { circle: other, .. }) => one == other,
            (Self::Numbered { stem: one, .. }, Self::Numbered { stem: other, .. }) => one == other,
            _ => false,
        }
    }
}

fn name(text: &str) -> Option<Kind> {
    calendar_words::cycles().find_map(|circle| {
        let position = circle.iter().position(|name| name.to_lowercase() == text.to_lowercase())?;
        Some(Kind::Name { circle, position, case: Case::of(text) })
    })
}

fn numbered(text: &str) -> Option<Kind> {
    let stem = text.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let digits = &text[stem.len()..];
    Some(Kind::Numbered { stem: stem.to_owned(), number: digits.parse().ok()?, digits: digits.len() })
}

impl Case {
    fn of(text: &str) -> Self {
        match (text.chars().all(|sign| !sign.is_lowercase()), text.starts_with(char::is_uppercase)) {
            (true, _) => Self::Upper,
            (false, true) => Self::Title,
            (false, false) => Self::Lower,
        }
    }

    fn write(self, name: &str) -> String {
        match self {
            Self::Lower => name.to_lowercase(),
            Self::Upper => name.to_uppercase(),
            Self::Title => {
                let mut signs = name.chars();
                signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
            }
        }
    }
}

/// Seeds of one kind and the rule by which they go on.
#[derive(Debug)]
struct Stretch {
    length: usize,
    rule: Rule,
}

#[derive(Debug)]
enum Rule {
    /// Each member again.
    Repeat,
    /// The straight line through, or nearest to, the numbers.
    Line {
        start: Number,
        step: Number,
    },
    /// So many months further each time, on a day of the month or at its end.
    Months {
        first: Date,
        step: i64,
        at_end: bool,
    },
    Circle {
        circle: Vec<&'static str>,
        start: usize,
        step: usize,
        case: Case,
    },
    Count {
        stem: String,
        start: i64,
        step: i64,
        digits: usize,
    },
}

impl Stretch {
    fn of(kinds: &[Kind], counts: bool) -> Self {
        let rule = match &kinds[0] {
            Kind::Number(number) => match kinds {
                [_] if counts => Ok(Rule::Line { start: *number, step: Number::ONE }),
                [_] => Ok(Rule::Repeat),
                _ => line(&numbers(kinds)),
            },
            Kind::Date(first) => match kinds {
                [_] => Ok(Rule::Line { start: Number::from(*first), step: Number::ONE }),
                _ => months(kinds).map_or_else(|| line(&numbers(kinds)), Ok),
            },
            Kind::Name { .. } => Ok(circle(kinds)),
            Kind::Numbered { .. } => Ok(count(kinds)),
            Kind::Other => Ok(Rule::Repeat),
        };
        // A trend that leaves the range of numbers is none.
        Self { length: kinds.len(), rule: rule.unwrap_or(Rule::Repeat) }
    }

    /// What the member at a place becomes in a round; `None` when it is repeated.
    fn at(&self, within: usize, round: usize) -> Option<Content> {
        let index = round * self.length + within;
        let far = i64::try_from(index).ok()?;
        let value = match &self.rule {
            Rule::Repeat => return None,
            Rule::Line { start, step } => {
                let number = step.times(Number::from(far)).and_then(|way| start.plus(way));
                number.map_or_else(Value::Error, Value::Number)
            }
            Rule::Months { first, step, at_end } => month_after(*first, step * far, *at_end),
            Rule::Circle { circle, start, step, case } => {
                Value::text(case.write(circle[(start + step * index) % circle.len()]))
            }
            Rule::Count { stem, start, step, digits } => {
                let number = in_quarters(stem, start + step * far);
                Value::text(format!("{stem}{:0>digits$}", number.abs()))
            }
        };
        Some(Content::Value(value))
    }
}

fn numbers(kinds: &[Kind]) -> Vec<Number> {
    let number = |kind: &Kind| match kind {
        Kind::Number(number) => Some(*number),
        Kind::Date(day) => Some(Number::from(*day)),
        _ => None,
    };
    kinds.iter().filter_map(number).collect()
}

/// The line of least squares: `step = (n·Σxy − Σx·Σy) / (n·Σx² − (Σx)²)` with x = 0, 1, …, which goes through all of them
/// where they lie on one.
fn line(values: &[Number]) -> Result<Rule, CellError> {
    let count = Number::from(i64::try_from(values.len()).map_err(|_| CellError::Number)?);
    let (mut x, mut y, mut xx, mut xy) = (Number::ZERO, Number::ZERO, Number::ZERO, Number::ZERO);
    for (at, value) in (0_i64..).map(Number::from).zip(values) {
        (x, y) = (x.plus(at)?, y.plus(*value)?);
        (xx, xy) = (xx.plus(at.times(at)?)?, xy.plus(at.times(*value)?)?);
    }
    let spread = count.times(xx)?.minus(x.times(x)?)?;
    let step = count.times(xy)?.minus(x.times(y)?)?.over(spread)?.settled();
    let start = y.minus(step.times(x)?)?.over(count)?.settled();
    Ok(Rule::Line { start, step })
}

/// Dates on one day of their months, or all at the end of theirs, a whole number of months apart.
fn months(kinds: &[Kind]) -> Option<Rule> {
    let date = |kind: &Kind| match kind {
        Kind::Date(day) => Date::from_serial(*day).ok(),
        _ => None,
    };
    let dates: Vec<Date> = kinds.iter().map(date).collect::<Option<_>>()?;
    let month = |date: &Date| date.year * 12 + date.month;
    let steps: Vec<i64> = dates.windows(2).map(|pair| month(&pair[1]) - month(&pair[0])).collect();
    let at_end = dates.iter().all(|date| date.day == days_in_month(date.year, date.month));
    let same_day = dates.iter().all(|date| date.day == dates[0].day);
    let steady = steps[0] != 0 && steps.iter().all(|step| *step == steps[0]);
    (steady && (at_end || same_day)).then_some(Rule::Months { first: dates[0], step: steps[0], at_end })
}

fn month_after(first: Date, months: i64, at_end: bool) -> Value {
    let month = first.year * 12 + first.month - 1 + months;
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
    let last = days_in_month(year, month);
    let day = if at_end { last } else { first.day.min(last) };
    Date::new(year, month, day).map_or(Value::Error(CellError::Number), |date| Number::from(date.serial()).into())
}

fn circle(kinds: &[Kind]) -> Rule {
    let Kind::Name { circle, position: start, case } = &kinds[0] else { return Rule::Repeat };
    let position = |kind: &Kind| if let Kind::Name { position, .. } = kind { *position } else { 0 };
    let step = |pair: &[Kind]| (position(&pair[1]) + circle.len() - position(&pair[0])) % circle.len();
    let rule = |step| Rule::Circle { circle: circle.clone(), start: *start, step, case: *case };
    steady(kinds, step, 1).map_or(Rule::Repeat, rule)
}

fn count(kinds: &[Kind]) -> Rule {
    let Kind::Numbered { stem, number: start, digits } = &kinds[0] else { return Rule::Repeat };
    let number = |kind: &Kind| if let Kind::Numbered { number, .. } = kind { *number } else { 0 };
    let rule = |step| Rule::Count { stem: stem.clone(), start: *start, step, digits: *digits };
    steady(kinds, |pair| number(&pair[1]) - number(&pair[0]), 1).map_or(Rule::Repeat, rule)
}

/// The step between each two neighbours if it is the same; `single` where there are no two.
fn steady<T: PartialEq>(kinds: &[Kind], step: impl Fn(&[Kind]) -> T, single: T) -> Option<T> {
    let mut steps = kinds.windows(2).map(step);
    let Some(first) = steps.next() else { return Some(single) };
    steps.all(|other| other == first).then_some(first)
}

fn in_quarters(stem: &str, number: i64) -> i64 {
    let word = stem.trim().to_lowercase();
    if QUARTERS.contains(&word.as_str()) { (number - 1).rem_euclid(4) + 1 } else { number }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seed(text: &str) -> Seed {
        let date = text.strip_prefix("date ").and_then(|date| {
            let parts: Vec<i64> = date.split('-').map(|part| part.parse().unwrap()).collect();
            Date::new(parts[0], parts[1], parts[2])
        });
        let value = match date {
            Some(date) => Number::from(date.serial()).into(),
            None => Number::parse(text).map_or_else(|| Value::text(text), Value::Number),
        };
        Seed { content: Content::Value(value), is_date: date.is_some() }
    }

    fn shown(content: &Content, is_date: bool) -> String {
        match content {
            Content::Value(Value::Number(number)) if is_date => {
                let date = Date::from_serial(number.to_integer().unwrap()).unwrap();
                format!("{}-{}-{}", date.year, date.month, date.day)
            }
            Content::Value(Value::Number(number)) => number.to_string(),
            Content::Value(Value::Text(text)) => text.to_string(),
            _ => String::new(),
        }
    }

    fn check(seeds: &[&str], wanted: &[&str]) {
        let seeds: Vec<Seed> = seeds.iter().map(|text| seed(text)).collect();
        let found = continued(&seeds, wanted.len(), false);
        let found: Vec<String> = found.iter().map(|content| shown(content, seeds[0].is_date)).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn numbers_follow_their_trend_exactly() {
        check(&["1", "2"], &["3", "4", "5"]);
        check(&["0.1", "0.2", "0.3"], &["0.4", "0.5"]);
        check(&["10", "8"], &["6", "4", "2", "0", "-2"]);
        check(&["5"], &["5", "5"]);
        check(&["1", "2", "6"], &["8", "10.5"]);
    }

    #[test]
    fn a_single_number_counts_up_when_asked() {
        let found = continued(&[seed("5")], 2, true);
        assert_eq!(found, [Content::Value(Number::from(6).into()), Content::Value(Number::from(7).into())]);
    }

    #[test]
    fn dates_go_on_by_days_months_and_ends_of_months() {
        check(&["date 2026-8-30"], &["2026-8-31", "2026-9-1"]);
        check(&["date 2026-1-15", "date 2026-2-15"], &["2026-3-15", "2026-4-15"]);
        check(&["date 2026-1-31", "date 2026-2-28"], &["2026-3-31", "2026-4-30"]);
        check(&["date 2026-1-1", "date 2026-1-8"], &["2026-1-15"]);
        check(&["date 2025-12-31", "date 2026-12-31"], &["2027-12-31"]);
    }

    #[test]
    fn names_go_round_and_keep_their_case() {
        check(&["januari"], &["februari", "mars"]);
        check(&["Okt"], &["Nov", "Dec", "Jan"]);
        check(&["MÅN"], &["TIS"]);
        check(&["lördag"], &["söndag", "måndag"]);
        check(&["mars", "juni"], &["september", "december", "mars"]);
        check(&["Monday"], &["Tuesday"]);
    }

    #[test]
    fn text_with_a_number_counts_and_quarters_begin_anew() {
        check(&["Kvartal 3"], &["Kvartal 4", "Kvartal 1"]);
        check(&["Åtgärd 9"], &["Åtgärd 10"]);
        check(&["P01", "P03"], &["P05", "P07"]);
        check(&["hej"], &["hej", "hej"]);
    }

    #[test]
    fn mixed_cells_go_on_each_in_its_own_way() {
        check(&["1", "2", "hej"], &["3", "4", "hej", "5", "6"]);
        assert_eq!(continued(&[], 3, false), []);
    }
}
