//! How large the published site is, file by file, as stored and as sent; the budget covers what a
//! first visit must load.

use std::fmt;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;
use walkdir::WalkDir;

/// Bytes of code and style after gzip that a first visit may cost.
const BUDGET: usize = 700_000;
const BUDGETED: [&str; 4] = ["js", "wasm", "css", "html"];

/// The files of a site with their sizes, largest first.
pub struct Sizes(Vec<Size>);

struct Size {
    name: String,
    raw: usize,
    gzip: usize,
    budgeted: bool,
}

impl Sizes {
    /// Measures every file below a folder.
    pub fn measure(folder: &Path) -> Result<Self> {
        let mut sizes = Vec::new();
        for entry in WalkDir::new(folder) {
            let entry = entry?;
            if entry.file_type().is_file() {
                let name = entry.path().strip_prefix(folder)?.display().to_string();
                sizes.push(Size::of(name, &std::fs::read(entry.path())?)?);
            }
        }
        sizes.sort_by(|one, other| other.gzip.cmp(&one.gzip).then_with(|| one.name.cmp(&other.name)));
        Ok(Self(sizes))
    }

    /// Whether the budgeted files are too large together.
    pub fn over_budget(&self) -> bool {
        self.budgeted() > BUDGET
    }

    fn budgeted(&self) -> usize {
        self.0.iter().filter(|size| size.budgeted).map(|size| size.gzip).sum()
    }
}

impl Size {
    fn of(name: String, bytes: &[u8]) -> Result<Self> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes)?;
        let extension = name.rsplit('.').next().unwrap_or_default();
        let budgeted = BUDGETED.contains(&extension);
        Ok(Self { raw: bytes.len(), gzip: encoder.finish()?.len(), budgeted, name })
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        writeln!(out, "{:>10} {:>10}  file", "raw", "gzip")?;
        for size in &self.0 {
            writeln!(out, "{:>10} {:>10}  {}", size.raw, size.gzip, size.name)?;
        }
        let verdict = if self.over_budget() { "over" } else { "within" };
        write!(out, "{} of {BUDGET} bytes of {} after gzip: {verdict} the budget", self.budgeted(), BUDGETED.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_and_style_count() {
        let sizes = Sizes(vec![
            Size { name: "a.wasm".into(), raw: 9, gzip: BUDGET, budgeted: true },
            Size::of("templates/a.tertial".into(), &[b'x'; 5000]).unwrap(),
        ]);
        assert!(!sizes.over_budget());
        assert!(sizes.0[1].gzip < 100);
    }

    #[test]
    fn one_byte_too_many_is_over() {
        let size = Size { name: "a.css".into(), raw: 9, gzip: BUDGET + 1, budgeted: true };
        assert!(Sizes(vec![size]).over_budget());
    }
}
