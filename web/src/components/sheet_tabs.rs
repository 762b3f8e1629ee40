//! The book's sheets as tabs below the grid.

use tertial_engine::session::{SheetId, SheetTab};
use yew::prelude::*;

use crate::platform::events;
use crate::state::{Action, ViewAction};

use super::handlers::{use_handlers, use_words};

/// The sheets.
#[derive(Properties, PartialEq)]
pub struct SheetTabsProps {
    pub sheets: Vec<SheetTab>,
    pub shown: SheetId,
}

/// The book's sheets as tabs.
#[component]
pub fn SheetTabs(props: &SheetTabsProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let tab = |tab: &SheetTab| {
        let id = tab.id;
        let show = handlers.on(move |()| Action::View(ViewAction::ShowSheet(id)));
        html! {
            <li key={id.0}>
                <button type="button" class="sheet-tab" aria-current={(id == props.shown).then_some("page")}
                    onclick={events::clicks(show)}>{ tab.name.clone() }</button>
            </li>
        }
    };
    let add = handlers.on(|()| Action::View(ViewAction::AddSheet));
    html! {
        <nav class="sheet-tabs" data-region="tabs" aria-label={words.say("sheets")}>
            <ul>{ for props.sheets.iter().map(tab) }</ul>
            <button type="button" class="add-sheet" title={words.say("add-sheet")} aria-label={words.say("add-sheet")}
                onclick={events::clicks(add)}><span aria-hidden="true">{ "+" }</span></button>
        </nav>
    }
}
