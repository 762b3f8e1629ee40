//! How the rows and columns of a sheet are shown: which are hidden, which stay in sight, how wide columns are.

use super::{ChangeSet, Refusal, Session, SheetId};
use crate::base::AxisKind;
use crate::book::Frozen;
use crate::edit::Change;

/// The rows or columns of a sheet that are not shown, whoever hid them: from which to which, in order.
pub fn hidden(session: &Session, sheet: SheetId, lines: AxisKind) -> Vec<(u32, u32)> {
    let sheet = session.book.sheet(sheet);
    sheet.map(|sheet| sheet.hidden.all(lines).intervals().collect()).unwrap_or_default()
}

/// The rows or columns that people hid, which they can show again: from which to which, in order.
pub fn hidden_by_people(session: &Session, sheet: SheetId, lines: AxisKind) -> Vec<(u32, u32)> {
    let sheet = session.book.sheet(sheet);
    sheet.map(|sheet| sheet.hidden.of(lines).intervals().collect()).unwrap_or_default()
}

/// The rows and columns of a sheet that stay in sight.
pub fn frozen(session: &Session, sheet: SheetId) -> Frozen {
    session.book.sheet(sheet).map(|sheet| sheet.hidden.frozen).unwrap_or_default()
}

/// Hides rows or columns, or shows them again.
pub fn hide(
    session: &mut Session,
    (sheet, lines): (SheetId, AxisKind),
    spans: &[(u32, u32)],
    away: bool,
) -> Result<ChangeSet, Refusal> {
    let spans = spans.iter().map(|(first, last)| (*first, *last, away)).collect();
    session.apply(Change::Hide { sheet, lines, spans })
}

/// Keeps the first rows and columns of a sheet in sight.
pub fn freeze(session: &mut Session, sheet: SheetId, frozen: Frozen) -> Result<ChangeSet, Refusal> {
    session.apply(Change::Freeze { sheet, frozen })
}

/// Gives columns widths in characters.
pub fn set_widths(session: &mut Session, sheet: SheetId, columns: Vec<(u32, f32)>) -> Result<ChangeSet, Refusal> {
    let columns = columns.into_iter().map(|(column, width)| (column, Some(width.clamp(1.0, MAX_WIDTH))));
    session.apply(Change::Widths { sheet, columns: columns.collect() })
}

/// The greatest width of a column, in characters.
pub const MAX_WIDTH: f32 = 255.0;
