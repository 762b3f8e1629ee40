//! Texts made to do harm: deep, long, unbalanced.

use super::{ORIGIN, mistakes, read};
use crate::syntax::vocabulary::sample::Sample;
use crate::syntax::{DiagnosticKind, Dialect, Expression, MAX_DEPTH, MAX_LENGTH, parse, print, tokenize};

/// What a browser gives.
const SMALL_STACK: usize = 1 << 20;

fn on_a_small_stack(test: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(SMALL_STACK).spawn(test).unwrap().join().unwrap();
}

#[test]
fn deep_and_long_texts_are_refused() {
    for (unit, count, kind) in [
        ("(", 10_000, DiagnosticKind::TooLong),
        ("-", 10_000, DiagnosticKind::TooLong),
        ("%", 10_000, DiagnosticKind::TooLong),
        ("(", 8_000, DiagnosticKind::TooDeep),
        ("-", 8_000, DiagnosticKind::TooDeep),
        ("MAX(", 2_000, DiagnosticKind::TooDeep),
        ("-(", 4_000, DiagnosticKind::TooDeep),
        ("1+(", 2_000, DiagnosticKind::TooDeep),
        ("é", 1 << 20, DiagnosticKind::TooLong),
    ] {
        let text = unit.repeat(count);
        on_a_small_stack(move || {
            let kinds: Vec<DiagnosticKind> = mistakes(&text, Dialect::English).iter().map(|found| found.0).collect();
            assert_eq!(kinds, [kind], "{unit}");
            assert_eq!(Dialect::detect(&text, &Sample, Dialect::Swedish), Dialect::Swedish);
        });
    }
    let percents = format!("1{}", "%".repeat(8_000));
    assert_eq!(mistakes(&percents, Dialect::English)[0].0, DiagnosticKind::TooDeep);
    let spread = format!("{}1{}", "(".repeat(100), "%%%%%)".repeat(100));
    assert_eq!(mistakes(&spread, Dialect::English)[0].0, DiagnosticKind::TooDeep);
}

#[test]
fn the_deepest_formula_allowed_fits_a_small_stack() {
    on_a_small_stack(|| {
        let text = format!("{}1{}", "1=1&1+1*1^-(".repeat(MAX_DEPTH / 2), ")%".repeat(MAX_DEPTH / 2));
        let parsed = parse(&text, ORIGIN, Dialect::English, &Sample);
        assert_eq!(parsed.diagnostics, []);
        assert_eq!(print(&parsed.expression, ORIGIN, Dialect::English, &Sample), text);
        assert_eq!(parsed.expression.clone(), parsed.expression);
        parsed.expression.walk(&mut |_| {});
    });
}

#[test]
fn the_limits_are_exact() {
    let nested = |depth: usize| format!("{}1{}", "(".repeat(depth), ")".repeat(depth));
    assert_eq!(mistakes(&nested(MAX_DEPTH), Dialect::English), []);
    assert_eq!(mistakes(&nested(MAX_DEPTH + 1), Dialect::English)[0].0, DiagnosticKind::TooDeep);
    let long = |length: usize| format!("=\"{}\"", "å".repeat(length - 2));
    assert_eq!(mistakes(&long(MAX_LENGTH), Dialect::English), []);
    assert_eq!(mistakes(&long(MAX_LENGTH + 1), Dialect::English)[0].0, DiagnosticKind::TooLong);
}

#[test]
fn a_long_sum_is_no_deep_tree() {
    let text = vec!["1"; 4_000].join("+");
    let Expression::Chain(_, rest) = read(&text, Dialect::English).expression else { panic!("a sum was read") };
    assert_eq!(rest.len(), 3_999);
}

#[test]
fn every_text_has_tokens_and_a_tree() {
    let pieces = [
        "=", "\"", "'", "!", "#", "$", "🙂", "{", "}", "[", "]", "(", ")", ":", ",", ";", "\\", "@", "%", "A1", "$B",
        "7", "e", " ", "SUM(", "Blad1!", "-", "\u{0}", "\u{301}", "#REF!", "1,5", "\r\n", "_xlfn.", ".",
    ];
    for (one, two) in pieces.iter().flat_map(|one| pieces.iter().map(move |two| (one, two))) {
        for three in pieces {
            let text = format!("{one}{two}{three}");
            for dialect in [Dialect::English, Dialect::Swedish] {
                let parsed = read(&text, dialect);
                let whole: String = parsed.tokens.iter().map(|token| token.span.of(&text)).collect();
                assert_eq!(whole, text);
                parsed.highlights(&text, ORIGIN, &Sample);
                parsed.argument_at(&text, text.len(), dialect, &Sample);
            }
        }
    }
}

#[test]
fn a_huge_text_is_cut_in_linear_time() {
    for unit in ["\"", "'", "#", "1.", "a", "$", "é", "1e", " "] {
        let text = unit.repeat((1 << 18) / unit.len());
        assert_eq!(tokenize(&text, Dialect::Swedish).last().map(|token| token.span.end), Some(text.len()));
    }
}
