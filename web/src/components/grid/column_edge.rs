//! The edge of a column in its header, to be pulled or double-clicked. The commands for widths are the keyboard's way.

use yew::prelude::*;

use crate::components::handlers::{use_handlers, use_words};
use crate::platform::pointer::{self, Pointer};
use crate::state::Action;
use crate::state::layout::LayoutAction;

/// Whose edge it is.
#[derive(Properties, PartialEq)]
pub struct ColumnEdgeProps {
    pub column: u32,
    /// The element that the pointer's place is told in.
    pub scroller: NodeRef,
}

/// The edge of a column.
#[component]
pub fn ColumnEdge(props: &ColumnEdgeProps) -> Html {
    let (handlers, words, edge) = (use_handlers(), use_words(), use_node_ref());
    let column = props.column;
    let gripped = handlers.on(move |pointer| Action::Layout(LayoutAction::Grip(column, pointer)));
    let does = |action: fn(Pointer) -> LayoutAction| handlers.on(move |pointer| Action::Layout(action(pointer)));
    let lost = pointer::losses(handlers.on(|()| Action::Layout(LayoutAction::LetGo)));
    let fitted = handlers.on(move |()| Action::Layout(LayoutAction::FitColumn(column)));
    html! {
        <div ref={edge.clone()} class="column-edge" aria-hidden="true" title={words.say("column-edge")}
            onpointerdown={pointer::grips(&edge, &props.scroller, gripped)}
            onpointermove={pointer::pulls(&edge, &props.scroller, does(LayoutAction::Pull))}
            onpointerup={pointer::pulls(&edge, &props.scroller, does(LayoutAction::Release))}
            onpointercancel={lost} ondblclick={pointer::own_double_clicks(fitted)} />
    }
}
