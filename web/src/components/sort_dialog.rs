//! By which columns rows are sorted, to be chosen, with what would move and what would stay.

use tertial_engine::session::sorting::{Key, Order, Plan};
use yew::prelude::*;

use crate::platform::{events, fields};
use crate::state::sorting::SortAction;
use crate::state::{Action, PageAction};
use crate::text::Words;

use super::dialog::Dialog;
use super::grid::headers::letters;
use super::handlers::{Handlers, use_handlers, use_words};

const NAME: &str = "sort-name";
const WHAT: &str = "sort-what";
/// As many columns as anybody keeps apart.
const MOST_KEYS: usize = 6;

/// By which columns rows are sorted.
#[derive(Properties, PartialEq)]
pub struct SortDialogProps {
    /// The answer so far.
    pub order: Order,
    /// What it would do.
    pub plan: Plan,
}

/// By which columns rows are sorted.
#[component]
pub fn SortDialog(props: &SortDialogProps) -> Html {
    let (handlers, words, last) = (use_handlers(), use_words(), use_node_ref());
    let SortDialogProps { order, plan } = props;
    {
        // The keyboard goes to the column that came, or that is the last when one went.
        let last = last.clone();
        use_effect_with(order.keys.len(), move |_| fields::focus(&last));
    }
    let close = handlers.page(PageAction::Close);
    let sort = handlers.on({
        let order = order.clone();
        move |()| Action::Sort(SortAction::By(order.clone()))
    });
    let count = order.keys.len();
    let key = |index: usize| {
        let list = if index + 1 == count { last.clone() } else { NodeRef::default() };
        html! { <SortKey {index} {list} order={order.clone()} columns={plan.columns.clone()} /> }
    };
    html! {
        <Dialog class="sort" named_by={NAME} cancelled={close.clone()}>
            <form onsubmit={events::submits(sort)} aria-describedby={WHAT}>
                <h2 id={NAME}>{ words.say("sort-title") }</h2>
                <div id={WHAT} class="sort-what">{ for sentences(plan, words).into_iter().map(|line| html! { <p>{ line }</p> }) }</div>
                { headings_choice(&handlers, words, props) }
                { for (0..count).map(key) }
                if count < MOST_KEYS.min(plan.columns.len()) { { add_button(&handlers, words, props) } }
                <p class="sort-preview" role="status">{ words.say_with("sort-first", &[("first", &plan.first.join(", "))]) }</p>
                <div class="dialog-buttons">
                    <button type="submit" class="primary">{ words.say("sort-do") }</button>
                    <button type="button" onclick={events::clicks(close)}>{ words.say("dialog-cancel") }</button>
                </div>
            </form>
        </Dialog>
    }
}

/// What would be moved, and what would stay.
fn sentences(plan: &Plan, words: Words) -> Vec<String> {
    let what = if plan.headings.is_none() { "sort-report" } else { "sort-cells" };
    let range = plan.range.to_string();
    let mut moves = words.say_with("sort-moves", &[("count", &plan.movable.to_string())]);
    if plan.groups > 1 {
        let groups = words.say_with("sort-groups", &[("groups", &plan.groups.to_string())]);
        moves = format!("{moves} {groups}");
    }
    let mut sentences = vec![words.say_with(what, &[("range", &range)]), moves];
    if plan.sums > 0 {
        sentences.push(words.say_with("sort-stays", &[("sums", &plan.sums.to_string())]));
    }
    if plan.hidden > 0 {
        sentences.push(words.say_with("sort-hidden", &[("hidden", &plan.hidden.to_string())]));
    }
    sentences
}

/// Whether the first row names the columns, where no report table tells.
fn headings_choice(handlers: &Handlers, words: Words, SortDialogProps { order, plan }: &SortDialogProps) -> Html {
    let Some(checked) = plan.headings else { return Html::default() };
    let other = Order { headings: Some(!checked), ..order.clone() };
    let turned = handlers.on(move |()| Action::Sort(SortAction::Draft(other.clone())));
    html! {
        <label class="choice">
            <input type="checkbox" {checked} onchange={events::choices(turned)} />{ words.say("sort-headings") }
        </label>
    }
}

/// Adds the first column that rows are not sorted by yet.
fn add_button(handlers: &Handlers, words: Words, SortDialogProps { order, plan }: &SortDialogProps) -> Html {
    let is_free = |column: &u32| order.keys.iter().all(|key| key.column != *column);
    let column = plan.columns.iter().map(|(column, _)| *column).find(is_free).unwrap_or(plan.range.first.column);
    let mut more = order.clone();
    more.keys.push(Key { column, descending: false });
    let add = handlers.on(move |()| Action::Sort(SortAction::Draft(more.clone())));
    html! { <button type="button" class="sort-add" onclick={events::clicks(add)}>{ words.say("sort-add") }</button> }
}

/// One of the columns.
#[derive(Properties, PartialEq)]
struct SortKeyProps {
    index: usize,
    order: Order,
    /// Those that there are.
    columns: Vec<(u32, String)>,
    /// The list of them.
    list: NodeRef,
}

#[component]
fn SortKey(props: &SortKeyProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let SortKeyProps { index, order, columns, list } = props;
    let key = order.keys[*index];
    let draft = |change: fn(&mut Order, usize, u32)| {
        let (order, index) = (order.clone(), *index);
        handlers.on(move |value: String| {
            let mut order = order.clone();
            change(&mut order, index, value.parse().unwrap_or_default());
            Action::Sort(SortAction::Draft(order))
        })
    };
    let column = draft(|order, index, column| order.keys[index].column = column);
    let way = draft(|order, index, descending| order.keys[index].descending = descending == 1);
    let remove = draft(|order, index, _| _ = order.keys.remove(index)).reform(|()| String::new());
    let label = words.say(if *index == 0 { "sort-by" } else { "sort-then-by" });
    html! {
        <fieldset class="sort-key">
            <legend>{ label }</legend>
            <select ref={list.clone()} aria-label={words.say("sort-column")} onchange={events::selections(column)}>
                { for columns.iter().map(|(column, heading)| option(*column, *column == key.column, named(*column, heading, words))) }
            </select>
            <select aria-label={words.say("sort-way")} onchange={events::selections(way)}>
                { option(0, !key.descending, words.say("sort-ascending")) }
                { option(1, key.descending, words.say("sort-descending")) }
            </select>
            if order.keys.len() > 1 {
                <button type="button" onclick={events::clicks(remove)} aria-label={words.say("sort-remove")}
                    title={words.say("sort-remove")}><span aria-hidden="true">{ "×" }</span></button>
            }
        </fieldset>
    }
}

fn option(value: u32, selected: bool, label: String) -> Html {
    html! { <option value={value.to_string()} {selected}>{ label }</option> }
}

/// A column by its heading and its letters.
fn named(column: u32, heading: &str, words: Words) -> String {
    match heading {
        "" => words.say_with("sort-column-of", &[("column", &letters(column))]),
        heading => format!("{heading} ({})", letters(column)),
    }
}
