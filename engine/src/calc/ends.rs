//! The least and the greatest number of a range, kept while its cells change. How many cells hold each is counted, so
//! that the range is searched again only after the last of them has gone.

use crate::value::Number;

/// The ends of the numbers in a range.
#[derive(Debug, Clone, Copy, Default)]
pub enum Ends {
    /// To be searched for.
    #[default]
    Unknown,
    /// There is no number.
    Nothing,
    /// The least and the greatest.
    Known(End, End),
}

/// A number and how many cells hold it.
#[derive(Debug, Clone, Copy)]
pub struct End {
    number: Number,
    count: u64,
}

impl Ends {
    /// The least and the greatest number, as far as they are known.
    pub fn numbers(self) -> Option<(Number, Number)> {
        match self {
            Self::Known(least, greatest) => Some((least.number, greatest.number)),
            _ => None,
        }
    }

    /// Takes a number in.
    pub fn add(&mut self, number: Number) {
        match self {
            Self::Unknown => {}
            Self::Nothing => *self = Self::Known(End { number, count: 1 }, End { number, count: 1 }),
            Self::Known(least, greatest) => {
                least.meet(number, number < least.number);
                greatest.meet(number, number > greatest.number);
            }
        }
    }

    /// Takes a number out that was taken in before.
    pub fn take(&mut self, number: Number) {
        if let Self::Known(least, greatest) = self
            && (least.loses(number) | greatest.loses(number))
        {
            *self = Self::Unknown;
        }
    }
}

impl End {
    fn meet(&mut self, number: Number, is_beyond: bool) {
        if is_beyond {
            *self = Self { number, count: 1 };
        } else if number == self.number {
            self.count += 1;
        }
    }

    /// Takes a number away and says whether it was the last of this end.
    fn loses(&mut self, number: Number) -> bool {
        self.count -= u64::from(number == self.number);
        self.count == 0
    }
}
