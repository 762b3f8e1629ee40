//! Looks that follow from what cells hold: a comparison with something, as each cell of a range sees it, and what is seen of
//! it. Colours come with a sign each, so that none of them says anything alone.

use std::rc::Rc;

use super::formulas::Formula;
use super::named::named;
use super::style::{Colour, Style};
use crate::base::{Place, Range, Region, Relocation, SheetId, Shift};
use crate::syntax::{Expression, relocate, rewrite};

/// A look that follows from what cells hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionalFormat {
    /// The cells that it is about.
    pub range: Range,
    /// What is asked of them.
    pub comparison: Comparison,
    /// What they are compared with, relative to each cell: as many as the comparison asks for.
    pub operands: Vec<Rc<Formula>>,
    /// What is seen.
    pub signal: Signal,
}

named! {
    /// What is asked of a cell.
    Comparison:
    /// Its number is greater.
    Above = "above",
    /// Its number is less.
    Below = "below",
    /// Its number lies between two, or is one of them.
    Between = "between",
    /// It is worth the same.
    Equal = "equal",
    /// Its text holds another.
    Contains = "contains",
    /// A formula is true.
    Formula = "formula",
    /// Which of three levels its number has: from one limit on the best, from another the worst.
    Levels = "levels",
}

named! {
    /// What is seen of a cell.
    Signal:
    /// Red, and an exclamation mark.
    Red = "red",
    /// Yellow, and a diamond.
    Yellow = "yellow",
    /// Green, and a tick.
    Green = "green",
    /// Blue, and a dot.
    Blue = "blue",
    /// One of three lights.
    Lights = "lights",
    /// One of three arrows.
    Arrows = "arrows",
}

impl Comparison {
    /// How many things it compares with.
    pub const fn operands(self) -> usize {
        match self {
            Self::Between | Self::Levels => 2,
            _ => 1,
        }
    }
}

impl Signal {
    /// Whether it shows levels.
    pub const fn has_levels(self) -> bool {
        matches!(self, Self::Lights | Self::Arrows)
    }

    /// A look with what it says of letters and fill.
    pub fn over(self, below: &Style) -> Style {
        let colour = match self {
            Self::Red => Colour::Red,
            Self::Yellow => Colour::Yellow,
            Self::Green => Colour::Green,
            Self::Blue => Colour::Blue,
            Self::Lights | Self::Arrows => return below.clone(),
        };
        Style { bold: Some(true), ink: Some(colour), fill: Some(colour), ..below.clone() }
    }
}

impl ConditionalFormat {
    /// As it is after lines came or went; `None` when all its cells are gone.
    pub fn shifted(&self, own: SheetId, shift: &Shift) -> Option<Self> {
        let range = shift.region(self.range.on(own))?.range;
        let place = |line: u32| shift.axis.with_line(self.range.first, line).on(own);
        // A cell that stays, from which to see what is compared with.
        let first = shift.axis.line(self.range.first);
        let mut cells = [first, shift.first_moved()].map(place).into_iter();
        let (before, after) = cells.find_map(|cell| Some((cell, shift.place(cell)?)))?;
        Some(self.with(range, |operand| rewrite(operand, before, after, *shift).expression))
    }

    /// What becomes of it when cells move: the cells that stay, those that move with what they compare with, and where.
    pub fn relocated(&self, own: SheetId, relocation: &Relocation) -> Vec<(SheetId, Self)> {
        let parts = relocation.parts(self.range.on(own)).into_iter();
        let followed = parts.map(|(before, after)| {
            let places = (before.first(), after.first());
            let format = self.with(after.range, |operand| relocate(operand, places.0, places.1, relocation));
            (after.sheet, format)
        });
        followed.collect()
    }

    /// The same of other cells, compared with the same written in another way.
    pub fn with(&self, range: Range, rewritten: impl Fn(&Expression) -> Expression) -> Self {
        let operand = |formula: &Rc<Formula>| {
            let expression = rewritten(&formula.expression);
            if expression == formula.expression { formula.clone() } else { Formula::new(expression) }
        };
        Self { range, operands: self.operands.iter().map(operand).collect(), ..*self }
    }

    /// Whether it may look different because of cells that changed beside its own.
    pub fn reads(&self, own: SheetId, changed: &dyn Fn(Region) -> bool) -> bool {
        let ends = [self.range.first, self.range.last];
        let may_read = |formula: &Rc<Formula>| {
            !formula.names.is_empty()
                || formula.references.iter().any(|reference| {
                    match (reference.target(own), ends.map(|end| reference.range(end))) {
                        (Some(sheet), [Some(one), Some(other)]) => changed(one.union(other).on(sheet)),
                        _ => true,
                    }
                })
        };
        self.operands.iter().any(may_read)
    }

    /// Whether it would compare every cell with itself.
    pub fn refers_to_itself(&self, own: SheetId) -> bool {
        let is_own = |end: Place, formula: &Rc<Formula>| match &formula.expression {
            Expression::Reference(reference) => reference.resolve(end) == Some(Region::cell(end)),
            _ => false,
        };
        let ends = [self.range.first.on(own), self.range.last.on(own)];
        self.operands.iter().any(|operand| ends.iter().all(|end| is_own(*end, operand)))
    }
}
