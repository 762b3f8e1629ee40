//! Texts that others are cut at, found with or without regard to case.

use std::ops::Range;
use std::rc::Rc;

use crate::base::sorting;

/// The texts to cut at.
#[derive(Debug)]
pub(super) struct Delimiters {
    wanted: Vec<Vec<char>>,
    ignores_case: bool,
}

impl Delimiters {
    /// These texts; where several fit at one place the longest counts.
    pub fn new(texts: &[Rc<str>], ignores_case: bool) -> Self {
        let mut wanted: Vec<Vec<char>> = texts.iter().map(|text| text.chars().collect()).collect();
        sorting::sort_by_key(&mut wanted, |letters| std::cmp::Reverse(letters.len()));
        let delimiters = Self { wanted: Vec::new(), ignores_case };
        let wanted = wanted.iter().map(|letters| delimiters.folded(letters)).collect();
        Self { wanted, ignores_case }
    }

    /// Whether one of them is empty.
    pub fn has_empty(&self) -> bool {
        self.wanted.iter().any(Vec::is_empty)
    }

    /// Letters of the longest.
    pub fn longest(&self) -> usize {
        self.wanted.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The parts of a text between delimiters.
    pub fn pieces(&self, letters: &[char]) -> Vec<Range<usize>> {
        let mut start = 0;
        let mut pieces = Vec::new();
        for cut in self.cuts(letters) {
            pieces.push(start..cut.start);
            start = cut.end;
        }
        pieces.push(start..letters.len());
        pieces
    }

    /// Where the wanted delimiter of a text stands, counted from its end when negative. The end that is counted towards
    /// may itself be taken for a delimiter, and an empty delimiter fits where the counting begins.
    pub fn instance(&self, letters: &[char], instance: i64, ends_match: bool) -> Option<Range<usize>> {
        let (backwards, last) = (instance < 0, letters.len());
        if self.has_empty() {
            return Some(if backwards { last..last } else { 0..0 });
        }
        let cuts = if backwards { self.cuts_backwards(letters) } else { self.cuts(letters) };
        let index = usize::try_from(instance.unsigned_abs()).ok()?.checked_sub(1)?;
        let end = || if backwards { 0..0 } else { last..last };
        cuts.get(index).cloned().or_else(|| (ends_match && index == cuts.len()).then(end))
    }

    fn cuts_backwards(&self, letters: &[char]) -> Vec<Range<usize>> {
        let reversed = |letters: &[char]| letters.iter().rev().copied().collect::<Vec<char>>();
        let wanted = self.wanted.iter().map(|wanted| reversed(wanted)).collect();
        let mirrored = Self { wanted, ignores_case: self.ignores_case };
        let cuts = mirrored.cuts(&reversed(letters)).into_iter();
        cuts.map(|cut| letters.len() - cut.end..letters.len() - cut.start).collect()
    }

    fn cuts(&self, letters: &[char]) -> Vec<Range<usize>> {
        let letters = self.folded(letters);
        let mut cuts: Vec<Range<usize>> = Vec::new();
        let mut place = 0;
        while place < letters.len() {
            let fitting = self.wanted.iter().find(|wanted| !wanted.is_empty() && letters[place..].starts_with(wanted));
            if let Some(wanted) = fitting {
                cuts.push(place..place + wanted.len());
            }
            place += fitting.map_or(1, Vec::len);
        }
        cuts
    }

    fn folded(&self, letters: &[char]) -> Vec<char> {
        let fold = |letter: char| letter.to_lowercase().next().unwrap_or(letter);
        letters.iter().map(|letter| if self.ignores_case { fold(*letter) } else { *letter }).collect()
    }
}
