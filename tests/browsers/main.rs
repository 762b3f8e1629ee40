//! The page as its users meet it: real keys and pointers in Chromium and in Firefox. Each case in each browser is a test
//! of its own; the cases of one browser run one after the other in one session, each on a fresh page.

mod browser;
mod cases;
mod driver;
mod environment;
mod page;
mod session;

use std::process::ExitCode;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use anyhow::Result;
use libtest_mimic::{Arguments, Conclusion, Trial};

use browser::Browser;
use cases::Case;
use environment::Environment;
use session::Session;

/// Set by `cargo xtask bench`: the page is measured instead of tested.
const MEASURE: &str = "TERTIAL_MEASURE";

/// Where a browser's session will be, once it has started.
type Seat = Arc<OnceLock<Mutex<Session>>>;

fn main() -> ExitCode {
    match run(&Arguments::from_args()) {
        Ok(conclusion) => conclusion.exit_code(),
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<Conclusion> {
    let seats = Browser::ALL.map(|browser| (browser, Seat::default()));
    if !arguments.list {
        let environment = Environment::read()?;
        for (browser, seat) in &seats {
            let session = Session::start(*browser, &environment)?;
            seat.get_or_init(|| Mutex::new(session));
        }
    }
    // One thread for each browser is all that can be used.
    let test_threads = arguments.test_threads.or(Some(seats.len()));
    Ok(libtest_mimic::run(&Arguments { test_threads, ..arguments.clone() }, trials(&seats)))
}

/// Every case in every browser; the browsers take turns, so that both always have something to do.
fn trials(seats: &[(Browser, Seat)]) -> Vec<Trial> {
    let in_each = |case: &'static Case| seats.iter().map(move |(browser, seat)| trial(case, *browser, seat));
    match std::env::var_os(MEASURE) {
        Some(_) => cases::measures().flat_map(in_each).collect(),
        None => cases::all().flat_map(in_each).collect(),
    }
}

fn trial(case: &'static Case, browser: Browser, seat: &Seat) -> Trial {
    let name = format!("{}::{}", browser.name(), case.title());
    let seat = Arc::clone(seat);
    Trial::test(name, move || {
        let session = seat.get().expect("the browsers are started before the cases run");
        let session = session.lock().unwrap_or_else(PoisonError::into_inner);
        session.run(case).map_err(|error| format!("{error:#}").into())
    })
}
