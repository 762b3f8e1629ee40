//! Arguments that tell what a body asked for.

use std::cell::RefCell;

use crate::functions::{Operand, Operands};
use crate::value::Value;

/// Arguments that count how often each is asked for.
pub struct Counting {
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
