//! What a person does to the page: real keys, and a real pointer.

use std::time::Duration;

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::Key;
use thirtyfour::action_chain::ActionChain;

use super::{Page, cell_selector, place};

/// Promises what cells show when the first frame after the next key press is drawn.
const WATCH_NEXT_KEY: &str = r#"
    const [cells] = arguments;
    const text = cell => document.querySelector(`[role=gridcell][data-cell="${cell}"]`)?.textContent ?? "";
    window.frameAfterKey = new Promise(resolve => addEventListener(
        "keydown", () => requestAnimationFrame(() => resolve(cells.map(text))), { capture: true, once: true }));
    return true;
"#;

/// Scrolls no further than a person would have to, and not at all to what is in sight.
const BRING_INTO_SIGHT: &str = r#"
    document.querySelector(arguments[0])?.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    return true;
"#;

impl Page {
    /// Types a text.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        Ok(self.actions().send_keys(text).perform().await?)
    }

    /// Presses one key after the other.
    pub async fn press(&self, keys: &[Key]) -> Result<()> {
        let actions =
            keys.iter().fold(self.actions(), |actions, key| actions.key_down(key.clone()).key_up(key.clone()));
        Ok(actions.perform().await?)
    }

    /// Presses a key while another is held.
    pub async fn press_with(&self, held: Key, key: impl Into<char>) -> Result<()> {
        let key = key.into();
        Ok(self.actions().key_down(held.clone()).key_down(key).key_up(key).key_up(held).perform().await?)
    }

    /// Holds a key down until all is let go.
    pub async fn hold(&self, key: Key) -> Result<()> {
        Ok(self.actions().key_down(key).perform().await?)
    }

    /// Rests the pointer on what a selector finds.
    pub async fn point_at(&self, selector: &str) -> Result<()> {
        let element = self.element(selector).await?;
        Ok(self.actions().move_to_element_center(&element).perform().await?)
    }

    /// Grips the handle of the selection and takes it to a cell, without letting go.
    pub async fn pull_handle(&self, held: Option<Key>, to: &str) -> Result<()> {
        let (handle, to) = (self.element("[data-part=fill-handle]").await?, self.element(&cell_selector(to)).await?);
        let actions = held.into_iter().fold(self.actions(), |actions, key| actions.key_down(key));
        let actions = actions.move_to_element_center(&handle).click_and_hold();
        Ok(actions.move_to_element_center(&to).perform().await?)
    }

    /// Lets go of what the pointer holds, and then of the keys.
    pub async fn let_go(&self) -> Result<()> {
        self.actions().release().perform().await?;
        Ok(self.actions().reset_actions().await?)
    }

    /// Presses a key, and gives what cells show in the first frame that is drawn after it.
    pub async fn frame_after(&self, key: Key, cells: &[&str]) -> Result<Vec<String>> {
        let places: Vec<String> = cells.iter().map(|cell| place(cell)).collect();
        self.script::<bool>(WATCH_NEXT_KEY, &[json!(places)]).await?;
        self.press(&[key]).await?;
        self.script("return window.frameAfterKey", &[]).await
    }

    /// Clicks a cell.
    pub async fn click_cell(&self, cell: &str) -> Result<()> {
        self.click(&cell_selector(cell)).await?;
        self.is_at(cell).await
    }

    /// Clicks a cell twice.
    pub async fn double_click_cell(&self, cell: &str) -> Result<()> {
        let cell = self.element(&cell_selector(cell)).await?;
        Ok(self.actions().move_to_element_center(&cell).double_click().perform().await?)
    }

    /// Drags the pointer from one cell to another.
    pub async fn drag(&self, from: &str, to: &str) -> Result<()> {
        let (from, to) = (self.element(&cell_selector(from)).await?, self.element(&cell_selector(to)).await?);
        let actions = self.actions().move_to_element_center(&from).click_and_hold();
        Ok(actions.move_to_element_center(&to).release().perform().await?)
    }

    /// Clicks what a selector finds.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let element = self.element(selector).await?;
        self.script::<bool>(BRING_INTO_SIGHT, &[selector.into()]).await?;
        Ok(self.actions().move_to_element_center(&element).click().perform().await?)
    }

    /// Clicks a cell, types a text and presses Enter.
    pub async fn enter(&self, cell: &str, text: &str) -> Result<()> {
        self.click_cell(cell).await?;
        self.type_text(text).await?;
        self.press(&[Key::Enter]).await
    }

    /// Types into the name box, whose text is marked by the click, and presses Enter.
    pub async fn go_to(&self, name: &str) -> Result<()> {
        self.click("[data-part=name-box]").await?;
        self.type_text(name).await?;
        self.press(&[Key::Enter]).await
    }

    /// Switches between Swedish and English.
    pub async fn switch_language(&self) -> Result<()> {
        let language = self.language().await?;
        self.click("[data-command='page.language']").await?;
        let other = if language == "sv" { "en" } else { "sv" };
        self.eventually("the language of the page", other.to_owned(), async || self.language().await).await
    }

    /// Presses the browser's back button.
    pub async fn go_back(&self) -> Result<()> {
        Ok(self.web.back().await?)
    }

    /// Whether the page would ask before it is left.
    pub async fn asks_before_leaving(&self) -> Result<bool> {
        const LEAVE: &str = "return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))";
        self.script(LEAVE, &[] as &[Value]).await
    }

    /// Actions without the pauses that a person makes.
    fn actions(&self) -> ActionChain {
        self.web.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
    }
}

/// Presses a key while two others are held.
pub async fn press_with_both(page: &Page, [one, other]: [Key; 2], key: impl Into<char>) -> Result<()> {
    let key = key.into();
    let actions = page.actions().key_down(one.clone()).key_down(other.clone()).key_down(key).key_up(key);
    Ok(actions.key_up(other).key_up(one).perform().await?)
}

/// Drags what a selector finds by so many pixels.
pub async fn drag_by(page: &Page, selector: &str, x: i64, y: i64) -> Result<()> {
    let element = page.element(selector).await?;
    let actions = page.actions().move_to_element_center(&element).click_and_hold();
    Ok(actions.move_by_offset(x, y).release().perform().await?)
}

/// Clicks twice what a selector finds.
pub async fn double_click(page: &Page, selector: &str) -> Result<()> {
    let element = page.element(selector).await?;
    Ok(page.actions().move_to_element_center(&element).double_click().perform().await?)
}

/// Clicks what a selector finds with the other button.
pub async fn right_click(page: &Page, selector: &str) -> Result<()> {
    let element = page.element(selector).await?;
    Ok(page.actions().move_to_element_center(&element).context_click().perform().await?)
}

/// Takes what a selector finds to another element, without letting go.
pub async fn drag_to(page: &Page, from: &str, to: &str) -> Result<()> {
    let (from, to) = (page.element(from).await?, page.element(to).await?);
    let actions = page.actions().move_to_element_center(&from).click_and_hold();
    Ok(actions.move_to_element_center(&to).perform().await?)
}

/// Clicks so many pixels beside the middle of what a selector finds.
pub async fn click_beside(page: &Page, selector: &str, (x, y): (i64, i64)) -> Result<()> {
    let element = page.element(selector).await?;
    Ok(page.actions().move_to_element_with_offset(&element, x, y).click().perform().await?)
}

/// Takes what a selector finds to the right of the middle of something else, without letting go.
pub async fn pull(page: &Page, held: Option<Key>, what: &str, to: &str, beside: i64) -> Result<()> {
    let (what, to) = (page.element(what).await?, page.element(to).await?);
    let actions = held.into_iter().fold(page.actions(), |actions, key| actions.key_down(key));
    let actions = actions.move_to_element_center(&what).click_and_hold().move_by_offset(8, 0);
    Ok(actions.move_to_element_with_offset(&to, beside, 0).perform().await?)
}

/// Lets go of what the pointer holds while keys are still held.
pub async fn let_pointer_go(page: &Page) -> Result<()> {
    Ok(page.actions().release().perform().await?)
}

/// Runs a command from the palette, by its name in the code.
pub async fn choose(page: &Page, command: &str) -> Result<()> {
    page.press_with(Key::Alt, 'q').await?;
    page.click(&format!(".palette [data-command='{command}']")).await
}

/// Does something in a tab of its own, which is closed afterwards.
pub async fn in_another_tab(page: &Page, act: impl AsyncFn() -> Result<()>) -> Result<()> {
    let own = page.web.window().await?;
    let other = page.web.new_tab().await?;
    page.web.switch_to_window(other).await?;
    let done = act().await;
    page.web.close_window().await?;
    page.web.switch_to_window(own).await?;
    done
}
