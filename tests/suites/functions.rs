//! The examples that the help of every function shows, typed into a book in both languages.

use anyhow::{Context, Result, ensure};
use libtest_mimic::Trial;
use tertial_engine::functions::{Example, Function, library};
use tertial_engine::session::vocabulary::{BookVocabulary, dialect};
use tertial_engine::session::{Address, Locale, Place, Session, Still};
use tertial_engine::syntax::{Dialect, parse, print};
use tertial_engine::value::Value;

use crate::trial;

/// A test for each function.
pub fn trials() -> Vec<Trial> {
    library::all().map(|function| trial(format!("functions/{}", function.name), || check(function))).collect()
}

fn check(function: &Function) -> Result<()> {
    ensure!(!function.examples.is_empty(), "no example");
    for example in function.examples {
        for locale in [Locale::English, Locale::Swedish] {
            check_example(example, locale).with_context(|| format!("{} in {locale:?}", example.formula))?;
        }
    }
    Ok(())
}

/// Types the example away from the cells it might read. Text is read and written in the language of the one who types,
/// so what goes from or to text is compared in English only.
fn check_example(example: &Example, locale: Locale) -> Result<()> {
    if locale == Locale::Swedish && example.formula.contains('"') {
        return Ok(());
    }
    let mut session = Session::new(Box::new(Still { now: 46_265.5 }));
    session.set_locale(locale);
    let sheet = session.sheets().first().context("a sheet")?.id;
    let place = Address::new(6, 3).on(sheet);
    let typed = format!("={}", spoken(&session, place, example.formula, locale));
    session.enter(place, &typed)?;
    if locale == Locale::Swedish && matches!(session.value(place), Value::Text(_)) {
        return Ok(());
    }
    let found = shown(&session, place);
    ensure!(found == example.result, "{typed} is {found}, not {}", example.result);
    Ok(())
}

fn spoken(session: &Session, place: Place, formula: &str, locale: Locale) -> String {
    let vocabulary = BookVocabulary(session.book());
    let parsed = parse(formula, place, Dialect::English, &vocabulary);
    print(&parsed.expression, place, dialect(locale), &vocabulary)
}

/// A single value, or the rows of an array between braces.
fn shown(session: &Session, place: Place) -> String {
    let sheet = session.book().sheet(place.sheet);
    let spill = sheet.and_then(|sheet| sheet.spills.at(place.address)).filter(|spill| spill.is_placed());
    let Some(range) = spill.map(|spill| spill.range) else { return written(&session.value(place)) };
    let row = |row: u32| {
        let columns = range.first.column..=range.last.column;
        let cells = columns.map(|column| written(&session.value(Address::new(row, column).on(place.sheet))));
        cells.collect::<Vec<_>>().join(",")
    };
    let rows = (range.first.row..=range.last.row).map(row).collect::<Vec<_>>();
    format!("{{{}}}", rows.join(";"))
}

fn written(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.to_string(),
        Value::Boolean(boolean) => Locale::English.boolean(*boolean).to_owned(),
        Value::Error(error) => error.code().to_owned(),
        Value::Blank | Value::Array(_) => String::new(),
    }
}
