//! Filters, between the file's schema and the book.

use super::into_book::refused;
use super::looks::{from_rows, to_rows};
use crate::base::address::{column_letters, parse_column};
use crate::base::{IntervalSet, Range};
use crate::book::{Condition, Criterion, Filter, Filtering, Test};
use crate::file::FileError;
use crate::file::v1::{self, FilterColumn};
use crate::value::{Number, Value};

/// A filter as it is written.
pub fn written(filtering: &Filtering) -> Option<v1::Filter> {
    let filter = filtering.filter.as_ref()?;
    let columns = filter.criteria.iter().map(|(column, asked)| to_column(*column, asked));
    Some(v1::Filter {
        range: filter.range.to_string(),
        columns: columns.collect(),
        hidden: filtering.away.intervals().map(to_rows).collect(),
    })
}

fn to_column(column: u32, asked: &Criterion) -> FilterColumn {
    let column = FilterColumn { column: column_letters(column), ..FilterColumn::default() };
    match asked {
        Criterion::Texts { texts, are_shown } => {
            let texts = Some(texts.iter().cloned().collect());
            match are_shown {
                true => FilterColumn { shows: texts, ..column },
                false => FilterColumn { hides: texts, ..column },
            }
        }
        Criterion::Condition(Condition { test, operand, to }) => {
            let (number, text) = match operand {
                Value::Number(number) => (Some(number.to_string()), None),
                Value::Text(text) => (None, Some(text.to_string())),
                _ => (None, Some(String::new())),
            };
            let to = to.map(|to| to.to_string());
            FilterColumn { test: Some(test.name().to_owned()), number, text, to, ..column }
        }
    }
}

/// A filter as it was written.
pub fn read(sheet: &str, written: &v1::Filter) -> Result<Filtering, FileError> {
    let range = Range::parse(&written.range).ok_or_else(|| refused(sheet, &written.range))?;
    let mut filter = Filter { range, criteria: Default::default() };
    for column in &written.columns {
        let found = parse_column(&column.column).zip(from_column(column));
        let (position, asked) =
            found.ok_or_else(|| refused(sheet, &format!("the filter of column {}", column.column)))?;
        filter.criteria.insert(position, asked);
    }
    let mut away = IntervalSet::default();
    for rows in &written.hidden {
        let (first, last) = from_rows(sheet, rows)?;
        away.insert(first, last);
    }
    Ok(Filtering { filter: Some(filter), away })
}

fn from_column(written: &FilterColumn) -> Option<Criterion> {
    match written {
        FilterColumn { shows: Some(texts), hides: None, test: None, .. } => {
            Some(Criterion::Texts { texts: texts.iter().cloned().collect(), are_shown: true })
        }
        FilterColumn { shows: None, hides: Some(texts), test: None, .. } => {
            Some(Criterion::Texts { texts: texts.iter().cloned().collect(), are_shown: false })
        }
        FilterColumn { shows: None, hides: None, test: Some(test), number, text, to, .. } => {
            let operand = match (number, text) {
                (Some(number), None) => Value::Number(Number::parse(number)?),
                (None, Some(text)) => Value::text(text),
                _ => return None,
            };
            let to = match to {
                Some(to) => Some(Number::parse(to)?),
                None => None,
            };
            Some(Criterion::Condition(Condition { test: Test::from_name(test)?, operand, to }))
        }
        _ => None,
    }
}
