//! Texts replaced in the cells that a search found.

use super::deeds;
use super::editing::entries;
use super::finding::{Needle, Query, Within};
use super::{ChangeSet, Refusal, Session};
use crate::base::{Address, Place, Range, SheetId, sorting};
use crate::edit::{Change, Deed, DeedKind, Subject};

/// What came of replacing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Replaced {
    /// What to draw anew; `None` when nothing was replaced.
    pub changes: Option<ChangeSet>,
    /// How many cells were replaced in.
    pub count: usize,
    /// Cells that were left as they are, and why.
    pub left: Vec<(Place, Obstacle)>,
}

/// Why a found cell is left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// What was found is the result of a formula, and not its text.
    Calculated,
    /// The cell is filled by the array of another cell's formula.
    Array,
    /// It would hold what cannot be entered.
    Refused(Refusal),
}

/// Replaces in cells that a query found, all of them undone together. Cells that cannot take the new text are left and
/// named.
pub fn replace(session: &mut Session, query: &Query, with: &str, places: &[Place]) -> Result<Replaced, Refusal> {
    let (needle, keeps_formulas) = (Needle::of(query), query.within == Within::Values);
    let (mut texts, mut left): (Vec<(Place, String)>, Vec<_>) = (Vec::new(), Vec::new());
    for place in places {
        let is_result = keeps_formulas && session.book.formula(*place).is_some();
        let replaced = if is_result { Err(Obstacle::Calculated) } else { replacement(session, &needle, with, *place) };
        match replaced {
            Ok(text) => texts.push((*place, text)),
            Err(obstacle) => left.push((*place, obstacle)),
        }
    }
    let count = texts.len();
    let changes = if texts.is_empty() { None } else { Some(enter(session, &texts)?) };
    Ok(Replaced { changes, count, left })
}

fn replacement(session: &Session, needle: &Needle, with: &str, place: Place) -> Result<String, Obstacle> {
    let sheet = session.book.sheet(place.sheet);
    if sheet.is_some_and(|sheet| sheet.spills.filling(place.address).is_some()) {
        return Err(Obstacle::Array);
    }
    let text = needle.replaced(&session.source(place), with).ok_or(Obstacle::Calculated)?;
    session.check(place, &text).map_err(Obstacle::Refused)?;
    Ok(text)
}

fn enter(session: &mut Session, texts: &[(Place, String)]) -> Result<ChangeSet, Refusal> {
    let mut sheets: Vec<SheetId> = texts.iter().map(|(place, _)| place.sheet).collect();
    sorting::sort(&mut sheets);
    sheets.dedup();
    let of = |sheet: SheetId| -> Vec<(Address, &str)> {
        let own = texts.iter().filter(|(place, _)| place.sheet == sheet);
        own.map(|(place, text)| (place.address, text.as_str())).collect()
    };
    let parts = sheets.iter().map(|sheet| entries(session, *sheet, &of(*sheet)));
    let change = Change::Batch(parts.collect::<Result<_, _>>()?);
    let subject = match (sheets.as_slice(), around(texts)) {
        ([sheet], Some(range)) => Subject::Cells(range.on(*sheet)),
        _ => Subject::Book,
    };
    deeds::apply_as(session, Deed { kind: DeedKind::Replaced, subject }, change)
}

/// The smallest rectangle around cells.
fn around(texts: &[(Place, String)]) -> Option<Range> {
    texts.iter().map(|(place, _)| Range::cell(place.address)).reduce(Range::union)
}
