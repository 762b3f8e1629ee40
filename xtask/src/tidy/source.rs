//! The files that tidy reads: what git tracks and what it would track, each with its text and, for
//! Rust, its syntax trees.

use std::fs;
use std::process::Command;

use anyhow::Result;
use syn::spanned::Spanned;
use syn::{Attribute, ImplItem, Item, ItemImpl};
use walkdir::{DirEntry, WalkDir};

use crate::command;

const SKIPPED: [&str; 4] = [".git", "target", "dist", "node_modules"];

/// A text file with its path from the root, written with `/`.
pub struct Source {
    pub path: String,
    pub text: String,
}

/// A Rust file, whole and without the parts that only tests see.
pub struct Rust<'a> {
    pub path: &'a str,
    pub text: &'a str,
    pub whole: syn::File,
    pub product: syn::File,
    /// Lines of the parts that only tests see.
    pub test_lines: usize,
}

/// Reads every text file of the repository.
pub fn read_all() -> Result<Vec<Source>> {
    let mut paths = tracked().map_or_else(walked, Ok)?;
    paths.sort();
    Ok(paths.into_iter().filter_map(read).collect())
}

fn tracked() -> Option<Vec<String>> {
    let list = command::answer(Command::new("git").args(["ls-files", "-co", "--exclude-standard", "-z"]))?;
    Some(list.split_terminator('\0').map(str::to_owned).collect())
}

// An unpacked archive has no git, but the same rules.
fn walked() -> Result<Vec<String>> {
    let kept = |entry: &DirEntry| !SKIPPED.iter().any(|skipped| entry.file_name() == *skipped);
    let mut paths = Vec::new();
    for entry in WalkDir::new(".").into_iter().filter_entry(kept) {
        let path = entry?.path().to_string_lossy().replace('\\', "/");
        paths.push(path.trim_start_matches("./").to_owned());
    }
    Ok(paths)
}

// Folders, deleted files and binary files have no text to check.
fn read(path: String) -> Option<Source> {
    let text = fs::read_to_string(&path).ok()?;
    Some(Source { path, text })
}

impl Source {
    /// Parses a Rust file.
    pub fn parse(&self) -> syn::Result<Rust<'_>> {
        let whole = syn::parse_file(&self.text)?;
        let mut product = whole.clone();
        let test_lines = if self.is_test() { self.text.lines().count() } else { cut_tests(&mut product.items) };
        if self.is_test() {
            product.items.clear();
        }
        Ok(Rust { path: &self.path, text: &self.text, whole, product, test_lines })
    }

    /// Whether the file is one module of tests, kept beside what it tests.
    fn is_test(&self) -> bool {
        self.path.contains("/src/") && (self.path.ends_with("/tests.rs") || self.path.contains("/tests/"))
    }
}

/// Removes the items that only tests see and counts their lines.
fn cut_tests(items: &mut Vec<Item>) -> usize {
    let mut lines = 0;
    items.retain(|item| {
        let test = attributes(item).iter().any(is_test);
        lines += if test { height(item) } else { 0 };
        !test
    });
    for item in items {
        lines += match item {
            Item::Mod(module) => module.content.as_mut().map_or(0, |(_, items)| cut_tests(items)),
            Item::Impl(block) => cut_test_methods(block),
            _ => 0,
        };
    }
    lines
}

fn cut_test_methods(block: &mut ItemImpl) -> usize {
    let mut lines = 0;
    block.items.retain(|item| {
        let test = matches!(item, ImplItem::Fn(method) if method.attrs.iter().any(is_test));
        lines += if test { height(item) } else { 0 };
        !test
    });
    lines
}

/// The lines from the first to the last token.
pub fn height(part: &impl Spanned) -> usize {
    let span = part.span();
    span.end().line + 1 - span.start().line
}

fn is_test(attribute: &Attribute) -> bool {
    if attribute.path().is_ident("test") {
        return true;
    }
    let condition = attribute.meta.require_list().ok().filter(|list| list.path.is_ident("cfg"));
    condition.is_some_and(|list| {
        // Both `test` alone and `all(test, …)`, but not `not(test)`.
        let words: Vec<String> = list.tokens.clone().into_iter().map(|token| token.to_string()).collect();
        match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["test"] => true,
            ["all", conditions] => conditions.contains("test") && !conditions.contains("not"),
            _ => false,
        }
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> (usize, usize) {
        let source = Source { path: "engine/src/a.rs".into(), text: text.into() };
        let rust = source.parse().unwrap();
        (rust.product.items.len(), rust.test_lines)
    }

    #[test]
    fn tests_are_cut_and_counted() {
        assert_eq!(parse("fn a() {}\n\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\n"), (1, 4));
        assert_eq!(parse("#[cfg(all(test, unix))]\nuse a::b;\n#[test]\nfn c() {\n}\n"), (0, 5));
        assert_eq!(parse("#[cfg(not(test))]\nuse a::b;\n"), (1, 0));
    }

    #[test]
    fn test_methods_are_cut() {
        assert_eq!(parse("impl A {\n#[cfg(test)]\nfn b() {}\nfn c() {}\n}\n"), (1, 2));
    }
}
