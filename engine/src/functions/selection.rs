//! Which cells of a rectangle meet all criteria of a call such as `SUMIFS`. Only the parts of the criteria ranges that
//! hold anything are read, so that whole columns cost what is in them.

use super::area::Area;
use super::arguments::Arguments;
use super::criteria::Criterion;
use super::host::{Host, Summary};
use crate::base::{Address, MAX_COLUMNS, MAX_ROWS, Range, Region};
use crate::value::{CellError, Number, Value};

/// The most cells that criteria may be tried on one by one; past it a call is `#NUM!`.
const MAX_CELLS: u64 = 1 << 26;

/// A condition on the cells of one rectangle.
type Condition = (Area, Criterion);

/// The cells that meet all conditions, counted from the corner that the rectangles share.
#[derive(Debug)]
pub struct Selection {
    /// The part where any of the rectangles holds something.
    extent: Option<Range>,
    /// For each cell of the extent, column by column, whether it is chosen.
    chosen: Vec<bool>,
    /// Whether cells outside the extent, which are blank in every rectangle, are chosen.
    outside: bool,
    /// Number of cells of a rectangle.
    total: u64,
}

impl Selection {
    fn of(conditions: &[Condition], host: &dyn Host) -> Result<Self, CellError> {
        let extent = conditions.iter().filter_map(|(area, _)| area.used(host)).reduce(Range::union);
        let cells = extent.map_or(0, Range::count);
        if cells > MAX_CELLS {
            return Err(CellError::Number);
        }
        let mut selection = Self {
            extent,
            chosen: vec![true; cells as usize],
            outside: conditions.iter().all(|(_, criterion)| criterion.accepts(&Value::Blank)),
            total: conditions.first().map_or(0, |(area, _)| area.bounds().count()),
        };
        conditions.iter().for_each(|condition| selection.narrow(condition, host));
        Ok(selection)
    }

    fn narrow(&mut self, (area, criterion): &Condition, host: &dyn Host) {
        let mut met = vec![criterion.accepts(&Value::Blank); self.chosen.len()];
        area.visit(host, &mut |at, value| {
            if let Some(index) = self.index(at) {
                met[index] = criterion.accepts(value);
            }
        });
        self.chosen.iter_mut().zip(met).for_each(|(chosen, met)| *chosen &= met);
    }

    fn index(&self, at: Address) -> Option<usize> {
        let extent = self.extent.filter(|extent| extent.contains(at))?;
        let (row, column) = (at.row - extent.first.row, at.column - extent.first.column);
        Some(column as usize * extent.height() as usize + row as usize)
    }

    /// Whether a cell is chosen.
    pub fn contains(&self, at: Address) -> bool {
        self.index(at).map_or(self.outside, |index| self.chosen[index])
    }

    /// How many cells are chosen.
    pub fn count(&self) -> u64 {
        let inside = self.chosen.iter().filter(|chosen| **chosen).count() as u64;
        inside + if self.outside { self.total - self.chosen.len() as u64 } else { 0 }
    }

    /// Shows the numbers of a rectangle at chosen places; an error among them is passed on.
    pub fn numbers(&self, values: &Area, host: &dyn Host, visit: &mut dyn FnMut(Number)) -> Result<(), CellError> {
        let mut failed = None;
        values.visit(host, &mut |at, value| match value {
            Value::Number(number) if self.contains(at) => visit(*number),
            Value::Error(error) if failed.is_none() && self.contains(at) => failed = Some(*error),
            _ => {}
        });
        failed.map_or(Ok(()), Err)
    }
}

/// The pairs of range and criterion in the arguments from `first` on, at least one; ranges of different shapes and half
/// pairs are `#VALUE!`.
fn conditions(arguments: &Arguments<'_>, first: usize) -> Result<Vec<Condition>, CellError> {
    let given = arguments.count().saturating_sub(first);
    if given == 0 || !given.is_multiple_of(2) {
        return Err(CellError::Value);
    }
    let pairs = (first..arguments.count()).step_by(2);
    let conditions: Vec<Condition> = pairs.map(|index| condition(arguments, index)).collect::<Result<_, _>>()?;
    let same = conditions.windows(2).all(|pair| pair[0].0.has_shape_of(&pair[1].0));
    if same { Ok(conditions) } else { Err(CellError::Value) }
}

fn condition(arguments: &Arguments<'_>, index: usize) -> Result<Condition, CellError> {
    let criterion = Criterion::new(&arguments.value(index + 1).single(), arguments.host.locale());
    Ok((arguments.area(index)?, criterion))
}

/// Sum and count of the numbers that `SUMIF` and `AVERAGEIF` take: range, criterion and perhaps another range of numbers,
/// which is given the size of the first.
pub fn total_if(arguments: &Arguments<'_>) -> Result<Summary, CellError> {
    let searched = condition(arguments, 0)?;
    let values = if arguments.is_given(2) { resized(arguments.area(2)?, &searched.0) } else { searched.0.clone() };
    total(&values, &[searched], arguments.host)
}

/// Sum and count of the numbers that `SUMIFS` and `AVERAGEIFS` take: a range of numbers, then pairs of range and
/// criterion.
pub fn total_ifs(arguments: &Arguments<'_>) -> Result<Summary, CellError> {
    let (values, conditions) = (arguments.area(0)?, conditions(arguments, 1)?);
    if !values.has_shape_of(&conditions[0].0) {
        return Err(CellError::Value);
    }
    total(&values, &conditions, arguments.host)
}

/// How many cells meet the pairs of range and criterion that `COUNTIF` and `COUNTIFS` take.
pub fn count_ifs(arguments: &Arguments<'_>) -> Result<u64, CellError> {
    let conditions = conditions(arguments, 0)?;
    match kept(None, &conditions, arguments.host) {
        Some(group) => Ok(group.filled),
        None => Ok(Selection::of(&conditions, arguments.host)?.count()),
    }
}

/// Shows the numbers that `MINIFS` and its kin take: a range of numbers, then pairs of range and criterion.
pub fn numbers_ifs(arguments: &Arguments<'_>, visit: &mut dyn FnMut(Number)) -> Result<(), CellError> {
    let (values, conditions) = (arguments.area(0)?, conditions(arguments, 1)?);
    if !values.has_shape_of(&conditions[0].0) {
        return Err(CellError::Value);
    }
    Selection::of(&conditions, arguments.host)?.numbers(&values, arguments.host, visit)
}

fn total(values: &Area, conditions: &[Condition], host: &dyn Host) -> Result<Summary, CellError> {
    if let Some(group) = kept(Some(values), conditions, host) {
        return group.error.map_or(Ok(group), Err);
    }
    let mut total = Summary::default();
    Selection::of(conditions, host)?.numbers(values, host, &mut |number| {
        total.sum.add(number);
        total.numbers += 1;
    })?;
    Ok(total)
}

/// What the host keeps of the chosen cells, if all of them are cells and all criteria plain equalities.
fn kept(values: Option<&Area>, conditions: &[Condition], host: &dyn Host) -> Option<Summary> {
    let cells = |area: &Area| match area {
        Area::Cells(region) => Some(*region),
        Area::Values(_) => None,
    };
    let fits = |area: &Area| cells(area).is_some() && area.has_shape_of(&conditions[0].0);
    let all_fit = conditions.iter().map(|(area, _)| area).chain(values).all(fits);
    let keys = conditions.iter().filter_map(|(area, criterion)| {
        let key = if all_fit { criterion.key() } else { None };
        Some((cells(area)?, key))
    });
    host.group(values.and_then(cells), &keys.collect::<Vec<_>>())
}

/// A range stretched or cut at its lower right to the size of another, as far as the sheet reaches.
fn resized(area: Area, model: &Area) -> Area {
    let Area::Cells(Region { sheet, range }) = area else { return area };
    let row = range.first.row.saturating_add(model.height() - 1).min(MAX_ROWS - 1);
    let column = range.first.column.saturating_add(model.width() - 1).min(MAX_COLUMNS - 1);
    Area::Cells(Range::new(range.first, Address::new(row, column)).on(sheet))
}
