//! Copied cells as an HTML table for word processors and other spreadsheets, with all its looks written in it. Numbers
//! stand as they are shown; what they are exactly, and what belongs to them here, stands beside in attributes.

use std::fmt::Write as _;

use tertial_engine::session::pasting::Detail;
use tertial_engine::session::{Address, Alignment, CellRole, CellView, Emphasis, styles};

use super::html_look;

/// A copied cell.
pub struct CopiedCell {
    pub view: CellView,
    pub detail: Detail,
}

/// What is copied as a whole.
pub struct Frame<'a> {
    /// The name of the copied cells.
    pub own: &'a str,
    /// Where the first of them stands.
    pub origin: Address,
    /// The language of the texts.
    pub language: &'a str,
}

const TABLE: &str = "border-collapse:collapse;font-family:Calibri,Arial,sans-serif;font-size:11pt";
const LINE: &str = "border:1px solid #8a8a8a";

/// Writes rows of cells as a document with one table.
pub fn write(frame: &Frame<'_>, rows: impl Iterator<Item = Vec<CopiedCell>>) -> String {
    let Frame { own, origin, language } = frame;
    let mut html = format!(
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\" lang=\"{language}\"><head><meta charset=\"utf-8\"></head>\
         <body><table lang=\"{language}\" data-tertial=\"{own}\" data-origin=\"{origin}\" style=\"{TABLE}\">"
    );
    let names = |role| matches!(role, CellRole::Title | CellRole::Subtitle | CellRole::Header);
    let is_heading = |row: &[CopiedCell]| row.iter().any(|cell| names(cell.view.role));
    let mut part = "";
    for row in rows {
        // Headings in a part of their own are repeated on each page of a document.
        let now = if part != "tbody" && is_heading(&row) { "thead" } else { "tbody" };
        if now != part {
            let end = if part.is_empty() { String::new() } else { format!("</{part}>") };
            let _ = write!(html, "{end}<{now}>");
            part = now;
        }
        html.push_str("<tr>");
        row.iter().for_each(|cell| write_cell(&mut html, cell));
        html.push_str("</tr>");
    }
    if !part.is_empty() {
        let _ = write!(html, "</{part}>");
    }
    html.push_str("</table></body></html>");
    html
}

fn write_cell(html: &mut String, CopiedCell { view, detail }: &CopiedCell) {
    let (tag, scope) = match view.role {
        CellRole::Header => ("th", " scope=\"col\""),
        CellRole::Label if !view.text.is_empty() && view.alignment == Alignment::Start => ("th", " scope=\"row\""),
        _ => ("td", ""),
    };
    // Writing to a string cannot fail.
    let _ = write!(html, "<{tag}{scope} style=\"{}\"", style(view, detail));
    let own = [
        ("x:num", detail.number.as_deref()),
        ("x:str", detail.is_text.then_some("")),
        ("data-formula", detail.formula.as_deref()),
        ("data-format", detail.format.as_deref()),
        ("data-look", Some(&*detail.look).filter(|look| !look.is_empty())),
    ];
    for (name, value) in own {
        if let Some(value) = value {
            let _ = write!(html, " {name}=\"{}\"", escaped(value));
        }
    }
    let _ = write!(html, ">{}</{tag}>", escaped(&view.text).replace('\n', "<br>"));
}

fn style(view: &CellView, detail: &Detail) -> String {
    let border = if matches!(view.role, CellRole::Title | CellRole::Subtitle) { "border:none" } else { LINE };
    let alignment = match view.alignment {
        Alignment::Start => "left",
        Alignment::Center => "center",
        Alignment::End => "right",
    };
    let weight = if styles::is_bold(view) { "bold" } else { "normal" };
    let ground = if view.role == CellRole::Header { ";background:#e6eef0" } else { "" };
    let rule = if view.emphasis == Emphasis::Sum { ";border-top:1.5pt solid #1f4e5a" } else { "" };
    let slant = if styles::is_italic(view) { ";font-style:italic" } else { "" };
    let indent =
        if view.indent > 0 { format!(";padding-left:{}pt", 4 + 9 * u32::from(view.indent)) } else { String::new() };
    let look = view.style.as_ref().map(|style| html_look::declarations(style)).unwrap_or_default();
    let format = detail.number.as_ref().map(|_| number_format(view, detail)).unwrap_or_default();
    let text = if detail.is_text { ";mso-number-format:'\\@'" } else { "" };
    format!(
        "{border};padding:2pt 4pt;vertical-align:top;text-align:{alignment};font-weight:{weight}{slant}{ground}{rule}{indent}{look}{format}{text}"
    )
}

/// The number format for Excel: the cell's own, or one that looks like what is shown.
fn number_format(view: &CellView, detail: &Detail) -> String {
    let code = detail.format.clone().or_else(|| shown_format(&view.text));
    let quoted = |code: String| {
        code.chars()
            .flat_map(|sign| (!sign.is_ascii_alphanumeric()).then_some('\\').into_iter().chain([sign]))
            .collect::<String>()
    };
    code.map(|code| format!(";mso-number-format:'{}'", escaped(&quoted(code)))).unwrap_or_default()
}

fn shown_format(text: &str) -> Option<String> {
    let groups = text.contains(['\u{a0}', '\u{202f}']);
    let decimals =
        text.rsplit_once([',', '.']).map_or(0, |(_, fraction)| fraction.chars().filter(char::is_ascii_digit).count());
    let fraction = if decimals > 0 { format!(".{}", "0".repeat(decimals)) } else { String::new() };
    (groups || decimals > 0).then(|| format!("{}{fraction}", if groups { "#,##0" } else { "0" }))
}

fn escaped(text: &str) -> String {
    if !text.contains(['&', '<', '>', '"']) {
        return text.to_owned();
    }
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str, role: CellRole) -> CopiedCell {
        CopiedCell { view: CellView { text: text.into(), role, ..CellView::default() }, detail: Detail::default() }
    }

    fn written(row: Vec<CopiedCell>) -> String {
        let frame = Frame { own: "1a", origin: Address::new(3, 1), language: "sv" };
        write(&frame, std::iter::once(row))
    }

    #[test]
    fn a_table_has_its_language_its_borders_and_its_headings() {
        let html = written(vec![cell("Verksamhet", CellRole::Header), cell("IT", CellRole::Label)]);
        assert!(html.contains("<table lang=\"sv\" data-tertial=\"1a\" data-origin=\"B4\" style=\"border-collapse"));
        assert!(
            html.contains("<th scope=\"col\" style=\"border:1px solid #8a8a8a;") && html.contains("font-weight:bold")
        );
        assert!(html.contains("<th scope=\"row\""));
    }

    #[test]
    fn numbers_stand_as_shown_with_what_they_are_beside() {
        let view = CellView { text: "\u{2212}6\u{a0}040,5".into(), alignment: Alignment::End, ..CellView::default() };
        let detail = Detail { number: Some("-6040.5".into()), formula: Some("=B4-\"x\"".into()), ..Detail::default() };
        let html = written(vec![CopiedCell { view, detail }]);
        assert!(html.contains(">\u{2212}6\u{a0}040,5</td>") && html.contains("x:num=\"-6040.5\""));
        assert!(html.contains("text-align:right") && html.contains("data-formula=\"=B4-&quot;x&quot;\""));
        assert!(html.contains("mso-number-format:'\\#\\,\\#\\#0\\.0'"));
    }

    #[test]
    fn texts_are_no_markup() {
        let html = written(vec![cell("<b>A & B</b>\nrad", CellRole::Free)]);
        assert!(html.contains(">&lt;b&gt;A &amp; B&lt;/b&gt;<br>rad</td>"));
    }
}
