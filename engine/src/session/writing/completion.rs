//! What a word that is being written could become: functions, names, tables and their columns, sheets. Words are found by
//! their beginning in both languages, by a part of them, and functions also by the words of their help.

use super::super::refusal::TextSpan;
use super::{Writing, function_help};
use crate::base::sorting;
use crate::book::NamedTable;
use crate::display::Locale;
use crate::functions::{Function, library};
use crate::syntax::{Span, Token, TokenKind, bracketed_name, escaped_name, part_words, quoted_sheet_name};

/// The most proposals.
const MOST: usize = 40;
/// The shortest word that is looked for inside of names.
const SHORTEST_INSIDE: usize = 2;
/// The shortest word that is looked for in help.
const SHORTEST_IN_HELP: usize = 3;

/// Proposals for a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completions {
    /// The word.
    pub span: TextSpan,
    /// The proposals, the likeliest first.
    pub items: Vec<Completion>,
}

/// Something that a word could become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What it is.
    pub kind: CompletionKind,
    /// Its name.
    pub name: String,
    /// What is written in place of the word.
    pub text: String,
    /// A function's name in the other language, where it has another there.
    pub other: Option<&'static str>,
    /// What a function does, in a sentence.
    pub help: Option<&'static str>,
}

/// Sorts of proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CompletionKind {
    /// A defined name.
    Name,
    /// A named table.
    Table,
    /// A column of a table.
    Column,
    /// A word for a part of a table.
    TablePart,
    /// A worksheet function.
    Function,
    /// A sheet.
    Sheet,
}

/// What the word before the caret could become; `None` where no word is written, or nothing is like it.
pub(super) fn completions(writing: &Writing<'_>, caret: usize) -> Option<Completions> {
    let at = writing.byte(caret);
    let index = writing.parsed.tokens.iter().position(|token| token.span.start < at && at <= token.span.end)?;
    let token = *writing.parsed.tokens.get(index)?;
    let (span, mut found) = match token.kind {
        TokenKind::Word | TokenKind::Cell => word(writing, index, at)?,
        TokenKind::UnclosedSheet => sheet(writing, Span::new(token.span.start, at)),
        TokenKind::UnclosedBrackets => in_table(writing, index, at)?,
        _ => return None,
    };
    sorting::sort_by(&mut found, |(rank, one), (other_rank, other)| {
        (rank, one.kind, &one.name).cmp(&(other_rank, other.kind, &other.name))
    });
    let items: Vec<Completion> = found.into_iter().take(MOST).map(|(_, completion)| completion).collect();
    let is_written = |item: &Completion| item.kind != CompletionKind::Function && item.text == span.of(writing.text);
    (!items.is_empty() && !matches!(&items[..], [only] if is_written(only)))
        .then(|| Completions { span: writing.span(span), items })
}

type Found = (Span, Vec<(Rank, Completion)>);

/// How well a name fits: the best comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Whole,
    Beginning,
    OtherLanguage,
    Inside,
    Help,
}

fn word(writing: &Writing<'_>, index: usize, at: usize) -> Option<Found> {
    let token = writing.parsed.tokens.get(index)?;
    let before = index.checked_sub(1).and_then(|index| writing.parsed.tokens.get(index));
    if before.is_some_and(|before| before.kind == TokenKind::Sheet) {
        return None;
    }
    let wanted = folded(Span::new(token.span.start, at).of(writing.text));
    // What is a cell already becomes something else only if it begins so.
    let worst = if token.kind == TokenKind::Cell { Rank::OtherLanguage } else { Rank::Help };
    let mut found = functions(writing, &wanted, is_called(writing, index));
    found.extend(names(writing, &wanted));
    found.extend(tables(writing, &wanted));
    found.extend(sheets(writing, &wanted));
    found.retain(|(rank, _)| *rank <= worst);
    Some((token.span, found))
}

fn is_called(writing: &Writing<'_>, index: usize) -> bool {
    writing.parsed.tokens.get(index + 1).is_some_and(|token| token.kind == TokenKind::Open)
}

fn functions(writing: &Writing<'_>, wanted: &str, is_called: bool) -> Vec<(Rank, Completion)> {
    let locale = writing.session.locale;
    let other_locale = if locale == Locale::Swedish { Locale::English } else { Locale::Swedish };
    let completion = |function: &'static Function| {
        let (name, other) = (function.name_in(locale), function.name_in(other_locale));
        let help = function_help(function, locale);
        let rank = rank(name, wanted).into_iter().chain(in_other_language(other, wanted)).min();
        let rank = rank.or_else(|| in_help(help, wanted))?;
        let completion = Completion {
            kind: CompletionKind::Function,
            name: name.to_owned(),
            text: if is_called { name.to_owned() } else { format!("{name}(") },
            other: Some(other).filter(|other| *other != name),
            help: Some(help).filter(|help| !help.is_empty()),
        };
        Some((rank, completion))
    };
    library::all().filter_map(completion).collect()
}

fn names(writing: &Writing<'_>, wanted: &str) -> Vec<(Rank, Completion)> {
    let sheet = writing.place.sheet;
    let known = writing.session.book.names.iter().filter(|(_, scope, _)| scope.is_none_or(|scope| scope == sheet));
    let mut found: Vec<_> = known
        .filter_map(|(name, ..)| Some((rank(name, wanted)?, plain(CompletionKind::Name, name, name.to_owned()))))
        .collect();
    found.dedup_by(|(_, one), (_, other)| one.name == other.name);
    found
}

fn tables(writing: &Writing<'_>, wanted: &str) -> Vec<(Rank, Completion)> {
    let named = |table: &NamedTable| {
        Some((rank(&table.name, wanted)?, plain(CompletionKind::Table, &table.name, table.name.clone())))
    };
    writing.session.book.tables.iter().filter_map(named).collect()
}

/// The other sheets of the book.
fn sheets(writing: &Writing<'_>, wanted: &str) -> Vec<(Rank, Completion)> {
    let others = writing.session.book.sheets.iter().filter(|sheet| sheet.id != writing.place.sheet);
    let sheet = |name: &str| {
        let text = quoted_sheet_name(name) + "!";
        Some((rank(name, wanted)?, plain(CompletionKind::Sheet, name, text)))
    };
    others.filter_map(|other| sheet(&other.name)).collect()
}

/// A sheet's name whose quote is not closed yet.
fn sheet(writing: &Writing<'_>, span: Span) -> Found {
    let wanted = folded(span.of(writing.text).trim_start_matches('\''));
    (span, sheets(writing, &wanted))
}

/// The columns of a table, and the words for its parts, in a bracket that is not closed yet.
fn in_table(writing: &Writing<'_>, index: usize, at: usize) -> Option<Found> {
    let token = writing.parsed.tokens.get(index)?;
    let table = table_before(writing, index)?;
    let written = Span::new(token.span.start, at).of(writing.text);
    let begin = written.rfind(['[', '@', ',', ';', ':']).map_or(0, |sign| sign + 1);
    let wanted = folded(written.get(begin..)?.trim_start());
    let (outer, after_at) = (written.get(..begin)?, written.get(..begin)?.ends_with('@'));
    let open = outer.matches('[').count().saturating_sub(outer.matches(']').count());
    let closing = "]".repeat(open);
    let text = |name: &str| {
        // Within brackets of its own no further ones are needed.
        let name = if open > 1 { escaped_name(name) } else { bracketed_name(name, after_at) };
        format!("{name}{closing}")
    };
    let columns = table
        .columns
        .iter()
        .filter_map(|name| Some((rank(name, &wanted)?, plain(CompletionKind::Column, name, text(name)))));
    let words = part_words(writing.dialect).filter(|_| !after_at);
    let words = words.filter_map(|word| {
        Some((rank(word, &wanted)?, plain(CompletionKind::TablePart, word, format!("{word}{closing}"))))
    });
    let mut found: Vec<_> = columns.collect();
    found.extend(words.filter(|_| !wanted.is_empty()));
    Some((Span::new(token.span.start + begin, at), found))
}

/// The table named before a bracket, or the one around the formula.
fn table_before<'a>(writing: &'a Writing<'_>, index: usize) -> Option<&'a NamedTable> {
    let tables = &writing.session.book.tables;
    let before: Option<&Token> = index.checked_sub(1).and_then(|index| writing.parsed.tokens.get(index));
    match before.filter(|token| token.kind == TokenKind::Word) {
        Some(name) => tables.find(name.span.of(writing.text)),
        None => tables.around(writing.place),
    }
}

fn plain(kind: CompletionKind, name: &str, text: String) -> Completion {
    Completion { kind, name: name.to_owned(), text, other: None, help: None }
}

fn rank(name: &str, wanted: &str) -> Option<Rank> {
    let name = folded(name);
    if name == wanted {
        Some(Rank::Whole)
    } else if name.starts_with(wanted) {
        Some(Rank::Beginning)
    } else {
        (wanted.chars().count() >= SHORTEST_INSIDE && name.contains(wanted)).then_some(Rank::Inside)
    }
}

fn in_other_language(name: &str, wanted: &str) -> Option<Rank> {
    folded(name).starts_with(wanted).then_some(Rank::OtherLanguage)
}

fn in_help(help: &str, wanted: &str) -> Option<Rank> {
    let begins = |word: &str| folded(word).starts_with(wanted);
    (wanted.chars().count() >= SHORTEST_IN_HELP && help.split(|sign: char| !sign.is_alphanumeric()).any(begins))
        .then_some(Rank::Help)
}

/// A word in small letters, without the marks that people leave out when they are in a hurry.
fn folded(word: &str) -> String {
    let letter = |letter: char| match letter {
        'å' | 'ä' | 'á' | 'à' => 'a',
        'ö' | 'ó' => 'o',
        'é' | 'è' | 'ë' => 'e',
        'ü' => 'u',
        other => other,
    };
    word.to_lowercase().chars().map(letter).collect()
}
