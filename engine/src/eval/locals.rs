//! The names that `LET` and `LAMBDA` give, as a list that closures can share.

use std::rc::Rc;

use crate::functions::Operand;

/// Names with what they stand for, the innermost first.
#[derive(Debug, Clone, Default)]
pub struct Locals(Option<Rc<Binding>>);

#[derive(Debug)]
struct Binding {
    name: Rc<str>,
    operand: Operand,
    outer: Locals,
}

impl Locals {
    /// What a name stands for, whatever its case.
    pub fn find(&self, name: &str) -> Option<&Operand> {
        let mut next = self;
        while let Some(binding) = &next.0 {
            if *binding.name == *name || binding.name.to_lowercase() == name.to_lowercase() {
                return Some(&binding.operand);
            }
            next = &binding.outer;
        }
        None
    }

    /// These names and one more, which shadows an outer one.
    pub fn with(&self, name: &Rc<str>, operand: Operand) -> Self {
        Self(Some(Rc::new(Binding { name: name.clone(), operand, outer: self.clone() })))
    }
}
