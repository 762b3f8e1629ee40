//! A driver: the program between the tests and a browser. It listens on a free port, its output goes to a file, and it is
//! ended whatever happens.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::browser::Browser;

/// How long a driver may take to listen.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(20);

/// How many lines of a driver's output are shown.
const SHOWN_LINES: usize = 20;

/// A running driver.
pub struct Driver {
    browser: Browser,
    process: Child,
    port: u16,
    output: PathBuf,
}

impl Driver {
    /// Starts a browser's driver and waits until it listens.
    pub fn start(browser: Browser, program: &str, folder: &Path) -> Result<Self> {
        let (port, other_port) = (free_port()?, free_port()?);
        let output = folder.join("driver.log");
        let file = File::create(&output)?;
        let process = Command::new(program)
            .args(browser.driver_arguments(port, other_port, folder))
            .stdin(Stdio::null())
            .stderr(file.try_clone()?)
            .stdout(file)
            .spawn()
            .with_context(|| format!("{program} does not start"))?;
        let mut driver = Self { browser, process, port, output };
        driver.listen()?;
        Ok(driver)
    }

    /// The address to send commands to.
    pub fn address(&self) -> String {
        format!("http://{}:{}", Ipv4Addr::LOCALHOST, self.port)
    }

    /// How much the driver has written so far.
    pub fn written(&self) -> usize {
        self.output().len()
    }

    /// What the page reported since, from the first error on.
    pub fn errors_since(&self, start: usize) -> String {
        let marks = self.browser.error_marks();
        let output = self.output();
        let lines = String::from_utf8_lossy(output.get(start..).unwrap_or_default());
        // Firefox reports the errors of its own parts beside those of the page.
        let lines = lines.lines().filter(|line| !line.contains("resource://"));
        let lines = lines.skip_while(|line| !marks.iter().any(|mark| line.contains(mark)));
        lines.take(SHOWN_LINES).collect::<Vec<_>>().join("\n")
    }

    fn listen(&mut self) -> Result<()> {
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            let ended = self.process.try_wait()?;
            if ended.is_some() || start.elapsed() > PATIENCE {
                let written = String::from_utf8_lossy(&self.output()).into_owned();
                bail!("the driver of {} does not listen ({ended:?}): {written}", self.browser.name());
            }
            thread::sleep(PAUSE);
        }
        Ok(())
    }

    fn output(&self) -> Vec<u8> {
        // Without its output the driver still does its work.
        fs::read(&self.output).unwrap_or_default()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
