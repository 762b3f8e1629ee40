//! The texts of a column, to pick one for the active cell.

use std::rc::Rc;

use yew::prelude::*;

use crate::platform::keys::{Key, KeyPress};
use crate::platform::menus;
use crate::platform::{events, fields, page};
use crate::state::filtering::FilterAction;
use crate::state::{Action, PageAction};

use super::handlers::{use_handlers, use_words};

/// The texts.
#[derive(Properties, PartialEq)]
pub struct TextListProps {
    pub texts: Rc<[String]>,
}

/// The list below the active cell.
#[component]
pub fn TextList(props: &TextListProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let (frame, list, at) = (use_node_ref(), use_node_ref(), use_state(|| 0_usize));
    {
        let (frame, list, field) = (frame.clone(), list.clone(), handlers.sheet_field.clone());
        use_effect_with((), move |()| {
            menus::place(&frame, None, &field);
            fields::focus(&list);
        });
    }
    use_effect_with(*at, |at| page::bring_into_sight(&option_id(*at)));
    let close = handlers.page(PageAction::Close);
    let pick = handlers.on(|text| Action::Filter(FilterAction::Pick(text)));
    let keys = {
        let (at, texts, pick, close) = (at.clone(), props.texts.clone(), pick.clone(), close.clone());
        Callback::from(move |press: KeyPress| match (press.key, way(press.key, *at, texts.len())) {
            (_, Some(to)) => {
                at.set(to);
                true
            }
            (Key::Enter | Key::Tab, None) => {
                texts.get(*at).into_iter().for_each(|text| pick.emit(text.clone()));
                true
            }
            (Key::Escape, None) => {
                close.emit(());
                true
            }
            (Key::Char(letter), None) => {
                found(&texts, *at, letter).into_iter().for_each(|to| at.set(to));
                true
            }
            _ => false,
        })
    };
    let option = |(place, text): (usize, &String)| {
        let taken = events::clicks(pick.reform({
            let text = text.clone();
            move |()| text.clone()
        }));
        let is_at = place == *at;
        html! {
            <li key={place} id={option_id(place)} role="option" aria-selected={is_at.to_string()}
                class={classes!("text-option", is_at.then_some("chosen"))} onclick={taken}>{ text.clone() }</li>
        }
    };
    html! {
        <div ref={frame.clone()} class="context-menu text-list" role="region" aria-label={words.say("text-list")}
            onfocusout={menus::leaving(&frame, close)}>
            <ul ref={list} class="menu-list" role="listbox" tabindex="0" aria-label={words.say("text-list")}
                aria-activedescendant={option_id(*at)} onkeydown={events::key_presses(keys)}>
                { for props.texts.iter().enumerate().map(option) }
            </ul>
        </div>
    }
}

/// Where a key leads in a list.
fn way(key: Key, at: usize, count: usize) -> Option<usize> {
    let last = count.saturating_sub(1);
    match key {
        Key::Down => Some((at + 1).min(last)),
        Key::Up => Some(at.saturating_sub(1)),
        Key::Home => Some(0),
        Key::End => Some(last),
        _ => None,
    }
}

/// The next text that begins with a letter, around the end.
fn found(texts: &[String], at: usize, letter: char) -> Option<usize> {
    let letter = letter.to_lowercase().to_string();
    let begins = |place: &usize| texts[*place].to_lowercase().starts_with(&letter);
    (at + 1..texts.len()).chain(0..=at.min(texts.len().saturating_sub(1))).find(begins)
}

fn option_id(place: usize) -> String {
    format!("text-option-{place}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lead_to_texts_and_arrows_stop_at_the_ends() {
        let texts = ["IT", "Skola", "Stab", "Vård"].map(str::to_owned);
        assert_eq!(
            [(0, 's'), (1, 'S'), (2, 's'), (0, 'v'), (0, 'x')].map(|(at, letter)| found(&texts, at, letter)),
            [Some(1), Some(2), Some(1), Some(3), None]
        );
        assert_eq!([way(Key::Down, 3, 4), way(Key::Up, 0, 4), way(Key::Enter, 0, 4)], [Some(3), Some(0), None]);
    }
}
