//! What reconciliation finds.

use super::{Agreement, Figure};
use crate::base::Place;
use crate::display::{Locale, general};
use crate::value::{Number, Value};

/// Something that is not as it should be, or is worth knowing, at a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// Where it is.
    pub place: Place,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Perhaps wrong.
    Warning,
    /// Wrong.
    Error,
}

/// Kinds of findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingKind {
    /// A calculated figure is not simply the one that was published.
    Figure(Figure),
    /// A sum passes over a row, whose label this is.
    MissesRow(String),
    /// A sum reads a row that is part of another, whose label this is.
    SumsPart(String),
    /// A part is larger than the row that it is a part of.
    PartIsLarger,
    /// A number is typed where the cells around it are calculated.
    TypedAmongFormulas,
    /// A formula is another than those above and below it, which are the same.
    UnlikeNeighbours,
    /// A formula calculates with a cell that holds text.
    ReadsText(String),
    /// A deviation is subtracted in the order that makes a surplus negative.
    WrongSign,
}

impl Severity {
    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl FindingKind {
    /// The name of the rule that does not hold, in reports.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Figure(figure) => figure.agreement.name(),
            Self::MissesRow(_) => "misses-row",
            Self::SumsPart(_) => "sums-part",
            Self::PartIsLarger => "part-is-larger",
            Self::TypedAmongFormulas => "typed-among-formulas",
            Self::UnlikeNeighbours => "unlike-neighbours",
            Self::ReadsText(_) => "reads-text",
            Self::WrongSign => "wrong-sign",
        }
    }

    /// How bad it is.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Figure(Figure { agreement: Agreement::Inconsistent, .. })
            | Self::MissesRow(_)
            | Self::SumsPart(_)
            | Self::WrongSign => Severity::Error,
            Self::Figure(_) => Severity::Note,
            Self::PartIsLarger | Self::TypedAmongFormulas | Self::UnlikeNeighbours | Self::ReadsText(_) => {
                Severity::Warning
            }
        }
    }

    /// What is wrong and what to do about it, in somebody's language.
    pub fn explain(&self, locale: Locale) -> String {
        let say = |swedish: String, english: String| if locale == Locale::Swedish { swedish } else { english };
        match self {
            Self::Figure(figure) => explain_figure(figure, locale),
            Self::MissesRow(label) => say(
                format!("Summan hoppar över raden {label}. Ta med den, eller märk den som därav."),
                format!("The sum passes over the row {label}. Include it, or mark it as a part."),
            ),
            Self::SumsPart(label) => say(
                format!("Summan räknar med {label}, som redan ingår i en annan rad."),
                format!("The sum includes {label}, which is a part of another row already."),
            ),
            Self::PartIsLarger => say(
                "Därav-raden är större än raden som den är en del av.".to_owned(),
                "This part is larger than the row that it is a part of.".to_owned(),
            ),
            Self::TypedAmongFormulas => say(
                "Ett tal är inskrivet där cellerna intill beräknas. Skriv formeln, eller förklara talet i en anteckning."
                    .to_owned(),
                "A number is typed where the cells beside it are calculated. Enter the formula, or explain it in a note."
                    .to_owned(),
            ),
            Self::UnlikeNeighbours => say(
                "Formeln är en annan än ovanför och nedanför, som är lika.".to_owned(),
                "The formula is another than above and below, which are the same.".to_owned(),
            ),
            Self::ReadsText(label) => say(
                format!("Formeln räknar med {label}, som innehåller text."),
                format!("The formula calculates with {label}, which holds text."),
            ),
            Self::WrongSign => say(
                "Avvikelsen har omvänt tecken: plus ska vara överskott.".to_owned(),
                "The deviation has the wrong sign: plus should be a surplus.".to_owned(),
            ),
        }
    }
}

fn explain_figure(figure: &Figure, locale: Locale) -> String {
    let shown = |number: Option<Number>| {
        number.map_or_else(|| "–".to_owned(), |number| general(&Value::Number(number), locale))
    };
    let (published, computed) = (shown(figure.published), shown(figure.computed));
    let is_swedish = locale == Locale::Swedish;
    match figure.agreement {
        Agreement::Unpublished if is_swedish => format!("Beräknat {computed}; inget är publicerat."),
        Agreement::Unpublished => format!("Calculated {computed}; nothing was published."),
        Agreement::Inconsistent if is_swedish => {
            format!("Publicerat {published}, beräknat {computed}: mer än vad avrundning kan förklara.")
        }
        Agreement::Inconsistent => {
            format!("Published {published}, calculated {computed}: more than rounding can explain.")
        }
        _ if is_swedish => format!("Publicerat {published}, beräknat {computed}: avrundning förklarar skillnaden."),
        _ => format!("Published {published}, calculated {computed}: rounding explains the difference."),
    }
}
