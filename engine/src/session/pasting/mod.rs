//! Cells copied and pasted: those of a book with all that belongs to them, and those from outside as texts that are read
//! with care.

mod block;
mod inserting;
mod laying;
mod reading;

use std::rc::Rc;

use super::job::{self, Outcome, Task};
use super::{ChangeSet, Refusal, Session, deeds, units};
use crate::base::{Address, AxisKind, MAX_COLUMNS, MAX_ROWS, Place, Range, Region, Relocation};
use crate::book::Book;
use crate::display::{Marks, TEXT_MARK, editable};
use crate::edit::clipping::Clipping;
use crate::edit::moving;
use crate::edit::pasting::{self, Part, PasteManner, Pasting};
use crate::edit::{Deed, DeedKind};
use crate::value::Value;

pub use block::{Block, Detail, Example, Survey, survey};
pub use inserting::insert;
pub use laying::Laying;
pub use reading::Understood;

use laying::Source;
use reading::Reading;

/// What came of a paste. One that takes long is left under way: then nothing is to be drawn yet, and what was understood
/// comes with its [`Outcome`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pasted {
    /// What to draw anew.
    pub changes: ChangeSet,
    /// The ranges that were written.
    pub ranges: Vec<Range>,
    /// What was understood of texts from outside.
    pub understood: Understood,
}

/// What is known of a cell beside the text that it shows.
pub fn detail(session: &Session, place: Place) -> Detail {
    let value = session.value(place);
    let sheet = session.book.sheet(place.sheet);
    Detail {
        number: value.as_number().map(|number| units::shown_at(session, place, number).to_string()),
        is_text: matches!(value, Value::Text(_)) && editable(&value, session.locale).starts_with(TEXT_MARK),
        formula: session.formula(place),
        format: sheet.and_then(|sheet| sheet.styles.number_format(place.address)).map(ToString::to_string),
        look: sheet.and_then(|sheet| sheet.styles.at(place.address)).map(|style| style.words()).unwrap_or_default(),
    }
}

/// Puts cells that were copied from this book into ranges of cells.
pub fn paste(
    session: &mut Session,
    clipping: &Rc<Clipping>,
    selected: &[Region],
    manner: PasteManner,
) -> Result<Pasted, Refusal> {
    let task = cells_task(session, clipping, selected, manner)?;
    run(session, task)
}

/// Reads cells from outside and puts them into ranges of cells.
pub fn paste_block(
    session: &mut Session,
    block: &Rc<Block>,
    marks: Marks,
    selected: &[Region],
    manner: PasteManner,
) -> Result<Pasted, Refusal> {
    let task = block_task(session, block, marks, selected, manner)?;
    run(session, task)
}

/// What [`paste`] does, not yet begun, and the ranges that it writes.
pub fn cells_task(
    session: &Session,
    clipping: &Rc<Clipping>,
    selected: &[Region],
    manner: PasteManner,
) -> Result<(Task, Vec<Range>), Refusal> {
    task(session, Source::cells(clipping), selected, manner)
}

/// What [`paste_block`] does, not yet begun, and the ranges that it writes.
pub fn block_task(
    session: &Session,
    block: &Rc<Block>,
    marks: Marks,
    selected: &[Region],
    manner: PasteManner,
) -> Result<(Task, Vec<Range>), Refusal> {
    let first = selected.first().map_or_else(Place::default, |region| region.first());
    task(session, Source::Texts(Reading::new(session, (block.clone(), marks), first)), selected, manner)
}

/// Moves cells so that the first one stands at a place; what they covered is gone, and every formula that meant them means
/// them still.
pub fn move_cells(session: &mut Session, from: Region, to: Place) -> Result<ChangeSet, Refusal> {
    let change = moving::moved(&session.book, from, to).map_err(|error| Refusal::of_edit(error, session.locale))?;
    let moved = Relocation::new(from, to).map_or(from, |relocation| relocation.to);
    deeds::apply_as(session, Deed::cells(DeedKind::Moved, moved), change)
}

fn task(
    session: &Session,
    source: Source,
    selected: &[Region],
    manner: PasteManner,
) -> Result<(Task, Vec<Range>), Refusal> {
    let targets = targets(session, source.size(), selected, manner)?;
    let ranges = targets.iter().map(|target| target.range).collect();
    let subject = targets.first().copied().unwrap_or(Region::cell(Place::default()));
    let hidden_rows = targets.iter().map(|target| hidden_rows(&session.book, *target)).sum();
    let pasting = Pasting::new(source.size(), (source.count(manner.part), source.brings_looks()), targets, manner);
    let pasting = pasting.map_err(|error| Refusal::of_edit(error, session.locale))?;
    let laying = Laying::new(source, pasting, hidden_rows);
    Ok((Task::Paste { deed: Deed::cells(DeedKind::Pasted, subject), laying }, ranges))
}

fn run(session: &mut Session, (task, ranges): (Task, Vec<Range>)) -> Result<Pasted, Refusal> {
    let Outcome { changes, understood } = job::run(session, task)?;
    Ok(Pasted { changes, ranges, understood })
}

/// Where a clipping lands in each of the selected ranges.
fn targets(
    session: &Session,
    (height, width): (u32, u32),
    selected: &[Region],
    manner: PasteManner,
) -> Result<Vec<Region>, Refusal> {
    let (height, width) = if manner.transposed { (width, height) } else { (height, width) };
    let target = |region: &Region| {
        let within = match manner.part {
            Part::Formats => region.range,
            _ => used_part(session, *region, (height, width)),
        };
        Ok(pasting::landing(height, width, within)?.on(region.sheet))
    };
    let targets: Result<Vec<Region>, _> = selected.iter().map(target).collect();
    targets.map_err(|error| Refusal::of_edit(error, session.locale))
}

/// Whole rows and columns stand for their used part, unless whole ones are pasted.
fn used_part(session: &Session, region: Region, (height, width): (u32, u32)) -> Range {
    let Range { first, mut last } = region.range;
    let extent = session.extent(region.sheet);
    if region.range.is_whole_columns() && height < MAX_ROWS {
        last.row = if height == 1 { extent.rows.saturating_sub(1) } else { first.row };
    }
    if region.range.is_whole_rows() && width < MAX_COLUMNS {
        last.column = if width == 1 { extent.columns.saturating_sub(1) } else { first.column };
    }
    Range::new(first, Address::new(last.row.max(first.row), last.column.max(first.column)))
}

fn hidden_rows(book: &Book, target: Region) -> usize {
    let Range { first, last } = target.range;
    let Some(sheet) = book.sheet(target.sheet) else { return 0 };
    let away = sheet.hidden.all(AxisKind::Rows);
    away.within(first.row, last.row).map(|(first, last)| (last - first + 1) as usize).sum()
}
