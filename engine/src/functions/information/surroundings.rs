//! What is known of a cell besides its value, and of the program.

use crate::base::Place;
use crate::base::address::column_letters;
use crate::display::Locale;
use crate::functions::function::Category::Information;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Value};

pub(super) const FUNCTIONS: &[Function] = &[CELL, INFO];

const CELL: Function = Function::new("CELL", "CELL", Information, cell)
    .takes(&[scalar("info_type", "infotyp"), any("reference", "ref").optional()])
    .help(
        "Tells the \"address\", \"row\", \"col\", \"contents\" or \"type\" of a reference's first cell.",
        "Anger \"adress\", \"rad\", \"kol\", \"innehåll\" eller \"typ\" för den första cellen i en referens.",
    )
    .examples(&[example("CELL(\"address\",B3:C4)", "$B$3"), example("CELL(\"row\",B3)", "3")])
    .positional();

const INFO: Function = Function::new("INFO", "INFO", Information, info)
    .takes(&[scalar("type_text", "typtext")])
    .help(
        "Tells about the program: \"recalc\", \"release\", \"system\", \"numfile\" or \"origin\".",
        "Ger uppgifter om programmet: \"recalc\", \"release\", \"system\", \"numfile\" eller \"origin\".",
    )
    .examples(&[example("INFO(\"recalc\")", "Automatic")]);

fn cell(arguments: &Arguments<'_>) -> Answer {
    let about = arguments.text(0)?.to_lowercase();
    let place = if arguments.is_given(1) { arguments.region(1)?.first() } else { arguments.host.origin() };
    let value = || if arguments.is_given(1) { Ok(arguments.host.value(place)) } else { Err(CellError::Value) };
    match about.as_str() {
        "address" | "adress" => Ok(Value::text(address(place)).into()),
        "row" | "rad" => Ok((i64::from(place.address.row) + 1).into()),
        "col" | "kol" => Ok((i64::from(place.address.column) + 1).into()),
        "contents" | "innehåll" => match value()? {
            Value::Blank => Ok(0.into()),
            value => Ok(value.into()),
        },
        "type" | "typ" => Ok(Value::text(kind(&value()?)).into()),
        _ => Err(CellError::Value),
    }
}

fn address(place: Place) -> String {
    format!("${}${}", column_letters(place.address.column), place.address.row + 1)
}

/// `b` for blank, `l` for a label and `v` for any other value.
const fn kind(value: &Value) -> &'static str {
    match value {
        Value::Blank => "b",
        Value::Text(_) => "l",
        _ => "v",
    }
}

fn info(arguments: &Arguments<'_>) -> Answer {
    match (arguments.text(0)?.to_lowercase().as_str(), arguments.host.locale()) {
        ("recalc" | "omräkn", Locale::Swedish) => Ok(Value::text("Automatisk").into()),
        ("recalc", Locale::English) => Ok(Value::text("Automatic").into()),
        ("release" | "version", _) => Ok(Value::text("16.0").into()),
        ("system", _) => Ok(Value::text("pcdos").into()),
        ("numfile", _) => Ok(1.into()),
        ("origin", _) => Ok(Value::text("$A:$A$1").into()),
        // Nothing of the computer around the program is known here.
        ("directory" | "osversion" | "memavail" | "memused" | "totmem", _) => Err(CellError::NotAvailable),
        _ => Err(CellError::Value),
    }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check_with;

    #[test]
    fn what_is_known_of_cells() {
        check_with(
            &[("A1", "5"), ("A2", "'x"), ("A3", "#N/A")],
            &[
                ("CELL(\"ADDRESS\",XFD1048576)", "$XFD$1048576"),
                ("CELL(\"col\",C7)", "3"),
                ("CELL(\"row\")", "7"),
                ("CELL(\"contents\",A1:A3)", "5"),
                ("CELL(\"contents\",A3)", "#N/A"),
                ("CELL(\"contents\",A9)", "0"),
                ("CELL(\"type\",A1)", "v"),
                ("CELL(\"type\",A2)", "l"),
                ("CELL(\"type\",A9)", "b"),
                ("CELL(\"type\",A3)", "v"),
                ("CELL(\"type\",5)", "#VALUE!"),
                ("CELL(\"type\")", "#VALUE!"),
                ("CELL(\"colour\",A1)", "#VALUE!"),
                ("CELL(2)", "#VALUE!"),
                ("INFO(\"osversion\")", "#N/A"),
                ("INFO(\"x\")", "#VALUE!"),
            ],
        );
    }
}
