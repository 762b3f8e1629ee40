//! Rows and columns that come and go, and cells that move elsewhere, under everything that is kept between edits: keyed
//! sums, look-ups, running sums, names, whole columns, other sheets. What follows must be what a full calculation gives,
//! and undoing must give all back.

use anyhow::{Context, Result, anyhow};
use libtest_mimic::Trial;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{TestCaseError, TestError};
use tertial_engine::base::{Address, AxisKind, Place, Range, Region, SheetId};
use tertial_engine::book::{Book, Content, Formula, Frozen, OutlineMark};
use tertial_engine::edit::Change;
use tertial_engine::file;
use tertial_engine::session::styles::{Edging, Restyle};
use tertial_engine::session::vocabulary::BookVocabulary;
use tertial_engine::session::{ChangeSet, Colour, Refusal, Session, Still, Stroke};
use tertial_engine::session::{filter, line_moving, pasting, styles};
use tertial_engine::syntax::{Dialect, parse};
use tertial_engine::value::Value;

use crate::properties::{runner, same};
use crate::trial;

const MAX_EDITS: usize = 8;
/// Rows that are filled, enough for everything that is kept to be worth keeping.
const ROWS: u32 = 80;
const COLUMNS: u32 = 10;

const SHEETS: [SheetId; 2] = [SheetId(0), SheetId(1)];

/// Columns filled with one formula, `#` in place of the row's number.
const FILLED: [(u32, &str); 4] =
    [(2, "=SUM(A$1:A#)"), (3, "=A#-E#"), (4, "=IF(A#>50,C#,A#*2)"), (5, "=SUMIFS(A$1:A$80,B$1:B$80,B#)")];

/// Some rows are filled with these, whose last range takes the size of the first.
const STRETCHED: [(u32, &str); 2] = [(7, "=SUMIF(B$1:B#,\"a\",A$2)"), (8, "=SUMIF(B#:B$40,B#,A$30:A#)")];

/// Formulas in cells of their own, column `G` from the top.
const SINGLE: [&str; 24] = [
    "=SUM(A1:A80)",
    "=SUM(A:A)",
    "=MIN(A1:A80)+MAX(A5:A70)",
    "=SUMIFS(A$1:A$80,B$1:B$80,\"b\")",
    "=COUNTIFS(B$1:B$80,\"a\")",
    "=SUMIF(B1:B80,\"a\",A1)",
    "=SUMIF(B1:B5,\"a\",A10)",
    "=MATCH(40,A1:A80,0)",
    "=MATCH(40,A1:A80,0)",
    "=INDEX(A1:A80,MATCH(41,A1:A80,0))",
    "=MATCH(40,A:A,0)",
    "=ROW()",
    "=ROW(A20)+COLUMN(C1)",
    "=ROWS(A10:B60)*COLUMNS(A10:D60)",
    "=SUM(amounts)",
    "=SUMIFS(amounts,groups,\"c\")",
    "=SUM(Other!A1:A80)",
    "=Other!G1+1",
    "=SUM(5:9)",
    "=SUBTOTAL(109,A1:A80)-SUBTOTAL(9,A1:A80)",
    "=VLOOKUP(40,A1:C80,3,FALSE)",
    "=OFFSET(A1,20,0)",
    "=AVERAGE(A30:D31)",
    "=$A$40+A$41+$A42",
];

/// What is typed in passing.
const TYPED: [&str; 14] = [
    "7",
    "41",
    "a",
    "c",
    "",
    "=A40",
    "=SUMMA(A1:A40)",
    "=SUMMA(A$1:A20)",
    "=SUMMA.OMF(A1:A80;B1:B80;\"c\")",
    "=SUMMA.OM(B$1:B20;\"a\";A1)",
    "=RAD()+RAD(B30)",
    "=PASSA(41;A$1:A$80;0)",
    "=Other!A30*2",
    "=SUMMA(B:D)",
];

#[derive(Debug, Clone)]
enum Edit {
    Type(Place, &'static str),
    Clear(SheetId, Range),
    InsertRows(SheetId, u32, u32),
    DeleteRows(SheetId, u32, u32),
    InsertColumns(SheetId, u32, u32),
    DeleteColumns(SheetId, u32, u32),
    Move(Region, Place),
    Filter(SheetId, &'static str),
    MoveLines(SheetId, AxisKind, (u32, u32), u32),
    Hide(SheetId, AxisKind, u32, u32, bool),
    Freeze(SheetId, u32, u32),
    Mark(SheetId, u32, OutlineMark),
    Restyle(Region, Restyle),
    Undo,
    Redo,
}

/// The properties.
pub fn trials() -> Vec<Trial> {
    vec![
        trial("structure/edit-by-edit-is-as-full-calculation", || hold(incremental_is_full)),
        trial("structure/undoing-all-gives-the-same-book", || hold(undone_is_as_before)),
        trial("structure/what-is-saved-opens-the-same", || hold(saved_opens_the_same)),
        trial("structure/lines-that-move-back-leave-no-trace", || hold(moved_back_is_as_before)),
    ]
}

fn hold(property: fn(&Book, &[Edit]) -> Result<(), TestCaseError>) -> Result<()> {
    let book = filled()?;
    let outcome = runner()?.run(&prop::collection::vec(edit(), 1..MAX_EDITS), |edits| property(&book, &edits));
    outcome.map_err(|error| match error {
        TestError::Fail(reason, edits) => anyhow!("{reason}\nafter {edits:#?}"),
        TestError::Abort(reason) => anyhow!("{reason}"),
    })
}

fn edit() -> impl Strategy<Value = Edit> {
    let row = || (select(&SHEETS[..]), 0..ROWS, 1..4_u32);
    let column = || (select(&SHEETS[..]), 0..COLUMNS, 1..3_u32);
    prop_oneof![
        4 => (place(), select(&TYPED[..])).prop_map(|(at, text)| Edit::Type(at, text)),
        1 => (place(), 0..6_u32).prop_map(|(at, height)| {
            let last = Address::new(at.address.row + height, at.address.column);
            Edit::Clear(at.sheet, Range::new(at.address, last))
        }),
        3 => row().prop_map(|(sheet, at, count)| Edit::InsertRows(sheet, at, count)),
        3 => row().prop_map(|(sheet, at, count)| Edit::DeleteRows(sheet, at, count)),
        1 => column().prop_map(|(sheet, at, count)| Edit::InsertColumns(sheet, at, count)),
        1 => column().prop_map(|(sheet, at, count)| Edit::DeleteColumns(sheet, at, count)),
        3 => (place(), 0..40_u32, 0..3_u32, place()).prop_map(|(from, height, width, to)| {
            let last = Address::new(from.address.row + height, from.address.column + width);
            Edit::Move(Range::new(from.address, last).on(from.sheet), to)
        }),
        4 => (row(), any::<bool>(), 0..ROWS + 4).prop_map(|((sheet, at, count), rows, before)| {
            let (lines, before) = if rows { (AxisKind::Rows, before) } else { (AxisKind::Columns, before % COLUMNS) };
            let first = if rows { at } else { at % COLUMNS };
            Edit::MoveLines(sheet, lines, (first, first + count - 1), before)
        }),
        2 => (select(&SHEETS[..]), select(&["a", "b", ""][..])).prop_map(|(sheet, text)| Edit::Filter(sheet, text)),
        2 => (row(), any::<(bool, bool)>()).prop_map(|((sheet, at, count), (rows, hide))| {
            let lines = if rows { AxisKind::Rows } else { AxisKind::Columns };
            // Some reach to the end of the sheet.
            let last = if count == 3 { lines.limit() - 1 } else { at + count };
            Edit::Hide(sheet, lines, at, last, hide)
        }),
        1 => row().prop_map(|(sheet, rows, columns)| Edit::Freeze(sheet, rows, columns)),
        1 => (row(), any::<bool>()).prop_map(|((sheet, at, level), is_folded)| {
            Edit::Mark(sheet, at, OutlineMark { level: Some(level as u8 - 1).filter(|level| *level > 0), is_folded })
        }),
        4 => (place(), 0..4_u32, 0..4_u32, select(restyles())).prop_map(|(from, height, width, restyle)| {
            // Some are whole rows, whole columns or the whole sheet.
            let Address { row, column } = from.address;
            let range = match (height, width) {
                (3, 3) => Range::whole_sheet(),
                (3, _) => Range::columns_between(column, column + width),
                (_, 3) => Range::rows_between(row, row + height),
                _ => Range::new(from.address, Address::new(row + height, column + width)),
            };
            Edit::Restyle(range.on(from.sheet), restyle)
        }),
        2 => Just(Edit::Undo),
        1 => Just(Edit::Redo),
    ]
}

fn restyles() -> Vec<Restyle> {
    vec![
        Restyle::Bold(true),
        Restyle::Bold(false),
        Restyle::Fill(Some(Colour::Yellow)),
        Restyle::Number(Some("0.0".into())),
        Restyle::Borders(Edging::Outline(Stroke::Thick)),
        Restyle::Borders(Edging::All(Stroke::Thin)),
        Restyle::Borders(Edging::None),
        Restyle::Clear,
    ]
}

fn place() -> impl Strategy<Value = Place> {
    (select(&SHEETS[..]), 0..ROWS, 0..COLUMNS).prop_map(|(sheet, row, column)| Address::new(row, column).on(sheet))
}

/// Two sheets that are alike, each with formulas that read the other, and two names.
fn filled() -> Result<Book> {
    let mut book = Book::default();
    SHEETS.iter().zip(["Main", "Other"]).for_each(|(_, name)| _ = book.add_sheet(name));
    for (name, text) in [("amounts", "Main!$A$1:$A$80"), ("groups", "Main!$B$1:$B$80")] {
        let parsed = parse(text, Place::default(), Dialect::English, &BookVocabulary(&book));
        book.names.define(name, None, Some(parsed.expression.into()));
    }
    for sheet in SHEETS {
        for row in 0..ROWS {
            let amount = Content::Value(Value::from(i64::from(row * 37 % 80)));
            book.put(sheet, Address::new(row, 0), amount);
            let group = ["a", "b", "c"][(row % 3) as usize];
            book.put(sheet, Address::new(row, 1), Content::Value(Value::text(group)));
            let formulas = FILLED.iter().chain(STRETCHED.iter().filter(|_| (20..32).contains(&row)));
            for (column, formula) in formulas {
                put(&mut book, Address::new(row, *column).on(sheet), &formula.replace('#', &(row + 1).to_string()))?;
            }
        }
        for (row, formula) in (0..).zip(SINGLE) {
            let formula = if sheet == SHEETS[1] { formula.replace("Other!", "Main!") } else { formula.to_owned() };
            let formula = if sheet == SHEETS[1] { formula.replace("Main!G1", "Main!G2") } else { formula };
            put(&mut book, Address::new(row * 3, 6).on(sheet), &formula)?;
        }
    }
    Ok(book)
}

fn put(book: &mut Book, place: Place, text: &str) -> Result<()> {
    let parsed = parse(text, place, Dialect::English, &BookVocabulary(book));
    parsed.diagnostics.is_empty().then_some(()).with_context(|| format!("{text} is no formula"))?;
    book.put(place.sheet, place.address, Content::Formula(Formula::new(parsed.expression)));
    Ok(())
}

fn session(book: Book) -> Session {
    Session::of(book, Box::new(Still { now: 46_265.5 }))
}

fn perform(session: &mut Session, edit: &Edit) -> Result<Option<ChangeSet>, Refusal> {
    match *edit {
        Edit::Restyle(region, ref restyle) => {
            styles::restyle(session, &[region], std::slice::from_ref(restyle)).map(Some)
        }
        Edit::Type(at, text) => session.put(at, text).map(Some),
        Edit::Clear(sheet, range) => session.clear(&[range.on(sheet)]).map(Some),
        Edit::InsertRows(sheet, at, count) => session.insert_rows(sheet, at, count).map(Some),
        Edit::DeleteRows(sheet, at, count) => session.delete_rows(sheet, at, count).map(Some),
        Edit::InsertColumns(sheet, at, count) => session.insert_columns(sheet, at, count).map(Some),
        Edit::DeleteColumns(sheet, at, count) => session.delete_columns(sheet, at, count).map(Some),
        Edit::Move(from, to) => pasting::move_cells(session, from, to).map(Some),
        Edit::Filter(sheet, "") => filter::toggle(session, Address::new(4, 1).on(sheet)).map(Some),
        Edit::Filter(sheet, text) => {
            let texts = [text.to_owned()].into();
            filter::set(session, sheet, 1, Some(filter::Criterion::Texts { texts, are_shown: true })).map(Some)
        }
        Edit::MoveLines(sheet, axis, lines, before) => {
            line_moving::move_lines(session, (sheet, axis), lines, before).map(|moved| Some(moved.changes))
        }
        Edit::Hide(sheet, lines, first, last, hide) => {
            session.apply(Change::Hide { sheet, lines, spans: vec![(first, last, hide)] }).map(Some)
        }
        Edit::Freeze(sheet, rows, columns) => {
            session.apply(Change::Freeze { sheet, frozen: Frozen { rows, columns } }).map(Some)
        }
        Edit::Mark(sheet, row, mark) => session.apply(Change::Outline { sheet, rows: vec![(row, mark)] }).map(Some),
        Edit::Undo => Ok(session.undo()),
        Edit::Redo => Ok(session.redo()),
    }
}

fn incremental_is_full(book: &Book, edits: &[Edit]) -> Result<(), TestCaseError> {
    let mut edited = session(book.clone());
    for edit in edits {
        _ = perform(&mut edited, edit);
        is_calculated(&edited)?;
    }
    Ok(())
}

/// Every value is the one that a full calculation gives.
fn is_calculated(edited: &Session) -> Result<(), TestCaseError> {
    let full = session(edited.book().clone());
    for (wanted, found) in full.book().sheets.iter().zip(&edited.book().sheets) {
        prop_assert_eq!(wanted.used(), found.used());
        for cell in wanted.used().into_iter().flat_map(Range::cells) {
            prop_assert_eq!(found.value(cell), wanted.value(cell), "{} of {}", cell, &found.name);
        }
    }
    Ok(())
}

fn undone_is_as_before(book: &Book, edits: &[Edit]) -> Result<(), TestCaseError> {
    let mut edited = session(book.clone());
    let before = edited.save();
    edits.iter().for_each(|edit| _ = perform(&mut edited, edit));
    while edited.undo().is_some() {}
    same(&before, &edited.save())?;
    while edited.redo().is_some() {}
    is_calculated(&edited)
}

fn saved_opens_the_same(book: &Book, edits: &[Edit]) -> Result<(), TestCaseError> {
    let mut edited = session(book.clone());
    edits.iter().for_each(|edit| _ = perform(&mut edited, edit));
    let saved = edited.save();
    let opened = file::load(&saved).map_err(|error| TestCaseError::fail(error.to_string()))?;
    same(&saved, &file::save(&opened))
}

/// Lines that move there and back leave the book as it was, where no formula lost or won some of them.
fn moved_back_is_as_before(book: &Book, edits: &[Edit]) -> Result<(), TestCaseError> {
    let mut edited = session(book.clone());
    for edit in edits {
        if let Edit::MoveLines(sheet, axis, (first, last), before) = *edit {
            let saved = edited.save();
            let Ok(moved) = line_moving::move_lines(&mut edited, (sheet, axis), (first, last), before) else {
                continue;
            };
            if moved.left.is_empty() && moved.joined.is_empty() {
                let back = if before > last { first } else { last + 1 };
                let returned = line_moving::move_lines(&mut edited, (sheet, axis), moved.lines, back);
                prop_assert!(returned.is_ok(), "{:?}", returned);
                // What comes to stand between a formula and the cells that it reads up to is read from then on.
                if returned.is_ok_and(|returned| returned.left.is_empty() && returned.joined.is_empty()) {
                    same(&saved, &edited.save())?;
                }
            }
        }
        _ = perform(&mut edited, edit);
    }
    Ok(())
}
