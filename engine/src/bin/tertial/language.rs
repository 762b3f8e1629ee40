//! The languages a subcommand can be told to speak.

use clap::ValueEnum;
use tertial_engine::session::Locale;

/// A language by its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// English.
    En,
    /// Swedish.
    Sv,
}

impl From<Language> for Locale {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Self::English,
            Language::Sv => Self::Swedish,
        }
    }
}
