//! What the report table of a template says about its rows, columns and published figures.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use tertial_engine::base::{LineId, Range};
use tertial_engine::book::{
    Allowed, ColumnRole, Figures, Heading, List, ReportTable, RowKind, Sheet, SignProfile, TableColumn, TableKind,
    TableRow, Unit, Validation,
};
use tertial_engine::value::{Number, Value};

use super::layout::{Layout, column_position};
use super::roles::role;
use crate::golden::{Golden, Kind, Row};

/// Labels that are sentences give no longer ids.
const LONGEST_ID: usize = 60;

/// The report table of a golden table whose cells stand in a sheet.
pub fn describe(golden: &Golden, layout: &Layout, sheet: &Sheet) -> Result<ReportTable> {
    let line = |row: u32| sheet.rows.id(row).context("a row of the sheet");
    let columns = columns(golden, sheet)?;
    let rows = rows(golden, layout, sheet)?;
    Ok(ReportTable {
        id: golden.id.clone(),
        kind: TableKind::from_name(&golden.kind).unwrap_or(TableKind::Other),
        heading: Heading {
            title: golden.title.clone(),
            committee: golden.committee.clone(),
            period: golden.period.clone(),
            title_row: sheet.rows.id(layout.title().row),
            subtitle_row: sheet.rows.id(layout.subtitle().row),
            header_rows: layout.headings.iter().map(|row| line(*row)).collect::<Result<_>>()?,
        },
        figures: Figures {
            unit: unit(&golden.unit)?,
            decimals: golden.decimals.unwrap_or_default(),
            sign: SignProfile::from_name(&golden.sign).with_context(|| format!("sign profile {}", golden.sign))?,
            plus_on_surplus: prints_plus(golden, &columns),
        },
        label_column: sheet.columns.id(layout.title().column).context("a column of the sheet")?,
        published: published(golden, layout, sheet, (&rows, &columns))?,
        columns,
        rows,
    })
}

/// Proposes the words that columns take.
pub fn propose(golden: &Golden, layout: &Layout, sheet: &mut Sheet) {
    for (index, column) in golden.columns.iter().enumerate().filter(|(_, column)| !column.choices.is_empty()) {
        let texts = column.choices.iter().map(|choice| choice.as_str().into()).collect();
        let last = golden.rows.len().saturating_sub(1);
        sheet.rules.set_validation(Validation {
            range: Range::new(layout.cell(0, index), layout.cell(last, index)),
            allowed: Some(Allowed::List(List::Texts(texts))),
            is_strict: false,
            message: String::new(),
        });
    }
}

fn columns(golden: &Golden, sheet: &Sheet) -> Result<Vec<TableColumn>> {
    let columns = golden.columns.iter().enumerate().map(|(index, column)| {
        Ok(TableColumn {
            line: sheet.columns.id(column_position(index)).context("a column of the sheet")?,
            key: column.key.clone(),
            label: column.label.clone(),
            role: role(golden, column),
            decimals: column.decimals.filter(|decimals| golden.decimals != Some(*decimals)),
            unit: column.unit.as_deref().map(unit).transpose()?,
        })
    });
    columns.collect()
}

fn rows(golden: &Golden, layout: &Layout, sheet: &Sheet) -> Result<Vec<TableRow>> {
    let mut taken = BTreeSet::new();
    let rows = golden.rows.iter().enumerate().map(|(index, row)| {
        Ok(TableRow {
            line: sheet.rows.id(layout.label(index).row).context("a row of the sheet")?,
            id: unique_id(row, &mut taken),
            kind: kind(row.kind),
            level: row.level,
            unit: row.unit.as_deref().map(unit).transpose()?,
            decimals: own_decimals(golden, index)?,
        })
    });
    rows.collect()
}

/// Decimals of a row, where the table does not say them for all.
fn own_decimals(golden: &Golden, row: usize) -> Result<Option<u8>> {
    let printed = golden.decimals.is_none().then(|| golden.printed_decimals(row)).transpose()?;
    Ok(golden.rows[row].decimals.or(printed).filter(|decimals| *decimals > 0))
}

fn kind(kind: Kind) -> RowKind {
    match kind {
        Kind::Header => RowKind::Heading,
        Kind::Detail => RowKind::Detail,
        Kind::OfWhich => RowKind::OfWhich,
        Kind::Subtotal => RowKind::Subtotal,
        Kind::Sum => RowKind::Sum,
    }
}

fn unit(name: &str) -> Result<Unit> {
    Unit::from_name(name).with_context(|| format!("unit {name}"))
}

/// What was printed in cells that the template calculates.
fn published(
    golden: &Golden,
    layout: &Layout,
    sheet: &Sheet,
    (rows, columns): (&[TableRow], &[TableColumn]),
) -> Result<BTreeMap<(LineId, LineId), Value>> {
    let mut published = BTreeMap::new();
    for (row, table_row) in rows.iter().enumerate() {
        for (column, table_column) in columns.iter().enumerate() {
            if sheet.formulas.at(layout.cell(row, column)).is_none() {
                continue;
            }
            if let Some(number) = golden.number(row, column)? {
                published.insert((table_row.line, table_column.line), Value::Number(Number::new(number)));
            }
        }
    }
    Ok(published)
}

fn prints_plus(golden: &Golden, columns: &[TableColumn]) -> bool {
    let deviations = columns.iter().filter(|column| column.role == ColumnRole::Deviation);
    let keys: Vec<&str> = deviations.map(|column| column.key.as_str()).collect();
    let cells = golden.rows.iter().flat_map(|row| &row.cells);
    cells.into_iter().any(|(key, text)| keys.contains(&key.as_str()) && text.starts_with('+'))
}

/// A short name from the label: small letters, digits and hyphens, with a number when it is taken.
fn unique_id(row: &Row, taken: &mut BTreeSet<String>) -> String {
    let wanted = row.id.clone().unwrap_or_else(|| slug(&row.label));
    let wanted = if wanted.is_empty() { kind(row.kind).name().to_owned() } else { wanted };
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    let free = std::iter::once(wanted.clone()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or(wanted);
    taken.insert(free.clone());
    free
}

fn slug(label: &str) -> String {
    let letters = label.to_lowercase().replace(['å', 'ä'], "a").replace('ö', "o").replace('é', "e");
    let words = letters.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if slug.len() + word.len() > LONGEST_ID {
            break;
        }
        slug.push_str(if slug.is_empty() { "" } else { "-" });
        slug.push_str(word);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain_words_and_unique() {
        let row = |label: &str| Row {
            label: label.to_owned(),
            kind: Kind::Sum,
            level: 0,
            id: None,
            unit: None,
            decimals: None,
            formulas: BTreeMap::new(),
            sum_of: None,
            of_which_parent: None,
            cells: BTreeMap::new(),
        };
        let mut taken = BTreeSet::new();
        let labels = ["Övrig verksamhet, ekonomi", "", "- därav inköp", "", "6A Lokalyror"];
        let ids = labels.map(|label| unique_id(&row(label), &mut taken));
        assert_eq!(ids, ["ovrig-verksamhet-ekonomi", "sum", "darav-inkop", "sum-2", "6a-lokalyror"]);
    }
}
