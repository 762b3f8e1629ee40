//! The menus. A menu opens below its name; arrows go through its commands, and from menu to menu.

use yew::prelude::*;

use crate::platform::keys::{Key, KeyPress};
use crate::platform::{events, menus};
use crate::text::Words;

use super::handlers::{use_handlers, use_words};
use super::views::{ButtonView, MenuView};

/// The menus.
#[derive(Properties, PartialEq)]
pub struct MenuBarProps {
    pub menus: Vec<MenuView>,
}

/// The bar with the menus' names.
#[component]
pub fn MenuBar(props: &MenuBarProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let (open, bar) = (use_state(|| None::<usize>), use_node_ref());
    let count = props.menus.len();
    {
        // An opened menu takes the keyboard to its first command; that it is drawn by now is why this is an effect.
        let bar = bar.clone();
        use_effect_with(*open, move |open| {
            if open.is_some() {
                menus::focus_item(&bar, menus::Way::First);
            }
        });
    }
    let keys = {
        let (open, bar, sheet) = (open.clone(), bar.clone(), handlers.sheet_field.clone());
        Callback::from(move |press: KeyPress| match step(press, *open, count) {
            Some(Step::Open(menu)) => {
                open.set(Some(menu));
                true
            }
            Some(Step::Item(way)) => menus::focus_item(&bar, way),
            Some(Step::Name(way)) => menus::focus_name(&bar, way),
            Some(Step::Close) => {
                open.set(None);
                menus::leave(&sheet);
                true
            }
            None => false,
        })
    };
    let left = {
        let open = open.clone();
        menus::leaving(&bar, Callback::from(move |()| open.set(None)))
    };
    let menu = |(index, menu): (usize, &MenuView)| {
        let is_open = *open == Some(index);
        let toggle = {
            let (open, sheet) = (open.clone(), handlers.sheet_field.clone());
            events::clicks(Callback::from(move |()| {
                open.set((!is_open).then_some(index));
                if is_open {
                    menus::leave(&sheet);
                }
            }))
        };
        let run = {
            let (open, run) = (open.clone(), handlers.run.clone());
            Callback::from(move |id| {
                open.set(None);
                run.emit(id);
            })
        };
        html! {
            <div key={menu.label} class="menu" role="none">
                <button type="button" class="menu-name" role="menuitem" aria-haspopup="menu" data-menu={menu.label}
                    aria-expanded={is_open.to_string()} tabindex={if index == 0 { "0" } else { "-1" }} onclick={toggle}>
                    { words.say(menu.label) }
                </button>
                if is_open {
                    <ul class="menu-list" role="menu" aria-label={words.say(menu.label)}>
                        { for menu.commands.iter().map(|command| item(command, words, &run)) }
                    </ul>
                }
            </div>
        }
    };
    html! {
        <div ref={bar} class="menu-bar" role="menubar" aria-label={words.say("menus")}
            onkeydown={events::key_presses(keys)} onfocusout={left}>
            { for props.menus.iter().enumerate().map(menu) }
        </div>
    }
}

fn item(command: &ButtonView, words: Words, run: &Callback<&'static str>) -> Html {
    let id = command.id;
    let clicked = command.refused.is_none().then(|| events::clicks(run.reform(move |()| id)));
    html! {
        <li key={id} role="none">
            <button type="button" class="menu-item" role="menuitem" tabindex="-1" data-command={id}
                aria-disabled={command.refused.map(|_| "true")} onclick={clicked}>
                <span class="option-label">{ words.say(command.label) }</span>
                if let Some(reason) = command.refused { <span class="option-reason">{ words.say(reason) }</span> }
                if let Some(chord) = command.keys.first() { <kbd>{ chord.written(words) }</kbd> }
            </button>
        </li>
    }
}

/// What a key does in the menus.
#[derive(Debug, PartialEq)]
enum Step {
    /// Opens a menu.
    Open(usize),
    /// Goes to a command of the open menu.
    Item(menus::Way),
    /// Goes to the name of another menu.
    Name(menus::Way),
    Close,
}

fn step(press: KeyPress, open: Option<usize>, count: usize) -> Option<Step> {
    use menus::Way::{First, Last, Next, Previous};
    Some(match (press.key, open) {
        (Key::Escape, _) => Step::Close,
        (Key::Down, Some(_)) => Step::Item(Next),
        (Key::Up, Some(_)) => Step::Item(Previous),
        (Key::Home, Some(_)) => Step::Item(First),
        (Key::End, Some(_)) => Step::Item(Last),
        (Key::Right, Some(menu)) => Step::Open((menu + 1) % count.max(1)),
        (Key::Left, Some(menu)) => Step::Open((menu + count.max(1) - 1) % count.max(1)),
        (Key::Right, None) => Step::Name(Next),
        (Key::Left, None) => Step::Name(Previous),
        (Key::Home, None) => Step::Name(First),
        (Key::End, None) => Step::Name(Last),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_through_a_menu_and_on_to_the_next() {
        let press = |key| KeyPress::plain(key);
        assert_eq!(step(press(Key::Down), Some(0), 5), Some(Step::Item(menus::Way::Next)));
        assert_eq!(step(press(Key::Right), Some(4), 5), Some(Step::Open(0)));
        assert_eq!(step(press(Key::Left), Some(0), 5), Some(Step::Open(4)));
        assert_eq!(step(press(Key::Right), None, 5), Some(Step::Name(menus::Way::Next)));
        assert_eq!(step(press(Key::Escape), Some(1), 5), Some(Step::Close));
        assert_eq!(step(press(Key::Enter), Some(1), 5), None, "a button answers it by itself");
    }
}
