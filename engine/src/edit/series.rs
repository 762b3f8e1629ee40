//! How a few cells go on when they are dragged or filled: numbers by their trend, dates by days or months, names of
//! months and weekdays in their circle, text with a number at its end; everything else is repeated.

use super::periods::Period;
use crate::book::Content;
use crate::display::calendar_words;
use crate::value::moment::{Date, days_in_month};
use crate::value::{CellError, Number, Value};

/// A cell that a series goes on from.
#[derive(Debug, Clone, PartialEq)]
pub struct Seed {
    /// What it holds.
    pub content: Content,
    /// How far dates go on, when its number is shown as a date.
    pub date: Option<DateStep>,
}

impl Seed {
    /// Whether it is a date.
    pub fn is_date(&self) -> bool {
        matches!(Kind::of(self), Kind::Date(..))
    }
}

/// How far a date alone goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStep {
    /// To the next day.
    Days,
    /// To the next day from Monday to Friday.
    Workdays,
    /// To the same day of the next month.
    Months,
    /// To the same day of the next year.
    Years,
}

/// The contents of the `count` cells that follow the seeds. Neighbouring seeds of one kind make one series, and a single
/// number is repeated. As holding Ctrl does in Excel, `reversed` has a single number counted up and all else repeated.
pub fn continued(seeds: &[Seed], count: usize, reversed: bool) -> Vec<Content> {
    if seeds.is_empty() {
        return Vec::new();
    }
    let stretches = stretches(seeds, reversed);
    let cells = (0..count).map(|index| {
        let (round, within) = (index / seeds.len() + 1, index % seeds.len());
        let (start, series) = stretches.iter().rev().find(|(start, _)| *start <= within)?;
        Some(series.at(within - start, round).unwrap_or_else(|| seeds[within].content.clone()))
    });
    cells.map(Option::unwrap_or_default).collect()
}

/// Neighbouring seeds of one kind, with the place of the first.
fn stretches(seeds: &[Seed], reversed: bool) -> Vec<(usize, Stretch)> {
    let kinds: Vec<Kind> = seeds.iter().map(Kind::of).collect();
    let mut stretches = Vec::new();
    let mut start = 0;
    for end in 1..=kinds.len() {
        if end == kinds.len() || !kinds[end].continues(&kinds[start]) {
            stretches.push((start, Stretch::of(&kinds[start..end], reversed)));
            start = end;
        }
    }
    stretches
}

/// What a seed is.
#[derive(Debug, Clone, PartialEq)]
enum Kind {
    Number(Number),
    Date(i64, DateStep),
    /// A part of a year, as headings have it.
    Period(Period),
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
pub(super) enum Case {
    Lower,
    Title,
    Upper,
}

impl Kind {
    fn of(seed: &Seed) -> Self {
        match &seed.content {
            Content::Value(Value::Number(number)) => {
                let date = seed.date.and_then(|step| Some(Self::Date(number.to_integer()?, step)));
                date.unwrap_or(Self::Number(*number))
            }
            Content::Value(Value::Text(text)) => {
                let found = name(text).or_else(|| Period::read(text).map(Self::Period)).or_else(|| numbered(text));
                found.unwrap_or(Self::Other)
            }
            _ => Self::Other,
        }
    }

    fn continues(&self, first: &Self) -> bool {
        match (first, self) {
            (Self::Number(_), Self::Number(_)) | (Self::Date(..), Self::Date(..)) => true,
            (Self::Period(one), Self::Period(other)) => one.is_like(other),
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
    pub fn of(text: &str) -> Self {
        match (text.chars().all(|sign| !sign.is_lowercase()), text.starts_with(char::is_uppercase)) {
            (true, _) => Self::Upper,
            (false, true) => Self::Title,
            (false, false) => Self::Lower,
        }
    }

    pub fn write(self, name: &str) -> String {
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
    /// So many days from Monday to Friday further each time.
    Workdays(i64),
    Periods {
        first: Period,
        step: i64,
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
    fn of(kinds: &[Kind], reversed: bool) -> Self {
        let rule = match (&kinds[0], kinds) {
            (Kind::Number(number), [_]) if reversed => Ok(Rule::Line { start: *number, step: Number::ONE }),
            (Kind::Number(_), [_]) | (Kind::Other, _) => Ok(Rule::Repeat),
            _ if reversed => Ok(Rule::Repeat),
            (Kind::Number(_), _) => line(&numbers(kinds)),
            (Kind::Date(first, step), [_]) => Ok(date_alone(*first, *step)),
            (Kind::Date(first, DateStep::Workdays), _) => Ok(Rule::Workdays(*first)),
            (Kind::Date(..), _) => months(kinds).map_or_else(|| line(&numbers(kinds)), Ok),
            (Kind::Name { .. }, _) => Ok(circle(kinds)),
            (Kind::Period(first), _) => Ok(periods(first, kinds)),
            (Kind::Numbered { .. }, _) => Ok(count(kinds)),
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
            Rule::Workdays(start) => Number::from(workday_after(*start, far)).into(),
            Rule::Periods { first, step } => Value::text(first.written(first.at + step * far)),
            Rule::Count { stem, start, step, digits } => {
                Value::text(format!("{stem}{:0>digits$}", (start + step * far).abs()))
            }
        };
        Some(Content::Value(value))
    }
}

fn numbers(kinds: &[Kind]) -> Vec<Number> {
    let number = |kind: &Kind| match kind {
        Kind::Number(number) => Some(*number),
        Kind::Date(day, _) => Some(Number::from(*day)),
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
        Kind::Date(day, _) => Date::from_serial(*day).ok(),
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

fn periods(first: &Period, kinds: &[Kind]) -> Rule {
    let at = |kind: &Kind| if let Kind::Period(period) = kind { period.at } else { 0 };
    let rule = |step| Rule::Periods { first: first.clone(), step };
    steady(kinds, |pair| at(&pair[1]) - at(&pair[0]), 1).map_or(Rule::Repeat, rule)
}

fn date_alone(day: i64, step: DateStep) -> Rule {
    let by_months = |step| {
        let months = |first: Date| Rule::Months { first, step, at_end: false };
        Date::from_serial(day).map_or(Rule::Repeat, months)
    };
    match step {
        DateStep::Days => Rule::Line { start: Number::from(day), step: Number::ONE },
        DateStep::Workdays => Rule::Workdays(day),
        DateStep::Months => by_months(1),
        DateStep::Years => by_months(12),
    }
}

/// The day so many days from Monday to Friday after another; Monday is 2 in the week of serial days.
fn workday_after(day: i64, count: i64) -> i64 {
    let weekday = (day - 2).rem_euclid(7);
    // From a weekend it is counted as from the Friday before.
    let (friday_or_day, weekday) = if weekday > 4 { (day - (weekday - 4), 4) } else { (day, weekday) };
    let monday = friday_or_day - weekday;
    let along = weekday + count;
    monday + along.div_euclid(5) * 7 + along.rem_euclid(5)
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
        Seed { content: Content::Value(value), date: date.is_some().then_some(DateStep::Days) }
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
        let found: Vec<String> = found.iter().map(|content| shown(content, seeds[0].date.is_some())).collect();
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
    fn control_reverses_copy_and_series() {
        for text in ["date 2026-8-30", "januari", "Kvartal 1", "Konto 1"] {
            let found = continued(&[seed(text)], 1, true);
            assert_eq!(found, [seed(text).content], "{text}");
        }
        let found = continued(&[seed("1"), seed("2")], 2, true);
        assert_eq!(found, [seed("1").content, seed("2").content]);
    }

    #[test]
    fn a_date_alone_goes_on_as_asked() {
        for (step, wanted) in [
            (DateStep::Workdays, ["2026-8-31", "2026-9-1", "2026-9-2"]),
            (DateStep::Months, ["2026-9-28", "2026-10-28", "2026-11-28"]),
            (DateStep::Years, ["2027-8-28", "2028-8-28", "2029-8-28"]),
        ] {
            let friday = Seed { date: Some(step), ..seed("date 2026-8-28") };
            let found: Vec<String> = continued(&[friday], 3, false).iter().map(|day| shown(day, true)).collect();
            assert_eq!(found, wanted, "{step:?}");
        }
        let sunday = Seed { date: Some(DateStep::Workdays), ..seed("date 2026-8-30") };
        assert_eq!(shown(&continued(&[sunday], 1, false)[0], true), "2026-8-31");
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
        check(&["Kv 3 2025", "Kv 4 2025"], &["Kv 1 2026", "Kv 2 2026"]);
        check(&["T1 2026", "T3 2026"], &["T2 2027"]);
        check(&["april 2026", "maj 2026"], &["juni 2026", "juli 2026"]);
        check(&["P99"], &["P100"]);
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
