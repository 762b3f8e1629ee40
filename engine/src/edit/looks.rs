//! How cells look and lines are shown: formats, widths, which are hidden, which stay in sight, the outline. Nothing here
//! moves a cell.

use super::apply::{EditError, Effect, Watcher, find};
use super::change::Change;
use crate::base::{AxisKind, SheetId};
use crate::book::{Book, Filtering, Frozen, OutlineMark, Painted, Rules, Sheet, Unit};

/// From which line to which, and whether they are to be hidden.
type Span = (u32, u32, bool);

/// Gives cells another look.
pub fn format(
    book: &mut Book,
    sheet: SheetId,
    areas: Vec<Painted>,
    watcher: &mut Watcher<'_>,
) -> Result<Change, EditError> {
    let target = find(book, sheet)?;
    let mut before = Vec::with_capacity(areas.len());
    let mut dressed = Vec::with_capacity(areas.len());
    for (range, style) in areas {
        target.styles.paint(range, style.as_ref(), &mut before);
        dressed.push(range.on(sheet));
    }
    before.reverse();
    watcher(book, Effect::Dressed(dressed));
    Ok(Change::Format { sheet, areas: before })
}

/// Says what may be written.
pub fn rules(
    book: &mut Book,
    sheet: SheetId,
    mut rules: Box<Rules>,
    watcher: &mut Watcher<'_>,
) -> Result<Change, EditError> {
    std::mem::swap(&mut find(book, sheet)?.rules, &mut rules);
    watcher(book, Effect::Redrawn(sheet));
    Ok(Change::Rules { sheet, rules })
}

/// Gives columns other widths.
pub fn widths(
    book: &mut Book,
    sheet: SheetId,
    columns: Vec<(u32, Option<f32>)>,
    watcher: &mut Watcher<'_>,
) -> Result<Change, EditError> {
    let target = find(book, sheet)?;
    let before = columns.into_iter().map(|(column, width)| match width {
        Some(width) => (column, target.widths.insert(column, width)),
        None => (column, target.widths.remove(&column)),
    });
    let columns = before.collect::<Vec<_>>().into_iter().rev().collect();
    watcher(book, Effect::Redrawn(sheet));
    Ok(Change::Widths { sheet, columns })
}

/// Hides lines, or shows them.
pub fn hide(
    book: &mut Book,
    (sheet, lines): (SheetId, AxisKind),
    spans: Vec<Span>,
    watcher: &mut Watcher<'_>,
) -> Result<Change, EditError> {
    let hidden = find(book, sheet)?.hidden.of_mut(lines);
    let mut before: Vec<Span> = Vec::new();
    for (first, last, hide) in spans {
        if last >= lines.limit() || first > last {
            continue;
        }
        let turned = if hide { hidden.insert(first, last) } else { hidden.within(first, last).collect() };
        if !hide {
            hidden.remove_between(first, last);
        }
        before.extend(turned.into_iter().map(|(first, last)| (first, last, !hide)));
    }
    before.reverse();
    let turned = before.iter().map(|(first, last, _)| (*first, *last)).collect();
    watcher(book, if lines == AxisKind::Rows { Effect::Hidden(sheet, turned) } else { Effect::Redrawn(sheet) });
    Ok(Change::Hide { sheet, lines, spans: before })
}

/// Gives a sheet another filter.
pub fn filter(
    book: &mut Book,
    sheet: SheetId,
    filtering: Filtering,
    watcher: &mut Watcher<'_>,
) -> Result<Change, EditError> {
    let target = find(book, sheet)?;
    let before = std::mem::replace(&mut target.hidden.filtering, filtering);
    let (old, new) = (&before.away, &target.hidden.filtering.away);
    // Many single rows are told of as one stretch: whoever reads one of them reads most.
    let all = old.intervals().chain(new.intervals()).filter(|_| old != new);
    let rows = all.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1))).into_iter().collect();
    watcher(book, Effect::Hidden(sheet, rows));
    Ok(Change::Filter { sheet, filtering: Box::new(before) })
}

/// Shows amounts in another unit.
pub fn show_unit(
    book: &mut Book,
    sheet: SheetId,
    unit: Option<Unit>,
    watcher: &mut Watcher<'_>,
) -> Result<Change, EditError> {
    let before = std::mem::replace(&mut find(book, sheet)?.styles.shown_unit, unit);
    watcher(book, Effect::Redrawn(sheet));
    Ok(Change::ShowUnit { sheet, unit: before })
}

/// Keeps other lines in sight.
pub fn freeze(book: &mut Book, sheet: SheetId, frozen: Frozen, watcher: &mut Watcher<'_>) -> Result<Change, EditError> {
    if frozen.rows >= AxisKind::Rows.limit() || frozen.columns >= AxisKind::Columns.limit() {
        return Err(EditError::OutsideSheet);
    }
    let before = std::mem::replace(&mut find(book, sheet)?.hidden.frozen, frozen);
    watcher(book, Effect::Redrawn(sheet));
    Ok(Change::Freeze { sheet, frozen: before })
}

/// Says other things of rows in the outline.
pub fn outline(
    book: &mut Book,
    sheet: SheetId,
    rows: Vec<(u32, OutlineMark)>,
    watcher: &mut Watcher<'_>,
) -> Result<Change, EditError> {
    if rows.iter().any(|(row, _)| *row >= AxisKind::Rows.limit()) {
        return Err(EditError::OutsideSheet);
    }
    let outline = &mut find(book, sheet)?.outline;
    let mut before: Vec<_> = rows.into_iter().map(|(row, mark)| (row, outline.set(row, mark))).collect();
    before.reverse();
    watcher(book, Effect::Redrawn(sheet));
    Ok(Change::Outline { sheet, rows: before })
}

/// The changes that give some lines the looks that they have, should they go and come back.
pub fn of_lines(target: &Sheet, lines: AxisKind, range: std::ops::Range<u32>) -> Vec<Change> {
    let sheet = target.id;
    let Some(last) = range.end.checked_sub(1).filter(|last| *last >= range.start) else { return Vec::new() };
    let hidden = target.hidden.of(lines);
    let spans: Vec<Span> = hidden.within(range.start, last).map(|(first, last)| (first, last, true)).collect();
    let mut looks = vec![Change::Hide { sheet, lines, spans }, Change::Freeze { sheet, frozen: target.hidden.frozen }];
    if !target.styles.is_empty() {
        looks.push(Change::Format { sheet, areas: target.styles.cover(lines.range(range.start, last)) });
    }
    if target.hidden.filtering != Filtering::default() {
        looks.push(Change::Filter { sheet, filtering: Box::new(target.hidden.filtering.clone()) });
    }
    if target.rules != Rules::default() {
        looks.push(Change::Rules { sheet, rules: Box::new(target.rules.clone()) });
    }
    match lines {
        AxisKind::Rows => looks.push(Change::Outline { sheet, rows: target.outline.within(range).collect() }),
        AxisKind::Columns => {
            let columns = target.widths.between(&range.start, &last).map(|(column, width)| (*column, Some(*width)));
            looks.push(Change::Widths { sheet, columns: columns.collect() });
        }
    }
    looks.retain(|change| !says_nothing(change));
    looks
}

fn says_nothing(change: &Change) -> bool {
    match change {
        Change::Hide { spans, .. } => spans.is_empty(),
        Change::Widths { columns, .. } => columns.is_empty(),
        Change::Outline { rows, .. } => rows.is_empty(),
        Change::Freeze { frozen, .. } => *frozen == Frozen::default(),
        _ => false,
    }
}
