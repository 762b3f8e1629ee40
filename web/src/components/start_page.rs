//! The start page: what the program is for, a file to open, an empty book, and the templates.

use yew::prelude::*;

use crate::state::shelf::{Shelf, Shelves, Template};

use super::handlers::use_words;
use super::icon;
use super::kept_shelf::KeptShelf;
use super::template_card::TemplateCard;
use super::toolbar::CommandButton;
use super::views::ButtonView;

/// The start page's contents.
#[derive(Properties, PartialEq)]
pub struct StartPageProps {
    pub shelves: Shelves,
    /// The commands that begin something, the first of them above all.
    pub buttons: Vec<ButtonView>,
    /// The commands at the corner.
    pub corner: Vec<ButtonView>,
    /// The address of the page that says how accessible the program is.
    pub statement: &'static str,
    /// Whether a template is being fetched.
    pub is_opening: bool,
}

/// The start page.
#[component]
pub fn StartPage(props: &StartPageProps) -> Html {
    let words = use_words();
    html! {
        <div class="start-page" aria-busy={props.is_opening.then_some("true")}>
            <header class="start-header">
                <div class="start-corner">
                    for button in &props.corner { <CommandButton key={button.id} button={button.clone()} /> }
                </div>
                <h1 class="wordmark">{ icon::mark() }{ "Tertial" }</h1>
                <p class="promise">{ words.say("promise") }</p>
                <div class="start-actions">
                    for button in &props.buttons {
                        <CommandButton key={button.id} button={button.clone()} />
                    }
                </div>
                <ol class="steps" aria-label={words.say("steps")}>
                    for (key, what) in [("choose", "step-choose"), ("fill", "step-fill"), ("share", "step-share")] {
                        <li {key}>{ words.say(what) }</li>
                    }
                </ol>
            </header>
            <main class="shelf" aria-label={words.say("templates")}>
                <KeptShelf kept={props.shelves.kept.clone()} />
                <h2>{ words.say("templates") }</h2>
                <p class="shelf-state">{ words.say("templates-hint") }</p>
                <Templates shelf={props.shelves.templates.clone()} />
            </main>
            <footer class="start-foot"><a href={props.statement}>{ words.say("command-accessibility") }</a></footer>
        </div>
    }
}

/// The templates to show.
#[derive(Properties, PartialEq)]
struct TemplatesProps {
    shelf: Shelf,
}

#[component]
fn Templates(props: &TemplatesProps) -> Html {
    let words = use_words();
    match &props.shelf {
        Shelf::Awaited => html! { <p class="shelf-state" role="status">{ words.say("templates-awaited") }</p> },
        Shelf::Missing => html! { <p class="shelf-state" role="status">{ words.say("templates-missing") }</p> },
        Shelf::Filled(groups) if groups.is_empty() => {
            html! { <p class="shelf-state">{ words.say("templates-none") }</p> }
        }
        // The first group is seen at once; the others are there for those who look for them.
        Shelf::Filled(groups) => html! {
            for (index, (name, templates)) in groups.iter().enumerate() { { group(name, templates, index == 0) } }
        },
    }
}

fn group(municipality: &str, templates: &[Template], is_open: bool) -> Html {
    html! {
        <details class="shelf-group" key={municipality.to_owned()} data-group={municipality.to_owned()} open={is_open}>
            <summary>
                <h3>{ municipality.to_owned() }</h3>
                <span class="shelf-count">{ templates.len() }</span>
            </summary>
            <ul class="cards">
                for template in templates {
                    <li key={template.path.clone()}><TemplateCard template={template.clone()} /></li>
                }
            </ul>
        </details>
    }
}
