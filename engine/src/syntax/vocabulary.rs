//! The names a formula may use: sheets and tables of the book it stands in and functions in both languages. The reader of formulas
//! knows neither a book nor the function library; it asks here.

use std::rc::Rc;

use crate::base::{Place, SheetId};

/// Prefixes that files put before functions younger than the format.
const FILE_PREFIXES: [&str; 2] = ["_xlfn.", "_xlws."];

/// Names of sheets, tables and functions.
pub trait Vocabulary {
    /// The sheet of this name; case does not matter.
    fn sheet(&self, name: &str) -> Option<SheetId>;

    /// The present name of a sheet; `None` when it is gone.
    fn sheet_name(&self, sheet: SheetId) -> Option<&str>;

    /// Whether a table has this name; case does not matter.
    fn has_table(&self, name: &str) -> bool {
        _ = name;
        false
    }

    /// The name of the table around a cell.
    fn table_around(&self, place: Place) -> Option<&str> {
        _ = place;
        None
    }

    /// The canonical English name of a function, given in either language and any case.
    fn english(&self, name: &str) -> Option<&'static str>;

    /// The Swedish name of a function, given by its canonical English one.
    fn swedish(&self, english: &str) -> Option<&'static str>;
}

/// The name a call is kept under: canonical English for known functions, capitals as written for others.
pub fn function_name(written: &str, vocabulary: &dyn Vocabulary) -> Rc<str> {
    let bare = without_file_prefix(written);
    match vocabulary.english(bare) {
        Some(known) => Rc::from(known),
        None => Rc::from(bare.to_uppercase()),
    }
}

/// The function name without the prefixes of files. What is left must be a name by itself.
pub(super) fn without_file_prefix(written: &str) -> &str {
    let is_name = |rest: &str| rest.starts_with(|first: char| first.is_alphabetic() || first == '_');
    FILE_PREFIXES.iter().fold(written, |name, prefix| match name.split_at_checked(prefix.len()) {
        Some((start, rest)) if start.eq_ignore_ascii_case(prefix) && is_name(rest) => rest,
        _ => name,
    })
}

#[cfg(test)]
pub(crate) mod sample {
    use super::*;

    /// A few sheets and functions for tests.
    #[derive(Debug, Clone, Copy)]
    pub(crate) struct Sample;

    const SHEETS: [&str; 7] = ["Blad1", "Min nämnd's", "Översikt", "2024", "KF2025", "a.b_c", "R1C1"];

    const FUNCTIONS: [(&str, &str); 9] = [
        ("SUM", "SUMMA"),
        ("IF", "OM"),
        ("SUMIF", "SUMMA.OM"),
        ("ROUND", "AVRUNDA"),
        ("STDEV.S", "STDAV.S"),
        ("LOG10", "LOG10"),
        ("MAX", "MAX"),
        ("TRUE", "SANT"),
        ("YEAR", "ÅR"),
    ];

    impl Vocabulary for Sample {
        fn sheet(&self, name: &str) -> Option<SheetId> {
            let index = SHEETS.iter().position(|sheet| sheet.to_lowercase() == name.to_lowercase())?;
            Some(SheetId(index as u32))
        }

        fn sheet_name(&self, sheet: SheetId) -> Option<&str> {
            SHEETS.get(sheet.0 as usize).copied()
        }

        fn english(&self, name: &str) -> Option<&'static str> {
            let name = name.to_uppercase();
            let found = FUNCTIONS.iter().find(|(english, swedish)| *english == name || *swedish == name);
            found.map(|(english, _)| *english)
        }

        fn swedish(&self, english: &str) -> Option<&'static str> {
            FUNCTIONS.iter().find(|(name, _)| *name == english).map(|(_, swedish)| *swedish)
        }
    }
}
