//! What the user is told without being stopped: why something was refused, and what to do about it.

use yew::prelude::*;

use crate::platform::events;
use crate::state::{Notice, PageAction};
use crate::text::Words;

use super::handlers::{use_handlers, use_words};

/// The notice.
#[derive(Properties, PartialEq)]
pub struct NoticeBarProps {
    pub notice: Option<Notice>,
}

/// The notice over the page.
#[component]
pub fn NoticeBar(props: &NoticeBarProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let Some(notice) = &props.notice else { return Html::default() };
    let (reason, hint) = read(notice, words);
    html! {
        <div class="notice" role="alert">
            <div class="notice-text">
                <p class="notice-reason">{ reason }</p>
                if let Some(hint) = hint { <p class="notice-hint">{ hint }</p> }
            </div>
            <button type="button" class="dismiss" onclick={events::clicks(handlers.page(PageAction::Dismiss))}>
                { words.say("dismiss") }
            </button>
        </div>
    }
}

fn read(notice: &Notice, words: Words) -> (String, Option<String>) {
    match notice {
        Notice::Refused(refusal) => (refusal.reason.clone(), refusal.hint.clone()),
        Notice::BookMissing(path) => {
            (words.say_with("book-missing", &[("path", path)]), Some(words.say("book-missing-hint")))
        }
        Notice::NoSeries => (words.say("no-series"), Some(words.say("no-series-hint"))),
        Notice::FrozenTooLarge => (words.say("frozen-too-large"), Some(words.say("frozen-too-large-hint"))),
        Notice::NoSuchPlace(text) => {
            (words.say_with("no-such-place", &[("text", text)]), Some(words.say("no-such-place-hint")))
        }
    }
}
