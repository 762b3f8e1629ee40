//! The total that leaves out other subtotals, and hidden rows when asked to.

use std::cmp::{max, min};

use super::sums::multiply;
use crate::functions::function::Category::Math;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::statistics::{mean, sum_of, variance};
use crate::functions::{Answer, Arguments, Operand};
use crate::value::{CellError, Number, Value};

use super::square_root;

pub(super) const FUNCTIONS: &[Function] = &[SUBTOTAL];

const SUBTOTAL: Function = Function::new("SUBTOTAL", "DELSUMMA", Math, subtotal)
    .takes(&[scalar("function", "funktion"), any("range", "område"), any("range", "område").repeated()])
    .help(
        "Adds up ranges or treats them another way (9 is sum), leaving out other subtotals and filtered rows; 101–111 leave out all hidden rows.",
        "Summerar områden eller räknar på annat sätt (9 är summa) utan andra delsummor och filtrerade rader; 101–111 hoppar över alla dolda.",
    )
    .examples(&[example("SUBTOTAL(9,{10,20,30})", "60"), example("SUBTOTAL(1,{10,20,30})", "20")]);

/// Functions at whose cells a subtotal looks past.
const NESTED: &[&str] = &["SUBTOTAL", "AGGREGATE"];

/// What a total leaves out.
pub(super) struct Skips {
    /// Rows that are not shown.
    pub rows: Rows,
    /// Errors.
    pub errors: bool,
    /// Cells that are totals of this kind themselves.
    pub totals: bool,
}

/// Which rows a total leaves out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rows {
    /// None.
    None,
    /// Those that a filter hides.
    Filtered,
    /// All that are hidden.
    Hidden,
}

/// What is counted in a total.
#[derive(Default)]
pub(super) struct Counted {
    pub numbers: Vec<Number>,
    pub filled: u64,
    pub error: Option<CellError>,
}

impl Counted {
    /// Counts what is in an argument.
    pub fn count(&mut self, arguments: &Arguments<'_>, index: usize, skips: &Skips) {
        let Operand::Region(region) = arguments.operand(index) else {
            return arguments.each(index, &mut |value, _| self.add(value, skips));
        };
        let host = arguments.host;
        host.visit(region, &mut |at, value| {
            let place = at.on(region.sheet);
            let is_away = match skips.rows {
                Rows::None => false,
                Rows::Filtered => host.is_filtered(place),
                Rows::Hidden => host.is_hidden(place),
            };
            let left_out = is_away || (skips.totals && host.is_call(place, NESTED));
            if !left_out {
                self.add(value, skips);
            }
        });
    }

    fn add(&mut self, value: &Value, skips: &Skips) {
        match value {
            Value::Number(number) => self.numbers.push(*number),
            Value::Error(_) if skips.errors => return,
            Value::Error(error) => _ = self.error.get_or_insert(*error),
            _ => {}
        }
        self.filled += 1;
    }
}

fn subtotal(arguments: &Arguments<'_>) -> Answer {
    let code = arguments.integer(0)?;
    let (function, rows) = match code {
        1..=11 => (code, Rows::Filtered),
        101..=111 => (code - 100, Rows::Hidden),
        _ => return Err(CellError::Value),
    };
    let (mut counted, skips) = (Counted::default(), Skips { rows, errors: false, totals: true });
    (1..arguments.count()).for_each(|index| counted.count(arguments, index, &skips));
    treat(function, &counted)
}

/// What is counted as the functions 1–11 see it: average, counts, ends, product, spread and sum.
pub(super) fn treat(function: i64, counted: &Counted) -> Answer {
    match function {
        2 => return Ok((counted.numbers.len() as i64).into()),
        3 => return Ok((counted.filled as i64).into()),
        _ => counted.error.map_or(Ok(()), Err)?,
    }
    let numbers = &counted.numbers;
    let result = match function {
        1 => mean(numbers)?,
        4 => numbers.iter().copied().reduce(max).unwrap_or_default(),
        5 => numbers.iter().copied().reduce(min).unwrap_or_default(),
        6 => multiply(numbers)?,
        7 => square_root(variance(numbers, true)?)?,
        8 => square_root(variance(numbers, false)?)?,
        10 => variance(numbers, true)?,
        11 => variance(numbers, false)?,
        _ => sum_of(numbers)?,
    };
    Ok(result.into())
}

#[cfg(test)]
mod tests {
    use crate::display::Locale;
    use crate::functions::tests::{Sheet, calculate, check};

    #[test]
    fn other_subtotals_and_hidden_rows_are_left_out() {
        let mut sheet = Sheet::new(Locale::English, &[("A1", "10"), ("A2", "20"), ("A3", "30"), ("A4", "5")]);
        sheet.calls("A3", "SUBTOTAL");
        sheet.hide(2);
        sheet.filter(1);
        assert_eq!(calculate("SUBTOTAL(9,A1:A4)", &sheet), "25");
        assert_eq!(calculate("SUBTOTAL(109,A1:A4)", &sheet), "5");
        assert_eq!(calculate("SUBTOTAL(102,A1:A4)", &sheet), "1");
    }

    #[test]
    fn every_code_has_its_calculation() {
        check(&[
            ("SUBTOTAL(1,{2,4})", "3"),
            ("SUBTOTAL(2,{2,\"x\"})", "1"),
            ("SUBTOTAL(3,{2,\"x\"})", "2"),
            ("SUBTOTAL(4,{2,4})", "4"),
            ("SUBTOTAL(5,{2,4})", "2"),
            ("SUBTOTAL(6,{2,4})", "8"),
            ("ROUND(SUBTOTAL(7,{2,4,9}),20)", "3.60555127546399"),
            ("SUBTOTAL(8,{2,4})", "1"),
            ("SUBTOTAL(9,{2,4})", "6"),
            ("SUBTOTAL(10,{2,4})", "2"),
            ("SUBTOTAL(11,{2,4})", "1"),
            ("SUBTOTAL(12,{2,4})", "#VALUE!"),
            ("SUBTOTAL(9,{2,#N/A})", "#N/A"),
            ("SUBTOTAL(2,{2,#N/A})", "1"),
        ]);
    }
}
