//! Books that the browser keeps: what the state asks for, and what came of it.

use std::rc::Rc;

use yew::Callback;
use yew::platform::spawn_local;

use crate::platform::shelf::{BrowserShelf, StoreError};
use crate::state::keeping::{KeepAction, Kept, Trouble};
use crate::state::{Action, Effect, FileAction};

/// Does what is asked of the browser's shelf, and reports back.
pub fn perform(shelf: &Rc<BrowserShelf>, act: Callback<Action>, effect: Effect) {
    let shelf = Rc::clone(shelf);
    spawn_local(async move {
        if let Some(action) = outcome(&shelf, effect).await {
            act.emit(action);
        }
    });
}

async fn outcome(shelf: &BrowserShelf, effect: Effect) -> Option<Action> {
    match effect {
        Effect::Store { kept, revision, bytes } => Some(Action::Keep(store(shelf, *kept, revision, bytes).await)),
        Effect::Forget(id) => {
            // What cannot be forgotten now is offered again, and can be given up again.
            shelf.remove(&id).await.ok();
            None
        }
        Effect::ListKept => {
            let records = shelf.list().await.unwrap_or_default();
            let mut list: Vec<Kept> = records.iter().filter_map(|record| serde_json::from_str(record).ok()).collect();
            list.sort_by(|one, other| other.at.cmp(&one.at));
            Some(Action::Keep(KeepAction::Listed(list)))
        }
        Effect::FetchKept(id) => {
            let is_elsewhere = !shelf.claim(&id).await;
            let copies = shelf.copies(&id).await.unwrap_or_default();
            Some(Action::File(FileAction::KeptArrived { id, copies, is_elsewhere }))
        }
        _ => None,
    }
}

async fn store(shelf: &BrowserShelf, kept: Kept, revision: u64, bytes: Vec<u8>) -> KeepAction {
    let record = serde_json::to_string(&kept).unwrap_or_default();
    shelf.claim(&kept.id).await;
    match shelf.put(&kept.id, kept.count, &record, &bytes).await {
        Ok(()) => KeepAction::Done { id: kept.id, revision },
        Err(StoreError::Full) => KeepAction::Failed(Trouble::Full),
        Err(StoreError::Closed) => KeepAction::Failed(Trouble::Closed),
    }
}
