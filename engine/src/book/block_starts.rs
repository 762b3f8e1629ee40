//! Where the blocks of a column begin. Rows that come or go move the beginnings of all blocks after them, not their
//! cells.

/// The most rows that a block has room for.
pub const BLOCK: usize = 256;

/// The first row of each block, from the top. Each begins at most a block's room after the one before.
#[derive(Debug, Clone, Default)]
pub struct BlockStarts {
    starts: Vec<u32>,
}

impl BlockStarts {
    /// The first row of a block.
    pub fn start(&self, block: usize) -> u32 {
        self.starts[block]
    }

    /// How many rows a block has; the last has all that it has room for.
    pub fn rows(&self, block: usize) -> usize {
        self.starts.get(block + 1).map_or(BLOCK, |next| (next - self.starts[block]) as usize)
    }

    /// The block that has a row and how far into it the row stands; `None` after the last.
    pub fn find(&self, row: u32) -> Option<(usize, usize)> {
        // While no rows came or went, every block begins where its number says.
        let guess = row as usize / BLOCK;
        if self.starts.get(guess).is_some_and(|start| *start as usize == guess * BLOCK)
            && self.starts.get(guess + 1).is_none_or(|next| row < *next)
        {
            return Some((guess, row as usize % BLOCK));
        }
        let block = self.starts.partition_point(|start| *start <= row).checked_sub(1)?;
        let within = (row - self.starts[block]) as usize;
        (within < BLOCK).then_some((block, within))
    }

    /// The block that has a row, after blocks were added as far as it.
    pub fn reach(&mut self, row: u32) -> (usize, usize) {
        loop {
            if let Some(found) = self.find(row) {
                return found;
            }
            let next = self.starts.last().map_or(0, |last| last + BLOCK as u32);
            self.starts.push(next);
        }
    }

    /// Moves all blocks from one on down.
    pub fn move_down(&mut self, block: usize, count: u32) {
        self.starts[block..].iter_mut().for_each(|start| *start += count);
    }

    /// Moves all blocks from one on up.
    pub fn move_up(&mut self, block: usize, count: u32) {
        self.starts[block..].iter_mut().for_each(|start| *start -= count);
    }

    /// Lets a block begin at another row.
    pub fn set_start(&mut self, block: usize, row: u32) {
        self.starts[block] = row;
    }

    /// Puts blocks that begin at these rows before another.
    pub fn insert(&mut self, block: usize, starts: impl IntoIterator<Item = u32>) {
        self.starts.splice(block..block, starts);
    }

    /// Takes blocks away.
    pub fn remove(&mut self, blocks: std::ops::Range<usize>) {
        self.starts.drain(blocks);
    }

    /// Keeps only so many blocks.
    pub fn truncate(&mut self, count: usize) {
        self.starts.truncate(count);
    }
}
