//! The page: a spreadsheet for municipal follow-up in the browser. Layers, each using only those before it: `text`,
//! `platform`, `state`, `commands`, `input`, `components`, `app`.

mod app;
mod commands;
mod components;
mod input;
mod platform;
mod state;
mod text;

fn main() {
    yew::Renderer::<app::App>::new().render();
}
