//! Lists beside the sheet whose lines lead to cells: watched cells, cells that break their rules, notes.

use tertial_engine::session::notes::Listed;
use tertial_engine::session::watching::Watched;
use tertial_engine::session::{Place, Region, validation, writing};
use yew::prelude::*;

use crate::components::handlers::Handlers;
use crate::platform::events;
use crate::state::beside::BesideAction;
use crate::state::{Action, Workspace};
use crate::text::Words;

use super::{BesideView, button, jump, or_else};

/// The cells whose values break their rules.
pub fn breaches(workspace: &Workspace) -> BesideView {
    let session = &workspace.document.session;
    let (places, is_full) = workspace.beside.breaches();
    let line = |place: &Place| {
        let address = writing::reference_to(session, Region::cell(*place), workspace.document.sheet);
        (*place, address, validation::breach(session, *place).unwrap_or_default())
    };
    BesideView::Breaches(places.iter().map(line).collect(), is_full)
}

/// The list of those.
pub fn broken(cells: &[(Place, String, String)], is_full: bool, handlers: &Handlers, words: Words) -> Html {
    let line = |(place, address, why): &(Place, String, String)| {
        let content = html! { <><span class="why-address">{ address.clone() }</span><span class="why-name">{ why.clone() }</span></> };
        html! { <li>{ jump(handlers, Region::cell(*place), content) }</li> }
    };
    html! {
        <>
            <p role="status">{ words.say_with(count_key(cells.len(), is_full), &[("count", &cells.len().to_string())]) }</p>
            <ul class="why-list">{ for cells.iter().map(line) }</ul>
        </>
    }
}

const fn count_key(count: usize, is_full: bool) -> &'static str {
    match count {
        0 => "breaches-none",
        _ if is_full => "breaches-full",
        _ => "breaches-count",
    }
}

/// All notes.
pub fn notes(notes: &[Listed], handlers: &Handlers, words: Words) -> Html {
    let line = |note: &Listed| {
        let content = html! {
            <><span class="why-address">{ note.address.clone() }</span><span class="why-name note-text">{ note.text.clone() }</span></>
        };
        html! {
            <li>
                { jump(handlers, Region::cell(note.place), content) }
                <p class="why-note">{ note.signature.clone() }</p>
            </li>
        }
    };
    html! {
        <>
            if notes.is_empty() { <p>{ words.say("notes-none") }</p> }
            <ul class="why-list">{ for notes.iter().map(line) }</ul>
        </>
    }
}

/// The watched cells.
pub fn watches(watches: &[Watched], (cell, is_watched): (&str, bool), handlers: &Handlers, words: Words) -> Html {
    let toggle = if is_watched { "watch-remove" } else { "watch-add" };
    html! {
        <>
            <div class="beside-buttons">
                { button(handlers, words.say_with(toggle, &[("cell", cell)]), BesideAction::Watch) }
                if !watches.is_empty() { { button(handlers, words.say("command-watch-rebase"), BesideAction::Rebase) } }
            </div>
            if watches.is_empty() { <p>{ words.say("watch-none") }</p> }
            <ul class="why-list" data-part="watches">
                { for watches.iter().enumerate().map(|(number, watch)| watched(number, watch, handlers, words)) }
            </ul>
        </>
    }
}

fn watched(number: usize, watch: &Watched, handlers: &Handlers, words: Words) -> Html {
    let forget = handlers.on(move |()| Action::Beside(BesideAction::Forget(number)));
    let name = format!("{}!{}", watch.sheet, watch.address);
    let head = match watch.place {
        Some(place) => {
            let content = html! {
                <>
                    <span class="why-address">{ name.clone() }</span>
                    <span class="why-name">{ watch.label.to_string() }</span>
                    <b class="why-shown">{ or_else(&watch.value, words, "why-empty") }</b>
                </>
            };
            jump(handlers, Region::cell(place), content)
        }
        None => html! { <p class="watch-gone">{ words.say("watch-gone") }</p> },
    };
    let since = if watch.is_changed { "watch-changed" } else { "watch-same" };
    let (before, more) = (or_else(&watch.pinned, words, "why-empty"), &watch.difference);
    html! {
        <li class="watch">
            { head }
            if !watch.formula.is_empty() { <p class="why-note"><code>{ watch.formula.clone() }</code></p> }
            <div class="watch-foot">
                if watch.place.is_some() {
                    <p class="why-note">{ words.say_with(since, &[("before", &before)]) }{ " " }<b>{ more.clone() }</b></p>
                }
                <button type="button" aria-label={words.say_with("watch-remove", &[("cell", &name)])}
                    title={words.say_with("watch-remove", &[("cell", &name)])} onclick={events::clicks(forget)}>{ "✕" }</button>
            </div>
        </li>
    }
}
