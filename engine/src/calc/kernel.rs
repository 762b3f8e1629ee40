//! Plain arithmetic on single cells and on sums of ranges, such as `=B4-C4`, `=SUM(B$4:B4)` or `=IF(B4=0,0,C4/B4)` filled
//! down a column, compiled to a short program that is run row after row. It gives what evaluation gives, or nothing where
//! a cell holds something else than a number or where the result is an error; such a row is evaluated in the ordinary way.

mod operand;

use std::cell::RefCell;

use operand::Operand;
use smallvec::SmallVec;

use super::cell_set::{CellSet, Span};
use super::maintained::Maintained;
use crate::base::{Address, MAX_COLUMNS, MAX_ROWS, Range, Region, SheetId};
use crate::book::Book;
use crate::syntax::{Expression, Line, Operator, Prefix, Reference, Shape};
use crate::value::{Number, Units};

/// A compiled formula of one column.
#[derive(Debug)]
pub struct Kernel {
    steps: Vec<Step>,
    constants: SmallVec<[(Number, Option<Units>); 4]>,
    cells: SmallVec<[Source; 4]>,
    sums: Vec<Reference>,
    /// Whether there is a step that numbers of few digits hardly ever can do.
    needs_numbers: bool,
    sheet: SheetId,
    column: u32,
}

/// A cell that each row reads.
#[derive(Debug, Clone, Copy)]
struct Source {
    sheet: SheetId,
    row: Line,
    column: u32,
}

/// Where a number comes from that needs no calculation.
#[derive(Debug, Clone, Copy)]
enum Leaf {
    Constant(usize),
    Cell(usize),
    Sum(usize),
}

/// A step of the program. Most work on the number at hand and a leaf; a number that has to wait is put aside.
#[derive(Debug, Clone, Copy)]
enum Step {
    Take(Leaf),
    PutAside,
    Negate,
    /// Applies an operator to the number at hand and another.
    Apply(Operator, Leaf),
    /// Applies an operator to the number put aside and the one at hand.
    ApplyAside(Operator),
    /// Compares the number put aside with the one at hand, and goes on at a step when the comparison does not hold.
    Unless(Operator, usize),
    /// Goes on at a step.
    Jump(usize),
}

impl Kernel {
    /// The program of a formula in a column, if it is plain arithmetic on single cells and sums, choices between such
    /// included.
    pub fn compile(expression: &Expression, run: Span) -> Option<Self> {
        let Span { sheet, column, .. } = run;
        let (steps, constants, cells, sums) = (Vec::new(), SmallVec::new(), SmallVec::new(), Vec::new());
        let mut kernel = Self { steps, constants, cells, sums, needs_numbers: false, sheet, column };
        kernel.add(expression, run)?;
        kernel.needs_numbers = kernel.steps.iter().any(|step| step.needs_numbers());
        Some(kernel)
    }

    /// Whether the rows can be run from the top: what they read is up to date, or is calculated just before.
    pub fn is_ready(&self, rows: Span, stale: &CellSet) -> bool {
        let mut sums = self.sums.iter();
        let are_ready = sums.all(|sum| self.area(sum, rows).is_some_and(|area| stale.first_within(area).is_none()));
        are_ready
            && self.cells.iter().all(|cell| {
                let own = cell.sheet == rows.sheet && cell.column == rows.column;
                match cell.row {
                    Line::Relative(offset) if own && offset < 0 => {
                        stale.first_within(cell.above(rows, offset)).is_none()
                    }
                    _ => cell.area(rows).is_some_and(|area| stale.first_within(area).is_none()),
                }
            })
    }

    /// Whether any cell that a row reads is in a set.
    pub fn reads_any(&self, row: u32, set: &CellSet) -> bool {
        let has_any = |sum: &Reference| self.region(sum, row).is_some_and(|region| set.first_within(region).is_some());
        self.cells.iter().any(|cell| cell.at(row).is_some_and(|address| set.contains(address.on(cell.sheet))))
            || self.sums.iter().any(has_any)
    }

    /// The result in a row.
    pub fn calculate(&self, row: u32, book: &Book, maintained: &RefCell<Maintained>) -> Option<Number> {
        self.run(|leaf| match leaf {
            Leaf::Constant(index) => Some(self.constants[index].0),
            Leaf::Cell(index) => self.cells[index].read(row, book),
            Leaf::Sum(index) => {
                let region = self.region(&self.sums[index], row)?;
                book.sheet(region.sheet)?;
                maintained.borrow_mut().summaries.total(book, region)
            }
        })
    }

    /// The result in a row, if all it takes is quick arithmetic on numbers of few digits.
    pub fn calculate_units(&self, row: u32, book: &Book) -> Option<Units> {
        if self.needs_numbers {
            return None;
        }
        self.run(|leaf| match leaf {
            Leaf::Constant(index) => self.constants[index].1,
            Leaf::Cell(index) => self.cells[index].read_units(row, book),
            Leaf::Sum(_) => None,
        })
    }

    fn run<N: Operand>(&self, leaf: impl Fn(Leaf) -> Option<N>) -> Option<N> {
        let (mut number, mut aside) = (N::ZERO, SmallVec::<[N; 4]>::new());
        let mut next = 0;
        while let Some(step) = self.steps.get(next) {
            next += 1;
            match step {
                Step::Take(taken) => number = leaf(*taken)?,
                Step::Apply(operator, other) => number = number.apply(*operator, leaf(*other)?)?,
                Step::PutAside => aside.push(number),
                Step::ApplyAside(operator) => number = aside.pop()?.apply(*operator, number)?,
                Step::Negate => number = number.negated()?,
                Step::Unless(comparison, target) => {
                    if !comparison.holds(aside.pop()?.compare(number)) {
                        next = *target;
                    }
                }
                Step::Jump(target) => next = *target,
            }
        }
        Some(number)
    }

    /// The range of a sum in a row.
    fn region(&self, sum: &Reference, row: u32) -> Option<Region> {
        sum.resolve(Address::new(row, self.column).on(self.sheet))
    }

    /// Everything that the rows add up.
    fn area(&self, sum: &Reference, rows: Span) -> Option<Region> {
        let (first, last) = (self.region(sum, rows.first)?, self.region(sum, rows.last)?);
        Some(Range::union(first.range, last.range).on(first.sheet))
    }

    fn add(&mut self, expression: &Expression, run: Span) -> Option<()> {
        match expression {
            Expression::Group(operand) | Expression::Prefix(Prefix::Plus, operand) => self.add(operand, run)?,
            Expression::Prefix(Prefix::Minus, operand) => {
                self.add(operand, run)?;
                self.steps.push(Step::Negate);
            }
            Expression::Percent(operand) => {
                self.add(operand, run)?;
                let hundredth = self.constant(Number::HUNDREDTH);
                self.steps.push(Step::Apply(Operator::Multiply, hundredth));
            }
            Expression::Chain(first, rest) => {
                self.add(first, run)?;
                for (operator, operand) in rest {
                    if operator.precedence() < Operator::Add.precedence() {
                        return None;
                    }
                    self.add_operation(*operator, operand, run)?;
                }
            }
            Expression::Call(name, arguments) if &**name == "IF" => self.add_choice(arguments, run)?,
            leaf => {
                let leaf = self.as_leaf(leaf, run)?;
                self.steps.push(Step::Take(leaf));
            }
        }
        Some(())
    }

    /// A choice between two results by a comparison of numbers.
    fn add_choice(&mut self, arguments: &[Expression], run: Span) -> Option<()> {
        let [Expression::Chain(left, rest), yes, no] = arguments else { return None };
        let [(comparison, right)] = rest.as_slice() else { return None };
        if comparison.precedence() != Operator::Equal.precedence() {
            return None;
        }
        self.add(left, run)?;
        self.steps.push(Step::PutAside);
        self.add(right, run)?;
        let branch = self.steps.len();
        self.steps.push(Step::Unless(*comparison, 0));
        self.add(yes, run)?;
        let jump = self.steps.len();
        self.steps.push(Step::Jump(0));
        self.steps[branch] = Step::Unless(*comparison, self.steps.len());
        self.add(no, run)?;
        self.steps[jump] = Step::Jump(self.steps.len());
        Some(())
    }

    /// An operator between the number at hand and an operand.
    fn add_operation(&mut self, operator: Operator, operand: &Expression, run: Span) -> Option<()> {
        if let Some(leaf) = self.as_leaf(operand, run) {
            self.steps.push(Step::Apply(operator, leaf));
        } else {
            self.steps.push(Step::PutAside);
            self.add(operand, run)?;
            self.steps.push(Step::ApplyAside(operator));
        }
        Some(())
    }

    fn as_leaf(&mut self, expression: &Expression, run: Span) -> Option<Leaf> {
        let reference = match expression {
            Expression::Number(number) => return Some(self.constant(*number)),
            Expression::Reference(reference) if reference.shape == Shape::Cell => reference,
            Expression::Call(name, arguments) if &**name == "SUM" => return self.as_sum(arguments, run),
            _ => return None,
        };
        let column = reference.first.column.resolve(run.column, MAX_COLUMNS)?;
        self.cells.push(Source { sheet: reference.target(run.sheet)?, row: reference.first.row, column });
        Some(Leaf::Cell(self.cells.len() - 1))
    }

    fn constant(&mut self, number: Number) -> Leaf {
        self.constants.push((number, Units::of(number)));
        Leaf::Constant(self.constants.len() - 1)
    }

    fn as_sum(&mut self, arguments: &[Expression], run: Span) -> Option<Leaf> {
        let [Expression::Reference(reference)] = arguments else { return None };
        reference.target(run.sheet).filter(|_| reference.shape == Shape::Range)?;
        self.sums.push(reference.clone());
        Some(Leaf::Sum(self.sums.len() - 1))
    }
}

impl Step {
    const fn needs_numbers(&self) -> bool {
        match self {
            Self::Take(leaf) | Self::Apply(Operator::Add | Operator::Subtract | Operator::Multiply, leaf) => {
                matches!(leaf, Leaf::Sum(_))
            }
            Self::Apply(Operator::Divide, leaf) => !matches!(leaf, Leaf::Constant(_)),
            Self::Apply(..) | Self::ApplyAside(Operator::Divide | Operator::Power) => true,
            _ => false,
        }
    }
}

impl Source {
    fn at(self, row: u32) -> Option<Address> {
        Some(Address::new(self.row.resolve(row, MAX_ROWS)?, self.column))
    }

    fn read(self, row: u32, book: &Book) -> Option<Number> {
        book.sheet(self.sheet)?.number(self.at(row)?)
    }

    fn read_units(self, row: u32, book: &Book) -> Option<Units> {
        book.sheet(self.sheet)?.units(self.at(row)?)
    }

    /// Everything the rows read here.
    fn area(self, rows: Span) -> Option<Region> {
        let (first, last) = (self.at(rows.first)?, self.at(rows.last)?);
        Some(Span { sheet: self.sheet, column: self.column, first: first.row, last: last.row }.region())
    }

    /// What the rows of a column that reads itself read above the first of them.
    fn above(self, rows: Span, offset: i32) -> Region {
        let first = rows.first.saturating_add_signed(offset);
        Span { first, last: rows.first.saturating_sub(1).max(first), ..rows }.region()
    }
}
