//! What helps while a formula is typed: its coloured parts, the bracket at the caret, the call it stands in and what its
//! word could become. It follows the text and the caret.

use tertial_engine::session::writing::{Brackets, CallHint, Completion, Completions, Part, writing};
use tertial_engine::session::{Locale, TextSpan};

use super::Workspace;
use super::editor::Typing;

/// What helps with the present text and caret.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Aid {
    /// The stretches to colour.
    pub parts: Vec<Part>,
    /// The bracket at the caret and its partner.
    pub brackets: Option<Brackets>,
    /// The call that the caret stands in.
    pub call: Option<CallHint>,
    /// The proposals for the word at the caret, while they are shown.
    pub list: Option<List>,
    /// Where a word begins whose proposals were put away.
    put_away: Option<usize>,
    /// What it was made for.
    seen: Option<(String, TextSpan, Locale)>,
}

/// Proposals with the chosen one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The word that they are for.
    pub span: TextSpan,
    /// The proposals.
    pub items: Vec<Completion>,
    /// The chosen one.
    pub chosen: usize,
}

impl Aid {
    /// Goes on to the next proposal or the one before, around the ends.
    pub fn choose(&mut self, back: bool) {
        if let Some(list) = &mut self.list {
            let count = list.items.len().max(1);
            list.chosen = (list.chosen + if back { count - 1 } else { 1 }) % count;
        }
    }

    /// Puts the proposals away until another word is typed.
    pub fn put_away(&mut self) {
        self.put_away = self.list.take().map(|list| list.span.start);
    }

    /// Shows proposals, unless those for this word were put away.
    fn offer(&mut self, found: Option<Completions>) {
        let found = found.filter(|found| self.put_away != Some(found.span.start));
        self.list = found.map(|Completions { span, items }| List { span, items, chosen: 0 });
    }
}

/// Brings what helps up to date with the text, the caret and the language.
pub fn follow(workspace: &mut Workspace) {
    let session = &workspace.document.session;
    let Some(draft) = workspace.editor.draft() else { return };
    let now = (draft.text.clone(), draft.marked, session.locale());
    if draft.aid.seen.as_ref() == Some(&now) {
        return;
    }
    let (mut aid, caret) = (draft.aid.clone(), draft.marked.end);
    let formula = writing(session, draft.place(), &draft.text);
    aid.parts = formula.as_ref().map(|formula| formula.parts()).unwrap_or_default();
    aid.brackets = formula.as_ref().and_then(|formula| formula.brackets(caret));
    aid.call = formula.as_ref().and_then(|formula| formula.call(caret));
    match &formula {
        // Proposals come by typing, not by moving through what stands there.
        Some(formula) if draft.typing != Typing::Over => aid.offer(formula.completions(caret)),
        _ => aid.list = None,
    }
    aid.seen = Some(now);
    workspace.editor.help(aid);
}
