//! Why a cell shows an error: the cell where it began, the way there, and the reason in words.

use std::collections::HashSet;

use super::Session;
use super::calls::{expected, meant, unknown_function};
use super::refusal::worded;
use crate::base::{Address, Place, Region};
use crate::book::SpillState;
use crate::calc::{blame, circle_of};
use crate::display::{Locale, general};
use crate::eval::blame::{Blame, Fault};
use crate::syntax::quoted_sheet_name;
use crate::value::{CellError, Value};

/// The most cells that an error is followed through.
const MAX_CELLS: usize = 100_000;
/// The most cells of a circle that are named.
const MAX_NAMED: usize = 8;

/// Where an error began and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Cause {
    /// The cell where it began.
    pub origin: Place,
    /// The cells from the one asked about to the origin, both included.
    pub path: Vec<Place>,
    /// Why it began.
    pub reason: Reason,
}

/// Why an error began in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// The cell's formula cannot be calculated.
    Formula(Fault),
    /// The formula depends on its own result, through these cells.
    Circular(Vec<Place>),
    /// An array finds no room; the first cell in its way.
    Blocked(Option<Place>),
    /// The cell holds the error itself, without a formula.
    Entered(CellError),
}

/// Why a cell shows an error; `None` when it shows none.
pub fn why(session: &Session, place: Place) -> Option<Cause> {
    session.book.value(place).as_error()?;
    let (mut path, mut seen) = (vec![place], HashSet::from([place]));
    let mut origin = place;
    while path.len() < MAX_CELLS {
        match begin(session, origin)? {
            Found::Here(reason) => return Some(Cause { origin, path, reason }),
            Found::There(next) if seen.insert(next) => {
                path.push(next);
                origin = next;
            }
            Found::There(_) => break,
        }
    }
    Some(Cause { origin, path, reason: Reason::Formula(Fault::Other(None)) })
}

/// Where the search for an error goes on.
enum Found {
    Here(Reason),
    There(Place),
}

/// Why a cell has its error, or which cell it has it from.
fn begin(session: &Session, place: Place) -> Option<Found> {
    let error = session.book.value(place).as_error()?;
    let sheet = session.book.sheet(place.sheet)?;
    if let Some(spill) = sheet.spills.filling(place.address) {
        let anchor = spill.anchor.on(place.sheet);
        let formula = session.book.formula(anchor)?;
        let (world, own) = (session.world(), session.book.value(anchor).as_error() == Some(error));
        return Some(match own {
            true => Found::There(anchor),
            false => found(crate::calc::blame_for(&session.book, &world, (anchor, &formula.expression), error)),
        });
    }
    if session.book.formula(place).is_none() {
        return Some(Found::Here(Reason::Entered(error)));
    }
    let state = sheet.spills.at(place.address).map(|spill| spill.state);
    if state == Some(SpillState::Blocked) && error == CellError::Spill {
        return Some(Found::Here(Reason::Blocked(in_the_way(session, place))));
    }
    if error == CellError::Circular {
        let circle = circle_of(&session.book, place);
        if !circle.is_empty() || state == Some(SpillState::Circular) {
            return Some(Found::Here(Reason::Circular(circle)));
        }
    }
    blame(&session.book, &session.world(), place).map(found)
}

fn found(blame: Blame) -> Found {
    match blame {
        Blame::Cell(next) => Found::There(next),
        Blame::Fault(fault) => Found::Here(Reason::Formula(fault)),
    }
}

/// The first cell that an array without room finds filled.
fn in_the_way(session: &Session, anchor: Place) -> Option<Place> {
    let sheet = session.book.sheet(anchor.sheet)?;
    let range = sheet.spills.at(anchor.address)?.range;
    let mut first: Option<Address> = None;
    sheet.visit(range, &mut |cell, _| {
        if cell != anchor.address && first.is_none_or(|first| cell < first) {
            first = Some(cell);
        }
    });
    first.map(|cell| cell.on(anchor.sheet))
}

impl Cause {
    /// The reason in a sentence, with the cell where it began when that is another one than was asked about.
    pub fn text(&self, session: &Session, locale: Locale) -> String {
        let from = self.path.first().copied().unwrap_or(self.origin);
        let words = Wording { session, locale, from };
        let reason = words.reason(&self.reason);
        if self.origin == from { reason } else { format!("{}: {reason}", words.place(self.origin)) }
    }
}

/// How things are called in a language, as seen from a cell.
#[derive(Clone, Copy)]
struct Wording<'a> {
    session: &'a Session,
    locale: Locale,
    from: Place,
}

impl Wording<'_> {
    fn say(self, swedish: &str, english: &str) -> String {
        worded(self.locale, swedish, english)
    }

    /// A region, with its sheet when that is another one.
    fn region(self, region: Region) -> String {
        let cells = if region.range.is_cell() { region.range.first.to_string() } else { region.range.to_string() };
        match self.session.book.sheet(region.sheet).filter(|sheet| sheet.id != self.from.sheet) {
            Some(sheet) => format!("{}!{cells}", quoted_sheet_name(&sheet.name)),
            None => cells,
        }
    }

    fn place(self, place: Place) -> String {
        self.region(crate::base::Range::cell(place.address).on(place.sheet))
    }

    fn value(self, value: &Value) -> String {
        match value {
            Value::Blank => self.say("en tom cell", "an empty cell"),
            Value::Text(text) => format!("\"{text}\""),
            value => general(value, self.locale),
        }
    }

    fn reason(self, reason: &Reason) -> String {
        match reason {
            Reason::Formula(fault) => self.fault(fault),
            Reason::Circular(cells) => {
                let named: Vec<String> = cells.iter().take(MAX_NAMED).map(|cell| self.place(*cell)).collect();
                let more = if cells.len() > MAX_NAMED { " → …" } else { "" };
                let way = if named.is_empty() { String::new() } else { format!(": {}{more}", named.join(" → ")) };
                self.say(&format!("Formeln beror på sig själv{way}"), &format!("The formula depends on itself{way}"))
            }
            Reason::Blocked(Some(cell)) => {
                let cell = self.place(*cell);
                self.say(&format!("{cell} är i vägen för resultatet"), &format!("{cell} is in the way of the result"))
            }
            Reason::Blocked(None) => self.say("Resultatet får inte plats", "There is no room for the result"),
            Reason::Entered(_) => {
                self.say("Felet står i cellen utan någon formel", "The error stands in the cell without a formula")
            }
        }
    }

    fn fault(self, fault: &Fault) -> String {
        match fault {
            Fault::Division { divisor } => self.division(*divisor),
            Fault::Text { .. } => self.text(fault),
            Fault::NotFound { wanted, within } => {
                let wanted = self.value(wanted);
                match within.map(|region| self.region(region)) {
                    Some(cells) => {
                        self.say(&format!("{wanted} finns inte i {cells}"), &format!("{wanted} is not in {cells}"))
                    }
                    None => self.say(&format!("{wanted} hittades inte"), &format!("{wanted} was not found")),
                }
            }
            Fault::Deleted => {
                self.say("Formeln hänvisar till celler som inte finns", "The formula refers to cells that do not exist")
            }
            Fault::UnknownName(name) => {
                self.say(&format!("Namnet {name} finns inte"), &format!("There is no name {name}"))
            }
            Fault::UnknownFunction(name) => {
                let hint = meant(name, self.locale).map(|hint| format!(". {hint}")).unwrap_or_default();
                format!("{}{hint}", unknown_function(name, self.locale))
            }
            Fault::Miscounted(called, count) => {
                format!("{}: {}", expected(called.0, *count, self.locale), called.0.syntax_in(self.locale))
            }
            Fault::NoNumbers(..) | Fault::OutOfRange(_) | Fault::Other(_) => self.of_function(fault),
            Fault::Unreadable => self.say("Formeln går inte att läsa", "The formula cannot be read"),
            Fault::Written(error) => {
                let code = general(&Value::Error(*error), self.locale);
                self.say(&format!("Formeln ger själv {code}"), &format!("The formula itself gives {code}"))
            }
            Fault::Disjoint => self.say("Områdena har ingen gemensam cell", "The ranges share no cell"),
        }
    }

    fn division(self, divisor: Option<Place>) -> String {
        let Some(place) = divisor else {
            return self.say("Division med noll", "Division by zero");
        };
        let cell = self.place(place);
        match self.session.book.value(place) {
            Value::Blank => {
                self.say(&format!("Division med noll: {cell} är tom"), &format!("Division by zero: {cell} is empty"))
            }
            _ => self.say(&format!("Division med noll: {cell} är 0"), &format!("Division by zero: {cell} is 0")),
        }
    }

    fn text(self, fault: &Fault) -> String {
        let Fault::Text { text, cell, argument } = fault else { return String::new() };
        let text = self.value(text);
        let where_it_stands = match cell.map(|cell| self.place(cell)) {
            Some(cell) => self.say(&format!("{text} i {cell}"), &format!("{text} in {cell}")),
            None => text,
        };
        let argument = argument.as_ref().and_then(|(called, index)| {
            let name = called.0.parameter(*index)?.name;
            let (swedish, english) = (called.0.swedish, called.0.name);
            Some(self.say(&format!(" ({} i {swedish})", name.swedish), &format!(" ({} in {english})", name.english)))
        });
        let argument = argument.unwrap_or_default();
        self.say(
            &format!("{where_it_stands} är text, men ett tal behövs{argument}"),
            &format!("{where_it_stands} is text, but a number is needed{argument}"),
        )
    }

    fn of_function(self, fault: &Fault) -> String {
        match fault {
            Fault::NoNumbers(called, within) => {
                let name = called.0.name_in(self.locale);
                let cells = within.map(|region| self.region(region));
                let (swedish, english) = match &cells {
                    Some(cells) => (format!(" i {cells}"), format!(" in {cells}")),
                    None => Default::default(),
                };
                self.say(
                    &format!("{name} har för få tal att räkna med{swedish}"),
                    &format!("{name} has too few numbers to work with{english}"),
                )
            }
            Fault::OutOfRange(Some(called)) => {
                let name = called.0.name_in(self.locale);
                self.say(
                    &format!("{name} fick ett tal utanför det tillåtna, eller fann inget svar"),
                    &format!("{name} got a number outside its limits, or found no answer"),
                )
            }
            Fault::OutOfRange(None) => self.say(
                "Talet blir för stort, eller går inte att räkna ut",
                "The number is too large, or cannot be calculated",
            ),
            Fault::Other(Some(called)) => {
                let name = called.0.name_in(self.locale);
                self.say(
                    &format!("{name} kan inte räkna med det som står här"),
                    &format!("{name} cannot calculate with what it was given"),
                )
            }
            _ => self.say("Formeln går inte att räkna ut", "The formula cannot be calculated"),
        }
    }
}
