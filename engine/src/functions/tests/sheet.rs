//! A small sheet in memory as the world of function bodies.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::base::{Address, Place, Range, Region, SheetId};
use crate::display::Locale;
use crate::functions::{Host, Summary};
use crate::value::moment::DAYS_TO_1904;
use crate::value::{CellError, Number, Value};

/// A sheet with one formula under calculation, in `D7`.
pub struct Sheet {
    /// Cells by column, then row.
    cells: BTreeMap<(u32, u32), Value>,
    hidden: HashSet<u32>,
    filtered: HashSet<u32>,
    calls: HashMap<Address, String>,
    locale: Locale,
    date_offset: i64,
}

impl Sheet {
    /// A sheet with cells as typed in English; a leading apostrophe makes text.
    pub fn new(locale: Locale, cells: &[(&str, &str)]) -> Self {
        let cells = cells.iter().map(|(at, typed)| {
            let at = Address::parse(at).unwrap();
            ((at.column, at.row), read(typed))
        });
        Self {
            cells: cells.collect(),
            hidden: HashSet::new(),
            filtered: HashSet::new(),
            calls: HashMap::new(),
            locale,
            date_offset: 0,
        }
    }

    /// Says that a cell holds a call of a function.
    pub fn calls(&mut self, at: &str, function: &str) {
        self.calls.insert(Address::parse(at).unwrap(), function.to_owned());
    }

    /// Lets dates count from 1904.
    pub fn count_from_1904(&mut self) {
        self.date_offset = DAYS_TO_1904;
    }

    /// Lets a filter hide a row, counted from one.
    pub fn filter(&mut self, row: u32) {
        self.filtered.insert(row - 1);
    }

    /// Hides a row, counted from one.
    pub fn hide(&mut self, row: u32) {
        self.hidden.insert(row - 1);
    }
}

fn read(typed: &str) -> Value {
    match typed {
        "TRUE" => true.into(),
        "FALSE" => false.into(),
        typed => match (typed.strip_prefix('\''), Number::parse(typed), CellError::parse(typed)) {
            (Some(text), _, _) => Value::text(text),
            (_, Some(number), _) => number.into(),
            (_, _, Some(error)) => error.into(),
            _ => panic!("{typed} is not typed as a cell"),
        },
    }
}

impl Host for Sheet {
    fn value(&self, place: Place) -> Value {
        self.cells.get(&(place.address.column, place.address.row)).cloned().unwrap_or_default()
    }

    fn visit(&self, region: Region, visit: &mut dyn FnMut(Address, &Value)) {
        for ((column, row), value) in &self.cells {
            let at = Address::new(*row, *column);
            if region.range.contains(at) {
                visit(at, value);
            }
        }
    }

    fn summary(&self, region: Region) -> Summary {
        let mut summary = Summary::default();
        self.visit(region, &mut |_, value| summary.meet(value));
        summary
    }

    fn used(&self, region: Region) -> Option<Region> {
        let all = self.cells.keys().map(|(column, row)| Range::cell(Address::new(*row, *column)));
        Some(all.reduce(Range::union)?.intersection(region.range)?.on(region.sheet))
    }

    fn origin(&self) -> Place {
        Address::new(6, 3).on(SheetId(0))
    }

    fn is_call(&self, place: Place, functions: &[&str]) -> bool {
        self.calls.get(&place.address).is_some_and(|call| functions.contains(&call.as_str()))
    }

    fn is_hidden(&self, place: Place) -> bool {
        self.hidden.contains(&place.address.row) || self.is_filtered(place)
    }

    fn is_filtered(&self, place: Place) -> bool {
        self.filtered.contains(&place.address.row)
    }

    fn now(&self) -> Number {
        Number::parse("46265.75").unwrap()
    }

    fn date_offset(&self) -> i64 {
        self.date_offset
    }

    fn random(&self) -> Number {
        Number::parse("0.5").unwrap()
    }

    fn locale(&self) -> Locale {
        self.locale
    }
}
