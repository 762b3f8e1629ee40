//! Text for addresses on the web.

use super::answer;
use crate::functions::function::Category::Text;
use crate::functions::function::{Function, example, scalar};
use crate::functions::{Answer, Arguments};

pub(super) const FUNCTIONS: &[Function] = &[ENCODEURL];

const ENCODEURL: Function = Function::new("ENCODEURL", "KODAWEBBADRESS", Text, encode)
    .takes(&[scalar("text", "text")])
    .help(
        "Writes a text so that it can be part of a web address.",
        "Skriver en text så att den kan ingå i en webbadress.",
    )
    .examples(&[example("ENCODEURL(\"vård & omsorg\")", "v%C3%A5rd%20%26%20omsorg")]);

/// Letters, digits and four signs stand for themselves (RFC 3986); every other byte is written as a number.
fn encode(arguments: &Arguments<'_>) -> Answer {
    let text = arguments.text(0)?;
    let encoded = text.bytes().map(|byte| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    answer(encoded.collect::<String>())
}
