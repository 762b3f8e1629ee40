//! When cells were last changed, and what they held before. It is read from the changes that take back what was done:
//! from the newest to the oldest, with each cell followed to where it stood then.

use super::change::Change;
use super::history::{History, Step};
use crate::base::{AxisKind, Place, SheetId};
use crate::book::Content;

/// The most written cells that are looked through.
const MOST_CELLS: usize = 2_000_000;

/// The newest change of a cell.
#[derive(Debug, Clone)]
pub struct Past<'a> {
    /// What was done then, and when.
    pub step: &'a Step,
    /// What the cell held before; nothing where it came in with its row or column.
    pub before: Content,
}

/// A cell that is looked for, and where it stood at the time that is looked at.
struct Wanted<'a> {
    place: Place,
    is_new: bool,
    past: Option<Past<'a>>,
}

/// The newest change of each of some cells, as far as this session made it.
pub fn past<'a>(history: &'a History, places: &[Place]) -> Vec<Option<Past<'a>>> {
    let mut wanted: Vec<Wanted<'a>> =
        places.iter().map(|place| Wanted { place: *place, is_new: true, past: None }).collect();
    let mut left = MOST_CELLS;
    for step in history.steps() {
        look(&step.change, step, &mut wanted, &mut left);
        // What a step wrote more than once was before what the last of its inverses writes.
        wanted.iter_mut().for_each(|cell| cell.is_new = cell.past.is_none());
        if left == 0 || wanted.iter().all(|cell| !cell.is_new) {
            break;
        }
    }
    wanted.into_iter().map(|cell| cell.past).collect()
}

fn look<'a>(change: &'a Change, step: &'a Step, wanted: &mut [Wanted<'a>], left: &mut usize) {
    match change {
        Change::Batch(parts) => parts.iter().for_each(|part| look(part, step, wanted, left)),
        Change::Write { sheet, cells } => {
            for (address, content) in cells.iter().take(*left) {
                let place = address.on(*sheet);
                for cell in wanted.iter_mut().filter(|cell| cell.is_new && cell.place == place) {
                    cell.past = Some(Past { step, before: content.clone() });
                }
            }
            *left = left.saturating_sub(cells.len());
        }
        Change::Insert { sheet, lines, at, identity } => {
            let count: u32 = identity.iter().map(|run| run.length).sum();
            for cell in on(wanted, *sheet) {
                let line = lines.line(cell.place.address);
                cell.move_to(*lines, if line >= *at { line.saturating_add(count) } else { line });
            }
        }
        Change::Remove { sheet, lines, at, count, .. } => {
            for cell in on(wanted, *sheet) {
                match lines.line(cell.place.address).checked_sub(*at) {
                    Some(beyond) if beyond >= *count => cell.move_to(*lines, at + beyond - count),
                    Some(_) => cell.past = Some(Past { step, before: Content::Blank }),
                    None => {}
                }
            }
        }
        Change::RemoveSheet { sheet } => {
            on(wanted, *sheet).for_each(|cell| cell.past = Some(Past { step, before: Content::Blank }));
        }
        _ => {}
    }
}

fn on<'a, 'b>(wanted: &'b mut [Wanted<'a>], sheet: SheetId) -> impl Iterator<Item = &'b mut Wanted<'a>> {
    wanted.iter_mut().filter(move |cell| cell.is_new && cell.place.sheet == sheet)
}

impl Wanted<'_> {
    fn move_to(&mut self, lines: AxisKind, line: u32) {
        self.place.address = lines.with_line(self.place.address, line);
    }
}
