//! The panel beside the sheet that finds and replaces. Its fields keep the keyboard while the sheet shows what is found.

use tertial_engine::session::replacing::Obstacle;
use tertial_engine::session::{Place, SheetTab};
use yew::prelude::*;

use crate::platform::keys::{Key, KeyPress};
use crate::platform::{events, fields, page};
use crate::state::Workspace;
use crate::state::finding::{self, Area, FindAction, Finder, Options, Switch};
use crate::state::{Action, PageAction};
use crate::text::Words;

use super::handlers::{Handlers, use_handlers, use_words};

const LIST: &str = "find-list";
/// How many found cells are listed at once, around the current one.
const LISTED: usize = 60;
/// How many cells that were left are named.
const NAMED: usize = 5;

/// The search as the panel shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct FindView {
    pub replaces: bool,
    pub asked: u32,
    pub text: AttrValue,
    pub with: AttrValue,
    pub options: Options,
    pub area: Area,
    pub has_selection: bool,
    pub count: usize,
    pub current: Option<usize>,
    pub is_searching: bool,
    pub is_full: bool,
    /// The listed cells: number, address, text.
    pub listed: Vec<(usize, String, String)>,
    pub replaced: Option<(usize, Vec<(String, Obstacle)>)>,
}

impl FindView {
    /// The search of a book.
    pub fn of(workspace: &Workspace) -> Self {
        let (finder, current) = (&workspace.finder, finding::current(workspace));
        let start = current.unwrap_or(0).saturating_sub(LISTED / 2).min(finder.found.len().saturating_sub(LISTED));
        let places = finder.found.iter().enumerate().skip(start).take(LISTED);
        let name = |place: &Place| address(finder, &workspace.document.sheets, *place);
        let listed = places.map(|(index, place)| (index, name(place), text(workspace, *place)));
        let named = |left: &[(Place, Obstacle)]| left.iter().map(|(place, why)| (name(place), why.clone())).collect();
        Self {
            replaces: finder.replaces,
            asked: finder.asked,
            text: finder.text.clone().into(),
            with: finder.with.clone().into(),
            options: finder.options,
            area: finder.area,
            has_selection: finder.selected.is_some(),
            count: finder.found.len(),
            current,
            is_searching: finder.is_searching(),
            is_full: finder.is_full(),
            listed: listed.collect(),
            replaced: finder.replaced.as_ref().map(|(count, left)| (*count, named(left))),
        }
    }
}

/// A cell's address, with its sheet when the whole book is searched.
fn address(finder: &Finder, sheets: &[SheetTab], place: Place) -> String {
    let sheet = sheets.iter().find(|tab| tab.id == place.sheet && finder.area == Area::Book);
    sheet.map_or_else(|| place.address.to_string(), |tab| format!("{}!{}", tab.name, place.address))
}

fn text(workspace: &Workspace, place: Place) -> String {
    let session = &workspace.document.session;
    if workspace.finder.options.formulas { session.source(place) } else { session.cell(place).text }
}

/// The panel's search.
#[derive(Properties, PartialEq)]
pub struct FindPanelProps {
    pub find: FindView,
}

/// The panel.
#[component]
pub fn FindPanel(props: &FindPanelProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let find = &props.find;
    let (field, with) = (use_node_ref(), use_node_ref());
    use_fields(find, &field, &with);
    let title = words.say(if find.replaces { "command-replace" } else { "command-find" });
    let keys = |enter: fn(KeyPress) -> FindAction| events::field_key_presses(keys(&handlers, enter));
    let current = find.current.map(option_id);
    html! {
        <aside class="find-panel" data-region="find" aria-label={title.clone()}>
            <header class="find-head">
                <h2>{ title }</h2>
                { button(&handlers, words.say("dismiss"), FindAction::Close, false) }
            </header>
            <label class="find-field">
                <span>{ words.say("find-text") }</span>
                <input ref={field} type="text" data-part="find-text" role="combobox" autocomplete="off" spellcheck="false"
                    aria-expanded="true" aria-controls={LIST} aria-activedescendant={current} title={words.say("find-hint")}
                    oninput={events::typing(handlers.on(|text| Action::Find(FindAction::Typed(text))))}
                    onkeydown={keys(|press| FindAction::Next { back: press.shift })} />
            </label>
            if find.replaces {
                <label class="find-field">
                    <span>{ words.say("find-with") }</span>
                    <input ref={with} type="text" data-part="find-with" autocomplete="off" spellcheck="false"
                        oninput={events::typing(handlers.on(|text| Action::Find(FindAction::With(text))))}
                        onkeydown={keys(|_| FindAction::Replace)} />
                </label>
            }
            { options(find, &handlers, words) }
            { buttons(find, &handlers, words) }
            <p class="find-count" role="status" data-part="find-count">{ count(find, words) }</p>
            { replaced(find, words) }
            { list(find, &handlers, words) }
        </aside>
    }
}

/// The fields get the program's text when the panel opens, and the keyboard each time it is asked for.
#[hook]
fn use_fields(find: &FindView, field: &NodeRef, with: &NodeRef) {
    let (field, with) = (field.clone(), with.clone());
    let (text, replacing) = (find.text.clone(), find.with.clone());
    use_effect_with(find.asked, move |_| {
        fields::write(&field, &text);
        fields::write(&with, &replacing);
        fields::focus(&field);
        fields::mark_all(&field);
    });
    use_effect_with(find.current, |current| {
        current.iter().for_each(|index| page::bring_into_sight(&option_id(*index)));
    });
}

fn keys(handlers: &Handlers, enter: fn(KeyPress) -> FindAction) -> Callback<KeyPress, bool> {
    let handlers = handlers.clone();
    Callback::from(move |press: KeyPress| {
        let action = match press.key {
            Key::Enter => Action::Find(enter(press)),
            Key::Down => Action::Find(FindAction::Next { back: false }),
            Key::Up => Action::Find(FindAction::Next { back: true }),
            Key::Escape => Action::Page(PageAction::ToSheet),
            _ => return false,
        };
        handlers.act.emit(action);
        true
    })
}

fn button(handlers: &Handlers, label: String, action: FindAction, disabled: bool) -> Html {
    let act = handlers.on(move |()| Action::Find(action.clone()));
    html! { <button type="button" {disabled} onclick={events::clicks(act)}>{ label }</button> }
}

fn buttons(find: &FindView, handlers: &Handlers, words: Words) -> Html {
    let none = find.count == 0;
    let next = |back| FindAction::Next { back };
    html! {
        <div class="find-buttons">
            { button(handlers, words.say("find-previous"), next(true), none) }
            { button(handlers, words.say("find-next"), next(false), none) }
            if find.replaces {
                { button(handlers, words.say("find-replace"), FindAction::Replace, none || find.is_searching) }
                { button(handlers, words.say("find-replace-all"), FindAction::ReplaceAll, none || find.is_searching) }
            }
        </div>
    }
}

fn options(find: &FindView, handlers: &Handlers, words: Words) -> Html {
    let toggle = |label: &str, is_on: bool, action: FindAction| {
        let act = handlers.on(move |()| Action::Find(action.clone()));
        html! {
            <button type="button" aria-pressed={is_on.to_string()} onclick={events::clicks(act)}>{ words.say(label) }</button>
        }
    };
    let Options { match_case, whole_cell, formulas } = find.options;
    let over = |label, area| toggle(label, find.area == area, FindAction::Over(area));
    html! {
        <>
            <div class="find-options">
                { toggle("find-case", match_case, FindAction::Switch(Switch::Case)) }
                { toggle("find-whole", whole_cell, FindAction::Switch(Switch::Whole)) }
                { toggle("find-formulas", formulas, FindAction::Switch(Switch::Formulas)) }
            </div>
            <div class="find-options joined" role="group" aria-label={words.say("find-area")}>
                { over("find-sheet", Area::Sheet) }
                { over("find-book", Area::Book) }
                if find.has_selection { { over("find-selection", Area::Selection) } }
            </div>
        </>
    }
}

fn count(find: &FindView, words: Words) -> String {
    let count = find.count.to_string();
    let say = |key| words.say_with(key, &[("count", &count)]);
    match find.current {
        _ if find.text.is_empty() => String::new(),
        _ if find.is_searching => say("find-searching"),
        _ if find.count == 0 => words.say("find-none"),
        Some(index) => words.say_with("find-place", &[("at", &(index + 1).to_string()), ("count", &count)]),
        None if find.is_full => say("find-full"),
        None if find.count == 1 => words.say("find-one"),
        None => say("find-count"),
    }
}

/// What was replaced and what was left.
fn replaced(find: &FindView, words: Words) -> Html {
    let Some((count, left)) = &find.replaced else { return Html::default() };
    let more = left.len().saturating_sub(NAMED);
    let told = match count {
        1 => words.say("find-replaced-one"),
        count => words.say_with("find-replaced", &[("count", &count.to_string())]),
    };
    html! {
        <div class="find-replaced" role="status" data-part="find-replaced">
            <p>{ told }</p>
            if !left.is_empty() {
                <p>{ words.say("find-left") }</p>
                <ul>
                    for (cell, why) in left.iter().take(NAMED) { <li><b>{ cell.clone() }</b>{ ": " }{ reason(why, words) }</li> }
                    if more > 0 { <li>{ words.say_with("find-more", &[("count", &more.to_string())]) }</li> }
                </ul>
            }
        </div>
    }
}

fn reason(why: &Obstacle, words: Words) -> String {
    match why {
        Obstacle::Calculated => words.say("find-left-calculated"),
        Obstacle::Array => words.say("find-left-array"),
        Obstacle::Refused(refusal) => refusal.reason.clone(),
    }
}

fn option_id(index: usize) -> String {
    format!("find-{index}")
}

fn list(find: &FindView, handlers: &Handlers, words: Words) -> Html {
    let option = |(index, address, text): &(usize, String, String)| {
        let (index, is_current) = (*index, find.current == Some(*index));
        let jump = handlers.on(move |()| Action::Find(FindAction::Jump(index)));
        html! {
            <li key={index} id={option_id(index)} role="option" aria-selected={is_current.to_string()}
                class={classes!(is_current.then_some("chosen"))} onclick={events::clicks(jump)}>
                <span class="find-address">{ address.clone() }</span>
                <span class="find-shown">{ text.clone() }</span>
            </li>
        }
    };
    html! {
        <ul id={LIST} class="find-list" role="listbox" aria-label={words.say("find-found")}>
            { for find.listed.iter().map(option) }
        </ul>
    }
}
