//! The outline of a sheet's rows: which stand under which, and which are folded away. Levels come from people and, where
//! nobody said anything, from report tables.

use std::collections::BTreeMap;

use super::{ChangeSet, Refusal, Session, SheetId};
use crate::base::{AxisKind, sorting};
use crate::book::{OutlineMark, ReportTable, Sheet};
use crate::edit::Change;

/// The outline of a sheet. A row without a level is outside of every group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowOutline {
    levels: BTreeMap<u32, u8>,
    /// The headings whose rows are folded away.
    folded: Vec<u32>,
}

impl RowOutline {
    /// The outline of a sheet.
    pub fn of(session: &Session, sheet: SheetId) -> Self {
        session.book.sheet(sheet).map(of_sheet).unwrap_or_default()
    }

    /// The level of a row.
    pub fn level(&self, row: u32) -> u8 {
        self.levels.get(&row).copied().unwrap_or_default()
    }

    /// The highest level; zero when there are no groups.
    pub fn depth(&self) -> u8 {
        self.levels.values().copied().max().unwrap_or_default()
    }

    /// Whether rows stand under a row.
    pub fn is_heading(&self, row: u32) -> bool {
        self.level(row + 1) > self.level(row)
    }

    /// Whether the rows under a row are folded away.
    pub fn is_folded(&self, row: u32) -> bool {
        self.is_heading(row) && self.folded.binary_search(&row).is_ok()
    }

    /// The row that a row stands under, or itself when rows stand under it.
    pub fn heading(&self, row: u32) -> Option<u32> {
        if self.is_heading(row) {
            return Some(row);
        }
        let level = self.level(row);
        let above = |above: &u32| self.level(*above) < level;
        if level == 0 { None } else { (0..row).rev().find(above) }
    }

    /// The last of the rows that stand under a row.
    fn last_under(&self, heading: u32) -> u32 {
        let level = self.level(heading);
        let deeper = self.levels.range(heading + 1..).zip(heading + 1..);
        let under = deeper.take_while(|((row, deep), expected)| *row == expected && **deep > level);
        under.last().map_or(heading, |((row, _), _)| *row)
    }

    /// Every row with rows under it.
    fn headings(&self) -> impl Iterator<Item = u32> + '_ {
        let starts = self.levels.keys().filter_map(|row| row.checked_sub(1));
        starts.filter(|row| self.is_heading(*row))
    }
}

/// Puts rows one level deeper, or takes them one level up.
pub fn group(
    session: &mut Session,
    sheet: SheetId,
    (first, last): (u32, u32),
    deeper: bool,
) -> Result<ChangeSet, Refusal> {
    let outline = RowOutline::of(session, sheet);
    let marks = |row: u32| session.book.sheet(sheet).map(|sheet| sheet.outline.at(row)).unwrap_or_default();
    let moved = |level: u8| if deeper { (level + 1).min(OutlineMark::DEEPEST) } else { level.saturating_sub(1) };
    let rows = (first..=last).map(|row| (row, OutlineMark { level: Some(moved(outline.level(row))), ..marks(row) }));
    let mut changes = vec![Change::Outline { sheet, rows: rows.collect() }];
    // Rows that leave the group they are folded away with must not stay hidden.
    let is_away =
        !deeper && first.checked_sub(1).and_then(|row| outline.heading(row)).is_some_and(|row| outline.is_folded(row));
    if is_away {
        changes.push(Change::Hide { sheet, lines: AxisKind::Rows, spans: vec![(first, last, false)] });
    }
    session.apply(Change::Batch(changes))
}

/// Folds the rows under a heading away, or shows them again; those under headings that are folded themselves stay away.
pub fn fold(session: &mut Session, sheet: SheetId, heading: u32, away: bool) -> Result<ChangeSet, Refusal> {
    let outline = RowOutline::of(session, sheet);
    let last = outline.last_under(heading);
    let mut spans = vec![(heading + 1, last, away)];
    if !away {
        let inner = outline.folded.iter().filter(|row| (heading + 1..=last).contains(*row) && outline.is_folded(**row));
        spans.extend(inner.map(|row| (row + 1, outline.last_under(*row), true)));
    }
    if last == heading {
        spans.clear();
    }
    apply(session, sheet, vec![(heading, away)], spans)
}

/// Shows the rows of all levels below one, and folds the others away.
pub fn fold_to(session: &mut Session, sheet: SheetId, level: u8) -> Result<ChangeSet, Refusal> {
    let outline = RowOutline::of(session, sheet);
    let folds = outline.headings().map(|row| (row, outline.level(row) + 1 >= level)).collect();
    let mut spans: Vec<(u32, u32, bool)> = Vec::new();
    for (row, deep) in &outline.levels {
        match spans.last_mut() {
            Some((_, last, away)) if *last + 1 == *row && *away == (*deep >= level) => *last = *row,
            _ => spans.push((*row, *row, *deep >= level)),
        }
    }
    apply(session, sheet, folds, spans)
}

fn apply(
    session: &mut Session,
    sheet: SheetId,
    folds: Vec<(u32, bool)>,
    spans: Vec<(u32, u32, bool)>,
) -> Result<ChangeSet, Refusal> {
    let mark = |row: u32| session.book.sheet(sheet).map(|sheet| sheet.outline.at(row)).unwrap_or_default();
    let rows = folds.into_iter().map(|(row, is_folded)| (row, OutlineMark { is_folded, ..mark(row) })).collect();
    let fold = Change::Outline { sheet, rows };
    session.apply(Change::Batch(vec![fold, Change::Hide { sheet, lines: AxisKind::Rows, spans }]))
}

fn of_sheet(sheet: &Sheet) -> RowOutline {
    let mut levels = sorting::map_of(sheet.tables.iter().flat_map(|table| of_table(sheet, table)));
    for (row, mark) in sheet.outline.iter() {
        if let Some(level) = mark.level {
            levels.insert(row, level);
        }
    }
    levels.retain(|_, level| *level > 0);
    let folded = sheet.outline.iter().filter(|(_, mark)| mark.is_folded).map(|(row, _)| row);
    RowOutline { levels, folded: folded.collect() }
}

/// The rows of a table, each as deep as there are rows of lower levels above it one under the other.
fn of_table(sheet: &Sheet, table: &ReportTable) -> Vec<(u32, u8)> {
    let mut rows: Vec<(u32, u8)> =
        table.rows.iter().filter_map(|row| Some((sheet.rows.position(row.line)?, row.level))).collect();
    sorting::sort(&mut rows);
    let mut above: Vec<u8> = Vec::new();
    for (_, level) in &mut rows {
        above.retain(|higher| higher < level);
        let depth = above.len().min(usize::from(OutlineMark::DEEPEST)) as u8;
        above.push(std::mem::replace(level, depth));
    }
    rows
}
