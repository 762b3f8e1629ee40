//! What is tested, by topic. A case is a function with a page to itself; its name says what a user can rely on.

mod accessibility;
mod axe;
mod clipboard;
mod conditional;
mod day;
mod figures;
mod files;
mod filling;
mod filter;
mod finding;
mod formula_pointing;
mod formula_typing;
mod formulas;
mod insight;
mod keyboard;
mod keys_while_typing;
mod layout;
mod long_work;
mod main_job;
mod menus;
mod movement;
mod moving;
mod notes;
mod number_formats;
mod numbers;
mod pointer;
mod printing;
mod privacy;
mod recalculation;
mod reconciliation;
mod rules;
mod selection;
mod sheets;
mod small_windows;
mod sorting;
mod speed;
mod start_page;
mod styles;
mod tracing;
mod undo;
mod units;
mod watching;

use std::future::Future;
use std::pin::Pin;

use anyhow::Result;
use serde_json::json;
use thirtyfour::Key;

use crate::page::{Page, SHEET};

/// What happens in a case.
type Play = for<'a> fn(&'a Page) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// A case.
pub struct Case {
    /// The module that it stands in.
    pub module: &'static str,
    pub name: &'static str,
    pub play: Play,
}

/// Lists the cases of a topic.
macro_rules! cases {
    ($($name:ident),+ $(,)?) => {
        pub const CASES: &[$crate::cases::Case] =
            &[$($crate::cases::Case {
                module: module_path!(), name: stringify!($name), play: |page| Box::pin($name(page)) }),+];
    };
}
use cases;

/// What is measured instead of tested.
pub fn measures() -> impl Iterator<Item = &'static Case> {
    speed::CASES.iter()
}

impl Case {
    /// The topic and the name.
    pub fn title(&self) -> String {
        let topic = self.module.rsplit("::").next().unwrap_or_default();
        format!("{topic}::{}", self.name)
    }
}

/// All cases.
pub fn all() -> impl Iterator<Item = &'static Case> {
    let topics = [
        recalculation::CASES,
        reconciliation::CASES,
        number_formats::CASES,
        styles::CASES,
        conditional::CASES,
        units::CASES,
        numbers::CASES,
        keyboard::CASES,
        keys_while_typing::CASES,
        pointer::CASES,
        selection::CASES,
        movement::CASES,
        moving::CASES,
        long_work::CASES,
        menus::CASES,
        layout::CASES,
        sheets::CASES,
        filling::CASES,
        clipboard::CASES,
        day::CASES,
        filter::CASES,
        finding::CASES,
        undo::CASES,
        tracing::CASES,
        insight::CASES,
        rules::CASES,
        watching::CASES,
        figures::CASES,
        sorting::CASES,
        formulas::CASES,
        formula_typing::CASES,
        formula_pointing::CASES,
        notes::CASES,
        files::CASES,
        start_page::CASES,
        printing::CASES,
        privacy::CASES,
        accessibility::CASES,
        axe::CASES,
        main_job::CASES,
        small_windows::CASES,
    ];
    topics.into_iter().flatten()
}

/// Waits until these cells are selected, and those not.
async fn has_selected(page: &Page, selected: &[&str], others: &[&str]) -> Result<()> {
    const SELECTED: &str = r#"
        return arguments[0].map(cell =>
            document.querySelector(`[data-cell="${cell}"]`)?.getAttribute("aria-selected") === "true")
    "#;
    let places: Vec<String> = selected.iter().chain(others).map(|cell| format!("{SHEET}!{cell}")).collect();
    let expected = [vec![true; selected.len()], vec![false; others.len()]].concat();
    let read = async || page.script(SELECTED, &[json!(places)]).await;
    page.eventually(&format!("what of {places:?} is selected"), expected, read).await
}

/// Waits until what has the keyboard is, or stands in, what a selector finds.
async fn has_keyboard_in(page: &Page, selector: &str) -> Result<()> {
    let script = format!("return document.activeElement?.closest({}) != null", json!(selector));
    page.until(&format!("the keyboard in {selector}"), &script).await
}

/// Clicks what a selector finds while a key is held.
async fn click_with(page: &Page, held: Key, selector: &str) -> Result<()> {
    page.hold(held).await?;
    page.click(selector).await?;
    page.let_go().await
}

/// Waits until the status line says that keys mean this now.
async fn has_mode(page: &Page, expected: &str) -> Result<()> {
    const MODE: &str = "return document.querySelector('.mode')?.textContent ?? ''";
    page.eventually("the mode", expected.to_owned(), async || page.script(MODE, &[]).await).await
}
