//! The name box: shows the active cell, and goes where its text says.

use std::rc::Rc;

use tertial_engine::session::Address;
use yew::prelude::*;

use crate::platform::keys::{Key, KeyPress};
use crate::platform::{events, fields};
use crate::state::{Action, SelectAction, ViewAction};

use super::handlers::{use_handlers, use_words};

/// The active cell.
#[derive(Properties, PartialEq)]
pub struct NameBoxProps {
    pub cell: Address,
    /// Names of places, to be offered.
    pub places: Rc<[String]>,
}

/// Names the list of places.
const PLACES: &str = "places";

/// The name box.
#[component]
pub fn NameBox(props: &NameBoxProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let field = handlers.name_field.clone();
    let text = use_mut_ref(String::new);
    let shown = props.cell.to_string();
    {
        let (field, text) = (field.clone(), text.clone());
        use_effect_with(shown.clone(), move |shown| {
            text.replace(shown.clone());
            fields::write(&field, shown);
        });
    }
    let typed = Callback::from({
        let text = text.clone();
        move |typed| {
            text.replace(typed);
        }
    });
    let list_places = handlers.act.clone();
    let keys = {
        let (act, field, sheet, shown) = (handlers.act, field.clone(), handlers.sheet_field, shown.clone());
        move |press: KeyPress| match press.key {
            Key::Enter => {
                act.emit(Action::Select(SelectAction::Named(text.borrow().clone())));
                true
            }
            Key::Escape => {
                fields::write(&field, &shown);
                fields::focus(&sheet);
                true
            }
            _ => false,
        }
    };
    let select = Callback::from({
        let (field, act) = (field.clone(), list_places);
        move |()| {
            act.emit(Action::View(ViewAction::ListPlaces));
            fields::mark_all(&field);
        }
    });
    let restore = Callback::from({
        let field = field.clone();
        move |()| fields::write(&field, &shown)
    });
    html! {
        <>
        <input ref={field} class="name-box" list={PLACES} data-part="name-box" type="text" autocomplete="off" spellcheck="false"
            aria-label={words.say("name-box")} oninput={events::typing(typed)}
            onkeydown={events::field_key_presses(Callback::from(keys))}
            onfocus={events::focusing(select)} onblur={events::leaving(restore)} />
        <datalist id={PLACES}>
            for place in props.places.iter() { <option value={place.clone()} /> }
        </datalist>
        </>
    }
}
