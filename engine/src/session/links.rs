//! The cells that a formula reads, and the formulas that read a cell.

use super::Session;
use crate::base::{Address, Place, Range, Region, sorting};
use crate::book::{Run, Sheet};

/// The most places that are given; nobody looks at more.
const MOST: usize = 500;

/// The cells that a cell's formula reads, in the order in which it names them.
pub fn precedents(session: &Session, place: Place) -> Vec<Region> {
    let Some(formula) = session.book.formula(place) else { return Vec::new() };
    formula.references.iter().filter_map(|reference| reference.resolve(place)).collect()
}

/// The formulas that read a cell, sheet by sheet; those below one another together.
pub fn dependents(session: &Session, place: Place) -> Vec<Region> {
    let runs = session.book.sheets.iter().flat_map(|sheet| sheet.formulas.runs().map(move |run| (sheet, run)));
    let mut found: Vec<Region> = runs.flat_map(|(sheet, run)| readers(sheet, &run, place)).take(MOST).collect();
    sorting::sort_by_key(&mut found, |region| (region.sheet != place.sheet, region.sheet, region.range.first));
    found
}

/// The stretches of a run whose cells read a cell.
fn readers(sheet: &Sheet, run: &Run, place: Place) -> Vec<Region> {
    let references = || run.formula.references.iter();
    if !references().any(|reference| reference.target(sheet.id) == Some(place.sheet)) {
        return Vec::new();
    }
    let reads = |row: u32| {
        let own = Address::new(row, run.column).on(sheet.id);
        references().any(|reference| reference.resolve(own).is_some_and(|region| region.contains(place)))
    };
    let mut stretches: Vec<Range> = Vec::new();
    for row in (run.first..=run.last).filter(|row| reads(*row)) {
        let cell = Address::new(row, run.column);
        match stretches.last_mut().filter(|stretch| stretch.last.row + 1 == row) {
            Some(stretch) => stretch.last = cell,
            None => stretches.push(Range::cell(cell)),
        }
    }
    stretches.into_iter().map(|range| range.on(sheet.id)).collect()
}

#[cfg(test)]
mod tests {
    use crate::session::{Session, Still};

    use super::*;

    fn session() -> Session {
        let mut session = Session::new(Box::new(Still { now: 46_266.0 }));
        session.add_sheet(None).unwrap();
        let cells = [("A1", "1"), ("A2", "2"), ("B1", "=A1*2"), ("B2", "=A2*2"), ("C1", "=SUMMA(A1:A2)+B1")];
        for (cell, text) in cells {
            session.enter(at(&session, 0, cell), text).unwrap();
        }
        let other = at(&session, 1, "D4");
        session.enter(other, "=Blad1!A1+$D$3").unwrap();
        session
    }

    fn at(session: &Session, sheet: usize, cell: &str) -> Place {
        Address::parse(cell).unwrap().on(session.sheets()[sheet].id)
    }

    fn named(regions: &[Region]) -> Vec<String> {
        regions.iter().map(|region| format!("{}:{}", region.sheet.0, region.range)).collect()
    }

    #[test]
    fn precedents_are_what_a_formula_names() {
        let session = session();
        let of = |sheet, cell| named(&precedents(&session, at(&session, sheet, cell)));
        assert_eq!(of(0, "C1"), ["0:A1:A2", "0:B1:B1"].map(|name| name.replace("B1:B1", "B1")));
        assert_eq!(of(1, "D4").len(), 2);
        assert!(of(0, "A1").is_empty());
    }

    #[test]
    fn dependents_are_found_on_every_sheet_own_first() {
        let session = session();
        let of = |sheet, cell| named(&dependents(&session, at(&session, sheet, cell)));
        assert_eq!(of(0, "A1"), ["0:B1", "0:C1", "1:D4"]);
        assert_eq!(of(1, "D3"), ["1:D4"]);
        assert!(of(0, "C1").is_empty());
    }
}
