//! The page in a window of 320 by 640 points, and of 320 by 200, which is 1280 by 800 enlarged four times.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::page::axe::{Part, examine};
use crate::page::looks::{self, Window};
use crate::page::{Page, hands};

use super::{cases, has_keyboard_in};

cases![
    a_row_is_read_and_filled_in_as_a_form,
    the_form_goes_from_row_to_row,
    what_the_form_cannot_enter_is_told,
    nothing_on_a_narrow_page_is_wider_than_it,
    the_sheet_keeps_room_on_a_page_enlarged_four_times,
    five_frozen_columns_leave_the_view_to_the_rest_and_this_is_told,
    what_has_the_focus_is_seen,
    what_tells_of_the_sheet_stands_below_it_on_a_narrow_page,
];

const FORM: &str = ".dialog.row-form";

/// The headings of the form, and the texts of its fields.
const FIELDS: &str = r#"
    return [...document.querySelectorAll(".form-line")].map(line =>
        [line.querySelector(".form-heading").textContent, line.querySelector("input").value,
            line.querySelector("output")?.textContent ?? ""]);
"#;

async fn open_form(page: &Page, cell: &str) -> Result<()> {
    page.open_koping().await?;
    page.go_to(cell).await?;
    page.click("[data-command='view.row']").await?;
    has_keyboard_in(page, FORM).await
}

async fn has_fields(page: &Page, expected: [[&str; 3]; 4]) -> Result<()> {
    let expected = expected.map(|line| line.map(str::to_owned).to_vec()).to_vec();
    page.eventually("the fields of the form", expected, async || page.script::<Vec<Vec<String>>>(FIELDS, &[]).await)
        .await
}

async fn a_row_is_read_and_filled_in_as_a_form(page: &Page) -> Result<()> {
    looks::resize(page, Window::NARROW).await?;
    open_form(page, "B7").await?;
    has_fields(
        page,
        [
            ["Verksamhet", "Personalavdelning", ""],
            ["Budget", "13741", ""],
            ["Prognos Helår", "13541", ""],
            ["Avvikelse", "=B7-C7", "+200"],
        ],
    )
    .await?;
    page.click("input[data-column=C]").await?;
    page.press_with(Key::Control, 'a').await?;
    page.type_text("14000").await?;
    page.press(&[Key::Enter]).await?;
    has_fields(
        page,
        [
            ["Verksamhet", "Personalavdelning", ""],
            ["Budget", "13741", ""],
            ["Prognos Helår", "14000", ""],
            ["Avvikelse", "=B7-C7", "\u{2212}259"],
        ],
    )
    .await?;
    page.press(&[Key::Escape]).await?;
    has_keyboard_in(page, ".cell-editor").await
}

async fn the_form_goes_from_row_to_row(page: &Page) -> Result<()> {
    const NAME: &str = "return document.querySelector('#row-form-name')?.textContent ?? ''";
    looks::resize(page, Window::NARROW).await?;
    open_form(page, "B7").await?;
    page.press(&[Key::PageDown]).await?;
    page.eventually("the row", "Kollektivtrafik".to_owned(), async || page.script(NAME, &[]).await).await?;
    page.press(&[Key::PageUp, Key::PageUp]).await?;
    page.eventually("the row", "Näringslivsenhet".to_owned(), async || page.script(NAME, &[]).await).await?;
    page.press(&[Key::Escape]).await?;
    page.is_at("B6").await
}

async fn what_the_form_cannot_enter_is_told(page: &Page) -> Result<()> {
    open_koping_form_with_fault(page).await?;
    let told: String = page.script("return document.querySelector('#row-form-fault').textContent", &[]).await?;
    ensure!(!told.is_empty(), "nothing is told");
    examine(page, "the form with a fault", Part::Only(FORM)).await
}

async fn open_koping_form_with_fault(page: &Page) -> Result<()> {
    looks::resize(page, Window::NARROW).await?;
    open_form(page, "B7").await?;
    page.click("input[data-column=C]").await?;
    page.press_with(Key::Control, 'a').await?;
    page.type_text("=B7-*").await?;
    page.press(&[Key::Enter]).await?;
    page.until("a word on it", "return document.querySelector('#row-form-fault').textContent !== ''").await
}

async fn nothing_on_a_narrow_page_is_wider_than_it(page: &Page) -> Result<()> {
    const TOO_WIDE: &str = r#"
        const inside = element => !element.closest(".scroller, .sheet-tabs, .menu-bar, .paper, .only-spoken, .file-field");
        return [...document.querySelectorAll("body *")].filter(inside)
            .filter(element => element.getClientRects().length > 0
                && element.getBoundingClientRect().right > innerWidth + 1)
            .map(element => element.outerHTML.slice(0, 120));
    "#;
    looks::resize(page, Window::NARROW).await?;
    page.open("/").await?;
    page.ready().await?;
    let wide: Vec<String> = page.script(TOO_WIDE, &[]).await?;
    ensure!(wide.is_empty(), "on the start page: {wide:?}");
    page.open_koping().await?;
    let wide: Vec<String> = page.script(TOO_WIDE, &[]).await?;
    ensure!(wide.is_empty(), "beside the sheet: {wide:?}");
    page.press_with(Key::Control, 'f').await?;
    page.until("the panel", "return document.querySelector('.find-panel') !== null").await?;
    let wide: Vec<String> = page.script(TOO_WIDE, &[]).await?;
    ensure!(wide.is_empty(), "in the panel: {wide:?}");
    Ok(())
}

async fn the_sheet_keeps_room_on_a_page_enlarged_four_times(page: &Page) -> Result<()> {
    looks::resize(page, Window::ENLARGED).await?;
    page.open_koping().await?;
    let height: f64 = page.script("return document.querySelector('.scroller').clientHeight", &[]).await?;
    ensure!(height >= 80.0, "the sheet is {height} points high");
    page.go_to("D12").await?;
    page.until("the total in sight", IN_SIGHT).await
}

/// Whether the active cell lies where it can be seen, beside headers and what stays in sight.
const IN_SIGHT: &str = r#"
    const cell = document.querySelector(".cell.active")?.getBoundingClientRect();
    if (!cell) return false;
    const [x, y] = [cell.left + Math.min(cell.width, 60) / 2, cell.top + cell.height / 2];
    const found = document.elementFromPoint(x, y);
    return found !== null && !found.closest(".row-header, .column-header, .formula-row, .foot, .title-bar");
"#;

async fn five_frozen_columns_leave_the_view_to_the_rest_and_this_is_told(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.go_to("F1").await?;
    hands::choose(page, "view.freeze").await?;
    looks::resize(page, Window::NARROW).await?;
    page.alerts("Fönstret är för litet för de låsta rutorna").await?;
    page.go_to("H4").await?;
    page.until("the cell beside the frozen columns", IN_SIGHT).await
}

async fn what_has_the_focus_is_seen(page: &Page) -> Result<()> {
    const HIDDEN: &str = r#"
        const active = document.activeElement, area = active.getBoundingClientRect();
        if (active === document.body || active.closest(".cell-editor")) return "";
        const seen = document.elementFromPoint(area.left + area.width / 2, area.top + area.height / 2);
        return seen && (active.contains(seen) || seen.contains(active)) ? "" : active.outerHTML.slice(0, 150);
    "#;
    for window in [Window::NARROW, Window::ENLARGED] {
        looks::resize(page, window).await?;
        open_form(page, "B7").await?;
        for _ in 0..8 {
            let hidden: String = page.script(HIDDEN, &[]).await?;
            ensure!(hidden.is_empty(), "has the focus in the form but is not seen: {hidden}");
            page.press(&[Key::Tab]).await?;
        }
        page.press(&[Key::Escape]).await?;
        for _ in 0..6 {
            page.press(&[Key::F6]).await?;
            let hidden: String = page.script(HIDDEN, &[]).await?;
            ensure!(hidden.is_empty(), "has the focus but is not seen: {hidden}");
        }
    }
    Ok(())
}

async fn what_tells_of_the_sheet_stands_below_it_on_a_narrow_page(page: &Page) -> Result<()> {
    const PLACES: &str = "const [sheet, panel] = ['main.sheet', '.beside-panel'].map(part => \
         document.querySelector(part)?.getBoundingClientRect()); \
         return !!panel && panel.top >= sheet.bottom - 1 && panel.width >= innerWidth - 1 && sheet.height > 100";
    looks::resize(page, Window::NARROW).await?;
    page.open_koping().await?;
    page.press_with(Key::Control, Key::F7).await?;
    page.until("the panel below the sheet", PLACES).await
}
