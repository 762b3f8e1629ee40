//! Writes the templates of the site from the golden tables.

use std::fs;

use anyhow::{Context, Result};
use tertial_tests::golden::Golden;
use tertial_tests::{example, template, templates};

fn main() -> Result<()> {
    for (place, golden) in Golden::all()? {
        let file = templates().join(&place).with_extension("tertial");
        fs::create_dir_all(file.parent().context("templates lie in folders")?)?;
        fs::write(&file, template::bytes(&golden)?)?;
        println!("{}", place.display());
    }
    let file = templates().join(example::PLACE).with_extension("tertial");
    fs::create_dir_all(file.parent().context("templates lie in folders")?)?;
    fs::write(&file, example::bytes()?)?;
    Ok(())
}
