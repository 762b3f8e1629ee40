//! What values the selected cells take, to be chosen.

use tertial_engine::session::Measure;
use tertial_engine::session::validation::{Asked, AskedKind};
use yew::prelude::*;

use crate::platform::{events, fields};
use crate::state::rules::RulesAction;
use crate::state::{Action, PageAction};
use crate::text::Words;

use super::dialog::Dialog;
use super::handlers::{Handlers, use_handlers, use_words};

const NAME: &str = "validate-name";
const FAULT: &str = "validate-fault";
/// Sorts of rules, each with its name and the key of its words.
const KINDS: [(AskedKind, &str); 6] = [
    (AskedKind::Anything, "validate-anything"),
    (AskedKind::List, "validate-list"),
    (AskedKind::Within(Measure::Number), "validate-number"),
    (AskedKind::Within(Measure::Whole), "validate-whole"),
    (AskedKind::Within(Measure::Date), "validate-date"),
    (AskedKind::Within(Measure::Length), "validate-length"),
];

/// The answer so far.
#[derive(Properties, PartialEq)]
pub struct ValidateDialogProps {
    /// The cells.
    pub cells: AttrValue,
    pub asked: Asked,
    /// Why the answer was refused.
    pub refused: Option<AttrValue>,
}

/// What values the selected cells take.
#[component]
pub fn ValidateDialog(props: &ValidateDialogProps) -> Html {
    let (handlers, words, first) = (use_handlers(), use_words(), use_node_ref());
    {
        let first = first.clone();
        use_effect_with((), move |()| fields::focus(&first));
    }
    let close = handlers.page(PageAction::Close);
    let asked = props.asked.clone();
    let form = Form { asked: &props.asked, handlers: &handlers, words };
    let done = handlers.on(move |()| Action::Rules(RulesAction::Validate(asked.clone())));
    html! {
        <Dialog class="validate" named_by={NAME} cancelled={close.clone()}>
            <form onsubmit={events::submits(done)} aria-describedby={FAULT}>
                <h2 id={NAME}>{ words.say_with("validate-title", &[("cells", &props.cells)]) }</h2>
                { form.kinds(&first) }
                { form.limits() }
                if props.asked.kind != AskedKind::Anything { { form.answer() } }
                <p id={FAULT} class="prompt-fault" role="alert">{ props.refused.clone().unwrap_or_default() }</p>
                <div class="dialog-buttons">
                    <button type="submit" class="primary">{ words.say("dialog-ok") }</button>
                    <button type="button" onclick={events::clicks(close)}>{ words.say("dialog-cancel") }</button>
                </div>
            </form>
        </Dialog>
    }
}

struct Form<'a> {
    asked: &'a Asked,
    handlers: &'a Handlers,
    words: Words,
}

impl Form<'_> {
    fn kinds(&self, node: &NodeRef) -> Html {
        let asked = self.asked.clone();
        let chosen = self.handlers.on(move |value: String| {
            let kind = value.parse::<usize>().ok().and_then(|at| KINDS.get(at)).map_or(asked.kind, |(kind, _)| *kind);
            Action::Rules(RulesAction::Validation(Asked { kind, ..asked.clone() }))
        });
        let option = |(at, (kind, label)): (usize, &(AskedKind, &str))| {
            html! { <option value={at.to_string()} selected={*kind == self.asked.kind}>{ self.words.say(label) }</option> }
        };
        html! {
            <label class="prompt-line">
                <span>{ self.words.say("validate-kind") }</span>
                <select ref={node.clone()} onchange={events::selections(chosen)}>{ for KINDS.iter().enumerate().map(option) }</select>
            </label>
        }
    }

    /// What belongs to the sort of rule.
    fn limits(&self) -> Html {
        match self.asked.kind {
            AskedKind::Anything => Html::default(),
            AskedKind::List => html! {
                <>
                    { self.field("validate-values", &self.asked.list, |asked, list| Asked { list, ..asked }) }
                    <p class="dialog-hint">{ self.words.say("validate-values-hint") }</p>
                </>
            },
            AskedKind::Within(_) => html! {
                <div class="validate-limits">
                    { self.field("validate-least", &self.asked.least, |asked, least| Asked { least, ..asked }) }
                    { self.field("validate-most", &self.asked.most, |asked, most| Asked { most, ..asked }) }
                </div>
            },
        }
    }

    /// What becomes of other values.
    fn answer(&self) -> Html {
        let (asked, is_strict) = (self.asked.clone(), self.asked.is_strict);
        let turn = self
            .handlers
            .on(move |()| Action::Rules(RulesAction::Validation(Asked { is_strict: !is_strict, ..asked.clone() })));
        html! {
            <>
                <label class="choice">
                    <input type="checkbox" checked={is_strict} onchange={events::choices(turn)} />{ self.words.say("validate-strict") }
                </label>
                { self.field("validate-message", &self.asked.message, |asked, message| Asked { message, ..asked }) }
            </>
        }
    }

    fn field(&self, label: &str, text: &str, with: fn(Asked, String) -> Asked) -> Html {
        let asked = self.asked.clone();
        let typed = self.handlers.on(move |text| Action::Rules(RulesAction::Validation(with(asked.clone(), text))));
        html! {
            <label class="prompt-line" key={label.to_owned()}>
                <span>{ self.words.say(label) }</span>
                <input class="prompt-field" type="text" autocomplete="off" spellcheck="false" data-part={label.to_owned()}
                    value={text.to_owned()} oninput={events::typing(typed)} />
            </label>
        }
    }
}
