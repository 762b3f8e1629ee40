//! What is seen: small views of plain data. They hold no decisions; what is done to them goes out as actions.

pub mod book_page;
pub mod coloured_text;
pub mod dialog;
pub mod discard_dialog;
pub mod fault_message;
pub mod formula_bar;
pub mod formula_help;
pub mod grid;
pub mod handlers;
pub mod icon;
pub mod key_list;
pub mod kind_picture;
pub mod menu_bar;
pub mod mirror;
pub mod name_box;
pub mod note_dialog;
pub mod notice_bar;
pub mod palette;
pub mod print_view;
pub mod sheet_tabs;
pub mod start_page;
pub mod status_line;
pub mod template_card;
pub mod toolbar;
pub mod typing_field;
pub mod views;
