//! A tab that is dragged among the others, or whose copy is.

use tertial_engine::session::SheetId;

use super::sheets::SheetAction;

/// How far, in pixels, the pointer goes before a press becomes a drag.
const SLACK: f64 = 5.0;

/// A pressed tab.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TabDrag {
    sheet: SheetId,
    /// Where it was pressed.
    from: f64,
    /// Between which tabs it would go, once it is dragged.
    gap: Option<Gap>,
    /// Whether a copy of it would, as far as is known while it is dragged.
    pub copies: bool,
}

/// A place between tabs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// How many tabs stand before it.
    pub index: usize,
    /// Distance from where the tabs begin, in pixels.
    pub at: f64,
}

impl TabDrag {
    /// A tab that was pressed just now.
    pub const fn begin(sheet: SheetId, from: f64) -> Self {
        Self { sheet, from, gap: None, copies: false }
    }

    /// The same when the pointer is elsewhere, over a gap.
    pub fn moved(self, to: f64, gap: Gap, copies: bool) -> Self {
        let is_dragged = self.gap.is_some() || (to - self.from).abs() > SLACK;
        Self { gap: is_dragged.then_some(gap), copies, ..self }
    }

    /// Where it would go, when it is dragged at all.
    pub const fn gap(&self) -> Option<Gap> {
        self.gap
    }

    /// What letting go asks for; nothing after a mere click.
    pub fn dropped(self, copies: bool) -> Option<SheetAction> {
        self.gap.map(|gap| SheetAction::Put { sheet: self.sheet, gap: gap.index, copies })
    }
}

/// The gap that is nearest to a place, between things that stand side by side from one edge to the other.
pub fn gap_at(edges: &[(f64, f64)], x: f64) -> Gap {
    let index = edges.iter().take_while(|(left, right)| x > (left + right) / 2.0).count();
    let at = edges.get(index).map(|(left, _)| *left).or(edges.last().map(|(_, right)| *right));
    Gap { index, at: at.unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EDGES: [(f64, f64); 3] = [(0.0, 80.0), (80.0, 140.0), (140.0, 200.0)];

    #[test]
    fn the_nearest_gap_is_found() {
        let gap = |x| gap_at(&EDGES, x);
        assert_eq!([gap(-9.0).index, gap(39.0).index, gap(41.0).index, gap(170.5).index], [0, 0, 1, 3]);
        assert_eq!((gap(100.0).at, gap(400.0).at, gap_at(&[], 5.0).index), (80.0, 200.0, 0));
    }

    #[test]
    fn a_press_becomes_a_drag_only_when_it_moves() {
        let pressed = TabDrag::begin(SheetId(4), 30.0);
        assert_eq!(
            (pressed.dropped(true), pressed.moved(34.0, gap_at(&EDGES, 34.0), true).dropped(true)),
            (None, None)
        );
        let dragged = pressed.moved(150.0, gap_at(&EDGES, 150.0), true);
        assert_eq!(dragged.dropped(true), Some(SheetAction::Put { sheet: SheetId(4), gap: 2, copies: true }));
        let back = dragged.moved(31.0, gap_at(&EDGES, 31.0), false);
        assert_eq!(back.dropped(false), Some(SheetAction::Put { sheet: SheetId(4), gap: 0, copies: false }));
    }
}
