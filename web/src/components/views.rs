//! The state as plain data for the views, so that they can compare it and leave alone what did not change.

use std::ops::Range;
use std::rc::Rc;

use tertial_engine::session::{Address, SelectionSummary, SheetId, SheetTab};
use yew::AttrValue;

use crate::commands::{Command, Icon, Menu};
use crate::platform::measure::Scroll;
use crate::state::columns::Columns;
use crate::state::editor::{Draft, Field, Mode};
use crate::state::heights::RowHeights;
use crate::state::lines;
use crate::state::reference::Pointed;
use crate::state::rows::RowView;
use crate::state::selection::Selection;
use crate::state::viewport::Viewport;
use crate::state::{State, Workspace};

/// A command as a button.
#[derive(Debug, Clone, PartialEq)]
pub struct ButtonView {
    pub id: &'static str,
    pub label: &'static str,
    pub keys: &'static [crate::commands::Chord],
    pub icon: Option<Icon>,
    /// Key of the words that say why it cannot be had, if it cannot.
    pub refused: Option<&'static str>,
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
    pub grid: GridView,
    pub editor: EditorView,
    pub sheets: Vec<SheetTab>,
    pub shown: SheetId,
    pub summary: Option<SelectionSummary>,
    pub spoken: AttrValue,
}

/// The grid.
#[derive(Debug, Clone, PartialEq)]
pub struct GridView {
    pub sheet: AttrValue,
    pub rows: Vec<Rc<RowView>>,
    pub drawn: Range<u32>,
    pub columns: Rc<Columns>,
    pub heights: Rc<RowHeights>,
    pub viewport: Viewport,
    pub selection: Selection,
    /// Cells pointed at in the formula that is being typed.
    pub pointed: Option<tertial_engine::session::Range>,
    /// Cells that were copied or cut.
    pub framed: Option<tertial_engine::session::Range>,
    /// The selection and the cells that its handle is pulled over.
    pub pulled: Option<tertial_engine::session::Range>,
    /// Whether the selection has a handle to fill with; whole rows and columns have none, and nothing has while typing.
    pub has_handle: bool,
    /// Whether the active cell is drawn.
    pub active_drawn: bool,
    /// Where the program last scrolled, and how often it has.
    pub scrolled: (u32, Scroll),
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
}

/// Why a text cannot be entered.
#[derive(Debug, Clone, PartialEq)]
pub struct Complaint {
    pub reason: String,
    pub hint: Option<String>,
    /// The text before, in and after its faulty part.
    pub fault: Option<(String, String, String)>,
}

impl ButtonView {
    /// A command's button as the state has it.
    pub fn of(command: &'static Command, state: &State, wordy: bool) -> Self {
        let Command { id, label, keys, icon, .. } = command;
        Self { id, label, keys, icon: *icon, refused: (command.available)(state).err(), wordy }
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
    pub fn of(workspace: &Workspace) -> Self {
        let document = &workspace.document;
        let several = !workspace.selection.range.is_cell();
        Self {
            title: document.session.title().into(),
            is_modified: document.is_modified(),
            grid: GridView::of(workspace),
            editor: EditorView::of(workspace),
            sheets: document.sheets.clone(),
            shown: document.sheet,
            summary: several.then(|| document.session.summary(&[workspace.region()])),
            spoken: document.session.spoken(document.place(workspace.selection.active)).into(),
        }
    }
}

impl GridView {
    fn of(workspace: &Workspace) -> Self {
        let active = workspace.selection.active;
        Self {
            sheet: workspace.document.sheet_name().to_owned().into(),
            rows: workspace.window.views().to_vec(),
            drawn: workspace.window.columns(),
            columns: Rc::clone(&workspace.columns),
            heights: Rc::clone(&workspace.heights),
            viewport: workspace.viewport,
            selection: workspace.selection,
            pointed: workspace.editor.draft().and_then(|draft| draft.pointed).map(Pointed::range),
            framed: workspace.framed(),
            pulled: workspace.pull.map(|pull| pull.target),
            has_handle: !lines::are_selected(workspace.selection.range) && workspace.editor.mode() == Mode::Ready,
            active_drawn: workspace.window.holds(active.row, active.column),
            scrolled: (workspace.scrolled, workspace.viewport.scroll),
        }
    }

    /// Rectangle of cells on the canvas: left, top, width and height below and beside the headers, in pixels.
    pub fn rectangle(&self, range: tertial_engine::session::Range) -> [f64; 4] {
        let (viewport, columns) = (&self.viewport, &self.columns);
        let bottom = (range.last.row + 1).min(viewport.base + viewport.rows);
        let (top, left) = (viewport.row_top(range.first.row, &self.heights), columns.left(range.first.column));
        let (width, height) =
            (columns.left(range.last.column + 1) - left, viewport.row_top(bottom, &self.heights) - top);
        [left + viewport.metrics.header_width, top + viewport.metrics.header_height, width, height]
    }
}

impl Complaint {
    fn of(draft: &Draft) -> Option<Self> {
        let refusal = draft.refusal.clone()?;
        Some(Self { reason: refusal.reason, hint: refusal.hint, fault: draft.fault() })
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
        }
    }

    /// Whether a text is typed in a field.
    pub fn is_typed_in(&self, field: Field) -> bool {
        self.mode != Mode::Ready && self.field == field
    }
}
