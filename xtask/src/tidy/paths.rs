//! Every path that a Rust file names, in imports, code, types and the arguments of macros, with
//! `crate`, `self` and `super` resolved to a place in the crate.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{File, ItemMod, ItemUse, Macro, UseTree, Visibility};

/// A path as used somewhere.
#[derive(Debug, PartialEq)]
pub struct Used {
    /// The names, beginning with `crate` for a place in the crate itself.
    pub names: Vec<String>,
    pub line: usize,
    /// Whether it is imported, and not only mentioned.
    pub import: bool,
}

impl Used {
    /// Whether the path begins with these names.
    pub fn begins(&self, names: &[&str]) -> bool {
        self.names.iter().zip(names).filter(|(own, other)| own == other).count() == names.len()
    }

    /// The last name.
    pub fn last(&self) -> &str {
        self.names.last().map_or("", String::as_str)
    }
}

/// Collects the paths of a file whose module stands at `home`.
pub fn collect(file: &File, home: &[&str]) -> Vec<Used> {
    let module = home.iter().map(|name| (*name).to_owned()).collect();
    let mut collector = Collector { module, local: Vec::new(), paths: Vec::new() };
    collector.visit_file(file);
    let Collector { local, mut paths, .. } = collector;
    // A name that this very file declares, or imports from its own crate, is no other crate.
    let inner = paths.iter().filter(|path| path.import && path.names[0] == "crate");
    let local: Vec<String> = inner.map(|path| path.last().to_owned()).chain(local).collect();
    paths.retain(|path| !local.contains(&path.names[0]));
    paths
}

struct Collector {
    module: Vec<String>,
    local: Vec<String>,
    paths: Vec<Used>,
}

impl Collector {
    fn push(&mut self, names: Vec<String>, span: Span, import: bool) {
        if let Some(names) = self.resolve(names) {
            self.paths.push(Used { names, line: span.start().line, import });
        }
    }

    /// Nothing for an empty path, or one that climbs above the crate.
    fn resolve(&self, names: Vec<String>) -> Option<Vec<String>> {
        let mut place = match names.first()?.as_str() {
            "self" | "super" => [vec!["crate".to_owned()], self.module.clone()].concat(),
            _ => Vec::new(),
        };
        for name in names {
            match name.as_str() {
                "self" => {}
                "super" => drop(place.pop()?),
                _ => place.push(name),
            }
        }
        (!place.is_empty()).then_some(place)
    }

    fn import(&mut self, tree: &UseTree, prefix: &[String]) {
        let grown = |name: &syn::Ident| [prefix, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.import(&path.tree, &grown(&path.ident)),
            UseTree::Name(name) => self.push(grown(&name.ident), name.ident.span(), true),
            UseTree::Rename(rename) => self.push(grown(&rename.ident), rename.ident.span(), true),
            UseTree::Glob(glob) => self.push([prefix, &["*".to_owned()]].concat(), glob.star_token.spans[0], true),
            UseTree::Group(group) => group.items.iter().for_each(|item| self.import(item, prefix)),
        }
    }

    /// Reads paths from the arguments of a macro, which have no tree yet.
    fn scan(&mut self, tokens: TokenStream, prefix: &[String]) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                TokenTree::Group(group) => self.scan(group.stream(), &[]),
                TokenTree::Ident(first) => {
                    let mut names = [prefix, &[first.to_string()]].concat();
                    while let Some(TokenTree::Ident(next)) = after_colons(&tokens, at) {
                        names.push(next.to_string());
                        at += 3;
                    }
                    match after_colons(&tokens, at) {
                        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                            self.scan(group.stream(), &names);
                            at += 3;
                        }
                        _ => self.push(names, first.span(), false),
                    }
                }
                _ => {}
            }
        }
    }
}

fn after_colons(tokens: &[TokenTree], at: usize) -> Option<&TokenTree> {
    let colon = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
    (colon(at) && colon(at + 1)).then(|| tokens.get(at + 2)).flatten()
}

impl Visit<'_> for Collector {
    fn visit_item_use(&mut self, item: &ItemUse) {
        self.import(&item.tree, &[]);
    }

    fn visit_item_mod(&mut self, module: &ItemMod) {
        self.local.push(module.ident.to_string());
        self.module.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.module.pop();
    }

    fn visit_path(&mut self, path: &syn::Path) {
        let names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.push(names, path.segments[0].ident.span(), false);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &Macro) {
        self.visit_path(&call.path);
        self.scan(call.tokens.clone(), &[]);
    }

    // `pub(crate)` and `pub(super)` say who may look in, not what is used.
    fn visit_visibility(&mut self, _: &Visibility) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str) -> Vec<String> {
        let file = syn::parse_str(text).unwrap();
        collect(&file, &["functions", "math"]).iter().map(|path| path.names.join("::")).collect()
    }

    #[test]
    fn imports_are_spread_out() {
        assert_eq!(
            paths("use crate::{eval::Scope, book::{self, Cell as C}};"),
            ["crate::eval::Scope", "crate::book", "crate::book::Cell"]
        );
        assert_eq!(paths("use super::super::eval::*;"), ["crate::eval::*"]);
        assert_eq!(paths("use super::*;"), ["crate::functions::*"]);
    }

    #[test]
    fn paths_in_code_and_macros_are_seen() {
        assert_eq!(paths("const A: crate::eval::B = C;"), ["crate::eval::B", "C"]);
        assert_eq!(paths("m! { a { web_sys::Window } }"), ["m", "a", "web_sys::Window"]);
        assert_eq!(paths("m!(use crate::{eval, book::Cell};);"), ["m", "use", "crate::eval", "crate::book::Cell"]);
    }

    #[test]
    fn inner_modules_shift_super() {
        assert_eq!(paths("mod inner { use super::super::rounding; }"), ["crate::functions::rounding"]);
    }

    #[test]
    fn names_of_own_modules_are_no_crates() {
        assert_eq!(paths("mod rand; use rand::Seed; pub(crate) struct A;"), [""; 0]);
        assert_eq!(paths("use crate::base::rand; const A: B = rand::c();"), ["crate::base::rand", "B"]);
    }
}
