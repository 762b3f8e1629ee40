//! A row of the grid. It is drawn again only when its view, or what is selected in it, is another.

use std::rc::Rc;

use yew::prelude::*;

use super::cell;
use super::gutter::{Gutter, OutlinePlace};
use super::headers::BesideHidden;
use crate::state::rows::RowView;

/// A row's contents.
#[derive(Properties, PartialEq)]
pub struct RowProps {
    pub sheet: AttrValue,
    pub row: Rc<RowView>,
    /// First and last selected columns.
    pub selected: Vec<(u32, u32)>,
    /// The column of the active cell.
    pub active: Option<u32>,
    pub beside_hidden: BesideHidden,
    /// Where it stands in the outline, on a sheet that has one.
    pub outline: Option<OutlinePlace>,
}

/// A row of the grid. Its number and the cells that stay in sight stand in an element of their own, which sticks.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowView { row, columns, lines, cells } = &*props.row;
    let number = (row + 1).to_string();
    let cell = |(column, (view, fit)): (&u32, &(_, _))| {
        let marks = cell::Marks {
            selected: props.selected.iter().any(|(first, last)| (first..=last).contains(&column)),
            active: props.active == Some(*column),
        };
        cell::draw(&props.sheet, (*row, *column), view, *fit, marks)
    };
    let mut cells = columns.lines().iter().zip(cells);
    let frozen: Vec<Html> = cells.by_ref().take(columns.frozen().len()).map(cell).collect();
    let lit = (!props.selected.is_empty()).then_some("lit");
    html! {
        <div class={classes!("row", (*lines > 1).then(|| format!("lines-{lines}")))} role="row" aria-rowindex={number.clone()}
            aria-level={props.outline.map(|place| (place.level + 1).to_string())}
            aria-expanded={props.outline.and_then(|place| place.folded).map(|folded| (!folded).to_string())}>
            <div class="row-start">
                <div class={classes!("row-header", lit, props.beside_hidden.class())} role="rowheader">
                    if let Some(place) = props.outline { <Gutter row={*row} {place} /> }
                    { number }
                </div>
                { frozen }
            </div>
            { for cells.map(cell) }
        </div>
    }
}
