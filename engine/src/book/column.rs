//! The values of one column, in blocks of rows.

use std::ops::Range;

use super::block::Block;
use super::block_starts::{BLOCK, BlockStarts};
use crate::base::memory;
use crate::value::{Number, Units, Value};

/// The values of a column, by row.
#[derive(Debug, Clone, Default)]
pub struct Column {
    pub(super) starts: BlockStarts,
    pub(super) blocks: Vec<Option<Block>>,
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
            Some((block, within)) => block.number(within),
            None => Some(Number::ZERO),
        }
    }

    /// The number at a row in units, zero for a blank; `None` for anything else and for long numbers.
    pub fn units(&self, row: u32) -> Option<Units> {
        match self.find(row) {
            Some((block, within)) => block.units(within),
            None => Some(Units::ZERO),
        }
    }

    /// Puts a value at a row and gives the one that was there.
    pub fn set(&mut self, row: u32, value: Value) -> Value {
        if value.is_blank() && self.find(row).is_none() {
            return Value::Blank;
        }
        let (index, within) = self.starts.reach(row);
        let block = self.block(index);
        let before = block.value(within);
        block.set(within, value);
        if before.is_blank() || !block.is_empty() {
            return before;
        }
        self.blocks[index] = None;
        self.shrink();
        before
    }

    /// Puts a number at a row and says whether there was another value.
    pub fn set_number(&mut self, row: u32, number: Number) -> bool {
        let (index, within) = self.starts.reach(row);
        self.block(index).set_number(within, number)
    }

    /// Puts a number of few digits at a row and says whether there was another value.
    pub fn set_units(&mut self, row: u32, units: Units) -> bool {
        let (index, within) = self.starts.reach(row);
        self.block(index).set_units(within, units)
    }

    /// Takes memory for blocks between two rows that hold nothing yet, supposing that they will be like the one above.
    pub fn make_room(&self, first: u32, last: u32) {
        let from = self.starts.find(first).map_or(self.blocks.len(), |(block, _)| block);
        let wanted = (last - first) as usize / BLOCK + 1;
        let above = self.blocks.get(from.saturating_sub(1)).or(self.blocks.get(from)).and_then(Option::as_ref);
        let size = Block::size(above) + size_of::<Option<Block>>();
        let held = self.blocks.iter().skip(from).take(wanted).flatten().count();
        memory::make_room((wanted - held) * size);
    }

    /// The row after the last that holds something.
    pub fn length(&self) -> u32 {
        let Some(Some(last)) = self.blocks.last() else { return 0 };
        let within = (0..BLOCK).rev().find(|within| !last.value(*within).is_blank());
        within.map_or(0, |within| self.starts.start(self.blocks.len() - 1) + within as u32 + 1)
    }

    /// Shows every value between two rows that is not blank, from the top.
    pub fn visit(&self, first: u32, last: u32, visit: &mut dyn FnMut(u32, &Value)) {
        self.each_block(first, last, |block, start, rows| block.visit(start, rows, visit));
    }

    /// Shows the values between two rows, whole runs of numbers already added up.
    pub fn add_up(&self, first: u32, last: u32, visit: &mut dyn FnMut(Piece<'_>)) {
        self.each_block(first, last, |block, start, rows| block.add_up(start, rows, visit));
    }

    fn find(&self, row: u32) -> Option<(&Block, usize)> {
        let (block, within) = self.starts.find(row)?;
        Some((self.blocks[block].as_ref()?, within))
    }

    fn each_block(&self, first: u32, last: u32, mut visit: impl FnMut(&Block, u32, Range<usize>)) {
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

    /// A block to write into.
    fn block(&mut self, index: usize) -> &mut Block {
        if index >= self.blocks.len() {
            self.blocks.resize_with(index + 1, || None);
        }
        self.blocks[index].get_or_insert_with(Block::empty)
    }

    pub(super) fn shrink(&mut self) {
        while matches!(self.blocks.last(), Some(None)) {
            self.blocks.pop();
        }
        self.starts.truncate(self.blocks.len());
    }
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
    fn long_numbers_stand_beside_short_ones_blanks_and_text() {
        let mut column = Column::default();
        let third = "0.3333333333333333333333333333";
        (0..3).for_each(|row| _ = column.set(row * 2, number("0.25")));
        assert_eq!(column.set(2, number(third)), number("0.25"));
        let values = |column: &Column| (0..5).map(|row| column.value(row)).collect::<Vec<_>>();
        assert_eq!(values(&column), [number("0.25"), Value::Blank, number(third), Value::Blank, number("0.25")]);
        assert!(!column.set_number(2, Number::parse(third).unwrap()));
        assert!(column.set_number(1, Number::ZERO), "a zero is not a blank");
        assert_eq!(column.set(0, Value::Blank), number("0.25"));
        assert_eq!((column.number(0), column.length()), (Some(Number::ZERO), 5));
        column.set(4, Value::text("a"));
        assert_eq!(values(&column), [Value::Blank, number("0"), number(third), Value::Blank, Value::text("a")]);
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
