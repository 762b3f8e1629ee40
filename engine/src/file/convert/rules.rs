//! What may be written on a sheet, and the cells that are kept an eye on, between the file's schema and the book.

use super::into_book::refused;
use crate::base::{LineId, Range, SheetId};
use crate::book::{Allowed, Book, List, Measure, Rules, Sheet, Validation, Watch};
use crate::file::{FileError, v1};
use crate::value::{Number, Value};

/// The words of each measure.
const MEASURES: [(Measure, &str); 4] =
    [(Measure::Number, "number"), (Measure::Whole, "whole"), (Measure::Date, "date"), (Measure::Length, "length")];

/// What may be written on a sheet, as it is kept; `None` where nothing is said of it.
pub fn written(sheet: &Sheet) -> Option<v1::Rules> {
    let Rules { marks, protection, validations } = &sheet.rules;
    let mark = |(range, input): &(Range, bool)| v1::Mark { range: range.to_string(), input: *input };
    (sheet.rules != Rules::default()).then(|| v1::Rules {
        marks: marks.iter().map(mark).collect(),
        protection: protection.clone(),
        validations: validations.iter().map(to_validation).collect(),
    })
}

/// Reads what may be written.
pub fn read(sheet: &v1::Sheet) -> Result<Rules, FileError> {
    let Some(kept) = &sheet.rules else { return Ok(Rules::default()) };
    let range = |text: &str| Range::parse(text).ok_or_else(|| refused(&sheet.name, text));
    let mut rules = Rules { protection: kept.protection.clone(), ..Rules::default() };
    for mark in &kept.marks {
        rules.marks.push((range(&mark.range)?, mark.input));
    }
    for rule in &kept.validations {
        let allowed = to_allowed(rule).ok_or_else(|| refused(&sheet.name, &rule.range))?;
        let (is_strict, message) = (rule.strict, rule.message.clone());
        rules.validations.push(Validation { range: range(&rule.range)?, allowed, is_strict, message });
    }
    Ok(rules)
}

/// The watched cells of the sheets that are there.
pub fn watches(book: &Book) -> Vec<v1::Watch> {
    let here = book.watches.iter().filter(|watch| book.sheet(watch.sheet).is_some());
    let written = here.map(|watch| {
        let (number, text) = match &watch.pinned {
            Value::Number(number) => (Some(number.to_string()), None),
            Value::Text(text) => (None, Some(text.to_string())),
            _ => (None, None),
        };
        v1::Watch { sheet: watch.sheet.0, row: watch.row.0, column: watch.column.0, number, text }
    });
    written.collect()
}

/// Reads the watched cells.
pub fn read_watches(document: &v1::Document) -> Result<Vec<Watch>, FileError> {
    let watch = |watch: &v1::Watch| {
        let pinned = match (&watch.number, &watch.text) {
            (Some(number), None) => Number::parse(number).map(Value::Number),
            (None, Some(text)) => Some(Value::text(text)),
            (None, None) => Some(Value::Blank),
            _ => None,
        };
        let pinned = pinned.ok_or_else(|| refused("watches", "a value that is none"))?;
        let (row, column) = (LineId(watch.row), LineId(watch.column));
        Ok(Watch { sheet: SheetId(watch.sheet), row, column, pinned })
    };
    document.watches.iter().map(watch).collect()
}

fn to_validation(rule: &Validation) -> v1::Validation {
    let written = v1::Validation {
        range: rule.range.to_string(),
        strict: rule.is_strict,
        message: rule.message.clone(),
        ..v1::Validation::default()
    };
    match &rule.allowed {
        None => written,
        Some(Allowed::List(List::Texts(texts))) => {
            v1::Validation { values: Some(texts.iter().map(|text| text.to_string()).collect()), ..written }
        }
        Some(Allowed::List(List::Cells(cells))) => v1::Validation {
            cells: Some(cells.map(|region| region.range.to_string()).unwrap_or_default()),
            sheet: cells.map(|region| region.sheet.0),
            ..written
        },
        Some(Allowed::List(List::Name(name))) => v1::Validation { name: Some(name.to_string()), ..written },
        Some(Allowed::Within { measure, least, most }) => {
            let word = MEASURES.iter().find(|(known, _)| known == measure).map(|(_, word)| (*word).to_owned());
            let limit = |limit: &Option<Number>| limit.map(|limit| limit.to_string());
            v1::Validation { measure: word, least: limit(least), most: limit(most), ..written }
        }
    }
}

/// What a rule takes; the outer `None` where it says what cannot be.
fn to_allowed(rule: &v1::Validation) -> Option<Option<Allowed>> {
    let list = |list| Some(Some(Allowed::List(list)));
    match (&rule.values, &rule.cells, &rule.name, &rule.measure) {
        (None, None, None, None) => Some(None),
        (Some(values), None, None, None) => list(List::Texts(values.iter().map(|text| text.as_str().into()).collect())),
        (None, Some(cells), None, None) if cells.is_empty() => list(List::Cells(None)),
        (None, Some(cells), None, None) => list(List::Cells(Some(Range::parse(cells)?.on(SheetId(rule.sheet?))))),
        (None, None, Some(name), None) => list(List::Name(name.as_str().into())),
        (None, None, None, Some(word)) => {
            let (measure, _) = MEASURES.iter().find(|(_, known)| known == word)?;
            let limit = |text: &Option<String>| match text {
                Some(text) => Number::parse(text).map(Some),
                None => Some(None),
            };
            let (least, most) = (limit(&rule.least)?, limit(&rule.most)?);
            Some(Some(Allowed::Within { measure: *measure, least, most }))
        }
        _ => None,
    }
}
