//! A change to a book, as data.

use std::rc::Rc;

use crate::base::axis::Run as LineRun;
use crate::base::{Address, AxisKind, SheetId};
use crate::book::{
    Accepted, ConditionalFormat, Content, Filtering, Frozen, Iteration, NamedTable, Note, OutlineMark, Painted,
    ReportTable, Rules, Run, Sheet, Unit, Watch,
};
use crate::syntax::Expression;

/// A change to a book. Applying one gives another that takes it back.
#[derive(Debug, Clone)]
pub enum Change {
    /// Puts content into cells.
    Write {
        /// The sheet.
        sheet: SheetId,
        /// Cells and what they are to hold.
        cells: Vec<(Address, Content)>,
    },
    /// Gives cells a look, or takes it away.
    Format {
        /// The sheet.
        sheet: SheetId,
        /// Rectangles of cells and how they are to look.
        areas: Vec<Painted>,
    },
    /// Says which looks of a sheet follow from what cells hold.
    Conditional {
        /// The sheet.
        sheet: SheetId,
        /// All of them.
        formats: Vec<ConditionalFormat>,
    },
    /// Puts notes on cells, or takes them away.
    Note {
        /// The sheet.
        sheet: SheetId,
        /// Cells and their notes.
        cells: Vec<(Address, Option<Note>)>,
    },
    /// Says what may be written on a sheet.
    Rules {
        /// The sheet.
        sheet: SheetId,
        /// All that is said of it.
        rules: Box<Rules>,
    },
    /// Says which cells somebody keeps an eye on.
    Watch(Vec<Watch>),
    /// Says which findings of reconciliation somebody accepts.
    Accept(Vec<Accepted>),
    /// Gives columns a width in characters, or the usual one.
    Widths {
        /// The sheet.
        sheet: SheetId,
        /// Columns and their widths.
        columns: Vec<(u32, Option<f32>)>,
    },
    /// Hides rows or columns, or shows them again.
    Hide {
        /// The sheet.
        sheet: SheetId,
        /// Rows or columns.
        lines: AxisKind,
        /// From which line to which, and whether they are to be hidden.
        spans: Vec<(u32, u32, bool)>,
    },
    /// Gives the sheet another filter, or none, and says which rows it hides.
    Filter {
        /// The sheet.
        sheet: SheetId,
        /// The filter and the rows that it hides.
        filtering: Box<Filtering>,
    },
    /// Shows the amounts of report tables in another unit, or in their own.
    ShowUnit {
        /// The sheet.
        sheet: SheetId,
        /// The unit.
        unit: Option<Unit>,
    },
    /// Keeps the first rows and columns in sight.
    Freeze {
        /// The sheet.
        sheet: SheetId,
        /// How many of them.
        frozen: Frozen,
    },
    /// Says where rows stand in the outline, and whether the rows under them are folded away.
    Outline {
        /// The sheet.
        sheet: SheetId,
        /// Rows and what is said of them.
        rows: Vec<(u32, OutlineMark)>,
    },
    /// Puts formulas into runs of cells.
    Fill {
        /// The sheet.
        sheet: SheetId,
        /// The runs.
        runs: Vec<Run>,
    },
    /// Makes room for rows or columns.
    Insert {
        /// The sheet.
        sheet: SheetId,
        /// Rows or columns.
        lines: AxisKind,
        /// Where the first new one stands.
        at: u32,
        /// Identities of the new lines; their number is how many come in.
        identity: Vec<LineRun>,
    },
    /// Takes rows or columns away.
    Remove {
        /// The sheet.
        sheet: SheetId,
        /// Rows or columns.
        lines: AxisKind,
        /// The first to go.
        at: u32,
        /// How many.
        count: u32,
        /// Identities of the lines that come in at the end; fresh ones when empty.
        refill: Vec<LineRun>,
    },
    /// Replaces the report tables of a sheet.
    Tables {
        /// The sheet.
        sheet: SheetId,
        /// Its tables.
        tables: Vec<ReportTable>,
    },
    /// Adds a sheet with all it holds.
    AddSheet {
        /// Where its tab stands.
        position: usize,
        /// The sheet.
        content: Box<Sheet>,
    },
    /// Takes a sheet away.
    RemoveSheet {
        /// The sheet.
        sheet: SheetId,
    },
    /// Gives a sheet another name.
    RenameSheet {
        /// The sheet.
        sheet: SheetId,
        /// Its new name.
        name: String,
    },
    /// Puts a sheet's tab elsewhere among the tabs.
    MoveSheet {
        /// The sheet.
        sheet: SheetId,
        /// How many tabs are to stand before it.
        position: usize,
    },
    /// Defines a name, or takes it away.
    DefineName {
        /// The name.
        name: String,
        /// The sheet that it is known on; `None` for the whole book.
        sheet: Option<SheetId>,
        /// What it stands for; `None` takes it away.
        meaning: Option<Rc<Expression>>,
    },
    /// Puts a named table into the book, or takes it away.
    DefineTable {
        /// Its name.
        name: String,
        /// The table; `None` takes it away.
        table: Option<NamedTable>,
    },
    /// Has circles of formulas calculated within limits, or makes them errors.
    Iterate(Option<Iteration>),
    /// Several changes, in order, that are undone together.
    Batch(Vec<Self>),
}
