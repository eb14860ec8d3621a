//! What the page knows, and the closed set of things that can happen to it.
//!
//! The reducer is pure: it starts no program and touches no storage. It says what is to be run by a new
//! *job* number; `app` sees the number change and does the rest.

mod choice;
mod head;
mod lanes;
#[cfg(test)]
mod tests;
mod visit;

use std::rc::Rc;

use abi::Instant;
use scenario::{Scenario, Settings};
use timeline::steps::Way;
use timeline::Head;
use yew::Reducible;

pub use choice::Chosen;
pub use head::Step;
pub use lanes::{Compiler, Lane, Phase, Recording, Typed};
pub use visit::{own_scenario, Linked, Notice, Opening, Visit};

use crate::theme::Theme;

/// How fast the play head may go, from a hundredth to a hundred times as fast as the virtual clock:
/// nanoseconds of virtual time in a second.
pub const SPEEDS: [u64; 13] = [
    10_000_000,
    20_000_000,
    50_000_000,
    100_000_000,
    200_000_000,
    500_000_000,
    1_000_000_000,
    2_000_000_000,
    5_000_000_000,
    10_000_000_000,
    20_000_000_000,
    50_000_000_000,
    100_000_000_000,
];

/// One second a second.
pub const USUAL_SPEED: usize = 6;

/// The whole page.
#[derive(Clone, PartialEq)]
pub struct Page {
    /// The scenarios to choose from: the gallery's, and behind them the one that a link brought.
    pub gallery: Rc<Vec<Scenario>>,
    /// How many of them are the gallery's.
    pub of_the_gallery: usize,
    /// The chosen one.
    pub chosen: usize,
    /// How its programs are run.
    pub settings: Settings,
    /// Its lanes.
    pub lanes: Vec<Lane>,
    /// Counts up when lanes are to be computed: those whose phase says so.
    pub job: u32,
    /// Turns that the driver has given to the browser in this job.
    pub turns: u32,
    /// Where the play head is.
    pub head: Head,
    /// The play head moves.
    pub playing: bool,
    /// Which of [`SPEEDS`].
    pub speed: usize,
    /// The chosen task or other row.
    pub chosen_row: Option<Chosen>,
    /// The lane that steps keep to; `None` for all.
    pub scope: Option<usize>,
    /// Whether all wake-ups are drawn, if the person has said so.
    pub arrows: Option<bool>,
    /// The rows are shown as a table.
    pub table: bool,
    /// The sheet of keys is open.
    pub help: bool,
    /// Light or dark, if the person has chosen.
    pub theme: Option<Theme>,
    /// The link that is shown, and what has to be said about it.
    pub visit: Visit,
}

/// What a lane has come to in one turn of the driver.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Progress {
    /// Which lane.
    pub lane: usize,
    /// The run is over.
    pub over: bool,
}

/// All that can happen.
#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    /// Another scenario was chosen; what was typed into its programs, if anything.
    Choose(usize, Vec<Typed>),
    /// Play was pressed, or Pause.
    PlayOrPause,
    /// So many seconds of the person's time went by.
    Elapsed(f64),
    /// The play head was put somewhere.
    Seek(Instant),
    /// It was put before everything.
    ToStart,
    /// It was stepped.
    Step(Step, Way),
    /// Time went by for a person who wants less motion.
    Hop,
    /// A speed was chosen.
    Speed(usize),
    /// The next faster speed, or slower one.
    Faster(Way),
    /// A row was chosen.
    ChooseRow(Chosen),
    /// The row before or after it was.
    ChooseNext(Way),
    /// What is chosen was let go of.
    LetGo,
    /// Steps keep to a lane, or go through all.
    KeepTo(Option<usize>),
    /// A lane's name or number was pressed: steps keep to it, or no longer.
    PressLane(usize),
    /// All wake-ups are to be drawn, or no longer.
    PressArrows,
    /// The rows are to be shown as a table, or no longer.
    PressTable,
    /// The sheet of keys was opened or closed.
    Help(bool),
    /// A lane's text field was opened.
    Edit(usize),
    /// Something was typed.
    Type(usize, String),
    /// The text field was closed.
    Close(usize),
    /// What was typed is to be run.
    Run(usize),
    /// The scenario's text is wanted back.
    Reset(usize),
    /// The programs are to be stopped.
    Stop,
    /// The driver of a job has come further: (job, turns, lanes).
    Progress(u32, u32, Vec<Progress>),
    /// News of the compiler for a lane of a job: (job, lane, news).
    Compiler(u32, usize, Compiler),
    /// A theme was chosen.
    Theme(Theme),
    /// Something about links.
    Linked(Linked),
}

impl Page {
    /// The page with the first scenario of the gallery; `typed` gives what was typed into a program before.
    pub fn open(gallery: Rc<Vec<Scenario>>, typed: impl Fn(&Scenario) -> Vec<Typed>, theme: Option<Theme>) -> Page {
        let lanes = lanes::of(&gallery[0], typed(&gallery[0]));
        let mut page = Page {
            of_the_gallery: gallery.len(),
            settings: gallery[0].settings,
            gallery,
            chosen: 0,
            lanes,
            job: 0,
            turns: 0,
            head: Head::default(),
            playing: false,
            speed: USUAL_SPEED,
            chosen_row: None,
            scope: None,
            arrows: None,
            table: false,
            help: false,
            theme,
            visit: Visit::none(),
        };
        page.head = page.start();
        page
    }

    /// The scenario.
    pub fn scenario(&self) -> &Scenario {
        &self.gallery[self.chosen]
    }

    /// The end of the longest lane, as far as it is known.
    pub fn end(&self) -> Instant {
        self.lanes.iter().map(|lane| lane.recording.end()).max().unwrap_or_default()
    }

    /// True while a program is being computed.
    pub fn is_computing(&self) -> bool {
        self.lanes.iter().any(|lane| lane.phase == Phase::Computing)
    }

    /// Runs what was typed into a lane from the beginning, and shows it.
    fn run(&mut self, lane: usize) {
        let lane = &mut self.lanes[lane];
        lane.source = lane.typed.clone();
        lane.editing = false;
        lane.phase = Phase::Computing;
        self.leave_link();
        self.restart_computing();
        // Its rows are other ones now.
        self.choose_row(self.chosen_row);
        self.head = self.start();
        self.playing = true;
    }

    /// Begins a new job with all lanes that are to be computed.
    fn restart_computing(&mut self) {
        self.lanes.iter_mut().filter(|lane| lane.phase == Phase::Computing).for_each(Lane::restart);
        self.job += 1;
    }

    fn stop(&mut self) {
        for lane in self.lanes.iter_mut().filter(|lane| lane.phase == Phase::Computing) {
            lane.phase = Phase::Stopped;
        }
        // The driver of the old job finds itself out of date.
        self.job += 1;
        self.playing = false;
        if self.head.moment() > self.end() {
            self.head = Head::at(self.end());
        }
    }

    fn progress(&mut self, turns: u32, lanes: &[Progress]) {
        self.turns = turns;
        for news in lanes {
            let lane = &mut self.lanes[news.lane];
            lane.recording.refresh();
            if news.over {
                lane.phase = Phase::Over;
            }
        }
        self.check_link();
    }

    fn choose(&mut self, chosen: usize, typed: Vec<Typed>) {
        self.chosen = chosen;
        self.settings = self.scenario().settings;
        // What a link brought waits to be read, each time.
        self.lanes = match chosen < self.of_the_gallery {
            true => lanes::of(&self.gallery[chosen], typed),
            false => lanes::brought(&self.gallery[chosen], |_| None, typed),
        };
        self.leave_link();
        self.job += 1;
        self.head = self.start();
        self.playing = false;
        self.chosen_row = None;
        self.scope = None;
    }
}

impl Reducible for Page {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut page = (*self).clone();
        match action {
            Action::Choose(chosen, typed) => page.choose(chosen, typed),
            Action::PlayOrPause if page.playing => page.playing = false,
            Action::PlayOrPause => page.play(),
            Action::Elapsed(seconds) => page.advance(seconds),
            Action::Seek(at) => page.seek(at),
            Action::ToStart => {
                page.playing = false;
                page.head = page.start();
            }
            Action::Step(step, way) => page.step(step, way),
            Action::Hop => page.hop(),
            Action::Faster(Way::On) => page.speed = (page.speed + 1).min(SPEEDS.len() - 1),
            Action::Faster(Way::Back) => page.speed = page.speed.saturating_sub(1),
            Action::ChooseRow(chosen) => page.choose_row(Some(chosen)),
            Action::ChooseNext(way) => page.choose_next(way),
            Action::LetGo => page.let_go(),
            Action::KeepTo(lane) => page.keep_to(lane),
            Action::PressLane(lane) => page.keep_to_or_not(lane),
            Action::PressArrows => page.arrows = Some(!page.shows_arrows()),
            Action::PressTable => page.table = !page.table,
            Action::Help(open) => page.help = open,
            Action::Speed(speed) => page.speed = speed.min(SPEEDS.len() - 1),
            Action::Edit(lane) => page.lanes[lane].editing = true,
            Action::Type(lane, text) => page.lanes[lane].typed = text.into(),
            Action::Close(lane) => page.lanes[lane].editing = false,
            Action::Run(lane) => page.run(lane),
            Action::Reset(lane) => {
                page.lanes[lane].typed = page.lanes[lane].program.source.as_str().into();
                page.run(lane);
            }
            Action::Stop => page.stop(),
            Action::Progress(job, turns, lanes) if job == page.job => page.progress(turns, &lanes),
            Action::Compiler(job, lane, news) if job == page.job => page.lanes[lane].hear_of(news),
            Action::Progress(..) | Action::Compiler(..) => return self,
            Action::Theme(theme) => page.theme = Some(theme),
            Action::Linked(what) => page.linked(what),
        }
        Rc::new(page)
    }
}
