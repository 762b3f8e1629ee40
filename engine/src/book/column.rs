//! The values of one column, in blocks of rows. A block of numbers is integers with one common scale, which is compact
//! and adds up quickly; a block with anything else holds values as they are.

use rust_decimal::Decimal;

use super::block_starts::{BLOCK, BlockStarts};
use crate::value::{Number, Value};

const WORDS: usize = BLOCK / 64;

/// The values of a column, by row.
#[derive(Debug, Clone, Default)]
pub struct Column {
    pub(super) starts: BlockStarts,
    pub(super) blocks: Vec<Option<Block>>,
}

/// The values of some rows below one another.
#[derive(Debug, Clone)]
pub(super) enum Block {
    /// Mantissas that share a scale, and which rows hold one.
    Numbers { scale: u32, filled: [u64; WORDS], mantissas: Box<[i64; BLOCK]> },
    /// Values of any kind.
    Values(Box<[Value; BLOCK]>),
}

/// What a walk over a column meets.
pub enum Piece<'a> {
    /// A value at a row.
    Value(u32, &'a Value),
    /// The sum of so many numbers in units of 10^−scale.
    Units {
        /// Sum of the mantissas.
        units: i128,
        /// Their scale.
        scale: u32,
        /// How many numbers.
        count: u64,
    },
}

impl Column {
    /// The value at a row.
    pub fn value(&self, row: u32) -> Value {
        match self.find(row) {
            Some((block, within)) => block.value(within),
            None => Value::Blank,
        }
    }

    /// The number at a row, zero for a blank; `None` for anything else.
    pub fn number(&self, row: u32) -> Option<Number> {
        match self.find(row) {
            // Rows without a number have a mantissa of zero.
            Some((Block::Numbers { scale, mantissas, .. }, within)) => {
                Some(Number::new(Decimal::new(mantissas[within], *scale)))
            }
            Some((Block::Values(values), within)) => match &values[within] {
                Value::Number(number) => Some(*number),
                Value::Blank => Some(Number::ZERO),
                _ => None,
            },
            None => Some(Number::ZERO),
        }
    }

    /// Puts a value at a row and gives the one that was there.
    pub fn set(&mut self, row: u32, value: Value) -> Value {
        if value.is_blank() && self.find(row).is_none() {
            return Value::Blank;
        }
        let (index, within) = self.starts.reach(row);
        if index >= self.blocks.len() {
            self.blocks.resize_with(index + 1, || None);
        }
        let slot = &mut self.blocks[index];
        let block = slot.get_or_insert_with(Block::empty);
        let before = block.value(within);
        block.put(within, value);
        if before.is_blank() || !block.is_empty() {
            return before;
        }
        *slot = None;
        self.shrink();
        before
    }

    /// The row after the last that holds something.
    pub fn length(&self) -> u32 {
        let Some(Some(last)) = self.blocks.last() else { return 0 };
        let within = (0..BLOCK).rev().find(|within| !last.value(*within).is_blank());
        within.map_or(0, |within| self.starts.start(self.blocks.len() - 1) + within as u32 + 1)
    }

    /// Shows every value between two rows that is not blank, from the top.
    pub fn visit(&self, first: u32, last: u32, visit: &mut dyn FnMut(u32, &Value)) {
        self.each_block(first, last, |block, start, rows| {
            for within in rows {
                match block {
                    Block::Numbers { .. } => match block.value(within) {
                        Value::Blank => {}
                        value => visit(start + within as u32, &value),
                    },
                    Block::Values(values) if !values[within].is_blank() => {
                        visit(start + within as u32, &values[within]);
                    }
                    Block::Values(_) => {}
                }
            }
        });
    }

    /// Shows the values between two rows, whole runs of numbers already added up.
    pub fn add_up(&self, first: u32, last: u32, visit: &mut dyn FnMut(Piece<'_>)) {
        self.each_block(first, last, |block, start, rows| match block {
            Block::Numbers { scale, filled, mantissas } => {
                let count = rows.clone().filter(|within| is_filled(filled, *within)).count() as u64;
                let units = mantissas[rows].iter().map(|mantissa| i128::from(*mantissa)).sum();
                visit(Piece::Units { units, scale: *scale, count });
            }
            Block::Values(values) => {
                for within in rows.filter(|within| !values[*within].is_blank()) {
                    visit(Piece::Value(start + within as u32, &values[within]));
                }
            }
        });
    }

    fn find(&self, row: u32) -> Option<(&Block, usize)> {
        let (block, within) = self.starts.find(row)?;
        Some((self.blocks[block].as_ref()?, within))
    }

    fn each_block(&self, first: u32, last: u32, mut visit: impl FnMut(&Block, u32, std::ops::Range<usize>)) {
        let Some((from, _)) = self.starts.find(first) else { return };
        for index in from..self.blocks.len() {
            let start = self.starts.start(index);
            if start > last {
                break;
            }
            let Some(block) = &self.blocks[index] else { continue };
            let begin = first.saturating_sub(start) as usize;
            let end = ((last - start) as usize + 1).min(self.starts.rows(index));
            visit(block, start, begin..end);
        }
    }

    pub(super) fn shrink(&mut self) {
        while matches!(self.blocks.last(), Some(None)) {
            self.blocks.pop();
        }
        self.starts.truncate(self.blocks.len());
    }
}

impl Block {
    /// A block of values from its first row on; `None` when all are blank.
    pub(super) fn of(values: impl Iterator<Item = Value>) -> Option<Self> {
        let mut made: Option<Self> = None;
        for (within, value) in values.enumerate().filter(|(_, value)| !value.is_blank()) {
            made.get_or_insert_with(Self::empty).put(within, value);
        }
        made
    }

    fn empty() -> Self {
        Self::Numbers { scale: 0, filled: [0; WORDS], mantissas: Box::new([0; BLOCK]) }
    }

    fn put(&mut self, within: usize, value: Value) {
        if !self.set_number(within, &value) {
            self.widened()[within] = value;
        }
    }

    pub(super) fn value(&self, within: usize) -> Value {
        match self {
            Self::Values(values) => values[within].clone(),
            Self::Numbers { filled, .. } if !is_filled(filled, within) => Value::Blank,
            Self::Numbers { scale, mantissas, .. } => {
                Value::Number(Number::new(Decimal::new(mantissas[within], *scale)))
            }
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Numbers { filled, .. } => filled.iter().all(|word| *word == 0),
            Self::Values(values) => values.iter().all(Value::is_blank),
        }
    }

    /// Writes a number or a blank into a block of numbers; false when it does not fit there.
    fn set_number(&mut self, within: usize, value: &Value) -> bool {
        let Self::Numbers { scale, filled, mantissas } = self else { return false };
        let (word, bit) = (within / 64, 1_u64 << (within % 64));
        match value {
            Value::Blank => {
                filled[word] &= !bit;
                mantissas[within] = 0;
                true
            }
            Value::Number(number) => match units(*number, scale, mantissas) {
                Some(mantissa) => {
                    filled[word] |= bit;
                    mantissas[within] = mantissa;
                    true
                }
                None => false,
            },
            _ => false,
        }
    }

    /// The block as plain values.
    fn widened(&mut self) -> &mut [Value; BLOCK] {
        if let Self::Numbers { .. } = self {
            *self = Self::Values(Box::new(std::array::from_fn(|within| self.value(within))));
        }
        match self {
            Self::Values(values) => values,
            Self::Numbers { .. } => unreachable!("the block was widened above"),
        }
    }
}

/// The number in the block's units, after the block was scaled up to the number's own scale if need be.
fn units(number: Number, scale: &mut u32, mantissas: &mut [i64; BLOCK]) -> Option<i64> {
    let mut decimal = number.decimal();
    if decimal.scale() > *scale {
        decimal.normalize_assign();
    }
    if decimal.scale() > *scale {
        let factor = 10_i64.checked_pow(decimal.scale() - *scale)?;
        let largest = mantissas.iter().map(|mantissa| mantissa.unsigned_abs()).max().unwrap_or(0);
        i64::try_from(largest).ok()?.checked_mul(factor)?;
        mantissas.iter_mut().for_each(|mantissa| *mantissa *= factor);
        *scale = decimal.scale();
    }
    let factor = 10_i64.checked_pow(*scale - decimal.scale())?;
    i64::try_from(decimal.mantissa()).ok()?.checked_mul(factor)
}

fn is_filled(filled: &[u64; WORDS], within: usize) -> bool {
    filled[within / 64] >> (within % 64) & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Value {
        Value::Number(Number::parse(text).unwrap())
    }

    #[test]
    fn numbers_of_all_scales_come_back_as_they_were() {
        let mut column = Column::default();
        let texts = ["1", "0.1", "-12.345", "9223372036854775807", "0.0000000000000000000000000001", "0", "7"];
        for (row, text) in texts.iter().enumerate() {
            column.set(row as u32 * 100, number(text));
        }
        for (row, text) in texts.iter().enumerate() {
            assert_eq!(column.value(row as u32 * 100), number(text));
        }
    }

    #[test]
    fn text_among_numbers_keeps_the_numbers() {
        let mut column = Column::default();
        column.set(3, number("1.5"));
        assert_eq!(column.set(3, Value::text("a")), number("1.5"));
        column.set(4, number("2"));
        assert_eq!((column.value(3), column.value(4)), (Value::text("a"), number("2")));
        assert_eq!(column.length(), 5);
    }

    #[test]
    fn clearing_all_leaves_nothing() {
        let mut column = Column::default();
        column.set(1000, number("1"));
        assert_eq!(column.set(1000, Value::Blank), number("1"));
        assert_eq!((column.length(), column.blocks.len()), (0, 0));
    }

    #[test]
    fn adding_up_counts_what_is_there() {
        let mut column = Column::default();
        (0..1000).for_each(|row| _ = column.set(row, number("0.1")));
        column.set(500, Value::text("text"));
        let (mut sum, mut count) = (crate::value::ExactSum::default(), 0);
        column.add_up(10, 899, &mut |piece| match piece {
            Piece::Units { units, scale, count: some } => {
                sum.add_units(units, scale);
                count += some;
            }
            Piece::Value(_, Value::Number(number)) => {
                sum.add(*number);
                count += 1;
            }
            Piece::Value(..) => {}
        });
        assert_eq!((sum.total().unwrap().to_string(), count), ("88.9".to_owned(), 889));
    }
}
