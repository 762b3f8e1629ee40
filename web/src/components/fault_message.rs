//! Why a typed text cannot be entered, and what to do about it.

use yew::prelude::*;

use super::views::Complaint;

/// Names the message for the fields that it is about.
pub const FAULT_ID: &str = "fault-message";

/// What is wrong.
#[derive(Properties, PartialEq)]
pub struct FaultMessageProps {
    pub complaint: Option<Complaint>,
}

/// Why a typed text cannot be entered.
#[component]
pub fn FaultMessage(props: &FaultMessageProps) -> Html {
    let Some(complaint) = &props.complaint else { return Html::default() };
    html! {
        <div class="fault-message" id={FAULT_ID} role="alert">
            <span class="fault-reason">{ complaint.reason.clone() }</span>
            if let Some(hint) = &complaint.hint { <span class="fault-hint">{ hint.clone() }</span> }
        </div>
    }
}
