//! The open book: its session, the sheet that is shown, and whether it has changes that were not saved.

use tertial_engine::session::{
    Address, CellView, ChangeSet, Locale, Place, Refusal, Region, Session, SheetId, SheetTab,
};

use super::steps::Steps;

/// The open book.
pub struct Document {
    /// The engine's side of it.
    pub session: Session,
    /// The sheet that is shown.
    pub sheet: SheetId,
    /// Its sheets.
    pub sheets: Vec<SheetTab>,
    /// The template it was opened from.
    pub template: Option<String>,
    steps: Steps,
    saved: u64,
}

impl Document {
    /// A book that was just opened or made.
    pub fn new(mut session: Session, template: Option<String>, locale: Locale) -> Self {
        session.set_locale(locale);
        let sheets = session.sheets();
        let sheet = sheets.first().map_or(SheetId::default(), |tab| tab.id);
        Self { saved: session.revision(), session, sheet, sheets, template, steps: Steps::default() }
    }

    /// The name of the sheet that is shown.
    pub fn sheet_name(&self) -> &str {
        self.sheets.iter().find(|tab| tab.id == self.sheet).map_or("", |tab| tab.name.as_str())
    }

    /// Whether it has changes that were not saved.
    pub fn is_modified(&self) -> bool {
        self.session.revision() != self.saved
    }

    /// Its file, with its name; from here on it counts as saved.
    pub fn save(&mut self) -> (String, Vec<u8>) {
        self.saved = self.session.revision();
        (format!("{}.tertial", self.session.file_name()), self.session.save())
    }

    /// A cell of the shown sheet.
    pub fn cell(&self, cell: Address) -> CellView {
        self.session.cell(self.place(cell))
    }

    /// A cell of the shown sheet, with its sheet.
    pub fn place(&self, cell: Address) -> Place {
        cell.on(self.sheet)
    }

    /// The text to edit of a cell of the shown sheet.
    pub fn source(&self, cell: Address) -> String {
        self.session.source(self.place(cell))
    }

    /// Makes a change that is undone by itself.
    pub fn edit(
        &mut self,
        change: impl FnOnce(&mut Session) -> Result<ChangeSet, Refusal>,
    ) -> Result<ChangeSet, Refusal> {
        let changes = change(&mut self.session)?;
        self.steps.done(1);
        Ok(changes)
    }

    /// Enters texts in cells of the shown sheet, all undone together; a text that is refused ends it.
    pub fn enter_all<'a>(&mut self, cells: impl Iterator<Item = (Address, &'a str)>) -> (ChangeSet, Option<Refusal>) {
        let mut all = ChangeSet::default();
        let mut refused = None;
        let mut entered = 0;
        for (cell, text) in cells {
            match self.session.enter(self.place(cell), text) {
                Ok(changes) => add(&mut all, changes),
                Err(refusal) => {
                    refused = Some(refusal);
                    break;
                }
            }
            entered += 1;
        }
        self.steps.done(entered);
        (all, refused)
    }

    /// Takes the newest step back.
    pub fn undo(&mut self) -> ChangeSet {
        let count = self.steps.undone();
        repeated(count, || self.session.undo())
    }

    /// Makes the last undone step again.
    pub fn redo(&mut self) -> ChangeSet {
        let count = self.steps.redone();
        repeated(count, || self.session.redo())
    }

    /// Reads the list of sheets again; a shown sheet that is gone gives way to the first.
    pub fn read_sheets(&mut self) {
        self.sheets = self.session.sheets();
        if self.sheets.iter().all(|tab| tab.id != self.sheet) {
            self.sheet = self.sheets.first().map_or(SheetId::default(), |tab| tab.id);
        }
    }

    /// Finds what was written in the name box.
    pub fn find(&self, text: &str) -> Option<Region> {
        self.session.find_place(self.sheet, text.trim())
    }
}

fn repeated(count: u32, mut change: impl FnMut() -> Option<ChangeSet>) -> ChangeSet {
    let mut all = ChangeSet::default();
    (0..count).filter_map(|_| change()).for_each(|changes| add(&mut all, changes));
    all
}

/// Adds what a later change touched.
fn add(all: &mut ChangeSet, later: ChangeSet) {
    all.revision = later.revision;
    all.cells.extend(later.cells);
    all.moved.extend(later.moved);
    all.sheets |= later.sheets;
}
