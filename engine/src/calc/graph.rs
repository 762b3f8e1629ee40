//! Who reads whom. The nodes are runs of formulas, an edge is one reference of a run, and an index of rectangles finds
//! the edges that read a cell. A column filled with one formula is one node, however long it is.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::cell_set::{CellSet, Span};
use super::keyed_references::References;
use super::pattern::Pattern;
use crate::base::{OverlapIndex, Place, Region, SheetId};
use crate::book::{Book, Formula, Run};
use crate::functions::library;
use crate::syntax::{Expression, Reference};

/// Names that stand for names are followed so far.
const MAX_NAME_DEPTH: u32 = 16;

/// Functions that calculate which cells they refer to.
const COMPUTED: [&str; 2] = ["OFFSET", "INDIRECT"];

/// A run's place: sheet, column and first row.
type Key = (SheetId, u32, u32);

/// The edges by the cells they read.
type Index = BTreeMap<SheetId, OverlapIndex<usize>>;

/// The dependencies of a book.
#[derive(Debug, Default)]
pub struct Graph {
    nodes: BTreeMap<Key, Node>,
    edges: Vec<Pattern>,
    free: Vec<usize>,
    index: Index,
    /// Edges of ranges that a run only asks by key, which no written cell needs to find.
    keyed: Index,
    /// Cells that read as a whole what they could have asked by key.
    refused: CellSet,
    volatile: BTreeSet<Key>,
}

#[derive(Debug)]
struct Node {
    last: u32,
    formula: Rc<Formula>,
    edges: Vec<usize>,
    /// Edges of the ranges asked by key, and whether they are filed with these.
    keyed: Vec<usize>,
    is_keyed: bool,
    /// The ranges asked by key.
    regions: Vec<Region>,
}

impl Graph {
    /// The dependencies of all formulas of a book.
    pub fn of(book: &Book) -> Self {
        let mut graph = Self::default();
        for sheet in &book.sheets {
            sheet.formulas.runs().for_each(|run| graph.add(book, sheet.id, &run));
        }
        graph
    }

    /// Brings the graph up to date with the formulas of a span that was written.
    pub fn update(&mut self, book: &Book, written: Span) {
        let Some(sheet) = book.sheet(written.sheet) else { return };
        // A write can split a run or join it with its neighbours, so runs that touch the span are looked at too.
        let (mut first, mut last) = (written.first.saturating_sub(1), written.last.saturating_add(1));
        loop {
            let known = self.nodes_within(written.sheet, written.column, first, last);
            let known = known.map(|((_, _, start), node)| (*start, node.last));
            let runs = sheet.formulas.runs_within(written.column, first, last).map(|run| (run.first, run.last));
            let (from, to) = known.chain(runs).fold((first, last), |(from, to), (a, b)| (from.min(a), to.max(b)));
            if (from, to) == (first, last) {
                break;
            }
            (first, last) = (from, to);
        }
        let runs: Vec<Run> = sheet.formulas.runs_within(written.column, first, last).collect();
        let known = self.nodes_within(written.sheet, written.column, first, last);
        let gone: Vec<Key> = known.filter(|(key, node)| !is_among(&runs, **key, node)).map(|(key, _)| *key).collect();
        gone.into_iter().for_each(|key| self.remove(key));
        for run in runs {
            if !self.nodes.contains_key(&(written.sheet, run.column, run.first)) {
                self.add(book, written.sheet, &run);
            }
        }
    }

    /// Shows the spans of formulas that depend on any cell of a span.
    pub fn dependents(&self, changed: Span, mut found: impl FnMut(Span)) {
        self.readers(changed, &mut found);
        self.show(&self.keyed, changed, &mut found);
    }

    /// Shows the spans of formulas that depend on any cell of a span otherwise than by key.
    pub fn readers(&self, changed: Span, found: &mut impl FnMut(Span)) {
        self.show(&self.index, changed, found);
    }

    /// The ranges that a formula asks only by key.
    pub fn keyed_regions(&self, place: Place) -> &[Region] {
        self.node_at(place).map_or(&[], |(_, node)| &node.regions)
    }

    /// Takes note of whether a formula was refused what it asked by key, and so depends on its ranges as a whole.
    pub fn turn(&mut self, place: Place, refused: bool) {
        if refused {
            self.refused.add(place);
        } else {
            self.refused.remove(place);
        }
        if let Some(key) = self.node_at(place).filter(|(_, node)| !node.keyed.is_empty()).map(|(key, _)| *key) {
            self.file_keyed(key);
        }
    }

    /// All formulas.
    pub fn formula_spans(&self) -> impl Iterator<Item = Span> + '_ {
        self.nodes.iter().map(|(key, node)| span(*key, node))
    }

    /// Formulas that are calculated at every change.
    pub fn volatile_spans(&self) -> impl Iterator<Item = Span> + '_ {
        self.volatile.iter().filter_map(|key| Some(span(*key, self.nodes.get(key)?)))
    }

    /// Formulas that may read cells which their text does not name.
    pub fn computed_spans(&self, book: &Book) -> Vec<Span> {
        let nodes = self.volatile.iter().filter_map(|key| Some((*key, self.nodes.get(key)?)));
        let computed = nodes.filter(|(_, node)| calls_any(book, &node.formula, |name| COMPUTED.contains(&name)));
        computed.map(|(key, node)| span(key, node)).collect()
    }

    /// The formulas among the cells of a span.
    pub fn formulas_within(&self, within: Span) -> impl Iterator<Item = Span> + '_ {
        self.nodes_within(within.sheet, within.column, within.first, within.last).map(move |(key, node)| {
            let all = span(*key, node);
            Span { first: all.first.max(within.first), last: all.last.min(within.last), ..all }
        })
    }

    fn nodes_within(&self, sheet: SheetId, column: u32, first: u32, last: u32) -> impl Iterator<Item = (&Key, &Node)> {
        let before = self.nodes.range((sheet, column, 0)..(sheet, column, first)).next_back();
        let before = before.filter(|(_, node)| node.last >= first);
        before.into_iter().chain(self.nodes.range((sheet, column, first)..=(sheet, column, last)))
    }

    fn node_at(&self, place: Place) -> Option<(&Key, &Node)> {
        self.nodes_within(place.sheet, place.address.column, place.address.row, place.address.row).next()
    }

    fn show(&self, index: &Index, changed: Span, found: &mut impl FnMut(Span)) {
        let Some(index) = index.get(&changed.sheet) else { return };
        index.overlapping(changed.region().range, |_, edge| {
            if let Some(span) = self.edges[edge].dependents(changed) {
                found(span);
            }
        });
    }

    #[inline(never)]
    fn add(&mut self, book: &Book, sheet: SheetId, run: &Run) {
        let key = (sheet, run.column, run.first);
        let run_span = Span { sheet, column: run.column, first: run.first, last: run.last };
        let References { plain, keyed } =
            References::of(book, &run.formula, named_references(book, &run.formula), run_span);
        let patterns = plain.iter().filter_map(|reference| Pattern::new(reference, run_span));
        let edges = patterns.map(|pattern| self.connect(pattern)).collect();
        if is_volatile(book, &run.formula) {
            self.volatile.insert(key);
        }
        let (keyed, regions): (Vec<_>, Vec<_>) = keyed
            .into_iter()
            .filter_map(|(reference, region)| Some((self.connect(Pattern::new(&reference, run_span)?), region)))
            .unzip();
        let formula = run.formula.clone();
        self.nodes.insert(key, Node { last: run.last, formula, edges, keyed, is_keyed: false, regions });
        self.file_keyed(key);
    }

    fn remove(&mut self, key: Key) {
        self.volatile.remove(&key);
        let Some(node) = self.nodes.remove(&key) else { return };
        node.edges.iter().for_each(|edge| file(&mut self.index, *edge, &self.edges, false));
        let keyed = if node.is_keyed { &mut self.keyed } else { &mut self.index };
        node.keyed.iter().for_each(|edge| file(keyed, *edge, &self.edges, false));
        self.free.extend(node.edges.into_iter().chain(node.keyed));
    }

    fn connect(&mut self, pattern: Pattern) -> usize {
        let edge = match self.free.pop() {
            Some(edge) => {
                self.edges[edge] = pattern;
                edge
            }
            None => {
                self.edges.push(pattern);
                self.edges.len() - 1
            }
        };
        file(&mut self.index, edge, &self.edges, true);
        edge
    }

    /// Files the keyed edges of a run apart from the others while none of its cells was refused.
    fn file_keyed(&mut self, key: Key) {
        let Some(node) = self.nodes.get_mut(&key) else { return };
        let is_keyed = self.refused.first_within(span(key, node).region()).is_none();
        if node.is_keyed == is_keyed {
            return;
        }
        node.is_keyed = is_keyed;
        for edge in &node.keyed {
            file(&mut self.index, *edge, &self.edges, !is_keyed);
            file(&mut self.keyed, *edge, &self.edges, is_keyed);
        }
    }
}

/// Files an edge in an index, or takes it out.
fn file(index: &mut Index, edge: usize, edges: &[Pattern], filed: bool) {
    let Pattern { sheet, area, .. } = edges[edge];
    let rectangles = index.entry(sheet).or_default();
    if filed { rectangles.insert(area, edge) } else { rectangles.remove(area, edge) }
}

fn span((sheet, column, first): Key, node: &Node) -> Span {
    Span { sheet, column, first, last: node.last }
}

fn is_among(runs: &[Run], (_, column, first): Key, node: &Node) -> bool {
    let same = |run: &&Run| (run.column, run.first, run.last) == (column, first, node.last);
    runs.iter().find(same).is_some_and(|run| run.formula == node.formula)
}

/// The references behind a formula's names.
pub fn named_references(book: &Book, formula: &Formula) -> Vec<Reference> {
    let mut references = Vec::new();
    each_named(book, formula, &mut |part| {
        if let Expression::Reference(reference) = part {
            references.push(reference.clone());
        }
    });
    references
}

fn is_volatile(book: &Book, formula: &Formula) -> bool {
    calls_any(book, formula, |name| library::find(name).is_some_and(|function| function.volatile))
}

/// Whether a formula, or a name in it, calls a function of some kind.
fn calls_any(book: &Book, formula: &Formula, is_such: impl Fn(&str) -> bool) -> bool {
    let mut found = false;
    let mut look = |part: &Expression| {
        if let Expression::Call(name, _) = part {
            found |= is_such(name);
        }
    };
    formula.expression.walk(&mut look);
    each_named(book, formula, &mut look);
    found
}

/// Shows every part of what a formula's names stand for.
fn each_named(book: &Book, formula: &Formula, visit: &mut dyn FnMut(&Expression)) {
    if formula.names.is_empty() {
        return;
    }
    let mut names: Vec<(Rc<str>, u32)> = formula.names.iter().map(|name| (name.clone(), 0)).collect();
    while let Some((name, depth)) = names.pop() {
        let Some(meaning) = book.names.find(&name).filter(|_| depth < MAX_NAME_DEPTH) else { continue };
        meaning.walk(&mut |part| {
            if let Expression::Name(inner) = part {
                names.push((inner.clone(), depth + 1));
            }
            visit(part);
        });
    }
}
