//! Formulas in the user's language, and what happens when they are wrong.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::page::Page;

use super::cases;

cases![
    formulas_are_understood_in_both_languages,
    formulas_and_numbers_follow_the_language_of_the_page,
    formulas_use_the_signs_of_their_language,
    a_formula_follows_what_it_reads,
    a_broken_formula_stays_open_with_its_fault_marked,
    a_corrected_formula_is_entered,
    a_circle_is_told_and_the_rest_still_calculates,
    errors_are_named_in_the_language_of_the_page,
];

async fn formulas_are_understood_in_both_languages(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F1", "=SUMMA(B4:B11)").await?;
    page.enter("F2", "=SUM(B4:B11)").await?;
    page.click_cell("F2").await?;
    page.has_source("=SUMMA(B4:B11)").await?;
    let texts = page.texts(&["F1", "F2"]).await?;
    let digits = |text: &Option<String>| text.as_ref().map(|text| text.replace('\u{a0}', ""));
    ensure!(texts.iter().all(|text| digits(text).as_deref() == Some("40358")), "the two sums are {texts:?}");
    Ok(())
}

async fn formulas_and_numbers_follow_the_language_of_the_page(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F1", "=SUMMA(B4:B11)").await?;
    page.click_cell("F1").await?;
    page.switch_language().await?;
    page.has_source("=SUM(B4:B11)").await?;
    page.shows(&[("B12", "40,358"), ("C12", "40,058"), ("D12", "+300")]).await?;
    page.switch_language().await?;
    page.has_source("=SUMMA(B4:B11)").await?;
    page.shows(&[("B12", "40\u{a0}358")]).await
}

async fn formulas_use_the_signs_of_their_language(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F1", "=om(b4>c4;\"över\";\"under\")").await?;
    page.enter("F2", "=AVRUNDA(12,345;1)").await?;
    page.shows(&[("F1", "under"), ("F2", "12,3")]).await?;
    page.click_cell("F1").await?;
    page.has_source("=OM(B4>C4;\"över\";\"under\")").await?;
    page.switch_language().await?;
    page.has_source("=IF(B4>C4,\"över\",\"under\")").await
}

async fn a_formula_follows_what_it_reads(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F1", "=C12-C4").await?;
    page.enter("F2", "=F1*2").await?;
    page.enter("C5", "0").await?;
    // 40 058 − 1 861 − 8 001, and twice that.
    let followed = async || {
        let texts = page.texts(&["F1", "F2"]).await?;
        Ok(texts.iter().flatten().map(|text| text.replace('\u{a0}', "")).collect())
    };
    page.eventually("the formulas", vec!["30196".to_owned(), "60392".to_owned()], followed).await
}

async fn a_broken_formula_stays_open_with_its_fault_marked(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("C4", "=1+*2").await?;
    page.alerts(" ").await?;
    page.is_typing("=1+*2").await?;
    page.has_marked("*").await?;
    page.is_at("C4").await?;
    page.until("the field to name its message", INVALID_FIELD).await?;
    page.press(&[Key::Escape]).await?;
    page.has_no_alert().await?;
    page.shows(&[("C4", "8\u{a0}001"), ("C12", "40\u{a0}058")]).await
}

/// Whether the field with the cursor says that its text is wrong, and which element says why.
const INVALID_FIELD: &str = r#"
    const field = document.activeElement;
    const message = document.getElementById(field?.getAttribute("aria-errormessage") ?? "");
    return field?.getAttribute("aria-invalid") === "true" && (message?.textContent ?? "") !== "";
"#;

async fn a_corrected_formula_is_entered(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F1", "=SUMMA(B4:B11;*)").await?;
    page.alerts(" ").await?;
    page.press_with(Key::Control, 'a').await?;
    page.type_text("=SUMMA(B4:B5)").await?;
    page.has_no_alert().await?;
    page.press(&[Key::Enter]).await?;
    page.is_at("F2").await?;
    let text = page.texts(&["F1"]).await?;
    ensure!(text[0].as_ref().is_some_and(|text| text.replace('\u{a0}', "") == "9862"), "F1 shows {text:?}");
    Ok(())
}

async fn a_circle_is_told_and_the_rest_still_calculates(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F1", "=F2+1").await?;
    page.enter("F2", "=F1").await?;
    page.shows(&[("F1", "#CIRKEL!"), ("F2", "#CIRKEL!"), ("D12", "+300")]).await?;
    page.enter("F3", "=1+1").await?;
    page.enter("C4", "7 500").await?;
    page.shows(&[("F1", "#CIRKEL!"), ("F3", "2"), ("D12", "+801")]).await?;
    page.enter("F2", "5").await?;
    page.shows(&[("F1", "6"), ("F2", "5")]).await
}

async fn errors_are_named_in_the_language_of_the_page(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F1", "=1/0").await?;
    page.enter("F2", "=OKÄND(1)").await?;
    page.enter("F3", "=1+\"a\"").await?;
    page.shows(&[("F1", "#DIVISION/0!"), ("F2", "#NAMN?"), ("F3", "#VÄRDEFEL!")]).await?;
    page.switch_language().await?;
    page.shows(&[("F1", "#DIV/0!"), ("F2", "#NAME?"), ("F3", "#VALUE!")]).await
}
