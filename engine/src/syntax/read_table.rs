//! Reads what stands in the brackets of a table: words such as `#Totals`, names of columns, `@`. Words and separators of
//! both languages are understood, for nothing else can stand in their place.

use std::rc::Rc;

use super::table_reference::{TableColumns, TableReference, TableRows};

/// The reference that a table's name and its brackets say; `None` when they say nothing.
pub(super) fn read(table: Option<Rc<str>>, brackets: &str) -> Option<TableReference> {
    let inner = brackets.strip_prefix('[')?.strip_suffix(']')?;
    let (rows, columns) = parts(inner.trim())?;
    Some(TableReference { table, rows, columns })
}

fn parts(inner: &str) -> Option<(TableRows, TableColumns)> {
    if let Some(rest) = inner.strip_prefix('@') {
        return Some((TableRows::This, this_row(rest.trim())?));
    }
    if inner.is_empty() {
        return Some((TableRows::Data, TableColumns::All));
    }
    if inner.starts_with('#') {
        return Some((TableRows::of_word(inner)?, TableColumns::All));
    }
    if !inner.starts_with('[') {
        return Some((TableRows::Data, TableColumns::One(name(inner)?)));
    }
    list(inner)
}

fn this_row(rest: &str) -> Option<TableColumns> {
    if rest.is_empty() {
        return Some(TableColumns::All);
    }
    if !rest.starts_with('[') {
        return name(rest).map(TableColumns::One);
    }
    let mut reader = Reader { rest };
    let columns = reader.columns()?;
    reader.rest.is_empty().then_some(columns)
}

/// Words in brackets, then columns in brackets.
fn list(inner: &str) -> Option<(TableRows, TableColumns)> {
    let mut reader = Reader { rest: inner };
    let mut rows = None;
    loop {
        if !reader.rest.starts_with("[#") {
            let columns = reader.columns()?;
            return reader.rest.is_empty().then_some((rows.unwrap_or(TableRows::Data), columns));
        }
        let word = TableRows::of_word(reader.item()?.trim())?;
        rows = Some(rows.map_or(Some(word), |rows: TableRows| rows.with(word))?);
        if reader.rest.is_empty() {
            return Some((rows?, TableColumns::All));
        }
        reader.skip(&[',', ';'])?;
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    /// One column in brackets, or two with a colon between.
    fn columns(&mut self) -> Option<TableColumns> {
        let first = name(self.item()?)?;
        if self.skip(&[':']).is_none() {
            return Some(TableColumns::One(first));
        }
        Some(TableColumns::Between(first, name(self.item()?)?))
    }

    /// What stands in the next brackets.
    fn item(&mut self) -> Option<&'a str> {
        let length = closed(self.rest)?;
        let item = self.rest.get(1..length - 1)?;
        self.rest = self.rest[length..].trim_start();
        Some(item)
    }

    fn skip(&mut self, signs: &[char]) -> Option<()> {
        self.rest = self.rest.strip_prefix(signs)?.trim_start();
        Some(())
    }
}

/// The length of the bracket at the front and all within it; `None` when it does not close. An apostrophe takes a sign's
/// meaning away.
pub(super) fn closed(text: &str) -> Option<usize> {
    let (mut depth, mut escaped) = (0_usize, false);
    for (at, sign) in text.char_indices() {
        match sign {
            _ if escaped => escaped = false,
            '\'' => escaped = true,
            '[' => depth += 1,
            ']' if depth <= 1 => return (depth == 1).then_some(at + 1),
            ']' => depth -= 1,
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// The name of a column without the apostrophes before its special signs; `None` when it is no name.
fn name(text: &str) -> Option<Rc<str>> {
    let mut name = String::with_capacity(text.len());
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\'' => name.push(signs.next()?),
            '[' | ']' | '#' => return None,
            sign => name.push(sign),
        }
    }
    (!name.is_empty()).then(|| Rc::from(name))
}
