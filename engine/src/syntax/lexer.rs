//! Cuts a formula's text into tokens. Every text has tokens; what has no meaning becomes a token that says so.
//! Time is linear in the text: each token is cut from the front of the rest.

use super::dialect::Dialect;
use super::read_table::closed;
use super::token::{Span, Token, TokenKind};
use super::tree::Operator;
use crate::base::Address;
use crate::base::address::{parse_column, parse_row};
use crate::value::CellError;

/// The tokens of a text, one after the other without gaps.
pub fn tokenize(text: &str, dialect: Dialect) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 2 + 1);
    let mut start = 0;
    let mut begun = false;
    while let Some((kind, length)) = cut(&text[start..], dialect) {
        let leading = !begun && kind == TokenKind::Operator(Operator::Equal);
        begun |= kind != TokenKind::Space;
        let kind = if leading { TokenKind::Leading } else { kind };
        tokens.push(Token { kind, span: Span::new(start, start + length) });
        start += length;
    }
    tokens
}

/// The kind and the length of the token at the front; `None` at the end of the text.
fn cut(rest: &str, dialect: Dialect) -> Option<(TokenKind, usize)> {
    let first = rest.chars().next()?;
    Some(match first {
        '"' => quoted_text(rest),
        '\'' => quoted_sheet(rest),
        '#' => error(rest),
        '[' => closed(rest).map_or((TokenKind::UnclosedBrackets, rest.len()), |length| (TokenKind::Brackets, length)),
        '0'..='9' => number(rest, dialect),
        '.' if digits(&rest[1..]) > 0 => (TokenKind::Number, number_length(rest, dialect)),
        _ if first.is_whitespace() => (TokenKind::Space, run(rest, char::is_whitespace)),
        _ if first == '$' || starts_word(first) => word(rest),
        _ => sign(first, rest[first.len_utf8()..].chars().next()),
    })
}

/// The length of the characters at the front that belong together.
fn run(rest: &str, belongs: impl Fn(char) -> bool) -> usize {
    rest.find(|next| !belongs(next)).unwrap_or(rest.len())
}

fn digits(rest: &str) -> usize {
    rest.bytes().take_while(u8::is_ascii_digit).count()
}

fn starts_word(next: char) -> bool {
    next.is_alphabetic() || next == '_'
}

/// Letters, digits, `_` and `.`; also accents that follow their letter, as some systems write å, ä and ö.
fn continues_word(next: char) -> bool {
    next.is_alphanumeric() || matches!(next, '_' | '.' | '\u{300}'..='\u{36f}')
}

fn quoted_text(rest: &str) -> (TokenKind, usize) {
    match quoted(rest, '"') {
        Some(length) => (TokenKind::Text, length),
        None => (TokenKind::UnclosedText, rest.len()),
    }
}

fn quoted_sheet(rest: &str) -> (TokenKind, usize) {
    match quoted(rest, '\'') {
        Some(length) if rest[length..].starts_with('!') => (TokenKind::Sheet, length + 1),
        Some(length) => (TokenKind::UnclosedSheet, length),
        None => (TokenKind::UnclosedSheet, rest.len()),
    }
}

/// The length of a quoted text at the front, in which a doubled quote stands for one; `None` when it does not end.
fn quoted(rest: &str, quote: char) -> Option<usize> {
    let mut length = 1;
    loop {
        length += rest[length..].find(quote)? + 1;
        if !rest[length..].starts_with(quote) {
            return Some(length);
        }
        length += 1;
    }
}

fn error(rest: &str) -> (TokenKind, usize) {
    for error in CellError::ALL {
        let length = word_length(rest, error.code()).or_else(|| word_length(rest, error.swedish()));
        if let Some(length) = length {
            return (TokenKind::Error(error), length);
        }
    }
    (TokenKind::Hash, 1)
}

/// The length of a capital word at the front, whatever its case there.
fn word_length(rest: &str, word: &str) -> Option<usize> {
    let mut characters = rest.chars();
    let same = word.chars().all(|known| characters.next().is_some_and(|next| next.to_uppercase().eq([known])));
    same.then(|| rest.len() - characters.as_str().len())
}

fn number(rest: &str, dialect: Dialect) -> (TokenKind, usize) {
    let name = run(rest, |next| next.is_alphanumeric() || next == '_');
    if rest[name..].starts_with('!') {
        return (TokenKind::Sheet, name + 1);
    }
    (TokenKind::Number, number_length(rest, dialect))
}

fn number_length(rest: &str, dialect: Dialect) -> usize {
    let bytes = rest.as_bytes();
    let mut length = digits(rest);
    if bytes.get(length).is_some_and(|sign| dialect.is_decimal_sign(*sign)) {
        let fraction = digits(&rest[length + 1..]);
        length += if fraction > 0 { fraction + 1 } else { 0 };
    }
    length + exponent_length(&rest[length..])
}

/// The length of `e3` or `E-3` at the front, or zero.
fn exponent_length(rest: &str) -> usize {
    let Some(exponent) = rest.strip_prefix(['e', 'E']) else { return 0 };
    let unsigned = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    match digits(unsigned) {
        0 => 0,
        count => rest.len() - unsigned.len() + count,
    }
}

fn word(rest: &str) -> (TokenKind, usize) {
    let length = run(rest, |next| next == '$' || continues_word(next));
    let (word, after) = rest.split_at(length);
    let fixed = word.contains('$');
    let kind = if !fixed && after.starts_with('!') {
        return (TokenKind::Sheet, length + 1);
    } else if Address::parse(word).is_some() && !after.starts_with('(') {
        TokenKind::Cell
    } else if !fixed {
        TokenKind::Word
    } else if word.strip_prefix('$').is_some_and(|line| parse_column(line).or_else(|| parse_row(line)).is_some()) {
        TokenKind::Line
    } else {
        TokenKind::BrokenReference
    };
    (kind, length)
}

/// A sign of one or two characters. The minus of typography and the en dash count as a minus.
fn sign(first: char, second: Option<char>) -> (TokenKind, usize) {
    let operator = |operator: Operator| (TokenKind::Operator(operator), operator.sign().len());
    match (first, second) {
        ('<', Some('>')) => operator(Operator::Unequal),
        ('<', Some('=')) => operator(Operator::LessOrEqual),
        ('>', Some('=')) => operator(Operator::GreaterOrEqual),
        ('<', _) => operator(Operator::Less),
        ('>', _) => operator(Operator::Greater),
        ('=', _) => operator(Operator::Equal),
        ('+', _) => operator(Operator::Add),
        ('*', _) => operator(Operator::Multiply),
        ('/', _) => operator(Operator::Divide),
        ('^', _) => operator(Operator::Power),
        ('&', _) => operator(Operator::Join),
        ('-' | '\u{2212}' | '\u{2013}', _) => (TokenKind::Operator(Operator::Subtract), first.len_utf8()),
        _ => (mark(first), first.len_utf8()),
    }
}

fn mark(sign: char) -> TokenKind {
    match sign {
        '%' => TokenKind::Percent,
        '(' => TokenKind::Open,
        ')' => TokenKind::Close,
        '{' => TokenKind::BraceOpen,
        '}' => TokenKind::BraceClose,
        ']' => TokenKind::BracketClose,
        ':' => TokenKind::Colon,
        ',' => TokenKind::Comma,
        ';' => TokenKind::Semicolon,
        '\\' => TokenKind::Backslash,
        '@' => TokenKind::At,
        _ => TokenKind::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str, dialect: Dialect) -> Vec<(TokenKind, &str)> {
        tokenize(text, dialect).iter().map(|token| (token.kind, token.span.of(text))).collect()
    }

    #[test]
    fn tokens_put_together_are_the_text() {
        let texts = ["= SUM( 'Min nämnd''s'!$B$4:B9 ,\"a\"\"b\") %", "🙂'\"", "1 000,5e3$", "#div/0!#Värdefel!#x", ""];
        for (text, dialect) in texts.iter().flat_map(|text| [(text, Dialect::English), (text, Dialect::Swedish)]) {
            let pieces: String = kinds(text, dialect).iter().map(|(_, piece)| *piece).collect();
            assert_eq!(pieces, **text);
        }
    }

    #[test]
    fn one_token_is_cut_where_one_is_meant() {
        use TokenKind::{BrokenReference, Cell, Error, Line, Number, Sheet, Text, UnclosedSheet, UnclosedText, Word};
        for (text, kind) in [
            ("1.5e3", Number),
            ("15E-1", Number),
            (".5", Number),
            ("\"a\"\"b\"", Text),
            ("\"a", UnclosedText),
            ("#division/0!", Error(CellError::DivisionByZero)),
            ("#SAKNAS!", Error(CellError::NotAvailable)),
            ("#värdefel!", Error(CellError::Value)),
            ("Blad1!", Sheet),
            ("2024!", Sheet),
            ("2024T1!", Sheet),
            ("'Min nämnd''s'!", Sheet),
            ("'Blad", UnclosedSheet),
            ("$B$4", Cell),
            ("xfd1048576", Cell),
            ("XFE1", Word),
            ("$B", Line),
            ("$4", Line),
            ("$B$", BrokenReference),
            ("STDEV.S", Word),
            ("_xlfn.XLOOKUP", Word),
            ("Översikt_å", Word),
            ("a\u{30a}r", Word),
        ] {
            assert_eq!(kinds(text, Dialect::English), [(kind, text)]);
        }
    }

    #[test]
    fn the_decimal_comma_is_swedish() {
        assert_eq!(kinds("1,5", Dialect::Swedish), [(TokenKind::Number, "1,5")]);
        assert_eq!(kinds("1,5", Dialect::English).len(), 3);
        assert_eq!(kinds("1,a", Dialect::Swedish).len(), 3);
        assert_eq!(kinds("1 000", Dialect::Swedish).len(), 3);
    }

    #[test]
    fn a_cell_before_a_parenthesis_is_a_function() {
        assert_eq!(kinds("LOG10(", Dialect::English)[0].0, TokenKind::Word);
        assert_eq!(kinds("LOG10+", Dialect::English)[0].0, TokenKind::Cell);
    }

    #[test]
    fn minus_signs_of_typography_and_hard_spaces_count() {
        let minus = TokenKind::Operator(Operator::Subtract);
        assert_eq!(
            kinds("\u{2212}\u{a0}\u{2013}\u{202f}-", Dialect::Swedish).iter().filter(|t| t.0 == minus).count(),
            3
        );
    }
}
