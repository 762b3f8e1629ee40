//! The list of keys, made from the commands and from the tables that the keyboard is read with.

use yew::prelude::*;

use crate::commands::Menu;
use crate::commands::chord::{Chord, key};
use crate::input::formula::FORMULA;
use crate::input::keyboard::{ENTERING, MOTIONS, READY};
use crate::platform::events;
use crate::state::PageAction;
use crate::state::help::Here;
use crate::text::Words;

use super::dialog::Dialog;
use super::handlers::{use_handlers, use_words};

const NAME: &str = "keys-name";

/// What the help begins with.
#[derive(Properties, PartialEq)]
pub struct KeyListProps {
    /// The active cell, when a book is open.
    pub here: Option<Here>,
}

/// Help: about the active cell, and the list of keys.
#[component]
pub fn KeyList(props: &KeyListProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let close = handlers.page(PageAction::Close);
    html! {
        <Dialog class="key-list" named_by={NAME} cancelled={close.clone()}>
            <h2 id={NAME}>{ words.say("command-keys") }</h2>
            <div class="help-here">{ here(props.here.as_ref(), words) }</div>
            <div class="key-groups" tabindex="0" role="group" aria-labelledby={NAME}>
                <div class="key-columns">{ for groups(words).into_iter().map(group) }</div>
            </div>
            <div class="dialog-buttons">
                <button type="button" class="primary" onclick={events::clicks(close)}>{ words.say("dismiss") }</button>
            </div>
        </Dialog>
    }
}

/// What the active cell is and what one does there; without a book, how one begins.
fn here(here: Option<&Here>, words: Words) -> Html {
    let Some(Here { cell, spoken, advice, formula }) = here else {
        return html! { <p>{ words.say("help-start") }</p> };
    };
    html! {
        <>
            <h3>{ words.say_with("help-cell", &[("cell", cell)]) }</h3>
            <p class="help-spoken">{ spoken.clone() }</p>
            <p>{ words.say_with(advice, &[("formula", formula)]) }</p>
            <p>{ words.say("help-more") }</p>
        </>
    }
}

/// A heading, and what each of its lines does with which keys.
type Group = (String, Vec<(String, Vec<String>)>);

/// All keys, by what they concern.
fn groups(words: Words) -> Vec<Group> {
    let motions = MOTIONS
        .iter()
        .map(|(pressed, ctrl, _, label)| (*label, if *ctrl { key(*pressed).with_ctrl() } else { key(*pressed) }));
    let ready = READY.iter().map(|(pressed, _, label)| (*label, key(*pressed)));
    let entering = ENTERING.iter().map(|(chord, label)| (*label, *chord));
    let mut groups = vec![
        (words.say("keys-moving"), lines(motions, words)),
        (words.say("keys-typing"), lines(entering.chain(ready), words)),
        (words.say("keys-formula"), lines(FORMULA.iter().map(|(chord, label)| (*label, *chord)), words)),
    ];
    for menu in Menu::ALL {
        let bound = menu.commands().flat_map(|command| command.keys.iter().map(|chord| (command.label, *chord)));
        let lines = lines(bound, words);
        if !lines.is_empty() {
            groups.push((words.say(menu.label()), lines));
        }
    }
    groups
}

/// Keys with the same words, side by side on one line.
fn lines(keys: impl Iterator<Item = (&'static str, Chord)>, words: Words) -> Vec<(String, Vec<String>)> {
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for (label, chord) in keys {
        let label = words.say(label);
        match lines.iter_mut().find(|(known, _)| *known == label) {
            Some((_, chords)) => chords.push(chord.written(words)),
            None => lines.push((label, vec![chord.written(words)])),
        }
    }
    lines
}

fn group((heading, lines): Group) -> Html {
    html! {
        <section key={heading.clone()}>
            <h3>{ heading }</h3>
            <dl>
                for (label, chords) in lines {
                    <div class="key-line">
                        <dt>{ label }</dt>
                        <dd>for chord in chords { <kbd>{ chord }</kbd> }</dd>
                    </div>
                }
            </dl>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use tertial_engine::session::Locale;

    use super::*;

    #[test]
    fn every_key_of_the_tables_and_the_commands_is_listed() {
        let listed: usize =
            groups(Words::of(Locale::Swedish)).iter().flat_map(|(_, lines)| lines).map(|(_, keys)| keys.len()).sum();
        let bound: usize = crate::commands::all().map(|command| command.keys.len()).sum();
        assert_eq!(listed, MOTIONS.len() + READY.len() + ENTERING.len() + FORMULA.len() + bound);
    }
}
