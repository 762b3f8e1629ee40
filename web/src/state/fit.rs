//! Whether a text fits its cell. A number that does not must not be cut off, because the rest would read as another
//! number. Words of a report table go on in the next line; other texts run over the blank cells beside them.

use tertial_engine::session::{Alignment, CellRole, CellView, Emphasis, Tone, styles};

use crate::platform::ruler::Face;

use super::columns::{Columns, PADDING};
use super::drawn::Drawn;

/// Measures a text, in pixels.
pub type Ruler = fn(&str, Face) -> f64;

/// How a cell's text stands in its room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fit {
    /// It fits.
    #[default]
    Inside,
    /// A text cut off at the cell's edge.
    Cut,
    /// A text on several lines: that of a report table, or one with line breaks.
    Wrapped,
    /// A number too long for its cell.
    Crowded,
    /// It runs over the blank cells that follow.
    Over,
    /// A blank cell that another's text runs over.
    Covered,
}

/// A step of indentation, in pixels.
const INDENT: f64 = 14.0;
/// Room for the mark of a deviation, in pixels.
const MARK: f64 = 12.0;
/// Browsers break lines a little earlier than the sum of the words says.
const CAUTION: f64 = 2.0;
/// Most lines of a row.
const MAX_LINES: u32 = 8;

/// How each cell of a row fits. The columns that stay in sight are a row of their own where others are hidden beneath them.
pub fn fits(cells: &[CellView], drawn: &Drawn, columns: &Columns, ruler: Ruler) -> Vec<Fit> {
    if drawn.is_joined() {
        return fits_in(cells, drawn.lines(), columns, ruler);
    }
    let (frozen, scrolled) = cells.split_at(drawn.frozen().len().min(cells.len()));
    let mut fits = fits_in(frozen, drawn.frozen(), columns, ruler);
    fits.extend(fits_in(scrolled, drawn.scrolled(), columns, ruler));
    fits
}

/// How each cell of a part of a row fits, and in which columns they stand.
fn fits_in(cells: &[CellView], drawn: &[u32], columns: &Columns, ruler: Ruler) -> Vec<Fit> {
    let mut fits = vec![Fit::Inside; cells.len()];
    let mut covered_to = 0.0;
    for (index, (cell, column)) in cells.iter().zip(drawn.iter().copied()).enumerate() {
        if cell.text.is_empty() {
            if columns.left(column) < covered_to {
                fits[index] = Fit::Covered;
            }
            continue;
        }
        covered_to = 0.0;
        let length = length(cell, ruler);
        if cell.text.contains('\n') {
            fits[index] = Fit::Wrapped;
        } else if length > columns.width(column) {
            fits[index] = long_fit(cell, cells.get(index + 1));
        }
        if fits[index] == Fit::Over {
            covered_to = columns.left(column) + length;
        }
    }
    fits
}

/// Lines that the texts of a row need; the row begins at the first column.
pub fn lines(cells: &[CellView], columns: &Columns, ruler: Ruler) -> u32 {
    let lines = |(column, cell): (usize, &CellView)| {
        let room = columns.width(column as u32) - PADDING - f64::from(cell.indent) * INDENT - CAUTION;
        let in_room = |text: &str| match is_wrapped(cell) || cell.text.contains('\n') {
            true => wrapped_lines(text, room.max(1.0), face(cell), ruler),
            false => 1,
        };
        cell.text.split('\n').map(in_room).sum()
    };
    cells.iter().enumerate().map(lines).max().unwrap_or(1).min(MAX_LINES)
}

/// Whether a text goes on in a next line. Report tables hold words that must be read; elsewhere a text runs on, as it
/// does in every spreadsheet.
fn is_wrapped(cell: &CellView) -> bool {
    if let Some(style) = &cell.style
        && style.wraps
    {
        return !is_number(&cell.text);
    }
    let in_table = matches!(cell.role, CellRole::Header | CellRole::Label | CellRole::Input | CellRole::Computed);
    in_table && cell.alignment != Alignment::Center && !is_number(&cell.text) && cell.emphasis != Emphasis::Heading
}

/// Lines of a text in so much room. A word that has no room in a line of its own is broken.
fn wrapped_lines(text: &str, room: f64, face: Face, ruler: Ruler) -> u32 {
    let mut lines = 1.0;
    let mut used = 0.0;
    for word in text.split_inclusive([' ', '-', '/']) {
        let bare = ruler(word.trim_end(), face);
        if used > 0.0 && used + bare > room {
            lines += 1.0;
            used = 0.0;
        }
        let broken = ((bare / room).ceil() - 1.0).max(0.0);
        lines += broken;
        used += ruler(word, face) - broken * room;
    }
    lines as u32
}

/// How a text fits that is longer than its cell.
fn long_fit(cell: &CellView, next: Option<&CellView>) -> Fit {
    match cell.alignment {
        _ if is_wrapped(cell) => Fit::Wrapped,
        Alignment::End if is_number(&cell.text) => Fit::Crowded,
        Alignment::Start if is_blank(next) => Fit::Over,
        _ => Fit::Cut,
    }
}

fn is_blank(cell: Option<&CellView>) -> bool {
    cell.is_some_and(|cell| cell.text.is_empty() && !matches!(cell.role, CellRole::Input | CellRole::Computed))
}

fn is_number(text: &str) -> bool {
    let sign = |sign: char| sign.is_ascii_digit() || matches!(sign, '+' | '-' | '−' | ',' | '.' | '%' | ' ' | '\u{a0}');
    text.chars().all(sign)
}

/// Length of a cell's text with all that stands beside it.
pub fn length(cell: &CellView, ruler: Ruler) -> f64 {
    let mark = if cell.tone == Tone::Neutral { 0.0 } else { MARK };
    ruler(&cell.text, face(cell)) + PADDING + mark + f64::from(cell.indent) * INDENT
}

fn face(cell: &CellView) -> Face {
    match cell.role {
        CellRole::Title => Face::Title,
        CellRole::Header => Face::Header,
        _ if styles::is_bold(cell) => Face::Bold,
        _ => Face::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::super::gaps::Gaps;
    use super::*;

    /// Every character is eight pixels wide.
    fn ruler(text: &str, _: Face) -> f64 {
        text.chars().count() as f64 * 8.0
    }

    fn number(text: &str) -> CellView {
        CellView { text: text.into(), alignment: Alignment::End, ..CellView::default() }
    }

    fn words(text: &str) -> CellView {
        CellView { text: text.into(), ..CellView::default() }
    }

    fn labelled(role: CellRole, text: &str) -> CellView {
        CellView { role, ..words(text) }
    }

    fn columns(count: usize) -> Columns {
        Columns::lay_out(count as u32, 8.0, Gaps::default(), |_| 10.0)
    }

    fn fit(cells: &[CellView]) -> Vec<Fit> {
        fits(cells, &(0..cells.len() as u32).into(), &columns(cells.len()), ruler)
    }

    fn lines_of(cell: CellView) -> u32 {
        lines(&[cell], &columns(1), ruler)
    }

    #[test]
    fn a_number_that_does_not_fit_is_crowded() {
        assert_eq!(fit(&[number("12\u{a0}345\u{a0}67")]), [Fit::Inside]);
        assert_eq!(fit(&[number("−12\u{a0}345\u{a0}678,9")]), [Fit::Crowded]);
    }

    #[test]
    fn a_deviation_needs_room_for_its_mark() {
        let deviation = CellView { tone: Tone::Deficit, ..number("−123\u{a0}4567") };
        assert_eq!(fit(&[number("−123\u{a0}4567")]), [Fit::Inside]);
        assert_eq!(fit(&[deviation]), [Fit::Crowded]);
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
        let input = labelled(CellRole::Input, "");
        assert_eq!(fit(&[words("Försäkringsadministration"), input]), [Fit::Cut, Fit::Inside]);
    }

    #[test]
    fn words_of_a_table_go_on_in_the_next_line() {
        let header = labelled(CellRole::Header, "Prognos helår augusti");
        assert_eq!(lines_of(header.clone()), 3);
        assert_eq!(lines_of(words("Prognos helår augusti")), 1);
        assert_eq!(lines_of(labelled(CellRole::Header, "Utfall")), 1);
        assert_eq!(fit(&[header, words("")]), [Fit::Wrapped, Fit::Inside]);
    }

    #[test]
    fn figures_never_go_on_in_the_next_line() {
        assert_eq!(lines_of(CellView { role: CellRole::Computed, ..number("−12\u{a0}345\u{a0}678\u{a0}901") }), 1);
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken() {
        assert_eq!(lines_of(labelled(CellRole::Label, "Arbetsmarknad")), 2);
    }

    #[test]
    fn a_row_has_so_many_lines_at_most() {
        assert_eq!(lines_of(labelled(CellRole::Label, &"ord och fler ord ".repeat(40))), MAX_LINES);
    }
}
