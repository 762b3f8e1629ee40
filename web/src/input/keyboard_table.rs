//! The table of keys in `KEYBOARD.md` is held to what the page does.

use tertial_engine::session::Locale;

use crate::commands;
use crate::commands::chord::{Chord, key};
use crate::state::editor::{Field, Mode};
use crate::state::sample::{budget, select};
use crate::state::{Action, EditAction, State};
use crate::text::Words;

use super::formula::{self, FORMULA};
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

/// What the lines are of that are not of keys which the page answers by themselves.
const OTHER_LINES: [&str; 4] =
    ["a character", "a dead key, an input method", "Shift and a key that moves", "any other function key"];

#[test]
fn every_line_is_of_keys_of_the_page_or_known_by_name() {
    let answered: Vec<String> = chords().into_iter().map(written).collect();
    let known = |keys: &&str| answered.iter().any(|chord| chord == keys) || OTHER_LINES.contains(keys);
    let lines: Vec<&str> = lines().into_iter().flat_map(|(keys, _)| keys).collect();
    let strange: Vec<&str> = lines.iter().copied().filter(|keys| !known(keys)).collect();
    assert!(strange.is_empty(), "the page does not know {strange:?}");
    let lost: Vec<&str> = OTHER_LINES.into_iter().filter(|keys| !lines.contains(keys)).collect();
    assert!(lost.is_empty(), "lines that are gone from web/KEYBOARD.md: {lost:?}");
    let twice: Vec<&&str> =
        lines.iter().filter(|keys| lines.iter().filter(|other| other == keys).count() > 1).collect();
    assert!(twice.is_empty(), "keys with two lines: {twice:?}");
}

/// A small book in each mode.
fn state_in(mode: Mode) -> State {
    let mut state = budget();
    select(&mut state, "B2");
    let typed = |text: &str| EditAction::Typed(Field::Cell, text.to_owned());
    let edit = match mode {
        Mode::Ready => return state,
        Mode::Enter => typed("=B3*2"),
        Mode::Edit => EditAction::Begin(Field::Cell),
        Mode::Pointing => typed("="),
    };
    state.update(Action::Edit(edit));
    state
}

/// Whether keys do something in a mode, other than what the field in which they are pressed does with them.
fn is_used(chord: Chord, mode: Mode, state: &State) -> bool {
    let press = chord.press();
    let command = commands::all().find(|command| command.keys.contains(&chord));
    // Whether a command can be had when nothing is typed depends on more than the mode.
    let commands = command.is_some_and(|command| mode == Mode::Ready || (command.available)(state).is_ok());
    let formula = mode != Mode::Ready && formula::action(press, false).is_some();
    commands || formula || keyboard::action(press, mode).is_some() || keyboard::anywhere(press).is_some()
}

#[test]
fn a_key_that_means_something_in_a_mode_has_a_case_there() {
    let mut missing = Vec::new();
    let lines = lines();
    for (place, mode) in MODES.into_iter().enumerate() {
        let state = state_in(mode);
        assert_eq!(state.workspace.as_ref().map(|workspace| workspace.editor.mode()), Some(mode));
        for (keys, cells) in &lines {
            assert_eq!(cells.len(), MODES.len(), "the line of {keys:?}");
            let used = chords().into_iter().filter(|chord| is_used(*chord, mode, &state)).map(written);
            let here = used.filter(|chord| keys.contains(&chord.as_str()) && cells[place] == NONE);
            missing.extend(here.map(|chord| format!("{chord} in {mode:?}")));
        }
    }
    missing.dedup();
    assert!(missing.is_empty(), "no case shows what these do: {missing:#?}");
}
