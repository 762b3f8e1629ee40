//! Books that the browser keeps for this page, in its database: of each a record that tells of it, and its newest two copies.
//! A tab holds the names of its own books, so that another one cannot write over them.

use std::cell::RefCell;
use std::collections::BTreeMap;

use idb::{
    Database, DatabaseEvent, Error, Factory, ObjectStore, ObjectStoreParams, Query, TransactionMode, TransactionResult,
};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const DATABASE: &str = "tertial";
const VERSION: u32 = 1;
const RECORDS: &str = "records";
const COPIES: &str = "copies";
/// So many copies of a book are kept.
const GENERATIONS: u64 = 2;
const FULL: &str = "QuotaExceededError";

/// Why something could not be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreError {
    /// There is no more room.
    Full,
    /// The browser has no store for this page.
    Closed,
}

/// The browser's shelf of books.
#[derive(Default)]
pub struct BrowserShelf {
    database: RefCell<Option<std::rc::Rc<Database>>>,
    /// What lets go of the names that this tab holds.
    held: RefCell<BTreeMap<String, Function>>,
}

impl BrowserShelf {
    /// Keeps a copy of a book with its record; all of it or nothing.
    pub async fn put(&self, id: &str, count: u64, record: &str, copy: &[u8]) -> Result<(), StoreError> {
        let database = self.database().await?;
        let change = database.transaction(&[RECORDS, COPIES], TransactionMode::ReadWrite)?;
        let copies = change.object_store(COPIES)?;
        copies.put(&Uint8Array::from(copy).into(), Some(&copy_key(id, count % GENERATIONS)))?.await?;
        change.object_store(RECORDS)?.put(&record.into(), Some(&id.into()))?.await?;
        match change.commit()?.await? {
            TransactionResult::Committed => Ok(()),
            TransactionResult::Aborted => Err(StoreError::Full),
        }
    }

    /// The records of all books.
    pub async fn list(&self) -> Result<Vec<String>, StoreError> {
        let database = self.database().await?;
        let read = database.transaction(&[RECORDS], TransactionMode::ReadOnly)?;
        let records = read.object_store(RECORDS)?.get_all(None, None)?.await?;
        Ok(records.iter().filter_map(JsValue::as_string).collect())
    }

    /// The copies of a book, the newest first.
    pub async fn copies(&self, id: &str) -> Result<Vec<Vec<u8>>, StoreError> {
        let database = self.database().await?;
        let read = database.transaction(&[RECORDS, COPIES], TransactionMode::ReadOnly)?;
        let record = text(&read.object_store(RECORDS)?, id).await?;
        let copies = read.object_store(COPIES)?;
        let count = record.as_deref().and_then(count).unwrap_or_default();
        let mut found = Vec::new();
        for generation in 0..GENERATIONS {
            let key = copy_key(id, (count + GENERATIONS - generation) % GENERATIONS);
            let copy = copies.get(Query::Key(key))?.await?;
            found.extend(copy.and_then(|copy| copy.dyn_into::<Uint8Array>().ok()).map(|copy| copy.to_vec()));
        }
        Ok(found)
    }

    /// Forgets a book, and lets go of its name.
    pub async fn remove(&self, id: &str) -> Result<(), StoreError> {
        let database = self.database().await?;
        let change = database.transaction(&[RECORDS, COPIES], TransactionMode::ReadWrite)?;
        change.object_store(RECORDS)?.delete(Query::Key(id.into()))?.await?;
        for generation in 0..GENERATIONS {
            change.object_store(COPIES)?.delete(Query::Key(copy_key(id, generation)))?.await?;
        }
        change.commit()?.await?;
        if let Some(release) = self.held.borrow_mut().remove(id) {
            release.call0(&JsValue::NULL).ok();
        }
        Ok(())
    }

    /// Takes hold of a book's name, until the tab is closed; `false` when another tab has it. Where a browser cannot tell,
    /// nobody else is believed to have it.
    pub async fn claim(&self, id: &str) -> bool {
        if self.held.borrow().contains_key(id) {
            return true;
        }
        match ask_for_lock(id) {
            Some(answer) => {
                match JsFuture::from(answer).await.ok().and_then(|answer| answer.dyn_into::<Function>().ok()) {
                    Some(release) => {
                        self.held.borrow_mut().insert(id.to_owned(), release);
                        true
                    }
                    None => false,
                }
            }
            None => true,
        }
    }

    async fn database(&self) -> Result<std::rc::Rc<Database>, StoreError> {
        if let Some(database) = &*self.database.borrow() {
            return Ok(std::rc::Rc::clone(database));
        }
        if is_file() {
            return Err(StoreError::Closed);
        }
        let mut request = Factory::new()?.open(DATABASE, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            // A store that cannot be made is missed by the first who looks for it.
            if let Ok(database) = event.database() {
                [RECORDS, COPIES].iter().for_each(|name| {
                    database.create_object_store(name, ObjectStoreParams::new()).ok();
                });
            }
        });
        let database = std::rc::Rc::new(request.await?);
        *self.database.borrow_mut() = Some(std::rc::Rc::clone(&database));
        Ok(database)
    }
}

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        if error.to_string().contains(FULL) { Self::Full } else { Self::Closed }
    }
}

/// Pages opened from disk share one store with all others, so nothing is kept for them.
fn is_file() -> bool {
    let protocol = super::window().and_then(|window| window.location().protocol().ok());
    protocol.as_deref() == Some("file:")
}

async fn text(store: &ObjectStore, key: &str) -> Result<Option<String>, StoreError> {
    Ok(store.get(Query::Key(key.into()))?.await?.and_then(|value| value.as_string()))
}

fn copy_key(id: &str, generation: u64) -> JsValue {
    format!("{id}/{generation}").into()
}

fn count(record: &str) -> Option<u64> {
    serde_json::from_str::<serde_json::Value>(record).ok()?.get("count")?.as_u64()
}

/// Asks for the lock on a name; the answer is what lets go of it, or nothing when another tab has it.
fn ask_for_lock(id: &str) -> Option<Promise> {
    let navigator = super::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into::<Function>().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE).ok()?;
    let name = format!("tertial-book-{id}");
    Some(Promise::new(&mut |answer, _| {
        let granted = answer.clone();
        // The lock is held for as long as the promise that this gives is not kept.
        let take = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            if lock.is_null() {
                granted.call1(&JsValue::NULL, &JsValue::NULL).ok();
                return JsValue::UNDEFINED;
            }
            Promise::new(&mut |release, _| _ = granted.call1(&JsValue::NULL, &release)).into()
        });
        let arguments = Array::of3(&name.as_str().into(), &options, &take);
        if request.apply(&locks, &arguments).is_err() {
            answer.call1(&JsValue::NULL, &JsValue::NULL).ok();
        }
    }))
}
