//! Sheets copied, moved and named.

use super::*;
use crate::session::sheets;

#[test]
fn a_copied_sheet_means_itself_and_goes_with_one_undo() {
    let mut session = session();
    let first = session.sheets()[0].id;
    let put = |session: &mut Session, cell: &str, text: &str| {
        session.put(Address::parse(cell).unwrap().on(first), text).unwrap();
    };
    put(&mut session, "A1", "7");
    put(&mut session, "A2", "=Blad1!A1*2");
    let before = session.save();
    sheets::duplicate(&mut session, first).unwrap();
    let copy = session.sheets()[1].clone();
    assert_eq!(copy.name, "Blad1 (2)");
    session.put(Address::new(0, 0).on(copy.id), "9").unwrap();
    let shown = |session: &Session, sheet| session.cell(Address::new(1, 0).on(sheet)).text;
    assert_eq!((shown(&session, copy.id).as_str(), shown(&session, first).as_str()), ("18", "14"));
    session.undo();
    session.undo();
    assert_eq!(session.save(), before);
}

#[test]
fn a_copy_comes_where_it_is_asked_for() {
    let mut session = session();
    session.add_sheet(Some("Två")).unwrap();
    let last = session.sheets()[1].id;
    let names = |session: &Session| session.sheets().into_iter().map(|tab| tab.name).collect::<Vec<_>>();
    sheets::duplicate_to(&mut session, last, 0).unwrap();
    assert_eq!(names(&session), ["Två (2)", "Blad1", "Två"]);
    sheets::duplicate_to(&mut session, last, 99).unwrap();
    assert_eq!(names(&session), ["Två (2)", "Blad1", "Två", "Två (3)"]);
    let copy = session.sheets()[0].id;
    sheets::duplicate(&mut session, copy).unwrap();
    assert_eq!(names(&session)[1], "Två (4)", "a copy of a copy");
    (0..3).for_each(|_| _ = session.undo());
    assert_eq!(names(&session), ["Blad1", "Två"]);
}

#[test]
fn tabs_are_moved_and_moved_back() {
    let mut session = session();
    session.add_sheet(Some("Två")).unwrap();
    session.add_sheet(Some("Tre")).unwrap();
    let names = |session: &Session| session.sheets().into_iter().map(|tab| tab.name).collect::<Vec<_>>();
    let last = session.sheets()[2].id;
    sheets::move_to(&mut session, last, 0).unwrap();
    assert_eq!(names(&session), ["Tre", "Blad1", "Två"]);
    session.undo();
    assert_eq!(names(&session), ["Blad1", "Två", "Tre"]);
}

#[test]
fn a_name_that_cannot_be_is_refused_with_its_reason() {
    let mut session = session();
    session.add_sheet(Some("Två")).unwrap();
    let first = session.sheets()[0].id;
    let mut reason = |name: &str| session.rename_sheet(first, name).unwrap_err().reason;
    assert!(reason(" ").contains("must have a name"));
    assert!(reason(&"x".repeat(32)).contains("31 characters"));
    assert!(reason("a/b").contains("none of"));
    assert!(reason("'a").contains("apostrophe"));
    assert!(reason("TVÅ").contains("already"));
}
