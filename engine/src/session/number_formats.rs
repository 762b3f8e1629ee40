//! How the numbers of cells are shown: number formats chosen for cells, and one decimal more or fewer.

use std::rc::Rc;

use super::refusal::{RefusalKind, TextSpan, worded};
use super::styles::{self, Restyle};
use super::{ChangeSet, Refusal, Session, deeds, presentation, units};
use crate::base::{Address, Place, Range, Region};
use crate::book::{Painted, Sheet};
use crate::display::{Format, Locale, file_form, general, with_decimals};
use crate::edit::pasting::MOST_CELLS;
use crate::edit::{Change, Deed, DeedKind, EditError};
use crate::value::Value;

/// Cells of a region that are looked at even where nothing stands in them; of more only the used part is.
const BLANK_TOO: u64 = 100_000;

/// Gives cells a number format, as its code in the form of files; `None` takes it away.
pub fn set(session: &mut Session, regions: &[Region], code: Option<&str>) -> Result<ChangeSet, Refusal> {
    let code = match code {
        Some(code) => {
            Format::parse(code).map_err(|_| refused(session.locale, code))?;
            Some(code.into())
        }
        None => None,
    };
    styles::restyle(session, regions, &[Restyle::Number(code)])
}

/// Gives cells a number format that a person wrote in the session's language, such as `# ##0,0`. A blank text takes it away.
pub fn set_written(session: &mut Session, regions: &[Region], text: &str) -> Result<ChangeSet, Refusal> {
    let code = written(session, text)?;
    styles::restyle(session, regions, &[Restyle::Number(code)])
}

/// The code, in the form of files, of a number format that a person wrote; none of a blank text.
pub fn written(session: &Session, text: &str) -> Result<Option<Rc<str>>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    Format::parse_localized(text, session.locale).map_err(|_| refused(session.locale, text))?;
    Ok(Some(file_form(text, session.locale).as_str().into()))
}

/// Shows the numbers of cells with one decimal more or fewer than they have.
pub fn step_decimals(session: &mut Session, regions: &[Region], more: bool) -> Result<ChangeSet, Refusal> {
    let parts: Vec<Region> = regions.iter().filter_map(|region| affected(session, *region)).collect();
    if parts.iter().map(|part| part.range.count()).sum::<u64>() > MOST_CELLS {
        return Err(Refusal::of_edit(EditError::TooManyCells, session.locale));
    }
    let changes = parts.iter().filter_map(|part| {
        let sheet = session.book.sheet(part.sheet)?;
        let stepped = |cell| {
            let code = with_decimals(&shown_code(sheet, cell)?, more)?;
            Some((Range::cell(cell), sheet.styles.with_number_format(cell, Some(code.into()))))
        };
        let areas: Vec<Painted> = part.range.cells().filter_map(stepped).collect();
        (!areas.is_empty()).then_some(Change::Format { sheet: part.sheet, areas })
    });
    let changes: Vec<Change> = changes.collect();
    if changes.is_empty() {
        return Ok(ChangeSet::default());
    }
    deeds::apply_as(session, Deed::everywhere(DeedKind::Formatted, &parts), Change::Batch(changes))
}

/// The code of a cell's own number format, in the form of files.
pub fn code(session: &Session, place: Place) -> Option<&str> {
    session.book.sheet(place.sheet)?.styles.number_format(place.address).map(|code| &**code)
}

/// How a cell would look with a number format that a person wrote, or why that is none.
pub fn preview(session: &Session, place: Place, text: &str) -> Result<String, Refusal> {
    let (value, locale) = (session.value(place), session.locale);
    let value = match value {
        Value::Number(number) => Value::Number(units::shown_at(session, place, number)),
        value => value,
    };
    if text.trim().is_empty() {
        return Ok(general(&value, locale));
    }
    let format = Format::parse_localized(text.trim(), locale).map_err(|_| refused(locale, text.trim()))?;
    Ok(match value {
        Value::Blank => format.render(&Value::Number(0.into()), locale).text,
        value => format.render(&value, locale).text,
    })
}

/// The part of a region that is looked at: all of it, or of many cells those in use.
fn affected(session: &Session, region: Region) -> Option<Region> {
    if region.range.count() <= BLANK_TOO {
        return Some(region);
    }
    let extent = session.extent(region.sheet);
    let last = Address::new(extent.rows.checked_sub(1)?, extent.columns.checked_sub(1)?);
    region.range.intersection(Range::new(Address::default(), last)).map(|range| range.on(region.sheet))
}

/// The code that a cell's number is shown by, whatever decides it; `None` where no number stands.
fn shown_code(sheet: &Sheet, cell: Address) -> Option<String> {
    if let Some(code) = sheet.styles.number_format(cell) {
        return Some(code.to_string());
    }
    let Value::Number(number) = sheet.value(cell) else { return None };
    if let Some(presentation::Spot::Figure(table, row, column)) = presentation::spot(sheet, cell) {
        return Some(presentation::figure_format(sheet, (table, row, column)).code());
    }
    let text = general(&Value::Number(number), Locale::English);
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    (!text.contains('E')).then(|| if decimals == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(decimals)) })
}

fn refused(locale: Locale, text: &str) -> Refusal {
    let error = Format::parse_localized(text, locale).err();
    let (swedish, english) =
        error.map_or(("koden är inget talformat", "the code is no number format"), |error| error.kind.words());
    // Where the code in the form of files is of another length, its places are not those of the text.
    let is_alike = file_form(text, locale).chars().count() == text.chars().count();
    let span = error.filter(|_| is_alike).map(|error| TextSpan { start: error.place, end: error.place + 1 });
    let place = |word: &str| span.map_or(String::new(), |span| format!(" ({word} {})", span.start + 1));
    let reason = worded(
        locale,
        &format!("Talformatet går inte att läsa: {swedish}{}.", place("tecken")),
        &format!("The number format cannot be read: {english}{}.", place("character")),
    );
    let hint = worded(
        locale,
        "Skriv till exempel # ##0,0 eller 0 % eller ÅÅÅÅ-MM-DD.",
        "Write for example #,##0.0 or 0% or yyyy-mm-dd.",
    );
    Refusal { kind: RefusalKind::NumberFormat, reason, hint: Some(hint), span }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Still;

    fn session(cells: &[(&str, &str)]) -> Session {
        let mut session = Session::new(Box::new(Still { now: 46_266.0 }));
        session.set_locale(Locale::Swedish);
        for (cell, text) in cells {
            let place = at(&session, cell).first();
            session.enter(place, text).unwrap();
        }
        session
    }

    fn at(session: &Session, range: &str) -> Region {
        Range::parse(range).unwrap().on(session.sheets()[0].id)
    }

    fn shown(session: &Session, cell: &str) -> String {
        session.cell(at(session, cell).first()).text
    }

    #[test]
    fn a_format_is_set_as_one_step_and_is_taken_away() {
        let mut session = session(&[("A1", "1234,5"), ("B2", "0,25")]);
        let cells = [at(&session, "A1:B2")];
        set(&mut session, &cells, Some("#,##0.00")).unwrap();
        assert_eq!((shown(&session, "A1"), shown(&session, "B2")), ("1\u{a0}234,50".into(), "0,25".into()));
        set_written(&mut session, &cells, "0 %").unwrap();
        assert_eq!(shown(&session, "B2"), "25\u{a0}%");
        session.undo().unwrap();
        assert_eq!(shown(&session, "B2"), "0,25");
        set_written(&mut session, &cells, " ").unwrap();
        assert_eq!(shown(&session, "A1"), "1234,5");
    }

    #[test]
    fn decimals_follow_what_each_cell_shows() {
        let mut session = session(&[("A1", "1234,5"), ("A2", "7"), ("A3", "25 %"), ("A4", "Lön")]);
        let cells = [at(&session, "A1:A5")];
        step_decimals(&mut session, &cells, true).unwrap();
        assert_eq!(shown(&session, "A1"), "1234,50");
        assert_eq!((shown(&session, "A2"), shown(&session, "A4")), ("7,0".into(), "Lön".into()));
        step_decimals(&mut session, &cells, false).unwrap();
        step_decimals(&mut session, &cells, false).unwrap();
        assert_eq!((shown(&session, "A1"), shown(&session, "A2")), ("1235".into(), "7".into()));
        assert_eq!(code(&session, at(&session, "A5").first()), None);
    }

    #[test]
    fn a_code_that_is_none_is_refused_with_its_place() {
        let mut session = session(&[("A1", "1")]);
        let cells = [at(&session, "A1")];
        let refusal = set_written(&mut session, &cells, "0 \"kr").unwrap_err();
        assert_eq!(refusal.kind, RefusalKind::NumberFormat);
        assert!(refusal.reason.contains("citattecken") && refusal.hint.is_some(), "{refusal}");
        assert!(!preview(&session, cells[0].first(), "0 \"kr").unwrap_err().reason.is_empty());
        assert_eq!(preview(&session, cells[0].first(), "0,0 \"kr\"").unwrap(), "1,0 kr");
    }

    #[test]
    fn whole_columns_are_formatted_where_nothing_stands_yet_too() {
        let mut session = session(&[("A3", "1234"), ("B1", "5")]);
        let cells = [at(&session, "A:B")];
        set(&mut session, &cells, Some("#,##0")).unwrap();
        assert_eq!(
            (shown(&session, "A3"), code(&session, at(&session, "A999999").first())),
            ("1\u{a0}234".into(), Some("#,##0"))
        );
        let all = [at(&session, "A:XFD")];
        set(&mut session, &all, None).unwrap();
        assert_eq!(shown(&session, "A3"), "1234");
    }
}
