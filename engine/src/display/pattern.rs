//! A number format as data: up to three sections for numbers and one for text, each a row of parts.

use std::cmp::Ordering;

use super::Locale;
use super::fraction::Fraction;
use super::shape::Shape;
use crate::value::Number;

/// A number format, as in a cell's style or the second argument of `TEXT`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Format {
    /// Sections for numbers, in the order they are tried; none means the General format.
    pub(super) numbers: Vec<Section>,
    /// The section for text; without it text is shown as it is.
    pub(super) text: Option<Section>,
}

impl Format {
    /// Whether numbers are shown as dates or times.
    pub fn is_moment(&self) -> bool {
        self.numbers.first().is_some_and(|section| section.shape.moment)
    }

    /// Whether numbers are shown as hours, minutes or seconds of a duration.
    pub fn is_duration(&self) -> bool {
        self.numbers.first().is_some_and(|section| section.shape.elapsed)
    }

    /// Whether numbers are shown in percent.
    pub fn is_percent(&self) -> bool {
        self.numbers.first().is_some_and(|section| section.parts.contains(&Part::Percent))
    }
}

/// One section of a format.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Section {
    /// Which numbers it is for; `None` takes every number.
    pub condition: Option<Condition>,
    pub colour: Option<Colour>,
    /// The language of the names of months and days, where the code says it.
    pub language: Option<Locale>,
    pub parts: Vec<Part>,
    pub shape: Shape,
}

impl Section {
    /// The fraction it shows numbers as, if it does.
    pub fn fraction(&self) -> Option<&Fraction> {
        self.parts.iter().find_map(|part| match part {
            Part::Fraction(fraction) => Some(fraction),
            _ => None,
        })
    }
}

/// One part of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Text as it is.
    Literal(String),
    /// The number in the General format.
    General,
    /// The text of the cell.
    Text,
    /// A minus written in the code, shown as the language's own.
    Minus,
    /// The percent sign.
    Percent,
    /// A space that belongs to a percent sign, never broken at a line's end.
    PercentSpace,
    /// A place for a digit.
    Place(Place),
    /// The decimal sign.
    Point,
    /// A comma: groups or thousands cut off; gone once a section is finished.
    Comma,
    /// A slash between the places of a fraction; gone once a section is finished.
    Slash,
    /// A number below a slash; gone once a section is finished.
    Below(u32),
    /// A fraction.
    Fraction(Fraction),
    /// `E` and the sign of the exponent.
    Exponent {
        /// Whether a plus is shown.
        plus: bool,
    },
    /// A part of a date or time.
    Moment(Field),
}

/// What stands in a place that has no digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// `0`: a zero.
    Zero,
    /// `#`: nothing.
    Nothing,
    /// `?`: a space.
    Space,
}

/// A part of a date or time, with the number of letters that ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Year(usize),
    Month(usize),
    Day(usize),
    Hour(usize),
    Minute(usize),
    Second(usize),
    /// Decimals of a second, after the decimal sign.
    SecondDecimals,
    /// `AM` or `PM`, or their first letters, which may be small.
    HalfDay {
        letters: usize,
        small: bool,
    },
    ElapsedHours(usize),
    ElapsedMinutes(usize),
    ElapsedSeconds(usize),
}

/// A comparison that chooses a section.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Condition {
    pub comparison: Comparison,
    pub limit: Number,
}

/// How a number is compared with a condition's limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Less,
    LessOrEqual,
    Equal,
    Unequal,
    GreaterOrEqual,
    Greater,
}

impl Condition {
    /// A comparison with zero.
    pub const fn zero(comparison: Comparison) -> Self {
        Self { comparison, limit: Number::ZERO }
    }

    /// Whether a number meets it.
    pub fn holds(self, number: Number) -> bool {
        let order = number.cmp(&self.limit);
        match self.comparison {
            Comparison::Less => order == Ordering::Less,
            Comparison::LessOrEqual => order != Ordering::Greater,
            Comparison::Equal => order == Ordering::Equal,
            Comparison::Unequal => order != Ordering::Equal,
            Comparison::GreaterOrEqual => order != Ordering::Less,
            Comparison::Greater => order == Ordering::Greater,
        }
    }

    /// The condition that holds for every other number.
    pub const fn complement(self) -> Self {
        let comparison = match self.comparison {
            Comparison::Less => Comparison::GreaterOrEqual,
            Comparison::LessOrEqual => Comparison::Greater,
            Comparison::Equal => Comparison::Unequal,
            Comparison::Unequal => Comparison::Equal,
            Comparison::GreaterOrEqual => Comparison::Less,
            Comparison::Greater => Comparison::LessOrEqual,
        };
        Self { comparison, limit: self.limit }
    }

    /// Whether only numbers below zero meet it, so that the section itself says the sign.
    pub fn is_negative(self) -> bool {
        match self.comparison {
            Comparison::Less => self.limit <= Number::ZERO,
            Comparison::LessOrEqual | Comparison::Equal => self.limit < Number::ZERO,
            _ => false,
        }
    }
}

/// A colour a format asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Colour {
    /// Black.
    Black,
    /// Blue.
    Blue,
    /// Cyan.
    Cyan,
    /// Green.
    Green,
    /// Magenta.
    Magenta,
    /// Red.
    Red,
    /// White.
    White,
    /// Yellow.
    Yellow,
    /// One of the 56 colours of the workbook's palette, from 1.
    Indexed(u8),
}

impl Colour {
    /// Reads a colour's name in either language.
    pub(super) fn parse(name: &str) -> Option<Self> {
        Some(match name.to_lowercase().as_str() {
            "black" | "svart" => Self::Black,
            "blue" | "blå" => Self::Blue,
            "cyan" | "turkos" => Self::Cyan,
            "green" | "grön" => Self::Green,
            "magenta" | "lila" => Self::Magenta,
            "red" | "röd" => Self::Red,
            "white" | "vit" => Self::White,
            "yellow" | "gul" => Self::Yellow,
            other => {
                let index = other.strip_prefix("color").or_else(|| other.strip_prefix("färg"))?;
                Self::Indexed(index.trim().parse().ok().filter(|index| (1..=56).contains(index))?)
            }
        })
    }
}
