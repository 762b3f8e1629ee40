//! A cell's place: its row and column in a sheet, read and written in A1 notation.

use std::fmt;

/// Rows of a sheet, as in Excel.
pub const MAX_ROWS: u32 = 1_048_576;
/// Columns of a sheet, as in Excel (`A` to `XFD`).
pub const MAX_COLUMNS: u32 = 16_384;

/// Identity of a sheet within a book; stays the same when sheets are moved or renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SheetId(pub u32);

/// A cell's row and column within its sheet, both counted from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Address {
    /// Row, counted from zero.
    pub row: u32,
    /// Column, counted from zero.
    pub column: u32,
}

/// A cell of a book: a sheet and an address in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    /// The sheet.
    pub sheet: SheetId,
    /// The cell within the sheet.
    pub address: Address,
}

impl Address {
    /// The cell at a row and column, both counted from zero.
    pub const fn new(row: u32, column: u32) -> Self {
        Self { row, column }
    }

    /// Reads `B4` or `$B$4`; `None` when the text is no address or lies outside a sheet.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix('$').unwrap_or(text);
        let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (letters, digits) = text.split_at(letters);
        let column = parse_column(letters)?;
        let row = parse_row(digits.strip_prefix('$').unwrap_or(digits))?;
        Some(Self { row, column })
    }

    /// The cell in `sheet` at this address.
    pub const fn on(self, sheet: SheetId) -> Place {
        Place { sheet, address: self }
    }

    /// The cell so many rows and columns away, or `None` outside the sheet.
    pub fn offset(self, rows: i64, columns: i64) -> Option<Self> {
        let row = u32::try_from(i64::from(self.row) + rows).ok().filter(|row| *row < MAX_ROWS)?;
        let column = u32::try_from(i64::from(self.column) + columns).ok().filter(|column| *column < MAX_COLUMNS)?;
        Some(Self { row, column })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_letters(self.column), self.row + 1)
    }
}

/// The letters of a column counted from zero: `A`, `Z`, `AA`, `XFD`.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + digit as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Reads column letters in either case; `None` outside `A` to `XFD`.
pub fn parse_column(letters: &str) -> Option<u32> {
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let number = letters.bytes().fold(0, |sum, b| sum * 26 + u32::from(b.to_ascii_uppercase() - b'A') + 1);
    (number <= MAX_COLUMNS).then(|| number - 1)
}

/// Reads a row number as written (from one); `None` outside the sheet.
pub fn parse_row(digits: &str) -> Option<u32> {
    if digits.is_empty() || digits.len() > 7 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let row: u32 = digits.parse().ok()?;
    (1..=MAX_ROWS).contains(&row).then(|| row - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_reads_back_from_its_letters() {
        for column in 0..MAX_COLUMNS {
            assert_eq!(parse_column(&column_letters(column)), Some(column));
        }
        assert_eq!(column_letters(MAX_COLUMNS - 1), "XFD");
    }

    #[test]
    fn addresses_outside_a_sheet_are_none() {
        assert_eq!(Address::parse("$B$4"), Some(Address::new(3, 1)));
        for text in ["", "A", "1", "A0", "A1048577", "XFE1", "A1B", "Å1", "A-1"] {
            assert_eq!(Address::parse(text), None, "{text}");
        }
    }
}
