//! A small picture of what a template is: a table, an investment over the years, or a result.

use yew::prelude::*;

/// The picture of a kind of report table.
pub fn picture(kind_key: &str) -> Html {
    let drawing = match kind_key {
        "kind-investeringsredovisning" => investment(),
        "kind-resultatrakning" => result(),
        _ => table(),
    };
    html! { <svg class="kind-picture" viewBox="0 0 96 60" aria-hidden="true" focusable="false">{ drawing }</svg> }
}

/// Rows of a table with its cells to fill in and its sum.
fn table() -> Html {
    html! {
        <>
            <rect class="paper" x="0.5" y="0.5" width="95" height="59" rx="3" />
            <path class="band" d="M0.5 3.500a3 3 0 0 1 3-3h89a3 3 0 0 1 3 3V12H0.500z" />
            <path class="fill" d="M46 16h20v7H46zM46 26h20v7H46zM46 36h20v7H46z" />
            <path class="words" d="M8 19.500h26M8 29.500h32M8 39.500h20M8 51.500h16M72 19.500h16M72 29.500h16M72 39.500h16" />
            <path class="rule" d="M6 46.500h84" />
            <path class="strong" d="M46 51.500h20M72 51.500h16" />
        </>
    }
}

/// Bars that grow over the years, against a budget.
fn investment() -> Html {
    html! {
        <>
            <rect class="paper" x="0.5" y="0.5" width="95" height="59" rx="3" />
            <path class="rule" d="M10 50.500h76" />
            <path class="fill" d="M16 40h12v10H16zM34 32h12v18H34zM52 22h12v28H52zM70 14h12v36H70z" />
            <path class="strong" d="M12 36l22-8 18-10 32-9" />
        </>
    }
}

/// Income down to the result.
fn result() -> Html {
    html! {
        <>
            <rect class="paper" x="0.5" y="0.5" width="95" height="59" rx="3" />
            <path class="band" d="M12 12h14v38H12z" />
            <path class="fill" d="M31 12h14v12H31zM50 24h14v14H50z" />
            <path class="band" d="M69 38h14v12H69z" />
            <path class="words" d="M26 12.500h5M45 24.500h5M64 38.500h5" />
            <path class="rule" d="M8 50.500h80" />
        </>
    }
}
