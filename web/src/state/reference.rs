//! Pointing while a formula is typed: where the text asks for a reference, a click or an arrow key writes one instead of
//! entering the text.

use tertial_engine::session::{Address, Locale, Range};

use super::editor::Draft;
use super::movement::{Motion, Terrain, destination};

/// A reference that was written by pointing and can still be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointed {
    /// Where it begins in the text, in bytes.
    start: usize,
    /// The cell pointed at first.
    pub anchor: Address,
    /// The cell pointed at last.
    reach: Address,
}

impl Pointed {
    /// The cells it means.
    pub fn range(self) -> Range {
        Range::new(self.anchor, self.reach)
    }
}

/// Whether the text asks for a reference at its end, or has just been given one.
pub fn is_asked(draft: &Draft, locale: Locale) -> bool {
    let separator = match locale {
        Locale::Swedish => ';',
        Locale::English => ',',
    };
    let asks = |last: char| "=+-*/^&(<>".contains(last) || last == separator;
    draft.text.starts_with('=') && (draft.pointed.is_some() || draft.text.trim_end().ends_with(asks))
}

/// Points at cells: a new reference at the end of the text, or other cells for the one just written.
pub fn point(draft: &mut Draft, anchor: Address, reach: Address) {
    let start = draft.pointed.map_or(draft.text.len(), |pointed| pointed.start);
    let pointed = Pointed { start, anchor, reach };
    draft.text.truncate(start);
    draft.text.push_str(&pointed.range().to_string());
    draft.pointed = Some(pointed);
}

/// Points further on, as the arrow keys do; extending moves only the far corner.
pub fn move_on(draft: &mut Draft, motion: Motion, extend: bool, terrain: &impl Terrain) -> Address {
    let from = draft.pointed.map_or(draft.cell, |pointed| pointed.reach);
    let reach = destination(from, motion, terrain);
    let anchor = draft.pointed.map_or(from, |pointed| pointed.anchor);
    point(draft, if extend { anchor } else { reach }, reach);
    reach
}

#[cfg(test)]
mod tests {
    use super::super::editor::{Editor, Field};
    use super::*;

    fn draft(text: &str) -> Draft {
        let mut editor = Editor::default();
        editor.typed(Address::new(3, 3), String::new(), Field::Cell, text.into());
        editor.draft().unwrap().clone()
    }

    fn cell(text: &str) -> Address {
        Address::parse(text).unwrap()
    }

    #[test]
    fn a_reference_is_asked_for_after_an_operator() {
        for text in ["=", "=B4-", "=SUMMA(", "=SUMMA(B4;", "=B4 * ", "=A1>"] {
            assert!(is_asked(&draft(text), Locale::Swedish), "{text}");
        }
        for text in ["", "7500", "B4-", "=B4", "=1,", "=\"a", "=SUMMA(B4)"] {
            assert!(!is_asked(&draft(text), Locale::Swedish), "{text}");
        }
        assert!(is_asked(&draft("=SUM(B4,"), Locale::English));
    }

    #[test]
    fn pointing_again_replaces_the_reference() {
        let mut draft = draft("=B4-");
        point(&mut draft, cell("C5"), cell("C5"));
        assert_eq!(draft.text, "=B4-C5");
        assert!(is_asked(&draft, Locale::Swedish));
        point(&mut draft, cell("C4"), cell("D9"));
        assert_eq!(draft.text, "=B4-C4:D9");
    }
}
