//! Texts put together.

use std::rc::Rc;

use super::{answer, length};
use crate::display::coerce;
use crate::functions::function::Category::Text;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::{Answer, Arguments, Operand};
use crate::value::{CellError, MAX_TEXT, Value};

pub(super) const FUNCTIONS: &[Function] = &[CONCAT, CONCATENATE, TEXTJOIN, REPT];

const CONCAT: Function = Function::new("CONCAT", "SAMMAN", Text, concat)
    .takes(&[any("text", "text"), any("text", "text").repeated()])
    .help("Joins texts and ranges of texts.", "Sammanfogar texter och områden med text.")
    .examples(&[example("CONCAT({\"a\",\"b\"},1)", "ab1")]);

const CONCATENATE: Function = Function::new("CONCATENATE", "SAMMANFOGA", Text, concat)
    .takes(&[scalar("text", "text"), scalar("text", "text").repeated()])
    .help("Joins texts.", "Sammanfogar texter.")
    .examples(&[example("CONCATENATE(\"Konto \",4010)", "Konto 4010")]);

const TEXTJOIN: Function = Function::new("TEXTJOIN", "TEXTJOIN", Text, text_join)
    .takes(&[
        any("separator", "avgränsare"),
        scalar("ignore_empty", "ignorera_tomma"),
        any("text", "text"),
        any("text", "text").repeated(),
    ])
    .help(
        "Joins texts and ranges of texts with a separator between them, or several that take turns.",
        "Sammanfogar texter och områden med en avgränsare emellan, eller flera som turas om.",
    )
    .examples(&[example("TEXTJOIN(\", \",TRUE,{\"barn\",\"\",\"äldre\"})", "barn, äldre")]);

const REPT: Function = Function::new("REPT", "REP", Text, repeat)
    .takes(&[scalar("text", "text"), scalar("times", "antal_gånger")])
    .help("Repeats a text so many times.", "Upprepar en text ett visst antal gånger.")
    .examples(&[example("REPT(\"ab\",3)", "ababab")]);

/// A text under way that stops growing when it is too long.
#[derive(Default)]
struct Joined {
    text: String,
    length: usize,
}

impl Joined {
    fn push(&mut self, text: &str) -> Result<(), CellError> {
        self.length += text.chars().count();
        if self.length > MAX_TEXT {
            return Err(CellError::Value);
        }
        self.text.push_str(text);
        Ok(())
    }
}

fn concat(arguments: &Arguments<'_>) -> Answer {
    let mut joined = Joined::default();
    for index in 0..arguments.count() {
        each_text(arguments, index, true, &mut |text| joined.push(&text))?;
    }
    answer(joined.text)
}

fn text_join(arguments: &Arguments<'_>) -> Answer {
    let (separators, ignores_empty) = (separators(arguments)?, arguments.boolean(1)?);
    let (mut joined, mut first, mut turns) = (Joined::default(), true, separators.iter().cycle());
    for index in 2..arguments.count() {
        each_text(arguments, index, ignores_empty, &mut |text| {
            if ignores_empty && text.is_empty() {
                return Ok(());
            }
            if !std::mem::take(&mut first) {
                turns.next().map_or(Ok(()), |separator| joined.push(separator))?;
            }
            joined.push(&text)
        })?;
    }
    answer(joined.text)
}

/// The separators in the order of their turns.
fn separators(arguments: &Arguments<'_>) -> Result<Vec<Rc<str>>, CellError> {
    let locale = arguments.host.locale();
    arguments.array(0)?.values().iter().map(|value| coerce::to_text(value, locale)).collect()
}

/// Shows the texts of an argument row by row; blank cells around what is used may be passed over.
fn each_text(
    arguments: &Arguments<'_>,
    index: usize,
    used_only: bool,
    visit: &mut dyn FnMut(Rc<str>) -> Result<(), CellError>,
) -> Result<(), CellError> {
    let host = arguments.host;
    let value = match arguments.operand(index) {
        Operand::Region(region) if used_only => match host.used(region) {
            Some(used) => Operand::Region(used).read(host),
            None => return Ok(()),
        },
        operand => operand.read(host),
    };
    match value {
        Value::Array(array) => {
            array.values().iter().try_for_each(|value| visit(coerce::to_text(value, host.locale())?))
        }
        value => visit(coerce::to_text(&value, host.locale())?),
    }
}

fn repeat(arguments: &Arguments<'_>) -> Answer {
    let (text, times) = (arguments.text(0)?, length(arguments.integer(1)?)?);
    match text.chars().count().checked_mul(times) {
        Some(total) if total <= MAX_TEXT => answer(if total == 0 { String::new() } else { text.repeat(times) }),
        _ => Err(CellError::Value),
    }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn cells_are_joined_row_by_row() {
        check_with(
            &[("A1", "'a"), ("B1", "1.5"), ("B3", "TRUE")],
            &[
                ("CONCAT(A1:B3)", "a1.5TRUE"),
                ("CONCAT(A:B)", "a1.5TRUE"),
                ("TEXTJOIN(\"-\",TRUE,A1:B3)", "a-1.5-TRUE"),
                ("TEXTJOIN(\"-\",FALSE,A1:B3)", "a-1.5----TRUE"),
                ("TEXTJOIN(,TRUE,A1:B3)", "a1.5TRUE"),
                ("TEXTJOIN(\"-\",FALSE,A:XFD)", "#NUM!"),
                ("TEXTJOIN({\",\",\";\"},TRUE,{1,2,3,4})", "1,2;3,4"),
                ("TEXTJOIN(A1:B1,TRUE,{1,2,3})", "1a21.53"),
                ("TEXTJOIN(#REF!,TRUE,{1,2})", "#REF!"),
                ("CONCAT(A1,#N/A)", "#N/A"),
            ],
        );
    }

    #[test]
    fn texts_do_not_grow_past_what_a_cell_holds() {
        check(&[
            ("LEN(REPT(\"å\",32767))", "32767"),
            ("REPT(\"å\",32768)", "#VALUE!"),
            ("REPT(\"ab\",9223372036854775807)", "#VALUE!"),
            ("REPT(\"\",9223372036854775807)", ""),
            ("REPT(\"a\",-1)", "#VALUE!"),
            ("CONCAT(REPT(\"a\",30000),REPT(\"a\",30000))", "#VALUE!"),
        ]);
    }
}
