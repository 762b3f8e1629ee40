//! The programs that tests need and cargo does not build: node and the browsers. What is missing is
//! installed where this can be done without asking, and otherwise named with the command to type.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command;

/// A program, where to look for it, and the Debian package that brings it.
#[derive(Clone, Copy)]
pub struct Program {
    /// The environment variable that may name it, and by which the tests learn of it.
    pub variable: &'static str,
    names: &'static [&'static str],
    package: &'static str,
}

pub const NODE: Program = Program { variable: "NODE", names: &["node", "nodejs"], package: "nodejs" };

/// Everything the browser tests need but geckodriver, which Debian does not have.
pub const BROWSERS: [Program; 3] = [
    Program {
        variable: "CHROMIUM",
        names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
        package: "chromium",
    },
    Program { variable: "CHROMEDRIVER", names: &["chromedriver"], package: "chromium-driver" },
    Program { variable: "FIREFOX", names: &["firefox-esr", "firefox"], package: "firefox-esr" },
];

impl Program {
    fn find(&self) -> Option<PathBuf> {
        let given = std::env::var_os(self.variable).map(PathBuf::from);
        given.filter(|file| file.is_file()).or_else(|| command::find(self.names))
    }
}

/// The paths of these programs, in their order, after installing what was missing.
pub fn require(programs: &[Program]) -> Result<Vec<PathBuf>> {
    let missing: Vec<&str> =
        programs.iter().filter(|program| program.find().is_none()).map(|program| program.package).collect();
    if !missing.is_empty() {
        install(&missing)?;
    }
    let found =
        |program: &Program| program.find().with_context(|| format!("{} was installed but not found", program.package));
    programs.iter().map(found).collect()
}

fn install(packages: &[&str]) -> Result<()> {
    let wanted = packages.join(" ");
    let advice = || format!("missing: {wanted}; run `sudo apt-get install -y {wanted}`");
    for step in [["update"].as_slice(), &[&["install", "-y"], packages].concat()] {
        let mut apt_get = apt_get().with_context(advice)?;
        println!("{}", command::line(apt_get.args(step)));
        command::run(&mut apt_get).with_context(advice)?;
    }
    Ok(())
}

/// The package manager with the rights to install, if they are to be had without a password.
fn apt_get() -> Option<Command> {
    command::find(&["apt-get"])?;
    let mut command = if command::answer(Command::new("id").arg("-u"))? == "0" {
        Command::new("apt-get")
    } else if command::succeeds(Command::new("sudo").args(["-n", "true"])) {
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "apt-get"]);
        sudo
    } else {
        return None;
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Some(command)
}
