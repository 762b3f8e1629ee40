//! The handle at the corner of the selection, and the frame around what it is pulled over.

use yew::prelude::*;

use crate::components::handlers::{use_handlers, use_words};
use crate::platform::pointer::{self, Pointer};
use crate::state::{Action, EditAction};

use super::place;

/// Where handle and frame stand on the canvas: left, top, width and height.
#[derive(Properties, PartialEq)]
pub struct FillHandleProps {
    /// The element that the pointer's place is told in.
    pub scroller: NodeRef,
    pub range: [f64; 4],
    /// The selection and the cells that the handle is pulled over.
    pub pulled: Option<[f64; 4]>,
    pub is_shown: bool,
}

/// The handle.
#[component]
pub fn FillHandle(props: &FillHandleProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let (handle, frame) = (use_node_ref(), use_node_ref());
    {
        let (handle, frame) = (handle.clone(), frame.clone());
        use_effect_with((props.range, props.pulled.unwrap_or_default()), move |places| {
            place(&handle, places.0);
            place(&frame, places.1);
        });
    }
    let does = |action: fn(Pointer) -> EditAction| handlers.on(move |pointer| Action::Edit(action(pointer)));
    let lost = pointer::losses(handlers.on(|()| Action::Edit(EditAction::LetGo)));
    // The command that fills a series is the keyboard's way to the same.
    html! {
        <>
            <div ref={handle.clone()} class={classes!("fill-handle", props.is_shown.then_some("shown"))} aria-hidden="true"
                data-part="fill-handle"                 title={words.say("fill-handle")}
                onpointerdown={pointer::grips(&handle, &props.scroller, does(EditAction::Grip))}
                onpointermove={pointer::pulls(&handle, &props.scroller, does(EditAction::Pull))}
                onpointerup={pointer::pulls(&handle, &props.scroller, does(EditAction::Release))}
                onpointercancel={lost} />
            <div ref={frame} data-part="pull-frame" class={classes!("pull-frame", props.pulled.map(|_| "shown"))} />
        </>
    }
}
