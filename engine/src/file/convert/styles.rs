//! Looks of cells, between the file's schema and the book. The file has a list of them; sheets name them by their number.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::conditional;
use super::into_book::refused;
use crate::base::{Range, SheetId};
use crate::book::{Book, Sheet, Style, Unit};
use crate::file::FileError;
use crate::file::v1;

/// The looks of a file that is being written, each with its number: words and number format.
#[derive(Default)]
pub struct StyleTable {
    numbers: BTreeMap<(String, Option<Rc<str>>), u32>,
    styles: Vec<v1::Style>,
}

impl StyleTable {
    /// The looks of a sheet's cells, which are put into the list when they are not there yet; none where nothing is said.
    pub fn looks(&mut self, book: &Book, sheet: &Sheet) -> Option<v1::Looks> {
        let areas = sheet.styles.rectangles().into_iter();
        let areas = areas.map(|(range, style)| v1::Look { range: range.to_string(), style: self.number(&style) });
        let unit = sheet.styles.shown_unit.map(|unit| unit.name().to_owned());
        let (areas, conditional) = (areas.collect::<Vec<_>>(), conditional::written(book, sheet));
        let says = !areas.is_empty() || !conditional.is_empty() || unit.is_some();
        says.then_some(v1::Looks { sheet: sheet.id.0, areas, conditional, unit })
    }

    /// All looks.
    pub fn into_styles(self) -> Vec<v1::Style> {
        self.styles
    }

    fn number(&mut self, style: &Style) -> u32 {
        let Self { numbers, styles } = self;
        let look = style.words();
        *numbers.entry((look.clone(), style.number_format.clone())).or_insert_with(|| {
            styles.push(v1::Style { look, format: style.number_format.as_deref().map(str::to_owned) });
            styles.len() as u32 - 1
        })
    }
}

/// The looks that a file lists.
pub fn read_table(styles: &[v1::Style]) -> Result<Vec<Rc<Style>>, FileError> {
    let read = |style: &v1::Style| {
        let look = Style::of_words(&style.look).map_err(|word| refused("styles", word))?;
        Ok(Rc::new(Style { number_format: style.format.as_deref().map(Rc::from), ..look }))
    };
    styles.iter().map(read).collect()
}

/// Gives the cells of sheets their looks, and their amounts the unit that they are shown in.
pub fn read(looks: &[v1::Looks], table: &[Rc<Style>], book: &mut Book) -> Result<(), FileError> {
    looks.iter().try_for_each(|looks| {
        let place = || format!("looks of sheet {}", looks.sheet);
        let sheet = book.sheet_mut(SheetId(looks.sheet)).ok_or_else(|| refused("looks", &looks.sheet.to_string()))?;
        for v1::Look { range, style } in &looks.areas {
            let cells = Range::parse(range).ok_or_else(|| refused(&place(), range))?;
            let style = table.get(*style as usize).ok_or_else(|| refused(&place(), &format!("style {style}")))?;
            sheet.styles.paint(cells, Some(style), &mut Vec::new());
        }
        if let Some(name) = &looks.unit {
            sheet.styles.shown_unit = Some(Unit::from_name(name).ok_or_else(|| refused(&place(), name))?);
        }
        Ok(())
    })
}
