//! All worksheet functions, found by their name in either language.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::{Function, information, logic, math, statistics, time};

static SHELVES: [&[&[Function]]; 5] = [math::ALL, logic::ALL, time::ALL, statistics::ALL, information::ALL];

type Names = HashMap<&'static str, &'static Function>;

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
