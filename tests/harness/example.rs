//! The example book: a small follow-up with made-up figures that has of everything a little, and says what to try.

use anyhow::{Context, Result, anyhow};
use tertial_engine::session::conditional::{self, Wish};
use tertial_engine::session::styles::{self, Restyle};
use tertial_engine::session::validation::{self, Asked, AskedKind};
use tertial_engine::session::{
    Comparison, Locale, Place, Refusal, Region, Session, SheetId, Signal, Still, notes, protection, watching,
};

use crate::golden::Golden;
use crate::template;

/// Where it lies among the templates, without its extension.
pub const PLACE: &str = "exempel/exempelbok";

/// The day that its notes were written.
const DAY: f64 = 46_266.0;

/// What can be tried, below the table.
const TRIES: [&str; 6] = [
    "Prova det här",
    "1. Skriv ett annat belopp i en gul cell. Summan, avvikelsen och trafikljuset följer med.",
    "2. Ställ dig på en avvikelse och tryck Ctrl+F7. Panelen visar varför talet är så.",
    "3. Hörnet i Förskolans avvikelse är en anteckning. Granska visar alla anteckningar och bevakade celler.",
    "4. Formlerna är låsta, för bladet är skyddat. Granska häver skyddet.",
    "5. Format, Villkorsstyrd formatering visar vad som styr ljusen och den gula markeringen.",
];

/// The example book, as the bytes of its file.
pub fn bytes() -> Result<Vec<u8>> {
    let golden: Golden = serde_json::from_str(include_str!("example.json"))?;
    let mut book = template::book(&golden)?;
    let tables = book.sheets.iter_mut().flat_map(|sheet| &mut sheet.tables);
    tables.for_each(|table| table.figures.plus_on_surplus = true);
    let mut session = Session::of(book, Box::new(Still { now: DAY }));
    session.set_locale(Locale::Swedish);
    let sheet = session.sheets().first().context("the book has a sheet")?.id;
    dress(&mut session, sheet).map_err(|refusal| anyhow!("{refusal}"))?;
    // The language counts for what is typed alone.
    session.set_locale(Locale::default());
    Ok(session.save())
}

fn dress(session: &mut Session, sheet: SheetId) -> Result<(), Refusal> {
    for (row, text) in (14..).zip(TRIES) {
        let place = place(session, sheet, &format!("A{row}"));
        session.enter(place, text)?;
    }
    let heading = region(session, sheet, "A14");
    styles::restyle(session, &[heading], &[Restyle::Bold(true)])?;
    condition(session, sheet, ("F4:F11", Comparison::Levels), ["0", "-500"], Signal::Lights)?;
    condition(session, sheet, ("D4:D10", Comparison::Above), ["70", ""], Signal::Yellow)?;
    let deviation = place(session, sheet, "F4");
    let words = "Fler barn än budgeterat och dyra vikarier under våren. En åtgärdsplan tas fram till oktober.";
    notes::annotate(session, deviation, words, "Ekonomienheten")?;
    let choices = region(session, sheet, "G4:G10");
    let list = Asked { kind: AskedKind::List, list: "Hög; Medel; Låg".into(), is_strict: true, ..Asked::default() };
    validation::set(session, &[choices], &list)?;
    protection::mark(session, &[choices], true)?;
    let total = place(session, sheet, "F11");
    watching::toggle(session, total)?;
    protection::protect(session, sheet, "formlerna ska stå kvar som de är")?;
    Ok(())
}

fn condition(
    session: &mut Session,
    sheet: SheetId,
    (range, comparison): (&str, Comparison),
    operands: [&str; 2],
    signal: Signal,
) -> Result<(), Refusal> {
    let wish = Wish { range: range.into(), comparison, operands: operands.map(str::to_owned), signal };
    conditional::put(session, sheet, None, &wish).map(|_| ())
}

fn region(session: &Session, sheet: SheetId, text: &str) -> Region {
    session.find_place(sheet, text).unwrap_or(Region::cell(Place::default()))
}

fn place(session: &Session, sheet: SheetId, text: &str) -> Place {
    region(session, sheet, text).first()
}
