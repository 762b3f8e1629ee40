//! What lies over the page: dialogs and panels, each drawn from the state.

use std::rc::Rc;

use tertial_engine::session::filter::{self, Criterion};
use tertial_engine::session::sorting::Order;
use tertial_engine::session::validation::Asked;
use tertial_engine::session::{NoteView, lines};
use yew::prelude::*;

use crate::commands;
use crate::components::accept_dialog::AcceptDialog;
use crate::components::cell_format_dialog::CellFormatDialog;
use crate::components::conditional_dialog::ConditionalDialog;
use crate::components::context_menu::ContextMenu;
use crate::components::delete_sheet_dialog::DeleteSheetDialog;
use crate::components::figures_dialog::FiguresDialog;
use crate::components::fill_dates_dialog::FillDatesDialog;
use crate::components::filter_dialog::FilterDialog;
use crate::components::key_list::KeyList;
use crate::components::note_dialog::NoteDialog;
use crate::components::number_marks_dialog::NumberMarksDialog;
use crate::components::palette::Palette;
use crate::components::paste_special_dialog::PasteSpecialDialog;
use crate::components::print_view::PrintView;
use crate::components::prompt::Prompt;
use crate::components::row_form::RowFormDialog;
use crate::components::sort_dialog::SortDialog;
use crate::components::text_list::TextList;
use crate::components::validate_dialog::ValidateDialog;
use crate::components::views::ButtonView;
use crate::state::conditional::{self, Draft};
use crate::state::filtering;
use crate::state::help::Here;
use crate::state::layout::{self, LayoutAction};
use crate::state::pasting::Paste;
use crate::state::printing::{Printout, Scope};
use crate::state::reconciling::Spot;
use crate::state::row_form::RowForm;
use crate::state::rules::RulesAction;
use crate::state::sheets::SheetAction;
use crate::state::sorting;
use crate::state::styling::{self, CellFormat};
use crate::state::{Action, Notice, Panel, State, Workspace};

/// What lies over the page.
pub fn panel(state: &State) -> Html {
    let command = |command| ButtonView::of(command, state, true);
    match state.panel.clone() {
        Some(Panel::Palette) => html! { <Palette commands={commands::all().map(command).collect::<Vec<_>>()} /> },
        Some(Panel::Keys) => html! { <KeyList here={state.workspace.as_ref().map(Here::of)} /> },
        Some(Panel::Sort(order)) => state.workspace.as_ref().map(|open| sort(open, order)).unwrap_or_default(),
        Some(Panel::CellFormat(format)) => {
            state.workspace.as_ref().map(|open| cell_format(open, &format)).unwrap_or_default()
        }
        Some(Panel::Conditional(draft)) => {
            state.workspace.as_ref().map(|open| conditional(open, *draft)).unwrap_or_default()
        }
        Some(Panel::Figures) => html! { <FiguresDialog figures={state.preferences().figures} /> },
        Some(Panel::FillDates) => html! { <FillDatesDialog /> },
        Some(Panel::PasteSpecial) => html! { <PasteSpecialDialog /> },
        Some(Panel::NumberMarks) => number_marks(state),
        Some(Panel::Print(scope)) => state.workspace.as_ref().map(|open| printout(open, scope)).unwrap_or_default(),
        Some(Panel::Row) => state.workspace.as_ref().map(|open| row_form(open, state)).unwrap_or_default(),
        Some(Panel::Note) => state.workspace.as_ref().map(|open| note(open, state)).unwrap_or_default(),
        Some(Panel::Accept(spot)) => state.workspace.as_ref().map(|open| accept(open, spot, state)).unwrap_or_default(),
        Some(Panel::Protect) => protect(),
        Some(Panel::Validate(asked)) => {
            state.workspace.as_ref().map(|open| validate(open, asked, state)).unwrap_or_default()
        }
        Some(Panel::Menu { context, at }) => {
            let commands: Vec<ButtonView> = commands::context::commands(context).map(command).collect();
            html! { <ContextMenu {commands} {at} /> }
        }
        Some(Panel::RenameSheet) => state.workspace.as_ref().map(|open| rename(open, state)).unwrap_or_default(),
        Some(Panel::DeleteSheet) => state.workspace.as_ref().map(delete_sheet).unwrap_or_default(),
        Some(Panel::Filter) => state.workspace.as_ref().and_then(|open| filter_dialog(open, state)).unwrap_or_default(),
        Some(Panel::Texts) => state.workspace.as_ref().map(texts).unwrap_or_default(),
        Some(Panel::Width) => state.workspace.as_ref().map(width).unwrap_or_default(),
        None => Html::default(),
    }
}

fn sort(workspace: &Workspace, order: Order) -> Html {
    let plan = sorting::plan(workspace, &order);
    plan.map(|plan| html! { <SortDialog {plan} {order} /> }).unwrap_or_default()
}

fn cell_format(workspace: &Workspace, format: &CellFormat) -> Html {
    let preview = styling::preview(workspace, &format.code);
    let preview = preview.map(AttrValue::from).map_err(|refusal| AttrValue::from(refusal.to_string()));
    let cell = workspace.selection.active.to_string();
    html! { <CellFormatDialog {cell} format={format.clone()} {preview} /> }
}

fn conditional(workspace: &Workspace, draft: Draft) -> Html {
    let (formats, preview) = (conditional::list(workspace), conditional::preview(workspace, &draft.wish));
    html! { <ConditionalDialog {formats} {draft} {preview} /> }
}

fn printout(workspace: &Workspace, scope: Scope) -> Html {
    html! { <PrintView printout={Printout::of(workspace, scope)} /> }
}

fn row_form(workspace: &Workspace, state: &State) -> Html {
    html! { <RowFormDialog form={RowForm::of(workspace)} refused={refused(state)} /> }
}

/// Why the last thing that was asked for was refused.
fn refused(state: &State) -> Option<AttrValue> {
    match &state.notice {
        Some(Notice::Refused(refusal)) => Some(AttrValue::from(refusal.to_string())),
        _ => None,
    }
}

fn note(workspace: &Workspace, state: &State) -> Html {
    let active = workspace.selection.active;
    let view = workspace.document.cell(active);
    let NoteView { text, signature } = view.note.unwrap_or_default();
    let author = state.preferences().author.clone();
    html! { <NoteDialog cell={active.to_string()} {text} {signature} {author} /> }
}

fn accept(workspace: &Workspace, spot: Spot, state: &State) -> Html {
    let mut found = workspace.beside.findings().map(|found| found.iter()).into_iter().flatten();
    let message = found.find(|found| Spot::of(found) == spot).map(|found| found.message.clone()).unwrap_or_default();
    html! { <AcceptDialog {spot} {message} author={state.preferences().author.clone()} /> }
}

fn protect() -> Html {
    let answer = Callback::from(|reason| Some(Action::Rules(RulesAction::Protect(reason))));
    html! { <Prompt title="command-protect" label="protect-reason" text="" {answer} hint="protect-hint" note={"protect-hint"} /> }
}

fn validate(workspace: &Workspace, asked: Asked, state: &State) -> Html {
    html! { <ValidateDialog cells={workspace.selection.range.to_string()} {asked} refused={refused(state)} /> }
}

fn rename(workspace: &Workspace, state: &State) -> Html {
    let answer = Callback::from(|name| Some(Action::Sheet(SheetAction::Rename(name))));
    let refused = refused(state);
    let text = workspace.document.sheet_name().to_owned();
    html! { <Prompt title="command-rename-sheet" label="sheet-name" {text} {answer} {refused} hint="sheet-name" /> }
}

fn delete_sheet(workspace: &Workspace) -> Html {
    html! { <DeleteSheetDialog sheet={workspace.document.sheet_name().to_owned()} /> }
}

fn filter_dialog(workspace: &Workspace, state: &State) -> Option<Html> {
    let session = &workspace.document.session;
    let choices = filter::choices(session, workspace.document.sheet, workspace.selection.active.column)?;
    let typed = match &choices.criterion {
        Some(Criterion::Condition(condition)) => filter::typed(session, condition),
        _ => Default::default(),
    };
    let is_wrong = state.notice == Some(Notice::NoCondition);
    Some(html! { <FilterDialog choices={Rc::new(choices)} {typed} {is_wrong} /> })
}

fn texts(workspace: &Workspace) -> Html {
    html! { <TextList texts={Rc::<[String]>::from(filtering::texts(workspace))} /> }
}

fn width(workspace: &Workspace) -> Html {
    let answer = Callback::from(|text: String| {
        let width = text.replace(',', ".").parse::<f32>().ok().filter(|width| (1.0..=lines::MAX_WIDTH).contains(width));
        width.map(|width| Action::Layout(LayoutAction::Width(width)))
    });
    let sign = workspace.document.session.locale().decimal_sign().to_string();
    let text = layout::width_of_active(workspace).to_string().replace('.', &sign);
    html! { <Prompt title="command-width" label="width-characters" {text} {answer} hint="width-wrong" /> }
}

/// The question how the numbers of a paste are written.
fn number_marks(state: &State) -> Html {
    let Some(Paste::Asking(waiting)) = &state.paste else { return Html::default() };
    html! { <NumberMarksDialog survey={waiting.survey.clone()} /> }
}
