//! What may be written on a sheet: which cells are to be filled in, which are locked while the sheet is protected, and
//! what values cells take.

use std::rc::Rc;

use crate::base::{Address, LineMove, Range, Region, Relocation, SheetId, Shift};
use crate::value::Number;

/// What may be written on a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules {
    /// Cells that people said are to be filled in, or are locked; what was said last counts.
    pub marks: Vec<(Range, bool)>,
    /// Why the sheet is protected, perhaps in no words; `None` while it is not.
    pub protection: Option<String>,
    /// What values cells take; what was said last counts.
    pub validations: Vec<Validation>,
}

/// What values some cells take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Validation {
    /// The cells.
    pub range: Range,
    /// The values; `None` where any is taken.
    pub allowed: Option<Allowed>,
    /// Whether other values are refused; if not, they are warned of.
    pub is_strict: bool,
    /// What to tell who writes another value, in somebody's own words.
    pub message: String,
}

/// Values that a cell takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Allowed {
    /// One of a list.
    List(List),
    /// What lies within limits.
    Within {
        /// What is within them.
        measure: Measure,
        /// The least; `None` without one.
        least: Option<Number>,
        /// The greatest; `None` without one.
        most: Option<Number>,
    },
}

/// What lies within limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// A date.
    Date,
    /// How many characters there are.
    Length,
}

/// A list of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum List {
    /// These.
    Texts(Vec<Rc<str>>),
    /// What stands in cells; `None` when they are gone.
    Cells(Option<Region>),
    /// What a defined name means.
    Name(Rc<str>),
}

impl Rules {
    /// What people said of a cell: that it is to be filled in, or locked.
    pub fn mark(&self, cell: Address) -> Option<bool> {
        self.marks.iter().rev().find(|(range, _)| range.contains(cell)).map(|(_, is_input)| *is_input)
    }

    /// What values a cell takes.
    pub fn validation(&self, cell: Address) -> Option<&Validation> {
        self.validations.iter().rev().find(|rule| rule.range.contains(cell)).filter(|rule| rule.allowed.is_some())
    }

    /// Says of cells that they are to be filled in, or locked.
    pub fn set_mark(&mut self, range: Range, is_input: bool) {
        self.marks.retain(|(old, _)| range.intersection(*old) != Some(*old));
        self.marks.push((range, is_input));
    }

    /// Says what values cells take.
    pub fn set_validation(&mut self, rule: Validation) {
        self.validations.retain(|old| rule.range.intersection(old.range) != Some(old.range));
        let covers =
            rule.allowed.is_some() || self.validations.iter().any(|old| old.range.intersection(rule.range).is_some());
        self.validations.extend(covers.then_some(rule));
    }

    /// Follows rows or columns of the sheet that come or go.
    pub fn shift(&mut self, shift: &Shift) {
        self.follow(|range| shift.region(range.on(shift.sheet)).map(|region| region.range));
    }

    /// Follows rows or columns of the sheet that go elsewhere.
    pub fn moved(&self, lines: &LineMove) -> Self {
        let mut moved = self.clone();
        moved.follow(|range| Some(lines.region(range.on(lines.sheet)).range));
        moved
    }

    /// What stands on a sheet afterwards of what is said here of another, or of the same, when cells move.
    pub fn relocated(&self, (own, on): (SheetId, SheetId), relocation: &Relocation) -> Self {
        let parts = |range: Range| {
            let parts = relocation.parts(range.on(own)).into_iter();
            parts.filter(move |(_, after)| after.sheet == on).map(|(_, after)| after.range)
        };
        let marks = self.marks.iter().flat_map(|(range, is_input)| parts(*range).map(move |part| (part, *is_input)));
        let validations = self.validations.iter().flat_map(|rule| {
            let mut rule = rule.clone();
            if let Some(Allowed::List(List::Cells(cells))) = &mut rule.allowed {
                *cells = cells.and_then(|region| relocation.region(region));
            }
            parts(rule.range).map(move |range| Validation { range, ..rule.clone() })
        });
        Self { marks: marks.collect(), protection: self.protection.clone(), validations: validations.collect() }
    }

    /// Follows the cells of lists, on whatever sheet they stand; says whether a list lost all of its cells.
    pub fn shift_lists(&mut self, shift: &Shift) -> bool {
        let mut is_cut = false;
        for rule in &mut self.validations {
            if let Some(Allowed::List(List::Cells(cells))) = &mut rule.allowed {
                let after = cells.and_then(|region| shift.region(region));
                is_cut |= after.map(|region| region.range.count()) != cells.map(|region| region.range.count());
                *cells = after;
            }
        }
        is_cut
    }

    fn follow(&mut self, range: impl Fn(Range) -> Option<Range>) {
        let marks = std::mem::take(&mut self.marks).into_iter();
        self.marks = marks.filter_map(|(old, is_input)| Some((range(old)?, is_input))).collect();
        let rules = std::mem::take(&mut self.validations).into_iter();
        self.validations = rules.filter_map(|rule| Some(Validation { range: range(rule.range)?, ..rule })).collect();
    }
}
