//! Recognises a formula that repeats the one above it, such as `=B5-C5` below `=B4-C4`, by its text alone. Filled columns
//! are then read at the speed of comparing text.

use std::ops::Range;

use smallvec::SmallVec;

use super::parser::Parsed;
use super::reference::{Reference, Shape, SheetReference};
use super::token::{Token, TokenKind};
use super::tree::Expression;

/// The text of a formula with its relative rows left open.
#[derive(Debug, Clone)]
pub struct Repeat {
    /// The text as it was read.
    text: Box<str>,
    /// Where its open rows stand, each with its distance from the formula's own.
    rows: SmallVec<[(Range<usize>, i64); 2]>,
}

impl Repeat {
    /// The pattern of a formula that was read in a row, counted from zero; `None` for one that names whole rows, which
    /// look like plain numbers, several sheets, which can look like cells, or the table around it, and for text that is none.
    pub fn of(text: &str, parsed: &Parsed, row: u32) -> Option<Self> {
        let mut misleads = false;
        parsed.expression.walk(&mut |part| {
            misleads |= matches!(
                part,
                // What cannot be read keeps its own text.
                Expression::Broken(_)
                    | Expression::Reference(
                        Reference { shape: Shape::Rows, .. } | Reference { sheet: Some(SheetReference::Span(_)), .. }
                    )
            );
        });
        // Brackets alone mean the table around the cell, which can be another one further down.
        let alone =
            |token: &Token| token.kind == TokenKind::Brackets && !text[..token.span.start].ends_with(is_in_name);
        if misleads || parsed.tokens.iter().any(alone) {
            return None;
        }
        let mut rows = SmallVec::new();
        for token in parsed.tokens.iter().filter(|token| token.kind == TokenKind::Cell) {
            let digits = token.span.start + row_digits(token.span.of(text));
            let is_fixed = text[..digits].ends_with('$');
            let Some(written) = text[digits..token.span.end].parse::<i64>().ok().filter(|_| !is_fixed) else {
                continue;
            };
            rows.push((digits..token.span.end, written - i64::from(row)));
        }
        Some(Self { text: text.into(), rows })
    }

    /// Whether a text says the same formula in another row of the same column.
    pub fn matches(&self, text: &str, row: u32) -> bool {
        self.strip(text, row).is_some_and(str::is_empty)
    }

    /// What follows the same formula in another row of the same column, when a text begins with it.
    pub fn strip<'a>(&self, text: &'a str, row: u32) -> Option<&'a str> {
        let (known, mut left, mut start) = (self.text.as_bytes(), text.as_bytes(), 0);
        for (digits, offset) in &self.rows {
            left = left.strip_prefix(&known[start..digits.start])?;
            left = strip_number(left, i64::from(row) + offset)?;
            start = digits.end;
        }
        left = left.strip_prefix(&known[start..])?;
        text.get(text.len() - left.len()..)
    }
}

fn is_in_name(sign: char) -> bool {
    sign.is_alphanumeric() || "_.\\".contains(sign)
}

/// Where the row begins in the text of a cell reference.
fn row_digits(cell: &str) -> usize {
    cell.find(|sign: char| sign.is_ascii_digit()).unwrap_or(cell.len())
}

/// What follows a number written without leading zeros, if just that number stands first.
fn strip_number(text: &[u8], wanted: i64) -> Option<&[u8]> {
    let length = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = text.split_at(length);
    let is_plain = (1..=7).contains(&length) && digits[0] != b'0';
    let number = digits.iter().fold(0_i64, |number, digit| number * 10 + i64::from(digit - b'0'));
    (is_plain && number == wanted).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::sample::Sample;
    use super::super::{Dialect, parse};
    use super::*;
    use crate::base::{Address, SheetId};

    #[test]
    fn a_text_matches_just_when_it_means_the_same_formula() {
        let origin = |row: u32| Address::new(row, 5).on(SheetId(0));
        let read = |text: &str, row: u32| parse(text, origin(row), Dialect::English, &Sample);
        let first = "=SUM(B4:$C$9)-IF(C4=0,0,$D4)+Q1";
        let parsed = read(first, 3);
        let repeat = Repeat::of(first, &parsed, 3).unwrap();
        for (text, row) in [
            (first, 3),
            ("=SUM(B14:$C$9)-IF(C14=0,0,$D14)+Q11", 13),
            ("=SUM(B14:$C$9)-IF(C14=0,0,$D14)+Q12", 13),
            ("=SUM(B5:$C$10)-IF(C5=0,0,$D5)+Q2", 4),
            ("=SUM(B5:$C$9)-IF(C5=0,5,$D5)+Q2", 4),
            ("=SUM(B05:$C$9)-IF(C5=0,0,$D5)+Q2", 4),
            ("=SUM(B5:$C$9)-IF(C5=0,0,$D5)+Q2+1", 4),
        ] {
            let same = read(text, row).expression == parsed.expression;
            // A text with a leading zero is read again, which costs time and nothing else.
            assert!(same || !repeat.matches(text, row), "{text}");
            assert_eq!(same && !text.contains("B05"), repeat.matches(text, row), "{text}");
        }
    }
    #[test]
    fn what_looks_like_a_cell_or_a_number_is_not_taken_for_one() {
        let origin = |row: u32| Address::new(row, 5).on(SheetId(0));
        for (first, second) in
            [("=B4+*", "=B5+*"), ("=LOG10(B4)", "=LOG11(B5)"), ("=SUM(4:6)", "=SUM(4:6)"), ("=SUM($4:6)", "=SUM($4:6)")]
        {
            let read = |text: &str, row: u32| parse(text, origin(row), Dialect::English, &Sample);
            let repeat = Repeat::of(first, &read(first, 3), 3);
            assert_ne!(read(first, 3).expression, read(second, 4).expression, "{first}");
            assert!(!repeat.is_some_and(|repeat| repeat.matches(second, 4)), "{first}");
        }
    }
}
