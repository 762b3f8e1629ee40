//! Cells in the HTML that other programs put on the clipboard: Excel, Word, LibreOffice, Google Sheets, this one.

use std::collections::BTreeMap;
use std::rc::Rc;

use tertial_engine::session::Address;
use tertial_engine::session::pasting::{Block, Detail};

use crate::platform::markup::{Element, Node};

use super::{excel_style, html_look};

/// A cell that claims more rows or columns than this is taken for a mistake.
const WIDEST_SPAN: usize = 1_000;

/// Cells from outside.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outside {
    pub block: Rc<Block>,
    /// How many cells were several that had been merged.
    pub merged: usize,
    /// The name of copied cells, when they come from this program.
    pub own: Option<String>,
}

/// The cells of all tables, with the lines of text between them; `None` without a table.
pub fn read(root: &Element) -> Option<Outside> {
    let mut reader = Reader { styles: excel_style::rules(&style_sheet(root)), ..Reader::default() };
    reader.walk(root);
    reader.end_line();
    reader.has_table.then(|| Outside { block: Rc::new(reader.block), ..reader.outside })
}

#[derive(Default)]
struct Reader {
    /// What is known but for the cells.
    outside: Outside,
    block: Block,
    has_table: bool,
    /// Text outside of tables.
    line: String,
    /// What is declared of classes.
    styles: BTreeMap<String, String>,
}

impl Reader {
    fn walk(&mut self, element: &Element) {
        for node in &element.children {
            match node {
                Node::Text(text) => self.line.push_str(text),
                Node::Element(element) if is_unseen(element) => {}
                Node::Element(table) if table.name == "table" => {
                    self.end_line();
                    self.table(table);
                }
                Node::Element(element) if is_block(&element.name) => {
                    self.end_line();
                    self.walk(element);
                    self.end_line();
                }
                Node::Element(element) => self.walk(element),
            }
        }
    }

    /// A line of text outside of tables is a row with one cell.
    fn end_line(&mut self) {
        let line = tidied(&std::mem::take(&mut self.line));
        if !line.is_empty() {
            self.block.rows.push(vec![line]);
        }
    }

    fn table(&mut self, table: &Element) {
        self.has_table = true;
        if let Some(own) = table.attribute("data-tertial") {
            self.outside.own = Some(own.to_owned());
            self.block.origin = table.attribute("data-origin").and_then(Address::parse);
        }
        let mut rows = Vec::new();
        collect_rows(table, &mut rows);
        // For each column, how many more rows a cell from above reaches down.
        let mut reaching: Vec<usize> = Vec::new();
        for row in rows {
            let cells = row.children.iter().filter_map(|node| match node {
                Node::Element(cell) if is_cell(cell) && !is_unseen(cell) => Some(cell),
                _ => None,
            });
            self.row(cells, &mut reaching);
        }
    }

    fn row<'a>(&mut self, cells: impl Iterator<Item = &'a Element>, reaching: &mut Vec<usize>) {
        let number = self.block.rows.len() as u32;
        let mut texts: Vec<String> = Vec::new();
        // Cells from above that reach down past this row.
        let mut next: Vec<usize> = reaching.iter().map(|rows| rows.saturating_sub(1)).collect();
        for cell in cells {
            while reaching.get(texts.len()).is_some_and(|rows| *rows > 0) {
                texts.push(String::new());
            }
            let (columns, rows) = (span(cell, "colspan"), span(cell, "rowspan"));
            self.outside.merged += usize::from(columns * rows > 1);
            let text = text_of(cell);
            if let Some(detail) = self.detail(cell, &text) {
                self.block.details.insert(Address::new(number, texts.len() as u32), detail);
            }
            let end = texts.len() + columns;
            if next.len() < end {
                next.resize(end, 0);
            }
            next[texts.len()..end].fill(rows - 1);
            texts.push(text);
            texts.resize(end, String::new());
        }
        *reaching = next;
        self.block.rows.push(texts);
    }

    /// What a program says of a cell beside its text.
    fn detail(&self, cell: &Element, text: &str) -> Option<Detail> {
        let google = cell.attribute("data-sheets-value").and_then(google_value);
        let number = cell.attribute("x:num").map(|exact| if exact.is_empty() { text } else { exact });
        let number = number.or_else(|| cell.attribute("sdval")).filter(|number| number.parse::<f64>().is_ok());
        let is_google_text = matches!(google, Some(GoogleValue::Text));
        let number = match google {
            Some(GoogleValue::Number(number)) => Some(number),
            _ => number.map(str::to_owned),
        };
        let format = self.format(cell);
        let is_text = cell.attribute("x:str").is_some() || is_google_text || format.as_deref() == Some("@");
        let formula = cell.attribute("data-formula").filter(|_| self.outside.own.is_some()).map(str::to_owned);
        let detail =
            Detail { number, is_text, formula, format: format.filter(|code| code != "@"), look: self.look(cell) };
        (detail != Detail::default()).then_some(detail)
    }

    /// The words of the cell's look.
    fn look(&self, cell: &Element) -> String {
        if self.outside.own.is_some() {
            return cell.attribute("data-look").unwrap_or_default().to_owned();
        }
        let classes = cell.attribute("class").unwrap_or_default().split_whitespace();
        let declared = classes.filter_map(|class| self.styles.get(class)).map(String::as_str);
        let declared: Vec<&str> = declared.chain(cell.attribute("style")).collect();
        html_look::read(cell, &declared.join(";")).words()
    }

    fn format(&self, cell: &Element) -> Option<String> {
        let own = cell.attribute("data-format").map(str::to_owned);
        let is_own = self.outside.own.is_some();
        let styled = || cell.attribute("style").and_then(excel_style::format);
        let classed = || {
            let mut classes = cell.attribute("class")?.split_whitespace();
            classes.find_map(|class| self.styles.get(class).and_then(|body| excel_style::format(body)))
        };
        let libre = || Some(cell.attribute("sdnum")?.splitn(3, ';').nth(2)?.to_owned());
        let google = || {
            serde_json::from_str::<serde_json::Value>(cell.attribute("data-sheets-numberformat")?)
                .ok()?
                .get("2")?
                .as_str()
                .map(str::to_owned)
        };
        own.or_else(|| if is_own { None } else { styled().or_else(classed).or_else(libre).or_else(google) })
    }
}

enum GoogleValue {
    Number(String),
    Text,
}

/// What Google Sheets says of a cell: its kind under 1, its number under 3.
fn google_value(json: &str) -> Option<GoogleValue> {
    let value: serde_json::Value = serde_json::from_str(json).ok()?;
    match value.get("1")?.as_u64()? {
        2 => Some(GoogleValue::Text),
        3 => Some(GoogleValue::Number(value.get("3")?.to_string())),
        _ => None,
    }
}

fn collect_rows<'a>(element: &'a Element, rows: &mut Vec<&'a Element>) {
    for node in &element.children {
        match node {
            Node::Element(row) if row.name == "tr" && !is_unseen(row) => rows.push(row),
            Node::Element(part) if matches!(&*part.name, "thead" | "tbody" | "tfoot") => collect_rows(part, rows),
            _ => {}
        }
    }
}

fn is_cell(element: &Element) -> bool {
    element.name == "td" || element.name == "th"
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "br"
            | "li"
            | "ul"
            | "ol"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "section"
            | "article"
            | "tr"
    )
}

/// What a reader of the page would not see, and what holds no text.
fn is_unseen(element: &Element) -> bool {
    let style = element.attribute("style").unwrap_or_default().replace(' ', "").to_ascii_lowercase();
    matches!(&*element.name, "head" | "style" | "script" | "template" | "noscript" | "iframe" | "object" | "title")
        || style.contains("display:none")
        || style.contains("mso-hide:all")
}

fn span(cell: &Element, name: &str) -> usize {
    let claimed = cell.attribute(name).and_then(|text| text.trim().parse::<usize>().ok());
    claimed.filter(|span| (1..=WIDEST_SPAN).contains(span)).unwrap_or(1)
}

fn text_of(cell: &Element) -> String {
    let mut text = String::new();
    gather(cell, &mut text);
    let lines: Vec<String> = text.split('\u{1}').map(tidied).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// The text of an element, its lines parted by a sign that no text holds.
fn gather(element: &Element, text: &mut String) {
    for node in &element.children {
        match node {
            Node::Text(part) => text.push_str(&part.replace('\u{1}', "")),
            Node::Element(element) if is_unseen(element) => {}
            Node::Element(element) if element.name == "br" => text.push('\u{1}'),
            Node::Element(element) if is_block(&element.name) => {
                if !text.is_empty() && !text.ends_with('\u{1}') {
                    text.push('\u{1}');
                }
                gather(element, text);
            }
            Node::Element(element) if is_cell(element) => {
                text.push(' ');
                gather(element, text);
            }
            Node::Element(element) => gather(element, text),
        }
    }
}

/// One space for each stretch of white space, as a browser shows it, and none at the ends.
fn tidied(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn style_sheet(element: &Element) -> String {
    let parts = element.children.iter().map(|node| match node {
        Node::Element(element) if element.name == "style" => element
            .children
            .iter()
            .map(|node| match node {
                Node::Text(text) => text.as_str(),
                Node::Element(_) => "",
            })
            .collect(),
        Node::Element(element) if element.name != "table" => style_sheet(element),
        _ => String::new(),
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(name: &str, attributes: &[(&str, &str)], children: Vec<Node>) -> Node {
        let attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Node::Element(Element { name: name.into(), attributes, children })
    }

    fn td(attributes: &[(&str, &str)], text: &str) -> Node {
        element("td", attributes, vec![Node::Text(text.into())])
    }

    fn table(rows: Vec<Vec<Node>>) -> Node {
        let rows = rows.into_iter().map(|cells| element("tr", &[], cells)).collect();
        element("table", &[], vec![element("tbody", &[], rows)])
    }

    fn outside(children: Vec<Node>) -> Option<Outside> {
        read(&Element { name: "html".into(), attributes: Vec::new(), children })
    }

    fn detail(outside: &Outside, row: u32, column: u32) -> Detail {
        outside.block.details.get(&Address::new(row, column)).cloned().unwrap_or_default()
    }

    #[test]
    fn a_table_is_rows_of_texts() {
        let found = outside(vec![table(vec![
            vec![td(&[], " Kansli\n  stab "), td(&[], "1\u{a0}234")],
            vec![td(&[], "\u{a0}")],
        ])]);
        assert_eq!(found.unwrap().block.rows, [vec!["Kansli stab", "1 234"], vec![""]]);
        assert!(outside(vec![element("p", &[], vec![Node::Text("bara text".into())])]).is_none());
    }

    #[test]
    fn merged_cells_hold_their_value_once() {
        let rows = vec![
            vec![td(&[("colspan", "2")], "Budget"), td(&[("rowspan", "2")], "Not")],
            vec![td(&[], "a"), td(&[], "b")],
            vec![td(&[], "c"), td(&[], "d"), td(&[], "e")],
        ];
        let found = outside(vec![table(rows)]).unwrap();
        assert_eq!(found.block.rows, [vec!["Budget", "", "Not"], vec!["a", "b"], vec!["c", "d", "e"]]);
        assert_eq!(found.merged, 2);
        let absurd =
            outside(vec![table(vec![vec![td(&[("colspan", "4000000000"), ("rowspan", "-1")], "x")]])]).unwrap();
        assert_eq!(absurd.block.rows, [["x"]]);
    }

    #[test]
    fn cells_under_a_merged_one_stand_beside_it() {
        let rows = vec![
            vec![td(&[("rowspan", "3")], "A"), td(&[], "1")],
            vec![td(&[], "2")],
            vec![td(&[], "3")],
            vec![td(&[], "B")],
        ];
        let found = outside(vec![table(rows)]).unwrap();
        assert_eq!(found.block.rows, [vec!["A", "1"], vec!["", "2"], vec!["", "3"], vec!["B"]]);
    }

    #[test]
    fn programs_say_the_exact_number_and_its_format() {
        let style = element("style", &[], vec![Node::Text(".xl65 {mso-number-format:\"\\#\\,\\#\\#0\\.00\";}".into())]);
        let google =
            [("data-sheets-value", "{\"1\":3,\"3\":0.125}"), ("data-sheets-numberformat", "{\"1\":3,\"2\":\"0.0%\"}")];
        let rows = vec![vec![
            td(&[("class", "xl65"), ("x:num", "1234.5678")], "1 234,57"),
            td(&[("sdval", "0.1"), ("sdnum", "1053;0;0.00")], "0,10"),
            td(&google, "12,5%"),
            td(&[("x:str", "")], "007"),
            td(&[("x:num", "")], "12"),
        ]];
        let found = outside(vec![style, table(rows)]).unwrap();
        let known = |column| {
            let detail = detail(&found, 0, column);
            (detail.number, detail.format)
        };
        assert_eq!(known(0), (Some("1234.5678".into()), Some("#,##0.00".into())));
        assert_eq!(known(1), (Some("0.1".into()), Some("0.00".into())));
        assert_eq!(known(2), (Some("0.125".into()), Some("0.0%".into())));
        assert!(detail(&found, 0, 3).is_text);
        assert_eq!(known(4), (Some("12".into()), None));
    }

    #[test]
    fn lines_in_a_cell_and_between_tables_are_kept() {
        let cell = element(
            "td",
            &[],
            vec![element("p", &[], vec![Node::Text("ett".into())]), element("p", &[], vec![Node::Text("två".into())])],
        );
        let title = element("p", &[], vec![Node::Text("Rubrik".into())]);
        let found = outside(vec![title, table(vec![vec![cell]])]).unwrap();
        assert_eq!(found.block.rows, [["Rubrik"], ["ett\ntvå"]]);
    }

    #[test]
    fn what_is_not_seen_is_not_read() {
        let script = element("script", &[], vec![Node::Text("alert(1)".into())]);
        let hidden = element("span", &[("style", "display: none")], vec![Node::Text("dold".into())]);
        let cell = element("td", &[], vec![script, hidden, Node::Text("7".into())]);
        assert_eq!(outside(vec![table(vec![vec![cell]])]).unwrap().block.rows, [["7"]]);
    }

    #[test]
    fn formulas_are_taken_from_own_tables_alone() {
        let cell = || td(&[("data-formula", "=A1*2")], "4");
        assert_eq!(detail(&outside(vec![table(vec![vec![cell()]])]).unwrap(), 0, 0).formula, None);
        let own =
            element("table", &[("data-tertial", "1a"), ("data-origin", "B4")], vec![element("tr", &[], vec![cell()])]);
        let found = outside(vec![own]).unwrap();
        assert_eq!((found.own.as_deref(), found.block.origin), (Some("1a"), Address::parse("B4")));
        assert_eq!(detail(&found, 0, 0).formula.as_deref(), Some("=A1*2"));
    }
}
