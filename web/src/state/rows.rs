//! The drawn rows: one shared view per row on screen. After a change only the rows that look different are replaced, so
//! all others compare equal by their pointer and are not drawn again.

use std::rc::Rc;

use tertial_engine::session::{CellView, Region, SheetId};

use super::drawn::Drawn;
use super::fit::Fit;

/// A row as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowView {
    /// Its place in the sheet.
    pub row: u32,
    /// Columns of the drawn cells.
    pub columns: Rc<Drawn>,
    /// Lines of its texts.
    pub lines: u32,
    /// The drawn cells, each with how its text fits.
    pub cells: Vec<(CellView, Fit)>,
}

/// The rows on screen.
#[derive(Debug, Clone, Default)]
pub struct RowWindow {
    rows: Drawn,
    columns: Rc<Drawn>,
    views: Vec<Rc<RowView>>,
    slots: Vec<u32>,
}

impl RowWindow {
    /// The drawn rows, in order.
    #[cfg(test)]
    pub fn views(&self) -> &[Rc<RowView>] {
        &self.views
    }

    /// The drawn rows that stay in sight, and those that are scrolled.
    pub fn panes(&self) -> (&[Rc<RowView>], &[Rc<RowView>]) {
        self.views.split_at(self.rows.frozen().len())
    }

    /// Numbers of the elements that the scrolled rows are drawn in.
    pub fn slots(&self) -> &[u32] {
        &self.slots
    }

    /// The drawn columns.
    pub fn columns(&self) -> Rc<Drawn> {
        Rc::clone(&self.columns)
    }

    /// Whether anything is drawn.
    pub fn is_drawn(&self) -> bool {
        !self.views.is_empty()
    }

    /// Whether a cell is drawn.
    pub fn holds(&self, row: u32, column: u32) -> bool {
        self.rows.holds(row) && self.columns.holds(column)
    }

    /// Moves to other rows and columns; rows that stay are kept as they are.
    pub fn show(&mut self, rows: Drawn, columns: Drawn, draw: impl Fn(u32, Rc<Drawn>) -> RowView) {
        if self.rows == rows && *self.columns == columns {
            return;
        }
        let are_same = *self.columns == columns;
        let columns = if are_same { Rc::clone(&self.columns) } else { Rc::new(columns) };
        let kept = |row: u32| if are_same { self.view(row) } else { None };
        let view = |row: &u32| kept(*row).unwrap_or_else(|| Rc::new(draw(*row, Rc::clone(&columns))));
        self.views = rows.lines().iter().map(view).collect();
        self.slots = slots(self.rows.scrolled(), &self.slots, rows.scrolled());
        (self.rows, self.columns) = (rows, columns);
    }

    /// Draws again the rows that a change touched, and replaces those that look different.
    pub fn fold(&mut self, sheet: SheetId, touched: &[Region], draw: impl Fn(u32) -> RowView) {
        let columns = Rc::clone(&self.columns);
        for view in &mut self.views {
            let row = view.row;
            let reaches = |region: &Region| {
                let range = region.range;
                let in_rows = (range.first.row..=range.last.row).contains(&row);
                region.sheet == sheet && in_rows && columns.meets(range.first.column, range.last.column)
            };
            if touched.iter().any(reaches) {
                replace(view, draw(row));
            }
        }
    }

    /// Draws all rows again and replaces those that look different.
    pub fn refresh(&mut self, draw: impl Fn(u32) -> RowView) {
        self.views.iter_mut().for_each(|view| replace(view, draw(view.row)));
    }

    fn view(&self, row: u32) -> Option<Rc<RowView>> {
        let index = self.rows.lines().binary_search(&row).ok()?;
        self.views.get(index).map(Rc::clone)
    }
}

/// Numbers of the elements that rows are drawn in, after others were. On a short way rows keep their elements, which are
/// then few to move; on a long one elements stay where they are and get other rows, because moving one costs more.
fn slots(before: &[u32], slots: &[u32], rows: &[u32]) -> Vec<u32> {
    let held = |row: &u32| before.binary_search(row).ok().and_then(|index| slots.get(index)).copied();
    let kept: Vec<Option<u32>> = rows.iter().map(held).collect();
    let stays = kept.iter().flatten().count() * 2 > rows.len();
    let kept = if stays { kept } else { vec![None; rows.len()] };
    let taken: Vec<u32> = kept.iter().flatten().copied().collect();
    let free = slots.iter().copied().filter(|slot| !taken.contains(slot));
    let mut free = free.chain(slots.len() as u32..);
    kept.into_iter().filter_map(|slot| slot.or_else(|| free.next())).collect()
}

fn replace(view: &mut Rc<RowView>, drawn: RowView) {
    if **view != drawn {
        *view = Rc::new(drawn);
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use tertial_engine::session::Range as Cells;

    use super::*;

    const SHEET: SheetId = SheetId(0);

    /// Draws rows with a text in the first column and counts how many it drew.
    struct Pen {
        text: &'static str,
        drawn: Cell<u32>,
    }

    impl Pen {
        fn new(text: &'static str) -> Self {
            Self { text, drawn: Cell::new(0) }
        }

        fn draw(&self, row: u32) -> RowView {
            self.drawn.set(self.drawn.get() + 1);
            let cell = CellView { text: format!("{}{row}", self.text), ..CellView::default() };
            RowView { row, columns: Rc::default(), lines: 1, cells: vec![(cell, Fit::Inside)] }
        }
    }

    fn window(pen: &Pen) -> RowWindow {
        let mut window = RowWindow::default();
        window.show((0..10).into(), (0..5).into(), |row, _| pen.draw(row));
        window
    }

    fn region(text: &str) -> Region {
        Cells::parse(text).unwrap().on(SHEET)
    }

    #[test]
    fn scrolling_draws_only_the_new_rows() {
        let pen = Pen::new("a");
        let mut window = window(&pen);
        let third = Rc::clone(&window.views()[3]);
        pen.drawn.set(0);
        window.show((2..12).into(), (0..5).into(), |row, _| pen.draw(row));
        assert_eq!(pen.drawn.get(), 2);
        assert!(Rc::ptr_eq(&third, &window.views()[1]));
    }

    #[test]
    fn other_columns_draw_all_rows() {
        let pen = Pen::new("a");
        let mut window = window(&pen);
        pen.drawn.set(0);
        window.show((0..10).into(), (1..6).into(), |row, _| pen.draw(row));
        assert_eq!(pen.drawn.get(), 10);
    }

    #[test]
    fn on_a_short_way_rows_keep_their_elements() {
        let rows: Vec<u32> = (0..6).collect();
        let first = slots(&[], &[], &rows);
        assert_eq!(first, [0, 1, 2, 3, 4, 5]);
        let down = slots(&rows, &first, &[2, 3, 4, 5, 6, 7]);
        assert_eq!(down, [2, 3, 4, 5, 0, 1]);
        assert_eq!(slots(&[2, 3, 4, 5, 6, 7], &down, &[1, 2, 3, 4, 5, 6, 7]), [6, 2, 3, 4, 5, 0, 1]);
    }

    #[test]
    fn on_a_long_way_elements_stay_where_they_are() {
        let rows: Vec<u32> = (2..8).collect();
        let turned = [2, 3, 4, 5, 0, 1];
        assert_eq!(slots(&rows, &turned, &[6, 7, 8, 9, 10, 11]), turned);
        assert_eq!(slots(&rows, &turned, &[90, 91, 92, 93, 94, 95, 96]), [2, 3, 4, 5, 0, 1, 6]);
        assert_eq!(slots(&rows, &turned, &[90, 91]), [2, 3]);
    }

    #[test]
    fn a_change_replaces_only_the_rows_it_touches() {
        let mut window = window(&Pen::new("a"));
        let before = window.views().to_vec();
        let pen = Pen::new("b");
        window.fold(SHEET, &[region("B4"), region("A8:C9")], |row| pen.draw(row));
        let changed: Vec<_> = (0..10).filter(|row| !Rc::ptr_eq(&before[*row], &window.views()[*row])).collect();
        assert_eq!(changed, [3, 7, 8]);
        assert_eq!(pen.drawn.get(), 3);
    }

    #[test]
    fn a_touched_row_that_looks_the_same_is_kept() {
        let pen = Pen::new("a");
        let mut window = window(&pen);
        let before = window.views().to_vec();
        window.fold(SHEET, &[region("A1:E10")], |row| pen.draw(row));
        assert!(before.iter().zip(window.views()).all(|(one, other)| Rc::ptr_eq(one, other)));
    }

    #[test]
    fn changes_elsewhere_touch_nothing() {
        let mut window = window(&Pen::new("a"));
        let pen = Pen::new("b");
        let other_sheet = Region { sheet: SheetId(1), ..region("A1:E10") };
        window.fold(SHEET, &[other_sheet, region("A20"), region("G1:H9")], |row| pen.draw(row));
        assert_eq!(pen.drawn.get(), 0);
    }

    #[test]
    fn a_refresh_keeps_rows_that_look_the_same() {
        let mut window = window(&Pen::new("a"));
        let before = window.views().to_vec();
        window.refresh(|row| Pen::new(if row == 4 { "b" } else { "a" }).draw(row));
        let changed: Vec<_> = (0..10).filter(|row| !Rc::ptr_eq(&before[*row], &window.views()[*row])).collect();
        assert_eq!(changed, [4]);
    }
}
