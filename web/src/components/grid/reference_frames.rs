//! Frames around the cells that the formula being typed means. A frame and its stretch of the text have the same colour and
//! the same kind of line.

use yew::prelude::*;

use crate::components::coloured_text::look_class;
use crate::state::segments::Frame;

use super::place;

/// The frames, each with its place on the canvas: left, top, width and height.
#[derive(Properties, PartialEq)]
pub struct ReferenceFramesProps {
    pub frames: Vec<(Frame, [f64; 4])>,
}

/// The frames.
#[component]
pub fn ReferenceFrames(props: &ReferenceFramesProps) -> Html {
    let frame = |(index, (frame, place)): (usize, &(Frame, [f64; 4]))| {
        html! { <ReferenceFrame key={index} frame={frame.clone()} place={*place} /> }
    };
    html! { <div class="reference-frames" aria-hidden="true">{ for props.frames.iter().enumerate().map(frame) }</div> }
}

#[derive(Properties, PartialEq)]
struct ReferenceFrameProps {
    frame: Frame,
    place: [f64; 4],
}

#[component]
fn ReferenceFrame(props: &ReferenceFrameProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.place, move |at| place(&node, *at));
    }
    let Frame { range, look, label } = &props.frame;
    html! {
        <div ref={node} class={classes!("reference-frame", look_class(*look))} data-range={range.to_string()}>
            if let Some(label) = label { <span class="frame-label">{ label.clone() }</span> }
        </div>
    }
}
