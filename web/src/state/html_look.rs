//! Looks of cells as other programs write them, in style sheets and elements, and as they read them.

use std::fmt::Write as _;

use tertial_engine::session::{Borders, Colour, Stroke, Style};

use crate::platform::markup::{Element, Node};

/// Colours of texts and of fills where there are no tokens.
const fn shades(colour: Colour) -> (&'static str, &'static str) {
    match colour {
        Colour::Grey => ("#4d565b", "#e3e7e9"),
        Colour::Red => ("#a3191f", "#fbdcd9"),
        Colour::Orange => ("#8a3f00", "#fde3cb"),
        Colour::Yellow => ("#6a5000", "#fbf0b4"),
        Colour::Green => ("#1c6033", "#d8efd9"),
        Colour::Teal => ("#0c5a5e", "#d0edec"),
        Colour::Blue => ("#174f9c", "#d9e6fa"),
        Colour::Purple => ("#6a3391", "#ebdff5"),
    }
}

/// What is said of colours, lines and the rest, as declarations that each begin with a semicolon.
pub fn declarations(style: &Style) -> String {
    let mut css = String::new();
    // Writing to a string cannot fail.
    let mut put = |name: &str, value: &str| _ = write!(css, ";{name}:{value}");
    if style.underline {
        put("text-decoration", "underline");
    }
    if let Some(ink) = style.ink {
        put("color", shades(ink).0);
    }
    if let Some(fill) = style.fill {
        put("background", shades(fill).1);
    }
    let Borders { top, right, bottom, left } = style.borders;
    for (edge, stroke) in [("top", top), ("right", right), ("bottom", bottom), ("left", left)] {
        let width = match stroke {
            Stroke::None => continue,
            Stroke::Thin => "1px",
            Stroke::Thick => "2px",
        };
        put(&format!("border-{edge}"), &format!("{width} solid #1b2327"));
    }
    css
}

/// The look that a cell has by its declarations, its attributes and the elements around all of its text.
pub fn read(cell: &Element, declared: &str) -> Style {
    let mut style = Style::default();
    if cell.name == "th" {
        style.bold = Some(true);
    }
    if let Some(colour) = cell.attribute("bgcolor").and_then(rgb) {
        style.fill = fill(colour);
    }
    if let Some(align) = cell.attribute("align") {
        declare(&mut style, "text-align", align);
    }
    declare_all(&mut style, declared);
    let mut inner = cell;
    while let Some(only) = only_element(inner) {
        match &*only.name {
            "b" | "strong" => style.bold = Some(true),
            "i" | "em" => style.italic = Some(true),
            "u" => style.underline = true,
            _ => {}
        }
        if let Some(colour) = only.attribute("color").and_then(rgb) {
            style.ink = ink(colour);
        }
        declare_all(&mut style, only.attribute("style").unwrap_or_default());
        inner = only;
    }
    // What is not bold need not be said.
    style.bold = style.bold.filter(|bold| *bold);
    style.italic = style.italic.filter(|italic| *italic);
    style
}

/// The element that all text of another one stands in.
fn only_element(element: &Element) -> Option<&Element> {
    let is_there = |node: &&Node| match node {
        Node::Text(text) => !text.trim().is_empty(),
        Node::Element(_) => true,
    };
    let mut nodes = element.children.iter().filter(is_there);
    match (nodes.next(), nodes.next()) {
        (Some(Node::Element(only)), None) => Some(only),
        _ => None,
    }
}

fn declare_all(style: &mut Style, declarations: &str) {
    for declaration in declarations.split(';') {
        if let Some((name, value)) = declaration.split_once(':') {
            declare(style, name.trim(), value.trim());
        }
    }
}

fn declare(style: &mut Style, name: &str, value: &str) {
    let value = value.to_ascii_lowercase();
    match name.to_ascii_lowercase().as_str() {
        "font-weight" => {
            style.bold = Some(value.starts_with("bold") || value.parse::<f64>().is_ok_and(|weight| weight >= 600.0));
        }
        "font-style" => style.italic = Some(value == "italic" || value == "oblique"),
        "text-decoration" | "text-decoration-line" | "text-underline-style" => {
            style.underline = value.contains("underline") || value == "single";
        }
        "color" => style.ink = rgb(&value).and_then(ink),
        "background" | "background-color" => {
            style.fill = rgb(&value).or_else(|| value.split_whitespace().find_map(rgb)).and_then(fill);
        }
        "text-align" => {
            style.align = tertial_engine::session::Align::from_name(&value);
        }
        "border" => {
            let stroke = stroke(&value);
            style.borders = Borders { top: stroke, right: stroke, bottom: stroke, left: stroke };
        }
        "border-top" => style.borders.top = stroke(&value),
        "border-right" => style.borders.right = stroke(&value),
        "border-bottom" => style.borders.bottom = stroke(&value),
        "border-left" => style.borders.left = stroke(&value),
        _ => {}
    }
}

/// A line by its kind and its width, in whichever order they stand.
fn stroke(value: &str) -> Stroke {
    let mut width = 1.0;
    for word in value.split_whitespace() {
        match word {
            "none" | "hidden" => return Stroke::None,
            "thin" => width = 1.0,
            "medium" | "thick" | "double" => width = 2.0,
            _ => width = pixels(word).unwrap_or(width),
        }
    }
    match width {
        width if width <= 0.0 => Stroke::None,
        width if width < 1.9 => Stroke::Thin,
        _ => Stroke::Thick,
    }
}

fn pixels(word: &str) -> Option<f64> {
    let (number, unit) = word.split_at(word.find(|sign: char| sign.is_ascii_alphabetic())?);
    let number: f64 = number.parse().ok()?;
    match unit {
        "px" => Some(number),
        "pt" => Some(number / 0.75),
        _ => None,
    }
}

type Rgb = [f64; 3];

/// A colour by its digits, its numbers or one of the usual names.
fn rgb(text: &str) -> Option<Rgb> {
    let text = text.trim();
    if let Some(digits) = text.strip_prefix('#') {
        let digit = |at: usize| u8::from_str_radix(digits.get(at..=at)?, 16).ok().map(f64::from);
        return match digits.len() {
            3 => Some([digit(0)? * 17.0, digit(1)? * 17.0, digit(2)? * 17.0]),
            6 => Some([digit(0)? * 16.0 + digit(1)?, digit(2)? * 16.0 + digit(3)?, digit(4)? * 16.0 + digit(5)?]),
            _ => None,
        };
    }
    if let Some(numbers) = text.strip_prefix("rgb(").and_then(|rest| rest.strip_suffix(')')) {
        let mut numbers = numbers.split(',').map(|number| number.trim().parse::<f64>().ok());
        return Some([numbers.next()??, numbers.next()??, numbers.next()??]);
    }
    const NAMED: [(&str, Rgb); 12] = [
        ("black", [0.0, 0.0, 0.0]),
        ("white", [255.0, 255.0, 255.0]),
        ("windowtext", [0.0, 0.0, 0.0]),
        ("red", [255.0, 0.0, 0.0]),
        ("yellow", [255.0, 255.0, 0.0]),
        ("lime", [0.0, 255.0, 0.0]),
        ("green", [0.0, 128.0, 0.0]),
        ("blue", [0.0, 0.0, 255.0]),
        ("orange", [255.0, 165.0, 0.0]),
        ("purple", [128.0, 0.0, 128.0]),
        ("gray", [128.0, 128.0, 128.0]),
        ("silver", [192.0, 192.0, 192.0]),
    ];
    NAMED.iter().find(|(name, _)| *name == text).map(|(_, colour)| *colour)
}

/// The colour of texts nearest to another; black and white are those of no colour.
fn ink(colour: Rgb) -> Option<Colour> {
    let (_, lightness) = span(colour);
    if (40.0..=225.0).contains(&lightness) { Some(named(colour)) } else { hue(colour).map(by_hue) }
}

/// The colour of fills nearest to another; white is that of none.
fn fill(colour: Rgb) -> Option<Colour> {
    let (_, lightness) = span(colour);
    (lightness < 252.0 || hue(colour).is_some()).then(|| named(colour))
}

fn named(colour: Rgb) -> Colour {
    hue(colour).map_or(Colour::Grey, by_hue)
}

/// How far its parts lie apart, and how light it is.
fn span([red, green, blue]: Rgb) -> (f64, f64) {
    let (low, high) = (red.min(green).min(blue), red.max(green).max(blue));
    (high - low, f64::midpoint(high, low))
}

/// Its place on the circle of colours, in degrees; none of a grey.
fn hue(colour: Rgb) -> Option<f64> {
    let [red, green, blue] = colour;
    let (spread, lightness) = span(colour);
    if spread < 10.0 + 0.04 * (255.0 - (2.0 * lightness - 255.0).abs()) {
        return None;
    }
    let high = red.max(green).max(blue);
    let hue = if high <= red {
        (green - blue) / spread
    } else if high <= green {
        2.0 + (blue - red) / spread
    } else {
        4.0 + (red - green) / spread
    };
    Some((hue * 60.0).rem_euclid(360.0))
}

fn by_hue(degrees: f64) -> Colour {
    const ENDS: [(f64, Colour); 8] = [
        (14.0, Colour::Red),
        (41.0, Colour::Orange),
        (70.0, Colour::Yellow),
        (165.0, Colour::Green),
        (195.0, Colour::Teal),
        (255.0, Colour::Blue),
        (330.0, Colour::Purple),
        (360.0, Colour::Red),
    ];
    ENDS.iter().find(|(end, _)| degrees < *end).map_or(Colour::Red, |(_, colour)| *colour)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(name: &str, attributes: &[(&str, &str)], children: Vec<Node>) -> Element {
        let attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Element { name: name.into(), attributes, children }
    }

    fn words(declared: &str) -> String {
        read(&cell("td", &[], Vec::new()), declared).words()
    }

    #[test]
    fn looks_of_other_programs_are_taken_in() {
        assert_eq!(
            words("font-weight:700;background:yellow;border:.5pt solid windowtext;text-align:center"),
            "bold fill-yellow align-center top-thin right-thin bottom-thin left-thin"
        );
        assert_eq!(
            words("border-bottom:solid windowtext 1.5pt;color:#C00000;font-style:italic"),
            "italic ink-red bottom-thick"
        );
        assert_eq!(words("background:#FFFFFF;color:black;font-weight:400;border:none"), "");
        assert_eq!(words("background:#D9D9D9;text-decoration:underline"), "underline fill-grey");
        assert_eq!(words("background-color: rgb(198, 239, 206)"), "fill-green");
    }

    #[test]
    fn elements_around_all_of_the_text_count() {
        let text = || Node::Text("12".into());
        let bold = |children| Node::Element(cell("b", &[], children));
        let colour = Node::Element(cell("font", &[("color", "#0000FF")], vec![text()]));
        assert_eq!(
            read(&cell("td", &[("bgcolor", "#FFFF00")], vec![bold(vec![colour])]), "").words(),
            "bold ink-blue fill-yellow"
        );
        assert_eq!(read(&cell("td", &[], vec![bold(vec![text()]), text()]), "").words(), "");
        assert_eq!(read(&cell("th", &[], vec![text()]), "").words(), "bold");
    }

    #[test]
    fn own_colours_come_back_as_they_were() {
        for colour in Colour::ALL {
            let style = Style { ink: Some(*colour), fill: Some(*colour), ..Style::default() };
            assert_eq!(words(declarations(&style).trim_start_matches(';')), style.words());
        }
        let lines = Style::of_words("underline top-thin bottom-thick").unwrap();
        assert_eq!(words(&declarations(&lines)), lines.words());
    }
}
