//! The call that a caret stands in, with its parameters; and what a function does, in words.

use super::super::refusal::TextSpan;
use super::Writing;
use crate::display::Locale;
use crate::functions::{Function, library};
use crate::syntax::Dialect;

/// The call that a caret stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallHint {
    /// The function's name.
    pub name: String,
    /// Where its name stands.
    pub span: TextSpan,
    /// Its parameters as help shows them: those that may be left out in brackets.
    pub parameters: Vec<String>,
    /// Which of them the caret stands at; `None` where there are too many arguments.
    pub present: Option<usize>,
    /// The argument that the caret stands at, counted from zero.
    pub argument: usize,
    /// The sign between arguments.
    pub separator: char,
    /// What the function does, in a sentence.
    pub help: &'static str,
}

/// What a function does, in a sentence.
pub const fn function_help(function: &Function, locale: Locale) -> &'static str {
    match locale {
        Locale::Swedish => function.summary.swedish,
        Locale::English => function.summary.english,
    }
}

/// The innermost call of a known function that the caret stands in.
pub(super) fn call(writing: &Writing<'_>, caret: usize) -> Option<CallHint> {
    let (at, vocabulary) = (writing.byte(caret), writing.vocabulary());
    let found = writing.parsed.argument_at(writing.text, at, writing.dialect, &vocabulary)?;
    let function = library::find(&found.function)?;
    let locale = match writing.dialect {
        Dialect::Swedish => Locale::Swedish,
        Dialect::English => Locale::English,
    };
    let present = function.parameter(found.index);
    Some(CallHint {
        name: function.name_in(locale).to_owned(),
        span: writing.span(found.span),
        parameters: function.parameters.iter().map(|parameter| parameter.shown_in(locale)).collect(),
        present: present.and_then(|present| function.parameters.iter().position(|p| std::ptr::eq(p, present))),
        argument: found.index,
        separator: writing.dialect.argument_separator(),
        help: function_help(function, writing.session.locale),
    })
}
