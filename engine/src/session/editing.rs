//! Changing cells: what is typed, cleared, undone. Every way goes through [`Session::apply`].

use super::calls;
use super::presentation::{self, Spot};
use super::vocabulary::BookVocabulary;
use super::{ChangeSet, Environment, Refusal, Session};
use crate::base::{Address, Place, Range, Region, SheetId};
use crate::book::{Book, Content, Unit};
use crate::calc::{Calculator, CellSet};
use crate::edit::{self, Change, EditError, Effect, entry, moving};
use crate::syntax::Severity;
use crate::value::moment::Date;
use crate::value::{Number, Value};

impl Session {
    /// Applies a change, recalculates what depends on it, and gives what to draw anew.
    pub fn apply(&mut self, change: Change) -> Result<ChangeSet, Refusal> {
        let (inverse, changes) = carry_out(self, change).map_err(|error| Refusal::of_edit(error, self.locale))?;
        self.history.done(inverse);
        Ok(changes)
    }

    /// Takes back the newest change; `None` when there is none.
    pub fn undo(&mut self) -> Option<ChangeSet> {
        let change = self.history.next_undo()?;
        let (inverse, changes) = carry_out(self, change).ok()?;
        self.history.undone(inverse);
        Some(changes)
    }

    /// Makes the last undone change again; `None` when there is none.
    pub fn redo(&mut self) -> Option<ChangeSet> {
        let change = self.history.next_redo()?;
        let (inverse, changes) = carry_out(self, change).ok()?;
        self.history.redone(inverse);
        Some(changes)
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Says whether typed text can be entered in a cell; the refusal names the place of what is wrong.
    pub fn check(&self, place: Place, text: &str) -> Result<(), Refusal> {
        if !entry::is_formula(text) {
            return self.check_length(text);
        }
        let parsed = entry::parse_typed(text, place, self.locale, &BookVocabulary(&self.book));
        let fault = parsed.diagnostics.iter().find(|diagnostic| diagnostic.severity() == Severity::Error);
        match fault {
            Some(diagnostic) => Err(Refusal::of_formula(text, diagnostic, self.locale)),
            None => calls::miscounted(self, text, &parsed).map_or(Ok(()), Err),
        }
    }

    /// Enters text in a cell as if it were typed there. A formula that cannot be read is refused.
    pub fn enter(&mut self, place: Place, text: &str) -> Result<ChangeSet, Refusal> {
        self.check(place, text)?;
        self.put(place, text)
    }

    /// Puts text in a cell as if it were typed there. A formula that cannot be read is kept as it is and shows an error.
    pub fn put(&mut self, place: Place, text: &str) -> Result<ChangeSet, Refusal> {
        self.put_all(place.sheet, &[(place.address, text)])
    }

    /// Puts texts in cells of a sheet as if each were typed there, all of them undone together.
    pub fn put_all(&mut self, sheet: SheetId, texts: &[(Address, &str)]) -> Result<ChangeSet, Refusal> {
        texts.iter().try_for_each(|(_, text)| self.check_length(text))?;
        let (mut cells, mut formats) = (Vec::new(), Vec::new());
        let language = (self.locale, year(self.environment.as_ref()));
        for (address, text) in texts {
            let place = address.on(sheet);
            let typed = entry::typed(text, place, language, &BookVocabulary(&self.book));
            let typed = in_context(&self.book, place, typed);
            cells.push((*address, typed.content));
            formats.extend(typed.format.map(|format| (*address, Some(format))));
        }
        let write = Change::Write { sheet, cells };
        let change = match formats.is_empty() {
            true => write,
            false => Change::Batch(vec![write, Change::Format { sheet, cells: formats }]),
        };
        self.apply(change)
    }

    /// Empties the cells of a region.
    pub fn clear(&mut self, region: Region) -> Result<ChangeSet, Refusal> {
        let cells = self.filled_cells(region).into_iter().map(|address| (address, Content::Blank)).collect();
        self.apply(Change::Write { sheet: region.sheet, cells })
    }

    /// Moves cells so that the first one stands at a place; what they covered is gone, and every formula that meant them
    /// means them still.
    pub fn move_cells(&mut self, from: Region, to: Place) -> Result<ChangeSet, Refusal> {
        let change = moving::moved(&self.book, from, to).map_err(|error| Refusal::of_edit(error, self.locale))?;
        self.apply(change)
    }

    pub(super) fn check_length(&self, text: &str) -> Result<(), Refusal> {
        if entry::is_too_long(text) { Err(Refusal::of_length(self.locale)) } else { Ok(()) }
    }

    /// The cells of a region that hold something of their own.
    fn filled_cells(&self, region: Region) -> Vec<Address> {
        let Some(sheet) = self.book.sheet(region.sheet) else { return Vec::new() };
        let mut cells = Vec::new();
        sheet.visit(region.range, &mut |address, _| {
            if sheet.spills.filling(address).is_none() {
                cells.push(address);
            }
        });
        cells
    }
}

/// Shows the book as it would be after a change, and puts everything back. Only what the change reaches is calculated, there
/// and back. Undo and redo know nothing of it, and neither does the revision.
pub fn suppose<T>(session: &mut Session, change: Change, read: impl FnOnce(&Session) -> T) -> Result<T, Refusal> {
    let revision = session.revision;
    let supposed = carry_out(session, change).map_err(|error| Refusal::of_edit(error, session.locale))?;
    let found = read(session);
    let restored = carry_out(session, supposed.0);
    session.revision = revision;
    restored.map(|_| found).map_err(|error| Refusal::of_edit(error, session.locale))
}

/// Applies a change and recalculates; gives the change that takes it back and what to draw anew.
fn carry_out(session: &mut Session, change: Change) -> Result<(Change, ChangeSet), EditError> {
    let mut seen = Seen::default();
    let calculator = &mut session.calculator;
    let applied = edit::apply(&mut session.book, change, &mut |book, effect| seen.take(book, effect, calculator));
    if applied.is_err() && !session.calculator.is_pending() {
        return applied.map(|inverse| (inverse, ChangeSet::default()));
    }
    let world = session.world();
    let mut changed = session.calculator.settle(&mut session.book, &world);
    let inverse = applied?;
    session.revision += 1;
    seen.written.spans().for_each(|span| _ = changed.insert(span));
    let changes =
        ChangeSet { revision: session.revision, cells: regions(&changed), moved: seen.redrawn, sheets: seen.sheets };
    Ok((inverse, changes))
}

/// What a change was seen to touch.
#[derive(Default)]
struct Seen {
    written: CellSet,
    redrawn: Vec<SheetId>,
    sheets: bool,
}

impl Seen {
    /// Takes note of what a change touched, and lets the calculator know.
    fn take(&mut self, book: &Book, effect: Effect, calculator: &mut Calculator) {
        match effect {
            Effect::Written(written) => {
                written.keys().for_each(|place| self.written.add(*place));
                calculator.note_written(book, &written);
            }
            Effect::Shifted(shift) => {
                self.written.shift(&shift);
                self.redrawn.push(shift.sheet);
                calculator.note_shifted(book, &shift);
            }
            Effect::Hidden(sheet, rows) => {
                self.redrawn.push(sheet);
                rows.into_iter().for_each(|row| calculator.note_looks(Range::rows_between(row, row).on(sheet)));
            }
            Effect::Redrawn(sheet) => self.redrawn.push(sheet),
            Effect::Names | Effect::Circles => calculator.note_everything(),
            Effect::Sheets => {
                self.sheets = true;
                calculator.note_everything();
            }
        }
    }
}

fn regions(cells: &CellSet) -> Vec<Region> {
    let regions = cells.spans().map(|span| {
        Range::new(Address::new(span.first, span.column), Address::new(span.last, span.column)).on(span.sheet)
    });
    regions.collect()
}

/// A report table decides how its figures look, and a percent typed into a column of percents is that many of them.
pub(super) fn in_context(book: &Book, place: Place, typed: entry::Typed) -> entry::Typed {
    let Some(sheet) = book.sheet(place.sheet) else { return typed };
    let own_format = sheet.formats.at(place.address).is_some();
    let Some(Spot::Figure(table, _, column)) = presentation::spot(sheet, place.address) else {
        return if own_format { entry::Typed { format: None, ..typed } } else { typed };
    };
    let is_percent = typed.format.as_ref().is_some_and(|code| code.ends_with('%'));
    let content = match typed.content {
        Content::Value(Value::Number(number)) if is_percent && column.unit_in(table) == Unit::Percent => {
            Content::Value(number.times(Number::from(100)).map_or_else(Value::Error, Value::Number))
        }
        content => content,
    };
    entry::Typed { content, format: None }
}

/// The year it is, which typed dates without a year mean.
pub(super) fn year(environment: &dyn Environment) -> Option<i64> {
    let today = Number::from_float(environment.now()).ok()?.floor().truncated().ok()?;
    Date::from_serial(today).ok().map(|date| date.year)
}
