//! Who reads whom. The nodes are runs of formulas, an edge is one reference of a run, and an index of rectangles finds
//! the edges that read a cell. A column filled with one formula is one node, however long it is.

use std::collections::BTreeMap;
use std::rc::Rc;

use smallvec::SmallVec;

use super::cell_set::{CellSet, Span};
use super::keyed_references::References;
use super::pattern::Pattern;
use crate::base::{Address, OverlapIndex, Place, Range, Region, SheetId, SortedMap, memory};
use crate::book::{Book, Formula, Run};
use crate::functions::{Function, library};
use crate::syntax::{Combination, Expression, Reference, SheetReference, TableReference};

/// About how many bytes the graph takes for a run of formulas.
const RUN_BYTES: usize = 200;

/// Names that stand for names are followed so far.
const MAX_NAME_DEPTH: u32 = 16;

/// Functions that calculate which cells they refer to.
const COMPUTED: [&str; 2] = ["OFFSET", "INDIRECT"];

/// A run's place: sheet, column and first row.
pub(super) type Key = (SheetId, u32, u32);

/// The edges by the cells they read.
type Index = SortedMap<SheetId, OverlapIndex>;

/// The dependencies of a book.
#[derive(Debug, Default)]
pub struct Graph {
    pub(super) nodes: SortedMap<(SheetId, u32), Column>,
    pub(super) edges: Vec<Option<Pattern>>,
    free: Vec<u32>,
    pub(super) index: Index,
    /// Edges of ranges that a run only asks by key, which no written cell needs to find.
    pub(super) keyed: Index,
    /// Cells that read as a whole what they could have asked by key.
    pub(super) refused: CellSet,
    /// First cells of runs that are calculated at every change.
    pub(super) volatile: CellSet,
    /// First cells of runs that read more cells than their references name.
    pub(super) stretched: CellSet,
    /// First cells of runs that ask where cells stand.
    pub(super) positional: CellSet,
}

/// The runs of a column, by first row.
pub(super) type Column = BTreeMap<u32, Node>;

#[derive(Debug)]
pub(super) struct Node {
    pub(super) last: u32,
    // A book can hold very many formulas, and most read one or two ranges.
    pub(super) edges: SmallVec<[u32; 2]>,
    /// Edges of the ranges asked by key, and whether they are filed with these.
    pub(super) keyed: Vec<u32>,
    pub(super) is_keyed: bool,
}

impl Graph {
    /// The dependencies of all formulas of a book.
    pub fn of(book: &Book) -> Self {
        let mut graph = Self::default();
        let runs: usize = book.sheets.iter().map(|sheet| sheet.formulas.count()).sum();
        memory::make_room(runs * RUN_BYTES);
        graph.edges.reserve_exact(runs);
        for sheet in &book.sheets {
            sheet.formulas.runs().for_each(|run| graph.add(book, sheet.id, &run));
        }
        graph
    }

    /// Brings the graph up to date with the formulas of a span that was written. Gives those that have come to stand
    /// alone and may now ask by key for what they read as a whole before, so that they must ask.
    pub fn update(&mut self, book: &Book, written: Span) -> Vec<Span> {
        let Some(sheet) = book.sheet(written.sheet) else { return Vec::new() };
        // A write can split a run or join it with its neighbours, so runs that touch the span are looked at too.
        let (mut first, mut last) = (written.first.saturating_sub(1), written.last.saturating_add(1));
        loop {
            let known = self.nodes_within(written.sheet, written.column, first, last);
            let known = known.map(|((.., start), node)| (start, node.last));
            let runs = sheet.formulas.runs_within(written.column, first, last).map(|run| (run.first, run.last));
            let (from, to) = known.chain(runs).fold((first, last), |(from, to), (a, b)| (from.min(a), to.max(b)));
            if (from, to) == (first, last) {
                break;
            }
            (first, last) = (from, to);
        }
        let runs: Vec<Run> = sheet.formulas.runs_within(written.column, first, last).collect();
        let known = self.nodes_within(written.sheet, written.column, first, last);
        let gone = known.filter(|((.., start), node)| !is_among(&runs, (*start, node.last), written));
        let gone: Vec<(Span, usize)> = gone.map(|(key, node)| (span(key, node), node.keyed.len())).collect();
        gone.iter().for_each(|(span, _)| self.remove((span.sheet, span.column, span.first)));
        let mut alone = Vec::new();
        for run in runs {
            let key = (written.sheet, run.column, run.first);
            if self.node(key).is_none() {
                self.add(book, written.sheet, &run);
                let asked = gone.iter().find(|(span, _)| span.first <= run.first && run.first <= span.last);
                let asked = asked.map_or(0, |(_, asked)| *asked);
                let asks = self.node(key).filter(|node| node.last == run.first && node.keyed.len() > asked);
                alone.extend(asks.map(|node| span(key, node)));
            }
        }
        alone
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

    /// Shows the spans of formulas that read any cell of a region.
    pub fn readers_of(&self, region: Region, found: &mut impl FnMut(Span)) {
        let Range { first, last } = region.range;
        for index in [&self.index, &self.keyed].into_iter().filter_map(|index| index.get(&region.sheet)) {
            index.overlapping(region.range, &mut |edge| {
                let edge = self.edges[edge as usize].filter(|edge| edge.area.intersection(region.range).is_some());
                edge.and_then(|edge| edge.direct(first.row, last.row)).into_iter().for_each(&mut *found);
            });
        }
    }

    /// Whether a region is one that a formula asks only by key.
    pub fn is_asked_by_key(&self, place: Place, region: Region) -> bool {
        let node = self.node_at(place).map(|(_, node)| node);
        node.is_some_and(|node| {
            node.keyed.iter().filter_map(|edge| self.edges[*edge as usize]).any(|edge| edge.region() == region)
        })
    }

    /// Whether a formula reads more cells than its references name.
    pub fn reads_more(&self, place: Place) -> bool {
        !self.stretched.is_empty()
            && self.node_at(place).is_some_and(|(key, _)| self.stretched.contains(first_cell(key)))
    }

    /// Takes note of whether a formula was refused what it asked by key, and so depends on its ranges as a whole.
    pub fn turn(&mut self, place: Place, refused: bool) {
        if refused {
            self.refused.add(place);
        } else {
            self.refused.remove(place);
        }
        if let Some(key) = self.node_at(place).filter(|(_, node)| !node.keyed.is_empty()).map(|(key, _)| key) {
            self.file_keyed(key);
        }
    }

    /// All formulas.
    pub fn formula_spans(&self) -> impl Iterator<Item = Span> + '_ {
        self.nodes.iter().flat_map(|((sheet, column), nodes)| {
            nodes.iter().map(|(first, node)| span((*sheet, *column, *first), node))
        })
    }

    /// Formulas that are calculated at every change.
    pub fn volatile_spans(&self) -> impl Iterator<Item = Span> + '_ {
        self.beginning_in(&self.volatile)
    }

    /// The runs that begin in some cells.
    pub(super) fn beginning_in<'a>(&'a self, cells: &'a CellSet) -> impl Iterator<Item = Span> + 'a {
        let keys =
            cells.spans().flat_map(|span| (span.first..=span.last).map(move |row| (span.sheet, span.column, row)));
        keys.filter_map(|key| Some(span(key, self.node(key)?)))
    }

    /// Formulas that may read cells which their text does not name.
    pub fn computed_spans(&self, book: &Book) -> Vec<Span> {
        let first = |span: &Span| book.formula(Address::new(span.first, span.column).on(span.sheet));
        let computes =
            |formula| reads_more(book, formula) || calls(book, formula, |function| COMPUTED.contains(&function.name));
        self.volatile_spans().filter(|span| first(span).is_some_and(|formula| computes(formula))).collect()
    }

    /// The formulas among the cells of a span.
    pub fn formulas_within(&self, within: Span) -> impl Iterator<Item = Span> + '_ {
        self.nodes_within(within.sheet, within.column, within.first, within.last).map(move |(key, node)| {
            let all = span(key, node);
            Span { first: all.first.max(within.first), last: all.last.min(within.last), ..all }
        })
    }

    fn nodes_within(&self, sheet: SheetId, column: u32, first: u32, last: u32) -> impl Iterator<Item = (Key, &Node)> {
        let nodes = self.nodes.get(&(sheet, column));
        let before = nodes.and_then(|nodes| nodes.range(..first).next_back()).filter(|(_, node)| node.last >= first);
        let within = nodes.into_iter().flat_map(move |nodes| nodes.range(first..=last));
        before.into_iter().chain(within).map(move |(start, node)| ((sheet, column, *start), node))
    }

    pub(super) fn node(&self, (sheet, column, first): Key) -> Option<&Node> {
        self.nodes.get(&(sheet, column))?.get(&first)
    }

    fn node_at(&self, place: Place) -> Option<(Key, &Node)> {
        self.nodes_within(place.sheet, place.address.column, place.address.row, place.address.row).next()
    }

    fn show(&self, index: &Index, changed: Span, found: &mut impl FnMut(Span)) {
        let Some(index) = index.get(&changed.sheet) else { return };
        index.overlapping(changed.region().range, &mut |edge| {
            let edge = self.edges[edge as usize].filter(|edge| edge.reads_column(changed.column));
            edge.and_then(|edge| edge.dependents(changed)).into_iter().for_each(&mut *found);
        });
    }

    #[inline(never)]
    fn add(&mut self, book: &Book, sheet: SheetId, run: &Run) {
        let key = (sheet, run.column, run.first);
        let run_span = Span { sheet, column: run.column, first: run.first, last: run.last };
        let References { plain, keyed, is_stretched } =
            References::of(book, &run.formula, named_references(book, &run.formula), run_span);
        let patterns = plain.iter().filter_map(|reference| Pattern::new(reference, run_span));
        let edges = patterns.map(|pattern| self.connect(pattern)).collect();
        let patterns = keyed.iter().filter_map(|reference| Pattern::new(reference, run_span));
        let keyed = patterns.map(|pattern| self.connect(pattern)).collect();
        if is_stretched {
            self.stretched.add(first_cell(key));
        }
        if calls(book, &run.formula, |function| function.volatile) || reads_more(book, &run.formula) {
            self.volatile.add(first_cell(key));
        }
        if calls(book, &run.formula, |function| function.positional) {
            self.positional.add(first_cell(key));
        }
        let node = Node { last: run.last, edges, keyed, is_keyed: false };
        self.nodes.or_default((sheet, run.column)).insert(run.first, node);
        self.file_keyed(key);
    }

    pub(super) fn remove(&mut self, key: Key) {
        for beginnings in [&mut self.volatile, &mut self.positional, &mut self.stretched] {
            beginnings.remove(first_cell(key));
        }
        let (sheet, column, first) = key;
        let Some(nodes) = self.nodes.find_mut(&(sheet, column)) else { return };
        let Some(node) = nodes.remove(&first) else { return };
        if nodes.is_empty() {
            self.nodes.remove(&(sheet, column));
        }
        let keyed = if node.is_keyed { &mut self.keyed } else { &mut self.index };
        node.keyed.iter().for_each(|edge| file(keyed, *edge, &self.edges, false));
        node.edges.iter().for_each(|edge| file(&mut self.index, *edge, &self.edges, false));
        for edge in node.edges.into_iter().chain(node.keyed) {
            self.edges[edge as usize] = None;
            self.free.push(edge);
        }
    }

    fn connect(&mut self, pattern: Pattern) -> u32 {
        let edge = self.free.pop().unwrap_or(self.edges.len() as u32);
        if edge as usize == self.edges.len() {
            self.edges.push(None);
        }
        self.edges[edge as usize] = Some(pattern);
        file(&mut self.index, edge, &self.edges, true);
        edge
    }

    /// Files the keyed edges of a run apart from the others while none of its cells was refused.
    fn file_keyed(&mut self, key: Key) {
        let (sheet, column, first) = key;
        let Some(node) = self.nodes.find_mut(&(sheet, column)).and_then(|nodes| nodes.get_mut(&first)) else { return };
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
fn file(index: &mut Index, edge: u32, edges: &[Option<Pattern>], filed: bool) {
    let Some(Pattern { sheet, area, .. }) = edges[edge as usize] else { return };
    let (rectangles, item) = (index.or_default(sheet), u64::from(edge));
    if filed { rectangles.insert(area, item) } else { rectangles.remove(area, item) }
}

/// The first cell of a run.
fn first_cell((sheet, column, first): Key) -> Place {
    Address::new(first, column).on(sheet)
}

fn span((sheet, column, first): Key, node: &Node) -> Span {
    Span { sheet, column, first, last: node.last }
}

/// Whether a run is still among those of its column, and none of it was written.
fn is_among(runs: &[Run], (first, last): (u32, u32), written: Span) -> bool {
    let is_written = first <= written.last && last >= written.first;
    !is_written && runs.iter().any(|run| (run.first, run.last) == (first, last))
}

/// The reference that a part of a table is.
pub fn table_reference(book: &Book, part: &TableReference) -> Option<Reference> {
    book.tables.find(part.table.as_deref()?)?.reference(part)
}

/// The references behind a formula's names and its parts of tables, and those to several sheets, one for each sheet.
pub fn named_references(book: &Book, formula: &Formula) -> Vec<Reference> {
    let mut references = Vec::new();
    let mut spans: Vec<Reference> =
        formula.references.iter().filter(|reference| reference.is_span()).cloned().collect();
    each_named(book, formula, &mut |part| match part {
        Expression::Reference(reference) if reference.is_span() => spans.push(reference.clone()),
        Expression::Reference(reference) => references.push(reference.clone()),
        Expression::Table(part) => references.extend(table_reference(book, part)),
        _ => {}
    });
    if !book.tables.is_empty() {
        formula.expression.walk(&mut |part| {
            if let Expression::Table(part) = part {
                references.extend(table_reference(book, part));
            }
        });
    }
    for span in spans {
        let Some(SheetReference::Span(ends)) = &span.sheet else { continue };
        let sheets = book.sheets_between(&ends.0, &ends.1).unwrap_or_default();
        let on = |sheet| Reference { sheet: Some(SheetReference::Known(sheet)), ..span.clone() };
        references.extend(sheets.into_iter().map(on));
    }
    references
}

/// Whether a formula or a name in it calls a function of some kind.
fn calls(book: &Book, formula: &Formula, is_wanted: fn(&Function) -> bool) -> bool {
    let mut found = false;
    let mut look = |part: &Expression| {
        if let Expression::Call(name, _) = part {
            found |= library::find(name).is_some_and(is_wanted);
        }
    };
    formula.expression.walk(&mut look);
    each_named(book, formula, &mut look);
    found
}

/// Whether a formula reads cells that none of its references tells of: those between references, or those that a
/// function read which is a defined name.
fn reads_more(book: &Book, formula: &Formula) -> bool {
    let mut found = false;
    let mut look = |part: &Expression| {
        found |= match part {
            Expression::Combined(Combination::Range, _) | Expression::ScopedName(..) => true,
            Expression::Call(name, _) => library::find(name).is_none(),
            _ => false,
        };
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
        // What it stands for on other sheets counts too, which costs a calculation now and then and no more.
        for meaning in book.names.all(&name).filter(|_| depth < MAX_NAME_DEPTH) {
            meaning.walk(&mut |part| {
                if let Expression::Name(inner) = part {
                    names.push((inner.clone(), depth + 1));
                }
                visit(part);
            });
        }
    }
}
