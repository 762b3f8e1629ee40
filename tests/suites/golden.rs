//! Golden tables against their templates: inputs are as printed, formulas give what the rules give, to the last digit,
//! and what is part of another row is never summed.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use libtest_mimic::Trial;
use rust_decimal::Decimal;
use tertial_engine::base::Address;
use tertial_engine::book::{ReportTable, Sheet};
use tertial_engine::session::{Session, Still};
use tertial_engine::value::{Number, Value};
use tertial_tests::golden::{Golden, Kind};
use tertial_tests::template::rules::{call, operand};
use tertial_tests::templates;

use crate::{listed, trial};

/// A test for each golden table.
pub fn trials() -> Vec<Trial> {
    let tables = Golden::all().map(|tables| {
        let trials = tables
            .into_iter()
            .map(|(place, golden)| trial(format!("golden/{}", place.display()), move || check(&place, &golden)));
        trials.collect()
    });
    listed("golden", tables)
}

fn check(place: &Path, golden: &Golden) -> Result<()> {
    let bytes = fs::read(templates().join(place).with_extension("tertial"))?;
    let session = Session::open(&bytes, Box::new(Still { now: 0.0 }))?;
    let book = session.book();
    let sheet = book.sheets.first().context("a sheet")?;
    let table = sheet.tables.iter().find(|table| table.id == golden.id).context("the table")?;
    ensure!(table.rows.len() == golden.rows.len() && table.columns.len() == golden.columns.len(), "rows and columns");
    for row in 0..golden.rows.len() {
        check_label(golden, sheet, table, row).with_context(|| format!("label of row {row}"))?;
        for column in 0..golden.columns.len() {
            let view = View { golden, session: &session, sheet, table };
            let words = || format!("{}, {}", golden.rows[row].label, golden.columns[column].label);
            view.check_cell(row, column).with_context(words)?;
        }
    }
    Ok(())
}

fn check_label(golden: &Golden, sheet: &Sheet, table: &ReportTable, row: usize) -> Result<()> {
    let position = sheet.rows.position(table.rows[row].line).context("its row")?;
    let label = sheet.value(Address::new(position, sheet.columns.position(table.label_column).context("its column")?));
    let wanted = &golden.rows[row].label;
    ensure!(label == if wanted.is_empty() { Value::Blank } else { Value::text(wanted) }, "is {label:?}");
    Ok(())
}

struct View<'a> {
    golden: &'a Golden,
    session: &'a Session,
    sheet: &'a Sheet,
    table: &'a ReportTable,
}

impl View<'_> {
    fn check_cell(&self, row: usize, column: usize) -> Result<()> {
        let address = self.address(row, column)?;
        let value = self.sheet.value(address);
        let formula = self.session.formula(address.on(self.sheet.id));
        match self.expected(row, column)? {
            Expected::Input(wanted) => {
                ensure!(formula.is_none(), "an input that is calculated");
                ensure!(value == wanted, "input {value:?}, printed {wanted:?}");
            }
            Expected::Computed(wanted) => {
                ensure!(formula.is_some(), "a result without a formula");
                let wanted = wanted.map_or(Value::text(""), |number| Value::Number(Number::new(number)));
                ensure!(value == wanted, "{formula:?} gives {value:?}, the rule {wanted:?}");
                self.check_published(row, column)?;
                self.check_addends(row, column, address)?;
            }
        }
        Ok(())
    }

    fn address(&self, row: usize, column: usize) -> Result<Address> {
        let row = self.sheet.rows.position(self.table.rows[row].line).context("its row")?;
        Ok(Address::new(row, self.sheet.columns.position(self.table.columns[column].line).context("its column")?))
    }

    fn expected(&self, row: usize, column: usize) -> Result<Expected> {
        let (golden, of_column) = (self.golden, &self.golden.columns[column]);
        if of_column.is_text() {
            let text = golden.printed(row, column);
            return Ok(Expected::Input(text.map_or(Value::Blank, Value::text)));
        }
        if golden.rows[row].kind != Kind::Header && is_computed(golden, row, column) {
            return Ok(Expected::Computed(recomputed(golden, row, column)?));
        }
        let number = golden.number(row, column)?.map(|number| Value::Number(Number::new(number)));
        let words = || golden.printed(row, column).map_or(Value::Blank, Value::text);
        Ok(Expected::Input(number.unwrap_or_else(words)))
    }

    fn check_published(&self, row: usize, column: usize) -> Result<()> {
        let lines = (self.table.rows[row].line, self.table.columns[column].line);
        let kept = self.table.published.get(&lines);
        let printed = self.golden.number(row, column)?.map(|number| Value::Number(Number::new(number)));
        ensure!(kept == printed.as_ref(), "published {kept:?}, printed {printed:?}");
        Ok(())
    }

    /// A sum reads its addends and nothing else, above all no row that is part of another.
    fn check_addends(&self, row: usize, column: usize, address: Address) -> Result<()> {
        if self.golden.rule(row, column).is_some() {
            return Ok(());
        }
        let formula = self.sheet.formulas.at(address).context("a formula")?;
        let regions: Vec<_> =
            formula.references.iter().filter_map(|reference| reference.resolve(address.on(self.sheet.id))).collect();
        for other in 0..self.golden.rows.len() {
            let read =
                regions.iter().any(|region| self.address(other, column).is_ok_and(|cell| region.range.contains(cell)));
            let addend = self.golden.addends(row).contains(&other);
            ensure!(read == addend, "the sum and row {other}: read {read}, addend {addend}");
            ensure!(!(read && self.golden.rows[other].kind == Kind::OfWhich), "sums row {other}, a part of another");
        }
        Ok(())
    }
}

enum Expected {
    Input(Value),
    /// A result; nothing where the rule gives none.
    Computed(Option<Decimal>),
}

fn is_computed(golden: &Golden, row: usize, column: usize) -> bool {
    golden.rule(row, column).is_some() || (golden.rows[row].sum_of.is_some() && golden.columns[column].summable)
}

/// What a cell must be by the rules, from the printed inputs alone; blanks count nothing.
fn recomputed(golden: &Golden, row: usize, column: usize) -> Result<Option<Decimal>> {
    if let Some(rule) = golden.rule(row, column) {
        if let Some(("row_sum", names)) = call(rule) {
            let ends: Vec<usize> = names.iter().filter_map(|name| golden.column(name)).collect();
            let cells = (ends[0]..=ends[1]).map(|column| amount(golden, row, column));
            return Ok(Some(cells.sum::<Result<Decimal>>()?));
        }
        let operand = |name: &str| {
            let (row, key) = operand(golden, row, name)?;
            amount(golden, row, golden.column(key).context("a column of the rule")?)
        };
        return follow(rule, operand);
    }
    if is_computed(golden, row, column) {
        let addends = golden.addends(row).into_iter().map(|addend| amount(golden, addend, column));
        return Ok(Some(addends.sum::<Result<Decimal>>()?));
    }
    golden.number(row, column)
}

fn amount(golden: &Golden, row: usize, column: usize) -> Result<Decimal> {
    Ok(recomputed(golden, row, column)?.unwrap_or_default())
}

fn follow(rule: &str, operand: impl Fn(&str) -> Result<Decimal>) -> Result<Option<Decimal>> {
    if let Some((name, arguments)) = call(rule) {
        let numbers = arguments.into_iter().map(operand).collect::<Result<Vec<_>>>()?;
        return match (name, numbers.as_slice()) {
            (_, [_, base]) if base.is_zero() => Ok(None),
            ("pct_change", [now, before]) => Ok(Some((now / before - Decimal::ONE) * Decimal::ONE_HUNDRED)),
            ("share", [part, whole]) => Ok(Some(part / whole * Decimal::ONE_HUNDRED)),
            ("wavg", [one, other, of_one, of_other]) => {
                Ok(Some((one * of_one + other * of_other) / (of_one + of_other)))
            }
            _ => bail!("a rule the tests do not know: {rule}"),
        };
    }
    let mut parts = rule.split(' ');
    let mut result = operand(parts.next().context("an operand")?)?;
    while let (Some(sign), Some(name)) = (parts.next(), parts.next()) {
        let number = operand(name)?;
        result = match sign {
            "+" => result + number,
            "-" => result - number,
            "*" => result * number,
            _ => bail!("a rule the tests do not know: {rule}"),
        };
    }
    Ok(Some(result))
}
