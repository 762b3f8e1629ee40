//! Where errors begin and the words that say why.

use super::*;
use crate::session::why::{Reason, why};

/// The cells of a case, the one asked about first.
type Case = (&'static [(&'static str, &'static str)], &'static str, &'static str, &'static str);

const CASES: &[Case] = &[
    (&[("A1", "=B1/C4"), ("B1", "5")], "A1", "Division med noll: C4 är tom", "Division by zero: C4 is empty"),
    (&[("A1", "=1+B1/C4*2"), ("C4", "0")], "A1", "Division med noll: C4 är 0", "Division by zero: C4 is 0"),
    (&[("A1", "=5/(2-2)")], "A1", "Division med noll", "Division by zero"),
    (&[("A1", "=MOD(5,B1)")], "A1", "Division med noll: B1 är tom", "Division by zero: B1 is empty"),
    (
        &[("A1", "=SUM(B1:B3)"), ("B2", "=C1*2"), ("C1", "=ROUND(D1,0)+1"), ("D1", "=1/E1")],
        "D1",
        "D1: Division med noll: E1 är tom",
        "D1: Division by zero: E1 is empty",
    ),
    (
        &[("A1", "=B1*2"), ("B1", "okänt")],
        "A1",
        "\"okänt\" i B1 är text, men ett tal behövs",
        "\"okänt\" in B1 is text, but a number is needed",
    ),
    (
        &[("A1", "=ROUND(B1,0)"), ("B1", "x")],
        "A1",
        "\"x\" i B1 är text, men ett tal behövs (tal i AVRUNDA)",
        "\"x\" in B1 is text, but a number is needed (number in ROUND)",
    ),
    (&[("A1", "=-\"x\"")], "A1", "\"x\" är text, men ett tal behövs", "\"x\" is text, but a number is needed"),
    (
        &[("A1", "=VLOOKUP(6500,B1:C2,2,FALSE)"), ("B1", "6400"), ("C1", "7")],
        "A1",
        "6500 finns inte i B1:B2",
        "6500 is not in B1:B2",
    ),
    (
        &[("A1", "=VLOOKUP(6500,B1:C2,2,FALSE)"), ("B1", "6500"), ("C1", "=NA()")],
        "C1",
        "C1: Formeln ger själv #SAKNAS!",
        "C1: The formula itself gives #N/A",
    ),
    (
        &[("A1", "=MATCH(\"vård\",B1:B9,0)"), ("B1", "skola")],
        "A1",
        "\"vård\" finns inte i B1:B9",
        "\"vård\" is not in B1:B9",
    ),
    (&[("A1", "=XLOOKUP(B1,C1:C3,D1:D3)"), ("B1", "7")], "A1", "7 finns inte i C1:C3", "7 is not in C1:C3"),
    (&[("A1", "=INDEX(B1:B3,2)"), ("B2", "=1/0")], "B2", "B2: Division med noll", "B2: Division by zero"),
    (
        &[("A1", "=SUM(#REF!,B1)")],
        "A1",
        "Formeln hänvisar till celler som inte finns",
        "The formula refers to cells that do not exist",
    ),
    (&[("A1", "=skattesats*2")], "A1", "Namnet skattesats finns inte", "There is no name skattesats"),
    (
        &[("A1", "=IF(B1>0,1/0,NOSUCHFUNCTION())")],
        "A1",
        "Funktionen NOSUCHFUNCTION finns inte",
        "There is no function NOSUCHFUNCTION",
    ),
    (
        &[("A1", "=IFERROR(1/0,B1)"), ("B1", "#N/A")],
        "B1",
        "B1: Felet står i cellen utan någon formel",
        "B1: The error stands in the cell without a formula",
    ),
    (
        &[("A1", "=SQRT(-1)")],
        "A1",
        "ROT fick ett tal utanför det tillåtna, eller fann inget svar",
        "SQRT got a number outside its limits, or found no answer",
    ),
    (
        &[("A1", "=10^30")],
        "A1",
        "Talet blir för stort, eller går inte att räkna ut",
        "The number is too large, or cannot be calculated",
    ),
    (
        &[("A1", "=AVERAGE(B1:B3)")],
        "A1",
        "MEDEL har för få tal att räkna med i B1:B3",
        "AVERAGE has too few numbers to work with in B1:B3",
    ),
    (
        &[("D1", "=B1"), ("B1", "=C1+1"), ("C1", "=B1*2")],
        "B1",
        "B1: Formeln beror på sig själv: B1 → C1",
        "B1: The formula depends on itself: B1 → C1",
    ),
    (&[("A1", "=SEQUENCE(3)"), ("A2", "x")], "A1", "A2 är i vägen för resultatet", "A2 is in the way of the result"),
    (&[("A1", "=LET(x,B1,y,1/x,y+1)")], "A1", "Division med noll: B1 är tom", "Division by zero: B1 is empty"),
    (
        &[("A1", "=SUM(ROUND(B1:B3,0))"), ("B2", "x")],
        "A1",
        "\"x\" i B2 är text, men ett tal behövs (tal i AVRUNDA)",
        "\"x\" in B2 is text, but a number is needed (number in ROUND)",
    ),
    (
        &[("A1", "=SUMIF(B1:B3,\">0\",C1:C3)"), ("B1", "=1/0"), ("B2", "1"), ("C2", "=2/0")],
        "C2",
        "C2: Division med noll",
        "C2: Division by zero",
    ),
    (
        &[("A1", "=XLOOKUP(7,C1:C3,D1:D3)"), ("C1", "=NA()"), ("C2", "7"), ("D2", "=1/0")],
        "D2",
        "D2: Division med noll",
        "D2: Division by zero",
    ),
    (&[("A1", "=FIND(\"x\",B1)"), ("B1", "abc")], "A1", "\"x\" finns inte i B1", "\"x\" is not in B1"),
    (
        &[("A1", "=IFERROR(MATCH(3,B1:B2,0),1/B1)")],
        "A1",
        "Division med noll: B1 är tom",
        "Division by zero: B1 is empty",
    ),
    (
        &[("A1", "=LEFT(\"abc\",-1)")],
        "A1",
        "VÄNSTER kan inte räkna med det som står här",
        "LEFT cannot calculate with what it was given",
    ),
    (&[("A1", "=MAP(B1:B2,LAMBDA(x,1/x))")], "A1", "Division med noll", "Division by zero"),
    (&[("A1", "=LAMBDA(x,1/x)(B1)")], "A1", "Division med noll: B1 är tom", "Division by zero: B1 is empty"),
    (&[("A1", "=B1:B2 C1:C2")], "A1", "Områdena har ingen gemensam cell", "The ranges share no cell"),
];

#[test]
fn an_error_is_followed_to_where_it_began() {
    for (cells, origin, swedish, english) in CASES {
        let mut session = session();
        enter(&mut session, cells);
        let asked = place(&session, cells[0].0);
        let cause = why(&session, asked).unwrap_or_else(|| panic!("{cells:?} is no error"));
        assert_eq!(cause.origin.address.to_string(), *origin, "{cells:?}");
        assert_eq!(cause.text(&session, Locale::Swedish), *swedish, "{cells:?}");
        assert_eq!(cause.text(&session, Locale::English), *english, "{cells:?}");
    }
}

#[test]
fn the_way_leads_over_sheets_and_names_them() {
    let mut session = session();
    session.add_sheet(Some("Min nämnd")).unwrap();
    let other = session.sheets()[1].id;
    session.enter(Address::new(2, 0).on(other), "=1/A9").unwrap();
    enter(&mut session, &[("A1", "=B1"), ("B1", "='Min nämnd'!A3+1")]);
    let cause = why(&session, place(&session, "A1")).unwrap();
    assert_eq!(cause.path, [place(&session, "A1"), place(&session, "B1"), Address::new(2, 0).on(other)]);
    let text = "'Min nämnd'!A3: Division by zero: 'Min nämnd'!A9 is empty";
    assert_eq!(cause.text(&session, Locale::English), text);
}

#[test]
fn a_value_beside_its_array_has_the_fault_of_its_formula() {
    let mut session = session();
    enter(&mut session, &[("B1", "1"), ("B3", "2"), ("A1", "=6/B1:B3")]);
    let cause = why(&session, place(&session, "A2")).unwrap();
    assert_eq!(cause.text(&session, Locale::English), "Division by zero: B2 is empty");
}

#[test]
fn a_cell_without_error_has_no_cause_and_asking_changes_nothing() {
    let mut session = session();
    enter(&mut session, &[("A1", "1"), ("B1", "=A1/A2")]);
    assert_eq!(why(&session, place(&session, "A1")), None);
    let before = session.revision();
    assert!(matches!(why(&session, place(&session, "B1")).unwrap().reason, Reason::Formula(_)));
    assert_eq!((session.revision(), shown(&session, &["B1"])), (before, vec!["#DIV/0!".to_owned()]));
    enter(&mut session, &[("A2", "4")]);
    assert_eq!(shown(&session, &["B1"]), ["0.25"]);
}

#[test]
fn a_long_way_is_followed_without_recursion() {
    let mut session = session();
    let sheet = session.sheets()[0].id;
    let texts: Vec<(Address, String)> = (1..5_000).map(|row| (Address::new(row, 0), format!("=A{row}+1"))).collect();
    let cells: Vec<(Address, &str)> = texts.iter().map(|(cell, text)| (*cell, text.as_str())).collect();
    session.put_all(sheet, &cells).unwrap();
    enter(&mut session, &[("A1", "=1/0")]);
    let cause = why(&session, place(&session, "A5000")).unwrap();
    assert_eq!((cause.origin, cause.path.len()), (place(&session, "A1"), 5_000));
}
