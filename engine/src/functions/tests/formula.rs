//! A small reader of formulas: calls, literals, array constants and references; no operators but a minus sign.

use super::Sheet;
use crate::base::{Range, SheetId};
use crate::display::{Locale, coerce};
use crate::functions::{Arguments, Operand, Operands, library};
use crate::value::{Array, CellError, Number, Value};

struct Given(Vec<Operand>);

impl Operands for Given {
    fn count(&self) -> usize {
        self.0.len()
    }

    fn operand(&self, index: usize) -> Operand {
        self.0.get(index).cloned().unwrap_or(Operand::Missing)
    }
}

/// What a formula stands for.
pub fn operand(formula: &str, sheet: &Sheet) -> Operand {
    let mut reader = Reader { rest: formula, sheet };
    let operand = reader.operand();
    assert!(reader.rest.is_empty(), "{formula} ends before {}", reader.rest);
    operand
}

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
