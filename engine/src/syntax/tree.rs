//! The tree of a formula. References are kept relative to the formula's own cell, so a formula filled down a column is
//! one and the same tree in each of its cells.

use std::cmp::Ordering;
use std::rc::Rc;

use super::reference::{Reference, Shape, SheetReference};
use super::table_reference::TableReference;
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
    /// A defined name, or a name that `LET` or `LAMBDA` gives.
    Name(Rc<str>),
    /// A defined name as it is seen from a sheet: `Sheet1!Rate`.
    ScopedName(SheetReference, Rc<str>),
    /// A parameter of `LAMBDA` that may be left out: `[x]`.
    Optional(Rc<str>),
    /// A part of a table: `Budget[@Outcome]`.
    Table(Rc<TableReference>),
    /// The cells that a formula's array spilled into: `A1#`.
    Spilled(Box<Expression>),
    /// References made into one: `A1:INDEX(B:B,3)`, `A1:C3 B2:D4`, `A1,C1`. A union always stands in a group.
    Combined(Combination, Vec<Expression>),
    /// A function call, by English name where the function is known and as written where it is not.
    Call(Rc<str>, Vec<Expression>),
    /// A call of what an expression gives: `LAMBDA(x,x+1)(2)`.
    Apply(Box<Expression>, Vec<Expression>),
    /// Operators of one precedence from the left, kept flat so that long sums are not deep trees.
    Chain(Box<Expression>, Vec<(Operator, Expression)>),
    /// A sign before its operand.
    Prefix(Prefix, Box<Expression>),
    /// The one value of several that stands in the formula's own row or column: `@A1:A9`.
    Single(Box<Expression>),
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

/// How references are made into one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Combination {
    /// All of them, one after the other.
    Union,
    /// The cells that all of them share.
    Intersection,
    /// The rectangle around them.
    Range,
}

impl Combination {
    /// How tightly it binds among the reference operators.
    pub const fn precedence(self) -> u8 {
        match self {
            Self::Union => 8,
            Self::Intersection => 9,
            Self::Range => 10,
        }
    }
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
    /// How tightly a percent sign binds; operators bind looser.
    pub const PERCENT: u8 = 6;
    /// How tightly a sign before an operand binds; only what gives references binds tighter.
    pub const PREFIX: u8 = 7;
    /// How tightly the parts of a literal, a reference or a call hold together.
    pub const TIGHTEST: u8 = 11;

    /// How tightly the outermost part binds.
    pub fn binding(&self) -> u8 {
        match self {
            Self::Chain(_, rest) => rest.first().map_or(Self::TIGHTEST, |(operator, _)| operator.precedence()),
            Self::Percent(_) => Self::PERCENT,
            Self::Prefix(..) | Self::Single(_) => Self::PREFIX,
            Self::Combined(combination, _) => combination.precedence(),
            Self::Reference(reference) if reference.shape != Shape::Cell => Combination::Range.precedence(),
            _ => Self::TIGHTEST,
        }
    }

    /// Shows this expression and every part of it, from the outside in.
    pub fn walk(&self, visit: &mut dyn FnMut(&Self)) {
        visit(self);
        self.each_part(&mut |part| part.walk(visit));
    }

    /// Shows the parts that this expression is directly made of.
    pub fn each_part<'a>(&'a self, visit: &mut dyn FnMut(&'a Self)) {
        match self {
            Self::Call(_, parts) | Self::Combined(_, parts) => parts.iter().for_each(visit),
            Self::Apply(callee, arguments) => {
                visit(callee);
                arguments.iter().for_each(visit);
            }
            Self::Chain(first, rest) => {
                visit(first);
                rest.iter().for_each(|(_, operand)| visit(operand));
            }
            Self::Prefix(_, operand)
            | Self::Single(operand)
            | Self::Spilled(operand)
            | Self::Percent(operand)
            | Self::Group(operand) => visit(operand),
            Self::Array(rows) => rows.iter().flatten().for_each(visit),
            _ => {}
        }
    }

    /// Rebuilds the tree with each reference replaced by what `replace` gives for it.
    pub fn map_references(&self, replace: &mut dyn FnMut(&Reference) -> Self) -> Self {
        let mut one = |part: &Self| Box::new(part.map_references(replace));
        match self {
            Self::Prefix(sign, operand) => Self::Prefix(*sign, one(operand)),
            Self::Single(operand) => Self::Single(one(operand)),
            Self::Spilled(operand) => Self::Spilled(one(operand)),
            Self::Percent(operand) => Self::Percent(one(operand)),
            Self::Group(operand) => Self::Group(one(operand)),
            Self::Reference(reference) => replace(reference),
            Self::Apply(callee, arguments) => {
                let callee = one(callee);
                Self::Apply(callee, map_all(arguments, replace))
            }
            Self::Chain(first, rest) => {
                let first = one(first);
                let rest = rest.iter().map(|(operator, operand)| (*operator, operand.map_references(replace)));
                Self::Chain(first, rest.collect())
            }
            Self::Call(name, arguments) => Self::Call(name.clone(), map_all(arguments, replace)),
            Self::Combined(combination, parts) => Self::Combined(*combination, map_all(parts, replace)),
            other => other.clone(),
        }
    }

    /// Shows each reference in it, to change.
    pub fn each_reference_mut(&mut self, change: &mut dyn FnMut(&mut Reference)) {
        let mut all = |parts: &mut [Self]| parts.iter_mut().for_each(|part| part.each_reference_mut(change));
        match self {
            Self::Call(_, parts) | Self::Combined(_, parts) => all(parts),
            Self::Apply(callee, arguments) => {
                all(std::slice::from_mut(callee));
                all(arguments);
            }
            Self::Chain(first, rest) => {
                all(std::slice::from_mut(first));
                rest.iter_mut().for_each(|(_, operand)| all(std::slice::from_mut(operand)));
            }
            Self::Prefix(_, operand)
            | Self::Single(operand)
            | Self::Spilled(operand)
            | Self::Percent(operand)
            | Self::Group(operand) => all(std::slice::from_mut(operand)),
            Self::Reference(reference) => change(reference),
            _ => {}
        }
    }
}

fn map_all(parts: &[Expression], replace: &mut dyn FnMut(&Reference) -> Expression) -> Vec<Expression> {
    parts.iter().map(|part| part.map_references(replace)).collect()
}
