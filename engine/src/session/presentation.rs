//! How cells look: a report table's meaning — roles, kinds of rows, unit, decimals — decides it, a cell's own number
//! format comes before that.

use std::rc::Rc;

use super::units;
use super::view::{Alignment, CellRole, CellView, Emphasis, NoteView, Tone};
use crate::base::{Address, LineId};
use crate::book::{Align, Allowed, ColumnRole, Note, ReportTable, RowKind, Sheet, Style, TableColumn, TableRow, Unit};
use crate::display::{AmountFormat, Format, Locale, general};
use crate::value::{Number, Value};

/// Where a cell stands in a report table.
pub enum Spot<'a> {
    /// In the title's row.
    Title,
    /// In the row under the title.
    Subtitle,
    /// In a row of column headings, over the labels or over a column.
    Header(Option<&'a TableColumn>),
    /// In the column of labels.
    Label(&'a TableRow),
    /// Where a row and a column meet.
    Figure(&'a ReportTable, &'a TableRow, &'a TableColumn),
}

/// Where a cell stands in the sheet's report tables, if it stands in one.
pub fn spot(sheet: &Sheet, cell: Address) -> Option<Spot<'_>> {
    let (row, column) = (sheet.rows.id(cell.row)?, sheet.columns.id(cell.column)?);
    sheet.tables.iter().find_map(|table| spot_in(table, row, column))
}

fn spot_in(table: &ReportTable, row: LineId, column: LineId) -> Option<Spot<'_>> {
    let is_label = column == table.label_column;
    let found = table.column(column);
    if !is_label && found.is_none() {
        return None;
    }
    if Some(row) == table.heading.title_row {
        return Some(Spot::Title);
    }
    if Some(row) == table.heading.subtitle_row {
        return Some(Spot::Subtitle);
    }
    if table.heading.header_rows.contains(&row) {
        return Some(Spot::Header(found));
    }
    let table_row = table.row(row)?;
    Some(found.map_or(Spot::Label(table_row), |column| Spot::Figure(table, table_row, column)))
}

/// A cell as it is drawn.
pub fn view(sheet: &Sheet, cell: Address, locale: Locale) -> CellView {
    let value = sheet.value(cell);
    let spilled_from = sheet.spills.filling(cell).map(|spill| spill.anchor);
    let is_formula = spilled_from.is_some() || sheet.formulas.at(cell).is_some();
    let spot = spot(sheet, cell);
    let mut view = CellView {
        text: text(sheet, cell, &value, spot.as_ref(), locale),
        alignment: alignment(&value),
        is_formula,
        spilled_from,
        error: value.as_error(),
        filter: filter(sheet, cell),
        is_locked: is_locked(sheet, cell),
        has_list: has_list(sheet, cell),
        note: sheet.notes.at(cell).map(|note| NoteView { text: note.text.clone(), signature: signature(note, locale) }),
        ..CellView::default()
    };
    if let Some(spot) = spot {
        dress(&mut view, &spot, &value);
    }
    if let Some(style) = sheet.styles.at(cell) {
        restyle(&mut view, style);
    }
    match sheet.rules.mark(cell) {
        Some(true) if !is_formula => view.role = CellRole::Input,
        Some(false) if view.role == CellRole::Input => view.role = CellRole::Computed,
        _ => {}
    }
    view
}

/// What was said of a cell's look comes before what its table says.
fn restyle(view: &mut CellView, style: &Rc<Style>) {
    view.alignment = match style.align {
        None => view.alignment,
        Some(Align::Left) => Alignment::Start,
        Some(Align::Center) => Alignment::Center,
        Some(Align::Right) => Alignment::End,
    };
    if style.indent > 0 {
        view.indent = style.indent;
    }
    view.style = Some(style.clone());
}

/// Whether a cell is to be filled in: it was said to be, or its report table says so.
pub fn is_input(sheet: &Sheet, cell: Address) -> bool {
    sheet.rules.mark(cell).unwrap_or_else(|| match spot(sheet, cell) {
        Some(Spot::Figure(_, row, column)) => {
            let is_formula = sheet.formulas.at(cell).is_some() || sheet.spills.filling(cell).is_some();
            figure_role(row, column, is_formula) == CellRole::Input
        }
        _ => false,
    })
}

/// Whether a cell cannot be written, because its sheet is protected.
pub fn is_locked(sheet: &Sheet, cell: Address) -> bool {
    sheet.rules.protection.is_some() && !is_input(sheet, cell)
}

/// Who wrote a note, and when.
pub fn signature(note: &Note, locale: Locale) -> String {
    signed(&note.author, note.at, locale)
}

/// A name and a time.
pub fn signed(name: &str, at: Option<Number>, locale: Locale) -> String {
    let at = at.zip(Format::parse("yyyy-mm-dd hh:mm").ok());
    let at = at.map(|(at, format)| format.render(&Value::Number(at), locale).text);
    let parts = [Some(name.to_owned()).filter(|name| !name.is_empty()), at];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn has_list(sheet: &Sheet, cell: Address) -> bool {
    let rule = sheet.rules.validation(cell).and_then(|rule| rule.allowed.as_ref());
    matches!(rule, Some(Allowed::List(_)))
}

/// Whether anything is asked of the column that a filter's heading stands over.
pub fn filter(sheet: &Sheet, cell: Address) -> Option<bool> {
    let filter = sheet.hidden.filtering.filter.as_ref().filter(|filter| filter.is_heading(cell))?;
    Some(filter.criteria.contains_key(&cell.column))
}

/// The text of a cell: by its own format, by its table's, or in general form.
pub fn text(sheet: &Sheet, cell: Address, value: &Value, spot: Option<&Spot<'_>>, locale: Locale) -> String {
    let format = sheet.styles.number_format(cell).and_then(|code| Format::parse(code).ok());
    match (format, value, spot) {
        (Some(format), Value::Number(number), spot) => {
            let shown = units::scaled(*number, units::steps(sheet, spot));
            format.render(&Value::Number(shown), locale).text
        }
        (Some(format), value, _) if !matches!(value, Value::Blank | Value::Error(_)) => {
            format.render(value, locale).text
        }
        (None, Value::Number(number), Some(Spot::Figure(table, row, column))) => {
            let shown = units::scaled(*number, units::unit_steps(sheet, table.unit_of(row, column)));
            figure_format(sheet, (table, row, column)).format(shown, locale)
        }
        (_, Value::Text(text), Some(Spot::Title | Spot::Subtitle | Spot::Header(_)))
            if sheet.styles.shown_unit.is_some() =>
        {
            let heading = units::heading(sheet, text, matches!(spot, Some(Spot::Subtitle)));
            heading.unwrap_or_else(|| general(value, locale))
        }
        _ => general(value, locale),
    }
}

/// The amount format of a table's figure.
pub fn figure_format(sheet: &Sheet, (table, row, column): (&ReportTable, &TableRow, &TableColumn)) -> AmountFormat {
    let plus = table.figures.plus_on_surplus && column.role == ColumnRole::Deviation;
    let decimals = match sheet.styles.shown_unit {
        Some(unit) if units::unit_steps(sheet, table.unit_of(row, column)) != 0 => units::decimals(unit),
        _ => table.decimals_of(row, column),
    };
    AmountFormat { decimals, plus, percent: false }
}

/// The unit a figure is spoken with.
pub const fn unit_word(unit: Unit, locale: Locale) -> &'static str {
    match (unit, locale) {
        (Unit::Kronor, _) => "kronor",
        (Unit::Thousands, Locale::Swedish) => "tusen kronor",
        (Unit::Thousands, Locale::English) => "thousand kronor",
        (Unit::Millions, Locale::Swedish) => "miljoner kronor",
        (Unit::Millions, Locale::English) => "million kronor",
        (Unit::Percent, Locale::Swedish) => "procent",
        (Unit::Percent, Locale::English) => "percent",
        (Unit::Points, Locale::Swedish) => "poäng",
        (Unit::Points, Locale::English) => "points",
        (Unit::FullTime, Locale::Swedish) => "årsarbetare",
        (Unit::FullTime, Locale::English) => "full-time employees",
        (Unit::Years, Locale::Swedish) => "år",
        (Unit::Years, Locale::English) => "years",
        (Unit::PerInhabitant, Locale::Swedish) => "kronor per invånare",
        (Unit::PerInhabitant, Locale::English) => "kronor per inhabitant",
        (Unit::Count | Unit::Index | Unit::Other, _) => "",
    }
}

fn dress(view: &mut CellView, spot: &Spot<'_>, value: &Value) {
    match spot {
        Spot::Title => view.role = CellRole::Title,
        Spot::Subtitle => view.role = CellRole::Subtitle,
        Spot::Header(column) => {
            view.role = CellRole::Header;
            // A heading stands over its figures.
            if column.is_some_and(|column| !column.role.is_text()) {
                view.alignment = Alignment::End;
            }
        }
        Spot::Label(row) => {
            view.role = CellRole::Label;
            view.emphasis = emphasis(row.kind);
            view.indent = row.level.saturating_sub(1);
        }
        Spot::Figure(_, row, column) => {
            view.emphasis = emphasis(row.kind);
            view.role = figure_role(row, column, view.is_formula);
            view.tone = tone(column, value);
        }
    }
}

const fn figure_role(row: &TableRow, column: &TableColumn, is_formula: bool) -> CellRole {
    match (row.kind, is_formula) {
        (RowKind::Heading, false) => CellRole::Label,
        (_, true) => CellRole::Computed,
        _ if column.role.is_text() => CellRole::Label,
        _ => CellRole::Input,
    }
}

const fn emphasis(kind: RowKind) -> Emphasis {
    match kind {
        RowKind::Sum => Emphasis::Sum,
        RowKind::Subtotal => Emphasis::Subtotal,
        RowKind::OfWhich => Emphasis::OfWhich,
        RowKind::Heading => Emphasis::Heading,
        RowKind::Detail | RowKind::Memo | RowKind::Reserve => Emphasis::Normal,
    }
}

fn tone(column: &TableColumn, value: &Value) -> Tone {
    match value {
        Value::Number(number) if column.role == ColumnRole::Deviation => match number.cmp(&Number::ZERO) {
            std::cmp::Ordering::Less => Tone::Deficit,
            std::cmp::Ordering::Equal => Tone::Neutral,
            std::cmp::Ordering::Greater => Tone::Surplus,
        },
        _ => Tone::Neutral,
    }
}

const fn alignment(value: &Value) -> Alignment {
    match value {
        Value::Number(_) => Alignment::End,
        Value::Boolean(_) | Value::Error(_) => Alignment::Center,
        Value::Blank | Value::Text(_) | Value::Array(_) => Alignment::Start,
    }
}
