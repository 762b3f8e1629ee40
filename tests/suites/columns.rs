//! A formula filled down a long column is calculated in one go. It must give in every row what it gives in a cell of
//! its own, whatever the cells it reads hold.

use anyhow::{Context, Result, anyhow};
use libtest_mimic::Trial;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use tertial_engine::base::{Address, SheetId};
use tertial_engine::book::{Book, Content, Formula};
use tertial_engine::session::vocabulary::BookVocabulary;
use tertial_engine::session::{Session, Still};
use tertial_engine::syntax::{Dialect, parse};
use tertial_engine::value::{CellError, Number, Value};

use crate::trial;

const CASES: u32 = 80;
const ROWS: usize = 300;
/// Columns that formulas read: `A`, `B`, `C`.
const INPUTS: usize = 3;
const FILLED: u32 = 4;
const SINGLE: u32 = 5;

const SHEET: SheetId = SheetId(0);

/// The property.
pub fn trials() -> Vec<Trial> {
    vec![trial("properties/a-long-column-is-as-its-single-cells", hold)]
}

fn hold() -> Result<()> {
    let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let values = prop::collection::vec(value(), ROWS * INPUTS);
    let outcome = runner.run(&(formula(), values), |(formula, values)| check(&formula, &values));
    outcome.map_err(|error| match error {
        TestError::Fail(reason, (formula, _)) => anyhow!("{reason}, in a column of {formula}"),
        TestError::Abort(reason) => anyhow!("{reason}"),
    })
}

fn check(formula: &str, values: &[Value]) -> Result<(), TestCaseError> {
    let session = calculated(formula, values).map_err(|error| TestCaseError::fail(format!("{error:#}")))?;
    for row in 0..ROWS as u32 {
        let value = |column: u32| session.value(Address::new(row, column).on(SHEET));
        let inputs: Vec<Value> = (0..INPUTS as u32).map(value).collect();
        prop_assert_eq!(value(FILLED), value(SINGLE), "row {} of {:?}", row, inputs);
    }
    Ok(())
}

fn calculated(formula: &str, values: &[Value]) -> Result<Session> {
    let mut book = Book::default();
    let sheet = book.add_sheet("S");
    for (index, value) in values.iter().enumerate() {
        let cell = Address::new((index / INPUTS) as u32, (index % INPUTS) as u32);
        book.put(sheet, cell, Content::Value(value.clone()));
    }
    for row in 0..ROWS as u32 {
        let number = (row + 1).to_string();
        let own = formula.replace('#', &number);
        put(&mut book, Address::new(row, FILLED), &own)?;
        // Neighbours that are written differently share no run, so each is calculated for itself.
        put(&mut book, Address::new(row, SINGLE), if row % 2 == 0 { own } else { format!("({own})") }.as_str())?;
    }
    Ok(Session::of(book, Box::new(Still { now: 0.0 })))
}

fn put(book: &mut Book, cell: Address, text: &str) -> Result<()> {
    let parsed = parse(text, cell.on(SHEET), Dialect::English, &BookVocabulary(book));
    parsed.diagnostics.is_empty().then_some(()).with_context(|| format!("{text} is no formula"))?;
    book.put(SHEET, cell, Content::Formula(Formula::new(parsed.expression)));
    Ok(())
}

/// Formulas over one row, `#` in place of its number.
fn formula() -> impl Strategy<Value = String> {
    let leaf =
        select(vec!["$A#", "$B#", "$C#", "$A$1", "2", "0.1", "100", "0", "\"x\"", "TRUE"]).prop_map(str::to_owned);
    leaf.prop_recursive(4, 24, 3, |inner| {
        let operator = select(vec!["+", "-", "*", "/", "^", "&", "=", "<", ">=", "<>"]);
        prop_oneof![
            6 => (inner.clone(), operator, inner.clone()).prop_map(|(one, sign, other)| format!("{one}{sign}{other}")),
            2 => inner.clone().prop_map(|inner| format!("({inner})")),
            1 => inner.clone().prop_map(|inner| format!("-{inner}")),
            1 => inner.clone().prop_map(|inner| format!("({inner})%")),
            1 => (inner.clone(), inner.clone()).prop_map(|(one, other)| format!("IF({one},{other},$C#)")),
            1 => inner.prop_map(|inner| format!("ROUND({inner},1)")),
        ]
    })
}

fn value() -> impl Strategy<Value = Value> {
    let number = |text: &str| Value::Number(Number::parse(text).unwrap_or_default());
    let edge =
        ["0", "-1", "0.1", "1234567890123456789", "79000000000000000000000000000", "0.0000000000000000000000000001"];
    prop_oneof![
        12 => (-100_000..100_000_i64, 0..4_u32).prop_map(|(units, scale)| {
            Number::from_parts(units.into(), scale).map_or_else(Value::Error, Value::Number)
        }),
        2 => select(edge.map(number).to_vec()),
        1 => Just(Value::Blank),
        1 => select(vec![Value::text("x"), Value::text("12.5"), Value::text("")]),
        1 => any::<bool>().prop_map(Value::Boolean),
        1 => select(vec![Value::Error(CellError::NotAvailable), Value::Error(CellError::DivisionByZero)]),
    ]
}
