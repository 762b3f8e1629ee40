//! A text field that shows what the state holds without ever writing over what is being typed in it.

use yew::prelude::*;

use crate::platform::fields;

/// What the program wrote into a field.
#[derive(Debug, Clone, PartialEq)]
pub struct Pushed {
    /// Grows with each text that was not typed.
    pub count: u32,
    pub text: String,
    /// Where the caret goes, when the field is the one typed in.
    pub caret: Option<u32>,
}

/// Keeps a field like the state: `followed` is the text to show while typing happens elsewhere, `None` while it happens
/// here.
#[hook]
pub fn use_mirror(field: &NodeRef, followed: Option<String>, pushed: Pushed) {
    let field = field.clone();
    let seen = use_mut_ref(|| None);
    use_effect_with((followed, pushed), move |(followed, pushed)| {
        let is_new = seen.replace(Some(pushed.count)) != Some(pushed.count);
        if let Some(text) = followed {
            fields::write(&field, text);
        } else if is_new {
            fields::write(&field, &pushed.text);
        }
        if let Some(caret) = pushed.caret.filter(|_| is_new) {
            fields::focus(&field);
            fields::place_caret(&field, caret);
        }
    });
}
