//! Cells copied and pasted: those of a book with all that belongs to them, and those from outside as texts that are read
//! with care.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::deeds;
use super::editing::{in_context, year};
use super::vocabulary::BookVocabulary;
use super::{ChangeSet, Refusal, Session};
use crate::base::{Address, MAX_COLUMNS, MAX_ROWS, Place, Range, Region, Relocation};
use crate::book::{Book, Content, Formula};
use crate::display::{
    Entry, Evidence, Format, FormatHint, Locale, Marks, TEXT_MARK, editable, looks_like_number, read_pasted,
};
use crate::edit::clipping::{Clipped, Clipping};
use crate::edit::entry::{self, Typed};
use crate::edit::moving;
use crate::edit::pasting::{self, Landing, PasteManner};
use crate::edit::{Change, Deed, DeedKind, EditError};
use crate::syntax::{Dialect, Severity, parse};
use crate::value::{Number, Value};

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

/// What came of a paste.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pasted {
    /// What to draw anew.
    pub changes: ChangeSet,
    /// The ranges that were written.
    pub ranges: Vec<Range>,
    /// What was understood of texts from outside.
    pub understood: Understood,
}

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

impl Block {
    fn size(&self) -> (u32, u32) {
        (self.rows.len() as u32, self.rows.iter().map(Vec::len).max().unwrap_or(0) as u32)
    }

    /// The cells with their places from the first one.
    fn cells(&self) -> impl Iterator<Item = (Address, &str)> {
        (0..).zip(&self.rows).flat_map(|(row, texts)| {
            (0..).zip(texts).map(move |(column, text)| (Address::new(row, column), text.as_str()))
        })
    }
}

/// What is known of a cell beside the text that it shows.
pub fn detail(session: &Session, place: Place) -> Detail {
    let value = session.value(place);
    let sheet = session.book.sheet(place.sheet);
    Detail {
        number: value.as_number().map(|number| number.to_string()),
        is_text: matches!(value, Value::Text(_)) && editable(&value, session.locale).starts_with(TEXT_MARK),
        formula: session.formula(place),
        format: sheet.and_then(|sheet| sheet.formats.at(place.address)).map(ToString::to_string),
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

/// Puts cells that were copied from this book into ranges of cells.
pub fn paste(
    session: &mut Session,
    clipping: &Clipping,
    selected: &[Region],
    manner: PasteManner,
) -> Result<Pasted, Refusal> {
    put(session, clipping, selected, manner, &|_, landing| landing)
}

/// Moves cells so that the first one stands at a place; what they covered is gone, and every formula that meant them means
/// them still.
pub fn move_cells(session: &mut Session, from: Region, to: Place) -> Result<ChangeSet, Refusal> {
    let change = moving::moved(&session.book, from, to).map_err(|error| Refusal::of_edit(error, session.locale))?;
    let moved = Relocation::new(from, to).map_or(from, |relocation| relocation.to);
    deeds::apply_as(session, Deed::cells(DeedKind::Moved, moved), change)
}

/// Reads cells from outside and puts them into ranges of cells.
pub fn paste_block(
    session: &mut Session,
    block: &Block,
    marks: Marks,
    selected: &[Region],
    manner: PasteManner,
) -> Result<Pasted, Refusal> {
    let Some(first) = selected.first().map(|region| region.first()) else { return Ok(Pasted::default()) };
    block.rows.iter().flatten().try_for_each(|text| session.check_length(text))?;
    let mut reader = Reader::new(session, block, marks, first);
    let clipping = reader.clipping();
    let understood = reader.understood;
    let mut pasted = if clipping.brings_looks {
        paste(session, &clipping, selected, manner)?
    } else {
        put_in_context(session, &clipping, selected, manner)?
    };
    pasted.understood = Understood { hidden_rows: pasted.understood.hidden_rows, ..understood };
    Ok(pasted)
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

/// Puts a clipping into cells, with what its texts mean where they land.
fn put_in_context(
    session: &mut Session,
    clipping: &Clipping,
    selected: &[Region],
    manner: PasteManner,
) -> Result<Pasted, Refusal> {
    let targets = targets(session, clipping, selected, manner)?;
    let fit = |place: Place, landing: Landing| fitted(&session.book, place, landing);
    let change = pasting::pasted(&session.book, clipping, &targets, manner, &fit);
    finish(session, change, &targets)
}

fn put(
    session: &mut Session,
    clipping: &Clipping,
    selected: &[Region],
    manner: PasteManner,
    fit: &dyn Fn(Place, Landing) -> Landing,
) -> Result<Pasted, Refusal> {
    let targets = targets(session, clipping, selected, manner)?;
    let change = pasting::pasted(&session.book, clipping, &targets, manner, fit);
    finish(session, change, &targets)
}

fn finish(session: &mut Session, change: Result<Change, EditError>, targets: &[Region]) -> Result<Pasted, Refusal> {
    let hidden_rows = targets.iter().map(|target| hidden_rows(&session.book, *target)).sum();
    let change = change.map_err(|error| Refusal::of_edit(error, session.locale))?;
    let subject = targets.first().copied().unwrap_or(Region::cell(Place::default()));
    let changes = deeds::apply_as(session, Deed::cells(DeedKind::Pasted, subject), change)?;
    let ranges = targets.iter().map(|target| target.range).collect();
    Ok(Pasted { changes, ranges, understood: Understood { hidden_rows, ..Understood::default() } })
}

/// Where a clipping lands in each of the selected ranges.
fn targets(
    session: &Session,
    clipping: &Clipping,
    selected: &[Region],
    manner: PasteManner,
) -> Result<Vec<Region>, Refusal> {
    let (height, width) =
        if manner.transposed { (clipping.width, clipping.height) } else { (clipping.height, clipping.width) };
    let target = |region: &Region| {
        let within = used_part(session, *region, (height, width));
        Ok(pasting::landing(height, width, within)?.on(region.sheet))
    };
    let targets: Result<Vec<Region>, _> = selected.iter().map(target).collect();
    targets.map_err(|error| Refusal::of_edit(error, session.locale))
}

/// Whole rows and columns stand for their used part, unless whole ones are pasted.
fn used_part(session: &Session, region: Region, (height, width): (u32, u32)) -> Range {
    let Range { first, mut last } = region.range;
    let extent = session.extent(region.sheet);
    if region.range.is_whole_columns() && height < MAX_ROWS {
        last.row = if height == 1 { extent.rows.saturating_sub(1) } else { first.row };
    }
    if region.range.is_whole_rows() && width < MAX_COLUMNS {
        last.column = if width == 1 { extent.columns.saturating_sub(1) } else { first.column };
    }
    Range::new(first, Address::new(last.row.max(first.row), last.column.max(first.column)))
}

fn hidden_rows(book: &Book, target: Region) -> usize {
    let Range { first, last } = target.range;
    let hidden = book.sheet(target.sheet).map(|sheet| sheet.hidden.rows.within(first.row, last.row));
    hidden.into_iter().flatten().map(|(first, last)| (last - first + 1) as usize).sum()
}

fn fitted(book: &Book, place: Place, (content, format): Landing) -> Landing {
    let Some(content) = content else { return (None, format) };
    let typed = in_context(book, place, Typed { content, format: format.flatten() });
    (Some(typed.content), typed.format.map(Some))
}

/// Reads the texts of a block.
struct Reader<'a> {
    session: &'a Session,
    block: &'a Block,
    marks: Marks,
    /// Where the first cell lands.
    first: Place,
    year: Option<i64>,
    understood: Understood,
}

impl<'a> Reader<'a> {
    fn new(session: &'a Session, block: &'a Block, marks: Marks, first: Place) -> Self {
        let year = year(session.environment.as_ref());
        Self { session, block, marks, first, year, understood: Understood::default() }
    }

    fn clipping(&mut self) -> Clipping {
        let (height, width) = self.block.size();
        let cells = self.block.cells().filter_map(|(at, text)| Some((at, self.clipped(at, text)?)));
        let cells = cells.collect();
        Clipping { height, width, cells, brings_looks: self.block.origin.is_some() }
    }

    fn clipped(&mut self, at: Address, text: &str) -> Option<Clipped> {
        let detail = self.block.details.get(&at);
        let (value, hint) = self.value(text, detail);
        let format = detail.and_then(|detail| detail.format.as_deref()).filter(|code| is_format(code));
        let format = format.map(Rc::from).or_else(|| hint.filter(|_| detail.is_none_or(|own| own.format.is_none())));
        let content = match detail.and_then(|detail| detail.formula.as_deref()) {
            Some(formula) => self.formula(formula, at),
            None if entry::is_formula(text) && detail.is_none() => self.typed_formula(text, at),
            None => None,
        };
        let content = match content {
            Some(formula) => {
                self.understood.formulas += 1;
                formula
            }
            None if value.is_blank() && format.is_none() => return None,
            None if value.is_blank() => Content::Blank,
            None => {
                self.count(&value, text, detail);
                Content::Value(value.clone())
            }
        };
        Some(Clipped { content, value, format, note: None })
    }

    /// What a text is worth, with the format that the way of writing asks for.
    fn value(&self, text: &str, detail: Option<&Detail>) -> (Value, Option<Rc<str>>) {
        if detail.is_some_and(|detail| detail.is_text) {
            return (if text.is_empty() { Value::Blank } else { Value::text(text) }, None);
        }
        let read = read_pasted(text, self.marks, self.session.locale, self.year);
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
    fn formula(&self, text: &str, at: Address) -> Option<Content> {
        let origin = self.block.origin?;
        let place = origin.offset(i64::from(at.row), i64::from(at.column))?.on(self.first.sheet);
        let parsed = parse(text.trim_start_matches('='), place, Dialect::English, &BookVocabulary(&self.session.book));
        Some(Content::Formula(Formula::new(parsed.expression)))
    }

    /// A text that is meant as a formula, unless it is none. Word processors change its quotes and minus signs.
    fn typed_formula(&self, text: &str, at: Address) -> Option<Content> {
        let text: String = text.chars().map(plain_sign).collect();
        let first = self.first.address;
        let place = first.offset(i64::from(at.row), i64::from(at.column))?.on(self.first.sheet);
        let session = self.session;
        let parsed = entry::parse_typed(&text, place, session.locale, &BookVocabulary(&session.book));
        let is_sound = parsed.diagnostics.iter().all(|diagnostic| diagnostic.severity() != Severity::Error);
        is_sound.then(|| Content::Formula(Formula::new(parsed.expression)))
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
