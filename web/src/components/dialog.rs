//! A dialog over the page: it has the keyboard while it is open and gives it back when it closes. F1, and a button, say
//! what it is for.

use yew::prelude::*;

use crate::platform::keys::{Key, KeyPress};
use crate::platform::{events, page};

use super::handlers::use_words;

/// The keys of the words that say what the dialog of a class is for.
const ABOUT: &[(&str, &str)] = &[
    ("accept", "about-accept"),
    ("conditional", "about-conditional"),
    ("discard", "about-discard"),
    ("figures", "about-figures"),
    ("fill-dates", "about-fill-dates"),
    ("filter", "about-filter"),
    ("note", "about-note"),
    ("cell-format", "about-cell-format"),
    ("number-marks", "about-number-marks"),
    ("palette", "about-palette"),
    ("paste-special", "about-paste-special"),
    ("print-view", "about-print-view"),
    ("progress", "about-progress"),
    ("prompt", "about-prompt"),
    ("question", "about-delete-sheet"),
    ("row-form", "about-row-form"),
    ("sort", "about-sort"),
    ("validate", "about-validate"),
];

/// A dialog's contents.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    pub class: Classes,
    /// Id of the element that names it.
    pub named_by: AttrValue,
    /// What Escape asks for.
    pub cancelled: Callback<()>,
    pub children: Html,
}

/// A dialog over the page.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let (words, dialog, is_explained) = (use_words(), use_node_ref(), use_state(|| false));
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            page::open_dialog(&dialog);
            move || page::close_dialog(&dialog)
        });
    }
    let about = ABOUT.iter().find(|(class, _)| props.class.contains(*class)).map(|(_, about)| words.say(about));
    let explain = {
        let is_explained = is_explained.clone();
        Callback::from(move |()| is_explained.set(!*is_explained))
    };
    let keys = {
        let (explain, has_words) = (explain.clone(), about.is_some());
        Callback::from(move |press: KeyPress| {
            let asks = press.key == Key::F(1) && has_words;
            asks.then(|| explain.emit(())).is_some()
        })
    };
    html! {
        <dialog ref={dialog} class={classes!("dialog", props.class.clone())} aria-labelledby={props.named_by.clone()}
            oncancel={events::instead(props.cancelled.clone())} onkeydown={events::key_presses(keys)}>
            <div class="dialog-about">
                if let Some(about) = about {
                    <p class="dialog-help" role="status">{ if *is_explained { about } else { String::new() } }</p>
                }
            </div>
            { props.children.clone() }
            <div class="dialog-foot">
                if ABOUT.iter().any(|(class, _)| props.class.contains(*class)) {
                    <button type="button" class="dialog-help-button" aria-expanded={is_explained.to_string()}
                        aria-label={words.say("about-this")} title={words.say("about-this")}
                        onclick={events::clicks(explain)}><span aria-hidden="true">{ "?" }</span></button>
                }
            </div>
        </dialog>
    }
}
