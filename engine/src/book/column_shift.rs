//! Rows that come and go in a column of values: only the blocks at either end of them are written anew, all others move
//! as a whole.

use super::block::Block;
use super::block_starts::BLOCK;
use super::column::Column;
use crate::value::Value;

impl Column {
    /// Makes room for `count` rows before `at`.
    pub fn insert(&mut self, at: u32, count: u32) {
        let length = self.length();
        if at >= length {
            return;
        }
        let Some((index, within)) = self.starts.find(at) else { return };
        if within == 0 && index > 0 && self.starts.rows(index - 1) + count as usize <= BLOCK {
            self.starts.move_down(index, count);
            return;
        }
        let values = self.values_of(index);
        self.starts.move_down(index + 1, count);
        if values.len() + count as usize <= BLOCK {
            let (before, after) = values.split_at(within);
            let added = std::iter::repeat_n(Value::Blank, count as usize);
            let all = before.iter().cloned().chain(added).chain(after.iter().cloned());
            self.blocks[index] = Block::of(all);
            return;
        }
        self.split(index, &values, within, at + count);
    }

    /// Takes `count` rows away from `at` on and moves the rest up.
    pub fn remove(&mut self, at: u32, count: u32) {
        let length = self.length();
        let end = at.saturating_add(count);
        let Some((first, within)) = self.starts.find(at).filter(|_| at < length) else { return };
        let Some((last, behind)) = self.starts.find(end).filter(|_| end < length) else {
            self.cut_off(first, within);
            return;
        };
        let mut values = self.values_of(first);
        values.truncate(within);
        let after = self.values_of(last).split_off(behind);
        let gone = if within + after.len() <= BLOCK { first + 1..last + 1 } else { first + 1..last };
        self.starts.move_up(last + 1, count);
        if gone.end > last {
            values.extend(after);
            self.blocks[first] = Block::of(values.into_iter());
        } else {
            // The block at the end begins where the rows were.
            self.starts.set_start(last, at);
            self.blocks[last] = Block::of(after.into_iter());
            self.blocks[first] = Block::of(values.into_iter());
        }
        if gone.start < gone.end {
            self.starts.remove(gone.clone());
            self.blocks.drain(gone);
        }
        self.shrink();
    }

    /// Cuts a block in two: the rest of its rows begins anew at `start`, with empty blocks for what is between.
    fn split(&mut self, index: usize, values: &[Value], within: usize, start: u32) {
        let (before, after) = values.split_at(within);
        let first = self.starts.start(index);
        let empty: Vec<u32> = (first..start).step_by(BLOCK).skip(1).collect();
        let blocks = empty.iter().map(|_| None).chain([Block::of(after.iter().cloned())]).collect::<Vec<_>>();
        self.blocks[index] = Block::of(before.iter().cloned());
        self.blocks.splice(index + 1..index + 1, blocks);
        self.starts.insert(index + 1, empty.into_iter().chain([start]));
    }

    /// Empties a column from a row of a block on.
    fn cut_off(&mut self, index: usize, within: usize) {
        let mut values = self.values_of(index);
        values.truncate(within);
        self.blocks.truncate(index + 1);
        self.blocks[index] = Block::of(values.into_iter());
        self.starts.truncate(index + 1);
        self.shrink();
    }

    /// The values of a block's rows; of the last block as far as there are any.
    fn values_of(&self, index: usize) -> Vec<Value> {
        let rows = match index + 1 == self.blocks.len() {
            true => (self.length() - self.starts.start(index)) as usize,
            false => self.starts.rows(index),
        };
        let block = self.blocks[index].as_ref();
        (0..rows).map(|within| block.map_or(Value::Blank, |block| block.value(within))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_move_on_insert_and_remove() {
        let mut column = Column::default();
        (0..600).for_each(|row| _ = column.set(row, Value::from(i64::from(row))));
        column.insert(300, 2);
        assert_eq!((column.value(299), column.value(300), column.value(302)), (299.into(), Value::Blank, 300.into()));
        column.remove(300, 2);
        assert_eq!((column.value(300), column.value(599), column.length()), (300.into(), 599.into(), 600));
        column.remove(0, 600);
        assert_eq!(column.length(), 0);
    }

    #[test]
    fn agrees_with_a_plain_list() {
        let mut column = Column::default();
        let mut plain: Vec<Value> = Vec::new();
        let mut state = 5_u32;
        for step in 0..4_000 {
            state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            let (row, count) = (state >> 8 & 1_023, 1 + (state >> 20 & 7).pow(3));
            match state >> 29 {
                0 | 1 if (row as usize) < plain.len() => {
                    column.insert(row, count);
                    let added = std::iter::repeat_n(Value::Blank, count as usize);
                    _ = plain.splice(row as usize..row as usize, added);
                }
                2 if (row as usize) < plain.len() => {
                    column.remove(row, count);
                    plain.drain(row as usize..(row + count).min(plain.len() as u32) as usize);
                }
                _ => {
                    let value = if step % 7 == 0 { Value::Blank } else { Value::from(i64::from(step)) };
                    plain.resize(plain.len().max(row as usize + 1), Value::Blank);
                    assert_eq!(column.set(row, value.clone()), std::mem::replace(&mut plain[row as usize], value));
                }
            }
            while plain.last().is_some_and(Value::is_blank) {
                plain.pop();
            }
            assert_eq!(column.length() as usize, plain.len(), "step {step}");
            let check = state >> 5 & 1_023;
            assert_eq!(column.value(check), plain.get(check as usize).cloned().unwrap_or_default(), "step {step}");
            if step % 50 == 0 {
                let mut seen = vec![Value::Blank; plain.len()];
                column.visit(0, u32::MAX, &mut |row, value| seen[row as usize] = value.clone());
                assert_eq!(seen, plain, "step {step}");
            }
        }
    }
}
