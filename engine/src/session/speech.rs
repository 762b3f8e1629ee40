//! A cell in words, for people who listen instead of look: row, column, amount with its sign spoken, and what it is.

use super::Session;
use super::presentation::{Spot, figure_format, spot, unit_word};
use crate::base::Place;
use crate::book::{ColumnRole, ReportTable, Sheet, TableColumn, TableRow};
use crate::display::{Locale, general};
use crate::value::{Number, Value};

impl Session {
    /// What a screen reader says of a cell, such as `Personalavdelning, Avvikelse, plus 200 tusen kronor, formel`.
    pub fn spoken(&self, place: Place) -> String {
        let Some(sheet) = self.book.sheet(place.sheet) else { return String::new() };
        let value = sheet.value(place.address);
        let mut parts = match spot(sheet, place.address) {
            Some(Spot::Figure(table, row, column)) => self.spoken_figure(sheet, (table, row, column), &value),
            _ => vec![place.address.to_string(), self.spoken_value(&value)],
        };
        if sheet.formulas.at(place.address).is_some() {
            parts.push(words(self.locale, "formel", "formula"));
        }
        parts.retain(|part| !part.is_empty());
        parts.join(", ")
    }

    fn spoken_figure(
        &self,
        sheet: &Sheet,
        (table, row, column): (&ReportTable, &TableRow, &TableColumn),
        value: &Value,
    ) -> Vec<String> {
        let label = sheet.rows.position(row.line).zip(sheet.columns.position(table.label_column));
        let label = label.map(|(row, column)| sheet.value(crate::base::Address::new(row, column)));
        let figure = match value {
            Value::Number(number) => {
                let amount = figure_format(table, column).format(number.abs(), self.locale).replace('+', "");
                [sign(*number, column.role), &amount, unit_word(column.unit_in(table), self.locale)].join(" ")
            }
            other => self.spoken_value(other),
        };
        let label = label.map(|label| general(&label, self.locale)).unwrap_or_default();
        vec![label, column.label.clone(), figure.trim().to_owned()]
    }

    fn spoken_value(&self, value: &Value) -> String {
        match value {
            Value::Blank => words(self.locale, "tom", "empty"),
            Value::Number(number) => {
                let amount = general(&Value::Number(number.abs()), self.locale);
                [if number.is_negative() { "minus " } else { "" }, &amount].concat()
            }
            other => general(other, self.locale),
        }
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
