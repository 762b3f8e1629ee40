//! Style sheets that Excel writes, and number formats in them: `.xl65 {mso-number-format:"\#\,\#\#0\.00";}`.

use std::collections::BTreeMap;

const PROPERTY: &str = "mso-number-format:";

/// Excel's names for formats that are no codes.
const NAMED: [(&str, &str); 8] = [
    ("fixed", "0.00"),
    ("standard", "#,##0.00"),
    ("percent", "0.00%"),
    ("scientific", "0.00E+00"),
    ("short date", "yyyy-mm-dd"),
    ("medium date", "yyyy-mm-dd"),
    ("short time", "hh:mm"),
    ("general date", "yyyy-mm-dd hh:mm"),
];

/// What a style sheet declares of its classes.
pub fn rules(sheet: &str) -> BTreeMap<String, String> {
    let mut rules = BTreeMap::new();
    for rule in sheet.split('}') {
        let Some((selector, body)) = rule.split_once('{') else { continue };
        let class = selector.trim().rsplit('.').next().unwrap_or_default().trim();
        if selector.contains('.') && !class.is_empty() {
            rules.insert(class.to_owned(), body.trim().to_owned());
        }
    }
    rules
}

/// The number format that a style asks for.
pub fn format(style: &str) -> Option<String> {
    let (_, rest) = style.split_once(PROPERTY)?;
    let code = value(rest);
    let named = NAMED.iter().find(|(name, _)| name.eq_ignore_ascii_case(&code));
    let code = named.map_or(code, |(_, code)| (*code).to_owned());
    (!code.is_empty() && !code.eq_ignore_ascii_case("general")).then_some(code)
}

/// A value up to its end, without quotes and escapes.
fn value(text: &str) -> String {
    let (mut value, mut quote) = (String::new(), None);
    let mut letters = text.trim_start().chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => value.extend(unescaped(&mut letters)),
            letter if quote == Some(letter) => break,
            '"' | '\'' if quote.is_none() && value.is_empty() => quote = Some(letter),
            ';' if quote.is_none() => break,
            letter => value.push(letter),
        }
    }
    value.trim().to_owned()
}

/// The sign that is escaped: itself, or four digits of its number.
fn unescaped(letters: &mut std::str::Chars<'_>) -> Option<char> {
    let digits = letters.as_str().get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32) {
        Some(sign) if digits.is_some_and(|digits| digits.starts_with("00")) => letters.nth(3).map(|_| sign),
        _ => letters.next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_codes_and_names_are_read() {
        assert_eq!(format("color:red;mso-number-format:\"\\#\\,\\#\\#0\\.00\";width:3").as_deref(), Some("#,##0.00"));
        assert_eq!(format("mso-number-format:\"0\\.0%\"").as_deref(), Some("0.0%"));
        assert_eq!(format("mso-number-format:Percent").as_deref(), Some("0.00%"));
        assert_eq!(format("mso-number-format:\"Short Date\"").as_deref(), Some("yyyy-mm-dd"));
        assert_eq!(format("mso-number-format:'\\@'").as_deref(), Some("@"));
        assert_eq!(format("mso-number-format:\"\\#\\,\\#\\#0\\0022 kr\\0022\"").as_deref(), Some("#,##0\" kr\""));
        assert_eq!(format("mso-number-format:General"), None);
        assert_eq!(format("color:red"), None);
    }

    #[test]
    fn classes_have_what_their_rules_declare() {
        let rules =
            rules("<!--td\n\t{mso-number-format:General;}\n.xl65\n\t{mso-number-format:Fixed;}\n.xl66 {color:red}-->");
        assert_eq!(
            rules.into_iter().collect::<Vec<_>>(),
            [("xl65", "mso-number-format:Fixed;"), ("xl66", "color:red")]
                .map(|(class, body)| (class.to_owned(), body.to_owned()))
        );
    }
}
