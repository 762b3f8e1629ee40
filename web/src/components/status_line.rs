//! The status line: what keys mean now, and sum, average and count of what is selected.

use tertial_engine::session::SelectionSummary;
use yew::prelude::*;

use crate::state::Said;
use crate::state::editor::Mode;
use crate::state::selection::Manner;

use super::handlers::use_words;

/// What the line says.
#[derive(Properties, PartialEq)]
pub struct StatusLineProps {
    pub summary: Option<SelectionSummary>,
    /// How many of how many rows a filter shows.
    pub filtered: Option<(u32, u32)>,
    pub mode: Mode,
    /// What was just done.
    pub said: Option<Said>,
    pub manner: Manner,
}

/// The status line.
#[component]
pub fn StatusLine(props: &StatusLineProps) -> Html {
    let words = use_words();
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
            <div class="summary" role="status">
                if let Some(summary) = &props.summary {
                    { figure(&words.say("average"), &summary.average) }
                    { figure(&words.say("count"), &summary.count.to_string()) }
                    { figure(&words.say("sum"), &summary.sum) }
                }
            </div>
        </div>
    }
}

fn figure(name: &str, value: &str) -> Html {
    if value.is_empty() {
        return Html::default();
    }
    html! { <span class="figure"><span class="figure-name">{ name.to_owned() }</span>{ " " }<b>{ value.to_owned() }</b></span> }
}
