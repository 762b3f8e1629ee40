//! What values cells take: lists and limits, why another value is refused or warned of, and the cells that hold one.

use std::collections::HashSet;

use super::protection::change;
use super::refusal::worded;
use super::{ChangeSet, Deed, DeedKind, Refusal, RefusalKind, Session, deeds, presentation, protection};
use crate::base::{Address, Place, Region, SheetId};
use crate::book::{Allowed, Book, Content, List, Measure, Validation};
use crate::display::{Format, Locale, general, read_in_year};
use crate::syntax::Expression;
use crate::value::{Number, Value};

/// The most values that a list offers.
pub const MOST_OFFERED: usize = 1_000;
/// The most cells that are told of.
pub const MOST_FOUND: usize = 500;
/// The most values that a refusal names.
const MOST_NAMED: usize = 6;
/// The most places that a refusal names.
const MOST_PLACES: usize = 5;

/// What a rule asks for, as a person writes it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// What sort of rule it is.
    pub kind: AskedKind,
    /// The list: values with `;` between them, cells, or a name.
    pub list: String,
    /// The least; blank for none.
    pub least: String,
    /// The greatest; blank for none.
    pub most: String,
    /// Whether other values are refused, and not only warned of.
    pub is_strict: bool,
    /// What to tell who writes another value.
    pub message: String,
}

/// Sorts of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AskedKind {
    /// Any value is taken.
    #[default]
    Anything,
    /// One of a list.
    List,
    /// Within limits.
    Within(Measure),
}

/// A list that is not there any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone;

/// The values that can be chosen in a cell; `None` where it has no list.
pub fn choices(session: &Session, place: Place) -> Option<Result<Vec<String>, Gone>> {
    match session.book.sheet(place.sheet)?.rules.validation(place.address)?.allowed.as_ref()? {
        Allowed::List(list) => Some(offered(&session.book, list, place.sheet, session.locale).ok_or(Gone)),
        Allowed::Within { .. } => None,
    }
}

/// The rule of a cell as a person writes it.
pub fn asked(session: &Session, place: Place) -> Asked {
    let rule = session.book.sheet(place.sheet).and_then(|sheet| sheet.rules.validation(place.address));
    let Some(Validation { allowed: Some(allowed), is_strict, message, .. }) = rule else {
        return Asked { is_strict: true, ..Asked::default() };
    };
    let mut asked = Asked { is_strict: *is_strict, message: message.clone(), ..Asked::default() };
    match allowed {
        Allowed::List(list) => {
            asked.kind = AskedKind::List;
            asked.list = match list {
                List::Texts(texts) => texts.join("; "),
                List::Cells(Some(region)) => deeds::cells_name(session, *region, place.sheet),
                List::Cells(None) => String::new(),
                List::Name(name) => name.to_string(),
            };
        }
        Allowed::Within { measure, least, most } => {
            asked.kind = AskedKind::Within(*measure);
            let written = |limit: &Option<Number>| limit.map(|limit| limit_text(*measure, limit, session.locale));
            (asked.least, asked.most) = (written(least).unwrap_or_default(), written(most).unwrap_or_default());
        }
    }
    asked
}

/// Makes a rule for the cells of regions of one sheet. Refused where it cannot be read.
pub fn set(session: &mut Session, regions: &[Region], asked: &Asked) -> Result<ChangeSet, Refusal> {
    let Some(sheet) = regions.first().map(|region| region.sheet) else { return Ok(ChangeSet::default()) };
    if protection::reason(session, sheet).is_some() {
        return Err(protection::refusal_of_sheet(session, sheet));
    }
    let allowed = read(session, sheet, asked)?;
    let kind = if allowed.is_some() { DeedKind::Validated } else { DeedKind::Unvalidated };
    change(session, sheet, Deed::everywhere(kind, regions), |rules| {
        for region in regions {
            let (allowed, message) = (allowed.clone(), asked.message.trim().to_owned());
            rules.set_validation(Validation { range: region.range, allowed, is_strict: asked.is_strict, message });
        }
    })
}

/// The filled cells of the book whose value breaks their rule, sheet by sheet, and whether there may be more.
pub fn breaches(session: &Session) -> (Vec<Place>, bool) {
    let mut found = Vec::new();
    for sheet in &session.book.sheets {
        let Some(used) = sheet.used() else { continue };
        let mut here: Vec<Address> = Vec::new();
        for rule in &sheet.rules.validations {
            let Some(range) = rule.range.intersection(used) else { continue };
            let tester = Tester::of(session, sheet.id, rule);
            sheet.visit(range, &mut |cell, value| {
                let is_own = || sheet.rules.validation(cell).is_some_and(|own| std::ptr::eq(own, rule));
                if here.len() <= MOST_FOUND && !tester.allows(value) && is_own() {
                    here.push(cell);
                }
            });
        }
        here.sort_unstable();
        here.dedup();
        found.extend(here.into_iter().map(|cell| cell.on(sheet.id)));
    }
    let is_full = found.len() > MOST_FOUND;
    found.truncate(MOST_FOUND);
    (found, is_full)
}

/// Why a cell's value breaks its rule, in a sentence; `None` where it does not.
pub fn breach(session: &Session, place: Place) -> Option<String> {
    let rule = session.book.sheet(place.sheet)?.rules.validation(place.address)?;
    let value = session.book.value(place);
    (!Tester::of(session, place.sheet, rule).allows(&value)).then(|| reason(session, place, rule, &value))
}

/// What to warn of after a change: cells with values that their rules warn of.
pub fn warning(session: &Session, changes: &ChangeSet) -> Option<String> {
    let (mut places, mut testers) = (Vec::new(), Testers::default());
    for region in &changes.cells {
        let Some(sheet) = session.book.sheet(region.sheet).filter(|sheet| !sheet.rules.validations.is_empty()) else {
            continue;
        };
        let Some(range) = sheet.used().and_then(|used| used.intersection(region.range)) else { continue };
        sheet.visit(range, &mut |cell, value| {
            let rule = sheet.rules.validation(cell).filter(|rule| !rule.is_strict && places.len() <= MOST_PLACES);
            let is_typed = sheet.formulas.at(cell).is_none();
            if is_typed && rule.is_some_and(|rule| !testers.allows(session, region.sheet, rule, value)) {
                places.push(cell.on(region.sheet));
            }
        });
    }
    match places[..] {
        [] => None,
        [place] => breach(session, place),
        _ => Some(several(session, &places)),
    }
}

/// Refuses values that the rules of their cells refuse.
pub(super) fn check(session: &Session, sheet: SheetId, cells: &[(Address, Content)]) -> Result<(), Refusal> {
    let Some(rules) = session.book.sheet(sheet).map(|sheet| &sheet.rules).filter(|rules| !rules.validations.is_empty())
    else {
        return Ok(());
    };
    let (mut broken, mut testers): (Vec<(Place, &Validation, &Value)>, _) = (Vec::new(), Testers::default());
    for (cell, content) in cells {
        let (Some(rule), Content::Value(value)) = (rules.validation(*cell), content) else { continue };
        if rule.is_strict && broken.len() <= MOST_PLACES && !testers.allows(session, sheet, rule, value) {
            broken.push((cell.on(sheet), rule, value));
        }
    }
    match broken[..] {
        [] => Ok(()),
        [(place, rule, value)] => {
            let list = matches!(rule.allowed, Some(Allowed::List(_)));
            let hint = list.then(|| worded(session.locale, "Alt+Nedåt visar listan.", "Alt+Down shows the list."));
            Err(refused(reason(session, place, rule, value), hint))
        }
        _ => {
            let places: Vec<Place> = broken.iter().map(|(place, ..)| *place).collect();
            let hint = worded(session.locale, "Inget har ändrats.", "Nothing was changed.");
            Err(refused(several(session, &places), Some(hint)))
        }
    }
}

fn refused(reason: String, hint: Option<String>) -> Refusal {
    Refusal { kind: RefusalKind::NotAllowed, reason, hint, span: None }
}

/// A rule, ready to look at many values.
struct Tester<'a> {
    rule: &'a Validation,
    /// The values of its list in small letters; `None` where it has none, or where that is gone.
    listed: Option<HashSet<String>>,
    locale: Locale,
}

impl<'a> Tester<'a> {
    fn of(session: &Session, sheet: SheetId, rule: &'a Validation) -> Self {
        let offered = match &rule.allowed {
            Some(Allowed::List(list)) => offered(&session.book, list, sheet, session.locale),
            _ => None,
        };
        let listed = offered.map(|offered| offered.iter().map(|text| text.to_lowercase()).collect());
        Self { rule, listed, locale: session.locale }
    }

    /// Whether the rule takes a value. Nothing is taken everywhere, and a list that is gone takes everything.
    fn allows(&self, value: &Value) -> bool {
        let within = |number: &Number, least: &Option<Number>, most: &Option<Number>| {
            least.is_none_or(|least| *number >= least) && most.is_none_or(|most| *number <= most)
        };
        match (&self.rule.allowed, value) {
            (None, _) | (_, Value::Blank) => true,
            (Some(Allowed::List(_)), value) => {
                let text = || general(value, self.locale).to_lowercase();
                self.listed.as_ref().is_none_or(|listed| listed.contains(&text()))
            }
            (Some(Allowed::Within { measure: Measure::Length, least, most }), value) => {
                within(&Number::from(general(value, self.locale).chars().count() as i64), least, most)
            }
            (Some(Allowed::Within { measure, least, most }), Value::Number(number)) => {
                (*measure != Measure::Whole || number.floor() == *number) && within(number, least, most)
            }
            (Some(Allowed::Within { .. }), _) => false,
        }
    }
}

/// Rules made ready, each once.
#[derive(Default)]
struct Testers<'a>(Vec<Tester<'a>>);

impl<'a> Testers<'a> {
    fn allows(&mut self, session: &Session, sheet: SheetId, rule: &'a Validation, value: &Value) -> bool {
        let known = self.0.iter().position(|tester| std::ptr::eq(tester.rule, rule));
        let at = known.unwrap_or_else(|| {
            self.0.push(Tester::of(session, sheet, rule));
            self.0.len() - 1
        });
        self.0[at].allows(value)
    }
}

/// The values of a list; `None` when it is gone.
fn offered(book: &Book, list: &List, sheet: SheetId, locale: Locale) -> Option<Vec<String>> {
    let region = match list {
        List::Texts(texts) => return Some(texts.iter().map(|text| text.to_string()).collect()),
        List::Cells(region) => (*region)?,
        List::Name(name) => match &**book.names.find(name, sheet)? {
            Expression::Reference(reference) => reference.resolve(Place::default())?,
            _ => return None,
        },
    };
    let cells = book.sheet(region.sheet)?;
    let mut found: Vec<String> = Vec::new();
    cells.visit(region.range, &mut |cell, value| {
        if found.len() < MOST_OFFERED {
            let text = presentation::text(cells, cell, value, presentation::spot(cells, cell).as_ref(), locale);
            found.extend((!found.contains(&text)).then_some(text));
        }
    });
    Some(found)
}

/// Reads a rule as a person wrote it.
fn read(session: &Session, sheet: SheetId, asked: &Asked) -> Result<Option<Allowed>, Refusal> {
    let wrong = |swedish, english| Err(refused(worded(session.locale, swedish, english), None));
    match asked.kind {
        AskedKind::Anything => Ok(None),
        AskedKind::List => match read_list(session, sheet, asked.list.trim()) {
            Some(list) => Ok(Some(Allowed::List(list))),
            None => wrong(
                "Skriv listans värden med semikolon emellan, eller var de står, som A2:A9.",
                "Write the values of the list with semicolons between them, or where they stand, as A2:A9.",
            ),
        },
        AskedKind::Within(measure) => {
            let limits = [&asked.least, &asked.most].map(|text| read_limit(session, measure, text));
            match limits {
                [Some(None), Some(None)] => wrong("Skriv minst en gräns.", "Write one limit at least."),
                [Some(Some(least)), Some(Some(most))] if least > most => {
                    wrong("Den minsta gränsen är större än den största.", "The least limit is above the greatest.")
                }
                [Some(least), Some(most)] => Ok(Some(Allowed::Within { measure, least, most })),
                _ => wrong("En gräns går inte att läsa.", "A limit cannot be read."),
            }
        }
    }
}

fn read_list(session: &Session, sheet: SheetId, text: &str) -> Option<List> {
    let text = text.strip_prefix('=').unwrap_or(text);
    if !text.contains(';') {
        if session.book.names.find(text, sheet).is_some() {
            return Some(List::Name(text.into()));
        }
        if let Some(region) = session.find_place(sheet, &text.replace('$', "")) {
            return Some(List::Cells(Some(region)));
        }
    }
    let texts: Vec<std::rc::Rc<str>> =
        text.split(';').map(str::trim).filter(|text| !text.is_empty()).map(Into::into).collect();
    (!texts.is_empty()).then_some(List::Texts(texts))
}

/// A limit; the outer `None` where it cannot be read.
fn read_limit(session: &Session, measure: Measure, text: &str) -> Option<Option<Number>> {
    if text.trim().is_empty() {
        return Some(None);
    }
    let year = super::editing::year(session.environment.as_ref());
    let number = match read_in_year(text.trim(), session.locale, year).into_value() {
        Value::Number(number) => number,
        _ => return None,
    };
    let fits = match measure {
        Measure::Length => !number.is_negative() && number.floor() == number,
        Measure::Whole => number.floor() == number,
        Measure::Number | Measure::Date => true,
    };
    fits.then_some(Some(number))
}

fn limit_text(measure: Measure, limit: Number, locale: Locale) -> String {
    let value = Value::Number(limit);
    match Format::parse("yyyy-mm-dd").ok().filter(|_| measure == Measure::Date) {
        Some(format) => format.render(&value, locale).text,
        None => general(&value, locale),
    }
}

/// Why a value breaks a rule: somebody's own words, or what is taken.
fn reason(session: &Session, place: Place, rule: &Validation, value: &Value) -> String {
    let locale = session.locale;
    let cell = place.address;
    let shown = general(value, locale);
    let taken = if rule.message.is_empty() { taken(session, place.sheet, rule) } else { rule.message.clone() };
    worded(locale, &format!("{cell} tar inte {shown}. {taken}"), &format!("{cell} does not take {shown}. {taken}"))
}

/// What a rule takes, in a sentence.
fn taken(session: &Session, sheet: SheetId, rule: &Validation) -> String {
    let locale = session.locale;
    match &rule.allowed {
        Some(Allowed::List(list)) => {
            let offered = offered(&session.book, list, sheet, locale).unwrap_or_default();
            let more = if offered.len() > MOST_NAMED { " …" } else { "" };
            let named = offered.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
            worded(locale, &format!("I listan står: {named}{more}."), &format!("The list has: {named}{more}."))
        }
        Some(Allowed::Within { measure, least, most }) => {
            let what = match measure {
                Measure::Number => ("ett tal", "a number"),
                Measure::Whole => ("ett heltal", "a whole number"),
                Measure::Date => ("ett datum", "a date"),
                Measure::Length => ("en text med så många tecken", "a text of so many characters"),
            };
            let text = |limit: &Number| limit_text(*measure, *limit, locale);
            let limits = match (least.as_ref().map(text), most.as_ref().map(text)) {
                (Some(least), Some(most)) => {
                    (format!("mellan {least} och {most}"), format!("between {least} and {most}"))
                }
                (Some(least), None) => (format!("minst {least}"), format!("at least {least}")),
                (None, Some(most)) => (format!("högst {most}"), format!("at most {most}")),
                (None, None) => Default::default(),
            };
            worded(
                locale,
                &format!("Här ska stå {}: {}.", what.0, limits.0),
                &format!("It takes {}: {}.", what.1, limits.1),
            )
        }
        None => String::new(),
    }
}

/// Several cells whose values break their rules.
fn several(session: &Session, places: &[Place]) -> String {
    let seen = places.first().map_or(SheetId::default(), |place| place.sheet);
    let named: Vec<String> =
        places.iter().take(MOST_PLACES).map(|place| deeds::cells_name(session, Region::cell(*place), seen)).collect();
    let more = if places.len() > MOST_PLACES { " …" } else { "" };
    let named = format!("{}{more}", named.join(", "));
    worded(
        session.locale,
        &format!("Värdena bryter mot reglerna för cellerna {named}"),
        &format!("The values break the rules of the cells {named}"),
    )
}

#[cfg(test)]
mod tests;
