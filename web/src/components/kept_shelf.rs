//! The books that the browser keeps, on the start page: changed ones that no file has, and those saved some days ago.

use yew::prelude::*;

use crate::platform::events;
use crate::state::keeping::{KeepAction, Kept};
use crate::state::{Action, FileAction};

use super::handlers::{use_handlers, use_words};

/// The books.
#[derive(Properties, PartialEq)]
pub struct KeptShelfProps {
    pub kept: Vec<Kept>,
}

/// The books that the browser keeps, where it keeps any.
#[component]
pub fn KeptShelf(props: &KeptShelfProps) -> Html {
    let words = use_words();
    if props.kept.is_empty() {
        return Html::default();
    }
    html! {
        <section class="kept-shelf" aria-labelledby="kept-heading">
            <h2 id="kept-heading">{ words.say("kept-books") }</h2>
            <p class="shelf-state">{ words.say("kept-books-hint") }</p>
            <ul class="kept-list">
                for kept in &props.kept { <KeptBook key={kept.id.clone()} kept={kept.clone()} /> }
            </ul>
        </section>
    }
}

/// One of the books.
#[derive(Properties, PartialEq)]
struct KeptBookProps {
    kept: Kept,
}

#[component]
fn KeptBook(props: &KeptBookProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let Kept { id, title, at, is_saved, .. } = &props.kept;
    let (opened, forgotten) = (id.clone(), id.clone());
    let open = handlers.on(move |()| Action::File(FileAction::OpenKept(opened.clone())));
    let forget = handlers.on(move |()| Action::Keep(KeepAction::Forget(forgotten.clone())));
    let state = if *is_saved { "kept-saved" } else { "kept-unsaved" };
    html! {
        <li class="kept-book" data-kept={id.clone()}>
            <button type="button" class="kept-open" onclick={events::clicks(open)}>
                <span class="template-title">{ title.clone() }</span>
                <span class="template-kind">{ words.say_with(state, &[("at", at)]) }</span>
            </button>
            <button type="button" class="kept-forget" onclick={events::clicks(forget)}
                aria-label={words.say_with("kept-forget-what", &[("title", title), ("at", at)])}>
                { words.say("kept-forget") }
            </button>
        </li>
    }
}
