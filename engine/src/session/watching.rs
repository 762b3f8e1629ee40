//! Cells that somebody keeps an eye on, wherever in the book they stand: what they hold, and what became of it since they
//! were pinned.

use super::{ChangeSet, Deed, DeedKind, Label, Refusal, Session, deeds};
use crate::audit::label::label;
use crate::base::{Place, Region};
use crate::book::Watch;
use crate::display::general;
use crate::edit::{Change, Subject};
use crate::value::Value;

/// The most cells that are watched.
pub const MOST: usize = 200;

/// A watched cell as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// Where it stands; `None` when its row, its column or its sheet is gone.
    pub place: Option<Place>,
    /// The sheet's name.
    pub sheet: String,
    /// Its address on the sheet.
    pub address: String,
    /// What it is called where it stands.
    pub label: Label,
    /// Its formula; empty without one.
    pub formula: String,
    /// What is seen in it.
    pub value: String,
    /// What it held when it was pinned.
    pub pinned: String,
    /// How much more it is than then; empty where both are not numbers, or nothing changed.
    pub difference: String,
    /// Whether it holds something else than then.
    pub is_changed: bool,
}

/// The watched cells, in the order in which they were pinned.
pub fn watches(session: &Session) -> Vec<Watched> {
    session.book.watches.iter().map(|watch| watched(session, watch)).collect()
}

/// Whether a cell is watched.
pub fn is_watched(session: &Session, place: Place) -> bool {
    session.book.watches.iter().any(|watch| watch.place(&session.book) == Some(place))
}

/// Watches a cell, or does not any more.
pub fn toggle(session: &mut Session, place: Place) -> Result<ChangeSet, Refusal> {
    let mut watches = session.book.watches.clone();
    let kind = if is_watched(session, place) { DeedKind::Unwatched } else { DeedKind::Watched };
    match kind {
        DeedKind::Unwatched => watches.retain(|watch| watch.place(&session.book) != Some(place)),
        _ if watches.len() < MOST => watches.extend(Watch::of(&session.book, place)),
        _ => return Err(Refusal::of_edit(crate::edit::EditError::TooManyCells, session.locale)),
    }
    deeds::apply_as(session, Deed::cells(kind, Region::cell(place)), Change::Watch(watches))
}

/// Takes a cell from the list, by its number there; also one that is gone.
pub fn forget(session: &mut Session, number: usize) -> Result<ChangeSet, Refusal> {
    let mut watches = session.book.watches.clone();
    if number >= watches.len() {
        return Ok(ChangeSet::default());
    }
    let gone = watches.remove(number);
    let subject = gone.place(&session.book).map_or(Subject::Book, |place| Subject::Cells(Region::cell(place)));
    deeds::apply_as(session, Deed { kind: DeedKind::Unwatched, subject }, Change::Watch(watches))
}

/// Compares all watched cells with what they hold now from here on.
pub fn rebase(session: &mut Session) -> Result<ChangeSet, Refusal> {
    let book = &session.book;
    let now = |watch: &Watch| Watch {
        pinned: watch.place(book).map_or_else(|| watch.pinned.clone(), |place| book.value(place)),
        ..watch.clone()
    };
    let watches = book.watches.iter().map(now).collect();
    deeds::apply_as(session, Deed { kind: DeedKind::Rebased, subject: Subject::Book }, Change::Watch(watches))
}

fn watched(session: &Session, watch: &Watch) -> Watched {
    let place = watch.place(&session.book);
    let sheet = session.book.sheet(watch.sheet);
    let now = place.map(|place| session.book.value(place)).unwrap_or_default();
    let locale = session.locale;
    Watched {
        place,
        sheet: sheet.map(|sheet| sheet.name.clone()).unwrap_or_default(),
        address: place.map(|place| place.address.to_string()).unwrap_or_default(),
        label: sheet.zip(place).map(|(sheet, place)| label(sheet, place.address, locale)).unwrap_or_default(),
        formula: place
            .filter(|place| session.book.formula(*place).is_some())
            .map(|place| session.source(place))
            .unwrap_or_default(),
        value: place.map(|place| session.cell(place).text).unwrap_or_default(),
        pinned: place.map_or_else(String::new, |place| shown(session, place, &watch.pinned)),
        difference: difference(session, place, (&watch.pinned, &now)),
        is_changed: place.is_some() && now != watch.pinned,
    }
}

/// A value as the cell would show it.
fn shown(session: &Session, place: Place, value: &Value) -> String {
    let Some(sheet) = session.book.sheet(place.sheet) else { return general(value, session.locale) };
    let spot = super::presentation::spot(sheet, place.address);
    super::presentation::text(sheet, place.address, value, spot.as_ref(), session.locale)
}

/// How much more a cell holds, with its sign.
fn difference(session: &Session, place: Option<Place>, values: (&Value, &Value)) -> String {
    let (Value::Number(before), Value::Number(now), Some(place)) = (values.0, values.1, place) else {
        return String::new();
    };
    let Some(more) = now.minus(*before).ok().filter(|more| !more.is_zero()) else { return String::new() };
    let text = shown(session, place, &Value::Number(more));
    let has_sign = more.is_negative() || text.starts_with('+');
    if has_sign { text } else { format!("+{text}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Address;
    use crate::session::Still;

    fn session() -> (Session, Place) {
        let mut session = Session::new(Box::new(Still { now: 46_266.0 }));
        let sheet = session.sheets()[0].id;
        let at = |cell: &str| Address::parse(cell).unwrap().on(sheet);
        for (cell, text) in [("B1", "Budget"), ("A2", "IT"), ("B2", "1200"), ("A3", "Summa"), ("B3", "=B2*2")] {
            session.enter(at(cell), text).unwrap();
        }
        toggle(&mut session, at("B3")).unwrap();
        (session, at("B2"))
    }

    #[test]
    fn a_watched_cell_tells_what_became_of_it_and_follows_its_row() {
        let (mut session, input) = session();
        session.enter(input, "1300").unwrap();
        session.insert_rows(input.sheet, 0, 2).unwrap();
        let seen = watches(&session).remove(0);
        assert_eq!((seen.address.as_str(), seen.label.to_string().as_str()), ("B5", "Summa × Budget"));
        assert_eq!((seen.formula.as_str(), seen.value.as_str()), ("=B4*2", "2600"));
        assert_eq!((seen.pinned.as_str(), seen.difference.as_str(), seen.is_changed), ("2400", "+200", true));
        rebase(&mut session).unwrap();
        assert!(!watches(&session)[0].is_changed);
        session.undo();
        assert!(watches(&session)[0].is_changed);
        session.delete_rows(input.sheet, 4, 1).unwrap();
        assert_eq!(watches(&session)[0].place, None);
        session.undo();
        assert_eq!(watches(&session)[0].address, "B5");
    }

    #[test]
    fn watched_cells_are_kept_in_the_file_and_undone() {
        let (mut session, _) = session();
        let opened = Session::open(&session.save(), Box::new(Still { now: 46_266.0 })).unwrap();
        assert_eq!(watches(&opened), watches(&session));
        session.undo();
        assert!(watches(&session).is_empty());
        session.redo();
        assert_eq!(watches(&session).len(), 1);
        forget(&mut session, 0).unwrap();
        assert!(watches(&session).is_empty());
    }
}
