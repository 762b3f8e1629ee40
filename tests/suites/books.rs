//! Random books under random edits: after each edit every cell holds what the plain interpreter gives, which calculates
//! everything anew and keeps nothing. Undoing all edits gives the first file again, byte for byte.

use anyhow::{Result, anyhow};
use libtest_mimic::Trial;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{TestCaseError, TestError};
use tertial_engine::base::{Address, Place, Range};
use tertial_engine::book::{Book, Formula, Run};
use tertial_engine::display::Locale;
use tertial_engine::edit::Change;
use tertial_engine::session::vocabulary::BookVocabulary;
use tertial_engine::session::{ChangeSet, Refusal, Session, SheetId, Still};
use tertial_engine::syntax::{Dialect, parse};
use tertial_engine::value::{Number, Value};
use tertial_tests::plain;

use crate::properties::runner;
use crate::trial;

const NOW: f64 = 46_265.5;
const SHEETS: [SheetId; 2] = [SheetId(0), SheetId(1)];
/// Rows that are filled from the start; edits reach a little further.
const ROWS: u32 = 40;
const COLUMNS: u32 = 9;
const MAX_FILLS: usize = 6;
const MAX_EDITS: usize = 8;

/// Formulas that are filled down, as they stand in row 5. Inputs are text in `A` and numbers in `B` and `C`.
const FILLED: [&str; 32] = [
    "=B5-C5",
    "=C5/8*12",
    "=IF(B5=0,0,C5/B5)",
    "=SUM(B$1:B5)",
    "=SUM(B5:C5)",
    "=SUM(B5:B8)",
    "=SUM(D1:D4)",
    "=SUM(B:B)-B5",
    "=D4+B5",
    "=E4+D5",
    "=SUMIFS(C$1:C$40,A$1:A$40,A5)",
    "=SUMIF(A$1:A$40,A5,B$1)",
    "=COUNTIF(A:A,A5)",
    "=COUNTIFS(A$1:A$40,A5,B$1:B$40,\">10\")",
    "=AVERAGEIF(A$2:A5,A5,C$2:C5)",
    "=VLOOKUP(A5,A$1:C$40,2,FALSE)",
    "=MATCH(B5,B$1:B$40,0)",
    "=INDEX(C$1:C$40,MATCH(A5,A$1:A$40,0))",
    "=MAX(B5:B9)-MIN(B$1:B5)",
    "=ROUND(C5*1.25,1)",
    "=AVERAGE(B1:C5)",
    "=blad2!B5*2",
    "=SUM(blad2!$B$1:B5)",
    "=rate*B5",
    "=SUBTOTAL(9,B$1:B5)",
    "=ROW()+B5",
    "=IFERROR(B5/C5,A5)",
    "=A5&\"-\"&B5",
    "=OFFSET(B5,-1,1)",
    "=SUMPRODUCT(B$1:B5,C$1:C5)",
    "=IF(B5>20,E5,F5)",
    "=COUNTBLANK(B$1:D5)",
];

/// What is typed into a cell.
const TYPED: [&str; 18] = [
    "0",
    "10",
    "-3",
    "12.5",
    "1E20",
    "a",
    "b",
    "c",
    "",
    "TRUE",
    "#N/A",
    "=B1",
    "=SUM(B1:B40)",
    "=D5",
    "=1/0",
    "=A1",
    "=blad2!A1",
    "=SUM(A1:I9)",
];

#[derive(Debug, Clone)]
enum Edit {
    Type(Place, &'static str),
    Fill { sheet: SheetId, column: u32, first: u32, count: u32, formula: &'static str },
    Clear(SheetId, Range),
    InsertRows(SheetId, u32, u32),
    DeleteRows(SheetId, u32, u32),
    InsertColumns(SheetId, u32, u32),
    DeleteColumns(SheetId, u32, u32),
    Undo,
}

#[derive(Debug, Clone)]
struct Start {
    keys: Vec<&'static str>,
    numbers: Vec<i64>,
    fills: Vec<Edit>,
}

/// The properties.
pub fn trials() -> Vec<Trial> {
    vec![
        trial("properties/books-are-as-the-plain-interpreter-says", || hold(agrees_with_plain)),
        trial("properties/books-are-undone-to-the-first-file", || hold(undone_is_as_before)),
    ]
}

fn hold(property: fn(&Start, &[Edit]) -> Result<(), TestCaseError>) -> Result<()> {
    let input = (start(), prop::collection::vec(edit(), 1..MAX_EDITS));
    let outcome = runner()?.run(&input, |(start, edits)| property(&start, &edits));
    outcome.map_err(|error| match error {
        TestError::Fail(reason, (start, edits)) => anyhow!("{reason}\n{start:?} after {edits:#?}"),
        TestError::Abort(reason) => anyhow!("{reason}"),
    })
}

fn agrees_with_plain(start: &Start, edits: &[Edit]) -> Result<(), TestCaseError> {
    let mut session = open(start);
    check(&session)?;
    for edit in edits {
        perform(&mut session, edit);
        check(&session)?;
    }
    Ok(())
}

fn undone_is_as_before(start: &Start, edits: &[Edit]) -> Result<(), TestCaseError> {
    let mut session = Session::of(open(start).book().clone(), Box::new(Still { now: NOW }));
    let before = session.save();
    edits.iter().for_each(|edit| perform(&mut session, edit));
    while session.undo().is_some() {}
    prop_assert!(before == session.save(), "another file");
    check(&session)
}

/// Each cell holds what the plain interpreter gives.
fn check(session: &Session) -> Result<(), TestCaseError> {
    let now = Number::from_float(NOW).unwrap_or_default();
    let plain = plain::calculated(session.book(), now, Locale::English);
    for (wanted, found) in cells(&plain).into_iter().zip(cells(session.book())) {
        prop_assert_eq!(wanted, found);
    }
    prop_assert_eq!(cells(&plain).len(), cells(session.book()).len());
    Ok(())
}

fn cells(book: &Book) -> Vec<(Place, Value)> {
    let mut cells = Vec::new();
    for sheet in &book.sheets {
        sheet.visit(Range::whole_sheet(), &mut |cell, value| cells.push((cell.on(sheet.id), value.clone())));
    }
    cells
}

fn open(start: &Start) -> Session {
    let mut book = Book::default();
    SHEETS.iter().zip(["blad1", "blad2"]).for_each(|(_, name)| _ = book.add_sheet(name));
    book.sheets.iter_mut().for_each(|sheet| sheet.hidden.rows.extend([5, 6, 12]));
    let rate = parse("=blad1!$B$2", Place::default(), Dialect::English, &BookVocabulary(&book)).expression;
    book.names.define("rate", None, Some(rate.into()));
    let mut session = Session::of(book, Box::new(Still { now: NOW }));
    session.set_locale(Locale::English);
    for sheet in SHEETS {
        let number = |column: u32, row: u32| start.numbers[((row + column * 7) as usize) % start.numbers.len()];
        let typed = (0..ROWS).flat_map(|row| {
            let (whole, parts) = (number(1, row).to_string(), format!("{}.{}", number(2, row), row % 4));
            let key = start.keys[row as usize % start.keys.len()].to_owned();
            [key, whole, parts].into_iter().zip(0..).map(move |(text, column)| (Address::new(row, column), text))
        });
        let typed: Vec<(Address, String)> = typed.collect();
        let texts: Vec<(Address, &str)> = typed.iter().map(|(cell, text)| (*cell, text.as_str())).collect();
        _ = session.put_all(sheet, &texts);
    }
    start.fills.iter().for_each(|fill| perform(&mut session, fill));
    session
}

/// Makes an edit; one that is refused changes nothing.
fn perform(session: &mut Session, edit: &Edit) {
    _ = match *edit {
        Edit::Type(place, text) => session.put(place, text),
        Edit::Fill { sheet, column, first, count, formula } => fill(session, sheet, (column, first, count), formula),
        Edit::Clear(sheet, range) => session.clear(&[range.on(sheet)]),
        Edit::InsertRows(sheet, at, count) => session.insert_rows(sheet, at, count),
        Edit::DeleteRows(sheet, at, count) => session.delete_rows(sheet, at, count),
        Edit::InsertColumns(sheet, at, count) => session.insert_columns(sheet, at, count),
        Edit::DeleteColumns(sheet, at, count) => session.delete_columns(sheet, at, count),
        Edit::Undo => Ok(session.undo().unwrap_or_default()),
    };
}

fn fill(
    session: &mut Session,
    sheet: SheetId,
    (column, first, count): (u32, u32, u32),
    formula: &str,
) -> Result<ChangeSet, Refusal> {
    // A formula means in each row what it means in row 5.
    let origin = Address::new(4, column).on(sheet);
    let expression = parse(formula, origin, Dialect::English, &BookVocabulary(session.book())).expression;
    let formula = Formula::new(expression);
    let run = Run { column, first, last: first + count - 1, formula };
    session.apply(Change::Fill { sheet, runs: vec![run] })
}

fn start() -> impl Strategy<Value = Start> {
    let keys = prop::collection::vec(select(vec!["a", "b", "B", "c", "", "1"]), 1..7);
    let numbers = prop::collection::vec(prop_oneof![4 => -40..40_i64, 1 => Just(0)], 1..30);
    let fills = prop::collection::vec(filling(), 0..MAX_FILLS);
    (keys, numbers, fills).prop_map(|(keys, numbers, fills)| Start { keys, numbers, fills })
}

fn filling() -> impl Strategy<Value = Edit> {
    (select(&SHEETS[..]), 3..COLUMNS, 0..12_u32, 1..ROWS, select(&FILLED[..]))
        .prop_map(|(sheet, column, first, count, formula)| Edit::Fill { sheet, column, first, count, formula })
}

fn edit() -> impl Strategy<Value = Edit> {
    let sheet = || select(&SHEETS[..]);
    let line = |limit: u32| (select(&SHEETS[..]), 0..limit, 1..4_u32);
    prop_oneof![
        8 => (sheet(), address(), select(&TYPED[..])).prop_map(|(sheet, at, text)| Edit::Type(at.on(sheet), text)),
        3 => filling(),
        2 => (sheet(), address(), address()).prop_map(|(sheet, one, other)| Edit::Clear(sheet, Range::new(one, other))),
        2 => line(ROWS).prop_map(|(sheet, at, count)| Edit::InsertRows(sheet, at, count)),
        2 => line(ROWS).prop_map(|(sheet, at, count)| Edit::DeleteRows(sheet, at, count)),
        1 => line(COLUMNS).prop_map(|(sheet, at, count)| Edit::InsertColumns(sheet, at, count)),
        1 => line(COLUMNS).prop_map(|(sheet, at, count)| Edit::DeleteColumns(sheet, at, count)),
        1 => Just(Edit::Undo),
    ]
}

fn address() -> impl Strategy<Value = Address> {
    (0..ROWS + 3, 0..COLUMNS).prop_map(|(row, column)| Address::new(row, column))
}
