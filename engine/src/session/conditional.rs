//! Looks that follow from what cells hold: asked for in a few words, listed, put in order, and given to cells that are drawn.

use super::refusal::{RefusalKind, worded};
use super::view::{CellView, Sign, Tone};
use super::vocabulary::BookVocabulary;
use super::{ChangeSet, Deed, DeedKind, Refusal, Session, deeds, protection};
use crate::base::{Place, Range, Region, SheetId};
use crate::book::{Comparison, ConditionalFormat, Formula, Signal, Style};
use crate::display::{Entry, editable, general, read_in_year};
use crate::edit::{Change, entry};
use crate::syntax::{Dialect, Expression, Shape, parse};
use crate::value::{Number, Value, order};

/// Cells that are looked at to tell how many a format would mark.
const MOST_LOOKED_AT: usize = 2_000;
/// A range of so many cells that is another one for each cell would be read over and over.
const MOST_READ: u64 = 10_000;

/// A conditional format as a person writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The cells, as an address or a range.
    pub range: String,
    /// What is asked of them.
    pub comparison: Comparison,
    /// What they are compared with: numbers, texts, or formulas after `=`.
    pub operands: [String; 2],
    /// What is seen.
    pub signal: Signal,
}

/// The level of a cell among three, or that it is as asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Best,
    Middle,
    Worst,
}

/// The conditional formats of a sheet as they were written, the one that has the last word first.
pub fn list(session: &Session, sheet: SheetId) -> Vec<Wish> {
    let formats = session.book.sheet(sheet).into_iter().flat_map(|sheet| &sheet.styles.conditional);
    let wish = |format: &ConditionalFormat| {
        let place = format.range.first.on(sheet);
        let mut written = format.operands.iter().map(|operand| written(session, place, &operand.expression));
        let operands = [written.next().unwrap_or_default(), written.next().unwrap_or_default()];
        let (comparison, signal) = (format.comparison, format.signal);
        Wish { range: format.range.to_string(), comparison, operands, signal }
    };
    formats.map(wish).collect()
}

/// Puts a conditional format first on a sheet, or in the place of another. Refused when it cannot be read.
pub fn put(session: &mut Session, sheet: SheetId, at: Option<usize>, wish: &Wish) -> Result<ChangeSet, Refusal> {
    let format = read(session, sheet, wish)?;
    let deed = Deed::cells(DeedKind::Conditional, format.range.on(sheet));
    change(session, (sheet, deed), move |formats| match at.and_then(|at| formats.get_mut(at)) {
        Some(old) => *old = format,
        None => formats.insert(0, format),
    })
}

/// Takes a conditional format away.
pub fn remove(session: &mut Session, sheet: SheetId, at: usize) -> Result<ChangeSet, Refusal> {
    let deed = Deed::sheet(DeedKind::Conditional, &session.book, sheet);
    change(session, (sheet, deed), |formats| {
        if at < formats.len() {
            formats.remove(at);
        }
    })
}

/// Lets a conditional format come before the one before it.
pub fn raise(session: &mut Session, sheet: SheetId, at: usize) -> Result<ChangeSet, Refusal> {
    let deed = Deed::sheet(DeedKind::Conditional, &session.book, sheet);
    change(session, (sheet, deed), |formats| {
        if (1..formats.len()).contains(&at) {
            formats.swap(at - 1, at);
        }
    })
}

/// How many cells of the used part a format would mark, and of how many; of large ranges the first are looked at.
pub fn preview(session: &Session, sheet: SheetId, wish: &Wish) -> Result<(usize, usize), Refusal> {
    let format = read(session, sheet, wish)?;
    let used = session.book.sheet(sheet).and_then(|sheet| sheet.used()?.intersection(format.range));
    let cells: Vec<_> = used.into_iter().flat_map(Range::cells).take(MOST_LOOKED_AT).collect();
    let marked = cells.iter().filter(|cell| level(session, &format, cell.on(sheet)).is_some());
    Ok((marked.count(), cells.len()))
}

/// Lets conditional formats decide how a cell looks. Those that come first have the last word.
pub(super) fn dress(session: &Session, place: Place, view: &mut CellView) {
    for (format, level) in holding(session, place) {
        if !format.signal.has_levels() {
            let below = view.style.as_deref().cloned().unwrap_or_default();
            view.style = Some(std::rc::Rc::new(format.signal.over(&below)));
        }
        view.tone = Tone::Signed(shown(format.signal, level));
    }
}

/// The sign that conditional formats give a cell.
pub(super) fn sign(session: &Session, place: Place) -> Option<Sign> {
    holding(session, place).last().map(|(format, level)| shown(format.signal, level))
}

/// Adds the cells that look different because others changed.
pub(super) fn follow(session: &Session, changes: &mut ChangeSet) {
    let is_changed = |region: Region| {
        let meets = |cells: &Region| cells.sheet == region.sheet && cells.range.intersection(region.range).is_some();
        changes.cells.iter().any(meets) || changes.moved.contains(&region.sheet)
    };
    let formats =
        session.book.sheets.iter().flat_map(|sheet| sheet.styles.conditional.iter().map(move |format| (sheet, format)));
    let reading = formats.filter(|(sheet, format)| format.reads(sheet.id, &is_changed));
    let reading: Vec<Region> = reading.map(|(sheet, format)| format.range.on(sheet.id)).collect();
    changes.cells.extend(reading);
}

/// The formats that a cell is as they ask, the one with the last word last.
fn holding(session: &Session, place: Place) -> impl Iterator<Item = (&ConditionalFormat, Level)> {
    let formats = session.book.sheet(place.sheet).into_iter().flat_map(|sheet| sheet.styles.conditional.iter().rev());
    let here = formats.filter(move |format| format.range.contains(place.address));
    here.filter_map(move |format| Some((format, level(session, format, place)?)))
}

/// Whether a cell is as a format asks, and at which level.
fn level(session: &Session, format: &ConditionalFormat, place: Place) -> Option<Level> {
    let value = session.book.value(place);
    let operand = |at: usize| {
        let formula = format.operands.get(at)?;
        Some(session.calculator.value_at(&session.book, &session.world(), place, &formula.expression))
    };
    let number = |value: Value| match value {
        Value::Number(number) => Some(number),
        _ => None,
    };
    let limit = |at: usize| operand(at).and_then(number);
    let holds = match format.comparison {
        Comparison::Above => number(value)? > limit(0)?,
        Comparison::Below => number(value)? < limit(0)?,
        Comparison::Between => (limit(0)?..=limit(1)?).contains(&number(value)?),
        Comparison::Equal => !value.is_blank() && value.as_error().is_none() && order::equal(&value, &operand(0)?),
        Comparison::Contains => {
            let [text, part] = [&value, &operand(0)?].map(|value| general(value, session.locale).to_lowercase());
            !part.is_empty() && text.contains(&part)
        }
        Comparison::Formula => match operand(0)? {
            Value::Boolean(is_true) => is_true,
            Value::Number(number) => !number.is_zero(),
            _ => false,
        },
        Comparison::Levels => return Some(among(number(value)?, limit(0)?, limit(1)?)),
    };
    holds.then_some(Level::Best)
}

/// The level of a number between the limits of the best and the worst level, whichever of them is the greater.
fn among(number: Number, best: Number, worst: Number) -> Level {
    let is_up = best >= worst;
    match () {
        () if if is_up { number >= best } else { number <= best } => Level::Best,
        () if if is_up { number <= worst } else { number >= worst } => Level::Worst,
        () => Level::Middle,
    }
}

const fn shown(signal: Signal, level: Level) -> Sign {
    match (signal, level) {
        (Signal::Red, _) => Sign::Red,
        (Signal::Yellow, _) => Sign::Yellow,
        (Signal::Green, _) => Sign::Green,
        (Signal::Blue, _) => Sign::Blue,
        (Signal::Lights, Level::Best) => Sign::GreenLight,
        (Signal::Lights, Level::Middle) => Sign::YellowLight,
        (Signal::Lights, Level::Worst) => Sign::RedLight,
        (Signal::Arrows, Level::Best) => Sign::Up,
        (Signal::Arrows, Level::Middle) => Sign::Level,
        (Signal::Arrows, Level::Worst) => Sign::Down,
    }
}

/// The look of a cell that a signal marks, to be shown beside its name.
pub fn sample(signal: Signal) -> Style {
    signal.over(&Style::default())
}

fn change(
    session: &mut Session,
    (sheet, deed): (SheetId, Deed),
    change: impl FnOnce(&mut Vec<ConditionalFormat>),
) -> Result<ChangeSet, Refusal> {
    if protection::reason(session, sheet).is_some() {
        return Err(protection::refusal_of_sheet(session, sheet));
    }
    let mut formats = session.book.sheet(sheet).map(|sheet| sheet.styles.conditional.clone()).unwrap_or_default();
    change(&mut formats);
    deeds::apply_as(session, deed, Change::Conditional { sheet, formats })
}

/// The conditional format that a wish asks for.
fn read(session: &Session, sheet: SheetId, wish: &Wish) -> Result<ConditionalFormat, Refusal> {
    let range = session.find_place(sheet, &wish.range).filter(|region| region.sheet == sheet).ok_or_else(|| {
        let written = &wish.range;
        let reason =
            (&*format!("”{written}” är inget område på bladet"), &*format!("“{written}” is no range of the sheet"));
        refused(session, reason, ("Skriv till exempel B4:B12 eller C:C.", "Write for example B4:B12 or C:C."))
    })?;
    let operands = wish.operands.iter().take(wish.comparison.operands());
    let operands = operands.map(|text| operand(session, range.first(), wish.comparison, text));
    let operands = operands.collect::<Result<Vec<_>, Refusal>>()?;
    let (comparison, signal) = (wish.comparison, wish.signal);
    let format = ConditionalFormat { range: range.range, comparison, operands, signal };
    if comparison != Comparison::Formula && format.refers_to_itself(sheet) {
        let reason = ("Villkoret jämför varje cell med sig själv", "The condition compares every cell with itself");
        return Err(refused(session, reason, ("Jämför med en annan cell.", "Compare with another cell.")));
    }
    if format.operands.iter().any(|operand| reads_much(operand)) {
        let reason = (
            "Villkoret läser ett stort område som är ett annat för varje cell",
            "The condition reads a large range that is another one for each cell",
        );
        return Err(refused(
            session,
            reason,
            (
                "Lås området med dollartecken, som $B$2:$B$90000.",
                "Fix the range with dollar signs, such as $B$2:$B$90000.",
            ),
        ));
    }
    Ok(format)
}

/// Whether a formula reads a large range that moves along with its cell.
fn reads_much(formula: &Formula) -> bool {
    formula.references.iter().any(|reference| {
        let corners = [reference.first, reference.last];
        let moves = corners.iter().any(|corner| !corner.row.is_absolute());
        let origin = crate::base::Address::new(crate::base::MAX_ROWS / 2, crate::base::MAX_COLUMNS / 2);
        let is_large = reference.range(origin).is_some_and(|range| range.count() > MOST_READ);
        reference.shape == Shape::Range && moves && is_large
    })
}

/// What cells are compared with.
fn operand(
    session: &Session,
    place: Place,
    comparison: Comparison,
    text: &str,
) -> Result<std::rc::Rc<Formula>, Refusal> {
    let text = text.trim();
    if text.is_empty() || text == "=" {
        let reason = ("Det saknas något att jämföra med", "There is nothing to compare with");
        return Err(refused(
            session,
            reason,
            ("Skriv ett tal, en text, eller en cell som =B4.", "Write a number, a text, or a cell such as =B4."),
        ));
    }
    let vocabulary = BookVocabulary(&session.book);
    let is_formula = comparison == Comparison::Formula || text.starts_with('=');
    if is_formula || Range::parse(text).is_some_and(Range::is_cell) {
        let written = format!("={}", text.trim_start_matches('='));
        session.check(place, &written)?;
        return Ok(Formula::new(entry::parse_typed(&written, place, session.locale, &vocabulary).expression));
    }
    let literal = match read_in_year(text, session.locale, None) {
        Entry::Number { number, .. } if comparison != Comparison::Contains => number.to_string(),
        Entry::Boolean(is_true) => is_true.to_string().to_uppercase(),
        _ => format!("\"{}\"", text.replace('"', "\"\"")),
    };
    Ok(Formula::new(parse(&literal, place, Dialect::English, &vocabulary).expression))
}

/// An operand as a person writes it.
fn written(session: &Session, place: Place, expression: &Expression) -> String {
    let is_literal = match expression {
        Expression::Number(_) | Expression::Text(_) | Expression::Boolean(_) => true,
        Expression::Prefix(_, operand) => matches!(**operand, Expression::Number(_)),
        _ => false,
    };
    if is_literal {
        let value = session.calculator.value_at(&session.book, &session.world(), place, expression);
        return editable(&value, session.locale);
    }
    format!("={}", session.printed(expression, place, session.locale))
}

fn refused(session: &Session, reason: (&str, &str), hint: (&str, &str)) -> Refusal {
    let (reason, hint) = (worded(session.locale, reason.0, reason.1), worded(session.locale, hint.0, hint.1));
    Refusal { kind: RefusalKind::NotAllowed, reason, hint: Some(hint), span: None }
}
