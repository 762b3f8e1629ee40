//! Findings that stay known while the book changes: only tables that a change touched are looked at again.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Acceptance, Found, accepted, of_table};
use crate::base::{Region, SheetId, sorting};
use crate::book::{Accepted, ReportTable, Sheet, TableKind};
use crate::display::Locale;
use crate::session::{ChangeSet, Session, presentation};

/// Larger tables are none of a report, and not looked at after each change.
const MOST_CELLS: usize = 20_000;

/// Larger tables wait until the page is drawn.
const PROMPT_CELLS: usize = 2_000;

/// What is known of the report tables of a book.
#[derive(Debug, Clone, Default)]
pub struct Reconciliation {
    tables: BTreeMap<(SheetId, String), Vec<Found>>,
    asked: Option<Asked>,
    /// The book's state after the last change that was heard of.
    heard: u64,
    touched: Touched,
    /// Whether large tables that a change touched were not looked at since.
    is_behind: bool,
    /// What was found last, in order.
    found: Option<Rc<[Found]>>,
}

/// What findings depend on beside the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Asked {
    revision: u64,
    locale: Locale,
    is_as_published: bool,
}

/// What changes touched since tables were looked at.
#[derive(Debug, Clone, Default)]
struct Touched {
    cells: Vec<Region>,
    sheets: Vec<SheetId>,
    everything: bool,
}

impl Reconciliation {
    /// Hears of a change.
    pub fn touch(&mut self, changes: &ChangeSet) {
        self.heard = changes.revision;
        self.touched.everything |= changes.sheets;
        self.touched.sheets.extend_from_slice(&changes.moved);
        self.touched.cells.extend_from_slice(&changes.cells);
    }

    /// What is found, the worst first; `None` in a book without report tables. What is known of large tables may be from
    /// before the last changes; then it is behind.
    pub fn findings(&mut self, session: &Session, is_as_published: bool) -> Option<Rc<[Found]>> {
        let asked = Asked { revision: session.revision(), locale: session.locale, is_as_published };
        if self.asked != Some(asked) {
            self.look(session, asked);
            self.found = self.listed(session).map(Rc::from);
        }
        self.found.clone()
    }

    /// Whether large tables are to be looked at.
    pub const fn is_behind(&self) -> bool {
        self.is_behind
    }

    /// What is found when all tables have been looked at.
    pub fn catch_up(&mut self, session: &Session) -> Option<Rc<[Found]>> {
        if let Some(asked) = self.asked.filter(|_| std::mem::take(&mut self.is_behind)) {
            for (sheet, table) in tables(session).filter(|(_, table)| is_large(table)) {
                let found = of_table(session, sheet, table, asked.is_as_published);
                self.tables.insert((sheet.id, table.id.clone()), found);
            }
            self.found = self.listed(session).map(Rc::from);
        }
        self.found.clone()
    }

    fn look(&mut self, session: &Session, asked: Asked) {
        let touched = std::mem::take(&mut self.touched);
        let before = self.asked.replace(asked);
        let is_other = before
            .is_none_or(|before| (before.locale, before.is_as_published) != (asked.locale, asked.is_as_published));
        if is_other || touched.everything || self.heard != asked.revision {
            self.tables.clear();
            self.heard = asked.revision;
        }
        let mut known = std::mem::take(&mut self.tables);
        for (sheet, table) in tables(session) {
            let key = (sheet.id, table.id.clone());
            let is_touched = touched.reaches(sheet, table);
            let waits = is_touched && is_large(table) && known.contains_key(&key);
            self.is_behind |= waits;
            let kept = known.remove(&key).filter(|_| !is_touched || waits);
            let found = kept.unwrap_or_else(|| of_table(session, sheet, table, asked.is_as_published));
            self.tables.insert(key, found);
        }
    }

    fn listed(&self, session: &Session) -> Option<Vec<Found>> {
        if self.tables.is_empty() {
            return None;
        }
        let mut found: Vec<Found> = self.tables.values().flatten().cloned().collect();
        for found in &mut found {
            found.accepted = accepted(session, found.rule, found.place).map(|accepted| acceptance(session, accepted));
        }
        sorting::sort_by_key(&mut found, |found| (std::cmp::Reverse(found.severity), found.place));
        Some(found)
    }
}

impl Touched {
    /// Whether a change touched a table. What a reconciliation table says depends on other tables too.
    fn reaches(&self, sheet: &Sheet, table: &ReportTable) -> bool {
        let is_hit = |range| {
            self.cells.iter().any(|region| region.sheet == sheet.id && region.range.intersection(range).is_some())
        };
        self.sheets.contains(&sheet.id)
            || table.kind == TableKind::Reconciliation && !(self.cells.is_empty() && self.sheets.is_empty())
            || table.range(sheet).is_some_and(is_hit)
    }
}

fn is_large(table: &ReportTable) -> bool {
    table.rows.len() * table.columns.len() > PROMPT_CELLS
}

fn tables(session: &Session) -> impl Iterator<Item = (&Sheet, &ReportTable)> {
    let sheets = session.book.sheets.iter();
    let tables = sheets.flat_map(|sheet| sheet.tables.iter().map(move |table| (sheet, table)));
    tables.filter(|(_, table)| table.rows.len() * table.columns.len() <= MOST_CELLS)
}

fn acceptance(session: &Session, accepted: &Accepted) -> Acceptance {
    let signature = presentation::signed(&accepted.by, accepted.at, session.locale);
    Acceptance { signature, reason: accepted.reason.clone() }
}
