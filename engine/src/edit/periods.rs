//! Periods as they are written in headings: `Kvartal 1`, `Kv 4 2025`, `2025-Q4`, `Vecka 52`, `T1`, `maj 2026`. They go
//! round within their year, and on to the next where a year is written. Only the year tells whether it has a week 53, so a
//! week without a year goes from 52 to 1, and one with a year goes as the calendar does.

use crate::base::sorting;
use crate::display::calendar_words;
use crate::value::moment::Date;

use super::series::Case;

/// Parts of a year that are numbered: how many it has, and the words that stand before the number.
const PARTS: [(i64, &[&str]); 4] = [
    (2, &["halvår", "h", "half"]),
    (3, &["tertial", "t"]),
    (4, &["kvartal", "kv", "q", "k", "quarter", "qtr"]),
    (WEEKS, &["vecka", "v", "week", "w", "wk"]),
];
const WEEKS: i64 = 52;
const MONTHS: i64 = 12;

/// A written period.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Period {
    /// Where it stands among all of its kind, counted from the year 0, or within its year when that is not written.
    pub at: i64,
    kind: Kind,
}

/// How a period is written.
#[derive(Debug, Clone, PartialEq)]
struct Kind {
    /// How many of them a year has.
    parts: i64,
    before: Words,
    name: Name,
    after: Words,
}

/// What stands before or after the name of a period.
#[derive(Debug, Clone, PartialEq)]
enum Words {
    /// Nothing but this.
    Fixed(String),
    /// This, the year, and this.
    Year(String, String),
}

/// How the part of the year is written.
#[derive(Debug, Clone, PartialEq)]
enum Name {
    /// A number with so many digits.
    Number(usize),
    /// The name of a month out of a circle of them.
    Month(Vec<&'static str>, Case),
}

impl Period {
    /// Reads a period; `None` where the text is none.
    pub fn read(text: &str) -> Option<Self> {
        numbered(text).or_else(|| month_and_year(text)).or_else(|| year_and_number(text))
    }

    /// Whether another is written in the same way.
    pub fn is_like(&self, other: &Self) -> bool {
        let (one, other) = (&self.kind, &other.kind);
        let outside = |kind: &Kind| (kind.parts, kind.before.clone(), kind.after.clone());
        let names_month = |kind: &Kind| matches!(kind.name, Name::Month(..));
        outside(one) == outside(other) && names_month(one) == names_month(other)
    }

    /// The period at another place, written in the same way.
    pub fn written(&self, at: i64) -> String {
        let Kind { parts, before, name, after } = &self.kind;
        let (year, part) = if *parts == WEEKS && self.has_year() {
            week_of(at)
        } else {
            (at.div_euclid(*parts), at.rem_euclid(*parts) + 1)
        };
        let words = |words: &Words| match words {
            Words::Fixed(text) => text.clone(),
            Words::Year(before, after) => format!("{before}{year}{after}"),
        };
        let name = match name {
            Name::Number(digits) => format!("{part:0>digits$}"),
            Name::Month(circle, case) => circle
                .get(usize::try_from(part - 1).unwrap_or_default())
                .map(|name| case.write(name))
                .unwrap_or_default(),
        };
        format!("{}{name}{}", words(before), words(after))
    }

    fn of(part: i64, year: Option<i64>, kind: Kind) -> Option<Self> {
        if !(1..=kind.parts + i64::from(kind.parts == WEEKS)).contains(&part) {
            return None;
        }
        let at = match year {
            Some(year) if kind.parts == WEEKS => first_week(year)? + part - 1,
            year => year.unwrap_or(0) * kind.parts + part - 1,
        };
        Some(Self { at, kind })
    }

    const fn has_year(&self) -> bool {
        matches!(self.kind.before, Words::Year(..)) || matches!(self.kind.after, Words::Year(..))
    }
}

/// `Kvartal 1`, `T1`, `Kv 4 2025`, `2025 Q4`.
fn numbered(text: &str) -> Option<Period> {
    let (year_before, rest) = leading_year(text);
    let (rest, year_after) = if year_before.is_none() { trailing_year(text) } else { (rest, None) };
    let stem = rest.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let digits = &rest[stem.len()..];
    let word = stem.trim_start_matches(is_gap).trim_end_matches([' ', '.']).to_lowercase();
    let (parts, _) = PARTS.into_iter().find(|(_, words)| words.contains(&word.as_str()))?;
    let (before, year) = match year_before {
        Some(year) => (Words::Year(String::new(), stem.to_owned()), Some(year)),
        None => (Words::Fixed(stem.to_owned()), year_after.map(|(year, _)| year)),
    };
    let after = match year_after {
        Some((_, gap)) => Words::Year(gap.to_owned(), String::new()),
        None => Words::Fixed(String::new()),
    };
    // Only numbers that begin with a zero are written with all their digits.
    let length = if digits.starts_with('0') { digits.len() } else { 1 };
    let kind = Kind { parts, before, name: Name::Number(length), after };
    Period::of(digits.parse().ok().filter(|_| digits.len() <= 2)?, year, kind)
}

/// `maj 2026`, `Maj-2026`.
fn month_and_year(text: &str) -> Option<Period> {
    let (name, year) = trailing_year(text);
    let (year, gap) = year.filter(|(_, gap)| !gap.is_empty())?;
    let lower = name.to_lowercase();
    let mut circles: Vec<_> = calendar_words::cycles().filter(|circle| circle.len() == MONTHS as usize).collect();
    // A name that is its own abbreviation, such as maj, is taken as whole.
    sorting::sort_by_key(&mut circles, |circle| circle.iter().all(|name| name.chars().count() <= 3));
    circles.into_iter().find_map(|circle| {
        let part = circle.iter().position(|month| month.to_lowercase() == lower)?;
        let name = Name::Month(circle, Case::of(name));
        let after = Words::Year(gap.to_owned(), String::new());
        Period::of(
            part as i64 + 1,
            Some(year),
            Kind { parts: MONTHS, before: Words::Fixed(String::new()), name, after },
        )
    })
}

/// `2026-05` as text.
fn year_and_number(text: &str) -> Option<Period> {
    let (year, rest) = leading_year(text);
    let gap = rest.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let digits = &rest[gap.len()..];
    if digits.len() != 2 || gap.chars().count() != 1 || !gap.starts_with(is_gap) {
        return None;
    }
    let before = Words::Year(String::new(), gap.to_owned());
    let kind = Kind { parts: MONTHS, before, name: Name::Number(2), after: Words::Fixed(String::new()) };
    Period::of(digits.parse().ok()?, Some(year?), kind)
}

const fn is_gap(sign: char) -> bool {
    matches!(sign, ' ' | '-' | '/' | ',' | '.' | '\'')
}

/// A year of four digits at the start, and the rest of the text.
fn leading_year(text: &str) -> (Option<i64>, &str) {
    let year = text.get(..4).filter(|year| year.bytes().all(|sign| sign.is_ascii_digit()));
    match year.and_then(|year| year.parse().ok()) {
        Some(year) => (Some(year), &text[4..]),
        None => (None, text),
    }
}

/// The text before a year of four digits at the end, and the year with the gap before it.
fn trailing_year(text: &str) -> (&str, Option<(i64, &str)>) {
    let stem = text.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let name = stem.trim_end_matches(is_gap);
    let (digits, gap) = (&text[stem.len()..], &stem[name.len()..]);
    match digits.parse().ok().filter(|_| digits.len() == 4 && !gap.is_empty()) {
        Some(year) => (name, Some((year, gap))),
        None => (text, None),
    }
}

/// The week that begins a year, counted in weeks from the first Monday there is.
fn first_week(year: i64) -> Option<i64> {
    let fourth = Date::new(year, 1, 4)?.serial();
    Some((fourth - 2).div_euclid(7))
}

/// The year and the number of a week, counted from the first Monday there is.
fn week_of(at: i64) -> (i64, i64) {
    // The Thursday of a week lies in its year.
    let year = Date::from_serial(at * 7 + 5).map_or(0, |date| date.year);
    (year, first_week(year).map_or(1, |first| at - first + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_go_round_and_on_to_the_next_year() {
        for (text, step, wanted) in [
            ("Kvartal 4", 1, "Kvartal 1"),
            ("Kv 4 2025", 1, "Kv 1 2026"),
            ("kv. 1 2026", -1, "kv. 4 2025"),
            ("2025-Q4", 1, "2026-Q1"),
            ("Q2/2026", 3, "Q1/2027"),
            ("T1", 1, "T2"),
            ("T3", 1, "T1"),
            ("Tertial 3 2025", 1, "Tertial 1 2026"),
            ("Halvår 2 2025", 1, "Halvår 1 2026"),
            ("Vecka 9", 1, "Vecka 10"),
            ("Vecka 52", 1, "Vecka 1"),
            ("v. 52 2026", 1, "v. 53 2026"),
            ("v. 53 2026", 1, "v. 1 2027"),
            ("vecka 52 2025", 1, "vecka 1 2026"),
            ("maj 2026", 1, "juni 2026"),
            ("December 2025", 1, "Januari 2026"),
            ("jan 2026", -1, "dec 2025"),
            ("2026-12", 1, "2027-01"),
        ] {
            let period = Period::read(text).unwrap();
            assert_eq!(period.written(period.at), text);
            assert_eq!(period.written(period.at + step), wanted, "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_periods() {
        for text in ["", "Konto 4010", "T12", "Kvartal 5", "2026", "2026-13", "Åtgärd 9", "maj", "K", "år 2026", "åäö2"]
        {
            assert_eq!(Period::read(text), None, "{text}");
        }
    }
}
