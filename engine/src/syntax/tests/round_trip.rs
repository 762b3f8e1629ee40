//! Reading a printed tree gives the tree.

use proptest::prelude::*;

use super::generate::expression;
use super::{ORIGIN, mistakes};
use crate::syntax::vocabulary::sample::Sample;
use crate::syntax::{Dialect, parse, print};

proptest! {
    #[test]
    fn a_printed_tree_reads_back(tree in expression()) {
        for dialect in [Dialect::English, Dialect::Swedish] {
            let text = print(&tree, ORIGIN, dialect, &Sample);
            let parsed = parse(&text, ORIGIN, dialect, &Sample);
            prop_assert_eq!(&parsed.diagnostics, &[], "{}", text);
            prop_assert_eq!(&parsed.expression, &tree, "{}", text);
        }
    }

    #[test]
    fn any_text_can_be_read(text in any::<String>()) {
        mistakes(&text, Dialect::English);
        mistakes(&text, Dialect::Swedish);
    }
}
