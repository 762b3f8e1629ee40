//! A small sheet in memory and a small reader of formulas, so that functions are tested in the words of their users.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Arguments, Host, Operand, Operands, Summary, library};
use crate::base::{Address, Place, Range, Region, SheetId};
use crate::display::{Locale, coerce};
use crate::value::{Array, CellError, Number, Value};

/// A sheet with one formula under calculation, in `D7`.
pub(super) struct Sheet {
    /// Cells by column, then row.
    cells: BTreeMap<(u32, u32), Value>,
    hidden: HashSet<u32>,
    calls: HashMap<Address, String>,
    locale: Locale,
}

impl Sheet {
    /// A sheet with cells as typed in English; a leading apostrophe makes text.
    pub fn new(locale: Locale, cells: &[(&str, &str)]) -> Self {
        let cells = cells.iter().map(|(at, typed)| {
            let at = Address::parse(at).unwrap();
            ((at.column, at.row), read(typed))
        });
        Self { cells: cells.collect(), hidden: HashSet::new(), calls: HashMap::new(), locale }
    }

    /// Says that a cell holds a call of a function.
    pub fn calls(&mut self, at: &str, function: &str) {
        self.calls.insert(Address::parse(at).unwrap(), function.to_owned());
    }

    /// Hides a row, counted from one.
    pub fn hide(&mut self, row: u32) {
        self.hidden.insert(row - 1);
    }
}

fn read(typed: &str) -> Value {
    match typed {
        "TRUE" => true.into(),
        "FALSE" => false.into(),
        typed => match (typed.strip_prefix('\''), Number::parse(typed), CellError::parse(typed)) {
            (Some(text), _, _) => Value::text(text),
            (_, Some(number), _) => number.into(),
            (_, _, Some(error)) => error.into(),
            _ => panic!("{typed} is not typed as a cell"),
        },
    }
}

impl Host for Sheet {
    fn value(&self, place: Place) -> Value {
        self.cells.get(&(place.address.column, place.address.row)).cloned().unwrap_or_default()
    }

    fn visit(&self, region: Region, visit: &mut dyn FnMut(Address, &Value)) {
        for ((column, row), value) in &self.cells {
            let at = Address::new(*row, *column);
            if region.range.contains(at) {
                visit(at, value);
            }
        }
    }

    fn summary(&self, region: Region) -> Summary {
        let mut summary = Summary::default();
        self.visit(region, &mut |_, value| {
            summary.filled += 1;
            match value {
                Value::Number(number) => {
                    summary.sum.add(*number);
                    summary.numbers += 1;
                }
                Value::Error(error) => _ = summary.error.get_or_insert(*error),
                _ => {}
            }
        });
        summary
    }

    fn used(&self, region: Region) -> Option<Region> {
        let all = self.cells.keys().map(|(column, row)| Range::cell(Address::new(*row, *column)));
        Some(all.reduce(Range::union)?.intersection(region.range)?.on(region.sheet))
    }

    fn origin(&self) -> Place {
        Address::new(6, 3).on(SheetId(0))
    }

    fn is_call(&self, place: Place, functions: &[&str]) -> bool {
        self.calls.get(&place.address).is_some_and(|call| functions.contains(&call.as_str()))
    }

    fn is_hidden(&self, place: Place) -> bool {
        self.hidden.contains(&place.address.row)
    }

    fn now(&self) -> Number {
        Number::parse("46265.75").unwrap()
    }

    fn random(&self) -> Number {
        Number::parse("0.5").unwrap()
    }

    fn locale(&self) -> Locale {
        self.locale
    }
}

struct Given(Vec<Operand>);

impl Operands for Given {
    fn count(&self) -> usize {
        self.0.len()
    }

    fn operand(&self, index: usize) -> Operand {
        self.0.get(index).cloned().unwrap_or(Operand::Missing)
    }
}

/// Arguments that count how often each is asked for.
pub(super) struct Counting {
    values: Vec<Value>,
    asked: RefCell<Vec<usize>>,
}

impl Counting {
    pub fn new(values: impl Into<Vec<Value>>) -> Self {
        let values = values.into();
        Self { asked: RefCell::new(vec![0; values.len()]), values }
    }

    pub fn asked(&self) -> Vec<usize> {
        self.asked.borrow().clone()
    }
}

impl Operands for Counting {
    fn count(&self) -> usize {
        self.values.len()
    }

    fn operand(&self, index: usize) -> Operand {
        self.asked.borrow_mut()[index] += 1;
        self.values[index].clone().into()
    }
}

/// Checks formulas against what they show, on an empty English sheet.
pub(super) fn check(cases: &[(&str, &str)]) {
    check_with(&[], cases);
}

/// Checks formulas against what they show, on an English sheet with cells.
pub(super) fn check_with(cells: &[(&str, &str)], cases: &[(&str, &str)]) {
    let sheet = Sheet::new(Locale::English, cells);
    for (formula, expected) in cases {
        assert_eq!(calculate(formula, &sheet), *expected, "{formula}");
    }
}

/// What a formula shows: rows of an array are put between semicolons, a reference is read.
pub(super) fn calculate(formula: &str, sheet: &Sheet) -> String {
    let mut reader = Reader { rest: formula, sheet };
    let operand = reader.operand();
    assert!(reader.rest.is_empty(), "{formula} ends before {}", reader.rest);
    match operand.read(sheet) {
        Value::Array(array) => {
            let rows: Vec<String> =
                array.rows().map(|row| row.iter().map(show).collect::<Vec<_>>().join(",")).collect();
            format!("{{{}}}", rows.join(";"))
        }
        value => show(&value),
    }
}

fn show(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Error(error) => error.to_string(),
        value => coerce::to_text(value, Locale::English).unwrap().to_string(),
    }
}

/// Reads and calculates calls, literals, array constants and references; no operators but a minus sign.
struct Reader<'a> {
    rest: &'a str,
    sheet: &'a Sheet,
}

impl<'a> Reader<'a> {
    fn operand(&mut self) -> Operand {
        match self.rest.chars().next() {
            Some('"') => Value::text(self.text()).into(),
            Some('{') => self.array().into(),
            Some('#') => CellError::parse(self.word()).unwrap().into(),
            Some('-') => {
                self.skip("-");
                let value = self.operand().read(self.sheet);
                coerce::to_number(&value, Locale::English).unwrap().negated().into()
            }
            _ => self.named(),
        }
    }

    fn named(&mut self) -> Operand {
        let word = self.word();
        if self.skip("(") {
            return self.call(word);
        }
        match (word, Number::parse(word), Range::parse(word)) {
            ("TRUE", ..) => true.into(),
            ("FALSE", ..) => false.into(),
            (_, Some(number), _) => number.into(),
            (_, _, Some(range)) => Operand::Region(range.on(SheetId(0))),
            _ => panic!("{word} is nothing that the reader of tests knows"),
        }
    }

    fn call(&mut self, name: &str) -> Operand {
        let function = library::find(name).unwrap_or_else(|| panic!("no function {name}"));
        let mut operands = Vec::new();
        while !self.skip(")") {
            let missing = self.rest.starts_with([',', ')']);
            operands.push(if missing { Operand::Missing } else { self.operand() });
            if self.skip(",") && self.rest.starts_with(')') {
                operands.push(Operand::Missing);
            }
        }
        assert!(function.accepts(operands.len()), "{name} does not take {} arguments", operands.len());
        let answer = (function.body)(&Arguments::new(&Given(operands), self.sheet));
        answer.unwrap_or_else(|error| Value::Error(error).into())
    }

    fn array(&mut self) -> Value {
        let (mut values, mut row) = (Vec::new(), 0);
        self.skip("{");
        let width = loop {
            values.push(self.operand().read(self.sheet));
            row += 1;
            if !self.skip(",") {
                if !self.skip(";") {
                    break row;
                }
                row = 0;
            }
        };
        assert!(self.skip("}"));
        Value::Array(Array::new(width, values).unwrap().into())
    }

    fn text(&mut self) -> String {
        let mut text = String::new();
        self.skip("\"");
        loop {
            let end = self.rest.find('"').unwrap();
            text.push_str(&self.rest[..end]);
            self.rest = &self.rest[end + 1..];
            if !self.skip("\"") {
                return text;
            }
            text.push('"');
        }
    }

    fn word(&mut self) -> &'a str {
        let end = self.rest.find([',', ';', '(', ')', '}']).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }

    fn skip(&mut self, sign: &str) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }
}
