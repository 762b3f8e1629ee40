//! A row of the grid. It is drawn again only when its view, or what is selected in it, is another.

use std::rc::Rc;

use yew::prelude::*;

use super::cell;
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
}

/// A row of the grid.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowView { row, first_column, lines, cells } = &*props.row;
    let number = (row + 1).to_string();
    let cell = |(index, (view, fit)): (usize, &(_, _))| {
        let column = first_column + index as u32;
        let marks = cell::Marks {
            selected: props.selected.iter().any(|(first, last)| (*first..=*last).contains(&column)),
            active: props.active == Some(column),
        };
        cell::draw(&props.sheet, (*row, column), view, *fit, marks)
    };
    html! {
        <div class={classes!("row", (*lines > 1).then(|| format!("lines-{lines}")))} role="row" aria-rowindex={number.clone()}>
            <div class={classes!("row-header", (!props.selected.is_empty()).then_some("lit"))} role="rowheader">{ number }</div>
            { for cells.iter().enumerate().map(cell) }
        </div>
    }
}
