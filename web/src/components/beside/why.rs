//! Why a cell shows what it shows: its formula, what it comes from and what it goes to.

use tertial_engine::session::Way;
use tertial_engine::session::insight::{Derivation, LastChange, Origin, Source, Trouble};
use yew::prelude::*;

use crate::components::coloured_text::look_class;
use crate::components::handlers::Handlers;
use crate::platform::events;
use crate::state::Action;
use crate::state::beside::{self, BesideAction, mark};
use crate::text::Words;

use super::{WhyView, button, jump, or_else};

/// What the panel says.
pub fn body(view: &WhyView, handlers: &Handlers, words: Words) -> Html {
    let explanation = &view.explanation;
    let told = Told { view, handlers, words };
    html! {
        <>
            { told.head() }
            { for explanation.fault.iter().map(|fault| told.fault(fault)) }
            { for explanation.formula.iter().map(|formula| told.formula(formula)) }
            <section>
                <h3>{ words.say("why-origin") }</h3>
                <p>{ told.origin(&explanation.cell) }</p>
                { for explanation.cell.change.iter().map(|change| told.change(change)) }
            </section>
            { told.steps(Way::Precedents) }
            { told.steps(Way::Dependents) }
        </>
    }
}

#[derive(Clone, Copy)]
struct Told<'a> {
    view: &'a WhyView,
    handlers: &'a Handlers,
    words: Words,
}

impl Told<'_> {
    fn head(self) -> Html {
        let (cell, words) = (&self.view.explanation.cell, self.words);
        let pin = self.handlers.on(|()| Action::Beside(BesideAction::Pin));
        html! {
            <section class="why-head">
                <p class="why-cell"><b>{ cell.address.clone() }</b>{ " " }<span>{ cell.label.to_string() }</span></p>
                <p class="why-value" data-part="why-value">
                    { or_else(&cell.value, words, "why-empty") }
                    if !cell.value.is_empty() { { self.unit(cell) } }
                </p>
                <div class="beside-buttons">
                    <button type="button" aria-pressed={self.view.is_pinned.to_string()} onclick={events::clicks(pin)}>
                        { words.say("why-pin") }
                    </button>
                    if let Some(back) = &self.view.back {
                        { button(self.handlers, words.say_with("why-back", &[("cell", back)]), BesideAction::Back) }
                    }
                </div>
            </section>
        }
    }

    fn unit(self, source: &Source) -> Html {
        if source.unit.is_empty() {
            return Html::default();
        }
        html! { <span class="why-unit">{ format!(" {}", source.unit) }</span> }
    }

    fn fault(self, fault: &Trouble) -> Html {
        let origin = tertial_engine::session::Region::cell(fault.origin);
        let there = self.words.say_with("why-fault-there", &[("cell", &fault.address)]);
        html! {
            <section class="why-fault" data-part="why-fault">
                <h3>{ self.words.say("why-fault") }</h3>
                <p>{ fault.reason.clone() }</p>
                { for fault.hint.iter().map(|hint| html! { <p>{ hint.clone() }</p> }) }
                if fault.origin != self.view.explanation.cell.region.first() {
                    { jump(self.handlers, origin, html! { there }) }
                }
            </section>
        }
    }

    fn formula(self, formula: &Derivation) -> Html {
        let step = |(part, value): &(String, String)| {
            html! { <li><code>{ part.clone() }</code>{ " = " }<b>{ value.clone() }</b></li> }
        };
        html! {
            <section>
                <h3>{ self.words.say("why-formula") }</h3>
                <p><code data-part="why-formula">{ formula.formula.clone() }</code></p>
                if let Some(filled_in) = &formula.filled_in {
                    <p class="why-label">{ self.words.say("why-filled-in") }</p>
                    <p><code data-part="why-filled-in">{ filled_in.clone() }</code></p>
                }
                if !formula.steps.is_empty() {
                    <p class="why-label">{ self.words.say("why-steps") }</p>
                    <ol class="why-steps">{ for formula.steps.iter().map(step) }</ol>
                }
            </section>
        }
    }

    fn origin(self, source: &Source) -> String {
        let words = self.words;
        match source.origin {
            Origin::Empty => words.say("origin-empty"),
            Origin::Changed => words.say("origin-changed"),
            Origin::Opened if self.view.is_template => words.say("origin-template"),
            Origin::Opened => words.say("origin-opened"),
            Origin::Calculated => words.say("origin-calculated"),
            Origin::Array(anchor) => words.say_with("origin-array", &[("cell", &anchor.address.to_string())]),
            Origin::Several => {
                let count = source.numbers.unwrap_or_default().to_string();
                words.say_with("origin-several", &[("count", &count)])
            }
        }
    }

    fn change(self, change: &LastChange) -> Html {
        let text = |text: &str| or_else(text, self.words, "why-empty");
        let said = [&change.at, &change.author, &change.deed].into_iter().filter(|part| !part.is_empty());
        let said: Vec<&str> = said.map(String::as_str).collect();
        html! {
            <p class="why-change">
                <span>{ format!("{}: ", said.join(", ")) }</span>
                <span class="why-before">{ text(&change.before) }</span>{ " → " }<b>{ text(&change.after) }</b>
            </p>
        }
    }

    fn steps(self, way: Way) -> Html {
        let steps = beside::steps(&self.view.explanation, way);
        let (title, none, more) = match way {
            Way::Precedents => ("why-precedents", "why-no-precedents", "why-further-back"),
            Way::Dependents => ("why-dependents", "why-no-dependents", "why-further-on"),
        };
        let step = |(step, sources): (usize, &Vec<Source>)| {
            let lines = sources.iter().enumerate();
            let named = self.words.say_with("why-step", &[("step", &(step + 1).to_string())]);
            html! {
                <ul class="why-list" aria-label={named}>
                    { for lines.map(|(line, source)| self.line(source, Some((way, step, line)))) }
                </ul>
            }
        };
        html! {
            <section data-part={title}>
                <h3>{ self.words.say(title) }</h3>
                if steps.steps.is_empty() { <p>{ self.words.say(none) }</p> }
                { for steps.steps.iter().enumerate().map(step) }
                if steps.goes_on { { button(self.handlers, self.words.say(more), BesideAction::Further(way)) } }
            </section>
        }
    }

    fn line(self, source: &Source, at: Option<(Way, usize, usize)>) -> Html {
        let content = html! {
            <>
                if let Some((way, step, line)) = at {
                    <span class={classes!("why-mark", look_class(beside::look(way, step)))}>{ mark(way, step, line) }</span>
                }
                <span class="why-address">{ source.address.clone() }</span>
                <span class="why-name">{ source.label.to_string() }</span>
                <b class="why-shown">{ or_else(&source.value, self.words, "why-empty") }</b>
            </>
        };
        html! {
            <li>
                { jump(self.handlers, source.region, content) }
                <p class="why-note">{ self.origin(source) }{ if source.value.is_empty() { Html::default() } else { self.unit(source) } }</p>
                { for source.change.iter().map(|change| self.change(change)) }
                if !source.cells.is_empty() {
                    <ul class="why-list">{ for source.cells.iter().map(|cell| self.line(cell, None)) }</ul>
                }
            </li>
        }
    }
}
