//! Sheets as a whole: copied, moved among the tabs.

use std::rc::Rc;

use super::{ChangeSet, Refusal, Session, SheetId, deeds};
use crate::book::{Book, Formula, Run, Sheet};
use crate::edit::{Change, Deed, DeedKind, Subject};
use crate::syntax::{Expression, Reference, SheetReference};

/// Most characters of a sheet's name.
const LONGEST: usize = 31;

/// Copies a sheet; the copy stands after it.
pub fn duplicate(session: &mut Session, sheet: SheetId) -> Result<ChangeSet, Refusal> {
    let position = session.book.position(sheet).map_or(0, |position| position + 1);
    duplicate_to(session, sheet, position)
}

/// Copies a sheet to a place among the tabs. What names the sheet in its own formulas and names means the copy there.
pub fn duplicate_to(session: &mut Session, sheet: SheetId, position: usize) -> Result<ChangeSet, Refusal> {
    let book = &session.book;
    let Some(source) = book.sheet(sheet) else {
        return session.apply(Change::RemoveSheet { sheet });
    };
    let id = SheetId(book.sheets.iter().map(|sheet| sheet.id.0 + 1).max().unwrap_or(0));
    let name = free_name(book, &source.name);
    let copied = copy(source, id, &name);
    let names = book.names.iter().filter(|(_, scope, _)| *scope == Some(sheet)).map(|(name, _, meaning)| {
        let meaning = Some(Rc::new(redirected(meaning, sheet, id)));
        Change::DefineName { name: name.to_owned(), sheet: Some(id), meaning }
    });
    let mut changes = vec![Change::AddSheet { position: position.min(book.sheets.len()), content: Box::new(copied) }];
    changes.extend(names);
    let deed = Deed { kind: DeedKind::DuplicatedSheet, subject: Subject::Sheet(id, name) };
    deeds::apply_as(session, deed, Change::Batch(changes))
}

/// Puts a sheet's tab elsewhere among the tabs.
pub fn move_to(session: &mut Session, sheet: SheetId, position: usize) -> Result<ChangeSet, Refusal> {
    session.apply(Change::MoveSheet { sheet, position })
}

/// Whether a sheet holds anything that would be missed.
pub fn is_blank(session: &Session, sheet: SheetId) -> bool {
    let sheet = session.book.sheet(sheet);
    sheet.is_none_or(|sheet| sheet.used().is_none() && sheet.notes.iter().next().is_none() && sheet.tables.is_empty())
}

fn copy(source: &Sheet, id: SheetId, name: &str) -> Sheet {
    let mut copy = source.clone();
    (copy.id, copy.name) = (id, name.to_owned());
    let own = |reference: &Reference| reference.sheet == Some(SheetReference::Known(source.id));
    let runs: Vec<Run> = source.formulas.runs().filter(|run| run.formula.references.iter().any(own)).collect();
    for run in runs {
        let formula = Formula::new(redirected(&run.formula.expression, source.id, id));
        copy.formulas.put(Run { formula, ..run });
    }
    copy.tables.iter_mut().for_each(|table| table.id = format!("{}-{}", table.id, id.0));
    copy
}

/// A formula that means one sheet where it named another.
fn redirected(expression: &Expression, from: SheetId, to: SheetId) -> Expression {
    expression.map_references(&mut |reference| {
        let mut reference = reference.clone();
        if reference.sheet == Some(SheetReference::Known(from)) {
            reference.sheet = Some(SheetReference::Known(to));
        }
        Expression::Reference(reference)
    })
}

/// The name with a number that no sheet has, cut where it would be too long. A number that a copy has is not kept.
fn free_name(book: &Book, name: &str) -> String {
    let number = |end: &&str| end.strip_suffix(')').is_some_and(|number| number.parse::<u32>().is_ok());
    let name = name.rsplit_once(" (").filter(|(_, end)| number(end)).map_or(name, |(name, _)| name);
    let numbered = |number: usize| {
        let end = format!(" ({number})");
        let kept: String = name.chars().take(LONGEST - end.chars().count()).collect();
        format!("{}{end}", kept.trim_end())
    };
    let mut names = (2..).map(numbered);
    names.find(|name| book.sheet_named(name).is_none()).unwrap_or_default()
}
