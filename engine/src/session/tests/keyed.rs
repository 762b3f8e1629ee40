//! Sums by key, look-ups and extremes are maintained; whatever is edited, they give what reading the cells gives, and
//! nothing is calculated that an edit does not concern.

use proptest::prelude::*;

use super::*;
use crate::book::{Content, FormulaReader};
use crate::edit::{Change, entry};
use crate::syntax::Dialect;
use crate::value::Value;

/// Rows of the ranges that formulas read, long enough for all that is maintained.
const ROWS: u32 = 90;

/// Formulas over values in B, keys in A and C, and criteria in E and F. The range is spelled `[A]`.
const FORMULAS: [&str; 17] = [
    "=SUMIFS([B],[A],E1)",
    "=SUMIFS([B],[A],E2,[C],F1)",
    "=SUMIFS([B],[A],\"=\"&E3)",
    "=COUNTIFS([A],E1,[C],F2)",
    "=COUNTIF([A],E2)",
    "=SUMIF([A],E1,[B])",
    "=SUMIF([B],F1)",
    "=IF(F3=1,AVERAGEIF([A],E1,[B]),SUMIF([C],E2,[B]))",
    "=AVERAGEIFS([B],[A],E3,[B],F1)",
    "=SUM(SUMIF([A],E1:E3,[B]))+COUNTIF([C],F2)",
    "=SUMIFS([B],[A],E2)+SUM([B])",
    "=SUMIFS([B],[A],E2)+SUM(B1:B90)",
    "=MATCH(E1,[A],0)",
    "=XLOOKUP(E2,[A],[B],\"none\")",
    "=VLOOKUP(F1,[B],1,FALSE)",
    "=MAX([B])-MIN([B])",
    "=MAX([B],F1)",
];

/// What is typed into cells: few different keys, so that they meet, and everything a cell can hold.
const ENTRIES: [&str; 22] = [
    "", "a", "A", "b", "'1", "1", "1.0", "2", "2.50", "-3", "'2", "TRUE", "=1/0", "=NA()", ">1", "a*", "=\"\"", "=E1",
    "=B5+1", "=1/3*3", "'1e0", "<>a",
];

#[derive(Debug, Clone)]
enum Edit {
    Enter { column: u32, row: u32, entry: usize },
    EnterMany(Vec<(u32, u32, usize)>),
    Formula { row: u32, formula: usize },
    InsertRow(u32),
    Undo,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let cell = || (0_u32..3, 0..ROWS, 0..ENTRIES.len());
    let edit = prop_oneof![
        6 => cell().prop_map(|(column, row, entry)| Edit::Enter { column, row, entry }),
        // The first rows have both values and keys that formulas stand beside.
        3 => (0_u32..3, 0_u32..6, 0..ENTRIES.len()).prop_map(|(column, row, entry)| Edit::Enter { column, row, entry }),
        3 => (4_u32..6, 0_u32..3, 0..ENTRIES.len()).prop_map(|(column, row, entry)| Edit::Enter { column, row, entry }),
        2 => prop::collection::vec(cell(), 1..8).prop_map(Edit::EnterMany),
        2 => (0_u32..16, 0..FORMULAS.len()).prop_map(|(row, formula)| Edit::Formula { row, formula }),
        1 => (0_u32..10).prop_map(Edit::InsertRow),
        1 => Just(Edit::Undo),
    ];
    prop::collection::vec(edit, 1..40)
}

/// A formula whose ranges are maintained, and the same one that has to read its cells.
fn spelled(formula: &str) -> [String; 2] {
    let range = |column: char| format!("{column}$1:{column}${ROWS}");
    let columns = ['A', 'B', 'C'];
    [String::new(), "CHOOSE(1,".to_owned()].map(|open| {
        let close = if open.is_empty() { "" } else { ")" };
        columns.iter().fold(formula.to_owned(), |formula, column| {
            formula.replace(&format!("[{column}]"), &format!("{open}{}{close}", range(*column)))
        })
    })
}

fn content(session: &Session, place: Place, text: &str) -> (Address, Content) {
    let vocabulary = vocabulary::BookVocabulary(session.book());
    let reader = &mut FormulaReader::new(Dialect::English);
    (place.address, entry::typed(text, place, (session.locale(), None), &vocabulary, reader).content)
}

/// Both spellings in one change, so that undo takes both away.
fn enter_formula(session: &mut Session, row: u32, formula: usize) {
    let sheet = session.sheets()[0].id;
    let cells = (7..).zip(spelled(FORMULAS[formula]));
    let cells = cells.map(|(column, text)| content(session, Address::new(row, column).on(sheet), &text)).collect();
    session.apply(Change::Write { sheet, cells }).unwrap();
}

fn make(session: &mut Session, edit: &Edit) {
    let sheet = session.sheets()[0].id;
    let at = |row: u32, column: u32| Address::new(row, column).on(sheet);
    match edit {
        Edit::Enter { column, row, entry } => _ = session.enter(at(*row, *column), ENTRIES[*entry]).unwrap(),
        Edit::EnterMany(cells) => {
            let cells = cells.iter().map(|(column, row, entry)| content(session, at(*row, *column), ENTRIES[*entry]));
            let change = Change::Write { sheet, cells: cells.collect() };
            session.apply(change).unwrap();
        }
        Edit::Formula { row, formula } => enter_formula(session, *row, *formula),
        Edit::InsertRow(row) => _ = session.insert_rows(sheet, *row, 1).unwrap(),
        Edit::Undo => _ = session.undo(),
    }
}

fn results(session: &Session, column: u32) -> Vec<Value> {
    let sheet = session.sheets()[0].id;
    (0..30).map(|row| session.book().value(Address::new(row, column).on(sheet))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_maintained_is_what_reading_gives(edits in edits(), filled in 0_usize..10) {
        let mut session = session();
        let sheet = session.sheets()[0].id;
        for (column, row) in (0..3).flat_map(|column| (0..ROWS).map(move |row| (column, row))) {
            let entry = (row as usize * 7 + column as usize * 5 + filled) % 11;
            session.enter(Address::new(row, column).on(sheet), ENTRIES[entry]).unwrap();
        }
        for (cell, text) in [("E1", "a"), ("E2", "1"), ("E3", "b"), ("F1", "2"), ("F2", "A"), ("F3", "1")] {
            session.enter(place(&session, cell), text).unwrap();
        }
        (0..FORMULAS.len()).for_each(|formula| enter_formula(&mut session, formula as u32, formula));
        for edit in &edits {
            make(&mut session, edit);
            let maintained = results(&session, 7);
            prop_assert_eq!(&maintained, &results(&session, 8), "read otherwise after {:?}", edit);
            let mut fresh = Session::of(session.book().clone(), Box::new(Still { now: 0.0 }));
            fresh.set_locale(Locale::English);
            fresh.recalculate_all();
            prop_assert_eq!(&maintained, &results(&fresh, 7), "calculated anew after {:?}", edit);
        }
    }
}

/// A session with 200 sums by key over 1000 rows, each typed with its own key.
fn sums_by_key() -> Session {
    let mut session = session();
    for row in 0..1_000 {
        let key = format!("k{}", row % 200);
        enter(&mut session, &[(&format!("A{}", row + 1), &key), (&format!("B{}", row + 1), "10")]);
    }
    for key in 0..200 {
        let formula = format!("=SUMIFS(B$1:B$1000,A$1:A$1000,\"K{key}\")");
        enter(&mut session, &[(&format!("D{}", key + 1), &formula)]);
    }
    session
}

#[test]
fn an_edited_amount_calculates_the_one_sum_of_its_key() {
    let mut session = sums_by_key();
    enter(&mut session, &[("E1", "k7")]);
    assert_eq!(calculated(&mut session, "B8", "11"), ["D8"]);
    assert_eq!(shown(&session, &["D8", "D9"]), ["51", "50"]);
    assert_eq!(calculated(&mut session, "B8", "text"), ["D8"]);
    assert_eq!(calculated(&mut session, "B8", "other text"), [""; 0]);
    assert_eq!(calculated(&mut session, "A9", "K7"), ["D8", "D9"]);
    assert_eq!(shown(&session, &["D8", "D9"]), ["50", "40"]);
    assert_eq!(calculated(&mut session, "A9", "k7"), [""; 0]);
    assert_eq!(calculated(&mut session, "A9", "k300"), ["D8"]);
    assert_eq!(calculated(&mut session, "B2000", "1"), [""; 0]);
}

#[test]
fn a_filled_column_of_sums_by_key_calculates_one_of_them_too() {
    let mut session = session();
    for row in 1..=400 {
        let (key, amount) = (format!("k{}", row % 20), format!("{row}"));
        enter(&mut session, &[(&format!("A{row}"), &key), (&format!("B{row}"), &amount)]);
    }
    for key in 0..20 {
        let formula = format!("=SUMIF(A$1:A$400,D{},B$1:B$400)", key + 1);
        enter(&mut session, &[(&format!("D{}", key + 1), &format!("k{key}")), (&format!("E{}", key + 1), &formula)]);
    }
    assert_eq!(calculated(&mut session, "B3", "0"), ["E4"]);
    // A criterion that is no equality has to read its ranges at each edit; the others do not.
    assert_eq!(calculated(&mut session, "D1", ">x"), ["E1"]);
    assert_eq!(calculated(&mut session, "B3", "5"), ["E1", "E4"]);
    assert_eq!(calculated(&mut session, "D1", "k0"), ["E1"]);
    assert_eq!(calculated(&mut session, "B3", "6"), ["E4"]);
    assert_eq!(calculated(&mut session, "B20", "7"), ["E1"]);
    assert_eq!(calculated(&mut session, "D2", "k0"), ["E2"]);
    assert_eq!(calculated(&mut session, "B21", "7"), [""; 0]);
    assert_eq!(calculated(&mut session, "E2", "7"), [""; 0]);
    assert_eq!(calculated(&mut session, "B20", "8"), ["E1"]);
    // What else the formula reads by criteria takes nothing from it.
    enter(&mut session, &[("G1", "=SUMIF(A$1:A$400,\"k1\",B$1:B$400)+COUNTIF(H1:H3,\">1\")")]);
    assert_eq!(calculated(&mut session, "B20", "9"), ["E1"]);
    assert_eq!(calculated(&mut session, "H2", "2"), ["G1"]);
}

#[test]
fn named_ranges_are_asked_by_key_as_well() {
    let mut session = sums_by_key();
    for (name, range) in [("keys", "=$A$1:$A$1000"), ("amounts", "=$B$1:$B$1000")] {
        let Content::Formula(formula) = content(&session, place(&session, "A1"), range).1 else { panic!("{range}") };
        let meaning = Some(std::rc::Rc::new(formula.expression.clone()));
        session.apply(Change::DefineName { name: name.into(), sheet: None, meaning }).unwrap();
    }
    enter(&mut session, &[("E1", "=SUMIFS(amounts,keys,\"k1\")"), ("E2", "=E1+SUM(amounts)")]);
    assert_eq!(shown(&session, &["E1", "E2"]), ["50", "10050"]);
    assert_eq!(calculated(&mut session, "B2", "12"), ["D2", "E1", "E2"]);
    assert_eq!(calculated(&mut session, "B3", "12"), ["D3", "E2"]);
    assert_eq!(shown(&session, &["E1", "E2"]), ["52", "10056"]);
}

#[test]
fn a_formula_among_the_values_makes_a_circle_only_when_it_reads_the_sum() {
    let mut session = sums_by_key();
    enter(&mut session, &[("F1", "0"), ("B1", "=IF(F1=1,D2,3)")]);
    assert_eq!(shown(&session, &["D1", "D2"]), ["43", "50"]);
    enter(&mut session, &[("F1", "1")]);
    assert_eq!(shown(&session, &["B1", "D2"]), ["#CIRC!", "#CIRC!"]);
    enter(&mut session, &[("F1", "0")]);
    assert_eq!(shown(&session, &["B1", "D1", "D2"]), ["3", "43", "50"]);
    assert_eq!(calculated(&mut session, "B3", "11"), ["D3"]);
    // A plain value in its place ends the circle too, though it belongs to another key.
    enter(&mut session, &[("F1", "1"), ("B1", "4")]);
    assert_eq!(shown(&session, &["D1", "D2"]), ["44", "50"]);
}

#[test]
fn text_is_read_in_the_language_of_the_session() {
    let mut session = sums_by_key();
    enter(&mut session, &[("A1", "'1,5"), ("G1", "=SUMIFS(B$1:B$1000,A$1:A$1000,1.5)")]);
    assert_eq!(shown(&session, &["G1"]), ["0"]);
    session.set_locale(Locale::Swedish);
    session.enter(place(&session, "B1"), "11").unwrap();
    assert_eq!(shown(&session, &["G1", "D2"]), ["11", "50"]);
}

#[test]
fn the_last_extreme_that_goes_is_searched_for_anew() {
    let mut session = session();
    (1..=100).for_each(|row| enter(&mut session, &[(&format!("A{row}"), &format!("{row}"))]));
    enter(&mut session, &[("B1", "=MIN(A1:A100)&\"-\"&MAX(A1:A100)"), ("A50", "100")]);
    for (cell, typed, expected) in [
        ("A100", "7", "1-100"),
        ("A50", "7", "1-99"),
        ("A1", "-2", "-2-99"),
        ("A1", "", "2-99"),
        ("A3", "x", "2-99"),
        ("A4", "=1/0", "#DIV/0!"),
        ("A4", "500", "2-500"),
    ] {
        enter(&mut session, &[(cell, typed)]);
        assert_eq!(shown(&session, &["B1"]), [expected], "{cell} became {typed}");
    }
}

#[test]
fn a_sum_by_key_that_is_left_alone_still_follows_its_keys() {
    // One whose range grows down the column, and one whose range moves along.
    for (formulas, keys, expected) in [
        (["=SUMIF(B$1:B38,\"a\",A$1)", "=SUMIF(B$1:B39,\"a\",A$1)", "=SUMIF(B$1:B40,\"a\",A$1)"], "B1", "819"),
        (["=SUMIF(B1:B38,\"a\",A1:A38)", "=SUMIF(B2:B39,\"a\",A2:A39)", "=SUMIF(B3:B40,\"a\",A3:A40)"], "B3", "814"),
    ] {
        let mut session = session();
        for row in 1..=40 {
            enter(&mut session, &[(&format!("A{row}"), &format!("{row}")), (&format!("B{row}"), "a")]);
        }
        (38..).zip(formulas).for_each(|(row, formula)| enter(&mut session, &[(&format!("C{row}"), formula)]));
        enter(&mut session, &[("C39", ""), (keys, "b")]);
        assert_eq!(shown(&session, &["C40"]), [expected]);
    }
}
