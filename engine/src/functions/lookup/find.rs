//! Looking a value up in one range and taking the result from another.

use super::line::{Fit, Line, Order};
use crate::functions::function::Category::Lookup;
use crate::functions::function::{Function, any, example, lazy, scalar};
use crate::functions::text::compiled;
use crate::functions::{Answer, Arguments, Operand};
use crate::value::CellError;

pub(super) const FUNCTIONS: &[Function] = &[XLOOKUP];

const XLOOKUP: Function = Function::new("XLOOKUP", "XLETAUPP", Lookup, look_up)
    .takes(&[
        scalar("value", "letauppvärde"),
        any("searched", "letauppvektor"),
        any("results", "returmatris"),
        lazy("if_not_found", "om_inte_hittas").optional(),
        scalar("match_mode", "matchningsläge").optional(),
        scalar("search_mode", "sökläge").optional(),
    ])
    .help(
        "Finds a value in one range and gives what stands at that place in another, or something else if it is missing.",
        "Letar upp ett värde i ett område och ger det som står på samma plats i ett annat, eller något annat om det saknas.",
    )
    .examples(&[
        example("XLOOKUP(\"b\",{\"a\",\"b\"},{1,2})", "2"),
        example("XLOOKUP(\"c\",{\"a\",\"b\"},{1,2},\"saknas\")", "saknas"),
        example("XLOOKUP(25,{10,20,30},{\"a\",\"b\",\"c\"},,-1)", "b"),
    ]);

fn look_up(arguments: &Arguments<'_>) -> Answer {
    let (searched, results) = (arguments.area(1)?, arguments.area(2)?);
    let down = searched.width() == 1 && (searched.height() > 1 || results.height() == 1);
    let line = Line::new(searched, arguments.host).ok_or(CellError::Value)?.across_types();
    if line.length() != if down { results.height() } else { results.width() } {
        return Err(CellError::Value);
    }
    let (fit, order) = modes(arguments, 4)?;
    match line.find(&arguments.scalar(0)?, fit, order) {
        Some(found) if down => results.row(found),
        Some(found) => results.column(found),
        None if arguments.count() > 3 => match arguments.operand(3) {
            Operand::Missing => Err(CellError::NotAvailable),
            other => Ok(other),
        },
        None => Err(CellError::NotAvailable),
    }
}

/// Match mode and search mode, which stand one after the other.
pub(super) fn modes(arguments: &Arguments<'_>, first: usize) -> Result<(Fit, Order), CellError> {
    let fit = match arguments.integer_or(first, 0)? {
        0 => Fit::Exact,
        -1 => Fit::Below,
        1 => Fit::Above,
        2 => Fit::Wildcard,
        3 => {
            compiled(&arguments.text(0)?, false)?;
            Fit::Expression
        }
        _ => return Err(CellError::Value),
    };
    let order = match arguments.integer_or(first + 1, 1)? {
        1 => Order::FromFirst,
        -1 => Order::FromLast,
        2 if !fit.is_pattern() => Order::Ascending,
        -2 if !fit.is_pattern() => Order::Descending,
        _ => return Err(CellError::Value),
    };
    Ok((fit, order))
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn the_match_mode_says_what_will_do() {
        check(&[
            ("XLOOKUP(25,{30,10,20},{\"a\",\"b\",\"c\"},,-1)", "c"),
            ("XLOOKUP(25,{30,10,20},{\"a\",\"b\",\"c\"},,1)", "a"),
            ("XLOOKUP(5,{30,10,20},{\"a\",\"b\",\"c\"},,-1)", "#N/A"),
            ("XLOOKUP(\"a*\",{\"xa\",\"ab\"},{1,2})", "#N/A"),
            ("XLOOKUP(\"a*\",{\"xa\",\"ab\"},{1,2},,2)", "2"),
            ("XLOOKUP(\"a\",{\"a\",\"b\",\"A\"},{1,2,3},,0,-1)", "3"),
            ("XLOOKUP(\"^[A-Z]+1\",{\"x1\",\"AB1\",\"B12\"},{1,2,3},,3)", "2"),
            ("XLOOKUP(\"^[A-Z]+1\",{\"x1\",\"AB1\",\"B12\"},{1,2,3},,3,-1)", "3"),
            ("XLOOKUP(42,{\"a\",42},{1,2},,3)", "#N/A"),
            ("XLOOKUP(\"(\",{\"a\"},{1},,3)", "#VALUE!"),
            ("XLOOKUP(\"a\",{\"a\"},{1},,7)", "#VALUE!"),
            ("XLOOKUP(\"a*\",{\"a\"},{1},,2,2)", "#VALUE!"),
        ]);
    }

    #[test]
    fn sorted_data_are_searched_by_halving() {
        check(&[
            ("XLOOKUP(20,{10,20,30},{1,2,3},,0,2)", "2"),
            ("XLOOKUP(21,{10,20,30},{1,2,3},,0,2)", "#N/A"),
            ("XLOOKUP(21,{10,20,30},{1,2,3},,-1,2)", "2"),
            ("XLOOKUP(21,{10,20,30},{1,2,3},,1,2)", "3"),
            ("XLOOKUP(5,{10,20,30},{1,2,3},,1,2)", "1"),
            ("XLOOKUP(7,{5,7,7,7,9},{1,2,3,4,5},,-1,2)", "2"),
            ("XLOOKUP(8,{5,7,7,7,9},{1,2,3,4,5},,-1,2)", "4"),
            ("XLOOKUP(7,{9,7,7,7,5},{1,2,3,4,5},,-1,-2)", "4"),
            ("XLOOKUP(21,{30,20,10},{1,2,3},,-1,-2)", "2"),
            ("XLOOKUP(21,{30,20,10},{1,2,3},,1,-2)", "1"),
            ("XLOOKUP(31,{30,20,10},{1,2,3},,1,-2)", "#N/A"),
        ]);
    }

    #[test]
    fn values_of_other_types_stand_below_or_above() {
        check(&[
            ("XLOOKUP(FALSE,{2,5,\"x\",TRUE},{1,2,3,4},,-1)", "3"),
            ("XLOOKUP(\"a\",{2,5,#N/A},{1,2,3},,-1)", "2"),
            ("XLOOKUP(9,{2,5,\"x\"},{1,2,3},,1)", "3"),
            ("XLOOKUP(TRUE,{\"a\",\"b\"},{1,2},,-1,2)", "2"),
            ("XLOOKUP(\"2\",{2,5},{1,2})", "#N/A"),
        ]);
    }

    #[test]
    fn nothing_finds_a_blank_cell() {
        check_with(
            &[("A1", "1"), ("A3", "'x"), ("A4", "0"), ("B2", "7"), ("C1", "1"), ("C2", "2")],
            &[
                ("XLOOKUP(,A1:A4,B1:B4)", "7"),
                ("XLOOKUP(Z9,A1:A4,B1:B4)", "7"),
                ("XMATCH(,A1:A6)", "2"),
                ("XMATCH(,A1:A6,0,-1)", "6"),
                ("XMATCH(,A1:A4,0,-1)", "2"),
                ("XMATCH(,C1:C2)", "#N/A"),
            ],
        );
    }

    #[test]
    fn results_may_be_whole_rows() {
        check_with(
            &[("A1", "'a"), ("A2", "'b"), ("B2", "5"), ("C2", "6")],
            &[
                ("XLOOKUP(\"b\",A1:A2,B1:C2)", "{5,6}"),
                ("SUM(XLOOKUP(\"b\",A1:A2,B1:C2))", "11"),
                ("ISREF(XLOOKUP(\"b\",A1:A2,B1:B2))", "TRUE"),
                ("XLOOKUP(\"b\",A1:A2,B1:B3)", "#VALUE!"),
                ("XLOOKUP(\"b\",A1:B2,B1:B2)", "#VALUE!"),
                ("XLOOKUP(\"b\",A:A,B:B)", "5"),
                ("XLOOKUP(\"x\",A:A,B:B,)", "#N/A"),
                ("XLOOKUP(\"a\",{\"a\";\"b\"},{1,2;3,4})", "{1,2}"),
            ],
        );
    }
}
