//! What keys mean while a formula is typed, before they mean what they do in any text: proposals are gone through and
//! taken, references fixed, parts calculated.

use crate::commands::chord::{Chord, key};
use crate::platform::keys::{Key, KeyPress};
use crate::state::{Action, FormulaAction};

/// What keys do to a formula, for the list of keys.
pub const FORMULA: [(Chord, &str); 7] = [
    (key(Key::PageDown).with_alt().with_shift(), "keys-visit"),
    (key(Key::PageUp).with_alt().with_shift(), "keys-visit-back"),
    (key(Key::F(4)), "keys-fix"),
    (key(Key::F(9)), "keys-calculate"),
    (key(Key::Down), "keys-choose"),
    (key(Key::Up), "keys-choose"),
    (key(Key::Tab), "keys-accept"),
];

/// The action of a key pressed in a formula; `lists` says whether proposals are shown.
pub fn action(press: KeyPress, lists: bool) -> Option<Action> {
    if let Some(back) = turns_to_sheet(press) {
        return Some(Action::Formula(FormulaAction::Visit { back }));
    }
    if press.composing || press.alt || press.ctrl || press.shift {
        return None;
    }
    let action = match press.key {
        Key::F(4) => FormulaAction::Fix,
        Key::F(9) => FormulaAction::Calculate,
        Key::Down if lists => FormulaAction::Choose { back: false },
        Key::Up if lists => FormulaAction::Choose { back: true },
        Key::Tab if lists => FormulaAction::Accept(None),
        Key::Escape if lists => FormulaAction::PutAway,
        _ => return None,
    };
    Some(Action::Formula(action))
}

/// Whether keys ask for the sheet before, or the next one. Those with Ctrl are the browser's.
fn turns_to_sheet(press: KeyPress) -> Option<bool> {
    let is_chord = press.alt && press.shift && !press.ctrl && !press.composing;
    match press.key {
        Key::PageUp if is_chord => Some(true),
        Key::PageDown if is_chord => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proposals_take_their_keys_only_while_they_are_shown() {
        let cases = [
            (Key::Down, FormulaAction::Choose { back: false }),
            (Key::Up, FormulaAction::Choose { back: true }),
            (Key::Tab, FormulaAction::Accept(None)),
            (Key::Escape, FormulaAction::PutAway),
        ];
        for (key, expected) in cases {
            assert_eq!(action(KeyPress::plain(key), true), Some(Action::Formula(expected)));
            assert_eq!(action(KeyPress::plain(key), false), None);
            assert_eq!(action(KeyPress::plain(key).shift(), true), None);
        }
        for left in [Key::Enter, Key::Left, Key::Right, Key::Home, Key::Char('a')] {
            assert_eq!(action(KeyPress::plain(left), true), None, "{left:?}");
        }
    }

    #[test]
    fn sheets_are_turned_to_with_alt_and_shift() {
        let press = |key| KeyPress { alt: true, shift: true, ..KeyPress::plain(key) };
        let visit = |back| Some(Action::Formula(FormulaAction::Visit { back }));
        assert_eq!(action(press(Key::PageDown), false), visit(false));
        assert_eq!(action(press(Key::PageUp), false), visit(true));
        assert_eq!(action(KeyPress::plain(Key::PageUp), false), None);
    }

    #[test]
    fn references_are_fixed_and_parts_calculated_whatever_is_shown() {
        for lists in [true, false] {
            assert_eq!(action(KeyPress::plain(Key::F(4)), lists), Some(Action::Formula(FormulaAction::Fix)));
            assert_eq!(action(KeyPress::plain(Key::F(9)), lists), Some(Action::Formula(FormulaAction::Calculate)));
        }
        let composing = KeyPress { composing: true, ..KeyPress::plain(Key::Down) };
        assert_eq!(action(composing, true), None);
    }
}
