//! Arrays that reach beyond the cell of their formula: which cells each of them fills, or would fill if it found room.
//! The values stand in the sheet's columns like all others; here is known whose they are.

use std::collections::BTreeMap;

use crate::base::{Address, Fate, OverlapIndex, Range, Shift, sorting};

/// The arrays of a sheet, by the cells of their formulas.
#[derive(Debug, Clone, Default)]
pub struct Spills {
    /// By column, then row.
    anchors: BTreeMap<(u32, u32), Spill>,
    index: OverlapIndex,
}

/// The array of one formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spill {
    /// The cell of the formula.
    pub anchor: Address,
    /// The cells the array asks for, its formula's own one first.
    pub range: Range,
    /// What came of it.
    pub state: SpillState,
    /// Cells of a placed array that were given other content since.
    holes: Vec<Address>,
}

/// What came of an array that asked for room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpillState {
    /// It fills its cells.
    Placed,
    /// Something stands in its way.
    Blocked,
    /// What it would fill decides what it is.
    Circular,
}

impl Spill {
    /// An array that asked for room.
    pub const fn new(anchor: Address, range: Range, state: SpillState) -> Self {
        Self { anchor, range, state, holes: Vec::new() }
    }

    /// Whether it fills its cells.
    pub fn is_placed(&self) -> bool {
        self.state == SpillState::Placed
    }

    /// Whether all of its cells are filled by it.
    pub fn is_whole(&self) -> bool {
        self.is_placed() && self.holes.is_empty()
    }

    fn fate(&self, shift: &Shift) -> Fate {
        let (low, high) = shift.axis.lines(self.range);
        shift.fate(low, high)
    }

    /// Whether its array stands in a cell beside its formula.
    pub fn fills(&self, cell: Address) -> bool {
        self.is_placed() && cell != self.anchor && self.range.contains(cell) && !self.holes.contains(&cell)
    }
}

impl Spills {
    /// Whether no formula has an array that asks for room.
    pub fn is_empty(&self) -> bool {
        self.anchors.is_empty()
    }

    /// The array of the formula in a cell.
    pub fn at(&self, anchor: Address) -> Option<&Spill> {
        self.anchors.get(&(anchor.column, anchor.row))
    }

    /// The array that fills a cell beside its formula.
    pub fn filling(&self, cell: Address) -> Option<&Spill> {
        if self.is_empty() {
            return None;
        }
        let mut found = None;
        self.index.overlapping(Range::cell(cell), &mut |item| {
            found = found.or(self.at(filed(item)).filter(|spill| spill.fills(cell)));
        });
        found
    }

    /// The arrays that ask for any cell of a range.
    pub fn reaching(&self, range: Range) -> Vec<Address> {
        let mut anchors = Vec::new();
        self.index.overlapping(range, &mut |item| anchors.push(filed(item)));
        sorting::sort(&mut anchors);
        anchors
    }

    /// The arrays whose formulas stand in a column between two rows, both included.
    pub fn anchored(&self, column: u32, first: u32, last: u32) -> impl Iterator<Item = &Spill> {
        self.anchors.range((column, first)..=(column, last)).map(|(_, spill)| spill)
    }

    /// All arrays.
    pub fn iter(&self) -> impl Iterator<Item = &Spill> {
        self.anchors.values()
    }

    /// Takes note of what came of an array, in place of what was known of it.
    pub fn put(&mut self, spill: Spill) {
        self.remove(spill.anchor);
        self.index.insert(spill.range, item(spill.anchor));
        self.anchors.insert((spill.anchor.column, spill.anchor.row), spill);
    }

    /// Forgets an array.
    pub fn remove(&mut self, anchor: Address) -> Option<Spill> {
        let spill = self.anchors.remove(&(anchor.column, anchor.row))?;
        self.index.remove(spill.range, item(anchor));
        Some(spill)
    }

    /// Takes note that a cell was given content of its own.
    pub(super) fn pierce(&mut self, cell: Address) {
        let Some(anchor) = self.filling(cell).map(|spill| spill.anchor) else { return };
        if let Some(spill) = self.anchors.get_mut(&(anchor.column, anchor.row)) {
            spill.holes.push(cell);
        }
    }

    /// Takes note that a cell was emptied, so that the array around it may have it again.
    pub(super) fn mend(&mut self, cell: Address) {
        if self.is_empty() {
            return;
        }
        for anchor in self.reaching(Range::cell(cell)) {
            if let Some(spill) = self.anchors.get_mut(&(anchor.column, anchor.row)) {
                spill.holes.retain(|hole| *hole != cell);
            }
        }
    }

    /// Forgets the arrays that lines coming or going would cut, and gives them.
    pub(super) fn take_cut(&mut self, shift: &Shift) -> Vec<Spill> {
        self.take(|spill| spill.fate(shift) == Fate::Cut)
    }

    /// Moves the arrays along with the lines they stand in. None may be cut.
    pub(super) fn shift(&mut self, shift: &Shift) {
        let along = |cell: Address| {
            let line = shift.axis.line(cell);
            shift.axis.with_line(cell, shift.moved(line).unwrap_or(line))
        };
        for spill in self.take(|spill| spill.fate(shift) == Fate::Moves) {
            let range = Range::new(along(spill.range.first), along(spill.range.last));
            let holes = spill.holes.into_iter().map(along).collect();
            self.put(Spill { anchor: along(spill.anchor), range, state: spill.state, holes });
        }
    }

    fn take(&mut self, is_wanted: impl Fn(&Spill) -> bool) -> Vec<Spill> {
        let anchors: Vec<Address> = self.iter().filter(|spill| is_wanted(spill)).map(|spill| spill.anchor).collect();
        anchors.into_iter().filter_map(|anchor| self.remove(anchor)).collect()
    }
}

/// The number under which the array of a formula is filed.
fn item(anchor: Address) -> u64 {
    u64::from(anchor.row) << 32 | u64::from(anchor.column)
}

/// The formula whose array is filed under a number.
fn filed(item: u64) -> Address {
    Address::new((item >> 32) as u32, item as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> Address {
        Address::parse(text).unwrap()
    }

    #[test]
    fn a_cell_with_content_of_its_own_is_not_filled_until_it_is_emptied() {
        let mut spills = Spills::default();
        spills.put(Spill::new(cell("A1"), Range::parse("A1:B3").unwrap(), SpillState::Placed));
        let filling = |spills: &Spills, text: &str| spills.filling(cell(text)).map(|spill| spill.anchor);
        assert_eq!(filling(&spills, "B2"), Some(cell("A1")));
        assert_eq!(filling(&spills, "A1"), None);
        spills.pierce(cell("B2"));
        assert_eq!(filling(&spills, "B2"), None);
        spills.mend(cell("B2"));
        assert_eq!(filling(&spills, "B2"), Some(cell("A1")));
        assert_eq!(spills.reaching(Range::parse("B3:C9").unwrap()), [cell("A1")]);
    }

    #[test]
    fn an_array_without_room_fills_nothing() {
        let mut spills = Spills::default();
        spills.put(Spill::new(cell("A1"), Range::parse("A1:B3").unwrap(), SpillState::Blocked));
        assert_eq!(spills.filling(cell("B2")), None);
        assert!(spills.remove(cell("A1")).is_some() && spills.is_empty());
        assert_eq!(spills.reaching(Range::whole_sheet()), []);
    }
}
