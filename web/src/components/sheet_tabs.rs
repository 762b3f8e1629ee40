//! The book's sheets as tabs below the grid.

use tertial_engine::session::{SheetId, SheetTab};
use yew::prelude::*;

use crate::platform::keys::{Key, KeyPress};
use crate::platform::{events, fields, pointer};
use crate::state::context::ContextAction;
use crate::state::sheets::{Neighbour, SheetAction};
use crate::state::{Action, PageAction, Panel, ViewAction};

use super::handlers::{Handlers, use_handlers, use_words};

/// The sheets.
#[derive(Properties, PartialEq)]
pub struct SheetTabsProps {
    pub sheets: Vec<SheetTab>,
    pub shown: SheetId,
}

/// The book's sheets as tabs. One of them can have the keyboard, the shown one; arrows show the others.
#[component]
pub fn SheetTabs(props: &SheetTabsProps) -> Html {
    let (handlers, words, shown) = (use_handlers(), use_words(), use_node_ref());
    let has_keyboard = use_mut_ref(|| false);
    {
        let (shown, has_keyboard) = (shown.clone(), has_keyboard.clone());
        use_effect_with(props.shown, move |_| {
            if has_keyboard.replace(false) {
                fields::focus(&shown);
            }
        });
    }
    let tab = |tab: &SheetTab| {
        let (id, is_shown) = (tab.id, tab.id == props.shown);
        let show = handlers.on(move |()| Action::View(ViewAction::ShowSheet(id)));
        let rename = handlers.page(PageAction::Open(Panel::RenameSheet));
        let menu = handlers.on(move |at| Action::Context(ContextAction::Tab(id, Some(at))));
        let keys = {
            let (handlers, has_keyboard) = (handlers.clone(), has_keyboard.clone());
            Callback::from(move |press: KeyPress| {
                let action = key_action(press, id);
                has_keyboard.replace(matches!(action, Some(Action::Sheet(_))));
                action.map(|action| handlers.act.emit(action)).is_some()
            })
        };
        html! {
            <button key={id.0} ref={if is_shown { shown.clone() } else { NodeRef::default() }} type="button"
                class="sheet-tab" role="tab" aria-selected={is_shown.to_string()} aria-controls="grid"
                aria-current={is_shown.then_some("page")} tabindex={if is_shown { "0" } else { "-1" }}
                onclick={events::clicks(show)} ondblclick={pointer::own_double_clicks(rename)}
                oncontextmenu={pointer::own_menus(menu)} onkeydown={events::key_presses(keys)}>{ tab.name.clone() }</button>
        }
    };
    html! {
        <nav class="sheet-tabs" data-region="tabs" aria-label={words.say("sheets")}>
            <div class="tab-list" role="tablist" aria-label={words.say("sheets")}>{ for props.sheets.iter().map(tab) }</div>
            { add_button(&handlers, words.say("add-sheet")) }
        </nav>
    }
}

fn add_button(handlers: &Handlers, label: String) -> Html {
    let add = handlers.on(|()| Action::View(ViewAction::AddSheet));
    html! {
        <button type="button" class="add-sheet" title={label.clone()} aria-label={label}
            onclick={events::clicks(add)}><span aria-hidden="true">{ "+" }</span></button>
    }
}

/// What a key does on a tab.
fn key_action(press: KeyPress, sheet: SheetId) -> Option<Action> {
    let show = |neighbour| Some(Action::Sheet(SheetAction::Show(neighbour)));
    match press.key {
        Key::Left => show(Neighbour::Previous),
        Key::Right => show(Neighbour::Next),
        Key::Home => show(Neighbour::First),
        Key::End => show(Neighbour::Last),
        Key::F(2) => Some(Action::Page(PageAction::Open(Panel::RenameSheet))),
        Key::Menu => Some(Action::Context(ContextAction::Tab(sheet, None))),
        Key::F(10) if press.shift => Some(Action::Context(ContextAction::Tab(sheet, None))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_on_a_tab() {
        let action = |key| key_action(KeyPress::plain(key), SheetId(3));
        assert_eq!(action(Key::Right), Some(Action::Sheet(SheetAction::Show(Neighbour::Next))));
        assert_eq!(action(Key::F(2)), Some(Action::Page(PageAction::Open(Panel::RenameSheet))));
        assert_eq!(action(Key::Menu), Some(Action::Context(ContextAction::Tab(SheetId(3), None))));
        assert_eq!((action(Key::Enter), action(Key::F(10))), (None, None));
    }
}
