//! What is found in the report tables, in lists by how bad it is, and last what was accepted. What can be put right has a
//! button that does so.

use tertial_engine::session::Region;
use tertial_engine::session::reconciliation::{Found, Severity};
use yew::prelude::*;

use crate::components::handlers::Handlers;
use crate::platform::events;
use crate::state::Action;
use crate::state::reconciling::{ReconcileAction, Spot};
use crate::text::Words;

use super::jump;

/// Notes that are shown at most; more than these say the same of many cells.
const MOST_NOTES: usize = 100;

/// The lists, each with its heading.
pub fn list(found: &[Found], handlers: &Handlers, words: Words) -> Html {
    let is_open = |found: &&Found| found.accepted.is_none();
    let part = |(severity, heading): (Severity, &'static str)| {
        let lines = found.iter().filter(is_open).filter(|found| found.severity == severity);
        section(words.say(heading), lines.take(MOST_NOTES), handlers, words)
    };
    let parts = [
        (Severity::Error, "findings-errors"),
        (Severity::Warning, "findings-warnings"),
        (Severity::Note, "findings-notes"),
    ];
    let accepted = found.iter().filter(|found| found.accepted.is_some());
    html! {
        <div data-part="findings">
            if found.iter().filter(is_open).all(|found| found.severity == Severity::Note) {
                <p>{ words.say("findings-none") }</p>
            }
            { for parts.into_iter().map(part) }
            { section(words.say("findings-accepted"), accepted, handlers, words) }
        </div>
    }
}

fn section<'a>(heading: String, lines: impl Iterator<Item = &'a Found>, handlers: &Handlers, words: Words) -> Html {
    let mut lines = lines.peekable();
    if lines.peek().is_none() {
        return Html::default();
    }
    html! {
        <section>
            <h3>{ heading }</h3>
            <ul class="why-list">{ for lines.map(|found| line(found, handlers, words)) }</ul>
        </section>
    }
}

fn line(found: &Found, handlers: &Handlers, words: Words) -> Html {
    let content = html! {
        <>
            <span class="why-address">{ found.address.clone() }</span>
            <span class="why-name">{ found.label.to_string() }</span>
        </>
    };
    let (spot, address) = (Spot::of(found), found.address.as_str());
    let button = |label: &'static str, action: ReconcileAction| {
        let act = handlers.on(move |()| Action::Reconcile(action.clone()));
        let spoken = words.say_with("findings-do", &[("what", &words.say(label)), ("cell", address)]);
        html! { <button type="button" aria-label={spoken} onclick={events::clicks(act)}>{ words.say(label) }</button> }
    };
    let can_accept = found.accepted.is_none() && found.severity > Severity::Note;
    html! {
        <li>
            { jump(handlers, Region::cell(found.place), content) }
            <p class="why-note">{ found.message.clone() }</p>
            if let Some(accepted) = &found.accepted {
                <p class="why-note"><b>{ accepted.reason.clone() }</b>{ " " }{ accepted.signature.clone() }</p>
            }
            <div class="beside-buttons">
                if found.has_fix && found.accepted.is_none() { { button("findings-fix", ReconcileAction::Repair(spot)) } }
                if can_accept { { button("findings-accept", ReconcileAction::Ask(spot)) } }
                if found.accepted.is_some() { { button("findings-withdraw", ReconcileAction::Withdraw(spot)) } }
            </div>
        </li>
    }
}
