//! One decimal more or fewer in a number-format code.

/// The file form of a code with one decimal more or fewer in every section that has places for digits; `None` where
/// nothing changes, as in codes of dates, fractions and text.
pub fn with_decimals(code: &str, more: bool) -> Option<String> {
    let signs: Vec<char> = code.chars().collect();
    let bare = bare(&signs);
    let mut changed = signs.clone();
    // From the end, so that what comes in or goes leaves the places before it alone.
    for section in sections(&bare).into_iter().rev() {
        match step(&bare[section.clone()], more) {
            Some(Step::Insert { at, point }) => {
                let added = if point { ".0" } else { "0" };
                changed.splice(section.start + at..section.start + at, added.chars());
            }
            Some(Step::Remove { from, to }) => _ = changed.drain(section.start + from..section.start + to),
            None => {}
        }
    }
    (changed != signs).then(|| changed.into_iter().collect())
}

/// What is done to a section.
enum Step {
    Insert { at: usize, point: bool },
    Remove { from: usize, to: usize },
}

/// The signs of a code, with a blank for each that only stands for itself.
fn bare(signs: &[char]) -> Vec<char> {
    let (mut until, mut skips, mut bare) = (None, false, Vec::with_capacity(signs.len()));
    for sign in signs {
        let is_bare = until.is_none() && !skips;
        skips = is_bare && matches!(sign, '\\' | '_' | '*');
        until = match (until, sign) {
            (None, '"') if is_bare => Some('"'),
            (None, '[') if is_bare => Some(']'),
            (Some(end), sign) if end == *sign => None,
            (until, _) => until,
        };
        bare.push(if is_bare && until.is_none() && !skips { *sign } else { ' ' });
    }
    bare
}

fn sections(bare: &[char]) -> Vec<std::ops::Range<usize>> {
    let mut start = 0;
    let ends = bare.iter().enumerate().filter(|(_, sign)| **sign == ';').map(|(at, _)| at).chain([bare.len()]);
    ends.map(|end| std::mem::replace(&mut start, end + 1)..end).collect()
}

fn step(section: &[char], more: bool) -> Option<Step> {
    let end = section.iter().position(|sign| matches!(sign, 'E' | 'e')).unwrap_or(section.len());
    let section = &section[..end];
    if section.contains(&'/') || section.iter().any(|sign| sign.is_ascii_alphabetic()) {
        return None;
    }
    let last = section.iter().rposition(|sign| is_place(*sign))?;
    match (section.iter().position(|sign| *sign == '.'), more) {
        (Some(_), true) => Some(Step::Insert { at: last + 1, point: false }),
        (None, true) => Some(Step::Insert { at: last + 1, point: true }),
        (Some(point), false) if last <= point + 1 => Some(Step::Remove { from: point, to: last.max(point) + 1 }),
        (Some(_), false) => Some(Step::Remove { from: last, to: last + 1 }),
        (None, false) => None,
    }
}

const fn is_place(sign: char) -> bool {
    matches!(sign, '0' | '#' | '?')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::display::Format;

    #[test]
    fn decimals_come_and_go_in_every_section() {
        let cases = [
            ("0", Some("0.0"), None),
            ("#,##0.00", Some("#,##0.000"), Some("#,##0.0")),
            ("0.0%", Some("0.00%"), Some("0%")),
            ("#,##0,", Some("#,##0.0,"), None),
            ("+#,##0.0;-#,##0.0;0", Some("+#,##0.00;-#,##0.00;0.0"), Some("+#,##0;-#,##0;0")),
            ("0.0E+00", Some("0.00E+00"), Some("0E+00")),
            ("0\" m.0\"", Some("0.0\" m.0\""), None),
            ("[<0]\\0 0;0.0_0", Some("[<0]\\0 0.0;0.00_0"), Some("[<0]\\0 0;0_0")),
            ("yyyy-mm-dd", None, None),
            ("# ?/?", None, None),
            ("@", None, None),
        ];
        for (code, more, fewer) in cases {
            assert_eq!(with_decimals(code, true).as_deref(), more, "{code}");
            assert_eq!(with_decimals(code, false).as_deref(), fewer, "{code}");
            assert!(more.is_none_or(|more| Format::parse(more).is_ok()), "{code}");
        }
    }

    #[test]
    fn a_decimal_that_came_goes_again() {
        for code in ["0", "#,##0", "0.0%", "\"kr\" 0;[Red]-0", "0.00E+00"] {
            let more = with_decimals(code, true).unwrap();
            assert_eq!(with_decimals(&more, false).as_deref(), Some(code));
        }
    }
}
