//! Questions a view asks: what stands in a cell, how far a sheet reaches, what a selection adds up to.

use super::refusal::worded;
use super::report::{self, TableReport};
use super::view::{CellView, Extent, SelectionSummary, SheetTab, Sign};
use super::vocabulary::{BookVocabulary, dialect};
use super::{DEFAULT_WIDTH, Session};
use super::{conditional, presentation, speech, units};
use crate::base::{Address, Place, Range, Region, SheetId};
use crate::book::Sheet;
use crate::display::{AmountFormat, Format, Locale, editable, editable_in, general};
use crate::functions::Summary;
use crate::syntax::{Expression, print};
use crate::value::{Number, Value};

impl Session {
    /// What the book is called.
    pub fn title(&self) -> String {
        let first = self.book.sheets.first().map(|sheet| sheet.name.clone());
        if self.book.meta.title.is_empty() { first.unwrap_or_default() } else { self.book.meta.title.clone() }
    }

    /// A file name for the book, without extension.
    pub fn file_name(&self) -> String {
        let parts = [&self.book.meta.municipality, &self.title()].map(|part| part.trim().replace(forbidden, ""));
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" ").split_whitespace().collect::<Vec<_>>().join("-")
    }

    /// The sheets in the order of their tabs.
    pub fn sheets(&self) -> Vec<SheetTab> {
        self.book.sheets.iter().map(|sheet| SheetTab { id: sheet.id, name: sheet.name.clone() }).collect()
    }

    /// How far a sheet is filled.
    pub fn extent(&self, sheet: SheetId) -> Extent {
        let used = self.book.sheet(sheet).and_then(Sheet::used);
        used.map_or_else(Extent::default, |used| Extent { rows: used.last.row + 1, columns: used.last.column + 1 })
    }

    /// The width of a column in characters.
    pub fn column_width(&self, sheet: SheetId, column: u32) -> f32 {
        let width = self.book.sheet(sheet).and_then(|sheet| sheet.widths.get(&column));
        width.copied().unwrap_or(DEFAULT_WIDTH)
    }

    /// A cell as it is drawn.
    pub fn cell(&self, place: Place) -> CellView {
        let sheet = self.book.sheet(place.sheet);
        let mut view = sheet.map(|sheet| presentation::view(sheet, place.address, self.locale)).unwrap_or_default();
        conditional::dress(self, place, &mut view);
        view
    }

    /// The cells of a row as they are drawn.
    pub fn row(&self, sheet: SheetId, row: u32, columns: std::ops::Range<u32>) -> Vec<CellView> {
        columns.map(|column| self.cell(Address::new(row, column).on(sheet))).collect()
    }

    /// The day it is, as it is typed.
    pub fn today(&self) -> String {
        let day = Value::Number(self.world().now.floor());
        Format::parse("yyyy-mm-dd").map_or_else(|_| String::new(), |format| format.render(&day, self.locale).text)
    }

    /// The exact value of a cell.
    pub fn value(&self, place: Place) -> Value {
        self.book.value(place)
    }

    /// What the formula bar shows: the formula in the user's language, or the value so that typing it gives it again.
    /// A cell that only the array of another cell's formula reaches holds nothing of its own.
    pub fn source(&self, place: Place) -> String {
        match self.book.formula(place) {
            Some(formula) => format!("={}", self.printed(&formula.expression, place, self.locale)),
            None if self.book.sheet(place.sheet).is_some_and(|sheet| sheet.spills.filling(place.address).is_some()) => {
                String::new()
            }
            None => {
                let value = match self.book.value(place) {
                    Value::Number(number) => Value::Number(units::shown_at(self, place, number)),
                    value => value,
                };
                let format = self.book.sheet(place.sheet).and_then(|sheet| sheet.styles.number_format(place.address));
                match format.and_then(|code| Format::parse(code).ok()) {
                    Some(format) => editable_in(&value, &format, self.locale),
                    None => editable(&value, self.locale),
                }
            }
        }
    }

    /// The formula of a cell in canonical English, with `=`.
    pub fn formula(&self, place: Place) -> Option<String> {
        let formula = self.book.formula(place)?;
        Some(format!("={}", self.printed(&formula.expression, place, Locale::English)))
    }

    /// The region that an address, a range, `Sheet!B4` or a defined name means.
    pub fn find_place(&self, sheet: SheetId, text: &str) -> Option<Region> {
        let text = text.trim();
        if let Some((name, rest)) = text.rsplit_once('!') {
            let name = name.trim_matches('\'').replace("''", "'");
            return Some(Range::parse(rest)?.on(self.book.sheet_named(&name)?.id));
        }
        if let Some(range) = Range::parse(text) {
            return Some(range.on(sheet));
        }
        match &**self.book.names.find(text, sheet)? {
            Expression::Reference(reference) => reference.resolve(Place::default()),
            _ => None,
        }
    }

    /// Sum, average and counts of a selection, and its extremes where they are asked for: these cost a look at every cell.
    pub fn summary(&self, regions: &[Region], with_extremes: bool) -> SelectionSummary {
        let (mut all, mut least, mut greatest) = (Summary::default(), None::<Number>, None::<Number>);
        for region in regions {
            let part = self.calculator.summary(&self.book, *region);
            all.sum.merge(&part.sum);
            all.numbers += part.numbers;
            all.filled += part.filled;
            let ends = with_extremes.then(|| self.calculator.extremes(&self.book, *region).ends).flatten();
            if let Some((low, high)) = ends {
                least = Some(least.map_or(low, |least| least.min(low)));
                greatest = Some(greatest.map_or(high, |greatest| greatest.max(high)));
            }
        }
        let steps = units::shared_steps(self, regions).unwrap_or(0);
        let sum = all.sum.total().ok().filter(|_| all.numbers > 0).map(|sum| units::scaled(sum, steps));
        let average = sum.and_then(|sum| sum.over(Number::from(all.numbers as i64)).ok());
        let text = |number: Option<Number>, decimals| {
            number.map(|number| shown(number, decimals, self.locale)).unwrap_or_default()
        };
        SelectionSummary {
            sum: text(sum, EXACT),
            average: text(average, ROUNDED),
            least: text(least.filter(|_| sum.is_some()).map(|least| units::scaled(least, steps)), EXACT),
            greatest: text(greatest.filter(|_| sum.is_some()).map(|most| units::scaled(most, steps)), EXACT),
            count: all.filled,
            numbers: all.numbers,
            is_scaled: steps != 0,
        }
    }

    /// The next or previous cell that people fill in: of a report table, or on a protected sheet of all that are not locked.
    pub fn next_input(&self, place: Place, forward: bool) -> Option<Place> {
        let sheet = self.book.sheet(place.sheet)?;
        let from = place.address;
        let is_input = |cell: &Address| presentation::view(sheet, *cell, self.locale).role == super::CellRole::Input;
        let is_protected = sheet.rules.protection.is_some();
        let used = sheet.used().map_or(from.row, |used| used.last.row);
        let marks = sheet.rules.marks.iter().filter(|(_, is_input)| is_protected && *is_input);
        let marks =
            marks.filter_map(|(range, _)| range.intersection(Range::rows_between(0, used.max(range.first.row))));
        let tables = sheet.tables.iter().filter_map(|table| table.range(sheet)).chain(marks);
        // Each table gives its nearest, so that no more of it is looked at than lies between.
        let found = if forward {
            tables.filter_map(|range| onwards(range, from).find(is_input)).min()
        } else {
            tables.filter_map(|range| backwards(range, from).find(is_input)).max()
        };
        found.map(|cell| cell.on(place.sheet))
    }

    /// A cell in words, as a screen reader says it.
    pub fn spoken(&self, place: Place) -> String {
        let sheet = self.book.sheet(place.sheet);
        let sign = conditional::sign(self, place).map(Sign::words);
        let sign = sign.map(|(swedish, english)| worded(self.locale, swedish, english));
        sheet.map(|sheet| speech::spoken(sheet, place.address, sign, self.locale)).unwrap_or_default()
    }

    /// Every report table of the book, or of one sheet.
    pub fn reports(&self, only: Option<SheetId>) -> Vec<TableReport> {
        let sheets = self.book.sheets.iter().filter(|sheet| only.is_none_or(|only| only == sheet.id));
        let tables = sheets.flat_map(|sheet| sheet.tables.iter().map(move |table| (sheet, table)));
        tables.filter_map(|(sheet, table)| report::of_table(self, sheet, table)).collect()
    }

    pub(super) fn printed(&self, expression: &Expression, place: Place, locale: Locale) -> String {
        print(expression, place, dialect(locale), &BookVocabulary(&self.book))
    }
}

/// The cells of a rectangle after a cell, row by row.
fn onwards(range: Range, from: Address) -> impl Iterator<Item = Address> {
    let rows = from.row.max(range.first.row)..=range.last.row;
    let row = move |row| (range.first.column..=range.last.column).map(move |column| Address::new(row, column));
    rows.flat_map(row).filter(move |cell| *cell > from)
}

/// The cells of a rectangle before a cell, from the last to the first.
fn backwards(range: Range, from: Address) -> impl Iterator<Item = Address> {
    let rows = range.first.row..=from.row.min(range.last.row);
    let row = move |row| (range.first.column..=range.last.column).rev().map(move |column| Address::new(row, column));
    rows.rev().flat_map(row).filter(move |cell| *cell < from)
}

/// Decimals of an average, which often has no end.
const ROUNDED: i64 = 2;
/// Decimals of figures that are told as they are; those with more are quotients without an end.
const EXACT: i64 = 10;

/// A figure of the status line: with so many decimals at most, fewer when it has fewer.
fn shown(number: Number, most: i64, locale: Locale) -> String {
    let rounded = number.rounded(most);
    let decimals = (0..most).find(|decimals| rounded.rounded(*decimals) == rounded).unwrap_or(most);
    match u8::try_from(decimals) {
        Ok(decimals) if most == ROUNDED || rounded == number => {
            AmountFormat { decimals, plus: false, percent: false }.format(rounded, locale)
        }
        _ => general(&Value::Number(number), locale),
    }
}

fn forbidden(sign: char) -> bool {
    "/\\:*?\"<>|".contains(sign) || sign.is_control()
}
