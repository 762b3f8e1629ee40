//! Everything that can happen to the page, as data.

use tertial_engine::session::filling::DateStep;
use tertial_engine::session::{ColumnRole, Locale, Marks, PasteManner, SheetId};

use crate::platform::clipboard::Incoming;
use crate::platform::measure::{Scroll, Size};
use crate::platform::pointer::Pointer;

use super::beside::BesideAction;
use super::carrying::CarryAction;
use super::conditional::ConditionalAction;
use super::context::ContextAction;
use super::editor::Field;
use super::figures::FiguresAction;
use super::filtering::FilterAction;
use super::finding::FindAction;
use super::formula::FormulaAction;
use super::keeping::KeepAction;
use super::layout::LayoutAction;
use super::lines::Reshaping;
use super::movement::{Motion, Step};
use super::number_formats::FormatAction;
use super::reconciling::ReconcileAction;
use super::row_form::FormAction;
use super::rules::RulesAction;
use super::selection::Manner;
use super::sheets::SheetAction;
use super::sorting::SortAction;
use super::styling::StyleAction;
use super::tracing::TraceAction;
use super::viewport::Metrics;
use super::{Panel, WorkAction};

/// Something that happens to the page.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    File(FileAction),
    Keep(KeepAction),
    Page(PageAction),
    View(ViewAction),
    Select(SelectAction),
    Edit(EditAction),
    Layout(LayoutAction),
    Carry(CarryAction),
    Work(WorkAction),
    Sheet(SheetAction),
    Context(ContextAction),
    Clip(ClipAction),
    Filter(FilterAction),
    Find(FindAction),
    Trace(TraceAction),
    Format(FormatAction),
    Style(StyleAction),
    Conditional(ConditionalAction),
    Formula(FormulaAction),
    Sort(SortAction),
    Form(FormAction),
    Beside(BesideAction),
    Figures(FiguresAction),
    Rules(RulesAction),
    Reconcile(ReconcileAction),
}

/// Books come and go.
#[derive(Debug, Clone, PartialEq)]
pub enum FileAction {
    /// The list of templates came, or could not be had.
    ListArrived(Option<Vec<u8>>),
    /// The page's address names a book, or none.
    Address(Option<String>),
    /// A template came, or could not be had.
    TemplateArrived { path: String, bytes: Option<Vec<u8>> },
    /// A book that the browser keeps is to be opened.
    OpenKept(String),
    /// The newest copies of a kept book came, and whether it is open in another tab or window.
    KeptArrived { id: String, copies: Vec<Vec<u8>>, is_elsewhere: bool },
    /// A file was read and is to be shown.
    Show,
    /// A new, empty book.
    New,
    /// The user wants to choose a file.
    Choose,
    /// The user chose a file.
    Chosen(Vec<u8>),
    /// The book as a file.
    Save,
    /// Back to the start page.
    ToStart,
    /// The answer whether unsaved changes may be lost.
    Answer(bool),
}

/// The page around the book.
#[derive(Debug, Clone, PartialEq)]
pub enum PageAction {
    Language(Locale),
    /// The notice was read.
    Dismiss,
    /// The keyboard goes on to the next part of the page, or the one before.
    NextRegion {
        back: bool,
    },
    /// The keyboard goes back to the sheet.
    ToSheet,
    /// Something is laid over the page.
    Open(Panel),
    /// What lay over the page is taken away.
    Close,
    /// The browser prints the page.
    Print,
    /// A page of words is opened beside this one.
    Read(&'static str),
}

/// What of the book is seen.
#[derive(Debug, Clone, PartialEq)]
pub enum ViewAction {
    Resized {
        size: Size,
        metrics: Metrics,
    },
    /// The sheet was scrolled, after so many of the program's own scrolls were carried out.
    Scrolled {
        to: Scroll,
        carried_out: u32,
    },
    /// Somebody is about to write where to go.
    ListPlaces,
    ShowSheet(SheetId),
    AddSheet,
}

/// The selection moves.
#[derive(Debug, Clone, PartialEq)]
pub enum SelectAction {
    Go(Step),
    All,
    /// The selection grows to whole rows.
    Rows,
    /// The selection grows to whole columns.
    Columns,
    /// Keys that move extend or add from here on; asked for again, they begin anew.
    Manner(Manner),
    /// The user wants to write where to go.
    AskPlace,
    /// The pointer was pressed on the grid.
    Press(Pointer),
    /// The pressed pointer moved.
    Drag(Pointer),
    /// To the column of a role, in the same row of the report table.
    Role(ColumnRole),
    /// Text was entered in the name box.
    Named(String),
}

/// Cells are copied, cut and pasted.
#[derive(Debug, Clone, PartialEq)]
pub enum ClipAction {
    /// A command asks for the selected cells to be copied or cut.
    Copy { cuts: bool },
    /// The table around the active cell is to be copied, or the selected cells when several are.
    CopyTable,
    /// What is pasted next is to be pasted in this manner.
    Intend(PasteManner),
    /// A command asks for what was copied.
    Fetch(PasteManner),
    /// What was copied or cut comes in before the selection.
    Insert,
    /// What was copied arrives, or could not be had.
    Arrived(Option<Incoming>),
    /// What was copied arrives while the dialog asks for the manner.
    PasteInDialog(PasteManner, Incoming),
    /// The answer how numbers are written.
    Read(Marks),
    /// The paste is given up.
    GiveUp,
}

/// Cells are written.
#[derive(Debug, Clone, PartialEq)]
pub enum EditAction {
    /// The active cell's text is opened for editing.
    Begin(Field),
    /// The text of a field became this by typing.
    Typed(Field, String),
    /// Arrows move the caret, or point, from here on.
    Turn,
    /// A reference is written into the formula, or moved.
    Point {
        motion: Motion,
        extend: bool,
    },
    /// A new line begins in the text.
    Break,
    /// What is typed, or else stands in the active cell, is entered in all selected cells.
    Everywhere,
    /// The typed text is entered.
    Commit(Option<Step>),
    /// The typed text is given up.
    Cancel,
    /// The selected cells are emptied.
    Clear,
    /// The active cell is emptied and opened.
    ClearAndBegin,
    /// The decimal key of the number pad.
    DecimalKey,
    /// Rows, columns or cells come in or go where the selection is.
    Reshape(Reshaping),
    /// The selection takes on what stands in its first row.
    FillDown,
    /// The selection takes on what stands in its first column.
    FillRight,
    /// The empty part of the selection goes on with what stands before it.
    FillSeries,
    /// The selection goes on with dates by a step.
    FillDates(DateStep),
    /// The selection goes on downwards as far as the column beside it.
    FillBeside,
    /// The selection's handle was gripped.
    Grip(Pointer),
    /// The gripped handle was taken elsewhere.
    Pull(Pointer),
    /// The handle was let go.
    Release(Pointer),
    /// The handle is not pulled any more, and nothing is filled.
    LetGo,
    /// The active cell becomes the day it is, or the text that is being typed gets it.
    Today,
    /// The active cell gets a note with these words, or none.
    Annotate {
        text: String,
        author: String,
    },
    Undo,
    Redo,
    /// The last thing that was done is done again.
    Repeat,
}
