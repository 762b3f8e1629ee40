//! What is wrong with a formula's text, where, and what to do about it, in both languages.

use super::dialect::Dialect;
use super::token::Span;

/// A remark about a stretch of a formula's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stretch it is about; empty where something is missing.
    pub span: Span,
    /// What is wrong.
    pub kind: DiagnosticKind,
}

/// How much a remark weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The text is no formula.
    Error,
    /// The formula stands but does not do what it seems to say.
    Warning,
}

/// What can be wrong with a formula's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiagnosticKind {
    /// An operand is missing.
    OperandExpected,
    /// Two operands stand side by side.
    OperatorExpected,
    /// A number is written with spaces between groups of digits.
    SpacedNumber,
    /// Something else stands where a parenthesis should close.
    CloseExpected,
    /// A closing parenthesis that nothing opened.
    UnexpectedClose,
    /// A text without closing quote.
    UnclosedText,
    /// A quoted sheet name that does not end with `'!`.
    UnclosedSheet,
    /// A comma in a Swedish formula.
    CommaSeparator,
    /// A semicolon in an English formula.
    SemicolonSeparator,
    /// A separator outside a call.
    UnexpectedSeparator,
    /// A character without meaning in formulas.
    UnknownCharacter,
    /// `#` before a word that is no error.
    UnknownError,
    /// Half a reference, or one with `$` in a wrong place.
    BadReference,
    /// A range from one sheet to another.
    DifferentSheets,
    /// A bracket that does not close.
    UnclosedBrackets,
    /// Brackets that name no part of a table.
    BadTablePart,
    /// Something that gives no cells, where only cells can stand.
    ReferenceExpected,
    /// A name of `LET` or `LAMBDA` that could be taken for something else.
    BadLocalName,
    /// A `LET` whose names and values do not come in pairs with a result after them.
    NamesAndValues,
    /// A `LAMBDA` without a formula.
    BodyExpected,
    /// A number too large to calculate with.
    NumberTooLarge,
    /// An array constant without closing brace.
    BraceExpected,
    /// Something in an array constant that is no constant.
    ConstantExpected,
    /// Rows of an array constant that differ in length.
    UnevenRows,
    /// More characters than a formula may have.
    TooLong,
    /// More parentheses or signs within each other than a formula may have.
    TooDeep,
    /// A part of Excel's language that is not understood.
    Unsupported(Feature),
}

/// Parts of Excel's language that are recognised but not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    /// `[Book.xlsx]Sheet1!A1`
    OtherBook,
}

/// A message and a hint in one language.
type Wording = (&'static str, &'static str);

impl Diagnostic {
    /// Whether the text is no formula because of it.
    pub const fn severity(&self) -> Severity {
        Severity::Error
    }

    /// What is wrong.
    pub const fn message(&self, language: Dialect) -> &'static str {
        self.kind.wording(language).0
    }

    /// What to do about it.
    pub const fn hint(&self, language: Dialect) -> &'static str {
        self.kind.wording(language).1
    }
}

impl DiagnosticKind {
    const fn wording(self, language: Dialect) -> Wording {
        match (self, language) {
            (Self::Unsupported(feature), Dialect::Swedish) => feature.swedish(),
            (Self::Unsupported(feature), Dialect::English) => feature.english(),
            (kind, Dialect::Swedish) => kind.swedish(),
            (kind, Dialect::English) => kind.english(),
        }
    }

    const fn swedish(self) -> Wording {
        match self {
            Self::OperandExpected => {
                ("Här väntades ett tal, en cell eller en funktion", "Skriv det som saknas, eller ta bort tecknet före")
            }
            Self::OperatorExpected => ("Här saknas ett räknetecken", "Skriv till exempel + eller * emellan"),
            Self::SpacedNumber => ("Mellanslag i ett tal", "Skriv talet utan mellanslag: 1000"),
            Self::CloseExpected => ("Högerparentes saknas", "Skriv ) före det här tecknet"),
            Self::UnexpectedClose => ("Högerparentes utan vänsterparentes", "Ta bort den, eller skriv ( längre fram"),
            Self::UnclosedText => ("Texten har inget slut", "Skriv \" efter texten"),
            Self::UnclosedSheet => ("Bladnamnet har inget slut", "Skriv '! efter namnet: 'Mitt blad'!A1"),
            Self::CommaSeparator => ("Ett komma kan inte stå här", "Skilj argumenten åt med semikolon"),
            Self::SemicolonSeparator => ("Ett semikolon kan inte stå här", "Skilj argumenten åt med komma"),
            Self::UnexpectedSeparator => ("Ett skiljetecken kan bara stå i en funktion", "Ta bort tecknet"),
            Self::UnknownCharacter => ("Tecknet hör inte hemma i en formel", "Ta bort det, eller skriv text inom \"\""),
            Self::UnknownError => ("Okänt felvärde", "Felvärden skrivs till exempel #SAKNAS! eller #DIVISION/0!"),
            Self::BadReference => ("Ofullständig cellreferens", "Skriv till exempel B4, $B$4, B4:B11 eller B:B"),
            Self::DifferentSheets => ("Ett område kan bara ligga på ett blad", "Skriv samma blad i båda ändar"),
            Self::UnclosedBrackets => ("Hakparentesen har inget slut", "Skriv ] efter kolumnens namn: Tabell[Budget]"),
            Self::BadTablePart => {
                ("Det är ingen del av en tabell", "Skriv till exempel Tabell[Budget], [@Budget] eller Tabell[#Summor]")
            }
            Self::ReferenceExpected => {
                ("Här kan bara celler stå", "Skriv till exempel B4, B4:B11 eller ett namn på celler")
            }
            Self::BadLocalName => {
                ("Det kan inte vara ett namn här", "Börja med en bokstav och undvik det som liknar en cell, som x1")
            }
            Self::NamesAndValues => {
                ("LET behöver namn och värden i par och sist ett resultat", "Skriv till exempel LET(x;5;x*2)")
            }
            Self::BodyExpected => ("LAMBDA behöver en formel", "Skriv till exempel LAMBDA(x;x*2)"),
            Self::NumberTooLarge => ("Talet är för stort", "Tal kan ha högst 28 siffror"),
            Self::BraceExpected => ("Högerklammer saknas", "Skriv } efter det sista värdet"),
            Self::ConstantExpected => {
                ("Inom { } kan bara tal, text, SANT, FALSKT och felvärden stå", "Skriv värdet i stället")
            }
            Self::UnevenRows => ("Raderna inom { } är olika långa", "Skriv lika många värden i varje rad"),
            Self::TooLong => ("Formeln är för lång", "En formel kan ha högst 8 192 tecken"),
            Self::TooDeep => ("För många parenteser eller tecken i varandra", "Dela upp formeln på flera celler"),
            Self::Unsupported(feature) => feature.swedish(),
        }
    }

    const fn english(self) -> Wording {
        match self {
            Self::OperandExpected => {
                ("A number, a cell or a function was expected here", "Write what is missing, or remove the sign before")
            }
            Self::OperatorExpected => ("An operator is missing here", "Write for example + or * between"),
            Self::SpacedNumber => ("A space within a number", "Write the number without spaces: 1000"),
            Self::CloseExpected => ("A closing parenthesis is missing", "Write ) before this sign"),
            Self::UnexpectedClose => ("A closing parenthesis that nothing opened", "Remove it, or write ( further on"),
            Self::UnclosedText => ("The text does not end", "Write \" after the text"),
            Self::UnclosedSheet => ("The sheet name does not end", "Write '! after the name: 'My sheet'!A1"),
            Self::CommaSeparator => ("A comma cannot stand here", "Separate the arguments with semicolons"),
            Self::SemicolonSeparator => ("A semicolon cannot stand here", "Separate the arguments with commas"),
            Self::UnexpectedSeparator => ("A separator can only stand in a function", "Remove the sign"),
            Self::UnknownCharacter => {
                ("The character has no place in a formula", "Remove it, or write text within \"\"")
            }
            Self::UnknownError => ("Unknown error value", "Error values are written like #N/A or #DIV/0!"),
            Self::BadReference => ("Incomplete cell reference", "Write for example B4, $B$4, B4:B11 or B:B"),
            Self::DifferentSheets => ("A range can only lie on one sheet", "Write the same sheet at both ends"),
            Self::UnclosedBrackets => ("The bracket does not close", "Write ] after the column's name: Table[Budget]"),
            Self::BadTablePart => {
                ("This is no part of a table", "Write for example Table[Budget], [@Budget] or Table[#Totals]")
            }
            Self::ReferenceExpected => ("Only cells can stand here", "Write for example B4, B4:B11 or a name of cells"),
            Self::BadLocalName => {
                ("This cannot be a name here", "Begin with a letter, and avoid what looks like a cell, such as x1")
            }
            Self::NamesAndValues => {
                ("LET needs names and values in pairs, and a result after them", "Write for example LET(x,5,x*2)")
            }
            Self::BodyExpected => ("LAMBDA needs a formula", "Write for example LAMBDA(x,x*2)"),
            Self::NumberTooLarge => ("The number is too large", "Numbers have at most 28 digits"),
            Self::BraceExpected => ("A closing brace is missing", "Write } after the last value"),
            Self::ConstantExpected => {
                ("Only numbers, text, TRUE, FALSE and error values can stand within { }", "Write the value instead")
            }
            Self::UnevenRows => ("The rows within { } differ in length", "Write as many values in each row"),
            Self::TooLong => ("The formula is too long", "A formula has at most 8,192 characters"),
            Self::TooDeep => ("Too many parentheses or signs within each other", "Divide the formula among more cells"),
            Self::Unsupported(feature) => feature.english(),
        }
    }
}

impl Feature {
    const fn swedish(self) -> Wording {
        match self {
            Self::OtherBook => ("Referenser till andra filer stöds inte", "Läs in filen och hänvisa till dess blad"),
        }
    }

    const fn english(self) -> Wording {
        match self {
            Self::OtherBook => {
                ("References to other files are not supported", "Import the file and refer to its sheet")
            }
        }
    }
}
