//! From cells to those that their formulas read, and to the formulas that read them, one step after the other.

use crate::base::{Address, Range, Region, SheetId, sorting};
use crate::book::{Book, Run};
use crate::syntax::Reference;

/// The most places that a step gives; nobody looks at more.
pub const MOST: usize = 500;

/// Against the way of the numbers, or along with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the cells that are read.
    Precedents,
    /// To the formulas that read.
    Dependents,
}

/// The cells one step away from some cells.
pub fn step(book: &Book, from: &[Region], way: Way) -> Vec<Region> {
    match way {
        Way::Precedents => {
            let mut found = Vec::new();
            from.iter().for_each(|region| add_precedents(book, *region, &mut found));
            found
        }
        Way::Dependents => dependents(book, from),
    }
}

/// So many steps from a region. Cells stand in the step that first reaches them.
pub fn steps(book: &Book, start: Region, way: Way, count: usize) -> Vec<Vec<Region>> {
    let (mut steps, mut seen) = (Vec::new(), vec![start]);
    let mut from = vec![start];
    for _ in 0..count {
        let mut next = step(book, &from, way);
        next.retain(|region| {
            let is_new = !seen.iter().any(|known| covers(*known, *region));
            seen.extend(is_new.then_some(*region));
            is_new
        });
        if next.is_empty() {
            break;
        }
        from.clone_from(&next);
        steps.push(next);
    }
    steps
}

fn covers(one: Region, other: Region) -> bool {
    one.sheet == other.sheet && one.range.intersection(other.range) == Some(other.range)
}

/// The cells that the formulas of a region read, in the order in which a formula names them.
fn add_precedents(book: &Book, region: Region, found: &mut Vec<Region>) {
    let Some(sheet) = book.sheet(region.sheet) else { return };
    let range = sheet.used().and_then(|used| used.intersection(region.range));
    let Some(Range { first, last }) = range else { return };
    for column in first.column..=last.column {
        for run in sheet.formulas.runs_within(column, first.row, last.row) {
            let (top, bottom) = (run.first.max(first.row), run.last.min(last.row));
            for read in reads(&run, region.sheet, top, bottom) {
                if found.len() < MOST && !found.contains(&read) {
                    found.push(read);
                }
            }
        }
    }
}

/// What the formulas of some rows of a run read: for each reference, the cells from the first row's to the last row's.
fn reads(run: &Run, sheet: SheetId, top: u32, bottom: u32) -> impl Iterator<Item = Region> {
    let at = move |row| Address::new(row, run.column).on(sheet);
    run.formula.references.iter().filter_map(move |reference| {
        let (first, last) = (reference.resolve(at(top)), reference.resolve(at(bottom)));
        let (one, other) = (first.or(last)?, last.or(first)?);
        Some(one.range.union(other.range).on(one.sheet))
    })
}

/// The formulas that read any of some cells, sheet by sheet; those below one another together.
fn dependents(book: &Book, from: &[Region]) -> Vec<Region> {
    let runs = book.sheets.iter().flat_map(|sheet| sheet.formulas.runs().map(move |run| (sheet.id, run)));
    let mut found: Vec<Region> = runs.flat_map(|(sheet, run)| readers(sheet, &run, from)).take(MOST).collect();
    let own = from.first().map(|region| region.sheet);
    sorting::sort_by_key(&mut found, |region| (Some(region.sheet) != own, region.sheet, region.range.first));
    found
}

/// The stretches of a run whose cells read any of some cells.
fn readers(sheet: SheetId, run: &Run, from: &[Region]) -> Vec<Region> {
    let is_about = |reference: &Reference| from.iter().any(|region| reference.target(sheet) == Some(region.sheet));
    let mut stretches: Vec<Range> = Vec::new();
    if run.formula.references.iter().any(is_about) {
        add_readers((sheet, run, from), (run.first, run.last), &mut stretches);
    }
    stretches.into_iter().map(|range| range.on(sheet)).collect()
}

/// Looks for the rows that read among those from one to another. Where what all of them read is none of the cells, none is
/// looked at by itself; else each half is.
fn add_readers(about: (SheetId, &Run, &[Region]), (first, last): (u32, u32), stretches: &mut Vec<Range>) {
    let (sheet, run, from) = about;
    let at = |row| Address::new(row, run.column).on(sheet);
    let meets = |read: Region| {
        from.iter().any(|region| region.sheet == read.sheet && region.range.intersection(read.range).is_some())
    };
    let reads = |reference: &Reference| match (reference.resolve(at(first)), reference.resolve(at(last))) {
        (Some(one), Some(other)) => meets(one.range.union(other.range).on(one.sheet)),
        // Beyond the edge of the sheet in some rows.
        (None, None) => false,
        _ => true,
    };
    if stretches.len() >= MOST || !run.formula.references.iter().any(reads) {
        return;
    }
    if first < last {
        let middle = first + (last - first) / 2;
        add_readers(about, (first, middle), stretches);
        add_readers(about, (middle + 1, last), stretches);
        return;
    }
    let cell = Address::new(first, run.column);
    match stretches.last_mut().filter(|stretch| stretch.last.row + 1 == first) {
        Some(stretch) => stretch.last = cell,
        None => stretches.push(Range::cell(cell)),
    }
}
