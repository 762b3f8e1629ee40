//! `cargo xtask run`: from a fresh clone to a committee's sheet in the browser.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::server::Server;
use crate::site;
use crate::workspace::Workspace;

/// A real report, because an empty grid shows nothing of what the program is for.
const FIRST_BOOK: &str = "koping/01-driftredovisning.tertial";

/// What `run` can be told.
#[derive(Args)]
pub struct Options {
    /// The port to serve on.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Serve only; start no browser.
    #[arg(long)]
    no_open: bool,
}

/// Builds the site, serves it and opens it.
pub fn run(workspace: &Workspace, options: &Options) -> Result<ExitCode> {
    let folder = workspace.target.join("site");
    // A port that is taken is told before the build, not after it.
    let server = Server::start(&folder, options.port)?;
    site::build(workspace, &folder)?;
    let book = format!("{}/?book={FIRST_BOOK}", server.address());
    println!("A committee's sheet: {book}");
    println!("The start page:      {}/", server.address());
    // A machine without a screen is no error: the addresses are printed above.
    if !options.no_open && open::that_detached(&book).is_err() {
        println!("No browser could be started; open an address above.");
    }
    server.wait();
    Ok(ExitCode::SUCCESS)
}
