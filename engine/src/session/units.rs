//! The unit that amounts are shown in. Report tables say in which unit their amounts are kept; shown in another one, every
//! amount is divided or multiplied where it is drawn and where it is typed, and nowhere else.

use super::presentation::{Spot, spot};
use super::refusal::{RefusalKind, worded};
use super::{ChangeSet, Refusal, Session};
use crate::base::{Address, Place, Range, Region, SheetId};
use crate::book::{Sheet, Unit};
use crate::edit::Change;
use crate::value::Number;

/// The units that amounts can be shown in.
pub const MONEY: [Unit; 3] = [Unit::Kronor, Unit::Thousands, Unit::Millions];

/// Which unit amounts are shown in, and which they are kept in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// The unit that is seen.
    pub shown: Unit,
    /// The unit that is kept.
    pub kept: Unit,
}

/// The unit that the amounts of a sheet are kept in, as its first report table has it; `None` where no table says.
pub fn kept(session: &Session, sheet: SheetId) -> Option<Unit> {
    let tables = session.book.sheet(sheet)?.tables.iter();
    tables.map(|table| table.figures.unit).find(|unit| MONEY.contains(unit))
}

/// The view of a sheet whose amounts are shown in another unit than they are kept in.
pub fn view(session: &Session, sheet: SheetId) -> Option<View> {
    let (shown, kept) = (session.book.sheet(sheet)?.styles.shown_unit?, kept(session, sheet)?);
    (shown != kept).then_some(View { shown, kept })
}

/// Shows the amounts of a sheet in a unit, or in that which they are kept in.
pub fn show(session: &mut Session, sheet: SheetId, unit: Option<Unit>) -> Result<ChangeSet, Refusal> {
    let Some(kept) = kept(session, sheet) else {
        return Err(Refusal {
            kind: RefusalKind::NotAllowed,
            reason: worded(
                session.locale,
                "Bladet har ingen rapporttabell som säger i vilken enhet beloppen står.",
                "The sheet has no report table that says which unit its amounts are in.",
            ),
            hint: Some(worded(
                session.locale,
                "Välj talformatet ”tusental” eller ”miljoner” för cellerna i stället.",
                "Choose the number format “thousands” or “millions” for the cells instead.",
            )),
            span: None,
        });
    };
    session.apply(Change::ShowUnit { sheet, unit: unit.filter(|unit| *unit != kept) })
}

/// An amount that is kept in a cell as it is shown there.
pub fn shown(sheet: &Sheet, cell: Address, number: Number) -> Number {
    scaled(number, steps(sheet, spot(sheet, cell).as_ref()))
}

/// An amount that is typed in a cell as it is kept there.
pub fn typed(sheet: &Sheet, cell: Address, number: Number) -> Number {
    scaled(number, -steps(sheet, spot(sheet, cell).as_ref()))
}

/// Steps of a thousand that the figures of a spot are shown larger than they are kept; fewer than none are smaller.
pub(super) fn steps(sheet: &Sheet, spot: Option<&Spot<'_>>) -> i8 {
    match spot {
        Some(Spot::Figure(table, row, column)) => unit_steps(sheet, table.unit_of(row, column)),
        _ => 0,
    }
}

/// Steps for amounts that are kept in a unit.
pub(super) fn unit_steps(sheet: &Sheet, kept: Unit) -> i8 {
    match (sheet.styles.shown_unit.and_then(order), order(kept)) {
        (Some(shown), Some(kept)) => kept - shown,
        _ => 0,
    }
}

/// Steps that all numbers of regions share.
pub(super) fn shared_steps(session: &Session, regions: &[Region]) -> Option<i8> {
    let mut shared = None;
    for region in regions {
        let sheet = session.book.sheet(region.sheet)?;
        let range = sheet.used().and_then(|used| used.intersection(region.range));
        let Some(Range { first, last }) = range else { continue };
        for column in first.column..=last.column {
            let number = |row: &u32| sheet.value(Address::new(*row, column)).as_number().is_some();
            let ends = [(first.row..=last.row).find(number), (first.row..=last.row).rev().find(number)];
            for row in ends.into_iter().flatten() {
                let steps = steps(sheet, spot(sheet, Address::new(row, column)).as_ref());
                if shared.replace(steps).is_some_and(|before| before != steps) {
                    return None;
                }
            }
        }
    }
    shared
}

/// A number so many steps of a thousand larger; as it is where that is too large.
pub(super) fn scaled(number: Number, steps: i8) -> Number {
    let thousand = Number::from(1_000);
    (0..steps.unsigned_abs()).fold(number, |number, _| {
        let scaled = if steps > 0 { number.times(thousand) } else { number.over(thousand) };
        scaled.unwrap_or(number)
    })
}

/// Decimals that an amount is shown with in a unit other than its own.
pub(super) const fn decimals(unit: Unit) -> u8 {
    if matches!(unit, Unit::Millions) { 1 } else { 0 }
}

/// A heading in which the unit that is kept is named, with that which is shown; one under a title that names none says it.
pub(super) fn heading(sheet: &Sheet, text: &str, is_subtitle: bool) -> Option<String> {
    let kept = sheet.tables.iter().map(|table| table.figures.unit).find(|unit| MONEY.contains(unit))?;
    let shown = sheet.styles.shown_unit.filter(|shown| *shown != kept)?;
    let is_unit = |word: &str| words(kept).contains(&word.to_lowercase().as_str());
    let mut named = false;
    let mut renamed = String::with_capacity(text.len());
    for part in text.split_inclusive(|sign: char| !sign.is_alphabetic()) {
        let word = part.trim_end_matches(|sign: char| !sign.is_alphabetic());
        if is_unit(word) {
            named = true;
            renamed.push_str(shown.name());
            renamed.push_str(&part[word.len()..]);
        } else {
            renamed.push_str(part);
        }
    }
    match (named, is_subtitle) {
        (true, _) => Some(renamed),
        (false, true) => Some([text, " · ", shown.name()].concat()),
        (false, false) => None,
    }
}

/// The words that headings name a unit by.
const fn words(unit: Unit) -> &'static [&'static str] {
    match unit {
        Unit::Kronor => &["kr", "kronor", "sek"],
        Unit::Thousands => &["tkr", "kkr", "tsek"],
        Unit::Millions => &["mnkr", "mkr", "msek"],
        _ => &[],
    }
}

const fn order(unit: Unit) -> Option<i8> {
    match unit {
        Unit::Kronor => Some(0),
        Unit::Thousands => Some(1),
        Unit::Millions => Some(2),
        _ => None,
    }
}

/// What a number of a place is worth as it is shown.
pub(super) fn shown_at(session: &Session, place: Place, number: Number) -> Number {
    session.book.sheet(place.sheet).map_or(number, |sheet| shown(sheet, place.address, number))
}
