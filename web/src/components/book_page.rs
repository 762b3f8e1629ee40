//! The open book: title and commands, formula bar, grid, sheet tabs and status line.

use yew::prelude::*;

use crate::platform::clipboard::Copied;
use crate::platform::{clipboard, events, pointer};
use crate::state::figures::Figures;
use crate::state::{PageAction, Said};

use super::beside::{BesidePanel, BesideView};
use super::find_panel::{FindPanel, FindView};
use super::formula_bar::FormulaBar;
use super::grid::Grid;
use super::handlers::{Handlers, use_handlers, use_words};
use super::menu_bar::MenuBar;
use super::name_box::NameBox;
use super::sheet_tabs::SheetTabs;
use super::status_line::StatusLine;
use super::toolbar::{HomeButton, Toolbar};
use super::views::{BookView, ButtonView, MenuView};

/// Names the words that tell keyboard users how to leave the sheet.
pub const HINT_ID: &str = "keyboard-hint";

/// The page's book.
#[derive(Properties, PartialEq)]
pub struct BookPageProps {
    pub book: BookView,
    /// What was just done.
    pub said: Option<Said>,
    /// The search, while its panel is open.
    pub find: Option<FindView>,
    /// What else stands beside the sheet.
    pub beside: Option<BesideView>,
    /// Which figures of the selection the status line shows.
    pub figures: Figures,
    /// The commands of the toolbar, in groups.
    pub tools: Vec<Vec<ButtonView>>,
    /// The way back to the start page.
    pub home: ButtonView,
    /// The menus with their commands.
    pub menus: Vec<MenuView>,
}

/// The open book.
#[component]
pub fn BookPage(props: &BookPageProps) -> Html {
    let (handlers, words) = (use_handlers(), use_words());
    let BookView {
        title,
        is_modified,
        grid,
        editor,
        sheets,
        shown,
        summary,
        filtered,
        findings,
        unit,
        spoken,
        places,
        is_empty,
    } = &props.book;
    html! {
        <div class="book-page">
            <button type="button" class="skip-link" onclick={events::clicks(handlers.page(PageAction::ToSheet))}>
                { words.say("to-sheet") }
            </button>
            <header class="title-bar" onmousedown={pointer::hold_focus()}>
                <HomeButton button={props.home.clone()} />
                <div class="naming">
                    <BookTitle title={title.clone()} is_modified={*is_modified} />
                    <MenuBar menus={props.menus.clone()} />
                </div>
                <Toolbar groups={props.tools.clone()} />
            </header>
            <section class="formula-row" data-region="formula" aria-label={words.say("formula-row")}>
                <NameBox cell={editor.cell} places={places.clone()} />
                <FormulaBar editor={editor.clone()} />
            </section>
            <div class="work">
            <main class="sheet" data-region="sheet" oncopy={clipboard::copies(takes(&handlers, false))}
                oncut={clipboard::copies(takes(&handlers, true))}
                onpaste={clipboard::pastes(handlers.paste.clone())}>
                <Grid grid={grid.clone()} editor={editor.clone()} />
                <div>if *is_empty { <p class="empty-sheet">{ words.say("sheet-empty") }</p> }</div>
                <div class="only-spoken" id={HINT_ID}>{ words.say("keyboard-hint") }</div>
            </main>
            if let Some(find) = &props.find { <FindPanel find={find.clone()} /> }
            if let Some(beside) = &props.beside { <BesidePanel beside={beside.clone()} /> }
            </div>
            <footer class="foot" onmousedown={pointer::hold_focus()}>
                <SheetTabs sheets={sheets.clone()} shown={*shown} />
                <StatusLine summary={summary.clone()} filtered={*filtered} findings={*findings} unit={*unit} mode={editor.mode} manner={grid.selection.manner}
                    said={props.said.clone()} figures={props.figures} />
            </footer>
            <div class="only-spoken" aria-live="polite" aria-atomic="true">{ spoken.clone() }</div>
        </div>
    }
}

/// Takes the selected cells.
fn takes(handlers: &Handlers, cuts: bool) -> Callback<(), Option<Copied>> {
    let copy = handlers.copy.clone();
    Callback::from(move |()| copy.emit(cuts))
}

/// A book's title.
#[derive(Properties, PartialEq)]
struct BookTitleProps {
    title: AttrValue,
    is_modified: bool,
}

#[component]
fn BookTitle(props: &BookTitleProps) -> Html {
    let words = use_words();
    html! {
        <h1 class="book-title">
            <span class="book-name">{ props.title.clone() }</span>
            if props.is_modified { <span class="modified">{ words.say("modified") }</span> }
        </h1>
    }
}
