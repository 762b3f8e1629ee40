//! The parts of the grid: what stays in sight beside what is scrolled. What lies over the cells is drawn once in each part
//! and cut off at its edges, so that nothing reaches from one part into another.

use yew::prelude::*;

use crate::components::views::Pane;

use super::place;

/// What lies over the cells of a part, and the part.
#[derive(Properties, PartialEq)]
pub struct OverlayProps {
    pub pane: Pane,
    pub children: Html,
}

/// What lies over the cells of a part.
#[component]
pub fn Overlay(props: &OverlayProps) -> Html {
    let pane = html! { <div class={classes!("pane", class(props.pane))}>{ props.children.clone() }</div> };
    if props.pane.left {
        html! { <div class="sticks-left">{ pane }</div> }
    } else {
        pane
    }
}

/// Carries what the hand grips or writes in: it stands where the part of its cell stands, and is never drawn anew.
#[component]
pub fn Carrier(props: &OverlayProps) -> Html {
    html! { <div class={classes!("carrier", class(props.pane))}>{ props.children.clone() }</div> }
}

/// Where the edge of a column is pulled to.
#[derive(Properties, PartialEq)]
pub struct EdgeLineProps {
    /// Pixels from the left edge of the canvas; nothing when none is pulled.
    pub at: Option<f64>,
}

/// The line that a column will end at.
#[component]
pub fn EdgeLine(props: &EdgeLineProps) -> Html {
    let line = use_node_ref();
    {
        let line = line.clone();
        use_effect_with(props.at, move |at| place(&line, [at.unwrap_or_default(), 0.0, 0.0, 0.0]));
    }
    html! { <div ref={line} class={classes!("edge-line", props.at.map(|_| "shown"))} /> }
}

fn class(pane: Pane) -> Classes {
    classes!(pane.top.then_some("at-top"), pane.left.then_some("at-left"))
}
