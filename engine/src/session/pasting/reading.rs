//! The texts of a block read one after the other, as what they mean where they land.

use std::rc::Rc;

use super::block::{Block, Detail};
use crate::base::{Address, Place};
use crate::book::{Content, Formula, FormulaReader, Style};
use crate::display::{Entry, Format, FormatHint, Marks, looks_like_number, read_pasted};
use crate::edit::clipping::Clipped;
use crate::edit::entry;
use crate::session::editing::year;
use crate::session::vocabulary::{BookVocabulary, dialect};
use crate::session::{Refusal, Session};
use crate::syntax::{Dialect, parse};
use crate::value::{Number, Value};

/// What was understood of texts from outside.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Understood {
    /// Numbers, dates among them.
    pub numbers: usize,
    /// Texts.
    pub texts: usize,
    /// Cell errors.
    pub errors: usize,
    /// Formulas.
    pub formulas: usize,
    /// Texts that look like numbers or formulas and could not be read as such.
    pub doubtful: usize,
    /// The first of them.
    pub first_doubtful: Option<String>,
    /// Hidden rows that were written too.
    pub hidden_rows: usize,
}

/// Reads the texts of a block, row by row.
pub struct Reading {
    block: Rc<Block>,
    marks: Marks,
    /// Where the first cell lands.
    first: Place,
    year: Option<i64>,
    /// The next cell to be read.
    next: Address,
    formulas: FormulaReader,
    pub understood: Understood,
}

impl Reading {
    pub fn new(session: &Session, (block, marks): (Rc<Block>, Marks), first: Place) -> Self {
        let (year, formulas) = (year(session.environment.as_ref()), FormulaReader::new(dialect(session.locale)));
        Self { block, marks, first, year, next: Address::default(), formulas, understood: Understood::default() }
    }

    pub fn block(&self) -> &Block {
        &self.block
    }

    /// The next cell that holds something.
    pub fn next(&mut self, session: &Session) -> Option<Result<(Address, Clipped), Refusal>> {
        let block = self.block.clone();
        loop {
            let row = block.rows.get(self.next.row as usize)?;
            let Some(text) = row.get(self.next.column as usize) else {
                self.next = Address::new(self.next.row + 1, 0);
                continue;
            };
            let at = self.next;
            self.next.column += 1;
            if !block.is_blank(at) {
                return Some(session.check_length(text).map(|()| (at, self.clipped(session, at, text))));
            }
        }
    }

    fn clipped(&mut self, session: &Session, at: Address, text: &str) -> Clipped {
        let block = self.block.clone();
        let detail = block.details.get(&at);
        let (value, hint) = self.value(session, text, detail);
        let format = detail.and_then(|detail| detail.format.as_deref()).filter(|code| is_format(code));
        let format = format.map(Rc::from).or_else(|| hint.filter(|_| detail.is_none_or(|own| own.format.is_none())));
        let formula = match detail.and_then(|detail| detail.formula.as_deref()) {
            Some(formula) => self.formula(session, formula, at),
            None if entry::is_formula(text) && detail.is_none() => self.typed_formula(session, text, at),
            None => None,
        };
        let content = match formula {
            Some(formula) => {
                self.understood.formulas += 1;
                Content::Formula(formula)
            }
            None if value.is_blank() => Content::Blank,
            None => {
                self.count(&value, text, detail);
                Content::Value(value.clone())
            }
        };
        let look = detail.and_then(|detail| Style::of_words(&detail.look).ok());
        let style = Style { number_format: format, ..look.unwrap_or_default() };
        let style = (style != Style::default()).then(|| Rc::new(style));
        Clipped { content, value, style, note: None }
    }

    /// What a text is worth, with the format that the way of writing asks for.
    fn value(&self, session: &Session, text: &str, detail: Option<&Detail>) -> (Value, Option<Rc<str>>) {
        if detail.is_some_and(|detail| detail.is_text) {
            return (if text.is_empty() { Value::Blank } else { Value::text(text) }, None);
        }
        let read = read_pasted(text, self.marks, session.locale, self.year);
        let hint = match &read {
            Entry::Number { hint, .. } => Some(*hint),
            _ => None,
        };
        let is_moment = hint.is_some_and(FormatHint::is_moment) && detail.is_some_and(|detail| detail.format.is_none());
        let known = detail.and_then(|detail| number(detail, self.block.origin.is_some()));
        let value = known.filter(|_| !is_moment).map_or_else(|| read.into_value(), Value::Number);
        (value, hint.and_then(FormatHint::code).map(Rc::from))
    }

    /// A formula from another book of ours, read where it stood.
    fn formula(&self, session: &Session, text: &str, at: Address) -> Option<Rc<Formula>> {
        let origin = self.block.origin?;
        let place = origin.offset(i64::from(at.row), i64::from(at.column))?.on(self.first.sheet);
        let parsed = parse(text.trim_start_matches('='), place, Dialect::English, &BookVocabulary(&session.book));
        Some(Formula::new(parsed.expression))
    }

    /// A text that is meant as a formula, unless it is none. Word processors change its quotes and minus signs.
    fn typed_formula(&mut self, session: &Session, text: &str, at: Address) -> Option<Rc<Formula>> {
        let text: String = text.chars().map(plain_sign).collect();
        let first = self.first.address;
        let place = first.offset(i64::from(at.row), i64::from(at.column))?.on(self.first.sheet);
        let parse = || entry::parse_typed(&text, place, session.locale, &BookVocabulary(&session.book));
        self.formulas.read_sound(&text, place, &parse)
    }

    fn count(&mut self, value: &Value, text: &str, detail: Option<&Detail>) {
        let understood = &mut self.understood;
        match value {
            Value::Text(_) => understood.texts += 1,
            Value::Error(_) => understood.errors += 1,
            _ => understood.numbers += 1,
        }
        let is_unsure = matches!(value, Value::Text(_)) && detail.is_none_or(|detail| !detail.is_text);
        if is_unsure && (looks_like_number(text) || entry::is_formula(text)) {
            understood.doubtful += 1;
            understood.first_doubtful.get_or_insert_with(|| text.trim().to_owned());
        }
    }
}

/// The number that is known beside a text. Other programs write all binary digits of theirs.
fn number(detail: &Detail, is_own: bool) -> Option<Number> {
    let literal = detail.number.as_deref()?;
    if is_own || literal.len() <= 15 {
        return Number::parse(literal).or_else(|| Number::from_float(literal.parse().ok()?).ok());
    }
    Number::from_float(literal.parse().ok()?).ok()
}

fn is_format(code: &str) -> bool {
    !code.is_empty() && !code.eq_ignore_ascii_case("general") && Format::parse(code).is_ok()
}

/// The sign that a formula is written with, in place of one that a word processor put.
const fn plain_sign(sign: char) -> char {
    match sign {
        '\u{201c}'..='\u{201f}' => '"',
        '\u{2018}'..='\u{201b}' => '\'',
        '\u{2212}' | '\u{2013}' => '-',
        '\u{a0}' | '\u{202f}' => ' ',
        other => other,
    }
}
