//! The browser keeps what no file has: after a page that ended without warning, in a second tab, with a damaged copy, and
//! where there is no room.

use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::Key;

use crate::page::{Page, hands};

use super::cases;

cases![
    changes_are_there_after_the_page_ended,
    a_template_tells_of_changes_that_were_kept,
    the_way_back_shows_what_was_kept,
    a_kept_book_is_given_up,
    a_saved_book_stays_for_a_while_and_opens_as_saved,
    a_second_tab_gets_a_copy,
    where_the_newest_copy_is_torn_the_one_before_opens,
    a_full_store_is_told_of_and_tried_again,
];

/// Whether the browser has all changes.
const KEPT: &str = "return document.querySelector('.modified[data-kept]') !== null";
const OPEN: &str = ".kept-book .kept-open";

/// Tears the newest copy of every kept book in half.
const TEAR: &str = r#"
    return new Promise((resolve, reject) => {
        const request = indexedDB.open("tertial");
        request.onerror = reject;
        request.onsuccess = () => {
            const change = request.result.transaction(["records", "copies"], "readwrite");
            const [records, copies] = [change.objectStore("records"), change.objectStore("copies")];
            records.getAll().onsuccess = event => event.target.result.map(JSON.parse).forEach(({ id, count }) => {
                const key = `${id}/${count % 2}`;
                copies.get(key).onsuccess = event => {
                    const copy = event.target.result;
                    copies.put(copy.slice(0, copy.length / 2), key);
                };
            });
            change.oncomplete = () => { request.result.close(); resolve(true); };
        };
    });
"#;

/// Leaves no room for anything, until the page is loaded again or told otherwise.
const FILL: &str = r#"
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...parts) {
        if (window.hasRoom) return put.apply(this, parts);
        throw new DOMException("no room", "QuotaExceededError");
    };
    return true;
"#;

async fn change(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("C4", "7\u{a0}500").await?;
    page.until("the change to be kept", KEPT).await
}

/// Goes where no page of the program is, as a browser that is closed does.
async fn end(page: &Page) -> Result<()> {
    page.open("/nothing-here").await
}

async fn start(page: &Page) -> Result<()> {
    page.open("/").await?;
    page.ready().await
}

async fn count_kept(page: &Page, count: u64) -> Result<()> {
    let kept = "return document.querySelectorAll('.kept-book').length";
    page.eventually("the number of kept books", count, async || page.script(kept, &[]).await).await
}

async fn changes_are_there_after_the_page_ended(page: &Page) -> Result<()> {
    change(page).await?;
    let sum = page.texts(&["C12"]).await?;
    end(page).await?;
    start(page).await?;
    count_kept(page, 1).await?;
    page.click(OPEN).await?;
    page.shows(&[("C4", "7\u{a0}500")]).await?;
    ensure!(page.texts(&["C12"]).await? == sum, "the sum is as it was");
    page.enter("C5", "1").await?;
    page.until("the next change to be kept", KEPT).await?;
    end(page).await?;
    start(page).await?;
    count_kept(page, 1).await?;
    page.click(OPEN).await?;
    page.shows(&[("C4", "7\u{a0}500"), ("C5", "1")]).await
}

async fn a_template_tells_of_changes_that_were_kept(page: &Page) -> Result<()> {
    change(page).await?;
    end(page).await?;
    page.open_koping().await?;
    page.alerts("Du har ändrat den här boken tidigare").await?;
    page.click(".notice-open").await?;
    page.shows(&[("C4", "7\u{a0}500")]).await
}

async fn the_way_back_shows_what_was_kept(page: &Page) -> Result<()> {
    change(page).await?;
    page.click("[data-command='file.start']").await?;
    page.click(".discard button:not(.primary)").await?;
    count_kept(page, 1).await?;
    page.click(OPEN).await?;
    page.shows(&[("C4", "7\u{a0}500")]).await
}

async fn a_kept_book_is_given_up(page: &Page) -> Result<()> {
    change(page).await?;
    end(page).await?;
    start(page).await?;
    page.click(".kept-book .kept-forget").await?;
    count_kept(page, 0).await?;
    end(page).await?;
    start(page).await?;
    count_kept(page, 0).await
}

async fn a_saved_book_stays_for_a_while_and_opens_as_saved(page: &Page) -> Result<()> {
    change(page).await?;
    page.press_with(Key::Control, 's').await?;
    page.saved().await?;
    end(page).await?;
    start(page).await?;
    let text = "return document.querySelector('.kept-book')?.textContent.includes('Sparad som fil') ?? false";
    page.until("the word that it was saved", text).await?;
    page.click(OPEN).await?;
    page.shows(&[("C4", "7\u{a0}500")]).await?;
    page.until("nothing to be unsaved", "return document.querySelector('.modified') === null").await
}

async fn a_second_tab_gets_a_copy(page: &Page) -> Result<()> {
    change(page).await?;
    hands::in_another_tab(page, async || {
        start(page).await?;
        count_kept(page, 1).await?;
        page.click(OPEN).await?;
        page.shows(&[("C4", "7\u{a0}500")]).await?;
        page.alerts("öppen i en annan flik").await?;
        page.enter("C4", "1").await?;
        page.until("the copy to be kept", KEPT).await
    })
    .await?;
    page.shows(&[("C4", "7\u{a0}500")]).await?;
    end(page).await?;
    start(page).await?;
    count_kept(page, 2).await
}

async fn where_the_newest_copy_is_torn_the_one_before_opens(page: &Page) -> Result<()> {
    change(page).await?;
    page.enter("C5", "1").await?;
    page.until("the next change to be kept", KEPT).await?;
    end(page).await?;
    page.script::<Value>(TEAR, &[]).await?;
    start(page).await?;
    page.click(OPEN).await?;
    page.alerts("Det senaste gick inte att läsa").await?;
    page.shows(&[("C4", "7\u{a0}500")]).await
}

async fn a_full_store_is_told_of_and_tried_again(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.script::<Value>(FILL, &[]).await?;
    page.enter("C4", "7\u{a0}500").await?;
    page.alerts("utrymme är fullt").await?;
    page.script::<Value>("window.hasRoom = true; return true", &[]).await?;
    page.enter("C5", "1").await?;
    page.until("both changes to be kept", KEPT).await?;
    page.shows(&[("C4", "7\u{a0}500"), ("C5", "1")]).await
}
