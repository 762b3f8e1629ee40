//! The app: holds the state, carries out actions and their effects, and draws the page that the state asks for. Actions
//! are carried out at once and not with the next drawing, so that the meaning of a key never depends on an older state.

mod panels;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use yew::prelude::*;

use crate::commands::{self, Command};
use crate::components::beside::BesideView;
use crate::components::book_page::BookPage;
use crate::components::discard_dialog::DiscardDialog;
use crate::components::find_panel::FindView;
use crate::components::handlers::Handlers;
use crate::components::notice_bar::NoticeBar;
use crate::components::progress_dialog::ProgressDialog;
use crate::components::start_page::StartPage;
use crate::components::views::{BookView, ButtonView, MenuView};
use crate::input::{formula, keyboard};
use crate::platform::clipboard::{Copied, Incoming};
use crate::platform::keys::KeyPress;
use crate::platform::leaving::LeavingGuard;
use crate::platform::{
    address, clipboard, clock, download, events, fetch, fields, page, preferences, regions, ruler, upload, world,
};
use crate::state::clipboard as clips;
use crate::state::editor::{Field, Mode};
use crate::state::preferences::Preferences;
use crate::state::{Action, ClipAction, Effect, FileAction, FormulaAction, State, WorkAction, viewing, work};
use crate::text::{self, Words};

const TOOLBAR: [&[&str]; 6] = [
    &["edit.undo", "edit.redo", "style.pick"],
    &["style.bold", "style.italic", "style.underline", "style.fill"],
    &["style.left", "style.center", "style.right", "format.fewer-decimals", "format.more-decimals", "style.cells"],
    &["edit.insert", "edit.delete"],
    &["file.new", "file.open", "file.save"],
    &["view.row", "page.palette", "page.language"],
];
const BEGINNINGS: [&str; 3] = ["file.open", "file.new", "file.example"];
/// What stands at the corner of the start page.
const CORNER: [&str; 2] = ["page.keys", "page.language"];
/// Commands whose words stand beside their picture.
const WORDY: [&str; 7] =
    ["page.keys", "file.open", "file.new", "file.example", "file.save", "page.language", "view.row"];

/// The app.
pub struct App {
    runner: Rc<Runner>,
    handlers: Handlers,
    guard: LeavingGuard,
    _listeners: Vec<Box<dyn std::any::Any>>,
}

/// Holds the state and carries out actions.
struct Runner {
    state: RefCell<State>,
    /// Keys that were pressed while there was no time for them. Until all of them are done others wait behind them.
    late: RefCell<VecDeque<KeyPress>>,
    redraw: Callback<()>,
    sheet_field: NodeRef,
    name_field: NodeRef,
    file_field: NodeRef,
}

impl Component for App {
    type Message = ();
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let locale = preferences::language().and_then(|tag| text::from_tag(&tag)).unwrap_or_default();
        let mut state = State::new(locale, world::environment, ruler::length);
        state.set_patience(clock::patience);
        state.prefer(Preferences::read(preferences::read));
        let runner = Rc::new(Runner {
            state: RefCell::new(state),
            late: RefCell::default(),
            redraw: ctx.link().callback(|()| ()),
            sheet_field: NodeRef::default(),
            name_field: NodeRef::default(),
            file_field: NodeRef::default(),
        });
        let handlers = handlers(&runner);
        let changes = address::changes(handlers.act.reform(|book| Action::File(FileAction::Address(book))));
        Runner::perform(&runner, Effect::FetchList);
        if let Some(book) = address::book() {
            Runner::run(&runner, Action::File(FileAction::Address(Some(book))));
        }
        let marks = fields::marks(callback(&runner, |runner, ()| Runner::follow_caret(runner)));
        let listeners = changes.into_iter().chain(marks).map(|listener| Box::new(listener) as Box<dyn std::any::Any>);
        let listeners = listeners.collect();
        Self { runner, handlers, guard: LeavingGuard::new(), _listeners: listeners }
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let state = self.runner.state.borrow();
        let chosen = self.handlers.on(|bytes| Action::File(FileAction::Chosen(bytes)));
        html! {
            <ContextProvider<Handlers> context={self.handlers.clone()}>
                <ContextProvider<Words> context={Words::of(state.locale)}>
                    <div class="app" onkeydown={events::key_presses(self.handlers.shortcut.clone())}>
                        // Each part that comes and goes has an element of its own to do so in.
                        <div class="screen">{ content(&state) }</div>
                        <div class="notices"><NoticeBar notice={state.notice.clone()} /></div>
                        <div class="dialogs">
                            if state.waiting.is_some() { <DiscardDialog /> }
                            { panels::panel(&state) }
                            if let Some(work) = &state.work { <ProgressDialog part={work.part} /> }
                        </div>
                        <input ref={self.handlers.file_field.clone()} class="file-field" type="file" accept=".tertial"
                            tabindex="-1" aria-hidden="true" onchange={upload::choices(chosen)} />
                    </div>
                </ContextProvider<Words>>
            </ContextProvider<Handlers>>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let state = self.runner.state.borrow();
        self.guard.set(state.is_modified());
        page::describe(&page_title(&state), text::tag(state.locale));
        if state.is_ready() {
            page::declare_ready();
        }
    }
}

fn content(state: &State) -> Html {
    match &state.workspace {
        Some(workspace) => {
            let tools = TOOLBAR.map(|ids| buttons(ids, state)).to_vec();
            let home = buttons(&["file.start"], state).remove(0);
            let said = state.said.clone();
            let find = workspace.finder.is_open.then(|| FindView::of(workspace));
            let beside = BesideView::of(workspace);
            html! { <BookPage book={BookView::of(workspace, state.preferences().figures)} {said} {find} {beside} {tools}
            figures={state.preferences().figures} {home} menus={MenuView::all(state)} /> }
        }
        None => {
            html! {
                <StartPage shelf={state.shelf.clone()} buttons={buttons(&BEGINNINGS, state)} corner={buttons(&CORNER, state)}
                    statement={commands::page::accessibility(state.locale)} is_opening={state.opening.is_some()} />
            }
        }
    }
}

fn buttons(ids: &[&str], state: &State) -> Vec<ButtonView> {
    let button = |command: &'static Command| ButtonView::of(command, state, WORDY.contains(&command.id));
    ids.iter().filter_map(|id| commands::find(id)).map(button).collect()
}

fn page_title(state: &State) -> String {
    let Some(workspace) = &state.workspace else { return "Tertial".to_owned() };
    let mark =
        if workspace.document.is_modified() { Words::of(state.locale).say("title-unsaved") } else { String::new() };
    format!("{}{mark} – Tertial", workspace.document.session.title())
}

fn handlers(runner: &Rc<Runner>) -> Handlers {
    let act = callback(runner, Runner::run);
    Handlers {
        run: callback(runner, Runner::run_command),
        press: callback(runner, |runner, press| {
            runner.waits(press) || Runner::meanwhile(runner, press) || Runner::press(runner, press)
        }),
        shortcut: callback(runner, |runner, press| runner.waits(press) || Runner::shortcut(runner, press)),
        copy: callback(runner, Runner::copy),
        paste: callback(runner, Runner::paste),
        sheet_field: runner.sheet_field.clone(),
        name_field: runner.name_field.clone(),
        file_field: runner.file_field.clone(),
        act,
    }
}

fn callback<I: 'static, O: 'static>(runner: &Rc<Runner>, call: fn(&Rc<Runner>, I) -> O) -> Callback<I, O> {
    let runner = Rc::clone(runner);
    Callback::from(move |input| call(&runner, input))
}

impl Runner {
    /// Carries out an action at once, with what it asks of the outside.
    fn run(self: &Rc<Self>, action: Action) {
        if viewing::is_known(&self.state.borrow(), &action) {
            return;
        }
        let before = self.typing();
        let effects = self.state.borrow_mut().update(action);
        self.keep_field(before);
        effects.into_iter().for_each(|effect| Self::perform(self, effect));
        self.redraw.emit(());
    }

    /// The mode of the editor, and how often its text was changed other than by typing.
    fn typing(&self) -> Option<(Mode, u32)> {
        self.state.borrow().workspace.as_ref().map(|workspace| (workspace.editor.mode(), workspace.editor.pushed()))
    }

    /// Brings the field over the active cell up to date. Where drawing takes long, a browser hands over the next key before
    /// it is done, and that key must find the field as it will be.
    fn keep_field(&self, before: Option<(Mode, u32)>) {
        if self.typing() == before {
            return;
        }
        let state = self.state.borrow();
        let Some(workspace) = &state.workspace else { return };
        match workspace.editor.draft() {
            None => fields::write(&self.sheet_field, ""),
            Some(draft)
                if draft.field == Field::Cell
                    && before.map(|(_, pushed)| pushed) != Some(workspace.editor.pushed()) =>
            {
                fields::write(&self.sheet_field, &draft.text);
                fields::place_caret(&self.sheet_field, draft.caret());
            }
            Some(_) => {}
        }
    }

    fn run_command(self: &Rc<Self>, id: &str) {
        let action = {
            let state = self.state.borrow();
            commands::find(id)
                .filter(|command| (command.available)(&state).is_ok())
                .map(|command| (command.run)(&state))
        };
        if let Some(action) = action {
            Self::run(self, action);
        }
    }

    fn mode(&self) -> Option<Mode> {
        self.state.borrow().workspace.as_ref().map(|workspace| workspace.editor.mode())
    }

    /// Takes note of where the caret of the text being typed stands.
    fn follow_caret(self: &Rc<Self>) {
        let Some((start, end)) = fields::marked().filter(|_| self.mode().is_some_and(|mode| mode != Mode::Ready))
        else {
            return;
        };
        let action = Action::Formula(FormulaAction::Marked { start, end });
        if self.state.borrow().workspace.as_ref().is_some_and(|workspace| workspace.editor.moves(start, end)) {
            Self::run(self, action);
        }
    }

    fn press(self: &Rc<Self>, press: KeyPress) -> bool {
        // What a key does depends on where the caret is now; browsers tell of its moves late.
        Self::follow_caret(self);
        let lists = self.state.borrow().workspace.as_ref().and_then(|workspace| workspace.editor.lists());
        let formula = lists.and_then(|lists| formula::action(press, lists));
        let action = formula.or_else(|| self.mode().and_then(|mode| keyboard::action(press, mode)));
        let is_used = action.is_some();
        if let Some(action) = action {
            Self::run(self, action);
        }
        is_used
    }

    fn shortcut(self: &Rc<Self>, press: KeyPress) -> bool {
        // What lies over the page has the keyboard to itself, but for keys with which the browser would leave the page.
        if self.state.borrow().is_covered() {
            return press.leaves_page();
        }
        if let Some(action) = self.mode().and_then(|_| keyboard::anywhere(press)) {
            Self::run(self, action);
            return true;
        }
        self.state.borrow_mut().intended = None;
        let Some(command) = commands::for_keys(press) else { return false };
        if command.id == commands::clipboard::PASTE_VALUES {
            Self::run(self, Action::Clip(ClipAction::Intend(commands::clipboard::VALUES)));
            return false;
        }
        let is_available = (command.available)(&self.state.borrow()).is_ok();
        if is_available {
            Self::run_command(self, command.id);
        }
        is_available || press.leaves_page()
    }

    /// Whether a key waits for those that were pressed before it.
    fn waits(&self, press: KeyPress) -> bool {
        let mut late = self.late.borrow_mut();
        let waits = !late.is_empty() && work::keeps(press);
        late.extend(waits.then_some(press));
        waits
    }

    /// Whether a key came after long work began and before its dialog had the keyboard; it is kept as one pressed there.
    fn meanwhile(self: &Rc<Self>, press: KeyPress) -> bool {
        let keeps = self.state.borrow().work.is_some() && work::keeps(press);
        if keeps {
            Self::run(self, Action::Work(WorkAction::Ahead(press)));
        }
        keeps
    }

    /// Does what the keys would have done that were pressed while there was no time for them. Each finds the page drawn that
    /// the one before left.
    fn replay(self: &Rc<Self>) {
        let Some(press) = self.late.borrow().front().copied() else { return };
        Self::press_late(self, press);
        self.late.borrow_mut().pop_front();
        // It may have begun long work of its own, for which the others wait.
        if self.state.borrow().work.is_some() {
            self.late.take().into_iter().for_each(|press| Self::run(self, Action::Work(WorkAction::Ahead(press))));
        }
        let runner = Rc::clone(self);
        page::later(move || Self::replay(&runner));
    }

    fn press_late(self: &Rc<Self>, press: KeyPress) {
        if !Self::press(self, press) && !Self::shortcut(self, press) {
            match (press.text(), commands::clipboard::answered_by_browser(press)) {
                (Some(letter), _) => fields::insert(&letter.to_string()),
                (None, command) => command.into_iter().for_each(|id| Self::run_command(self, id)),
            }
        }
    }

    fn copy(self: &Rc<Self>, cuts: bool) -> Option<Copied> {
        let copied = clips::copy(&mut self.state.borrow_mut(), cuts);
        self.redraw.emit(());
        copied
    }

    fn paste(self: &Rc<Self>, incoming: Incoming) -> bool {
        let is_used = self.mode() == Some(Mode::Ready) && !self.state.borrow().is_covered();
        if is_used {
            Self::run(self, Action::Clip(ClipAction::Arrived(Some(incoming))));
        }
        is_used
    }

    fn perform(self: &Rc<Self>, effect: Effect) {
        let act = callback(self, Self::run);
        match effect {
            Effect::FetchList => {
                fetch::template(
                    "index.json".to_owned(),
                    act.reform(|list| Action::File(FileAction::ListArrived(list))),
                );
            }
            Effect::FetchTemplate(path) => {
                let asked = path.clone();
                let arrived = move |bytes| Action::File(FileAction::TemplateArrived { path: asked.clone(), bytes });
                fetch::template(path, act.reform(arrived));
            }
            Effect::ChooseFile => upload::choose(&self.file_field),
            Effect::Download { name, bytes } => download::offer(&name, &bytes),
            Effect::ShowAddress(book) => address::show(book.as_deref()),
            Effect::Remember(locale) => preferences::remember_language(text::tag(locale)),
            Effect::Keep(kept) => kept.written().iter().for_each(|(name, text)| preferences::remember(name, text)),
            Effect::CloseDialog => page::close_open_dialog(),
            Effect::Print => page::print(),
            Effect::OpenPage(address) => page::open(address),
            Effect::FocusSheet => fields::focus(&self.sheet_field),
            Effect::Replay(presses) => {
                self.late.borrow_mut().extend(presses);
                Self::replay(self);
            }
            Effect::Later(action) => page::later(move || act.emit(action)),
            Effect::FocusName => fields::focus(&self.name_field),
            Effect::FocusRegion { back } => regions::focus_next(back),
            Effect::Copy { cuts } => clipboard::copy(cuts),
            Effect::FetchClipboard => {
                clipboard::read(act.reform(|incoming| Action::Clip(ClipAction::Arrived(incoming))));
            }
            Effect::Insert(text) => fields::insert(&text),
            Effect::Mark(start, end) => fields::mark(start, end),
            Effect::Replace { start, end, text, marked } => {
                fields::replace((start, end), &text, marked);
                Self::follow_caret(self);
            }
        }
    }
}
