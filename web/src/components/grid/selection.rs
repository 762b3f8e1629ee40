//! The frames around the selected cells and the active one.

use yew::prelude::*;

use super::place;

/// Where the frames stand on the canvas: left, top, width and height.
#[derive(Properties, PartialEq)]
pub struct SelectionFrameProps {
    pub active: [f64; 4],
    pub range: [f64; 4],
    /// Cells pointed at in the formula that is being typed.
    pub pointed: Option<[f64; 4]>,
}

/// The frames.
#[component]
pub fn SelectionFrame(props: &SelectionFrameProps) -> Html {
    let (range, active, pointed) = (use_node_ref(), use_node_ref(), use_node_ref());
    {
        let (range, active, pointed) = (range.clone(), active.clone(), pointed.clone());
        use_effect_with((props.range, props.active, props.pointed.unwrap_or_default()), move |places| {
            place(&range, places.0);
            place(&active, places.1);
            place(&pointed, places.2);
        });
    }
    let several = props.range != props.active;
    html! {
        <>
            <div ref={range} class={classes!("range-frame", several.then_some("several"))} />
            <div ref={active} class="active-frame" />
            <div ref={pointed} class={classes!("pointed-frame", props.pointed.map(|_| "shown"))} />
        </>
    }
}
