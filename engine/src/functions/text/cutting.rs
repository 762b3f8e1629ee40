//! Parts of a text, and texts without what does not belong in them.

use super::{answer, byte_at, length};
use crate::functions::function::Category::Text;
use crate::functions::function::{Function, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::CellError;

pub(super) const FUNCTIONS: &[Function] = &[LEFT, RIGHT, MID, TRIM, CLEAN];

const LEFT: Function = Function::new("LEFT", "VÄNSTER", Text, left)
    .takes(&[scalar("text", "text"), scalar("characters", "antal_tecken").optional()])
    .help(
        "Gives the first characters of a text, one unless another number is given.",
        "Ger de första tecknen i en text, ett om inget antal anges.",
    )
    .examples(&[example("LEFT(\"Omsorgsnämnden\",6)", "Omsorg"), example("LEFT(\"abc\")", "a")]);

const RIGHT: Function = Function::new("RIGHT", "HÖGER", Text, right)
    .takes(&[scalar("text", "text"), scalar("characters", "antal_tecken").optional()])
    .help(
        "Gives the last characters of a text, one unless another number is given.",
        "Ger de sista tecknen i en text, ett om inget antal anges.",
    )
    .examples(&[example("RIGHT(\"2026-08\",2)", "08")]);

const MID: Function = Function::new("MID", "EXTEXT", Text, mid)
    .takes(&[scalar("text", "text"), scalar("start", "startpos"), scalar("characters", "antal_tecken")])
    .help(
        "Gives so many characters of a text from a position on.",
        "Ger ett visst antal tecken ur en text från en startposition.",
    )
    .examples(&[example("MID(\"konto 4010\",7,4)", "4010")]);

const TRIM: Function = Function::new("TRIM", "RENSA", Text, |arguments| {
    let text = arguments.text(0)?;
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    answer(words.join(" "))
})
.takes(&[scalar("text", "text")])
.help("Takes away spaces except single ones between words.", "Tar bort alla blanksteg utom ett mellan orden.")
.examples(&[example("TRIM(\"  Äldre   omsorg \")", "Äldre omsorg")]);

const CLEAN: Function = Function::new("CLEAN", "STÄDA", Text, |arguments| {
    answer(arguments.text(0)?.chars().filter(|letter| *letter >= ' ').collect::<String>())
})
.takes(&[scalar("text", "text")])
.help(
    "Takes away characters that cannot be printed, such as line breaks.",
    "Tar bort tecken som inte kan skrivas ut, till exempel radbrytningar.",
)
.examples(&[example("CLEAN(CONCATENATE(\"rad\",CHAR(10),\"1\"))", "rad1")]);

pub(super) fn left(arguments: &Arguments<'_>) -> Answer {
    let (text, count) = (arguments.text(0)?, length(arguments.integer_or(1, 1)?)?);
    answer(&text[..byte_at(&text, count)])
}

pub(super) fn right(arguments: &Arguments<'_>) -> Answer {
    let (text, count) = (arguments.text(0)?, length(arguments.integer_or(1, 1)?)?);
    let skipped = text.chars().count().saturating_sub(count);
    answer(&text[byte_at(&text, skipped)..])
}

pub(super) fn mid(arguments: &Arguments<'_>) -> Answer {
    let (text, start, count) = (arguments.text(0)?, length(arguments.integer(1)?)?, length(arguments.integer(2)?)?);
    let rest = &text[byte_at(&text, start.checked_sub(1).ok_or(CellError::Value)?)..];
    answer(&rest[..byte_at(rest, count)])
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn parts_count_characters_not_bytes() {
        check(&[
            ("LEFT(\"åäö\",2)", "åä"),
            ("LEFT(\"åäö\",9)", "åäö"),
            ("LEFT(\"åäö\",)", ""),
            ("LEFT(\"abc\",-1)", "#VALUE!"),
            ("LEFT(1234,2)", "12"),
            ("RIGHT(\"åäö\",2)", "äö"),
            ("RIGHT(\"åäö\",9)", "åäö"),
            ("RIGHT(\"åäö\",0)", ""),
            ("MID(\"åäö\",2,9)", "äö"),
            ("MID(\"åäö\",4,1)", ""),
            ("MID(\"åäö\",0,1)", "#VALUE!"),
            ("MID(\"åäö\",1,-1)", "#VALUE!"),
            ("MID(\"abc\",9223372036854775807,9223372036854775807)", ""),
            ("TRIM(\" \")", ""),
        ]);
    }
}
