//! The question how the numbers of a paste are written, with both answers shown on examples.

use tertial_engine::session::Marks;
use tertial_engine::session::pasting::{Example, Survey};
use yew::prelude::*;

use crate::platform::events;
use crate::state::Action;
use crate::state::action::ClipAction;

use super::dialog::Dialog;
use super::handlers::{use_handlers, use_words};

const NAME: &str = "number-marks";

/// What the question is about.
#[derive(Properties, PartialEq)]
pub struct NumberMarksDialogProps {
    pub survey: Survey,
}

/// The question how the numbers of a paste are written.
#[component]
pub fn NumberMarksDialog(props: &NumberMarksDialogProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let Survey { unclear, examples, .. } = &props.survey;
    let answer = |action: ClipAction| events::clicks(handlers.on(move |()| Action::Clip(action.clone())));
    let row = |Example { text, with_comma, with_point }: &Example| {
        html! { <tr><th scope="row">{ text }</th><td>{ with_comma }</td><td>{ with_point }</td></tr> }
    };
    let give_up = handlers.on(|()| Action::Clip(ClipAction::GiveUp));
    html! {
        <Dialog class="number-marks" named_by={NAME} cancelled={give_up}>
            <h2 id={NAME}>{ words.say("marks-question") }</h2>
            <p>{ words.say_with("marks-text", &[("count", &unclear.to_string())]) }</p>
            <table class="examples">
                <thead>
                    <tr>
                        <th scope="col">{ words.say("marks-as-pasted") }</th>
                        <th scope="col">{ words.say("marks-with-comma") }</th>
                        <th scope="col">{ words.say("marks-with-point") }</th>
                    </tr>
                </thead>
                <tbody>{ for examples.iter().map(row) }</tbody>
            </table>
            <div class="dialog-buttons">
                <button type="button" class="primary" onclick={answer(ClipAction::Read(Marks::DecimalComma))}>
                    { words.say("marks-comma") }
                </button>
                <button type="button" class="primary" onclick={answer(ClipAction::Read(Marks::DecimalPoint))}>
                    { words.say("marks-point") }
                </button>
                <button type="button" onclick={answer(ClipAction::GiveUp)}>{ words.say("paste-give-up") }</button>
            </div>
        </Dialog>
    }
}
