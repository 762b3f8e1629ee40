//! The state as plain data for the views, so that they can compare it and leave alone what did not change.

use std::rc::Rc;

use tertial_engine::session::reconciliation::Severity;
use tertial_engine::session::writing::CallHint;
use tertial_engine::session::{
    Address, AxisKind, Frozen, Range, Region, RowOutline, SelectionSummary, SheetId, SheetTab,
};
use tertial_engine::session::{filter, units};
use yew::AttrValue;

use crate::commands::{self, Command, Icon, Menu};
use crate::platform::measure::Scroll;
use crate::state::aid::List;
use crate::state::beside;
use crate::state::columns::Columns;
use crate::state::drawn::Drawn;
use crate::state::editor::{Draft, Field, Mode};
use crate::state::figures::Figures;
use crate::state::filtering;
use crate::state::heights::RowHeights;
use crate::state::lines;
use crate::state::reference::Pointed;
use crate::state::rows::RowView;
use crate::state::segments::{self, Frame, Segment};
use crate::state::selection::Selection;
use crate::state::viewport::Viewport;
use crate::state::{State, Workspace};
use crate::text::Words;

/// A command as a button.
#[derive(Debug, Clone, PartialEq)]
pub struct ButtonView {
    pub id: &'static str,
    pub label: &'static str,
    pub keys: &'static [commands::Chord],
    pub icon: Option<Icon>,
    /// What it would do just now, where its words alone do not say.
    pub detail: Option<AttrValue>,
    /// Key of the words that say why it cannot be had, if it cannot.
    pub refused: Option<&'static str>,
    /// Whether what it turns on or off is on.
    pub pressed: Option<bool>,
    /// Whether its words stand beside the picture.
    pub wordy: bool,
}

/// A menu with its commands.
#[derive(Debug, Clone, PartialEq)]
pub struct MenuView {
    pub label: &'static str,
    pub commands: Vec<ButtonView>,
}

/// The open book as a page.
#[derive(Debug, Clone, PartialEq)]
pub struct BookView {
    pub title: AttrValue,
    pub is_modified: bool,
    /// Whether the browser has all changes.
    pub is_kept: bool,
    pub grid: GridView,
    pub editor: EditorView,
    pub sheets: Vec<SheetTab>,
    pub shown: SheetId,
    pub summary: Option<SelectionSummary>,
    /// How many of how many rows a filter shows.
    pub filtered: Option<(u32, u32)>,
    /// How many errors and warnings reconciliation finds in the report tables, if there are any tables.
    pub findings: Option<(usize, usize)>,
    /// The unit that amounts are shown in, where it is not their own.
    pub unit: Option<units::View>,
    pub spoken: AttrValue,
    /// Whether nothing stands on the sheet, and nothing is being typed.
    pub is_empty: bool,
    /// Names of places, to be offered.
    pub places: Rc<[String]>,
}

/// The grid.
#[derive(Debug, Clone, PartialEq)]
pub struct GridView {
    pub sheet: AttrValue,
    /// The rows that are scrolled, each with the number of the element that it is drawn in.
    pub rows: Vec<(u32, Rc<RowView>)>,
    /// The rows that stay in sight.
    pub frozen_rows: Vec<Rc<RowView>>,
    /// The drawn columns.
    pub drawn: Rc<Drawn>,
    pub columns: Rc<Columns>,
    pub heights: Rc<RowHeights>,
    pub viewport: Viewport,
    pub selection: Selection,
    /// Frames around the cells that the formula being typed means.
    pub references: Vec<Frame>,
    /// What the hand is about to do.
    pub hand: Hand,
    /// Whether the selection has a handle to fill with.
    pub has_handle: bool,
    /// Which rows stand under which.
    pub outline: Rc<RowOutline>,
    /// Whether the active cell is drawn.
    pub active_drawn: bool,
    /// Where the program last scrolled, and how often it has.
    pub scrolled: (u32, Scroll),
}

/// What the hand is about to do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hand {
    /// Cells pointed at in the formula that is being typed.
    pub pointed: Option<Range>,
    /// The selection and the cells that its handle is pulled over.
    pub pulled: Option<Range>,
    /// Cells that were copied or cut.
    pub framed: Vec<Range>,
    /// The line at whose edge rows or columns would come in, and whether that is its end.
    pub landing: Option<(AxisKind, u32, bool)>,
    /// Where the edge of a column is pulled to, in pixels from the left edge of the canvas.
    pub edge: Option<f64>,
}

/// A part of the grid: with rows that stay in sight or are scrolled, and with columns that are one or the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pane {
    pub top: bool,
    pub left: bool,
}

/// The text of the active cell, shown or typed.
#[derive(Debug, Clone, PartialEq)]
pub struct EditorView {
    pub cell: Address,
    pub mode: Mode,
    pub field: Field,
    pub text: String,
    pub pushed: u32,
    /// Where the caret goes when the text was not typed.
    pub caret: u32,
    /// Why the text cannot be entered.
    pub complaint: Option<Complaint>,
    /// The text that is being typed, cut into stretches that look alike.
    pub segments: Vec<Segment>,
    /// Whether it is a formula.
    pub is_formula: bool,
    /// Whether another sheet is shown than that of its cell.
    pub is_elsewhere: bool,
    /// The call that the caret stands in.
    pub call: Option<CallHint>,
    /// Proposals for the word at the caret.
    pub list: Option<List>,
}

/// Why a text cannot be entered.
#[derive(Debug, Clone, PartialEq)]
pub struct Complaint {
    pub reason: String,
    pub hint: Option<String>,
}

impl ButtonView {
    /// A command's button as the state has it.
    pub fn of(command: &'static Command, state: &State, wordy: bool) -> Self {
        let Command { id, label, keys, icon, .. } = command;
        let detail = commands::detail(id, state).map(AttrValue::from);
        let (refused, pressed) = ((command.available)(state).err(), commands::pressed(id, state));
        Self { id, label, keys, icon: *icon, detail, refused, pressed, wordy }
    }

    /// Its words, with what it would do just now.
    pub fn text(&self, words: Words) -> String {
        let label = words.say(self.label);
        self.detail.as_ref().map_or(label.clone(), |detail| format!("{label}: {detail}"))
    }
}

impl MenuView {
    /// All menus as the state has them.
    pub fn all(state: &State) -> Vec<Self> {
        let view = |menu: Menu| Self {
            label: menu.label(),
            commands: menu.commands().map(|command| ButtonView::of(command, state, true)).collect(),
        };
        Menu::ALL.into_iter().map(view).collect()
    }
}

impl BookView {
    /// The open book as a page.
    pub fn of(workspace: &Workspace, figures: Figures) -> Self {
        let document = &workspace.document;
        let several = !workspace.selection.is_cell();
        Self {
            places: Rc::clone(&document.places),
            title: document.session.title().into(),
            is_modified: document.is_modified(),
            is_kept: document.keeping.has(document.session.revision()),
            grid: GridView::of(workspace),
            editor: EditorView::of(workspace),
            sheets: document.sheets.clone(),
            shown: document.sheet,
            filtered: filter::count(&document.session, document.sheet),
            findings: workspace.beside.findings().map(|found| {
                let open = || found.iter().filter(|found| found.accepted.is_none());
                let count = |severity| open().filter(|found| found.severity == severity).count();
                (count(Severity::Error), count(Severity::Warning))
            }),
            unit: units::view(&document.session, document.sheet),
            summary: several.then(|| document.session.summary(&filtering::seen(workspace), figures.has_extremes())),
            is_empty: document.session.extent(document.sheet).rows == 0 && workspace.editor.draft().is_none(),
            spoken: document.session.spoken(document.place(workspace.selection.active)).into(),
        }
    }
}

impl GridView {
    fn of(workspace: &Workspace) -> Self {
        let (active, draft) = (workspace.selection.active, workspace.editor.draft());
        let (frozen_rows, rows) = workspace.window.panes();
        let is_here = |region: &Region| region.sheet == workspace.document.sheet;
        Self {
            sheet: workspace.document.sheet_name().to_owned().into(),
            rows: workspace.window.slots().iter().copied().zip(rows.iter().cloned()).collect(),
            frozen_rows: frozen_rows.to_vec(),
            drawn: workspace.window.columns(),
            columns: Rc::clone(&workspace.columns),
            heights: Rc::clone(&workspace.heights),
            viewport: workspace.viewport,
            selection: workspace.selection.clone(),
            references: draft
                .map_or_else(|| beside::frames(workspace), |draft| segments::frames(draft, workspace.document.sheet)),
            hand: Hand {
                pointed: draft
                    .and_then(|draft| draft.pointed)
                    .map(Pointed::region)
                    .filter(is_here)
                    .map(|region| region.range),
                pulled: workspace.pull.map(|pull| pull.target),
                framed: workspace.framed(),
                landing: workspace.viewport.carry.and_then(|carry| carry.landing()),
                edge: workspace.viewport.edge.map(|edge| edge.at + workspace.viewport.metrics.header_width),
            },
            has_handle: has_handle(workspace),
            outline: Rc::clone(&workspace.outline),
            active_drawn: workspace.window.holds(active.row, active.column),
            scrolled: (workspace.viewport.scrolled, workspace.viewport.scroll),
        }
    }

    /// The cell that the field lies over. While another sheet is shown it lies unseen where that sheet is seen, so that
    /// nothing scrolls to it.
    pub fn field_cell(&self, editor: &EditorView) -> Address {
        if editor.is_elsewhere { self.selection.active } else { editor.cell }
    }

    /// Room in the window to the right of a cell's left edge and below its bottom edge, in pixels.
    pub fn room_at(&self, cell: Address) -> [f64; 2] {
        let [left, top, _, height] = self.rectangle(Range::cell(cell));
        let (size, scroll, pane) = (self.viewport.size, self.viewport.scroll, self.pane(cell));
        let scrolled = (if pane.left { 0.0 } else { scroll.left }, if pane.top { 0.0 } else { scroll.top });
        [size.width - (left - scrolled.0), size.height - (top + height - scrolled.1)]
    }

    /// Rectangles of what is selected, as far as it is drawn; none for a single cell, which has a frame of its own.
    pub fn frames(&self) -> Vec<[f64; 4]> {
        if self.selection.is_cell() {
            return Vec::new();
        }
        let scrolled = || self.rows.iter().map(|(_, view)| view);
        let rows = || self.frozen_rows.iter().chain(scrolled()).map(|view| view.row);
        let is_drawn = |range: &Range| {
            self.drawn.meets(range.first.column, range.last.column)
                && rows().any(|row| (range.first.row..=range.last.row).contains(&row))
        };
        self.selection.ranges().filter(is_drawn).map(|range| self.rectangle(range)).collect()
    }

    /// The part of the grid that a cell is drawn in.
    pub const fn pane(&self, cell: Address) -> Pane {
        let Frozen { rows, columns } = self.viewport.frozen;
        Pane { top: cell.row < rows, left: cell.column < columns }
    }

    /// Whether the end of a cell is not scrolled away under what stays in sight.
    pub fn shows_end(&self, cell: Address) -> bool {
        let [left, top, width, height] = self.rectangle(Range::cell(cell));
        let Viewport { scroll, metrics, .. } = self.viewport;
        let x = left + width - metrics.header_width - scroll.left;
        let y = top + height - metrics.header_height - scroll.top;
        let Pane { top, left } = self.pane(cell);
        (left || x >= self.viewport.frozen_width(&self.columns))
            && (top || y >= self.viewport.frozen_height(&self.heights))
    }

    /// Whether the numbers of the selected rows can be taken hold of.
    pub fn carries_rows(&self) -> bool {
        lines::are_selected(self.selection.range) && self.selection.range.is_whole_rows()
    }

    /// Whether the letters of the selected columns can be.
    pub fn carries_columns(&self) -> bool {
        lines::are_selected(self.selection.range) && self.selection.range.is_whole_columns()
    }

    /// The beginning or the end of a whole line, as a rectangle of no height or no width.
    pub fn edge(&self, axis: AxisKind, line: u32, is_end: bool) -> [f64; 4] {
        match axis {
            AxisKind::Rows => {
                let [left, top, width, height] = self.rectangle(Range::rows_between(line, line));
                [left, if is_end { top + height } else { top }, width, 0.0]
            }
            AxisKind::Columns => {
                let [left, top, width, height] = self.rectangle(Range::columns_between(line, line));
                [if is_end { left + width } else { left }, top, 0.0, height]
            }
        }
    }

    /// Rectangle of cells on the canvas: left, top, width and height below and beside the headers, in pixels.
    pub fn rectangle(&self, range: Range) -> [f64; 4] {
        let (viewport, columns) = (&self.viewport, &self.columns);
        let bottom = (range.last.row + 1).min(viewport.base + viewport.rows);
        let (top, left) = (viewport.row_top(range.first.row, &self.heights), columns.left(range.first.column));
        let (width, height) =
            (columns.left(range.last.column + 1) - left, viewport.row_top(bottom, &self.heights) - top);
        [left + viewport.metrics.header_width, top + viewport.metrics.header_height, width, height]
    }
}

/// Whole rows and columns, and several rectangles, have no handle; nothing has one while text is typed.
fn has_handle(workspace: &Workspace) -> bool {
    let Selection { range, .. } = workspace.selection;
    let is_one = workspace.selection.others().is_empty() && !lines::are_selected(range);
    is_one && workspace.editor.mode() == Mode::Ready
}

impl Complaint {
    fn of(draft: &Draft) -> Option<Self> {
        let refusal = draft.refusal.clone()?;
        Some(Self { reason: refusal.reason, hint: refusal.hint })
    }
}

impl EditorView {
    fn of(workspace: &Workspace) -> Self {
        let (editor, active) = (&workspace.editor, workspace.selection.active);
        let draft = editor.draft();
        Self {
            cell: draft.map_or(active, |draft| draft.cell),
            mode: editor.mode(),
            field: draft.map_or(Field::Cell, |draft| draft.field),
            text: draft.map_or_else(|| workspace.document.source(active), |draft| draft.text.clone()),
            pushed: editor.pushed(),
            caret: draft.map_or(0, |draft| draft.caret()),
            complaint: draft.and_then(Complaint::of),
            segments: draft.map(segments::segments).unwrap_or_default(),
            is_elsewhere: draft.is_some_and(|draft| draft.sheet != workspace.document.sheet),
            is_formula: draft.is_some_and(|draft| draft.text.starts_with('=')),
            call: draft.and_then(|draft| draft.aid.call.clone()),
            list: draft.and_then(|draft| draft.aid.list.clone()),
        }
    }

    /// Whether a text is typed in a field.
    pub fn is_typed_in(&self, field: Field) -> bool {
        self.mode != Mode::Ready && self.field == field
    }
}
