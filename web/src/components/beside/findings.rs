//! What is found in the report tables, in lists by how bad it is.

use tertial_engine::session::Region;
use tertial_engine::session::reconciliation::{Found, Severity};
use yew::prelude::*;

use crate::components::handlers::Handlers;
use crate::text::Words;

use super::jump;

/// The lists, each with its heading.
pub fn list(found: &[Found], handlers: &Handlers, words: Words) -> Html {
    let part = |(severity, heading): (Severity, &'static str)| {
        let mut lines = found.iter().filter(|found| found.severity == severity).peekable();
        if lines.peek().is_none() {
            return Html::default();
        }
        html! {
            <section>
                <h3>{ words.say(heading) }</h3>
                <ul class="why-list">{ for lines.map(|found| line(found, handlers)) }</ul>
            </section>
        }
    };
    let parts = [
        (Severity::Error, "findings-errors"),
        (Severity::Warning, "findings-warnings"),
        (Severity::Note, "findings-notes"),
    ];
    html! {
        <div data-part="findings">
            if found.iter().all(|found| found.severity == Severity::Note) { <p>{ words.say("findings-none") }</p> }
            { for parts.into_iter().map(part) }
        </div>
    }
}

fn line(found: &Found, handlers: &Handlers) -> Html {
    let content = html! {
        <>
            <span class="why-address">{ found.address.clone() }</span>
            <span class="why-name">{ found.label.to_string() }</span>
        </>
    };
    html! {
        <li>
            { jump(handlers, Region::cell(found.place), content) }
            <p class="why-note">{ found.message.clone() }</p>
        </li>
    }
}
