//! Tree to text: the canonical form, without spaces, in either dialect. Reading the text gives the tree again.

use super::dialect::Dialect;
use super::reference::{Corner, Line, Reference, Shape, SheetReference};
use super::table_reference::TableReference;
use super::tree::{Combination, Expression, Prefix};
use super::vocabulary::Vocabulary;
use crate::base::address::column_letters;
use crate::base::{Address, MAX_COLUMNS, MAX_ROWS, Place, SheetId};
use crate::value::CellError;

const LOOSEST: u8 = 1;

/// A formula as text, without `=`, as it stands in the cell `origin`.
pub fn print(expression: &Expression, origin: Place, dialect: Dialect, vocabulary: &dyn Vocabulary) -> String {
    let mut printer = Printer { text: String::new(), origin, dialect, vocabulary };
    printer.expression(expression, LOOSEST);
    printer.text
}

/// A sheet's name as it stands before `!`, in quotes where it must.
pub fn quoted_sheet_name(name: &str) -> String {
    if is_plain(name) { name.to_owned() } else { format!("'{}'", name.replace('\'', "''")) }
}

/// Whether a sheet name can stand without quotes: a word that could not be taken for a cell, even in row-column notation.
fn is_plain(name: &str) -> bool {
    let word = |next: char| next.is_alphanumeric() || matches!(next, '_' | '.');
    let begins = name.starts_with(|first: char| first.is_alphabetic() || first == '_');
    begins && name.chars().all(word) && Address::parse(name).is_none() && !is_row_column(name)
}

/// Whether a name reads like `R1C1`, `R1`, `C` or the like.
pub(super) fn is_row_column(name: &str) -> bool {
    let rest = ['R', 'C'].into_iter().fold(name, |rest, letter| {
        let numbered = rest.strip_prefix([letter, letter.to_ascii_lowercase()]);
        numbered.map_or(rest, |digits| digits.trim_start_matches(|digit: char| digit.is_ascii_digit()))
    });
    rest.is_empty()
}

struct Printer<'a> {
    text: String,
    origin: Place,
    dialect: Dialect,
    vocabulary: &'a dyn Vocabulary,
}

impl Printer<'_> {
    /// An expression where nothing looser than `tightness` may stand without parentheses. Trees that were read from text
    /// have theirs already.
    fn expression(&mut self, expression: &Expression, tightness: u8) {
        if expression.binding() >= tightness {
            return self.bare(expression);
        }
        self.text.push('(');
        self.bare(expression);
        self.text.push(')');
    }

    fn bare(&mut self, expression: &Expression) {
        match expression {
            Expression::Number(number) => {
                let sign = self.dialect.decimal_sign();
                self.text.extend(number.to_string().chars().map(|digit| if digit == '.' { sign } else { digit }));
            }
            Expression::Text(text) => self.quoted(text),
            Expression::Boolean(boolean) => self.text.push_str(self.dialect.boolean(*boolean)),
            Expression::Error(error) => self.error(*error),
            Expression::Missing => {}
            Expression::Reference(reference) => self.reference(reference),
            Expression::Name(name) => self.text.push_str(name),
            Expression::ScopedName(sheet, name) => match self.sheet(Some(sheet)) {
                Some(sheet) => self.text.push_str(&(sheet + name)),
                None => self.error(CellError::Reference),
            },
            Expression::Optional(name) => self.text.push_str(&format!("[{name}]")),
            Expression::Table(table) => self.table(table),
            Expression::Combined(combination, parts) => self.combined(*combination, parts),
            Expression::Call(name, arguments) => {
                self.text.push_str(self.dialect.function(name, self.vocabulary));
                self.arguments(arguments);
            }
            Expression::Apply(callee, arguments) => {
                self.expression(callee, Expression::TIGHTEST);
                self.arguments(arguments);
            }
            Expression::Chain(first, rest) => {
                let precedence = expression.binding();
                self.expression(first, precedence);
                for (operator, operand) in rest {
                    self.text.push_str(operator.sign());
                    self.expression(operand, precedence + 1);
                }
            }
            Expression::Prefix(sign, operand) => {
                self.text.push(if *sign == Prefix::Minus { '-' } else { '+' });
                self.expression(operand, Expression::PREFIX);
            }
            Expression::Single(operand) => {
                self.text.push('@');
                self.expression(operand, Expression::PREFIX);
            }
            Expression::Spilled(operand) => self.spilled(operand),
            Expression::Percent(operand) => {
                self.expression(operand, Expression::PERCENT);
                self.text.push('%');
            }
            Expression::Group(inner) => {
                self.text.push('(');
                self.expression(inner, LOOSEST);
                self.text.push(')');
            }
            Expression::Array(rows) => self.array(rows),
            Expression::Broken(text) => self.text.push_str(text),
        }
    }

    fn spilled(&mut self, operand: &Expression) {
        // Corners of a reference cannot be parted, and after a name a parenthesis would begin a call.
        let is_reference = matches!(operand, Expression::Reference(_));
        self.expression(operand, if is_reference { LOOSEST } else { Expression::TIGHTEST });
        self.text.push('#');
    }

    fn table(&mut self, table: &TableReference) {
        let own = self.vocabulary.table_around(self.origin);
        self.text.push_str(&table.print(self.dialect, own));
    }

    fn quoted(&mut self, text: &str) {
        self.text.push('"');
        self.text.push_str(&text.replace('"', "\"\""));
        self.text.push('"');
    }

    fn error(&mut self, error: CellError) {
        self.text.push_str(self.dialect.error(error));
    }

    fn arguments(&mut self, arguments: &[Expression]) {
        self.text.push('(');
        self.list(arguments, self.dialect.argument_separator());
        self.text.push(')');
    }

    fn combined(&mut self, combination: Combination, parts: &[Expression]) {
        let sign = match combination {
            Combination::Union => self.dialect.argument_separator(),
            Combination::Intersection => ' ',
            Combination::Range => ':',
        };
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                self.text.push(sign);
            }
            self.expression(part, combination.precedence() + u8::from(index > 0));
        }
    }

    fn list(&mut self, expressions: &[Expression], separator: char) {
        for (index, expression) in expressions.iter().enumerate() {
            if index > 0 {
                self.text.push(separator);
            }
            self.expression(expression, LOOSEST);
        }
    }

    fn array(&mut self, rows: &[Vec<Expression>]) {
        self.text.push('{');
        for (index, row) in rows.iter().enumerate() {
            if index > 0 {
                self.text.push(self.dialect.row_separator());
            }
            self.list(row, self.dialect.column_separator());
        }
        self.text.push('}');
    }

    /// A reference; `#REF!` when it leaves the sheet or its sheet is gone.
    fn reference(&mut self, reference: &Reference) {
        match self.cells(reference) {
            Some(cells) => self.text.push_str(&cells),
            None => self.error(CellError::Reference),
        }
    }

    fn cells(&self, reference: &Reference) -> Option<String> {
        let mut text = self.sheet(reference.sheet.as_ref())?;
        text.push_str(&self.end(reference.shape, reference.first)?);
        if reference.shape != Shape::Cell {
            text.push(':');
            text.push_str(&self.end(reference.shape, reference.last)?);
        }
        Some(text)
    }

    /// The sheet with its exclamation mark; nothing for the formula's own.
    fn sheet(&self, sheet: Option<&SheetReference>) -> Option<String> {
        let Some(sheet) = sheet else { return Some(String::new()) };
        let SheetReference::Span(ends) = sheet else { return Some(quoted_sheet_name(self.name(sheet)?) + "!") };
        let (first, last) = (self.name(&ends.0)?, self.name(&ends.1)?);
        let plain = is_plain(first) && is_plain(last);
        let names = format!("{first}:{last}");
        Some(if plain { names + "!" } else { format!("'{}'!", names.replace('\'', "''")) })
    }

    /// The name of one sheet.
    fn name<'b>(&'b self, sheet: &'b SheetReference) -> Option<&'b str> {
        match sheet {
            SheetReference::Known(SheetId(id)) => self.vocabulary.sheet_name(SheetId(*id)),
            SheetReference::Unknown(name) => Some(name),
            SheetReference::Span(_) => None,
        }
    }

    fn end(&self, shape: Shape, corner: Corner) -> Option<String> {
        let own = self.origin.address;
        let row = || line(corner.row, corner.row.resolve(own.row, MAX_ROWS)?, |row| (row + 1).to_string());
        let column = || line(corner.column, corner.column.resolve(own.column, MAX_COLUMNS)?, column_letters);
        match shape {
            Shape::Columns => column(),
            Shape::Rows => row(),
            Shape::Cell | Shape::Range => Some(column()? + &row()?),
        }
    }
}

fn line(line: Line, position: u32, written: impl Fn(u32) -> String) -> Option<String> {
    let dollar = if line.is_absolute() { "$" } else { "" };
    Some(format!("{dollar}{}", written(position)))
}
