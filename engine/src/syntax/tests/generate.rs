//! Random trees as the parser makes them.

use std::rc::Rc;

use proptest::prelude::*;

use super::ORIGIN;
use crate::base::{MAX_COLUMNS, MAX_ROWS, SheetId};
use crate::syntax::{Corner, Expression, Line, Operator, Prefix, Reference, Shape, SheetReference};
use crate::value::{CellError, Number};

const OPERATORS: [Operator; 12] = [
    Operator::Add,
    Operator::Subtract,
    Operator::Multiply,
    Operator::Divide,
    Operator::Power,
    Operator::Join,
    Operator::Equal,
    Operator::Unequal,
    Operator::Less,
    Operator::LessOrEqual,
    Operator::Greater,
    Operator::GreaterOrEqual,
];

const PERCENT: u8 = 6;
const PREFIX: u8 = 7;

pub(super) fn expression() -> impl Strategy<Value = Expression> {
    leaf().prop_recursive(6, 40, 4, |inner| {
        let operands = prop::collection::vec((prop::sample::select(&OPERATORS[..]), inner.clone()), 1..4);
        prop_oneof![
            (inner.clone(), operands).prop_map(|(first, rest)| chain(first, rest)),
            (prop::bool::ANY, inner.clone()).prop_map(|(minus, operand)| prefix(minus, operand)),
            inner.clone().prop_map(|operand| Expression::Percent(Box::new(fitted(operand, PERCENT)))),
            inner.clone().prop_map(|operand| Expression::Group(Box::new(operand))),
            call(inner),
        ]
    })
}

/// References of any shape, most near the formula or at the sheet's end.
pub(super) fn reference() -> impl Strategy<Value = Reference> {
    let own = ORIGIN.address;
    let row = || line(own.row, MAX_ROWS);
    let column = || line(own.column, MAX_COLUMNS);
    let shape = prop::sample::select(vec![Shape::Cell, Shape::Range, Shape::Range, Shape::Columns, Shape::Rows]);
    (sheet(), shape, row(), column(), row(), column()).prop_map(|(sheet, shape, top, left, bottom, right)| {
        let (first, last) = (Corner { row: top, column: left }, Corner { row: bottom, column: right });
        let edge = |line, edge| Corner { row: line, column: Line::Absolute(edge) };
        let (first, last) = match shape {
            Shape::Cell => (first, first),
            Shape::Range => (first, last),
            Shape::Rows => (edge(top, 0), edge(bottom, MAX_COLUMNS - 1)),
            Shape::Columns => (
                Corner { row: Line::Absolute(0), column: left },
                Corner { row: Line::Absolute(MAX_ROWS - 1), column: right },
            ),
        };
        Reference { sheet, shape, first, last }
    })
}

fn line(origin: u32, limit: u32) -> impl Strategy<Value = Line> {
    let position = prop_oneof![4 => 0..24_u32, 1 => limit - 24..limit];
    (position, prop::bool::ANY).prop_map(move |(position, fixed)| Line::at(position, origin, fixed))
}

fn sheet() -> impl Strategy<Value = Option<SheetReference>> {
    prop_oneof![
        4 => Just(None),
        2 => (0..7_u32).prop_map(|id| Some(SheetReference::Known(SheetId(id)))),
        1 => prop::sample::select(vec!["Saknas", "Inte här", "x'y", "3e kvartalet", "Q1", "RC", "!"])
            .prop_map(|name| Some(SheetReference::Unknown(Rc::from(name)))),
    ]
}

fn leaf() -> impl Strategy<Value = Expression> {
    prop_oneof![
        3 => reference().prop_map(Expression::Reference),
        2 => number().prop_map(Expression::Number),
        1 => constant(),
        1 => array(),
        1 => prop::sample::select(vec!["Ram", "budget.2024", "_år", "B", "Åäö", "XFE1", "A0", "E5x"])
            .prop_map(|name| Expression::Name(Rc::from(name))),
    ]
}

fn number() -> impl Strategy<Value = Number> {
    let mantissa = prop_oneof![0..100_i128, 0..10_i128.pow(28)];
    (mantissa, 0..28_u32).prop_map(|(mantissa, scale)| Number::from_parts(mantissa, scale).unwrap())
}

fn constant() -> impl Strategy<Value = Expression> {
    prop_oneof![
        "[a-ö\";,🙂 ]{0,6}".prop_map(|text| Expression::Text(Rc::from(text))),
        any::<bool>().prop_map(Expression::Boolean),
        prop::sample::select(CellError::ALL.to_vec()).prop_map(Expression::Error),
    ]
}

fn array() -> impl Strategy<Value = Expression> {
    let signed = (number(), any::<bool>()).prop_map(|(number, minus)| if minus { number.negated() } else { number });
    let element = prop_oneof![signed.prop_map(Expression::Number), constant()];
    (1..4_usize, 1..4_usize)
        .prop_flat_map(move |(height, width)| {
            prop::collection::vec(prop::collection::vec(element.clone(), width), height)
        })
        .prop_map(Expression::Array)
}

fn call(argument: impl Strategy<Value = Expression> + 'static) -> impl Strategy<Value = Expression> {
    let argument = prop_oneof![5 => argument, 1 => Just(Expression::Missing)];
    let names = vec!["SUM", "IF", "STDEV.S", "LOG10", "TRUE", "YEAR", "OKÄND.FUNKTION"];
    (prop::sample::select(names), prop::collection::vec(argument, 0..4)).prop_map(|(name, mut arguments)| {
        // One missing argument and none are written alike.
        if arguments == [Expression::Missing] {
            arguments.clear();
        }
        Expression::Call(Rc::from(name), arguments)
    })
}

fn chain(first: Expression, rest: Vec<(Operator, Expression)>) -> Expression {
    let precedence = rest[0].0.precedence();
    let rest = rest.into_iter().filter(|(operator, _)| operator.precedence() == precedence);
    let rest = rest.map(|(operator, operand)| (operator, fitted(operand, precedence + 1)));
    Expression::Chain(Box::new(fitted(first, precedence + 1)), rest.collect())
}

fn prefix(minus: bool, operand: Expression) -> Expression {
    let sign = if minus { Prefix::Minus } else { Prefix::Plus };
    Expression::Prefix(sign, Box::new(fitted(operand, PREFIX)))
}

/// The expression, in parentheses where it binds too loosely.
fn fitted(expression: Expression, tightness: u8) -> Expression {
    let binding = match &expression {
        Expression::Chain(_, rest) => rest[0].0.precedence(),
        Expression::Percent(_) => PERCENT,
        _ => PREFIX,
    };
    if binding < tightness { Expression::Group(Box::new(expression)) } else { expression }
}
