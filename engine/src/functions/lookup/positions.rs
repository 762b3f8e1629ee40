//! Where in a row or column a value stands.

use super::find::modes;
use super::line::{Fit, Line, Order, wanted};
use crate::functions::function::Category::Lookup;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number, Value};

pub(super) const FUNCTIONS: &[Function] = &[MATCH, XMATCH];

const MATCH: Function = Function::new("MATCH", "PASSA", Lookup, match_position)
    .takes(&[scalar("value", "letauppvärde"), any("searched", "letauppvektor"), scalar("type", "typ").optional()])
    .help(
        "Gives the position of a value in a row or column: 0 for an equal one, 1 and −1 for the nearest in sorted data.",
        "Ger ett värdes position i en rad eller kolumn: 0 för ett lika värde, 1 och −1 för det närmaste i sorterade data.",
    )
    .examples(&[example("MATCH(\"b\",{\"a\",\"b\",\"c\"},0)", "2"), example("MATCH(25,{10,20,30})", "2")]);

const XMATCH: Function = Function::new("XMATCH", "XMATCHNING", Lookup, exact_position)
    .takes(&[
        scalar("value", "letauppvärde"),
        any("searched", "letauppvektor"),
        scalar("match_mode", "matchningsläge").optional(),
        scalar("search_mode", "sökläge").optional(),
    ])
    .help(
        "Gives the position of a value in a row or column, an equal one unless another match mode is given.",
        "Ger ett värdes position i en rad eller kolumn, ett lika värde om inget annat matchningsläge anges.",
    )
    .examples(&[example("XMATCH(\"c\",{\"a\",\"b\",\"c\"})", "3"), example("XMATCH(25,{30,10,20},1)", "1")]);

fn match_position(arguments: &Arguments<'_>) -> Answer {
    let kind = arguments.number_or(2, Number::ONE)?;
    let (fit, order) = if kind.is_zero() {
        (Fit::Wildcard, Order::FromFirst)
    } else if kind.is_negative() {
        (Fit::Above, Order::Descending)
    } else {
        (Fit::Below, Order::Ascending)
    };
    let line = Line::new(arguments.area(1)?, arguments.host).ok_or(CellError::NotAvailable);
    position(&wanted(arguments)?, &line?, fit, order)
}

fn exact_position(arguments: &Arguments<'_>) -> Answer {
    let wanted = arguments.scalar(0)?;
    let line = Line::new(arguments.area(1)?, arguments.host).ok_or(CellError::Value)?;
    let (fit, order) = modes(arguments, 2)?;
    position(&wanted, &line.across_types(), fit, order)
}

/// The position from one.
fn position(wanted: &Value, line: &Line<'_>, fit: Fit, order: Order) -> Answer {
    let found = line.find(wanted, fit, order).ok_or(CellError::NotAvailable)?;
    Ok((i64::from(found) + 1).into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn match_types_as_in_excel() {
        check(&[
            ("MATCH(20,{10,20,30},0)", "2"),
            ("MATCH(21,{10,20,30},0)", "#N/A"),
            ("MATCH(21,{10,20,30},)", "#N/A"),
            ("MATCH(21,{10,20,30},1)", "2"),
            ("MATCH(9,{10,20,30},1)", "#N/A"),
            ("MATCH(21,{30,20,10},-1)", "1"),
            ("MATCH(20,{30,20,10},-1)", "2"),
            ("MATCH(31,{30,20,10},-1)", "#N/A"),
            ("MATCH(\"B*\",{\"abc\",\"bcd\"},0)", "2"),
            ("MATCH(\"~*\",{\"abc\",\"*\"},0)", "2"),
            ("MATCH(TRUE,{1,\"TRUE\",TRUE},0)", "3"),
            ("MATCH(1,{1,2;3,4},0)", "#N/A"),
            ("XMATCH(1,{1,2;3,4},0)", "#VALUE!"),
            ("XMATCH(\"a\",{\"a\",\"a\"},0,-1)", "2"),
        ]);
    }

    #[test]
    fn long_columns_are_searched_in_pieces() {
        let cells = [("A1", "'x"), ("A70", "'wanted"), ("A5000", "'last"), ("C3", "1"), ("ZZ3", "2")];
        check_with(
            &cells,
            &[
                ("MATCH(\"wanted\",A:A,0)", "70"),
                ("MATCH(\"last\",A10:A5000,0)", "4991"),
                ("MATCH(\"none\",A:A,0)", "#N/A"),
                ("MATCH(2,B3:ZZ3,0)", "701"),
                ("MATCH(2,B4:ZZ4,0)", "#N/A"),
            ],
        );
    }
}
