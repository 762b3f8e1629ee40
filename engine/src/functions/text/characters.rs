//! Characters and their codes.

use super::answer;
use crate::functions::function::Category::Text;
use crate::functions::function::{Function, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::CellError;

pub(super) const FUNCTIONS: &[Function] = &[CHAR, CODE, UNICHAR, UNICODE];

const CHAR: Function = Function::new("CHAR", "TECKENKOD", Text, character)
    .takes(&[scalar("code", "kod")])
    .help(
        "Gives the character with a code from 1 to 255 in Windows' Western table.",
        "Ger tecknet med en kod från 1 till 255 i Windows västeuropeiska teckentabell.",
    )
    .examples(&[example("CHAR(65)", "A"), example("CHAR(128)", "€")]);

const CODE: Function = Function::new("CODE", "KOD", Text, code)
    .takes(&[scalar("text", "text")])
    .help(
        "Gives the code of a text's first character in Windows' Western table.",
        "Ger koden för det första tecknet i en text i Windows västeuropeiska teckentabell.",
    )
    .examples(&[example("CODE(\"Å\")", "197")]);

const UNICHAR: Function = Function::new("UNICHAR", "UNITECKENKOD", Text, unicode_character)
    .takes(&[scalar("code", "kod")])
    .help("Gives the character with a Unicode number.", "Ger tecknet med ett visst Unicode-nummer.")
    .examples(&[example("UNICHAR(8722)", "−")]);

const UNICODE: Function = Function::new("UNICODE", "UNICODE", Text, |arguments| {
    let first = arguments.text(0)?.chars().next().ok_or(CellError::Value)?;
    Ok(i64::from(u32::from(first)).into())
})
.takes(&[scalar("text", "text")])
.help("Gives the Unicode number of a text's first character.", "Ger Unicode-numret för det första tecknet i en text.")
.examples(&[example("UNICODE(\"å\")", "229")]);

/// Characters 128 to 159 of code page 1252; the five that it leaves open are control characters.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Code that stands for a character which the table lacks: a question mark.
const UNKNOWN: i64 = 63;

fn character(arguments: &Arguments<'_>) -> Answer {
    let code = u8::try_from(arguments.integer(0)?).ok().filter(|code| *code > 0).ok_or(CellError::Value)?;
    let character = match code {
        128..=159 => WINDOWS[usize::from(code) - 128],
        code => char::from(code),
    };
    answer(character.to_string())
}

fn code(arguments: &Arguments<'_>) -> Answer {
    let first = arguments.text(0)?.chars().next().ok_or(CellError::Value)?;
    let code = match WINDOWS.iter().position(|known| *known == first) {
        Some(index) => index as i64 + 128,
        None => u8::try_from(u32::from(first)).map_or(UNKNOWN, i64::from),
    };
    Ok(code.into())
}

fn unicode_character(arguments: &Arguments<'_>) -> Answer {
    let code = u32::try_from(arguments.integer(0)?).ok().filter(|code| *code > 0).ok_or(CellError::Value)?;
    match char::from_u32(code) {
        Some(character) => answer(character.to_string()),
        None if code <= u32::from(char::MAX) => Err(CellError::NotAvailable),
        None => Err(CellError::Value),
    }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn codes_are_those_of_windows() {
        check(&[
            ("CHAR(229)", "å"),
            ("CHAR(150)", "–"),
            ("CHAR(0)", "#VALUE!"),
            ("CHAR(256)", "#VALUE!"),
            ("CODE(\"€\")", "128"),
            ("CODE(\"−\")", "63"),
            ("CODE(\"\")", "#VALUE!"),
            ("UNICHAR(0)", "#VALUE!"),
            ("UNICHAR(55296)", "#N/A"),
            ("UNICHAR(1114112)", "#VALUE!"),
            ("UNICODE(\"\")", "#VALUE!"),
        ]);
    }
}
