//! How dates go on, to be chosen.

use tertial_engine::session::filling::DateStep;
use yew::prelude::*;

use crate::platform::events;
use crate::state::{Action, EditAction, PageAction};

use super::dialog::Dialog;
use super::handlers::{use_handlers, use_words};

const NAME: &str = "fill-dates-name";

const STEPS: [(DateStep, &str); 4] = [
    (DateStep::Days, "dates-days"),
    (DateStep::Workdays, "dates-workdays"),
    (DateStep::Months, "dates-months"),
    (DateStep::Years, "dates-years"),
];

/// How dates go on.
#[component]
pub fn FillDatesDialog() -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let chosen = use_state(|| DateStep::Days);
    let choice = |(step, label): (DateStep, &str)| {
        let set = {
            let chosen = chosen.clone();
            events::choices(Callback::from(move |()| chosen.set(step)))
        };
        html! {
            <label class="choice">
                <input type="radio" name="date-step" checked={*chosen == step} onchange={set} />{ words.say(label) }
            </label>
        }
    };
    let close = handlers.page(PageAction::Close);
    let fill = {
        let step = *chosen;
        handlers.on(move |()| Action::Edit(EditAction::FillDates(step)))
    };
    html! {
        <Dialog class="fill-dates" named_by={NAME} cancelled={close.clone()}>
            <form onsubmit={events::submits(fill)}>
                <h2 id={NAME}>{ words.say("dates-title") }</h2>
                <fieldset class="choices"><legend>{ words.say("dates-step") }</legend>{ for STEPS.into_iter().map(choice) }</fieldset>
                <div class="dialog-buttons">
                    <button type="submit" class="primary">{ words.say("dates-fill") }</button>
                    <button type="button" onclick={events::clicks(close)}>{ words.say("dialog-cancel") }</button>
                </div>
            </form>
        </Dialog>
    }
}
