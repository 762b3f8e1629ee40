//! All worksheet functions, found by their name in either language.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::{Function, database, engineering, finance, information, logic, lookup, math, statistics, text, time};

static SHELVES: [&[&[Function]]; 10] = [
    math::ALL,
    logic::ALL,
    text::ALL,
    time::ALL,
    lookup::ALL,
    statistics::ALL,
    information::ALL,
    finance::ALL,
    database::ALL,
    engineering::ALL,
];

type Names = FxHashMap<&'static str, &'static Function>;

/// Every function, shelf by shelf.
pub fn all() -> impl Iterator<Item = &'static Function> {
    SHELVES.iter().flat_map(|shelf| shelf.iter()).flat_map(|topic| topic.iter())
}

/// The function with an English name, in any case.
pub fn find(english: &str) -> Option<&'static Function> {
    static NAMES: OnceLock<Names> = OnceLock::new();
    look_up(NAMES.get_or_init(|| all().map(|function| (function.name, function)).collect()), english)
}

/// The function with a Swedish name, in any case.
pub fn find_swedish(swedish: &str) -> Option<&'static Function> {
    static NAMES: OnceLock<Names> = OnceLock::new();
    look_up(NAMES.get_or_init(|| all().map(|function| (function.swedish, function)).collect()), swedish)
}

/// The English name of the function that a name in either language means, English first.
pub fn english_name(either: &str) -> Option<&'static str> {
    find(either).or_else(|| find_swedish(either)).map(|function| function.name)
}

/// Names are mostly written in capitals already, which saves making them so.
fn look_up(names: &Names, name: &str) -> Option<&'static Function> {
    names.get(name).or_else(|| names.get(name.to_uppercase().as_str())).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::tests::{Sheet, calculate};
    use super::*;
    use crate::display::Locale;
    use crate::functions::{Category, Presence};

    #[test]
    fn names_are_found_in_both_languages_and_any_case() {
        assert_eq!(find("sum").map(|function| function.swedish), Some("SUMMA"));
        assert_eq!(find_swedish("slutmånad").map(|function| function.name), Some("EOMONTH"));
        assert_eq!(english_name("Letarad"), Some("VLOOKUP"));
        assert_eq!(english_name("SUMIFS"), Some("SUMIFS"));
        assert_eq!(english_name("NO.SUCH"), None);
    }

    #[test]
    fn no_name_means_two_functions() {
        let (mut english, mut swedish) = (HashSet::new(), HashSet::new());
        for function in all() {
            assert!(english.insert(function.name), "{} twice", function.name);
            assert!(swedish.insert(function.swedish), "{} twice", function.swedish);
        }
        for function in all() {
            let other = find(function.swedish).map_or(function.name, |other| other.name);
            assert_eq!(other, function.name, "{} means two functions", function.swedish);
        }
    }

    #[test]
    fn names_are_capitals_digits_and_points() {
        for name in all().flat_map(|function| [function.name, function.swedish]) {
            let fine = |letter: char| letter.is_ascii_digit() || letter == '.' || letter.is_uppercase();
            assert!(name.chars().all(fine) && name.starts_with(char::is_uppercase), "{name}");
        }
    }

    #[test]
    fn every_function_is_explained_in_both_languages() {
        for function in all() {
            for words in [function.summary.english, function.summary.swedish] {
                assert!(words.ends_with('.') && words.len() > 10, "{}: {words:?}", function.name);
                assert!(words.starts_with(char::is_uppercase), "{}: {words:?}", function.name);
            }
            assert!(!function.examples.is_empty(), "{} has no example", function.name);
            for parameter in function.parameters {
                let (english, swedish) = (parameter.name.english, parameter.name.swedish);
                assert!(!english.is_empty() && !swedish.is_empty(), "{}", function.name);
            }
        }
    }

    #[test]
    fn every_call_is_shown_in_both_languages() {
        for function in all() {
            for (locale, name, separator) in
                [(Locale::English, function.name, ", "), (Locale::Swedish, function.swedish, "; ")]
            {
                let shown = function.syntax_in(locale);
                let inner = shown.strip_prefix(name).and_then(|rest| rest.strip_prefix('(')?.strip_suffix(')'));
                let parts = inner.unwrap().split(separator).filter(|part| !part.is_empty()).count();
                assert_eq!(parts, function.parameters.len(), "{shown}");
            }
        }
        let round = find("ROUND").map(|function| function.syntax_in(Locale::Swedish));
        assert_eq!(round.as_deref(), Some("AVRUNDA(tal; decimaler)"));
    }

    #[test]
    fn required_parameters_come_first_and_repeated_ones_last() {
        for function in all() {
            let order = function.parameters.iter().map(|parameter| match parameter.presence {
                Presence::Required => 0,
                Presence::Optional => 1,
                Presence::Repeated => 2,
            });
            assert!(order.is_sorted(), "{}", function.name);
        }
    }

    #[test]
    fn functions_stand_on_the_shelf_they_name() {
        for (shelf, category) in SHELVES.iter().zip([
            Category::Math,
            Category::Logic,
            Category::Text,
            Category::Time,
            Category::Lookup,
            Category::Statistics,
            Category::Information,
            Category::Finance,
            Category::Database,
            Category::Engineering,
        ]) {
            assert!(shelf.iter().flat_map(|topic| topic.iter()).all(|function| function.category == category));
        }
    }

    #[test]
    fn examples_give_what_they_say() {
        let sheet = Sheet::new(Locale::English, &[]);
        for function in all() {
            // The reader of these tests knows no names; a session tries their examples.
            let names = |formula: &str| formula.contains("LAMBDA(") || formula.contains("LET(");
            for example in function.examples.iter().filter(|example| !names(example.formula)) {
                assert_eq!(calculate(example.formula, &sheet), example.result, "{}", example.formula);
                assert!(example.formula.contains(function.name), "{} shows another function", example.formula);
            }
        }
    }

    #[test]
    fn examples_call_with_as_many_arguments_as_the_parameters_allow() {
        for function in all() {
            assert!(!function.accepts(300) || function.parameters.iter().any(|p| p.presence == Presence::Repeated));
        }
    }
}
