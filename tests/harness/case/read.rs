//! Reads case files.

use anyhow::{Context, Result, bail, ensure};
use tertial_engine::base::AxisKind;
use tertial_engine::base::address::{parse_column, parse_row};
use tertial_engine::session::Locale;

use super::{Case, Step};

/// The cases of a file, in order.
pub fn read(text: &str) -> Result<Vec<Case>> {
    let mut cases: Vec<Case> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        if let Some(name) = line.strip_prefix("--- ").and_then(|line| line.strip_suffix(" ---")) {
            ensure!(cases.iter().all(|case| case.name != name), "line {number}: a second case `{name}`");
            cases.push(Case { name: name.to_owned(), steps: Vec::new() });
        } else if !line.trim().is_empty() && !line.starts_with('#') {
            let case = cases.last_mut().with_context(|| format!("line {number}: before the first case"))?;
            case.steps.push((number, step(line).with_context(|| format!("line {number}: `{line}`"))?));
        }
    }
    Ok(cases)
}

fn step(line: &str) -> Result<Step> {
    let (head, text) = match line.split_once(':') {
        Some((head, text)) => (head, text.strip_prefix(' ').unwrap_or(text)),
        None => (line, ""),
    };
    let (word, rest) = head.split_once(' ').unwrap_or((head, ""));
    let (cell, text) = (rest.to_owned(), text.to_owned());
    Ok(match word {
        "locale" => Step::Locale(locale(&text)?),
        "sheet" => Step::Sheet(cell),
        "name" => Step::Name { name: cell, meaning: text },
        "table" => table(rest, &text)?,
        "untable" => Step::Untable(cell),
        "change" => Step::Change { cell, text },
        "refuse" => Step::Refuse { cell, text },
        "insert" | "delete" => structure(word == "insert", rest)?,
        "undo" => Step::Undo,
        "redo" => Step::Redo,
        "expect" => Step::Expect { cell, value: text },
        "shows" => Step::Shows { cell, text },
        "formula" => Step::Formula { cell, text },
        "calculated" => Step::Calculated(text.split_whitespace().map(str::to_owned).collect()),
        _ if line.contains(':') => Step::Put { cell: head.to_owned(), text },
        _ => bail!("no such step"),
    })
}

/// `T with totals` and `A1:C4 Unit, Plan, Outcome`.
fn table(name: &str, text: &str) -> Result<Step> {
    let (name, totals) = name.strip_suffix(" with totals").map_or((name, false), |name| (name, true));
    let (range, columns) = text.split_once(' ').context("a range and names of columns")?;
    let columns = columns.split(',').map(|column| column.trim().to_owned()).collect();
    Ok(Step::Table { name: name.to_owned(), totals, range: range.to_owned(), columns })
}

fn locale(code: &str) -> Result<Locale> {
    match code {
        "sv" => Ok(Locale::Swedish),
        "en" => Ok(Locale::English),
        _ => bail!("no such language"),
    }
}

/// `rows 3 2` or `columns B 1`: where, and how many.
fn structure(insert: bool, text: &str) -> Result<Step> {
    let [lines, at, count] = text.split_whitespace().collect::<Vec<_>>()[..] else { bail!("three words") };
    let (lines, at) = match lines {
        "rows" => (AxisKind::Rows, parse_row(at)),
        "columns" => (AxisKind::Columns, parse_column(at)),
        _ => bail!("rows or columns"),
    };
    Ok(Step::Structure { insert, lines, at: at.context("a row or a column")?, count: count.parse()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_read_line_by_line() {
        let text =
            "# Words.\n--- one ---\nA1: 2\nB1: =A1:A2\n\ninsert columns C 2\ncalculated: B1 C1\n--- two ---\nundo\n";
        let cases = read(text).unwrap();
        assert_eq!(cases.len(), 2);
        let put = |cell: &str, text: &str| Step::Put { cell: cell.to_owned(), text: text.to_owned() };
        assert_eq!(cases[0].steps[1], (4, put("B1", "=A1:A2")));
        let inserted = Step::Structure { insert: true, lines: AxisKind::Columns, at: 2, count: 2 };
        assert_eq!(cases[0].steps[2], (6, inserted));
        assert_eq!(cases[1].steps, [(9, Step::Undo)]);
    }

    #[test]
    fn what_cannot_be_read_is_an_error_with_its_line() {
        for text in ["A1: 1", "--- a ---\nnonsense", "--- a ---\ninsert rows 0 1", "--- a ---\n--- a ---"] {
            let error = format!("{:#}", read(text).unwrap_err());
            assert!(error.starts_with("line "), "{error}");
        }
    }
}
