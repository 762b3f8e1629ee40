//! The templates of the site: they are what the golden tables give, and they survive being opened, saved and printed.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use libtest_mimic::Trial;
use tertial_engine::file;
use tertial_engine::session::vocabulary::{BookVocabulary, dialect};
use tertial_engine::session::{Address, Locale, Range, Session, Still};
use tertial_engine::syntax::{parse, print};
use tertial_tests::template::every;
use tertial_tests::{example, templates};
use walkdir::WalkDir;

use crate::{listed, trial};

/// A test for each template and what is asked of it.
pub fn trials() -> Vec<Trial> {
    listed("templates", collect())
}

fn collect() -> Result<Vec<Trial>> {
    let mut trials = vec![trial("templates/each-has-its-golden-table", each_has_its_table)];
    trials.push(trial("templates/the-example-shows-something-of-everything-and-no-error", the_example_is_whole));
    for (place, made) in every()? {
        let name = |test: &str| format!("templates/{}/{test}", place.display());
        let file = templates().join(&place).with_extension("tertial");
        let (opened, printed) = (file.clone(), file.clone());
        trials.push(trial(name("is-up-to-date"), move || is_up_to_date(&file, &made()?)));
        trials.push(trial(name("opens-and-saves-unchanged"), move || saves_unchanged(&opened)));
        trials.push(trial(name("formulas-read-back-as-printed"), move || reads_back(&printed)));
    }
    Ok(trials)
}

fn each_has_its_table() -> Result<()> {
    let tables: BTreeSet<PathBuf> = every()?.into_iter().map(|(place, _)| place).collect();
    for file in WalkDir::new(templates()) {
        let file = file?.into_path();
        if file.extension().is_some_and(|extension| extension == "tertial") {
            let place = file.strip_prefix(templates())?.with_extension("");
            ensure!(tables.contains(&place), "{} was made from no golden table", place.display());
        }
    }
    Ok(())
}

fn the_example_is_whole() -> Result<()> {
    let file = templates().join(example::PLACE).with_extension("tertial");
    let session = Session::open(&fs::read(&file)?, Box::new(Still { now: 1.0 }))?;
    let sheet = &session.book().sheets[0];
    let mut errors = Vec::new();
    sheet.visit(Range::whole_sheet(), &mut |cell, value| errors.extend(value.as_error().map(|_| cell.to_string())));
    ensure!(errors.is_empty(), "{errors:?} hold errors");
    let about =
        [sheet.rules.protection.is_some(), !sheet.styles.conditional.is_empty(), sheet.notes.iter().count() > 0];
    ensure!(about == [true; 3] && !session.book().watches.is_empty(), "something is not shown");
    Ok(())
}

fn is_up_to_date(file: &PathBuf, made: &[u8]) -> Result<()> {
    let stands = fs::read(file).with_context(|| format!("{}: run `cargo xtask templates`", file.display()))?;
    ensure!(stands == made, "differs from what it is made of: run `cargo xtask templates`");
    Ok(())
}

fn saves_unchanged(file: &PathBuf) -> Result<()> {
    let bytes = fs::read(file)?;
    ensure!(file::save(&file::load(&bytes)?) == bytes, "opening and saving changes it");
    let calculated = Session::open(&bytes, Box::new(Still { now: 1.0 }))?;
    ensure!(calculated.save() == bytes, "calculating changes it");
    Ok(())
}

fn reads_back(file: &PathBuf) -> Result<()> {
    let book = file::load(&fs::read(file)?)?;
    let vocabulary = BookVocabulary(&book);
    for sheet in &book.sheets {
        for run in sheet.formulas.runs() {
            for locale in [Locale::Swedish, Locale::English] {
                let place = Address::new(run.first, run.column).on(sheet.id);
                let text = print(&run.formula.expression, place, dialect(locale), &vocabulary);
                let read = parse(&format!("={text}"), place, dialect(locale), &vocabulary).expression;
                ensure!(read == run.formula.expression, "{place:?} reads back from {text} as {read:?}");
            }
        }
    }
    Ok(())
}
