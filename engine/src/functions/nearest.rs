//! The names of functions that a name which is none may have been meant as.

use super::library;
use crate::base::sorting;
use crate::display::Locale;

/// The most names that are proposed.
const MOST: usize = 3;
/// The longest name that is compared.
const LONGEST: usize = 40;
/// The shortest beginning that stands for a whole name.
const SHORTEST_BEGINNING: usize = 3;

/// The names in a language that are nearest to a written one: first those that it begins, then those that differ from
/// it in the fewest letters.
pub fn nearest(written: &str, locale: Locale) -> Vec<&'static str> {
    let wanted: Vec<char> = written.to_uppercase().chars().collect();
    if wanted.len() > LONGEST {
        return Vec::new();
    }
    let mut found: Vec<(usize, usize, &'static str)> = library::all()
        .map(|function| function.name_in(locale))
        .filter_map(|name| Some((distance_between(&wanted, name)?, name.len(), name)))
        .collect();
    sorting::sort(&mut found);
    found.into_iter().take(MOST).map(|(_, _, name)| name).collect()
}

/// How far a name is from the wanted one, zero where that is its beginning; `None` when they have little in common.
fn distance_between(wanted: &[char], name: &str) -> Option<usize> {
    let letters: Vec<char> = name.chars().collect();
    if wanted.len() >= SHORTEST_BEGINNING && letters.starts_with(wanted) {
        return Some(0);
    }
    let most = (wanted.len() / 3).max(1);
    if letters.len().abs_diff(wanted.len()) > most {
        return None;
    }
    Some(edits(wanted, &letters)).filter(|edits| *edits <= most && *edits < wanted.len())
}

/// The fewest letters added, removed, replaced or swapped with the next that make one word the other.
fn edits(from: &[char], to: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for (row, letter) in from.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, other) in to.iter().enumerate() {
            let replaced = above[column] + usize::from(letter != other);
            let mut least = replaced.min(above[column + 1] + 1).min(line[column] + 1);
            if row > 0 && column > 0 && *letter == to[column - 1] && from[row - 1] == *other {
                least = least.min(before[column - 1] + 1);
            }
            line.push(least);
        }
        before = std::mem::replace(&mut above, line);
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_names_come_first_and_in_the_right_language() {
        for (written, locale, first) in [
            ("SUMAM", Locale::Swedish, "SUMMA"),
            ("SUMA", Locale::Swedish, "SUMMA"),
            ("letrad", Locale::Swedish, "LETARAD"),
            ("AVRUNA", Locale::Swedish, "AVRUNDA"),
            ("VLOKUP", Locale::English, "VLOOKUP"),
            ("AVERGE", Locale::English, "AVERAGE"),
            ("SUBTO", Locale::English, "SUBTOTAL"),
        ] {
            assert_eq!(nearest(written, locale).first(), Some(&first), "{written}");
        }
        assert_eq!(nearest("ROUN", Locale::English).len(), 3);
        assert!(nearest("KVARTALSRAPPORT", Locale::Swedish).is_empty());
        assert!(nearest(&"A".repeat(5000), Locale::English).is_empty());
    }

    #[test]
    fn edits_count_letters() {
        let count = |from: &str, to: &str| edits(&from.chars().collect::<Vec<_>>(), &to.chars().collect::<Vec<_>>());
        assert_eq!([count("", "ÅR"), count("ÅR", "ÅR"), count("ABCD", "ACBD"), count("ABC", "AXCD")], [2, 0, 1, 2]);
    }
}
