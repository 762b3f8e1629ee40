//! How broad a type may be: a type with too many fields or methods has become several things.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::{self, Visit};
use syn::{ImplItem, ItemImpl, ItemStruct, Type};

use super::finding::Finding;
use super::source::Rust;

const FIELDS: usize = 14;
const METHODS: usize = 50;
const FILES: usize = 4;

/// Checks the types of all files together, because a type's methods may stand in several.
pub fn check(files: &[Rust]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut types: BTreeMap<(String, String), Breadth> = BTreeMap::new();
    for rust in files {
        let mut reader = Reader { rust, findings: &mut findings, types: &mut types };
        reader.visit_file(&rust.product);
    }
    findings.extend(types.iter().filter_map(|((_, name), breadth)| breadth.finding(name)));
    findings
}

/// The methods of one type and the files that hold them.
#[derive(Default)]
struct Breadth {
    methods: usize,
    files: BTreeSet<String>,
}

impl Breadth {
    fn finding(&self, name: &str) -> Option<Finding> {
        let (methods, files) = (self.methods, self.files.len());
        let message = format!("`{name}` has {methods} methods in {files} files; at most {METHODS} in {FILES}");
        (methods > METHODS || files > FILES).then_some(())?;
        Some(Finding::at(self.files.first()?, 1, "breadth", message))
    }
}

struct Reader<'a> {
    rust: &'a Rust<'a>,
    findings: &'a mut Vec<Finding>,
    types: &'a mut BTreeMap<(String, String), Breadth>,
}

impl Visit<'_> for Reader<'_> {
    fn visit_item_struct(&mut self, item: &ItemStruct) {
        if item.fields.len() > FIELDS {
            let message = format!("`{}` has {} fields; at most {FIELDS}", item.ident, item.fields.len());
            self.findings.push(Finding::on(self.rust.path, &item.ident, "breadth", message));
        }
    }

    fn visit_item_impl(&mut self, block: &ItemImpl) {
        if let (None, Type::Path(owner)) = (&block.trait_, &*block.self_ty) {
            let name = owner.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
            let breadth = self.types.entry((area(self.rust.path), name)).or_default();
            breadth.methods += block.items.iter().filter(|item| matches!(item, ImplItem::Fn(_))).count();
            breadth.files.insert(self.rust.path.to_owned());
        }
        visit::visit_item_impl(self, block);
    }
}

// Two modules of a crate may each have a type of the same name.
fn area(path: &str) -> String {
    path.split('/').take(3).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::source::Source;

    fn findings(texts: &[String]) -> usize {
        let source = |(index, text): (usize, &String)| Source {
            path: format!("engine/src/calc/{index}.rs"),
            text: text.clone(),
        };
        let sources: Vec<Source> = texts.iter().enumerate().map(source).collect();
        let files: Vec<Rust> = sources.iter().map(|source| source.parse().unwrap()).collect();
        check(&files).len()
    }

    #[test]
    fn a_type_that_is_everything_is_found() {
        let methods = |count: usize| {
            format!("impl A {{ {} }}", (0..count).map(|index| format!("fn b{index}() {{}}")).collect::<String>())
        };
        assert_eq!(findings(&[methods(25), methods(25)]), 0);
        assert_eq!(findings(&[methods(25), methods(26)]), 1);
        assert_eq!(findings(&vec![methods(1); 5]), 1);
    }

    #[test]
    fn a_struct_with_too_many_fields_is_found() {
        let fields = |count: usize| {
            format!("struct A {{ {} }}", (0..count).map(|index| format!("b{index}: u8,")).collect::<String>())
        };
        assert_eq!((findings(&[fields(14)]), findings(&[fields(15)])), (0, 1));
    }
}
