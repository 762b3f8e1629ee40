//! Amounts shown in another unit than they are kept in.

use super::*;
use crate::book::Unit;
use crate::session::units;
use crate::value::Value;

fn koping() -> Session {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../www/templates/koping/01-driftredovisning.tertial");
    let mut session = Session::open(&std::fs::read(path).unwrap(), Box::new(Still { now: 46_266.0 })).unwrap();
    session.set_locale(Locale::Swedish);
    session
}

fn seen(session: &Session, cell: &str) -> String {
    session.cell(place(session, cell)).text
}

#[test]
fn amounts_are_shown_and_typed_in_the_unit_and_kept_exactly() {
    let mut session = koping();
    let sheet = session.sheets()[0].id;
    let before = session.save();
    units::show(&mut session, sheet, Some(Unit::Millions)).unwrap();
    assert_eq!((seen(&session, "C4"), seen(&session, "C12")), ("8,0".into(), "40,1".into()));
    assert_eq!(session.source(place(&session, "C4")), "8,001");
    assert!(seen(&session, "A2").ends_with("· mnkr"), "{}", seen(&session, "A2"));
    assert!(session.spoken(place(&session, "C4")).ends_with("8,0 miljoner kronor"));
    session.enter(place(&session, "C4"), "7,5").unwrap();
    assert_eq!(session.value(place(&session, "C4")), Value::from(7_500));
    let column = session.find_place(sheet, "C4:C5").unwrap();
    assert!(session.summary(&[column], false).is_scaled);
    units::show(&mut session, sheet, Some(Unit::Kronor)).unwrap();
    assert_eq!(seen(&session, "C4"), "7\u{a0}500\u{a0}000");
    session.enter(place(&session, "C4"), "8001000").unwrap();
    units::show(&mut session, sheet, None).unwrap();
    assert_eq!((seen(&session, "C4"), session.save() == before), ("8\u{a0}001".into(), true));
}

#[test]
fn a_view_is_undone_and_kept_in_the_file() {
    let mut session = koping();
    let sheet = session.sheets()[0].id;
    units::show(&mut session, sheet, Some(Unit::Millions)).unwrap();
    let opened = Session::open(&session.save(), Box::new(Still { now: 46_266.0 })).unwrap();
    assert_eq!(units::view(&opened, sheet), Some(units::View { shown: Unit::Millions, kept: Unit::Thousands }));
    session.undo().unwrap();
    assert_eq!(units::view(&session, sheet), None);
}

#[test]
fn a_sheet_that_names_no_unit_is_refused_with_a_way_out() {
    let mut session = session();
    let sheet = session.sheets()[0].id;
    let refusal = units::show(&mut session, sheet, Some(Unit::Millions)).unwrap_err();
    assert!(refusal.hint.is_some(), "{refusal}");
}
