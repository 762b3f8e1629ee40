//! The cell editor as a state machine. Ready: keys move. Enter: typing replaced the cell, arrows commit and move. Edit:
//! the cell's own text is open and arrows move the caret.

use tertial_engine::session::{Address, Refusal};

use super::reference::Pointed;

/// What keys mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    #[default]
    Ready,
    Enter,
    Edit,
}

/// The two fields that show the text being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Field {
    /// The field over the cell.
    #[default]
    Cell,
    /// The formula bar.
    Bar,
}

/// Text that is being typed into a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The cell.
    pub cell: Address,
    /// What stands in the field.
    pub text: String,
    /// What stood in the cell.
    pub source: String,
    /// Where it is typed.
    pub field: Field,
    /// Why it could not be entered.
    pub refusal: Option<Refusal>,
    /// The reference at its end that was written by pointing.
    pub pointed: Option<Pointed>,
    is_edit: bool,
}

/// The editor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Editor {
    draft: Option<Draft>,
    /// Grows each time the program, and not the person typing, changes the text.
    pushed: u32,
}

impl Editor {
    /// What keys mean now.
    pub fn mode(&self) -> Mode {
        match &self.draft {
            None => Mode::Ready,
            Some(draft) if draft.is_edit => Mode::Edit,
            Some(_) => Mode::Enter,
        }
    }

    /// The text being typed.
    pub fn draft(&self) -> Option<&Draft> {
        self.draft.as_ref()
    }

    /// Changes of the text that were not typed.
    pub fn pushed(&self) -> u32 {
        self.pushed
    }

    /// Opens a cell's own text.
    pub fn begin(&mut self, cell: Address, source: String, field: Field) {
        if let Some(draft) = &mut self.draft {
            draft.is_edit = true;
            draft.field = field;
            return;
        }
        let text = source.clone();
        self.draft = Some(Draft { cell, text, source, field, refusal: None, pointed: None, is_edit: true });
        // The formula bar shows it already, with the caret where the person put it.
        self.pushed += u32::from(field == Field::Cell);
    }

    /// Takes over what a field holds after typing; typing over a cell that is not open replaces its text.
    pub fn typed(&mut self, cell: Address, source: String, field: Field, text: String) {
        match &mut self.draft {
            Some(draft) => {
                draft.text = text;
                draft.field = field;
                draft.pointed = None;
            }
            None => {
                let is_edit = field == Field::Bar;
                self.draft = Some(Draft { cell, text, source, field, refusal: None, pointed: None, is_edit });
            }
        }
    }

    /// Opens a cell with no text in it.
    pub fn begin_empty(&mut self, cell: Address, source: String) {
        let (text, field) = (String::new(), Field::Cell);
        self.draft = Some(Draft { cell, text, source, field, refusal: None, pointed: None, is_edit: false });
        self.pushed += 1;
    }

    /// Changes the text that is being typed.
    pub fn rewrite<T>(&mut self, change: impl FnOnce(&mut Draft) -> T) -> Option<T> {
        let draft = self.draft.as_mut()?;
        self.pushed += 1;
        Some(change(draft))
    }

    /// Says why the text cannot be entered, or that nothing speaks against it any more.
    pub fn judge(&mut self, refusal: Option<Refusal>) {
        if let Some(draft) = &mut self.draft {
            draft.refusal = refusal;
        }
    }

    /// Refuses an attempt to enter the text: it stays open, as text to be edited, with the fault marked.
    pub fn refuse(&mut self, refusal: Refusal) {
        if let Some(draft) = &mut self.draft {
            draft.refusal = Some(refusal);
            draft.is_edit = true;
            self.pushed += 1;
        }
    }

    /// Closes the editor.
    pub fn close(&mut self) {
        if self.draft.take().is_some() {
            self.pushed += 1;
        }
    }
}

impl Draft {
    /// Whether entering it would change nothing.
    pub fn is_unchanged(&self) -> bool {
        self.text == self.source
    }

    /// Where the caret goes when the text was not typed: after the fault, else to the end. In UTF-16 units, as browsers
    /// count. Nothing is marked, because the next key would replace it.
    pub fn caret(&self) -> u32 {
        let span = self.refusal.as_ref().and_then(|refusal| refusal.span);
        utf16_length(&self.text, span.map_or(usize::MAX, |span| span.end))
    }

    /// The text before, in and after its faulty part.
    pub fn fault(&self) -> Option<(String, String, String)> {
        let span = self.refusal.as_ref()?.span?;
        let part = |from: usize, to: usize| self.text.chars().skip(from).take(to.saturating_sub(from)).collect();
        Some((part(0, span.start), part(span.start, span.end), part(span.end, usize::MAX)))
    }
}

/// Length of a text's first characters in UTF-16 units.
fn utf16_length(text: &str, characters: usize) -> u32 {
    text.chars().take(characters).map(|character| character.len_utf16() as u32).sum()
}

#[cfg(test)]
mod tests {
    use tertial_engine::session::{RefusalKind, TextSpan};

    use super::*;

    const CELL: Address = Address::new(3, 1);

    fn refusal(start: usize, end: usize) -> Refusal {
        let span = Some(TextSpan { start, end });
        Refusal { kind: RefusalKind::Formula, reason: "fel".into(), hint: None, span }
    }

    fn typed(text: &str) -> Editor {
        let mut editor = Editor::default();
        editor.typed(CELL, "7500".into(), Field::Cell, text.into());
        editor
    }

    #[test]
    fn typing_over_a_cell_replaces_its_text() {
        let editor = typed("8");
        assert_eq!(editor.mode(), Mode::Enter);
        assert_eq!(editor.draft().unwrap().text, "8");
        assert_eq!(editor.pushed(), 0, "the field already shows what was typed");
    }

    #[test]
    fn opening_a_cell_shows_its_text() {
        let mut editor = Editor::default();
        editor.begin(CELL, "=B4-C4".into(), Field::Cell);
        assert_eq!(editor.mode(), Mode::Edit);
        assert_eq!(editor.draft().unwrap().text, "=B4-C4");
        assert_eq!(editor.draft().unwrap().caret(), 6);
        assert_eq!(editor.pushed(), 1);
    }

    #[test]
    fn f2_while_typing_keeps_the_text() {
        let mut editor = typed("82");
        editor.begin(CELL, "7500".into(), Field::Cell);
        assert_eq!(editor.mode(), Mode::Edit);
        assert_eq!(editor.draft().unwrap().text, "82");
        assert_eq!(editor.pushed(), 0);
    }

    #[test]
    fn the_formula_bar_always_edits() {
        let mut editor = Editor::default();
        editor.typed(CELL, "1".into(), Field::Bar, "12".into());
        assert_eq!(editor.mode(), Mode::Edit);
    }

    #[test]
    fn a_refused_text_stays_open_with_its_fault_told() {
        let mut editor = typed("=SUMMA(B4");
        editor.refuse(refusal(6, 8));
        let draft = editor.draft().unwrap();
        assert_eq!((editor.mode(), draft.text.as_str()), (Mode::Edit, "=SUMMA(B4"));
        assert_eq!(draft.caret(), 8);
        assert_eq!(draft.fault(), Some(("=SUMMA".into(), "(B".into(), "4".into())));
    }

    #[test]
    fn the_caret_is_counted_as_browsers_count() {
        let mut editor = typed("=\"😀\"+å(");
        editor.refuse(refusal(5, 7));
        assert_eq!(editor.draft().unwrap().caret(), 8);
    }

    #[test]
    fn a_better_text_clears_the_complaint() {
        let mut editor = typed("=1+");
        editor.refuse(refusal(2, 3));
        editor.typed(CELL, String::new(), Field::Cell, "=1+1".into());
        editor.judge(None);
        assert_eq!(editor.draft().unwrap().refusal, None);
    }

    #[test]
    fn closing_empties_the_fields() {
        let mut editor = typed("8");
        editor.close();
        assert_eq!((editor.mode(), editor.pushed()), (Mode::Ready, 1));
        editor.close();
        assert_eq!(editor.pushed(), 1);
    }

    #[test]
    fn a_text_like_the_cells_own_changes_nothing() {
        assert!(typed("7500").draft().unwrap().is_unchanged());
        assert!(!typed("").draft().unwrap().is_unchanged());
    }
}
