//! What a compiled formula calculates with: numbers, or quicker ones of few digits.

use std::cmp::Ordering;

use crate::syntax::Operator;
use crate::value::order::compare_numbers;
use crate::value::{Number, Units};

/// A kind of number. What it cannot express is nothing.
pub trait Operand: Copy {
    /// Zero.
    const ZERO: Self;

    /// The result of an operator between this and another.
    fn apply(self, operator: Operator, other: Self) -> Option<Self>;

    /// Negated.
    fn negated(self) -> Option<Self>;

    /// The order in which formulas see two of them.
    fn compare(self, other: Self) -> Ordering;
}

impl Operand for Number {
    const ZERO: Self = Self::ZERO;

    fn apply(self, operator: Operator, other: Self) -> Option<Self> {
        let result = match operator {
            Operator::Add => self.plus(other),
            Operator::Subtract => self.minus(other),
            Operator::Multiply => self.times(other),
            Operator::Divide => self.over(other),
            _ => self.power(other),
        };
        result.ok()
    }

    fn negated(self) -> Option<Self> {
        Some(Self::negated(self))
    }

    fn compare(self, other: Self) -> Ordering {
        compare_numbers(self, other)
    }
}

impl Operand for Units {
    const ZERO: Self = Self::ZERO;

    fn apply(self, operator: Operator, other: Self) -> Option<Self> {
        match operator {
            Operator::Add => self.plus(other),
            Operator::Subtract => self.minus(other),
            Operator::Multiply => self.times(other),
            Operator::Divide => self.over(other),
            _ => None,
        }
    }

    fn negated(self) -> Option<Self> {
        Self::negated(self)
    }

    fn compare(self, other: Self) -> Ordering {
        Self::compare(self, other)
    }
}
