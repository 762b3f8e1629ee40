//! The indexes by key that formulas have asked for, each shared by all formulas over the same ranges, and who reads
//! which group: a formula is looked at only when a group it asked for has changed.

use rustc_hash::FxHashMap;

use super::cell_set::{CellSet, Span};
use super::group_index::{Group, GroupIndex, Regions};
use crate::base::{OverlapIndex, Place, Range, Region, SheetId, Shift, SortedMap};
use crate::book::Book;
use crate::display::Locale;
use crate::functions::{Key, Summary};
use crate::value::Value;

/// Ranges larger than this are left to functions, which know what to make of them.
const MOST_CELLS: u64 = 1 << 26;
/// About how many bytes the indexes may take up together.
const MOST_WEIGHT: usize = 64 << 20;

/// A group of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ticket {
    index: usize,
    group: u32,
}

/// What a formula asked for while it was calculated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The groups it was given.
    pub groups: Vec<Ticket>,
    /// Whether it was refused a group, and read the ranges.
    pub refused: bool,
}

/// A cell whose value was replaced by another.
#[derive(Debug)]
pub struct Replaced {
    /// The cell.
    pub place: Place,
    /// The value it held.
    pub before: Value,
    /// The value it holds.
    pub after: Value,
}

/// Numbers of indexes by the ranges they cover.
type Filed = SortedMap<SheetId, OverlapIndex>;

/// The indexes and their readers.
#[derive(Debug, Default)]
pub struct Groups {
    indexes: Vec<GroupIndex>,
    /// The index of some ranges; `None` where it would be too large.
    known: FxHashMap<Regions, Option<usize>>,
    values: Filed,
    /// With the number of the key range in the upper half.
    keys: Filed,
    readers: FxHashMap<Place, Asked>,
    weight: usize,
    locale: Locale,
    /// How many waves there have been.
    waves: u64,
    /// Groups that changed in this wave.
    changed: Vec<Ticket>,
    /// Formulas that were refused a group in this wave, or are so no longer.
    pub turned: Vec<(Place, bool)>,
}

impl Groups {
    /// Text is read as numbers in the language of the wave, so another language makes all indexes worthless; then the
    /// formulas that read them are given, which depend on whole ranges until they ask again.
    pub fn begin(&mut self, locale: Locale) -> Vec<Place> {
        if self.locale == locale {
            return Vec::new();
        }
        let before = std::mem::replace(self, Self { locale, waves: self.waves, ..Self::default() });
        before.readers.into_keys().collect()
    }

    /// Ends a wave: what changes from now on is news for the next.
    pub fn end(&mut self) {
        self.waves += 1;
        self.changed.clear();
    }

    /// Lets indexes and readers follow when rows or columns come or go. Gives the formulas whose index is lost, which
    /// must ask anew.
    pub fn shift(&mut self, shift: &Shift) -> Vec<Span> {
        if self.readers.keys().any(|place| shift.place(*place) != Some(*place)) {
            let readers = std::mem::take(&mut self.readers).into_iter();
            self.readers = readers.filter_map(|(place, asked)| Some((shift.place(place)?, asked))).collect();
            self.indexes.iter_mut().for_each(|index| index.shift_readers(shift));
        }
        if self.indexes.is_empty() { Vec::new() } else { self.shift_indexes(shift) }
    }

    fn shift_indexes(&mut self, shift: &Shift) -> Vec<Span> {
        let mut homeless = Vec::new();
        (self.values, self.keys) = Default::default();
        let known = std::mem::take(&mut self.known);
        for number in known.into_values().flatten() {
            let index = &mut self.indexes[number];
            if index.shift(shift) && !self.known.contains_key(&index.regions) {
                self.known.insert(index.regions.clone(), Some(number));
                self.file(number);
            } else {
                homeless.extend(index.readers());
                index.retire();
            }
        }
        self.weight = self.indexes.iter().map(GroupIndex::weight).sum();
        homeless
    }

    /// Sum and counts of a group, and the ticket by which it is known; `None` where no index is kept.
    pub fn ask(&mut self, book: &Book, regions: &Regions, keys: Box<[Key]>) -> Option<(Ticket, Summary)> {
        let index = match self.known.get(regions) {
            Some(known) => (*known)?,
            None => self.keep(book, regions)?,
        };
        let group = self.indexes[index].number(keys);
        Some((Ticket { index, group }, self.indexes[index].group(group).summary()))
    }

    /// Whether anything is kept of cells of a region.
    pub fn watches(&self, region: Region) -> bool {
        self.values.get(&region.sheet).is_some_and(|index| index.overlaps(region.range))
            || self.keys.get(&region.sheet).is_some_and(|index| index.overlaps(region.range))
    }

    /// Takes note that cells were written, and gives how many groups took the difference. All values come before all
    /// keys, because a place that changes its group takes along the value that it has now.
    pub fn replace(&mut self, book: &Book, cells: &[Replaced]) -> usize {
        if self.indexes.is_empty() {
            return 0;
        }
        let mut touched = Vec::new();
        for Replaced { place, before, after } in cells {
            let indexes = &mut self.indexes;
            each_at(&self.values, *place, &mut |index| {
                let index = index as usize;
                if !indexes[index].regions.values.is_some_and(|region| region.contains(*place)) {
                    return;
                }
                let group = indexes[index].replace_value(place.address, before, after);
                touched.extend(group.map(|group| Ticket { index, group }));
            });
        }
        for Replaced { place, .. } in cells {
            let indexes = &mut self.indexes;
            each_at(&self.keys, *place, &mut |item| {
                let (index, key) = (item as u32 as usize, (item >> 32) as usize);
                let region = indexes[index].regions.keys[key];
                if !region.contains(*place) {
                    return;
                }
                let groups = indexes[index].replace_key(book, region, place.address);
                touched.extend(groups.into_iter().flatten().map(|group| Ticket { index, group }));
            });
        }
        for ticket in &touched {
            self.group_mut(*ticket).changed = self.waves + 1;
        }
        let count = touched.len();
        self.changed.append(&mut touched);
        count
    }

    /// The formulas that read a group which has changed in this wave.
    pub fn readers_of_changed(&self) -> impl Iterator<Item = Span> + '_ {
        self.changed.iter().flat_map(|ticket| self.group(*ticket).readers.spans())
    }

    /// What a formula asked for when it was calculated last, if it was given all it asked for.
    pub fn asked(&self, place: Place) -> Option<&Asked> {
        if self.readers.is_empty() {
            return None;
        }
        self.readers.get(&place).filter(|asked| !asked.refused)
    }

    /// Whether a region is one of those that a formula asked by key.
    pub fn covers(&self, asked: &Asked, region: Region) -> bool {
        asked.groups.iter().any(|ticket| self.regions(*ticket).all().any(|known| known == region))
    }

    /// Whether what a formula asked for has changed in this wave, or may yet.
    pub fn is_news(&self, asked: &Asked, stale: &CellSet) -> bool {
        asked.groups.iter().any(|ticket| {
            self.group(*ticket).changed == self.waves + 1
                || (!stale.is_empty() && self.regions(*ticket).all().any(|region| stale.first_within(region).is_some()))
        })
    }

    /// Takes note of what a formula asked for.
    pub fn note(&mut self, place: Place, asked: Asked) {
        if asked == Asked::default() && !self.readers.contains_key(&place) {
            return;
        }
        if self.readers.get(&place) == Some(&asked) {
            return;
        }
        self.turned.push((place, asked.refused));
        self.forget(place);
        asked.groups.iter().for_each(|ticket| self.group_mut(*ticket).readers.add(place));
        self.readers.insert(place, asked);
    }

    /// Forgets what a formula asked for.
    pub fn forget(&mut self, place: Place) {
        for ticket in self.readers.remove(&place).unwrap_or_default().groups {
            self.group_mut(ticket).readers.remove(place);
        }
    }

    /// Makes an index, unless it is too large.
    fn keep(&mut self, book: &Book, regions: &Regions) -> Option<usize> {
        let known = self.make(book, regions).map(|made| {
            let number = self.indexes.len();
            self.weight += made.weight();
            self.indexes.push(made);
            self.file(number);
            number
        });
        self.known.insert(regions.clone(), known);
        known
    }

    fn file(&mut self, number: usize) {
        let Regions { values, keys } = &self.indexes[number].regions;
        if let Some(region) = values {
            self.values.or_default(region.sheet).insert(region.range, number as u64);
        }
        for (key, region) in keys.iter().enumerate() {
            self.keys.or_default(region.sheet).insert(region.range, (key as u64) << 32 | number as u64);
        }
    }

    fn make(&self, book: &Book, regions: &Regions) -> Option<GroupIndex> {
        if self.weight >= MOST_WEIGHT || regions.keys[0].range.count() > MOST_CELLS {
            return None;
        }
        let made = GroupIndex::new(book, self.locale, regions.clone());
        (made.weight() <= MOST_WEIGHT - self.weight).then_some(made)
    }

    fn group(&self, ticket: Ticket) -> &Group {
        self.indexes[ticket.index].group(ticket.group)
    }

    fn group_mut(&mut self, ticket: Ticket) -> &mut Group {
        self.indexes[ticket.index].group_mut(ticket.group)
    }

    fn regions(&self, ticket: Ticket) -> &Regions {
        &self.indexes[ticket.index].regions
    }
}

/// Shows the items filed under a range that holds a cell, and perhaps a few more.
fn each_at(filed: &Filed, place: Place, found: &mut dyn FnMut(u64)) {
    if let Some(index) = filed.get(&place.sheet) {
        index.overlapping(Range::cell(place.address), found);
    }
}
