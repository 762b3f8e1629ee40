//! The cells that a formula reads, and the formulas that read a cell.

use super::Session;
use crate::audit::tracing::{Way, step};
use crate::base::{Place, Region};

/// The cells that a cell's formula reads, in the order in which it names them.
pub fn precedents(session: &Session, place: Place) -> Vec<Region> {
    step(&session.book, &[Region::cell(place)], Way::Precedents)
}

/// The formulas that read a cell, sheet by sheet; those below one another together.
pub fn dependents(session: &Session, place: Place) -> Vec<Region> {
    step(&session.book, &[Region::cell(place)], Way::Dependents)
}

#[cfg(test)]
mod tests {
    use crate::base::Address;
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
