//! What the parts of a section say together: how many places, which power of ten, digits or dates.

use super::format_error::FormatErrorKind;
use super::fraction;
use super::pattern::{Field, Part, Place, Section};

/// What the parts of a section say together.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Shape {
    /// Places before the decimal sign.
    pub whole: i32,
    /// Places after the decimal sign.
    pub decimals: i32,
    /// Places of the exponent's digits.
    pub exponent: i32,
    /// Digits after the decimal sign that are shown even when zero.
    pub fixed_decimals: i32,
    /// Whether there is a decimal sign.
    pub pointed: bool,
    /// Whether there is an exponent.
    pub scientific: bool,
    /// Whether whole digits stand in groups.
    pub grouped: bool,
    /// The power of ten the number is multiplied by: 2 for percent, −3 for each thousand cut off.
    pub shift: i32,
    /// Whether it shows dates or times.
    pub moment: bool,
    /// Whether it shows hours, minutes or seconds of a duration.
    pub elapsed: bool,
    /// Whether hours count to twelve.
    pub half_days: bool,
    /// Decimals of seconds.
    pub second_decimals: u32,
}

impl Section {
    /// Settles what commas and slashes mean, counts the places and notes what is shown.
    pub(super) fn measure(&mut self) -> Result<(), FormatErrorKind> {
        settle_commas(self);
        fraction::settle(&mut self.parts);
        for part in &self.parts {
            self.shape.note(part);
        }
        let fractions = self.parts.iter().filter(|part| matches!(part, Part::Fraction(_) | Part::Slash)).count();
        let mixed = fractions > 0 && (self.shape.pointed || self.shape.scientific);
        if mixed || fractions > 1 { Err(FormatErrorKind::Fraction) } else { Ok(()) }
    }
}

impl Shape {
    fn note(&mut self, part: &Part) {
        match part {
            Part::Place(place) => self.note_place(*place),
            Part::Point => self.pointed = true,
            Part::Exponent { .. } => self.scientific = true,
            Part::Percent => self.shift += 2,
            Part::Moment(field) => {
                self.moment = true;
                self.half_days |= matches!(field, Field::HalfDay { .. });
                self.elapsed |=
                    matches!(field, Field::ElapsedHours(_) | Field::ElapsedMinutes(_) | Field::ElapsedSeconds(_));
            }
            _ => {}
        }
    }

    fn note_place(&mut self, place: Place) {
        if self.scientific {
            self.exponent += 1;
        } else if self.pointed {
            self.decimals += 1;
            if place == Place::Zero {
                self.fixed_decimals = self.decimals;
            }
        } else {
            self.whole += 1;
        }
    }
}

/// A comma between places groups; commas right after the last place cut thousands off; others are text.
fn settle_commas(section: &mut Section) {
    let is_place = |part: &Part| matches!(part, Part::Place(_));
    let point = section.parts.iter().position(|part| *part == Part::Point).unwrap_or(section.parts.len());
    let last_whole = section.parts[..point].iter().rposition(is_place);
    let last = section.parts.iter().rposition(is_place);
    let parts = std::mem::take(&mut section.parts);
    let (mut after_place, mut seen_place) = (false, false);
    for (index, part) in parts.into_iter().enumerate() {
        after_place = is_place(&part) || (part == Part::Comma && after_place);
        seen_place |= after_place;
        match part {
            Part::Comma if after_place && (last < Some(index) || last_whole < Some(index)) => section.shape.shift -= 3,
            Part::Comma if seen_place && Some(index) < last => section.shape.grouped = true,
            Part::Comma => section.parts.push(Part::Literal(",".to_owned())),
            part => section.parts.push(part),
        }
    }
}
