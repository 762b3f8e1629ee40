//! The frames around the selected cells and the active one.

use yew::prelude::*;

use super::place;

/// Where the frames stand on the canvas: left, top, width and height.
#[derive(Properties, PartialEq)]
pub struct SelectionFrameProps {
    pub active: [f64; 4],
    /// The selected rectangles.
    pub ranges: Vec<[f64; 4]>,
    /// Cells pointed at in the formula that is being typed.
    pub pointed: Option<[f64; 4]>,
    /// The selection and the cells that its handle is pulled over.
    pub pulled: Option<[f64; 4]>,
}

/// The frames.
#[component]
pub fn SelectionFrame(props: &SelectionFrameProps) -> Html {
    // Frames that come and go stand in an element of their own.
    html! {
        <>
            <div class="range-frames">
                for (index, at) in props.ranges.iter().enumerate() {
                    <Frame key={index} class="range-frame several" at={*at} />
                }
            </div>
            <Frame class="active-frame" at={props.active} />
            <Frame class={classes!("pointed-frame", props.pointed.map(|_| "shown"))} at={props.pointed.unwrap_or_default()} />
            <Frame part="pull-frame" class={classes!("pull-frame", props.pulled.map(|_| "shown"))} at={props.pulled.unwrap_or_default()} />
        </>
    }
}

/// A frame and where it stands.
#[derive(Properties, PartialEq)]
struct FrameProps {
    class: Classes,
    at: [f64; 4],
    #[prop_or_default]
    part: Option<&'static str>,
}

#[component]
fn Frame(props: &FrameProps) -> Html {
    let frame = use_node_ref();
    {
        let frame = frame.clone();
        use_effect_with(props.at, move |at| place(&frame, *at));
    }
    html! { <div ref={frame} class={props.class.clone()} data-part={props.part} /> }
}
