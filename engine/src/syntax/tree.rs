//! The tree of a formula. References are kept relative to the formula's own cell, so a formula filled down a column is
//! one and the same tree in each of its cells.

use std::cmp::Ordering;
use std::rc::Rc;

use super::reference::Reference;
use crate::value::{CellError, Number};

/// A formula or a part of one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Expression {
    /// A number literal.
    Number(Number),
    /// A text literal.
    Text(Rc<str>),
    /// `TRUE` or `FALSE`.
    Boolean(bool),
    /// An error literal, also what a reference to deleted cells becomes.
    Error(CellError),
    /// An argument left empty between separators.
    Missing,
    /// A cell or range.
    Reference(Reference),
    /// A defined name.
    Name(Rc<str>),
    /// A function call, by English name where the function is known and as written where it is not.
    Call(Rc<str>, Vec<Expression>),
    /// Operators of one precedence from the left, kept flat so that long sums are not deep trees.
    Chain(Box<Expression>, Vec<(Operator, Expression)>),
    /// A sign before its operand.
    Prefix(Prefix, Box<Expression>),
    /// A percent sign after its operand.
    Percent(Box<Expression>),
    /// An expression in parentheses.
    Group(Box<Expression>),
    /// Rows of an array constant.
    Array(Vec<Vec<Expression>>),
    /// Text after `=` that is no formula, kept as it was written.
    Broken(Rc<str>),
}

/// An operator between two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `^`
    Power,
    /// `&`
    Join,
    /// `=`
    Equal,
    /// `<>`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// A sign before an operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Prefix {
    /// `+`
    Plus,
    /// `-`
    Minus,
}

impl Operator {
    /// The operator as written.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Power => "^",
            Self::Join => "&",
            Self::Equal => "=",
            Self::Unequal => "<>",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }

    /// Whether a comparison holds for two values in this order; false for what is no comparison.
    pub const fn holds(self, order: Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::Unequal => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::LessOrEqual => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::GreaterOrEqual => order.is_ge(),
            _ => false,
        }
    }

    /// How tightly it binds: comparison 1, `&` 2, sums 3, products 4, power 5. A prefix sign binds tighter than all.
    pub const fn precedence(self) -> u8 {
        match self {
            Self::Equal | Self::Unequal | Self::Less | Self::LessOrEqual | Self::Greater | Self::GreaterOrEqual => 1,
            Self::Join => 2,
            Self::Add | Self::Subtract => 3,
            Self::Multiply | Self::Divide => 4,
            Self::Power => 5,
        }
    }
}

impl Expression {
    /// Shows this expression and every part of it, from the outside in.
    pub fn walk(&self, visit: &mut dyn FnMut(&Self)) {
        visit(self);
        match self {
            Self::Call(_, arguments) => arguments.iter().for_each(|argument| argument.walk(visit)),
            Self::Chain(first, rest) => {
                first.walk(visit);
                rest.iter().for_each(|(_, operand)| operand.walk(visit));
            }
            Self::Prefix(_, operand) | Self::Percent(operand) | Self::Group(operand) => operand.walk(visit),
            Self::Array(rows) => rows.iter().flatten().for_each(|value| value.walk(visit)),
            _ => {}
        }
    }

    /// Rebuilds the tree with each reference replaced by what `replace` gives for it.
    pub fn map_references(&self, replace: &mut dyn FnMut(&Reference) -> Self) -> Self {
        match self {
            Self::Reference(reference) => replace(reference),
            Self::Call(name, arguments) => {
                Self::Call(name.clone(), arguments.iter().map(|argument| argument.map_references(replace)).collect())
            }
            Self::Chain(first, rest) => {
                let first = Box::new(first.map_references(replace));
                let rest = rest.iter().map(|(operator, operand)| (*operator, operand.map_references(replace)));
                Self::Chain(first, rest.collect())
            }
            Self::Prefix(sign, operand) => Self::Prefix(*sign, Box::new(operand.map_references(replace))),
            Self::Percent(operand) => Self::Percent(Box::new(operand.map_references(replace))),
            Self::Group(operand) => Self::Group(Box::new(operand.map_references(replace))),
            other => other.clone(),
        }
    }

    /// Shows each reference in it, to change.
    pub fn each_reference_mut(&mut self, change: &mut dyn FnMut(&mut Reference)) {
        match self {
            Self::Reference(reference) => change(reference),
            Self::Call(_, arguments) => arguments.iter_mut().for_each(|argument| argument.each_reference_mut(change)),
            Self::Chain(first, rest) => {
                first.each_reference_mut(change);
                rest.iter_mut().for_each(|(_, operand)| operand.each_reference_mut(change));
            }
            Self::Prefix(_, operand) | Self::Percent(operand) | Self::Group(operand) => {
                operand.each_reference_mut(change);
            }
            _ => {}
        }
    }
}
