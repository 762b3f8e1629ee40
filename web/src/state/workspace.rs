//! The open book on screen: document, selection, editor and view, kept in step. Each change ends with `settle`, which
//! lays out and draws what is seen.

use std::collections::BTreeMap;
use std::rc::Rc;

use tertial_engine::session::{Address, ChangeSet, Extent, Locale, Region, SheetId};

use crate::platform::measure::Scroll;

use super::columns::Columns;
use super::document::Document;
use super::editor::Editor;
use super::fit;
use super::movement::Terrain;
use super::rows::{RowView, RowWindow};
use super::selection::Selection;
use super::viewport::Viewport;

/// The open book on screen.
pub struct Workspace {
    /// The book.
    pub document: Document,
    /// What is selected on the shown sheet.
    pub selection: Selection,
    /// Text that is being typed.
    pub editor: Editor,
    /// Which part of the sheet is seen.
    pub viewport: Viewport,
    /// Where the columns stand.
    pub columns: Rc<Columns>,
    /// The drawn rows.
    pub window: RowWindow,
    /// Grows each time the program, and not the user, scrolls.
    pub scrolled: u32,
    /// Selection and scroll of the sheets that are not shown.
    elsewhere: BTreeMap<SheetId, (Selection, Scroll)>,
}

impl Workspace {
    /// A book as it is opened.
    pub fn new(document: Document, viewport: Viewport) -> Self {
        let viewport = Viewport { scroll: Scroll::default(), base: 0, ..viewport };
        let mut workspace = Self {
            document,
            selection: Selection::default(),
            editor: Editor::default(),
            viewport,
            columns: Rc::default(),
            window: RowWindow::default(),
            scrolled: 1,
            elsewhere: BTreeMap::new(),
        };
        workspace.settle();
        workspace
    }

    /// Lays out and draws what is seen.
    pub fn settle(&mut self) {
        if !self.viewport.is_measured() {
            return;
        }
        let extent = self.extent();
        self.viewport.stretch(extent, self.selection.active);
        self.lay_out_columns(extent);
        let (rows, columns) = (self.viewport.drawn_rows(), self.viewport.drawn_columns(&self.columns));
        let pen = Pen { document: &self.document, columns: &self.columns, digit: self.viewport.metrics.digit };
        let drawn = columns.clone();
        self.window.show(rows, columns, |row| pen.draw(row, drawn.clone()));
    }

    /// Takes over what an edit changed.
    pub fn fold(&mut self, changes: &ChangeSet) {
        if changes.sheets {
            self.document.read_sheets();
        }
        if changes.moved.contains(&self.document.sheet) || changes.sheets {
            self.redraw();
        } else {
            let pen = Pen { document: &self.document, columns: &self.columns, digit: self.viewport.metrics.digit };
            let drawn = self.window.columns();
            self.window.fold(self.document.sheet, &changes.cells, |row| pen.draw(row, drawn.clone()));
        }
        self.settle();
    }

    /// Lays out the columns anew and draws all rows again.
    pub fn redraw(&mut self) {
        self.columns = Rc::default();
        let extent = self.extent();
        self.lay_out_columns(extent);
        let pen = Pen { document: &self.document, columns: &self.columns, digit: self.viewport.metrics.digit };
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
        self.settle();
        if let Some(scroll) = self.viewport.scroll_to(seen, &self.columns) {
            self.scroll(scroll);
        }
    }

    /// Scrolls.
    pub fn scroll(&mut self, scroll: Scroll) {
        self.viewport.scroll = scroll;
        self.scrolled += 1;
        self.settle();
    }

    /// Shows another sheet, at the place where it was left.
    pub fn show_sheet(&mut self, sheet: SheetId) {
        if sheet == self.document.sheet {
            return;
        }
        self.elsewhere.insert(self.document.sheet, (self.selection, self.viewport.scroll));
        self.document.sheet = sheet;
        let (selection, scroll) = self.elsewhere.get(&sheet).copied().unwrap_or_default();
        self.selection = selection;
        self.window = RowWindow::default();
        self.columns = Rc::default();
        self.scroll(scroll);
    }

    /// The selected region.
    pub fn region(&self) -> Region {
        self.selection.range.on(self.document.sheet)
    }

    fn lay_out_columns(&mut self, extent: Extent) {
        let active = self.selection.active;
        let wanted = |columns: &Columns, viewport: &Viewport| viewport.wanted_columns(extent, active, columns);
        // Once more, because what is seen is known only when columns are laid out.
        for _ in 0..2 {
            let count = wanted(&self.columns, &self.viewport);
            if count <= self.columns.count() {
                return;
            }
            let (session, sheet) = (&self.document.session, self.document.sheet);
            let digit = self.viewport.metrics.digit;
            self.columns = Rc::new(Columns::lay_out(count, digit, |column| session.column_width(sheet, column)));
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
        self.viewport.page_rows()
    }
}

/// Draws rows.
struct Pen<'a> {
    document: &'a Document,
    columns: &'a Columns,
    digit: f64,
}

impl Pen<'_> {
    fn draw(&self, row: u32, columns: std::ops::Range<u32>) -> RowView {
        let first_column = columns.start;
        let cells = self.document.session.row(self.document.sheet, row, columns);
        let fits = fit::fits(&cells, first_column, self.columns, self.digit);
        RowView { row, first_column, cells: cells.into_iter().zip(fits).collect() }
    }
}
