//! The panel beside the sheet that tells of it.

mod lists;
mod why;

use std::rc::Rc;

use tertial_engine::session::insight::Explanation;
use tertial_engine::session::notes::{self, Listed};
use tertial_engine::session::watching::{self, Watched};
use tertial_engine::session::{Place, Region};
use yew::prelude::*;

use crate::platform::events;
use crate::platform::keys::{Key, KeyPress};
use crate::state::beside::{BesideAction, Side};
use crate::state::{Action, Workspace};
use crate::text::Words;

use super::handlers::{Handlers, use_handlers, use_words};

/// What stands beside the sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum BesideView {
    /// Why a cell shows what it shows.
    Why(WhyView),
    /// The watched cells, and whether the active one is among them.
    Watches(Vec<Watched>, String, bool),
    /// Cells whose values break their rules, each with its address and why, and whether there may be more.
    Breaches(Vec<(Place, String, String)>, bool),
    /// All notes.
    Notes(Vec<Listed>),
}

/// Why a cell shows what it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct WhyView {
    pub explanation: Rc<Explanation>,
    pub is_pinned: bool,
    pub is_template: bool,
    /// The cell that the last jump left.
    pub back: Option<String>,
}

impl BesideView {
    /// What stands beside the sheet, if anything.
    pub fn of(workspace: &Workspace) -> Option<Self> {
        let (insight, document) = (&workspace.beside.insight, &workspace.document);
        let session = &document.session;
        match workspace.beside.side? {
            Side::Watches => {
                let place = document.place(workspace.selection.active);
                let is_watched = watching::is_watched(session, place);
                Some(Self::Watches(watching::watches(session), place.address.to_string(), is_watched))
            }
            Side::Notes => Some(Self::Notes(notes::all(session, document.sheet))),
            Side::Breaches => Some(lists::breaches(workspace)),
            Side::Why => Some(Self::Why(WhyView {
                explanation: Rc::clone(insight.explanation()?),
                is_pinned: insight.pinned.is_some(),
                is_template: workspace.document.template.is_some(),
                back: insight.trail.last().map(|place| place.address.to_string()),
            })),
        }
    }

    const fn title(&self) -> &'static str {
        match self {
            Self::Why(_) => "why-title",
            Self::Watches(..) => "watch-title",
            Self::Breaches(..) => "breaches-title",
            Self::Notes(_) => "notes-title",
        }
    }
}

/// What the panel shows.
#[derive(Properties, PartialEq)]
pub struct BesidePanelProps {
    pub beside: BesideView,
}

/// The panel. Escape leads back to the sheet and leaves it open.
#[component]
pub fn BesidePanel(props: &BesidePanelProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let title = words.say(props.beside.title());
    let leave = {
        let act = handlers.act.clone();
        Callback::from(move |press: KeyPress| {
            let leaves = press.key == Key::Escape;
            if leaves {
                act.emit(Action::Beside(BesideAction::ToSheet));
            }
            leaves
        })
    };
    let body = match &props.beside {
        BesideView::Why(view) => why::body(view, &handlers, words),
        BesideView::Watches(watches, cell, is_watched) => {
            lists::watches(watches, (cell, *is_watched), &handlers, words)
        }
        BesideView::Breaches(cells, is_full) => lists::broken(cells, *is_full, &handlers, words),
        BesideView::Notes(notes) => lists::notes(notes, &handlers, words),
    };
    html! {
        <aside class="beside-panel" data-region="beside" aria-label={title.clone()} onkeydown={events::key_presses(leave)}>
            <header class="beside-head">
                <h2>{ title }</h2>
                { button(&handlers, words.say("dismiss"), BesideAction::Close) }
            </header>
            <div class="beside-body">{ body }</div>
        </aside>
    }
}

fn button(handlers: &Handlers, label: String, action: BesideAction) -> Html {
    let act = handlers.on(move |()| Action::Beside(action));
    html! { <button type="button" onclick={events::clicks(act)}>{ label }</button> }
}

/// A line that leads to its cells.
fn jump(handlers: &Handlers, region: Region, content: Html) -> Html {
    let act = handlers.on(move |()| Action::Beside(BesideAction::Jump(region)));
    html! { <button type="button" class="beside-line" onclick={events::clicks(act)}>{ content }</button> }
}

/// Words, or others where there are none.
fn or_else(text: &str, words: Words, other: &str) -> String {
    if text.is_empty() { words.say(other) } else { text.to_owned() }
}
