//! A dialog over the page: it has the keyboard while it is open and gives it back when it closes.

use yew::prelude::*;

use crate::platform::{events, page};

/// A dialog's contents.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    pub class: Classes,
    /// Id of the element that names it.
    pub named_by: AttrValue,
    /// What Escape asks for.
    pub cancelled: Callback<()>,
    pub children: Html,
}

/// A dialog over the page.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            page::open_dialog(&dialog);
            move || page::close_dialog(&dialog)
        });
    }
    html! {
        <dialog ref={dialog} class={classes!("dialog", props.class.clone())} aria-labelledby={props.named_by.clone()}
            oncancel={events::instead(props.cancelled.clone())}>
            { props.children.clone() }
        </dialog>
    }
}
