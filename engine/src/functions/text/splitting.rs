//! Texts cut at delimiters.

use super::answer;
use super::delimiters::Delimiters;
use crate::display::coerce;
use crate::functions::function::Category::Text;
use crate::functions::function::{Function, Parameter, any, example, scalar};
use crate::functions::{Answer, Arguments, Operand};
use crate::value::{Array, CellError, Value};

pub(super) const FUNCTIONS: &[Function] = &[TEXTBEFORE, TEXTAFTER, TEXTSPLIT];

const PARAMETERS: &[Parameter] = &[
    scalar("text", "text"),
    any("delimiter", "avgränsare"),
    scalar("instance", "förekomst").optional(),
    scalar("match_mode", "matchningsläge").optional(),
    scalar("match_end", "matcha_slutet").optional(),
    scalar("if_not_found", "om_inget_hittas").optional(),
];

const TEXTBEFORE: Function =
    Function::new("TEXTBEFORE", "TEXTFÖRE", Text, |arguments| around(arguments, |letters, cut| &letters[..cut.start]))
        .takes(PARAMETERS)
        .help(
            "Gives what stands before a delimiter in a text; negative instances count from the end.",
            "Ger det som står före en avgränsare i en text; negativa förekomster räknas från slutet.",
        )
        .examples(&[
            example("TEXTBEFORE(\"4010-120-9\",\"-\")", "4010"),
            example("TEXTBEFORE(\"4010-120-9\",\"-\",-1)", "4010-120"),
        ]);

const TEXTAFTER: Function =
    Function::new("TEXTAFTER", "TEXTEFTER", Text, |arguments| around(arguments, |letters, cut| &letters[cut.end..]))
        .takes(PARAMETERS)
        .help(
            "Gives what stands after a delimiter in a text; negative instances count from the end.",
            "Ger det som står efter en avgränsare i en text; negativa förekomster räknas från slutet.",
        )
        .examples(&[example("TEXTAFTER(\"4010-120-9\",\"-\",2)", "9")]);

const TEXTSPLIT: Function = Function::new("TEXTSPLIT", "DELATEXT", Text, split)
    .takes(&[
        scalar("text", "text"),
        any("column_delimiter", "kolumnavgränsare"),
        any("row_delimiter", "radavgränsare").optional(),
        scalar("ignore_empty", "ignorera_tomma").optional(),
        scalar("match_mode", "matchningsläge").optional(),
        scalar("pad_with", "fyll_med").optional(),
    ])
    .help(
        "Splits a text at delimiters into columns and rows.",
        "Delar upp en text vid avgränsare i kolumner och rader.",
    )
    .examples(&[example("TEXTJOIN(\"/\",TRUE,TEXTSPLIT(\"4010-120-9\",\"-\"))", "4010/120/9")]);

/// A stretch of letters.
type Stretch = std::ops::Range<usize>;

/// The delimiters that an argument gives, one or many; `#VALUE!` for values that are no text.
fn delimiters(arguments: &Arguments<'_>, index: usize, ignores_case: bool) -> Result<Delimiters, CellError> {
    let (array, locale) = (arguments.array(index)?, arguments.host.locale());
    let texts = array.values().iter().map(|value| coerce::to_text(value, locale));
    Ok(Delimiters::new(&texts.collect::<Result<Vec<_>, _>>()?, ignores_case))
}

/// An argument that is zero or one.
fn switch(arguments: &Arguments<'_>, index: usize) -> Result<bool, CellError> {
    match arguments.integer_or(index, 0)? {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(CellError::Value),
    }
}

/// The part of a text beside the wanted instance of a delimiter.
fn around(arguments: &Arguments<'_>, part: fn(&[char], Stretch) -> &[char]) -> Answer {
    let letters: Vec<char> = arguments.text(0)?.chars().collect();
    arguments.array(1)?;
    let instance = if arguments.is_given(2) { arguments.number(2)?.floor().truncated()? } else { 1 };
    let (ignores_case, ends_match) = (switch(arguments, 3)?, switch(arguments, 4)?);
    let delimiters = delimiters(arguments, 1, ignores_case)?;
    let longest = delimiters.longest().max(usize::try_from(instance.unsigned_abs()).unwrap_or(usize::MAX));
    if instance == 0 || (arguments.is_given(2) && longest > letters.len() && !letters.is_empty()) {
        return Err(CellError::Value);
    }
    match delimiters.instance(&letters, instance, ends_match) {
        Some(cut) => answer(part(&letters, cut).iter().collect::<String>()),
        None if arguments.is_given(5) => Ok(or_empty_text(arguments.scalar(5)?)),
        None => Err(CellError::NotAvailable),
    }
}

/// A value in place of a text that was not found; a blank one is empty text.
fn or_empty_text(value: Value) -> Operand {
    if value.is_blank() { Value::text("").into() } else { value.into() }
}

fn split(arguments: &Arguments<'_>) -> Answer {
    let letters: Vec<char> = arguments.text(0)?.chars().collect();
    let ignores_case = switch(arguments, 4)?;
    let (columns, rows) = (given(arguments, 1, ignores_case)?, given(arguments, 2, ignores_case)?);
    if columns.is_none() && rows.is_none() {
        return Err(CellError::Value);
    }
    let ignores_empty = arguments.boolean_or(3, false)?;
    let pieces = |letters: &[char], by: &Option<Delimiters>| -> Vec<Stretch> {
        let pieces = by.as_ref().unwrap_or(&Delimiters::new(&[], false)).pieces(letters);
        pieces.into_iter().filter(|piece| !(ignores_empty && piece.is_empty())).collect()
    };
    let mut table: Vec<Vec<Value>> = Vec::new();
    for row in pieces(&letters, &rows) {
        let row = &letters[row];
        let cells = pieces(row, &columns).into_iter().map(|cell| Value::text(row[cell].iter().collect::<String>()));
        let cells: Vec<Value> = cells.collect();
        table.extend((!cells.is_empty()).then_some(cells));
    }
    let padding = if arguments.is_given(5) { arguments.value(5) } else { CellError::NotAvailable.into() };
    padded(table, &padding)
}

/// The delimiters of an argument that is given and not empty.
fn given(arguments: &Arguments<'_>, index: usize, ignores_case: bool) -> Result<Option<Delimiters>, CellError> {
    if !arguments.is_given(index) {
        return Ok(None);
    }
    let delimiters = delimiters(arguments, index, ignores_case)?;
    if delimiters.has_empty() { Err(CellError::Value) } else { Ok(Some(delimiters)) }
}

/// Rows of different lengths as an array.
fn padded(rows: Vec<Vec<Value>>, padding: &Value) -> Answer {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    if rows.len().saturating_mul(width) > Array::MAX_LENGTH {
        return Err(CellError::Number);
    }
    let filled = rows.into_iter().flat_map(|mut row| {
        row.resize(width, padding.clone());
        row
    });
    Ok(Value::Array(Array::new(width, filled.collect())?.into()).into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn the_wanted_instance_of_a_delimiter_is_cut_at() {
        check(&[
            ("TEXTBEFORE(\"a-b-c\",\"-\",2)", "a-b"),
            ("TEXTBEFORE(\"a-b-c\",\"-\",-2)", "a"),
            ("TEXTBEFORE(\"a-b-c\",\"-\",1.9)", "a"),
            ("TEXTBEFORE(\"a-b-c\",\"-\",-1.2)", "a"),
            ("TEXTBEFORE(\"a-b-c\",\"-\",3)", "#N/A"),
            ("TEXTBEFORE(\"a-b-c\",\"-\",3,0,1)", "a-b-c"),
            ("TEXTBEFORE(\"a-b-c\",\"-\",-3,0,1)", ""),
            ("TEXTAFTER(\"a-b-c\",\"-\",-3,0,1)", "a-b-c"),
            ("TEXTAFTER(\"a-b-c\",\"-\",3,0,1)", ""),
            ("TEXTAFTER(\"a-b-c\",\"-\",4,0,1)", "#N/A"),
            ("TEXTAFTER(\"a-b-c\",\"-\",0)", "#VALUE!"),
            ("TEXTAFTER(\"a-b-c\",\"-\",6)", "#VALUE!"),
            ("TEXTAFTER(\"del\",\"deli\",1)", "#VALUE!"),
            ("TEXTAFTER(\"del\",\"deli\")", "#N/A"),
            ("TEXTAFTER(\"aXb\",\"x\")", "#N/A"),
            ("TEXTAFTER(\"aÅb\",\"å\",1,1)", "b"),
            ("TEXTAFTER(\"ab\",\"x\",1,0,0,\"–\")", "–"),
            ("TEXTAFTER(\"axb\",\"x\",1,0,0,#REF!)", "b"),
            ("TEXTAFTER(\"ab\",\"x\",1,0,0,#REF!)", "#REF!"),
            ("TEXTAFTER(\"ab\",\"x\",1,2)", "#VALUE!"),
            ("TEXTAFTER(\"a.b-c\",{\"-\",\".\"},2)", "c"),
            ("TEXTAFTER(\"abc\",\"\")", "abc"),
            ("TEXTAFTER(\"abc\",\"\",-1)", ""),
            ("TEXTBEFORE(\"abc\",\"\")", ""),
            ("TEXTBEFORE(\"abc\",\"\",-1)", "abc"),
        ]);
    }

    #[test]
    fn texts_are_split_into_columns_and_rows() {
        check_with(
            &[("A1", "'"), ("A2", "','"), ("A3", "'.")],
            &[
                ("TEXTSPLIT(\"1,2;3\",\",\",\";\")", "{1,2;3,#N/A}"),
                ("TEXTSPLIT(\"a b\",\" \")", "{a,b}"),
                ("TEXTSPLIT(\"a b\",,\" \")", "{a;b}"),
                ("TEXTSPLIT(\"1,,2\",\",\")", "{1,,2}"),
                ("TEXTSPLIT(\"1,,2\",\",\",,TRUE)", "{1,2}"),
                ("TEXTSPLIT(\"1,2.3\",{\",\",\".\"})", "{1,2,3}"),
                ("TEXTSPLIT(\"1x2X3\",\"x\",,,1)", "{1,2,3}"),
                ("TEXTSPLIT(\"1,2;3\",\",\",\";\",,,\"-\")", "{1,2;3,-}"),
                ("TEXTSPLIT(\"a\",\",\")", "{a}"),
                ("TEXTSPLIT(\"a\",\"\")", "#VALUE!"),
                ("TEXTSPLIT(\"a\",)", "#VALUE!"),
                ("TEXTSPLIT(\"a\",A1)", "#VALUE!"),
                ("TEXTSPLIT(\",\",\",\",,TRUE)", "#CALC!"),
                ("TEXTSPLIT(#N/A,\",\")", "#N/A"),
            ],
        );
    }
}
