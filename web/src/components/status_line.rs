//! The status line: what keys mean now, and figures of what is selected. Figures are not spoken at each move; a command
//! speaks them.

use tertial_engine::session::SelectionSummary;
use tertial_engine::session::units::View;
use yew::prelude::*;

use crate::platform::events;
use crate::state::beside::{BesideAction, Side};
use crate::state::editor::Mode;
use crate::state::figures::{Figure, Figures};
use crate::state::selection::Manner;
use crate::state::{Action, PageAction, Panel, Said};
use crate::text::Words;

use super::handlers::{Handlers, use_handlers, use_words};

/// What the line says.
#[derive(Properties, PartialEq)]
pub struct StatusLineProps {
    pub summary: Option<SelectionSummary>,
    /// How many of how many rows a filter shows.
    pub filtered: Option<(u32, u32)>,
    /// How many errors and warnings are found in the report tables, if there are any tables.
    pub findings: Option<(usize, usize)>,
    /// The unit that amounts are shown in, where it is not their own.
    pub unit: Option<View>,
    pub mode: Mode,
    /// What was just done.
    pub said: Option<Said>,
    pub manner: Manner,
    /// Which figures are shown.
    pub figures: Figures,
}

/// The status line.
#[component]
pub fn StatusLine(props: &StatusLineProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let choose = handlers.page(PageAction::Open(Panel::Figures));
    let mode = match props.mode {
        Mode::Ready if props.manner == Manner::Extending => words.say("mode-extending"),
        Mode::Ready if props.manner == Manner::Adding => words.say("mode-adding"),
        Mode::Ready => words.say("mode-ready"),
        Mode::Enter => words.say("mode-enter"),
        Mode::Edit => words.say("mode-edit"),
        Mode::Pointing => words.say("mode-pointing"),
    };
    html! {
        <div class="status-line">
            <span class="mode">{ mode }</span>
            <span class="said" role="status">
                { for props.said.iter().map(|said| words.say_with(said.key, &[("what", &said.what)])) }
            </span>
            <span class="filtered-rows" role="status">
                { for props.filtered.iter().map(|(seen, all)| {
                    words.say_with("filtered-rows", &[("seen", &seen.to_string()), ("all", &all.to_string())])
                }) }
            </span>
            { for props.findings.map(|found| lamp(found, &handlers, words)) }
            <span class="shown-unit" role="status">
                { for props.unit.iter().map(|View { shown, kept }| {
                    words.say_with("shown-unit", &[("shown", shown.name()), ("kept", kept.name())])
                }) }
            </span>
            <div class="summary" role="group" aria-label={words.say("summary")} data-part="summary">
                if let Some(summary) = &props.summary {
                    { for Figure::ALL.into_iter().filter(|figure| props.figures.shows(*figure)).map(|which| {
                        figure(&words.say(which.label()), &in_unit(which, summary, props.unit))
                    }) }
                    <button type="button" class="summary-choice" title={words.say("command-figures")}
                        aria-label={words.say("command-figures")} onclick={events::clicks(choose)}>{ "⋯" }</button>
                }
            </div>
        </div>
    }
}

/// A lamp that tells whether the report tables hold, and leads to what was found. Its sign differs as well as its colour.
fn lamp((errors, warnings): (usize, usize), handlers: &Handlers, words: Words) -> Html {
    let (state, sign) = match (errors, warnings) {
        (0, 0) => ("fine", "✓"),
        (0, _) => ("warning", "!"),
        _ => ("error", "✕"),
    };
    let counts = [("errors", errors.to_string()), ("warnings", warnings.to_string())];
    let text = match state {
        "fine" => words.say("lamp-fine"),
        _ => words.say_with("lamp-found", &counts.each_ref().map(|(name, count)| (*name, count.as_str()))),
    };
    let show = handlers.on(|()| Action::Beside(BesideAction::Show(Side::Findings)));
    html! {
        <button type="button" class="lamp" data-part="lamp" data-state={state} title={words.say("command-findings")}
            onclick={events::clicks(show)}>
            <span class="lamp-sign" aria-hidden="true">{ sign }</span><span class="lamp-text">{ text }</span>
        </button>
    }
}

/// A figure with its unit, where that may be doubted.
fn in_unit(which: Figure, summary: &SelectionSummary, view: Option<View>) -> String {
    let value = which.value(summary);
    match view.filter(|_| !value.is_empty() && which.is_amount()) {
        Some(View { shown, kept }) => format!("{value} {}", if summary.is_scaled { shown } else { kept }.name()),
        None => value,
    }
}

fn figure(name: &str, value: &str) -> Html {
    if value.is_empty() {
        return Html::default();
    }
    html! { <span class="figure"><span class="figure-name">{ name.to_owned() }</span>{ " " }<b>{ value.to_owned() }</b></span> }
}
