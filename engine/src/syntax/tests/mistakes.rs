//! What is said about texts that are no formulas.

use super::{english, mistakes, read, swedish};
use crate::syntax::DiagnosticKind::{self, *};
use crate::syntax::{Dialect, Expression, Feature};

#[test]
fn each_mistake_is_told_where_it_is() {
    each_is_told(&[
        ("=", OperandExpected, ""),
        ("=A1+", OperandExpected, ""),
        ("=A1+*2", OperandExpected, "*"),
        ("=()", OperandExpected, ")"),
        ("=SUM(A1,+)", OperandExpected, ")"),
        ("=A1 3", OperatorExpected, "3"),
        ("=SUM(A1) B1", OperatorExpected, "B1"),
        ("=A1 SUM(B1)", OperatorExpected, "SUM"),
        ("=(A1+B1) (C1+D1)", OperatorExpected, "("),
        ("=A1 TRUE", OperatorExpected, "TRUE"),
        ("=2 A1", OperatorExpected, "A1"),
        ("=\"a\"\"b\" \"c\"", OperatorExpected, "\"c\""),
        ("=1 000+2", SpacedNumber, "000"),
        ("=(1}", CloseExpected, "}"),
        ("=A1)", UnexpectedClose, ")"),
        ("=SUM(A1))+2", UnexpectedClose, ")"),
        ("=\"a", UnclosedText, "\"a"),
        ("='a'+1", UnclosedSheet, "'a'"),
        ("=A1+'b", UnclosedSheet, "'b"),
        ("=SUM(A1;B1)", SemicolonSeparator, ";"),
        ("=1,2", UnexpectedSeparator, ","),
        ("=A1+🙂", UnknownCharacter, "🙂"),
        ("=A1 ? 2", UnknownCharacter, "?"),
        ("=#FEL!", UnknownError, "#"),
        ("=$B", BadReference, "$B"),
        ("=A1:", BadReference, ""),
        ("=A1:B", BadReference, "A1:B"),
        ("=A:4", BadReference, "A:4"),
        ("=A$+1", BadReference, "A$"),
        ("=1.5:2", BadReference, "1.5"),
        ("=Blad1!+1", BadReference, "+"),
        ("=Blad1!A1:Saknas!B2", DifferentSheets, "Saknas!"),
        ("=1e400", NumberTooLarge, "1e400"),
        ("={1,2", BraceExpected, ""),
        ("={1 2}", BraceExpected, "2"),
        ("={A1}", ConstantExpected, "A1"),
        ("={1,}", ConstantExpected, "}"),
        ("={}", ConstantExpected, "}"),
        ("={1,2;3}", UnevenRows, "{"),
    ]);
}

fn each_is_told(table: &[(&str, DiagnosticKind, &str)]) {
    for (text, kind, place) in table.iter().copied() {
        assert_eq!(mistakes(text, Dialect::English), [(kind, place)], "{text}");
        assert_eq!(read(text, Dialect::English).expression, Expression::Broken(text[1..].into()), "{text}");
    }
}

#[test]
fn mistakes_in_references_and_local_names_are_told() {
    each_is_told(&[
        ("=SUM((A1,3))", ReferenceExpected, "3"),
        ("=SUM((1,A1))", UnexpectedSeparator, ","),
        ("=SUM((A1,))", OperandExpected, ")"),
        ("=5#", OperatorExpected, "#"),
        ("=Tabell[Budget", UnclosedBrackets, "[Budget"),
        ("=Tabell[#Okänd]", BadTablePart, "[#Okänd]"),
        ("=Tabell[[Budget]", UnclosedBrackets, "[[Budget]"),
        ("=A1]", CloseExpected, "]"),
        ("=[Bok.xlsx]Blad1!A1", Unsupported(Feature::OtherBook), "[Bok.xlsx]"),
        ("='[Bok.xlsx]Blad1'!A1", Unsupported(Feature::OtherBook), "'[Bok.xlsx]Blad1'!"),
        ("=A1:Blad1!B2", DifferentSheets, "Blad1!"),
        ("='a:b:c'!A1", BadReference, "'a:b:c'!"),
        ("=':b'!A1", BadReference, "':b'!"),
        ("=A1:MAX(B1)", ReferenceExpected, "MAX"),
        ("=MAX(B1):A1", ReferenceExpected, ":"),
        ("=A1:(1+2)", ReferenceExpected, "("),
        ("=LET(a1,5,a1)", BadLocalName, "a1"),
        ("=LET(x1,5,x1)", BadLocalName, "x1"),
        ("=LET(x,5,b2,6,x)", BadLocalName, "b2"),
        ("=LET(1,5,6)", BadLocalName, "1"),
        ("=LET(x,5)", NamesAndValues, "LET"),
        ("=LET(x,5,y,6)", NamesAndValues, "LET"),
        ("=LAMBDA()", BodyExpected, "LAMBDA"),
        ("=LAMBDA(R1C1,5)", BadLocalName, "R1C1"),
        ("=LAMBDA(x+1,5)", BodyExpected, "LAMBDA"),
    ]);
}

#[test]
fn a_comma_in_a_swedish_formula_is_told() {
    assert_eq!(mistakes("=SUMMA(A1,B1;C1)", Dialect::Swedish), [(CommaSeparator, ",")]);
    assert_eq!(mistakes("=SUMMA((A1,B1))", Dialect::Swedish), [(CommaSeparator, ",")]);
}

#[test]
fn reading_goes_on_after_the_parenthesis_that_holds_a_mistake() {
    let expected = [(OperandExpected, ")"), (OperatorExpected, "3"), (UnclosedText, "\"x")];
    assert_eq!(mistakes("=SUM(1+)+(A1 3)+\"x", Dialect::English), expected);
}

#[test]
fn a_broken_formula_is_kept_as_it_was_written() {
    for (text, kept) in [("= SUM(a1 ;b1))  ", " SUM(a1 ;b1))  "), (" =1 +", "1 +"), ("🙂", "🙂")] {
        let expression = read(text, Dialect::English).expression;
        assert_eq!(expression, Expression::Broken(kept.into()));
        assert_eq!((english(&expression), swedish(&expression)), (kept.to_owned(), kept.to_owned()));
    }
}

#[test]
fn remarks_speak_both_languages() {
    let parsed = read("=A1+", Dialect::Swedish);
    let remark = parsed.diagnostics[0];
    assert_eq!(remark.message(Dialect::Swedish), "Här väntades ett tal, en cell eller en funktion");
    assert_eq!(remark.message(Dialect::English), "A number, a cell or a function was expected here");
    assert!(!remark.hint(Dialect::Swedish).is_empty() && !remark.hint(Dialect::English).is_empty());
}
