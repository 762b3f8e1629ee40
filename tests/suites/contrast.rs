//! Whether letters can be told from what lies behind them: the colours of `tokens.css`, by the formula of WCAG 2.

use std::collections::HashMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use libtest_mimic::Trial;
use tertial_engine::session::Colour;
use tertial_tests::repository;

use crate::trial;

/// The least contrast of text, and of text for those who ask for more.
const ENOUGH: f64 = 4.5;
const MORE: f64 = 7.0;

/// Letters and what lies behind them, but for the named colours of cells.
const PAIRS: [(&str, &[&str]); 12] = [
    ("ink", &["paper", "desk", "bar", "input", "sum", "notice", "accent-tint", "fault-tint"]),
    ("ink-soft", &["paper", "desk", "bar", "input", "sum"]),
    ("ink-faint", &["paper", "desk", "bar"]),
    ("surplus", &["paper", "input", "sum"]),
    ("deficit", &["paper", "input", "sum"]),
    ("fault", &["paper", "bar", "fault-tint"]),
    ("accent", &["paper", "bar"]),
    ("accent-strong", &["paper", "bar", "accent-tint"]),
    ("on-band", &["band"]),
    ("on-accent", &["accent", "accent-strong"]),
    ("look-1", &["paper"]),
    ("look-7", &["paper"]),
];

type Tokens = HashMap<String, String>;

/// A test for each way that the page can look.
pub fn trials() -> Vec<Trial> {
    let looks: [(&str, &[&str], f64); 4] = [
        ("light", &[""], ENOUGH),
        ("dark", &["", "(prefers-color-scheme: dark)"], ENOUGH),
        ("more-light", &["", "(prefers-contrast: more)"], MORE),
        (
            "more-dark",
            &[
                "",
                "(prefers-color-scheme: dark)",
                "(prefers-contrast: more)",
                "(prefers-contrast: more) and (prefers-color-scheme: dark)",
            ],
            MORE,
        ),
    ];
    let test = |(name, queries, least): (&str, &'static [&'static str], f64)| {
        trial(format!("contrast/{name}"), move || is_readable(&tokens(queries)?, least))
    };
    looks.into_iter().map(test).collect()
}

fn is_readable(tokens: &Tokens, least: f64) -> Result<()> {
    let mut faint = Vec::new();
    let mut look = |ink: &str, behind: &str, least: f64| -> Result<()> {
        let contrast = contrast(luminance(tokens, ink)?, luminance(tokens, behind)?);
        if contrast < least {
            faint.push(format!("{ink} on {behind} has {contrast:.2}, not {least}"));
        }
        Ok(())
    };
    for (ink, behind) in PAIRS {
        // What is asked for more contrast is stronger words; marks and buttons stay readable.
        let least = if ink.starts_with("ink") { least } else { ENOUGH };
        behind.iter().try_for_each(|behind| look(ink, behind, least))?;
    }
    for colour in Colour::ALL.iter().map(|colour| colour.name()) {
        let (ink, fill) = (format!("ink-{colour}"), format!("fill-{colour}"));
        for behind in [fill.as_str(), "paper", "input", "sum"] {
            look(&ink, behind, ENOUGH)?;
        }
        look("ink", &fill, ENOUGH)?;
    }
    ensure!(faint.is_empty(), "{}", faint.join("; "));
    Ok(())
}

/// The tokens of the page when these media queries hold; the last that names one counts.
fn tokens(queries: &[&str]) -> Result<Tokens> {
    let style = fs::read_to_string(repository().join("www/style/tokens.css"))?;
    let mut tokens = Tokens::new();
    for block in style.split("\n}") {
        let query = block.split_once("@media ").map_or("", |(_, rest)| rest.split(" {").next().unwrap_or_default());
        if queries.contains(&query) {
            let named = block.split(';').filter_map(|line| line.rsplit_once("--")?.1.split_once(':'));
            tokens.extend(named.map(|(name, value)| (name.to_owned(), value.trim().to_owned())));
        }
    }
    Ok(tokens)
}

/// How light a colour is, as WCAG 2 has it.
#[expect(clippy::disallowed_methods, reason = "the last digits of a contrast do not count")]
fn luminance(tokens: &Tokens, name: &str) -> Result<f64> {
    let value = tokens.get(name).with_context(|| format!("there is no token {name}"))?;
    let digits = value.strip_prefix('#').filter(|digits| digits.len() == 6);
    let digits = digits.with_context(|| format!("{name} is {value}, and not written as #rrggbb"))?;
    let part = |at: usize| -> Result<f64> {
        let part = f64::from(u8::from_str_radix(&digits[at..at + 2], 16)?) / 255.0;
        Ok(if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) })
    };
    Ok(0.2126 * part(0)? + 0.7152 * part(2)? + 0.0722 * part(4)?)
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
