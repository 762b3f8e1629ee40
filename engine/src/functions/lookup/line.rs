//! Searching one row or column for a value: the first or last that is equal, the nearest below or above, or by halving
//! sorted data. Values of another type than the wanted one are
//! passed over unless all types are to stand in one order.

use std::cmp::Ordering;
use std::mem::discriminant;

use regex_lite::Regex;

use crate::base::{Address, Range};
use crate::functions::area::Area;
use crate::functions::text::compiled;
use crate::functions::wildcard::Pattern;
use crate::functions::{Arguments, Host, Operand};
use crate::value::order::{compare, equal};
use crate::value::{CellError, Number, Value};

/// Which value will do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// An equal one.
    Exact,
    /// An equal one, or one that fits the wildcards of a wanted text.
    Wildcard,
    /// A text in which a regular expression is found.
    Expression,
    /// An equal one, or else the greatest below it.
    Below,
    /// An equal one, or else the least above it.
    Above,
}

impl Fit {
    /// Whether texts are held against a pattern, so that sorted data cannot be halved.
    pub fn is_pattern(self) -> bool {
        matches!(self, Self::Wildcard | Self::Expression)
    }
}

/// In which order values are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// From the first.
    FromFirst,
    /// From the last.
    FromLast,
    /// By halving data sorted upwards.
    Ascending,
    /// By halving data sorted downwards.
    Descending,
}

/// One row or column.
pub(super) struct Line<'a> {
    area: Area,
    host: &'a dyn Host,
    /// Whether values of other types stand below or above the wanted one, rather than being passed over.
    across_types: bool,
}

impl<'a> Line<'a> {
    /// An area as a line; `None` when it has both rows and columns.
    pub fn new(area: Area, host: &'a dyn Host) -> Option<Self> {
        (area.width() == 1 || area.height() == 1).then_some(Self { area, host, across_types: false })
    }

    /// The line with values of all types in one order: numbers, texts, booleans.
    pub fn across_types(self) -> Self {
        Self { across_types: true, ..self }
    }

    /// Number of values.
    pub fn length(&self) -> u32 {
        self.area.width().max(self.area.height())
    }

    /// Whether it is a column.
    pub fn is_column(&self) -> bool {
        self.area.width() == 1
    }

    /// Where a value stands, counted from zero; a blank one where the first or last blank stands.
    pub fn find(&self, wanted: &Value, fit: Fit, order: Order) -> Option<u32> {
        if wanted.is_blank() {
            return self.find_blank(order);
        }
        match (order, pattern_of(wanted, fit)) {
            (Order::Ascending | Order::Descending, _) => self.find_sorted(wanted, fit, order),
            (_, Some(pattern)) => self.scan(order, &mut |value| pattern.matches(value)),
            _ if matches!(fit, Fit::Below | Fit::Above) => self.nearest(wanted, fit, order),
            _ => self.find_equal(wanted, order),
        }
    }

    fn at(&self, index: u32) -> Value {
        self.area.at(if self.is_column() { Address::new(index, 0) } else { Address::new(0, index) }, self.host)
    }

    fn find_equal(&self, wanted: &Value, order: Order) -> Option<u32> {
        match &self.area {
            Area::Cells(region) if order == Order::FromFirst => self.host.position(*region, wanted),
            _ => self.scan(order, &mut |value| is_same(value, wanted)),
        }
    }

    /// The first or last value that is accepted.
    fn scan(&self, order: Order, accepts: &mut dyn FnMut(&Value) -> bool) -> Option<u32> {
        let mut found = None;
        self.area.visit(self.host, &mut |at, value| {
            if (found.is_none() || order == Order::FromLast) && accepts(value) {
                found = Some(at.row + at.column);
            }
        });
        found
    }

    fn find_blank(&self, order: Order) -> Option<u32> {
        let mut filled = Vec::new();
        self.area.visit(self.host, &mut |at, _| filled.push(at.row + at.column));
        let end = self.length();
        match order {
            // From the end, the place of each value that stands as far in as it would without a gap.
            Order::FromLast => {
                let gapless = filled.iter().rev().zip(1..).take_while(|(at, back)| **at + back == end).count() as u32;
                (end - gapless).checked_sub(1)
            }
            _ => {
                let gapless = filled.iter().zip(0..).take_while(|(at, place)| *at == place).count() as u32;
                (gapless < end).then_some(gapless)
            }
        }
    }

    /// The value nearest to the wanted one on its allowed side, in data of any order and of any types.
    fn nearest(&self, wanted: &Value, fit: Fit, order: Order) -> Option<u32> {
        let side = if fit == Fit::Below { Ordering::Less } else { Ordering::Greater };
        let mut best: Option<(u32, Value)> = None;
        self.area.visit(self.host, &mut |at, value| {
            let Some(standing) = self.standing(value, wanted) else { return };
            if standing != side && standing.is_ne() {
                return;
            }
            let better = best.as_ref().is_none_or(|(_, best)| match compare(value, best) {
                Ordering::Equal => order == Order::FromLast,
                nearer => nearer == side.reverse(),
            });
            if better {
                best = Some((at.row + at.column, value.clone()));
            }
        });
        best.map(|(index, _)| index)
    }

    fn find_sorted(&self, wanted: &Value, fit: Fit, order: Order) -> Option<u32> {
        let used = self.area.used(self.host)?;
        let (start, end) = (used.first.row + used.first.column, used.last.row + used.last.column + 1);
        let past = if order == Order::Descending { Ordering::Less } else { Ordering::Greater };
        let boundary = self.boundary(wanted, (start, end), &|standing| standing != past);
        if boundary.is_some_and(|index| is_same(&self.at(index), wanted)) {
            if !self.across_types || order == Order::Descending {
                return boundary;
            }
            // Of equal values in ascending data the newer functions take the first.
            let below = self.boundary(wanted, (start, end), &Ordering::is_lt);
            return self.next_comparable(wanted, below.map_or(start, |index| index + 1), end).map(|(index, _)| index);
        }
        match (fit, order) {
            (Fit::Below, Order::Ascending) | (Fit::Above, Order::Descending) => boundary,
            (Fit::Below | Fit::Above, _) => {
                self.next_comparable(wanted, boundary.map_or(start, |index| index + 1), end).map(|(index, _)| index)
            }
            _ => None,
        }
    }

    /// The last place, found by halving, whose value still stands to the wanted one as it should.
    fn boundary(&self, wanted: &Value, within: (u32, u32), stands: &dyn Fn(Ordering) -> bool) -> Option<u32> {
        let ((mut low, mut high), mut best) = (within, None);
        while low < high {
            let middle = low + (high - low) / 2;
            match self.next_comparable(wanted, middle, high) {
                Some((index, standing)) if stands(standing) => {
                    best = Some(index);
                    low = index + 1;
                }
                _ => high = middle,
            }
        }
        best
    }

    /// How a value stands to the wanted one; `None` for one that is passed over.
    fn standing(&self, value: &Value, wanted: &Value) -> Option<Ordering> {
        let is_comparable = match self.across_types {
            true => !value.is_blank() && value.as_error().is_none(),
            false => discriminant(value) == discriminant(wanted),
        };
        is_comparable.then(|| compare(value, wanted))
    }

    fn next_comparable(&self, wanted: &Value, from: u32, end: u32) -> Option<(u32, Ordering)> {
        (from..end).find_map(|index| Some((index, self.standing(&self.at(index), wanted)?)))
    }
}

/// The value an argument asks for; a blank cell asks for zero.
pub(super) fn wanted(arguments: &Arguments<'_>) -> Result<Value, CellError> {
    let value = arguments.scalar(0)?;
    Ok(if value.is_blank() { Number::ZERO.into() } else { value })
}

/// The part of an area that lies in one of its rows or columns, as an area again.
pub(super) fn part_of(area: &Area, within: Range, host: &dyn Host) -> Result<Area, CellError> {
    match area.part(within)? {
        Operand::Region(region) => Ok(Area::Cells(region)),
        operand => match operand.read(host) {
            Value::Array(array) => Ok(Area::Values(array)),
            value => Ok(Area::Values(crate::value::Array::new(1, vec![value])?.into())),
        },
    }
}

/// What texts are held against where no equal value is wanted.
enum Shape {
    Wildcards(Pattern),
    Expression(Regex),
    /// Nothing fits it.
    Unfit,
}

impl Shape {
    fn matches(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Wildcards(pattern), Value::Text(text)) => pattern.matches(text),
            (Self::Expression(regex), Value::Text(text)) => regex.is_match(text),
            _ => false,
        }
    }
}

fn pattern_of(wanted: &Value, fit: Fit) -> Option<Shape> {
    match (fit, wanted) {
        (Fit::Expression, Value::Text(text)) => Some(compiled(text, false).map_or(Shape::Unfit, Shape::Expression)),
        (Fit::Expression, _) => Some(Shape::Unfit),
        (Fit::Wildcard, Value::Text(text)) if Pattern::is_needed(text) => Some(Shape::Wildcards(Pattern::new(text))),
        _ => None,
    }
}

fn is_same(value: &Value, wanted: &Value) -> bool {
    discriminant(value) == discriminant(wanted) && equal(value, wanted)
}
