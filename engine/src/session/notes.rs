//! Notes on cells.

use super::{ChangeSet, Refusal, Session, deeds, presentation};
use crate::base::{Place, Region};
use crate::book::Note;
use crate::edit::Change;
use crate::value::Number;

/// A note as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The cell.
    pub place: Place,
    /// The cell by its address, with the sheet where it is not the shown one.
    pub address: String,
    /// Its words.
    pub text: String,
    /// Who wrote it, and when; empty where nobody said.
    pub signature: String,
}

/// The words of a cell's note; `None` without one.
pub fn note(session: &Session, place: Place) -> Option<&str> {
    let note = session.book.sheet(place.sheet)?.notes.at(place.address)?;
    Some(&note.text)
}

/// Every note of the book, sheet by sheet, as seen from a sheet.
pub fn all(session: &Session, seen: crate::base::SheetId) -> Vec<Listed> {
    let notes = session
        .book
        .sheets
        .iter()
        .flat_map(|sheet| sheet.notes.iter().map(|(address, note)| (address.on(sheet.id), note)));
    let listed = notes.map(|(place, note)| Listed {
        place,
        address: deeds::cells_name(session, Region::cell(place), seen),
        text: note.text.clone(),
        signature: presentation::signature(note, session.locale),
    });
    listed.collect()
}

/// Puts a note on a cell under somebody's name, with the time it is; words that are only blanks take it away. Refused when
/// it is longer than [`Note::LONGEST`] characters.
pub fn annotate(session: &mut Session, place: Place, text: &str, author: &str) -> Result<ChangeSet, Refusal> {
    let text = text.trim_end();
    if text.chars().count() > Note::LONGEST {
        return Err(Refusal::of_length(session.locale));
    }
    let at = Number::from_float(session.environment.now()).ok();
    let author = author.trim().to_owned();
    let note = (!text.is_empty()).then(|| Note { text: text.to_owned(), author, at });
    session.apply(Change::Note { sheet: place.sheet, cells: vec![(place.address, note)] })
}

#[cfg(test)]
mod tests {
    use crate::base::{Address, Place};
    use crate::session::{Session, Still};

    use super::{annotate, note};

    fn place(session: &Session, cell: &str) -> Place {
        Address::parse(cell).unwrap().on(session.sheets()[0].id)
    }

    fn annotated() -> Session {
        let mut session = Session::new(Box::new(Still { now: 46_266.0 }));
        let cell = place(&session, "B4");
        annotate(&mut session, cell, "Vakant tjänst\nfrån maj", "Åsa").unwrap();
        session
    }

    #[test]
    fn a_note_is_kept_undone_and_done_again() {
        let mut session = annotated();
        let cell = place(&session, "B4");
        assert_eq!(note(&session, cell), Some("Vakant tjänst\nfrån maj"));
        assert_eq!(session.cell(cell).note.map(|note| note.text).as_deref(), note(&session, cell));
        session.undo().unwrap();
        assert_eq!(note(&session, cell), None);
        session.redo().unwrap();
        annotate(&mut session, cell, "  ", "").unwrap();
        assert_eq!(note(&session, cell), None, "blanks are no note");
    }

    #[test]
    fn a_note_moves_with_its_row_and_comes_back_with_it() {
        let mut session = annotated();
        let sheet = session.sheets()[0].id;
        session.insert_rows(sheet, 0, 2).unwrap();
        assert!(note(&session, place(&session, "B6")).is_some());
        session.delete_rows(sheet, 4, 3).unwrap();
        assert!(session.book().sheets[0].notes.iter().next().is_none());
        session.undo().unwrap();
        assert!(note(&session, place(&session, "B6")).is_some());
    }

    #[test]
    fn a_note_is_saved_with_the_book_even_on_an_empty_cell() {
        let session = annotated();
        let opened = Session::open(&session.save(), Box::new(Still { now: 46_266.0 })).unwrap();
        assert_eq!(note(&opened, place(&opened, "B4")), note(&session, place(&session, "B4")));
        let listed = super::all(&opened, opened.sheets()[0].id).remove(0);
        assert_eq!((listed.address.as_str(), listed.signature.as_str()), ("B4", "Åsa, 2026-09-01 00:00"));
    }

    #[test]
    fn a_note_is_heard() {
        let session = annotated();
        assert!(session.spoken(place(&session, "B4")).ends_with("anteckning finns"));
    }

    #[test]
    fn an_endless_note_is_refused() {
        let mut session = annotated();
        let cell = place(&session, "B4");
        assert!(annotate(&mut session, cell, &"å".repeat(32_768), "").is_err());
        assert!(note(&session, cell).is_some_and(|note| note.starts_with("Vakant")));
    }
}
