//! Who accepts what reconciliation found, and why.

use yew::prelude::*;

use crate::platform::{events, fields};
use crate::state::reconciling::{ReconcileAction, Spot};
use crate::state::{Action, PageAction};

use super::dialog::Dialog;
use super::handlers::{use_handlers, use_words};

const NAME: &str = "accept-name";
const FAULT: &str = "accept-fault";

/// What is accepted.
#[derive(Properties, PartialEq)]
pub struct AcceptDialogProps {
    pub spot: Spot,
    /// What was found there.
    pub message: AttrValue,
    /// The name under which notes are written.
    pub author: AttrValue,
}

/// Who accepts it, and why.
#[component]
pub fn AcceptDialog(props: &AcceptDialogProps) -> Html {
    let (handlers, words, field) = (use_handlers(), use_words(), use_node_ref());
    let (by, reason) = (use_state(|| props.author.to_string()), use_state(String::new));
    let is_wrong = use_state(|| false);
    {
        let field = field.clone();
        use_effect_with((), move |()| fields::focus(&field));
    }
    let close = handlers.page(PageAction::Close);
    let give = {
        let (spot, by, reason, is_wrong) = (props.spot, by.clone(), reason.clone(), is_wrong.clone());
        Callback::from(move |()| {
            let (by, reason) = ((*by).clone(), (*reason).clone());
            let is_empty = by.trim().is_empty() || reason.trim().is_empty();
            is_wrong.set(is_empty);
            if !is_empty {
                handlers.act.emit(Action::Reconcile(ReconcileAction::Accept { spot, by, reason }));
            }
        })
    };
    let cell = props.spot.place.address.to_string();
    let invalid = |text: &str| (*is_wrong && text.trim().is_empty()).then_some("true");
    html! {
        <Dialog class="accept" named_by={NAME} cancelled={close.clone()}>
            <form onsubmit={events::submits(give)} aria-describedby={FAULT}>
                <h2 id={NAME}>{ words.say_with("accept-title", &[("cell", &cell)]) }</h2>
                <p class="dialog-hint">{ &props.message }</p>
                <label class="prompt-line">
                    <span>{ words.say("accept-reason") }</span>
                    <input ref={field} class="prompt-field" type="text" autocomplete="off" data-part="accept-reason"
                        aria-invalid={invalid(&reason)} value={(*reason).clone()}
                        oninput={events::typing(Callback::from(move |typed| reason.set(typed)))} />
                </label>
                <label class="prompt-line">
                    <span>{ words.say("note-author") }</span>
                    <input class="prompt-field" type="text" autocomplete="name" data-part="accept-by"
                        aria-invalid={invalid(&by)} value={(*by).clone()}
                        oninput={events::typing(Callback::from(move |typed| by.set(typed)))} />
                </label>
                <p id={FAULT} class="prompt-fault" role="alert">{ is_wrong.then(|| words.say("accept-incomplete")) }</p>
                <div class="dialog-buttons">
                    <button type="submit" class="primary">{ words.say("accept-do") }</button>
                    <button type="button" onclick={events::clicks(close)}>{ words.say("dialog-cancel") }</button>
                </div>
            </form>
        </Dialog>
    }
}
