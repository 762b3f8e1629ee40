//! What undo and redo are called.

use super::*;
use crate::edit::{Change, Deed, DeedKind};
use crate::session::deeds;

fn undone(session: &mut Session) -> String {
    let sheet = session.sheets()[0].id;
    let name = deeds::name(session, deeds::to_undo(session).unwrap(), sheet);
    session.undo().unwrap();
    assert_eq!(deeds::name(session, deeds::to_redo(session).unwrap(), sheet), name, "redo does what undo took back");
    name
}

#[test]
fn every_deed_is_named_after_what_it_did_and_where() {
    let mut session = session();
    let sheet = session.sheets()[0].id;
    enter(&mut session, &[("B4", "12 %")]);
    session.clear(&[session.find_place(sheet, "A1:C9").unwrap()]).unwrap();
    session.insert_rows(sheet, 3, 2).unwrap();
    session.delete_columns(sheet, 1, 1).unwrap();
    session.rename_sheet(sheet, "Plan").unwrap();
    session.add_sheet(None).unwrap();
    let names: Vec<String> = (0..6).map(|_| undone(&mut session)).collect();
    let wanted =
        ["New sheet Blad2", "Rename sheet Plan", "Delete columns B:B", "Insert rows 4:5", "Clear A1:C9", "Type in B4"];
    assert_eq!(names, wanted);
    assert!(deeds::to_undo(&session).is_none());
}

#[test]
fn a_deed_is_named_in_the_users_language_and_by_the_caller() {
    let mut session = session();
    session.set_locale(Locale::Swedish);
    let sheet = session.sheets()[0].id;
    let region = session.find_place(sheet, "C4:C6").unwrap();
    let change = Change::Write { sheet, cells: vec![(region.range.first, crate::book::Content::Blank)] };
    deeds::apply_as(&mut session, Deed::cells(DeedKind::FilledDown, region), change).unwrap();
    assert_eq!(deeds::name(&session, deeds::to_undo(&session).unwrap(), sheet), "Fyll nedåt C4:C6");
    session.add_sheet(Some("Nämnd 1")).unwrap();
    let other = session.sheets()[1].id;
    session.undo().unwrap();
    assert_eq!(deeds::name(&session, deeds::to_undo(&session).unwrap(), other), "Fyll nedåt Blad1!C4:C6");
}

#[test]
fn words_for_deeds_are_distinct_in_each_language() {
    let mut words: Vec<_> = DeedKind::ALL.iter().flat_map(|kind| [kind.words().0, kind.words().1]).collect();
    let count = words.len();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), count);
}

#[test]
fn several_rectangles_are_named_together() {
    let mut session = session();
    session.set_locale(Locale::Swedish);
    let sheet = session.sheets()[0].id;
    enter(&mut session, &[("B2", "1"), ("D2", "2"), ("F7", "3")]);
    let named = |session: &mut Session, ranges: &[&str]| {
        let regions: Vec<Region> = ranges.iter().map(|range| Range::parse(range).unwrap().on(sheet)).collect();
        session.clear(&regions).unwrap();
        deeds::name(session, deeds::to_undo(session).unwrap(), sheet)
    };
    assert_eq!(named(&mut session, &["B2:B4", "D2:D4"]), "Töm B2:B4 och D2:D4");
    assert_eq!(named(&mut session, &["A1", "C1", "F7"]), "Töm A1, C1 och F7");
    assert_eq!(named(&mut session, &["A1", "C1", "F7", "H1", "H3"]), "Töm A1, C1, F7 och 2 till");
    session.undo().unwrap();
}
