//! What is asked of a column of the filter: a test, or which of its texts are shown.

use std::collections::BTreeSet;
use std::rc::Rc;

use tertial_engine::session::filter::{Choice, Choices, Criterion, Test};
use yew::prelude::*;

use crate::platform::keys::{Key, KeyPress};
use crate::platform::{events, fields, page};
use crate::state::filtering::{Asked, FilterAction};
use crate::state::{Action, PageAction};
use crate::text::Words;

use super::dialog::Dialog;
use super::handlers::{use_handlers, use_words};

const NAME: &str = "filter-name";
const LIST: &str = "filter-list";
const FAULT: &str = "filter-fault";
/// More texts than these are found by searching.
const MOST_LISTED: usize = 500;

/// A column of the filter.
#[derive(Properties, PartialEq)]
pub struct FilterDialogProps {
    pub choices: Rc<Choices>,
    /// What its test compares with, as it would be typed.
    pub typed: (String, String),
    /// Whether a test was refused.
    pub is_wrong: bool,
}

/// What somebody has chosen so far.
#[derive(Debug, Clone, PartialEq)]
struct Draft {
    search: String,
    /// The keys of the texts that are not to be shown.
    hidden: BTreeSet<String>,
    test: Option<Test>,
    operand: String,
    to: String,
    /// The place in the list that has the keyboard.
    at: usize,
}

impl Draft {
    fn of(props: &FilterDialogProps) -> Self {
        let hidden = props.choices.items.iter().filter(|choice| !choice.is_shown).map(|choice| choice.key.clone());
        let test = match &props.choices.criterion {
            Some(Criterion::Condition(condition)) => Some(condition.test),
            _ => None,
        };
        let hidden = if test.is_some() { BTreeSet::new() } else { hidden.collect() };
        let (operand, to) = props.typed.clone();
        Self { search: String::new(), hidden, test, operand, to, at: 0 }
    }

    /// The texts that the search finds.
    fn found<'a>(&self, choices: &'a Choices) -> Vec<&'a Choice> {
        let search = self.search.trim().to_lowercase();
        choices.items.iter().filter(|choice| choice.text.to_lowercase().contains(&search)).collect()
    }

    /// What is asked by what was chosen. With a search only what it finds is meant.
    fn asked(&self, choices: &Choices) -> Asked {
        if let Some(test) = self.test {
            return Asked::Test { test, operand: self.operand.clone(), to: self.to.clone() };
        }
        let keys = |choices: Vec<&Choice>, are_shown: bool| {
            let meant = choices.into_iter().filter(|choice| self.hidden.contains(&choice.key) != are_shown);
            meant.map(|choice| choice.key.clone()).collect::<Vec<_>>()
        };
        let is_searched = !self.search.trim().is_empty();
        if !is_searched && self.hidden.is_empty() {
            return Asked::Anything;
        }
        // What there was no room to list is shown, as long as nobody searched for other things.
        let are_shown = is_searched || !choices.are_cut;
        Asked::Texts { keys: keys(self.found(choices), are_shown), are_shown }
    }

    /// Shows or hides all that the search finds.
    fn turn_all(&mut self, choices: &Choices) {
        let found = self.found(choices);
        let all = found.iter().all(|choice| !self.hidden.contains(&choice.key));
        let keys: Vec<String> = found.into_iter().map(|choice| choice.key.clone()).collect();
        for key in keys {
            _ = if all { self.hidden.insert(key) } else { self.hidden.remove(&key) };
        }
    }

    /// Shows or hides the text at a place of the list, of which the first stands for all.
    fn turn(&mut self, choices: &Choices, place: usize) {
        let Some(place) = place.checked_sub(1) else { return self.turn_all(choices) };
        let Some(key) = self.found(choices).get(place).map(|choice| choice.key.clone()) else { return };
        if !self.hidden.remove(&key) {
            self.hidden.insert(key);
        }
    }
}

/// A column of the filter.
#[component]
pub fn FilterDialog(props: &FilterDialogProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let (draft, search, list) = (use_state(|| Draft::of(props)), use_node_ref(), use_node_ref());
    {
        let search = search.clone();
        use_effect_with((), move |()| fields::focus(&search));
    }
    use_effect_with(draft.at, |at| page::bring_into_sight(&option_id(*at)));
    let choices = &props.choices;
    let close = handlers.page(PageAction::Close);
    let ask = handlers.on(|asked| Action::Filter(FilterAction::Ask(asked)));
    let done = ask.reform({
        let (draft, choices) = (draft.clone(), choices.clone());
        move |()| draft.asked(&choices)
    });
    let searched = change(&draft, |draft, text| (draft.search, draft.at) = (text, 0));
    let down = {
        let list = list.clone();
        Callback::from(move |press: KeyPress| (press.key == Key::Down).then(|| fields::focus(&list)).is_some())
    };
    html! {
        <Dialog class="filter" named_by={NAME} cancelled={close.clone()}>
            <form onsubmit={events::submits(done.clone())}>
                <h2 id={NAME}>{ words.say_with("filter-title", &[("heading", &choices.heading)]) }</h2>
                <Condition draft={draft.clone()} is_wrong={props.is_wrong} />
                <fieldset class="filter-texts" disabled={draft.test.is_some()}>
                    <legend>{ words.say("filter-texts") }</legend>
                    <input ref={search} class="filter-search" type="search" autocomplete="off" spellcheck="false"
                        placeholder={words.say("filter-search")} aria-label={words.say("filter-search")} aria-controls={LIST}
                        oninput={events::typing(searched)} onkeydown={events::field_key_presses(down)} />
                    <ul ref={list} id={LIST} class="filter-list" role="listbox" tabindex="0" aria-multiselectable="true"
                        aria-label={words.say("filter-texts")} aria-activedescendant={option_id(draft.at)}
                        onkeydown={events::key_presses(list_keys(&draft, choices, done))}>
                        { options(&draft, choices, words) }
                    </ul>
                    { too_many(&draft, choices, words) }
                </fieldset>
                <div class="dialog-buttons">
                    <button type="submit" class="primary">{ words.say("filter-do") }</button>
                    if choices.criterion.is_some() {
                        <button type="button" onclick={events::clicks(ask.reform(|()| Asked::Anything))}>
                            { words.say("filter-all") }
                        </button>
                    }
                    <button type="button" onclick={events::clicks(close)}>{ words.say("dialog-cancel") }</button>
                </div>
            </form>
        </Dialog>
    }
}

/// The comparison.
#[derive(Properties, PartialEq)]
struct ConditionProps {
    draft: UseStateHandle<Draft>,
    is_wrong: bool,
}

#[component]
fn Condition(props: &ConditionProps) -> Html {
    let (words, draft) = (use_words(), &props.draft);
    let (operand, to) = (use_node_ref(), use_node_ref());
    {
        let (operand, to, start) = (operand.clone(), to.clone(), (draft.operand.clone(), draft.to.clone()));
        use_effect_with(draft.test, move |_| {
            fields::write(&operand, &start.0);
            fields::write(&to, &start.1);
        });
    }
    let chosen = change(draft, |draft, name| draft.test = Test::from_name(&name));
    let option = |value: &'static str, selected: bool, key: &str| {
        html! { <option {value} {selected}>{ words.say(key) }</option> }
    };
    let tests = Test::ALL.iter().map(|(test, name)| option(name, draft.test == Some(*test), words_of(*test)));
    let fault = props.is_wrong.then(|| words.say("filter-no-condition"));
    html! {
        <fieldset class="filter-condition">
            <legend>{ words.say("filter-condition") }</legend>
            <select aria-label={words.say("filter-condition")} onchange={events::selections(chosen)}>
                { option("", draft.test.is_none(), "filter-no-test") }
                { for tests }
            </select>
            if draft.test.is_some() {
                <input ref={operand} type="text" autocomplete="off" spellcheck="false" data-part="filter-operand"
                    aria-label={words.say("filter-operand")} placeholder={words.say("filter-operand")} aria-invalid={props.is_wrong.then_some("true")} aria-describedby={FAULT}
                    oninput={events::typing(change(draft, |draft, text| draft.operand = text))} />
            }
            if draft.test == Some(Test::Between) {
                <input ref={to} type="text" autocomplete="off" spellcheck="false" data-part="filter-to"
                    aria-label={words.say("filter-to")} placeholder={words.say("filter-to")}
                    oninput={events::typing(change(draft, |draft, text| draft.to = text))} />
            }
            <p id={FAULT} class="prompt-fault" role="alert">{ fault.unwrap_or_default() }</p>
        </fieldset>
    }
}

/// What typing or choosing something does to the draft.
fn change(draft: &UseStateHandle<Draft>, change: fn(&mut Draft, String)) -> Callback<String> {
    let draft = draft.clone();
    Callback::from(move |text| {
        let mut changed = (*draft).clone();
        change(&mut changed, text);
        draft.set(changed);
    })
}

/// The keys of the list: arrows go through it, Space turns, Enter is the dialog's.
fn list_keys(draft: &UseStateHandle<Draft>, choices: &Rc<Choices>, done: Callback<()>) -> Callback<KeyPress, bool> {
    let (draft, choices) = (draft.clone(), choices.clone());
    Callback::from(move |press: KeyPress| {
        let mut changed = (*draft).clone();
        let last = changed.found(&choices).len().min(MOST_LISTED);
        match press.key {
            Key::Down => changed.at = (changed.at + 1).min(last),
            Key::Up => changed.at = changed.at.saturating_sub(1),
            Key::Home => changed.at = 0,
            Key::End => changed.at = last,
            Key::Char(' ') => changed.turn(&choices, draft.at),
            Key::Enter => {
                done.emit(());
                return true;
            }
            _ => return false,
        }
        draft.set(changed);
        true
    })
}

/// All, and each text that the search finds.
fn options(draft: &UseStateHandle<Draft>, choices: &Rc<Choices>, words: Words) -> Html {
    let found = draft.found(choices);
    let is_seen = |choice: &&Choice| !draft.hidden.contains(&choice.key);
    let all = words.say(if draft.search.trim().is_empty() { "filter-select-all" } else { "filter-select-found" });
    let option = |place: usize, label: String, count: Option<usize>, checked: bool| {
        let turned = {
            let (draft, choices) = (draft.clone(), choices.clone());
            Callback::from(move |()| {
                let mut changed = (*draft).clone();
                changed.at = place;
                changed.turn(&choices, place);
                draft.set(changed);
            })
        };
        let is_at = draft.at == place;
        html! {
            <li key={place} id={option_id(place)} role="option" aria-selected={is_at.to_string()} aria-checked={checked.to_string()}
                class={classes!("filter-option", checked.then_some("checked"), is_at.then_some("chosen"))}
                data-choice={label.clone()} onclick={events::clicks(turned)}>
                <span class="filter-box" aria-hidden="true">{ if checked { "✓" } else { "" } }</span>
                <span class="filter-label">{ label }</span>
                if let Some(count) = count { <span class="filter-count">{ count }</span> }
            </li>
        }
    };
    let label = |choice: &Choice| if choice.text.is_empty() { words.say("filter-blanks") } else { choice.text.clone() };
    let listed = found.iter().take(MOST_LISTED).enumerate();
    html! {
        <>
            { option(0, all, None, found.iter().all(is_seen)) }
            { for listed.map(|(place, choice)| option(place + 1, label(choice), Some(choice.count), is_seen(choice))) }
        </>
    }
}

/// Says that not all is listed.
fn too_many(draft: &Draft, choices: &Choices, words: Words) -> Html {
    let count = draft.found(choices).len();
    let key = match count {
        0 => "filter-none-found",
        _ if count > MOST_LISTED || choices.are_cut => "filter-too-many",
        _ => "",
    };
    html! { <p class="dialog-hint" role="status">if !key.is_empty() { { words.say(key) } }</p> }
}

/// Key of the words of a test.
const fn words_of(test: Test) -> &'static str {
    match test {
        Test::Equal => "filter-equal",
        Test::NotEqual => "filter-not-equal",
        Test::Greater => "filter-greater",
        Test::GreaterOrEqual => "filter-greater-or-equal",
        Test::Less => "filter-less",
        Test::LessOrEqual => "filter-less-or-equal",
        Test::Between => "filter-between",
        Test::Contains => "filter-contains",
        Test::NotContains => "filter-not-contains",
        Test::BeginsWith => "filter-begins-with",
        Test::EndsWith => "filter-ends-with",
    }
}

fn option_id(place: usize) -> String {
    format!("filter-option-{place}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices(are_cut: bool) -> Choices {
        let choice = |text: &str| Choice { key: text.to_lowercase(), text: text.into(), count: 1, is_shown: true };
        Choices {
            heading: "Namn".into(),
            items: ["IT", "Skola", "Vård"].map(choice).to_vec(),
            are_cut,
            criterion: None,
        }
    }

    fn draft(choices: &Choices) -> Draft {
        let props = FilterDialogProps { choices: Rc::new(choices.clone()), typed: Default::default(), is_wrong: false };
        Draft::of(&props)
    }

    fn texts(keys: &[&str], are_shown: bool) -> Asked {
        Asked::Texts { keys: keys.iter().map(|key| (*key).to_owned()).collect(), are_shown }
    }

    #[test]
    fn all_checked_asks_nothing_and_some_ask_for_those() {
        let choices = choices(false);
        let mut draft = draft(&choices);
        assert_eq!(draft.asked(&choices), Asked::Anything);
        draft.turn(&choices, 2);
        assert_eq!(draft.asked(&choices), texts(&["it", "vård"], true));
        draft.turn(&choices, 0);
        assert_eq!(draft.asked(&choices), Asked::Anything, "all again");
        draft.turn(&choices, 0);
        draft.turn(&choices, 1);
        assert_eq!(draft.asked(&choices), texts(&["it"], true));
    }

    #[test]
    fn a_search_means_what_it_finds() {
        let choices = choices(true);
        let mut draft = draft(&choices);
        draft.search = "vå".into();
        assert_eq!(draft.asked(&choices), texts(&["vård"], true));
        draft.search.clear();
        draft.turn(&choices, 1);
        assert_eq!(draft.asked(&choices), texts(&["it"], false), "what is not listed stays");
    }
}
