//! Colours and hints of formulas, also half typed ones.

use super::{ORIGIN, read};
use crate::base::{Range, SheetId};
use crate::syntax::Dialect;
use crate::syntax::HighlightKind::{self, Boolean, Error, Function, Name, Number, Reference, Text, UnknownFunction};
use crate::syntax::vocabulary::sample::Sample;

fn coloured(text: &str) -> Vec<(HighlightKind, &str)> {
    let highlights = read(text, Dialect::Swedish).highlights(text, ORIGIN, &Sample);
    highlights.iter().map(|highlight| (highlight.kind, highlight.span.of(text))).collect()
}

fn cells(sheet: u32, range: &str) -> HighlightKind {
    Reference(Range::parse(range).map(|range| range.on(SheetId(sheet))))
}

#[test]
fn the_parts_of_a_formula_are_coloured() {
    assert_eq!(
        coloured("=SUMMA(B4:$B$11; 'Översikt'!C:C)+okänd(\"x\";1,5)-Ram*SANT&#SAKNAS!+Nej!A1"),
        [
            (Function, "SUMMA"),
            (cells(0, "B4:B11"), "B4:$B$11"),
            (cells(2, "C:C"), "'Översikt'!C:C"),
            (UnknownFunction, "okänd"),
            (Text, "\"x\""),
            (Number, "1,5"),
            (Name, "Ram"),
            (Boolean, "SANT"),
            (Error, "#SAKNAS!"),
            (Reference(None), "Nej!A1"),
        ]
    );
}

#[test]
fn half_typed_formulas_are_coloured() {
    assert_eq!(coloured("=SUMMA(B4:"), [(Function, "SUMMA"), (cells(0, "B4"), "B4")]);
    assert_eq!(coloured("=Blad1!B4:)+\"a"), [(cells(0, "B4"), "Blad1!B4"), (Text, "\"a")]);
    assert_eq!(coloured("=4:4;1:"), [(cells(0, "4:4"), "4:4"), (Number, "1")]);
}

#[test]
fn the_caret_knows_its_argument() {
    for (before, after, expected) in [
        ("=SUMMA(", ")", Some(("SUM", 0))),
        ("=SUM(1;", "", Some(("SUM", 1))),
        ("=OM(SUMMA(1;2);", "3)", Some(("IF", 1))),
        ("=OM(SUMMA(1;", "2);3)", Some(("SUM", 1))),
        ("=OM((1+2", ");3)", Some(("IF", 0))),
        ("=OM(1;{1\\2;3", "})", Some(("IF", 1))),
        ("=OM(1;2)", "", None),
        ("=OM", "(1;2)", None),
        ("=OM(1;\"a;", "b\")", Some(("IF", 1))),
        ("=okänd(1;;", ")", Some(("OKÄND", 2))),
    ] {
        let text = format!("{before}{after}");
        let argument = read(&text, Dialect::Swedish).argument_at(&text, before.len(), Dialect::Swedish, &Sample);
        assert_eq!(argument.as_ref().map(|found| (&*found.function, found.index)), expected, "{before}|{after}");
    }
}
