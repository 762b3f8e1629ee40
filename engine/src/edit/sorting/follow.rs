//! Formulas that go on reading the same cells when rows have changed places.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{SortError, is_tall};
use crate::base::{Address, Place, Range, SheetId};
use crate::book::{Formula, Run};
use crate::syntax::Expression;
use crate::syntax::reference::{Corner, Line, Reference, Shape};

/// Rows of some columns that change places.
pub struct Moving {
    sheet: SheetId,
    /// The cells among which they do.
    pub range: Range,
    /// Where each row goes that does not stay.
    pub rows: BTreeMap<u32, u32>,
    /// The rows that change places among one another, as stretches without a gap.
    stretches: Vec<(u32, u32)>,
}

impl Moving {
    pub fn new(sheet: SheetId, range: Range, rows: BTreeMap<u32, u32>) -> Self {
        let mut stretches: Vec<(u32, u32)> = Vec::new();
        // Every cycle of rows that change places lies within one stretch, which may hold rows that stay.
        for (from, to) in &rows {
            let (low, high) = (*from.min(to), *from.max(to));
            match stretches.last_mut().filter(|(_, end)| low <= *end) {
                Some(last) => *last = (last.0.min(low), last.1.max(high)),
                None => stretches.push((low, high)),
            }
        }
        Self { sheet, range, rows, stretches }
    }

    /// The cells that move, row by row.
    pub fn sources(&self) -> impl Iterator<Item = Address> + '_ {
        let columns = self.range.first.column..=self.range.last.column;
        self.rows.keys().flat_map(move |row| columns.clone().map(|column| Address::new(*row, column)))
    }

    /// Where a cell is afterwards.
    pub fn place(&self, place: Place) -> Place {
        let Place { sheet, address } = place;
        let moves = sheet == self.sheet && self.has_column(address.column);
        let row = self.rows.get(&address.row).filter(|_| moves);
        Address::new(row.copied().unwrap_or(address.row), address.column).on(sheet)
    }

    /// Whether formulas of a run may read cells that move.
    pub fn may_concern(&self, sheet: SheetId, run: &Run) -> bool {
        run.formula.references.iter().any(|reference| {
            reference.target(sheet) == Some(self.sheet) && {
                let seen = |row| reference.range(Address::new(row, run.column));
                let all = seen(run.first).zip(seen(run.last)).map(|(first, last)| first.union(last));
                all.is_none_or(|all| all.intersection(self.range).is_some())
            }
        })
    }

    /// A formula that reads from its new place what it read from the old; `None` when it is the same.
    pub fn followed(&self, own: Place, formula: &Formula) -> Result<Option<Rc<Formula>>, SortError> {
        let (to, mut partial) = (self.place(own), false);
        let expression = formula.expression.map_references(&mut |reference| {
            let followed = self.reference(reference, own, to);
            partial |= followed.is_none();
            Expression::Reference(followed.unwrap_or_else(|| reference.clone()))
        });
        if partial {
            return Err(SortError::Partial(own));
        }
        Ok((expression != formula.expression).then(|| Formula::new(expression)))
    }

    /// A reference as it is to be written afterwards; `None` when it names some of the rows that move and not all.
    fn reference(&self, reference: &Reference, own: Place, to: Place) -> Option<Reference> {
        let Some(region) = reference.resolve(own) else { return Some(reference.clone()) };
        let concerned = region.sheet == self.sheet && region.range.intersection(self.range).is_some();
        if !concerned || matches!(reference.shape, Shape::Columns) {
            return self.rewritten(reference, own, to, &|row| row);
        }
        if is_tall(region.range) {
            let (first, last) = (region.range.first.row, region.range.last.row);
            let is_cut = |(low, high): &(u32, u32)| {
                let outside = last < *low || first > *high;
                let whole = first <= *low && last >= *high;
                !outside && !whole
            };
            return if self.stretches.iter().any(is_cut) {
                None
            } else {
                self.rewritten(reference, own, to, &|row| row)
            };
        }
        let row = region.range.first.row;
        let new = self.rows.get(&row).copied().unwrap_or(row);
        let within = self.has_column(region.range.first.column) && self.has_column(region.range.last.column);
        if new != row && !within {
            return None;
        }
        self.rewritten(reference, own, to, &|_| new)
    }

    fn rewritten(&self, reference: &Reference, own: Place, to: Place, row: &dyn Fn(u32) -> u32) -> Option<Reference> {
        let corner = |corner: Corner| {
            let cell = corner.resolve(own.address)?;
            let line = match corner.row {
                Line::Absolute(_) => Line::Absolute(row(cell.row)),
                Line::Relative(_) => Line::at(row(cell.row), to.address.row, false),
            };
            Some(Corner { row: line, ..corner })
        };
        Some(Reference { first: corner(reference.first)?, last: corner(reference.last)?, ..reference.clone() })
    }

    fn has_column(&self, column: u32) -> bool {
        (self.range.first.column..=self.range.last.column).contains(&column)
    }
}
