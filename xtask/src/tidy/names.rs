//! Names that say what a thing is: no junk drawers, and no `get_` before what a function returns.

use syn::visit::{self, Visit};
use syn::{Ident, ImplItemFn, ItemEnum, ItemFn, ItemImpl, ItemMod, ItemStruct, ItemTrait, ItemType, TraitItemFn};

use super::finding::Finding;
use super::source::{Rust, Source};

const RULE: &str = "name";

const EMPTY_WORDS: [&str; 9] =
    ["util", "utils", "utility", "helper", "helpers", "common", "misc", "manager", "managers"];

/// Checks the path of a file.
pub fn check_path(source: &Source) -> Option<Finding> {
    let word = empty_word(&source.path)?;
    Some(Finding::at(&source.path, 1, RULE, format!("`{word}` says nothing; name what the file holds")))
}

/// Checks the names that a Rust file gives.
pub fn check(rust: &Rust) -> Vec<Finding> {
    let mut reader = Reader { path: rust.path, findings: Vec::new() };
    reader.visit_file(&rust.product);
    reader.findings
}

fn empty_word(name: &str) -> Option<String> {
    words(name).into_iter().find(|word| EMPTY_WORDS.contains(&word.as_str()))
}

/// The words of a path, a `snake_case` or a `CamelCase` name, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in name.chars() {
        if !letter.is_alphanumeric() || letter.is_uppercase() {
            words.push(String::new());
        }
        words
            .last_mut()
            .expect("it starts with one word")
            .extend(letter.to_lowercase().filter(|letter| letter.is_alphanumeric()));
    }
    words
}

struct Reader<'a> {
    path: &'a str,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn name(&mut self, name: &Ident) {
        if let Some(word) = empty_word(&name.to_string()) {
            self.findings.push(Finding::on(self.path, name, RULE, format!("`{word}` in `{name}` says nothing")));
        }
    }

    fn function(&mut self, name: &Ident) {
        self.name(name);
        if let Some(rest) = name.to_string().strip_prefix("get_") {
            self.findings.push(Finding::on(self.path, name, RULE, format!("call `{name}` `{rest}`")));
        }
    }
}

impl Visit<'_> for Reader<'_> {
    fn visit_item_fn(&mut self, item: &ItemFn) {
        self.function(&item.sig.ident);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &ImplItemFn) {
        self.function(&item.sig.ident);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &TraitItemFn) {
        self.function(&item.sig.ident);
    }

    // The names in an implementation are the trait's, which may be another's.
    fn visit_item_impl(&mut self, item: &ItemImpl) {
        if item.trait_.is_none() {
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &ItemMod) {
        self.name(&item.ident);
        visit::visit_item_mod(self, item);
    }

    fn visit_item_struct(&mut self, item: &ItemStruct) {
        self.name(&item.ident);
    }

    fn visit_item_enum(&mut self, item: &ItemEnum) {
        self.name(&item.ident);
    }

    fn visit_item_trait(&mut self, item: &ItemTrait) {
        self.name(&item.ident);
        visit::visit_item_trait(self, item);
    }

    fn visit_item_type(&mut self, item: &ItemType) {
        self.name(&item.ident);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(path: &str, text: &str) -> usize {
        let source = Source { path: path.into(), text: text.into() };
        check_path(&source).into_iter().chain(check(&source.parse().unwrap())).count()
    }

    #[test]
    fn junk_drawers_are_found() {
        for path in ["web/src/utils.rs", "engine/src/common/mod.rs", "a/grid_helper.rs", "a/GridManager.rs"] {
            assert_eq!(findings(path, ""), 1, "{path}");
        }
        for text in [
            "struct SheetManager;",
            "fn misc() {}",
            "mod util;",
            "trait Helper {}",
            "type CommonCell = u8;",
            "impl A { fn helper() {} }",
        ] {
            assert_eq!(findings("a.rs", text), 1, "{text}");
        }
    }

    #[test]
    fn getters_are_called_by_what_they_return() {
        assert_eq!(findings("a.rs", "fn get_cell() {} fn get() {} fn target_cell() {}"), 1);
        assert_eq!(findings("a.rs", "impl Other for A { fn get_cell() {} }"), 0);
    }

    #[test]
    fn words_that_only_contain_others_are_fine() {
        assert_eq!(findings("a/commonality.rs", "struct Utilisation; fn miscount() {}"), 0);
    }
}
