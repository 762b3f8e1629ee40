//! Cells from outside: texts, and what else the program that they come from says of them.

use std::collections::BTreeMap;

use crate::base::Address;
use crate::display::{Evidence, Locale, Marks, editable, read_pasted};

/// How many examples are shown of what is unclear.
const EXAMPLES: usize = 3;

/// Cells from outside: rows of texts, with what else is known of some of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Block {
    /// The texts, row by row.
    pub rows: Vec<Vec<String>>,
    /// What is known beside the text, by row and column from the first cell.
    pub details: BTreeMap<Address, Detail>,
    /// Where the first cell stood, when the cells come from another book of ours.
    pub origin: Option<Address>,
}

/// What is known of a cell from outside beside its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Detail {
    /// Its number as a plain literal with a decimal point.
    pub number: Option<String>,
    /// Whether it is text, whatever it looks like.
    pub is_text: bool,
    /// Its formula in English, when it comes from another book of ours.
    pub formula: Option<String>,
    /// Its number format as Excel's format code.
    pub format: Option<String>,
    /// The words of its look.
    pub look: String,
}

/// What the texts of a block show of how numbers are written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Survey {
    /// How they are written; `None` when it must be asked.
    pub marks: Option<Marks>,
    /// How many can be read in two ways.
    pub unclear: usize,
    /// Some of those that can be read in two ways.
    pub examples: Vec<Example>,
}

/// A text that can be read in two ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The text.
    pub text: String,
    /// The number that it is with a decimal comma, as it is typed.
    pub with_comma: String,
    /// The number that it is with a decimal point, as it is typed.
    pub with_point: String,
}

impl Block {
    pub(super) fn size(&self) -> (u32, u32) {
        (self.rows.len() as u32, self.rows.iter().map(Vec::len).max().unwrap_or(0) as u32)
    }

    /// Whether nothing is known of a cell.
    pub(super) fn is_blank(&self, at: Address) -> bool {
        let text = self.rows.get(at.row as usize).and_then(|row| row.get(at.column as usize));
        text.is_none_or(|text| text.trim().is_empty()) && !self.details.contains_key(&at)
    }

    /// The cells with their places from the first one.
    fn cells(&self) -> impl Iterator<Item = (Address, &str)> {
        (0..).zip(&self.rows).flat_map(|(row, texts)| {
            (0..).zip(texts).map(move |(column, text)| (Address::new(row, column), text.as_str()))
        })
    }
}

/// What the texts of a block show of how numbers are written, before they are pasted.
pub fn survey(block: &Block, locale: Locale) -> Survey {
    let mut evidence = Evidence::default();
    let mut examples: Vec<Example> = Vec::new();
    for (at, text) in block.cells() {
        if block.details.get(&at).is_some_and(|detail| detail.number.is_some() || detail.is_text) {
            continue;
        }
        if evidence.take(text) && examples.len() < EXAMPLES && examples.iter().all(|example| example.text != text) {
            examples.push(Example::of(text, locale));
        }
    }
    Survey { marks: evidence.marks(locale), unclear: evidence.unclear(), examples }
}

impl Example {
    fn of(text: &str, locale: Locale) -> Self {
        let read = |marks| editable(&read_pasted(text, marks, locale, None).into_value(), locale);
        Self {
            text: text.trim().to_owned(),
            with_comma: read(Marks::DecimalComma),
            with_point: read(Marks::DecimalPoint),
        }
    }
}
