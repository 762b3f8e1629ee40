//! Long work in parts: whenever it pauses, the book in the end is the one that the same work gives at once; whenever it is
//! cancelled, the book is the one of before.

use proptest::prelude::*;
use proptest::sample::select;

use std::rc::Rc;

use super::super::job::{self, Progress, Task};
use super::super::pasting::{self, Block};
use super::*;
use crate::base::AxisKind;
use crate::book::Content;
use crate::edit::{Change, Subject};
use crate::value::Value;

const ROWS: u32 = 40;
const COLUMNS: u32 = 30;

/// What is put into cells; numbers of rows are drawn.
const PUT: [&str; 16] = [
    "7",
    "0,5",
    "3 %",
    "Lön",
    "",
    "=A{}*2",
    "=B{}+C{}",
    "=SUMMA(A{}:D{})",
    "=SUMMA.OM(A1:A40;\"Lön\";B1:B40)",
    "=LETARAD(7;A1:C40;2;FALSKT)",
    "=D{}",
    "=OM(A{}>3;B{};D{})",
    "=SEKVENS(3)",
    "=FILTER(A1:A9;A1:A9>3)",
    "=FÖRSKJUTNING(A1;B{};0)",
    "=B{}+*",
];

#[derive(Debug, Clone)]
enum Work {
    Paste { at: (u32, u32), size: (u32, u32), pick: u32, manner: PasteManner },
    Copy { to: (u32, u32), manner: PasteManner },
    Clear { column: u32 },
    RemoveAndClear { row: u32, column: u32 },
    Refused { row: u32 },
    Undo,
    Redo,
    Language(Locale),
}

impl Work {
    fn task(&self, session: &Session) -> Task {
        let sheet = session.sheets()[0].id;
        match self {
            Self::Paste { at, size, pick, manner } => {
                let region = Region::cell(Address::new(at.0, at.1).on(sheet));
                pasting::block_task(session, &block(*size, *pick), Marks::DecimalComma, &[region], *manner).unwrap().0
            }
            Self::Copy { to, manner } => {
                let from = Range::new(Address::new(0, 0), Address::new(ROWS - 1, 5)).on(sheet);
                let clipping = Rc::new(Clipping::of(session.book(), from));
                let region = Region::cell(Address::new(to.0, to.1).on(sheet));
                pasting::cells_task(session, &clipping, &[region], *manner).unwrap().0
            }
            Self::Clear { column } => change(Change::Write { sheet, cells: blanks(*column) }),
            Self::RemoveAndClear { row, column } => {
                let remove = Change::Remove { sheet, lines: AxisKind::Rows, at: *row, count: 1, refill: Vec::new() };
                change(Change::Batch(vec![remove, Change::Write { sheet, cells: blanks(*column) }]))
            }
            Self::Refused { row } => {
                let cells = (0..1_500).map(|cell| (Address::new(row + cell / 30, cell % 30), Content::Value(7.into())));
                let write = Change::Write { sheet, cells: cells.collect() };
                change(Change::Batch(vec![write, Change::RemoveSheet { sheet: SheetId(99) }]))
            }
            Self::Undo => Task::Undo,
            Self::Redo => Task::Redo,
            Self::Language(locale) => Task::Language(*locale),
        }
    }
}

fn deed() -> Deed {
    Deed { kind: DeedKind::Pasted, subject: Subject::Book }
}

fn change(change: Change) -> Task {
    Task::Change { deed: deed(), change }
}

fn block((height, width): (u32, u32), pick: u32) -> Rc<Block> {
    let text = |row: u32, column: u32| {
        let drawn = (row / 5 * 7 + column * 3 + pick).wrapping_mul(2_654_435_761) >> 7;
        PUT[drawn as usize % PUT.len()].replace("{}", &(1 + (row + drawn / 16) % ROWS).to_string())
    };
    let rows = (0..height).map(|row| (0..width).map(|column| text(row, column)).collect());
    Rc::new(Block { rows: rows.collect(), ..Block::default() })
}

fn blanks(column: u32) -> Vec<(Address, Content)> {
    (0..1_200).map(|row| (Address::new(row % ROWS, column + row / ROWS % 4), Content::Blank)).collect()
}

fn work() -> impl Strategy<Value = Work> {
    let size = (1..45_u32, 1..COLUMNS);
    prop_oneof![
        6 => ((0..20_u32, 0..6_u32), size, 0..1_000_u32, manner())
            .prop_map(|(at, size, pick, manner)| Work::Paste { at, size, pick, manner }),
        2 => ((0..20_u32, 0..6_u32), manner()).prop_map(|(to, manner)| Work::Copy { to, manner }),
        1 => (0..8_u32).prop_map(|column| Work::Clear { column }),
        1 => (0..ROWS, 0..8_u32).prop_map(|(row, column)| Work::RemoveAndClear { row, column }),
        1 => (0..20_u32).prop_map(|row| Work::Refused { row }),
        2 => Just(Work::Undo),
        2 => Just(Work::Redo),
        1 => select(vec![Locale::Swedish, Locale::English]).prop_map(Work::Language),
    ]
}

fn manner() -> impl Strategy<Value = PasteManner> {
    let part = select(vec![Part::All, Part::All, Part::Formulas, Part::Values, Part::ValuesAndFormats]);
    (part, any::<bool>(), any::<bool>()).prop_map(|(part, transposed, skips_blanks)| PasteManner {
        part,
        transposed,
        skips_blanks,
    })
}

/// Everything that can be seen of a book, and what can be undone.
fn seen(session: &Session) -> (String, Vec<Value>, [bool; 2], Locale) {
    let sheet = session.sheets()[0].id;
    let values = (0..2 * ROWS).flat_map(|row| (0..COLUMNS + 8).map(move |column| Address::new(row, column).on(sheet)));
    let values = values.map(|place| session.book().value(place)).collect();
    let file = String::from_utf8(session.save()).unwrap();
    (file, values, [session.can_undo(), session.can_redo()], session.locale())
}

/// Goes on until the end, pausing after so many questions each time, for ever in turn.
fn finish_in_parts(session: &mut Session, pauses: &[u32]) -> Progress {
    let mut turns = pauses.iter().cycle();
    loop {
        match part(session, *turns.next().unwrap()) {
            Progress::Working(_) => {}
            end => return end,
        }
    }
}

fn part(session: &mut Session, pause: u32) -> Progress {
    let mut asked = 0;
    job::advance(session, &mut || {
        asked += 1;
        asked > pause
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn work_in_parts_gives_the_same_book_as_at_once(
        works in prop::collection::vec(work(), 1..6),
        pauses in prop::collection::vec(0..40_u32, 1..6),
    ) {
        let (mut once, mut parts) = (session(), session());
        once.set_locale(Locale::Swedish);
        parts.set_locale(Locale::Swedish);
        for work in &works {
            let task = work.task(&once);
            let at_once = job::finish(&mut once, task);
            let task = work.task(&parts);
            job::begin(&mut parts, task).unwrap();
            match (finish_in_parts(&mut parts, &pauses), at_once) {
                (Progress::Done(outcome), Ok(wanted)) => prop_assert_eq!(outcome.changes, wanted),
                (Progress::Stopped { refusal, .. }, Err(wanted)) => prop_assert_eq!(refusal, Some(wanted)),
                (end, wanted) => prop_assert!(false, "{:?} is not {:?}", end, wanted),
            }
            prop_assert_eq!(seen(&parts), seen(&once), "after {:?}", work);
            let mut fresh = Session::of(parts.book().clone(), Box::new(Still { now: 43_708.0 }));
            fresh.set_locale(parts.locale());
            prop_assert_eq!(seen(&fresh).1, seen(&parts).1, "calculated anew after {:?}", work);
        }
    }

    #[test]
    fn work_that_is_cancelled_leaves_the_book_as_it_was(
        works in prop::collection::vec((work(), 0..30_u32), 1..6),
        pauses in prop::collection::vec(0..40_u32, 1..6),
    ) {
        let mut session = session();
        session.set_locale(Locale::Swedish);
        for (work, moment) in &works {
            let before = (seen(&session), session.revision());
            let task = work.task(&session);
            job::begin(&mut session, task).unwrap();
            let is_over = (0..*moment).zip(pauses.iter().cycle()).any(|(_, pause)| {
                !matches!(part(&mut session, *pause), Progress::Working(_))
            });
            if !is_over {
                job::cancel(&mut session);
                let end = finish_in_parts(&mut session, &pauses);
                let is_stopped = matches!(end, Progress::Stopped { .. }) || matches!(work, Work::Undo | Work::Redo);
                prop_assert!(is_stopped, "{:?} after {:?}", end, work);
                prop_assert_eq!((seen(&session), session.revision()), before, "after {:?}", work);
            }
            let task = work.task(&session);
            _ = job::finish(&mut session, task);
        }
        while session.undo().is_some() {}
        let cells = session.book().sheets[0].used();
        prop_assert_eq!(cells, None, "all can be undone");
    }
}

/// Pasting two thousand texts into the first column.
fn column(session: &Session, text: impl Fn(u32) -> String) -> Task {
    let block = Rc::new(Block { rows: (0..2_000).map(|row| vec![text(row)]).collect(), ..Block::default() });
    let first = Region::cell(place(session, "A1"));
    pasting::block_task(session, &block, Marks::DecimalComma, &[first], PasteManner::default()).unwrap().0
}

#[test]
fn nothing_else_is_done_while_a_job_is_under_way() {
    let mut session = session();
    enter(&mut session, &[("A1", "2"), ("B1", "=A1*3")]);
    let at = place(&session, "A1");
    let task = column(&session, |row| row.to_string());
    job::begin(&mut session, task).unwrap();
    assert!(matches!(part(&mut session, 0), Progress::Working(job::Part { done: 512, total: 2_000, .. })));
    assert_eq!(session.enter(at, "9").unwrap_err().kind, RefusalKind::Busy);
    assert_eq!(job::begin(&mut session, Task::Undo).unwrap_err().kind, RefusalKind::Busy);
    assert!(session.undo().is_none());
    job::cancel(&mut session);
    assert!(matches!(finish_in_parts(&mut session, &[50]), Progress::Stopped { refusal: None, .. }));
    assert_eq!(shown(&session, &["A1", "A2", "B1"]), ["2", "", "6"]);
    assert!(session.undo().is_some(), "the edit of before is still to be undone");
}

#[test]
fn a_text_too_long_stops_the_job_and_nothing_is_left_of_it() {
    let mut session = session();
    let long = |row| if row == 1_700 { "x".repeat(40_000) } else { "1".to_owned() };
    let task = column(&session, long);
    let refusal = job::finish(&mut session, task).unwrap_err();
    assert_eq!((refusal.kind, session.can_undo()), (RefusalKind::Limit, false));
    assert_eq!(session.book().sheets[0].used(), None);
}
