//! Figures of the selection: which of them the status line shows, and saying them.

use tertial_engine::session::SelectionSummary;

use crate::text::Words;

use super::filtering;
use super::{Effect, Said, State, editing};

/// A figure of a selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    Average,
    Count,
    Numbers,
    Least,
    Greatest,
    Sum,
}

/// Some of the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures(u8);

/// What is asked of the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FiguresAction {
    /// One is shown, or not any more.
    Turn(Figure),
    /// Those that are shown are said.
    Say,
}

impl Figure {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] = [Self::Average, Self::Count, Self::Numbers, Self::Least, Self::Greatest, Self::Sum];

    /// Key of its words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Average => "average",
            Self::Count => "count",
            Self::Numbers => "count-numbers",
            Self::Least => "least",
            Self::Greatest => "greatest",
            Self::Sum => "sum",
        }
    }

    /// What it is; empty where nothing has it.
    pub fn value(self, summary: &SelectionSummary) -> String {
        match self {
            Self::Average => summary.average.clone(),
            Self::Count => summary.count.to_string(),
            Self::Numbers => summary.numbers.to_string(),
            Self::Least => summary.least.clone(),
            Self::Greatest => summary.greatest.clone(),
            Self::Sum => summary.sum.clone(),
        }
    }

    /// Whether it is in the unit of the cells.
    pub const fn is_amount(self) -> bool {
        !matches!(self, Self::Count | Self::Numbers)
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

impl Default for Figures {
    fn default() -> Self {
        Self(Figure::Average.bit() | Figure::Count.bit() | Figure::Sum.bit())
    }
}

impl Figures {
    /// Those that a text names; the usual ones where it is none.
    pub fn read(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::default(), Self)
    }

    /// A text that names them.
    pub fn written(self) -> String {
        self.0.to_string()
    }

    /// Whether a figure is among them.
    pub const fn shows(self, figure: Figure) -> bool {
        self.0 & figure.bit() != 0
    }

    /// Whether the least or the greatest number is among them.
    pub const fn has_extremes(self) -> bool {
        self.shows(Figure::Least) || self.shows(Figure::Greatest)
    }

    /// These with one more, or without it.
    pub const fn turned(self, figure: Figure) -> Self {
        Self(self.0 ^ figure.bit())
    }
}

/// Carries out an action.
pub fn update(state: &mut State, action: FiguresAction) -> Vec<Effect> {
    match action {
        FiguresAction::Turn(figure) => {
            let mut chosen = state.preferences().clone();
            chosen.figures = chosen.figures.turned(figure);
            state.prefer(chosen.clone());
            vec![Effect::Keep(chosen)]
        }
        FiguresAction::Say => {
            if editing::commit(state) {
                state.said = say(state);
            }
            vec![Effect::FocusSheet]
        }
    }
}

/// The figures that are shown, in a sentence.
fn say(state: &State) -> Option<Said> {
    let (workspace, words, shown) = (state.workspace.as_ref()?, Words::of(state.locale), state.preferences().figures);
    let summary = workspace.document.session.summary(&filtering::seen(workspace), shown.has_extremes());
    let figures = Figure::ALL.into_iter().filter(|figure| shown.shows(*figure));
    let figures = figures.map(|figure| (words.say(figure.label()), figure.value(&summary)));
    let told: Vec<String> =
        figures.filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name} {value}")).collect();
    Some(Said::of("said-figures", told.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::super::Action;
    use super::super::sample::{budget, select};
    use super::*;

    #[test]
    fn figures_are_chosen_and_said() {
        let mut state = budget();
        select(&mut state, "B2:B5");
        for figure in [Figure::Average, Figure::Numbers, Figure::Least, Figure::Greatest] {
            let effects = state.update(Action::Figures(FiguresAction::Turn(figure)));
            assert!(matches!(effects[..], [Effect::Keep(_)]));
        }
        state.update(Action::Figures(FiguresAction::Say));
        let told = state.said.unwrap().what.replace('\u{a0}', " ");
        assert_eq!(told, "Antal 4, Antal tal 4, Minst 1 200, Störst 16 941, Summa 33 882");
    }

    #[test]
    fn sums_are_told_to_the_last_decimal() {
        let mut state = budget();
        for (cell, text) in [("F1", "0,125"), ("F2", "1 000,001"), ("F3", "x")] {
            select(&mut state, cell);
            super::super::sample::type_in(&mut state, text);
        }
        select(&mut state, "F1:F3");
        let workspace = state.workspace.as_ref().unwrap();
        let summary = workspace.document.session.summary(&workspace.regions(), true);
        let plain = |text: &str| text.replace('\u{a0}', " ");
        assert_eq!((plain(&summary.sum), plain(&summary.average)), ("1 000,126".to_owned(), "500,06".to_owned()));
        assert_eq!((summary.count, summary.numbers, summary.least.as_str()), (3, 2, "0,125"));
    }
}
