//! The bar at the top of a page: the program's name, the book's title and the commands as buttons.

use yew::prelude::*;

use crate::commands::styling;
use crate::platform::events;
use crate::text::Words;

use super::handlers::{use_handlers, use_words};
use super::icon;
use super::views::ButtonView;

/// A bar's contents.
#[derive(Properties, PartialEq)]
pub struct ToolbarProps {
    /// The commands, in groups.
    pub groups: Vec<Vec<ButtonView>>,
}

/// The commands as buttons.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let words = use_words();
    html! {
        <div class="toolbar" role="group" data-region="tools" aria-label={words.say("toolbar")}>
            for group in &props.groups {
                <div class="tool-group">
                    for button in group {
                        <CommandButton key={button.id} button={button.clone()} />
                    }
                </div>
            }
        </div>
    }
}

/// A button's command.
#[derive(Properties, PartialEq)]
pub struct CommandButtonProps {
    pub button: ButtonView,
}

/// A command as a button.
#[component]
pub fn CommandButton(props: &CommandButtonProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let ButtonView { id, icon, refused, wordy, .. } = props.button.clone();
    let label = props.button.text(words);
    let tooltip = tooltip(&label, &props.button, words);
    let run = events::clicks(handlers.run.reform(move |()| id));
    let again = styling::doubled(id).map(|id| events::clicks(handlers.run.reform(move |()| id)));
    html! {
        <button type="button" class="command" data-command={id} title={tooltip} disabled={refused.is_some()}
            aria-pressed={props.button.pressed.map(|pressed| pressed.to_string())} aria-label={label.clone()} onclick={run}
            ondblclick={again}>
            { for icon.map(icon::picture) }
            if wordy { <span>{ label }</span> }
        </button>
    }
}

/// The program's mark, which leads back to the start page.
#[component]
pub fn HomeButton(props: &CommandButtonProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let id = props.button.id;
    let label = words.say(props.button.label);
    let run = events::clicks(handlers.run.reform(move |()| id));
    html! {
        <button type="button" class="home" data-command={id} title={label.clone()} aria-label={label} onclick={run}>
            { icon::mark() }
        </button>
    }
}

/// A button's words, its keys, and why it cannot be had.
fn tooltip(label: &str, button: &ButtonView, words: Words) -> String {
    let keys = button.keys.first().map(|chord| format!(" ({})", chord.written(words)));
    let refused = button.refused.map(|reason| format!("\n{}", words.say(reason)));
    [Some(label.to_owned()), keys, refused].into_iter().flatten().collect()
}
