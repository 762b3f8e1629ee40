//! Changing cells: what is typed and cleared. Every way goes through [`deeds::apply_as`].

use super::calls;
use super::deeds;
use super::job::{self, Task};
use super::presentation::{self, Spot};
use super::units;
use super::vocabulary::{BookVocabulary, dialect};
use super::writing;
use super::{ChangeSet, Environment, Refusal, Session};
use crate::base::{Address, Place, Range, Region, SheetId};
use crate::book::{Book, Content, FormulaReader, Unit};
use crate::calc::{Calculator, CellSet};
use crate::edit::{Change, Deed, DeedKind, Effect, entry};
use crate::syntax::Severity;
use crate::value::moment::Date;
use crate::value::{Number, Value};

/// The number format of cells that hold text whatever is typed.
const TEXT_FORMAT: &str = "@";

impl Session {
    /// Applies a change, recalculates what depends on it, and gives what to draw anew. What undo calls it is told from the
    /// change.
    pub fn apply(&mut self, change: Change) -> Result<ChangeSet, Refusal> {
        let deed = Deed::of(&change, &self.book);
        deeds::apply_as(self, deed, change)
    }

    /// Takes back the newest change; `None` when there is none.
    pub fn undo(&mut self) -> Option<ChangeSet> {
        if self.can_undo() { job::finish(self, Task::Undo).ok() } else { None }
    }

    /// Makes the last undone change again; `None` when there is none.
    pub fn redo(&mut self) -> Option<ChangeSet> {
        if self.can_redo() { job::finish(self, Task::Redo).ok() } else { None }
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        self.history.to_undo().is_some()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        self.history.to_redo().is_some()
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

    /// Enters text in a cell as if it were typed there. Brackets and quotes that a formula lacks only at its end are added;
    /// one that cannot be read is refused.
    pub fn enter(&mut self, place: Place, text: &str) -> Result<ChangeSet, Refusal> {
        let Err(refusal) = self.check(place, text) else { return self.put(place, text) };
        let closed = writing::closed(self, text);
        self.check(place, &closed).map_err(|_| refusal)?;
        self.put(place, &closed)
    }

    /// Puts text in a cell as if it were typed there. A formula that cannot be read is kept as it is and shows an error.
    pub fn put(&mut self, place: Place, text: &str) -> Result<ChangeSet, Refusal> {
        self.put_all(place.sheet, &[(place.address, text)])
    }

    /// Puts texts in cells of a sheet as if each were typed there, all of them undone together.
    pub fn put_all(&mut self, sheet: SheetId, texts: &[(Address, &str)]) -> Result<ChangeSet, Refusal> {
        let change = entries(self, sheet, texts)?;
        self.apply(change)
    }

    /// Empties the cells of regions, all of them undone together.
    pub fn clear(&mut self, regions: &[Region]) -> Result<ChangeSet, Refusal> {
        let write = |region: &Region| {
            let cells = self.book.sheet(region.sheet).map_or_else(Vec::new, |sheet| sheet.own_cells(region.range));
            let cells = cells.into_iter().map(|address| (address, Content::Blank)).collect();
            Change::Write { sheet: region.sheet, cells }
        };
        let mut writes: Vec<Change> = regions.iter().map(write).collect();
        let change = if writes.len() == 1 { writes.remove(0) } else { Change::Batch(writes) };
        if regions.is_empty() {
            return Ok(ChangeSet::default());
        }
        deeds::apply_as(self, Deed::everywhere(DeedKind::Cleared, regions), change)
    }

    pub(super) fn check_length(&self, text: &str) -> Result<(), Refusal> {
        if entry::is_too_long(text) { Err(Refusal::of_length(self.locale)) } else { Ok(()) }
    }
}

/// The change that puts texts in cells of a sheet as if each were typed there.
pub fn entries(session: &Session, sheet: SheetId, texts: &[(Address, &str)]) -> Result<Change, Refusal> {
    let mut reader = FormulaReader::new(dialect(session.locale));
    read_entries(session, sheet, texts.iter().copied(), &mut reader)
}

/// Does the same as [`entries`] for some of many texts; formulas that repeat those read before share their trees.
pub(super) fn read_entries(
    session: &Session,
    sheet: SheetId,
    texts: impl Iterator<Item = (Address, impl AsRef<str>)>,
    reader: &mut FormulaReader,
) -> Result<Change, Refusal> {
    let (mut cells, mut areas) = (Vec::new(), Vec::new());
    let styles = session.book.sheet(sheet).map(|sheet| &sheet.styles);
    let language = (session.locale, year(session.environment.as_ref()));
    for (address, text) in texts {
        session.check_length(text.as_ref())?;
        let place = address.on(sheet);
        let typed = entry::typed(text.as_ref(), place, language, &BookVocabulary(&session.book), reader);
        let typed = if is_text(&session.book, place) { as_text(text.as_ref(), typed) } else { typed };
        let typed = in_context(&session.book, place, typed);
        cells.push((address, typed.content));
        let styled = |code| styles.and_then(|styles| styles.with_number_format(address, Some(code)));
        areas.extend(typed.format.map(|code| (Range::cell(address), styled(code))));
    }
    let write = Change::Write { sheet, cells };
    Ok(match areas.is_empty() {
        true => write,
        false => Change::Batch(vec![write, Change::Format { sheet, areas }]),
    })
}

/// Shows the book as it would be after a change, and puts everything back. Only what the change reaches is calculated, there
/// and back. Undo and redo know nothing of it, and neither does the revision.
pub fn suppose<T>(session: &mut Session, change: Change, read: impl FnOnce(&Session) -> T) -> Result<T, Refusal> {
    let revision = session.revision;
    let (inverse, _) = job::make_aside(session, change)?;
    let found = read(session);
    let restored = job::make_aside(session, inverse);
    session.revision = revision;
    restored.map(|_| found)
}

/// What a change was seen to touch.
#[derive(Default)]
pub(super) struct Seen {
    written: CellSet,
    dressed: Vec<Region>,
    redrawn: Vec<SheetId>,
    sheets: bool,
}

impl Seen {
    /// Takes note of what a change touched, and lets the calculator know.
    pub fn take(&mut self, book: &Book, effect: Effect, calculator: &mut Calculator) {
        match effect {
            Effect::Written(written) => {
                written.keys().for_each(|place| self.written.add(*place));
                calculator.note_written(book, &written);
            }
            Effect::Dressed(regions) => self.dressed.extend(regions),
            Effect::Shifted(shift) => {
                self.written.shift(&shift);
                self.dressed = self.dressed.iter().filter_map(|region| shift.region(*region)).collect();
                self.redrawn.push(shift.sheet);
                calculator.note_shifted(book, &shift);
            }
            Effect::Hidden(sheet, rows) => {
                self.redrawn.push(sheet);
                let regions = rows.into_iter().map(|(first, last)| Range::rows_between(first, last).on(sheet));
                regions.for_each(|region| calculator.note_looks(region));
            }
            Effect::Redrawn(sheet) => self.redrawn.push(sheet),
            Effect::Aside => {}
            Effect::Names | Effect::Circles => calculator.note_everything(),
            Effect::Sheets => {
                self.sheets = true;
                calculator.note_everything();
            }
        }
    }

    /// What is to be drawn anew, with cells whose value changed.
    pub fn change_set(self, revision: u64, changed: &CellSet) -> ChangeSet {
        let mut cells = self.written;
        changed.spans().for_each(|span| _ = cells.insert(span));
        let cells = cells.spans().map(|span| span.region()).chain(self.dressed).collect();
        ChangeSet { revision, cells, moved: self.redrawn, sheets: self.sheets }
    }
}

/// Whether a cell's format says that what is typed there is text.
fn is_text(book: &Book, place: Place) -> bool {
    let format = book.sheet(place.sheet).and_then(|sheet| sheet.styles.number_format(place.address));
    format.is_some_and(|code| &**code == TEXT_FORMAT)
}

/// What is typed as the text that it is; a formula stays one.
fn as_text(text: &str, typed: entry::Typed) -> entry::Typed {
    match typed.content {
        Content::Value(Value::Number(_) | Value::Boolean(_)) => {
            entry::Typed { content: Content::Value(Value::text(text)), format: None }
        }
        _ => typed,
    }
}

/// A report table decides how its figures look, and a percent typed into a column of percents is that many of them.
pub(super) fn in_context(book: &Book, place: Place, typed: entry::Typed) -> entry::Typed {
    let Some(sheet) = book.sheet(place.sheet) else { return typed };
    let own_format = sheet.styles.number_format(place.address).is_some();
    let Some(Spot::Figure(table, row, column)) = presentation::spot(sheet, place.address) else {
        return if own_format { entry::Typed { format: None, ..typed } } else { typed };
    };
    let is_percent = typed.format.as_ref().is_some_and(|code| code.ends_with('%'));
    let content = match typed.content {
        Content::Value(Value::Number(number)) if is_percent && table.unit_of(row, column) == Unit::Percent => {
            Content::Value(number.times(Number::from(100)).map_or_else(Value::Error, Value::Number))
        }
        Content::Value(Value::Number(number)) => {
            Content::Value(Value::Number(units::typed(sheet, place.address, number)))
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
