//! Reads many formulas of a sheet, sharing one tree among those that repeat the formula above them.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::formulas::{Formula, Run};
use crate::base::{Address, Place};
use crate::syntax::{Dialect, Expression, Parsed, Repeat, Vocabulary, parse};

/// The newest formula of each column, to compare the next one with.
#[derive(Debug)]
pub struct FormulaReader {
    dialect: Dialect,
    columns: FxHashMap<u32, (Repeat, Rc<Formula>)>,
}

impl FormulaReader {
    /// A reader for one sheet's formulas, written in a dialect.
    pub fn new(dialect: Dialect) -> Self {
        Self { dialect, columns: FxHashMap::default() }
    }

    /// The formula that a text says in a cell. Text that is no formula becomes one that keeps the text.
    pub fn read(&mut self, text: &str, place: Place, vocabulary: &dyn Vocabulary) -> Rc<Formula> {
        let dialect = self.dialect;
        self.read_by(text, place, &mut || parse(text, place, dialect, vocabulary))
    }

    /// The formula that a text says in a cell, with a parser of the caller's for a text that repeats none.
    #[inline(never)]
    pub fn read_by(&mut self, text: &str, place: Place, parse: &mut dyn FnMut() -> Parsed) -> Rc<Formula> {
        match self.columns.get(&place.address.column) {
            Some((repeat, formula)) if repeat.matches(text, place.address.row) => formula.clone(),
            _ => self.remember(text, place.address, parse()),
        }
    }

    /// The formula that a text says in a cell, with a parser of the caller's; `None` for text that is none.
    #[inline(never)]
    pub fn read_sound(&mut self, text: &str, place: Place, parse: &dyn Fn() -> Parsed) -> Option<Rc<Formula>> {
        match self.columns.get(&place.address.column) {
            Some((repeat, formula)) if repeat.matches(text, place.address.row) => Some(formula.clone()),
            _ => Some(parse()).filter(is_sound).map(|parsed| self.remember(text, place.address, parsed)),
        }
    }

    /// The formulas of lines of text, in runs from a cell down.
    #[inline(never)]
    pub fn read_lines(&mut self, lines: &str, first: Place, vocabulary: &dyn Vocabulary) -> Vec<Run> {
        let Address { row, column } = first.address;
        let (mut runs, mut row, mut rest) = (Vec::new(), row, Some(lines));
        while let Some(text) = rest {
            let (last, after) = self.repeated(text, (row, column));
            rest = after;
            if let Some((last, (_, formula))) = last.zip(self.columns.get(&column)) {
                lengthen(&mut runs, Run { column, first: row, last, formula: formula.clone() });
                row = last + 1;
            } else {
                let (line, after) = text.split_once('\n').map_or((text, None), |(line, after)| (line, Some(after)));
                let formula = self.read_new(line, Address::new(row, column).on(first.sheet), vocabulary);
                lengthen(&mut runs, Run { column, first: row, last: row, formula });
                (row, rest) = (row + 1, after);
            }
        }
        runs
    }

    /// The last of the rows whose lines repeat the newest formula of a column, and the lines after it.
    fn repeated<'a>(&self, lines: &'a str, (row, column): (u32, u32)) -> (Option<u32>, Option<&'a str>) {
        let (mut last, mut rest) = (None, Some(lines));
        let Some((repeat, _)) = self.columns.get(&column) else { return (last, rest) };
        for row in row.. {
            let Some(after) = rest.and_then(|text| repeat.strip(text, row)) else { break };
            rest = match after.strip_prefix('\n') {
                Some(after) => Some(after),
                None if after.is_empty() => None,
                None => break,
            };
            last = Some(row);
        }
        (last, rest)
    }

    fn read_new(&mut self, text: &str, place: Place, vocabulary: &dyn Vocabulary) -> Rc<Formula> {
        let parsed = parse(text, place, self.dialect, vocabulary);
        self.remember(text, place.address, parsed)
    }

    fn remember(&mut self, text: &str, cell: Address, parsed: Parsed) -> Rc<Formula> {
        let repeat = Repeat::of(text, &parsed, cell.row);
        let formula = Formula::new(parsed.expression);
        match repeat {
            Some(repeat) => self.columns.insert(cell.column, (repeat, formula.clone())),
            None => self.columns.remove(&cell.column),
        };
        formula
    }
}

const fn is_sound(parsed: &Parsed) -> bool {
    !matches!(parsed.expression, Expression::Broken(_))
}

/// Adds a run below others, as a part of the last one when that has the same formula.
fn lengthen(runs: &mut Vec<Run>, run: Run) {
    match runs.last_mut() {
        Some(above) if Rc::ptr_eq(&above.formula, &run.formula) => above.last = run.last,
        _ => runs.push(run),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SheetId;
    use crate::syntax::vocabulary::sample::Sample;

    #[test]
    fn lines_are_read_as_the_same_formulas_one_by_one() {
        let lines = "=B3*2\n=B4*2\n=B5*20\n\n=B7*20\n=B8*20+C1\n=B9*20+C2\n=B9*20+C3";
        let first = Address::new(2, 0).on(SheetId(0));
        let runs = FormulaReader::new(Dialect::English).read_lines(lines, first, &Sample);
        let spans: Vec<(u32, u32)> = runs.iter().map(|run| (run.first, run.last)).collect();
        assert_eq!(spans, [(2, 3), (4, 4), (5, 5), (6, 6), (7, 8), (9, 9)]);
        let mut single = FormulaReader::new(Dialect::English);
        for (row, line) in (2..).zip(lines.split('\n')) {
            let formula = single.read(line, Address::new(row, 0).on(SheetId(0)), &Sample);
            assert!(runs.iter().any(|run| run.first <= row && row <= run.last && run.formula == formula), "{line}");
        }
    }
}
