//! A dialog that asks for one line of text.

use yew::prelude::*;

use crate::platform::keys::{Key, KeyPress};
use crate::platform::{events, fields};
use crate::state::{Action, PageAction};

use super::dialog::Dialog;
use super::handlers::{use_handlers, use_words};

const NAME: &str = "prompt-name";
const FAULT: &str = "prompt-fault";

/// What is asked for.
#[derive(Properties, PartialEq)]
pub struct PromptProps {
    /// Key of the words that name the dialog.
    pub title: &'static str,
    /// Key of the words beside the field.
    pub label: &'static str,
    pub text: AttrValue,
    /// What an answer asks for; `None` when it is no answer.
    pub answer: Callback<String, Option<Action>>,
    /// Why an answer was refused, and otherwise the key of the words that say what an answer is.
    #[prop_or_default]
    pub refused: Option<AttrValue>,
    pub hint: &'static str,
    /// Key of words that always stand below the field.
    #[prop_or_default]
    pub note: Option<&'static str>,
}

/// A dialog that asks for one line of text.
#[component]
pub fn Prompt(props: &PromptProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let (field, text, is_wrong) = (use_node_ref(), use_state(|| props.text.to_string()), use_state(|| false));
    {
        let (field, text) = (field.clone(), props.text.clone());
        use_effect_with((), move |()| {
            fields::write(&field, &text);
            fields::focus(&field);
            fields::mark_all(&field);
        });
    }
    let close = handlers.page(PageAction::Close);
    let give = {
        let (answer, text, is_wrong, act) = (props.answer.clone(), text.clone(), is_wrong.clone(), handlers.act);
        Callback::from(move |()| {
            let action = answer.emit(text.trim().to_owned());
            is_wrong.set(action.is_none());
            action.into_iter().for_each(|action| act.emit(action));
        })
    };
    let keys = {
        let give = give.clone();
        Callback::from(move |press: KeyPress| (press.key == Key::Enter).then(|| give.emit(())).is_some())
    };
    let fault = props.refused.clone().or_else(|| is_wrong.then(|| words.say(props.hint).into()));
    html! {
        <Dialog class="prompt" named_by={NAME} cancelled={close.clone()}>
            <h2 id={NAME}>{ words.say(props.title) }</h2>
            <label class="prompt-line">
                <span>{ words.say(props.label) }</span>
                <input ref={field} class="prompt-field" type="text" autocomplete="off" spellcheck="false"
                    aria-invalid={fault.is_some().then_some("true")} aria-describedby={FAULT}
                    oninput={events::typing(Callback::from(move |typed| text.set(typed)))}
                    onkeydown={events::field_key_presses(keys)} />
            </label>
            { for props.note.iter().map(|note| html! { <p class="dialog-hint">{ words.say(note) }</p> }) }
            <p id={FAULT} class="prompt-fault" role="alert">{ fault.unwrap_or_default() }</p>
            <div class="dialog-buttons">
                <button type="button" class="primary" onclick={events::clicks(give)}>{ words.say("dialog-ok") }</button>
                <button type="button" onclick={events::clicks(close)}>{ words.say("dialog-cancel") }</button>
            </div>
        </Dialog>
    }
}
