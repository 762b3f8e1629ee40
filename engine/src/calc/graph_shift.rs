//! The dependencies when rows or columns come or go: edges move in place, and only runs that are cut, or whose ranges
//! are, are connected anew.

use super::cell_set::{CellSet, Span};
use super::graph::{Graph, Key};
use crate::base::{AxisKind, Fate, LineChange, MAX_ROWS, Shift};
use crate::book::Book;

impl Graph {
    /// Follows the formulas of a book that was just shifted. Gives the formulas, where they stand now, whose value may
    /// differ: those that read more or fewer cells than before, and those that ask where cells stand.
    pub fn shift(&mut self, book: &Book, shift: &Shift) -> CellSet {
        let (mut disturbed, mut cut) = (CellSet::default(), self.cut_runs(shift));
        for edge in self.edges.iter().flatten() {
            if edge.sheet != shift.sheet && edge.run.sheet != shift.sheet {
                continue;
            }
            edge.disturbed(shift).into_iter().for_each(|span| _ = disturbed.insert(span));
            if edge.shifted(shift).is_none() {
                cut.push((edge.run.sheet, edge.run.column, edge.run.first));
            }
        }
        let mut anew = CellSet::default();
        for key in cut {
            self.node_span(key).into_iter().for_each(|span| _ = anew.insert(span));
            self.remove(key);
        }
        self.shift_edges(shift);
        self.shift_nodes(shift);
        self.refused.shift(shift);
        disturbed.shift(shift);
        anew.shift(shift);
        for span in anew.spans() {
            self.update(book, span).into_iter().for_each(|alone| _ = disturbed.insert(alone));
        }
        self.join_at(book, shift);
        self.mark_positional(shift, &mut disturbed);
        disturbed
    }

    /// Runs that lines come in between.
    fn cut_runs(&self, shift: &Shift) -> Vec<Key> {
        let columns = self.nodes.iter().filter(|((sheet, _), _)| *sheet == shift.sheet && shift.axis == AxisKind::Rows);
        let cut = columns.filter_map(|((sheet, column), nodes)| {
            let (first, node) = nodes.range(..shift.at).next_back()?;
            (shift.fate(*first, node.last) == Fate::Cut).then_some((*sheet, *column, *first))
        });
        cut.collect()
    }

    fn shift_edges(&mut self, shift: &Shift) {
        let mut is_worn = false;
        for index in [self.index.find_mut(&shift.sheet), self.keyed.find_mut(&shift.sheet)].into_iter().flatten() {
            index.shift(shift);
            is_worn |= index.is_worn();
        }
        for edge in self.edges.iter_mut().flatten() {
            if edge.sheet == shift.sheet || edge.run.sheet == shift.sheet {
                *edge = edge.shifted(shift).unwrap_or(*edge);
            }
        }
        if is_worn {
            self.file_anew();
        }
    }

    fn shift_nodes(&mut self, shift: &Shift) {
        for beginnings in [&mut self.volatile, &mut self.positional, &mut self.stretched] {
            beginnings.shift(shift);
        }
        if shift.axis == AxisKind::Columns {
            let nodes = std::mem::take(&mut self.nodes).into_iter();
            let nodes = nodes.filter_map(|((sheet, column), nodes)| {
                let column = if sheet == shift.sheet { shift.moved(column)? } else { column };
                Some(((sheet, column), nodes))
            });
            self.nodes = nodes.collect();
            return;
        }
        for (_, nodes) in self.nodes.iter_mut().filter(|((sheet, _), _)| *sheet == shift.sheet) {
            let below = nodes.split_off(&shift.at).into_iter();
            let below = below.filter_map(|(first, mut node)| {
                node.last = node.last.saturating_add_signed(shift.distance());
                Some((shift.moved(first)?, node))
            });
            nodes.extend(below);
        }
    }

    /// Makes one run of two that meet where rows have gone, as the book does.
    fn join_at(&mut self, book: &Book, shift: &Shift) {
        let Some(above) = shift.at.checked_sub(1).filter(|_| matches!(shift.change, LineChange::Delete(_))) else {
            return;
        };
        let Some(sheet) = book.sheet(shift.sheet).filter(|_| shift.axis == AxisKind::Rows) else { return };
        let columns = self.nodes.keys().filter(|(sheet, _)| *sheet == shift.sheet).map(|(_, column)| *column);
        for column in columns.collect::<Vec<_>>() {
            let run = sheet.formulas.runs_within(column, shift.at, shift.at).next();
            if run.is_some_and(|run| run.first <= above) {
                self.update(book, Span { sheet: shift.sheet, column, first: above, last: shift.at });
            }
        }
    }

    /// Adds the formulas that ask where cells stand, if anything they may ask for has moved.
    fn mark_positional(&self, shift: &Shift, disturbed: &mut CellSet) {
        for span in self.beginning_in(&self.positional) {
            let moves = span.sheet == shift.sheet && shift.axis.lines(span.region().range).1 >= shift.at;
            if moves || self.reads_beyond(span, shift) {
                _ = disturbed.insert(span);
            }
        }
    }

    /// Whether a run reads anything from the shifted lines on.
    fn reads_beyond(&self, run: Span, shift: &Shift) -> bool {
        let node = self.node((run.sheet, run.column, run.first));
        let edges = node.into_iter().flat_map(|node| node.edges.iter().chain(&node.keyed));
        let mut edges = edges.filter_map(|edge| self.edges[*edge as usize]);
        edges.any(|edge| edge.sheet == shift.sheet && shift.axis.lines(edge.area).1 >= shift.at)
    }

    fn node_span(&self, key: Key) -> Option<Span> {
        let (sheet, column, first) = key;
        Some(Span { sheet, column, first, last: self.node(key)?.last.min(MAX_ROWS - 1) })
    }

    /// Files all edges where they stand now.
    fn file_anew(&mut self) {
        self.index.clear();
        self.keyed.clear();
        for node in self.nodes.values().flat_map(|nodes| nodes.values()) {
            for (edges, is_keyed) in [(node.edges.as_slice(), false), (node.keyed.as_slice(), node.is_keyed)] {
                let index = if is_keyed { &mut self.keyed } else { &mut self.index };
                for (edge, pattern) in edges.iter().filter_map(|edge| Some((*edge, self.edges[*edge as usize]?))) {
                    index.or_default(pattern.sheet).insert(pattern.area, u64::from(edge));
                }
            }
        }
    }
}
