//! How a cell looks: its number format, its type, its colours, where its text stands and its borders. What is not said is as
//! the cell's report table and value have it. A look has words, which files, tables of other programs and the page share.

use std::rc::Rc;

use super::named::named;

/// How a cell looks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Style {
    /// Number format, as Excel's format code in its English form.
    pub number_format: Option<Rc<str>>,
    /// Whether its text is bold.
    pub bold: Option<bool>,
    /// Whether its text is italic.
    pub italic: Option<bool>,
    /// Whether its text is underlined.
    pub underline: bool,
    /// Colour of its text.
    pub ink: Option<Colour>,
    /// Colour behind its text.
    pub fill: Option<Colour>,
    /// Where its text stands.
    pub align: Option<Align>,
    /// Steps that its text is moved in.
    pub indent: u8,
    /// Whether its text goes on in a next line.
    pub wraps: bool,
    /// Lines at its edges.
    pub borders: Borders,
}

/// Lines at the edges of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Borders {
    /// At the top.
    pub top: Stroke,
    /// At the right.
    pub right: Stroke,
    /// At the bottom.
    pub bottom: Stroke,
    /// At the left.
    pub left: Stroke,
}

named! {
    /// A colour. What it looks like, as text or behind it, is for the page to say.
    Colour:
    /// Grey.
    Grey = "grey",
    /// Red.
    Red = "red",
    /// Orange.
    Orange = "orange",
    /// Yellow.
    Yellow = "yellow",
    /// Green.
    Green = "green",
    /// Teal.
    Teal = "teal",
    /// Blue.
    Blue = "blue",
    /// Purple.
    Purple = "purple",
}

named! {
    /// Where text stands in its cell.
    Align:
    /// At the left.
    Left = "left",
    /// In the middle.
    Center = "center",
    /// At the right.
    Right = "right",
}

named! {
    /// A line at the edge of a cell.
    #[derive(Default)]
    Stroke:
    /// None.
    #[default]
    None = "none",
    /// A thin one.
    Thin = "thin",
    /// A thick one.
    Thick = "thick",
}

impl Style {
    /// Most steps that a text can be moved in.
    pub const DEEPEST: u8 = 9;

    /// A look with nothing but a number format.
    pub fn of_number(code: &str) -> Self {
        Self { number_format: Some(code.into()), ..Self::default() }
    }

    /// The words of the look, without its number format.
    pub fn words(&self) -> String {
        let mut words: Vec<String> = Vec::new();
        let mut flag = |word: &str, is_set: bool| words.extend(is_set.then(|| word.to_owned()));
        flag("bold", self.bold == Some(true));
        flag("not-bold", self.bold == Some(false));
        flag("italic", self.italic == Some(true));
        flag("not-italic", self.italic == Some(false));
        flag("underline", self.underline);
        flag("wrap", self.wraps);
        let Borders { top, right, bottom, left } = self.borders;
        let edges = [("top", top), ("right", right), ("bottom", bottom), ("left", left)];
        let edges = edges.into_iter().filter(|(_, stroke)| *stroke != Stroke::None);
        let named = [("ink", self.ink.map(Colour::name)), ("fill", self.fill.map(Colour::name))];
        let named = named.into_iter().chain([("align", self.align.map(Align::name))]);
        let named = named.chain(edges.map(|(edge, stroke)| (edge, Some(stroke.name()))));
        words.extend(named.filter_map(|(part, name)| Some([part, "-", name?].concat())));
        words.extend((self.indent > 0).then(|| format!("indent-{}", self.indent)));
        words.join(" ")
    }

    /// The look of words, or the first that says nothing.
    pub fn of_words(text: &str) -> Result<Self, &str> {
        let mut style = Self::default();
        text.split_whitespace().try_for_each(|word| style.take_word(word).ok_or(word))?;
        Ok(style)
    }

    fn take_word(&mut self, word: &str) -> Option<()> {
        match word {
            "bold" => self.bold = Some(true),
            "not-bold" => self.bold = Some(false),
            "italic" => self.italic = Some(true),
            "not-italic" => self.italic = Some(false),
            "underline" => self.underline = true,
            "wrap" => self.wraps = true,
            _ => {
                let (part, name) = word.split_once('-')?;
                match part {
                    "ink" => self.ink = Some(Colour::from_name(name)?),
                    "fill" => self.fill = Some(Colour::from_name(name)?),
                    "align" => self.align = Some(Align::from_name(name)?),
                    "indent" => self.indent = name.parse().ok().filter(|indent| *indent <= Self::DEEPEST)?,
                    "top" => self.borders.top = Stroke::from_name(name)?,
                    "right" => self.borders.right = Stroke::from_name(name)?,
                    "bottom" => self.borders.bottom = Stroke::from_name(name)?,
                    "left" => self.borders.left = Stroke::from_name(name)?,
                    _ => return None,
                }
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_is_what_its_words_say() {
        let words = "not-bold italic underline wrap ink-red fill-yellow align-center top-thin bottom-thick indent-2";
        let style = Style::of_words(words).unwrap();
        assert_eq!((style.bold, style.ink, style.borders.bottom), (Some(false), Some(Colour::Red), Stroke::Thick));
        assert_eq!(style.words(), words);
        assert_eq!(Style::default().words(), "");
        assert_eq!(Style::of_words("bold fill-pink"), Err("fill-pink"));
        assert_eq!(Style::of_words("indent-10"), Err("indent-10"));
    }
}
