//! The palette: every command, found by its words. Those that cannot be had say why.

use yew::prelude::*;

use crate::commands;
use crate::platform::keys::{Key, KeyPress};
use crate::platform::{events, fields, page};
use crate::state::PageAction;
use crate::text::Words;

use super::dialog::Dialog;
use super::handlers::{use_handlers, use_words};
use super::views::ButtonView;

const NAME: &str = "palette-name";
const LIST: &str = "palette-list";

/// All commands.
#[derive(Properties, PartialEq)]
pub struct PaletteProps {
    pub commands: Vec<ButtonView>,
}

/// The palette.
#[component]
pub fn Palette(props: &PaletteProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let (text, chosen) = (use_state(String::new), use_state(|| 0_usize));
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((), move |()| fields::focus(&field));
    }
    let found = found(&props.commands, &text, words);
    let run = {
        let handlers = handlers.clone();
        Callback::from(move |id| {
            handlers.page(PageAction::Close).emit(());
            handlers.run.emit(id);
        })
    };
    let typed = {
        let chosen = chosen.clone();
        Callback::from(move |typed| {
            text.set(typed);
            chosen.set(0);
        })
    };
    let keys = {
        let (found, chosen, run) = (found.clone(), chosen.clone(), run.clone());
        Callback::from(move |press: KeyPress| match (press.key, moved(press, *chosen, found.len())) {
            (_, Some(to)) => {
                chosen.set(to);
                true
            }
            (Key::Enter, None) => {
                let command = found.get(*chosen).filter(|command| command.refused.is_none());
                command.into_iter().for_each(|command| run.emit(command.id));
                true
            }
            _ => false,
        })
    };
    let active = found.get(*chosen).map(|command| option_id(command.id));
    use_effect_with(active.clone(), |active| active.iter().for_each(|id| page::bring_into_sight(id)));
    html! {
        <Dialog class="palette" named_by={NAME} cancelled={handlers.page(PageAction::Close)}>
            <h2 id={NAME}>{ words.say("command-palette") }</h2>
            <input ref={field} class="palette-field" type="text" role="combobox" autocomplete="off" spellcheck="false"
                aria-labelledby={NAME} aria-expanded="true" aria-controls={LIST} aria-activedescendant={active}
                oninput={events::typing(typed)} onkeydown={events::field_key_presses(keys)} />
            <ul id={LIST} class="palette-list" role="listbox" aria-labelledby={NAME}>
                for (index, command) in found.iter().enumerate() {
                    { option(command, index == *chosen, words, &run) }
                }
            </ul>
            if found.is_empty() { <p role="status">{ words.say("palette-none") }</p> }
        </Dialog>
    }
}

/// The commands that a text finds, those that can be had first.
fn found(commands: &[ButtonView], text: &str, words: Words) -> Vec<ButtonView> {
    let matches = commands::search(text, words);
    let view = |id: &str| commands.iter().find(|view| view.id == id).cloned();
    let mut found: Vec<ButtonView> = matches.into_iter().filter_map(|command| view(command.id)).collect();
    found.sort_by_key(|command| command.refused.is_some());
    found
}

/// Where the arrow keys lead in a list of so many, around its ends.
fn moved(press: KeyPress, from: usize, count: usize) -> Option<usize> {
    match press.key {
        Key::Down if count > 0 => Some((from + 1) % count),
        Key::Up if count > 0 => Some((from + count - 1) % count),
        _ => None,
    }
}

fn option_id(id: &str) -> String {
    format!("palette-{id}")
}

fn option(command: &ButtonView, is_chosen: bool, words: Words, run: &Callback<&'static str>) -> Html {
    let id = command.id;
    let clicked = command.refused.is_none().then(|| events::clicks(run.reform(move |()| id)));
    html! {
        <li key={id} id={option_id(id)} role="option" class={classes!(is_chosen.then_some("chosen"))}
            data-command={id} aria-selected={is_chosen.to_string()}
            aria-disabled={command.refused.map(|_| "true")} onclick={clicked}>
            <span class="option-label">{ command.text(words) }</span>
            if let Some(reason) = command.refused { <span class="option-reason">{ words.say(reason) }</span> }
            if let Some(chord) = command.keys.first() { <kbd>{ chord.written(words) }</kbd> }
        </li>
    }
}

#[cfg(test)]
mod tests {
    use tertial_engine::session::Locale;

    use super::*;

    #[test]
    fn the_arrows_go_around() {
        let press = |key| KeyPress::plain(key);
        assert_eq!(moved(press(Key::Down), 2, 3), Some(0));
        assert_eq!(moved(press(Key::Up), 0, 3), Some(2));
        assert_eq!(moved(press(Key::Down), 0, 0), None);
        assert_eq!(moved(press(Key::Enter), 0, 3), None);
    }

    #[test]
    fn what_can_be_had_comes_first() {
        let view = |command: &'static commands::Command| ButtonView {
            id: command.id,
            label: command.label,
            keys: command.keys,
            icon: command.icon,
            detail: None,
            refused: (command.id == "edit.undo").then_some("reason-nothing-to-undo"),
            pressed: None,
            wordy: true,
        };
        let all: Vec<ButtonView> = commands::all().map(view).collect();
        let found = found(&all, "", Words::of(Locale::Swedish));
        assert_eq!(found.last().map(|command| command.id), Some("edit.undo"));
    }
}
