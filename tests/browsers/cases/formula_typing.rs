//! What helps while a formula is typed: colours and frames, proposals, hints, brackets, F4 and F9.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;

use super::{cases, has_keyboard_in};

cases![
    cells_of_a_formula_are_coloured_alike_in_text_and_grid,
    the_drawn_text_lies_exactly_under_the_typed_one,
    frames_go_when_the_formula_is_entered_or_given_up,
    a_proposal_is_chosen_and_written_by_the_keyboard,
    a_proposal_is_written_by_a_click,
    proposals_are_found_by_the_other_language_and_by_their_help,
    proposals_leave_the_other_keys_alone,
    the_argument_hint_follows_the_caret,
    the_bracket_at_the_caret_and_its_partner_are_marked,
    a_missing_bracket_is_added,
    f4_fixes_and_releases_the_reference_at_the_caret,
    f9_replaces_a_part_by_its_value,
    f9_says_why_a_part_has_no_value,
    formulas_are_helped_in_the_formula_bar_too,
    what_is_wrong_is_marked_in_the_formula_bar,
    characters_put_together_from_several_keys_are_kept,
];

/// The stretches of the typed text that mean cells, and the frames in the grid, each with the number of its look.
const LOOKS: &str = r#"
    const look = element => [...element.classList].find(name => name.startsWith("look-"));
    const text = document.querySelector(".cell-editor.typing .coloured-text");
    const stretches = [...text?.querySelectorAll(".cells") ?? []].map(part => `${part.textContent} ${look(part)}`);
    const frames = [...document.querySelectorAll(".reference-frame")].map(frame => `${frame.dataset.range} ${look(frame)}`);
    return [stretches, frames];
"#;

async fn has_looks(page: &Page, stretches: &[&str], frames: &[&str]) -> Result<()> {
    let expected = [stretches, frames].map(|list| list.iter().map(|part| (*part).to_owned()).collect::<Vec<_>>());
    page.eventually("the coloured cells and their frames", expected, async || page.script(LOOKS, &[]).await).await
}

/// Waits until the texts of what a selector finds are these.
async fn reads(page: &Page, selector: &str, expected: &[&str]) -> Result<()> {
    const TEXTS: &str = "return [...document.querySelectorAll(arguments[0])].map(part => part.textContent)";
    let expected: Vec<String> = expected.iter().map(|text| (*text).to_owned()).collect();
    page.eventually(selector, expected, async || page.script(TEXTS, &[json!(selector)]).await).await
}

async fn cells_of_a_formula_are_coloured_alike_in_text_and_grid(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=B4-C4+SUMMA($B$4:B6;C:C)*B4").await?;
    has_looks(
        page,
        &["B4 look-1", "C4 look-2", "$B$4:B6 look-3", "C:C look-4", "B4 look-1"],
        &["B4 look-1", "C4 look-2", "B4:B6 look-3", "C:C look-4"],
    )
    .await?;
    page.type_text("+Nej!A1").await?;
    has_looks(
        page,
        &["B4 look-1", "C4 look-2", "$B$4:B6 look-3", "C:C look-4", "B4 look-1"],
        &["B4 look-1", "C4 look-2", "B4:B6 look-3", "C:C look-4"],
    )
    .await
}

async fn the_drawn_text_lies_exactly_under_the_typed_one(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text(
        "=SUMMA(B4:B11;Översikt!C4;\"å  ä\")+AVRUNDA(12,5;1)*B4*B5*B6*B7*B8*B9*B4*B5*B6*B7*B8*B9*B4*B5*B6*B7*B8*B9*B4",
    )
    .await?;
    page.press(&[Key::Left]).await.ok();
    // A field that has to scroll would show its text elsewhere than it is drawn.
    let fits = r#"
        const box = [...document.querySelectorAll(".typing-box")].pop();
        const [drawn, field] = [box.querySelector(".coloured-text"), box.querySelector("textarea")];
        const style = name => [getComputedStyle(drawn)[name], getComputedStyle(field)[name]];
        const same = ["fontFamily", "fontSize", "fontWeight", "lineHeight", "letterSpacing", "paddingLeft", "paddingTop",
            "whiteSpace", "wordBreak", "overflowWrap", "tabSize", "fontVariantNumeric"].every(name => new Set(style(name)).size === 1);
        const [a, b] = [drawn.getBoundingClientRect(), field.getBoundingClientRect()];
        return same && Math.abs(a.left - b.left) < 1 && Math.abs(a.top - b.top) < 1 && Math.abs(a.height - b.height) < 1
            && field.scrollHeight <= field.clientHeight + 1;
    "#;
    page.until("the two texts to lie on each other", fits).await
}

async fn frames_go_when_the_formula_is_entered_or_given_up(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=B4").await?;
    has_looks(page, &["B4 look-1"], &["B4 look-1"]).await?;
    page.press(&[Key::Escape]).await?;
    has_looks(page, &[], &[]).await?;
    page.enter("F1", "=B4").await?;
    page.is_at("F2").await?;
    has_looks(page, &[], &[]).await?;
    page.double_click_cell("F1").await?;
    has_looks(page, &["B4 look-1"], &["B4 look-1"]).await
}

/// What of the field with the keyboard is said to be open, and the text of the chosen proposal.
const PROPOSED: &str = r#"
    const field = document.activeElement;
    const active = document.getElementById(field.getAttribute("aria-activedescendant") ?? "");
    const isOpen = document.getElementById(field.getAttribute("aria-controls"))?.role === "listbox";
    return [field.getAttribute("aria-haspopup") ?? "", String(isOpen), active?.dataset.proposal ?? ""];
"#;

async fn has_chosen(page: &Page, expected: [&str; 3]) -> Result<()> {
    let expected = expected.map(str::to_owned);
    page.eventually("the proposal", expected, async || page.script(PROPOSED, &[]).await).await
}

async fn a_proposal_is_chosen_and_written_by_the_keyboard(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=SUMMA.").await?;
    has_chosen(page, ["listbox", "true", "SUMMA.OM"]).await?;
    page.press(&[Key::Down]).await?;
    has_chosen(page, ["listbox", "true", "SUMMA.OMF"]).await?;
    page.press(&[Key::Up, Key::Tab]).await?;
    page.is_typing("=SUMMA.OM(").await?;
    has_chosen(page, ["listbox", "false", ""]).await?;
    page.type_text("B4:B11;\">0\"").await?;
    page.press(&[Key::Enter]).await?;
    page.is_at("F2").await?;
    page.press(&[Key::Up]).await?;
    page.has_source("=SUMMA.OM(B4:B11;\">0\")").await
}

async fn a_proposal_is_written_by_a_click(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=1+SUMM").await?;
    page.click("[data-proposal='SUMMA']").await?;
    page.is_typing("=1+SUMMA(").await?;
    has_keyboard_in(page, ".cell-editor").await?;
    page.type_text("B4").await?;
    page.press(&[Key::Enter]).await?;
    page.is_at("F2").await
}

async fn proposals_are_found_by_the_other_language_and_by_their_help(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=vlook").await?;
    has_chosen(page, ["listbox", "true", "LETARAD"]).await?;
    page.press(&[Key::Escape, Key::Escape]).await?;
    page.type_text("=medel").await?;
    has_chosen(page, ["listbox", "true", "MEDEL"]).await?;
    page.has_status(&["förslag"]).await?;
    page.press(&[Key::Escape, Key::Escape]).await?;
    page.switch_language().await?;
    page.click_cell("F1").await?;
    page.type_text("=summa").await?;
    has_chosen(page, ["listbox", "true", "SUM"]).await?;
    page.press(&[Key::Tab]).await?;
    page.is_typing("=SUM(").await
}

async fn proposals_leave_the_other_keys_alone(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=SUM").await?;
    has_chosen(page, ["listbox", "true", "SUMMA"]).await?;
    page.press(&[Key::Escape]).await?;
    page.is_typing("=SUM").await?;
    has_chosen(page, ["listbox", "false", ""]).await?;
    page.press(&[Key::Escape]).await?;
    page.has_source("").await?;
    page.type_text("=PI").await?;
    page.press(&[Key::Enter]).await?;
    page.is_at("F2").await?;
    page.shows(&[("F1", "#NAMN?")]).await
}

async fn the_argument_hint_follows_the_caret(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=AVRUNDA(SUMMA(B4;C4").await?;
    reads(page, "[data-part=argument-hint] .function", &["SUMMA"]).await?;
    reads(page, "[data-part=argument-hint] b", &["[tal]…"]).await?;
    page.type_text(");").await?;
    reads(page, "[data-part=argument-hint] .call", &["AVRUNDA(tal; decimaler)"]).await?;
    reads(page, "[data-part=argument-hint] b", &["decimaler"]).await?;
    page.press(&[Key::F2, Key::Left]).await?;
    reads(page, "[data-part=argument-hint] b", &["tal"]).await?;
    page.press(&[Key::Left]).await?;
    reads(page, "[data-part=argument-hint] .function", &["SUMMA"]).await?;
    page.press(&[Key::Home]).await?;
    reads(page, "[data-part=argument-hint]", &[]).await
}

async fn the_bracket_at_the_caret_and_its_partner_are_marked(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=(B4+(C4))").await?;
    let marked = r#"
        const text = document.querySelector(".cell-editor .coloured-text");
        const parts = [...text.querySelectorAll("span > span")];
        let at = 0;
        return parts.flatMap(part => {
            const start = at;
            at += part.textContent.length;
            return part.classList.contains("bracket") ? [start] : [];
        });
    "#;
    let brackets = async || page.script::<Vec<u32>>(marked, &[]).await;
    page.eventually("the marked brackets", vec![1, 9], brackets).await?;
    page.press(&[Key::F2, Key::Left]).await?;
    page.eventually("the marked brackets", vec![5, 8], brackets).await
}

async fn a_missing_bracket_is_added(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F1", "=SUMMA(B4:B5;MAX({1\\2").await?;
    page.is_at("F2").await?;
    page.press(&[Key::Up]).await?;
    page.has_source("=SUMMA(B4:B5;MAX({1\\2}))").await
}

async fn f4_fixes_and_releases_the_reference_at_the_caret(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=B4:C5").await?;
    for expected in ["=$B$4:$C$5", "=B$4:C$5", "=$B4:$C5", "=B4:C5", "=$B$4:$C$5"] {
        page.press(&[Key::F4]).await?;
        page.is_typing(expected).await?;
    }
    has_looks(page, &["$B$4:$C$5 look-1"], &["B4:C5 look-1"]).await?;
    page.type_text("+C4").await?;
    page.press(&[Key::F2, Key::Home, Key::Right, Key::F4]).await?;
    page.is_typing("=B$4:C$5+C4").await?;
    page.press_with(Key::Control, 'z').await?;
    page.is_typing("=$B$4:$C$5+C4").await?;
    page.press(&[Key::Escape]).await?;
    page.shows(&[("F1", "")]).await
}

/// Marks so many characters before the caret.
async fn mark_back(page: &Page, characters: usize) -> Result<()> {
    for _ in 0..characters {
        page.press_with(Key::Shift, Key::Left).await?;
    }
    Ok(())
}

async fn f9_replaces_a_part_by_its_value(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=1+SUMMA(B4:B5)").await?;
    page.press(&[Key::F2]).await?;
    mark_back(page, 12).await?;
    page.press(&[Key::F9]).await?;
    page.is_typing("=1+9862").await?;
    page.has_marked("9862").await?;
    page.press_with(Key::Control, 'z').await?;
    page.is_typing("=1+SUMMA(B4:B5)").await?;
    page.press(&[Key::Escape]).await?;
    page.shows(&[("F1", "")]).await
}

async fn f9_says_why_a_part_has_no_value(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=2*B4+1").await?;
    page.press(&[Key::F2]).await?;
    mark_back(page, 4).await?;
    page.press(&[Key::F9]).await?;
    page.alerts("inget helt led").await?;
    page.is_typing("=2*B4+1").await?;
    page.press(&[Key::End]).await?;
    page.type_text("0").await?;
    page.has_no_alert().await
}

async fn formulas_are_helped_in_the_formula_bar_too(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.click("[data-part=formula-bar]").await?;
    page.type_text("=1+SUMM").await?;
    has_chosen(page, ["listbox", "true", "SUMMA"]).await?;
    page.press(&[Key::Tab]).await?;
    page.is_typing("=1+SUMMA(").await?;
    page.type_text("B4:B5").await?;
    reads(page, ".bar-help .function", &["SUMMA"]).await?;
    page.press(&[Key::F4]).await?;
    page.is_typing("=1+SUMMA($B$4:$B$5").await?;
    reads(page, ".formula-text .cells", &["$B$4:$B$5"]).await?;
    page.press(&[Key::Enter]).await?;
    page.is_at("F2").await?;
    let text = page.texts(&["F1"]).await?;
    ensure!(text[0].as_ref().is_some_and(|text| text.replace('\u{a0}', "") == "9863"), "F1 shows {text:?}");
    Ok(())
}

async fn what_is_wrong_is_marked_in_the_formula_bar(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.click("[data-part=formula-bar]").await?;
    page.type_text("=1+*2").await?;
    page.press(&[Key::Enter]).await?;
    page.alerts("väntades").await?;
    has_keyboard_in(page, "[data-part=formula-bar]").await?;
    reads(page, ".formula-text mark", &["*"]).await?;
    page.press(&[Key::Escape]).await?;
    page.has_no_alert().await
}

async fn characters_put_together_from_several_keys_are_kept(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=\"é ü å\"&\"{[]}@\"").await?;
    page.is_typing("=\"é ü å\"&\"{[]}@\"").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("F1", "é ü å{[]}@")]).await
}
