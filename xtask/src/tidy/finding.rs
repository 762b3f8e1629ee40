//! What tidy reports: a place, the rule that is broken there, and what to do about it.

use std::fmt;

use syn::spanned::Spanned;

/// One broken rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    path: String,
    line: usize,
    pub rule: &'static str,
    message: String,
}

impl Finding {
    /// A finding at a line.
    pub fn at(path: &str, line: usize, rule: &'static str, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, rule, message: message.into() }
    }

    /// A finding where a part of the syntax tree begins.
    pub fn on(path: &str, part: &impl Spanned, rule: &'static str, message: impl Into<String>) -> Self {
        Self::at(path, part.span().start().line, rule, message)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}:{}: {}: {}", self.path, self.line, self.rule, self.message)
    }
}
