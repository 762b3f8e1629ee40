//! References made of references, names within formulas, functions made of formulas.

use super::*;
use crate::functions::library;

fn check(cells: &[(&str, &str)], cases: &[(&str, &str)]) {
    let mut session = session();
    enter(&mut session, cells);
    for (formula, expected) in cases {
        enter(&mut session, &[("H3", formula)]);
        assert_eq!(shown(&session, &["H3"]), [*expected], "{formula}");
    }
}

/// One to nine in three rows, and a text.
const CELLS: &[(&str, &str)] = &[
    ("A1", "1"),
    ("B1", "2"),
    ("C1", "3"),
    ("A2", "4"),
    ("B2", "5"),
    ("C2", "6"),
    ("A3", "7"),
    ("B3", "8"),
    ("C3", "9"),
    ("D1", "text"),
];

#[test]
fn references_are_made_of_references() {
    check(
        CELLS,
        &[
            ("=SUM((A1:A3,C1))", "15"),
            ("=COUNT((A1:A3,C1,D1))", "4"),
            ("=COUNTA((A1:A3,C1,D1))", "5"),
            ("=MAX((A1,C3))", "9"),
            ("=LARGE((A1:A3,C1:C3),2)", "7"),
            ("=RANK(7,(A1:A3,C1:C3))", "2"),
            ("=AREAS((A1:A3,C1,D1))", "3"),
            ("=AREAS(A1:C3)", "1"),
            ("=INDEX((A1:A3,C1:C3),2,1,2)", "6"),
            ("=INDEX((A1:A3,C1:C3),2,1,3)", "#REF!"),
            ("=(A1,C1)+1", "#VALUE!"),
            ("=ROWS((A1,C1))", "#VALUE!"),
            ("=SUM(A1:B2 B1:C3)", "7"),
            ("=A1:C1 B1:B3", "2"),
            ("=A1:A3 C1:C3", "#NULL!"),
            ("=SUM((A1:A3,C1:C3) A2:C2)", "10"),
            ("=SUM(A1:INDEX(A1:A3,2))", "5"),
            ("=SUM(INDEX(A1:A3,2):INDEX(C1:C3,3))", "39"),
            ("=SUM(OFFSET(A1,1,1):C3)", "28"),
            ("=SUM(A1:IF(A1=1,B2,C3))", "12"),
            ("=@A1:A3", "7"),
            ("=@A1:A2", "#VALUE!"),
            ("=@A3", "7"),
            ("=-@A1:A3%", "-0.07"),
            ("=@{5,6}", "5"),
            ("=-2^2", "4"),
            ("=2^-1", "0.5"),
            ("=50%^2", "0.25"),
            ("=2^3^2", "64"),
        ],
    );
}

#[test]
fn names_within_formulas_shadow_and_functions_keep_theirs() {
    check(
        CELLS,
        &[
            ("=LET(x,5,x*x)", "25"),
            ("=LET(x,5,y,x+1,x*y)", "30"),
            ("=LET(x,1,LET(x,2,x)+x)", "3"),
            ("=LET(r,A1:A3,ROWS(r)+SUM(r))", "15"),
            ("=LAMBDA(x,y,x+y)(1,2)", "3"),
            ("=LET(add,LAMBDA(a,LAMBDA(b,a+b)),add(1)(2))", "3"),
            ("=LET(a,10,f,LAMBDA(x,x+a),a,20,f(1))", "11"),
            ("=LET(sum,LAMBDA(x,x*2),sum(4))", "8"),
            ("=LAMBDA(x,[y],IF(ISOMITTED(y),x,y))(1)", "1"),
            ("=LAMBDA(x,[y],IF(ISOMITTED(y),x,y))(1,2)", "2"),
            ("=LAMBDA(x,x)", "#CALC!"),
            ("=LAMBDA(x,x)()", "#VALUE!"),
            ("=LAMBDA(x,x)(1,2)", "#VALUE!"),
            ("=LET(f,5,f(1))", "#VALUE!"),
            ("=okänd(1)", "#NAME?"),
            ("=LET(f,LAMBDA(f,n,IF(n=0,1,n*f(f,n-1))),f(f,10))", "3628800"),
            ("=SUM(MAP(A1:A3,C1:C3,LAMBDA(a,b,a*b)))", "90"),
            ("=SUM(BYROW(A1:C3,LAMBDA(r,MAX(r))))", "18"),
            ("=SUM(BYCOL(A1:C3,LAMBDA(c,MIN(c))))", "6"),
            ("=REDUCE(0,A1:C3,LAMBDA(s,x,s+x))", "45"),
            ("=INDEX(SCAN(0,A1:A3,LAMBDA(s,x,s+x)),3)", "12"),
            ("=INDEX(MAKEARRAY(2,3,LAMBDA(r,c,r*10+c)),2,3)", "23"),
            ("=MAKEARRAY(0,3,LAMBDA(r,c,1))", "#VALUE!"),
            ("=MAKEARRAY(1000000,1000000,LAMBDA(r,c,1))", "#NUM!"),
        ],
    );
}

#[test]
fn endless_functions_give_an_error_at_once() {
    let test = || {
        check(
            &[],
            &[
                ("=LET(f,LAMBDA(f,f(f)),f(f))", "#NUM!"),
                ("=LET(f,LAMBDA(f,n,f(f,n+1)+f(f,n+2)),f(f,1))", "#NUM!"),
                ("=LET(f,LAMBDA(f,IFERROR(f(f),f(f))),f(f))", "#NUM!"),
                ("=LET(f,LAMBDA(f,n,IF(n=0,0,1+f(f,n-1))),f(f,100))", "100"),
            ],
        );
    };
    on_a_stack(test);
}

/// Runs a test on the stack that a browser gives; what is compiled without optimisation needs far more.
fn on_a_stack(test: impl FnOnce() + Send + 'static) {
    let size = if cfg!(debug_assertions) { 3 << 20 } else { 1 << 20 };
    std::thread::Builder::new().stack_size(size).spawn(test).unwrap().join().unwrap();
}

#[test]
fn names_call_themselves_and_circular_names_end() {
    on_a_stack(names_call_themselves);
}

fn names_call_themselves() {
    let mut session = session();
    let define = |session: &mut Session, name: &str, formula: &str| {
        let vocabulary = vocabulary::BookVocabulary(session.book());
        let parsed = crate::syntax::parse(formula, Place::default(), crate::syntax::Dialect::English, &vocabulary);
        let meaning = Some(std::rc::Rc::new(parsed.expression));
        session.apply(crate::edit::Change::DefineName { name: name.to_owned(), sheet: None, meaning }).unwrap();
    };
    define(&mut session, "Fakultet", "=LAMBDA(n,IF(n<2,1,n*Fakultet(n-1)))");
    define(&mut session, "Evig", "=LAMBDA(n,Evig(n+1))");
    define(&mut session, "ett", "=två+1");
    define(&mut session, "två", "=ett+1");
    define(&mut session, "Grund", "=LAMBDA(n,n+Blad1!$A$1)");
    enter(
        &mut session,
        &[("A1", "5"), ("B1", "=Fakultet(A1)"), ("B2", "=Evig(1)"), ("B3", "=ett"), ("B4", "=Grund(1)")],
    );
    assert_eq!(shown(&session, &["B1", "B2", "B3", "B4"]), ["120", "#NUM!", "#CIRC!", "6"]);
    enter(&mut session, &[("A1", "4")]);
    assert_eq!(shown(&session, &["B1", "B4"]), ["24", "5"]);
}

#[test]
fn sheets_in_a_row_are_read_in_their_order() {
    let mut session = session();
    for name in ["Jan", "Feb", "Mars 1"] {
        session.add_sheet(Some(name)).unwrap();
    }
    for (cell, text) in [("Jan!B4", "1"), ("Feb!B4", "2"), ("'Mars 1'!B4", "4")] {
        let place = session.find_place(session.sheets()[0].id, cell).unwrap().first();
        session.enter(place, text).unwrap();
    }
    enter(
        &mut session,
        &[
            ("A2", "=SUM('Jan:Mars 1'!B4)"),
            ("A3", "=AVERAGE(Jan:Feb!B3:B4)"),
            ("A4", "=Jan:Feb!B4"),
            ("A5", "=MAX('Mars 1:Jan'!B:B)"),
            ("A6", "=SUM(Jan:Saknas!B4)"),
        ],
    );
    assert_eq!(shown(&session, &["A2", "A3", "A4", "A5", "A6"]), ["7", "1.5", "#VALUE!", "4", "#REF!"]);
    let feb = session.find_place(session.sheets()[0].id, "Feb!B4").unwrap().first();
    session.enter(feb, "10").unwrap();
    assert_eq!(shown(&session, &["A2", "A3", "A5"]), ["15", "5.5", "10"]);
    session.remove_sheet(feb.sheet).unwrap();
    assert_eq!(shown(&session, &["A2"]), ["5"]);
}

#[test]
fn texts_name_cells_and_formulas_are_texts() {
    let mut session = session();
    session.add_sheet(Some("Andra")).unwrap();
    enter(
        &mut session,
        &[("A1", "5"), ("A2", "=A1*2"), ("B1", "A2"), ("C1", "=INDIRECT(B1)"), ("C2", "=FORMULATEXT(A2)")],
    );
    enter(&mut session, &[("C3", "=SUM(INDIRECT(\"A1:A\"&2))"), ("C4", "=SHEETS()&SHEET(\"andra\")&SHEET(Andra!A1)")]);
    enter(
        &mut session,
        &[("C5", "=ISFORMULA(A2)&ISFORMULA(A1)"), ("C6", "=INDIRECT(\"Borta!A1\")"), ("C7", "=SHEETS(Blad1:Andra!A1)")],
    );
    let cells = ["C1", "C2", "C3", "C4", "C5", "C6", "C7"];
    assert_eq!(shown(&session, &cells), ["10", "=A1*2", "15", "222", "TRUEFALSE", "#REF!", "2"]);
    enter(&mut session, &[("A1", "6"), ("A2", "=A1+A1")]);
    assert_eq!(shown(&session, &cells[..3]), ["12", "=A1+A1", "18"]);
    session.set_locale(Locale::Swedish);
    enter(&mut session, &[("A2", "=SUMMA(A1;0,5)")]);
    assert_eq!(shown(&session, &cells[..3]), ["6,5", "=SUMMA(A1;0,5)", "12,5"]);
}

#[test]
fn computed_ranges_follow_what_lies_between() {
    let mut session = session();
    enter(&mut session, CELLS);
    enter(&mut session, &[("E1", "3"), ("F1", "=SUM(A1:INDEX(C:C,E1))"), ("G1", "=F1*2")]);
    assert_eq!(shown(&session, &["F1", "G1"]), ["45", "90"]);
    enter(&mut session, &[("B2", "105")]);
    assert_eq!(shown(&session, &["F1", "G1"]), ["145", "290"]);
    enter(&mut session, &[("E1", "1")]);
    assert_eq!(shown(&session, &["F1", "G1"]), ["6", "12"]);
}

#[test]
fn examples_with_names_give_what_they_say() {
    for function in library::all() {
        for example in function.examples.iter().filter(|example| example.formula.contains("LAMBDA(")) {
            check(&[], &[(&format!("={}", example.formula), example.result)]);
        }
    }
}

#[test]
fn named_tables_are_kept_in_the_file_and_undone() {
    let mut session = session();
    let sheet = session.book().sheets[0].id;
    let table = crate::book::NamedTable {
        name: "Budget".to_owned(),
        region: Range::parse("A1:B3").unwrap().on(sheet),
        columns: vec!["Plan".to_owned(), "Utfall".to_owned()],
        has_headers: true,
        has_totals: false,
    };
    session.apply(crate::edit::Change::DefineTable { name: "Budget".to_owned(), table: Some(table.clone()) }).unwrap();
    enter(&mut session, &[("A2", "3"), ("A3", "4"), ("B3", "=[@Plan]*2"), ("D1", "=SUM(Budget[Plan])")]);
    let opened = Session::open(&session.save(), Box::new(Still { now: 0.0 })).unwrap();
    assert_eq!(opened.book().tables.find("BUDGET"), Some(&table));
    assert_eq!(shown(&opened, &["B3", "D1"]), ["8", "7"]);
    for _ in 0..5 {
        session.undo().unwrap();
    }
    assert!(session.book().tables.is_empty());
}

#[test]
fn a_sheets_own_name_is_kept_in_the_file_and_undone() {
    let mut session = session();
    let sheet = session.sheets()[0].id;
    enter(&mut session, &[("A1", "5"), ("B1", "=plan*2")]);
    let meaning = |session: &Session| {
        let vocabulary = vocabulary::BookVocabulary(session.book());
        Some(
            crate::syntax::parse("=Blad1!$A$1", Place::default(), crate::syntax::Dialect::English, &vocabulary)
                .expression
                .into(),
        )
    };
    let change =
        crate::edit::Change::DefineName { name: "plan".into(), sheet: Some(sheet), meaning: meaning(&session) };
    session.apply(change).unwrap();
    assert_eq!(shown(&session, &["B1"]), ["10"]);
    let mut opened = Session::open(&session.save(), Box::new(Still { now: 0.0 })).unwrap();
    assert_eq!((shown(&opened, &["B1"]), opened.save() == session.save()), (vec!["10".to_owned()], true));
    opened.add_sheet(Some("Blad2")).unwrap();
    let other = opened.sheets()[1].id;
    opened.enter(Address::new(0, 0).on(other), "=plan").unwrap();
    assert_eq!(opened.cell(Address::new(0, 0).on(other)).text, "#NAMN?");
    session.undo().unwrap();
    assert_eq!(shown(&session, &["B1"]), ["#NAME?"]);
}
