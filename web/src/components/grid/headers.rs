//! The column letters over the grid, and the corner beside them.

use std::rc::Rc;

use tertial_engine::session::Address;
use yew::prelude::*;

use crate::components::handlers::use_words;
use crate::state::columns::Columns;
use crate::state::drawn::Drawn;
use crate::state::gaps::Gaps;

use super::column_edge::ColumnEdge;
use super::gutter::levels;

/// The columns to name.
#[derive(Properties, PartialEq)]
pub struct ColumnHeadersProps {
    pub corner: NodeRef,
    pub drawn: Rc<Drawn>,
    pub columns: Rc<Columns>,
    /// First and last selected columns.
    pub selected: Vec<(u32, u32)>,
    /// The element that the pointer's place is told in.
    pub scroller: NodeRef,
    /// The highest level of the outline.
    pub depth: u8,
}

/// Whether hidden lines stand just before or after one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BesideHidden {
    before: bool,
    after: bool,
}

impl BesideHidden {
    /// How a line stands among the hidden ones.
    pub fn of(line: u32, hidden: &Gaps) -> Self {
        Self { before: hidden.end_at(line), after: hidden.holds(line + 1) }
    }

    /// Its classes.
    pub fn class(self) -> Classes {
        classes!(self.before.then_some("after-hidden"), self.after.then_some("before-hidden"))
    }
}

/// The column letters.
#[component]
pub fn ColumnHeaders(props: &ColumnHeadersProps) -> Html {
    let words = use_words();
    let header = |column: &u32| {
        let is_lit = props.selected.iter().any(|(first, last)| (first..=last).contains(&column));
        let lit = is_lit.then_some("lit");
        let beside = BesideHidden::of(*column, props.columns.hidden()).class();
        html! {
            <div key={*column} class={classes!("column-header", lit, beside)} role="columnheader"
                aria-colindex={(column + 1).to_string()}>
                { letters(*column) }
                <ColumnEdge column={*column} scroller={props.scroller.clone()} />
            </div>
        }
    };
    html! {
        <div class="column-headers" role="row">
            <div key="start" class="row-start">
                <div key="corner" ref={props.corner.clone()} class="corner" role="columnheader" title={words.say("whole-sheet")}>
                    <span class="only-spoken">{ words.say("whole-sheet") }</span>
                    { levels(props.depth) }
                </div>
                { for props.drawn.frozen().iter().map(header) }
            </div>
            { for props.drawn.scrolled().iter().map(header) }
        </div>
    }
}

pub fn letters(column: u32) -> String {
    Address::new(0, column).to_string().trim_end_matches('1').to_owned()
}
