//! Prints the median microseconds of a task in native code: `load` the committee sheet as text and calculate it, `edit` an
//! outcome in it and read the grand total, or `open` the file of a sheet with twenty columns. The committee sheet is that
//! of `sheets.mjs`.

use std::cell::Cell;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use tertial_engine::base::{Address, SheetId};
use tertial_engine::book::{Book, Content, FormulaReader};
use tertial_engine::calc::{Calculator, World};
use tertial_engine::display::Locale;
use tertial_engine::edit::{Change, Effect, apply};
use tertial_engine::file;
use tertial_engine::session::vocabulary::BookVocabulary;
use tertial_engine::session::{Session, Still};
use tertial_engine::syntax::Dialect;
use tertial_engine::value::{Number, Value};
use tertial_tests::large;

const EDITS: u32 = 2_000;

fn main() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let task = words.next().context("a task is wanted")?;
    let rows: u32 = words.next().context("a number of rows is wanted")?.parse()?;
    let texts = texts(rows);
    let median = match task.as_str() {
        "load" => median((0..if rows < 1_000_000 { 7 } else { 3 }).map(|_| timed(|| loaded(rows, &texts))).collect()),
        "edit" => {
            let (mut book, mut calculator, sheet) = loaded(rows, &texts);
            median((0..EDITS).map(|run| timed(|| edit(&mut book, &mut calculator, (sheet, rows / 2), run))).collect())
        }
        "open" => {
            let bytes = Session::of(large::book(rows), Box::new(Still { now: 0.0 })).save();
            median((0..3).map(|_| timed(|| file::load(&bytes))).collect())
        }
        _ => bail!("{task} is no task"),
    };
    println!("{median}");
    Ok(())
}

/// The formulas of each column, a line each.
fn texts(rows: u32) -> [String; 6] {
    let lines = |count: u32, line: &dyn Fn(u32) -> String| (1..=count).map(line).collect::<Vec<_>>().join("\n");
    [
        lines(rows, &|row| format!("=B{row}/8*12")),
        lines(rows, &|row| format!("=A{row}-C{row}")),
        lines(rows, &|row| format!("=IF(A{row}=0,0,B{row}/A{row})")),
        lines(rows / 10, &|part| format!("=SUM(D{}:D{})", part * 10 - 9, part * 10)),
        lines(rows / 100, &|part| format!("=SUM(F{}:F{})", part * 10 - 9, part * 10)),
        format!("=SUM(G1:G{})", rows / 100),
    ]
}

fn loaded(rows: u32, texts: &[String]) -> (Book, Calculator, SheetId) {
    let (mut book, mut calculator) = (Book::default(), Calculator::default());
    let id = book.add_sheet("Blad1");
    let mut reader = FormulaReader::new(Dialect::English);
    let numbers = |seed: u32| (0..rows).map(move |row| amount(row.wrapping_mul(2_654_435_761).wrapping_add(seed)));
    let runs: Vec<_> = (2..)
        .zip(texts)
        .flat_map(|(column, lines)| reader.read_lines(lines, Address::new(0, column).on(id), &BookVocabulary(&book)))
        .collect();
    if let Some(sheet) = book.sheet_mut(id) {
        (0..2).for_each(|column| {
            sheet.put_values(Address::new(0, column), numbers(column).collect::<Vec<_>>().into_iter());
        });
        runs.into_iter().for_each(|run| sheet.formulas.put(run));
    }
    calculator.recalculate_all(&mut book, &world());
    (book, calculator, id)
}

fn edit(book: &mut Book, calculator: &mut Calculator, (sheet, row): (SheetId, u32), run: u32) -> Value {
    let cells = vec![(Address::new(row, 1), Content::Value(amount(run)))];
    let mut note = |book: &Book, effect: Effect| {
        if let Effect::Written(written) = effect {
            calculator.note_written(book, &written);
        }
    };
    if apply(book, Change::Write { sheet, cells }, &mut note).is_ok() {
        calculator.settle(book, &world());
    }
    book.value(Address::new(0, 7).on(sheet))
}

/// An amount with one decimal.
fn amount(seed: u32) -> Value {
    Number::from_parts((seed % 1_000_000).into(), 1).map_or_else(Value::Error, Value::Number)
}

fn world() -> World {
    World { now: Number::ZERO, locale: Locale::English, seed: Cell::new(0) }
}

fn timed<T>(act: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let made = act();
    let time = start.elapsed().as_secs_f64() * 1e6;
    drop(made);
    time
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
