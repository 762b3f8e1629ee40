//! A report table as text, its columns aligned.

use tertial_engine::session::report::{ColumnReport, RowReport, TableReport};

const GAP: &str = "  ";

/// Draws a table: what it is, headings, a line, rows.
pub fn drawn(table: &TableReport) -> String {
    let labels: Vec<String> = table.rows.iter().map(label).collect();
    let label_width = width(labels.iter().map(String::as_str));
    let mut lines = vec![format!("{} · {}!{} · {}", table.id, table.sheet, table.range, table.unit)];
    let widths: Vec<usize> = table.columns.iter().map(|column| column_width(table, column)).collect();
    let heading = |index: usize| table.columns[index].label.as_str();
    lines.push(line("", label_width, &widths, |index| aligned(&table.columns[index], heading(index), widths[index])));
    lines.push("─".repeat(label_width + widths.iter().map(|width| width + GAP.len()).sum::<usize>()));
    for (row, label) in table.rows.iter().zip(&labels) {
        let cell = |index: usize| aligned(&table.columns[index], shown(row, &table.columns[index]), widths[index]);
        lines.push(line(label, label_width, &widths, cell));
    }
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn line(label: &str, label_width: usize, widths: &[usize], cell: impl Fn(usize) -> String) -> String {
    let cells: String = (0..widths.len()).map(|index| format!("{GAP}{}", cell(index))).collect();
    format!("{label:label_width$}{cells}")
}

/// Words stand to the left, figures to the right.
fn aligned(column: &ColumnReport, text: &str, width: usize) -> String {
    match column.role {
        "text" | "status" | "owner" => format!("{text:width$}"),
        _ => format!("{text:>width$}"),
    }
}

fn label(row: &RowReport) -> String {
    format!("{}{}", " ".repeat(2 * usize::from(row.level.saturating_sub(1))), row.label)
}

fn shown<'a>(row: &'a RowReport, column: &ColumnReport) -> &'a str {
    row.cells.get(&column.key).map_or("", |cell| &cell.display)
}

fn column_width(table: &TableReport, column: &ColumnReport) -> usize {
    width(table.rows.iter().map(|row| shown(row, column)).chain([column.label.as_str()]))
}

fn width<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    texts.map(|text| text.chars().count()).max().unwrap_or(0)
}
