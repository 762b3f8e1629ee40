//! Writes values in the number formats that `TEXT` meets most: digits, groups, decimals, percent, dates and times.

use crate::display::{Locale, coerce};
use crate::value::moment::{self, Date};
use crate::value::{CellError, Number, Value};

/// A number with a fixed number of decimals, plain hyphen, with or without groups of three digits.
pub(super) fn fixed(number: Number, decimals: usize, grouped: bool, locale: Locale) -> String {
    let text = number.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut result = if number.is_negative() { String::from("-") } else { String::new() };
    result.push_str(&if grouped { with_groups(whole, locale) } else { whole.to_owned() });
    if decimals > 0 {
        result.push(locale.decimal_sign());
        result.push_str(&format!("{fraction:0<decimals$}"));
    }
    result
}

fn with_groups(digits: &str, locale: Locale) -> String {
    let mut result = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            result.push(locale.group_sign());
        }
        result.push(digit);
    }
    result
}

/// A value in a number format; text passes unchanged.
pub(super) fn format(value: &Value, code: &str, locale: Locale) -> Result<String, CellError> {
    let number = match value {
        Value::Text(_) | Value::Boolean(_) => return Ok(coerce::to_text(value, locale)?.to_string()),
        value => coerce::to_number(value, locale)?,
    };
    let sections = sections(code);
    let section = match (sections.get(1), sections.get(2)) {
        (_, Some(zero)) if number.is_zero() => return number_in(zero, number, locale),
        (Some(negative), _) if number.is_negative() => return number_in(negative, number.abs(), locale),
        _ => sections.first().map_or(code, String::as_str),
    };
    if ["", "GENERAL", "STANDARD", "@"].contains(&section.to_uppercase().as_str()) {
        return Ok(coerce::to_text(&number.into(), locale)?.to_string());
    }
    if is_date(section) { date_in(section, number) } else { number_in(section, number, locale) }
}

/// The parts of a format between semicolons that stand outside quotes.
fn sections(code: &str) -> Vec<String> {
    let (mut sections, mut quoted) = (vec![String::new()], false);
    for letter in code.chars() {
        quoted ^= letter == '"';
        match sections.last_mut() {
            Some(section) if quoted || letter != ';' => section.push(letter),
            _ => sections.push(String::new()),
        }
    }
    sections
}

fn is_date(section: &str) -> bool {
    let bare: String = section.split('"').step_by(2).collect();
    !bare.contains(['0', '#']) && bare.to_lowercase().contains(['y', 'å', 'm', 'd', 'h', 's', 't'])
}

fn number_in(section: &str, number: Number, locale: Locale) -> Result<String, CellError> {
    let group = if locale == Locale::Swedish { [' ', '\u{a0}'] } else { [','; 2] };
    let place = |letter: char| matches!(letter, '0' | '#' | '?');
    let (Some(first), Some(last)) = (section.find(place), section.rfind(place)) else {
        return Ok(section.replace('"', ""));
    };
    let (prefix, pattern, suffix) = (&section[..first], &section[first..=last], &section[last + 1..]);
    let (whole, fraction) = pattern.split_once(locale.decimal_sign()).unwrap_or((pattern, ""));
    let percents = section.matches('%').count().min(4) as i64;
    let scaled = number.times(Number::from(100).power(Number::from(percents))?)?;
    let rounded = scaled.rounded(fraction.len() as i64);
    let text = rounded.abs().to_string();
    let (digits, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let least = whole.matches('0').count();
    let digits = if digits == "0" { format!("{:0>least$}", "") } else { format!("{digits:0>least$}") };
    let digits = if whole.contains(group) { with_groups(&digits, locale) } else { digits };
    let least = fraction.rfind('0').map_or(0, |last| last + 1);
    let decimals = format!("{decimals:0<least$}");
    let sign = if rounded.is_negative() { "-" } else { "" };
    let point = if pattern.contains(locale.decimal_sign()) { locale.decimal_sign().to_string() } else { String::new() };
    Ok(format!("{sign}{prefix}{digits}{point}{decimals}{suffix}").replace('"', ""))
}

fn date_in(section: &str, number: Number) -> Result<String, CellError> {
    let (day, seconds) = moment::split(number)?;
    let date = Date::from_serial(day)?;
    let (mut result, mut after_hour, mut quoted) = (String::new(), false, false);
    let letters: Vec<char> = section.to_lowercase().replace('å', "y").replace('t', "h").chars().collect();
    for run in letters.chunk_by(|one, other| one == other) {
        quoted ^= run[0] == '"' && run.len() % 2 == 1;
        let (part, width) = match run[0] {
            '"' => continue,
            _ if quoted => (None, 0),
            'y' if run.len() < 3 => (Some(date.year % 100), 2),
            'y' => (Some(date.year), 4),
            'm' if after_hour => (Some(seconds / 60 % 60), run.len()),
            'm' => (Some(date.month), run.len()),
            'd' => (Some(date.day), run.len()),
            'h' => (Some(seconds / 3600), run.len()),
            's' => (Some(seconds % 60), run.len()),
            _ => (None, 0),
        };
        match part {
            Some(part) => result.push_str(&format!("{part:0>width$}")),
            None => result.extend(run),
        }
        if run[0].is_alphabetic() {
            after_hour = run[0] == 'h';
        }
    }
    Ok(result)
}
