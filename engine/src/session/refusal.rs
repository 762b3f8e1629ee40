//! Why an operation was refused, in words for the person who asked for it. A refused operation leaves the book as it was.

use std::fmt;

use crate::display::Locale;
use crate::edit::EditError;
use crate::file::FileError;
use crate::syntax::{Diagnostic, Span};

/// A refused operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What sort of refusal it is.
    pub kind: RefusalKind,
    /// What is wrong, and where, in the user's language.
    pub reason: String,
    /// What to do about it, when there is something.
    pub hint: Option<String>,
    /// The part of the typed text at fault.
    pub span: Option<TextSpan>,
}

/// Sorts of refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusalKind {
    /// Typed text that starts with `=` and is no formula.
    Formula,
    /// A file that is damaged, of another format or from a newer version.
    File,
    /// Something that would reach outside the sheet or over its limits.
    Limit,
    /// A cell or sheet that may not be changed, or a name that may not be used.
    NotAllowed,
    /// Something that must wait until a job is done.
    Busy,
    /// A number-format code that cannot be read.
    NumberFormat,
}

/// A part of a text, in Unicode characters from its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextSpan {
    /// First character.
    pub start: usize,
    /// The character after the last.
    pub end: usize,
}

impl TextSpan {
    /// A place between two characters.
    pub const fn caret(at: usize) -> Self {
        Self { start: at, end: at }
    }

    /// A stretch of a text given in bytes.
    pub(super) fn of(text: &str, span: Span) -> Self {
        let characters = |byte: usize| text.char_indices().take_while(|(at, _)| *at < byte).count();
        Self { start: characters(span.start), end: characters(span.end) }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)?;
        self.hint.as_ref().map_or(Ok(()), |hint| write!(f, " {hint}"))
    }
}

impl std::error::Error for Refusal {}

impl Refusal {
    /// A change that could not be applied.
    pub(super) fn of_edit(error: EditError, locale: Locale) -> Self {
        let (kind, swedish, english) = match error {
            EditError::NoSuchSheet => {
                (RefusalKind::NotAllowed, "Bladet finns inte i boken.", "The sheet is not in the book.")
            }
            EditError::NameTaken => (
                RefusalKind::NotAllowed,
                "Ett annat blad har redan det namnet.",
                "Another sheet has that name already.",
            ),
            EditError::NameEmpty | EditError::NameTooLong | EditError::NameSign | EditError::NameQuote => {
                let (swedish, english) = of_name(error);
                (RefusalKind::NotAllowed, swedish, english)
            }
            EditError::LastSheet => (
                RefusalKind::NotAllowed,
                "Bokens enda blad kan inte tas bort.",
                "The book's only sheet cannot be removed.",
            ),
            EditError::BadTable => (
                RefusalKind::NotAllowed,
                "En tabell behöver ett eget namn, ett namn för varje kolumn, minst en rad, och egna celler.",
                "A table needs a name of its own, a name for each column, at least one row, and cells of its own.",
            ),
            EditError::SheetFull => (
                RefusalKind::Limit,
                "Det finns ifyllda celler i slutet av bladet som inte får plats.",
                "Filled cells at the end of the sheet would be pushed off it.",
            ),
            EditError::OutsideSheet => {
                (RefusalKind::Limit, "Det ligger utanför bladet.", "That lies outside the sheet.")
            }
            EditError::PastEdge => (
                RefusalKind::Limit,
                "Cellerna får inte plats: de skulle hamna utanför bladets kant. Inget har ändrats.",
                "The cells do not fit: they would reach past the edge of the sheet. Nothing was changed.",
            ),
            EditError::TooManyCells => (
                RefusalKind::Limit,
                "Det är fler än 4 000 000 celler på en gång. Inget har ändrats.",
                "That is more than 4,000,000 cells at once. Nothing was changed.",
            ),
            EditError::TornTable => (
                RefusalKind::NotAllowed,
                "En del av en tabells celler skulle flyttas från de andra, eller rader som filtreras.",
                "Some cells of a table would move away from the others, or rows that are filtered.",
            ),
        };
        let hint = hint_of(error).map(|(swedish, english)| worded(locale, swedish, english));
        Self { kind, reason: worded(locale, swedish, english), hint, span: None }
    }

    /// A change while a job is under way.
    pub(super) fn of_busy(locale: Locale) -> Self {
        let reason = worded(locale, "Ett längre arbete pågår.", "A longer job is under way.");
        let hint =
            worded(locale, "Vänta tills det är klart, eller avbryt det.", "Wait until it is done, or cancel it.");
        Self { kind: RefusalKind::Busy, reason, hint: Some(hint), span: None }
    }

    /// Text that no cell has room for.
    pub(super) fn of_length(locale: Locale) -> Self {
        let reason = worded(
            locale,
            "Texten är för lång. En cell rymmer högst 32 767 tecken.",
            "The text is too long. A cell holds 32,767 characters at most.",
        );
        let hint = worded(locale, "Dela upp den på flera celler.", "Divide it among several cells.");
        Self { kind: RefusalKind::Limit, reason, hint: Some(hint), span: None }
    }

    /// Typed text that is no formula.
    pub(super) fn of_formula(text: &str, diagnostic: &Diagnostic, locale: Locale) -> Self {
        let language = super::vocabulary::dialect(locale);
        let span = TextSpan::of(text, diagnostic.span);
        Self {
            kind: RefusalKind::Formula,
            reason: diagnostic.message(language).to_owned(),
            hint: Some(diagnostic.hint(language).to_owned()).filter(|hint| !hint.is_empty()),
            span: Some(span),
        }
    }

    /// A file that cannot be opened.
    pub fn of_file(error: &FileError, locale: Locale) -> Self {
        let reason = match locale {
            Locale::English => format!("The file could not be opened: {error}."),
            Locale::Swedish => format!("Filen kunde inte öppnas: {}.", in_swedish(error)),
        };
        let hint = match error {
            FileError::Newer(_) => {
                worded(locale, "Öppna den i en nyare version av Tertial.", "Open it in a newer Tertial.")
            }
            FileError::OtherFormat | FileError::NotText => {
                worded(locale, "Välj en fil som slutar på .tertial.", "Choose a file that ends in .tertial.")
            }
            _ => worded(locale, "Be avsändaren skicka filen igen.", "Ask the sender to send the file again."),
        };
        Self { kind: RefusalKind::File, reason, hint: Some(hint), span: None }
    }
}

/// What is wrong with a sheet's name.
const fn of_name(error: EditError) -> (&'static str, &'static str) {
    match error {
        EditError::NameTooLong => (
            "Namnet är för långt. Ett bladnamn har högst 31 tecken.",
            "The name is too long. A sheet's name has 31 characters at most.",
        ),
        EditError::NameSign => (
            "Ett bladnamn får inte ha något av tecknen [ ] : * ? / \\.",
            "A sheet's name may have none of [ ] : * ? / \\.",
        ),
        EditError::NameQuote => (
            "Ett bladnamn får inte börja eller sluta med en apostrof.",
            "A sheet's name may not begin or end with an apostrophe.",
        ),
        _ => ("Ett blad måste ha ett namn.", "A sheet must have a name."),
    }
}

fn in_swedish(error: &FileError) -> String {
    match error {
        FileError::TooLarge => "den är för stor".to_owned(),
        FileError::NotText => "den är inte text i UTF-8".to_owned(),
        FileError::Damaged { line, column } => format!("den är skadad eller avklippt vid rad {line}, kolumn {column}"),
        FileError::OtherFormat => "den är ingen Tertial-fil".to_owned(),
        FileError::Newer(version) => format!("den har version {version} och är nyare än programmet"),
        FileError::Checksum => "kontrollsumman stämmer inte med innehållet".to_owned(),
        FileError::Content { place, found } => format!("på {place} står något som inte kan stå där: {found}"),
    }
}

pub(super) fn worded(locale: Locale, swedish: &str, english: &str) -> String {
    match locale {
        Locale::Swedish => swedish.to_owned(),
        Locale::English => english.to_owned(),
    }
}

/// What can be done instead.
fn hint_of(error: EditError) -> Option<(&'static str, &'static str)> {
    match error {
        EditError::PastEdge => {
            Some(("Börja längre upp eller längre till vänster.", "Begin further up or further to the left."))
        }
        EditError::TooManyCells => Some(("Markera färre celler.", "Select fewer cells.")),
        EditError::TornTable => {
            Some(("Infoga eller ta bort hela rader i stället.", "Insert or delete whole rows instead."))
        }
        _ => None,
    }
}
