//! The book's sheets as tabs below the grid.

use std::cell::RefCell;
use std::rc::Rc;

use tertial_engine::session::{SheetId, SheetTab};
use yew::prelude::*;

use crate::platform::keys::{Key, KeyPress};
use crate::platform::pointer::{self, Pointer};
use crate::platform::{events, fields, strip, style};
use crate::state::context::ContextAction;
use crate::state::sheets::{Neighbour, SheetAction};
use crate::state::tab_drag::{TabDrag, gap_at};
use crate::state::{Action, PageAction, Panel, ViewAction};

use super::handlers::{Handlers, use_handlers, use_words};

/// What a tab is among all that stands beside it.
const TAB: &str = "[role=tab]";

/// The sheets.
#[derive(Properties, PartialEq)]
pub struct SheetTabsProps {
    pub sheets: Vec<SheetTab>,
    pub shown: SheetId,
}

/// The book's sheets as tabs. One of them can have the keyboard, the shown one; arrows show the others.
#[component]
pub fn SheetTabs(props: &SheetTabsProps) -> Html {
    let (handlers, words, list) = (use_handlers(), use_words(), use_node_ref());
    let (has_keyboard, drag) = (use_mut_ref(|| false), use_state(|| None::<TabDrag>));
    let dragged = {
        let drag = drag.clone();
        Callback::from(move |now| drag.set(now))
    };
    {
        let dragged = dragged.clone();
        use_effect_with(drag.is_some(), move |is_pressed| {
            let escapes = is_pressed.then(|| events::escapes(dragged.reform(|()| None)));
            move || drop(escapes)
        });
    }
    let tab = |tab: &SheetTab| {
        html! {
            <Tab key={tab.id.0} id={tab.id} name={tab.name.clone()} is_shown={tab.id == props.shown} list={list.clone()}
                has_keyboard={has_keyboard.clone()} drag={*drag} dragged={dragged.clone()} />
        }
    };
    let gap = drag.and_then(|drag| drag.gap());
    let copies = drag.is_some_and(|drag| drag.copies);
    html! {
        <nav class="sheet-tabs" data-region="tabs" aria-label={words.say("sheets")}>
            <div ref={list.clone()} class={classes!("tab-list", gap.map(|_| if copies { "copying" } else { "moving" }))}
                role="tablist" aria-label={words.say("sheets")}>
                { for props.sheets.iter().map(tab) }
                <TabMark at={gap.map(|gap| gap.at)} {copies} />
            </div>
            { add_button(&handlers, words.say("add-sheet")) }
        </nav>
    }
}

/// One tab.
#[derive(Properties, PartialEq)]
struct TabProps {
    id: SheetId,
    name: String,
    is_shown: bool,
    /// The element that the tabs stand in.
    list: NodeRef,
    /// Whether a key among the tabs was what showed another sheet.
    has_keyboard: Rc<RefCell<bool>>,
    /// The tab that is pressed.
    drag: Option<TabDrag>,
    dragged: Callback<Option<TabDrag>>,
}

#[component]
fn Tab(props: &TabProps) -> Html {
    let (handlers, tab, was_dragged) = (use_handlers(), use_node_ref(), use_mut_ref(|| false));
    let TabProps { id, name, is_shown, list, has_keyboard, dragged, .. } = props;
    let (id, is_shown) = (*id, *is_shown);
    {
        let (tab, has_keyboard) = (tab.clone(), has_keyboard.clone());
        use_effect_with(is_shown, move |is_shown| {
            if *is_shown && has_keyboard.replace(false) {
                fields::focus(&tab);
            }
        });
    }
    let show = {
        let (act, was_dragged) = (handlers.act.clone(), was_dragged.clone());
        // What was dragged is shown already, or its copy is.
        Callback::from(move |()| {
            if !was_dragged.replace(false) {
                act.emit(Action::View(ViewAction::ShowSheet(id)));
            }
        })
    };
    let keys = {
        let (act, has_keyboard) = (handlers.act.clone(), has_keyboard.clone());
        Callback::from(move |press: KeyPress| {
            let action = key_action(press, id);
            has_keyboard.replace(matches!(action, Some(Action::Sheet(_))));
            action.map(|action| act.emit(action)).is_some()
        })
    };
    let hand = hand(props, &handlers, &was_dragged);
    let rename = handlers.page(PageAction::Open(Panel::RenameSheet));
    let menu = handlers.on(move |at| Action::Context(ContextAction::Tab(id, Some(at))));
    html! {
        <button ref={tab.clone()} type="button" class="sheet-tab" role="tab" aria-selected={is_shown.to_string()}
            aria-controls="grid" aria-current={is_shown.then_some("page")} tabindex={if is_shown { "0" } else { "-1" }}
            onpointerdown={pointer::grips(&tab, list, hand.gripped)} onpointermove={pointer::pulls(&tab, list, hand.pulled)}
            onpointerup={pointer::pulls(&tab, list, hand.dropped)} onpointercancel={pointer::losses(dragged.reform(|()| None))}
            onclick={events::clicks(show)} ondblclick={pointer::own_double_clicks(rename)}
            oncontextmenu={pointer::own_menus(menu)} onkeydown={events::key_presses(keys)}>{ name.clone() }</button>
    }
}

/// What is done with the pointer to a tab.
struct Hand {
    gripped: Callback<Pointer>,
    pulled: Callback<Pointer>,
    dropped: Callback<Pointer>,
}

fn hand(props: &TabProps, handlers: &Handlers, was_dragged: &Rc<RefCell<bool>>) -> Hand {
    let TabProps { id, list, drag, dragged, .. } = props;
    let (id, drag) = (*id, *drag);
    let pulled = {
        let (dragged, list) = (dragged.clone(), list.clone());
        Callback::from(move |at: Pointer| {
            let gap = || gap_at(&strip::edges(&list, TAB), at.x);
            if let Some(drag) = drag.filter(|_| at.pressed) {
                dragged.emit(Some(drag.moved(at.x, gap(), at.ctrl)));
            }
        })
    };
    let dropped = {
        let (dragged, act, was_dragged) = (dragged.clone(), handlers.act.clone(), was_dragged.clone());
        Callback::from(move |at: Pointer| {
            let put = drag.and_then(|drag| drag.dropped(at.ctrl));
            was_dragged.replace(put.is_some());
            dragged.emit(None);
            put.into_iter().for_each(|put| act.emit(Action::Sheet(put)));
        })
    };
    let was_dragged = was_dragged.clone();
    let gripped = dragged.reform(move |at: Pointer| {
        was_dragged.replace(false);
        (!at.finger).then(|| TabDrag::begin(id, at.x))
    });
    Hand { gripped, pulled, dropped }
}

/// Where a dragged tab would go.
#[derive(Properties, PartialEq)]
struct TabMarkProps {
    /// Distance from where the tabs begin, in pixels.
    at: Option<f64>,
    copies: bool,
}

#[component]
fn TabMark(props: &TabMarkProps) -> Html {
    let mark = use_node_ref();
    {
        let mark = mark.clone();
        use_effect_with(props.at, move |at| {
            at.iter().for_each(|at| style::set(&mark, &[("--left", style::pixels(*at))]));
        });
    }
    html! {
        <span ref={mark} class={classes!("tab-mark", props.at.map(|_| "shown"))} data-part="tab-mark" aria-hidden="true">
            if props.copies { <span class="copy-mark">{ "+" }</span> }
        </span>
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
