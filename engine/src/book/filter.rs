//! The filter of a sheet: rows are shown by what stands in their cells. Which rows it hides is kept apart from those that
//! people hid, so that all of its own come back and no other.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Address, AxisKind, IntervalSet, Range, Shift};
use crate::value::{Number, Value};

/// What is shown of a stretch of rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    /// The cells: a row of headings, and the rows below it.
    pub range: Range,
    /// What is asked of cells, by column.
    pub criteria: BTreeMap<u32, Criterion>,
}

/// What is asked of the cells of a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Criterion {
    /// Their texts in small letters, as English writes them; blank is the empty text.
    Texts {
        /// The texts.
        texts: BTreeSet<String>,
        /// Whether these are shown, or all others.
        are_shown: bool,
    },
    /// A comparison.
    Condition(Condition),
}

/// A comparison of cells with something.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// How they are compared.
    pub test: Test,
    /// With what: a number or a text.
    pub operand: Value,
    /// The upper end of what lies between two numbers.
    pub to: Option<Number>,
}

/// Ways to compare cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Test {
    /// The same.
    Equal,
    /// Anything else.
    NotEqual,
    /// Greater.
    Greater,
    /// Greater, or the same.
    GreaterOrEqual,
    /// Less.
    Less,
    /// Less, or the same.
    LessOrEqual,
    /// From one number to another.
    Between,
    /// Texts that hold it.
    Contains,
    /// Texts that do not.
    NotContains,
    /// Texts that begin with it.
    BeginsWith,
    /// Texts that end with it.
    EndsWith,
}

/// A filter and the rows that it hides.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filtering {
    /// What is shown.
    pub filter: Option<Filter>,
    /// The rows that are not.
    pub away: IntervalSet,
}

impl Test {
    /// Every test, with its name in files.
    pub const ALL: &'static [(Self, &'static str)] = &[
        (Self::Equal, "equal"),
        (Self::NotEqual, "not-equal"),
        (Self::Greater, "greater"),
        (Self::GreaterOrEqual, "greater-or-equal"),
        (Self::Less, "less"),
        (Self::LessOrEqual, "less-or-equal"),
        (Self::Between, "between"),
        (Self::Contains, "contains"),
        (Self::NotContains, "not-contains"),
        (Self::BeginsWith, "begins-with"),
        (Self::EndsWith, "ends-with"),
    ];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(test, _)| *test == self).map_or("", |(_, name)| name)
    }

    /// The test with a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, other)| *other == name).map(|(test, _)| *test)
    }
}

impl Filter {
    /// Whether a cell is one of its headings.
    pub fn is_heading(&self, cell: Address) -> bool {
        cell.row == self.range.first.row && self.range.contains(cell)
    }
}

impl Criterion {
    /// Whether a cell is shown with a value and with a text, which is asked for only where it matters.
    pub fn holds(&self, value: &Value, text: impl FnOnce() -> String) -> bool {
        match self {
            Self::Texts { texts, are_shown } => texts.contains(&text()) == *are_shown,
            Self::Condition(condition) => condition.holds(value, text),
        }
    }
}

impl Condition {
    fn holds(&self, value: &Value, text: impl FnOnce() -> String) -> bool {
        match (&self.operand, value) {
            (Value::Number(wanted), Value::Number(number)) if self.test.is_of_size() => self.compares(*number, *wanted),
            (Value::Number(_), _) if self.test.is_of_size() => self.test == Test::NotEqual,
            (operand, _) => self.reads(&text().to_lowercase(), &written(operand)),
        }
    }

    fn compares(&self, number: Number, wanted: Number) -> bool {
        match self.test {
            Test::NotEqual => number != wanted,
            Test::Greater => number > wanted,
            Test::GreaterOrEqual => number >= wanted,
            Test::Less => number < wanted,
            Test::LessOrEqual => number <= wanted,
            Test::Between => number >= wanted && self.to.is_none_or(|to| number <= to),
            _ => number == wanted,
        }
    }

    fn reads(&self, text: &str, wanted: &str) -> bool {
        match self.test {
            Test::NotEqual => text != wanted,
            Test::Greater => text > wanted,
            Test::GreaterOrEqual | Test::Between => text >= wanted,
            Test::Less => !text.is_empty() && text < wanted,
            Test::LessOrEqual => !text.is_empty() && text <= wanted,
            Test::Contains => text.contains(wanted),
            Test::NotContains => !text.contains(wanted),
            Test::BeginsWith => text.starts_with(wanted),
            Test::EndsWith => text.ends_with(wanted),
            Test::Equal => text == wanted,
        }
    }
}

impl Test {
    /// Whether numbers are compared by their size.
    const fn is_of_size(self) -> bool {
        !matches!(self, Self::Contains | Self::NotContains | Self::BeginsWith | Self::EndsWith)
    }
}

fn written(operand: &Value) -> String {
    match operand {
        Value::Text(text) => text.to_lowercase(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

impl Filtering {
    /// Whether the headings of the filter go when lines go, or all of its columns: then it goes too, and all rows are shown.
    pub fn goes_with(&self, shift: &Shift) -> bool {
        self.filter.as_ref().is_some_and(|filter| {
            let headings = shift.axis == AxisKind::Columns || shift.moved(filter.range.first.row).is_some();
            !headings || shift.region(filter.range.on(shift.sheet)).is_none()
        })
    }

    /// Moves along when lines come and go.
    pub fn shift(&mut self, shift: &Shift) {
        if self.goes_with(shift) {
            *self = Self::default();
        }
        if shift.axis == AxisKind::Rows {
            self.away.shift(shift);
        }
        let Some(filter) = self.filter.as_mut() else { return };
        let Some(region) = shift.region(filter.range.on(shift.sheet)) else { return };
        filter.range = region.range;
        if shift.axis == AxisKind::Columns {
            let criteria = std::mem::take(&mut filter.criteria).into_iter();
            filter.criteria = criteria.filter_map(|(column, asked)| Some((shift.moved(column)?, asked))).collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{LineChange, SheetId};

    fn condition(test: Test, operand: Value) -> Criterion {
        Criterion::Condition(Condition { test, operand, to: Some(20.into()) })
    }

    #[test]
    fn numbers_are_compared_by_size_and_texts_by_letters() {
        let number = |test, number: i64| condition(test, 10.into()).holds(&number.into(), || number.to_string());
        let sizes = [Test::Greater, Test::GreaterOrEqual, Test::Less, Test::NotEqual, Test::Between];
        assert_eq!(sizes.map(|test| number(test, 10)), [false, true, false, false, true]);
        assert_eq!(sizes.map(|test| number(test, 21)), [true, true, false, true, false]);
        let text =
            |test, text: &str| condition(test, Value::text("Skola")).holds(&Value::text(text), || text.to_owned());
        let letters = [Test::Equal, Test::Contains, Test::NotContains, Test::BeginsWith, Test::EndsWith];
        assert_eq!(letters.map(|test| text(test, "grundskola")), [false, true, false, false, true]);
        assert_eq!(letters.map(|test| text(test, "SKOLA")), [true, true, false, true, true]);
        assert!(!condition(Test::Greater, 10.into()).holds(&Value::Blank, String::new));
    }

    #[test]
    fn a_filter_goes_with_its_headings() {
        let mut filtering = Filtering {
            filter: Some(Filter { range: Range::parse("B3:D9").unwrap(), criteria: BTreeMap::new() }),
            away: IntervalSet::default(),
        };
        filtering.away.insert(4, 5);
        let shift = |at, change| Shift { sheet: SheetId(0), axis: AxisKind::Rows, at, change };
        filtering.shift(&shift(5, LineChange::Insert(2)));
        let range = filtering.filter.as_ref().map(|filter| filter.range.to_string());
        assert_eq!(
            (range.as_deref(), filtering.away.intervals().collect::<Vec<_>>()),
            (Some("B3:D11"), vec![(4, 4), (7, 7)])
        );
        filtering.shift(&shift(2, LineChange::Delete(1)));
        assert_eq!(filtering, Filtering::default());
    }
}
