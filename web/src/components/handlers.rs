//! Where components send what is done to them, and the words they are written with; handed down as contexts.

use yew::prelude::*;

use crate::platform::clipboard::{Copied, Incoming};
use crate::platform::fields;
use crate::platform::keys::KeyPress;
use crate::state::editor::Field;
use crate::state::{Action, EditAction, FormulaAction, PageAction};
use crate::text::Words;

/// Where components send what is done to them.
#[derive(Clone, PartialEq)]
pub struct Handlers {
    /// Carries out an action.
    pub act: Callback<Action>,
    /// Runs the command of a name.
    pub run: Callback<&'static str>,
    /// Takes a key pressed in a field of the sheet; answers whether it was used.
    pub press: Callback<KeyPress, bool>,
    /// Takes a key pressed anywhere on the page; answers whether it was used.
    pub shortcut: Callback<KeyPress, bool>,
    /// Takes the selected cells, to copy them or to cut them, and gives what goes to the clipboard.
    pub copy: Callback<bool, Option<Copied>>,
    /// Takes what is pasted; answers whether it was used.
    pub paste: Callback<Incoming, bool>,
    /// The field that has the keyboard while a sheet is shown.
    pub sheet_field: NodeRef,
    /// The field that says where to go.
    pub name_field: NodeRef,
    /// The field that opens files.
    pub file_field: NodeRef,
}

impl Handlers {
    /// A callback that carries out what an event's data make of it.
    pub fn on<T: 'static>(&self, action: impl Fn(T) -> Action + 'static) -> Callback<T> {
        self.act.reform(action)
    }

    /// Takes the text of a field after each change of it, and then where the caret stands.
    pub fn typing(&self, field: Field) -> Callback<String> {
        let act = self.act.clone();
        Callback::from(move |text| {
            act.emit(Action::Edit(EditAction::Typed(field, text)));
            if let Some((start, end)) = fields::marked() {
                act.emit(Action::Formula(FormulaAction::Marked { start, end }));
            }
        })
    }

    /// A callback that always does the same to the page.
    pub fn page(&self, action: PageAction) -> Callback<()> {
        self.on(move |()| Action::Page(action.clone()))
    }
}

/// Where to send what is done.
#[hook]
pub fn use_handlers() -> Handlers {
    use_context().expect("the app hands its handlers down")
}

/// The words of the page's language.
#[hook]
pub fn use_words() -> Words {
    use_context().expect("the app hands its words down")
}
