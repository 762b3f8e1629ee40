//! A formula worked out part by part, the innermost first, as somebody would with pencil and paper. Each part is
//! evaluated as it stands in the formula, so what is shown is what the calculation gives.

use crate::base::Place;
use crate::book::Book;
use crate::calc::{World, value_at};
use crate::syntax::{Expression, Prefix};
use crate::value::{CellError, Number, Value};

/// The most parts that are worked out one by one.
const MOST_STEPS: usize = 60;
/// The deepest nesting that is taken apart.
const DEEPEST: u32 = 48;
/// The most cells of a range that are written out one by one.
const MOST_CELLS: u64 = 8;
/// The most values of an array that are written out.
const MOST_VALUES: usize = 12;

/// Functions whose arguments may be written out one by one.
const AGGREGATES: &[&str] = &["SUM", "AVERAGE", "MIN", "MAX", "COUNT", "COUNTA", "PRODUCT"];
/// Functions that give names to their arguments, or leave some of them out; shown as a whole.
const WHOLE: &[&str] = &[
    "LET",
    "LAMBDA",
    "MAP",
    "REDUCE",
    "SCAN",
    "BYROW",
    "BYCOL",
    "MAKEARRAY",
    "IFERROR",
    "IFNA",
    "IFS",
    "SWITCH",
    "CHOOSE",
    "OFFSET",
    "INDIRECT",
    "CELL",
    "ROW",
    "COLUMN",
    "ROWS",
    "COLUMNS",
    "ISREF",
    "FORMULATEXT",
    "ISFORMULA",
    "SHEET",
    "AREAS",
];

/// A part of a formula and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The part, with the values of its own parts put in.
    pub part: Expression,
    /// What it gives.
    pub value: Value,
}

/// A formula worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkedOut {
    /// The formula with the values of single cells, and of small ranges that are added up, put in.
    pub filled_in: Expression,
    /// Its parts, the innermost first.
    pub steps: Vec<Step>,
}

/// Works out the formula of a cell.
pub fn work_out(book: &Book, world: &World, place: Place, formula: &Expression) -> WorkedOut {
    let mut work = Work { book, world, place, steps: Vec::new() };
    let filled_in = work.fill_in(formula, DEEPEST);
    work.reduce(formula, DEEPEST);
    WorkedOut { filled_in, steps: work.steps }
}

/// A value as it is written in a formula, quotients without an end at the digits that they are shown with. Of large
/// arrays, the first.
pub fn literal(value: &Value) -> Expression {
    match value {
        Value::Blank => Expression::Number(Number::ZERO),
        Value::Number(number) if number.is_negative() => {
            Expression::Prefix(Prefix::Minus, Box::new(Expression::Number(number.settled().abs())))
        }
        Value::Number(number) => Expression::Number(number.settled()),
        Value::Text(text) => Expression::Text(text.clone()),
        Value::Boolean(boolean) => Expression::Boolean(*boolean),
        Value::Error(error) => Expression::Error(*error),
        Value::Array(array) if array.values().len() <= MOST_VALUES => {
            Expression::Array(array.rows().map(|row| row.iter().map(literal).collect()).collect())
        }
        Value::Array(array) => array.values().first().map_or(Expression::Error(CellError::Value), literal),
    }
}

struct Work<'a> {
    book: &'a Book,
    world: &'a World,
    place: Place,
    steps: Vec<Step>,
}

impl Work<'_> {
    /// Works out a part and gives what stands for it in the part around it.
    fn reduce(&mut self, part: &Expression, depth: u32) -> Expression {
        if self.steps.len() >= MOST_STEPS || depth == 0 {
            return part.clone();
        }
        let depth = depth - 1;
        let reduced = match part {
            Expression::Reference(_) => return self.cell(part).unwrap_or_else(|| part.clone()),
            Expression::Group(inner) => return self.reduce(inner, depth),
            Expression::Prefix(prefix, inner) => {
                let reduced = self.reduce(inner, depth);
                match (prefix, &reduced) {
                    (Prefix::Minus, Expression::Number(_)) => return Expression::Prefix(*prefix, Box::new(reduced)),
                    _ => Expression::Prefix(*prefix, Box::new(grouped(reduced))),
                }
            }
            Expression::Percent(inner) => Expression::Percent(Box::new(grouped(self.reduce(inner, depth)))),
            Expression::Chain(first, rest) => {
                let first = grouped(self.reduce(first, depth));
                let rest = rest.iter().map(|(operator, part)| (*operator, grouped(self.reduce(part, depth))));
                Expression::Chain(Box::new(first), rest.collect())
            }
            Expression::Call(name, arguments) if &**name == "IF" => return self.choice(part, arguments, depth),
            Expression::Call(name, arguments) if !WHOLE.contains(&&**name) => {
                let argument = |part: &Expression| match part {
                    Expression::Reference(_) => part.clone(),
                    part => self.reduce(part, depth),
                };
                Expression::Call(name.clone(), arguments.iter().map(argument).collect())
            }
            Expression::Call(..) | Expression::Name(_) | Expression::ScopedName(..) | Expression::Apply(..) => {
                part.clone()
            }
            _ => return part.clone(),
        };
        self.note(part, reduced)
    }

    /// The choice between two parts, of which only the one that counts is worked out.
    fn choice(&mut self, whole: &Expression, arguments: &[Expression], depth: u32) -> Expression {
        let Some((condition, branches)) = arguments.split_first() else { return self.note(whole, whole.clone()) };
        let reduced = self.reduce(condition, depth);
        let chosen = match self.worth(condition) {
            Value::Boolean(holds) => branches.get(usize::from(!holds)),
            Value::Number(number) => branches.get(usize::from(number.is_zero())),
            _ => None,
        };
        let arguments = std::iter::once(reduced).chain(branches.iter().cloned()).collect();
        chosen.iter().for_each(|chosen| _ = self.reduce(chosen, depth));
        self.note(whole, Expression::Call("IF".into(), arguments))
    }

    /// Writes a part down with its value.
    fn note(&mut self, part: &Expression, written: Expression) -> Expression {
        let value = self.worth(part);
        let result = literal(&value);
        if result != written {
            self.steps.push(Step { part: written, value });
        }
        result
    }

    fn worth(&self, part: &Expression) -> Value {
        value_at(self.book, self.world, self.place, part)
    }

    /// The value of a reference to one cell.
    fn cell(&self, part: &Expression) -> Option<Expression> {
        let Expression::Reference(reference) = part else { return None };
        let region = reference.resolve(self.place).filter(|region| region.range.is_cell())?;
        Some(match self.book.value(region.first()) {
            Value::Array(_) => return None,
            value => literal(&value),
        })
    }

    /// The formula with values put in.
    fn fill_in(&self, part: &Expression, depth: u32) -> Expression {
        let Some(depth) = depth.checked_sub(1) else { return part.clone() };
        let inner = |part: &Expression| self.fill_in(part, depth);
        match part {
            Expression::Reference(_) => self.cell(part).unwrap_or_else(|| part.clone()),
            Expression::Group(part) => Expression::Group(Box::new(inner(part))),
            Expression::Percent(part) => Expression::Percent(Box::new(grouped(inner(part)))),
            Expression::Prefix(prefix, part) => Expression::Prefix(*prefix, Box::new(grouped(inner(part)))),
            Expression::Chain(first, rest) => {
                let rest = rest.iter().map(|(operator, part)| (*operator, grouped(inner(part))));
                Expression::Chain(Box::new(grouped(inner(first))), rest.collect())
            }
            Expression::Call(name, arguments) if AGGREGATES.contains(&&**name) => {
                let arguments = arguments.iter().flat_map(|part| self.cells(part).unwrap_or_else(|| vec![inner(part)]));
                Expression::Call(name.clone(), arguments.collect())
            }
            Expression::Call(name, arguments) if &**name == "IF" || !WHOLE.contains(&&**name) => {
                Expression::Call(name.clone(), arguments.iter().map(inner).collect())
            }
            part => part.clone(),
        }
    }

    /// The values of a small range.
    fn cells(&self, part: &Expression) -> Option<Vec<Expression>> {
        let Expression::Reference(reference) = part else { return None };
        let region = reference.resolve(self.place).filter(|region| region.range.count() <= MOST_CELLS)?;
        let value = |value: Value| if value.is_blank() { Expression::Missing } else { literal(&value) };
        Some(region.range.cells().map(|cell| value(self.book.value(cell.on(region.sheet)))).collect())
    }
}

/// A negative number in parentheses, where it stands among other parts.
fn grouped(part: Expression) -> Expression {
    match part {
        Expression::Prefix(..) => Expression::Group(Box::new(part)),
        part => part,
    }
}
