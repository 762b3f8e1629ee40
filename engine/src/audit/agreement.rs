//! Whether the figures that were published agree with what their formulas give.

use super::across::Across;
use super::audited::Audited;
use super::estimate::Estimate;
use super::finding::{Found, Word};
use super::rounding::{Rounding, half_unit};
use crate::base::{Address, Place};
use crate::book::{Book, ColumnRole, Formula, ReportTable, Sheet, TableColumn, TableKind, TableRow};
use crate::value::Number;

/// Formulas that read formulas are followed so far, to see whether anything is filled in.
const DEEPEST: u32 = 8;

/// How a published figure agrees with the calculated one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// Rounded, the calculated one is the published one.
    Exact,
    /// They differ by no more than the rounding of what they come of can explain.
    WithinRounding,
    /// No rounding explains the difference.
    Inconsistent,
    /// Nothing was published.
    Unpublished,
}

/// A calculated cell of a report table beside its published figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// The cell.
    pub place: Place,
    /// What was published.
    pub published: Option<Number>,
    /// What the formula gives, if that is a number.
    pub computed: Option<Number>,
    /// The least and the most that can have been published; a bound that is missing is infinitely far away.
    pub possible: (Option<Number>, Option<Number>),
    /// How they agree.
    pub agreement: Agreement,
    /// What they were held against one another by.
    pub basis: Basis,
    /// Decimals that it is shown with.
    pub decimals: u8,
}

/// What a published figure is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// What its formula gives.
    Formula,
    /// A quotient, which the source may have taken of amounts before they were rounded.
    Quotient,
    /// The sum of the figures of its column, which it should be too.
    Column(Number),
}

impl Agreement {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Exact, Self::WithinRounding, Self::Inconsistent, Self::Unpublished];

    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::WithinRounding => "within-rounding",
            Self::Inconsistent => "inconsistent",
            Self::Unpublished => "unpublished",
        }
    }
}

impl Figure {
    /// What was published less what the formula gives.
    pub fn difference(&self) -> Option<Number> {
        self.published?.minus(self.computed?).ok()
    }

    /// By how much they may differ, at most, before rounding cannot explain it; nothing when there is no such bound.
    pub fn tolerance(&self) -> Option<Number> {
        let (low, high) = (self.possible.0?, self.possible.1?);
        Some(self.computed?.minus(low).ok()?.max(high.minus(self.computed?).ok()?))
    }
}

/// The calculated cells of a report table, row by row; none of a table of which nothing was published. A cell that
/// calculates with blanks alone and has no published figure is none. A difference between tables counts as published with
/// the zero that it should be.
pub fn figures(book: &Book, sheet: &Sheet, table: &ReportTable) -> Vec<Figure> {
    let mut rounding = Rounding::of(book);
    let mut figures = Vec::new();
    let is_linked = table.kind == TableKind::Reconciliation;
    if table.published.is_empty() && !is_linked {
        return figures;
    }
    for row in &table.rows {
        let is_meant =
            |column: &&TableColumn| !column.role.is_text() && is_linked == (column.role == ColumnRole::Difference);
        for column in table.columns.iter().filter(is_meant) {
            let at = sheet.rows.position(row.line).zip(sheet.columns.position(column.line));
            let Some(cell) = at.map(|(row, column)| Address::new(row, column)) else { continue };
            let Some(formula) = sheet.formulas.at(cell) else { continue };
            let published = if is_linked { Some(Number::ZERO) } else { published(table, row, column) };
            let place = cell.on(sheet.id);
            if published.is_none() && !reads_anything(book, place, formula, 0) {
                continue;
            }
            let decimals = table.decimals_of(row, column);
            let mut figure = figure(&mut rounding, (sheet, place), published, decimals);
            if matches!(column.role, ColumnRole::Change | ColumnRole::Share) {
                figure.basis = Basis::Quotient;
            }
            Across { sheet, table, row, column }.judge(&mut figure);
            figures.push(figure);
        }
    }
    figures
}

fn published(table: &ReportTable, row: &TableRow, column: &TableColumn) -> Option<Number> {
    table.published.get(&(row.line, column.line)).and_then(|figure| figure.as_number())
}

fn figure(
    rounding: &mut Rounding<'_>,
    (sheet, place): (&Sheet, Place),
    published: Option<Number>,
    decimals: u8,
) -> Figure {
    let computed = sheet.value(place.address).as_number();
    let estimate = rounding.cell(place).or_else(|| computed.map(Estimate::exact));
    let possible = estimate.map(|estimate| estimate.widened(half_unit(decimals)));
    let agreement = match published {
        None => Agreement::Unpublished,
        Some(published) if computed.map(|number| number.rounded(decimals.into())) == Some(published) => {
            Agreement::Exact
        }
        Some(published) if possible.is_some_and(|possible| possible.holds(published)) => Agreement::WithinRounding,
        Some(_) => Agreement::Inconsistent,
    };
    let possible = possible.map_or((None, None), |possible| (possible.low, possible.high));
    Figure { place, published, computed, possible, agreement, basis: Basis::Formula, decimals }
}

/// Whether any cell that a formula reads is filled in: typed, or calculated from others that are.
fn reads_anything(book: &Book, place: Place, formula: &Formula, depth: u32) -> bool {
    let regions = formula.references.iter().filter_map(|reference| reference.resolve(place));
    regions.filter_map(|region| Some((region, book.sheet(region.sheet)?))).any(|(region, sheet)| {
        let mut is_filled = false;
        sheet.visit(region.range, &mut |cell, value| {
            let is_typed = || sheet.formulas.at(cell).is_none();
            let calculated = |formula| reads_anything(book, cell.on(region.sheet), formula, depth + 1);
            is_filled = is_filled
                || !value.is_blank()
                    && (is_typed()
                        || depth > DEEPEST
                        || sheet.formulas.at(cell).is_some_and(|formula| calculated(formula)));
        });
        is_filled
    })
}

/// Published figures that nothing explains.
pub fn inconsistent(table: &Audited<'_>) -> Vec<Found> {
    found(table, |figure| figure.agreement == Agreement::Inconsistent)
}

/// Published figures that rounding explains.
pub fn rounded(table: &Audited<'_>) -> Vec<Found> {
    found(table, |figure| is_rounded(figure) && figure.basis == Basis::Formula)
}

/// Published quotients that rounding of what they were taken of explains.
pub fn rounded_before(table: &Audited<'_>) -> Vec<Found> {
    found(table, |figure| is_rounded(figure) && figure.basis == Basis::Quotient)
}

/// Published deviations of totals that rounding of the deviations above explains.
pub fn rounded_across(table: &Audited<'_>) -> Vec<Found> {
    found(table, |figure| is_rounded(figure) && matches!(figure.basis, Basis::Column(_)))
}

/// Calculated figures that were not published.
pub fn unpublished(table: &Audited<'_>) -> Vec<Found> {
    found(table, |figure| figure.agreement == Agreement::Unpublished)
}

fn is_rounded(figure: &Figure) -> bool {
    figure.agreement == Agreement::WithinRounding
}

fn found(table: &Audited<'_>, is_meant: impl Fn(&Figure) -> bool) -> Vec<Found> {
    // What is said of links between tables is said by rules of their own.
    let is_linked = table.table.kind == TableKind::Reconciliation;
    let meant = table.figures().iter().filter(|figure| !is_linked && is_meant(figure));
    let found = meant.map(|figure| {
        let other = if let Basis::Column(sum) = figure.basis { Some(sum) } else { figure.computed };
        let words = [figure.published, other].map(|number| Word::Amount(number, figure.decimals));
        Found { figure: Some(*figure), ..Found::at(figure.place, words.to_vec()) }
    });
    found.collect()
}
