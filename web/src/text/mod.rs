//! The words of the page, one Fluent file per language. A key is looked up in the chosen language; a test holds both
//! files to the same keys and every key of the code to the files.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use tertial_engine::session::Locale;
use unic_langid::LanguageIdentifier;

const SWEDISH: &str = include_str!("../../locales/sv.ftl");
const ENGLISH: &str = include_str!("../../locales/en.ftl");

thread_local! {
    static BUNDLES: [FluentBundle<FluentResource>; 2] = [bundle("sv", SWEDISH), bundle("en", ENGLISH)];
}

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words {
    locale: Locale,
}

impl Words {
    /// The words of a language.
    pub const fn of(locale: Locale) -> Self {
        Self { locale }
    }

    /// The words under a key; the key itself when there are none.
    pub fn say(self, key: &str) -> String {
        self.look_up(key, None).unwrap_or_else(|| key.to_owned())
    }

    /// The words under a key with named texts put in.
    pub fn say_with(self, key: &str, parts: &[(&str, &str)]) -> String {
        let arguments: FluentArgs = parts.iter().copied().collect();
        self.look_up(key, Some(&arguments)).unwrap_or_else(|| key.to_owned())
    }

    /// The words under a key, if it is known.
    pub fn find(self, key: &str) -> Option<String> {
        self.look_up(key, None)
    }

    fn look_up(self, key: &str, arguments: Option<&FluentArgs>) -> Option<String> {
        BUNDLES.with(|bundles| {
            let bundle = &bundles[usize::from(self.locale == Locale::English)];
            let pattern = bundle.get_message(key)?.value()?;
            Some(bundle.format_pattern(pattern, arguments, &mut Vec::new()).into_owned())
        })
    }
}

/// The language's tag, as the page declares it.
pub const fn tag(locale: Locale) -> &'static str {
    match locale {
        Locale::Swedish => "sv",
        Locale::English => "en",
    }
}

/// The language of a tag, if the page speaks it.
pub fn from_tag(tag: &str) -> Option<Locale> {
    [Locale::Swedish, Locale::English].into_iter().find(|locale| tag == self::tag(*locale))
}

fn bundle(tag: &str, source: &str) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = tag.parse().expect("the tags of the page are well formed");
    let mut bundle = FluentBundle::new(vec![language]);
    // Marks of writing direction would become part of what the page shows.
    bundle.set_use_isolating(false);
    // A faulty entry is dropped and found by the tests below; the page goes on with the rest.
    let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source.to_owned());
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;

    fn keys(source: &str) -> BTreeSet<String> {
        let line = |line: &str| Some(line.split_once(" = ")?.0.to_owned()).filter(|_| !line.starts_with([' ', '#']));
        source.lines().filter_map(line).collect()
    }

    fn sources(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
    }

    /// Keys that stand in the code after one of these openings.
    fn used() -> BTreeSet<String> {
        let mut used = BTreeSet::new();
        for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
            let text = fs::read_to_string(path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for opening in ["say(\"", "say_with(\"", "label: \"", "words: \""] {
                used.extend(text.split(opening).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())));
            }
        }
        used
    }

    #[test]
    fn both_languages_have_the_same_keys() {
        assert_eq!(keys(SWEDISH), keys(ENGLISH));
        assert!(keys(SWEDISH).len() > 40);
    }

    #[test]
    fn every_entry_is_well_formed() {
        for source in [SWEDISH, ENGLISH] {
            FluentResource::try_new(source.to_owned()).unwrap();
        }
    }

    #[test]
    fn every_key_of_the_code_has_words() {
        let known = keys(SWEDISH);
        let missing: Vec<_> = used().into_iter().filter(|key| !known.contains(key)).collect();
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn no_words_are_left_over() {
        let code: String = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
            .into_iter()
            .map(|path| fs::read_to_string(path).unwrap())
            .collect();
        let spare = |key: &String| !key.starts_with("kind-") && !code.contains(&format!("\"{key}\""));
        assert_eq!(keys(SWEDISH).into_iter().filter(spare).collect::<Vec<_>>(), Vec::<String>::new());
    }

    #[test]
    fn parts_are_put_in_without_marks() {
        let said = Words::of(Locale::Swedish).say_with("book-missing", &[("path", "a/b")]);
        assert!(said.contains("a/b") && !said.contains('\u{2068}'), "{said}");
    }

    #[test]
    fn an_unknown_key_is_shown_as_it_is() {
        assert_eq!(Words::of(Locale::English).say("no-such-key"), "no-such-key");
    }

    #[test]
    fn tags_read_back() {
        for locale in [Locale::Swedish, Locale::English] {
            assert_eq!(from_tag(tag(locale)), Some(locale));
        }
        assert_eq!(from_tag("fi"), None);
    }
}
