//! The formulas of a template, from the rules of its golden table.

use anyhow::{Context, Result, bail};
use tertial_engine::base::{Address, Range};

use super::layout::Layout;
use super::rules::{call, operand};
use crate::golden::{Golden, Kind};

/// The formula of a cell in canonical English; `None` for inputs and blanks.
pub fn formula(golden: &Golden, layout: &Layout, row: usize, column: usize) -> Result<Option<String>> {
    let (of_row, of_column) = (&golden.rows[row], &golden.columns[column]);
    if of_row.kind == Kind::Header || of_column.is_text() {
        return Ok(None);
    }
    if let Some(rule) = golden.rule(row, column) {
        let cell = |name: &str| {
            let (row, key) = operand(golden, row, name)?;
            Ok(layout.cell(row, golden.column(key).with_context(|| format!("no column `{key}`"))?))
        };
        return from_rule(rule, cell).map(Some);
    }
    let addends = golden.addends(row);
    let sums = of_column.summable && !addends.is_empty();
    Ok(sums.then(|| sum(addends.into_iter().map(|addend| layout.cell(addend, column)))))
}

/// A rule such as `budget - prognos` or `pct_change(utfall, bokslut)` with cells in place of names.
fn from_rule(rule: &str, cell: impl Fn(&str) -> Result<Address>) -> Result<String> {
    if let Some((name, arguments)) = call(rule) {
        let cells = arguments.into_iter().map(cell).collect::<Result<Vec<_>>>()?;
        return match (name, cells.as_slice()) {
            ("pct_change", [amount, base]) => Ok(format!("=IF({base}=0,\"\",({amount}/{base}-1)*100)")),
            ("share", [amount, base]) => Ok(format!("=IF({base}=0,\"\",{amount}/{base}*100)")),
            ("wavg", [one, other, of_one, of_other]) => {
                Ok(format!("=({one}*{of_one}+{other}*{of_other})/({of_one}+{of_other})"))
            }
            ("row_sum", [first, last]) => Ok(format!("=SUM({first}:{last})")),
            _ => bail!("no rule `{rule}`"),
        };
    }
    let parts = rule.split_whitespace().map(|part| match part {
        "+" | "-" | "*" => Ok(part.to_owned()),
        name => cell(name).map(|address| address.to_string()),
    });
    Ok(format!("={}", parts.collect::<Result<String>>()?))
}

/// The sum of cells of one column, neighbours taken together.
fn sum(cells: impl Iterator<Item = Address>) -> String {
    let mut pieces: Vec<Range> = Vec::new();
    for cell in cells {
        match pieces.last_mut() {
            Some(piece) if piece.last.row + 1 == cell.row => piece.last = cell,
            _ => pieces.push(Range::cell(cell)),
        }
    }
    let pieces: Vec<String> = pieces.iter().map(Range::to_string).collect();
    format!("=SUM({})", pieces.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn translated(rule: &str) -> Result<String> {
        from_rule(rule, |key| Address::parse(&format!("{key}4")).context("a column"))
    }

    #[test]
    fn rules_become_formulas_that_excel_knows() {
        assert_eq!(translated("B - C").unwrap(), "=B4-C4");
        assert_eq!(translated("pct_change(D, C)").unwrap(), "=IF(C4=0,\"\",(D4/C4-1)*100)");
        assert_eq!(translated("share(D, C)").unwrap(), "=IF(C4=0,\"\",D4/C4*100)");
        assert_eq!(translated("wavg(B, C, D, E)").unwrap(), "=(B4*D4+C4*E4)/(D4+E4)");
        assert_eq!(translated("row_sum(B, M)").unwrap(), "=SUM(B4:M4)");
        assert!(translated("wavg(B, C)").is_err() && translated("B / 0").is_err());
    }

    #[test]
    fn a_sum_leaves_out_what_stands_between_its_addends() {
        let cells = [4, 5, 6, 8, 10, 11].map(|row| Address::new(row, 1));
        assert_eq!(sum(cells.into_iter()), "=SUM(B5:B7,B9,B11:B12)");
    }
}
