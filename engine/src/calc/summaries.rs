//! Sums, counts and extremes of ranges, kept up to date by differences. An edit costs the same whether a range has ten cells or a
//! million, and the result is the same to the last digit because sums are exact.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::ends::Ends;
use crate::base::{Address, Fate, OverlapIndex, Place, Range, Region, SheetId, Shift, SortedMap};
use crate::book::Book;
use crate::book::column::Piece;
use crate::functions::{Extremes, Summary};
use crate::value::{CellError, ExactSum, Number, Value};

/// Ranges smaller than this are added up afresh, which is quicker than keeping them.
const WORTH_KEEPING: u64 = 24;

/// The summaries of the ranges that formulas have asked for.
#[derive(Debug, Default)]
pub struct Summaries {
    states: Vec<(Region, State)>,
    known: FxHashMap<Region, usize>,
    index: SortedMap<SheetId, OverlapIndex>,
}

#[derive(Debug, Clone, Default)]
struct State {
    sum: ExactSum,
    numbers: u64,
    filled: u64,
    errors: u64,
    /// Kept from the first time that they are asked for.
    ends: Ends,
}

/// What all ranges over a cell take when its value is replaced, worked out once for all of them.
struct Difference {
    sum: ExactSum,
    numbers: i64,
    filled: i64,
    errors: i64,
    /// The number that leaves and the one that enters.
    ends: (Option<Number>, Option<Number>),
}

impl Summaries {
    /// Sum and counts of a region.
    pub fn summary(&mut self, book: &Book, region: Region) -> Summary {
        if region.range.count() < WORTH_KEEPING {
            return State::of(book, region).summary(book, region);
        }
        let state = self.state(book, region);
        self.states[state].1.summary(book, region)
    }

    /// Sum of a region; `None` where it is an error.
    pub fn total(&mut self, book: &Book, region: Region) -> Option<Number> {
        if region.range.count() < WORTH_KEEPING {
            return State::of(book, region).total();
        }
        let state = self.state(book, region);
        self.states[state].1.total()
    }

    /// Least and greatest number of a region.
    pub fn extremes(&mut self, book: &Book, region: Region) -> Extremes {
        if region.range.count() < WORTH_KEEPING {
            return State::of(book, region).extremes(book, region);
        }
        let state = self.state(book, region);
        self.states[state].1.extremes(book, region)
    }

    /// The number of the state that is kept of a region.
    fn state(&mut self, book: &Book, region: Region) -> usize {
        if let Some(known) = self.known.get(&region) {
            return *known;
        }
        let state = self.grown(book, region).unwrap_or_else(|| State::of(book, region));
        self.keep(region, state);
        self.states.len() - 1
    }

    /// The ranges that are kept and hold a cell.
    pub fn covering(&self, place: Place) -> Vec<Region> {
        let mut found = Vec::new();
        if let Some(index) = self.index.get(&place.sheet) {
            index.overlapping(Range::cell(place.address), &mut |state| found.push(self.states[state as usize].0));
        }
        found.retain(|region| region.contains(place));
        found
    }

    /// Takes note that a cell's value was replaced by another, and gives how many ranges took the difference.
    pub fn replace(&mut self, place: Place, before: &Value, after: &Value) -> usize {
        let Some(index) = self.index.get(&place.sheet) else { return 0 };
        let mut count = 0;
        let difference = LazyCell::new(|| Difference::between(before, after));
        index.overlapping(Range::cell(place.address), &mut |known| {
            let (region, state) = &mut self.states[known as usize];
            if region.contains(place) {
                state.take(&difference);
                count += 1;
            }
        });
        count
    }

    /// Whether anything is kept of cells of a region.
    pub fn watches(&self, region: Region) -> bool {
        self.index.get(&region.sheet).is_some_and(|index| index.overlaps(region.range))
    }

    /// Lets ranges follow when rows or columns come or go, which are blank then: what they add up to stays the same.
    pub fn shift(&mut self, shift: &Shift) {
        let Some(index) = self.index.find_mut(&shift.sheet) else { return };
        index.shift(shift);
        let mut is_worn = index.is_worn();
        let mut moved = Vec::new();
        for (number, (region, _)) in self.states.iter().enumerate() {
            if shift.region_fate(*region) != Fate::Still {
                self.known.remove(region);
                moved.push(number);
            }
        }
        let mut gone = BTreeSet::new();
        for number in moved {
            // Ranges that have become the same add up to the same.
            match shift.region(self.states[number].0).filter(|region| !self.known.contains_key(region)) {
                Some(region) => {
                    self.states[number].0 = region;
                    self.known.insert(region, number);
                }
                None => _ = gone.insert(number),
            }
        }
        is_worn |= !gone.is_empty();
        if is_worn {
            self.file_anew(&gone);
        }
    }

    fn file_anew(&mut self, without: &BTreeSet<usize>) {
        let states = std::mem::take(&mut self.states);
        self.known.clear();
        self.index.clear();
        let kept = states.into_iter().enumerate().filter(|(number, _)| !without.contains(number));
        kept.for_each(|(_, (region, state))| self.keep(region, state));
    }

    fn keep(&mut self, region: Region, state: State) {
        let number = self.states.len();
        self.states.push((region, state));
        self.known.insert(region, number);
        self.index.or_default(region.sheet).insert(region.range, number as u64);
    }

    /// The state of a range that is a known one with one more row, as in a column of running sums.
    fn grown(&self, book: &Book, region: Region) -> Option<State> {
        let Range { first, last } = region.range;
        let shorter = Range { first, last: Address::new(last.row.checked_sub(1)?, last.column) }.on(region.sheet);
        let mut state = self.states[*self.known.get(&shorter)?].1.clone();
        let row = Range { first: Address::new(last.row, first.column), last };
        book.sheet(region.sheet)?.visit(row, &mut |_, value| state.add(value));
        Some(state)
    }
}

impl Difference {
    fn between(before: &Value, after: &Value) -> Self {
        let change = |is: fn(&Value) -> bool| i64::from(is(after)) - i64::from(is(before));
        let ends = (before.as_number(), after.as_number());
        let mut sum = ExactSum::default();
        ends.0.into_iter().for_each(|number| sum.subtract(number));
        ends.1.into_iter().for_each(|number| sum.add(number));
        let numbers = change(|value| value.as_number().is_some());
        let errors = change(|value| value.as_error().is_some());
        Self { sum, numbers, filled: change(|value| !value.is_blank()), errors, ends }
    }
}

impl State {
    fn of(book: &Book, region: Region) -> Self {
        let mut state = Self::default();
        let Some(sheet) = book.sheet(region.sheet) else { return state };
        sheet.add_up(region.range, &mut |piece| match piece {
            Piece::Value(_, value) => state.add(value),
            Piece::Units { units, scale, count } => {
                state.sum.add_units(units, scale);
                state.numbers += count;
                state.filled += count;
            }
        });
        state
    }

    fn add(&mut self, value: &Value) {
        self.filled += u64::from(!value.is_blank());
        match value {
            Value::Number(number) => {
                self.sum.add(*number);
                self.numbers += 1;
                self.ends.add(*number);
            }
            Value::Error(_) => self.errors += 1,
            _ => {}
        }
    }

    fn take(&mut self, difference: &Difference) {
        self.sum.merge(&difference.sum);
        self.numbers = self.numbers.wrapping_add_signed(difference.numbers);
        self.filled = self.filled.wrapping_add_signed(difference.filled);
        self.errors = self.errors.wrapping_add_signed(difference.errors);
        let (left, entered) = difference.ends;
        left.into_iter().for_each(|number| self.ends.take(number));
        entered.into_iter().for_each(|number| self.ends.add(number));
    }

    fn extremes(&mut self, book: &Book, region: Region) -> Extremes {
        if let (Ends::Unknown, Some(sheet)) = (self.ends, book.sheet(region.sheet)) {
            let mut ends = Ends::Nothing;
            sheet
                .visit(region.range, &mut |_, value| value.as_number().into_iter().for_each(|number| ends.add(number)));
            self.ends = ends;
        }
        Extremes { ends: self.ends.numbers(), error: self.error(book, region) }
    }

    fn total(&self) -> Option<Number> {
        if self.errors == 0 { self.sum.total().ok() } else { None }
    }

    fn error(&self, book: &Book, region: Region) -> Option<CellError> {
        if self.errors > 0 { first_error(book, region) } else { None }
    }

    fn summary(&self, book: &Book, region: Region) -> Summary {
        let error = self.error(book, region);
        Summary { sum: self.sum.clone(), numbers: self.numbers, filled: self.filled, error }
    }
}

fn first_error(book: &Book, region: Region) -> Option<CellError> {
    let mut found = None;
    book.sheet(region.sheet)?.visit(region.range, &mut |_, value| found = found.or(value.as_error()));
    found
}
