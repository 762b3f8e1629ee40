//! The handle at the corner of the selection.

use yew::prelude::*;

use crate::components::handlers::{use_handlers, use_words};
use crate::platform::pointer::{self, Pointer};
use crate::state::{Action, EditAction};

use super::place;

/// Where the selection stands on the canvas: left, top, width and height.
#[derive(Properties, PartialEq)]
pub struct FillHandleProps {
    /// The element that the pointer's place is told in.
    pub scroller: NodeRef,
    pub range: [f64; 4],
    pub is_shown: bool,
}

/// The handle.
#[component]
pub fn FillHandle(props: &FillHandleProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let handle = use_node_ref();
    {
        let handle = handle.clone();
        use_effect_with(props.range, move |range| place(&handle, *range));
    }
    let does = |action: fn(Pointer) -> EditAction| handlers.on(move |pointer| Action::Edit(action(pointer)));
    let lost = pointer::losses(handlers.on(|()| Action::Edit(EditAction::LetGo)));
    // Commands that fill a series, or as far as the column beside, are the keyboard's way to the same.
    html! {
        <div ref={handle.clone()} class={classes!("fill-handle", props.is_shown.then_some("shown"))} aria-hidden="true"
            data-part="fill-handle" title={words.say("fill-handle")}
            onpointerdown={pointer::grips(&handle, &props.scroller, does(EditAction::Grip))}
            onpointermove={pointer::pulls(&handle, &props.scroller, does(EditAction::Pull))}
            onpointerup={pointer::pulls(&handle, &props.scroller, does(EditAction::Release))}
            onpointercancel={lost} ondblclick={pointer::own_double_clicks(handlers.on(|()| Action::Edit(EditAction::FillBeside)))} />
    }
}
