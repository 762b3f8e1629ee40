//! What must hold for any bytes at all: the bodies of the fuzz targets, which the suites run on the corpora as well.

use tertial_engine::base::{Address, Place, SheetId};
use tertial_engine::book::Book;
use tertial_engine::display::{Format, Locale, editable, editable_in, read};
use tertial_engine::file;
use tertial_engine::json;
use tertial_engine::session::vocabulary::BookVocabulary;
use tertial_engine::syntax::{Dialect, Expression, parse, print};
use tertial_engine::value::{Number, Value};

/// A target: its name, which is that of its corpus, and its body, which panics when something does not hold.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 4] = [("formula", formula), ("entry", entry), ("file", file), ("eval", eval)];

/// The cell that formulas stand in: `D7`, so that relative references may leave the sheet on two sides.
const ORIGIN: Place = Place { sheet: SheetId(0), address: Address { row: 6, column: 3 } };

/// Formats under which an input is shown for editing in a way of its own.
const FORMATS: [&str; 6] = ["0 %", "yyyy-mm-dd", "hh:mm", "[h]:mm", "#,##0.00", "@"];

/// Any text can be read as a formula, and one that is a formula is the same after printing and reading it again, in
/// either language.
pub fn formula(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut book = Book::default();
    ["Drift", "Översikt 2026"].into_iter().for_each(|name| _ = book.add_sheet(name));
    let vocabulary = BookVocabulary(&book);
    for dialect in [Dialect::English, Dialect::Swedish] {
        let parsed = parse(text, ORIGIN, dialect, &vocabulary);
        let whole: String = parsed.tokens.iter().map(|token| token.span.of(text)).collect();
        assert_eq!(whole, text, "the pieces are not the text");
        parsed.highlights(text, ORIGIN, &vocabulary);
        if !matches!(parsed.expression, Expression::Broken(_)) {
            reads_back(&parsed.expression, &vocabulary);
        }
    }
}

fn reads_back(tree: &Expression, vocabulary: &BookVocabulary<'_>) {
    for dialect in [Dialect::English, Dialect::Swedish] {
        let printed = print(tree, ORIGIN, dialect, vocabulary);
        let again = parse(&printed, ORIGIN, dialect, vocabulary).expression;
        assert_eq!(again, *tree, "{printed} reads differently");
    }
}

/// Any text can be typed, and what is shown of it for editing gives the same value when it is typed again.
pub fn entry(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    for locale in [Locale::Swedish, Locale::English] {
        let typed = read(text, locale).into_value();
        for value in [typed, Value::text(text)] {
            types_back(&value, &editable(&value, locale), locale);
            for format in FORMATS.iter().filter_map(|code| Format::parse(code).ok()) {
                format.render(&value, locale);
                types_back(&value, &editable_in(&value, &format, locale), locale);
            }
        }
    }
}

fn types_back(value: &Value, shown: &str, locale: Locale) {
    assert_eq!(read(shown, locale).into_value(), *value, "typing {shown:?}");
}

/// Any bytes are a file or are refused with a reason, and a file that opens is the same after saving and opening it. The
/// checksum is put right too, because behind a wrong one nothing else would be looked at.
pub fn file(bytes: &[u8]) {
    opens_or_is_refused(bytes);
    file::resealed(bytes).iter().for_each(|resealed| opens_or_is_refused(resealed));
}

fn opens_or_is_refused(bytes: &[u8]) {
    match file::load(bytes) {
        Ok(book) => {
            let saved = file::save(&book);
            let again = file::load(&saved).map(|book| file::save(&book));
            assert!(again.as_ref() == Ok(&saved), "the saved file opens as another");
        }
        Err(error) => assert!(!error.to_string().is_empty(), "refused without a reason"),
    }
}

/// Any text is calculated or refused with a reason, in either language, and what is written is JSON.
pub fn eval(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    for locale in [Locale::English, Locale::Swedish] {
        let mut out = Vec::new();
        match json::calculate(text, locale, Number::from(46_265), &mut out) {
            Ok(()) => assert!(serde_json::from_slice::<serde_json::Value>(&out).is_ok(), "what is written is no JSON"),
            Err(error) => assert!(!error.to_string().is_empty(), "refused without a reason"),
        }
    }
}
