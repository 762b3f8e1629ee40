//! Amounts that do not look like those beside them: the other sign, a thousand times as large, months that are not the year.

use super::audited::Audited;
use super::finding::{Found, Word};
use super::repair;
use super::rounding::half_unit;
use super::smells::is_outcome;
use crate::book::{ColumnRole, RowKind};
use crate::value::Number;

const DETAILS: &[RowKind] = &[RowKind::Detail, RowKind::OfWhich];
/// Amounts of fewer units in their last place are too small to be compared.
const SMALL: i64 = 10;
/// How months begin, in Swedish and English.
const MONTHS: [[&str; 2]; 12] = [
    ["jan", "jan"],
    ["feb", "feb"],
    ["mar", "mar"],
    ["apr", "apr"],
    ["maj", "may"],
    ["jun", "jun"],
    ["jul", "jul"],
    ["aug", "aug"],
    ["sep", "sep"],
    ["okt", "oct"],
    ["nov", "nov"],
    ["dec", "dec"],
];

/// Amounts with another sign than the budget of their row, though about as large.
pub fn mixed_signs(table: &Audited<'_>) -> Vec<Found> {
    beside_budget(table, |amount, budget| {
        amount.is_negative() != budget.is_negative()
            && ratio(amount, budget).is_some_and(|ratio| within(ratio, (1, 2), (2, 1)))
    })
}

/// Amounts that are about a thousand times the budget of their row, or a thousandth of it.
pub fn unit_slip(table: &Audited<'_>) -> Vec<Found> {
    beside_budget(table, |amount, budget| {
        ratio(amount, budget)
            .is_some_and(|ratio| within(ratio, (500, 1), (2_000, 1)) || within(ratio, (1, 2_000), (1, 500)))
    })
}

/// Typed amounts of details that are something to the budget of their row, which the explanation names after them.
fn beside_budget(table: &Audited<'_>, is_odd: impl Fn(Number, Number) -> bool) -> Vec<Found> {
    let Some((budget, _)) = table.amounts().find(|(_, column)| column.role == ColumnRole::Budget) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (row, _) in table.rows_of(DETAILS) {
        for (column, _) in table.amounts().filter(|(_, column)| is_outcome(column.role)) {
            let Some((amount, planned)) = table.number(row, column).zip(table.number(row, budget)) else { continue };
            let decimals = table.decimals(row, column);
            if is_large(amount.abs().min(planned.abs()), decimals) && is_odd(amount, planned) {
                let words = vec![Word::Amount(Some(amount), decimals), Word::Amount(Some(planned), decimals)];
                found.extend(table.place(row, column).map(|place| Found::at(place, words)));
            }
        }
    }
    found
}

fn is_large(number: Number, decimals: u8) -> bool {
    half_unit(decimals).times(Number::from(2 * SMALL)).is_ok_and(|least| number >= least)
}

fn ratio(amount: Number, budget: Number) -> Option<Number> {
    amount.abs().over(budget.abs()).ok()
}

/// Whether a ratio lies between two fractions.
fn within(ratio: Number, least: (i64, i64), most: (i64, i64)) -> bool {
    let part = |(above, below): (i64, i64)| Number::from(above).over(Number::from(below)).unwrap_or_default();
    part(least) <= ratio && ratio <= part(most)
}

/// Years whose figure is not the sum of the twelve months before it.
pub fn months_differ(table: &Audited<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for (start, year) in years(table) {
        for (row, of_row) in table.rows().filter(|(_, row)| row.kind != RowKind::Heading) {
            let months: Vec<Number> = (start..year).filter_map(|column| table.number(row, column)).collect();
            let Some((place, figure)) = table.place(row, year).zip(table.number(row, year)) else { continue };
            let Ok(sum) = months.iter().try_fold(Number::ZERO, |sum, month| sum.plus(*month)) else { continue };
            let decimals = table.decimals(row, year);
            let counted = table.table.unit_of(of_row, &table.table.columns[year]).is_counted();
            let tolerance = if counted { Number::ZERO } else { widest(decimals) };
            if !months.is_empty() && figure.minus(sum).is_ok_and(|difference| difference.abs() > tolerance) {
                let words = vec![Word::Amount(Some(figure), decimals), Word::Amount(Some(sum), decimals)];
                let first = table.place(row, start).map(|first| first.address);
                let last = table.place(row, year - 1).map(|last| last.address);
                let fix = first.zip(last).map(|(first, last)| repair::row_sum(place, first, last));
                found.push(Found::at(place, words).fixed_by(fix));
            }
        }
    }
    found
}

/// By how much a year and its months can differ when all of them were rounded.
fn widest(decimals: u8) -> Number {
    half_unit(decimals).times(Number::from(13)).unwrap_or_default()
}

/// Where twelve months begin, and the column after them, in which the year stands.
fn years(table: &Audited<'_>) -> Vec<(usize, usize)> {
    let columns = &table.table.columns;
    let months =
        |start: usize| columns.get(start..start + 12).is_some_and(|months| months.iter().zip(MONTHS).all(is_month));
    let starts = (0..columns.len().saturating_sub(12)).filter(|start| months(*start));
    starts.map(|start| (start, start + 12)).filter(|(_, year)| !columns[*year].role.is_text()).collect()
}

fn is_month((column, names): (&crate::book::TableColumn, [&str; 2])) -> bool {
    let label = column.label.to_lowercase();
    let word = label.split_whitespace().next_back().unwrap_or_default();
    names.iter().any(|name| word.starts_with(name))
}
