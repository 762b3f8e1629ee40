//! The formulas of a sheet, in runs: cells below one another with the same relative formula share one entry.

use std::collections::BTreeMap;
use std::rc::Rc;

use smallvec::SmallVec;

use crate::base::{Address, Range, SortedMap};
use crate::syntax::{Expression, Reference};

/// A formula, relative to the cells it stands in.
#[derive(Debug, Clone)]
pub struct Formula {
    /// Its tree.
    pub expression: Expression,
    /// Every reference in it. One has room in the formula itself, which most of many small formulas have.
    pub references: SmallVec<[Reference; 1]>,
    /// Every defined name in it.
    pub names: Vec<Rc<str>>,
}

impl PartialEq for Formula {
    fn eq(&self, other: &Self) -> bool {
        self.expression == other.expression
    }
}

impl Eq for Formula {}

/// Cells of one column, below one another, that share a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The column.
    pub column: u32,
    /// First row.
    pub first: u32,
    /// Last row.
    pub last: u32,
    /// The formula they share.
    pub formula: Rc<Formula>,
}

/// All formulas of a sheet.
#[derive(Debug, Clone, Default)]
pub struct Formulas {
    pub(super) columns: SortedMap<u32, BTreeMap<u32, (u32, Rc<Formula>)>>,
}

impl Formula {
    /// A formula ready to be put into cells.
    pub fn new(expression: Expression) -> Rc<Self> {
        let (mut references, mut names) = (SmallVec::<[Reference; 1]>::new(), Vec::new());
        expression.walk(&mut |part| match part {
            Expression::Reference(reference) if !references.contains(reference) => references.push(reference.clone()),
            Expression::Name(name) if !names.contains(name) => names.push(name.clone()),
            _ => {}
        });
        // Books hold many small formulas; room for more references than they have would be most of their size.
        references.shrink_to_fit();
        names.shrink_to_fit();
        Rc::new(Self { expression, references, names })
    }
}

impl Run {
    /// The cells it covers.
    pub fn range(&self) -> Range {
        Range::new(Address::new(self.first, self.column), Address::new(self.last, self.column))
    }
}

impl Formulas {
    /// The formula of a cell.
    pub fn at(&self, cell: Address) -> Option<&Rc<Formula>> {
        let (_, (last, formula)) = self.columns.get(&cell.column)?.range(..=cell.row).next_back()?;
        (*last >= cell.row).then_some(formula)
    }

    /// All runs, column by column from the top.
    pub fn runs(&self) -> impl Iterator<Item = Run> + '_ {
        self.columns.iter().flat_map(|(column, runs)| {
            runs.iter().map(|(first, (last, formula))| Run {
                column: *column,
                first: *first,
                last: *last,
                formula: formula.clone(),
            })
        })
    }

    /// How many runs there are.
    pub fn count(&self) -> usize {
        self.columns.values().map(BTreeMap::len).sum()
    }

    /// The runs of one column that touch the rows between two, both included.
    pub fn runs_within(&self, column: u32, first: u32, last: u32) -> impl Iterator<Item = Run> + '_ {
        let runs = self.columns.get(&column);
        let begin = runs.and_then(|runs| runs.range(..=first).next_back()).filter(|(_, (end, _))| *end >= first);
        let begin = begin.map_or(first, |(start, _)| *start);
        runs.into_iter().flat_map(move |runs| runs.range(begin..=last)).map(move |(first, (last, formula))| Run {
            column,
            first: *first,
            last: *last,
            formula: formula.clone(),
        })
    }

    /// Puts a formula into the cells of a run, in place of what they held.
    pub fn put(&mut self, run: Run) {
        if !self.extend(&run) {
            self.place(run);
        }
    }

    /// Lengthens the run just above by a run of the same formula, when nothing stands in the way.
    fn extend(&mut self, run: &Run) -> bool {
        let Some(runs) = self.columns.find_mut(&run.column) else { return false };
        if runs.range(run.first..=run.last.saturating_add(1)).next().is_some() {
            return false;
        }
        match runs.range_mut(..run.first).next_back() {
            Some((_, (last, formula))) if *last + 1 == run.first && Rc::ptr_eq(formula, &run.formula) => {
                *last = run.last;
                true
            }
            _ => false,
        }
    }

    fn place(&mut self, run: Run) {
        self.clear(run.column, run.first, run.last);
        let runs = self.columns.or_default(run.column);
        let (mut first, mut last, mut formula) = (run.first, run.last, run.formula);
        if let Some((above, (_, same))) = runs.range(..first).next_back().filter(|(_, (end, _))| end + 1 == first)
            && *same == formula
        {
            // The neighbour's tree is shared, so that equal formulas are one in memory.
            (first, formula) = (*above, same.clone());
        }
        if let Some((end, same)) = runs.get(&(last + 1)).cloned()
            && same == formula
        {
            runs.remove(&(last + 1));
            last = end;
        }
        runs.insert(first, (last, formula));
    }

    /// Takes the formulas out of the rows of a column between two, both included.
    pub fn clear(&mut self, column: u32, first: u32, last: u32) {
        let touched: Vec<Run> = self.runs_within(column, first, last).collect();
        let Some(runs) = self.columns.find_mut(&column) else { return };
        for run in touched {
            runs.remove(&run.first);
            if run.first < first {
                runs.insert(run.first, (first - 1, run.formula.clone()));
            }
            if run.last > last {
                runs.insert(last + 1, (run.last, run.formula));
            }
        }
        if runs.is_empty() {
            self.columns.remove(&column);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Number;

    fn formula(number: i64) -> Rc<Formula> {
        Formula::new(Expression::Number(Number::from(number)))
    }

    fn runs(formulas: &Formulas) -> Vec<(u32, u32)> {
        formulas.runs().map(|run| (run.first, run.last)).collect()
    }

    #[test]
    fn equal_neighbours_become_one_run_and_a_write_splits_it() {
        let mut formulas = Formulas::default();
        for row in [4, 6, 5, 7] {
            formulas.put(Run { column: 1, first: row, last: row, formula: formula(1) });
        }
        assert_eq!(runs(&formulas), [(4, 7)]);
        formulas.put(Run { column: 1, first: 5, last: 5, formula: formula(2) });
        assert_eq!(runs(&formulas), [(4, 4), (5, 5), (6, 7)]);
        formulas.clear(1, 0, 5);
        assert_eq!(runs(&formulas), [(6, 7)]);
        assert_eq!(formulas.at(Address::new(7, 1)), Some(&formula(1)));
        assert_eq!(formulas.at(Address::new(5, 1)), None);
    }
}
