//! Looks that follow from what cells hold.

use super::*;
use crate::book::{Comparison, Signal};
use crate::session::conditional::{self, Wish};
use crate::session::line_moving;
use crate::session::pasting::move_cells;
use crate::session::view::Sign;

fn filled() -> Session {
    let mut session = Session::new(Box::new(Still { now: 46_266.0 }));
    session.set_locale(Locale::Swedish);
    enter(&mut session, &[("A1", "5"), ("A2", "12"), ("A3", "hej"), ("A4", "-3"), ("A5", "12"), ("B1", "10")]);
    session
}

fn wish(comparison: Comparison, one: &str, other: &str) -> Wish {
    let signal = if comparison == Comparison::Levels { Signal::Lights } else { Signal::Red };
    Wish { range: "A1:A5".into(), comparison, operands: [one.into(), other.into()], signal }
}

fn put(session: &mut Session, wish: &Wish) {
    let sheet = session.sheets()[0].id;
    conditional::put(session, sheet, None, wish).unwrap();
}

fn signs(session: &Session, cells: &[&str]) -> Vec<Option<Sign>> {
    let sign = |view: CellView| match view.tone {
        Tone::Signed(sign) => Some(sign),
        _ => None,
    };
    cells.iter().map(|cell| sign(session.cell(place(session, cell)))).collect()
}

fn marked(session: &Session, cells: &[&str]) -> Vec<bool> {
    signs(session, cells).into_iter().map(|sign| sign.is_some()).collect()
}

#[test]
fn cells_are_marked_by_what_they_hold() {
    let cases = [
        (wish(Comparison::Above, "10", ""), [false, true, false, false, true]),
        (wish(Comparison::Above, "$B$1", ""), [false, true, false, false, true]),
        (wish(Comparison::Above, "=MEDEL($A$1:$A$5)", ""), [false, true, false, false, true]),
        (wish(Comparison::Below, "-2,5", ""), [false, false, false, true, false]),
        (wish(Comparison::Between, "4,5", "=$B$1"), [true, false, false, false, false]),
        (wish(Comparison::Equal, "HEJ", ""), [false, false, true, false, false]),
        (wish(Comparison::Contains, "E", ""), [false, false, true, false, false]),
        (wish(Comparison::Formula, "=ÄRTEXT(A1)", ""), [false, false, true, false, false]),
        (wish(Comparison::Formula, "ANTAL.OM($A$1:$A$5;A1)>1", ""), [false, true, false, false, true]),
    ];
    for (wish, expected) in cases {
        let mut session = filled();
        put(&mut session, &wish);
        assert_eq!(marked(&session, &["A1", "A2", "A3", "A4", "A5"]), expected, "{wish:?}");
        let look = session.cell(place(&session, "A2")).style.map(|style| style.words());
        assert_eq!(look.as_deref(), expected[1].then_some("bold ink-red fill-red"));
        session.undo().unwrap();
        assert_eq!(marked(&session, &["A2", "A3", "A4"]), [false; 3]);
    }
}

#[test]
fn levels_are_signs_of_their_own_and_are_said() {
    let mut session = filled();
    put(&mut session, &wish(Comparison::Levels, "10", "0"));
    assert_eq!(
        signs(&session, &["A1", "A2", "A3", "A4"]),
        [Some(Sign::YellowLight), Some(Sign::GreenLight), None, Some(Sign::RedLight)]
    );
    assert_eq!(session.spoken(place(&session, "A4")), "A4, minus 3, rött ljus");
    // Less is better, where the limits say so.
    put(&mut session, &Wish { signal: Signal::Arrows, ..wish(Comparison::Levels, "0", "10") });
    assert_eq!(signs(&session, &["A1", "A2", "A4"]), [Some(Sign::Level), Some(Sign::Down), Some(Sign::Up)]);
}

#[test]
fn a_change_draws_what_conditions_make_of_it() {
    let mut session = filled();
    put(&mut session, &wish(Comparison::Above, "=$B$1", ""));
    let limit = place(&session, "B1");
    let changes = session.enter(limit, "20").unwrap();
    assert!(changes.cells.iter().any(|region| region.range.to_string() == "A1:A5"), "{changes:?}");
    let elsewhere = place(&session, "D9");
    let changes = session.enter(elsewhere, "1").unwrap();
    assert!(changes.cells.iter().all(|region| region.range.to_string() == "D9"), "{changes:?}");
}

#[test]
fn conditions_follow_their_cells_and_come_back() {
    let mut session = filled();
    let sheet = session.sheets()[0].id;
    put(&mut session, &wish(Comparison::Above, "=$B$1", ""));
    let before = session.save();
    let shown = |session: &Session| {
        let list = conditional::list(session, sheet);
        list.into_iter().map(|wish| format!("{} {}", wish.range, wish.operands[0])).collect::<Vec<_>>().join(", ")
    };
    session.insert_rows(sheet, 0, 2).unwrap();
    assert_eq!(marked(&session, &["A3", "A4", "A7"]), [false, true, true]);
    session.delete_rows(sheet, 3, 1).unwrap();
    assert_eq!(shown(&session), "A3:A6 =$B$3");
    session.delete_rows(sheet, 2, 1).unwrap();
    assert_eq!(shown(&session), "A3:A5 =#REFERENS!");
    session.undo().unwrap();
    session.insert_columns(sheet, 0, 1).unwrap();
    assert_eq!(shown(&session), "B3:B6 =$C$3");
    let cut = |session: &mut Session, from: &str, to: &str| {
        let from = session.find_place(sheet, from).unwrap();
        let to = place(session, to);
        move_cells(session, from, to).unwrap();
    };
    cut(&mut session, "B3:B6", "F1");
    assert_eq!(shown(&session), "F1:F4 =$C$3");
    cut(&mut session, "F2", "H9");
    assert_eq!(shown(&session), "F1 =$C$3, F3:F4 =$C$3, H9 =$C$3");
    cut(&mut session, "C3", "D3");
    assert_eq!(shown(&session), "F1 =$D$3, F3:F4 =$D$3, H9 =$D$3");
    line_moving::move_lines(&mut session, (sheet, AxisKind::Columns), (5, 5), 0).unwrap();
    assert_eq!(shown(&session), "A1 =$E$3, A3:A4 =$E$3, H9 =$E$3");
    while session.save() != before {
        assert!(session.undo().is_some(), "all of it comes back");
    }
}

#[test]
fn conditions_are_kept_in_the_file_and_put_in_order() {
    let mut session = filled();
    let sheet = session.sheets()[0].id;
    put(&mut session, &wish(Comparison::Between, "-2,5", "=$B$1*2"));
    put(&mut session, &Wish { signal: Signal::Arrows, ..wish(Comparison::Levels, "10", "0") });
    put(&mut session, &wish(Comparison::Contains, "sum \"x\"", ""));
    conditional::raise(&mut session, sheet, 2).unwrap();
    let opened = Session::open(&session.save(), Box::new(Still { now: 46_266.0 })).unwrap();
    assert_eq!(conditional::list(&opened, sheet), conditional::list(&session, sheet));
    assert_eq!(opened.save(), session.save());
    let list = conditional::list(&session, sheet);
    assert_eq!(list[1], wish(Comparison::Between, "-2,5", "=$B$1*2"), "written as it was typed");
    assert_eq!(list[0].operands[0], "sum \"x\"");
    conditional::remove(&mut session, sheet, 0).unwrap();
    assert_eq!(conditional::list(&session, sheet).len(), 2);
    session.undo().unwrap();
    assert_eq!(conditional::list(&session, sheet).len(), 3);
}

#[test]
fn what_is_no_condition_is_refused_with_a_reason() {
    let mut session = filled();
    let sheet = session.sheets()[0].id;
    let wrong = [
        (Wish { range: "nej".into(), ..wish(Comparison::Above, "1", "") }, "”nej” är inget område på bladet"),
        (wish(Comparison::Above, " ", ""), "Det saknas något att jämföra med"),
        (wish(Comparison::Above, "=A1", ""), "Villkoret jämför varje cell med sig själv"),
        (
            Wish { range: "A2".into(), ..wish(Comparison::Below, "$A$2", "") },
            "Villkoret jämför varje cell med sig själv",
        ),
        (wish(Comparison::Above, "=SUMMA(B1:B90000)", ""), "Villkoret läser ett stort område"),
        (wish(Comparison::Formula, "=A1>", ""), ""),
        (wish(Comparison::Formula, "=OM()", ""), ""),
    ];
    for (wish, reason) in wrong {
        let refusal = conditional::put(&mut session, sheet, None, &wish).expect_err(&format!("{wish:?}"));
        assert!(refusal.reason.starts_with(reason), "{refusal:?}");
    }
    assert!(conditional::list(&session, sheet).is_empty());
    protection::protect(&mut session, sheet, "fastställd").unwrap();
    let refusal = conditional::put(&mut session, sheet, None, &wish(Comparison::Above, "1", "")).unwrap_err();
    assert!(refusal.reason.contains("fastställd"));
}

#[test]
fn whole_columns_and_large_ranges_are_drawn_at_once() {
    let mut session = filled();
    put(&mut session, &Wish { range: "A:XFD".into(), ..wish(Comparison::Above, "=MEDEL($A:$A)", "") });
    put(&mut session, &Wish { range: "A:A".into(), ..wish(Comparison::Above, "=SUMMA($A$1:$A$900000)/100", "") });
    for row in 0..2_000 {
        let drawn = session.row(session.sheets()[0].id, row, 0..20);
        assert_eq!(matches!(drawn[0].tone, Tone::Signed(_)), matches!(row, 0 | 1 | 4), "row {row}");
    }
}

#[test]
fn what_is_said_of_a_cell_stays_apart_from_what_follows_from_its_value() {
    use crate::session::styles::{self, Restyle};
    let mut session = filled();
    put(&mut session, &wish(Comparison::Above, "10", ""));
    let cell = place(&session, "A2");
    assert_eq!((styles::shown(&session, cell).fill, styles::shown(&session, cell).bold), (None, Some(false)));
    styles::restyle(&mut session, &[Region::cell(cell)], &[Restyle::Italic(true)]).unwrap();
    let look = |session: &Session| session.cell(cell).style.map(|style| style.words());
    assert_eq!(look(&session).as_deref(), Some("bold italic ink-red fill-red"));
    session.enter(cell, "1").unwrap();
    assert_eq!(look(&session).as_deref(), Some("italic"));
}
