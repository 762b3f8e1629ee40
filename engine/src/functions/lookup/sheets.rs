//! Sheets, formulas and cells as texts and numbers.

use super::r1c1;
use crate::base::sorting;
use crate::functions::function::Category::{Information, Lookup};
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::{Answer, Arguments, Operand};
use crate::value::{CellError, Value};

pub(super) const FUNCTIONS: &[Function] = &[INDIRECT, FORMULATEXT, HYPERLINK];

/// Those that stand on the shelf of information.
pub(crate) const INFORMATION: &[Function] = &[SHEET, SHEETS, ISFORMULA];

const INDIRECT: Function = Function::new("INDIRECT", "INDIREKT", Lookup, indirect)
    .takes(&[scalar("text", "text"), scalar("a1_style", "a1").optional()])
    .help("Gives the cells that a text names.", "Ger de celler som en text anger.")
    .examples(&[example("ISERROR(INDIRECT(\"no cell\"))", "TRUE")])
    .volatile();

const FORMULATEXT: Function = Function::new("FORMULATEXT", "FORMELTEXT", Lookup, formula_text)
    .takes(&[any("reference", "referens")])
    .help("Gives the formula of a cell as text.", "Ger formeln i en cell som text.")
    .examples(&[example("ISERROR(FORMULATEXT(A1))", "TRUE")])
    .volatile();

const HYPERLINK: Function = Function::new("HYPERLINK", "HYPERLÄNK", Lookup, |arguments| {
    arguments.result(if arguments.count() > 1 { 1 } else { 0 })
})
.takes(&[scalar("link", "länk"), scalar("shown", "visas").optional()])
.help("Shows a link by its address or another text.", "Visar en länk med dess adress eller en annan text.")
.examples(&[example("HYPERLINK(\"https://www.scb.se\",\"SCB\")", "SCB")]);

const SHEET: Function = Function::new("SHEET", "BLAD", Information, sheet)
    .takes(&[any("sheet_or_reference", "blad_eller_referens").optional()])
    .help("Gives the number of a sheet among the tabs.", "Ger bladets nummer bland flikarna.")
    .examples(&[example("SHEET()", "1")]);

const SHEETS: Function = Function::new("SHEETS", "ANTALBLAD", Information, sheets)
    .takes(&[any("reference", "referens").optional()])
    .help("Gives the number of sheets in the book or in a reference.", "Ger antalet blad i boken eller i en referens.")
    .examples(&[example("SHEETS()", "1")]);

const ISFORMULA: Function = Function::new("ISFORMULA", "ÄRFORMEL", Information, |arguments| {
    Ok(arguments.host.formula(arguments.region(0)?.first()).is_some().into())
})
.takes(&[any("reference", "referens")])
.help("Tells whether a cell holds a formula.", "Säger om en cell innehåller en formel.")
.examples(&[example("ISFORMULA(A1)", "FALSE")])
.volatile();

fn indirect(arguments: &Arguments<'_>) -> Answer {
    let text = arguments.text(0)?;
    if text.trim_start().starts_with('=') {
        return Err(CellError::Reference);
    }
    let text = match arguments.boolean_or(1, true)? {
        true => text.to_string(),
        false => r1c1::to_a1(&text, arguments.host.origin().address).ok_or(CellError::Reference)?,
    };
    arguments.host.named_cells(&text).ok_or(CellError::Reference)
}

fn formula_text(arguments: &Arguments<'_>) -> Answer {
    let text = arguments.host.formula(arguments.region(0)?.first()).ok_or(CellError::NotAvailable)?;
    Ok(Value::text(text).into())
}

fn sheet(arguments: &Arguments<'_>) -> Answer {
    let number = match arguments.operand(0) {
        Operand::Missing => arguments.host.sheet_number(arguments.host.origin().sheet),
        Operand::Region(region) => arguments.host.sheet_number(region.sheet),
        _ => arguments.host.sheet_named(&arguments.text(0)?),
    };
    Ok((number.ok_or(CellError::NotAvailable)? as i64).into())
}

fn sheets(arguments: &Arguments<'_>) -> Answer {
    if arguments.operand(0) == Operand::Missing {
        return Ok((arguments.host.sheet_count() as i64).into());
    }
    let areas = arguments.areas(0)?;
    let mut sheets: Vec<_> = areas.iter().map(|region| region.sheet).collect();
    sorting::sort(&mut sheets);
    sheets.dedup();
    Ok((sheets.len() as i64).into())
}
