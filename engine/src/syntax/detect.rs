//! Tells which dialect a typed formula is written in, so that both work alike in one book.

use super::dialect::Dialect;
use super::lexer::tokenize;
use super::parser::is_too_long;
use super::token::{Token, TokenKind};
use super::vocabulary::{Vocabulary, without_file_prefix};

/// What the separators of a formula say, each with its weight by order.
#[derive(Debug, Default)]
struct Evidence {
    /// A semicolon outside array constants, or a backslash.
    swedish_separator: bool,
    /// A comma that can not be a decimal comma.
    argument_comma: bool,
    /// A comma between digits where no argument can stand.
    decimal_comma: bool,
}

/// What a bracket at the cursor encloses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bracket {
    Call,
    Group,
    Array,
}

impl Dialect {
    /// The dialect of a typed formula: by its separators, then by a function name that only one language has; `preferred`
    /// when it says neither.
    pub fn detect(text: &str, vocabulary: &dyn Vocabulary, preferred: Self) -> Self {
        if is_too_long(text) {
            return preferred;
        }
        let tokens = tokenize(text, Self::English);
        by_separators(&tokens).or_else(|| by_functions(text, &tokens, vocabulary)).unwrap_or(preferred)
    }
}

fn by_separators(tokens: &[Token]) -> Option<Dialect> {
    let evidence = separators(tokens);
    if evidence.swedish_separator {
        Some(Dialect::Swedish)
    } else if evidence.argument_comma {
        Some(Dialect::English)
    } else {
        evidence.decimal_comma.then_some(Dialect::Swedish)
    }
}

fn separators(tokens: &[Token]) -> Evidence {
    let mut evidence = Evidence::default();
    let mut brackets = Vec::new();
    let mut last_decimal = None;
    for (index, token) in tokens.iter().enumerate() {
        let innermost = brackets.last().copied().unwrap_or(Bracket::Group);
        match token.kind {
            TokenKind::Open => brackets.push(opened(&tokens[..index])),
            TokenKind::BraceOpen => brackets.push(Bracket::Array),
            TokenKind::Close | TokenKind::BraceClose => drop(brackets.pop()),
            TokenKind::Semicolon => evidence.swedish_separator |= innermost != Bracket::Array,
            TokenKind::Backslash => evidence.swedish_separator = true,
            TokenKind::Comma if stands_between_digits(tokens, index) && last_decimal != index.checked_sub(2) => {
                evidence.decimal_comma |= innermost == Bracket::Group;
                last_decimal = Some(index);
            }
            TokenKind::Comma => evidence.argument_comma |= innermost != Bracket::Group,
            _ => {}
        }
    }
    evidence
}

/// What a parenthesis after these tokens encloses.
fn opened(before: &[Token]) -> Bracket {
    match before.iter().rev().find(|token| token.kind != TokenKind::Space) {
        Some(token) if token.kind == TokenKind::Word => Bracket::Call,
        _ => Bracket::Group,
    }
}

fn stands_between_digits(tokens: &[Token], index: usize) -> bool {
    let is_number = |index: Option<usize>| {
        index.and_then(|index| tokens.get(index)).is_some_and(|token| token.kind == TokenKind::Number)
    };
    is_number(index.checked_sub(1)) && is_number(Some(index + 1))
}

/// The language of the first function name that only one language has.
fn by_functions(text: &str, tokens: &[Token], vocabulary: &dyn Vocabulary) -> Option<Dialect> {
    let words = tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Word);
    words.filter(|(index, _)| is_followed_by_open(&tokens[index + 1..])).find_map(|(_, token)| {
        let name = without_file_prefix(token.span.of(text)).to_uppercase();
        let english = vocabulary.english(&name)?;
        let swedish = vocabulary.swedish(english)?;
        match (english == name, swedish == name) {
            (true, false) => Some(Dialect::English),
            (false, true) => Some(Dialect::Swedish),
            _ => None,
        }
    })
}

fn is_followed_by_open(after: &[Token]) -> bool {
    after.iter().find(|token| token.kind != TokenKind::Space).is_some_and(|token| token.kind == TokenKind::Open)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::vocabulary::sample::Sample;

    #[test]
    fn typed_formulas_tell_their_dialect() {
        use Dialect::{English, Swedish};
        for (text, preferred, expected) in [
            ("=MAX(A1;B1)", English, Swedish),
            ("=SUM(A1;B1)", English, Swedish),
            ("=MAX({1\\2})", English, Swedish),
            ("=MAX(A1,B1)", Swedish, English),
            ("=IF(A1,,2)", Swedish, English),
            ("=okänd(A1,2)", Swedish, English),
            ("=MAX(1,2,3)", Swedish, English),
            ("=MAX(1,5)", Swedish, Swedish),
            ("=MAX(1,5)", English, English),
            ("=A1*1,5", English, Swedish),
            ("=(A1+1,5)*2", English, Swedish),
            ("=SUM(A1:B1)", Swedish, English),
            ("=sum (A1)", Swedish, English),
            ("=SUMMA(A1:B1)", English, Swedish),
            ("=OM(1,5)", English, Swedish),
            ("=_xlfn.SUM(A1)", Swedish, English),
            ("={1,2;3,4}", English, English),
            ("=\"a;b\"&A1", English, English),
            ("='a;b'!A1", English, English),
            ("=A1", Swedish, Swedish),
        ] {
            assert_eq!(Dialect::detect(text, &Sample, preferred), expected, "{text}");
        }
    }
}
