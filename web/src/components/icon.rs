//! The program's mark, and the pictures of commands, drawn with lines on a grid of 20 by 20.

use yew::prelude::*;

use crate::commands::Icon;

/// A command's picture, which says nothing that its button does not say in words.
pub fn picture(icon: Icon) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d={lines(icon)} />
        </svg>
    }
}

const fn lines(icon: Icon) -> &'static str {
    match icon {
        Icon::Start => "M3.5 9.5 10 4l6.5 5.5M5.5 8.5V16h9V8.5M8.5 16v-4h3v4",
        Icon::New => "M5.5 3h6l3 3v11h-9zM11.5 3v3h3M10 9v5M7.5 11.5h5",
        Icon::Open => "M3 15.5v-10h4.5l1.5 2h6v2M3 15.5l2.2-6H17.500l-2.200 6z",
        Icon::Save => "M10 3.500v9M6.500 9.500 10 13l3.500-3.500M4 16.500h12",
        Icon::Undo => "M4 8h8a4 4 0 0 1 0 8H8M7.500 4.500 4 8l3.500 3.500",
        Icon::Redo => "M16 8H8a4 4 0 0 0 0 8h4M12.500 4.500 16 8l-3.500 3.500",
        Icon::Insert => "M3.5 4.500h13M3.500 15.500h13M10 7.500v5M7.500 10h5",
        Icon::Delete => "M3.500 4.500h13M3.500 15.500h13M8.200 8.200l3.600 3.600M11.800 8.200l-3.600 3.600",
        Icon::Palette => "M8.500 3.500a5 5 0 1 0 0 10a5 5 0 1 0 0-10M12.200 12.200l4.300 4.300",
        Icon::Row => "M4.5 3.5h11v13h-11zM7 7h6M7 10h6M7 13h3.500",
        Icon::Bold => "M6.500 16.500v-13h7.500M6.500 10h6",
        Icon::Italic => "M8 16.500 11 3.500M9.300 11 16 3.500M11 9.200l3 7.300",
        Icon::Underline => "M6 3.500v6.500a4 4 0 0 0 8 0V3.500M5 17h10",
        Icon::Left => "M3.500 4.500h13M3.500 8.200h8M3.500 11.900h13M3.500 15.600h8",
        Icon::Center => "M3.500 4.500h13M6 8.200h8M3.500 11.900h13M6 15.600h8",
        Icon::Right => "M3.500 4.500h13M8.500 8.200h8M3.500 11.900h13M8.500 15.600h8",
        Icon::Fill => {
            "M8.500 2.500v3M4 10.500 9.500 5l5.500 5.500-5.500 5.500zM4 10.500h11M17 13c1 1.700 1.300 2.300 1.300 2.900a1.300 1.300 0 0 1-2.600 0c0-.600.300-1.200 1.300-2.900"
        }
        Icon::Brush => {
            "M16.500 3.500 9 10.500l1.500 1.500 7-7.500zM9 10.500c-2.500.500-3 2-3 3.500 0 1.200-1 2-2.500 2.300 3.500 1 7.500 0 7-4.300"
        }
        Icon::Cells => "M3.500 4.500h13v11h-13zM3.500 8.200h13M3.500 11.800h13M8 4.500v11M12.300 4.500v11",
        Icon::More => "M3.500 14.500h.1M6.500 8.500h3v6h-3zM12.500 8.500h3v6h-3zM14 3v3M12.500 4.500h3",
        Icon::Fewer => "M3.500 14.500h.1M6.500 8.500h3v6h-3zM12.500 4.500h3",
        Icon::Language => {
            "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M3 10h14M10 3c-5 4.500-5 9.500 0 14M10 3c5 4.500 5 9.500 0 14"
        }
    }
}

/// The program's mark: columns that grow.
pub fn mark() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <rect class="mark-ground" width="24" height="24" rx="5" />
            <path class="mark-fill" d="M5 12h4v7H5zM10 9h4v10h-4zM15 5h4v14h-4z" />
        </svg>
    }
}
