//! Parts of a table by the names of its columns: `Budget[@Outcome]`, `Budget[[#Totals],[Plan]:[Outcome]]`.

use std::rc::Rc;

use super::dialect::Dialect;

/// A part of a table as it stands in a formula.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TableReference {
    /// The table; `None` for the one the formula stands in.
    pub table: Option<Rc<str>>,
    /// Which of its rows.
    pub rows: TableRows,
    /// Which of its columns.
    pub columns: TableColumns,
}

/// Which rows of a table are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableRows {
    /// `#All`
    All,
    /// `#Data`, also meant where nothing is said.
    Data,
    /// `#Headers`
    Headers,
    /// `#Totals`
    Totals,
    /// `#Headers` and `#Data`
    HeadersAndData,
    /// `#Data` and `#Totals`
    DataAndTotals,
    /// `@` or `#This Row`: the formula's own row.
    This,
}

/// Which columns of a table are meant.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TableColumns {
    /// All of them.
    All,
    /// The one of this name.
    One(Rc<str>),
    /// Those from one name to another.
    Between(Rc<str>, Rc<str>),
}

/// The words for single parts of a table, with those of the Swedish language; of several the first is printed.
const WORDS: [(TableRows, &str, &[&str]); 5] = [
    (TableRows::All, "#All", &["#Alla", "#Allt"]),
    (TableRows::Data, "#Data", &["#Data"]),
    (TableRows::Headers, "#Headers", &["#Rubriker"]),
    (TableRows::Totals, "#Totals", &["#Summor", "#Totaler"]),
    (TableRows::This, "#This Row", &["#Denna rad", "#Den här raden"]),
];

impl TableRows {
    /// The part that a word with its `#` says in either language, whatever its case.
    pub(super) fn of_word(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        let says = |known: &str| known.to_lowercase() == word;
        WORDS
            .iter()
            .find(|(_, english, swedish)| says(english) || swedish.iter().any(|known| says(known)))
            .map(|row| row.0)
    }

    /// Two parts together; `None` for those that are not neighbours.
    pub(super) fn with(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Headers, Self::Data) | (Self::Data, Self::Headers) => Some(Self::HeadersAndData),
            (Self::Data, Self::Totals) | (Self::Totals, Self::Data) => Some(Self::DataAndTotals),
            (one, other) => (one == other).then_some(one),
        }
    }

    /// The words it is written with.
    pub(super) fn words(self, dialect: Dialect) -> Vec<&'static str> {
        let parts: &[Self] = match self {
            Self::HeadersAndData => &[Self::Headers, Self::Data],
            Self::DataAndTotals => &[Self::Data, Self::Totals],
            _ => &[self],
        };
        let word = |part: &Self| {
            let (_, english, swedish) = WORDS.iter().find(|(known, ..)| known == part)?;
            match dialect {
                Dialect::English => Some(*english),
                Dialect::Swedish => swedish.first().copied(),
            }
        };
        parts.iter().filter_map(word).collect()
    }
}

impl TableReference {
    /// All rows of data of a table.
    pub(super) fn whole(table: &str) -> Self {
        Self { table: Some(Rc::from(table)), rows: TableRows::Data, columns: TableColumns::All }
    }

    /// The reference as it is written in a dialect, by a formula that stands in a table or in none. The row of the
    /// formula's own table needs no table's name.
    pub(super) fn print(&self, dialect: Dialect, own: Option<&str>) -> String {
        let is_own = |table: &str| own.is_some_and(|own| own.to_lowercase() == table.to_lowercase());
        let table = self.table.as_deref().unwrap_or_default();
        let table = if self.rows == TableRows::This && is_own(table) { "" } else { table };
        let inner = match (self.rows, &self.columns) {
            (TableRows::This, columns) => format!("@{}", this_row(columns)),
            (TableRows::Data, TableColumns::One(name)) if is_simple(name) => escaped_name(name),
            (TableRows::Data, columns @ (TableColumns::One(_) | TableColumns::Between(..))) => bracketed(columns),
            (rows, columns) => listed(&rows.words(dialect), columns, dialect),
        };
        format!("{table}[{inner}]")
    }
}

fn this_row(columns: &TableColumns) -> String {
    match columns {
        TableColumns::One(name) if is_word(name) => escaped_name(name),
        columns => bracketed(columns),
    }
}

/// Words and columns, each in brackets unless one word is all there is.
fn listed(words: &[&str], columns: &TableColumns, dialect: Dialect) -> String {
    if let ([word], TableColumns::All) = (words, columns) {
        return (*word).to_owned();
    }
    let mut parts: Vec<String> = words.iter().map(|word| format!("[{word}]")).collect();
    parts.push(bracketed(columns));
    parts.retain(|part| !part.is_empty());
    parts.join(&dialect.argument_separator().to_string())
}

fn bracketed(columns: &TableColumns) -> String {
    match columns {
        TableColumns::All => String::new(),
        TableColumns::One(name) => format!("[{}]", escaped_name(name)),
        TableColumns::Between(first, last) => format!("[{}]:[{}]", escaped_name(first), escaped_name(last)),
    }
}

/// A column's name as it is written after the bracket that opens a table's brackets, or after `@` in them.
pub fn bracketed_name(name: &str, after_at: bool) -> String {
    let is_plain = if after_at { is_word(name) } else { is_simple(name) };
    if is_plain { escaped_name(name) } else { format!("[{}]", escaped_name(name)) }
}

/// The words for parts of a table in a dialect.
pub fn part_words(dialect: Dialect) -> impl Iterator<Item = &'static str> {
    WORDS.iter().flat_map(move |(rows, ..)| rows.words(dialect))
}

/// Whether a column's name can stand right after `@`.
fn is_word(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|sign| sign.is_alphanumeric() || sign == '_')
}

/// Whether a column's name can stand in the table's own brackets.
fn is_simple(name: &str) -> bool {
    name.split(' ').all(is_word)
}

/// A column's name with an apostrophe before each sign that means something in brackets.
pub fn escaped_name(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for sign in name.chars() {
        if is_special(sign) {
            text.push('\'');
        }
        text.push(sign);
    }
    text
}

/// Whether a sign in a column's name needs an apostrophe before it.
pub(super) const fn is_special(sign: char) -> bool {
    matches!(sign, '[' | ']' | '#' | '\'' | '@')
}
