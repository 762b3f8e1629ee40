//! One index of cells by key: for each combination of keys in the key ranges, the exact sum and counts of the cells of
//! the value range that stand beside it. A changed cell costs the same however long the ranges are.

use rustc_hash::FxHashMap;

use super::cell_set::{CellSet, Span};
use crate::base::{Address, AxisKind, Fate, LineChange, Place, Region, Shift, SortedMap};
use crate::book::Book;
use crate::display::Locale;
use crate::functions::{Key, Summary};
use crate::value::{CellError, ExactSum, Value};

/// The ranges of an index, all of one shape.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Regions {
    /// What is added up; `None` where cells are only counted.
    pub values: Option<Region>,
    /// Where the keys stand.
    pub keys: Vec<Region>,
}

/// The groups of the cells in some ranges.
#[derive(Debug)]
pub struct GroupIndex {
    /// The ranges.
    pub regions: Regions,
    locale: Locale,
    /// The group of each place within the ranges, by column and row.
    members: Vec<Vec<u32>>,
    numbers: FxHashMap<Box<[Key]>, u32>,
    groups: Vec<Group>,
}

/// The cells that share their keys.
#[derive(Debug, Default)]
pub struct Group {
    sum: ExactSum,
    numbers: u64,
    members: u64,
    /// Errors among the values, by column and row.
    errors: SortedMap<(u32, u32), CellError>,
    /// The formulas that asked for the group.
    pub readers: CellSet,
    /// The wave in which it changed last.
    pub changed: u64,
}

/// The group of places where some key is blank.
const NOWHERE: u32 = u32::MAX;

impl Regions {
    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = Region> + '_ {
        self.values.into_iter().chain(self.keys.iter().copied())
    }

    /// What they become when rows or columns come or go; `None` when one of them is lost or they differ in shape.
    fn shifted(&self, shift: &Shift) -> Option<Self> {
        let values = match self.values {
            Some(values) => Some(shift.region(values)?),
            None => None,
        };
        let keys: Vec<Region> = self.keys.iter().map(|region| shift.region(*region)).collect::<Option<_>>()?;
        let shape = |region: Region| (region.range.height(), region.range.width());
        let shifted = Self { values, keys };
        let first = shifted.all().next().map(shape);
        let is_alike = shifted.all().all(|region| Some(shape(region)) == first);
        is_alike.then_some(shifted)
    }

    /// How far into each of them a shift that cuts them begins, when that is the same for all.
    fn cut_at(&self, shift: &Shift) -> Option<u32> {
        let at = |region: Region| {
            let (low, _) = shift.axis.lines(region.range);
            (region.sheet == shift.sheet).then(|| shift.at.checked_sub(low)).flatten()
        };
        let first = at(self.keys[0])?;
        self.all().all(|region| at(region) == Some(first)).then_some(first)
    }
}

impl GroupIndex {
    /// The index of some ranges.
    pub fn new(book: &Book, locale: Locale, regions: Regions) -> Self {
        let mut index =
            Self { regions, locale, members: Vec::new(), numbers: FxHashMap::default(), groups: Vec::new() };
        let keys = index.regions.keys[0];
        if let Some(sheet) = book.sheet(keys.sheet) {
            sheet.visit(keys.range, &mut |at, _| index.enter(book, within(keys, at)));
        }
        if let Some(values) = index.regions.values
            && let Some(sheet) = book.sheet(values.sheet)
        {
            sheet.visit(values.range, &mut |at, value| {
                let at = within(values, at);
                if let Some(group) = index.group_at(at) {
                    group.add(at, value);
                }
            });
        }
        index
    }

    /// The number of the group with these keys, which may have no cells yet.
    pub fn number(&mut self, keys: Box<[Key]>) -> u32 {
        if let Some(number) = self.numbers.get(&keys) {
            return *number;
        }
        let number = self.groups.len() as u32;
        self.groups.push(Group::default());
        self.numbers.insert(keys, number);
        number
    }

    /// A group.
    pub fn group(&self, number: u32) -> &Group {
        &self.groups[number as usize]
    }

    /// A group, to change who reads it.
    pub fn group_mut(&mut self, number: u32) -> &mut Group {
        &mut self.groups[number as usize]
    }

    /// Takes note that a cell of the value range was written, and gives the group that changed by it.
    pub fn replace_value(&mut self, cell: Address, before: &Value, after: &Value) -> Option<u32> {
        let at = within(self.regions.values?, cell);
        let counts = |value: &Value| matches!(value, Value::Number(_) | Value::Error(_));
        let number = self.number_at(at).filter(|_| counts(before) || counts(after))?;
        let group = self.group_mut(number);
        group.take(at, before);
        group.add(at, after);
        Some(number)
    }

    /// Takes note that a cell of a key range was written, and gives the groups that a place has left and entered by it.
    /// The values must be as the index knows them.
    pub fn replace_key(&mut self, book: &Book, region: Region, cell: Address) -> [Option<u32>; 2] {
        let at = within(region, cell);
        let (left, entered) = (self.number_at(at), self.keys_at(book, at).map(|keys| self.number(keys)));
        if left == entered {
            return [None, None];
        }
        let value = self.regions.values.map_or(Value::Blank, |values| book.value(beside(values, at)));
        if let Some(group) = left.map(|number| self.group_mut(number)) {
            group.members -= 1;
            group.take(at, &value);
        }
        if let Some(group) = entered.map(|number| self.group_mut(number)) {
            group.members += 1;
            group.add(at, &value);
        }
        self.put(at, entered.unwrap_or(NOWHERE));
        [left, entered]
    }

    /// Lets the ranges follow when rows or columns come or go, which are blank then; false when they are no longer of
    /// one shape, or can no longer be told apart from what they were.
    pub fn shift(&mut self, shift: &Shift) -> bool {
        let Some(regions) = self.regions.shifted(shift) else { return false };
        if self.regions.all().any(|region| shift.region_fate(region) == Fate::Cut) {
            let Some(at) = self.regions.cut_at(shift) else { return false };
            self.shift_members(shift.axis, at, shift.change);
        }
        self.regions = regions;
        true
    }

    /// Forgets where the groups' cells stand. The groups stay, so that their readers can still be found.
    pub fn retire(&mut self) {
        self.members = Vec::new();
        self.numbers = FxHashMap::default();
    }

    /// Lets the readers of all groups follow when rows or columns come or go.
    pub fn shift_readers(&mut self, shift: &Shift) {
        self.groups.iter_mut().for_each(|group| group.readers.shift(shift));
    }

    /// The formulas that read any of its groups.
    pub fn readers(&self) -> impl Iterator<Item = Span> + '_ {
        self.groups.iter().flat_map(|group| group.readers.spans())
    }

    fn shift_members(&mut self, axis: AxisKind, at: u32, change: LineChange) {
        match axis {
            AxisKind::Rows => self.members.iter_mut().for_each(|column| shift_list(column, at, change, || NOWHERE)),
            AxisKind::Columns => shift_list(&mut self.members, at, change, Vec::new),
        }
        let within = Shift { sheet: Default::default(), axis, at, change };
        for group in self.groups.iter_mut().filter(|group| !group.errors.is_empty()) {
            let moved = std::mem::take(&mut group.errors).into_iter().filter_map(|((column, row), error)| {
                let cell = within.place(Address::new(row, column).on(within.sheet))?.address;
                Some(((cell.column, cell.row), error))
            });
            group.errors = moved.collect();
        }
    }

    /// About how many bytes it takes up.
    pub fn weight(&self) -> usize {
        const GROUP: usize = 256;
        self.members.iter().map(|column| column.len() * size_of::<u32>()).sum::<usize>() + self.groups.len() * GROUP
    }

    /// Puts a place into the group of its keys while the index is made.
    fn enter(&mut self, book: &Book, at: Address) {
        if let Some(keys) = self.keys_at(book, at) {
            let number = self.number(keys);
            self.group_mut(number).members += 1;
            self.put(at, number);
        }
    }

    fn keys_at(&self, book: &Book, at: Address) -> Option<Box<[Key]>> {
        let key = |region: &Region| Key::of_cell(&book.value(beside(*region, at)), self.locale);
        self.regions.keys.iter().map(key).collect()
    }

    fn number_at(&self, at: Address) -> Option<u32> {
        let number = self.members.get(at.column as usize)?.get(at.row as usize)?;
        (*number != NOWHERE).then_some(*number)
    }

    fn group_at(&mut self, at: Address) -> Option<&mut Group> {
        let number = self.number_at(at)?;
        Some(self.group_mut(number))
    }

    fn put(&mut self, at: Address, number: u32) {
        let (column, row) = (at.column as usize, at.row as usize);
        if column >= self.members.len() {
            self.members.resize_with(column + 1, Vec::new);
        }
        let column = &mut self.members[column];
        if row >= column.len() {
            column.resize(row + 1, NOWHERE);
        }
        column[row] = number;
    }
}

impl Group {
    /// Sum and counts of its cells.
    pub fn summary(&self) -> Summary {
        let error = self.errors.values().next().copied();
        Summary { sum: self.sum.clone(), numbers: self.numbers, filled: self.members, error }
    }

    fn add(&mut self, at: Address, value: &Value) {
        match value {
            Value::Number(number) => {
                self.sum.add(*number);
                self.numbers += 1;
            }
            Value::Error(error) => _ = self.errors.insert((at.column, at.row), *error),
            _ => {}
        }
    }

    fn take(&mut self, at: Address, value: &Value) {
        match value {
            Value::Number(number) => {
                self.sum.subtract(*number);
                self.numbers -= 1;
            }
            Value::Error(_) => _ = self.errors.remove(&(at.column, at.row)),
            _ => {}
        }
    }
}

/// Makes room in a list or takes elements out of it.
fn shift_list<T>(list: &mut Vec<T>, at: u32, change: LineChange, blank: impl FnMut() -> T) {
    let from = list.len().min(at as usize);
    match change {
        LineChange::Insert(_) if from == list.len() => {}
        LineChange::Insert(count) => _ = list.splice(from..from, std::iter::repeat_with(blank).take(count as usize)),
        LineChange::Delete(count) => _ = list.drain(from..list.len().min(from + count as usize)),
    }
}

/// A cell's place counted from the corner of a region.
fn within(region: Region, cell: Address) -> Address {
    Address::new(cell.row - region.range.first.row, cell.column - region.range.first.column)
}

/// The cell of a region that stands so far from its corner.
fn beside(region: Region, at: Address) -> Place {
    let first = region.range.first;
    Address::new(first.row + at.row, first.column + at.column).on(region.sheet)
}
