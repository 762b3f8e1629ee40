//! References written by the numbers of their rows and columns, as `R2C3` or `R[-1]C`; in Swedish `R2K3`. They are turned
//! into ordinary addresses as seen from a cell.

use crate::base::address::column_letters;
use crate::base::{Address, MAX_COLUMNS, MAX_ROWS};

/// The ordinary address of a reference by numbers, with its sheet if it names one; `None` for anything else.
pub fn to_a1(text: &str, origin: Address) -> Option<String> {
    let text = text.trim();
    let (sheet, cells) = text.rfind('!').map_or(("", text), |end| text.split_at(end + 1));
    let (first, last) = cells.split_once(':').unwrap_or((cells, cells));
    let (first, last) = (Corner::read(first, origin)?, Corner::read(last, origin)?);
    let written = match (first, last) {
        (Corner::Row(first), Corner::Row(last)) => format!("{}:{}", first + 1, last + 1),
        (Corner::Column(first), Corner::Column(last)) => format!("{}:{}", column_letters(first), column_letters(last)),
        (Corner::Cell(first), Corner::Cell(last)) if first == last => first.to_string(),
        (Corner::Cell(first), Corner::Cell(last)) => format!("{first}:{last}"),
        _ => return None,
    };
    Some(sheet.to_owned() + &written)
}

/// What stands before or after a colon.
#[derive(Debug, Clone, Copy)]
enum Corner {
    Cell(Address),
    Row(u32),
    Column(u32),
}

impl Corner {
    fn read(text: &str, origin: Address) -> Option<Self> {
        let upper = text.trim().to_uppercase();
        if let Some(rest) = upper.strip_prefix('R') {
            let (row, rest) = line(rest, origin.row, MAX_ROWS)?;
            let Some(rest) = rest.strip_prefix(['C', 'K']) else { return rest.is_empty().then_some(Self::Row(row)) };
            let (column, rest) = line(rest, origin.column, MAX_COLUMNS)?;
            return rest.is_empty().then_some(Self::Cell(Address::new(row, column)));
        }
        let (column, rest) = line(upper.strip_prefix(['C', 'K'])?, origin.column, MAX_COLUMNS)?;
        rest.is_empty().then_some(Self::Column(column))
    }
}

/// The row or column that a number, a distance in brackets or nothing says, and what stands after it.
fn line(text: &str, origin: u32, limit: u32) -> Option<(u32, &str)> {
    if let Some(rest) = text.strip_prefix('[') {
        let (distance, rest) = rest.split_once(']')?;
        let found = origin.checked_add_signed(distance.trim().parse().ok()?)?;
        return (found < limit).then_some((found, rest));
    }
    let end = text.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(text.len());
    if end == 0 {
        return Some((origin, text));
    }
    let number: u32 = text[..end].parse().ok()?;
    (1..=limit).contains(&number).then(|| (number - 1, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_distances_become_addresses() {
        let origin = Address::new(4, 2);
        for (text, wanted) in [
            ("R2C3", Some("C2")),
            ("r[-1]c", Some("C4")),
            ("R[1]K[2]", Some("E6")),
            ("RC", Some("C5")),
            ("R1C1:R3C2", Some("A1:B3")),
            ("R3", Some("3:3")),
            ("C2:C4", Some("B:D")),
            ("'Blad 2'!R1C1", Some("'Blad 2'!A1")),
            ("R[-9]C", None),
            ("R0C1", None),
            ("B4", None),
            ("R1C1x", None),
            ("R1:C2", None),
            ("", None),
        ] {
            assert_eq!(to_a1(text, origin).as_deref(), wanted, "{text}");
        }
    }
}
