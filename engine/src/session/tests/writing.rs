//! Formulas while they are written.

use super::*;
use crate::book::NamedTable;
use crate::edit::Change;
use crate::session::writing::{PartKind, closed, reference_to};
use crate::syntax::{Dialect, parse};

/// A book with two sheets, a name, a table and an array; its language is Swedish.
fn book() -> Session {
    let mut session = session();
    enter(&mut session, &[("A1", "Budget"), ("B1", "Utfall [kr]"), ("A2", "10"), ("B2", "12"), ("A3", "20")]);
    enter(&mut session, &[("B3", "18"), ("D1", "={1,2,3}"), ("C1", "-3"), ("C2", "text"), ("C3", "=1/0")]);
    session.add_sheet(Some("Blad 2")).unwrap();
    let sheet = session.sheets()[0].id;
    let vocabulary = vocabulary::BookVocabulary(&session.book);
    let meaning = parse("Blad1!$A$2:$A$3", place(&session, "A1"), Dialect::English, &vocabulary).expression;
    session.apply(Change::DefineName { name: "Ram".into(), sheet: None, meaning: Some(meaning.into()) }).unwrap();
    let region = Range::parse("A1:B3").unwrap().on(sheet);
    let columns = vec!["Budget".to_owned(), "Utfall [kr]".to_owned()];
    let table = NamedTable { name: "Plan".into(), region, columns, has_headers: true, has_totals: false };
    session.apply(Change::DefineTable { name: "Plan".into(), table: Some(table) }).unwrap();
    session.set_locale(Locale::Swedish);
    session
}

/// Reads a formula written in F5, with `|` at the caret or around what is marked.
fn with<T>(session: &Session, marked: &str, read: impl FnOnce(&Writing<'_>, TextSpan) -> T) -> T {
    let carets: Vec<usize> = marked.chars().enumerate().filter(|(_, sign)| *sign == '|').map(|(at, _)| at).collect();
    let text = marked.replace('|', "");
    let start = carets[0];
    let end = carets.get(1).map_or(start, |end| end - 1);
    let writing = writing(session, place(session, "F5"), &text).unwrap();
    read(&writing, TextSpan { start, end })
}

fn part(text: &str, span: TextSpan) -> String {
    text.chars().skip(span.start).take(span.end - span.start).collect()
}

/// The stretches that mean cells, with those cells.
fn cells(session: &Session, text: &str) -> Vec<(String, String)> {
    let writing = writing(session, place(session, "F2"), text).unwrap();
    let parts = writing.parts().into_iter().filter(|part| !part.regions.is_empty());
    let region = |region: &Region| format!("{}!{}", region.sheet.0, region.range);
    parts
        .map(|found| (part(text, found.span), found.regions.iter().map(region).collect::<Vec<_>>().join(" ")))
        .collect()
}

#[test]
fn parts_tell_the_cells_they_mean() {
    let session = book();
    for (text, expected) in [
        ("=B4:$B$5+'Blad 2'!C1", vec![("B4:$B$5", "0!B4:B5"), ("'Blad 2'!C1", "1!C1")]),
        ("=SUMMA(Ram)*ram", vec![("Ram", "0!A2:A3"), ("ram", "0!A2:A3")]),
        ("=SUMMA(D1#)", vec![("D1#", "0!D1:F1")]),
        ("=SUMMA(Plan[Budget];Plan)", vec![("Plan[Budget]", "0!A2:A3"), ("Plan", "0!A2:B3")]),
        ("=Plan[@[Utfall '[kr']]]", vec![("Plan[@[Utfall '[kr']]]", "0!B2")]),
        ("=Nej!A1+å", vec![]),
        ("=SUMMA(B:B;4:", vec![("B:B", "0!B:B")]),
    ] {
        let expected: Vec<_> = expected.into_iter().map(|(part, cells)| (part.to_owned(), cells.to_owned())).collect();
        assert_eq!(cells(&session, text), expected, "{text}");
    }
}

#[test]
fn places_are_told_in_characters() {
    let session = book();
    let parts = with(&session, "=\"😀å\"&SUM(1)|", |writing, _| writing.parts());
    let found: Vec<_> = parts.iter().map(|part| (part.kind, part.span.start, part.span.end)).collect();
    assert_eq!(found, [(PartKind::Text, 1, 5), (PartKind::Function, 6, 9), (PartKind::Number, 10, 11)]);
}

#[test]
fn a_text_that_is_no_formula_is_not_looked_at() {
    let session = book();
    assert!(writing(&session, place(&session, "A1"), "Personal").is_none());
    assert!(writing(&session, place(&session, "A1"), "=").is_some());
}

#[test]
fn the_hint_tells_the_parameter_at_the_caret() {
    let session = book();
    let hint = |marked: &str| with(&session, marked, |writing, at| writing.call(at.start));
    for (marked, name, present) in [
        ("=OM(|", "OM", Some(0)),
        ("=OM(A1>2;|", "OM", Some(1)),
        ("=OM(SUMMA(1;|2);3)", "SUMMA", Some(1)),
        ("=OM(SUMMA(1;2)|;3)", "OM", Some(0)),
        ("=SUM(1,2,|", "SUM", Some(1)),
        ("=SUMMA.OMF(A:A;B:B;1;C:C;|", "SUMMA.OMF", Some(4)),
        ("=AVRUNDA(1;2;|", "AVRUNDA", None),
    ] {
        let hint = hint(marked).unwrap();
        assert_eq!((hint.name.as_str(), hint.present), (name, present), "{marked}");
    }
    let sum = hint("=SUMMA(|").unwrap();
    assert_eq!((sum.parameters, sum.separator), (vec!["tal".to_owned(), "[tal]…".to_owned()], ';'));
    for marked in ["=OM|(1;2)", "=OM(1)|", "=okänd(1;|", "=(1+|", "=|"] {
        assert_eq!(hint(marked), None, "{marked}");
    }
}

#[test]
fn words_are_completed_in_both_languages() {
    let mut session = book();
    let first = |session: &Session, marked: &str| {
        with(session, marked, |writing, at| {
            let found = writing.completions(at.start)?;
            Some((part(writing.text, found.span), found.items[0].name.clone(), found.items[0].text.clone()))
        })
    };
    for (marked, word, name, text) in [
        ("=SUM|", "SUM", "SUMMA", "SUMMA("),
        ("=1+medel|", "medel", "MEDEL", "MEDEL("),
        ("=vlook|", "vlook", "LETARAD", "LETARAD("),
        ("=manad|", "manad", "MÅNAD", "MÅNAD("),
        ("=SUM|(A1)", "SUM", "SUMMA", "SUMMA"),
        ("=ra|+1", "ra", "Ram", "Ram"),
        ("=pla|", "pla", "Plan", "Plan"),
        ("='bl|", "'bl", "Blad 2", "'Blad 2'!"),
        ("=SUMMA(Plan[|", "", "Budget", "Budget]"),
        ("=SUMMA(Plan[ut|", "ut", "Utfall [kr]", "[Utfall '[kr']]]"),
        ("=Plan[[ut|", "ut", "Utfall [kr]", "Utfall '[kr']]]"),
        ("=Plan[#r|", "#r", "#Rubriker", "#Rubriker]"),
        ("=LOG1|", "LOG1", "LOG10", "LOG10("),
    ] {
        let expected = Some((word.to_owned(), name.to_owned(), text.to_owned()));
        assert_eq!(first(&session, marked), expected, "{marked}");
    }
    for marked in ["=|", "=A1|", "=SUMMA(|", "=Ram|", "=\"SUM|", "=12|", "=Nej[|", "=qqq|"] {
        assert_eq!(first(&session, marked), None, "{marked}");
    }
    session.set_locale(Locale::English);
    assert_eq!(first(&session, "=summa|").map(|found| found.1).as_deref(), Some("SUM"));
}

#[cfg(feature = "help")]
#[test]
fn functions_are_found_by_the_words_of_their_help() {
    let session = book();
    let found = with(&session, "=villkor|", |writing, at| writing.completions(at.start)).unwrap();
    assert!(found.items.iter().any(|item| item.name == "SUMMA.OM"), "{found:?}");
}

#[test]
fn references_are_fixed_in_turn() {
    let session = book();
    let fixed = |marked: &str| {
        with(&session, marked, |writing, at| {
            let found = writing.fixed(at)?;
            Some((part(writing.text, found.span), found.text))
        })
    };
    for (marked, part, text) in [
        ("=A1|", "A1", "$A$1"),
        ("=$A$1|+2", "$A$1", "A$1"),
        ("=|A$1", "A$1", "$A1"),
        ("=$|A1", "$A1", "A1"),
        ("=SUMMA(B4:B1|1)", "B4:B11", "$B$4:$B$11"),
        ("=SUMMA($B$4:B11|;1)", "$B$4:B11", "B$4:B$11"),
        ("='Blad 2'!C1|", "'Blad 2'!C1", "'Blad 2'!$C$1"),
        ("=B:B|", "B:B", "$B:$B"),
        ("=$4:$4|", "$4:$4", "4:4"),
        ("=|A1+B2|", "A1+B2", "$A$1+$B$2"),
        ("=SUMMA(|", "", ""),
    ] {
        let expected = (!part.is_empty()).then(|| (part.to_owned(), text.to_owned()));
        assert_eq!(fixed(marked), expected, "{marked}");
    }
}

#[test]
fn brackets_find_their_partner() {
    let session = book();
    let found = |marked: &str| {
        with(&session, marked, |writing, at| {
            let found = writing.brackets(at.start)?;
            Some((found.own.start, found.partner.map(|partner| partner.start)))
        })
    };
    assert_eq!(found("=SUMMA((1+2)*3)|"), Some((14, Some(6))));
    assert_eq!(found("=SUMMA((1+2)|*3)"), Some((11, Some(7))));
    assert_eq!(found("=SUMMA|(1)"), Some((6, Some(8))));
    assert_eq!(found("=SUMMA(|"), Some((6, None)));
    assert_eq!(found("=\"(\"|"), None);
    assert_eq!(found("={1\\2}|"), Some((5, Some(1))));
}

#[test]
fn what_is_missing_at_the_end_is_added_when_a_formula_is_entered() {
    let mut session = book();
    for (text, source) in [
        ("=SUMMA(A2:A3", "=SUMMA(A2:A3)"),
        ("=SUMMA({1\\2", "=SUMMA({1\\2})"),
        ("=SUMMA(Plan[Budget", "=SUMMA(Plan[Budget])"),
        ("=\"a\"&\"b", "=\"a\"&\"b\""),
    ] {
        let at = place(&session, "H9");
        session.enter(at, text).unwrap();
        assert_eq!(session.source(at), source);
    }
    let refusal = session.enter(place(&session, "H9"), "=SUMMA(1;*").unwrap_err();
    assert_eq!(refusal.span, Some(TextSpan { start: 9, end: 10 }), "the complaint is about what was typed");
    assert_eq!(closed(&session, "=1+2"), "=1+2");
}

#[test]
fn a_part_is_replaced_by_its_value() {
    let session = book();
    let worth = |marked: &str| {
        with(&session, marked, |writing, at| {
            writing
                .worth(at)
                .map(|found| (part(writing.text, found.span), found.text))
                .map_err(|refusal| refusal.reason)
        })
    };
    for (marked, part, text) in [
        ("=1+|A2*2|", "A2*2", "20"),
        ("=1+|SUMMA(A2:A3)|/4", "SUMMA(A2:A3)", "30"),
        ("=OM(|A2>5|;1;2)", "A2>5", "SANT"),
        ("=|A2+A3|+1", "A2+A3", "30"),
        ("=2*( |A2+A3| )", "A2+A3", "30"),
        ("=A2/|4|", "4", "4"),
        ("=|C1|^2", "C1", "-3"),
        ("=LÄNGD(|C2|)", "C2", "\"text\""),
        ("=ÄRFEL(|C3|)", "C3", "#DIVISION/0!"),
        ("=SUMMA(|A2:B3|)", "A2:B3", "{10\\12;20\\18}"),
        ("=SUMMA(|Ram|)", "Ram", "{10;20}"),
        ("=|Z9|&1", "Z9", "0"),
        ("=A2+A3|", "A2+A3", "30"),
        ("|=A2/4|", "A2/4", "2,5"),
    ] {
        assert_eq!(worth(marked), Ok((part.to_owned(), text.to_owned())), "{marked}");
    }
    for (marked, reason) in [
        ("=1+|A2+A3|", "inget helt led"),
        ("=|1+2|*3", "inget helt led"),
        ("=SUMMA(|A2;A3|)", "inget helt led"),
        ("=SUMMA(A|2:A|3)", "inget helt led"),
        ("=1|2|3", "inget helt led"),
        ("=SUMMA|(A2)|", "inget helt led"),
        ("=SUMMA(|B:B|)", "för många"),
        ("=LET(x;2;|x*3|)", "LET"),
        ("=1+|A2|+", "väntades"),
    ] {
        let refused = worth(marked).unwrap_err();
        assert!(refused.contains(reason), "{marked}: {refused}");
    }
}

#[test]
fn a_reference_is_asked_for_where_an_operand_is_missing() {
    let session = book();
    let asks = |marked: &str| with(&session, marked, |writing, at| writing.asks_for_reference(at.start));
    for marked in
        ["=|", "=B4-|", "=SUMMA(|", "=SUMMA(B4;|", "=B4 * |", "=A1>|", "=SUM(B4,|", "=SUMMA(|)", "=1+|*2", "=B4:|"]
    {
        assert!(asks(marked), "{marked}");
    }
    for marked in ["=B4|", "=1,|", "=\"a|", "=SUMMA(B4)|", "=|B4", "=SUMMA(|B4)", "=SUM|", "=1+|SUMMA(2)"] {
        assert!(!asks(marked), "{marked}");
    }
}

#[test]
fn a_reference_names_its_sheet_only_from_others() {
    let session = book();
    let sheets: Vec<SheetId> = session.sheets().iter().map(|tab| tab.id).collect();
    let region = Range::parse("B2:C4").unwrap().on(sheets[1]);
    assert_eq!(reference_to(&session, region, sheets[0]), "'Blad 2'!B2:C4");
    assert_eq!(reference_to(&session, region, sheets[1]), "B2:C4");
    assert_eq!(reference_to(&session, Range::columns_between(1, 2).on(sheets[0]), sheets[1]), "Blad1!B:C");
}
