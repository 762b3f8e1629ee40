//! What correct formulas mean.

use super::{english, read, swedish, tree};
use crate::syntax::Expression::{self, Group, Percent};
use crate::syntax::{Dialect, Operator, Prefix};
use crate::value::{CellError, Number};

fn number(integer: i64) -> Expression {
    Expression::Number(Number::from(integer))
}

fn chain(first: Expression, rest: Vec<(Operator, Expression)>) -> Expression {
    Expression::Chain(Box::new(first), rest)
}

fn minus(operand: Expression) -> Expression {
    Expression::Prefix(Prefix::Minus, Box::new(operand))
}

#[test]
fn precedence_is_that_of_excel() {
    use Operator::{Add, Equal, Join, Multiply, Power, Subtract};
    let table = [
        ("=-2^2", chain(minus(number(2)), vec![(Power, number(2))])),
        ("=2^3^2", chain(number(2), vec![(Power, number(3)), (Power, number(2))])),
        ("=2^-1", chain(number(2), vec![(Power, minus(number(1)))])),
        ("=1-2+3", chain(number(1), vec![(Subtract, number(2)), (Add, number(3))])),
        ("=1*2+3", chain(chain(number(1), vec![(Multiply, number(2))]), vec![(Add, number(3))])),
        ("=1+2*3", chain(number(1), vec![(Add, chain(number(2), vec![(Multiply, number(3))]))])),
        ("=-5%", Percent(Box::new(minus(number(5))))),
        ("=5%^2", chain(Percent(Box::new(number(5))), vec![(Power, number(2))])),
        ("=(1)", Group(Box::new(number(1)))),
        (
            "=1=2&3+4",
            chain(number(1), vec![(Equal, chain(number(2), vec![(Join, chain(number(3), vec![(Add, number(4))]))]))]),
        ),
        ("=--1", minus(minus(number(1)))),
    ];
    for (text, expected) in table {
        assert_eq!(tree(text), expected, "{text}");
    }
}

#[test]
fn both_languages_give_the_same_tree() {
    for (one, other) in [
        ("=SUM(B4:B11)-IF(C4=0,0,C5)", "=SUMMA(B4:B11)-OM(C4=0;0;C5)"),
        ("=SUMIF(A:A,\"x;y\",1:2)", "=summa.om(A:A;\"x;y\";1:2)"),
        ("=ROUND(1.5e3,2)", "=AVRUNDA(1,5e3;2)"),
        ("=MAX({1.5,-2;TRUE,#N/A})", "=MAX({1,5\\-2;SANT\\#SAKNAS!})"),
        ("=A1*1.5", "=A1*1,5"),
        ("=IF(TRUE,,FALSE)", "=OM(sant;;falskt)"),
        ("=_xlfn.STDEV.S(A1)", "=STDAV.S(A1)"),
    ] {
        assert_eq!(tree(one), tree(other), "{one} {other}");
        assert_ne!(tree(one), Expression::Missing);
    }
}

#[test]
fn formulas_print_in_their_canonical_form() {
    print_canonically(&[
        ("= sum( b4 : b11 ) ", "SUM(B4:B11)", "SUMMA(B4:B11)"),
        ("=$b$4+B$4+$B4", "$B$4+B$4+$B4", "$B$4+B$4+$B4"),
        ("=b:$d", "B:$D", "B:$D"),
        ("=SUM($4:9)", "SUM($4:9)", "SUMMA($4:9)"),
        ("=B11:B4", "B11:B4", "B11:B4"),
        ("=blad1!A1:B2", "Blad1!A1:B2", "Blad1!A1:B2"),
        ("=Blad1!A1:Blad1!B2", "Blad1!A1:B2", "Blad1!A1:B2"),
        ("='min nämnd''s'!A1", "'Min nämnd''s'!A1", "'Min nämnd''s'!A1"),
        ("=Översikt!A1", "Översikt!A1", "Översikt!A1"),
        ("=2024!A1+KF2025!A1", "'2024'!A1+'KF2025'!A1", "'2024'!A1+'KF2025'!A1"),
        ("=Saknas!A1", "Saknas!A1", "Saknas!A1"),
        ("=R1C1!A1", "'R1C1'!A1", "'R1C1'!A1"),
        ("=LOG10(LOG10)", "LOG10(LOG10)", "LOG10(LOG10)"),
        ("=okänd.funktion(1)", "OKÄND.FUNKTION(1)", "OKÄND.FUNKTION(1)"),
        ("=Ram_2024.år*2", "Ram_2024.år*2", "Ram_2024.år*2"),
        ("=\u{2212}1 \u{2013} 2", "-1-2", "-1-2"),
        ("=1\u{a0}+\u{202f}2", "1+2", "1+2"),
        ("=\"a\"\"b c\"&#värdefel!", "\"a\"\"b c\"&#VALUE!", "\"a\"\"b c\"&#VÄRDEFEL!"),
        ("=TRUE()", "TRUE()", "SANT()"),
        ("=IF(1,,)", "IF(1,,)", "OM(1;;)"),
        ("=0,5%", "0.5%", "0,5%"),
        ("=(((1", "(((1)))", "(((1)))"),
        ("=SUM(MAX(1;2", "SUM(MAX(1,2))", "SUMMA(MAX(1;2))"),
        ("=Blad1!#REF!+#REF!$A$1+A1:#REF!", "#REF!+#REF!+#REF!", "#REFERENS!+#REFERENS!+#REFERENS!"),
        ("=1000000000000000000000000.0001", "1000000000000000000000000.0001", "1000000000000000000000000,0001"),
    ]);
}

#[test]
fn references_names_and_tables_print_in_their_canonical_form() {
    print_canonically(&[
        ("=SUM((A1:A3, C1))", "SUM((A1:A3,C1))", "SUMMA((A1:A3;C1))"),
        ("=a1:c3  b2:d4 x", "A1:C3 B2:D4 x", "A1:C3 B2:D4 x"),
        ("=-@A1:A9%", "-@A1:A9%", "-@A1:A9%"),
        ("=A1#+SUM(Blad1!B2#)", "A1#+SUM(Blad1!B2#)", "A1#+SUMMA(Blad1!B2#)"),
        ("=A1:B2#", "A1:B2#", "A1:B2#"),
        ("=A1:B2:C3", "A1:B2:C3", "A1:B2:C3"),
        ("=A1:INDEX(B:B,3)", "A1:INDEX(B:B,3)", "A1:INDEX(B:B;3)"),
        ("=OFFSET(A1,1,1):B3", "OFFSET(A1,1,1):B3", "OFFSET(A1;1;1):B3"),
        ("=Blad1!A1:total", "Blad1!A1:total", "Blad1!A1:total"),
        ("=IF(1,A1,B1):C1", "IF(1,A1,B1):C1", "OM(1;A1;B1):C1"),
        ("=Jan:Dec!B4:C5", "Jan:Dec!B4:C5", "Jan:Dec!B4:C5"),
        ("='Jan 1:Dec 2'!B4", "'Jan 1:Dec 2'!B4", "'Jan 1:Dec 2'!B4"),
        ("=2024:2026!$B$4", "'2024:2026'!$B$4", "'2024:2026'!$B$4"),
        ("=KF2025:Översikt!B4", "'KF2025:Översikt'!B4", "'KF2025:Översikt'!B4"),
        ("=Jan:Dec", "JAN:DEC", "JAN:DEC"),
        ("=Blad1!Budget*2", "Blad1!Budget*2", "Blad1!Budget*2"),
        ("='2024'!moms(1)", "'2024'!moms(1)", "'2024'!moms(1)"),
        ("=LAMBDA(x,x+1)(2)", "LAMBDA(x,x+1)(2)", "LAMBDA(x;x+1)(2)"),
        ("=LET(f,LAMBDA(a,[b],a),f(1)(2))", "LET(f,LAMBDA(a,[b],a),f(1)(2))", "LET(f;LAMBDA(a;[b];a);f(1)(2))"),
        (
            "=LET(max,LAMBDA(a,a),max(1)+MAX(2))",
            "LET(max,LAMBDA(a,a),max(1)+MAX(2))",
            "LET(max;LAMBDA(a;a);max(1)+MAX(2))",
        ),
        ("=_xlfn.LET(_xlpm.x,1,_xlpm.x)", "LET(x,1,x)", "LET(x;1;x)"),
        ("=Tabell[Budget]", "Tabell[Budget]", "Tabell[Budget]"),
        ("=Tabell[@Budget]-[@[Utfall i år]]", "Tabell[@Budget]-[@[Utfall i år]]", "Tabell[@Budget]-[@[Utfall i år]]"),
        ("=T[ [#Headers] , [Budget] ]", "T[[#Headers],[Budget]]", "T[[#Rubriker];[Budget]]"),
        ("=T[#summor]", "T[#Totals]", "T[#Summor]"),
        ("=T[[#Rubriker];[#Data];[a]:[b]]", "T[[#Headers],[#Data],[a]:[b]]", "T[[#Rubriker];[#Data];[a]:[b]]"),
        ("=T[[#This Row],[a]]&T[[#Den här raden];[a]]", "T[@a]&T[@a]", "T[@a]&T[@a]"),
        ("=T[]&T[#All]&T[@]", "T[#Data]&T[#All]&T[@]", "T[#Data]&T[#Alla]&T[@]"),
        ("=T[[Pris (kr)]]&T['[a'']", "T[[Pris (kr)]]&T[['[a'']]", "T[[Pris (kr)]]&T[['[a'']]"),
    ]);
}

fn print_canonically(table: &[(&str, &str, &str)]) {
    for (typed, in_english, in_swedish) in table.iter().copied() {
        let expression = tree(typed);
        assert_eq!(english(&expression), in_english, "{typed}");
        assert_eq!(swedish(&expression), in_swedish, "{typed}");
    }
}

#[test]
fn a_formula_reads_alike_with_and_without_its_sign() {
    for text in ["=A1+1", "A1+1", "  = A1 + 1 "] {
        assert_eq!(english(&read(text, Dialect::English).expression), "A1+1");
    }
}

#[test]
fn a_point_is_a_decimal_sign_in_swedish_too() {
    assert_eq!(read("=A1*1.5", Dialect::Swedish).expression, read("=A1*1,5", Dialect::Swedish).expression);
}

#[test]
fn a_filled_formula_has_the_same_tree_in_each_row() {
    let at = |row| crate::base::Place { address: crate::base::Address::new(row, 3), ..super::ORIGIN };
    let read = |text: &str, row| crate::syntax::parse(text, at(row), Dialect::English, &super::Sample).expression;
    assert_eq!(read("=B4-$C4+C$1", 3), read("=B90-$C90+C$1", 89));
}

#[test]
fn references_outside_the_sheet_print_as_errors() {
    let expression = tree("=A1+$A$1");
    let top = crate::base::Place::default();
    let print = |dialect| crate::syntax::print(&expression, top, dialect, &super::Sample);
    assert_eq!(print(Dialect::English), "#REF!+$A$1");
    assert_eq!(print(Dialect::Swedish), "#REFERENS!+$A$1");
}

#[test]
fn references_to_a_deleted_sheet_print_as_errors() {
    use crate::syntax::{Reference, SheetReference};
    let Expression::Reference(reference) = tree("=Blad1!A1") else { panic!("a reference was read") };
    let gone = Reference { sheet: Some(SheetReference::Known(crate::base::SheetId(99))), ..reference };
    assert_eq!(english(&Expression::Reference(gone)), "#REF!");
}

#[test]
fn trees_nobody_typed_print_with_the_parentheses_they_need() {
    use Operator::{Add, Multiply, Subtract};
    let sum = chain(number(1), vec![(Add, number(2))]);
    assert_eq!(english(&chain(sum.clone(), vec![(Multiply, number(3))])), "(1+2)*3");
    assert_eq!(english(&chain(number(3), vec![(Subtract, sum.clone())])), "3-(1+2)");
    assert_eq!(english(&minus(sum)), "-(1+2)");
    assert_eq!(english(&Expression::Error(CellError::Circular)), "#CIRC!");
}
