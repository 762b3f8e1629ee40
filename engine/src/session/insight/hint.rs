//! What to do about an error.

use crate::display::Locale;
use crate::eval::blame::Fault;
use crate::session::refusal::worded;
use crate::session::why::Reason;

/// What to do about an error, where there is something.
pub fn hint(reason: &Reason, locale: Locale) -> Option<String> {
    let (swedish, english) = match reason {
        Reason::Circular(_) => (
            "Ändra en av formlerna så att den inte behöver sitt eget resultat.",
            "Change one of the formulas so that it does not need its own result.",
        ),
        Reason::Blocked(_) => (
            "Töm cellen som är i vägen, eller flytta formeln.",
            "Empty the cell that is in the way, or move the formula.",
        ),
        Reason::Entered(_) => ("Skriv ett värde i cellen i stället.", "Type a value into the cell instead."),
        Reason::Formula(fault) => of_fault(fault)?,
    };
    Some(worded(locale, swedish, english))
}

const fn of_fault(fault: &Fault) -> Option<(&'static str, &'static str)> {
    Some(match fault {
        Fault::Division { .. } => (
            "Fyll i nämnaren, eller låt OM pröva att den inte är noll.",
            "Fill in the divisor, or let IF check that it is not zero.",
        ),
        Fault::Text { .. } => {
            ("Skriv ett tal där, utan bokstäver och enhet.", "Type a number there, without letters or a unit.")
        }
        Fault::NotFound { .. } => (
            "Se efter att det sökta är skrivet likadant, utan extra blanksteg.",
            "Check that what is looked for is written alike, without extra spaces.",
        ),
        Fault::Deleted => (
            "Ångra borttagningen, eller peka ut cellerna på nytt i formeln.",
            "Undo the deletion, or point out the cells anew in the formula.",
        ),
        Fault::UnknownName(_) | Fault::UnknownFunction(_) => {
            ("Se efter hur namnet stavas.", "Check how the name is spelt.")
        }
        Fault::Miscounted(..) | Fault::Unreadable => ("Rätta formeln.", "Mend the formula."),
        _ => return None,
    })
}
