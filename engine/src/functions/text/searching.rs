//! Finding, comparing and replacing text.

use super::{answer, byte_at, length};
use crate::functions::function::Category::Text;
use crate::functions::function::{Function, example, scalar};
use crate::functions::wildcard::Pattern;
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, MAX_TEXT, Value};

pub(super) const FUNCTIONS: &[Function] = &[FIND, SEARCH, SUBSTITUTE, REPLACE, EXACT, LEN];

const FIND: Function = Function::new("FIND", "HITTA", Text, find)
    .takes(&[scalar("wanted", "sök"), scalar("text", "inom_text"), scalar("start", "startpos").optional()])
    .help(
        "Gives the position of a text within another; capitals matter.",
        "Ger positionen för en text inom en annan; skiljer på stora och små bokstäver.",
    )
    .examples(&[example("FIND(\"n\",\"Nämnd\")", "4")]);

const SEARCH: Function = Function::new("SEARCH", "SÖK", Text, search)
    .takes(&[scalar("wanted", "sök"), scalar("text", "inom_text"), scalar("start", "startpos").optional()])
    .help(
        "Gives the position of a text within another; capitals do not matter, * and ? stand for other characters.",
        "Ger positionen för en text inom en annan oavsett stora och små bokstäver; * och ? står för andra tecken.",
    )
    .examples(&[example("SEARCH(\"N\",\"nämnd\")", "1"), example("SEARCH(\"m?d\",\"nämnd\")", "3")]);

const SUBSTITUTE: Function = Function::new("SUBSTITUTE", "BYT.UT", Text, substitute)
    .takes(&[
        scalar("text", "text"),
        scalar("old_text", "gammal_text"),
        scalar("new_text", "ny_text"),
        scalar("occurrence", "förekomst").optional(),
    ])
    .help(
        "Replaces a text within another, everywhere or at one occurrence.",
        "Byter ut en text mot en annan, överallt eller vid en viss förekomst.",
    )
    .examples(&[
        example("SUBSTITUTE(\"2025-2025\",\"2025\",\"2026\")", "2026-2026"),
        example("SUBSTITUTE(\"aaa\",\"a\",\"b\",2)", "aba"),
    ]);

const REPLACE: Function = Function::new("REPLACE", "ERSÄTT", Text, replace)
    .takes(&[
        scalar("text", "text"),
        scalar("start", "startpos"),
        scalar("characters", "antal_tecken"),
        scalar("new_text", "ny_text"),
    ])
    .help(
        "Replaces so many characters from a position on by another text.",
        "Ersätter ett visst antal tecken från en startposition med en annan text.",
    )
    .examples(&[example("REPLACE(\"konto 4010\",7,4,\"5010\")", "konto 5010")]);

const EXACT: Function =
    Function::new("EXACT", "EXAKT", Text, |arguments| Ok((arguments.text(0)? == arguments.text(1)?).into()))
        .takes(&[scalar("text", "text"), scalar("other_text", "annan_text")])
        .help(
            "Says whether two texts are the same to the letter, capitals included.",
            "Anger om två texter är exakt lika, även i stora och små bokstäver.",
        )
        .examples(&[example("EXACT(\"ja\",\"Ja\")", "FALSE")]);

const LEN: Function = Function::new("LEN", "LÄNGD", Text, length_of)
    .takes(&[scalar("text", "text")])
    .help("Gives the number of characters in a text.", "Ger antalet tecken i en text.")
    .examples(&[example("LEN(\"nämnd\")", "5")]);

/// The number of characters in the first argument.
pub(super) fn length_of(arguments: &Arguments<'_>) -> Answer {
    Ok((arguments.text(0)?.chars().count() as i64).into())
}

pub(super) fn find(arguments: &Arguments<'_>) -> Answer {
    let (wanted, text) = (arguments.text(0)?, arguments.text(1)?);
    let start = start(arguments, &text)?;
    let byte = byte_at(&text, start);
    let found = text[byte..].find(&*wanted).ok_or(CellError::Value)?;
    Ok((text[..byte + found].chars().count() as i64 + 1).into())
}

pub(super) fn search(arguments: &Arguments<'_>) -> Answer {
    let (wanted, text) = (arguments.text(0)?, arguments.text(1)?);
    let start = start(arguments, &text)?;
    let found = Pattern::new(&wanted).find(&text, start).ok_or(CellError::Value)?;
    Ok((found as i64 + 1).into())
}

/// Where a search begins, counted from zero; outside the text it is `#VALUE!`.
fn start(arguments: &Arguments<'_>, text: &str) -> Result<usize, CellError> {
    let start = length(arguments.integer_or(2, 1)?)?.checked_sub(1).ok_or(CellError::Value)?;
    if start <= text.chars().count() { Ok(start) } else { Err(CellError::Value) }
}

fn substitute(arguments: &Arguments<'_>) -> Answer {
    let (text, old, new) = (arguments.text(0)?, arguments.text(1)?, arguments.text(2)?);
    if arguments.count() > 3 {
        if matches!(arguments.scalar(3)?, Value::Boolean(_)) {
            return Err(CellError::Value);
        }
        let occurrence = length(arguments.integer(3)?)?.checked_sub(1).ok_or(CellError::Value)?;
        let found = if old.is_empty() { None } else { text.match_indices(&*old).nth(occurrence) };
        return match found {
            Some((byte, _)) => answer([&text[..byte], &new, &text[byte + old.len()..]].concat()),
            None => answer(text),
        };
    }
    if old.is_empty() {
        return answer(text);
    }
    let grown = text.matches(&*old).count().saturating_mul(new.chars().count());
    if grown > MAX_TEXT { Err(CellError::Value) } else { answer(text.replace(&*old, &new)) }
}

pub(super) fn replace(arguments: &Arguments<'_>) -> Answer {
    let text = arguments.text(0)?;
    let start = length(arguments.integer(1)?)?.checked_sub(1).ok_or(CellError::Value)?;
    let count = length(arguments.integer(2)?)?;
    let (before, after) = (byte_at(&text, start), byte_at(&text, start.saturating_add(count)));
    answer([&text[..before], &arguments.text(3)?, &text[after..]].concat())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn positions_count_characters() {
        check(&[
            ("FIND(\"d\",\"åäöd\")", "4"),
            ("FIND(\"a\",\"aba\",2)", "3"),
            ("FIND(\"\",\"abc\")", "1"),
            ("FIND(\"\",\"abc\",4)", "4"),
            ("FIND(\"a\",\"abc\",5)", "#VALUE!"),
            ("FIND(\"a\",\"abc\",0)", "#VALUE!"),
            ("FIND(\"A\",\"abc\")", "#VALUE!"),
            ("SEARCH(\"C\",\"abc\")", "3"),
            ("SEARCH(\"b*d\",\"abcd\")", "2"),
            ("SEARCH(\"~*\",\"ab*\")", "3"),
            ("SEARCH(\"~d\",\"My dear\")", "4"),
            ("SEARCH(\"~\",\"abc\")", "1"),
            ("SEARCH(\"x\",\"abc\")", "#VALUE!"),
            ("SEARCH(\"a\",\"aba\",2)", "3"),
        ]);
    }

    #[test]
    fn replacing_keeps_the_rest() {
        check(&[
            ("SUBSTITUTE(\"abc\",\"\",\"x\")", "abc"),
            ("SUBSTITUTE(\"abc\",\"\",\"x\",1)", "abc"),
            ("SUBSTITUTE(\"abab\",\"b\",\"\")", "aa"),
            ("SUBSTITUTE(\"abab\",\"B\",\"x\")", "abab"),
            ("SUBSTITUTE(\"abab\",\"b\",\"x\",3)", "abab"),
            ("SUBSTITUTE(\"abab\",\"b\",\"x\",0)", "#VALUE!"),
            ("SUBSTITUTE(\"abab\",\"b\",\"x\",TRUE)", "#VALUE!"),
            ("SUBSTITUTE(REPT(\"a\",32767),\"a\",REPT(\"b\",32767))", "#VALUE!"),
            ("REPLACE(\"åäö\",2,1,\"xx\")", "åxxö"),
            ("REPLACE(\"abc\",9,9,\"x\")", "abcx"),
            ("REPLACE(\"abc\",0,1,\"x\")", "#VALUE!"),
            ("EXACT(1,\"1\")", "TRUE"),
            ("LEN(12.5)", "4"),
            ("LEN(#N/A)", "#N/A"),
        ]);
    }
}
