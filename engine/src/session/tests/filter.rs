//! Rows shown by what stands in them: what is hidden, what comes back, what subtotals count, and that all is undone.

use super::*;
use crate::session::filter::{self, Criterion, Test};
use crate::session::sorting::Order;

fn rows() -> Session {
    let mut session = session();
    session.set_locale(Locale::Swedish);
    let table = [("Namn", "Belopp"), ("Skola", "1"), ("Vård", "20"), ("skola", "300"), ("", "4000"), ("Gata", "50000")];
    for (row, (name, amount)) in table.iter().enumerate() {
        enter(&mut session, &[(&format!("A{}", row + 1), name), (&format!("B{}", row + 1), amount)]);
    }
    enter(
        &mut session,
        &[("A7", "Summa"), ("B7", "=DELSUMMA(9;B2:B6)"), ("C7", "=SUMMA(B2:B6)"), ("B8", "=DELSUMMA(109;B2:B6)")],
    );
    enter(&mut session, &[("D1", "x")]);
    let cell = place(&session, "A3");
    filter::toggle(&mut session, cell).unwrap();
    session
}

fn sheet(session: &Session) -> SheetId {
    session.sheets()[0].id
}

fn away(session: &Session) -> Vec<u32> {
    let rows = lines::hidden(session, sheet(session), AxisKind::Rows);
    rows.into_iter().flat_map(|(first, last)| first + 1..=last + 1).collect()
}

fn texts(texts: &[&str]) -> Option<Criterion> {
    Some(Criterion::Texts { texts: texts.iter().map(|text| (*text).to_owned()).collect(), are_shown: true })
}

fn ask(session: &mut Session, column: u32, asked: Option<Criterion>) {
    let sheet = sheet(session);
    filter::set(session, sheet, column, asked).unwrap();
}

#[test]
fn rows_are_hidden_and_subtotals_count_what_is_seen() {
    let mut session = rows();
    let before = session.save();
    ask(&mut session, 0, texts(&["skola", "vård"]));
    assert_eq!(away(&session), [5, 6], "the sums stay");
    assert_eq!(shown(&session, &["B7", "C7", "B8"]), ["321", "54321", "321"]);
    assert_eq!(filter::count(&session, sheet(&session)), Some((5, 7)));
    session.undo().unwrap();
    assert!(session.save() == before);
    assert_eq!(shown(&session, &["B7"]), ["54321"]);
}

#[test]
fn what_people_hid_stays_hidden_when_all_of_the_filter_comes_back() {
    let mut session = rows();
    let on = sheet(&session);
    lines::hide(&mut session, (on, AxisKind::Rows), &[(1, 1)], true).unwrap();
    assert_eq!(shown(&session, &["B7", "B8"]), ["54321", "54320"], "only 109 leaves out what people hid");
    ask(&mut session, 0, texts(&["skola"]));
    assert_eq!(away(&session), [2, 3, 5, 6]);
    assert_eq!(shown(&session, &["B7", "B8"]), ["301", "300"]);
    filter::clear(&mut session, on).unwrap();
    assert_eq!((away(&session), filter::range(&session, on).is_some()), (vec![2], true));
    let cell = place(&session, "A1");
    filter::toggle(&mut session, cell).unwrap();
    assert_eq!((away(&session), filter::range(&session, on)), (vec![2], None));
}

#[test]
fn conditions_are_read_as_they_are_typed() {
    let mut session = rows();
    let on = sheet(&session);
    let asked = |session: &Session, test, text: &str, to: &str| {
        filter::condition(session, test, text, to).map(Criterion::Condition)
    };
    for (column, test, text, to, wanted) in [
        (1, Test::GreaterOrEqual, "300", "", vec![2, 3]),
        (1, Test::Between, "20", "4 000", vec![2, 6]),
        (0, Test::Contains, "skol", "", vec![3, 5, 6]),
        (0, Test::NotEqual, "vård", "", vec![3]),
    ] {
        let criterion = asked(&session, test, text, to);
        filter::set(&mut session, on, column, criterion).unwrap();
        assert_eq!(away(&session), wanted, "{test:?}");
        filter::clear(&mut session, on).unwrap();
    }
    assert!(asked(&session, Test::Between, "1", "").is_none() && asked(&session, Test::Contains, " ", "").is_none());
}

#[test]
fn choices_are_in_order_with_blanks_last_and_follow_the_other_columns() {
    let mut session = rows();
    let on = sheet(&session);
    let listed = |session: &Session| -> Vec<String> {
        let choices = filter::choices(session, on, 0).unwrap();
        choices
            .items
            .into_iter()
            .map(|choice| format!("{}{}", if choice.is_shown { "" } else { "-" }, choice.text))
            .collect()
    };
    assert_eq!(filter::choices(&session, on, 0).unwrap().heading, "Namn");
    assert_eq!(listed(&session), ["Gata", "Skola", "Vård", ""]);
    ask(&mut session, 0, texts(&["gata"]));
    assert_eq!(listed(&session), ["Gata", "-Skola", "-Vård", "-"]);
    ask(&mut session, 0, None);
    let large = filter::condition(&session, Test::Greater, "1000", "").map(Criterion::Condition);
    ask(&mut session, 1, large);
    assert_eq!(listed(&session), ["Gata", ""]);
}

#[test]
fn edits_are_looked_at_again_when_asked() {
    let mut session = rows();
    let on = sheet(&session);
    ask(&mut session, 0, texts(&["skola"]));
    enter(&mut session, &[("A3", "Skola")]);
    assert_eq!(away(&session), [3, 5, 6]);
    filter::reapply(&mut session, on).unwrap();
    assert_eq!(away(&session), [5, 6]);
}

#[test]
fn a_filter_follows_rows_columns_and_the_file() {
    let mut session = rows();
    ask(&mut session, 1, texts(&["20"]));
    let on = sheet(&session);
    let (saved, value) = (session.save(), filter::range(&session, on).unwrap().to_string());
    session.insert_rows(on, 0, 2).unwrap();
    session.insert_columns(on, 0, 1).unwrap();
    assert_eq!(away(&session), [4, 6, 7, 8]);
    assert!(filter::is_filtered(&session, on, 2));
    crate::session::line_moving::move_lines(&mut session, (on, AxisKind::Rows), (3, 3), 6).unwrap();
    assert_eq!(away(&session), [5, 6, 7, 8]);
    let reopened = Session::open(&session.save(), Box::new(Still { now: 0.0 })).unwrap();
    assert!(reopened.save() == session.save() && away(&reopened) == away(&session));
    (0..3).for_each(|_| _ = session.undo());
    assert!(session.save() == saved && filter::range(&session, on).unwrap().to_string() == value);
    session.delete_rows(on, 0, 1).unwrap();
    assert_eq!(
        (away(&session), shown(&session, &["B6"])),
        (vec![], vec!["54321".into()]),
        "without headings no filter"
    );
    session.undo().unwrap();
    assert!(session.save() == saved);
}

#[test]
fn rows_that_are_sorted_stay_hidden_or_shown() {
    let mut session = rows();
    ask(&mut session, 0, texts(&["skola", "gata"]));
    let before = session.save();
    let region = session.find_place(sheet(&session), "B3").unwrap();
    let order = Order::by(1, true);
    crate::session::sorting::sort(&mut session, region, &order).unwrap();
    assert_eq!(
        (away(&session), shown(&session, &["B2", "B4", "B6", "B7"])),
        (vec![3, 5], ["50000", "300", "1", "50301"].map(String::from).to_vec())
    );
    session.undo().unwrap();
    assert!(session.save() == before);
}

#[test]
fn filling_leaves_hidden_rows_as_they_are() {
    let mut session = rows();
    ask(&mut session, 0, texts(&["skola", "gata"]));
    let region = session.find_place(sheet(&session), "B2:B6").unwrap();
    let change = crate::edit::filling::down(session.book(), region).unwrap();
    session.apply(change).unwrap();
    assert_eq!(shown(&session, &["B2", "B3", "B4", "B5", "B6"]), ["1", "20", "1", "4000", "1"]);
}

#[test]
fn nothing_to_filter_is_told() {
    let mut session = session();
    let cell = place(&session, "H9");
    assert!(filter::toggle(&mut session, cell).is_err());
}

#[test]
fn the_texts_of_a_column_are_offered_once_in_swedish_order() {
    let mut session = session();
    enter(&mut session, &[("A1", "Östra"), ("A2", "Ånäset"), ("A3", "Östra"), ("A4", "7"), ("A5", "Äppel")]);
    enter(&mut session, &[("A7", "Norra")]);
    let at = |cell: &str| filter::texts_around(&session, place(&session, cell));
    assert_eq!(at("A6"), ["Norra", "Ånäset", "Äppel", "Östra"]);
    assert_eq!(at("A8"), ["Norra"]);
    assert_eq!(at("C3"), Vec::<String>::new());
}

#[test]
fn rows_come_back_when_the_column_goes_that_they_were_hidden_for() {
    let mut session = rows();
    ask(&mut session, 0, texts(&["skola", "vård"]));
    let more = Criterion::Condition(filter::condition(&session, Test::Greater, "50", "").unwrap());
    ask(&mut session, 1, Some(more));
    assert_eq!(away(&session), [2, 3, 5, 6]);
    let (before, on) = (session.save(), sheet(&session));
    session.delete_columns(on, 0, 1).unwrap();
    assert_eq!(away(&session), [2, 3], "what is asked of the other column still holds");
    session.delete_columns(on, 2, 1).unwrap();
    assert_eq!(away(&session), [2, 3], "nothing was asked of it");
    session.undo().unwrap();
    session.undo().unwrap();
    assert!(session.save() == before);
    session.redo().unwrap();
    assert_eq!(away(&session), [2, 3]);
}
