//! The open book on screen: document, selection, editor and view, kept in step. Each change ends with `settle`, which
//! lays out and draws what is seen.

use std::collections::BTreeMap;
use std::rc::Rc;

use tertial_engine::session::{
    Address, AxisKind, CellRole, ChangeSet, Extent, Frozen, Locale, MAX_COLUMNS, MAX_ROWS, Range, Region, RowOutline,
    SheetId, landmarks, lines, protection,
};

use crate::platform::measure::Scroll;
use crate::platform::pointer::Pointer;

use super::beside::Beside;
use super::clipboard::Clip;
use super::columns::Columns;
use super::document::Document;
use super::drawn::Drawn;
use super::editor::Editor;
use super::finding::Finder;
use super::fit::{self, Ruler};
use super::gaps::Gaps;
use super::heights::RowHeights;
use super::movement::Terrain;
use super::pointing::{self, Spot};
use super::pull::Pull;
use super::rectangles;
use super::rows::{RowView, RowWindow};
use super::selection::{Manner, Selection};
use super::viewport::Viewport;

/// Rows from the top whose texts are given several lines; report tables end long before.
const MEASURED_ROWS: u32 = 1_000;
/// Most places that are offered; more are found by writing their names.
const MAX_PLACES: usize = 2_000;
/// Columns from the left whose texts are.
const MEASURED_COLUMNS: u32 = 60;

/// What every screen shows of a sheet that was not scrolled.
const BEGINNING: Address = Address::new(15, 5);

/// The open book on screen.
pub struct Workspace {
    /// The book.
    pub document: Document,
    /// What is selected on the shown sheet.
    pub selection: Selection,
    /// Text that is being typed.
    pub editor: Editor,
    /// The selection's handle while it is pulled.
    pub pull: Option<Pull>,
    /// What was copied or cut last.
    pub clip: Option<Clip>,
    /// What is searched for.
    pub finder: Finder,
    /// Which part of the sheet is seen.
    pub viewport: Viewport,
    /// Where the columns stand.
    pub columns: Rc<Columns>,
    /// Where the rows stand.
    pub heights: Rc<RowHeights>,
    /// Which rows stand under which.
    pub outline: Rc<RowOutline>,
    /// The drawn rows.
    pub window: RowWindow,
    ruler: Ruler,
    /// What stands beside the sheet.
    pub beside: Beside,
    /// Selection and scroll of the sheets that are not shown.
    elsewhere: BTreeMap<SheetId, (Selection, Scroll)>,
}

impl Workspace {
    /// A book as it is opened.
    pub fn new(document: Document, viewport: Viewport, ruler: Ruler) -> Self {
        let viewport = Viewport { scroll: Scroll::default(), scrolled: 1, jumped: false, base: 0, ..viewport };
        let mut workspace = Self {
            document,
            selection: Selection::default(),
            editor: Editor::default(),
            pull: None,
            clip: None,
            finder: Finder::default(),
            viewport,
            columns: Rc::default(),
            heights: Rc::default(),
            outline: Rc::default(),
            window: RowWindow::default(),
            ruler,
            beside: Beside::default(),
            elsewhere: BTreeMap::new(),
        };
        workspace.redraw();
        workspace.go_to_first_input();
        workspace
    }

    /// Lays out and draws what is seen.
    pub fn settle(&mut self) {
        if !self.viewport.is_measured() {
            return;
        }
        let extent = self.extent();
        self.viewport.stretch(extent, self.selection.active, &self.heights);
        self.lay_out_columns(extent);
        let wanted = lines::frozen(&self.document.session, self.document.sheet);
        self.viewport.freeze(wanted, &self.columns, &self.heights);
        let (rows, columns) = (self.viewport.drawn_rows(&self.heights), self.viewport.drawn_columns(&self.columns));
        let pen = Pen::of(&self.document, &self.columns, &self.heights, self.ruler);
        self.window.show(rows, columns, |row, columns| pen.draw(row, columns));
    }

    /// Takes over what an edit changed.
    pub fn fold(&mut self, changes: &ChangeSet) {
        self.unframe();
        self.beside.touch(changes);
        if changes.sheets {
            self.document.read_sheets();
        }
        if changes.moved.contains(&self.document.sheet) || changes.sheets {
            self.redraw();
        } else {
            self.measure(&changes.cells);
            let pen = Pen::of(&self.document, &self.columns, &self.heights, self.ruler);
            let drawn = self.window.columns();
            self.window.fold(self.document.sheet, &changes.cells, |row| pen.draw(row, drawn.clone()));
        }
        self.settle();
    }

    /// Lays out the columns anew and draws all rows again.
    pub fn redraw(&mut self) {
        self.columns = Rc::default();
        self.outline = Rc::new(RowOutline::of(&self.document.session, self.document.sheet));
        let extent = self.extent();
        self.lay_out_columns(extent);
        self.heights = Rc::default();
        self.measure(&[Range::whole_sheet().on(self.document.sheet)]);
        let pen = Pen::of(&self.document, &self.columns, &self.heights, self.ruler);
        let drawn = self.window.columns();
        self.window.refresh(|row| pen.draw(row, drawn.clone()));
        self.settle();
    }

    /// Changes the language of what is shown and typed.
    pub fn set_locale(&mut self, locale: Locale) {
        self.document.session.set_locale(locale);
        self.redraw();
    }

    /// Selects, and scrolls so that a cell of the selection is seen.
    pub fn select(&mut self, selection: Selection, seen: Address) {
        self.selection = selection;
        self.show(seen);
    }

    /// Gives up what the pointer and the keys are about to do to the selection.
    pub fn let_go(&mut self) {
        self.pull = None;
        self.viewport.edge = None;
        self.viewport.carry = None;
        self.finder.is_open = false;
        self.beside.let_go();
        self.selection = self.selection.in_manner(Manner::Anew);
    }

    /// Reads again what places there are to go to.
    pub fn list_places(&mut self) {
        let known = landmarks::landmarks(&self.document.session, self.document.sheet);
        self.document.places = known.into_iter().map(|place| place.name).take(MAX_PLACES).collect();
    }

    /// Scrolls so that a cell is seen.
    pub fn show(&mut self, seen: Address) {
        self.settle();
        if let Some(scroll) = self.viewport.scroll_to(seen, &self.columns, &self.heights) {
            self.scroll(scroll);
        }
    }

    /// Scrolls.
    pub fn scroll(&mut self, scroll: Scroll) {
        self.viewport.scroll = scroll;
        self.viewport.scrolled += 1;
        self.viewport.jumped = true;
        self.settle();
    }

    /// Shows another sheet, at the place where it was left.
    pub fn show_sheet(&mut self, sheet: SheetId) {
        if sheet == self.document.sheet {
            return;
        }
        let (selection, scroll) = self.elsewhere.remove(&sheet).unwrap_or_default();
        let left = std::mem::replace(&mut self.selection, selection);
        self.elsewhere.insert(self.document.sheet, (left, self.viewport.scroll));
        self.document.sheet = sheet;
        self.window = RowWindow::default();
        self.redraw();
        self.scroll(scroll);
    }

    /// All that is selected, no cell of it twice.
    pub fn regions(&self) -> Vec<Region> {
        let apart = rectangles::disjoint(self.selection.ranges());
        apart.into_iter().map(|range| range.on(self.document.sheet)).collect()
    }

    /// The selected region without the empty lines below and beside everything that the sheet holds.
    pub fn used_region(&self) -> Region {
        self.used(self.selection.range).on(self.document.sheet)
    }

    /// A rectangle without the empty lines below and beside everything that the sheet holds.
    pub fn used(&self, range: Range) -> Range {
        let extent = self.extent();
        let Range { first, last } = range;
        let row = if range.is_whole_columns() { last.row.min(extent.rows.saturating_sub(1)) } else { last.row };
        let column =
            if range.is_whole_rows() { last.column.min(extent.columns.saturating_sub(1)) } else { last.column };
        Range::new(first, Address::new(row.max(first.row), column.max(first.column)))
    }

    /// What texts are measured with.
    pub fn ruler(&self) -> Ruler {
        self.ruler
    }

    /// The place under a pointer.
    pub fn spot(&self, pointer: Pointer) -> Spot {
        pointing::spot(pointer, &self.viewport, &self.columns, &self.heights)
    }

    /// The first cell in sight of the line under a pointer over the headers.
    pub fn cell_beside_headers(&self, pointer: Pointer, axis: AxisKind) -> Address {
        let (viewport, metrics) = (&self.viewport, self.viewport.metrics);
        let (x, y) = match axis {
            AxisKind::Rows => (viewport.frozen_width(&self.columns), pointer.y - metrics.header_height),
            AxisKind::Columns => (pointer.x - metrics.header_width, viewport.frozen_height(&self.heights)),
        };
        let (row, column) = (viewport.row_under(y, &self.heights), viewport.column_under(x, &self.columns));
        Address::new(row.min(MAX_ROWS - 1), column.min(MAX_COLUMNS - 1))
    }

    /// Begins where there is something to fill in, if that is near the top.
    fn go_to_first_input(&mut self) {
        let start = self.document.place(Address::default());
        let input = self.document.session.next_input(start, true).map(|place| place.address);
        if let Some(input) = input.filter(|cell| cell.row < BEGINNING.row && cell.column < BEGINNING.column) {
            self.selection = Selection::cell(input);
        }
    }

    /// Counts the lines of rows again.
    fn measure(&mut self, touched: &[Region]) {
        if !self.viewport.is_measured() {
            return;
        }
        let extent = self.extent();
        let last = extent.rows.min(MEASURED_ROWS);
        let columns = 0..extent.columns.min(MEASURED_COLUMNS).min(self.columns.count());
        let pen = Pen::of(&self.document, &self.columns, &self.heights, self.ruler);
        let mut lines: BTreeMap<u32, u32> = self.heights.tall().collect();
        for region in touched.iter().filter(|region| region.sheet == self.document.sheet) {
            let rows = region.range.first.row..=region.range.last.row.min(last);
            lines.extend(rows.map(|row| (row, pen.lines(row, columns.clone()))));
        }
        let metrics = self.viewport.metrics;
        let hidden = Gaps::new(lines::hidden(&self.document.session, self.document.sheet, AxisKind::Rows));
        self.heights = Rc::new(RowHeights::new(metrics.row, metrics.line, lines.into_iter(), hidden));
    }

    fn lay_out_columns(&mut self, extent: Extent) {
        let active = self.selection.active;
        let frozen = lines::frozen(&self.document.session, self.document.sheet).columns;
        let wanted =
            |columns: &Columns, viewport: &Viewport| viewport.wanted_columns(extent, active, columns).max(frozen + 1);
        // Once more, because what is seen is known only when columns are laid out.
        for _ in 0..2 {
            let count = wanted(&self.columns, &self.viewport);
            if count <= self.columns.count() {
                return;
            }
            let (session, sheet) = (&self.document.session, self.document.sheet);
            let hidden = Gaps::new(lines::hidden(session, sheet, AxisKind::Columns));
            let width = |column| session.column_width(sheet, column);
            self.columns = Rc::new(Columns::lay_out(count, self.viewport.metrics.digit, hidden, width));
        }
    }
}

impl Terrain for Workspace {
    fn is_filled(&self, cell: Address) -> bool {
        let cell = self.document.cell(cell);
        !cell.text.is_empty() || cell.is_formula
    }

    fn extent(&self) -> Extent {
        self.document.session.extent(self.document.sheet)
    }

    fn page_rows(&self) -> u32 {
        self.viewport.page_rows(&self.heights)
    }

    fn home(&self) -> Address {
        let Frozen { rows, columns } = lines::frozen(&self.document.session, self.document.sheet);
        Address::new(rows, columns)
    }

    fn shown(&self, line: u32, lines: AxisKind, onward: bool) -> Option<u32> {
        match lines {
            AxisKind::Rows => self.heights.hidden().toward(line, onward).filter(|row| *row < MAX_ROWS),
            AxisKind::Columns => self.columns.hidden().toward(line, onward).filter(|column| *column < MAX_COLUMNS),
        }
    }

    fn page_columns(&self) -> u32 {
        let (left, room) = (self.viewport.scroll.left, self.viewport.size.width - self.viewport.metrics.header_width);
        self.columns.at(left + room).saturating_sub(self.columns.at(left)).max(1)
    }

    fn next_input(&self, from: Address, back: bool) -> Option<Address> {
        let roles = [CellRole::Header, CellRole::Label, CellRole::Input, CellRole::Computed];
        let is_in_table = roles.contains(&self.document.cell(from).role);
        let is_guided = is_in_table || protection::reason(&self.document.session, self.document.sheet).is_some();
        let next = is_guided.then(|| self.document.session.next_input(self.document.place(from), !back))?;
        next.map(|place| place.address)
    }
}

/// Draws rows.
struct Pen<'a> {
    document: &'a Document,
    columns: &'a Columns,
    heights: &'a RowHeights,
    ruler: Ruler,
}

impl<'a> Pen<'a> {
    /// A pen borrows parts and not the whole, so that the drawn rows can be written meanwhile.
    fn of(document: &'a Document, columns: &'a Columns, heights: &'a RowHeights, ruler: Ruler) -> Self {
        Self { document, columns, heights, ruler }
    }

    fn draw(&self, row: u32, columns: Rc<Drawn>) -> RowView {
        let cell = |column: &u32| self.document.cell(Address::new(row, *column));
        let cells: Vec<_> = columns.lines().iter().map(cell).collect();
        let fits = fit::fits(&cells, &columns, self.columns, self.ruler);
        let lines = self.heights.lines(row);
        RowView { row, columns, lines, cells: cells.into_iter().zip(fits).collect() }
    }

    fn lines(&self, row: u32, columns: std::ops::Range<u32>) -> u32 {
        let cells = self.document.session.row(self.document.sheet, row, columns);
        fit::lines(&cells, self.columns, self.ruler)
    }
}
