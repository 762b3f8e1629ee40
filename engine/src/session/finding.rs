//! Cells found by their text, a stretch of rows at a time, so that whoever asks can go on with other things between.

use super::Session;
use super::presentation;
use crate::base::{Address, Place, Range, Region, SheetId, sorting};
use crate::book::Sheet;
use crate::functions::wildcard::Pattern;
use crate::value::Value;

/// How many cells one step of a search reads.
const CELLS_IN_STEP: u64 = 8_000;
/// Longer texts are compared as they are, so that a pattern never takes long.
const MAX_NEEDLE: usize = 255;

/// What is searched for, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// The text; `*` stands for any letters, `?` for one, and `~` takes the next sign as it is.
    pub text: String,
    /// What of the cells is read.
    pub within: Within,
    /// Whether capital and small letters differ.
    pub match_case: bool,
    /// Whether the text must be all that stands in a cell.
    pub whole_cell: bool,
    /// Which cells are read.
    pub scope: Scope,
}

/// What of a cell is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Within {
    /// What it shows, or what was typed to get it.
    #[default]
    Values,
    /// What was typed: formulas as such.
    Formulas,
}

/// Where is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All sheets.
    Book,
    /// One sheet.
    Sheet(SheetId),
    /// Some cells.
    Cells(Region),
}

/// How far a search has come: what of each sheet is still to be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rest(Vec<Region>);

/// The beginning of a search.
pub fn begin(session: &Session, scope: Scope) -> Rest {
    let sheets = session.book.sheets.iter().filter_map(|sheet| Some(sheet.used()?.on(sheet.id)));
    let mut parts: Vec<Region> = match scope {
        Scope::Book => sheets.collect(),
        Scope::Sheet(sheet) => sheets.filter(|used| used.sheet == sheet).collect(),
        Scope::Cells(region) => sheets
            .filter(|used| used.sheet == region.sheet)
            .filter_map(|used| Some(used.range.intersection(region.range)?.on(used.sheet)))
            .collect(),
    };
    parts.reverse();
    Rest(parts)
}

/// Reads on, and gives the cells found, in the order of reading, and what is left; nothing is left at the end.
pub fn go_on(session: &Session, query: &Query, Rest(mut rest): Rest) -> (Vec<Place>, Option<Rest>) {
    let needle = Needle::of(query);
    let mut found = Vec::new();
    if let Some(Region { sheet, range }) = rest.pop() {
        let rows = (CELLS_IN_STEP / u64::from(range.width())).max(1) as u32;
        let end = range.first.row.saturating_add(rows - 1).min(range.last.row);
        let part = Range { first: range.first, last: Address::new(end, range.last.column) };
        if let Some(sheet) = session.book.sheet(sheet) {
            found = cells_with(session, sheet, part, query.within, &needle);
        }
        if end < range.last.row {
            rest.push(Range { first: Address::new(end + 1, range.first.column), last: range.last }.on(sheet));
        }
    }
    (found, (!rest.is_empty()).then_some(Rest(rest)))
}

/// Every cell that a query finds.
pub fn find_all(session: &Session, query: &Query) -> Vec<Place> {
    let (mut found, mut rest) = (Vec::new(), Some(begin(session, query.scope)));
    while let Some(left) = rest {
        let (more, after) = go_on(session, query, left);
        found.extend(more);
        rest = after;
    }
    found
}

/// Whether a cell is one that a query finds.
pub fn is_found(session: &Session, query: &Query, place: Place) -> bool {
    let Some(sheet) = session.book.sheet(place.sheet) else { return false };
    fits(session, sheet, (place.address, &sheet.value(place.address)), query.within, &Needle::of(query))
}

fn cells_with(session: &Session, sheet: &Sheet, part: Range, within: Within, needle: &Needle) -> Vec<Place> {
    let mut found = Vec::new();
    sheet.visit(part, &mut |cell, value| {
        if fits(session, sheet, (cell, value), within, needle) {
            found.push(cell.on(sheet.id));
        }
    });
    // A formula can give an empty text, which is seen as blank and has a formula all the same.
    sorting::sort_by_key(&mut found, |place| place.address);
    found
}

fn fits(session: &Session, sheet: &Sheet, (cell, value): (Address, &Value), within: Within, needle: &Needle) -> bool {
    let place = cell.on(sheet.id);
    if within == Within::Formulas {
        return needle.is_in(&session.source(place));
    }
    let spot = presentation::spot(sheet, cell);
    if needle.is_in(&presentation::text(sheet, cell, value, spot.as_ref(), session.locale)) {
        return true;
    }
    let is_number = matches!(value, Value::Number(_));
    is_number && sheet.formulas.at(cell).is_none() && needle.is_in(&session.source(place))
}

/// The text that is searched for, made ready.
pub(super) struct Needle {
    pattern: Pattern,
    /// The same without spaces, for a number that is grouped in another way.
    ungrouped: Option<Pattern>,
    whole: bool,
    is_empty: bool,
}

impl Needle {
    pub(super) fn of(query: &Query) -> Self {
        let text: String = plain(&query.text).chars().take(MAX_NEEDLE).collect();
        let pattern = |text: &str| if query.match_case { Pattern::cased(text) } else { Pattern::new(text) };
        let is_number = text.chars().any(|sign| sign.is_ascii_digit())
            && text.chars().all(|sign| sign.is_ascii_digit() || " ,.+-*?%".contains(sign));
        let ungrouped = is_number.then(|| pattern(&text.replace(' ', "")));
        Self { pattern: pattern(&text), ungrouped, whole: query.whole_cell, is_empty: text.is_empty() }
    }

    fn is_in(&self, text: &str) -> bool {
        if self.is_empty || text.is_empty() {
            return false;
        }
        let text = plain(text);
        let fits = |pattern: &Pattern, text: &str| {
            if self.whole { pattern.matches(text) } else { pattern.find(text, 0).is_some() }
        };
        fits(&self.pattern, &text)
            || self.ungrouped.as_ref().is_some_and(|pattern| fits(pattern, &text.replace(' ', "")))
    }

    /// A text with every part that fits replaced; `None` where nothing fits.
    pub(super) fn replaced(&self, text: &str, with: &str) -> Option<String> {
        [Some(&self.pattern), self.ungrouped.as_ref()].into_iter().flatten().find_map(|pattern| {
            if self.whole {
                return pattern.matches(&plain(text)).then(|| with.to_owned());
            }
            all_replaced(pattern, text, with)
        })
    }
}

fn all_replaced(pattern: &Pattern, text: &str, with: &str) -> Option<String> {
    let (letters, simple): (Vec<char>, String) = (text.chars().collect(), plain(text));
    let (mut replaced, mut from, mut any) = (String::new(), 0, false);
    while let Some((start, end)) = pattern.span(&simple, from).filter(|(start, end)| end > start) {
        replaced.extend(&letters[from..start]);
        replaced.push_str(with);
        (from, any) = (end, true);
    }
    replaced.extend(letters.get(from..).unwrap_or_default());
    any.then_some(replaced)
}

/// A text with the signs that keyboards have: plain spaces and a plain minus; letters keep their number.
fn plain(text: &str) -> String {
    let sign = |sign| match sign {
        '\u{a0}' | '\u{202f}' => ' ',
        '\u{2212}' => '-',
        sign => sign,
    };
    text.chars().map(sign).collect()
}
