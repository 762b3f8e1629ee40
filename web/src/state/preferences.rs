//! What the user chose of how the page works. It is kept by the browser and never goes into a book.

use super::figures::Figures;

/// What the user chose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preferences {
    /// Figures of the selection that the status line shows.
    pub figures: Figures,
    /// The name under which notes are written; empty where none was given.
    pub author: String,
}

impl Preferences {
    /// What was written before, each part under its name.
    pub fn read(read: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            figures: read("figures").map(|text| Figures::read(&text)).unwrap_or_default(),
            author: read("author").unwrap_or_default(),
        }
    }

    /// Its parts as texts, each with its name.
    pub fn written(&self) -> [(&'static str, String); 2] {
        [("figures", self.figures.written()), ("author", self.author.clone())]
    }
}

#[cfg(test)]
mod tests {
    use super::super::figures::Figure;
    use super::*;

    #[test]
    fn what_was_chosen_comes_back() {
        let mut chosen = Preferences { author: "Åsa Öberg".into(), ..Preferences::default() };
        chosen.figures = chosen.figures.turned(Figure::Least).turned(Figure::Sum);
        let written = chosen.written();
        let read = |name: &str| written.iter().find(|(known, _)| *known == name).map(|(_, text)| text.clone());
        assert_eq!(Preferences::read(read), chosen);
        assert_eq!(Preferences::read(|_| None), Preferences::default());
    }
}
