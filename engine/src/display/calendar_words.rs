//! Names of months and weekdays in both languages.

use super::Locale;

/// Months that are abbreviated by other than their first three letters.
const EXTRA_MONTHS: [(&str, usize); 1] = [("sept", 8)];

impl Locale {
    /// The name of a month, 1 to 12.
    pub(super) fn month(self, month: i64) -> &'static str {
        at(self.months(), month - 1)
    }

    /// The name of a serial day's weekday.
    pub(super) fn weekday(self, serial: i64) -> &'static str {
        const SWEDISH: [&str; 7] = ["lördag", "söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag"];
        const ENGLISH: [&str; 7] = ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
        let days = match self {
            Self::Swedish => &SWEDISH,
            Self::English => &ENGLISH,
        };
        at(days, serial.rem_euclid(7))
    }

    const fn months(self) -> &'static [&'static str] {
        match self {
            Self::Swedish => &[
                "januari",
                "februari",
                "mars",
                "april",
                "maj",
                "juni",
                "juli",
                "augusti",
                "september",
                "oktober",
                "november",
                "december",
            ],
            Self::English => &[
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ],
        }
    }
}

/// The names that follow one another and begin anew: months and weekdays, whole and abbreviated, in both languages.
pub fn cycles() -> impl Iterator<Item = Vec<&'static str>> {
    let whole = [Locale::Swedish, Locale::English].into_iter().flat_map(|locale| {
        let weekdays = (2..9).map(|serial| locale.weekday(serial)).collect();
        [locale.months().to_vec(), weekdays]
    });
    whole.flat_map(|names| [names.iter().map(|name| short(name)).collect(), names])
}

/// The month, 1 to 12, that a name or its abbreviation means in either language.
pub(super) fn month_of(word: &str) -> Option<i64> {
    let word = word.strip_suffix('.').unwrap_or(word).to_lowercase();
    let named = |name: &&str| word == name.to_lowercase() || word == short(&name.to_lowercase());
    let found =
        [Locale::Swedish, Locale::English].into_iter().find_map(|locale| locale.months().iter().position(named));
    let extra = || EXTRA_MONTHS.into_iter().find_map(|(name, month)| (name == word).then_some(month));
    found.or_else(extra).and_then(|index| i64::try_from(index + 1).ok())
}

/// The first three letters of a name.
pub(super) fn short(name: &str) -> &str {
    name.char_indices().nth(3).map_or(name, |(end, _)| &name[..end])
}

fn at(names: &'static [&'static str], index: i64) -> &'static str {
    usize::try_from(index).ok().and_then(|index| names.get(index)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_by_name_and_abbreviation() {
        for (word, month) in [("jan", 1), ("MARS", 3), ("march", 3), ("maj", 5), ("May", 5), ("okt.", 10), ("sept", 9)]
        {
            assert_eq!(month_of(word), Some(month), "{word}");
        }
        assert_eq!(month_of("ja"), None);
        assert_eq!(month_of(""), None);
    }

    #[test]
    fn the_last_of_august_2026_is_a_monday() {
        assert_eq!(Locale::Swedish.weekday(46_265), "måndag");
        assert_eq!(short(Locale::Swedish.weekday(46_263)), "lör");
    }
}
