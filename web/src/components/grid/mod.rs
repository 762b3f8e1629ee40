//! The grid: a scrolled canvas on which only the rows and columns in sight are drawn. Headers stay in place by sticking;
//! selection and editor lie over the cells, so that moving them draws no cell again.

pub mod cell;
mod cell_editor;
mod fill_handle;
mod headers;
mod marquee;
mod reference_frames;
mod row;
mod selection;

use std::cell::Cell;
use std::rc::Rc;

use tertial_engine::session::{MAX_COLUMNS, MAX_ROWS};
use yew::prelude::*;

use crate::platform::measure::{self, SizeWatch};
use crate::platform::style::{self, pixels};
use crate::platform::{pointer, ruler};
use crate::state::editor::Field;
use crate::state::viewport::Metrics;
use crate::state::{Action, EditAction, SelectAction, ViewAction};

use super::handlers::{Handlers, use_handlers};
use super::views::{EditorView, GridView};
use cell_editor::CellEditor;
use fill_handle::FillHandle;
use headers::ColumnHeaders;
use marquee::Marquee;
use reference_frames::ReferenceFrames;
use row::Row;
use selection::SelectionFrame;

/// The grid's contents.
#[derive(Properties, PartialEq)]
pub struct GridProps {
    pub grid: GridView,
    pub editor: EditorView,
}

/// The grid.
#[component]
pub fn Grid(props: &GridProps) -> Html {
    let handlers = use_handlers();
    let nodes = use_nodes();
    let grid = &props.grid;
    use_layout(&nodes, grid);
    use_measures(&nodes, &handlers);
    let active = grid.selection.active;
    let wide = grid.viewport.base + grid.viewport.rows > WIDE_NUMBERS;
    html! {
        <div ref={nodes.scroller.clone()} class={classes!("scroller", wide.then_some("wide-numbers"))}
            onmousedown={pointer::hold_focus()}
            onpointerdown={pointer::presses(&nodes.scroller, handlers.on(|pointer| Action::Select(SelectAction::Press(pointer))))}
            onpointermove={pointer::drags(&nodes.scroller, handlers.on(|pointer| Action::Select(SelectAction::Drag(pointer))))}
            onpointerup={pointer::taps(&nodes.scroller, handlers.on(|pointer| Action::Select(SelectAction::Press(pointer))))}
            ondblclick={pointer::double_clicks(handlers.on(|()| Action::Edit(EditAction::Begin(Field::Cell))))}>
            <div ref={nodes.canvas.clone()} class="canvas">
                <div class="grid" id="grid" role="grid" aria-label={grid.sheet.clone()}
                    aria-rowcount={MAX_ROWS.to_string()} aria-colcount={MAX_COLUMNS.to_string()}
                    aria-multiselectable="true">
                    <ColumnHeaders corner={nodes.corner.clone()} drawn={grid.drawn.clone()}
                        selected={grid.selection.columns_lit()} />
                    <div class="rows" role="rowgroup">
                        for row in &grid.rows {
                            <Row key={row.row as usize % grid.rows.len()} sheet={grid.sheet.clone()} row={row.clone()}
                                selected={grid.selection.columns_in(row.row)}
                                active={(active.row == row.row).then_some(active.column)} />
                        }
                    </div>
                </div>
                <SelectionFrame active={grid.rectangle(tertial_engine::session::Range::cell(active))}
                    ranges={grid.frames()}
                    pointed={grid.pointed.map(|range| grid.rectangle(range))} />
                <Marquee framed={grid.framed.map(|range| grid.rectangle(range))} />
                <ReferenceFrames frames={grid.references.iter().map(|frame| (frame.clone(), grid.rectangle(frame.range))).collect::<Vec<_>>()} />
                <FillHandle scroller={nodes.scroller.clone()} range={grid.rectangle(grid.selection.range)}
                    pulled={grid.pulled.map(|range| grid.rectangle(range))} is_shown={grid.has_handle} />
                <CellEditor editor={props.editor.clone()} sheet={grid.sheet.clone()} is_drawn={grid.active_drawn}
                    is_tall={grid.heights.lines(props.editor.cell.row) > 1}
                    place={grid.rectangle(tertial_engine::session::Range::cell(props.editor.cell))}
                    room={grid.room_at(props.editor.cell)} />
            </div>
            <div ref={nodes.probe.clone()} class="probe" aria-hidden="true">
                <span ref={nodes.digits.clone()}>{ DIGITS }</span>
                { samples(&nodes.samples) }
            </div>
        </div>
    }
}

/// Row numbers above this need more room.
const WIDE_NUMBERS: u32 = 99_999;

/// Measured for the width of a digit.
const DIGITS: &str = "00000000000000000000";

/// The elements that are measured and styled.
#[derive(Clone, PartialEq)]
struct Nodes {
    scroller: NodeRef,
    canvas: NodeRef,
    corner: NodeRef,
    probe: NodeRef,
    digits: NodeRef,
    /// How many of the program's own scrolls were carried out.
    carried_out: Rc<Cell<u32>>,
    /// Written in the faces that texts are measured in.
    samples: [NodeRef; 4],
}

#[hook]
fn use_nodes() -> Nodes {
    Nodes {
        scroller: use_node_ref(),
        canvas: use_node_ref(),
        corner: use_node_ref(),
        probe: use_node_ref(),
        digits: use_node_ref(),
        carried_out: use_memo((), |()| Cell::new(0)),
        samples: [use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref()],
    }
}

/// Lays the canvas out and scrolls it. The size comes first: a browser scrolls no further than there is canvas.
#[hook]
fn use_layout(nodes: &Nodes, grid: &GridView) {
    let nodes = nodes.clone();
    let (count, scroll) = grid.scrolled;
    use_effect_with((layout(grid), count), move |(layout, count)| {
        style::set(&nodes.canvas, layout);
        if nodes.carried_out.replace(*count) != *count {
            measure::scroll_to(&nodes.scroller, scroll);
        }
    });
}

fn layout(grid: &GridView) -> style::Properties {
    let (viewport, columns) = (&grid.viewport, &grid.columns);
    let widths: Vec<String> = grid.drawn.clone().map(|column| pixels(columns.width(column))).collect();
    let first = grid.rows.first().map_or(viewport.base, |row| row.row);
    vec![
        ("--canvas-width", pixels(columns.total() + viewport.metrics.header_width)),
        (
            "--canvas-height",
            pixels(viewport.row_top(viewport.base + viewport.rows, &grid.heights) + viewport.metrics.header_height),
        ),
        ("--lead", pixels(columns.left(grid.drawn.start))),
        ("--columns", widths.join(" ")),
        ("--rows-top", pixels(viewport.row_top(first, &grid.heights))),
    ]
}

/// Reports sizes and scrolling.
#[hook]
fn use_measures(nodes: &Nodes, handlers: &Handlers) {
    let nodes = nodes.clone();
    let act = handlers.act.clone();
    use_effect_with((), move |()| {
        let count = Rc::clone(&nodes.carried_out);
        let scrolled = act.reform(move |to| Action::View(ViewAction::Scrolled { to, carried_out: count.get() }));
        let scrolls = measure::scrolls(&nodes.scroller, scrolled);
        let report = Callback::from({
            let nodes = nodes.clone();
            move |()| {
                if let Some(action) = measures(&nodes) {
                    act.emit(action);
                }
            }
        });
        report.emit(());
        let sizes = SizeWatch::new(&[&nodes.scroller, &nodes.corner, &nodes.probe], report);
        move || drop((scrolls, sizes))
    });
}

/// Elements written as cells are: plain, in bold, as a heading and as a title.
fn samples(nodes: &[NodeRef; 4]) -> Html {
    let looks = ["cell", "cell sum", "cell header", "cell title"];
    html! { for (node, look) in nodes.iter().zip(looks) { <span ref={node.clone()} class={look} /> } }
}

fn measures(nodes: &Nodes) -> Option<Action> {
    ruler::take_up(&nodes.samples);
    let corner = measure::outer_size(&nodes.corner)?;
    let digits = measure::outer_size(&nodes.digits)?;
    let metrics = Metrics {
        row: measure::outer_size(&nodes.probe)?.height,
        line: digits.height,
        digit: digits.width / DIGITS.len() as f64,
        header_height: corner.height,
        header_width: corner.width,
    };
    Some(Action::View(ViewAction::Resized { size: measure::inner_size(&nodes.scroller)?, metrics }))
}

/// Sets an element's place on the canvas.
fn place(node: &NodeRef, [left, top, width, height]: [f64; 4]) {
    let properties = [("--left", left), ("--top", top), ("--width", width), ("--height", height)];
    style::set(node, &properties.map(|(name, value)| (name, pixels(value))));
}
