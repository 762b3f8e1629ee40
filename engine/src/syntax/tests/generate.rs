//! Random trees as the parser makes them.

use std::rc::Rc;

use proptest::prelude::*;

use super::ORIGIN;
use crate::base::{MAX_COLUMNS, MAX_ROWS, SheetId};
use crate::syntax::{
    Combination, Corner, Expression, Line, Operator, Prefix, Reference, Shape, SheetReference, TableColumns,
    TableReference, TableRows,
};
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
const UNION: u8 = 8;
const INTERSECTION: u8 = 9;
const RANGE: u8 = 10;
const TIGHTEST: u8 = 11;

pub(super) fn expression() -> impl Strategy<Value = Expression> {
    leaf().prop_recursive(6, 40, 4, |inner| {
        let operands = prop::collection::vec((prop::sample::select(&OPERATORS[..]), inner.clone()), 1..4);
        prop_oneof![
            (inner.clone(), operands).prop_map(|(first, rest)| chain(first, rest)),
            (prop::bool::ANY, inner.clone()).prop_map(|(minus, operand)| prefix(minus, operand)),
            inner.clone().prop_map(|operand| Expression::Percent(Box::new(fitted(operand, PERCENT)))),
            inner.clone().prop_map(|operand| Expression::Group(Box::new(operand))),
            inner.clone().prop_map(|operand| Expression::Single(Box::new(fitted(operand, PREFIX)))),
            cells(inner.clone()),
            with_names(inner.clone()),
            call(inner),
        ]
    })
}

/// What gives references: unions, intersections, ranges, spilled cells.
fn cells(inner: impl Strategy<Value = Expression> + Clone + 'static) -> impl Strategy<Value = Expression> {
    let computed = prop::collection::vec(inner, 0..3).prop_map(|mut arguments| {
        arguments.insert(0, Expression::Boolean(true));
        Expression::Call(Rc::from("OKÄND"), arguments)
    });
    let part = prop_oneof![
        3 => reference().prop_map(Expression::Reference),
        1 => name(),
        1 => table(),
        1 => scoped_name(),
        1 => Just(Expression::Error(CellError::Reference)),
        2 => computed,
    ];
    part.prop_recursive(3, 12, 3, |part| {
        let parts = prop::collection::vec(part.clone(), 2..4);
        prop_oneof![
            part.prop_map(|part| Expression::Spilled(Box::new(fitted(part, TIGHTEST)))),
            parts.clone().prop_map(|parts| {
                let parts = parts.into_iter().map(|part| fitted(part, INTERSECTION)).collect();
                Expression::Group(Box::new(Expression::Combined(Combination::Union, parts)))
            }),
            parts.clone().prop_map(|parts| combined(Combination::Intersection, parts, RANGE)),
            parts.prop_map(|parts| combined(Combination::Range, parts, TIGHTEST)),
        ]
    })
}

/// References between which a space or a colon stands, none of which could be taken for a part of its neighbour.
fn combined(combination: Combination, parts: Vec<Expression>, tightness: u8) -> Expression {
    let parts = parts.into_iter().enumerate().map(|(index, part)| match part {
        Expression::Reference(_) | Expression::Error(_) if index > 0 && combination == Combination::Range => {
            Expression::Spilled(Box::new(Expression::Call(Rc::from("OKÄND"), vec![part, Expression::Missing])))
        }
        Expression::Spilled(_) if index > 0 && combination == Combination::Range => Expression::Group(Box::new(part)),
        // A name before a parenthesis is a function.
        Expression::Name(name) if combination == Combination::Intersection => {
            Expression::Group(Box::new(Expression::Name(name)))
        }
        Expression::ScopedName(..) | Expression::Combined(..) if combination == Combination::Intersection => {
            Expression::Group(Box::new(part))
        }
        part => fitted(part, tightness),
    });
    Expression::Combined(combination, parts.collect())
}

fn name() -> impl Strategy<Value = Expression> {
    prop::sample::select(vec!["Ramen", "budget.2024", "_år", "Åäö", "XFE1", "A0", "E5x"])
        .prop_map(|name| Expression::Name(Rc::from(name)))
}

fn scoped_name() -> impl Strategy<Value = Expression> {
    let name = prop::sample::select(vec!["Ramen", "budget.2024", "Åäö"]);
    (one_sheet(), name).prop_map(|(sheet, name)| Expression::ScopedName(sheet, Rc::from(name)))
}

fn table() -> impl Strategy<Value = Expression> {
    let columns = prop_oneof![
        Just(TableColumns::All),
        column().prop_map(TableColumns::One),
        (column(), column()).prop_map(|(first, last)| TableColumns::Between(first, last)),
    ];
    let rows = prop::sample::select(vec![
        TableRows::All,
        TableRows::Data,
        TableRows::Headers,
        TableRows::Totals,
        TableRows::HeadersAndData,
        TableRows::DataAndTotals,
        TableRows::This,
    ]);
    let table = prop::option::of(prop::sample::select(vec!["Tabell", "Ram_2024", "Åäö"]).prop_map(Rc::from));
    (table, rows, columns)
        .prop_map(|(table, rows, columns)| Expression::Table(Rc::new(TableReference { table, rows, columns })))
}

fn column() -> impl Strategy<Value = Rc<str>> {
    prop_oneof![
        prop::sample::select(vec![
            "Budget",
            "Utfall i år",
            "2024",
            "Pris (kr)",
            " a ",
            "#x",
            "it's",
            "[a]",
            "@b",
            "a;b,c:d"
        ])
        .prop_map(Rc::from),
        "[a-ö \\[\\]#'@,;:!\"(){}]{1,6}".prop_map(Rc::from),
    ]
}

/// `LET` and `LAMBDA` with their names in use, and calls of what they give.
fn with_names(inner: impl Strategy<Value = Expression> + Clone + 'static) -> impl Strategy<Value = Expression> {
    let name = |text: &str| Expression::Name(Rc::from(text));
    let arguments = prop::collection::vec(inner.clone(), 2..4);
    prop_oneof![
        (inner.clone(), inner.clone()).prop_map(move |(value, result)| {
            let doubled = chain(name("värde_x"), vec![(Operator::Add, result)]);
            Expression::Call(Rc::from("LET"), vec![name("värde_x"), value, doubled])
        }),
        (inner.clone(), arguments.clone()).prop_map(move |(body, arguments)| {
            let called = Expression::Apply(Box::new(name("Max")), arguments);
            let body = chain(called, vec![(Operator::Join, body)]);
            let parameters = [name("Max"), Expression::Optional(Rc::from("_b"))];
            Expression::Call(Rc::from("LAMBDA"), parameters.into_iter().chain([body]).collect())
        }),
        (inner, arguments.clone()).prop_map(move |(body, arguments)| {
            let lambda = Expression::Call(Rc::from("LAMBDA"), vec![name("q"), body]);
            Expression::Apply(Box::new(lambda), arguments)
        }),
        (scoped_name(), arguments).prop_map(|(callee, arguments)| Expression::Apply(Box::new(callee), arguments)),
    ]
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
        3 => one_sheet().prop_map(Some),
        1 => (one_sheet(), one_sheet()).prop_map(|ends| Some(SheetReference::Span(Rc::new(ends)))),
    ]
}

fn one_sheet() -> impl Strategy<Value = SheetReference> {
    prop_oneof![
        2 => (0..7_u32).prop_map(|id| SheetReference::Known(SheetId(id))),
        1 => prop::sample::select(vec!["Saknas", "Inte här", "x'y", "3e kvartalet", "Q1", "RC", "!"])
            .prop_map(|name| SheetReference::Unknown(Rc::from(name))),
    ]
}

fn leaf() -> impl Strategy<Value = Expression> {
    prop_oneof![
        3 => reference().prop_map(Expression::Reference),
        2 => number().prop_map(Expression::Number),
        1 => constant(),
        1 => array(),
        1 => name(),
        1 => table(),
        1 => scoped_name(),
        1 => Just(Expression::Name(Rc::from("B"))),
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
        Expression::Prefix(..) | Expression::Single(_) => PREFIX,
        Expression::Combined(Combination::Union, _) => UNION,
        Expression::Combined(Combination::Intersection, _) => INTERSECTION,
        Expression::Combined(Combination::Range, _) => RANGE,
        Expression::Reference(reference) if reference.shape != Shape::Cell => RANGE,
        _ => TIGHTEST,
    };
    if binding < tightness { Expression::Group(Box::new(expression)) } else { expression }
}
