//! The book as a formula sees it while a wave of recalculation runs: a cell that is not up to date yet is noted as
//! pending instead of read.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::World;
use super::cell_set::CellSet;
use super::graph::Graph;
use super::group_index::Regions;
use super::groups::Asked;
use super::maintained::Maintained;
use super::vocabulary::BookVocabulary;
use crate::base::{Address, Place, Range, Region, SheetId};
use crate::book::{Book, Sheet};
use crate::display::Locale;
use crate::eval::Scope;
use crate::functions::host::search;
use crate::functions::{Extremes, Host, Key, Operand, Summary};
use crate::syntax::{Dialect, Expression, SheetReference, TableReference, parse, print};
use crate::value::{CellError, Number, Value};

/// The book as one formula sees it.
pub struct CellScope<'a> {
    book: &'a Book,
    stale: &'a CellSet,
    graph: &'a Graph,
    maintained: &'a RefCell<Maintained>,
    world: &'a World,
    origin: Place,
    /// The groups of cells that the formula asked for.
    pub asked: RefCell<Asked>,
    /// The first cell that was read before it was up to date. The result is worth nothing when there is one.
    pub pending: Cell<Option<Place>>,
}

impl<'a> CellScope<'a> {
    /// What the formula of a cell sees.
    pub fn new(
        (book, stale): (&'a Book, &'a CellSet),
        (graph, maintained): (&'a Graph, &'a RefCell<Maintained>),
        world: &'a World,
        origin: Place,
    ) -> Self {
        let (asked, pending) = (RefCell::default(), Cell::new(None));
        Self { book, stale, graph, maintained, world, origin, asked, pending }
    }

    /// The way formulas are written in the world's language.
    fn dialect(&self) -> Dialect {
        match self.world.locale {
            Locale::Swedish => Dialect::Swedish,
            Locale::English => Dialect::English,
        }
    }

    /// Whether a region can be read; if not, its first stale cell is noted.
    fn is_ready(&self, region: Region) -> bool {
        let stale = if self.stale.is_empty() { None } else { self.stale.first_within(region) };
        if stale.is_some() && self.pending.get().is_none() {
            self.pending.set(stale);
        }
        stale.is_none()
    }
}

impl Host for CellScope<'_> {
    fn value(&self, place: Place) -> Value {
        if !self.stale.contains(place) {
            return self.book.value(place);
        }
        self.pending.set(self.pending.get().or(Some(place)));
        Value::Blank
    }

    fn visit(&self, region: Region, visit: &mut dyn FnMut(Address, &Value)) {
        if let Some(sheet) = self.book.sheet(region.sheet).filter(|_| self.is_ready(region)) {
            sheet.visit(region.range, visit);
        }
    }

    fn summary(&self, region: Region) -> Summary {
        if !self.is_ready(region) {
            return Summary::default();
        }
        self.maintained.borrow_mut().summaries.summary(self.book, region)
    }

    fn extremes(&self, region: Region) -> Extremes {
        if !self.is_ready(region) {
            return Extremes::default();
        }
        self.maintained.borrow_mut().summaries.extremes(self.book, region)
    }

    fn group(&self, values: Option<Region>, keys: &[(Region, Option<Key>)]) -> Option<Summary> {
        let regions = Regions { values, keys: keys.iter().map(|(region, _)| *region).collect() };
        let is_keyed = |region: Region| self.graph.is_asked_by_key(self.origin, region);
        let wanted = keys.iter().map(|(_, key)| key.clone()).collect::<Option<Box<[Key]>>>();
        let wanted = wanted.filter(|_| !keys.is_empty() && regions.all().all(is_keyed));
        // In the order in which the cells would be read, because the first that is stale is the one to wait for.
        let ready = || keys.iter().map(|(region, _)| *region).chain(values).all(|region| self.is_ready(region));
        let answer = match wanted {
            Some(_) if !ready() => return Some(Summary::default()),
            Some(wanted) => self.maintained.borrow_mut().groups.ask(self.book, &regions, wanted),
            None => None,
        };
        let mut asked = self.asked.borrow_mut();
        asked.refused |= answer.is_none() && regions.all().any(is_keyed);
        answer.map(|(ticket, summary)| {
            asked.groups.push(ticket);
            summary
        })
    }

    fn position(&self, line: Region, wanted: &Value) -> Option<u32> {
        if !self.is_ready(line) {
            return None;
        }
        let key = Key::of(wanted)?;
        let kept = self.maintained.borrow_mut().positions.first(self.book, line, &key);
        kept.unwrap_or_else(|| search(self, line, wanted))
    }

    fn used(&self, region: Region) -> Option<Region> {
        if !self.is_ready(region) {
            return None;
        }
        let used = self.book.sheet(region.sheet)?.used()?;
        Some(used.intersection(region.range)?.on(region.sheet))
    }

    fn origin(&self) -> Place {
        self.origin
    }

    fn is_call(&self, place: Place, functions: &[&str]) -> bool {
        let Some(formula) = self.book.formula(place) else { return false };
        let mut found = false;
        formula.expression.walk(&mut |part| {
            found |= matches!(part, Expression::Call(name, _) if functions.contains(&&**name));
        });
        found
    }

    fn formula(&self, place: Place) -> Option<String> {
        let formula = self.book.formula(place)?;
        let text = print(&formula.expression, place, self.dialect(), &BookVocabulary(self.book));
        Some(format!("={text}"))
    }

    fn named_cells(&self, text: &str) -> Option<Operand> {
        let parsed = parse(text, self.origin, self.dialect(), &BookVocabulary(self.book));
        let meaning = match parsed.expression {
            Expression::Name(name) => self.book.names.find(&name, self.origin.sheet)?.as_ref().clone(),
            expression => expression,
        };
        let region = match meaning {
            Expression::Reference(reference) => reference.resolve(self.origin)?,
            Expression::Table(part) => self.table(&part).ok()?,
            _ => return None,
        };
        self.book.sheet(region.sheet).map(|_| Operand::Region(region))
    }

    fn sheet_number(&self, sheet: SheetId) -> Option<usize> {
        self.book.position(sheet).map(|position| position + 1)
    }

    fn sheet_named(&self, name: &str) -> Option<usize> {
        self.sheet_number(self.book.sheet_named(name)?.id)
    }

    fn sheet_count(&self) -> usize {
        self.book.sheets.len()
    }

    fn is_hidden(&self, place: Place) -> bool {
        let hidden = |sheet: &Sheet| sheet.hidden.rows.contains(place.address.row);
        self.book.sheet(place.sheet).is_some_and(hidden) || self.is_filtered(place)
    }

    fn is_filtered(&self, place: Place) -> bool {
        self.book.sheet(place.sheet).is_some_and(|sheet| sheet.hidden.filtering.away.contains(place.address.row))
    }

    fn now(&self) -> Number {
        self.world.now
    }

    fn date_offset(&self) -> i64 {
        self.book.date_offset()
    }

    fn random(&self) -> Number {
        // SplitMix64 by Steele, Lea and Flood (2014).
        let state = self.world.seed.get().wrapping_add(0x9E37_79B9_7F4A_7C15);
        self.world.seed.set(state);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let units = (mixed ^ (mixed >> 31)) % 1_000_000_000_000_000;
        Number::from_parts(i128::from(units), 15).unwrap_or_default()
    }

    fn locale(&self) -> Locale {
        self.world.locale
    }
}

impl Scope for CellScope<'_> {
    fn name(&self, name: &str, sheet: SheetId) -> Option<Rc<Expression>> {
        self.book.names.find(name, sheet).cloned()
    }

    fn table(&self, part: &TableReference) -> Result<Region, CellError> {
        let table = part.table.as_deref().and_then(|name| self.book.tables.find(name));
        table.ok_or(CellError::Name)?.part(part, self.origin)
    }

    fn sheets_between(&self, first: &SheetReference, last: &SheetReference) -> Option<Vec<SheetId>> {
        self.book.sheets_between(first, last)
    }

    fn spilled(&self, place: Place) -> Option<Region> {
        if self.stale.contains(place) {
            self.pending.set(self.pending.get().or(Some(place)));
        }
        let sheet = self.book.sheet(place.sheet)?;
        let spill = sheet.spills.at(place.address).filter(|spill| spill.is_placed());
        // An array of one value needs no room beside its formula.
        let own = || sheet.formulas.at(place.address).map(|_| Range::cell(place.address));
        spill.map(|spill| spill.range).or_else(own).map(|range| range.on(place.sheet))
    }

    fn has_sheet(&self, region: Region) -> bool {
        self.book.sheet(region.sheet).is_some()
    }

    fn host(&self) -> &dyn Host {
        self
    }
}
