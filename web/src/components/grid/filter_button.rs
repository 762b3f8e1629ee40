//! The button in a heading of the filter, which opens the dialog of its column, and that of a cell with a list of values.
//! The keyboard's way is Alt and Down.

use yew::prelude::*;

use crate::components::handlers::{use_handlers, use_words};
use crate::platform::{events, pointer};
use crate::state::Action;
use crate::state::filtering::FilterAction;

/// Whose button it is.
#[derive(Properties, PartialEq)]
pub struct FilterButtonProps {
    pub column: u32,
    /// What the heading says.
    pub heading: AttrValue,
    /// Whether anything is asked of the column.
    pub is_asked: bool,
}

/// The button.
#[component]
pub fn FilterButton(props: &FilterButtonProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let column = props.column;
    let open = handlers.on(move |()| Action::Filter(FilterAction::Open(column)));
    let says = if props.is_asked { "filter-button-asked" } else { "filter-button" };
    let label = words.say_with(says, &[("heading", &props.heading)]);
    html! {
        <button type="button" class={classes!("filter-button", props.is_asked.then_some("asked"))} tabindex="-1"
            aria-haspopup="dialog" aria-label={label.clone()} title={label}
            onpointerdown={pointer::kept()} ondblclick={pointer::kept_clicks()} onclick={events::clicks(open)}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
                if props.is_asked { <path d="M2 3h12l-4.5 5.5V13l-3 1.5v-6z" /> } else { <path d="M4 6h8l-4 5z" /> }
            </svg>
        </button>
    }
}

/// The button of the active cell, where that has a list of values.
#[component]
pub fn ListButton() -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let open = handlers.on(|()| Action::Filter(FilterAction::List));
    let label = words.say("list-button");
    html! {
        <button type="button" class="filter-button" tabindex="-1" aria-haspopup="listbox" aria-label={label.clone()}
            title={label} onpointerdown={pointer::kept()} ondblclick={pointer::kept_clicks()} onclick={events::clicks(open)}>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 6h8l-4 5z" /></svg>
        </button>
    }
}
