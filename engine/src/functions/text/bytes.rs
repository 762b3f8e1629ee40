//! Functions that count bytes in East Asian languages; elsewhere a character is one of them, as in Western Excel.

use super::answer;
use super::cutting::{left, mid, right};
use super::searching::{find, length_of, replace, search};
use crate::functions::function::Category::Text;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};

pub(super) const FUNCTIONS: &[Function] = &[LENB, LEFTB, RIGHTB, MIDB, FINDB, SEARCHB, REPLACEB, ASC];

const CUT: &[Parameter] = &[scalar("text", "text"), scalar("bytes", "antal_byte").optional()];
const SOUGHT: &[Parameter] =
    &[scalar("wanted", "sök"), scalar("text", "inom_text"), scalar("start", "startpos").optional()];

const LENB: Function = Function::new("LENB", "LÄNGDB", Text, length_of)
    .takes(&[scalar("text", "text")])
    .help("Gives the length of a text, as LEN does.", "Ger längden på en text, som LÄNGD gör.")
    .examples(&[example("LENB(\"nämnd\")", "5")]);

const LEFTB: Function = Function::new("LEFTB", "VÄNSTERB", Text, left)
    .takes(CUT)
    .help("Gives the beginning of a text, as LEFT does.", "Ger början av en text, som VÄNSTER gör.")
    .examples(&[example("LEFTB(\"nämnd\",2)", "nä")]);

const RIGHTB: Function = Function::new("RIGHTB", "HÖGERB", Text, right)
    .takes(CUT)
    .help("Gives the end of a text, as RIGHT does.", "Ger slutet av en text, som HÖGER gör.")
    .examples(&[example("RIGHTB(\"nämnd\",2)", "nd")]);

const MIDB: Function = Function::new("MIDB", "EXTEXTB", Text, mid)
    .takes(&[scalar("text", "text"), scalar("start", "startpos"), scalar("bytes", "antal_byte")])
    .help("Gives a part of a text, as MID does.", "Ger en del av en text, som EXTEXT gör.")
    .examples(&[example("MIDB(\"nämnd\",2,3)", "ämn")]);

const FINDB: Function = Function::new("FINDB", "HITTAB", Text, find)
    .takes(SOUGHT)
    .help("Gives the position of a text within another, as FIND does.", "Ger en texts position, som HITTA gör.")
    .examples(&[example("FINDB(\"m\",\"nämnd\")", "3")]);

const SEARCHB: Function = Function::new("SEARCHB", "SÖKB", Text, search)
    .takes(SOUGHT)
    .help("Gives the position of a text within another, as SEARCH does.", "Ger en texts position, som SÖK gör.")
    .examples(&[example("SEARCHB(\"M\",\"nämnd\")", "3")]);

const REPLACEB: Function = Function::new("REPLACEB", "ERSÄTTB", Text, replace)
    .takes(&[
        scalar("text", "text"),
        scalar("start", "startpos"),
        scalar("bytes", "antal_byte"),
        scalar("new_text", "ny_text"),
    ])
    .help("Replaces a part of a text, as REPLACE does.", "Ersätter en del av en text, som ERSÄTT gör.")
    .examples(&[example("REPLACEB(\"nämnd\",2,1,\"a\")", "namnd")]);

const ASC: Function = Function::new("ASC", "ASC", Text, narrow)
    .takes(&[scalar("text", "text")])
    .help(
        "Turns the full-width Latin letters and digits of East Asian texts into ordinary ones.",
        "Gör om östasiatiska texters breda latinska bokstäver och siffror till vanliga.",
    )
    .examples(&[example("ASC(\"Ａ１\")", "A1"), example("ASC(\"nämnd\")", "nämnd")]);

fn narrow(arguments: &Arguments<'_>) -> Answer {
    const DISTANCE: u32 = '！' as u32 - '!' as u32;
    let text = arguments.text(0)?;
    let letters = text.chars().map(|letter| match letter {
        '！'..='～' => char::from_u32(u32::from(letter) - DISTANCE).unwrap_or(letter),
        '\u{3000}' => ' ',
        other => other,
    });
    answer(letters.collect::<String>())
}
