//! Internal control and assignments: risks, words of status, dates that have passed.

use super::audited::Audited;
use super::finding::{Found, Word};
use super::repair;
use crate::base::Place;
use crate::book::{Allowed, ColumnRole, List, RowKind};
use crate::display::{Format, Locale};
use crate::value::moment::Date;
use crate::value::{Number, Value};

/// Scales of status, each from one end to the other, in small letters.
const SCALES: &[&[&str]] = &[
    &[
        "ej påbörjad",
        "ej påbörjat",
        "påbörjad",
        "påbörjat",
        "pågår",
        "pågående",
        "försenad",
        "försenat",
        "uppskjuten",
        "uppskjutet",
        "klar",
        "klart",
        "genomförd",
        "genomfört",
        "avslutad",
        "avslutat",
        "✓",
        "⌚",
    ],
    &["sämre", "oförändrat", "oförändrad", "bra", "bättre"],
    &["nej", "delvis", "ja"],
    &["ingen avvikelse", "mindre avvikelse", "större avvikelse", "inte kontrollerat"],
    &["ej uppnått", "delvis uppnått", "uppnått"],
    &["röd", "gul", "grön", "●"],
    &["↓", "↘", "→", "↗", "↑"],
];
/// Words that say that nothing is left to do.
const DONE: &[&str] = &["klar", "klart", "genomförd", "genomfört", "avslutad", "avslutat", "✓"];

/// Risks that are not probability times consequence.
pub fn risk_product(table: &Audited<'_>) -> Vec<Found> {
    let named = |word| table.column_named(word);
    let columns = named("sannolikhet").zip(named("konsekvens")).zip(named("riskvärde"));
    let Some(((likely, severe), risk)) = columns else { return Vec::new() };
    let mut found = Vec::new();
    for (row, _) in table.rows() {
        let numbers = [likely, severe, risk].map(|column| table.number(row, column));
        let [Some(one), Some(other), Some(printed)] = numbers else { continue };
        if let Some(product) = one.times(other).ok().filter(|product| *product != printed) {
            let places = [risk, likely, severe].map(|column| table.place(row, column));
            let [Some(place), Some(one), Some(other)] = places else { continue };
            let words = vec![Word::Amount(Some(printed), 0), Word::Amount(Some(product), 0)];
            found.push(Found::at(place, words).fixed_by(Some(repair::product(place, one.address, other.address))));
        }
    }
    found
}

/// Words of status that are on no scale that the column goes by.
pub fn status_outside_scale(table: &Audited<'_>) -> Vec<Found> {
    let columns = table.table.columns.iter().enumerate().filter(|(_, column)| column.role == ColumnRole::Status);
    columns.flat_map(|(column, _)| outside(table, column)).collect()
}

fn outside(table: &Audited<'_>, column: usize) -> Vec<Found> {
    let rows = table.rows().filter(|(_, row)| row.kind != RowKind::Heading);
    let words: Vec<(Place, String)> =
        rows.filter_map(|(row, _)| Some((table.place(row, column)?, table.text(row, column)?))).collect();
    let known = |(place, word): &&(Place, String)| is_allowed(table, *place, word);
    // A column that goes by no scale that is known says what it wants.
    if words.iter().filter(known).count() * 2 <= words.len() {
        return Vec::new();
    }
    let unknown = words.iter().filter(|word| !known(word));
    unknown.map(|(place, word)| Found::at(*place, vec![Word::Text(word.clone())])).collect()
}

/// Whether a word is one of those that its cell takes, or else of a scale.
fn is_allowed(table: &Audited<'_>, place: Place, word: &str) -> bool {
    let rule = table.sheet.rules.validation(place.address).and_then(|rule| rule.allowed.as_ref());
    let word = word.to_lowercase();
    match rule {
        Some(Allowed::List(List::Texts(texts))) => texts.iter().any(|text| text.to_lowercase() == word),
        _ => SCALES.iter().any(|scale| scale.contains(&word.as_str())),
    }
}

/// Measures that should have been done by now and are not.
pub fn overdue(table: &Audited<'_>) -> Vec<Found> {
    let status = table.table.columns.iter().position(|column| column.role == ColumnRole::Status);
    let until = table.column_named("slutdatum").or_else(|| table.column_named("klart senast"));
    let (Some(today), Some((status, until))) = (table.today, status.zip(until)) else { return Vec::new() };
    let mut found = Vec::new();
    for (row, _) in table.rows() {
        let Some((word, end)) = table.text(row, status).zip(day(&table.value(row, until))) else { continue };
        if end < today && !DONE.contains(&word.to_lowercase().as_str()) {
            let written = table.text(row, until).unwrap_or_else(|| written(end));
            let words = vec![Word::Text(written), Word::Text(word)];
            found.extend(table.place(row, until).map(|place| Found::at(place, words)));
        }
    }
    found
}

/// A date as it is written.
fn written(day: Number) -> String {
    let format = Format::parse("yyyy-mm-dd");
    format.map(|format| format.render(&Value::Number(day), Locale::Swedish).text).unwrap_or_default()
}

/// A date that is written as `2018-12-31`, or that a date's number is.
fn day(value: &Value) -> Option<Number> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Text(text) => {
            let mut parts = text.trim().split('-').map(str::parse::<i64>);
            let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day)), None) =
                (parts.next(), parts.next(), parts.next(), parts.next())
            else {
                return None;
            };
            Date::new(year, month, day).map(|date| Number::from(date.serial()))
        }
        _ => None,
    }
}
