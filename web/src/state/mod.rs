//! What the page is, as plain data, and how an action changes it. Nothing here touches the browser: what must happen
//! outside comes back as effects.

pub mod action;
pub mod aid;
pub mod areas;
pub mod beside;
pub mod block;
pub mod carrying;
pub mod clip;
pub mod clipboard;
pub mod columns;
pub mod conditional;
pub mod context;
pub mod copied_html;
pub mod copying;
pub mod document;
pub mod drawn;
pub mod editing;
pub mod editor;
pub mod effect;
mod excel_style;
pub mod figures;
pub mod files;
pub mod filling;
pub mod filtering;
pub mod finding;
pub mod fit;
pub mod fitting;
pub mod formula;
pub mod gaps;
pub mod heights;
pub mod help;
mod html_look;
pub mod inserting;
pub mod keeping;
pub mod layout;
pub mod lines;
pub mod movement;
pub mod number_formats;
pub mod opening;
pub mod painting;
pub mod pasted_html;
pub mod pasting;
pub mod pointing;
pub mod preferences;
pub mod printing;
pub mod pull;
pub mod reconciling;
pub mod rectangles;
pub mod reference;
pub mod repeating;
pub mod row_form;
pub mod rows;
pub mod rules;
pub mod segments;
pub mod selecting;
pub mod selection;
pub mod sheets;
pub mod shelf;
pub mod sorting;
pub mod styling;
pub mod tab_drag;
pub mod tracing;
pub mod travelling;
pub mod viewing;
pub mod viewport;
pub mod work;
pub mod workspace;

#[cfg(test)]
pub mod sample;

use tertial_engine::session::job::Patience;
use tertial_engine::session::sorting::Order;
use tertial_engine::session::validation::Asked;
use tertial_engine::session::{Environment, Locale, PasteManner, Refusal, deeds};

pub use action::{Action, ClipAction, EditAction, FileAction, PageAction, SelectAction, ViewAction};
pub use effect::Effect;
pub use formula::FormulaAction;
pub use work::{Work, WorkAction};
pub use workspace::Workspace;

use fit::Ruler;
use keeping::{Kept, Trouble};
use opening::Coming;
use preferences::Preferences;
use repeating::Repeatable;
use shelf::{Shelf, Shelves};
use viewport::Metrics;

/// Makes the outside world that each session is given.
pub type World = fn() -> Box<dyn Environment>;

/// The whole page.
pub struct State {
    /// Language of the page, of typed text and of shown numbers.
    pub locale: Locale,
    /// What the start page offers to open.
    pub shelves: Shelves,
    /// The open book; without one the start page is shown.
    pub workspace: Option<Workspace>,
    /// A book on its way to the screen.
    pub opening: Option<Coming>,
    /// What waits for the answer whether unsaved changes may be lost.
    pub waiting: Option<FileAction>,
    /// What the user is told.
    pub notice: Option<Notice>,
    /// What was done, for those who cannot see it or look elsewhere; gone with the next thing that is done.
    pub said: Option<Said>,
    /// What was done last to the book, to be done again.
    pub last: Option<Repeatable>,
    /// What lies over the page.
    pub panel: Option<Panel>,
    /// How what is pasted next is to be pasted.
    pub intended: Option<PasteManner>,
    /// A paste that is not done yet.
    pub paste: Option<pasting::Paste>,
    /// Measures of the grid on this screen.
    pub metrics: Metrics,
    /// How far long work has come, while there is some.
    pub work: Option<Work>,
    outside: Outside,
}

/// What the page is given from outside.
struct Outside {
    world: World,
    ruler: Ruler,
    patience: Patience,
    preferences: Preferences,
}

/// What can lie over the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Panel {
    /// All commands, to be searched.
    Palette,
    /// All keys.
    Keys,
    /// The note of the active cell.
    Note,
    /// The sheet or the book as it will be printed.
    Print(printing::Scope),
    /// The row of the active cell as a form.
    Row,
    /// What is asked of a column of the filter.
    Filter,
    /// The texts of the active cell's column.
    Texts,
    /// The width of columns.
    Width,
    /// The name of the shown sheet.
    RenameSheet,
    /// The question before a sheet goes that holds something.
    DeleteSheet,
    /// The menu of what is pointed at or selected; without a place, beside the active cell.
    Menu { context: context::Context, at: Option<context::OnPage> },
    /// The question how pasted numbers are written.
    NumberMarks,
    /// The question what is to be pasted.
    PasteSpecial,
    /// The question how dates go on.
    FillDates,
    /// The question how cells look, with the answer so far.
    CellFormat(Box<styling::CellFormat>),
    /// The conditional formats of the sheet, with one that is made or changed.
    Conditional(Box<conditional::Draft>),
    /// The question why the sheet is protected.
    Protect,
    /// The question what values the selected cells take, with the answer so far.
    Validate(Asked),
    /// The question which figures of the selection the status line shows.
    Figures,
    /// The question who accepts what was found at a cell, and why.
    Accept(reconciling::Spot),
    /// The question by which columns rows are sorted, with the answer so far.
    Sort(Order),
}

/// Something the user is told without being stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The engine refused something.
    Refused(Refusal),
    /// A template could not be had.
    BookMissing(String),
    /// The name box was given what is no place.
    NoSuchPlace(String),
    /// A series was to be filled where it has no beginning, or no empty cells to go on in.
    NoSeries,
    /// Lines were moved out of the cells that formulas read, and perhaps among those of others.
    LinesLeft { left: String, joined: String },
    /// Dates were to be filled where none stand.
    NoDates,
    /// A filter was to compare with nothing.
    NoCondition,
    /// The window has no room to scroll beside what is to stay in sight.
    FrozenTooLarge,
    /// Something of what was pasted needs a word.
    Pasted(pasting::Report),
    /// Values were entered that the rules of their cells warn of.
    Warned(String),
    /// The list of the active cell is gone.
    ListGone,
    /// The browser does not keep the open book.
    NotKept(Trouble),
    /// The browser keeps changes to the shown template.
    Kept(Box<Kept>),
    /// A kept book is open in another tab or window, and was opened here as a copy.
    OpenElsewhere,
    /// The newest copy of a kept book could not be read, and the one before it was opened.
    EarlierKept,
    /// The browser does not let the page see what was copied.
    ClipboardClosed,
    /// Rectangles were to be copied, or cut, that cannot be together.
    Apart { cuts: bool },
}

/// What was done, in words of the page and of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Key of the page's words.
    pub key: &'static str,
    /// What they speak of.
    pub what: String,
}

impl Said {
    /// Words of the page about something.
    pub const fn of(key: &'static str, what: String) -> Self {
        Self { key, what }
    }
}

impl State {
    /// The page as it starts.
    pub fn new(locale: Locale, world: World, ruler: Ruler) -> Self {
        Self {
            locale,
            shelves: Shelves { templates: Shelf::Awaited, kept: Vec::new() },
            workspace: None,
            opening: None,
            waiting: None,
            notice: None,
            said: None,
            last: None,
            panel: None,
            intended: None,
            paste: None,
            metrics: Metrics::default(),
            work: None,
            outside: Outside { world, ruler, patience: work::ENDLESS, preferences: Preferences::default() },
        }
    }

    /// Carries out an action and returns what must happen outside.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        // Nobody did this, so it changes nothing of what is said or offered.
        if let Action::Keep(action) = action {
            return keeping::update(self, action);
        }
        if self.work.is_some() && !work::allows(&action) {
            return Vec::new();
        }
        let mut effects = self.carry_out(action);
        effects.extend(work::watch(self));
        effects
    }

    fn carry_out(&mut self, action: Action) -> Vec<Effect> {
        if let Some(effects) = clipboard::entered(self, &action) {
            return effects;
        }
        if !matches!(action, Action::View(_) | Action::Formula(_) | Action::Clip(_)) {
            self.intended = None;
        }
        if !matches!(action, Action::View(_) | Action::Formula(_)) {
            self.said = None;
        }
        let (repeatable, revision) = (repeating::repeatable(self, &action), repeating::revision(self));
        let lifts = painting::lifts(&action);
        let mut effects = match action {
            Action::Clip(action) => clipboard::update(self, action),
            Action::File(action) => files::update(self, action),
            Action::Keep(_) => Vec::new(),
            Action::Page(action) => self.update_page(action),
            Action::View(action) => viewing::update(self, action),
            Action::Select(action) => selecting::update(self, action),
            Action::Edit(action) => editing::update(self, action),
            Action::Layout(action) => layout::update(self, action),
            Action::Carry(action) => carrying::update(self, &action),
            Action::Work(action) => work::update(self, action),
            Action::Sheet(action) => sheets::update(self, action),
            Action::Context(action) => context::update(self, action),
            Action::Formula(action) => formula::update(self, action),
            Action::Filter(action) => filtering::update(self, action),
            Action::Find(action) => finding::update(self, action),
            Action::Format(action) => number_formats::update(self, &action),
            Action::Conditional(action) => conditional::update(self, action),
            Action::Style(action) => styling::update(self, action),
            Action::Trace(action) => tracing::update(self, action),
            Action::Sort(action) => sorting::update(self, action),
            Action::Form(action) => row_form::update(self, action),
            Action::Beside(action) => beside::update(self, action),
            Action::Figures(action) => figures::update(self, action),
            Action::Rules(action) => rules::update(self, action),
            Action::Reconcile(action) => reconciling::update(self, action),
        };
        if lifts {
            effects.extend(painting::paint(self));
        }
        if repeatable.is_some() && repeating::revision(self) != revision {
            self.last = repeatable;
        }
        effects.extend(finding::refresh(self));
        self.workspace.iter_mut().for_each(|workspace| {
            reference::follow(workspace);
            effects.extend(beside::refresh(workspace));
            aid::follow(workspace);
        });
        effects
    }

    /// Whether something would be lost with the open book: changes that were not saved, or text that is being typed.
    pub fn is_modified(&self) -> bool {
        let typed = |workspace: &Workspace| workspace.editor.draft().is_some_and(|draft| !draft.is_unchanged());
        self.workspace.as_ref().is_some_and(|workspace| workspace.document.is_modified() || typed(workspace))
    }

    /// Whether something lies over the page and takes the keyboard: a question or a panel.
    pub fn is_covered(&self) -> bool {
        self.waiting.is_some() || self.panel.is_some() || self.work.is_some()
    }

    /// Whether the first thing to be seen is on screen.
    pub fn is_ready(&self) -> bool {
        match &self.workspace {
            Some(workspace) => workspace.window.is_drawn(),
            None => self.opening.is_none() && self.shelves.templates != Shelf::Awaited,
        }
    }

    /// What a new session is given.
    pub fn environment(&self) -> Box<dyn Environment> {
        (self.outside.world)()
    }

    /// What texts are measured with.
    pub fn ruler(&self) -> Ruler {
        self.outside.ruler
    }

    /// What the user chose at earlier visits.
    pub fn preferences(&self) -> &Preferences {
        &self.outside.preferences
    }

    /// Takes over what the user chose.
    pub fn prefer(&mut self, preferences: Preferences) {
        self.outside.preferences = preferences;
    }

    /// Keeps the name under which notes are written, where it is another one.
    pub fn sign_as(&mut self, author: &str) -> Vec<Effect> {
        let author = author.trim();
        if author == self.preferences().author {
            return Vec::new();
        }
        self.outside.preferences.author = author.to_owned();
        self.workspace.iter_mut().for_each(|open| deeds::sign(&mut open.document.session, author));
        vec![Effect::Keep(self.preferences().clone())]
    }

    /// Says when work that goes on is to give way to drawing.
    pub fn patience(&self) -> Patience {
        self.outside.patience
    }

    /// Sets when work that goes on is to give way to drawing.
    pub fn set_patience(&mut self, patience: Patience) {
        self.outside.patience = patience;
    }

    fn update_page(&mut self, action: PageAction) -> Vec<Effect> {
        match action {
            PageAction::Language(locale) => {
                self.locale = locale;
                if let Some(workspace) = &mut self.workspace {
                    workspace.set_locale(locale);
                }
                vec![Effect::Remember(locale), Effect::FocusSheet]
            }
            PageAction::Dismiss => {
                self.notice = None;
                vec![Effect::FocusSheet]
            }
            PageAction::Open(panel) => {
                self.notice = None;
                self.panel = Some(panel);
                Vec::new()
            }
            PageAction::Close => {
                self.panel = None;
                let back = self.workspace.as_ref().map_or_else(|| vec![Effect::FocusSheet], reference::come_back);
                [vec![Effect::CloseDialog], back].concat()
            }
            PageAction::Print => vec![Effect::Print],
            PageAction::Read(page) => vec![Effect::OpenPage(page)],
            PageAction::NextRegion { back } => vec![Effect::FocusRegion { back }],
            PageAction::ToSheet => {
                self.notice = None;
                if let Some(workspace) = &mut self.workspace {
                    workspace.let_go();
                    workspace.unframe();
                }
                vec![Effect::FocusSheet]
            }
        }
    }
}
