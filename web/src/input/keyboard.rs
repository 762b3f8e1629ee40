//! What a key press means in each mode of the editor. Keys that mean nothing here are left to the browser, which puts
//! their text in the field that has the focus.

use crate::commands::chord::{Chord, key};
use crate::platform::keys::{Key, KeyPress};
use crate::state::editor::{Field, Mode};
use crate::state::movement::{Direction, Motion, Step};
use crate::state::{Action, EditAction, PageAction, SelectAction};

/// The action of a key pressed in one of the fields of the sheet.
pub fn action(press: KeyPress, mode: Mode) -> Option<Action> {
    // These keys are still making up a character.
    if press.composing {
        return None;
    }
    if press.alt {
        return with_alt(press, mode);
    }
    match mode {
        Mode::Ready => ready(press),
        Mode::Enter => commit_key(press).or_else(|| enter(press)),
        Mode::Edit => commit_key(press).or_else(|| edit(press)),
        Mode::Pointing => commit_key(press).or_else(|| pointing(press)),
    }
}

/// A screen to the side, or a line break. All else with Alt is the browser's, or a command.
fn with_alt(press: KeyPress, mode: Mode) -> Option<Action> {
    if press.key == Key::Enter && mode != Mode::Ready {
        return Some(Action::Edit(EditAction::Break));
    }
    let direction = match press.key {
        Key::PageUp => Direction::Left,
        Key::PageDown => Direction::Right,
        _ => return None,
    };
    let motion = Motion::Page(direction);
    let step = if press.shift { Step::Extend(motion) } else { Step::Move(motion) };
    match mode {
        Mode::Ready => Some(Action::Select(SelectAction::Go(step))),
        Mode::Enter => Some(Action::Edit(EditAction::Commit(Some(step)))),
        Mode::Pointing => Some(Action::Edit(EditAction::Point { motion, extend: press.shift })),
        Mode::Edit => None,
    }
}

/// The action of a key pressed anywhere on the page of a book, when no field had a use for it.
pub fn anywhere(press: KeyPress) -> Option<Action> {
    let page = match press.key {
        Key::F(6) => PageAction::NextRegion { back: press.shift },
        Key::Escape => PageAction::ToSheet,
        _ => return None,
    };
    Some(Action::Page(page))
}

/// The keys that move, each with what they mean and the key of the words that say so. With Shift the selection grows.
pub const MOTIONS: [(Key, bool, Motion, &str); 14] = [
    (Key::Up, false, Motion::Step(Direction::Up), "keys-step"),
    (Key::Down, false, Motion::Step(Direction::Down), "keys-step"),
    (Key::Left, false, Motion::Step(Direction::Left), "keys-step"),
    (Key::Right, false, Motion::Step(Direction::Right), "keys-step"),
    (Key::Up, true, Motion::Edge(Direction::Up), "keys-edge"),
    (Key::Down, true, Motion::Edge(Direction::Down), "keys-edge"),
    (Key::Left, true, Motion::Edge(Direction::Left), "keys-edge"),
    (Key::Right, true, Motion::Edge(Direction::Right), "keys-edge"),
    (Key::PageUp, false, Motion::Page(Direction::Up), "keys-page"),
    (Key::PageDown, false, Motion::Page(Direction::Down), "keys-page"),
    (Key::Home, false, Motion::RowStart, "keys-row-start"),
    (Key::Home, true, Motion::SheetStart, "keys-sheet-start"),
    (Key::End, true, Motion::SheetEnd, "keys-sheet-end"),
    (Key::End, false, Motion::RowEnd, "keys-row-end"),
];

/// What keys do to the active cell when nothing is typed.
pub const READY: [(Key, EditAction, &str); 4] = [
    (Key::F(2), EditAction::Begin(Field::Cell), "keys-edit"),
    (Key::Delete, EditAction::Clear, "keys-clear"),
    (Key::Backspace, EditAction::ClearAndBegin, "keys-clear-and-edit"),
    (Key::NumpadDecimal, EditAction::DecimalKey, "keys-decimal"),
];

/// Keys that go on after a cell, or enter or give up what is typed in it.
pub const ENTERING: [(Chord, &str); 11] = [
    (key(Key::Enter), "keys-enter"),
    (key(Key::Enter).with_shift(), "keys-enter-back"),
    (key(Key::Tab), "keys-tab"),
    (key(Key::Tab).with_shift(), "keys-tab-back"),
    (key(Key::Enter).with_ctrl(), "keys-enter-stay"),
    (key(Key::Escape), "keys-cancel"),
    (key(Key::F(6)), "keys-region"),
    (key(Key::F(6)).with_shift(), "keys-region-back"),
    (key(Key::Enter).with_alt(), "keys-break"),
    (key(Key::PageUp).with_alt(), "keys-page-aside"),
    (key(Key::PageDown).with_alt(), "keys-page-aside"),
];

fn ready(press: KeyPress) -> Option<Action> {
    if press.key == Key::Enter && press.ctrl {
        return Some(Action::Edit(EditAction::Everywhere));
    }
    if let Some(step) = step(press) {
        return Some(Action::Select(SelectAction::Go(step)));
    }
    // With Shift, function keys are commands.
    if press.shift && matches!(press.key, Key::F(_)) {
        return None;
    }
    let (_, edit, _) = READY.iter().find(|(key, ..)| *key == press.key)?;
    Some(Action::Edit(edit.clone()))
}

/// Arrows and their kin enter what was typed and move on.
fn enter(press: KeyPress) -> Option<Action> {
    if let Some(step) = step(press) {
        return Some(Action::Edit(EditAction::Commit(Some(step))));
    }
    edit(press)
}

/// Arrows and their kin write a reference and move it.
fn pointing(press: KeyPress) -> Option<Action> {
    match motion(press) {
        Some(motion) => Some(Action::Edit(EditAction::Point { motion, extend: press.shift })),
        None => edit(press),
    }
}

fn edit(press: KeyPress) -> Option<Action> {
    let edit = match press.key {
        Key::F(2) if !press.shift => EditAction::Turn,
        Key::NumpadDecimal => EditAction::DecimalKey,
        _ => return None,
    };
    Some(Action::Edit(edit))
}

/// Keys that end the typing.
fn commit_key(press: KeyPress) -> Option<Action> {
    let edit = match press.key {
        Key::Escape => EditAction::Cancel,
        Key::Enter if press.ctrl => EditAction::Everywhere,
        Key::Enter => EditAction::Commit(Some(Step::Enter { back: press.shift })),
        Key::Tab => EditAction::Commit(Some(Step::Tab { back: press.shift })),
        _ => return None,
    };
    Some(Action::Edit(edit))
}

fn step(press: KeyPress) -> Option<Step> {
    match press.key {
        Key::Enter if !press.ctrl => return Some(Step::Enter { back: press.shift }),
        Key::Tab if !press.ctrl => return Some(Step::Tab { back: press.shift }),
        _ => {}
    }
    let motion = motion(press)?;
    Some(if press.shift { Step::Extend(motion) } else { Step::Move(motion) })
}

fn motion(press: KeyPress) -> Option<Motion> {
    let found = |ctrl| MOTIONS.iter().find(|(key, held, ..)| (*key, *held) == (press.key, ctrl));
    // Keys for which Ctrl makes no difference mean with it what they mean alone.
    found(press.ctrl).or_else(|| found(false)).map(|(_, _, motion, _)| *motion)
}

#[cfg(test)]
mod tests {
    use super::*;

    const UP: Motion = Motion::Step(Direction::Up);
    const LEFT: Motion = Motion::Step(Direction::Left);

    fn key(key: Key) -> KeyPress {
        KeyPress::plain(key)
    }

    fn go(step: Step) -> Option<Action> {
        Some(Action::Select(SelectAction::Go(step)))
    }

    fn edit(edit: EditAction) -> Option<Action> {
        Some(Action::Edit(edit))
    }

    #[test]
    fn ready_keys_move_and_open() {
        let cases = [
            (key(Key::Up), go(Step::Move(UP))),
            (key(Key::Up).shift(), go(Step::Extend(UP))),
            (key(Key::Left).ctrl(), go(Step::Move(Motion::Edge(Direction::Left)))),
            (key(Key::Left).ctrl().shift(), go(Step::Extend(Motion::Edge(Direction::Left)))),
            (key(Key::PageDown), go(Step::Move(Motion::Page(Direction::Down)))),
            (key(Key::Home), go(Step::Move(Motion::RowStart))),
            (key(Key::Home).ctrl(), go(Step::Move(Motion::SheetStart))),
            (key(Key::End).ctrl(), go(Step::Move(Motion::SheetEnd))),
            (key(Key::Enter), go(Step::Enter { back: false })),
            (key(Key::Enter).shift(), go(Step::Enter { back: true })),
            (key(Key::Tab), go(Step::Tab { back: false })),
            (key(Key::Tab).shift(), go(Step::Tab { back: true })),
            (key(Key::F(2)), edit(EditAction::Begin(Field::Cell))),
            (key(Key::Delete), edit(EditAction::Clear)),
            (key(Key::Backspace), edit(EditAction::ClearAndBegin)),
            (key(Key::NumpadDecimal), edit(EditAction::DecimalKey)),
        ];
        for (press, expected) in cases {
            assert_eq!(action(press, Mode::Ready), expected, "{press:?}");
        }
    }

    #[test]
    fn enter_mode_commits_and_moves() {
        let cases = [
            (key(Key::Up), Some(Step::Move(UP))),
            (key(Key::Left), Some(Step::Move(LEFT))),
            (key(Key::Left).shift(), Some(Step::Extend(LEFT))),
            (key(Key::Enter), Some(Step::Enter { back: false })),
            (key(Key::Tab).shift(), Some(Step::Tab { back: true })),
        ];
        for (press, step) in cases {
            assert_eq!(action(press, Mode::Enter), edit(EditAction::Commit(step)), "{press:?}");
        }
    }

    #[test]
    fn edit_mode_leaves_the_caret_keys_to_the_field() {
        for caret in [Key::Up, Key::Down, Key::Left, Key::Right, Key::Home, Key::End, Key::Backspace, Key::Delete] {
            assert_eq!(action(key(caret), Mode::Edit), None, "{caret:?}");
            assert_eq!(action(key(caret).ctrl().shift(), Mode::Edit), None, "{caret:?}");
        }
    }

    #[test]
    fn edit_mode_commits_with_enter_and_tab() {
        let commit = |step| edit(EditAction::Commit(Some(step)));
        assert_eq!(action(key(Key::Enter), Mode::Edit), commit(Step::Enter { back: false }));
        assert_eq!(action(key(Key::Tab), Mode::Edit), commit(Step::Tab { back: false }));
    }

    #[test]
    fn escape_gives_up_typing_and_means_nothing_else() {
        assert_eq!(action(key(Key::Escape), Mode::Enter), edit(EditAction::Cancel));
        assert_eq!(action(key(Key::Escape), Mode::Edit), edit(EditAction::Cancel));
        assert_eq!(action(key(Key::Escape), Mode::Ready), None);
    }

    #[test]
    fn f2_opens_what_is_being_typed_for_editing() {
        for mode in [Mode::Enter, Mode::Edit, Mode::Pointing] {
            assert_eq!(action(key(Key::F(2)), mode), edit(EditAction::Turn));
        }
    }

    #[test]
    fn characters_are_left_to_the_field() {
        for letter in ['a', 'å', '=', '7', '@', '{', ' '] {
            for mode in [Mode::Ready, Mode::Enter, Mode::Edit, Mode::Pointing] {
                assert_eq!(action(key(Key::Char(letter)), mode), None);
            }
        }
    }

    #[test]
    fn nothing_is_done_while_a_character_is_being_composed() {
        for pressed in [Key::Enter, Key::Escape, Key::Left, Key::Tab] {
            for mode in [Mode::Ready, Mode::Enter, Mode::Edit, Mode::Pointing] {
                let press = KeyPress { composing: true, ..key(pressed) };
                assert_eq!(action(press, mode), None);
            }
        }
    }

    #[test]
    fn the_keyboard_can_leave_the_sheet_and_come_back() {
        let page = |action| Some(Action::Page(action));
        assert_eq!(action(key(Key::F(6)), Mode::Ready), None, "it is left to the page");
        assert_eq!(anywhere(key(Key::F(6))), page(PageAction::NextRegion { back: false }));
        assert_eq!(anywhere(key(Key::F(6)).shift()), page(PageAction::NextRegion { back: true }));
        assert_eq!(anywhere(key(Key::Escape)), page(PageAction::ToSheet));
    }

    #[test]
    fn arrows_point_where_a_reference_is_asked_for() {
        let point = |motion, extend| edit(EditAction::Point { motion, extend });
        let cases = [
            (key(Key::Up), point(UP, false)),
            (key(Key::Up).shift(), point(UP, true)),
            (key(Key::Left).ctrl().shift(), point(Motion::Edge(Direction::Left), true)),
            (key(Key::Home), point(Motion::RowStart, false)),
            (key(Key::PageDown), point(Motion::Page(Direction::Down), false)),
            (key(Key::Enter), edit(EditAction::Commit(Some(Step::Enter { back: false })))),
            (key(Key::Escape), edit(EditAction::Cancel)),
            (key(Key::Enter).ctrl(), edit(EditAction::Everywhere)),
            (key(Key::Delete), None),
            (key(Key::Backspace), None),
        ];
        for (press, expected) in cases {
            assert_eq!(action(press, Mode::Pointing), expected, "{press:?}");
        }
    }

    #[test]
    fn alt_turns_pages_aside_and_breaks_lines() {
        let alt = |pressed| KeyPress { alt: true, ..key(pressed) };
        let aside = Motion::Page(Direction::Right);
        assert_eq!(action(alt(Key::PageDown), Mode::Ready), go(Step::Move(aside)));
        assert_eq!(action(alt(Key::PageDown), Mode::Enter), edit(EditAction::Commit(Some(Step::Move(aside)))));
        assert_eq!(action(alt(Key::PageDown), Mode::Edit), None);
        assert_eq!(action(alt(Key::Enter), Mode::Ready), None);
        for mode in [Mode::Enter, Mode::Edit, Mode::Pointing] {
            assert_eq!(action(alt(Key::Enter), mode), edit(EditAction::Break));
        }
    }

    #[test]
    fn alt_is_the_browsers() {
        let press = KeyPress { alt: true, ..key(Key::Left) };
        assert_eq!(action(press, Mode::Ready), None);
    }

    #[test]
    fn the_decimal_key_types_the_languages_sign_in_every_mode() {
        for mode in [Mode::Ready, Mode::Enter, Mode::Edit, Mode::Pointing] {
            assert_eq!(action(key(Key::NumpadDecimal), mode), edit(EditAction::DecimalKey));
        }
    }
}
