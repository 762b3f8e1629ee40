//! What was done, in the terms of the person who did it: its kind and what it concerned. Kept with each change, so that
//! undo can say what it will take back, and show it.

use super::change::Change;
use crate::base::{Address, AxisKind, Range, Region, SheetId};
use crate::book::{Book, Content, Filter, Filtering, Painted};

/// Something that was done to a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// What sort of thing.
    pub kind: DeedKind,
    /// What it was done to.
    pub subject: Subject,
}

/// What a deed concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The book as a whole.
    Book,
    /// Cells, or whole rows or columns.
    Cells(Region),
    /// Several rectangles of one sheet.
    Several(SheetId, Vec<Range>),
    /// A sheet, with its name.
    Sheet(SheetId, String),
    /// A defined name or a named table.
    Name(String),
}

/// Sorts of deeds, each with its words in Swedish and English; what it concerns stands after them.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $swedish:literal, $english:literal;)*) => {
        /// Sorts of deeds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum DeedKind { $($(#[$doc])* $kind,)* }

        impl DeedKind {
            /// Every sort.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// Its words in Swedish and in English.
            pub const fn words(self) -> (&'static str, &'static str) {
                match self { $(Self::$kind => ($swedish, $english),)* }
            }
        }
    };
}

kinds! {
    /// Anything that has no words of its own.
    Changed = "Ändra", "Change";
    /// Text was entered.
    Typed = "Skriv i", "Type in";
    /// Cells were emptied.
    Cleared = "Töm", "Clear";
    /// Copied cells were put in.
    Pasted = "Klistra in i", "Paste into";
    /// Cells were cut and put in elsewhere.
    Moved = "Flytta till", "Move to";
    /// Cells took on what stands above them.
    FilledDown = "Fyll nedåt", "Fill down";
    /// Cells took on what stands to the left of them.
    FilledRight = "Fyll åt höger", "Fill right";
    /// Cells go on with what stands before them.
    FilledSeries = "Fyll serie", "Fill series";
    /// All selected cells got the same entry.
    FilledEntry = "Fyll med samma", "Fill with the same";
    /// Texts were replaced.
    Replaced = "Ersätt i", "Replace in";
    /// Rows were put in order.
    Sorted = "Sortera", "Sort";
    /// Rows are shown by their values.
    Filtered = "Filtrera", "Filter";
    /// All rows of a filter are shown again.
    Unfiltered = "Rensa filter", "Clear filter";
    /// Cells look different.
    Formatted = "Format på", "Format";
    /// Cells look as if nothing had been said of it.
    Undressed = "Rensa format på", "Clear formats of";
    /// Looks follow from what cells hold.
    Conditional = "Villkorsstyrd formatering på", "Conditional formatting of";
    /// A cell got a note.
    Annotated = "Skriv anteckning i", "Write note in";
    /// A cell's note was taken away.
    Unannotated = "Ta bort anteckning i", "Remove note in";
    /// Cells take only some values.
    Validated = "Dataverifiering på", "Data validation of";
    /// Cells take any value again.
    Unvalidated = "Ta bort dataverifiering på", "Remove data validation of";
    /// Cells are to be filled in.
    MarkedInput = "Inmatningsceller", "Input cells";
    /// Cells are locked while their sheet is protected.
    MarkedLocked = "Lås celler", "Lock cells";
    /// A sheet is protected.
    Protected = "Skydda bladet", "Protect sheet";
    /// A sheet is not protected any more.
    Unprotected = "Häv skyddet på bladet", "Unprotect sheet";
    /// A cell is kept an eye on.
    Watched = "Bevaka", "Watch";
    /// A cell is not kept an eye on any more.
    Unwatched = "Sluta bevaka", "Stop watching";
    /// Watched cells are compared with what they hold now.
    Rebased = "Jämför bevakade celler med nu", "Compare watched cells with now";
    /// What reconciliation found was put right.
    Repaired = "Rätta", "Put right";
    /// What reconciliation found is accepted.
    Accepted = "Godkänn avvikelse i", "Accept finding in";
    /// What reconciliation found is not accepted any more.
    Withdrawn = "Ta tillbaka godkännande i", "Withdraw acceptance in";
    /// Columns have another width.
    Widened = "Kolumnbredd", "Column width";
    /// Rows were hidden.
    HidRows = "Dölj rader", "Hide rows";
    /// Rows were shown again.
    ShowedRows = "Visa rader", "Show rows";
    /// Columns were hidden.
    HidColumns = "Dölj kolumner", "Hide columns";
    /// Columns were shown again.
    ShowedColumns = "Visa kolumner", "Show columns";
    /// Rows came in.
    InsertedRows = "Infoga rader", "Insert rows";
    /// Rows went.
    DeletedRows = "Ta bort rader", "Delete rows";
    /// Rows went elsewhere.
    MovedRows = "Flytta rader", "Move rows";
    /// Columns came in.
    InsertedColumns = "Infoga kolumner", "Insert columns";
    /// Columns went.
    DeletedColumns = "Ta bort kolumner", "Delete columns";
    /// Columns went elsewhere.
    MovedColumns = "Flytta kolumner", "Move columns";
    /// Cells came in, and others moved aside.
    InsertedCells = "Infoga celler", "Insert cells";
    /// Cells went, and others closed up.
    DeletedCells = "Ta bort celler", "Delete cells";
    /// Lines were grouped in the outline.
    Grouped = "Gruppera", "Group";
    /// Lines were taken out of the outline.
    Ungrouped = "Dela upp gruppen", "Ungroup";
    /// Groups of the outline were folded or opened.
    Folded = "Fäll ihop eller ut", "Fold or open";
    /// Amounts are shown in another unit.
    ShowedUnit = "Visa i annan enhet", "Show in another unit";
    /// The first rows or columns stay in sight, or do no longer.
    Froze = "Lås rutor", "Freeze panes";
    /// A report table was changed.
    ChangedTable = "Ändra rapporttabell", "Change report table";
    /// A sheet came.
    AddedSheet = "Nytt blad", "New sheet";
    /// A sheet was copied.
    DuplicatedSheet = "Kopiera bladet", "Copy sheet";
    /// A sheet went.
    RemovedSheet = "Ta bort bladet", "Delete sheet";
    /// A sheet got another name.
    RenamedSheet = "Byt namn på bladet", "Rename sheet";
    /// A sheet's tab went elsewhere.
    MovedSheet = "Flytta bladet", "Move sheet";
    /// A name was defined or taken away.
    DefinedName = "Namnet", "Name";
    /// A named table was defined or taken away.
    DefinedTable = "Tabellen", "Table";
    /// Circles are calculated in another way.
    Iterated = "Beräkning av cirkelreferenser", "Calculation of circles";
}

impl Deed {
    /// Something done to cells.
    pub const fn cells(kind: DeedKind, region: Region) -> Self {
        Self { kind, subject: Subject::Cells(region) }
    }

    /// Something done to the cells of several regions of one sheet.
    pub fn everywhere(kind: DeedKind, regions: &[Region]) -> Self {
        match regions {
            [] => Self { kind, subject: Subject::Book },
            [region] => Self::cells(kind, *region),
            [first, ..] => {
                let ranges = regions.iter().map(|region| region.range).collect();
                Self { kind, subject: Subject::Several(first.sheet, ranges) }
            }
        }
    }

    /// Something done to a sheet of the book.
    pub fn sheet(kind: DeedKind, book: &Book, sheet: SheetId) -> Self {
        let name = book.sheet(sheet).map(|sheet| sheet.name.clone()).unwrap_or_default();
        Self { kind, subject: Subject::Sheet(sheet, name) }
    }

    /// What a change does, as far as it can be told from the change alone. A change of several parts is called after its
    /// first part that does something.
    pub fn of(change: &Change, book: &Book) -> Self {
        let sheet = |kind, sheet| Self::sheet(kind, book, sheet);
        match change {
            Change::Write { sheet, cells } => {
                Self::of_cells(written(cells), *sheet, cells.iter().map(|(cell, _)| *cell))
            }
            Change::Format { sheet, areas } => Self::of_areas(*sheet, areas),
            Change::Note { sheet, cells } => {
                let writes = cells.iter().any(|(_, note)| note.is_some());
                let kind = if writes { DeedKind::Annotated } else { DeedKind::Unannotated };
                Self::of_cells(kind, *sheet, cells.iter().map(|(cell, _)| *cell))
            }
            Change::Conditional { sheet: on, .. } => sheet(DeedKind::Conditional, *on),
            Change::Rules { .. } | Change::Watch(_) | Change::Accept(_) => Self::CHANGED,
            Change::Widths { sheet, columns } => {
                Self::of_lines(DeedKind::Widened, AxisKind::Columns, *sheet, columns.iter().map(|(column, _)| *column))
            }
            Change::Hide { sheet, lines, spans } => {
                let kind = match spans.iter().any(|(_, _, hide)| *hide) {
                    true => by_axis(*lines, DeedKind::HidRows, DeedKind::HidColumns),
                    false => by_axis(*lines, DeedKind::ShowedRows, DeedKind::ShowedColumns),
                };
                Self::of_lines(kind, *lines, *sheet, spans.iter().flat_map(|(first, last, _)| [*first, *last]))
            }
            Change::Filter { sheet, filtering } => Self::of_filter(book, *sheet, filtering),
            Change::ShowUnit { sheet: on, .. } => sheet(DeedKind::ShowedUnit, *on),
            Change::Freeze { sheet: on, .. } => sheet(DeedKind::Froze, *on),
            Change::Outline { sheet, rows } => {
                Self::of_lines(DeedKind::Grouped, AxisKind::Rows, *sheet, rows.iter().map(|(row, _)| *row))
            }
            Change::Fill { sheet, runs } => {
                let ends = |run: &crate::book::Run| [run.first, run.last].map(|row| Address::new(row, run.column));
                Self::of_cells(DeedKind::Changed, *sheet, runs.iter().flat_map(ends))
            }
            Change::Insert { sheet, lines, at, identity } => {
                let kind = by_axis(*lines, DeedKind::InsertedRows, DeedKind::InsertedColumns);
                let count: u32 = identity.iter().map(|run| run.length).sum();
                Self::of_lines(kind, *lines, *sheet, [*at, at + count.saturating_sub(1)].into_iter())
            }
            Change::Remove { sheet, lines, at, count, .. } => {
                let kind = by_axis(*lines, DeedKind::DeletedRows, DeedKind::DeletedColumns);
                Self::of_lines(kind, *lines, *sheet, [*at, at.saturating_add(count.saturating_sub(1))].into_iter())
            }
            Change::Tables { sheet: on, .. } => sheet(DeedKind::ChangedTable, *on),
            Change::AddSheet { content, .. } => {
                Self { kind: DeedKind::AddedSheet, subject: Subject::Sheet(content.id, content.name.clone()) }
            }
            Change::RemoveSheet { sheet: gone } => sheet(DeedKind::RemovedSheet, *gone),
            Change::MoveSheet { sheet: moved, .. } => sheet(DeedKind::MovedSheet, *moved),
            Change::RenameSheet { sheet, name } => {
                Self { kind: DeedKind::RenamedSheet, subject: Subject::Sheet(*sheet, name.clone()) }
            }
            Change::DefineName { name, .. } => Self::named(DeedKind::DefinedName, name),
            Change::DefineTable { name, .. } => Self::named(DeedKind::DefinedTable, name),
            Change::Iterate(_) => Self { kind: DeedKind::Iterated, subject: Subject::Book },
            Change::Batch(parts) => {
                parts.iter().find(|part| !is_idle(part)).map_or(Self::CHANGED, |part| Self::of(part, book))
            }
        }
    }

    fn of_areas(sheet: SheetId, areas: &[Painted]) -> Self {
        let range = areas.iter().map(|(range, _)| *range).reduce(Range::union);
        range.map_or(Self::CHANGED, |range| Self::cells(DeedKind::Formatted, range.on(sheet)))
    }

    fn of_filter(book: &Book, sheet: SheetId, filtering: &Filtering) -> Self {
        let filtered = |filter: &Filter| Self::cells(DeedKind::Filtered, filter.range.on(sheet));
        filtering.filter.as_ref().map_or_else(|| Self::sheet(DeedKind::Unfiltered, book, sheet), filtered)
    }

    /// Something done, nobody can say what.
    const CHANGED: Self = Self { kind: DeedKind::Changed, subject: Subject::Book };

    fn named(kind: DeedKind, name: &str) -> Self {
        Self { kind, subject: Subject::Name(name.to_owned()) }
    }

    fn of_cells(kind: DeedKind, sheet: SheetId, cells: impl Iterator<Item = Address>) -> Self {
        let range = cells.map(Range::cell).reduce(Range::union);
        range.map_or(Self::CHANGED, |range| Self::cells(kind, range.on(sheet)))
    }

    fn of_lines(kind: DeedKind, axis: AxisKind, sheet: SheetId, lines: impl Iterator<Item = u32>) -> Self {
        let ends = lines.fold(None, |ends: Option<(u32, u32)>, line| {
            Some(ends.map_or((line, line), |(first, last)| (first.min(line), last.max(line))))
        });
        let Some((first, last)) = ends else { return Self::CHANGED };
        let last = last.min(axis.limit() - 1);
        Self::cells(kind, axis.range(first.min(last), last).on(sheet))
    }
}

fn written(cells: &[(Address, Content)]) -> DeedKind {
    if cells.iter().all(|(_, content)| *content == Content::Blank) { DeedKind::Cleared } else { DeedKind::Typed }
}

const fn by_axis(axis: AxisKind, rows: DeedKind, columns: DeedKind) -> DeedKind {
    match axis {
        AxisKind::Rows => rows,
        AxisKind::Columns => columns,
    }
}

/// Whether a change does nothing.
fn is_idle(change: &Change) -> bool {
    match change {
        Change::Write { cells, .. } => cells.is_empty(),
        Change::Format { areas, .. } => areas.is_empty(),
        Change::Note { cells, .. } => cells.is_empty(),
        Change::Widths { columns, .. } => columns.is_empty(),
        Change::Hide { spans, .. } => spans.is_empty(),
        Change::Outline { rows, .. } => rows.is_empty(),
        Change::Fill { runs, .. } => runs.is_empty(),
        Change::Batch(parts) => parts.iter().all(is_idle),
        _ => false,
    }
}
