//! A file that is read a little at a time: first all of its text is gone through, which finds what holds cells and sums up
//! the checksum; then the cells are put into a book one by one. Nothing of a damaged file is let through.

use std::borrow::Cow;

use super::checksum::Checksum;
use super::convert::{self, Fault, Filling};
use super::{FileError, MAX_BYTES, check_envelope, damaged, v1};
use crate::book::Book;
use crate::scan::{Chunk, Structure};

/// A file that is being read.
pub struct Reading<'a> {
    text: Cow<'a, str>,
    stage: Stage,
}

/// What is done with a file.
enum Stage {
    /// Its text is gone through.
    Passing(Box<Structure>, Checksum),
    /// Its cells are put into the book.
    Filling(Box<Filling>, std::vec::IntoIter<Chunk>),
    /// It is read, or was refused.
    Over,
}

impl<'a> Reading<'a> {
    /// Begins to read the bytes of a file.
    pub fn of(bytes: Cow<'a, [u8]>) -> Result<Self, FileError> {
        if bytes.len() > MAX_BYTES {
            return Err(FileError::TooLarge);
        }
        let text = match bytes {
            Cow::Borrowed(bytes) => std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| FileError::NotText),
            Cow::Owned(bytes) => String::from_utf8(bytes).map(Cow::Owned).map_err(|_| FileError::NotText),
        };
        Ok(Self { text: text?, stage: Stage::Passing(Box::default(), Checksum::default()) })
    }

    /// How many bytes are done, of how many: each is met twice.
    pub fn progress(&self) -> (u64, u64) {
        let length = self.text.len() as u64;
        let done = match &self.stage {
            Stage::Passing(structure, _) => structure.position() as u64,
            Stage::Filling(_, chunks) => {
                length + chunks.as_slice().first().map_or(length, |chunk| chunk.range.start as u64)
            }
            Stage::Over => 2 * length,
        };
        (done, 2 * length)
    }

    /// Goes on until the book is there, or until a function that is asked now and then wants a pause.
    pub fn advance(&mut self, pause: &mut dyn FnMut() -> bool) -> Result<Option<Book>, FileError> {
        loop {
            if let Some(book) = self.step()? {
                return Ok(Some(book));
            }
            if pause() {
                return Ok(None);
            }
        }
    }

    fn step(&mut self) -> Result<Option<Book>, FileError> {
        match std::mem::replace(&mut self.stage, Stage::Over) {
            Stage::Passing(mut structure, mut checksum) => {
                let text = json(&self.text);
                self.stage = if let Some(plain) = structure.advance(text) {
                    checksum.take(plain);
                    Stage::Passing(structure, checksum)
                } else {
                    let (filling, chunks) = passed(text, *structure, checksum)?;
                    Stage::Filling(Box::new(filling), chunks.into_iter())
                };
                Ok(None)
            }
            Stage::Filling(mut filling, mut chunks) => {
                let Some(Chunk { sheet, range }) = chunks.next() else { return filling.end().map(Some) };
                let text = json(&self.text);
                filling.put(sheet, text.get(range).unwrap_or_default()).map_err(|fault| match fault {
                    Fault::Broken => damage(text),
                    Fault::Content(error) => error,
                })?;
                self.stage = Stage::Filling(filling, chunks);
                Ok(None)
            }
            Stage::Over => Err(FileError::OtherFormat),
        }
    }
}

/// The text of a file without the mark that some programs put before it.
fn json(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Checks all but the cells, and begins the book.
fn passed(text: &str, structure: Structure, checksum: Checksum) -> Result<(Filling, Vec<Chunk>), FileError> {
    let Ok((rest, chunks)) = structure.end() else {
        check_envelope(text)?;
        return Err(damage(text));
    };
    // Only whole strings and brackets were cut out of text.
    let rest = String::from_utf8(rest).map_err(|_| FileError::NotText)?;
    check_envelope(&rest)?;
    let document: v1::Document = serde_json::from_str(&rest).map_err(|_| damage(text))?;
    if checksum.words() != document.checksum {
        return Err(damage(text));
    }
    Ok((convert::begin(document)?, chunks))
}

/// What is wrong with a text, with its place if there is one: found by the parser that knows lines and columns.
fn damage(text: &str) -> FileError {
    serde_json::from_str::<v1::Document>(text).map_or_else(|error| damaged(&error), |_| FileError::Checksum)
}

#[cfg(test)]
mod tests {
    use super::super::{load, resealed, save};
    use super::*;
    use crate::base::{Address, SheetId};
    use crate::book::Content;
    use crate::value::Value;

    const SHEET: SheetId = SheetId(0);

    fn book() -> Book {
        let mut book = Book::default();
        book.add_sheet("Blad1");
        for row in 0..3_000 {
            book.put(SHEET, Address::new(row, 1), Content::Value(Value::text(format!("\"rad\\ {row}]"))));
        }
        book
    }

    fn text() -> String {
        String::from_utf8(save(&book())).unwrap()
    }

    /// What becomes of a file where one text stands instead of another, with the checksum put right.
    fn altered(from: &str, to: &str) -> Result<Book, FileError> {
        load(&resealed(text().replacen(from, to, 1).as_bytes()).unwrap())
    }

    #[test]
    fn pauses_change_nothing() {
        let bytes = save(&book());
        let mut reading = Reading::of(Cow::Borrowed(&bytes)).unwrap();
        let mut seen = vec![reading.progress().0];
        let read = loop {
            if let Some(book) = reading.advance(&mut || true).unwrap() {
                break book;
            }
            seen.push(reading.progress().0);
        };
        assert_eq!(save(&read), bytes);
        assert!(seen.len() > 5 && seen.is_sorted() && seen.last() <= Some(&reading.progress().1));
    }

    #[test]
    fn a_file_that_is_laid_out_anew_is_whole() {
        let text = format!("\u{feff}{}", text().replace('\n', "\r\n\t"));
        assert_eq!(load(text.as_bytes()).map(|book| save(&book)), Ok(save(&book())));
    }

    #[test]
    fn damage_is_told_with_its_place_where_it_has_one() {
        let damage = |text: &str| load(text.as_bytes()).map(|_| ()).unwrap_err();
        let text = text();
        assert_eq!(damage(&text.replace("rad\\\\ 70]", "rad\\\\ 71]")), FileError::Checksum);
        assert_eq!(damage(&text.replacen("\"at\"", "\"ax\"", 1)), FileError::Damaged { line: 17, column: 9 });
        assert!(matches!(damage(&text[..text.len() / 2]), FileError::Damaged { line: 1517.., .. }));
        assert_eq!(damage("PK\u{3}\u{4}"), FileError::OtherFormat);
        assert_eq!(damage("{\"sheets\": [{\"cells\": [{}]}]}"), FileError::OtherFormat);
        assert_eq!(damage(&text.replacen("\"version\": 1", "\"version\": 2", 1)), FileError::Newer(2));
    }

    #[test]
    fn what_cannot_be_is_told_with_its_cell() {
        let place = |from, to| match altered(from, to) {
            Err(FileError::Content { place, .. }) => place,
            other => panic!("{:?}", other.map(|_| ())),
        };
        assert_eq!(place("B70\",\"text\"", "B70\",\"number\""), "Blad1!B70");
        assert_eq!(place("\"B70\"", "\"70\""), "Blad1!70");
    }

    #[test]
    fn a_cell_that_stands_twice_holds_what_stands_last() {
        let book = altered("\"B70\"", "\"B2\"").unwrap();
        let shown = |row| book.value(Address::new(row, 1).on(SHEET));
        assert_eq!(
            (shown(1), shown(69), shown(70)),
            (Value::text("\"rad\\ 69]"), Value::Blank, Value::text("\"rad\\ 70]"))
        );
        let formula = altered("\"B3\",\"text\"", "\"B2\",\"formula\": \"1+1\", \"text\"").unwrap();
        assert!(formula.formula(Address::new(1, 1).on(SHEET)).is_some());
    }
}
