//! The templates of the start page, grouped by municipality.

use serde::Deserialize;

/// The path of the example book, which has a place of its own on the start page.
pub const EXAMPLE: &str = "exempel/exempelbok.tertial";

/// A template that can be opened.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Template {
    /// Its path below the folder of templates.
    pub path: String,
    pub title: String,
    #[serde(default)]
    pub municipality: String,
    #[serde(default)]
    pub kind: String,
}

/// What is known of the templates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shelf {
    /// The list is on its way.
    Awaited,
    /// The list could not be had.
    Missing,
    /// The templates of each municipality, in the order of the list.
    Filled(Vec<(String, Vec<Template>)>),
}

impl Shelf {
    /// Reads the list of templates.
    pub fn read(list: Option<&[u8]>) -> Self {
        let Some(templates) = list.and_then(|list| serde_json::from_slice::<Vec<Template>>(list).ok()) else {
            return Self::Missing;
        };
        let mut groups: Vec<(String, Vec<Template>)> = Vec::new();
        for template in templates.into_iter().filter(|template| template.path != EXAMPLE) {
            match groups.iter_mut().find(|(municipality, _)| *municipality == template.municipality) {
                Some((_, group)) => group.push(template),
                None => groups.push((template.municipality.clone(), vec![template])),
            }
        }
        Self::Filled(groups)
    }
}

/// A kind's key among the words: its name in plain letters.
pub fn kind_key(kind: &str) -> String {
    let plain = |letter: char| match letter {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        letter if letter.is_ascii_alphanumeric() => letter,
        _ => '-',
    };
    let name: String = kind.to_lowercase().chars().map(plain).collect();
    format!("kind-{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = r#"[
        {"path":"kalmar/10.tertial","title":"Drift","municipality":"Kalmar","kind":"driftredovisning"},
        {"path":"exempel/exempelbok.tertial","title":"Exempel","municipality":"Exempel"},
        {"path":"koping/01.tertial","title":"Drift","municipality":"Köping","kind":"driftredovisning"},
        {"path":"kalmar/11.tertial","title":"Investering","municipality":"Kalmar"}]"#;

    #[test]
    fn templates_are_grouped_by_municipality() {
        let Shelf::Filled(groups) = Shelf::read(Some(LIST.as_bytes())) else { panic!("the list is well formed") };
        let sizes: Vec<_> = groups.iter().map(|(name, group)| (name.as_str(), group.len())).collect();
        assert_eq!(sizes, [("Kalmar", 2), ("Köping", 1)]);
    }

    #[test]
    fn a_list_that_cannot_be_read_is_missing() {
        assert_eq!(Shelf::read(None), Shelf::Missing);
        assert_eq!(Shelf::read(Some(b"<html>")), Shelf::Missing);
        assert_eq!(Shelf::read(Some(b"[]")), Shelf::Filled(Vec::new()));
    }

    #[test]
    fn kinds_have_plain_keys() {
        assert_eq!(kind_key("Resultaträkning"), "kind-resultatrakning");
        assert_eq!(kind_key("uppdrag-status"), "kind-uppdrag-status");
    }
}
