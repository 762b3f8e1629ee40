//! Arrays spill into the cells beside their formula, and whatever is edited, the book shows what a calculation from
//! scratch shows.

use proptest::prelude::*;

use super::*;
use crate::base::Range;
use crate::value::Value;

/// Rows and columns that edits reach.
const ROWS: u32 = 8;
const COLUMNS: u32 = 6;

/// What is typed: values, plain formulas, arrays that meet, arrays that depend on one another's size, circles.
const ENTRIES: [&str; 26] = [
    "",
    "",
    "1",
    "2",
    "3",
    "'x",
    "=A1+1",
    "=B2*2",
    "=SUM(A1:F8)",
    "=SUM(A:A)",
    "=SUM(C1:C4)",
    "=SEQUENCE(3)",
    "=SEQUENCE(2,2)",
    "=SEQUENCE(1,3)",
    "=SEQUENCE(A1)",
    "=SEQUENCE(B2,2)",
    "=SEQUENCE(N(D3))",
    "=A1:A3*2",
    "=B1:C2+A1",
    "=TRANSPOSE(A1:A3)",
    "=FILTER(A1:A4,A1:A4>1,\"none\")",
    "=SORT(C1:C3)",
    "=UNIQUE(A1:B2)",
    "=IF(C2>1,SEQUENCE(3),5)",
    "=IF(B3=\"\",SEQUENCE(4),0)",
    "=OFFSET(A1,1,1,2,2)",
];

/// What reads the cells that are typed in without being read by them.
const READERS: [(&str, &str); 9] = [
    ("J1", "=SUMIFS(B1:B8,A1:A8,2)"),
    ("J2", "=MATCH(2,A1:A8,0)"),
    ("J3", "=VLOOKUP(2,A1:C8,2,FALSE)"),
    ("J4", "=COUNTIF(C1:C8,1)"),
    ("J5", "=COUNT(A:F)"),
    ("J6", "=SUM(OFFSET(B1,0,0,4,2))"),
    ("J7", "=MAX(A1:C8)"),
    ("J8", "=B3+C3"),
    ("K1", "=SORT(A1:A8)"),
];

#[derive(Debug, Clone)]
enum Edit {
    Enter(Address, usize),
    Clear(Range),
    InsertRows(u32),
    DeleteRows(u32),
    InsertColumns(u32),
    DeleteColumns(u32),
    Undo,
    Redo,
}

fn address() -> impl Strategy<Value = Address> {
    (0..ROWS, 0..COLUMNS).prop_map(|(row, column)| Address::new(row, column))
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = prop_oneof![
        16 => (address(), 0..ENTRIES.len()).prop_map(|(at, entry)| Edit::Enter(at, entry)),
        2 => (address(), address()).prop_map(|(one, other)| Edit::Clear(Range::new(one, other))),
        1 => (0..ROWS).prop_map(Edit::InsertRows),
        1 => (0..ROWS).prop_map(Edit::DeleteRows),
        1 => (0..COLUMNS).prop_map(Edit::InsertColumns),
        1 => (0..COLUMNS).prop_map(Edit::DeleteColumns),
        2 => Just(Edit::Undo),
        1 => Just(Edit::Redo),
    ];
    prop::collection::vec(edit, 1..30)
}

fn perform(session: &mut Session, edit: &Edit) {
    let sheet = session.sheets()[0].id;
    match *edit {
        Edit::Enter(at, entry) => _ = session.put(at.on(sheet), ENTRIES[entry]).unwrap(),
        Edit::Clear(range) => _ = session.clear(&[range.on(sheet)]).unwrap(),
        Edit::InsertRows(at) => _ = session.insert_rows(sheet, at, 1).unwrap(),
        Edit::DeleteRows(at) => _ = session.delete_rows(sheet, at, 1).unwrap(),
        Edit::InsertColumns(at) => _ = session.insert_columns(sheet, at, 1).unwrap(),
        Edit::DeleteColumns(at) => _ = session.delete_columns(sheet, at, 1).unwrap(),
        Edit::Undo => _ = session.undo(),
        Edit::Redo => _ = session.redo(),
    }
}

/// Every filled cell of the book with its value and whether an array reaches it.
fn filled(session: &Session) -> Vec<String> {
    let mut cells = Vec::new();
    for sheet in &session.book().sheets {
        sheet.visit(Range::whole_sheet(), &mut |at, value| {
            let from = sheet.spills.filling(at).map(|spill| spill.anchor.to_string());
            let formula = session.formula(at.on(sheet.id));
            let value = crate::display::general(value, Locale::English);
            cells.push(format!("{at} {value} {from:?} {formula:?}"));
        });
    }
    cells
}

/// What must be the same however a book came to be. Where circles overlap it is not told which cells are in them.
fn compared(session: &Session) -> Vec<String> {
    if is_circular(session) { vec!["circular".to_owned()] } else { filled(session) }
}

fn is_circular(session: &Session) -> bool {
    filled(session).iter().any(|cell| cell.contains("#CIRC!"))
}

/// The same book opened from its file, where nothing is known of arrays yet.
fn anew(session: &Session) -> Session {
    let mut opened = Session::open(&session.save(), Box::new(Still { now: 43_708.0 })).unwrap();
    opened.set_locale(session.locale());
    opened
}

/// A session with formulas that read the cells that edits reach.
fn read() -> Session {
    let mut session = session();
    enter(&mut session, &READERS);
    session
}

fn text(session: &Session, at: &str) -> String {
    session.cell(place(session, at)).text
}

fn texts(session: &Session, range: &str) -> String {
    let cells = Range::parse(range).unwrap().cells();
    cells.map(|cell| text(session, &cell.to_string())).collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edit_by_edit_is_as_opened_anew(edits in edits()) {
        let mut session = read();
        for edit in &edits {
            perform(&mut session, edit);
            prop_assert_eq!(compared(&session), compared(&anew(&session)), "after {:?}", edit);
        }
    }

    #[test]
    fn undoing_all_gives_back_what_was_shown(before in edits(), edits in edits()) {
        let mut session = read();
        before.iter().for_each(|edit| perform(&mut session, edit));
        let mut session = anew(&session);
        let (file, cells) = (session.save(), compared(&session));
        edits.iter().for_each(|edit| perform(&mut session, edit));
        while session.undo().is_some() {}
        prop_assert_eq!(compared(&session), cells);
        prop_assert!(is_circular(&session) || session.save() == file);
    }
}

#[test]
fn an_array_fills_the_cells_beside_its_formula() {
    let mut session = session();
    enter(&mut session, &[("B1", "=SUM(A1:A9)"), ("C1", "=A2*10"), ("A1", "=SEQUENCE(3)")]);
    assert_eq!(texts(&session, "A1:A4"), "1 2 3 ");
    assert_eq!(texts(&session, "B1:C1"), "6 20");
    let view = session.cell(place(&session, "A2"));
    assert_eq!((view.is_formula, view.spilled_from), (true, Address::parse("A1")));
    assert_eq!(session.source(place(&session, "A2")), "");
}

#[test]
fn an_array_without_room_says_so_until_it_has_room() {
    let mut session = session();
    enter(&mut session, &[("A1", "=SEQUENCE(3)"), ("B1", "=SUM(A1:A3)"), ("A2", "9")]);
    assert_eq!(texts(&session, "A1:A3"), "#SPILL! 9 ");
    assert_eq!(text(&session, "B1"), "#SPILL!");
    session.undo();
    assert_eq!(texts(&session, "A1:B3"), "1 6 2  3 ");
    session.redo();
    enter(&mut session, &[("A2", "")]);
    assert_eq!(texts(&session, "A1:B3"), "1 6 2  3 ");
    // Clearing what only an array fills changes nothing.
    enter(&mut session, &[("A2", "")]);
    assert_eq!(texts(&session, "A1:B3"), "1 6 2  3 ");
    enter(&mut session, &[("A1", "")]);
    assert_eq!(texts(&session, "A1:B3"), " 0    ");
}

#[test]
fn an_array_that_would_leave_the_sheet_has_no_room() {
    let mut session = session();
    enter(&mut session, &[("XFD1", "={1,2}"), ("A1048576", "={1;2}"), ("A1", "=SEQUENCE(1000000,1000000)")]);
    assert_eq!(text(&session, "XFD1"), "#SPILL!");
    assert_eq!(text(&session, "A1048576"), "#SPILL!");
    assert_eq!(text(&session, "A1"), "#NUM!");
}

#[test]
fn the_higher_of_two_arrays_has_the_cell_whatever_was_typed_first() {
    for order in [["B1", "A2"], ["A2", "B1"]] {
        let mut session = session();
        for at in order {
            enter(&mut session, &[(at, if at == "B1" { "=SEQUENCE(3)" } else { "=SEQUENCE(1,3)" })]);
        }
        assert_eq!(texts(&session, "A1:C3"), " 1  #SPILL! 2   3 ");
        enter(&mut session, &[("B1", "")]);
        assert_eq!(texts(&session, "A1:C3"), "   1 2 3   ");
    }
}

#[test]
fn an_array_that_reads_its_own_cells_is_circular() {
    for formula in ["=SEQUENCE(3)+A2", "=SEQUENCE(COUNT(A2:A9)+2)", "=IF(A2=\"\",SEQUENCE(3),1)"] {
        let mut session = session();
        enter(&mut session, &[("A1", formula)]);
        assert_eq!(texts(&session, "A1:A3"), "#CIRC!  ", "{formula}");
        enter(&mut session, &[("A1", "=SEQUENCE(2)")]);
        assert_eq!(texts(&session, "A1:A3"), "1 2 ");
    }
}

#[test]
fn arrays_that_decide_each_others_size_are_circular() {
    let mut session = session();
    enter(&mut session, &[("A1", "=SEQUENCE(N(D3)+3)"), ("D1", "=SEQUENCE(N(A3)+1)"), ("E1", "3")]);
    assert_eq!(texts(&session, "A1:D1"), "#CIRC!   #CIRC!");
    enter(&mut session, &[("D1", "=SEQUENCE(E1)")]);
    assert_eq!(texts(&session, "A1:A6"), "1 2 3 4 5 6");
    assert_eq!(texts(&session, "D1:D3"), "1 2 3");
    enter(&mut session, &[("E1", "2")]);
    assert_eq!(texts(&session, "A1:A6"), "1 2 3   ");
}

#[test]
fn an_array_keeps_its_formulas_that_read_it_up_to_date_when_its_size_changes() {
    let mut session = session();
    let cells = [("A1", "3"), ("B1", "=SEQUENCE(A1)"), ("C1", "=SEQUENCE(B3)"), ("D1", "=SUM(C1:C9)"), ("E1", "=B4")];
    enter(&mut session, &cells);
    assert_eq!(texts(&session, "D1:E1"), "6 0");
    enter(&mut session, &[("A1", "4")]);
    assert_eq!(texts(&session, "D1:E1"), "6 4");
    enter(&mut session, &[("A1", "2")]);
    assert_eq!(texts(&session, "C1:E1"), "#CALC! #CALC! 0");
}

#[test]
fn each_cell_is_calculated_once_when_sizes_stay() {
    let mut session = session();
    enter(&mut session, &[("A1", "1"), ("C1", "=B2+A1"), ("D1", "=C1+B3"), ("B1", "=SEQUENCE(3)*A1")]);
    session.calculator_mut().set_trace(true);
    enter(&mut session, &[("A1", "2")]);
    let trace = session.calculator_mut().set_trace(false).unwrap();
    let calculated: Vec<String> = trace.calculated.iter().map(|cell| cell.place.address.to_string()).collect();
    assert_eq!(calculated, ["B1", "C1", "D1"]);
    assert_eq!(texts(&session, "B1:D1"), "2 6 12");
}

#[test]
fn an_opened_file_shows_its_arrays_again() {
    let mut session = session();
    enter(&mut session, &[("A1", "=SEQUENCE(2,2)"), ("C3", "=A2+B2")]);
    assert_eq!(filled(&session), filled(&anew(&session)));
    assert_eq!(session.save(), anew(&session).save());
    assert_eq!(session.value(place(&session, "C3")), Value::from(7));
}

#[test]
fn an_array_gives_way_to_one_it_depends_on() {
    let mut session = session();
    enter(&mut session, &[("C3", "=SEQUENCE(1,3)"), ("E2", "=SEQUENCE(N(D3))")]);
    assert_eq!(texts(&session, "C3:E3"), "1 2 3");
    assert_eq!(text(&session, "E2"), "#SPILL!");
}

#[test]
fn all_that_a_formula_spilled_is_read_by_its_first_cell() {
    let mut session = session();
    enter(
        &mut session,
        &[("B1", "=SUM(A1#)"), ("C1", "=A1#*2"), ("A1", "=SEQUENCE(E1)"), ("E1", "3"), ("D1", "=SUM(E1#)")],
    );
    assert_eq!(texts(&session, "B1:D1"), "6 2 #REF!");
    assert_eq!(text(&session, "C3"), "6");
    enter(&mut session, &[("E1", "4")]);
    assert_eq!(text(&session, "B1"), "10");
    assert_eq!(text(&session, "C4"), "8");
}
