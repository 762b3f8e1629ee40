//! The cell editor as a state machine: nothing is typed, a cell is typed over, its text is open, or a formula asks for a
//! reference.

use tertial_engine::session::{Address, Place, Refusal, SheetId, TextSpan};

use super::aid::Aid;
use super::reference::Pointed;

/// What keys mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Nothing is typed; keys move.
    #[default]
    Ready,
    /// Typing replaced the cell; arrows enter the text and move.
    Enter,
    /// The text is open; arrows move the caret.
    Edit,
    /// A formula asks for a reference; arrows write one and move it.
    Pointing,
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

/// Whether the caret stands where something was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Typing {
    /// It was moved, or the program wrote the text.
    #[default]
    Over,
    /// Something was typed; the field has not told yet where the caret stands.
    Awaited,
    /// The field has told.
    Told,
}

/// Text that is being typed into a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The cell.
    pub cell: Address,
    /// Its sheet, whichever is shown.
    pub sheet: SheetId,
    /// What stands in the field.
    pub text: String,
    /// What stood in the cell.
    pub source: String,
    /// Where it is typed.
    pub field: Field,
    /// Why it could not be entered.
    pub refusal: Option<Refusal>,
    /// The reference that was written by pointing.
    pub pointed: Option<Pointed>,
    /// What is marked, or where the caret stands.
    pub marked: TextSpan,
    /// What helps with it when it is a formula.
    pub aid: Aid,
    /// Whether the caret stands where it was typed.
    pub typing: Typing,
    /// Whether a reference can be written, or moved, at the caret.
    pub is_asking: bool,
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
            Some(draft) if draft.is_asking => Mode::Pointing,
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
    pub fn begin(&mut self, cell: Place, source: String, field: Field) {
        if let Some(draft) = &mut self.draft {
            draft.is_edit = true;
            draft.field = field;
            return;
        }
        self.draft = Some(Draft::new(cell, source.clone(), source, field, true));
        // The formula bar shows it already, with the caret where the person put it.
        self.pushed += u32::from(field == Field::Cell);
    }

    /// Takes no note of what was typed: the field gets the program's text again.
    pub fn ignore(&mut self) {
        self.pushed += 1;
    }

    /// Changes between arrows that move the caret and arrows that point, or enter what is typed. A text that is no formula
    /// has nothing to point at.
    pub fn turn(&mut self) {
        if let Some(draft) = &mut self.draft {
            draft.is_edit = !(draft.is_edit && draft.text.starts_with('='));
        }
    }

    /// Takes note of whether a reference can be written at the caret.
    pub fn ask(&mut self, is_asking: bool) {
        if let Some(draft) = &mut self.draft {
            draft.is_asking = is_asking;
        }
    }

    /// Takes over what a field holds after typing; typing over a cell that is not open replaces its text.
    pub fn typed(&mut self, cell: Place, source: String, field: Field, text: String) {
        match &mut self.draft {
            // The field tells what the program changed in it, too.
            Some(draft) if draft.text == text => draft.field = field,
            Some(draft) => {
                draft.field = field;
                draft.pointed = None;
                draft.take(text);
            }
            None => {
                let draft = self.draft.insert(Draft::new(cell, String::new(), source, field, field == Field::Bar));
                draft.take(text);
            }
        }
    }

    /// Opens a cell with no text in it.
    pub fn begin_empty(&mut self, cell: Place, source: String) {
        self.draft = Some(Draft::new(cell, String::new(), source, Field::Cell, false));
        self.pushed += 1;
    }

    /// Whether proposals are shown for the formula that is being typed; nothing where no formula is.
    pub fn lists(&self) -> Option<bool> {
        let draft = self.draft.as_ref().filter(|draft| draft.text.starts_with('='))?;
        Some(draft.aid.list.is_some())
    }

    /// Whether a mark told by the field is news.
    pub fn moves(&self, start: u32, end: u32) -> bool {
        self.draft.as_ref().is_some_and(|draft| {
            let marked = TextSpan { start: characters(&draft.text, start), end: characters(&draft.text, end) };
            draft.marked != marked || draft.typing == Typing::Awaited
        })
    }

    /// Takes note of what is marked in the text.
    pub fn mark(&mut self, marked: impl FnOnce(&str) -> TextSpan) {
        if let Some(draft) = &mut self.draft {
            let marked = marked(&draft.text);
            draft.typing = match draft.typing {
                Typing::Awaited => Typing::Told,
                typing if draft.marked == marked => typing,
                _ => Typing::Over,
            };
            if draft.marked != marked {
                draft.pointed = None;
            }
            draft.marked = marked;
        }
    }

    /// Takes note of a part of the text that the field replaces.
    pub fn replace(&mut self, part: TextSpan, text: &str, marked: TextSpan) {
        if let Some(draft) = &mut self.draft {
            let before = draft.text.chars().take(part.start);
            draft.text = before.chain(text.chars()).chain(draft.text.chars().skip(part.end)).collect();
            (draft.marked, draft.pointed, draft.refusal) = (marked, None, None);
            draft.typing = Typing::Over;
        }
    }

    /// Takes note of what was pointed at; keys of the field move it from here on.
    pub fn point(&mut self, pointed: Pointed) {
        if let Some(draft) = &mut self.draft {
            (draft.pointed, draft.is_edit) = (Some(pointed), false);
            draft.marked = TextSpan::caret(pointed.end());
        }
    }

    /// Goes on in the field over the cells while another sheet is shown.
    pub fn go_visiting(&mut self) {
        if let Some(draft) = &mut self.draft {
            (draft.field, draft.is_edit) = (Field::Cell, false);
        }
    }

    /// Takes what helps with the text.
    pub fn help(&mut self, aid: Aid) {
        if let Some(draft) = &mut self.draft {
            draft.aid = aid;
        }
    }

    /// Changes what helps with the text.
    pub fn aid_with(&mut self, change: impl FnOnce(&mut Aid)) {
        if let Some(draft) = &mut self.draft {
            change(&mut draft.aid);
        }
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
    fn new(place: Place, text: String, source: String, field: Field, is_edit: bool) -> Self {
        let marked = TextSpan::caret(text.chars().count());
        let (refusal, pointed, aid) = (None, None, Aid::default());
        let Place { sheet, address: cell } = place;
        let (typing, is_asking) = (Typing::Over, false);
        Self { cell, sheet, text, source, field, refusal, pointed, marked, aid, typing, is_asking, is_edit }
    }

    /// Takes over a typed text; the caret is taken to stand at its end until the field tells.
    fn take(&mut self, text: String) {
        (self.marked, self.text) = (TextSpan::caret(text.chars().count()), text);
        self.typing = Typing::Awaited;
    }

    /// The cell with its sheet.
    pub fn place(&self) -> Place {
        self.cell.on(self.sheet)
    }

    /// Whether entering it would change nothing.
    pub fn is_unchanged(&self) -> bool {
        self.text == self.source
    }

    /// Where the caret goes when the text was not typed: after the fault, else where it was. In UTF-16 units, as browsers
    /// count. Nothing is marked, because the next key would replace it.
    pub fn caret(&self) -> u32 {
        let span = self.refusal.as_ref().and_then(|refusal| refusal.span);
        utf16_length(&self.text, span.map_or(self.marked.end, |span| span.end))
    }
}

/// Length of a text's first characters in UTF-16 units.
pub fn utf16_length(text: &str, characters: usize) -> u32 {
    text.chars().take(characters).map(|character| character.len_utf16() as u32).sum()
}

/// How many characters so many UTF-16 units at the beginning of a text are.
pub fn characters(text: &str, units: u32) -> usize {
    let mut passed = 0;
    let is_before = |character: &char| {
        passed += character.len_utf16() as u32;
        passed <= units
    };
    text.chars().take_while(is_before).count()
}

#[cfg(test)]
mod tests {
    use tertial_engine::session::{RefusalKind, TextSpan};

    use super::*;

    const CELL: Place = Address::new(3, 1).on(SheetId(0));

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
