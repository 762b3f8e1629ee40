//! Reads a reference from its tokens: a sheet, a corner, and after a colon the other corner.

use std::rc::Rc;

use super::cursor::Cursor;
use super::diagnostic::{Diagnostic, DiagnosticKind, Feature};
use super::reference::{Corner, Line, Reference, Shape, SheetReference};
use super::token::{Span, Token, TokenKind};
use super::tree::Expression;
use super::vocabulary::Vocabulary;
use crate::base::address::{parse_column, parse_row};
use crate::base::{Address, MAX_COLUMNS, MAX_ROWS, Place};
use crate::value::CellError;

/// What references are read with: the formula's own cell and the names of sheets.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) origin: Place,
    pub(super) vocabulary: &'a dyn Vocabulary,
}

/// One end of a reference.
#[derive(Debug, Clone, Copy)]
enum End {
    Cell(Corner),
    Column(Line),
    Row(Line),
    /// `#REF!` in a corner's place.
    Gone,
}

type Read<T> = Result<T, Diagnostic>;

/// Whether the next tokens begin a reference.
pub(super) fn begins(cursor: &Cursor<'_>) -> bool {
    match cursor.kind() {
        Some(TokenKind::Sheet) => !is_name(&after(cursor)),
        Some(TokenKind::Cell | TokenKind::Line) => true,
        Some(TokenKind::Number) => cursor.second() == Some(TokenKind::Colon),
        Some(TokenKind::Word) => cursor.second() == Some(TokenKind::Colon) && (is_span(cursor) || is_columns(cursor)),
        _ => false,
    }
}

/// The cursor after the next token.
fn after<'a>(cursor: &Cursor<'a>) -> Cursor<'a> {
    let mut ahead = *cursor;
    ahead.advance();
    ahead
}

/// Whether a word is next that is no end of a reference.
fn is_name(cursor: &Cursor<'_>) -> bool {
    cursor.kind() == Some(TokenKind::Word) && !(cursor.second() == Some(TokenKind::Colon) && is_columns(cursor))
}

/// Whether a name of a sheet, a colon and a further sheet with cells are next. Within quotes a colon stands between two
/// sheets already.
fn is_span(cursor: &Cursor<'_>) -> bool {
    let other = after(&after(cursor));
    let is_one = other.peek().is_some_and(|token| token.kind == TokenKind::Sheet && !other.slice(token).contains(':'));
    is_one && !is_name(&after(&other)) && cursor.second() == Some(TokenKind::Colon)
}

/// Whether the letters of a column stand before a colon, and after it neither something computed nor other sheets.
fn is_columns(cursor: &Cursor<'_>) -> bool {
    let is_column = cursor.peek().is_some_and(|token| parse_column(cursor.slice(token)).is_some());
    is_column && !is_computed(&after(cursor)) && !begins_span(&after(&after(cursor)))
}

/// Whether two sheets with a colon between are next, within quotes or without.
fn begins_span(cursor: &Cursor<'_>) -> bool {
    let is_quoted = |token: Token| token.kind == TokenKind::Sheet && cursor.slice(token).contains(':');
    is_span(cursor) || cursor.peek().is_some_and(is_quoted)
}

/// Whether what follows the colon at the cursor is computed, so that what stands before it is no part of one reference.
fn is_computed(cursor: &Cursor<'_>) -> bool {
    let mut other = after(cursor);
    if other.kind() == Some(TokenKind::Sheet) {
        other.advance();
    }
    let Some(token) = other.peek() else { return false };
    let next = after(&other);
    match token.kind {
        TokenKind::Open | TokenKind::Brackets => true,
        TokenKind::Word if parse_column(other.slice(token)).is_none() => true,
        TokenKind::Word => next.touches(TokenKind::Open) || next.touches(TokenKind::Brackets),
        TokenKind::Cell => next.touches(TokenKind::Hash),
        _ => false,
    }
}

impl Scope<'_> {
    /// Reads a reference. One to deleted cells (`#REF!A1`, `Sheet1!#REF!`) is the error it stands for.
    pub(super) fn reference(&self, cursor: &mut Cursor<'_>) -> Read<Expression> {
        let start = cursor.here();
        let sheet = self.sheet(cursor)?;
        let first = self.end(cursor)?;
        let alone = matches!(first, End::Cell(_) | End::Gone) && is_computed(cursor);
        if alone || !cursor.accept(TokenKind::Colon) {
            return single(sheet, first).ok_or_else(|| ends_early(cursor, start));
        }
        self.same_sheet(cursor, sheet.as_ref())?;
        let last = self.end(cursor)?;
        join(sheet, first, last).ok_or_else(|| ends_early(cursor, start))
    }

    /// Reads the sheet before a name.
    pub(super) fn sheet_of_name(&self, cursor: &mut Cursor<'_>) -> Read<SheetReference> {
        let start = cursor.here();
        match self.sheet(cursor)? {
            Some(sheet @ (SheetReference::Known(_) | SheetReference::Unknown(_))) => Ok(sheet),
            _ => Err(problem(start, DiagnosticKind::BadReference)),
        }
    }

    /// Reads the sheet or sheets before a corner, if they are written.
    fn sheet(&self, cursor: &mut Cursor<'_>) -> Read<Option<SheetReference>> {
        if let Some(first) = self.first_sheet(cursor) {
            cursor.advance();
            cursor.accept(TokenKind::Colon);
            let Some(token) = cursor.advance() else { return Ok(None) };
            let last = self.named_sheet(token, &sheet_name(cursor.slice(token)))?;
            return Ok(Some(SheetReference::Span(Rc::new((first, last)))));
        }
        if cursor.kind() != Some(TokenKind::Sheet) {
            return Ok(None);
        }
        let Some(token) = cursor.advance() else { return Ok(None) };
        let name = sheet_name(cursor.slice(token));
        match name.split_once(':') {
            Some((first, last)) if !name.contains(['[', ']']) => {
                let ends = (self.named_sheet(token, first)?, self.named_sheet(token, last)?);
                Ok(Some(SheetReference::Span(Rc::new(ends))))
            }
            _ => self.named_sheet(token, &name).map(Some),
        }
    }

    /// The first sheet of `Jan:Dec!`. What reads like a cell is only taken for a sheet that is there.
    fn first_sheet(&self, cursor: &Cursor<'_>) -> Option<SheetReference> {
        let token = cursor.peek().filter(|_| is_span(cursor))?;
        let name = cursor.slice(token);
        match token.kind {
            TokenKind::Word | TokenKind::Number => Some(self.sheet_reference(name)),
            TokenKind::Cell => self.vocabulary.sheet(name).map(SheetReference::Known),
            _ => None,
        }
    }

    fn named_sheet(&self, token: Token, name: &str) -> Read<SheetReference> {
        if name.contains(['[', ']']) {
            return Err(problem(token.span, DiagnosticKind::Unsupported(Feature::OtherBook)));
        }
        if name.is_empty() || name.contains(':') {
            return Err(problem(token.span, DiagnosticKind::BadReference));
        }
        Ok(self.sheet_reference(name))
    }

    fn sheet_reference(&self, name: &str) -> SheetReference {
        let known = self.vocabulary.sheet(name).map(SheetReference::Known);
        known.unwrap_or_else(|| SheetReference::Unknown(Rc::from(name)))
    }

    /// Reads the sheet after the colon, which may only repeat the one before.
    fn same_sheet(&self, cursor: &mut Cursor<'_>, sheet: Option<&SheetReference>) -> Read<()> {
        let span = cursor.here();
        match self.sheet(cursor)? {
            None => Ok(()),
            other if other.as_ref() == sheet => Ok(()),
            _ => Err(problem(span, DiagnosticKind::DifferentSheets)),
        }
    }

    fn end(&self, cursor: &mut Cursor<'_>) -> Read<End> {
        let Some(token) = cursor.peek() else { return Err(problem(cursor.here(), DiagnosticKind::BadReference)) };
        let is_call = token.kind == TokenKind::Word && after(cursor).touches(TokenKind::Open);
        match self.corner(token, cursor.slice(token)) {
            Some(end) if !is_call => {
                cursor.advance();
                Ok(end)
            }
            _ => Err(problem(token.span, DiagnosticKind::BadReference)),
        }
    }

    fn corner(&self, token: Token, text: &str) -> Option<End> {
        let own = self.origin.address;
        let (bare, fixed) = text.strip_prefix('$').map_or((text, false), |bare| (bare, true));
        let column = || parse_column(bare).map(|column| End::Column(Line::at(column, own.column, fixed)));
        let row = || parse_row(bare).map(|row| End::Row(Line::at(row, own.row, fixed)));
        match token.kind {
            TokenKind::Cell => cell(text, own).map(End::Cell),
            TokenKind::Word | TokenKind::Line | TokenKind::Number => column().or_else(row),
            TokenKind::Error(CellError::Reference) => Some(End::Gone),
            _ => None,
        }
    }
}

fn cell(text: &str, own: Address) -> Option<Corner> {
    let address = Address::parse(text)?;
    let (column_fixed, row_fixed) = (text.starts_with('$'), text[1..].contains('$'));
    Some(Corner {
        row: Line::at(address.row, own.row, row_fixed),
        column: Line::at(address.column, own.column, column_fixed),
    })
}

/// The name within a sheet token, without quotes and exclamation mark.
fn sheet_name(text: &str) -> String {
    let name = text.strip_suffix('!').unwrap_or(text);
    match name.strip_prefix('\'').and_then(|name| name.strip_suffix('\'')) {
        Some(quoted) => quoted.replace("''", "'"),
        None => name.to_owned(),
    }
}

fn single(sheet: Option<SheetReference>, end: End) -> Option<Expression> {
    match end {
        End::Cell(corner) => {
            Some(Expression::Reference(Reference { sheet, shape: Shape::Cell, first: corner, last: corner }))
        }
        End::Gone => Some(Expression::Error(CellError::Reference)),
        End::Column(_) | End::Row(_) => None,
    }
}

/// The reference between two ends of the same kind; whole rows and columns reach to the sheet's edges.
fn join(sheet: Option<SheetReference>, first: End, last: End) -> Option<Expression> {
    let top = Line::Absolute(0);
    let (bottom, right) = (Line::Absolute(MAX_ROWS - 1), Line::Absolute(MAX_COLUMNS - 1));
    let (shape, first, last) = match (first, last) {
        (End::Gone, _) | (_, End::Gone) => return Some(Expression::Error(CellError::Reference)),
        (End::Cell(first), End::Cell(last)) => (Shape::Range, first, last),
        (End::Column(first), End::Column(last)) => {
            (Shape::Columns, Corner { row: top, column: first }, Corner { row: bottom, column: last })
        }
        (End::Row(first), End::Row(last)) => {
            (Shape::Rows, Corner { row: first, column: top }, Corner { row: last, column: right })
        }
        _ => return None,
    };
    Some(Expression::Reference(Reference { sheet, shape, first, last }))
}

/// The remark about a reference that stops before it is one.
fn ends_early(cursor: &Cursor<'_>, start: Span) -> Diagnostic {
    let end = cursor.previous().map_or(start, |token| token.span);
    problem(start.to(end), DiagnosticKind::BadReference)
}

fn problem(span: Span, kind: DiagnosticKind) -> Diagnostic {
    Diagnostic { span, kind }
}
