//! Finding and replacing text by regular expressions. Matching takes time in proportion to the text, whatever the
//! pattern; look-around and references back are not understood.

use std::cell::RefCell;
use std::rc::Rc;

use regex_lite::{Captures, Regex, RegexBuilder};

use super::answer;
use crate::functions::function::Category::Text;
use crate::functions::function::{Function, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{Array, CellError, MAX_TEXT, Value};

pub(super) const FUNCTIONS: &[Function] = &[REGEXTEST, REGEXEXTRACT, REGEXREPLACE];

const REGEXTEST: Function = Function::new("REGEXTEST", "REGEXTEST", Text, |arguments| {
    let search = Search::of(arguments, 2)?;
    Ok(search.regex.is_match(&search.folded).into())
})
.takes(&[
    scalar("text", "text"),
    scalar("pattern", "mönster"),
    scalar("case_sensitivity", "skiftlägeskänslighet").optional(),
])
.help(
    "Says whether a regular expression fits within a text.",
    "Anger om ett reguljärt uttryck passar någonstans i en text.",
)
.examples(&[example("REGEXTEST(\"Konto 4010\",\"[0-9]{4}\")", "TRUE")]);

const REGEXEXTRACT: Function = Function::new("REGEXEXTRACT", "REGEXEXTRACT", Text, extract)
    .takes(&[
        scalar("text", "text"),
        scalar("pattern", "mönster"),
        scalar("return_mode", "returläge").optional(),
        scalar("case_sensitivity", "skiftlägeskänslighet").optional(),
    ])
    .help(
        "Gives what fits a regular expression in a text: the first (0), all (1) or the groups of the first (2).",
        "Ger det som passar ett reguljärt uttryck i en text: det första (0), alla (1) eller det förstas grupper (2).",
    )
    .examples(&[example("REGEXEXTRACT(\"Konto 4010, ansvar 120\",\"[0-9]+\")", "4010")]);

const REGEXREPLACE: Function = Function::new("REGEXREPLACE", "REGEXREPLACE", Text, replace)
    .takes(&[
        scalar("text", "text"),
        scalar("pattern", "mönster"),
        scalar("replacement", "ersättning"),
        scalar("occurrence", "förekomst").optional(),
        scalar("case_sensitivity", "skiftlägeskänslighet").optional(),
    ])
    .help(
        "Replaces what fits a regular expression, everywhere or at one occurrence; $1 stands for the first group.",
        "Ersätter det som passar ett reguljärt uttryck, överallt eller vid en förekomst; $1 står för den första gruppen.",
    )
    .examples(&[example("REGEXREPLACE(\"2026-08\",\"([0-9]+)-([0-9]+)\",\"$2/$1\")", "08/2026")]);

/// A text and the expression that is looked for in it.
struct Search {
    text: Rc<str>,
    /// The text as it is matched, with every letter at its place.
    folded: String,
    regex: Regex,
}

impl Search {
    /// The text and pattern of a call whose argument at `case` says whether capitals matter: 0 for yes, 1 for no.
    fn of(arguments: &Arguments<'_>, case: usize) -> Result<Self, CellError> {
        let (text, pattern) = (arguments.text(0)?, arguments.text(1)?);
        let ignores_case = match arguments.integer_or(case, 0)? {
            0 => false,
            1 => true,
            _ => return Err(CellError::Value),
        };
        let regex = compiled(&pattern, ignores_case)?;
        Ok(Self { folded: if ignores_case { folded(&text) } else { text.to_string() }, text, regex })
    }

    /// Every fit, from the left.
    fn fits(&self) -> impl Iterator<Item = Captures<'_>> {
        self.regex.captures_iter(&self.folded)
    }

    /// The text of a group; empty where the group had no part in the fit.
    fn group(&self, fit: &Captures<'_>, index: usize) -> &str {
        fit.get(index).map_or("", |found| &self.text[found.range()])
    }
}

/// The library compares only English letters without regard to case; the others are made small where that moves nothing.
fn folded(text: &str) -> String {
    let small = |letter: char| {
        let mut lower = letter.to_lowercase();
        lower.next().filter(|small| small.len_utf8() == letter.len_utf8() && lower.next().is_none()).unwrap_or(letter)
    };
    text.chars().map(|letter| if letter.is_ascii() { letter } else { small(letter) }).collect()
}

/// The expression of a pattern. The last one is kept, as a formula filled down a column asks for the same each time.
pub(in crate::functions) fn compiled(pattern: &str, ignores_case: bool) -> Result<Regex, CellError> {
    thread_local! {
        static LAST: RefCell<Option<(String, bool, Regex)>> = const { RefCell::new(None) };
    }
    LAST.with_borrow_mut(|last| {
        if let Some((known, same, regex)) = last
            && known == pattern
            && *same == ignores_case
        {
            return Ok(regex.clone());
        }
        let text = if ignores_case { folded(pattern) } else { pattern.to_owned() };
        let regex = RegexBuilder::new(&text).case_insensitive(ignores_case).build().map_err(|_| CellError::Value)?;
        *last = Some((pattern.to_owned(), ignores_case, regex.clone()));
        Ok(regex)
    })
}

fn extract(arguments: &Arguments<'_>) -> Answer {
    let search = Search::of(arguments, 3)?;
    let mode = arguments.integer_or(2, 0)?;
    let first = || search.fits().next().ok_or(CellError::NotAvailable);
    let row = |texts: Vec<Value>| match texts.len() {
        0 => Err(CellError::NotAvailable),
        width => Ok(Value::Array(Array::new(width, texts)?.into()).into()),
    };
    match mode {
        0 => answer(search.group(&first()?, 0)),
        1 => row(search.fits().map(|fit| Value::text(search.group(&fit, 0))).collect()),
        2 => {
            let fit = first()?;
            row((1..fit.len()).map(|index| Value::text(search.group(&fit, index))).collect())
        }
        _ => Err(CellError::Value),
    }
}

fn replace(arguments: &Arguments<'_>) -> Answer {
    let search = Search::of(arguments, 4)?;
    let (replacement, occurrence) = (arguments.text(2)?, arguments.integer_or(3, 0)?);
    let wanted = match usize::try_from(occurrence.unsigned_abs()).map_err(|_| CellError::Value)? {
        0 => None,
        counted if occurrence > 0 => Some(counted - 1),
        counted => Some(search.fits().count().wrapping_sub(counted)),
    };
    let (mut result, mut end) = (String::new(), 0);
    for (index, fit) in search.fits().enumerate() {
        let whole = fit.get(0).map_or(end..end, |found| found.range());
        if wanted.is_none_or(|wanted| wanted == index) {
            result.push_str(&search.text[end..whole.start]);
            expand(&replacement, &search, &fit, &mut result);
            end = whole.end;
        }
        if result.len() > MAX_TEXT * 4 {
            return Err(CellError::Value);
        }
    }
    result.push_str(&search.text[end..]);
    answer(result)
}

/// Writes a replacement: `$1` and `${1}` stand for a group, `$0` for the whole fit and `$$` for the sign itself.
fn expand(replacement: &str, search: &Search, fit: &Captures<'_>, result: &mut String) {
    let mut rest = replacement;
    while let Some((before, after)) = rest.split_once('$') {
        result.push_str(before);
        let braced = after.strip_prefix('{').and_then(|after| after.split_once('}'));
        let digits = after.len() - after.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
        let (number, following) = braced.unwrap_or_else(|| after.split_at(digits));
        rest = match number.parse() {
            Ok(index) => {
                result.push_str(search.group(fit, index));
                following
            }
            Err(_) => {
                result.push('$');
                after.strip_prefix('$').unwrap_or(after)
            }
        };
    }
    result.push_str(rest);
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn expressions_are_found() {
        check(&[
            ("REGEXTEST(\"Nämnd\",\"^N.mnd$\")", "TRUE"),
            ("REGEXTEST(\"Nämnd\",\"nämnd\")", "FALSE"),
            ("REGEXTEST(\"NÄMND\",\"nämnd\",1)", "TRUE"),
            ("REGEXTEST(\"åÄö\",\"^[ÅÄÖ]+$\",1)", "TRUE"),
            ("REGEXTEST(\"a\",\"(\")", "#VALUE!"),
            ("REGEXTEST(\"a\",\"a\",2)", "#VALUE!"),
            ("REGEXEXTRACT(\"LonelyPlanet\",\"[A-Z][a-z]+\",1)", "{Lonely,Planet}"),
            ("REGEXEXTRACT(\"Anna 12\",\"([A-Za-z]+) ([0-9]+)\",2)", "{Anna,12}"),
            ("REGEXEXTRACT(\"ÅRE\",\"år\",0,1)", "ÅR"),
            ("REGEXEXTRACT(\"abc\",\"x\")", "#N/A"),
            ("REGEXEXTRACT(\"abc\",\"b\",2)", "#N/A"),
            ("REGEXEXTRACT(\"abc\",\"b\",3)", "#VALUE!"),
        ]);
    }

    #[test]
    fn expressions_are_replaced() {
        check(&[
            ("REGEXREPLACE(\"JamesBond\",\"([A-Z][a-z]+)([A-Z][a-z]+)\",\"$2, $1 $2\")", "Bond, James Bond"),
            ("REGEXREPLACE(\"a1b2\",\"[0-9]\",\"\")", "ab"),
            ("REGEXREPLACE(\"a1b2\",\"[0-9]\",\"<$0>\",2)", "a1b<2>"),
            ("REGEXREPLACE(\"a1b2\",\"[0-9]\",\"x\",-2)", "axb2"),
            ("REGEXREPLACE(\"a1b2\",\"[0-9]\",\"x\",-3)", "a1b2"),
            ("REGEXREPLACE(\"a1\",\"([0-9])\",\"$1a${1}$$\")", "a1a1$"),
            ("REGEXREPLACE(\"abc\",\"x\",\"y\")", "abc"),
            ("REGEXREPLACE(\"ab\",\"\",\"-\")", "-a-b-"),
        ]);
    }
}
