//! What helps with the text being typed, below its field: why it cannot be entered, the call that the caret stands in, and
//! proposals for the word at the caret.

use tertial_engine::session::writing::{CallHint, Completion, CompletionKind};
use yew::prelude::*;

use crate::platform::{events, page, pointer};
use crate::state::aid::List;
use crate::state::{Action, FormulaAction};
use crate::text::Words;

use super::fault_message::FaultMessage;
use super::handlers::{use_handlers, use_words};
use super::views::EditorView;

/// Names the list of proposals for the field that they are for.
pub const LIST_ID: &str = "proposals";

/// The text being typed.
#[derive(Properties, PartialEq)]
pub struct FormulaHelpProps {
    pub editor: EditorView,
}

/// The help below a field.
#[component]
pub fn FormulaHelp(props: &FormulaHelpProps) -> Html {
    let EditorView { complaint, call, list, .. } = &props.editor;
    html! {
        <div class="formula-help" onpointerdown={pointer::keeps()} onmousedown={pointer::hold_focus()}>
            <div><FaultMessage complaint={complaint.clone()} /></div>
            <div>if let Some(call) = call { <ArgumentHint call={call.clone()} /> }</div>
            <div>if let Some(list) = list { <Proposals list={list.clone()} /> }</div>
        </div>
    }
}

/// The name of a proposal's element.
pub fn option_id(place: usize) -> String {
    format!("proposal-{place}")
}

/// A call.
#[derive(Properties, PartialEq)]
struct ArgumentHintProps {
    call: CallHint,
}

/// The call with the present parameter in bold.
#[component]
fn ArgumentHint(props: &ArgumentHintProps) -> Html {
    let words = use_words();
    let CallHint { name, parameters, present, separator, help, .. } = &props.call;
    let parameter = |(place, parameter): (usize, &String)| {
        let is_present = *present == Some(place);
        html! {
            <span key={place}>
                if place > 0 { { format!("{separator} ") } }
                if is_present { <b>{ parameter.clone() }</b> } else { { parameter.clone() } }
            </span>
        }
    };
    html! {
        <div class="argument-hint" data-part="argument-hint">
            <div class="call"><span class="function">{ name.clone() }</span>{ "(" }{ for parameters.iter().enumerate().map(parameter) }{ ")" }</div>
            <div class="function-help">{ *help }</div>
            <div class="only-spoken" role="status">{ spoken(&props.call, words) }</div>
        </div>
    }
}

/// The place in the call in words.
fn spoken(call: &CallHint, words: Words) -> String {
    let parameter = call.present.and_then(|present| call.parameters.get(present)).cloned().unwrap_or_default();
    let number = (call.argument + 1).to_string();
    words.say_with("argument", &[("function", &call.name), ("number", &number), ("name", &parameter)])
}

/// Proposals.
#[derive(Properties, PartialEq)]
struct ProposalsProps {
    list: List,
}

/// The proposals as a list.
#[component]
fn Proposals(props: &ProposalsProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let List { items, chosen, .. } = &props.list;
    use_effect_with(*chosen, |chosen| page::bring_into_sight(&option_id(*chosen)));
    let option = |(place, item): (usize, &Completion)| {
        let take = handlers.on(move |()| Action::Formula(FormulaAction::Accept(Some(place))));
        let is_chosen = place == *chosen;
        html! {
            <li key={place} id={option_id(place)} role="option" aria-selected={is_chosen.to_string()}
                class={classes!("proposal", is_chosen.then_some("chosen"))} data-proposal={item.name.clone()}
                onclick={events::clicks(take)}>
                <span class="proposal-kind" aria-hidden="true">{ sign(item.kind) }</span>
                <span class="proposal-name">{ item.name.clone() }</span>
                if let Some(other) = item.other { <span class="proposal-other">{ other }</span> }
                <span class="proposal-help">{ item.help.map_or_else(|| words.say(kind(item.kind)), str::to_owned) }</span>
            </li>
        }
    };
    html! {
        <div class="proposals">
            <ul id={LIST_ID} role="listbox" tabindex="0" aria-label={words.say("proposals")}>{ for items.iter().enumerate().map(option) }</ul>
            <div class="proposal-keys" aria-hidden="true">{ words.say("proposal-keys") }</div>
            <div class="only-spoken" role="status">{ words.say_with("proposal-count", &[("count", &items.len().to_string())]) }</div>
        </div>
    }
}

const fn sign(kind: CompletionKind) -> &'static str {
    match kind {
        CompletionKind::Function => "fx",
        CompletionKind::Name => "N",
        CompletionKind::Table | CompletionKind::TablePart => "▦",
        CompletionKind::Column => "▥",
        CompletionKind::Sheet => "▭",
    }
}

const fn kind(kind: CompletionKind) -> &'static str {
    match kind {
        CompletionKind::Function => "proposal-function",
        CompletionKind::Name => "proposal-name",
        CompletionKind::Table => "proposal-table",
        CompletionKind::Column => "proposal-column",
        CompletionKind::TablePart => "proposal-table-part",
        CompletionKind::Sheet => "proposal-sheet",
    }
}
