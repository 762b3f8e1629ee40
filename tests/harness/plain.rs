//! The plain interpreter: every formula of a book is calculated once, cell by cell, from its tree and its cells. It keeps
//! nothing, compiles nothing and knows no dependencies, so whatever the engine does to be quick must agree with it.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

use tertial_engine::base::{Address, Place, Region, SheetId};
use tertial_engine::book::Book;
use tertial_engine::display::Locale;
use tertial_engine::eval::{Scope, evaluate};
use tertial_engine::functions::host::search;
use tertial_engine::functions::{Host, Summary};
use tertial_engine::syntax::Expression;
use tertial_engine::value::{CellError, Number, Value};

/// The book with the values of all its formulas calculated anew.
pub fn calculated(book: &Book, now: Number, locale: Locale) -> Book {
    let mut book = book.clone();
    let mut waiting = formulas(&book);
    while let Some(first) = waiting.first().copied() {
        settle(&mut book, &mut waiting, first, (now, locale));
    }
    book
}

/// All cells that hold a formula.
pub fn formulas(book: &Book) -> BTreeSet<Place> {
    let of_run = |sheet, run: tertial_engine::book::Run| {
        (run.first..=run.last).map(move |row| Address::new(row, run.column).on(sheet))
    };
    let sheets = book.sheets.iter();
    sheets.flat_map(|sheet| sheet.formulas.runs().flat_map(move |run| of_run(sheet.id, run))).collect()
}

/// Calculates a cell, and before it whatever it waits for. Cells that wait for one another are circular.
fn settle(book: &mut Book, waiting: &mut BTreeSet<Place>, place: Place, world: (Number, Locale)) {
    let mut path = vec![place];
    while let Some(&cell) = path.last() {
        match attempt(book, waiting, cell, world) {
            Ok(value) => {
                write(book, waiting, cell, value);
                path.pop();
            }
            Err(other) => match path.iter().position(|before| *before == other) {
                Some(start) => path
                    .drain(start..)
                    .for_each(|member| write(book, waiting, member, Value::Error(CellError::Circular))),
                None => path.push(other),
            },
        }
    }
}

/// The value of a cell, or the cell that must be calculated first.
fn attempt(book: &Book, waiting: &BTreeSet<Place>, cell: Place, world: (Number, Locale)) -> Result<Value, Place> {
    let Some(formula) = book.formula(cell) else { return Ok(book.value(cell)) };
    let scope = PlainScope { book, waiting, origin: cell, world, pending: Cell::new(None) };
    let value = evaluate(&formula.expression, &scope).single();
    scope.pending.get().map_or(Ok(value), Err)
}

fn write(book: &mut Book, waiting: &mut BTreeSet<Place>, cell: Place, value: Value) {
    waiting.remove(&cell);
    if let Some(sheet) = book.sheet_mut(cell.sheet) {
        sheet.set_value(cell.address, value);
    }
}

struct PlainScope<'a> {
    book: &'a Book,
    waiting: &'a BTreeSet<Place>,
    origin: Place,
    world: (Number, Locale),
    pending: Cell<Option<Place>>,
}

impl PlainScope<'_> {
    /// Whether all of a region is calculated; if not, its first cell that waits is noted.
    fn is_ready(&self, region: Region) -> bool {
        let within = |place: &&Place| place.sheet == region.sheet && region.range.contains(place.address);
        let wait = self.waiting.iter().filter(within).min_by_key(|place| (place.address.column, place.address.row));
        if let (Some(place), None) = (wait, self.pending.get()) {
            self.pending.set(Some(*place));
        }
        wait.is_none()
    }
}

impl Host for PlainScope<'_> {
    fn value(&self, place: Place) -> Value {
        if self.is_ready(Region::cell(place)) { self.book.value(place) } else { Value::Blank }
    }

    fn visit(&self, region: Region, visit: &mut dyn FnMut(Address, &Value)) {
        if let Some(sheet) = self.book.sheet(region.sheet).filter(|_| self.is_ready(region)) {
            sheet.visit(region.range, visit);
        }
    }

    fn summary(&self, region: Region) -> Summary {
        let mut summary = Summary::default();
        self.visit(region, &mut |_, value| summary.meet(value));
        summary
    }

    fn used(&self, region: Region) -> Option<Region> {
        if !self.is_ready(region) {
            return None;
        }
        let used = self.book.sheet(region.sheet)?.used()?;
        Some(used.intersection(region.range)?.on(region.sheet))
    }

    fn position(&self, line: Region, wanted: &Value) -> Option<u32> {
        // A line is waited for as a whole, however early in it the value is found.
        if self.is_ready(line) { search(self, line, wanted) } else { None }
    }

    fn origin(&self) -> Place {
        self.origin
    }

    fn is_call(&self, place: Place, functions: &[&str]) -> bool {
        let tree = self.book.formula(place).map(|formula| &formula.expression);
        matches!(tree, Some(Expression::Call(name, _)) if functions.contains(&&**name))
    }

    fn is_hidden(&self, place: Place) -> bool {
        self.book.sheet(place.sheet).is_some_and(|sheet| sheet.hidden.rows.contains(place.address.row))
    }

    fn now(&self) -> Number {
        self.world.0
    }

    fn date_offset(&self) -> i64 {
        self.book.date_offset()
    }

    fn random(&self) -> Number {
        Number::ZERO
    }

    fn locale(&self) -> Locale {
        self.world.1
    }
}

impl Scope for PlainScope<'_> {
    fn name(&self, name: &str, sheet: SheetId) -> Option<Rc<Expression>> {
        self.book.names.find(name, sheet).cloned()
    }

    fn has_sheet(&self, region: Region) -> bool {
        self.book.sheet(region.sheet).is_some()
    }

    fn host(&self) -> &dyn Host {
        self
    }
}
