//! How cells look, to be chosen all at once: number format, alignment, type, colours and borders, with the active cell as it
//! would look.

use tertial_engine::session::styles::Edging;
use tertial_engine::session::{Align, Colour, Stroke, Style};
use yew::prelude::*;

use crate::platform::{events, fields};
use crate::state::number_formats::USUAL;
use crate::state::styling::{CellFormat, StyleAction, Topic, Trait};
use crate::state::{Action, PageAction};
use crate::text::Words;

use super::dialog::Dialog;
use super::handlers::{Handlers, use_handlers, use_words};

const NAME: &str = "cell-format-name";
const FAULT: &str = "number-format-fault";
const HINT: &str = "number-format-hint";

const COLOURS: [(Option<Colour>, &str); 9] = [
    (None, "colour-none"),
    (Some(Colour::Grey), "colour-grey"),
    (Some(Colour::Red), "colour-red"),
    (Some(Colour::Orange), "colour-orange"),
    (Some(Colour::Yellow), "colour-yellow"),
    (Some(Colour::Green), "colour-green"),
    (Some(Colour::Teal), "colour-teal"),
    (Some(Colour::Blue), "colour-blue"),
    (Some(Colour::Purple), "colour-purple"),
];

const ALIGNMENTS: [(Option<Align>, &str); 4] = [
    (None, "align-general"),
    (Some(Align::Left), "align-left"),
    (Some(Align::Center), "align-center"),
    (Some(Align::Right), "align-right"),
];

const TRAITS: [(Trait, &str); 3] =
    [(Trait::Bold, "trait-bold"), (Trait::Italic, "trait-italic"), (Trait::Underline, "trait-underline")];

/// How cells look.
#[derive(Properties, PartialEq)]
pub struct CellFormatDialogProps {
    /// The active cell.
    pub cell: AttrValue,
    /// The answer so far.
    pub format: CellFormat,
    /// The text of the cell with the code, or why the code is none.
    pub preview: Result<AttrValue, AttrValue>,
}

/// Makes the answer that follows from a choice.
#[derive(Clone)]
struct Draft {
    handlers: Handlers,
    format: CellFormat,
}

impl Draft {
    /// What a choice makes of the answer.
    fn with(&self, change: impl FnOnce(&mut CellFormat)) -> Callback<()> {
        let mut format = self.format.clone();
        change(&mut format);
        self.handlers.on(move |()| Action::Style(StyleAction::Draft(Box::new(format.clone()))))
    }
}

/// How cells look.
#[component]
pub fn CellFormatDialog(props: &CellFormatDialogProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let draft = Draft { handlers: handlers.clone(), format: props.format.clone() };
    let close = handlers.page(PageAction::Close);
    let take = handlers.on({
        let format = props.format.clone();
        move |()| Action::Style(StyleAction::Take(Box::new(format.clone())))
    });
    html! {
        <Dialog class="cell-format" named_by={NAME} cancelled={close.clone()}>
            <form onsubmit={events::submits(take)}>
                <h2 id={NAME}>{ words.say("cell-format-title") }</h2>
                <div class="cell-format-parts">
                    <NumberPart format={props.format.clone()} fault={props.preview.clone().err()} />
                    { type_part(&draft, words) }
                    { alignment_part(&draft, words) }
                    <Swatches class="ink" legend="cell-format-ink" topic={Topic::Ink} format={props.format.clone()} />
                    <Swatches class="fill" legend="cell-format-fill" topic={Topic::Fill} format={props.format.clone()} />
                    { border_part(&draft, words) }
                </div>
                <p class="format-preview" role="status">
                    { words.say_with("format-preview", &[("cell", &props.cell)]) }
                    if let Ok(text) = &props.preview { <b class={sample(&props.format)}>{ text }</b> }
                </p>
                <div class="dialog-buttons">
                    <button type="submit" class="primary">{ words.say("dialog-ok") }</button>
                    <button type="button" onclick={events::clicks(close)}>{ words.say("dialog-cancel") }</button>
                </div>
            </form>
        </Dialog>
    }
}

/// The classes of the sample, with the lines that are to be drawn around a single cell.
fn sample(format: &CellFormat) -> String {
    let mut style = Style { indent: 0, ..format.style.clone() };
    let lines = |stroke: Stroke| [stroke; 4];
    let [top, right, bottom, left] = match format.edging {
        None => return format!("sample {}", style.words()),
        Some(Edging::None) => lines(Stroke::None),
        Some(Edging::All(stroke) | Edging::Outline(stroke)) => lines(stroke),
        Some(Edging::Top(stroke)) => [stroke, style.borders.right, style.borders.bottom, style.borders.left],
        Some(Edging::Right(stroke)) => [style.borders.top, stroke, style.borders.bottom, style.borders.left],
        Some(Edging::Bottom(stroke)) => [style.borders.top, style.borders.right, stroke, style.borders.left],
        Some(Edging::Left(stroke)) => [style.borders.top, style.borders.right, style.borders.bottom, stroke],
        Some(Edging::Sum) => [Stroke::Thin, style.borders.right, Stroke::Thick, style.borders.left],
    };
    style.borders = tertial_engine::session::Borders { top, right, bottom, left };
    format!("sample {}", style.words())
}

/// The part of the number format.
#[derive(Properties, PartialEq)]
struct NumberPartProps {
    format: CellFormat,
    fault: Option<AttrValue>,
}

#[component]
fn NumberPart(props: &NumberPartProps) -> Html {
    let (handlers, words, field) = (use_handlers(), use_words(), use_node_ref());
    let NumberPartProps { format, fault } = props;
    {
        let (field, format) = (field.clone(), format.clone());
        use_effect_with((), move |()| {
            fields::write(&field, &format.code);
            if format.topic == Topic::Number {
                fields::focus(&field);
                fields::mark_all(&field);
            }
        });
    }
    let typed = handlers.on({
        let format = format.clone();
        move |code| {
            let mut format = format.clone();
            format.code = code;
            Action::Style(StyleAction::Draft(Box::new(format)))
        }
    });
    let usual = |(label, code): (&'static str, Option<&'static str>)| {
        let chosen = {
            let (field, typed, code) = (field.clone(), typed.clone(), code.unwrap_or_default());
            Callback::from(move |()| {
                fields::write(&field, code);
                typed.emit(code.to_owned());
            })
        };
        let pressed = (format.code == code.unwrap_or_default()).to_string();
        let label = words.say(label);
        let name = label.split_once(": ").map_or(label.clone(), |(_, name)| name.to_owned());
        html! { <button type="button" aria-pressed={pressed} onclick={events::clicks(chosen)}>{ name }</button> }
    };
    html! {
        <fieldset class="number-part">
            <legend>{ words.say("cell-format-number") }</legend>
            <div class="format-usual" role="group" aria-label={words.say("format-usual")}>{ for USUAL.into_iter().map(usual) }</div>
            <label class="prompt-line">
                <span>{ words.say("format-label") }</span>
                <input ref={field} class="prompt-field" type="text" autocomplete="off" spellcheck="false"
                    autofocus={format.topic == Topic::Number}
                    aria-invalid={fault.is_some().then_some("true")} aria-describedby={format!("{FAULT} {HINT}")}
                    oninput={events::typing(typed)} />
            </label>
            <p id={HINT} class="dialog-hint">{ words.say("format-hint") }</p>
            <p id={FAULT} class="prompt-fault" role="alert">{ fault.clone().unwrap_or_default() }</p>
        </fieldset>
    }
}

fn type_part(draft: &Draft, words: Words) -> Html {
    let choice = |(which, label): (Trait, &str)| check(draft, which, words.say(label));
    html! {
        <fieldset><legend>{ words.say("cell-format-type") }</legend><div class="choice-row">{ for TRAITS.into_iter().map(choice) }</div></fieldset>
    }
}

fn check(draft: &Draft, which: Trait, label: String) -> Html {
    let checked = which.of(&draft.format.style);
    let turned = events::choices(draft.with(|format| which.set(&mut format.style, !checked)));
    html! { <label class="choice"><input type="checkbox" {checked} onchange={turned} />{ label }</label> }
}

fn alignment_part(draft: &Draft, words: Words) -> Html {
    let choice = |(align, label): (Option<Align>, &str)| {
        let chosen = events::choices(draft.with(|format| format.style.align = align));
        let checked = draft.format.style.align == align;
        html! {
            <label class="choice"><input type="radio" name="align" {checked} onchange={chosen} />{ words.say(label) }</label>
        }
    };
    let indent = draft.format.style.indent;
    let step = |indent: u8, label: &str, sign: &str, is_off: bool| {
        let stepped = events::clicks(draft.with(|format| format.style.indent = indent));
        let label = words.say(label);
        html! {
            <button type="button" aria-label={label.clone()} title={label} disabled={is_off} onclick={stepped}>
                <span aria-hidden="true">{ sign.to_owned() }</span>
            </button>
        }
    };
    html! {
        <fieldset>
            <legend>{ words.say("cell-format-alignment") }</legend>
            <div class="choice-row">{ for ALIGNMENTS.into_iter().map(choice) }</div>
            <div class="choice-row">
                <span class="indent-steps">
                    { words.say("cell-format-indent") }
                    { step(indent.saturating_sub(1), "command-outdent", "−", indent == 0) }
                    <output>{ indent.to_string() }</output>
                    { step((indent + 1).min(Style::DEEPEST), "command-indent", "+", indent == Style::DEEPEST) }
                </span>
                { check(draft, Trait::Wraps, words.say("command-wrap")) }
            </div>
        </fieldset>
    }
}

/// Colours to choose from, each with its name.
#[derive(Properties, PartialEq)]
struct SwatchesProps {
    class: &'static str,
    legend: &'static str,
    topic: Topic,
    format: CellFormat,
}

#[component]
fn Swatches(props: &SwatchesProps) -> Html {
    let (handlers, words, first) = (use_handlers(), use_words(), use_node_ref());
    let SwatchesProps { class, legend, topic, format } = props;
    let is_first = format.topic == *topic;
    {
        let first = first.clone();
        use_effect_with((), move |()| {
            if is_first {
                fields::focus(&first);
            }
        });
    }
    let chosen = if *topic == Topic::Ink { format.style.ink } else { format.style.fill };
    let draft = Draft { handlers, format: format.clone() };
    let swatch = |(colour, label): (Option<Colour>, &str)| {
        let picked = events::choices(draft.with(|format| match topic {
            Topic::Ink => format.style.ink = colour,
            _ => format.style.fill = colour,
        }));
        let shade = colour.map(|colour| format!("{class}-{}", colour.name()));
        let checked = chosen == colour;
        let field = if checked { first.clone() } else { NodeRef::default() };
        html! {
            <label class="swatch">
                <input ref={field} type="radio" name={*class} {checked} autofocus={checked && is_first} onchange={picked} />
                <span class={classes!("shade", shade)} aria-hidden="true">{ "Aa" }</span>
                { words.say(label) }
            </label>
        }
    };
    html! {
        <fieldset><legend>{ words.say(legend) }</legend><div class="swatches">{ for COLOURS.into_iter().map(swatch) }</div></fieldset>
    }
}

fn border_part(draft: &Draft, words: Words) -> Html {
    let stroke = draft.format.stroke;
    let edgings = [
        (Edging::None, "edging-none"),
        (Edging::Outline(stroke), "edging-outline"),
        (Edging::All(stroke), "edging-all"),
        (Edging::Top(stroke), "edging-top"),
        (Edging::Bottom(stroke), "edging-bottom"),
        (Edging::Left(stroke), "edging-left"),
        (Edging::Right(stroke), "edging-right"),
        (Edging::Sum, "edging-sum"),
    ];
    let edge = |(edging, label): (Edging, &str)| {
        let is_chosen = draft.format.edging == Some(edging);
        let chosen = events::clicks(draft.with(|format| format.edging = (!is_chosen).then_some(edging)));
        html! { <button type="button" aria-pressed={is_chosen.to_string()} onclick={chosen}>{ words.say(label) }</button> }
    };
    let strokes = [(Stroke::Thin, "stroke-thin"), (Stroke::Thick, "stroke-thick")];
    let line = |(thickness, label): (Stroke, &str)| {
        let chosen = events::choices(draft.with(|format| {
            format.stroke = thickness;
            format.edging = format.edging.map(|edging| drawn_with(edging, thickness));
        }));
        html! {
            <label class="choice">
                <input type="radio" name="stroke" checked={stroke == thickness} onchange={chosen} />{ words.say(label) }
            </label>
        }
    };
    html! {
        <fieldset>
            <legend>{ words.say("cell-format-borders") }</legend>
            <div class="choice-row" role="radiogroup" aria-label={words.say("cell-format-stroke")}>{ for strokes.into_iter().map(line) }</div>
            <div class="format-usual edgings" role="group" aria-label={words.say("cell-format-borders")}>{ for edgings.into_iter().map(edge) }</div>
        </fieldset>
    }
}

/// The same lines of another thickness.
const fn drawn_with(edging: Edging, stroke: Stroke) -> Edging {
    match edging {
        Edging::None | Edging::Sum => edging,
        Edging::All(_) => Edging::All(stroke),
        Edging::Outline(_) => Edging::Outline(stroke),
        Edging::Top(_) => Edging::Top(stroke),
        Edging::Bottom(_) => Edging::Bottom(stroke),
        Edging::Left(_) => Edging::Left(stroke),
        Edging::Right(_) => Edging::Right(stroke),
    }
}
