//! What is said of calls that are not as their functions want them.

use super::*;

/// The reason, the hint and the part of the text at fault when a formula is refused.
fn refused(locale: Locale, text: &str) -> (String, String, String) {
    let mut session = session();
    session.set_locale(locale);
    let place = place(&session, "C9");
    let refusal = session.enter(place, text).expect_err(text);
    assert_eq!(refusal.kind, RefusalKind::Formula, "{text}");
    let span = refusal.span.unwrap();
    let part = text.chars().skip(span.start).take(span.end - span.start).collect();
    (refusal.reason, refusal.hint.unwrap_or_default(), part)
}

#[test]
fn a_wrong_number_of_arguments_is_refused_with_what_was_expected() {
    use Locale::{English, Swedish};
    for (locale, text, reason, hint, part) in [
        (English, "=1+ROUND(A1)", "ROUND takes 2 arguments, not 1", "Write ROUND(number, decimals)", "ROUND(A1)"),
        (Swedish, "=1+AVRUNDA(A1)", "AVRUNDA tar 2 argument, inte 1", "Skriv AVRUNDA(tal; decimaler)", "AVRUNDA(A1)"),
        (Swedish, "=AVRUNDA(A1;2;B7)", "AVRUNDA tar 2 argument, inte 3", "Skriv AVRUNDA(tal; decimaler)", "B7"),
        (English, "=ABS()", "ABS takes 1 argument, not 0", "Write ABS(number)", "ABS()"),
        (English, "=PI(3)", "PI takes no arguments, not 1", "Write PI()", "3"),
        (
            Swedish,
            "=AVRUNDA(2,5)",
            "AVRUNDA tar 2 argument, inte 1",
            "2,5 är ett tal. Skilj argumenten åt med semikolon: AVRUNDA(tal; decimaler)",
            "AVRUNDA(2,5)",
        ),
        (Swedish, "=SUMMA(A1;B1,C1)", "Ett komma kan inte stå här", "Skilj argumenten åt med semikolon", ","),
    ] {
        assert_eq!(refused(locale, text), (reason.to_owned(), hint.to_owned(), part.to_owned()), "{text}");
    }
}

#[test]
fn names_of_let_and_lambda_are_no_functions() {
    let session = session();
    let place = place(&session, "C9");
    for text in ["=LET(abs,LAMBDA(x,y,x+y),abs(1,2))", "=LET(f,LAMBDA(x,x),f(2))", "=SUM((A1,B1),{1,2},3)", "=PI( )"] {
        assert_eq!(session.check(place, text), Ok(()), "{text}");
        assert_eq!(doubts(&session, place, text), [], "{text}");
    }
}

#[test]
fn a_formula_with_too_few_arguments_stays_as_it_came() {
    let mut session = session();
    let place = place(&session, "A1");
    session.put(place, "=ROUND(1)").unwrap();
    assert_eq!((session.source(place).as_str(), shown(&session, &["A1"])), ("=ROUND(1)", vec!["#VALUE!".to_owned()]));
}

#[test]
fn an_unknown_function_can_be_entered_and_what_was_meant_is_said() {
    let mut session = session();
    session.set_locale(Locale::Swedish);
    let place = place(&session, "C9");
    let doubts = doubts(&session, place, "=1+SUMAM(A1;2)");
    assert_eq!(doubts.len(), 1);
    assert_eq!(doubts[0].reason, "Funktionen SUMAM finns inte");
    assert!(doubts[0].hint.as_ref().unwrap().starts_with("Menade du SUMMA"), "{doubts:?}");
    assert_eq!(doubts[0].span, TextSpan { start: 3, end: 8 });
    session.enter(place, "=1+SUMAM(A1;2)").unwrap();
    assert_eq!(session.cell(place).text, "#NAMN?");
}
