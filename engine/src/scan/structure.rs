//! Which parts of a JSON document are cells, found without reading them. Whatever else the text says is kept as it is; it
//! is for a parser to say whether it is sound.

use std::ops::Range;

use super::Broken;

/// So many bytes of cells are read at once, about.
const CHUNK: usize = 1 << 14;
/// Most bytes that are gone through at once.
const STRETCH: usize = 1 << 15;

/// How deep brackets are nested within the list of sheets, a sheet, and its cells.
const SHEETS: u32 = 2;
const SHEET: u32 = 3;
const CELLS: u32 = 4;

/// Cells of a sheet that stand beside one another in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    /// Which of the sheets, counted from zero.
    pub sheet: usize,
    /// Where their text stands.
    pub range: Range<usize>,
}

/// A pass over a document.
#[derive(Debug, Default)]
pub struct Structure {
    at: usize,
    depth: u32,
    is_in_string: bool,
    /// The last string outside cells.
    last: Range<usize>,
    key: Key,
    is_in_sheets: bool,
    sheets: usize,
    /// Where the chunk began that the pass is in.
    cells: Option<usize>,
    chunks: Vec<Chunk>,
    rest: Vec<u8>,
    plain: Plain,
}

/// The text that was passed last, without white space and without the value of the checksum.
#[derive(Debug, Default)]
struct Plain {
    signs: Vec<u8>,
    length: usize,
}

impl Plain {
    fn push(&mut self, sign: u8) {
        // Room for all was made; to ask is cheaper than to let it grow.
        if let Some(place) = self.signs.get_mut(self.length) {
            *place = sign;
        }
        self.length += 1;
    }
}

/// A key whose value is special.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Key {
    Sheets,
    Cells,
    Checksum,
    #[default]
    Other,
}

impl Structure {
    /// How far the pass has come.
    pub const fn position(&self) -> usize {
        self.at
    }

    /// Goes on for a while. Gives the text that was passed, without white space and without the value of the checksum;
    /// nothing at the end.
    pub fn advance(&mut self, text: &str) -> Option<&[u8]> {
        let (text, start) = (text.as_bytes(), self.at);
        let end = text.len().min(start + STRETCH);
        let mut plain = std::mem::take(&mut self.plain);
        // What is escaped belongs to its backslash, though it stands after the end.
        plain.signs.resize(STRETCH + 1, 0);
        plain.length = 0;
        while self.at < end {
            if self.cells.is_some() {
                self.pass_cells(text, end, &mut plain);
            } else {
                self.pass_rest(text, &mut plain);
            }
        }
        self.plain = plain;
        (end > start).then(|| &self.plain.signs[..self.plain.length])
    }

    /// What was found, at the end: the text without the cells, and where these stand. Broken when a string or a bracket
    /// was not closed.
    pub fn end(self) -> Result<(Vec<u8>, Vec<Chunk>), Broken> {
        if self.depth > 0 || self.is_in_string { Err(Broken) } else { Ok((self.rest, self.chunks)) }
    }

    /// Goes on among cells, to their end at most. Nearly all of a large file is gone through here, a sign at a time.
    #[inline(never)]
    fn pass_cells(&mut self, text: &[u8], end: usize, plain: &mut Plain) {
        let (text, mut at, mut depth) = (&text[..text.len().min(end + 1)], self.at, self.depth);
        while at < end && self.cells.is_some() {
            while self.is_in_string && at < end {
                let sign = text[at];
                plain.push(sign);
                at += 1;
                if sign == b'"' {
                    self.is_in_string = false;
                } else if sign == b'\\' && at < text.len() {
                    plain.push(text[at]);
                    at += 1;
                }
            }
            while !self.is_in_string && at < end {
                let sign = text[at];
                at += 1;
                if is_white(sign) {
                    continue;
                }
                plain.push(sign);
                match sign {
                    b'"' => self.is_in_string = true,
                    b'{' | b'[' => depth += 1,
                    b'}' | b']' if depth == CELLS => {
                        // The bracket belongs to the rest.
                        self.cut(at - 1);
                        (self.cells, self.key) = (None, Key::Other);
                        (at, plain.length) = (at - 1, plain.length - 1);
                        break;
                    }
                    b'}' | b']' => depth -= 1,
                    b',' if depth == CELLS && self.cells.is_some_and(|start| at > start + CHUNK) => self.cut(at),
                    _ => {}
                }
            }
        }
        (self.at, self.depth) = (at, depth);
    }

    /// Goes on by one sign outside cells.
    fn pass_rest(&mut self, text: &[u8], plain: &mut Plain) {
        let (start, sign) = (self.at, text[self.at]);
        self.at += if self.is_in_string && sign == b'\\' && start + 1 < text.len() { 2 } else { 1 };
        let passed = &text[start..self.at];
        self.rest.extend_from_slice(passed);
        let is_left_out = match self.is_in_string {
            true => self.key == Key::Checksum && sign != b'"',
            false => is_white(sign),
        };
        if !is_left_out {
            passed.iter().for_each(|sign| plain.push(*sign));
        }
        match sign {
            b'"' if self.is_in_string => (self.is_in_string, self.last.end) = (false, start),
            b'"' => (self.is_in_string, self.last) = (true, self.at..self.at),
            _ if self.is_in_string => {}
            sign => self.meet(text, sign),
        }
    }

    /// Takes note of a sign between strings, outside cells.
    fn meet(&mut self, text: &[u8], sign: u8) {
        match sign {
            b'{' | b'[' => self.open(),
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            b':' => self.key = self.key(text),
            b',' => self.key = Key::Other,
            _ => {}
        }
    }

    fn key(&self, text: &[u8]) -> Key {
        match (self.depth, &text[self.last.clone()]) {
            (1, b"sheets") => Key::Sheets,
            (1, b"checksum") => Key::Checksum,
            (SHEET, b"cells") if self.is_in_sheets => Key::Cells,
            _ => Key::Other,
        }
    }

    fn open(&mut self) {
        self.depth += 1;
        match (self.depth, std::mem::take(&mut self.key)) {
            (SHEETS, key) => self.is_in_sheets = key == Key::Sheets,
            (SHEET, _) => self.sheets += usize::from(self.is_in_sheets),
            (CELLS, Key::Cells) => self.cells = Some(self.at),
            _ => {}
        }
    }

    /// Ends a chunk.
    fn cut(&mut self, end: usize) {
        let start = self.cells.replace(end).unwrap_or(end);
        self.chunks.push(Chunk { sheet: self.sheets.saturating_sub(1), range: start..end });
    }
}

const fn is_white(sign: u8) -> bool {
    matches!(sign, b' ' | b'\n' | b'\r' | b'\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text without white space, that without cells, and the cells of each sheet.
    fn passed(text: &str) -> (String, String, Vec<(usize, String)>) {
        let (mut structure, mut plain) = (Structure::default(), Vec::new());
        while let Some(piece) = structure.advance(text) {
            plain.extend_from_slice(piece);
        }
        let (rest, chunks) = structure.end().unwrap();
        let cells = chunks.into_iter().map(|chunk| (chunk.sheet, text[chunk.range].to_owned())).collect();
        (String::from_utf8(plain).unwrap(), String::from_utf8(rest).unwrap(), cells)
    }

    const TEXT: &str = r#"{ "checksum": "ab\"c", "cells": [1, 2],
        "sheets": [ {"name": "\\", "cells": [ {"at": "A1 ]"}, {"at":"B \"1"} ], "rows": [{"cells": [3]}]}, {"cells": []} ] }"#;

    #[test]
    fn cells_are_told_from_the_rest() {
        let (plain, rest, cells) = passed(TEXT);
        let (first, second) = (r#"{"at":"A1 ]"},{"at":"B \"1"}"#, r#"{"cells":[3]}"#);
        let expected = |cells, checksum| {
            format!(
                r#"{{"checksum":"{checksum}","cells":[1,2],"sheets":[{{"name":"\\","cells":[{cells}],"rows":[{second}]}},{{"cells":[]}}]}}"#
            )
        };
        assert_eq!(plain, expected(first, ""));
        assert_eq!(rest.replace(char::is_whitespace, ""), expected("", "ab\\\"c"));
        assert_eq!(cells, [(0, r#" {"at": "A1 ]"}, {"at":"B \"1"} "#.to_owned()), (1, String::new())]);
    }

    #[test]
    fn long_lists_are_cut_between_cells() {
        let cell = r#"{"at":"A\"]1"}, "#;
        let text = format!(r#"{{"sheets":[{{"cells":[{}{{}}]}}]}}"#, cell.repeat(9_000));
        let (plain, rest, cells) = passed(&text);
        assert_eq!((plain, rest.as_str()), (text.replace(' ', ""), r#"{"sheets":[{"cells":[]}]}"#));
        assert!(cells.len() > 4 && cells[..cells.len() - 1].iter().all(|(_, cells)| cells.ends_with("},")));
        assert_eq!(cells.into_iter().map(|(_, cells)| cells).collect::<String>(), cell.repeat(9_000) + "{}");
    }

    #[test]
    fn what_is_cut_off_is_broken() {
        for length in 1..TEXT.len() {
            let mut structure = Structure::default();
            while structure.advance(&TEXT[..length]).is_some() {}
            assert_eq!(structure.end().is_err(), length < TEXT.len(), "{length}");
        }
    }
}
