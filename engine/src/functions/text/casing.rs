//! Capitals and small letters.

use super::answer;
use crate::functions::function::Category::Text;
use crate::functions::function::{Function, example, scalar};
use crate::functions::{Answer, Arguments};

pub(super) const FUNCTIONS: &[Function] = &[UPPER, LOWER, PROPER];

const UPPER: Function = Function::new("UPPER", "VERSALER", Text, |arguments| answer(arguments.text(0)?.to_uppercase()))
    .takes(&[scalar("text", "text")])
    .help("Turns a text into capitals.", "Gör om en text till stora bokstäver.")
    .examples(&[example("UPPER(\"nämnd\")", "NÄMND")]);

const LOWER: Function = Function::new("LOWER", "GEMENER", Text, |arguments| answer(arguments.text(0)?.to_lowercase()))
    .takes(&[scalar("text", "text")])
    .help("Turns a text into small letters.", "Gör om en text till små bokstäver.")
    .examples(&[example("LOWER(\"NÄMND\")", "nämnd")]);

const PROPER: Function = Function::new("PROPER", "INITIAL", Text, proper)
    .takes(&[scalar("text", "text")])
    .help("Begins each word of a text with a capital.", "Gör första bokstaven i varje ord stor och de andra små.")
    .examples(&[example("PROPER(\"barn och UNGDOM\")", "Barn Och Ungdom")]);

fn proper(arguments: &Arguments<'_>) -> Answer {
    let mut result = String::new();
    let mut within = false;
    for letter in arguments.text(0)?.chars() {
        if within {
            result.extend(letter.to_lowercase());
        } else {
            result.extend(letter.to_uppercase());
        }
        within = letter.is_alphabetic();
    }
    answer(result)
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn words_begin_after_anything_but_a_letter() {
        check(&[
            ("PROPER(\"kultur- och fritid 2a\")", "Kultur- Och Fritid 2A"),
            ("PROPER(\"\")", ""),
            ("UPPER(1.5)", "1.5"),
        ]);
    }
}
