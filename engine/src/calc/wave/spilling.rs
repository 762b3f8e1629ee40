//! Arrays that fill the cells beside their formula: finding them room, writing them, taking them back.
//!
//! How far an array reaches is known only when it is calculated, so formulas that read its cells may have been
//! calculated before it. They are marked anew and calculated again. Where two arrays ask for the same cell, one that
//! depends on the other gives way; else the one whose formula stands higher, or further left in the same row, has it.
//! So what a book shows does not depend on what was typed first. An array that is found to wait for cells of its own is taken back and tried without them. When it
//! comes to that again and again, its formula is circular.

use rustc_hash::FxHashMap;

use super::Wave;
use crate::base::{Address, MAX_COLUMNS, MAX_ROWS, Place, Range, Region, SheetId, sorting};
use crate::book::{Sheet, Spill, SpillState};
use crate::calc::cell_set::{CellSet, Span};
use crate::calc::groups::Replaced;
use crate::eval;
use crate::value::{Array, CellError, Value};

/// An array that is taken back so often because it waits for itself is circular.
const MOST_CIRCLES: u32 = 3;
/// An array that is placed anew so often in one wave never comes to rest.
const MOST_PLACINGS: u32 = 64;
/// Cells that are handed on at a time to what is maintained by differences.
const PIECE: usize = 4_096;

/// What became of arrays in a wave.
#[derive(Debug, Default)]
pub(super) struct Spilling {
    tries: FxHashMap<Place, Tries>,
    /// Whether cells were filled or emptied since this was asked last.
    moved: bool,
}

/// How often an array was tried in a wave.
#[derive(Debug, Clone, Copy, Default)]
struct Tries {
    placings: u32,
    circles: u32,
    /// It is circular, and left alone for the rest of the wave.
    is_circular: bool,
}

impl Spilling {
    /// Whether a formula was found circular through its own array.
    pub fn is_circular(&self, place: Place) -> bool {
        !self.tries.is_empty() && self.tries.get(&place).is_some_and(|tries| tries.is_circular)
    }

    /// Whether cells were filled or emptied since this was asked last.
    pub fn has_moved(&mut self) -> bool {
        std::mem::take(&mut self.moved)
    }
}

impl Wave<'_> {
    /// Takes note that cells were written: arrays of formulas that stood there are taken back, and arrays that asked
    /// for the cells are tried again.
    pub fn meet_arrays(&mut self, written: Span) {
        let Some(sheet) = self.arrays_of(written.sheet) else { return };
        let anchored = sheet.spills.anchored(written.column, written.first, written.last);
        let anchored: Vec<Address> = anchored.map(|spill| spill.anchor).collect();
        anchored.into_iter().for_each(|anchor| self.take_back(anchor.on(written.sheet)));
        self.try_again(written.sheet, written.region().range);
    }

    /// Takes back the arrays whose formulas are gone.
    pub fn drop_orphans(&mut self) {
        let orphan = |sheet: &Sheet, anchor: Address| sheet.formulas.at(anchor).is_none();
        let orphans = self.book.sheets.iter().flat_map(|sheet| {
            let anchors = sheet.spills.iter().map(|spill| spill.anchor);
            anchors.filter(|anchor| orphan(sheet, *anchor)).map(|anchor| anchor.on(sheet.id))
        });
        let orphans: Vec<Place> = orphans.collect();
        orphans.into_iter().for_each(|anchor| self.take_back(anchor));
    }

    /// Marks the cells of arrays whose formulas are stale.
    pub(super) fn mark_arrays(&mut self, stale: Span) {
        let ranges: Vec<Range> = self.arrays_in(stale).collect();
        for span in ranges.into_iter().flat_map(|range| columns(stale.sheet, range)) {
            self.work.order.extend(self.work.stale.insert(span));
        }
    }

    /// The cells that arrays of formulas in a span fill, or would fill if they were not circular.
    fn arrays_in(&self, span: Span) -> impl Iterator<Item = Range> {
        let sheet = self.arrays_of(span.sheet).into_iter();
        let arrays = sheet.flat_map(move |sheet| sheet.spills.anchored(span.column, span.first, span.last));
        arrays.filter(|spill| spill.state != SpillState::Blocked).map(|spill| spill.range)
    }

    /// Takes a cell off the stale ones, with the cells that its array fills.
    pub(super) fn settled(&mut self, place: Place) {
        self.work.stale.remove(place);
        let Some(sheet) = self.arrays_of(place.sheet) else { return };
        if let Some(spill) = sheet.spills.at(place.address).filter(|spill| spill.is_whole()) {
            columns(place.sheet, spill.range).for_each(|span| self.work.stale.remove_span(span));
        }
    }

    /// The stale formula whose array fills a cell.
    pub(super) fn awaited(&self, place: Place) -> Option<Place> {
        let anchor = self.arrays_of(place.sheet)?.spills.filling(place.address)?.anchor.on(place.sheet);
        self.work.stale.contains(anchor).then_some(anchor)
    }

    /// Whether a formula was circular through its own array when it was calculated last.
    pub(super) fn was_circular(&self, place: Place) -> bool {
        let sheet = self.arrays_of(place.sheet);
        let spill = sheet.and_then(|sheet| sheet.spills.at(place.address));
        spill.is_some_and(|spill| spill.state == SpillState::Circular)
    }

    /// Opens a circle of waiting cells by taking back the arrays in it; false when none is in it.
    pub(super) fn open_circle(&mut self, members: &[Place]) -> bool {
        let mut anchors: Vec<Place> = members.iter().filter_map(|member| self.awaited(*member)).collect();
        sorting::sort(&mut anchors);
        anchors.dedup();
        let mut is_over = false;
        for anchor in &anchors {
            let tries = self.work.spilling.tries.entry(*anchor).or_default();
            tries.circles += 1;
            is_over |= tries.circles > MOST_CIRCLES;
        }
        for anchor in &anchors {
            if is_over {
                self.give_up(*anchor);
            } else {
                self.take_back(*anchor);
                self.must_calculate(Span::cell(*anchor));
            }
        }
        !anchors.is_empty()
    }

    /// Writes an array from the cell of its formula on, or says there that it has no room.
    pub(super) fn spill(&mut self, anchor: Place, array: &Array) {
        let (range, is_whole) = reach(anchor.address, array);
        let room = if is_whole { self.room(anchor, range) } else { None };
        match room {
            Some(others) => {
                for other in others {
                    self.take_back(other.on(anchor.sheet));
                    self.must_calculate(Span::cell(other.on(anchor.sheet)));
                }
                self.place(anchor, range, array);
            }
            None => {
                self.take_back(anchor);
                self.know(anchor, range, SpillState::Blocked);
                self.store(anchor, Value::Error(CellError::Spill));
            }
        }
    }

    /// Empties the cells that a formula's array fills, and forgets the array.
    pub(super) fn take_back(&mut self, anchor: Place) {
        if self.arrays_of(anchor.sheet).is_none() {
            return;
        }
        let spills = self.book.sheet_mut(anchor.sheet).map(|sheet| &mut sheet.spills);
        let Some(spill) = spills.and_then(|spills| spills.remove(anchor.address)) else { return };
        if spill.is_placed() {
            self.free(&spill, anchor.sheet);
            let emptied = by_column(spill.range).filter(|cell| spill.fills(*cell)).map(|cell| (cell, Value::Blank));
            let news = self.write(anchor.sheet, emptied);
            self.spread(&news);
            self.try_again(anchor.sheet, spill.range);
        }
    }

    /// Takes the cells beside a formula off the stale ones.
    fn free(&mut self, spill: &Spill, sheet: SheetId) {
        let anchor = Span::cell(spill.anchor.on(sheet));
        let is_stale = self.work.stale.covers(anchor);
        if spill.is_whole() {
            columns(sheet, spill.range).for_each(|span| self.work.stale.remove_span(span));
        }
        if is_stale {
            _ = self.work.stale.insert(anchor);
        }
    }

    /// The arrays that must make way for another; `None` when something stands there that need not.
    fn room(&self, anchor: Place, range: Range) -> Option<Vec<Address>> {
        let sheet = self.book.sheet(anchor.sheet)?;
        if has_formula(sheet, anchor.address, range) {
            return None;
        }
        let own = sheet.spills.at(anchor.address);
        let (mut others, mut is_free) = (Vec::<&Spill>::new(), true);
        sheet.visit(range, &mut |cell, _| {
            if cell == anchor.address || own.is_some_and(|own| own.fills(cell)) {
                return;
            }
            match sheet.spills.filling(cell) {
                Some(other) if others.iter().any(|known| known.anchor == other.anchor) => {}
                Some(other) => others.push(other),
                None => is_free = false,
            }
        });
        let is_free = is_free && others.iter().all(|other| self.gives_way(other, anchor, range));
        is_free.then(|| others.into_iter().map(|other| other.anchor).collect())
    }

    /// Whether an array gives way to that of another formula, for a range: what depends on the other does, or else what
    /// stands further down or to the right.
    fn gives_way(&self, one: &Spill, other: Place, range: Range) -> bool {
        let place = one.anchor.on(other.sheet);
        let depends = self.depends(place, range.on(other.sheet));
        if depends == self.depends(other, one.range.on(other.sheet)) { one.anchor > other.address } else { depends }
    }

    /// Whether a formula may read a region, directly or through other formulas.
    fn depends(&self, place: Place, region: Region) -> bool {
        let mut known = CellSet::default();
        let mut next: Vec<Span> = columns(region.sheet, region.range).collect();
        while let Some(span) = next.pop() {
            self.graph.dependents(span, |dependent| next.extend(known.insert(dependent)));
            if known.contains(place) {
                return true;
            }
            next.extend(
                self.arrays_in(span).flat_map(|range| columns(span.sheet, range)).flat_map(|s| known.insert(s)),
            );
        }
        false
    }

    fn place(&mut self, anchor: Place, range: Range, array: &Array) {
        let before = self.book.sheet_mut(anchor.sheet).and_then(|sheet| sheet.spills.remove(anchor.address));
        let before = before.filter(Spill::is_placed);
        let left = before
            .iter()
            .flat_map(|spill| by_column(spill.range).filter(|cell| spill.fills(*cell) && !range.contains(*cell)));
        let mut news = self.write(anchor.sheet, left.map(|cell| (cell, Value::Blank)).collect::<Vec<_>>());
        self.know(anchor, range, SpillState::Placed);
        let filled = by_column(range).filter(|cell| *cell != anchor.address);
        let own = self.write(anchor.sheet, filled.map(|cell| (cell, value_of(array, anchor.address, cell))));
        own.spans().for_each(|span| _ = news.insert(span));
        self.store(anchor, value_of(array, anchor.address, anchor.address));
        if let Some(before) = before.filter(|before| before.range != range) {
            self.try_again(anchor.sheet, before.range);
        }
        if news.is_empty() {
            return;
        }
        // Who asks for the array by its first cell reads all of it.
        self.work.changed.add(anchor);
        self.spread(&news);
        let tries = self.work.spilling.tries.entry(anchor).or_default();
        tries.placings += 1;
        if tries.placings > MOST_PLACINGS {
            self.give_up(anchor);
        }
    }

    /// Lets a formula be circular for the rest of the wave.
    fn give_up(&mut self, anchor: Place) {
        let sheet = self.arrays_of(anchor.sheet);
        let Some(range) = sheet.and_then(|sheet| sheet.spills.at(anchor.address)).map(|spill| spill.range) else {
            return;
        };
        self.work.spilling.tries.entry(anchor).or_default().is_circular = true;
        self.take_back(anchor);
        self.know(anchor, range, SpillState::Circular);
        self.work.stale.remove(anchor);
        if let Some(trace) = &mut self.trace {
            trace.circular.push(anchor);
        }
        self.store(anchor, Value::Error(CellError::Circular));
    }

    fn know(&mut self, anchor: Place, range: Range, state: SpillState) {
        if let Some(sheet) = self.book.sheet_mut(anchor.sheet) {
            sheet.spills.put(Spill::new(anchor.address, range, state));
        }
    }

    /// Writes values beside formulas and gives the cells that changed.
    fn write(&mut self, sheet: SheetId, cells: impl IntoIterator<Item = (Address, Value)>) -> CellSet {
        let (mut news, mut replaced) = (CellSet::default(), Vec::new());
        for (address, after) in cells {
            let Some(target) = self.book.sheet_mut(sheet) else { break };
            let before = target.set_value(address, after.clone());
            if before != after {
                news.add(address.on(sheet));
                replaced.push(Replaced { place: address.on(sheet), before, after });
            }
            if replaced.len() >= PIECE {
                self.maintained.borrow_mut().replace(self.book, &replaced);
                replaced.clear();
            }
        }
        self.maintained.borrow_mut().replace(self.book, &replaced);
        news
    }

    /// Marks what reads cells that changed in the midst of the wave, whether it was calculated already or not.
    fn spread(&mut self, news: &CellSet) {
        let from = self.work.order.len();
        for span in news.spans() {
            _ = self.work.changed.insert(span);
            self.mark_dependents(span);
        }
        self.mark_on(from);
        self.work.spilling.moved |= !news.is_empty();
    }

    /// Tries the arrays again that ask for any cell of a range.
    fn try_again(&mut self, sheet: SheetId, range: Range) {
        let Some(anchors) = self.arrays_of(sheet).map(|sheet| sheet.spills.reaching(range)) else { return };
        anchors.into_iter().for_each(|anchor| self.must_calculate(Span::cell(anchor.on(sheet))));
    }

    /// Has formulas calculated whatever they read.
    pub(super) fn must_calculate(&mut self, formulas: Span) {
        let from = self.work.order.len();
        _ = self.work.roots.insert(formulas);
        self.work.order.extend(self.work.stale.insert(formulas));
        self.mark_on(from);
    }

    /// A sheet with arrays in it.
    fn arrays_of(&self, sheet: SheetId) -> Option<&Sheet> {
        self.book.sheet(sheet).filter(|sheet| !sheet.spills.is_empty())
    }
}

/// Whether a formula stands in a range but for one cell.
fn has_formula(sheet: &Sheet, but: Address, range: Range) -> bool {
    (range.first.column..=range.last.column).any(|column| {
        let first = range.first.row + u32::from(column == but.column);
        first <= range.last.row && sheet.formulas.runs_within(column, first, range.last.row).next().is_some()
    })
}

/// The cells an array fills, cut at the edges of the sheet, and whether all of it is there.
fn reach(anchor: Address, array: &Array) -> (Range, bool) {
    let row = u64::from(anchor.row) + array.height() as u64 - 1;
    let column = u64::from(anchor.column) + array.width() as u64 - 1;
    let (last_row, last_column) = (u64::from(MAX_ROWS) - 1, u64::from(MAX_COLUMNS) - 1);
    let last = Address::new(row.min(last_row) as u32, column.min(last_column) as u32);
    (Range::new(anchor, last), row <= last_row && column <= last_column)
}

/// What an array has for a cell.
fn value_of(array: &Array, anchor: Address, cell: Address) -> Value {
    eval::shown(array.at((cell.row - anchor.row) as usize, (cell.column - anchor.column) as usize))
}

fn columns(sheet: SheetId, range: Range) -> impl Iterator<Item = Span> {
    let columns = range.first.column..=range.last.column;
    columns.map(move |column| Span { sheet, column, first: range.first.row, last: range.last.row })
}

/// The cells of a range, column by column, in which order sets of cells grow cheaply.
fn by_column(range: Range) -> impl Iterator<Item = Address> {
    (range.first.column..=range.last.column)
        .flat_map(move |column| (range.first.row..=range.last.row).map(move |row| Address::new(row, column)))
}
