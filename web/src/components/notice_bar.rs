//! What the user is told without being stopped: why something was refused, and what to do about it.

use tertial_engine::session::Marks;
use tertial_engine::session::pasting::Understood;
use yew::prelude::*;

use crate::platform::events;
use crate::state::keeping::Trouble;
use crate::state::pasting::Report;
use crate::state::{Action, FileAction, Notice, PageAction};
use crate::text::Words;

use super::handlers::{Handlers, use_handlers, use_words};

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
            if let Notice::Kept(kept) = notice {
                <button type="button" class="notice-open" onclick={events::clicks(open(&handlers, &kept.id))}>
                    { words.say("kept-open") }
                </button>
            }
            <button type="button" class="dismiss" onclick={events::clicks(handlers.page(PageAction::Dismiss))}>
                { words.say("dismiss") }
            </button>
        </div>
    }
}

fn open(handlers: &Handlers, id: &str) -> Callback<()> {
    let id = id.to_owned();
    handlers.on(move |()| Action::File(FileAction::OpenKept(id.clone())))
}

fn read(notice: &Notice, words: Words) -> (String, Option<String>) {
    match notice {
        Notice::Refused(refusal) => (refusal.reason.clone(), refusal.hint.clone()),
        Notice::BookMissing(path) => {
            (words.say_with("book-missing", &[("path", path)]), Some(words.say("book-missing-hint")))
        }
        Notice::Pasted(report) => (pasted(report, words), Some(doubts(report, words)).filter(|text| !text.is_empty())),
        Notice::Warned(text) => (text.clone(), Some(words.say("warned-hint"))),
        Notice::ListGone => (words.say("list-gone"), Some(words.say("list-gone-hint"))),
        Notice::ClipboardClosed => (words.say("clipboard-closed"), Some(words.say("clipboard-closed-hint"))),
        Notice::Apart { cuts: false } => (words.say("copy-apart"), Some(words.say("copy-apart-hint"))),
        Notice::Apart { cuts: true } => (words.say("cut-apart"), Some(words.say("cut-apart-hint"))),
        Notice::NotKept(Trouble::Full) => (words.say("not-kept-full"), Some(words.say("not-kept-hint"))),
        Notice::NotKept(Trouble::Closed) => (words.say("not-kept-closed"), Some(words.say("not-kept-hint"))),
        Notice::Kept(kept) => {
            (words.say_with("template-kept", &[("at", &kept.at)]), Some(words.say("template-kept-hint")))
        }
        Notice::OpenElsewhere => (words.say("open-elsewhere"), Some(words.say("open-elsewhere-hint"))),
        Notice::EarlierKept => (words.say("earlier-kept"), Some(words.say("earlier-kept-hint"))),
        Notice::NoSeries => (words.say("no-series"), Some(words.say("no-series-hint"))),
        Notice::LinesLeft { left, joined } => {
            let joined = (!joined.is_empty()).then(|| words.say_with("said-joined", &[("what", joined)]));
            (words.say_with("lines-left", &[("what", left)]), joined.or_else(|| Some(words.say("lines-left-hint"))))
        }
        Notice::NoDates => (words.say("no-dates"), Some(words.say("no-dates-hint"))),
        Notice::NoCondition => (words.say("filter-no-condition"), None),
        Notice::FrozenTooLarge => (words.say("frozen-too-large"), Some(words.say("frozen-too-large-hint"))),
        Notice::NoSuchPlace(text) => {
            (words.say_with("no-such-place", &[("text", text)]), Some(words.say("no-such-place-hint")))
        }
    }
}

/// How much was understood of what was pasted.
fn pasted(report: &Report, words: Words) -> String {
    let Understood { numbers, texts, formulas, errors, .. } = &report.understood;
    let counts = [
        ("pasted-numbers", numbers),
        ("pasted-texts", texts),
        ("pasted-formulas", formulas),
        ("pasted-errors", errors),
    ];
    let counts = counts.into_iter().filter(|(_, count)| **count > 0);
    let counts: Vec<String> =
        counts.map(|(key, count)| words.say_with(key, &[("count", &count.to_string())])).collect();
    if counts.is_empty() {
        words.say("pasted")
    } else {
        words.say_with("pasted-counts", &[("counts", &counts.join(", "))])
    }
}

/// What was doubtful, or is not as one would think.
fn doubts(report: &Report, words: Words) -> String {
    let Understood { doubtful, first_doubtful, hidden_rows, .. } = &report.understood;
    let counted = |key, count: usize| (count > 0).then(|| words.say_with(key, &[("count", &count.to_string())]));
    let example = first_doubtful.as_deref().unwrap_or_default();
    let unread = (*doubtful > 0)
        .then(|| words.say_with("pasted-doubtful", &[("count", &doubtful.to_string()), ("text", example)]));
    let marks = report.marks.map(|marks| match marks {
        Marks::DecimalComma => words.say("pasted-with-comma"),
        Marks::DecimalPoint => words.say("pasted-with-point"),
    });
    let parts = [marks, unread, counted("pasted-merged", report.merged), counted("pasted-hidden", *hidden_rows)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
