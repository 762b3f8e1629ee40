//! The column letters over the grid, and the corner beside them.

use std::ops::Range;

use tertial_engine::session::Address;
use yew::prelude::*;

use crate::components::handlers::use_words;

/// The columns to name.
#[derive(Properties, PartialEq)]
pub struct ColumnHeadersProps {
    pub corner: NodeRef,
    pub drawn: Range<u32>,
    /// First and last selected columns.
    pub selected: Vec<(u32, u32)>,
}

/// The column letters.
#[component]
pub fn ColumnHeaders(props: &ColumnHeadersProps) -> Html {
    let words = use_words();
    let header = |column: u32| {
        let is_lit = props.selected.iter().any(|(first, last)| (*first..=*last).contains(&column));
        let lit = is_lit.then_some("lit");
        html! {
            <div key={column} class={classes!("column-header", lit)} role="columnheader"
                aria-colindex={(column + 1).to_string()}>{ letters(column) }</div>
        }
    };
    html! {
        <div class="column-headers" role="row">
            <div ref={props.corner.clone()} class="corner" role="presentation" title={words.say("whole-sheet")} />
            { for props.drawn.clone().map(header) }
        </div>
    }
}

fn letters(column: u32) -> String {
    Address::new(0, column).to_string().trim_end_matches('1').to_owned()
}
