//! The frame around copied cells, which marches where motion is not unwelcome.

use yew::prelude::*;

use super::place;

/// Where the frame stands on the canvas: left, top, width and height.
#[derive(Properties, PartialEq)]
pub struct MarqueeProps {
    pub framed: Option<[f64; 4]>,
}

/// The frame.
#[component]
pub fn Marquee(props: &MarqueeProps) -> Html {
    let frame = use_node_ref();
    {
        let frame = frame.clone();
        use_effect_with(props.framed.unwrap_or_default(), move |at| place(&frame, *at));
    }
    html! { <div ref={frame} class={classes!("marquee", props.framed.map(|_| "shown"))} data-part="marquee" /> }
}
