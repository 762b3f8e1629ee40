//! The table of keys in `KEYBOARD.md` is held to what the page does.

use tertial_engine::session::Locale;

use crate::commands;
use crate::commands::chord::{Chord, key};
use crate::state::editor::Mode;
use crate::text::Words;

use super::formula::FORMULA;
use super::keyboard::{self, ENTERING, MOTIONS, READY};

const TABLE: &str = include_str!("../../KEYBOARD.md");
const NONE: &str = "–";
const MODES: [Mode; 4] = [Mode::Ready, Mode::Enter, Mode::Edit, Mode::Pointing];

/// The keys of each line, and what stands for each mode.
fn lines() -> Vec<(Vec<&'static str>, Vec<&'static str>)> {
    let rows = TABLE.lines().filter(|line| line.starts_with('|')).skip(2);
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        (cells[0].split(" / ").collect(), cells[2..].to_vec())
    })
    .collect()
}

/// Every key that the page answers.
fn chords() -> Vec<Chord> {
    let motions =
        MOTIONS.iter().map(|(pressed, ctrl, ..)| if *ctrl { key(*pressed).with_ctrl() } else { key(*pressed) });
    let ready = READY.iter().map(|(pressed, ..)| key(*pressed));
    let typing = ENTERING.iter().chain(&FORMULA).map(|(chord, _)| *chord);
    let bound = commands::all().flat_map(|command| command.keys.iter().copied());
    motions.chain(ready).chain(typing).chain(bound).collect()
}

fn written(chord: Chord) -> String {
    chord.written(Words::of(Locale::English))
}

#[test]
fn every_key_of_the_page_is_in_the_table() {
    let known: Vec<&str> = lines().into_iter().flat_map(|(keys, _)| keys).collect();
    let missing: Vec<String> =
        chords().into_iter().map(written).filter(|keys| !known.contains(&keys.as_str())).collect();
    assert!(missing.is_empty(), "keys without a line in web/KEYBOARD.md: {missing:?}");
}

#[test]
fn a_key_that_means_something_in_a_mode_has_a_case_there() {
    for (keys, cells) in lines() {
        assert_eq!(cells.len(), MODES.len(), "the line of {keys:?}");
        for chord in chords().into_iter().filter(|chord| keys.contains(&written(*chord).as_str())) {
            for (mode, cell) in MODES.into_iter().zip(&cells) {
                let is_used = keyboard::action(chord.press(), mode).is_some();
                assert!(
                    !is_used || *cell != NONE,
                    "{} means something in {mode:?}, and no case shows it",
                    written(chord)
                );
            }
        }
    }
}
