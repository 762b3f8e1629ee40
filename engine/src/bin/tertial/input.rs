//! Files that subcommands read: opened, with changes made as if a person typed them.

use std::fs;
use std::path::Path;

use clap::Args;
use tertial_engine::file;
use tertial_engine::session::{Place, Session, Still};

use crate::failure::Failure;
use crate::language::Language;

/// What every subcommand that reads report tables can be told.
#[derive(Args)]
pub struct Input {
    /// Type text in a cell first: `Sheet!A1=text`. May be given again and again.
    #[arg(long, value_name = "CELL=TEXT")]
    set: Vec<String>,
    /// Print JSON instead of text.
    #[arg(long)]
    pub json: bool,
    /// Language in which text is typed, figures are shown and findings are explained.
    #[arg(long, value_enum, default_value = "sv")]
    pub locale: Language,
}

impl Input {
    /// Opens a file and types what is to be typed.
    pub fn open(&self, path: &Path) -> Result<Session, Failure> {
        let bytes = fs::read(path).map_err(|error| Failure::Read(path.to_owned(), error))?;
        let book = file::load(&bytes).map_err(|error| Failure::File(path.to_owned(), error))?;
        let mut session = Session::of(book, Box::new(Still { now: 0.0 }));
        session.set_locale(self.locale.into());
        self.set.iter().try_for_each(|setting| apply(&mut session, setting))?;
        Ok(session)
    }
}

/// Types what a setting says.
fn apply(session: &mut Session, setting: &str) -> Result<(), Failure> {
    let (place, text) = split(session, setting)
        .ok_or_else(|| Failure::at(setting, "a setting is written Sheet!A1=text, with a sheet of the file"))?;
    let refused = |refusal| Failure::Refused { place: setting.to_owned(), refusal };
    session.enter(place, text).map(|_| ()).map_err(refused)
}

/// The cell and the text of a setting. A sheet's name may hold `=` too, so each one is tried.
fn split<'a>(session: &Session, setting: &'a str) -> Option<(Place, &'a str)> {
    let first = session.book().sheets.first()?.id;
    setting.match_indices('=').find_map(|(at, _)| {
        let region = session.find_place(first, &setting[..at])?;
        region.range.is_cell().then(|| (region.first(), &setting[at + 1..]))
    })
}
