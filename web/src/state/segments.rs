//! A typed text cut into stretches that look alike, and the frames of the cells that it means. Cells that are meant
//! twice look the same twice.

use tertial_engine::session::writing::{Part, PartKind};
use tertial_engine::session::{Range, Region, SheetId, TextSpan};

use super::editor::Draft;

/// The most frames; more are no help.
const MOST_FRAMES: usize = 60;

/// A stretch of a text that looks alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    pub text: String,
    pub look: Look,
    /// Whether it is a bracket at the caret, or its partner.
    pub is_bracket: bool,
    /// Whether it is what is wrong.
    pub is_fault: bool,
    /// Whether the caret stands before it.
    pub has_caret: bool,
}

/// How a stretch looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Plain,
    /// Cells, by the number of their frame's look.
    Cells(usize),
    /// A function that is not there.
    Unknown,
    /// A text in quotes.
    Quoted,
}

/// A frame around cells that the formula means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    pub range: Range,
    /// The number of its look, which its stretch of the text has too.
    pub look: usize,
    /// The name that the formula calls it by, when that is no address.
    pub label: Option<String>,
}

/// The text cut into stretches.
pub fn segments(draft: &Draft) -> Vec<Segment> {
    let characters: Vec<char> = draft.text.chars().collect();
    let fault = draft.refusal.as_ref().and_then(|refusal| refusal.span);
    let brackets = draft.aid.brackets.map(|found| [Some(found.own), found.partner]);
    let brackets: Vec<TextSpan> = brackets.into_iter().flatten().flatten().collect();
    let looks = looks(&draft.aid.parts);
    let spans = draft.aid.parts.iter().map(|part| part.span).chain(fault).chain(brackets.iter().copied());
    let mut cuts: Vec<usize> = spans.flat_map(|span| [span.start, span.end]).collect();
    cuts.extend([0, draft.marked.end, characters.len()]);
    cuts.retain(|cut| *cut <= characters.len());
    cuts.sort_unstable();
    cuts.dedup();
    let within = |span: &TextSpan, at: usize| span.start <= at && at < span.end;
    let segment = |start: usize, end: usize| Segment {
        text: characters[start..end].iter().collect(),
        look: looks.iter().find(|(span, _)| within(span, start)).map_or(Look::Plain, |(_, look)| *look),
        is_bracket: brackets.iter().any(|span| within(span, start)),
        is_fault: fault.is_some_and(|span| within(&span, start) || (start == end && span.start == start)),
        has_caret: start == draft.marked.end,
    };
    let mut segments: Vec<Segment> = cuts.windows(2).map(|ends| segment(ends[0], ends[1])).collect();
    // What is missing at the end, and a caret there, have a stretch of their own.
    segments.push(segment(characters.len(), characters.len()));
    segments
}

/// The frames on a sheet.
pub fn frames(draft: &Draft, sheet: SheetId) -> Vec<Frame> {
    let known = known(&draft.aid.parts);
    let mut frames: Vec<Frame> = Vec::new();
    for part in &draft.aid.parts {
        let Some(look) = number(&known, part) else { continue };
        let label = (part.kind == PartKind::Name).then(|| text_of(draft, part.span));
        for region in part.regions.iter().filter(|region| region.sheet == sheet) {
            let is_new = frames.iter().all(|frame| (frame.look, frame.range) != (look, region.range));
            if is_new && frames.len() < MOST_FRAMES {
                frames.push(Frame { range: region.range, look, label: label.clone() });
            }
        }
    }
    frames
}

fn looks(parts: &[Part]) -> Vec<(TextSpan, Look)> {
    let known = known(parts);
    let look = |part: &Part| match part.kind {
        PartKind::Text => Look::Quoted,
        PartKind::UnknownFunction => Look::Unknown,
        _ => number(&known, part).map_or(Look::Plain, Look::Cells),
    };
    parts.iter().map(|part| (part.span, look(part))).collect()
}

/// The different cells that are meant, in the order in which they are first meant.
fn known(parts: &[Part]) -> Vec<&[Region]> {
    let mut known: Vec<&[Region]> = Vec::new();
    for part in parts {
        if !part.regions.is_empty() && !known.contains(&&part.regions[..]) {
            known.push(&part.regions);
        }
    }
    known
}

fn number(known: &[&[Region]], part: &Part) -> Option<usize> {
    known.iter().position(|regions| *regions == &part.regions[..])
}

fn text_of(draft: &Draft, span: TextSpan) -> String {
    draft.text.chars().skip(span.start).take(span.end - span.start).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{budget, select, workspace};
    use super::super::{Action, EditAction, FormulaAction, State, editor::Field};
    use super::*;

    fn typed(text: &str) -> State {
        let mut state = budget();
        select(&mut state, "F9");
        state.update(Action::Edit(EditAction::Typed(Field::Cell, text.into())));
        let end = text.encode_utf16().count() as u32;
        state.update(Action::Formula(FormulaAction::Marked { start: end, end }));
        state
    }

    fn cut(state: &State) -> Vec<(String, Look)> {
        let segments = segments(workspace(state).editor.draft().unwrap());
        segments.into_iter().map(|segment| (segment.text, segment.look)).collect()
    }

    #[test]
    fn the_stretches_put_together_are_the_text() {
        for text in ["=SUMMA(B2:B4;\"å\")+B2*B2", "=1+", "=\"öppen", "Personal", "", "=\n B2"] {
            let state = typed(text);
            let joined: String = cut(&state).into_iter().map(|(text, _)| text).collect();
            assert_eq!(joined, text);
        }
    }

    #[test]
    fn cells_meant_twice_look_the_same_in_text_and_grid() {
        let state = typed("=B2+C3*B2+oj(\"x\")");
        let looks: Vec<_> = cut(&state).into_iter().filter(|(_, look)| *look != Look::Plain).collect();
        let expected = [
            ("B2", Look::Cells(0)),
            ("C3", Look::Cells(1)),
            ("B2", Look::Cells(0)),
            ("oj", Look::Unknown),
            ("\"x\"", Look::Quoted),
        ];
        assert_eq!(looks, expected.map(|(text, look)| (text.to_owned(), look)));
        let workspace = workspace(&state);
        let frames = frames(workspace.editor.draft().unwrap(), workspace.document.sheet);
        let shown: Vec<_> = frames.iter().map(|frame| (frame.range.to_string(), frame.look)).collect();
        assert_eq!(shown, [("B2".to_owned(), 0), ("C3".to_owned(), 1)]);
    }

    #[test]
    fn frames_stand_on_their_own_sheet() {
        let state = typed("=B2+Nej!B3");
        let workspace = workspace(&state);
        assert_eq!(frames(workspace.editor.draft().unwrap(), SheetId(7)), []);
        assert_eq!(frames(workspace.editor.draft().unwrap(), workspace.document.sheet).len(), 1);
    }

    #[test]
    fn what_is_wrong_is_marked_also_where_something_is_missing() {
        let mut state = typed("=1+*2");
        state.update(Action::Edit(EditAction::Commit(None)));
        let marked: Vec<_> = segments(workspace(&state).editor.draft().unwrap());
        let faults: Vec<_> =
            marked.iter().filter(|segment| segment.is_fault).map(|segment| segment.text.as_str()).collect();
        assert_eq!(faults, ["*"]);
        let mut state = typed("=SUMMA(1)+");
        state.update(Action::Edit(EditAction::Commit(None)));
        assert!(segments(workspace(&state).editor.draft().unwrap()).last().unwrap().is_fault);
    }

    #[test]
    fn brackets_at_the_caret_are_marked() {
        let state = typed("=SUMMA(1)");
        let segments = segments(workspace(&state).editor.draft().unwrap());
        let brackets: Vec<_> =
            segments.iter().filter(|segment| segment.is_bracket).map(|segment| segment.text.as_str()).collect();
        assert_eq!(brackets, ["(", ")"]);
    }
}
