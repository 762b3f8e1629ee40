//! The cells of a file, read one by one from the text between the brackets of their list.

use super::Broken;

/// What the text of a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CellText<'a> {
    /// Its address.
    pub at: Option<Words<'a>>,
    /// Its number format.
    pub format: Option<Words<'a>>,
    /// Its note.
    pub note: Option<Words<'a>>,
    /// Who wrote the note.
    pub note_by: Option<Words<'a>>,
    /// When the note was written.
    pub note_at: Option<Words<'a>>,
    /// Its formula.
    pub formula: Option<Words<'a>>,
    /// Its value, if that is a number.
    pub number: Option<Words<'a>>,
    /// Its value, if that is a text.
    pub text: Option<Words<'a>>,
    /// Its value, if that is true or false.
    pub boolean: Option<bool>,
    /// Its value, if that is an error.
    pub error: Option<Words<'a>>,
}

/// A string as it stands between its quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words<'a> {
    /// The text.
    pub raw: &'a str,
    /// Whether some of its signs are written in another way.
    pub has_escapes: bool,
}

/// Cells one after another.
#[derive(Debug)]
pub struct Cells<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cells<'a> {
    /// The cells that a text says, with commas between them and perhaps after the last.
    pub const fn of(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Goes past white space and gives the sign after it.
    fn next_sign(&mut self) -> Option<u8> {
        let rest = &self.text.as_bytes()[self.at..];
        let skipped = rest.iter().position(|sign| !matches!(sign, b' ' | b'\n' | b'\r' | b'\t'));
        self.at += skipped.unwrap_or(rest.len());
        let sign = rest.get(skipped?).copied();
        self.at += 1;
        sign
    }

    fn expect(&mut self, sign: u8) -> Result<(), Broken> {
        if self.next_sign() == Some(sign) { Ok(()) } else { Err(Broken) }
    }

    /// The string after its first quote.
    fn words(&mut self) -> Result<Words<'a>, Broken> {
        let (start, mut has_escapes, mut is_escaped) = (self.at, false, false);
        for sign in &self.text.as_bytes()[start..] {
            self.at += 1;
            match sign {
                // Nearly all signs, first asked for.
                b'#'..=b'[' | b']'.. if !is_escaped => {}
                _ if is_escaped => is_escaped = false,
                b'"' => {
                    let raw = self.text.get(start..self.at - 1).ok_or(Broken)?;
                    return Ok(Words { raw, has_escapes });
                }
                b'\\' => (is_escaped, has_escapes) = (true, true),
                // Such signs must be escaped.
                0..0x20 => return Err(Broken),
                _ => {}
            }
        }
        Err(Broken)
    }

    /// The cell after its first bracket.
    fn cell(&mut self) -> Result<CellText<'a>, Broken> {
        let mut cell = CellText::default();
        loop {
            self.expect(b'"')?;
            let key = self.words()?.raw;
            self.expect(b':')?;
            self.field(key, &mut cell)?;
            match self.next_sign() {
                Some(b',') => {}
                Some(b'}') if cell.at.is_some() => return Ok(cell),
                _ => return Err(Broken),
            }
        }
    }

    fn field(&mut self, key: &str, cell: &mut CellText<'a>) -> Result<(), Broken> {
        let field = match key {
            "at" => &mut cell.at,
            "formula" => &mut cell.formula,
            "number" => &mut cell.number,
            "text" => &mut cell.text,
            "format" => &mut cell.format,
            "note" => &mut cell.note,
            "note_by" => &mut cell.note_by,
            "note_at" => &mut cell.note_at,
            "error" => &mut cell.error,
            "boolean" => return self.boolean(&mut cell.boolean),
            _ => return Err(Broken),
        };
        self.expect(b'"')?;
        let words = self.words()?;
        if field.replace(words).is_some() { Err(Broken) } else { Ok(()) }
    }

    fn boolean(&mut self, field: &mut Option<bool>) -> Result<(), Broken> {
        let (is_true, word) = match self.next_sign() {
            Some(b't') => (true, "rue"),
            Some(b'f') => (false, "alse"),
            _ => return Err(Broken),
        };
        let is_whole = self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        self.at += word.len();
        if !is_whole || field.replace(is_true).is_some() { Err(Broken) } else { Ok(()) }
    }

    /// The comma after a cell, which only the last need not have.
    fn comma(&mut self) -> Result<(), Broken> {
        match self.next_sign() {
            None | Some(b',') => Ok(()),
            _ => Err(Broken),
        }
    }
}

impl<'a> Iterator for Cells<'a> {
    type Item = Result<CellText<'a>, Broken>;

    // A function of its own, which browsers make quick while a large file is read; and made for speed, wherever it is
    // called from.
    #[inline(never)]
    fn next(&mut self) -> Option<Self::Item> {
        match self.next_sign()? {
            b'{' => Some(self.cell().and_then(|cell| self.comma().map(|()| cell))),
            _ => Some(Err(Broken)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Result<Vec<CellText<'_>>, Broken> {
        Cells::of(text).collect()
    }

    fn plain(raw: &str) -> Option<Words<'_>> {
        Some(Words { raw, has_escapes: false })
    }

    #[test]
    fn cells_come_one_by_one() {
        let text =
            " {\"at\": \"A1\", \"formula\":\"B1&\\\"å\\\"\",\"text\" : \"7å\"},\n{\"at\":\"B2\",\"boolean\": false} ";
        let formula = Some(Words { raw: "B1&\\\"å\\\"", has_escapes: true });
        let first = CellText { at: plain("A1"), formula, text: plain("7å"), ..CellText::default() };
        let second = CellText { at: plain("B2"), boolean: Some(false), ..CellText::default() };
        assert_eq!(cells(text), Ok(vec![first, second]));
        assert_eq!(cells("{\"at\":\"A1\"},").map(|cells| cells.len()), Ok(1));
        assert_eq!(cells("  ").map(|cells| cells.len()), Ok(0));
    }

    #[test]
    fn what_is_no_cell_is_broken() {
        let texts = [
            "7",
            "{}",
            "{\"at\":\"A1\"",
            "{\"at\":\"A1}",
            "{\"at\":7}",
            "{\"at\":\"A1\",}",
            "{\"at\":\"A1\",\"at\":\"A1\"}",
            "{\"at\":\"A1\",\"colour\":\"red\"}",
            "{\"at\":\"A1\",\"boolean\":tru}",
            "{\"at\":\"A1\",\"boolean\":\"true\"}",
            "{\"at\":\"A\n1\"}",
            "{\"text\":\"no address\"}",
            "{\"at\":\"A1\"} {\"at\":\"A2\"}",
        ];
        for text in texts {
            assert_eq!(cells(text), Err(Broken), "{text}");
        }
    }
}
