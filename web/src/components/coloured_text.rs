//! The text being typed, drawn behind its field with the field's own measures: the field keeps the caret, this the colours.

use yew::prelude::*;

use crate::state::segments::{Look, Segment};

/// How many looks there are for cells; further ones begin anew.
pub const LOOKS: usize = 8;

/// The text to draw.
#[derive(Properties, PartialEq)]
pub struct ColouredTextProps {
    pub segments: Vec<Segment>,
}

/// The coloured text.
#[component]
pub fn ColouredText(props: &ColouredTextProps) -> Html {
    let stretches = props.segments.chunk_by(|one, other| one.is_fault == other.is_fault);
    html! {
        <div class="coloured-text" aria-hidden="true">
            for (index, stretch) in stretches.enumerate() {
                if stretch[0].is_fault {
                    <mark key={index} class={classes!(is_empty(stretch).then_some("missing"))}>{ for stretch.iter().map(segment) }</mark>
                } else {
                    <span key={index}>{ for stretch.iter().map(segment) }</span>
                }
            }
            // A last line without text would have no height.
            { "\u{200b}" }
        </div>
    }
}

/// The class of a look of cells, in text and grid.
pub fn look_class(look: usize) -> String {
    format!("look-{}", look % LOOKS + 1)
}

fn is_empty(stretch: &[Segment]) -> bool {
    stretch.iter().all(|segment| segment.text.is_empty())
}

fn segment(segment: &Segment) -> Html {
    let look = match segment.look {
        Look::Plain => None,
        Look::Cells(look) => Some(format!("cells {}", look_class(look))),
        Look::Unknown => Some("unknown".to_owned()),
        Look::Quoted => Some("quoted".to_owned()),
    };
    let classes = classes!(look, segment.is_bracket.then_some("bracket"), segment.has_caret.then_some("caret"),);
    html! { <span class={classes}>{ segment.text.clone() }</span> }
}
