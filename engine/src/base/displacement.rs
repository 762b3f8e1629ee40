//! Where lines stood when an index of them was made, seen from where they stand now. An index that asks through this
//! stays as it is while lines come and go.

use super::shift::{LineChange, Shift};

/// More pieces than this cost more than making the index anew.
const MOST_PIECES: usize = 64;
/// All lines that came in at one place are taken for the line after them, so there should not be many.
const MOST_ADDED: u32 = 2_048;

/// The lines of a sheet as an index knows them.
#[derive(Debug, Clone, Default)]
pub struct Displacement {
    /// Ascending by where they stand now. Before the first nothing has moved.
    pieces: Vec<Piece>,
    added: u32,
}

/// Lines from one on.
#[derive(Debug, Clone, Copy)]
struct Piece {
    now: u32,
    filed: u32,
    /// Whether they came in later, so that they were nowhere.
    is_added: bool,
}

impl Displacement {
    /// The line that stood where the given line stands now. Never descending, so that what overlaps now did so then.
    pub fn filed(&self, line: u32) -> u32 {
        match self.pieces[..self.pieces.partition_point(|piece| piece.now <= line)].last() {
            None => line,
            Some(piece) if piece.is_added => piece.filed,
            Some(piece) => piece.filed + (line - piece.now),
        }
    }

    /// Whether all lines stand where they stood.
    pub fn is_none(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Takes note of lines that come or go.
    pub fn shift(&mut self, shift: &Shift) {
        let at = self.split(shift.at);
        match shift.change {
            LineChange::Insert(count) => {
                let filed = self.pieces[at].filed;
                self.pieces[at..].iter_mut().for_each(|piece| piece.now = piece.now.saturating_add(count));
                self.pieces.insert(at, Piece { now: shift.at, filed, is_added: true });
                self.added = self.added.saturating_add(count);
            }
            LineChange::Delete(count) => {
                let end = self.split(shift.at.saturating_add(count));
                self.pieces.drain(at..end);
                self.pieces[at..].iter_mut().for_each(|piece| piece.now -= count);
            }
        }
    }

    /// Whether so much has moved that the index should be made anew.
    pub fn is_worn(&self) -> bool {
        self.pieces.len() > MOST_PIECES || self.added > MOST_ADDED
    }

    /// Makes a piece begin at a line and gives its index.
    fn split(&mut self, line: u32) -> usize {
        let at = self.pieces.partition_point(|piece| piece.now < line);
        if self.pieces.get(at).is_none_or(|piece| piece.now != line) {
            let is_added = at > 0 && self.pieces[at - 1].is_added;
            self.pieces.insert(at, Piece { now: line, filed: self.filed(line), is_added });
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{AxisKind, SheetId};

    #[test]
    fn lines_are_found_where_they_stood() {
        let mut displacement = Displacement::default();
        let mut lines: Vec<Option<u32>> = (0..100).map(Some).collect();
        for (at, change) in [
            (10, LineChange::Insert(3)),
            (5, LineChange::Delete(4)),
            (8, LineChange::Insert(1)),
            (0, LineChange::Insert(2)),
            (9, LineChange::Delete(6)),
            (40, LineChange::Delete(1)),
        ] {
            displacement.shift(&Shift { sheet: SheetId(0), axis: AxisKind::Rows, at, change });
            let place = at as usize;
            match change {
                LineChange::Insert(count) => _ = lines.splice(place..place, (0..count).map(|_| None)),
                LineChange::Delete(count) => _ = lines.drain(place..place + count as usize),
            }
            let filed: Vec<u32> = (0..lines.len() as u32).map(|line| displacement.filed(line)).collect();
            assert!(filed.is_sorted());
            assert!(lines.iter().zip(filed).all(|(line, filed)| line.is_none_or(|line| line == filed)));
        }
    }
}
