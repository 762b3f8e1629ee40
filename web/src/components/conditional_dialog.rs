//! The conditional formats of a sheet in their order, and a form for one that is made or changed.

use tertial_engine::session::conditional::{Wish, sample};
use tertial_engine::session::{Comparison, Sign, Signal};
use yew::prelude::*;

use crate::platform::{events, fields};
use crate::state::conditional::{ConditionalAction, Draft};
use crate::state::{Action, PageAction};
use crate::text::Words;

use super::dialog::Dialog;
use super::grid::cell;
use super::handlers::{Handlers, use_handlers, use_words};

const NAME: &str = "conditional-name";
const FAULT: &str = "conditional-fault";

/// Questions, each with the key of its words and those of what it compares with.
const QUESTIONS: [(Comparison, &str, &[&str]); 7] = [
    (Comparison::Above, "conditional-above", &["conditional-than"]),
    (Comparison::Below, "conditional-below", &["conditional-than"]),
    (Comparison::Between, "conditional-between", &["conditional-from", "conditional-to"]),
    (Comparison::Equal, "conditional-equal", &["conditional-with"]),
    (Comparison::Contains, "conditional-contains", &["conditional-text"]),
    (Comparison::Formula, "conditional-formula", &["conditional-formula-label"]),
    (Comparison::Levels, "conditional-levels", &["conditional-best", "conditional-worst"]),
];

/// Signals, each with the key of its words and the signs that it gives.
const SIGNALS: [(Signal, &str, &[Sign]); 6] = [
    (Signal::Red, "conditional-red", &[Sign::Red]),
    (Signal::Yellow, "conditional-yellow", &[Sign::Yellow]),
    (Signal::Green, "conditional-green", &[Sign::Green]),
    (Signal::Blue, "conditional-blue", &[Sign::Blue]),
    (Signal::Lights, "conditional-lights", &[Sign::GreenLight, Sign::YellowLight, Sign::RedLight]),
    (Signal::Arrows, "conditional-arrows", &[Sign::Up, Sign::Level, Sign::Down]),
];

/// The conditional formats of a sheet.
#[derive(Properties, PartialEq)]
pub struct ConditionalDialogProps {
    pub formats: Vec<Wish>,
    pub draft: Draft,
    /// How many cells the format would mark, of how many; `None` while it is none.
    pub preview: Option<(usize, usize)>,
}

/// The conditional formats of a sheet.
#[component]
pub fn ConditionalDialog(props: &ConditionalDialogProps) -> Html {
    let (handlers, words, first) = (use_handlers(), use_words(), use_node_ref());
    let ConditionalDialogProps { formats, draft, preview } = props;
    {
        // The keyboard goes to the form when it is another one.
        let first = first.clone();
        use_effect_with((draft.at, formats.len()), move |_| fields::focus(&first));
    }
    let close = handlers.page(PageAction::Close);
    let put = action(&handlers, ConditionalAction::Put(Box::new(draft.clone())));
    let form = Form { draft, handlers: &handlers, words };
    html! {
        <Dialog class="conditional" named_by={NAME} cancelled={close.clone()}>
            <h2 id={NAME}>{ words.say("conditional-title") }</h2>
            { list(&handlers, words, formats) }
            <form onsubmit={events::submits(put)} aria-describedby={FAULT}>
                <h3>{ words.say(if draft.at.is_some() { "conditional-changed" } else { "conditional-new" }) }</h3>
                <div class="conditional-form">
                    { form.field("conditional-range", &draft.wish.range, |wish, range| wish.range = range) }
                    { form.question(&first) }
                    { form.operands() }
                    { form.signal() }
                </div>
                <p class="conditional-preview" role="status">
                    { shown(&draft.wish, words) }
                    { preview.map(|(marked, all)| words.say_with("conditional-preview", &[("marked", &marked.to_string()), ("all", &all.to_string())])) }
                </p>
                <p id={FAULT} class="prompt-fault" role="alert">{ draft.fault.as_ref().map(ToString::to_string) }</p>
                <div class="dialog-buttons">
                    <button type="submit" class="primary">
                        { words.say(if draft.at.is_some() { "conditional-change" } else { "conditional-add" }) }
                    </button>
                    <button type="button" onclick={events::clicks(close)}>{ words.say("conditional-close") }</button>
                </div>
            </form>
        </Dialog>
    }
}

fn action(handlers: &Handlers, action: ConditionalAction) -> Callback<()> {
    handlers.on(move |()| Action::Conditional(action.clone()))
}

/// The formats that there are, or what one is for.
fn list(handlers: &Handlers, words: Words, formats: &[Wish]) -> Html {
    if formats.is_empty() {
        return html! { <p class="dialog-hint">{ words.say("conditional-none") }</p> };
    }
    let line = |(at, wish): (usize, &Wish)| {
        let said = sentence(wish, words);
        let button = |label: &str, sign: &str, does: ConditionalAction, is_off: bool| {
            let label = words.say_with(label, &[("format", &said)]);
            html! {
                <button type="button" disabled={is_off} aria-label={label.clone()} title={label} onclick={events::clicks(action(handlers, does))}>
                    <span aria-hidden="true">{ sign.to_owned() }</span>
                </button>
            }
        };
        html! {
            <li>
                { shown(wish, words) }
                <span class="conditional-what">{ &said }</span>
                { button("conditional-raise", "↑", ConditionalAction::Raise(at), at == 0) }
                { button("conditional-edit", "✎", ConditionalAction::Edit(at), false) }
                { button("conditional-remove", "×", ConditionalAction::Remove(at), false) }
            </li>
        }
    };
    html! { <ol class="conditional-list">{ for formats.iter().enumerate().map(line) }</ol> }
}

/// A format in words, such as `B2:B9: Större än 100`.
fn sentence(wish: &Wish, words: Words) -> String {
    let [one, other] = &wish.operands;
    let said = match wish.comparison {
        Comparison::Between => words.say_with("conditional-between-said", &[("one", one), ("other", other)]),
        Comparison::Levels => words.say_with("conditional-levels-said", &[("one", one), ("other", other)]),
        comparison => format!("{} {one}", words.say(of(comparison).1)),
    };
    format!("{}: {said}", wish.range)
}

fn of(comparison: Comparison) -> (Comparison, &'static str, &'static [&'static str]) {
    QUESTIONS.into_iter().find(|(known, ..)| *known == comparison).unwrap_or(QUESTIONS[0])
}

/// What is seen of the cells that a format marks.
fn shown(wish: &Wish, words: Words) -> Html {
    let signs = SIGNALS.iter().find(|(signal, ..)| *signal == wish.signal).map_or(&[][..], |(.., signs)| signs);
    let look = sample(wish.signal);
    let sign = |sign: &Sign| html! { <span class={cell::sign(*sign)}></span> };
    html! {
        <span class={classes!("sample", look.words(), look.fill.map(|_| "filled"))} aria-hidden="true">
            { for signs.iter().map(sign) }
            if !wish.signal.has_levels() { { words.say("conditional-sample") } }
        </span>
    }
}

struct Form<'a> {
    draft: &'a Draft,
    handlers: &'a Handlers,
    words: Words,
}

impl Form<'_> {
    fn on(&self, change: impl Fn(Draft, String) -> Draft + 'static) -> Callback<String> {
        let draft = self.draft.clone();
        self.handlers
            .on(move |text| Action::Conditional(ConditionalAction::Draft(Box::new(change(draft.clone(), text)))))
    }

    fn question(&self, node: &NodeRef) -> Html {
        let chosen = self.on(|draft, value| {
            let comparison =
                value.parse().ok().and_then(|at: usize| QUESTIONS.get(at)).map(|(comparison, ..)| *comparison);
            draft.asking(comparison.unwrap_or(Comparison::Above))
        });
        let options = QUESTIONS.iter().enumerate().map(|(at, (comparison, label, _))| {
            html! { <option value={at.to_string()} selected={*comparison == self.draft.wish.comparison}>{ self.words.say(label) }</option> }
        });
        html! {
            <label class="prompt-line">
                <span>{ self.words.say("conditional-question") }</span>
                <select ref={node.clone()} name="question" onchange={events::selections(chosen)}>{ for options }</select>
            </label>
        }
    }

    /// What the question compares with.
    fn operands(&self) -> Html {
        const TYPED: [fn(&mut Wish, String); 2] =
            [|wish, text| wish.operands[0] = text, |wish, text| wish.operands[1] = text];
        let (.., labels) = of(self.draft.wish.comparison);
        let fields = labels.iter().zip(TYPED).zip(&self.draft.wish.operands);
        html! { <>{ for fields.map(|((label, typed), text)| self.field(label, text, typed)) }</> }
    }

    fn signal(&self) -> Html {
        let chosen = self.on(|mut draft, value| {
            let signal = value.parse().ok().and_then(|at: usize| SIGNALS.get(at)).map(|(signal, ..)| *signal);
            draft.wish.signal = signal.unwrap_or(draft.wish.signal);
            draft
        });
        let levels = self.draft.wish.comparison == Comparison::Levels;
        let options = SIGNALS.iter().enumerate().filter(|(_, (signal, ..))| signal.has_levels() == levels);
        let options = options.map(|(at, (signal, label, _))| {
            html! { <option value={at.to_string()} selected={*signal == self.draft.wish.signal}>{ self.words.say(label) }</option> }
        });
        html! {
            <label class="prompt-line">
                <span>{ self.words.say("conditional-signal") }</span>
                <select name="signal" onchange={events::selections(chosen)}>{ for options }</select>
            </label>
        }
    }

    fn field(&self, label: &str, text: &str, change: fn(&mut Wish, String)) -> Html {
        let typed = self.on(move |mut draft, text| {
            change(&mut draft.wish, text);
            Draft { fault: None, ..draft }
        });
        html! {
            <label class="prompt-line" key={label.to_owned()}>
                <span>{ self.words.say(label) }</span>
                <input class="prompt-field" type="text" autocomplete="off" spellcheck="false" data-part={label.to_owned()}
                    aria-invalid={self.draft.fault.is_some().then_some("true")} value={text.to_owned()} oninput={events::typing(typed)} />
            </label>
        }
    }
}
