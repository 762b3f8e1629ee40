//! Numbers as text with a fixed number of decimals.

use super::answer;
use crate::display::{Format, Locale};
use crate::functions::function::Category::Text;
use crate::functions::function::{Function, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::CellError;

pub(super) const FUNCTIONS: &[Function] = &[FIXED, DOLLAR];

const FIXED: Function = Function::new("FIXED", "FASTTAL", Text, |arguments| {
    let whole = if arguments.boolean_or(2, false)? { "0" } else { "#,##0" };
    rounded_text(arguments, whole, |digits| digits)
})
.takes(&[
    scalar("number", "tal"),
    scalar("decimals", "decimaler").optional(),
    scalar("no_groups", "inga_avgränsare").optional(),
])
.help(
    "Rounds a number to so many decimals and gives it as text.",
    "Avrundar ett tal till ett visst antal decimaler och ger det som text.",
)
.examples(&[example("FIXED(1234.567,1)", "1,234.6"), example("FIXED(1234.567,-1,TRUE)", "1230")]);

const DOLLAR: Function = Function::new("DOLLAR", "VALUTA", Text, |arguments| {
    let locale = arguments.host.locale();
    rounded_text(arguments, "#,##0", |digits| match locale {
        Locale::Swedish => format!("{digits} \"kr\""),
        Locale::English => format!("\"$\"{digits};(\"$\"{digits})"),
    })
})
.takes(&[scalar("number", "tal"), scalar("decimals", "decimaler").optional()])
.help(
    "Rounds an amount and gives it as text with the sign of the currency.",
    "Avrundar ett belopp och ger det som text med valutans tecken.",
)
.examples(&[example("DOLLAR(1234.567)", "$1,234.57"), example("DOLLAR(-1234.567,-2)", "($1,200)")]);

/// The most decimals that are shown.
const MOST_DECIMALS: i64 = 127;

/// The first argument rounded to the second's decimals and written with a code made around its places for digits.
fn rounded_text(arguments: &Arguments<'_>, whole: &str, code: impl Fn(String) -> String) -> Answer {
    let number = arguments.number(0)?;
    let decimals = arguments.integer_or(1, 2)?.max(-40);
    if decimals > MOST_DECIMALS {
        return Err(CellError::Value);
    }
    let fraction = if decimals > 0 { format!(".{}", "0".repeat(decimals as usize)) } else { String::new() };
    let format = Format::parse(&code(format!("{whole}{fraction}"))).map_err(|_| CellError::Value)?;
    let text = format.text(&number.rounded(decimals).into(), arguments.host.locale());
    answer(text.ok_or(CellError::Value)?)
}

#[cfg(test)]
mod tests {
    use crate::display::Locale;
    use crate::functions::tests::{Sheet, calculate, check};

    #[test]
    fn decimals_are_counted_on_both_sides_of_the_point() {
        check(&[
            ("FIXED(-1234.567)", "-1,234.57"),
            ("FIXED(0.5,0)", "1"),
            ("FIXED(1,200)", "#VALUE!"),
            ("FIXED(123,)", "123"),
            ("FIXED(1234567,0)", "1,234,567"),
            ("FIXED(-0.001,2)", "0.00"),
            ("FIXED(#N/A,\"x\")", "#N/A"),
            ("DOLLAR(-0.123,4)", "($0.1230)"),
            ("DOLLAR(99.888)", "$99.89"),
            ("DOLLAR(1234567,-3)", "$1,235,000"),
            ("DOLLAR(TRUE)", "$1.00"),
            ("DOLLAR(\"x\")", "#VALUE!"),
        ]);
    }

    #[test]
    fn signs_are_those_of_the_language_with_a_plain_hyphen() {
        let sheet = Sheet::new(Locale::Swedish, &[]);
        assert_eq!(calculate("FIXED(-1234.567)", &sheet), "-1\u{a0}234,57");
        assert_eq!(calculate("DOLLAR(-1234.5)", &sheet), "-1\u{a0}234,50 kr");
    }
}
