//! The open book: its session, the sheet that is shown, and whether it has changes that were not saved.

use std::rc::Rc;

use super::keeping::{Keeping, Kept};
use tertial_engine::session::{Address, CellView, Locale, Place, Region, Session, SheetId, SheetTab};

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
    /// Names of places, to be offered where somebody writes where to go.
    pub places: Rc<[String]>,
    /// How it is kept by the browser.
    pub keeping: Keeping,
    /// The revision that a file has.
    saved: Option<u64>,
}

impl Document {
    /// A book that was just opened or made.
    pub fn new(mut session: Session, template: Option<String>, locale: Locale) -> Self {
        session.set_locale(locale);
        let sheets = session.sheets();
        let sheet = sheets.first().map_or(SheetId::default(), |tab| tab.id);
        let (saved, keeping) = (Some(session.revision()), Keeping::of(session.revision(), None));
        Self { session, sheet, sheets, template, places: Rc::default(), keeping, saved }
    }

    /// It was opened from what the browser kept, and goes on being kept as that or under a name of its own.
    pub fn was_kept(&mut self, kept: &Kept, goes_on: bool) {
        self.saved = self.saved.filter(|_| kept.is_saved);
        self.keeping = Keeping::of(self.session.revision(), goes_on.then_some(kept));
    }

    /// The name of the sheet that is shown.
    pub fn sheet_name(&self) -> &str {
        self.sheets.iter().find(|tab| tab.id == self.sheet).map_or("", |tab| tab.name.as_str())
    }

    /// Whether it has changes that were not saved.
    pub fn is_modified(&self) -> bool {
        Some(self.session.revision()) != self.saved
    }

    /// Its file, with its name; from here on it counts as saved.
    pub fn save(&mut self) -> (String, Vec<u8>) {
        self.saved = Some(self.session.revision());
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
