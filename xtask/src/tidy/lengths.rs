//! How long things may be: files and functions that fit into a head.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Block, ImplItemFn, ItemFn, Macro, Signature, TraitItemFn};

use super::finding::Finding;
use super::source::Rust;

const FILE: usize = 500;
const FUNCTION: usize = 60;

/// Marks a file that is one table of data.
const TABLE: &str = "// tidy: table";

/// A function and its lines, from its signature to its closing brace.
pub struct Function {
    pub name: String,
    pub line: usize,
    pub lines: usize,
}

/// Checks the lengths of a file and its functions.
pub fn check(rust: &Rust) -> Vec<Finding> {
    let mut findings: Vec<Finding> = functions(rust).iter().filter_map(|function| long(rust, function)).collect();
    let lines = file_lines(rust);
    if lines > FILE && !is_table(rust) {
        findings.push(Finding::at(rust.path, 1, "length", format!("{lines} lines without tests; at most {FILE}")));
    }
    findings
}

/// The lines of a file without its tests.
pub fn file_lines(rust: &Rust) -> usize {
    rust.text.lines().count() - rust.test_lines
}

/// Every function outside of tests.
pub fn functions(rust: &Rust) -> Vec<Function> {
    let mut found = Functions(Vec::new());
    found.visit_file(&rust.product);
    found.0
}

fn long(rust: &Rust, function: &Function) -> Option<Finding> {
    let Function { name, line, lines } = function;
    let message = format!("`{name}` has {lines} lines; at most {FUNCTION}");
    (*lines > FUNCTION).then(|| Finding::at(rust.path, *line, "length", message))
}

fn is_table(rust: &Rust) -> bool {
    // At the top: after the header and before the code.
    let top = rust.text.lines().take_while(|line| line.is_empty() || line.starts_with("//"));
    top.into_iter().any(|line| line.trim() == TABLE)
}

struct Functions(Vec<Function>);

impl Functions {
    fn push(&mut self, signature: &Signature, body: &Block) {
        self.measure(&signature.ident, body.brace_token.span.close());
    }

    fn measure(&mut self, name: &Ident, end: Span) {
        let line = name.span().start().line;
        self.0.push(Function { name: name.to_string(), line, lines: end.end().line + 1 - line });
    }

    /// Finds the functions in the arguments of a macro, which have no tree yet.
    fn scan(&mut self, tokens: TokenStream) {
        let mut name = None;
        let mut after_fn = false;
        for token in tokens {
            match &token {
                TokenTree::Ident(word) if after_fn => name = Some(word.clone()),
                TokenTree::Group(group) => {
                    let body = (group.delimiter() == Delimiter::Brace).then(|| name.take()).flatten();
                    body.iter().for_each(|name| self.measure(name, group.span_close()));
                    self.scan(group.stream());
                }
                _ => {}
            }
            after_fn = matches!(&token, TokenTree::Ident(word) if word == "fn");
        }
    }
}

impl Visit<'_> for Functions {
    fn visit_item_fn(&mut self, function: &ItemFn) {
        self.push(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &ImplItemFn) {
        self.push(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &TraitItemFn) {
        if let Some(body) = &function.default {
            self.push(&function.sig, body);
        }
        visit::visit_trait_item_fn(self, function);
    }

    fn visit_macro(&mut self, call: &Macro) {
        self.scan(call.tokens.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::source::Source;

    fn findings(text: String) -> Vec<String> {
        let source = Source { path: "a.rs".into(), text };
        check(&source.parse().unwrap()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_over_long_function_is_found() {
        let function = |lines: usize| format!("impl A {{\nfn b() {{\n{}}}\n}}\n", "c();\n".repeat(lines - 2));
        assert_eq!(findings(function(60)), [""; 0]);
        assert_eq!(findings(function(61)), ["a.rs:2: length: `b` has 61 lines; at most 60"]);
        assert_eq!(findings(format!("define! {{\n{}}}\n", function(61))).len(), 1);
    }

    #[test]
    fn an_over_long_file_is_found_unless_it_is_a_table() {
        let rows = "const A: u8 = 0;\n".repeat(501);
        assert_eq!(findings(rows.clone()), ["a.rs:1: length: 501 lines without tests; at most 500"]);
        assert_eq!(findings(format!("//! Rows.\n\n// tidy: table\n{rows}")), [""; 0]);
        assert_eq!(findings(format!("{rows}// tidy: table\n")).len(), 1);
    }

    #[test]
    fn tests_do_not_count() {
        let body = "c();\n".repeat(600);
        assert_eq!(findings(format!("#[cfg(test)]\nmod tests {{\nfn b() {{\n{body}}}\n}}\n")), [""; 0]);
    }
}
