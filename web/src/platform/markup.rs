//! HTML from outside as plain data. It is read by the browser into a document of its own, where no script runs and nothing
//! is fetched, and never comes into the page.

use web_sys::{DomParser, Element as DomElement, Node as DomNode, SupportedType};

use wasm_bindgen::JsCast;

/// A piece of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    Text(String),
    Element(Element),
}

/// An element with what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element {
    /// Its name in small letters.
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// Elements that hold nothing to be read.
const SILENT: [&str; 8] = ["script", "template", "noscript", "iframe", "object", "svg", "math", "title"];

/// Reads HTML; `None` where there is no browser that can.
pub fn parse(html: &str) -> Option<Element> {
    let document = DomParser::new().ok()?.parse_from_string(html, SupportedType::TextHtml).ok()?;
    document.document_element().map(|root| element(&root))
}

fn element(found: &DomElement) -> Element {
    let names = found.get_attribute_names();
    let names = names.iter().filter_map(|name| name.as_string());
    let attributes = names.filter_map(|name| Some((name.clone(), found.get_attribute(&name)?))).collect();
    let mut children = Vec::new();
    let mut next = found.first_child();
    while let Some(child) = next {
        children.extend(node(&child));
        next = child.next_sibling();
    }
    Element { name: found.tag_name().to_lowercase(), attributes, children }
}

fn node(found: &DomNode) -> Option<Node> {
    match found.dyn_ref::<DomElement>() {
        Some(found) if SILENT.contains(&&*found.tag_name().to_lowercase()) => None,
        Some(found) => Some(Node::Element(element(found))),
        None if found.node_type() == DomNode::TEXT_NODE => found.text_content().map(Node::Text),
        None => None,
    }
}
