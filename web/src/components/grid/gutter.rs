//! The outline beside the row numbers: lines along the rows that stand under others, buttons that fold them away, and
//! numbers for the levels.

use tertial_engine::session::RowOutline;
use yew::prelude::*;

use crate::components::handlers::{use_handlers, use_words};
use crate::platform::{events, pointer};
use crate::state::Action;
use crate::state::layout::LayoutAction;

/// Where a row stands in the outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutlinePlace {
    /// Its level.
    pub level: u8,
    /// The highest level of the sheet.
    pub depth: u8,
    /// Whether the rows under it are folded away, if there are any.
    pub folded: Option<bool>,
}

impl OutlinePlace {
    /// Where a row stands; `None` on a sheet without groups.
    pub fn of(row: u32, outline: &RowOutline, depth: u8) -> Option<Self> {
        let folded = outline.is_heading(row).then(|| outline.is_folded(row));
        (depth > 0).then(|| Self { level: outline.level(row), depth, folded })
    }
}

/// A row in the outline.
#[derive(Properties, PartialEq)]
pub struct GutterProps {
    pub row: u32,
    pub place: OutlinePlace,
}

/// A row's lines and its button.
#[component]
pub fn Gutter(props: &GutterProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let GutterProps { row: heading, place } = *props;
    let step = |level: u8| match place.folded {
        Some(folded) if level == place.level => {
            let fold = handlers.on(move |()| Action::Layout(LayoutAction::Fold { heading, away: !folded }));
            let says = if folded { "unfold-group" } else { "fold-group" };
            let label = words.say_with(says, &[("row", &(heading + 1).to_string())]);
            html! {
                <button type="button" class="fold" tabindex="-1" aria-label={label.clone()} title={label}
                    aria-expanded={(!folded).to_string()} onpointerdown={pointer::kept()} ondblclick={pointer::kept_clicks()}
                    onclick={events::clicks(fold)} />
            }
        }
        _ => html! { <span class={(level < place.level).then_some("under")} /> },
    };
    html! { <div class="gutter">{ for (0..=place.depth).map(step) }</div> }
}

/// The numbers of the levels, each a button.
pub fn levels(depth: u8) -> Html {
    html! { if depth > 0 { <div class="gutter">for level in 1..=depth + 1 { <LevelButton {level} /> }</div> } }
}

/// A level.
#[derive(Properties, PartialEq)]
struct LevelButtonProps {
    level: u8,
}

#[component]
fn LevelButton(props: &LevelButtonProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let level = props.level;
    let label = words.say_with("show-level", &[("level", &level.to_string())]);
    let show = handlers.on(move |()| Action::Layout(LayoutAction::FoldTo(level)));
    html! {
        <button type="button" class="level" tabindex="-1" aria-label={label.clone()} title={label}
            onpointerdown={pointer::kept()} ondblclick={pointer::kept_clicks()} onclick={events::clicks(show)}>
            { level }
        </button>
    }
}
