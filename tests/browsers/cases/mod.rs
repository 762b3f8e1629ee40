//! What is tested, by topic. A case is a function with a page to itself; its name says what a user can rely on.

mod accessibility;
mod files;
mod filling;
mod formulas;
mod keyboard;
mod menus;
mod numbers;
mod pointer;
mod privacy;
mod recalculation;
mod speed;
mod start_page;

use std::future::Future;
use std::pin::Pin;

use anyhow::Result;

use crate::page::Page;

/// What happens in a case.
type Play = for<'a> fn(&'a Page) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// A case.
pub struct Case {
    pub name: &'static str,
    pub play: Play,
}

/// Lists the cases of a topic.
macro_rules! cases {
    ($($name:ident),+ $(,)?) => {
        pub const CASES: &[$crate::cases::Case] =
            &[$($crate::cases::Case { name: stringify!($name), play: |page| Box::pin($name(page)) }),+];
    };
}
use cases;

/// What is measured instead of tested.
pub fn measures() -> impl Iterator<Item = &'static Case> {
    speed::CASES.iter()
}

/// All cases.
pub fn all() -> impl Iterator<Item = &'static Case> {
    let topics = [
        recalculation::CASES,
        numbers::CASES,
        keyboard::CASES,
        pointer::CASES,
        menus::CASES,
        filling::CASES,
        formulas::CASES,
        files::CASES,
        start_page::CASES,
        privacy::CASES,
        accessibility::CASES,
    ];
    topics.into_iter().flatten()
}
