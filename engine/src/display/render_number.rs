//! Writes a number into one section of a number format: puts the digits in their places.

use super::digits::Digits;
use super::fraction::Parts;
use super::pattern::{Condition, Part, Place, Section};
use super::shape::Shape;
use super::signs::Signs;
use crate::value::Number;

/// Whether a negative number shows as nothing but zeros.
pub(super) fn vanishes(number: Number, section: &Section) -> bool {
    let shape = &section.shape;
    let rounded = || !shape.scientific && shape.whole + shape.decimals > 0;
    number.is_negative()
        && match section.fraction() {
            Some(fraction) => fraction.parts(number, shape.whole > 0).is_zero(),
            None => rounded() && Digits::of(number, shape.decimals, shape.shift).is_zero(),
        }
}

/// Writes one number into one section.
pub(super) struct Writer<'a> {
    section: &'a Section,
    signs: Signs,
    number: Number,
    /// Whole part and fraction, where the section shows one.
    fraction: Option<Parts>,
    digits: Digits,
    exponent: i32,
    /// Where the next place stands: 0 for ones, −1 for tenths.
    next: i32,
    /// Whether a `0` has been met, after which every place before the decimal sign shows a digit.
    zero_met: bool,
    text: String,
}

impl<'a> Writer<'a> {
    /// A number about to be written into a section.
    pub fn new(section: &'a Section, number: Number, signs: Signs) -> Self {
        let shape = &section.shape;
        let fraction = section.fraction().map(|fraction| fraction.parts(number, shape.whole > 0));
        let (digits, exponent) = match fraction {
            Some(parts) => (Digits::of_whole(parts.whole), 0),
            None if shape.scientific => scientific(number, shape),
            None => (Digits::of(number, shape.decimals, shape.shift), 0),
        };
        let (next, text) = (shape.whole - 1, String::with_capacity(24));
        Self { section, signs, number, fraction, digits, exponent, next, zero_met: false, text }
    }

    /// The text.
    pub fn written(mut self) -> String {
        let says_sign = self.section.condition.is_some_and(Condition::is_negative);
        if self.number.is_negative() && !says_sign && !self.section.parts.is_empty() {
            self.text.push(self.signs.minus());
        }
        let mut in_exponent = false;
        for part in &self.section.parts {
            match part {
                Part::Literal(literal) => self.text.push_str(literal),
                Part::General | Part::Text => self.text.push_str(&self.signs.general(self.number.abs())),
                Part::Minus => self.text.push(self.minus()),
                Part::Percent => self.text.push('%'),
                Part::PercentSpace => self.text.push(self.signs.percent_space()),
                Part::Place(_) if in_exponent => {}
                Part::Place(place) if self.next < 0 => self.fraction_place(*place),
                Part::Place(place) => self.whole_place(*place),
                Part::Point => self.point(),
                Part::Exponent { plus } => {
                    in_exponent = true;
                    self.write_exponent(*plus);
                }
                Part::Fraction(fraction) => {
                    let parts = self.fraction.map(|parts| fraction.text(parts, self.section.shape.whole > 0));
                    self.text.push_str(&parts.unwrap_or_default());
                }
                Part::Comma | Part::Slash | Part::Below(_) | Part::Moment(_) => {}
            }
        }
        self.text
    }

    /// A hyphen alone stands for itself; before a number it is a minus.
    fn minus(&self) -> char {
        let shape = &self.section.shape;
        let numeric = shape.whole + shape.decimals > 0 || self.section.parts.contains(&Part::General);
        if numeric { self.signs.minus() } else { '-' }
    }

    fn point(&mut self) {
        // Whole digits are written even where the code has no place for them.
        if self.section.shape.whole == 0 {
            self.digits_above(0);
        }
        self.next = -1;
        self.text.push(self.signs.locale.decimal_sign());
    }

    fn whole_place(&mut self, place: Place) {
        let at = self.next;
        if at == self.section.shape.whole - 1 {
            self.digits_above(at + 1);
        }
        self.next -= 1;
        // A whole number without its fraction says at least zero.
        let last_of_whole = at == 0 && self.fraction.is_some_and(Parts::is_whole);
        self.zero_met |= place == Place::Zero || last_of_whole;
        let sign = match place {
            _ if at < self.digits.whole() || self.zero_met => self.digits.at(at),
            Place::Space => ' ',
            _ => return,
        };
        self.text.push(sign);
        self.group_after(at, sign);
    }

    /// Digits that stand before the first place of the code.
    fn digits_above(&mut self, lowest: i32) {
        for at in (lowest..self.digits.whole()).rev() {
            self.text.push(self.digits.at(at));
            self.group_after(at, '0');
        }
    }

    fn group_after(&mut self, at: i32, sign: char) {
        if self.section.shape.grouped && at > 0 && at % 3 == 0 {
            self.text.push(if sign == ' ' { ' ' } else { self.signs.locale.group_sign() });
        }
    }

    fn fraction_place(&mut self, place: Place) {
        let at = -self.next;
        self.next -= 1;
        if at <= self.digits.decimals().max(self.section.shape.fixed_decimals) {
            self.text.push(self.digits.at(-at));
        } else if place == Place::Space {
            self.text.push(' ');
        }
    }

    fn write_exponent(&mut self, plus: bool) {
        self.text.push('E');
        if self.exponent < 0 {
            self.text.push(self.signs.minus());
        } else if plus {
            self.text.push('+');
        }
        let width = usize::try_from(self.section.shape.exponent).unwrap_or(0);
        self.text.push_str(&format!("{:0>width$}", self.exponent.abs()));
    }
}

/// Mantissa and exponent; with several whole places the exponent is a multiple of their number.
fn scientific(number: Number, shape: &Shape) -> (Digits, i32) {
    let all = Digits::of(number, i32::MAX, 0);
    if all.is_zero() {
        return (all, 0);
    }
    let step = shape.whole.max(1);
    let exponent = (all.exponent() + shape.shift).div_euclid(step) * step;
    let mantissa = |exponent: i32| Digits::of(number, shape.decimals, shape.shift - exponent);
    let digits = mantissa(exponent);
    // Rounding may carry into one place more.
    if digits.whole() > step { (mantissa(exponent + step), exponent + step) } else { (digits, exponent) }
}
