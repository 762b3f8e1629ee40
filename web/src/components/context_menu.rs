//! The menu of what is pointed at or selected, with the same commands as everywhere.

use yew::prelude::*;

use crate::platform::keys::{Key, KeyPress};
use crate::platform::menus::{self, Way};
use crate::platform::{events, pointer};
use crate::state::PageAction;

use super::handlers::{use_handlers, use_words};
use super::menu_bar::item;
use super::views::ButtonView;

/// The menu's contents.
#[derive(Properties, PartialEq)]
pub struct ContextMenuProps {
    pub commands: Vec<ButtonView>,
    /// Where it opens; without a place, below the active cell.
    pub at: Option<(i32, i32)>,
}

/// The menu.
#[component]
pub fn ContextMenu(props: &ContextMenuProps) -> Html {
    let (handlers, words, menu) = (use_handlers(), use_words(), use_node_ref());
    {
        let (menu, field) = (menu.clone(), handlers.sheet_field.clone());
        use_effect_with(props.at, move |at| {
            menus::place(&menu, *at, &field);
            menus::focus_item(&menu, Way::First);
        });
    }
    let close = handlers.page(PageAction::Close);
    let run = {
        let (close, run) = (close.clone(), handlers.run.clone());
        Callback::from(move |id| {
            close.emit(());
            run.emit(id);
        })
    };
    let keys = {
        let (menu, close) = (menu.clone(), close.clone());
        Callback::from(move |press: KeyPress| match way(press) {
            Some(way) => menus::focus_item(&menu, way),
            None => matches!(press.key, Key::Escape | Key::Tab).then(|| close.emit(())).is_some(),
        })
    };
    html! {
        <div ref={menu.clone()} class="context-menu" role="region" aria-label={words.say("command-menu")} onkeydown={events::key_presses(keys)}
            onfocusout={menus::leaving(&menu, close)} oncontextmenu={pointer::own_menus(Callback::noop())}>
            <ul class="menu-list" role="menu" aria-label={words.say("command-menu")}>
                { for props.commands.iter().map(|command| item(command, words, &run)) }
            </ul>
        </div>
    }
}

/// Where a key leads among the commands.
fn way(press: KeyPress) -> Option<Way> {
    Some(match press.key {
        Key::Down => Way::Next,
        Key::Up => Way::Previous,
        Key::Home => Way::First,
        Key::End => Way::Last,
        _ => return None,
    })
}
