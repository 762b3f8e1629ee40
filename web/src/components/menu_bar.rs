//! The menus. A menu opens below its name; arrows go through its commands, and from menu to menu.

use yew::prelude::*;

use crate::platform::keys::{Key, KeyPress};
use crate::platform::menus::{self, Way};
use crate::platform::{events, fields};
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
    let words = use_words();
    let (open, bar) = (use_state(|| None::<usize>), use_node_ref());
    use_keyboard_in(&bar, *open);
    let opened = {
        let (open, bar) = (open.clone(), bar.clone());
        Callback::from(move |menu: Option<usize>| {
            // First the keyboard leaves the menu that goes, or it would be lost with it.
            if let Some(index) = menu {
                menus::focus_name(&bar, Way::At(index));
            }
            open.set(menu);
        })
    };
    let left = menus::leaving(&bar, opened.reform(|()| None));
    html! {
        <div ref={bar.clone()} class="menu-bar" role="menubar" data-region="menus" aria-label={words.say("menus")}
            onfocusout={left}>
            for (index, menu) in props.menus.iter().enumerate() {
                <Menu key={menu.label} bar={bar.clone()} menu={menu.clone()} place={Place { index, count: props.menus.len() }}
                    open={*open} opened={opened.clone()} />
            }
        </div>
    }
}

/// Takes the keyboard to the first command of a menu that opens; that it is drawn by then is why this is an effect.
#[hook]
fn use_keyboard_in(bar: &NodeRef, open: Option<usize>) {
    let bar = bar.clone();
    use_effect_with(open, move |open| {
        if open.is_some() {
            menus::focus_item(&bar, Way::First);
        }
    });
}

/// Which of how many menus one is.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Place {
    index: usize,
    count: usize,
}

/// A menu in its bar.
#[derive(Properties, PartialEq)]
struct MenuProps {
    bar: NodeRef,
    menu: MenuView,
    place: Place,
    /// The menu of the bar that is open.
    open: Option<usize>,
    /// Opens a menu, or closes the open one.
    opened: Callback<Option<usize>>,
}

/// A menu's name, and its commands when it is open.
#[component]
fn Menu(props: &MenuProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let MenuProps { menu, place: Place { index, .. }, open, opened, .. } = props;
    let is_open = *open == Some(*index);
    let close = {
        let (opened, sheet) = (opened.clone(), handlers.sheet_field.clone());
        Callback::from(move |()| {
            opened.emit(None);
            fields::focus(&sheet);
        })
    };
    let run = {
        let (close, run) = (close.clone(), handlers.run.clone());
        Callback::from(move |id| {
            close.emit(());
            run.emit(id);
        })
    };
    let (passed, clicked) = use_pointing(props, &close);
    html! {
        <div class="menu" role="none" onkeydown={events::key_presses(keys(props, close))}>
            <button type="button" class="menu-name" role="menuitem" aria-haspopup="menu" data-menu={menu.label}
                aria-expanded={is_open.to_string()} tabindex={if *index == 0 { "0" } else { "-1" }}
                onclick={events::clicks(clicked)} onmouseover={events::passes(passed)}>
                { words.say(menu.label) }
            </button>
            if is_open {
                <ul class="menu-list" role="menu" aria-label={words.say(menu.label)}>
                    { for menu.commands.iter().map(|command| item(command, words, &run)) }
                </ul>
            }
        </div>
    }
}

/// What passing over a menu's name and clicking it do. A click right after the menu opened by itself leaves it open.
#[hook]
fn use_pointing(props: &MenuProps, close: &Callback<()>) -> (Callback<()>, Callback<()>) {
    let opened_by_itself = use_mut_ref(|| false);
    let (index, open) = (props.place.index, props.open);
    let passed = {
        let (opened, by_itself) = (props.opened.clone(), opened_by_itself.clone());
        Callback::from(move |()| {
            if open.is_some_and(|open| open != index) {
                by_itself.replace(true);
                opened.emit(Some(index));
            }
        })
    };
    let (opened, close) = (props.opened.clone(), close.clone());
    let clicked = Callback::from(move |()| {
        if open == Some(index) && !opened_by_itself.replace(false) {
            close.emit(());
        } else {
            opened.emit(Some(index));
        }
    });
    (passed, clicked)
}

/// What the keys pressed in a menu do.
fn keys(props: &MenuProps, close: Callback<()>) -> Callback<KeyPress, bool> {
    let (bar, place, opened) = (props.bar.clone(), props.place, props.opened.clone());
    let is_open = props.open == Some(place.index);
    Callback::from(move |press| match step(press, place, is_open) {
        Some(Step::Open(menu)) => {
            opened.emit(Some(menu));
            true
        }
        Some(Step::Item(way)) => menus::focus_item(&bar, way),
        Some(Step::Name(way)) => menus::focus_name(&bar, way),
        Some(Step::Close) => {
            close.emit(());
            true
        }
        None => false,
    })
}

/// A command in a menu.
pub fn item(command: &ButtonView, words: Words, run: &Callback<&'static str>) -> Html {
    let id = command.id;
    let clicked = command.refused.is_none().then(|| events::clicks(run.reform(move |()| id)));
    html! {
        <li key={id} role="none">
            <button type="button" class="menu-item" role={command.pressed.map_or("menuitem", |_| "menuitemcheckbox")} tabindex="-1" data-command={id}
                aria-checked={command.pressed.map(|pressed| pressed.to_string())} aria-disabled={command.refused.map(|_| "true")} onclick={clicked}>
                <span class="option-label">{ command.text(words) }</span>
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
    Item(Way),
    /// Goes to the name of another menu.
    Name(Way),
    Close,
}

fn step(press: KeyPress, Place { index, count }: Place, is_open: bool) -> Option<Step> {
    let count = count.max(1);
    Some(match (press.key, is_open) {
        (Key::Escape, _) => Step::Close,
        (Key::Down, true) => Step::Item(Way::Next),
        (Key::Up, true) => Step::Item(Way::Previous),
        (Key::Home, true) => Step::Item(Way::First),
        (Key::End, true) => Step::Item(Way::Last),
        (Key::Right, true) => Step::Open((index + 1) % count),
        (Key::Left, true) => Step::Open((index + count - 1) % count),
        (Key::Down | Key::Up, false) => Step::Open(index),
        (Key::Right, false) => Step::Name(Way::Next),
        (Key::Left, false) => Step::Name(Way::Previous),
        (Key::Home, false) => Step::Name(Way::First),
        (Key::End, false) => Step::Name(Way::Last),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_open_a_menu_go_through_it_and_on_to_the_next() {
        let step = |key, index, is_open| step(KeyPress::plain(key), Place { index, count: 5 }, is_open);
        assert_eq!(step(Key::Down, 2, false), Some(Step::Open(2)));
        assert_eq!(step(Key::Down, 0, true), Some(Step::Item(Way::Next)));
        assert_eq!(step(Key::Right, 4, true), Some(Step::Open(0)));
        assert_eq!(step(Key::Left, 0, true), Some(Step::Open(4)));
        assert_eq!(step(Key::Right, 0, false), Some(Step::Name(Way::Next)));
        assert_eq!(step(Key::Escape, 1, true), Some(Step::Close));
        assert_eq!(step(Key::Enter, 1, true), None, "a button answers it by itself");
    }
}
