//! The looks of a sheet's cells. Columns that look alike from top to bottom are a band, and a band is runs of rows: so a whole
//! sheet, a column or a row is one entry, whatever its size.

use std::rc::Rc;

use super::conditional::ConditionalFormat;
use super::style::Style;
use super::table::Unit;
use crate::base::stretches::Stretches;
use crate::base::{Address, AxisKind, Range, Shift, sorting};

/// A rectangle of cells and how they look, if anything is said of it.
pub type Painted = (Range, Option<Rc<Style>>);

/// A rectangle of cells and how they look.
type Looks = (Range, Rc<Style>);

/// The looks of a sheet's cells.
#[derive(Debug, Clone, Default)]
pub struct Styles {
    /// The unit that amounts of report tables are shown in, where it is not their own.
    pub shown_unit: Option<Unit>,
    /// Looks that follow from what cells hold; the first has the last word.
    pub conditional: Vec<ConditionalFormat>,
    bands: Stretches<Stretches<Rc<Style>>>,
}

impl Styles {
    /// Whether no cell has a look.
    pub const fn is_empty(&self) -> bool {
        self.bands.is_empty()
    }

    /// How a cell looks.
    pub fn at(&self, cell: Address) -> Option<&Rc<Style>> {
        self.bands.at(cell.column)?.at(cell.row)
    }

    /// The number format of a cell.
    pub fn number_format(&self, cell: Address) -> Option<&Rc<str>> {
        self.at(cell)?.number_format.as_ref()
    }

    /// The look of a cell when it gets another number format.
    pub fn with_number_format(&self, cell: Address, code: Option<Rc<str>>) -> Option<Rc<Style>> {
        let style = Style { number_format: code, ..self.at(cell).map(|style| (**style).clone()).unwrap_or_default() };
        (style != Style::default()).then(|| Rc::new(style))
    }

    /// Gives the cells of a rectangle a look, or takes it away, and adds to a list how they looked before.
    pub fn paint(&mut self, range: Range, style: Option<&Rc<Style>>, before: &mut Vec<Painted>) {
        before.extend(self.cover(range));
        let (rows, columns) = (AxisKind::Rows.lines(range), AxisKind::Columns.lines(range));
        self.bands.change(columns.0, columns.1, &mut |runs| runs.set(rows.0, rows.1, style.cloned()));
        if style.is_none() {
            self.bands.retain(&mut |runs| !runs.is_empty());
        }
    }

    /// How the cells of a rectangle look, as smaller ones that fill it.
    pub fn cover(&self, range: Range) -> Vec<Painted> {
        let mut cover = Vec::new();
        let (rows, columns) = (AxisKind::Rows.lines(range), AxisKind::Columns.lines(range));
        for (left, right, runs) in self.bands.cover(columns.0, columns.1) {
            let mut put = |first, last, style| {
                cover.push((Range::new(Address::new(first, left), Address::new(last, right)), style));
            };
            match runs {
                None => put(rows.0, rows.1, None),
                Some(runs) => runs.cover(rows.0, rows.1).into_iter().for_each(|(first, last, style)| {
                    put(first, last, style.cloned());
                }),
            }
        }
        cover
    }

    /// The rectangles within another one whose cells have a look.
    pub fn within(&self, range: Range) -> impl Iterator<Item = (Range, Rc<Style>)> {
        self.cover(range).into_iter().filter_map(|(range, style)| Some((range, style?)))
    }

    /// All cells that have a look, as few rectangles: those that say the same side by side are one.
    pub fn rectangles(&self) -> Vec<(Range, Rc<Style>)> {
        // Those that end at the column before, and may go on.
        let (mut done, mut open): (Vec<Looks>, Vec<Looks>) = (Vec::new(), Vec::new());
        for (left, right, runs) in self.bands.iter() {
            let mut before = std::mem::take(&mut open).into_iter().peekable();
            for (first, last, style) in runs.iter() {
                let mut range = Range::new(Address::new(*first, *left), Address::new(*last, *right));
                while before.peek().is_some_and(|(earlier, _)| earlier.first.row < *first) {
                    done.extend(before.next());
                }
                let goes_on = |(earlier, look): &Looks| {
                    AxisKind::Rows.lines(*earlier) == (*first, *last)
                        && earlier.last.column + 1 == *left
                        && look == style
                };
                if let Some((earlier, _)) = before.next_if(goes_on) {
                    range.first = earlier.first;
                }
                open.push((range, style.clone()));
            }
            done.extend(before);
        }
        done.extend(open);
        sorting::sort_by_key(&mut done, |(range, _)| range.first);
        done
    }

    /// Moves all along with their rows or columns.
    pub fn shift(&mut self, shift: &Shift) {
        match shift.axis {
            AxisKind::Columns => self.bands.shift(shift),
            AxisKind::Rows => self.bands.retain(&mut |runs| {
                runs.shift(shift);
                !runs.is_empty()
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{LineChange, SheetId};

    fn range(text: &str) -> Range {
        Range::parse(text).unwrap()
    }

    fn painted(areas: &[(&str, &str)]) -> Styles {
        let mut styles = Styles::default();
        for (cells, words) in areas {
            let style = (!words.is_empty()).then(|| Rc::new(Style::of_words(words).unwrap()));
            styles.paint(range(cells), style.as_ref(), &mut Vec::new());
        }
        styles
    }

    fn told(styles: &Styles) -> Vec<String> {
        styles.rectangles().iter().map(|(range, style)| format!("{range} {}", style.words())).collect()
    }

    #[test]
    fn many_cells_are_few_rectangles() {
        assert_eq!(
            told(&painted(&[("A:XFD", "bold"), ("B2", "")])),
            ["A:A bold", "B1 bold", "C:XFD bold", "B3:B1048576 bold"]
        );
        assert_eq!(told(&painted(&[("A1", "bold"), ("C1:C2", "bold"), ("B1", "bold")])), ["A1:B1 bold", "C1:C2 bold"]);
        assert_eq!(told(&painted(&[("A1:C3", "bold"), ("B:B", ""), ("B1:B3", "bold")])), ["A1:C3 bold"]);
    }

    #[test]
    fn what_was_painted_over_comes_back() {
        let mut styles = painted(&[("A1:C9", "bold"), ("B2:B4", "italic"), ("5:5", "underline")]);
        let told_before = told(&styles);
        let mut before = Vec::new();
        styles.paint(range("B3:D7"), Some(&Rc::new(Style::of_words("fill-red").unwrap())), &mut before);
        styles.paint(range("A:B"), None, &mut before);
        assert_eq!(styles.at(Address::new(2, 2)).map(|style| style.words()).as_deref(), Some("fill-red"));
        for (range, style) in before.into_iter().rev() {
            styles.paint(range, style.as_ref(), &mut Vec::new());
        }
        assert_eq!(told(&styles), told_before);
    }

    #[test]
    fn looks_move_with_rows_and_columns() {
        let mut styles = painted(&[("A:A", "bold"), ("B2:C3", "italic")]);
        let shift = |axis, at, change| Shift { sheet: SheetId(0), axis, at, change };
        styles.shift(&shift(AxisKind::Rows, 1, LineChange::Delete(1)));
        styles.shift(&shift(AxisKind::Columns, 2, LineChange::Insert(1)));
        assert_eq!(told(&styles), ["A:A bold", "B2 italic", "D2 italic"]);
    }
}
