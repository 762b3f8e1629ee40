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
        Some(TokenKind::Sheet | TokenKind::Cell | TokenKind::Line) => true,
        Some(TokenKind::Word | TokenKind::Number) => cursor.second() == Some(TokenKind::Colon),
        _ => false,
    }
}

impl Scope<'_> {
    /// Reads a reference. One to deleted cells (`#REF!A1`, `Sheet1!#REF!`) is the error it stands for.
    pub(super) fn reference(&self, cursor: &mut Cursor<'_>) -> Read<Expression> {
        let start = cursor.here();
        let sheet = self.sheet(cursor)?;
        let first = self.end(cursor)?;
        if !cursor.accept(TokenKind::Colon) {
            return single(sheet, first).ok_or_else(|| ends_early(cursor, start));
        }
        self.same_sheet(cursor, sheet.as_ref())?;
        let last = self.end(cursor)?;
        if cursor.kind() == Some(TokenKind::Colon) {
            return Err(problem(cursor.here(), DiagnosticKind::Unsupported(Feature::ComputedRange)));
        }
        join(sheet, first, last).ok_or_else(|| ends_early(cursor, start))
    }

    /// Reads the sheet before a corner, if one is written.
    fn sheet(&self, cursor: &mut Cursor<'_>) -> Read<Option<SheetReference>> {
        if cursor.kind() != Some(TokenKind::Sheet) {
            return Ok(None);
        }
        let Some(token) = cursor.advance() else { return Ok(None) };
        let name = sheet_name(cursor.slice(token));
        if let Some(feature) = foreign(&name) {
            return Err(problem(token.span, DiagnosticKind::Unsupported(feature)));
        }
        let known = self.vocabulary.sheet(&name).map(SheetReference::Known);
        Ok(Some(known.unwrap_or_else(|| SheetReference::Unknown(Rc::from(name)))))
    }

    /// Reads the sheet after the colon, which may only repeat the one before.
    fn same_sheet(&self, cursor: &mut Cursor<'_>, sheet: Option<&SheetReference>) -> Read<()> {
        let span = cursor.here();
        match (sheet, self.sheet(cursor)?) {
            (_, None) => Ok(()),
            (Some(one), Some(other)) if *one == other => Ok(()),
            (Some(_), Some(_)) => Err(problem(span, DiagnosticKind::DifferentSheets)),
            (None, Some(_)) => Err(problem(span, DiagnosticKind::Unsupported(Feature::SheetSpan))),
        }
    }

    fn end(&self, cursor: &mut Cursor<'_>) -> Read<End> {
        let Some(token) = cursor.peek() else { return Err(problem(cursor.here(), DiagnosticKind::BadReference)) };
        let is_call = token.kind == TokenKind::Word && cursor.second() == Some(TokenKind::Open);
        match self.corner(token, cursor.slice(token)) {
            Some(end) if !is_call => {
                cursor.advance();
                Ok(end)
            }
            _ => Err(problem(token.span, no_corner(cursor, token))),
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

/// What a sheet name says that no sheet can be called.
fn foreign(name: &str) -> Option<Feature> {
    if name.contains(['[', ']']) { Some(Feature::OtherBook) } else { name.contains(':').then_some(Feature::SheetSpan) }
}

/// Why a token is no corner of a range.
fn no_corner(cursor: &Cursor<'_>, token: Token) -> DiagnosticKind {
    let before = cursor.previous().map(|token| token.kind);
    match (before, token.kind) {
        (Some(TokenKind::Sheet), TokenKind::Word) => DiagnosticKind::Unsupported(Feature::SheetName),
        (_, TokenKind::Word) if cursor.second() == Some(TokenKind::Colon) => match third_is_sheet(cursor) {
            true => DiagnosticKind::Unsupported(Feature::SheetSpan),
            false => DiagnosticKind::Unsupported(Feature::ComputedRange),
        },
        (Some(TokenKind::Colon), TokenKind::Word | TokenKind::Open) => {
            DiagnosticKind::Unsupported(Feature::ComputedRange)
        }
        _ => DiagnosticKind::BadReference,
    }
}

fn third_is_sheet(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    ahead.advance();
    ahead.second() == Some(TokenKind::Sheet)
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
