//! Report tables that move when all of their cells do. Their rows and columns are those of the place where they come to
//! stand; what they mean goes along.

use std::collections::BTreeMap;

use super::change::Change;
use crate::base::{Address, LineId, Range, Relocation};
use crate::book::{Heading, ReportTable, Sheet, TableColumn, TableRow};

/// The changes that let tables follow the cells that move from one sheet to another, or within one.
pub fn moved((source, target): (&Sheet, &Sheet), relocation: &Relocation) -> Vec<Change> {
    let (going, staying): (Vec<&ReportTable>, Vec<&ReportTable>) =
        source.tables.iter().partition(|table| lies_within(table, source, relocation.from.range));
    let arrived: Vec<ReportTable> =
        going.iter().filter_map(|table| Following { source, target, relocation }.table(table)).collect();
    // One that moves only in part stays what it is.
    if arrived.is_empty() || arrived.len() < going.len() {
        return Vec::new();
    }
    let is_other = source.id != target.id;
    let there = if is_other { target.tables.iter().collect() } else { staying.clone() };
    let kept = there.into_iter().filter(|table| !lies_within(table, target, relocation.to.range)).cloned();
    let left = is_other.then(|| staying.into_iter().cloned().collect());
    let left = left.map(|tables| Change::Tables { sheet: source.id, tables });
    left.into_iter().chain([Change::Tables { sheet: target.id, tables: kept.chain(arrived).collect() }]).collect()
}

fn lies_within(table: &ReportTable, sheet: &Sheet, range: Range) -> bool {
    table.range(sheet).is_some_and(|own| own.intersection(range) == Some(own))
}

/// Where rows and columns of a table are afterwards.
struct Following<'a> {
    source: &'a Sheet,
    target: &'a Sheet,
    relocation: &'a Relocation,
}

impl Following<'_> {
    /// The table at its new place; `None` where one of its rows or columns is on no sheet.
    fn table(&self, table: &ReportTable) -> Option<ReportTable> {
        let rows = table.rows.iter().map(|row| Some(TableRow { line: self.row(row.line)?, ..row.clone() }));
        let columns =
            table.columns.iter().map(|column| Some(TableColumn { line: self.column(column.line)?, ..column.clone() }));
        let published = table
            .published
            .iter()
            .filter_map(|((row, column), value)| Some(((self.row(*row)?, self.column(*column)?), value.clone())));
        Some(ReportTable {
            rows: rows.collect::<Option<_>>()?,
            columns: columns.collect::<Option<_>>()?,
            label_column: self.column(table.label_column)?,
            heading: self.heading(&table.heading)?,
            published: published.collect::<BTreeMap<_, _>>(),
            ..table.clone()
        })
    }

    /// A title that does not move along is the table's no more.
    fn heading(&self, heading: &Heading) -> Option<Heading> {
        let header_rows = heading.header_rows.iter().map(|line| self.row(*line)).collect::<Option<_>>()?;
        Some(Heading {
            title_row: heading.title_row.and_then(|line| self.row(line)),
            subtitle_row: heading.subtitle_row.and_then(|line| self.row(line)),
            header_rows,
            ..heading.clone()
        })
    }

    fn row(&self, line: LineId) -> Option<LineId> {
        let first = self.relocation.from.range.first;
        let cell = self.cell(Address::new(self.source.rows.position(line)?, first.column))?;
        self.target.rows.id(cell.row)
    }

    fn column(&self, line: LineId) -> Option<LineId> {
        let first = self.relocation.from.range.first;
        let cell = self.cell(Address::new(first.row, self.source.columns.position(line)?))?;
        self.target.columns.id(cell.column)
    }

    /// Where a cell is afterwards; `None` for one that stays.
    fn cell(&self, cell: Address) -> Option<Address> {
        let place = cell.on(self.source.id);
        self.relocation.from.contains(place).then(|| self.relocation.place(place).address)
    }
}
