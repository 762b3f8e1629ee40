//! Fractions in number formats, such as `# ?/?` and `# ??/100`: the fraction nearest to a number, and its text.

use super::pattern::{Part, Place};
use crate::value::Number;

/// The most digits a denominator is looked for with.
const MOST_DIGITS: usize = 7;
/// What is left of a number is nothing below this.
const NOTHING: (i128, u32) = (5, 8);

/// The way a section writes a fraction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fraction {
    above: Vec<Place>,
    /// The slash with the spaces around it.
    slash: String,
    below: Below,
}

/// What stands below the slash.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Below {
    Places(Vec<Place>),
    Number(u32),
}

/// A number as its whole part and a fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts {
    pub whole: u128,
    above: u128,
    below: u128,
}

impl Parts {
    /// Whether the fraction is zero.
    pub const fn is_whole(self) -> bool {
        self.above == 0
    }

    /// Whether nothing is left of the number.
    pub const fn is_zero(self) -> bool {
        self.whole == 0 && self.above == 0
    }
}

impl Fraction {
    /// A number, its sign left aside, as whole and fraction; without places for the whole it all goes into the fraction.
    pub fn parts(&self, number: Number, has_whole: bool) -> Parts {
        let number = number.abs().settled();
        let whole = number.rounded_down(0);
        let rest = number.minus(whole).unwrap_or_default();
        let mut whole = whole.decimal().mantissa().unsigned_abs() / 10_u128.pow(whole.decimal().scale());
        let (mut above, below) = match &self.below {
            Below::Number(below) => (times(rest, u128::from(*below)), u128::from(*below)),
            Below::Places(places) => nearest(rest, 10_u128.pow(places.len().min(MOST_DIGITS) as u32) - 1),
        };
        if above == below {
            (whole, above) = (whole + 1, 0);
        }
        if !has_whole {
            (above, whole) = (whole.saturating_mul(below).saturating_add(above), 0);
        }
        Parts { whole, above, below }
    }

    /// The fraction's text; one that is zero beside a whole number gives way to spaces.
    pub fn text(&self, parts: Parts, has_whole: bool) -> String {
        if has_whole && parts.is_whole() && !self.above.contains(&Place::Zero) {
            return self.gap();
        }
        let below = parts.below.to_string();
        let below = match &self.below {
            Below::Number(_) => below,
            Below::Places(places) if places.first() == Some(&Place::Zero) => right_aligned(&below, places),
            Below::Places(places) => {
                let rest = places.iter().skip(below.len()).filter(|place| **place == Place::Space);
                below + &" ".repeat(rest.count())
            }
        };
        right_aligned(&parts.above.to_string(), &self.above) + &self.slash + &below
    }

    fn gap(&self) -> String {
        let spaces = |places: &[Place]| places.iter().filter(|place| **place == Place::Space).count();
        let above = spaces(&self.above);
        if above == 0 {
            return String::new();
        }
        let below = match &self.below {
            Below::Places(places) => spaces(places),
            Below::Number(number) => number.to_string().len(),
        };
        " ".repeat(above + self.slash.chars().count() + below)
    }
}

/// Digits at the right of their places.
fn right_aligned(digits: &str, places: &[Place]) -> String {
    let free = places.len().saturating_sub(digits.len());
    let filling = places.iter().take(free).filter_map(|place| match place {
        Place::Zero => Some('0'),
        Place::Space => Some(' '),
        Place::Nothing => None,
    });
    filling.chain(digits.chars()).collect()
}

/// The product with a whole number, rounded.
fn times(number: Number, factor: u128) -> u128 {
    let product = i128::try_from(factor).ok().and_then(|factor| Number::from_parts(factor, 0).ok());
    let product = product.and_then(|factor| number.times(factor).ok()).unwrap_or_default().rounded(0);
    product.truncated().ok().and_then(|product| u128::try_from(product).ok()).unwrap_or(0)
}

/// The last of the continued fraction's approximations to a number below one whose denominator is not above `most`.
fn nearest(number: Number, most: u128) -> (u128, u128) {
    let nothing = Number::from_parts(NOTHING.0, NOTHING.1).unwrap_or_default();
    let (mut before, mut last, mut rest) = ((1, 0), (0, 1), number);
    while rest > nothing {
        let Ok(inverse) = Number::ONE.over(rest) else { break };
        let Ok(step) = inverse.rounded_down(0).truncated() else { break };
        let step = u128::from(step.unsigned_abs());
        let next = (step * last.0 + before.0, step * last.1 + before.1);
        if next.1 > most {
            break;
        }
        (before, last) = (last, next);
        rest = inverse.minus(inverse.rounded_down(0)).unwrap_or_default();
    }
    last
}

/// Makes one part of a slash with the places on both its sides; a slash without them is text.
pub(super) fn settle(parts: &mut Vec<Part>) {
    let Some(slash) = parts.iter().position(|part| *part == Part::Slash) else { return };
    let after = |index: usize| parts.get(index).is_some_and(is_space);
    let (left, right) = (slash - usize::from(slash > 0 && after(slash - 1)), slash + 1 + usize::from(after(slash + 1)));
    let above: Vec<Place> = parts[..left].iter().rev().map_while(place).collect();
    let places: Vec<Place> = parts[right..].iter().map_while(place).collect();
    let (below, end) = match parts.get(right) {
        Some(Part::Below(number)) => (Below::Number(*number), right + 1),
        _ => (Below::Places(places.clone()), right + places.len()),
    };
    if above.is_empty() || end == right {
        parts[slash] = Part::Literal("/".to_owned());
        return;
    }
    let start = left - above.len();
    let text = format!("{}/{}", " ".repeat(slash - left), " ".repeat(right - slash - 1));
    let above = above.into_iter().rev().collect();
    parts.splice(start..end, [Part::Fraction(Fraction { above, slash: text, below })]);
}

fn is_space(part: &Part) -> bool {
    matches!(part, Part::Literal(text) if text == " ")
}

const fn place(part: &Part) -> Option<Place> {
    match part {
        Part::Place(place) => Some(*place),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_near_to_fractions_with_small_denominators() {
        for (number, most, expected) in [
            ("0.5", 9, (1, 2)),
            ("0.3333333333333333333333333333", 9, (1, 3)),
            ("0.14159265358979", 9, (1, 7)),
            ("0.14159265358979", 99, (1, 7)),
            ("0.14159265358979", 999, (16, 113)),
            ("0.99", 9, (1, 1)),
            ("0.01", 9, (0, 1)),
            ("0", 9, (0, 1)),
        ] {
            assert_eq!(nearest(Number::parse(number).unwrap(), most), expected, "{number} up to {most}");
        }
    }
}
