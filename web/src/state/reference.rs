//! Pointing while a formula is typed: where the text asks for a reference, a click or an arrow key writes one instead of
//! entering the text.

use tertial_engine::session::{Address, Locale, Range, TextSpan};

use super::Workspace;
use super::editor::Draft;
use super::movement::{Motion, Terrain, destination};

/// A reference that was written by pointing and can still be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointed {
    /// Where it begins in the text, in bytes.
    start: usize,
    /// Where it ends in the text, in bytes.
    end: usize,
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

/// Takes note of whether a reference can be written where the caret is.
pub fn follow(workspace: &mut Workspace, locale: Locale) {
    if let Some(is_asking) = workspace.editor.draft().map(|draft| is_asked(draft, locale)) {
        workspace.editor.ask(is_asking);
    }
}

/// Whether the text asks for a reference at the caret, or has just been given one.
pub fn is_asked(draft: &Draft, locale: Locale) -> bool {
    let separator = match locale {
        Locale::Swedish => ';',
        Locale::English => ',',
    };
    let asks = |last: char| "=+-*/^&(<>:".contains(last) || last == separator;
    let before = &draft.text[..caret(draft)];
    let in_quotes = before.matches('"').count() % 2 == 1;
    draft.text.starts_with('=') && !in_quotes && (held(draft).is_some() || before.trim_end().ends_with(asks))
}

/// Points at cells: a new reference at the caret, or other cells for the one just written.
pub fn point(draft: &mut Draft, anchor: Address, reach: Address) {
    let at = caret(draft);
    let (start, end) = held(draft).map_or((at, at), |pointed| (pointed.start, pointed.end));
    let written = Range::new(anchor, reach).to_string();
    draft.text.replace_range(start..end, &written);
    let end = start + written.len();
    draft.pointed = Some(Pointed { start, end, anchor, reach });
    draft.marked = TextSpan::caret(draft.text[..end].chars().count());
}

/// Points further on, as the arrow keys do; extending moves only the far corner.
pub fn move_on(draft: &mut Draft, motion: Motion, extend: bool, terrain: &impl Terrain) -> Address {
    let held = held(draft);
    let from = held.map_or(draft.cell, |pointed| pointed.reach);
    let reach = destination(from, motion, terrain);
    let anchor = held.map_or(from, |pointed| pointed.anchor);
    point(draft, if extend { anchor } else { reach }, reach);
    reach
}

/// Takes hold of the reference that the caret touches, so that it can be moved; `false` where it touches none.
pub fn take_hold(draft: &mut Draft) -> bool {
    let at = caret(draft);
    let is_part = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '$' | ':');
    let before = draft.text[..at].trim_end_matches(is_part).len();
    let after = draft.text.len() - draft.text[at..].trim_start_matches(is_part).len();
    let is_elsewhere = draft.text[..before].ends_with(['!', '_', '.']) || draft.text[after..].starts_with(['(', '!']);
    let range = Range::parse(&draft.text[before..after]).filter(|_| !is_elsewhere && before > 0);
    let Some(Range { first, last }) = range else { return false };
    draft.pointed = Some(Pointed { start: before, end: after, anchor: first, reach: last });
    draft.marked = TextSpan::caret(draft.text[..after].chars().count());
    true
}

/// The reference that was pointed at, as long as the caret stands behind it.
fn held(draft: &Draft) -> Option<Pointed> {
    draft.pointed.filter(|pointed| pointed.end == caret(draft))
}

/// Where the caret stands, in bytes.
fn caret(draft: &Draft) -> usize {
    draft.text.char_indices().nth(draft.marked.end).map_or(draft.text.len(), |(at, _)| at)
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

    /// The text with `|` at the caret.
    fn at(text: &str) -> Draft {
        let mut draft = draft(&text.replace('|', ""));
        draft.marked = TextSpan::caret(text.chars().take_while(|sign| *sign != '|').count());
        draft
    }

    #[test]
    fn references_are_written_where_the_caret_is() {
        let mut draft = at("=SUMMA(|)+å1");
        assert!(is_asked(&draft, Locale::Swedish));
        point(&mut draft, cell("B2"), cell("B4"));
        assert_eq!((draft.text.as_str(), draft.marked.end), ("=SUMMA(B2:B4)+å1", 12));
        draft.marked = TextSpan::caret(2);
        assert!(!is_asked(&draft, Locale::Swedish), "the caret went elsewhere");
        assert!(!is_asked(&at("=\"a+|\""), Locale::Swedish), "a text asks for nothing");
    }

    #[test]
    fn the_reference_at_the_caret_can_be_taken_hold_of() {
        for (text, range) in [("=B4|*2", "B4"), ("=SUMMA(B2:|B4)", "B2:B4"), ("=1+$C$5|", "C5")] {
            let mut draft = at(text);
            assert!(take_hold(&mut draft), "{text}");
            assert_eq!(draft.pointed.unwrap().range().to_string(), range, "{text}");
        }
        for text in ["=12|", "=SUM|MA(1)", "=Blad2!B4|", "B4|", "=LOG10|(3)"] {
            assert!(!take_hold(&mut at(text)), "{text}");
        }
    }
}
