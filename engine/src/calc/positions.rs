//! Where values stand in the rows and columns that look-ups have searched: one hashed index for each, kept up to date
//! cell by cell, which all look-ups in that row or column share.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::base::{Address, Fate, OverlapIndex, Place, Range, Region, SheetId, Shift, SortedMap};
use crate::book::Book;
use crate::functions::Key;
use crate::value::Value;

/// Shorter rows and columns are searched cell by cell.
const WORTH_KEEPING: u64 = 64;
/// How many cells the indexes may hold together.
const MOST_CELLS: usize = 1 << 20;

/// The indexes of the rows and columns that look-ups have searched more than once.
#[derive(Debug, Default)]
pub struct Positions {
    lines: Vec<Line>,
    known: FxHashMap<Region, Known>,
    filed: SortedMap<SheetId, OverlapIndex>,
    cells: usize,
}

/// What came of a row or column that was searched.
#[derive(Debug, Clone, Copy)]
enum Known {
    /// It was searched once, which alone is not worth an index.
    Once,
    /// It has an index.
    Kept(usize),
    /// It is too large for one.
    Refused,
}

/// The places of each value in a row or column, counted from its first cell.
#[derive(Debug)]
struct Line {
    region: Region,
    /// How many cells it had when it was made.
    cells: usize,
    places: FxHashMap<Key, Places>,
}

/// Most values stand in one place only.
#[derive(Debug)]
enum Places {
    One(u32),
    Many(BTreeSet<u32>),
}

impl Positions {
    /// The first place of a value in a row or column; the outer `None` when no index of it is kept.
    pub fn first(&mut self, book: &Book, region: Region, key: &Key) -> Option<Option<u32>> {
        if region.range.count() < WORTH_KEEPING {
            return None;
        }
        let line = match self.known.get(&region) {
            Some(Known::Kept(line)) => *line,
            Some(Known::Once) => self.keep(book, region)?,
            Some(Known::Refused) => return None,
            None => {
                self.known.insert(region, Known::Once);
                return None;
            }
        };
        Some(self.lines[line].places.get(key).map(Places::first))
    }

    /// Takes note that a cell's value was replaced by another.
    pub fn replace(&mut self, place: Place, before: &Value, after: &Value) {
        let (Some(filed), lines) = (self.filed.get(&place.sheet), &mut self.lines) else { return };
        let (left, entered) = (Key::of(before), Key::of(after));
        if left == entered {
            return;
        }
        filed.overlapping(Range::cell(place.address), &mut |line| {
            if let Some(line) = lines.get_mut(line as usize).filter(|line| line.region.contains(place)) {
                let at = distance(line.region.range, place.address);
                left.iter().for_each(|key| line.remove(key, at));
                entered.iter().for_each(|key| line.add(key.clone(), at));
            }
        });
    }

    /// Whether anything is kept of cells of a region.
    pub fn watches(&self, region: Region) -> bool {
        self.filed.get(&region.sheet).is_some_and(|filed| filed.overlaps(region.range))
    }

    /// Lets rows and columns follow when lines come or go. Those within which lines come or go are forgotten.
    pub fn shift(&mut self, shift: &Shift) {
        if self.known.is_empty() {
            return;
        }
        let lines = std::mem::take(&mut self.lines);
        for (region, known) in std::mem::take(&mut self.known) {
            let known = match known {
                Known::Kept(_) => Known::Once,
                known => known,
            };
            self.known.extend(shift.region(region).map(|region| (region, known)));
        }
        self.filed.clear();
        self.cells = 0;
        for line in lines.into_iter().filter(|line| shift.region_fate(line.region) != Fate::Cut) {
            if let Some(region) = shift.region(line.region) {
                self.file(Line { region, ..line });
            }
        }
    }

    fn file(&mut self, line: Line) {
        let number = self.lines.len();
        self.cells += line.cells;
        self.known.insert(line.region, Known::Kept(number));
        self.filed.or_default(line.region.sheet).insert(line.region.range, number as u64);
        self.lines.push(line);
    }

    fn keep(&mut self, book: &Book, region: Region) -> Option<usize> {
        let mut line = Line { region, cells: 0, places: FxHashMap::default() };
        if self.cells < MOST_CELLS {
            book.sheet(region.sheet)?.visit(region.range, &mut |at, value| {
                if let Some(key) = Key::of(value).filter(|_| self.cells + line.cells < MOST_CELLS) {
                    line.add(key, distance(region.range, at));
                    line.cells += 1;
                }
            });
        }
        if self.cells + line.cells >= MOST_CELLS {
            self.known.insert(region, Known::Refused);
            return None;
        }
        self.file(line);
        self.lines.len().checked_sub(1)
    }
}

impl Line {
    fn add(&mut self, key: Key, at: u32) {
        match self.places.get_mut(&key) {
            Some(places) => places.add(at),
            None => _ = self.places.insert(key, Places::One(at)),
        }
    }

    fn remove(&mut self, key: &Key, at: u32) {
        if self.places.get_mut(key).is_some_and(|places| places.remove(at)) {
            self.places.remove(key);
        }
    }
}

impl Places {
    fn first(&self) -> u32 {
        match self {
            Self::One(at) => *at,
            Self::Many(places) => places.first().copied().unwrap_or_default(),
        }
    }

    fn add(&mut self, at: u32) {
        match self {
            Self::One(one) => {
                let mut places = BTreeSet::new();
                places.extend([*one, at]);
                *self = Self::Many(places);
            }
            Self::Many(places) => _ = places.insert(at),
        }
    }

    /// Takes a place away and says whether none is left.
    fn remove(&mut self, at: u32) -> bool {
        match self {
            Self::One(_) => true,
            Self::Many(places) => {
                places.remove(&at);
                places.is_empty()
            }
        }
    }
}

/// How far into a row or column a cell stands.
fn distance(range: Range, cell: Address) -> u32 {
    cell.row - range.first.row + cell.column - range.first.column
}
