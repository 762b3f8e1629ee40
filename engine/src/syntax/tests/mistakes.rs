//! What is said about texts that are no formulas.

use super::{english, mistakes, read, swedish};
use crate::syntax::DiagnosticKind::{self, *};
use crate::syntax::{Dialect, Expression, Feature, Severity};

#[test]
fn each_mistake_is_told_where_it_is() {
    let table: [(&str, DiagnosticKind, &str); 49] = [
        ("=", OperandExpected, ""),
        ("=A1+", OperandExpected, ""),
        ("=A1+*2", OperandExpected, "*"),
        ("=()", OperandExpected, ")"),
        ("=SUM(A1,+)", OperandExpected, ")"),
        ("=A1 B", OperatorExpected, "B"),
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
        ("=SUM((A1,C1))", Unsupported(Feature::Union), ","),
        ("=A1:B9 B2:C3", Unsupported(Feature::Intersection), "B2"),
        ("=@A1:A9", Unsupported(Feature::ImplicitIntersection), "@"),
        ("=A1#", Unsupported(Feature::Spill), "#"),
        ("=Tabell[Kolumn]", Unsupported(Feature::Table), "["),
        ("=[Bok.xlsx]Blad1!A1", Unsupported(Feature::OtherBook), "["),
        ("='[Bok.xlsx]Blad1'!A1", Unsupported(Feature::OtherBook), "'[Bok.xlsx]Blad1'!"),
        ("=Blad1:Blad3!A1", Unsupported(Feature::SheetSpan), "Blad1"),
        ("=Jan:Dec!A1", Unsupported(Feature::SheetSpan), "Dec!"),
        ("='Blad1:Blad3'!A1", Unsupported(Feature::SheetSpan), "'Blad1:Blad3'!"),
        ("=Blad1!Budget", Unsupported(Feature::SheetName), "Budget"),
        ("=A1:MAX(B1)", Unsupported(Feature::ComputedRange), "MAX"),
        ("=MAX(B1):A1", Unsupported(Feature::ComputedRange), ":"),
        ("=A1:B2:C3", Unsupported(Feature::ComputedRange), ":"),
    ];
    for (text, kind, place) in table {
        assert_eq!(mistakes(text, Dialect::English), [(kind, place)], "{text}");
        assert_eq!(read(text, Dialect::English).expression, Expression::Broken(text[1..].into()), "{text}");
    }
}

#[test]
fn a_comma_in_a_swedish_formula_is_told() {
    assert_eq!(mistakes("=SUMMA(A1,B1;C1)", Dialect::Swedish), [(CommaSeparator, ",")]);
    assert_eq!(mistakes("=SUMMA((A1;B1))", Dialect::Swedish), [(Unsupported(Feature::Union), ";")]);
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
fn local_names_are_a_warning_and_keep_their_tree() {
    let parsed = read("=LET(x,1,x+1)", Dialect::English);
    assert_eq!(parsed.diagnostics[0].severity(), Severity::Warning);
    assert_eq!(english(&parsed.expression), "LET(x,1,x+1)");
}

#[test]
fn remarks_speak_both_languages() {
    let parsed = read("=A1+", Dialect::Swedish);
    let remark = parsed.diagnostics[0];
    assert_eq!(remark.message(Dialect::Swedish), "Här väntades ett tal, en cell eller en funktion");
    assert_eq!(remark.message(Dialect::English), "A number, a cell or a function was expected here");
    assert!(!remark.hint(Dialect::Swedish).is_empty() && !remark.hint(Dialect::English).is_empty());
}
