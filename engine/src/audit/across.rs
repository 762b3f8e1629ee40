//! A deviation in a total row obeys two rules: that of its row, and that of its column, where it is the sum of the deviations
//! above it. As printed it is exact only when it holds by both.

use super::agreement::{Agreement, Basis, Figure};
use super::rounding::half_unit;
use super::sums::addends;
use crate::base::Address;
use crate::book::{ColumnRole, ReportTable, RowKind, Sheet, TableColumn, TableRow};
use crate::value::Number;

/// A figure of a table, to be looked at along its column.
pub struct Across<'a> {
    /// Its sheet.
    pub sheet: &'a Sheet,
    /// Its table.
    pub table: &'a ReportTable,
    /// Its row.
    pub row: &'a TableRow,
    /// Its column.
    pub column: &'a TableColumn,
}

impl Across<'_> {
    /// Looks at a figure that is exact along its row, and corrects how it agrees.
    pub fn judge(&self, figure: &mut Figure) {
        let (Agreement::Exact, Some(published), Some((sum, count))) = (figure.agreement, figure.published, self.sum())
        else {
            return;
        };
        let Ok(difference) = published.minus(sum).map(Number::abs) else { return };
        if !difference.is_zero() {
            let tolerance = half_unit(figure.decimals).times(Number::from(count + 1)).unwrap_or_default();
            let is_rounded = difference <= tolerance;
            figure.agreement = if is_rounded { Agreement::WithinRounding } else { Agreement::Inconsistent };
            figure.basis = Basis::Column(sum);
        }
    }

    /// The sum of the published figures of the rows that the total sums, and how many they are; nothing where it is no
    /// total's deviation, or one of them was not published.
    fn sum(&self) -> Option<(Number, i64)> {
        let is_total = matches!(self.row.kind, RowKind::Sum | RowKind::Subtotal);
        if !is_total || self.column.role != ColumnRole::Deviation {
            return None;
        }
        let row = self.sheet.rows.position(self.row.line)?;
        let columns = self.table.columns.iter().filter_map(|column| self.sheet.columns.position(column.line));
        let reads =
            columns.filter_map(|column| addends(self.sheet, Address::new(row, column).on(self.sheet.id))).next()?;
        let rows = self.table.rows.iter().filter(|other| {
            let position = self.sheet.rows.position(other.line);
            position.is_some_and(|position| reads.contains(position))
        });
        let figures = rows.map(|row| self.table.published.get(&(row.line, self.column.line))?.as_number());
        let figures = figures.collect::<Option<Vec<Number>>>().filter(|figures| !figures.is_empty())?;
        let sum = figures.iter().try_fold(Number::ZERO, |sum, figure| sum.plus(*figure)).ok()?;
        Some((sum, i64::try_from(figures.len()).ok()?))
    }
}
