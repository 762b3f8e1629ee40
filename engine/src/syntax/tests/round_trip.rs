//! Reading a printed tree gives the tree.

use proptest::prelude::*;

use super::generate::expression;
use super::{ORIGIN, mistakes};
use crate::syntax::vocabulary::sample::Sample;
use crate::syntax::{Dialect, parse, print};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn a_printed_tree_reads_back_and_crosses_the_languages(tree in expression()) {
        let mut read = tree.clone();
        for dialect in [Dialect::English, Dialect::Swedish, Dialect::English] {
            let text = print(&read, ORIGIN, dialect, &Sample);
            let parsed = parse(&text, ORIGIN, dialect, &Sample);
            prop_assert_eq!(&parsed.diagnostics, &[], "{}", text);
            prop_assert_eq!(&parsed.expression, &tree, "{}", text);
            read = parsed.expression;
        }
    }
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in any::<String>()) {
        mistakes(&text, Dialect::English);
        mistakes(&text, Dialect::Swedish);
    }
}
