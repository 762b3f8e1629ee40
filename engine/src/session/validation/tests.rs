//! What cells take and refuse, in words, and that rules follow their cells.

use super::*;
use crate::base::Range;
use crate::session::Still;

fn session() -> Session {
    let mut session = Session::new(Box::new(Still { now: 46_266.0 }));
    session.add_sheet(None).unwrap();
    for (row, text) in ["Ja", "Nej", "Vet inte"].into_iter().enumerate() {
        let place = Address::new(row as u32, 0).on(session.sheets()[1].id);
        session.enter(place, text).unwrap();
    }
    session
}

fn region(session: &Session, range: &str) -> Region {
    Range::parse(range).unwrap().on(session.sheets()[0].id)
}

fn rule(session: &mut Session, range: &str, asked: Asked) {
    let region = region(session, range);
    set(session, &[region], &Asked { is_strict: true, ..asked }).unwrap();
}

fn list(list: &str) -> Asked {
    Asked { kind: AskedKind::List, list: list.into(), ..Asked::default() }
}

fn within(measure: Measure, least: &str, most: &str) -> Asked {
    Asked { kind: AskedKind::Within(measure), least: least.into(), most: most.into(), ..Asked::default() }
}

/// Why a text is refused in a cell; empty where it is taken.
fn entered(session: &mut Session, cell: &str, text: &str) -> String {
    let place = region(session, cell).first();
    session.enter(place, text).map_or_else(|refusal| refusal.reason, |_| String::new())
}

#[test]
fn values_outside_a_list_are_refused_by_name() {
    let mut session = session();
    rule(&mut session, "B2:B9", list("Blad2!A1:A3"));
    assert_eq!(entered(&mut session, "B2", "nej"), "");
    assert_eq!(entered(&mut session, "B3", "kanske"), "B3 tar inte kanske. I listan står: Ja, Nej, Vet inte.");
    assert_eq!(entered(&mut session, "C3", "kanske"), "");
    let place = region(&session, "B9").first();
    assert_eq!(choices(&session, place).unwrap().unwrap(), ["Ja", "Nej", "Vet inte"]);
    rule(&mut session, "B5", list("Låg; Hög"));
    assert_eq!(entered(&mut session, "B5", "Hög"), "");
    assert_eq!(asked(&session, region(&session, "B5").first()).list, "Låg; Hög");
}

#[test]
fn numbers_dates_and_lengths_lie_within_their_limits() {
    let mut session = session();
    rule(&mut session, "B1", within(Measure::Number, "0", "100,5"));
    rule(&mut session, "B2", within(Measure::Whole, "1", ""));
    rule(&mut session, "B3", within(Measure::Date, "2026-01-01", "2026-12-31"));
    rule(&mut session, "B4", within(Measure::Length, "", "4"));
    for (cell, good, bad, why) in [
        ("B1", "100,5", "100,6", "Här ska stå ett tal: mellan 0 och 100,5."),
        ("B2", "3", "2,5", "Här ska stå ett heltal: minst 1."),
        ("B3", "2026-05-01", "2027-01-01", "Här ska stå ett datum: mellan 2026-01-01 och 2026-12-31."),
        ("B4", "6400", "64001", "Här ska stå en text med så många tecken: högst 4."),
    ] {
        assert_eq!(entered(&mut session, cell, good), "");
        let refused = entered(&mut session, cell, bad);
        assert!(refused.ends_with(why), "{refused}");
        assert_eq!(entered(&mut session, cell, ""), "", "nothing is always taken");
    }
    assert!(!entered(&mut session, "B1", "fem").is_empty());
    let wrong = within(Measure::Number, "5", "1");
    let cells = region(&session, "B1");
    assert!(set(&mut session, &[cells], &wrong).is_err() && set(&mut session, &[cells], &list(" ; ")).is_err());
}

#[test]
fn a_paste_with_values_that_are_refused_names_the_places_and_changes_nothing() {
    let mut session = session();
    rule(&mut session, "B1:B9", within(Measure::Number, "", "10"));
    let before = session.save();
    let texts = [(0, "5"), (1, "50"), (2, "60")].map(|(row, text)| (Address::new(row, 1), text));
    let refusal = session.put_all(region(&session, "A1").sheet, &texts).unwrap_err();
    assert_eq!(refusal.reason, "Värdena bryter mot reglerna för cellerna B2, B3");
    assert_eq!(session.save(), before);
}

#[test]
fn other_values_are_only_warned_of_where_that_was_chosen() {
    let mut session = session();
    let cells = region(&session, "B1:B9");
    let asked = Asked { message: "Ange ansvar.".into(), ..within(Measure::Whole, "1000", "9999") };
    set(&mut session, &[cells], &asked).unwrap();
    let changes = session.enter(cells.first(), "12").unwrap();
    assert_eq!(warning(&session, &changes).as_deref(), Some("B1 tar inte 12. Ange ansvar."));
    assert_eq!(breaches(&session).0, [cells.first()]);
    let changes = session.enter(cells.first(), "1200").unwrap();
    assert_eq!((warning(&session, &changes), breaches(&session).0.len()), (None, 0));
}

#[test]
fn a_list_that_is_gone_takes_everything_and_comes_back() {
    let mut session = session();
    rule(&mut session, "B1", list("Blad2!A1:A3"));
    let (place, other) = (region(&session, "B1").first(), session.sheets()[1].id);
    session.delete_rows(other, 0, 3).unwrap();
    assert_eq!(choices(&session, place), Some(Err(Gone)));
    assert_eq!(entered(&mut session, "B1", "kanske"), "");
    session.undo();
    session.undo();
    assert_eq!(choices(&session, place).unwrap().unwrap().len(), 3);
    session.remove_sheet(other).unwrap();
    assert_eq!(choices(&session, place), Some(Err(Gone)));
}

#[test]
fn rules_follow_rows_are_undone_and_kept_in_the_file() {
    let mut session = session();
    rule(&mut session, "B2:B4", list("Blad2!A1:A3"));
    rule(&mut session, "C:C", within(Measure::Date, "2026-01-01", ""));
    let sheet = session.sheets()[0].id;
    session.insert_rows(sheet, 0, 1).unwrap();
    assert!(choices(&session, region(&session, "B5").first()).is_some());
    let bytes = session.save();
    let opened = Session::open(&bytes, Box::new(Still { now: 46_266.0 })).unwrap();
    assert_eq!(opened.save(), bytes);
    session.delete_rows(sheet, 1, 5).unwrap();
    session.undo();
    assert_eq!(session.save(), bytes);
    let cells = region(&session, "C1:C99");
    set(&mut session, &[cells], &Asked::default()).unwrap();
    assert_eq!(entered(&mut session, "C7", "inget datum"), "");
    assert_ne!(entered(&mut session, "C100", "inget datum"), "");
}
