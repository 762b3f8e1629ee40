//! Whether a text fits its cell. A number that does not must not be cut off, because the rest would read as another
//! number; a text may run over the blank cells beside it.

use tertial_engine::session::{Alignment, CellRole, CellView, Emphasis};

use super::columns::{Columns, PADDING};

/// How a cell's text stands in its room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fit {
    /// It fits.
    #[default]
    Inside,
    /// A text cut off at the cell's edge.
    Cut,
    /// A number too long for its cell.
    Crowded,
    /// It runs over the blank cells that follow.
    Over,
    /// A blank cell that another's text runs over.
    Covered,
}

/// Titles are written larger than other cells, by this.
const TITLE_SCALE: f64 = 1.35;
/// Bold digits are a little wider.
const BOLD_SCALE: f64 = 1.06;
/// Room for the mark of a deviation, in digits.
const MARK: f64 = 1.5;

/// How each cell of a row fits; the row begins at column `first`.
pub fn fits(cells: &[CellView], first: u32, columns: &Columns, digit: f64) -> Vec<Fit> {
    let mut fits = vec![Fit::Inside; cells.len()];
    let mut covered_to = 0.0;
    for (index, cell) in cells.iter().enumerate() {
        let column = first + index as u32;
        let length = length(cell) * digit + PADDING;
        if cell.text.is_empty() {
            if columns.left(column) < covered_to {
                fits[index] = Fit::Covered;
            }
            continue;
        }
        covered_to = 0.0;
        if length <= columns.width(column) {
            continue;
        }
        fits[index] = long_fit(cell, cells.get(index + 1));
        if fits[index] == Fit::Over {
            covered_to = columns.left(column) + length;
        }
    }
    fits
}

/// How a text fits that is longer than its cell.
fn long_fit(cell: &CellView, next: Option<&CellView>) -> Fit {
    match cell.alignment {
        Alignment::End if is_number(&cell.text) => Fit::Crowded,
        Alignment::Start if is_blank(next) && cell.role != CellRole::Header => Fit::Over,
        _ => Fit::Cut,
    }
}

fn is_blank(cell: Option<&CellView>) -> bool {
    cell.is_some_and(|cell| cell.text.is_empty() && !matches!(cell.role, CellRole::Input | CellRole::Computed))
}

fn is_number(text: &str) -> bool {
    text.ends_with(|last: char| last.is_ascii_digit() || last == '%')
}

/// Estimated length of a cell's text, in digits.
fn length(cell: &CellView) -> f64 {
    let text: f64 = cell.text.chars().map(width).sum();
    let bold = matches!(cell.emphasis, Emphasis::Sum | Emphasis::Subtotal | Emphasis::Heading);
    let scale = if cell.role == CellRole::Title { TITLE_SCALE } else { 1.0 } * if bold { BOLD_SCALE } else { 1.0 };
    let mark = if cell.tone == Default::default() { 0.0 } else { MARK };
    text * scale + mark + f64::from(cell.indent) * 2.0
}

/// Width of a character in digits, in the usual fonts of screens.
fn width(character: char) -> f64 {
    match character {
        '\u{a0}' | ' ' | ',' | '.' | ':' | ';' | 'i' | 'j' | 'l' | 'f' | 't' | 'r' | '(' | ')' => 0.55,
        'm' | 'w' | 'M' | 'W' | '%' | '—' => 1.5,
        letter if letter.is_uppercase() => 1.2,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> CellView {
        CellView { text: text.into(), alignment: Alignment::End, ..CellView::default() }
    }

    fn words(text: &str) -> CellView {
        CellView { text: text.into(), ..CellView::default() }
    }

    fn fit(cells: &[CellView]) -> Vec<Fit> {
        fits(cells, 0, &Columns::lay_out(cells.len() as u32, 8.0, |_| 10.0), 8.0)
    }

    #[test]
    fn a_number_that_does_not_fit_is_crowded() {
        assert_eq!(fit(&[number("1\u{a0}234\u{a0}567")]), [Fit::Inside]);
        assert_eq!(fit(&[number("12\u{a0}345\u{a0}678\u{a0}901")]), [Fit::Crowded]);
    }

    #[test]
    fn a_text_runs_over_blank_cells_as_far_as_it_reaches() {
        let cells = [words("Driftredovisning för nämnden"), words(""), words(""), words(""), words("")];
        assert_eq!(fit(&cells), [Fit::Over, Fit::Covered, Fit::Covered, Fit::Inside, Fit::Inside]);
    }

    #[test]
    fn a_text_stops_at_a_filled_cell() {
        assert_eq!(fit(&[words("Driftredovisning för nämnden"), number("1")]), [Fit::Cut, Fit::Inside]);
    }

    #[test]
    fn a_text_does_not_run_over_a_cell_to_fill_in() {
        let input = CellView { role: CellRole::Input, ..CellView::default() };
        assert_eq!(fit(&[words("Försäkringsadministration"), input]), [Fit::Cut, Fit::Inside]);
    }

    #[test]
    fn a_heading_stays_in_its_column() {
        let header = CellView { role: CellRole::Header, ..words("Prognos helår augusti") };
        assert_eq!(fit(&[header, words("")]), [Fit::Cut, Fit::Inside]);
    }
}
