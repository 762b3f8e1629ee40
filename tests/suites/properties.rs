//! What must hold whatever a person does: undoing everything gives the same file again, and what was recalculated edit
//! by edit is what a full calculation gives.

use std::{env, fs};

use anyhow::{Context, Result, anyhow};
use libtest_mimic::Trial;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use tertial_engine::base::{Address, Range};
use tertial_engine::book::Book;
use tertial_engine::file;
use tertial_engine::session::{AxisKind, ChangeSet, Refusal, Session, SheetId, Still, shifting, sorting};
use tertial_tests::templates;

use crate::trial;

/// Names how many cases each property is tried on.
const CASES_VARIABLE: &str = "TERTIAL_CASES";
const USUAL_CASES: u32 = 300;
const MAX_EDITS: usize = 12;
/// Rows and columns that edits reach, a little more than the templates fill.
const ROWS: u32 = 24;
const COLUMNS: u32 = 9;

const FILES: [&str; 3] = [
    "koping/01-driftredovisning.tertial",
    "lindesberg/01-driftredovisning.tertial",
    "orebro/02-kommungemensamt-rn5.tertial",
];

/// What is typed: figures, words, good formulas, circles, errors.
const TYPED: [&str; 20] = [
    "0",
    "12,5",
    "-1 000",
    "3 %",
    "hej",
    "'007",
    "SANT",
    "2026-08-31",
    "=B4-C4",
    "=SUMMA(B4:B11)",
    "=SUMMA(B:B)",
    "=D5*2",
    "=OM(B4>0;C4;D4)",
    "=B4/0",
    "=Z99",
    "=A1&\"x\"",
    "=$B$4+B$5+$B6",
    "=MEDEL(B4:D9)",
    "=ANTAL(4:6)",
    "=1/3",
];

#[derive(Debug, Clone)]
enum Edit {
    Type(Address, &'static str),
    Clear(Range),
    InsertRows(u32, u32),
    DeleteRows(u32, u32),
    InsertColumns(u32, u32),
    DeleteColumns(u32, u32),
    Sort(Address, bool),
    InsertCells(Range, AxisKind),
    DeleteCells(Range, AxisKind),
}

/// The properties.
pub fn trials() -> Vec<Trial> {
    vec![
        trial("properties/undoing-all-gives-the-same-file", || hold(undone_is_as_before)),
        trial("properties/redoing-all-gives-the-edited-file", || hold(redone_is_as_edited)),
        trial("properties/edit-by-edit-is-as-full-calculation", || hold(incremental_is_full)),
        trial("properties/an-edited-file-opens-as-it-was-saved", || hold(saved_opens_the_same)),
    ]
}

/// Tries a property on books after edits.
fn hold(property: fn(&[u8], &[Edit]) -> Result<(), TestCaseError>) -> Result<()> {
    let input = (select(&FILES[..]), prop::collection::vec(edit(), 1..MAX_EDITS));
    let outcome = runner()?.run(&input, |(name, edits)| {
        let bytes = fs::read(templates().join(name)).map_err(|error| TestCaseError::fail(error.to_string()))?;
        property(&bytes, &edits)
    });
    outcome.map_err(|error| match error {
        TestError::Fail(reason, (name, edits)) => anyhow!("{reason}\n{name} after {edits:#?}"),
        TestError::Abort(reason) => anyhow!("{reason}"),
    })
}

/// Runs a property on as many cases as are asked for, the same ones at each run.
pub fn runner() -> Result<TestRunner> {
    let config = Config { cases: cases()?, failure_persistence: None, ..Config::default() };
    Ok(TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha)))
}

fn cases() -> Result<u32> {
    match env::var(CASES_VARIABLE) {
        Ok(count) => count.parse().with_context(|| format!("{CASES_VARIABLE} is no count: {count}")),
        Err(_) => Ok(USUAL_CASES),
    }
}

fn edit() -> impl Strategy<Value = Edit> {
    let line = |limit: u32| (0..limit, 1..4_u32);
    prop_oneof![
        8 => (address(), select(&TYPED[..])).prop_map(|(at, text)| Edit::Type(at, text)),
        2 => (address(), address()).prop_map(|(one, other)| Edit::Clear(Range::new(one, other))),
        2 => line(ROWS).prop_map(|(at, count)| Edit::InsertRows(at, count)),
        2 => line(ROWS).prop_map(|(at, count)| Edit::DeleteRows(at, count)),
        1 => line(COLUMNS).prop_map(|(at, count)| Edit::InsertColumns(at, count)),
        1 => line(COLUMNS).prop_map(|(at, count)| Edit::DeleteColumns(at, count)),
        2 => (address(), any::<bool>()).prop_map(|(at, descending)| Edit::Sort(at, descending)),
        1 => few_cells().prop_map(|(range, axis)| Edit::InsertCells(range, axis)),
        1 => few_cells().prop_map(|(range, axis)| Edit::DeleteCells(range, axis)),
    ]
}

fn address() -> impl Strategy<Value = Address> {
    (0..ROWS, 0..COLUMNS).prop_map(|(row, column)| Address::new(row, column))
}

/// A few cells below and beside the templates' tables, which are not torn apart, and among them.
fn few_cells() -> impl Strategy<Value = (Range, AxisKind)> {
    let axis = prop_oneof![Just(AxisKind::Rows), Just(AxisKind::Columns)];
    let range = (0..ROWS * 2, 0..COLUMNS, 0..3_u32, 0..3_u32);
    (
        range.prop_map(|(row, column, down, right)| {
            Range::new(Address::new(row, column), Address::new(row + down, column + right))
        }),
        axis,
    )
}

/// A session on a template with some rows hidden, since no template has any.
fn open(bytes: &[u8]) -> Result<Session, TestCaseError> {
    let mut book = file::load(bytes).map_err(|error| TestCaseError::fail(error.to_string()))?;
    book.sheets.iter_mut().for_each(|sheet| sheet.hidden.rows.extend([5, 6, 12]));
    Ok(Session::of(book, Box::new(Still { now: 46_265.5 })))
}

fn perform(session: &mut Session, edit: &Edit) -> Result<ChangeSet, Refusal> {
    let sheet = SheetId(0);
    match *edit {
        Edit::Type(at, text) => session.put(at.on(sheet), text),
        Edit::Clear(range) => session.clear(&[range.on(sheet)]),
        Edit::InsertRows(at, count) => session.insert_rows(sheet, at, count),
        Edit::DeleteRows(at, count) => session.delete_rows(sheet, at, count),
        Edit::InsertColumns(at, count) => session.insert_columns(sheet, at, count),
        Edit::DeleteColumns(at, count) => session.delete_columns(sheet, at, count),
        Edit::InsertCells(range, axis) => shifting::insert_cells(session, range.on(sheet), axis),
        Edit::DeleteCells(range, axis) => shifting::delete_cells(session, range.on(sheet), axis),
        Edit::Sort(at, descending) => {
            let order = sorting::Order::by(at.column, descending);
            sorting::sort(session, Range::cell(at).on(sheet), &order).map(|sorted| sorted.changes)
        }
    }
}

/// A session after all edits; one that is refused changes nothing.
fn edited(bytes: &[u8], edits: &[Edit]) -> Result<Session, TestCaseError> {
    let mut session = open(bytes)?;
    edits.iter().for_each(|edit| _ = perform(&mut session, edit));
    Ok(session)
}

fn undone_is_as_before(bytes: &[u8], edits: &[Edit]) -> Result<(), TestCaseError> {
    let before = open(bytes)?.save();
    let mut session = edited(bytes, edits)?;
    while session.undo().is_some() {}
    same(&before, &session.save())
}

fn redone_is_as_edited(bytes: &[u8], edits: &[Edit]) -> Result<(), TestCaseError> {
    let mut session = edited(bytes, edits)?;
    let after = session.save();
    while session.undo().is_some() {}
    while session.redo().is_some() {}
    same(&after, &session.save())
}

fn incremental_is_full(bytes: &[u8], edits: &[Edit]) -> Result<(), TestCaseError> {
    let mut session = open(bytes)?;
    for edit in edits {
        _ = perform(&mut session, edit);
        let book: Book = session.book().clone();
        let full = Session::of(book, Box::new(Still { now: 46_265.5 }));
        same(&full.save(), &session.save())?;
    }
    Ok(())
}

fn saved_opens_the_same(bytes: &[u8], edits: &[Edit]) -> Result<(), TestCaseError> {
    let saved = edited(bytes, edits)?.save();
    let loaded = file::load(&saved).map_err(|error| TestCaseError::fail(error.to_string()))?;
    same(&saved, &file::save(&loaded))
}

/// Two files are the same; if not, the first line that differs is told.
pub fn same(wanted: &[u8], found: &[u8]) -> Result<(), TestCaseError> {
    let (wanted, found) = (String::from_utf8_lossy(wanted), String::from_utf8_lossy(found));
    let checksum = |line: &&str| !line.contains("\"checksum\"");
    let mut pairs = wanted.lines().filter(checksum).zip(found.lines().filter(checksum));
    match pairs.find(|(wanted, found)| wanted != found) {
        Some((wanted, found)) => Err(TestCaseError::fail(format!("{found}\ninstead of\n{wanted}"))),
        None if wanted == found => Ok(()),
        None => Err(TestCaseError::fail("one file has more lines than the other")),
    }
}
