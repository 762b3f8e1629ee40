//! Writes the templates of the site.

use std::fs;

use anyhow::{Context, Result};
use tertial_tests::template::every;
use tertial_tests::templates;

fn main() -> Result<()> {
    for (place, made) in every()? {
        let file = templates().join(&place).with_extension("tertial");
        fs::create_dir_all(file.parent().context("templates lie in folders")?)?;
        fs::write(&file, made().with_context(|| place.display().to_string())?)?;
        println!("{}", place.display());
    }
    Ok(())
}
