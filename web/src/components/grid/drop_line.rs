//! The line where rows or columns that the pointer takes along would come in.

use yew::prelude::*;

use super::place;

/// Where it is on the canvas: left, top, width and height, of which one is nothing; nowhere when nothing is taken along.
#[derive(Properties, PartialEq)]
pub struct DropLineProps {
    pub at: Option<[f64; 4]>,
}

/// The line.
#[component]
pub fn DropLine(props: &DropLineProps) -> Html {
    let line = use_node_ref();
    {
        let line = line.clone();
        use_effect_with(props.at, move |at| place(&line, at.unwrap_or_default()));
    }
    let lies = props.at.is_some_and(|[_, _, _, height]| height == 0.0);
    let look = props.at.map(|_| if lies { "shown between-rows" } else { "shown between-columns" });
    html! { <div ref={line} class={classes!("drop-line", look)} data-part="drop-line" /> }
}
