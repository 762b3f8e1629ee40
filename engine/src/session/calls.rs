//! Calls in typed formulas that are not as their functions want them: with too few or too many arguments, or of functions
//! that are not there.

use std::collections::HashSet;

use super::refusal::{RefusalKind, TextSpan, worded};
use super::vocabulary::{BookVocabulary, dialect};
use super::{Refusal, Session};
use crate::base::Place;
use crate::display::Locale;
use crate::edit::entry;
use crate::functions::{Function, library, nearest};
use crate::syntax::{Dialect, Expression, Parsed, Span, TokenKind, WrittenCall, function_name, written_calls};

/// A part of a typed formula that can be entered but seems not to mean anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// What is doubtful, in the user's language.
    pub reason: String,
    /// What may have been meant, when something is near.
    pub hint: Option<String>,
    /// The part of the typed text.
    pub span: TextSpan,
}

/// Why a formula with a wrong number of arguments is refused, at the first surplus one or at the call.
pub(super) fn miscounted(session: &Session, text: &str, parsed: &Parsed) -> Option<Refusal> {
    let (call, function) = calls(session, text, parsed).into_iter().find_map(|call| {
        let function = library::find(&name_of(session, text, &call))?;
        (!function.accepts(call.arguments.len())).then_some((call, function))
    })?;
    let locale = session.locale;
    let surplus = function.argument_counts().1.and_then(|most| call.arguments.get(most)).copied();
    let span = surplus.filter(|span| span.start < span.end).unwrap_or(call.whole);
    let shown = function.syntax_in(locale);
    let hint = match decimal_comma(text, parsed, &call).filter(|_| surplus.is_none()) {
        Some(number) => worded(
            locale,
            &format!("{number} är ett tal. Skilj argumenten åt med semikolon: {shown}"),
            &format!("{number} is a number. Separate the arguments with semicolons: {shown}"),
        ),
        None => worded(locale, &format!("Skriv {shown}"), &format!("Write {shown}")),
    };
    Some(Refusal {
        kind: RefusalKind::Formula,
        reason: expected(function, call.arguments.len(), locale),
        hint: Some(hint),
        span: Some(TextSpan::of(text, span)),
    })
}

/// What a typed formula seems not to mean though it can be entered: functions that are not there.
pub fn doubts(session: &Session, place: Place, text: &str) -> Vec<Doubt> {
    if !entry::is_formula(text) {
        return Vec::new();
    }
    let parsed = entry::parse_typed(text, place, session.locale, &BookVocabulary(&session.book));
    let calls = calls(session, text, &parsed).into_iter().filter_map(|call| {
        let name = name_of(session, text, &call);
        let is_known = library::find(&name).is_some() || session.book.names.all(&name).next().is_some();
        let reason = unknown_function(&name, session.locale);
        (!is_known).then(|| Doubt { reason, hint: meant(&name, session.locale), span: TextSpan::of(text, call.name) })
    });
    calls.collect()
}

/// That there is no function of a name.
pub(super) fn unknown_function(name: &str, locale: Locale) -> String {
    worded(locale, &format!("Funktionen {name} finns inte"), &format!("There is no function {name}"))
}

/// Which functions may have been meant by a name.
pub(super) fn meant(name: &str, locale: Locale) -> Option<String> {
    let names = nearest(name, locale);
    let (last, others) = names.split_last()?;
    let or = if locale == Locale::Swedish { " eller " } else { " or " };
    let listed = if others.is_empty() { (*last).to_owned() } else { [&others.join(", "), or, last].concat() };
    Some(worded(locale, &format!("Menade du {listed}?"), &format!("Did you mean {listed}?")))
}

/// How many arguments a function takes, and how many it got.
pub(super) fn expected(function: &Function, count: usize, locale: Locale) -> String {
    let name = function.name_in(locale);
    let swedish = match function.argument_counts() {
        (least, Some(most)) if least == most => format!("{name} tar {}, inte {count}", swedish_count(most)),
        (least, None) => format!("{name} tar minst {least} argument, inte {count}"),
        (least, Some(most)) => format!("{name} tar {least}–{most} argument, inte {count}"),
    };
    let english = match function.argument_counts() {
        (least, Some(most)) if least == most => format!("{name} takes {}, not {count}", english_count(most)),
        (least, None) => format!("{name} takes at least {}, not {count}", english_count(least)),
        (least, Some(most)) => format!("{name} takes {least} to {most} arguments, not {count}"),
    };
    worded(locale, &swedish, &english)
}

fn swedish_count(count: usize) -> String {
    if count == 0 { "inga argument".to_owned() } else { format!("{count} argument") }
}

fn english_count(count: usize) -> String {
    match count {
        0 => "no arguments".to_owned(),
        1 => "1 argument".to_owned(),
        count => format!("{count} arguments"),
    }
}

/// The calls of a typed formula, without those of names that `LET` and `LAMBDA` give.
fn calls(session: &Session, text: &str, parsed: &Parsed) -> Vec<WrittenCall> {
    let mut locals = HashSet::new();
    parsed.expression.walk(&mut |part| {
        if let Expression::Name(name) | Expression::Optional(name) = part {
            locals.insert(name.to_uppercase());
        }
    });
    let mut calls = written_calls(&parsed.tokens, written_in(session, text));
    calls.retain(|call| !locals.contains(&call.name.of(text).to_uppercase()));
    calls
}

fn written_in(session: &Session, text: &str) -> Dialect {
    Dialect::detect(text, &BookVocabulary(&session.book), dialect(session.locale))
}

fn name_of(session: &Session, text: &str, call: &WrittenCall) -> String {
    function_name(call.name.of(text), &BookVocabulary(&session.book)).to_string()
}

/// A number with a decimal comma that is an argument of a call, where two may have been meant.
fn decimal_comma<'a>(text: &'a str, parsed: &Parsed, call: &WrittenCall) -> Option<&'a str> {
    let numbers = parsed.tokens.iter().filter(|token| token.kind == TokenKind::Number);
    let spans: Vec<Span> = numbers.map(|token| token.span).collect();
    let found = call.arguments.iter().find(|span| spans.contains(span) && span.of(text).contains(','))?;
    Some(found.of(text))
}
