//! Reports: books of several golden tables. What one table takes from another is a formula, and a sheet of its own holds
//! figures of different tables that should agree.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;
use tertial_engine::base::{Address, SheetId};
use tertial_engine::book::{Book, Meta, TableKind, Unit};
use tertial_engine::session::{Session, Still};
use tertial_engine::syntax::quoted_sheet_name;
use tertial_engine::value::{Number, Value};
use walkdir::WalkDir;

use super::layout::{Layout, column_position};
use super::{put_formula, put_table};
use crate::golden::{Column, Golden, Kind, Role, Row};

/// A report.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    title: String,
    municipality: String,
    kind: String,
    origin: String,
    /// Names of sheets, by the number of their table, where a table's own name would stand twice.
    #[serde(default)]
    sheets: BTreeMap<String, String>,
    /// What tables take from others.
    #[serde(default)]
    links: Vec<Link>,
    /// Figures that should agree.
    #[serde(default)]
    checks: Vec<Check>,
    /// Decimals that these are compared in.
    #[serde(default)]
    decimals: u8,
    /// Its tables, where they are not all those of its folder.
    #[serde(default)]
    own: Vec<Golden>,
}

/// Cells of a row that are read from other tables. In a formula `{04:16:utfall}` is the cell of table 04 in row 16, counted
/// from zero, and the column `utfall`; `{12:0-43:label}` is a range; `$` is the column that the link names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Link {
    table: String,
    row: usize,
    /// Columns that are read, each with the column that `$` stands for.
    columns: BTreeMap<String, String>,
    reads: String,
}

/// Two formulas that should give the same.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Check {
    label: String,
    /// Columns that `$` stands for, each with the words that tell it apart; one check where there are none.
    #[serde(default)]
    columns: Vec<(String, String)>,
    one: String,
    other: String,
}

/// A table of a report with its place in the book.
struct Placed {
    number: String,
    golden: Golden,
    layout: Layout,
    sheet: SheetId,
    name: String,
}

impl Report {
    /// Every report with its place below the folder of templates, without extension.
    pub fn all() -> Result<Vec<(PathBuf, Self)>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("reports");
        let mut reports = Vec::new();
        for file in WalkDir::new(&folder).sort_by_file_name() {
            let file = file?.into_path();
            if file.extension().is_some_and(|extension| extension == "json") {
                let place = file.strip_prefix(&folder)?.with_extension("");
                let report = serde_json::from_slice(&fs::read(&file)?);
                reports.push((place.clone(), report.with_context(|| place.display().to_string())?));
            }
        }
        Ok(reports)
    }

    /// The calculated book, as the bytes of its file.
    pub fn bytes(&self, place: &Path) -> Result<Vec<u8>> {
        Ok(Session::of(self.book(self.tables(place)?)?, Box::new(Still { now: 0.0 })).save())
    }

    /// The tables of the report, each with its number: its own, or the golden tables of the folder that it stands in.
    fn tables(&self, place: &Path) -> Result<Vec<(String, Golden)>> {
        if !self.own.is_empty() {
            let own = self.own.iter().enumerate();
            return Ok(own.map(|(index, golden)| (format!("{:02}", index + 1), golden.clone())).collect());
        }
        let all = Golden::all()?.into_iter().filter(|(table, _)| table.parent() == place.parent());
        let number = |table: &Path| {
            let name = table.file_name().unwrap_or_default().to_string_lossy();
            name.chars().take_while(char::is_ascii_digit).collect()
        };
        Ok(all.map(|(table, golden)| (number(&table), golden)).collect())
    }

    fn book(&self, tables: Vec<(String, Golden)>) -> Result<Book> {
        let mut book = Book::default();
        book.meta = Meta {
            title: self.title.clone(),
            municipality: self.municipality.clone(),
            kind: self.kind.clone(),
            source: self.origin.clone(),
        };
        let mut placed = Vec::new();
        for (number, golden) in tables {
            let name = self.sheets.get(&number).unwrap_or(&golden.sheet).clone();
            let sheet = put_table(&mut book, &golden, &name)?;
            placed.push(Placed { number, layout: Layout::of(&golden), golden, sheet, name });
        }
        for link in &self.links {
            link.put(&mut book, &placed).with_context(|| format!("link of {}, row {}", link.table, link.row))?;
        }
        if !self.checks.is_empty() {
            self.put_checks(&mut book, &placed)?;
        }
        Ok(book)
    }

    /// The sheet of figures that should agree.
    fn put_checks(&self, book: &mut Book, placed: &[Placed]) -> Result<()> {
        let formulas: Vec<(String, [String; 2])> = self.checks.iter().flat_map(Check::each).collect();
        let golden = self.reconciliation(formulas.iter().map(|(label, _)| label.clone()));
        let (layout, sheet) = (Layout::of(&golden), put_table(book, &golden, &golden.sheet)?);
        for (row, (label, sides)) in formulas.iter().enumerate() {
            for (column, side) in sides.iter().enumerate() {
                let text = format!("={}", resolved(side, placed).with_context(|| label.clone())?);
                put_formula(book, sheet, layout.cell(row, column), &text)?;
            }
        }
        Ok(())
    }

    fn reconciliation(&self, labels: impl Iterator<Item = String>) -> Golden {
        let column = |key: &str, label: &str, formula: Option<&str>| Column {
            key: key.to_owned(),
            label: label.to_owned(),
            group: None,
            role: if formula.is_some() { Role::Computed } else { Role::Input },
            formula: formula.map(str::to_owned),
            unit: None,
            decimals: None,
            summable: false,
            choices: Vec::new(),
        };
        let row = |label| Row {
            label,
            kind: Kind::Detail,
            level: 1,
            id: None,
            unit: None,
            decimals: None,
            sum_of: None,
            of_which_parent: None,
            formulas: BTreeMap::new(),
            cells: BTreeMap::new(),
        };
        Golden {
            id: "avstamning".to_owned(),
            municipality: self.municipality.clone(),
            committee: self.municipality.clone(),
            title: "Avstämning mellan tabellerna".to_owned(),
            sheet: "Avstämning".to_owned(),
            kind: TableKind::Reconciliation.name().to_owned(),
            unit: Unit::Other.name().to_owned(),
            decimals: Some(self.decimals),
            period: self.origin.clone(),
            sign: "A".to_owned(),
            origin: self.origin.clone(),
            row_label_header: Some("Vad som ska stämma".to_owned()),
            columns: vec![
                column("ena", "Ena tabellen", None),
                column("andra", "Andra tabellen", None),
                column("skillnad", "Skillnad", Some("ena - andra")),
            ],
            rows: labels.map(row).collect(),
        }
    }
}

impl Link {
    fn put(&self, book: &mut Book, placed: &[Placed]) -> Result<()> {
        let own = find(placed, &self.table)?;
        for (key, other) in &self.columns {
            let column = own.golden.column(key).with_context(|| format!("no column `{key}`"))?;
            let text = format!("={}", resolved(&self.reads.replace('$', other), placed)?);
            let cell = own.layout.cell(self.row, column);
            put_formula(book, own.sheet, cell, &text)?;
            if let Some(printed) = own.golden.number(self.row, column)? {
                let sheet = book.sheet_mut(own.sheet).context("its sheet")?;
                let lines = sheet.rows.id(cell.row).zip(sheet.columns.id(cell.column)).context("its cell")?;
                let table = sheet.tables.first_mut().context("its table")?;
                table.published.insert(lines, Value::Number(Number::new(printed)));
            }
        }
        Ok(())
    }
}

impl Check {
    fn each(&self) -> Vec<(String, [String; 2])> {
        if self.columns.is_empty() {
            return vec![(self.label.clone(), [self.one.clone(), self.other.clone()])];
        }
        let columns = self.columns.iter();
        let sides = |key: &str| [&self.one, &self.other].map(|side| side.replace('$', key));
        columns.map(|(key, words)| (format!("{}, {words}", self.label), sides(key))).collect()
    }
}

fn find<'a>(placed: &'a [Placed], number: &str) -> Result<&'a Placed> {
    placed.iter().find(|table| table.number == number).with_context(|| format!("no table {number}"))
}

/// A formula with cells in place of what stands in braces.
fn resolved(formula: &str, placed: &[Placed]) -> Result<String> {
    let mut parts = formula.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').context("a brace that is not closed")?;
        text.push_str(&reference(name, placed).with_context(|| name.to_owned())?);
        text.push_str(rest);
    }
    Ok(text)
}

fn reference(name: &str, placed: &[Placed]) -> Result<String> {
    let mut parts = name.split(':');
    let (Some(number), Some(rows), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
        anyhow::bail!("a reference is written table:row:column");
    };
    let table = find(placed, number)?;
    let column = match key {
        "label" => table.layout.label(0).column,
        key => column_position(table.golden.column(key).with_context(|| format!("no column `{key}`"))?),
    };
    let cell = |row: &str| Ok::<_, anyhow::Error>(Address::new(table.layout.label(row.parse()?).row, column));
    let cells = match rows.split_once('-') {
        Some((first, last)) => format!("{}:{}", cell(first)?, cell(last)?),
        None => cell(rows)?.to_string(),
    };
    Ok(format!("{}!{cells}", quoted_sheet_name(&table.name)))
}
