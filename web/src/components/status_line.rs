//! The status line: what keys mean now, and sum, average and count of what is selected.

use tertial_engine::session::SelectionSummary;
use tertial_engine::session::units::View;
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
    /// The unit that amounts are shown in, where it is not their own.
    pub unit: Option<View>,
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
            <span class="shown-unit" role="status">
                { for props.unit.iter().map(|View { shown, kept }| {
                    words.say_with("shown-unit", &[("shown", shown.name()), ("kept", kept.name())])
                }) }
            </span>
            <div class="summary" role="status">
                if let Some(summary) = &props.summary {
                    { figure(&words.say("average"), &in_unit(&summary.average, summary, props.unit)) }
                    { figure(&words.say("count"), &summary.count.to_string()) }
                    { figure(&words.say("sum"), &in_unit(&summary.sum, summary, props.unit)) }
                }
            </div>
        </div>
    }
}

/// A figure with its unit, where that may be doubted.
fn in_unit(figure: &str, summary: &SelectionSummary, view: Option<View>) -> String {
    match view.filter(|_| !figure.is_empty()) {
        Some(View { shown, kept }) => format!("{figure} {}", if summary.is_scaled { shown } else { kept }.name()),
        None => figure.to_owned(),
    }
}

fn figure(name: &str, value: &str) -> Html {
    if value.is_empty() {
        return Html::default();
    }
    html! { <span class="figure"><span class="figure-name">{ name.to_owned() }</span>{ " " }<b>{ value.to_owned() }</b></span> }
}
