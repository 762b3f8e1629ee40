//! Why a cell shows what it shows: its formula worked out, the cells that it comes from and goes to, where each of them
//! has its value from and when it was changed last.

mod hint;

use super::presentation::{Spot, spot, unit_word};
use super::why::why;
use super::{Label, Session, deeds};
use crate::audit::label::label;
use crate::audit::steps::{literal, work_out};
use crate::audit::tracing::{Way, steps};
use crate::base::{Place, Region, SheetId};
use crate::book::Content;
use crate::display::{Format, editable};
use crate::edit::past::{self, past};
use crate::syntax::Expression;
use crate::value::{Number, Value};

/// The most cells of a step that are told of.
pub const MOST_LISTED: usize = 60;
/// A range of so few cells is told of cell by cell.
const FEW: u64 = 12;

/// Why a cell shows what it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The cell.
    pub cell: Source,
    /// How its formula gives its value; `None` where it has none.
    pub formula: Option<Derivation>,
    /// Why it is an error, if it is one.
    pub fault: Option<Trouble>,
    /// The cells that it comes from, step by step.
    pub precedents: Steps,
    /// The formulas that use it, step by step.
    pub dependents: Steps,
}

/// Cells step by step from a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Steps {
    /// The cells of each step.
    pub steps: Vec<Vec<Source>>,
    /// Whether there is a step more.
    pub goes_on: bool,
}

/// How a formula gives its value, in the session's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derivation {
    /// The formula.
    pub formula: String,
    /// The formula with values put in; `None` where that says nothing more.
    pub filled_in: Option<String>,
    /// Its parts and what they give, the innermost first.
    pub steps: Vec<(String, String)>,
}

/// Why a cell is an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Where it began.
    pub origin: Place,
    /// That cell by its address.
    pub address: String,
    /// The reason in a sentence.
    pub reason: String,
    /// What to do about it.
    pub hint: Option<String>,
}

/// Cells that a number comes from or goes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The cells.
    pub region: Region,
    /// Their address, with the sheet where that is another one.
    pub address: String,
    /// What they are called where they stand.
    pub label: Label,
    /// What is seen in them; of several, their sum.
    pub value: String,
    /// How many numbers are added up, where it is a sum.
    pub numbers: Option<u64>,
    /// The unit of their figures; empty without one.
    pub unit: String,
    /// Where they have their value from.
    pub origin: Origin,
    /// When they were changed last, as far as this session knows.
    pub change: Option<LastChange>,
    /// The single cells, where they are few.
    pub cells: Vec<Self>,
}

/// Where a cell has its value from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Nothing stands there.
    Empty,
    /// Typed in, or put there in another way, since the book was opened.
    Changed,
    /// It stood there when the book was opened.
    Opened,
    /// Calculated by a formula of its own.
    Calculated,
    /// Part of the array of another cell's formula.
    Array(Place),
    /// Several cells.
    Several,
}

/// The newest change of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastChange {
    /// What was done, in words.
    pub deed: String,
    /// What the cell held before; empty for nothing.
    pub before: String,
    /// What it holds since.
    pub after: String,
    /// Date and time of day.
    pub at: String,
    /// Who did it; empty where nobody said.
    pub author: String,
}

/// Explains a cell, with so many steps back and so many on.
pub fn explain(session: &Session, place: Place, (back, on): (usize, usize)) -> Explanation {
    let tell = Teller { session, seen: place.sheet };
    let mut explained = Explanation {
        cell: tell.source(Region::cell(place)),
        formula: derivation(session, place),
        fault: trouble(session, place),
        precedents: tell.steps(place, Way::Precedents, back),
        dependents: tell.steps(place, Way::Dependents, on),
    };
    date(session, &mut explained);
    explained
}

/// Date and time of day of a serial number, to the minute.
pub fn moment(session: &Session, at: f64) -> String {
    let value = Number::from_float(at).map(Value::Number).unwrap_or_default();
    Format::parse("yyyy-mm-dd hh:mm")
        .map_or_else(|_| String::new(), |format| format.render(&value, session.locale).text)
}

fn derivation(session: &Session, place: Place) -> Option<Derivation> {
    let formula = session.book.formula(place)?;
    let worked_out = work_out(&session.book, &session.world(), place, &formula.expression);
    let print = |part: &Expression| session.printed(part, place, session.locale);
    let written = format!("={}", print(&formula.expression));
    let filled_in = format!("={}", print(&worked_out.filled_in));
    let steps = worked_out.steps.iter().map(|step| (print(&step.part), print(&literal(&step.value))));
    Some(Derivation {
        filled_in: (filled_in != written).then_some(filled_in),
        steps: steps.collect(),
        formula: written,
    })
}

fn trouble(session: &Session, place: Place) -> Option<Trouble> {
    let cause = why(session, place)?;
    Some(Trouble {
        origin: cause.origin,
        address: deeds::cells_name(session, Region::cell(cause.origin), place.sheet),
        reason: cause.text(session, session.locale),
        hint: hint::hint(&cause.reason, session.locale),
    })
}

/// Tells of cells as seen from a sheet.
#[derive(Clone, Copy)]
struct Teller<'a> {
    session: &'a Session,
    seen: SheetId,
}

impl Teller<'_> {
    fn steps(self, place: Place, way: Way, count: usize) -> Steps {
        let mut found = steps(&self.session.book, Region::cell(place), way, count + 1);
        let goes_on = found.len() > count;
        found.truncate(count);
        let told = |step: Vec<Region>| step.into_iter().take(MOST_LISTED).map(|region| self.source(region)).collect();
        Steps { steps: found.into_iter().map(told).collect(), goes_on }
    }

    fn source(self, region: Region) -> Source {
        let (session, is_cell) = (self.session, region.range.is_cell());
        let summary = (!is_cell).then(|| session.summary(&[region], false));
        let numbers = summary.as_ref().map(|summary| summary.numbers);
        let value = summary.map_or_else(|| session.cell(region.first()).text, |summary| summary.sum);
        let cells = match is_cell {
            false if region.range.count() <= FEW => {
                region.range.cells().map(|cell| self.source(Region::cell(cell.on(region.sheet)))).collect()
            }
            _ => Vec::new(),
        };
        let address = deeds::cells_name(session, region, self.seen);
        let (label, unit, origin) = (self.label(region), self.unit(region.first()), self.origin(region));
        Source { region, address, label, value, numbers, unit, origin, change: None, cells }
    }

    /// What cells are called; of several, from the first to the last.
    fn label(self, region: Region) -> Label {
        let Some(sheet) = self.session.book.sheet(region.sheet) else { return Label::default() };
        let (first, last) = (
            label(sheet, region.range.first, self.session.locale),
            label(sheet, self.last_used(region), self.session.locale),
        );
        let joined = |one: String, other: String| {
            if one == other || other.is_empty() { one } else { format!("{one} – {other}") }
        };
        Label { row: joined(first.row, last.row), column: joined(first.column, last.column) }
    }

    fn last_used(self, region: Region) -> crate::base::Address {
        let used = self.session.book.sheet(region.sheet).and_then(crate::book::Sheet::used);
        used.and_then(|used| used.intersection(region.range)).map_or(region.range.first, |used| used.last)
    }

    fn unit(self, place: Place) -> String {
        let spot = self.session.book.sheet(place.sheet).and_then(|sheet| spot(sheet, place.address));
        match spot {
            Some(Spot::Figure(table, row, column)) => {
                unit_word(table.unit_of(row, column), self.session.locale).to_owned()
            }
            _ => String::new(),
        }
    }

    fn origin(self, region: Region) -> Origin {
        let place = region.first();
        let Some(sheet) = self.session.book.sheet(region.sheet).filter(|_| region.range.is_cell()) else {
            return Origin::Several;
        };
        match sheet.content(place.address) {
            Content::Formula(_) => Origin::Calculated,
            Content::Value(_) => Origin::Opened,
            Content::Blank => match sheet.spills.filling(place.address) {
                Some(spill) => Origin::Array(spill.anchor.on(place.sheet)),
                None => Origin::Empty,
            },
        }
    }
}

/// Puts in when each cell was changed last; the history is gone through once for all of them.
fn date(session: &Session, explained: &mut Explanation) {
    let mut sources: Vec<&mut Source> = Vec::new();
    let steps = explained.precedents.steps.iter_mut().chain(&mut explained.dependents.steps).flatten();
    for source in std::iter::once(&mut explained.cell).chain(steps) {
        if source.region.range.is_cell() { sources.push(source) } else { sources.extend(&mut source.cells) }
    }
    let places: Vec<Place> = sources.iter().map(|source| source.region.first()).collect();
    for (source, past) in sources.into_iter().zip(past(&session.history, &places)) {
        let Some(past) = past else { continue };
        if source.origin == Origin::Opened {
            source.origin = Origin::Changed;
        }
        source.change = Some(last_change(session, source.region.first(), &past));
    }
}

fn last_change(session: &Session, place: Place, past: &past::Past<'_>) -> LastChange {
    let before = match &past.before {
        Content::Blank => String::new(),
        Content::Value(value) => editable(value, session.locale),
        Content::Formula(formula) => format!("={}", session.printed(&formula.expression, place, session.locale)),
    };
    LastChange {
        deed: deeds::name(session, &past.step.deed, place.sheet),
        before,
        after: session.source(place),
        at: moment(session, past.step.at),
        author: past.step.author.to_string(),
    }
}

#[cfg(test)]
mod tests;
