//! The frame around copied cells, which marches where motion is not unwelcome.

use yew::prelude::*;

use super::place;

/// Where frames stand on the canvas.
#[derive(Properties, PartialEq)]
pub struct MarqueesProps {
    pub framed: Vec<[f64; 4]>,
}

/// The frames around all that was copied. One is always there, so that it comes without delay.
#[component]
pub fn Marquees(props: &MarqueesProps) -> Html {
    let frame = |index| html! { <Marquee key={index} framed={props.framed.get(index).copied()} /> };
    html! { <div>{ for (0..props.framed.len().max(1)).map(frame) }</div> }
}

/// Where the frame stands on the canvas: left, top, width and height.
#[derive(Properties, PartialEq)]
struct MarqueeProps {
    framed: Option<[f64; 4]>,
}

/// The frame.
#[component]
fn Marquee(props: &MarqueeProps) -> Html {
    let frame = use_node_ref();
    {
        let frame = frame.clone();
        use_effect_with(props.framed.unwrap_or_default(), move |at| place(&frame, *at));
    }
    html! { <div ref={frame} class={classes!("marquee", props.framed.map(|_| "shown"))} data-part="marquee" /> }
}
