//! A template as a card on the start page; a link, so that it can be opened in a window of its own.

use yew::prelude::*;

use crate::state::shelf::{self, Template};

use super::handlers::use_words;
use super::kind_picture;

/// A card's template.
#[derive(Properties, PartialEq)]
pub struct TemplateCardProps {
    pub template: Template,
}

/// A template as a card.
#[component]
pub fn TemplateCard(props: &TemplateCardProps) -> Html {
    let words = use_words();
    let Template { path, title, kind, .. } = &props.template;
    let key = shelf::kind_key(kind);
    let kind = words.find(&key).unwrap_or_else(|| kind.clone());
    html! {
        <a class="template-card" href={format!("#book={path}")}>
            { kind_picture::picture(&key) }
            <span class="template-title">{ title.clone() }</span>
            if kind != *title { <span class="template-kind">{ kind }</span> }
        </a>
    }
}
