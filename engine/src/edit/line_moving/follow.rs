//! Formulas and names that go on meaning the same lines after some have moved.

use std::rc::Rc;

use super::{MoveError, filled};
use crate::base::{Address, LineMove, Place, Region, SheetId};
use crate::book::{Book, Content, Formula, Run, Sheet};
use crate::edit::change::Change;
use crate::syntax::{Expression, Reference, Shape, follow, rewrite};

/// More formulas than these are not told of.
const TOLD: usize = 20;

/// The first formulas that read other lines than before, by where they stand afterwards.
#[derive(Default)]
pub struct Told {
    /// Those that read fewer.
    pub left: Vec<Place>,
    /// Those that read more.
    pub joined: Vec<Place>,
}

/// What the cells that move hold where they come to stand.
pub fn carried(sheet: &Sheet, lines: &LineMove, told: &mut Told) -> Result<Vec<(Address, Content)>, MoveError> {
    let mut carry = |cell: Address| {
        let (before, content) = (cell.on(sheet.id), sheet.content(cell));
        let Content::Formula(formula) = content else { return Ok((lines.place(before).address, content)) };
        let after = lines.place(before);
        if comes_to_read(&formula, before, after, lines) {
            return Err(MoveError::ReadsItself(before));
        }
        told.tell(&formula, before, lines);
        let expression = followed(&formula.expression, before, lines);
        let same = expression == formula.expression;
        Ok((after.address, Content::Formula(if same { formula } else { Formula::new(expression) })))
    };
    filled(sheet, lines).into_iter().map(&mut carry).collect()
}

/// The formulas that stay while others move, and the names of the book, written anew.
pub fn elsewhere(book: &Book, lines: &LineMove, told: &mut Told) -> Vec<Change> {
    let mut changes = names(book, lines);
    for sheet in &book.sheets {
        let mut runs: Vec<Run> = Vec::new();
        for run in sheet.formulas.runs().filter(|run| concerns(run, sheet.id, lines)) {
            for row in run.first..=run.last {
                let place = Address::new(row, run.column).on(sheet.id);
                let goes = sheet.id == lines.sheet && lines.takes(lines.axis.line(place.address));
                if !goes {
                    told.tell(&run.formula, place, lines);
                    runs.extend(rewritten(&run, place, lines, runs.last()));
                }
            }
        }
        if !runs.is_empty() {
            changes.push(Change::Fill { sheet: sheet.id, runs });
        }
    }
    changes
}

impl Told {
    /// Takes note of a formula that reads more or fewer lines afterwards.
    fn tell(&mut self, formula: &Formula, place: Place, lines: &LineMove) {
        let height = |region: Region| {
            let (low, high) = lines.axis.lines(region.range);
            high - low
        };
        for reference in &formula.references {
            let Some(meant) = reference.resolve(place).filter(|meant| meant.sheet == lines.sheet) else { continue };
            let (before, after) = (height(meant), height(stretched(reference, meant, place, lines)));
            let list = if after < before { &mut self.left } else { &mut self.joined };
            if before != after && list.len() < TOLD && list.last() != Some(&lines.place(place)) {
                list.push(lines.place(place));
            }
        }
    }
}

/// Whether a formula that moves would come to stand among cells that it reads, and did not before.
fn comes_to_read(formula: &Formula, before: Place, after: Place, lines: &LineMove) -> bool {
    formula.references.iter().any(|reference| {
        let meant = reference.resolve(before).filter(|meant| !meant.contains(before));
        meant.is_some_and(|meant| lines.region(meant).contains(after))
    })
}

fn names(book: &Book, lines: &LineMove) -> Vec<Change> {
    let origin = Place::default();
    let names = book.names.iter().filter_map(|(name, sheet, meaning)| {
        let wanted = follow(meaning, (origin, origin), &|_, meant| Some(lines.region(meant)));
        let meaning = (wanted != shifted(meaning, (origin, origin, origin), lines)).then(|| Some(Rc::new(wanted)))?;
        Some(Change::DefineName { name: name.to_owned(), sheet, meaning })
    });
    names.collect()
}

/// A cell's formula where taking the lines out and putting them in elsewhere does not give the one that is wanted.
fn rewritten(run: &Run, place: Place, lines: &LineMove, before: Option<&Run>) -> Option<Run> {
    let after = lines.place(place);
    let between = lines.removal().place(place).unwrap_or(after);
    let wanted = followed(&run.formula.expression, place, lines);
    if wanted == shifted(&run.formula.expression, (place, between, after), lines) {
        return None;
    }
    let Address { row, column } = after.address;
    let shared = before.filter(|before| before.column == column && before.formula.expression == wanted);
    let formula = shared.map_or_else(|| Formula::new(wanted), |before| before.formula.clone());
    Some(Run { column, first: row, last: row, formula })
}

/// What a formula becomes by itself when the lines go and come in elsewhere.
fn shifted(expression: &Expression, (before, between, after): (Place, Place, Place), lines: &LineMove) -> Expression {
    let without = rewrite(expression, before, between, lines.removal()).expression;
    rewrite(&without, between, after, lines.insertion()).expression
}

fn followed(expression: &Expression, place: Place, lines: &LineMove) -> Expression {
    let moved = |reference: &Reference, meant| Some(stretched(reference, meant, place, lines));
    follow(expression, (place, lines.place(place)), &moved)
}

/// What becomes of the cells that a formula reads. A range that reaches up to its own formula goes on doing so when lines
/// come in between, as rows do that are moved to just above their sum.
fn stretched(reference: &Reference, meant: Region, own: Place, lines: &LineMove) -> Region {
    let moved = lines.region(meant);
    let own_line = lines.axis.line(own.address);
    let is_range = reference.shape != Shape::Cell && own.sheet == lines.sheet && meant.sheet == lines.sheet;
    if !is_range || lines.takes(own_line) || moved == meant && lines.line(own_line) == own_line {
        return moved;
    }
    let ((low, high), (new_low, new_high)) = (lines.axis.lines(meant.range), lines.axis.lines(moved.range));
    let (own_line, own_after) = (own_line, lines.line(own_line));
    let is_between = |line: u32| lines.takes_to(line);
    if high + 1 == own_line && new_high + 1 < own_after && (new_high + 1..own_after).all(is_between) {
        return lines.with_lines(moved, new_low, own_after - 1);
    }
    if own_line + 1 == low && own_after + 1 < new_low && (own_after + 1..new_low).all(is_between) {
        return lines.with_lines(moved, own_after + 1, new_high);
    }
    moved
}

/// Whether formulas of a run may read lines that stand elsewhere afterwards, or beside them.
fn concerns(run: &Run, sheet: SheetId, lines: &LineMove) -> bool {
    let (first, last) = lines.window();
    let (first, last) = (first.saturating_sub(1), last.saturating_add(1));
    run.formula.references.iter().any(|reference| {
        let at = |row| reference.range(Address::new(row, run.column));
        let is_meant = reference.target(sheet) == Some(lines.sheet);
        is_meant
            && match (at(run.first), at(run.last)) {
                (Some(one), Some(other)) => {
                    let (low, high) = lines.axis.lines(one.union(other));
                    low <= last && high >= first
                }
                _ => true,
            }
    })
}
