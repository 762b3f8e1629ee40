//! What reconciliation finds.

use super::agreement::Figure;
use super::rules::Rule;
use crate::base::Place;
use crate::book::Content;
use crate::display::{AmountFormat, Locale};
use crate::value::Number;

/// Something that is not as it should be, or is worth knowing, at a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule that does not hold.
    pub rule: &'static Rule,
    /// Where it is.
    pub place: Place,
    /// What its explanation names.
    pub words: Vec<Word>,
    /// The figures that it is about.
    pub figure: Option<Figure>,
    /// What would be right in the cell.
    pub fix: Option<Content>,
}

/// What a rule found, before it is known which rule that was.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub(super) place: Place,
    pub(super) words: Vec<Word>,
    pub(super) figure: Option<Figure>,
    pub(super) fix: Option<Content>,
}

/// A part of an explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// A label, or a word of the sheet.
    Text(String),
    /// A number with so many decimals; nothing where there is none.
    Amount(Option<Number>, u8),
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Perhaps wrong.
    Warning,
    /// Wrong.
    Error,
}

impl Severity {
    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl Found {
    /// Something at a cell, with what its explanation names.
    pub fn at(place: Place, words: Vec<Word>) -> Self {
        Self { place, words, figure: None, fix: None }
    }

    /// The same with what would be right in the cell.
    pub fn fixed_by(self, fix: Option<Content>) -> Self {
        Self { fix, ..self }
    }
}

impl Word {
    /// A count.
    pub fn count(number: usize) -> Self {
        Self::Amount(i64::try_from(number).ok().map(Number::from), 0)
    }

    fn spoken(&self, locale: Locale) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Amount(None, _) => "–".to_owned(),
            Self::Amount(Some(number), decimals) => {
                AmountFormat { decimals: *decimals, ..AmountFormat::default() }.format(*number, locale)
            }
        }
    }
}

impl Finding {
    /// What is wrong and what to do about it, in somebody's language.
    pub fn explain(&self, locale: Locale) -> String {
        let says = self.rule.says[usize::from(locale != Locale::Swedish)];
        let mut explanation = says.to_owned();
        for (number, word) in self.words.iter().enumerate() {
            explanation = explanation.replace(&format!("{{{number}}}"), &word.spoken(locale));
        }
        explanation
    }
}
