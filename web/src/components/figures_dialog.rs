//! Which figures of the selection the status line shows.

use yew::prelude::*;

use crate::platform::{events, fields};
use crate::state::figures::{Figure, Figures, FiguresAction};
use crate::state::{Action, PageAction};

use super::dialog::Dialog;
use super::handlers::{use_handlers, use_words};

const NAME: &str = "figures-name";

/// Those that are shown now.
#[derive(Properties, PartialEq)]
pub struct FiguresDialogProps {
    pub figures: Figures,
}

/// Which figures of the selection the status line shows; each choice counts at once.
#[component]
pub fn FiguresDialog(props: &FiguresDialogProps) -> Html {
    let (handlers, words, first) = (use_handlers(), use_words(), use_node_ref());
    {
        let first = first.clone();
        use_effect_with((), move |()| fields::focus(&first));
    }
    let close = handlers.page(PageAction::Close);
    let choice = |(place, figure): (usize, Figure)| {
        let turn = handlers.on(move |()| Action::Figures(FiguresAction::Turn(figure)));
        let node = if place == 0 { first.clone() } else { NodeRef::default() };
        html! {
            <label>
                <input ref={node} type="checkbox" checked={props.figures.shows(figure)} onchange={events::choices(turn)} />
                { words.say(figure.label()) }
            </label>
        }
    };
    html! {
        <Dialog class="figures" named_by={NAME} cancelled={close.clone()}>
            <h2 id={NAME}>{ words.say("figures-title") }</h2>
            <div class="figures-choices">{ for Figure::ALL.into_iter().enumerate().map(choice) }</div>
            <div class="dialog-buttons">
                <button type="button" class="primary" onclick={events::clicks(close)}>{ words.say("dismiss") }</button>
            </div>
        </Dialog>
    }
}
