//! A cell in words, for people who listen instead of look: row, column, amount with its sign spoken, and what it is.

use super::presentation::{Spot, figure_format, filter, is_locked, spot, unit_word};
use super::units;
use crate::base::Address;
use crate::book::{ColumnRole, ReportTable, Sheet, TableColumn, TableRow};
use crate::display::{Locale, general};
use crate::value::{Number, Value};

/// What a screen reader says of a cell, such as `Personalavdelning, Avvikelse, plus 200 tusen kronor, formel`.
pub fn spoken(sheet: &Sheet, cell: Address, sign: Option<String>, locale: Locale) -> String {
    let value = sheet.value(cell);
    let mut parts = match spot(sheet, cell) {
        Some(Spot::Figure(table, row, column)) => {
            let label = row_label(sheet, table, row, locale);
            vec![label, column.label.clone(), spoken_figure(sheet, (table, row, column), &value, locale)]
        }
        _ => vec![cell.to_string(), spoken_value(&value, locale)],
    };
    parts.extend(sign);
    if sheet.formulas.at(cell).is_some() || sheet.spills.filling(cell).is_some() {
        parts.push(words(locale, "formel", "formula"));
    }
    match filter(sheet, cell) {
        Some(true) => parts.push(words(locale, "filtrerad", "filtered")),
        Some(false) => parts.push(words(locale, "kan filtreras", "can be filtered")),
        None => {}
    }
    if is_locked(sheet, cell) {
        parts.push(words(locale, "låst", "locked"));
    }
    if sheet.notes.at(cell).is_some() {
        parts.push(words(locale, "anteckning finns", "has a note"));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

fn row_label(sheet: &Sheet, table: &ReportTable, row: &TableRow, locale: Locale) -> String {
    let at = sheet.rows.position(row.line).zip(sheet.columns.position(table.label_column));
    at.map(|(row, column)| general(&sheet.value(Address::new(row, column)), locale)).unwrap_or_default()
}

fn spoken_figure(
    sheet: &Sheet,
    (table, row, column): (&ReportTable, &TableRow, &TableColumn),
    value: &Value,
    locale: Locale,
) -> String {
    let Value::Number(number) = value else { return spoken_value(value, locale) };
    let steps = units::unit_steps(sheet, table.unit_of(row, column));
    let shown = units::scaled(number.abs(), steps);
    let amount = figure_format(sheet, (table, row, column)).format(shown, locale).replace('+', "");
    let unit = sheet.styles.shown_unit.filter(|_| steps != 0).unwrap_or(table.unit_of(row, column));
    let parts = [sign(*number, column.role), &amount, unit_word(unit, locale)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn spoken_value(value: &Value, locale: Locale) -> String {
    match value {
        Value::Blank => words(locale, "tom", "empty"),
        Value::Number(number) => {
            let amount = general(&Value::Number(number.abs()), locale);
            [if number.is_negative() { "minus " } else { "" }, &amount].concat()
        }
        other => general(other, locale),
    }
}

/// The sign in words. Plus is said of deviations, where it means a surplus.
fn sign(number: Number, role: ColumnRole) -> &'static str {
    match role {
        _ if number.is_negative() => "minus",
        ColumnRole::Deviation if !number.is_zero() => "plus",
        _ => "",
    }
}

fn words(locale: Locale, swedish: &str, english: &str) -> String {
    match locale {
        Locale::Swedish => swedish.to_owned(),
        Locale::English => english.to_owned(),
    }
}
