//! Sums and products of ranges, with and without criteria.

use crate::base::{Address, Range};
use crate::functions::area::Area;
use crate::functions::function::Category::Math;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::selection::{total_if, total_ifs};
use crate::functions::{Answer, Arguments, Host};
use crate::value::{Array, CellError, ExactSum, Number, Value};

pub(super) const FUNCTIONS: &[Function] = &[SUM, SUMIF, SUMIFS, SUMPRODUCT, SUMSQ, PRODUCT];

const SUM: Function = Function::new("SUM", "SUMMA", Math, |arguments| Ok(arguments.total(0)?.sum.total()?.into()))
    .takes(&[any("number", "tal"), any("number", "tal").repeated()])
    .help(
        "Adds numbers exactly; text and booleans in cells are left out.",
        "Summerar tal exakt; text och sanningsvärden i celler räknas inte med.",
    )
    .examples(&[example("SUM(0.1,0.2)", "0.3"), example("SUM({1,2,\"x\"},\"4\")", "7")]);

const SUMIF: Function =
    Function::new("SUMIF", "SUMMA.OM", Math, |arguments| Ok(total_if(arguments)?.sum.total()?.into()))
        .takes(&[any("range", "område"), scalar("criterion", "villkor"), any("sum_range", "summaområde").optional()])
        .help(
            "Adds the numbers where the cell in a range meets a criterion.",
            "Summerar de tal vars cell i ett område uppfyller ett villkor.",
        )
        .examples(&[
            example("SUMIF({1,5,9},\">=5\")", "14"),
            example("SUMIF({\"Bostad\",\"Skola\",\"Bost\"},\"bost*\",{1,2,4})", "5"),
        ])
        .keyed();

const SUMIFS: Function =
    Function::new("SUMIFS", "SUMMA.OMF", Math, |arguments| Ok(total_ifs(arguments)?.sum.total()?.into()))
        .takes(&[
            any("sum_range", "summaområde"),
            any("criteria_range", "villkorsområde"),
            scalar("criterion", "villkor"),
            any("criteria_range", "villkorsområde").repeated(),
            scalar("criterion", "villkor").repeated(),
        ])
        .help(
            "Adds the numbers whose row meets every one of several criteria.",
            "Summerar de tal där alla angivna villkor är uppfyllda.",
        )
        .examples(&[example("SUMIFS({10,20,40},{\"a\",\"b\",\"b\"},\"b\",{1,2,3},\"<3\")", "20")])
        .keyed();

const SUMPRODUCT: Function = Function::new("SUMPRODUCT", "PRODUKTSUMMA", Math, sum_product)
    .takes(&[any("array", "matris"), any("array", "matris").repeated()])
    .help(
        "Multiplies ranges of the same shape cell by cell and adds the products.",
        "Multiplicerar lika stora områden cell för cell och summerar produkterna.",
    )
    .examples(&[example("SUMPRODUCT({2,3},{10,100})", "320")]);

const SUMSQ: Function = Function::new("SUMSQ", "KVADRATSUMMA", Math, sum_of_squares)
    .takes(&[any("number", "tal"), any("number", "tal").repeated()])
    .help("Adds the squares of numbers.", "Summerar talens kvadrater.")
    .examples(&[example("SUMSQ(3,4)", "25")]);

const PRODUCT: Function = Function::new("PRODUCT", "PRODUKT", Math, product)
    .takes(&[any("number", "tal"), any("number", "tal").repeated()])
    .help(
        "Multiplies numbers; text and booleans in cells are left out.",
        "Multiplicerar tal; text och sanningsvärden i celler räknas inte med.",
    )
    .examples(&[example("PRODUCT({2,5},1.5)", "15")]);

fn sum_of_squares(arguments: &Arguments<'_>) -> Answer {
    let mut sum = ExactSum::default();
    for number in arguments.list(0)? {
        sum.add(number.times(number)?);
    }
    Ok(sum.total()?.into())
}

fn product(arguments: &Arguments<'_>) -> Answer {
    let list = arguments.list(0)?;
    Ok(multiply(&list)?.into())
}

/// The product of numbers; of none it is zero, as in Excel.
pub(super) fn multiply(list: &[Number]) -> Result<Number, CellError> {
    // A zero among them makes the product zero, however large the others are.
    let start = if list.is_empty() || list.contains(&Number::ZERO) { Number::ZERO } else { Number::ONE };
    list.iter().try_fold(start, |product, number| product.times(*number))
}

fn sum_product(arguments: &Arguments<'_>) -> Answer {
    let areas: Vec<Area> = (0..arguments.count()).map(|index| arguments.area(index)).collect::<Result<_, _>>()?;
    if !areas.windows(2).all(|pair| pair[0].has_shape_of(&pair[1])) {
        return Err(CellError::Value);
    }
    let shared = areas.iter().map(|area| area.used(arguments.host)).reduce(|one, other| one?.intersection(other?));
    let extent = shared.flatten();
    if extent.is_some_and(|extent| extent.count() > Array::MAX_LENGTH as u64) {
        return Err(CellError::Number);
    }
    let mut products: Option<Vec<Number>> = None;
    for area in &areas {
        let factors = factors(area, extent, arguments.host)?;
        products = Some(match products {
            None => factors,
            Some(before) => {
                before.iter().zip(factors).map(|(one, other)| one.times(other)).collect::<Result<_, _>>()?
            }
        });
    }
    let mut sum = ExactSum::default();
    products.unwrap_or_default().into_iter().for_each(|product| sum.add(product));
    Ok(sum.total()?.into())
}

/// The numbers of an area within an extent, row by row; everything else counts as zero. An error anywhere is passed on.
fn factors(area: &Area, extent: Option<Range>, host: &dyn Host) -> Result<Vec<Number>, CellError> {
    let mut factors = vec![Number::ZERO; extent.map_or(0, Range::count) as usize];
    let mut failed = None;
    area.visit(host, &mut |at, value| match value {
        Value::Number(number) => {
            if let Some(index) = index_within(extent, at) {
                factors[index] = *number;
            }
        }
        Value::Error(error) => _ = failed.get_or_insert(*error),
        _ => {}
    });
    failed.map_or(Ok(factors), Err)
}

fn index_within(extent: Option<Range>, at: Address) -> Option<usize> {
    let extent = extent.filter(|extent| extent.contains(at))?;
    let (row, column) = (at.row - extent.first.row, at.column - extent.first.column);
    Some(row as usize * extent.width() as usize + column as usize)
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn sums_take_numbers_from_cells_and_read_what_is_given_directly() {
        let cells = [("A1", "0.1"), ("A2", "'5"), ("A3", "TRUE"), ("A5", "0.2")];
        check_with(
            &cells,
            &[
                ("SUM(A1:A5)", "0.3"),
                ("SUM(A:A,1)", "1.3"),
                ("SUM(\"5\",TRUE,,1)", "7"),
                ("SUM(\"x\")", "#VALUE!"),
                ("SUM(B1:B9)", "0"),
                ("SUM(A1,#N/A)", "#N/A"),
                ("PRODUCT(A1:A5)", "0.02"),
                ("PRODUCT(B1:B9)", "0"),
                ("SUMSQ(A1:A5,3)", "9.05"),
            ],
        );
    }

    #[test]
    fn an_error_in_a_range_is_the_sum() {
        check_with(&[("A1", "1"), ("A2", "#DIV/0!")], &[("SUM(A1:A2)", "#DIV/0!"), ("PRODUCT(A1:A2)", "#DIV/0!")]);
    }

    #[test]
    fn the_sum_range_of_sumif_takes_its_size_from_the_criteria_range() {
        let cells = [("A1", "'x"), ("A2", "'y"), ("A3", "'x"), ("B1", "1"), ("B2", "2"), ("B3", "4")];
        check_with(
            &cells,
            &[
                ("SUMIF(A1:A3,\"x\",B1)", "5"),
                ("SUMIF(A1:A3,\"x\",B1:B1)", "5"),
                ("SUMIF(A:A,\"x\",B:B)", "5"),
                ("SUMIF(A:A,\"<>x\",B:B)", "2"),
                ("SUMIF(A1:A2,\"\",B3:B4)", "0"),
                ("SUMIF(A2:A5,\"\",B3:B6)", "0"),
                ("SUMIF(A2:A5,\"\",B1:B2)", "4"),
                ("SUMIF(B1:B3,\">1\")", "6"),
            ],
        );
    }

    #[test]
    fn criteria_ranges_of_different_shapes_are_refused() {
        let cells = [("A1", "1"), ("A2", "2"), ("B1", "'x"), ("B2", "'x")];
        check_with(
            &cells,
            &[
                ("SUMIFS(A1:A2,B1:B2,\"x\")", "3"),
                ("SUMIFS(A1:A2,B1:B3,\"x\")", "#VALUE!"),
                ("SUMIFS(A1:A2,B1:B2,\"x\",A1:B1,1)", "#VALUE!"),
                ("SUMIFS(A1:A2,B1:B2,\"x\",A1:A2)", "#VALUE!"),
                ("SUMIFS(A:A,B:B,\"x\",A:A,\">1\")", "2"),
                ("SUMIFS(A1:A2,C1:C2,\"\")", "3"),
            ],
        );
    }

    #[test]
    fn an_error_counts_only_where_the_criteria_hold() {
        let cells = [("A1", "'x"), ("A2", "'y"), ("B1", "1"), ("B2", "#N/A")];
        check_with(&cells, &[("SUMIF(A1:A2,\"x\",B1:B2)", "1"), ("SUMIF(A1:A2,\"y\",B1:B2)", "#N/A")]);
    }

    #[test]
    fn products_need_equal_shapes_and_count_text_as_zero() {
        check(&[
            ("SUMPRODUCT({1,2,3},{1,2,3})", "14"),
            ("SUMPRODUCT({1,\"x\",3},{1,2,TRUE})", "1"),
            ("SUMPRODUCT({1,2},{1;2})", "#VALUE!"),
            ("SUMPRODUCT({1,#N/A},{1,2})", "#N/A"),
            ("SUMPRODUCT(3,4)", "12"),
            ("SUMPRODUCT(0.1,3)", "0.3"),
        ]);
        check_with(
            &[("A1", "2"), ("A9", "3"), ("B9", "5"), ("B1", "#REF!")],
            &[("SUMPRODUCT(A2:A9,B2:B9)", "15"), ("SUMPRODUCT(A:A,B:B)", "#REF!"), ("SUMPRODUCT(A:A,C:C)", "0")],
        );
    }
}
