//! Plays a case on a session.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use tertial_engine::base::{AxisKind, Place, Range};
use tertial_engine::book::{Book, NamedTable};
use tertial_engine::calc::Trace;
use tertial_engine::edit::Change;
use tertial_engine::session::vocabulary::{BookVocabulary, dialect};
use tertial_engine::session::{ChangeSet, Locale, Refusal, Session, SheetId, Still};
use tertial_engine::syntax::parse;
use tertial_engine::value::Value;

use super::{Case, Step};

/// 2026-08-31 at noon, which is always now.
const NOW: f64 = 46_265.5;

/// Plays a case to its end or its first unfulfilled expectation.
pub fn play(case: &Case) -> Result<()> {
    let mut player = Player::new();
    for (line, step) in &case.steps {
        player.perform(step).with_context(|| format!("line {line}"))?;
    }
    Ok(())
}

struct Player {
    session: Session,
    /// The sheet that addresses mean.
    sheet: SheetId,
    /// What the last change had calculated.
    trace: Trace,
}

impl Player {
    fn new() -> Self {
        let mut book = Book::default();
        let sheet = book.add_sheet("Sheet1");
        let mut session = Session::of(book, Box::new(Still { now: NOW }));
        session.set_locale(Locale::English);
        Self { session, sheet, trace: Trace::default() }
    }

    fn perform(&mut self, step: &Step) -> Result<()> {
        match step {
            Step::Locale(locale) => self.session.set_locale(*locale),
            Step::Sheet(name) => self.turn_to(name)?,
            Step::Name { name, meaning } => self.define(name, meaning)?,
            Step::Table { name, totals, range, columns } => {
                let range = Range::parse(range).with_context(|| format!("`{range}` is no range"))?;
                let (region, columns) = (range.on(self.sheet), columns.clone());
                let table = NamedTable { name: name.clone(), region, columns, has_headers: true, has_totals: *totals };
                self.tabulate(name, Some(table))?;
            }
            Step::Untable(name) => self.tabulate(name, None)?,
            Step::Put { cell, text } => {
                let place = self.place(cell)?;
                self.session.put(place, text)?;
            }
            Step::Change { cell, text } => {
                let place = self.place(cell)?;
                self.watched(|session| session.enter(place, text))?;
            }
            Step::Refuse { cell, text } => {
                let place = self.place(cell)?;
                ensure!(self.session.enter(place, text).is_err(), "`{text}` was taken");
            }
            Step::Structure { insert, lines, at, count } => self.restructure(*insert, *lines, *at, *count)?,
            Step::Undo => self.stepped(Session::undo)?,
            Step::Redo => self.stepped(Session::redo)?,
            Step::Expect { cell, value } => {
                // An apostrophe asks for text where a number would look the same.
                let found = self.session.value(self.place(cell)?);
                let wanted = value.strip_prefix('\'').filter(|_| matches!(found, Value::Text(_))).unwrap_or(value);
                agree(cell, wanted, &written(&found))?;
            }
            Step::Shows { cell, text } => {
                let seen = self.session.cell(self.place(cell)?).text;
                agree(cell, text, &seen.replace('\u{a0}', " "))?;
            }
            Step::Formula { cell, text } => {
                let found = self.session.formula(self.place(cell)?);
                agree(cell, text, found.as_deref().unwrap_or("no formula"))?;
            }
            Step::Calculated(cells) => self.check_calculated(cells)?,
        }
        Ok(())
    }

    fn turn_to(&mut self, name: &str) -> Result<()> {
        if self.session.book().sheet_named(name).is_none() {
            self.session.add_sheet(Some(name))?;
        }
        self.sheet = self.session.book().sheet_named(name).context("the sheet that was just added")?.id;
        Ok(())
    }

    fn define(&mut self, name: &str, meaning: &str) -> Result<()> {
        let language = dialect(self.session.locale());
        let parsed = parse(meaning, Place::default(), language, &BookVocabulary(self.session.book()));
        let meaning = Some(parsed.expression.into());
        let (sheet, name) = match name.rsplit_once('!') {
            Some((sheet, name)) => (Some(self.session.book().sheet_named(sheet).context("no such sheet")?.id), name),
            None => (None, name),
        };
        self.session.apply(Change::DefineName { name: name.to_owned(), sheet, meaning })?;
        Ok(())
    }

    fn tabulate(&mut self, name: &str, table: Option<NamedTable>) -> Result<()> {
        let change = Change::DefineTable { name: name.to_owned(), table };
        self.watched(|session| session.apply(change))
    }

    fn restructure(&mut self, insert: bool, lines: AxisKind, at: u32, count: u32) -> Result<()> {
        let sheet = self.sheet;
        self.watched(|session| match (insert, lines) {
            (true, AxisKind::Rows) => session.insert_rows(sheet, at, count),
            (false, AxisKind::Rows) => session.delete_rows(sheet, at, count),
            (true, AxisKind::Columns) => session.insert_columns(sheet, at, count),
            (false, AxisKind::Columns) => session.delete_columns(sheet, at, count),
        })
    }

    fn stepped(&mut self, step: fn(&mut Session) -> Option<ChangeSet>) -> Result<()> {
        let mut found = false;
        self.watched(|session| {
            let changes = step(session);
            found = changes.is_some();
            Ok(changes.unwrap_or_default())
        })?;
        ensure!(found, "there was nothing to step to");
        Ok(())
    }

    fn watched(&mut self, change: impl FnOnce(&mut Session) -> Result<ChangeSet, Refusal>) -> Result<()> {
        self.session.calculator_mut().set_trace(true);
        let result = change(&mut self.session);
        self.trace = self.session.calculator_mut().set_trace(false).unwrap_or_default();
        result?;
        Ok(())
    }

    fn check_calculated(&self, cells: &[String]) -> Result<()> {
        let wanted = cells.iter().map(|cell| self.place(cell)).collect::<Result<BTreeSet<_>>>()?;
        let found: BTreeSet<Place> = self.trace.calculated.iter().map(|cell| cell.place).collect();
        let words = |places: BTreeSet<Place>| {
            places.iter().map(|place| place.address.to_string()).collect::<Vec<_>>().join(" ")
        };
        let once = self.trace.calculated.len() == found.len();
        ensure!(wanted == found, "calculated {}, not {}", words(found), words(wanted));
        ensure!(once, "a cell was calculated more than once");
        Ok(())
    }

    fn place(&self, text: &str) -> Result<Place> {
        let region = self.session.find_place(self.sheet, text);
        let region = region.with_context(|| format!("`{text}` is no cell"))?;
        ensure!(region.range.is_cell(), "`{text}` is more than one cell");
        Ok(region.first())
    }
}

/// A value as expectations write it.
fn written(value: &Value) -> String {
    match value {
        Value::Blank => "(blank)".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) if text.is_empty() => "(empty text)".to_owned(),
        Value::Text(text) => text.to_string(),
        Value::Boolean(boolean) => Locale::English.boolean(*boolean).to_owned(),
        Value::Error(error) => error.code().to_owned(),
        Value::Array(_) => "(array)".to_owned(),
    }
}

fn agree(cell: &str, wanted: &str, found: &str) -> Result<()> {
    ensure!(wanted == found, "{cell} is `{found}`, not `{wanted}`");
    Ok(())
}
