//! How rows and columns are shown: in sight, hidden, wide, folded away.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::page::{Page, hands};

use super::cases;

cases![
    frozen_panes_stay_in_sight_and_in_the_file,
    hidden_lines_are_skipped_and_come_back,
    a_column_is_made_wider_by_its_edge_and_fitted_by_two_clicks,
    a_width_is_given_in_a_dialog,
    rows_are_grouped_folded_and_opened,
];

const LEFT_AND_TOP: &str = r#"
    const area = document.querySelector(`[data-cell="${arguments[0]}"]`).getBoundingClientRect();
    return [Math.round(area.left), Math.round(area.top)];
"#;
const WIDTH: &str =
    "return Math.round(document.querySelector(`[data-cell=\"${arguments[0]}\"]`).getBoundingClientRect().width)";
const GRID_ROLE: &str = "return document.getElementById('grid').getAttribute('role')";

/// Runs a command from the palette.
async fn command(page: &Page, words: &str) -> Result<()> {
    page.press_with(Key::Alt, 'q').await?;
    page.until("the palette", "return document.querySelector('[role=combobox]') !== null").await?;
    page.type_text(words).await?;
    page.press(&[Key::Enter]).await
}

fn on_sheet(cell: &str) -> serde_json::Value {
    json!(format!("Driftredovisning!{cell}"))
}

async fn corner_of(page: &Page, cell: &str) -> Result<(i64, i64)> {
    page.script(LEFT_AND_TOP, &[on_sheet(cell)]).await
}

async fn width_of(page: &Page, cell: &str) -> Result<i64> {
    page.script(WIDTH, &[on_sheet(cell)]).await
}

async fn is_drawn(page: &Page, cell: &str, drawn: bool) -> Result<()> {
    page.eventually(&format!("whether {cell} is drawn"), drawn, async || {
        Ok(page.texts(&[cell]).await?.into_iter().flatten().count() == 1)
    })
    .await
}

async fn frozen_panes_stay_in_sight_and_in_the_file(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.go_to("B4").await?;
    page.is_at("B4").await?;
    command(page, "Lås rutor ovanför").await?;
    let before = corner_of(page, "A3").await?;
    page.go_to("Z200").await?;
    page.is_at("Z200").await?;
    is_drawn(page, "Z200", true).await?;
    ensure!(corner_of(page, "A3").await? == before, "the frozen cell moved");
    is_drawn(page, "A3", true).await?;
    // A click on a frozen cell selects it, and the arrows go on from there without scrolling under what is frozen.
    page.until(
        "a drawn sheet",
        "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))",
    )
    .await?;
    page.click_cell("A3").await?;
    page.press(&[Key::Down]).await?;
    page.is_at("A4").await?;
    page.eventually("the row under the frozen ones", true, async || {
        Ok(corner_of(page, "A4").await.is_ok_and(|corner| corner.1 >= before.1 + 20))
    })
    .await?;
    page.press_with(Key::Control, Key::Home).await?;
    page.is_at("B4").await?;
    page.press_with(Key::Control, 's').await?;
    let saved = page.saved().await?;
    ensure!(
        saved.content["sheets"][0]["frozen"] == json!({ "rows": 3, "columns": 1 }),
        "the file knows the frozen panes"
    );
    page.press_with(Key::Control, 'z').await?;
    page.until("nothing frozen", "return document.querySelector('.has-frozen-rows') === null").await
}

async fn hidden_lines_are_skipped_and_come_back(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.go_to("5:6").await?;
    page.is_at("A5").await?;
    page.press_with(Key::Control, '9').await?;
    is_drawn(page, "A5", false).await?;
    page.shows(&[("A7", "Personalavdelning")]).await?;
    page.go_to("4:7").await?;
    hands::press_with_both(page, [Key::Control, Key::Shift], '9').await?;
    is_drawn(page, "A5", true).await?;
    page.press_with(Key::Control, 'z').await?;
    is_drawn(page, "A5", false).await?;
    page.click_cell("A4").await?;
    page.press(&[Key::Down]).await?;
    page.is_at("A7").await?;
    page.go_to("C:C").await?;
    page.is_at("C1").await?;
    page.press_with(Key::Control, '0').await?;
    is_drawn(page, "C4", false).await?;
    page.click_cell("B4").await?;
    page.press(&[Key::Right]).await?;
    page.is_at("D4").await?;
    page.go_to("B:D").await?;
    page.is_at("B1").await?;
    command(page, "Visa dolda kolumner").await?;
    is_drawn(page, "C4", true).await?;
    page.press_with(Key::Control, 'z').await?;
    is_drawn(page, "C4", false).await?;
    page.press_with(Key::Control, 'z').await?;
    page.press_with(Key::Control, 'z').await?;
    is_drawn(page, "C4", true).await?;
    is_drawn(page, "A5", true).await
}

async fn a_column_is_made_wider_by_its_edge_and_fitted_by_two_clicks(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let before = width_of(page, "B4").await?;
    hands::drag_by(page, "[role=columnheader][aria-colindex='2'] .column-edge", 60, 0).await?;
    page.eventually("the width of column B", before + 60, async || width_of(page, "B4").await).await?;
    hands::double_click(page, "[role=columnheader][aria-colindex='2'] .column-edge").await?;
    page.eventually("column B fitted", true, async || Ok(width_of(page, "B4").await? < before)).await?;
    page.press_with(Key::Control, 'z').await?;
    page.press_with(Key::Control, 'z').await?;
    page.eventually("the width of column B", before, async || width_of(page, "B4").await).await
}

async fn a_width_is_given_in_a_dialog(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    let before = width_of(page, "C4").await?;
    command(page, "Kolumnbredd").await?;
    page.until("the dialog", "return document.activeElement?.className === 'prompt-field'").await?;
    page.type_text("0").await?;
    page.press(&[Key::Enter]).await?;
    page.alerts("mellan 1 och 255").await?;
    page.press_with(Key::Control, 'a').await?;
    page.type_text("30,5").await?;
    page.press(&[Key::Enter]).await?;
    page.eventually("a wider column", true, async || Ok(width_of(page, "C4").await? > before + 50)).await?;
    page.press(&[Key::Down]).await?;
    page.is_at("C5").await
}

async fn rows_are_grouped_folded_and_opened(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.go_to("5:8").await?;
    page.is_at("A5").await?;
    hands::press_with_both(page, [Key::Alt, Key::Shift], Key::Right).await?;
    page.eventually("the role of the grid", "treegrid".to_owned(), async || page.script(GRID_ROLE, &[]).await).await?;
    // The heading's button folds, its key opens again, and the numbers of the levels do both.
    page.click("[aria-rowindex='4'] .fold").await?;
    is_drawn(page, "A6", false).await?;
    page.click_cell("A4").await?;
    hands::press_with_both(page, [Key::Alt, Key::Shift], Key::Right).await?;
    is_drawn(page, "A6", true).await?;
    page.click(".corner .level").await?;
    is_drawn(page, "A6", false).await?;
    page.click(".corner .level:last-child").await?;
    is_drawn(page, "A6", true).await?;
    page.press_with(Key::Control, 'z').await?;
    is_drawn(page, "A6", false).await?;
    let expanded = "return document.querySelector('[aria-rowindex=\"4\"]').getAttribute('aria-expanded') === 'false'";
    page.until("the heading to be folded", expanded).await
}
