//! Habits of the code: it does not stop the program, leaves nothing half done, and its errors have
//! types.

use proc_macro2::{TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, ExprMethodCall, GenericArgument, Macro, PathArguments, PathSegment, Type};

use super::finding::Finding;
use super::source::Rust;

const RULE: &str = "habit";

/// The macros that stand for work not done.
const UNDONE: [&str; 2] = ["todo", "unimplemented"];

/// Checks a file; what concerns only the product is not asked of tests.
pub fn check(rust: &Rust) -> Vec<Finding> {
    let mut everywhere = Everywhere(Findings::of(rust));
    everywhere.visit_file(&rust.whole);
    let mut product = Product(Findings::of(rust));
    if !rust.path.starts_with("tests/") {
        product.visit_file(&rust.product);
    }
    [everywhere.0.found, product.0.found].concat()
}

struct Findings<'a> {
    path: &'a str,
    found: Vec<Finding>,
}

impl<'a> Findings<'a> {
    fn of(rust: &Rust<'a>) -> Self {
        Self { path: rust.path, found: Vec::new() }
    }

    fn push(&mut self, part: &impl Spanned, message: &str) {
        self.found.push(Finding::on(self.path, part, RULE, message));
    }
}

/// What is asked of every line, tests included.
struct Everywhere<'a>(Findings<'a>);

impl Visit<'_> for Everywhere<'_> {
    fn visit_macro(&mut self, call: &Macro) {
        if UNDONE.iter().any(|name| call.path.is_ident(name)) {
            self.0.push(call, "finish it, or leave it out");
        }
        each_run(call.tokens.clone(), &mut |run| {
            if let [TokenTree::Ident(name), TokenTree::Punct(mark)] = &run[..2]
                && mark.as_char() == '!'
                && UNDONE.iter().any(|undone| name == undone)
            {
                self.0.push(name, "finish it, or leave it out");
            }
        });
    }

    fn visit_attribute(&mut self, attribute: &Attribute) {
        if attribute.path().is_ident("ignore") {
            self.0.push(attribute, "a test that is not run is not a test");
        }
    }
}

/// What is asked of the product alone.
struct Product<'a>(Findings<'a>);

impl Visit<'_> for Product<'_> {
    fn visit_expr_method_call(&mut self, call: &ExprMethodCall) {
        if call.method == "unwrap" && call.args.is_empty() {
            self.0.push(&call.method, "name the invariant with `expect`, or handle the case");
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, call: &Macro) {
        each_run(call.tokens.clone(), &mut |run| {
            if let [TokenTree::Punct(dot), TokenTree::Ident(name), TokenTree::Group(arguments)] = run
                && dot.as_char() == '.'
                && name == "unwrap"
                && arguments.stream().is_empty()
            {
                self.0.push(name, "name the invariant with `expect`, or handle the case");
            }
        });
    }

    fn visit_path_segment(&mut self, segment: &PathSegment) {
        if segment.ident == "Result" && error_is_text(&segment.arguments) {
            self.0.push(&segment.ident, "give the error a type; text cannot be told apart");
        }
        visit::visit_path_segment(self, segment);
    }
}

fn error_is_text(arguments: &PathArguments) -> bool {
    let PathArguments::AngleBracketed(arguments) = arguments else { return false };
    let Some(GenericArgument::Type(Type::Path(error))) = arguments.args.get(1) else { return false };
    error.path.segments.last().is_some_and(|segment| segment.ident == "String")
}

/// Calls back with every three tokens that follow each other in the arguments of a macro.
fn each_run(tokens: TokenStream, act: &mut impl FnMut(&[TokenTree])) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    tokens.windows(3).for_each(&mut *act);
    for token in tokens {
        if let TokenTree::Group(group) = token {
            each_run(group.stream(), act);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::source::Source;

    fn findings(path: &str, text: &str) -> usize {
        let source = Source { path: path.into(), text: text.into() };
        check(&source.parse().unwrap()).len()
    }

    #[test]
    fn unwrap_is_for_tests() {
        for text in ["fn a() { b().unwrap(); }", "fn a() { c!(b().unwrap()); }"] {
            assert_eq!(findings("engine/src/a.rs", text), 1, "{text}");
            assert_eq!(findings("tests/src/a.rs", text), 0, "{text}");
            assert_eq!(findings("engine/src/a.rs", &format!("#[cfg(test)] mod tests {{ {text} }}")), 0);
        }
        assert_eq!(findings("engine/src/a.rs", "fn a() { b().unwrap_or(1); }"), 0);
    }

    #[test]
    fn work_not_done_is_found_in_tests_too() {
        for text in ["fn a() { todo!() }", "fn a() { b!({ unimplemented!(\"c\") }) }", "#[test] #[ignore] fn a() {}"] {
            assert_eq!(findings("tests/src/a.rs", text), 1, "{text}");
        }
    }

    #[test]
    fn errors_have_types() {
        assert_eq!(findings("a.rs", "fn a() -> Result<u8, String> { b() }"), 1);
        assert_eq!(findings("a.rs", "fn a() -> Result<String, Refusal> { b() }"), 0);
        assert_eq!(findings("a.rs", "fn a() -> Result<String> { b() }"), 0);
    }
}
