//! The grid: a scrolled canvas on which only the rows and columns in sight are drawn. Headers stay in place by sticking;
//! selection and editor lie over the cells, so that moving them draws no cell again.

pub mod cell;
mod cell_editor;
mod column_edge;
mod drop_line;
mod fill_handle;
mod filter_button;
mod gutter;
pub mod headers;
mod marquee;
mod panes;
mod reference_frames;
mod row;
mod selection;

use std::cell::Cell;
use std::rc::Rc;

use tertial_engine::session::{Frozen, MAX_COLUMNS, MAX_ROWS, Range};
use yew::prelude::*;

use crate::platform::measure::{self, SizeWatch};
use crate::platform::pointer::Pointer;
use crate::platform::style::{self, pixels};
use crate::platform::{pointer, ruler};
use crate::state::carrying::CarryAction;
use crate::state::context::ContextAction;
use crate::state::editor::Field;
use crate::state::rows::RowView;
use crate::state::viewport::Metrics;
use crate::state::{Action, EditAction, SelectAction, ViewAction};

use super::handlers::{Handlers, use_handlers};
use super::views::{EditorView, GridView, Pane};
use cell_editor::CellEditor;
use drop_line::DropLine;
use fill_handle::FillHandle;
use gutter::OutlinePlace;
use headers::{BesideHidden, ColumnHeaders};
use marquee::Marquees;
use panes::{Carrier, EdgeLine, Overlay};
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
    let frozen = grid.viewport.frozen;
    let frames = frames(grid);
    let field_cell = grid.field_cell(&props.editor);
    html! {
        <div ref={nodes.scroller.clone()} class={look(grid)}
            onmousedown={pointer::hold_focus()}
            onpointerdown={pointer::presses(&nodes.scroller, handlers.on(|pointer| Action::Select(SelectAction::Press(pointer))))}
            onpointermove={pointer::drags(&nodes.scroller, handlers.on(|pointer| Action::Select(SelectAction::Drag(pointer))))}
            onpointerup={pointer::lifts(&nodes.scroller, handlers.on(|pointer: Pointer| match pointer.finger {
                true => Action::Select(SelectAction::Press(pointer)),
                false => Action::Carry(CarryAction::Release(pointer)),
            }))}
            onpointercancel={pointer::losses(handlers.on(|()| Action::Carry(CarryAction::LetGo)))}
            oncontextmenu={pointer::menus(&nodes.scroller, handlers.on(|(pointer, at)| Action::Context(ContextAction::Grid(pointer, at))))}
            ondblclick={pointer::double_clicks(handlers.on(|()| Action::Edit(EditAction::Begin(Field::Cell))))}>
            <div ref={nodes.canvas.clone()} class="canvas">
                <div class="grid" id="grid" role={if grid.outline.depth() > 0 { "treegrid" } else { "grid" }} aria-label={grid.sheet.clone()}
                    aria-rowcount={MAX_ROWS.to_string()} aria-colcount={MAX_COLUMNS.to_string()}
                    aria-multiselectable="true">
                    <ColumnHeaders corner={nodes.corner.clone()} drawn={grid.drawn.clone()}
                        columns={grid.columns.clone()} selected={grid.selection.columns_lit()}
                        scroller={nodes.scroller.clone()} depth={grid.outline.depth()} />
                    <div class="frozen-rows">
                        { frozen_rows(grid) }
                        { overlay(Pane { top: true, left: false }, frozen, &frames) }
                        { overlay(Pane { top: true, left: true }, frozen, &frames) }
                    </div>
                    { scrolled_rows(grid, &nodes.rows) }
                </div>
                { overlay(Pane { top: false, left: false }, frozen, &frames) }
                { overlay(Pane { top: false, left: true }, frozen, &frames) }
                <EdgeLine at={grid.hand.edge} />
                <Carrier pane={grid.pane(grid.selection.range.last)}>
                    <FillHandle scroller={nodes.scroller.clone()} range={grid.rectangle(grid.selection.range)}
                        is_shown={grid.has_handle && grid.shows_end(grid.selection.range.last)} />
                </Carrier>
                <Carrier pane={grid.pane(field_cell)}>
                    <CellEditor editor={props.editor.clone()} sheet={grid.sheet.clone()} is_drawn={grid.active_drawn}
                        is_tall={grid.heights.lines(props.editor.cell.row) > 1 || props.editor.text.contains('\n')}
                        place={grid.rectangle(Range::cell(field_cell))} room={grid.room_at(field_cell)} />
                </Carrier>
            </div>
            <div ref={nodes.probe.clone()} class="probe" aria-hidden="true">
                <span ref={nodes.digits.clone()}>{ DIGITS }</span>
                { samples(&nodes.samples) }
            </div>
        </div>
    }
}

/// Rows that stay in sight.
fn frozen_rows(grid: &GridView) -> Html {
    let rows = grid.frozen_rows.iter().map(|view| row(grid, view, view.row));
    html! { <div class="rows" role={(!grid.frozen_rows.is_empty()).then_some("rowgroup")}>{ for rows }</div> }
}

/// Rows that are scrolled, in the order of the sheet. Their elements are used again for other rows, so that scrolling
/// makes no new ones.
fn scrolled_rows(grid: &GridView, node: &NodeRef) -> Html {
    let rows = grid.rows.iter().map(|(slot, view)| row(grid, view, *slot));
    html! { <div ref={node.clone()} class="rows" role={(!grid.rows.is_empty()).then_some("rowgroup")}>{ for rows }</div> }
}

fn row(grid: &GridView, view: &Rc<RowView>, key: u32) -> Html {
    let (row, active) = (view.row, grid.selection.active);
    html! {
        <Row {key} sheet={grid.sheet.clone()} row={view.clone()} selected={grid.selection.columns_in(row)}
            beside_hidden={BesideHidden::of(row, grid.heights.hidden())}
            outline={OutlinePlace::of(row, &grid.outline, grid.outline.depth())}
            active={(active.row == row).then_some(active.column)} />
    }
}

/// What lies over the cells of a part of the grid, if there is such a part.
fn overlay(pane: Pane, frozen: Frozen, frames: &Html) -> Html {
    let is_there = (!pane.top || frozen.rows > 0) && (!pane.left || frozen.columns > 0);
    html! { <div>if is_there { <Overlay {pane}>{ frames.clone() }</Overlay> }</div> }
}

/// What is told by classes: whether row numbers are long, which lines stay in sight, and whether others are under them.
fn look(grid: &GridView) -> Classes {
    let viewport = &grid.viewport;
    classes!(
        "scroller",
        (viewport.base + viewport.rows > WIDE_NUMBERS).then_some("wide-numbers"),
        (viewport.frozen.rows > 0).then_some("has-frozen-rows"),
        (viewport.frozen.columns > 0).then_some("has-frozen-columns"),
        (viewport.scroll.left > 0.0).then_some("is-scrolled"),
        grid.hand.landing.map(|_| "is-carrying"),
        grid.carries_rows().then_some("carries-rows"),
        grid.carries_columns().then_some("carries-columns"),
    )
}

/// What is framed: the selection, what is pointed at and what was copied.
fn frames(grid: &GridView) -> Html {
    let references: Vec<_> = grid.references.iter().map(|frame| (frame.clone(), grid.rectangle(frame.range))).collect();
    html! {
        <>
            <SelectionFrame active={grid.rectangle(Range::cell(grid.selection.active))} ranges={grid.frames()}
                pointed={grid.hand.pointed.map(|range| grid.rectangle(range))}
                pulled={grid.hand.pulled.map(|range| grid.rectangle(range))} />
            <Marquees framed={grid.hand.framed.iter().map(|range| grid.rectangle(*range)).collect::<Vec<_>>()} />
            <ReferenceFrames frames={references} />
            <DropLine at={grid.hand.landing.map(|(axis, line, is_end)| grid.edge(axis, line, is_end))} />
        </>
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
    /// The rows that are scrolled.
    rows: NodeRef,
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
        rows: use_node_ref(),
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
    let (scroller, rows, nodes) = (nodes.scroller.clone(), nodes.rows.clone(), nodes.clone());
    let (count, scroll) = grid.scrolled;
    use_effect_with(layout(grid), move |layout| style::set(&scroller, layout));
    use_effect_with(rows_top(grid), move |top| style::set(&rows, top));
    use_effect_with(count, move |count| {
        if nodes.carried_out.replace(*count) != *count {
            measure::scroll_to(&nodes.scroller, scroll);
        }
    });
}

fn layout(grid: &GridView) -> style::Properties {
    let (viewport, columns) = (&grid.viewport, &grid.columns);
    let widths = |drawn: &[u32]| {
        let widths: Vec<String> = drawn.iter().map(|column| pixels(columns.width(*column))).collect();
        widths.join(" ")
    };
    let width = viewport.frozen_width(columns);
    let lead = grid.drawn.scrolled().first().map_or(0.0, |first| columns.left(*first) - width);
    vec![
        ("--canvas-width", pixels(columns.total() + viewport.metrics.header_width)),
        (
            "--canvas-height",
            pixels(viewport.row_top(viewport.base + viewport.rows, &grid.heights) + viewport.metrics.header_height),
        ),
        ("--lead", pixels(lead)),
        ("--columns", widths(grid.drawn.scrolled())),
        ("--frozen-columns", widths(grid.drawn.frozen())),
        ("--frozen-width", pixels(width)),
        ("--frozen-height", pixels(viewport.frozen_height(&grid.heights))),
        ("--levels", if grid.outline.depth() > 0 { grid.outline.depth() + 1 } else { 0 }.to_string()),
    ]
}

/// Where the scrolled rows stand. Only they are told: what all of the grid is told has all of its style worked out again.
fn rows_top(grid: &GridView) -> style::Properties {
    let first = grid.rows.first().map_or(grid.viewport.origin(), |(_, row)| row.row);
    vec![("--rows-top", pixels(grid.viewport.row_top(first, &grid.heights)))]
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
    let (digits, probe) = (measure::outer_size(&nodes.digits)?, measure::outer_size(&nodes.probe)?);
    let metrics = Metrics {
        row: probe.height,
        line: digits.height,
        digit: digits.width / DIGITS.len() as f64,
        header_height: corner.height,
        header_width: probe.width,
    };
    Some(Action::View(ViewAction::Resized { size: measure::inner_size(&nodes.scroller)?, metrics }))
}

/// Sets an element's place on the canvas.
fn place(node: &NodeRef, [left, top, width, height]: [f64; 4]) {
    let properties = [("--left", left), ("--top", top), ("--width", width), ("--height", height)];
    style::set(node, &properties.map(|(name, value)| (name, pixels(value))));
}
