//! What the page knows, and the closed set of things that can happen to it.
//!
//! The reducer is pure: it starts no program and touches no storage. It says what is to be run by a new
//! *job* number; `app` sees the number change and does the rest.

use std::cell::RefCell;
use std::rc::Rc;

use abi::Instant;
use scenario::{Program, Scenario};
use timeline::Model;
use yew::Reducible;

use crate::theme::Theme;

/// How fast the play head may go: nanoseconds of virtual time in a second, from slow to fast.
pub const SPEEDS: [u64; 13] = [
    1_000_000,
    10_000_000,
    50_000_000,
    100_000_000,
    250_000_000,
    500_000_000,
    1_000_000_000,
    2_000_000_000,
    5_000_000_000,
    10_000_000_000,
    60_000_000_000,
    600_000_000_000,
    3_600_000_000_000,
];

/// One second a second.
const USUAL_SPEED: usize = 6;

/// A lane's model, shared with the driver that makes it grow. It only ever grows, so how long it is says
/// whether it has changed.
#[derive(Clone)]
pub struct Recording {
    /// The model.
    pub model: Rc<RefCell<Model>>,
    /// How many events it had when the page was last told, and how far the program's clock had come.
    length: (usize, Instant),
}

impl PartialEq for Recording {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model) && self.length == other.length
    }
}

impl Recording {
    fn empty() -> Recording {
        Recording { model: Rc::default(), length: (0, Instant::ZERO) }
    }

    /// The model has grown.
    fn refresh(&mut self) {
        let model = self.model.borrow();
        self.length = (model.events(), model.end());
    }

    /// The last moment that the page has been told of.
    pub fn end(&self) -> Instant {
        self.length.1
    }
}

/// How far a lane's program has been computed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
    /// The driver is at it.
    Computing,
    /// To its end.
    Over,
    /// The person has stopped it.
    Stopped,
}

/// One lane.
#[derive(Clone, PartialEq)]
pub struct Lane {
    /// The program as the scenario has it.
    pub program: Rc<Program>,
    /// The text that runs.
    pub source: Rc<str>,
    /// The text as it was typed last, whether it has run or not.
    pub typed: Rc<str>,
    /// The text field is open.
    pub editing: bool,
    /// What has been recorded.
    pub recording: Recording,
    /// How far it has been computed.
    pub phase: Phase,
}

impl Lane {
    fn new(program: &Program, typed: Option<String>) -> Lane {
        let source: Rc<str> = typed.as_deref().unwrap_or(&program.source).into();
        Lane {
            program: Rc::new(program.clone()),
            typed: source.clone(),
            source,
            editing: false,
            recording: Recording::empty(),
            phase: Phase::Computing,
        }
    }

    /// True if the text is not the scenario's own.
    pub fn is_edited(&self) -> bool {
        *self.typed != *self.program.source
    }

    fn restart(&mut self) {
        self.recording = Recording::empty();
        self.phase = Phase::Computing;
    }
}

/// The whole page.
#[derive(Clone, PartialEq)]
pub struct Page {
    /// The scenarios to choose from.
    pub gallery: Rc<Vec<Scenario>>,
    /// The chosen one.
    pub chosen: usize,
    /// Its lanes.
    pub lanes: Vec<Lane>,
    /// Counts up when lanes are to be computed: those whose phase says so.
    pub job: u32,
    /// Turns that the driver has given to the browser in this job.
    pub turns: u32,
    /// Where the play head is.
    pub head: Instant,
    /// The play head moves.
    pub playing: bool,
    /// Which of [`SPEEDS`].
    pub speed: usize,
    /// Light or dark, if the person has chosen.
    pub theme: Option<Theme>,
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
    Choose(usize, Vec<Option<String>>),
    /// Play was pressed, or Pause.
    PlayOrPause,
    /// So many seconds of the person's time went by.
    Elapsed(f64),
    /// The play head was put somewhere.
    Seek(Instant),
    /// A speed was chosen.
    Speed(usize),
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
    /// A theme was chosen.
    Theme(Theme),
}

impl Page {
    /// The page with the first scenario of the gallery; `typed` gives what was typed into a program before.
    pub fn open(
        gallery: Rc<Vec<Scenario>>,
        typed: impl Fn(&Scenario) -> Vec<Option<String>>,
        theme: Option<Theme>,
    ) -> Page {
        let lanes = lanes(&gallery[0], typed(&gallery[0]));
        Page {
            gallery,
            chosen: 0,
            lanes,
            job: 0,
            turns: 0,
            head: Instant::ZERO,
            playing: false,
            speed: USUAL_SPEED,
            theme,
        }
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

    /// How far the play head may go: all lanes go in step, so the slowest to be computed decides.
    fn horizon(&self) -> Instant {
        let computing = self.lanes.iter().filter(|lane| lane.phase == Phase::Computing);
        computing.map(|lane| lane.recording.end()).min().unwrap_or(self.end()).min(self.end())
    }

    fn advance(&mut self, seconds: f64) {
        if !self.playing {
            return;
        }
        let step = (seconds * SPEEDS[self.speed] as f64) as u64;
        self.head = Instant::from_nanos(self.head.nanos().saturating_add(step)).min(self.horizon());
        if self.head >= self.end() && !self.is_computing() {
            self.playing = false;
        }
    }

    fn play(&mut self) {
        if self.head >= self.end() && !self.is_computing() {
            self.head = Instant::ZERO;
        }
        self.playing = true;
    }

    /// Runs what was typed into a lane from the beginning, and shows it.
    fn run(&mut self, lane: usize) {
        let lane = &mut self.lanes[lane];
        lane.source = lane.typed.clone();
        lane.editing = false;
        lane.phase = Phase::Computing;
        for lane in self.lanes.iter_mut().filter(|lane| lane.phase == Phase::Computing) {
            lane.restart();
        }
        self.job += 1;
        self.head = Instant::ZERO;
        self.playing = true;
    }

    fn stop(&mut self) {
        for lane in self.lanes.iter_mut().filter(|lane| lane.phase == Phase::Computing) {
            lane.phase = Phase::Stopped;
        }
        // The driver of the old job finds itself out of date.
        self.job += 1;
        self.playing = false;
        self.head = self.head.min(self.end());
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
    }

    fn choose(&mut self, chosen: usize, typed: Vec<Option<String>>) {
        self.chosen = chosen;
        self.lanes = lanes(&self.gallery[chosen], typed);
        self.job += 1;
        self.head = Instant::ZERO;
        self.playing = false;
    }
}

fn lanes(scenario: &Scenario, typed: Vec<Option<String>>) -> Vec<Lane> {
    let typed = typed.into_iter().chain(std::iter::repeat(None));
    scenario.programs.iter().zip(typed).map(|(program, typed)| Lane::new(program, typed)).collect()
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
            Action::Seek(at) => {
                page.playing = false;
                page.head = at.min(page.end());
            }
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
            Action::Progress(..) => return self,
            Action::Theme(theme) => page.theme = Some(theme),
        }
        Rc::new(page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use abi::trace::{Event, Record, RowKind, Text};
    use abi::RowId;

    fn program(file: &str) -> Program {
        Program { name: file.to_owned(), note: String::new(), file: file.to_owned(), source: format!("# {file}\n") }
    }

    fn scenario(id: &str) -> Scenario {
        let programs = vec![program("a.py"), program("b.py")];
        Scenario {
            id: id.to_owned(),
            title: id.to_owned(),
            lesson: String::new(),
            programs,
            settings: Default::default(),
        }
    }

    /// A page whose two lanes are being computed.
    fn page() -> Rc<Page> {
        Rc::new(Page::open(Rc::new(vec![scenario("one"), scenario("two")]), |_| Vec::new(), None))
    }

    fn after(page: &Rc<Page>, actions: impl IntoIterator<Item = Action>) -> Rc<Page> {
        actions.into_iter().fold(page.clone(), |page, action| page.reduce(action))
    }

    fn seconds(s: f64) -> Instant {
        Instant::from_nanos((s * 1e9) as u64)
    }

    /// The driver has come so far in a lane.
    fn reach(page: &Page, lane: usize, s: f64) {
        let mut model = page.lanes[lane].recording.model.borrow_mut();
        if model.events() == 0 {
            let spawn = Event::Spawn {
                row: RowId(1),
                kind: RowKind::Thread,
                carrier: None,
                parent: None,
                name: Text(0),
                pos: None,
            };
            model.append(&[Record { at: Instant::ZERO, event: spawn }], &["main".to_owned()]);
        }
        model.reach(seconds(s));
    }

    fn told(page: &Page, over: [bool; 2]) -> Action {
        let news = over.into_iter().enumerate().map(|(lane, over)| Progress { lane, over }).collect();
        Action::Progress(page.job, 1, news)
    }

    /// A page whose lanes took 9 and 3 seconds.
    fn computed() -> Rc<Page> {
        let page = page();
        reach(&page, 0, 9.0);
        reach(&page, 1, 3.0);
        after(&page, [told(&page, [true, true])])
    }

    #[test]
    fn the_play_head_goes_as_fast_as_the_speed_says_and_stops_at_the_end() {
        let page = after(&computed(), [Action::PlayOrPause, Action::Elapsed(1.5)]);
        assert_eq!((page.head, page.playing), (seconds(1.5), true));
        let faster = after(&page, [Action::Speed(7), Action::Elapsed(1.0)]);
        assert_eq!(faster.head, seconds(3.5));
        let end = after(&faster, [Action::Elapsed(60.0)]);
        assert_eq!((end.head, end.playing), (seconds(9.0), false));
        assert_eq!(after(&end, [Action::PlayOrPause]).head, Instant::ZERO);
    }

    #[test]
    fn the_play_head_waits_for_the_lane_that_is_computed_slowest() {
        let page = page();
        reach(&page, 0, 2.0);
        reach(&page, 1, 5.0);
        let page = after(&page, [told(&page, [false, false]), Action::PlayOrPause, Action::Elapsed(4.0)]);
        assert_eq!((page.head, page.playing), (seconds(2.0), true));
        let page = after(&page, [told(&page, [true, false]), Action::Elapsed(4.0)]);
        assert_eq!((page.head, page.playing), (seconds(5.0), true));
    }

    #[test]
    fn seeking_pauses_and_keeps_to_the_run() {
        let page = after(&computed(), [Action::PlayOrPause, Action::Seek(Instant::FAR)]);
        assert_eq!((page.head, page.playing), (seconds(9.0), false));
        assert_eq!(after(&page, [Action::Seek(seconds(1.0))]).head, seconds(1.0));
        assert_eq!(after(&page, [Action::Elapsed(1.0)]).head, seconds(9.0));
    }

    #[test]
    fn what_was_typed_runs_in_its_lane_alone() {
        let before = computed();
        let typed = after(&before, [Action::Edit(1), Action::Type(1, "pass".to_owned())]);
        assert_eq!((&*typed.lanes[1].source, typed.lanes[1].is_edited()), ("# b.py\n", true));
        let page = after(&typed, [Action::Run(1)]);
        assert_eq!(&*page.lanes[1].source, "pass");
        assert_eq!([page.lanes[0].phase, page.lanes[1].phase], [Phase::Over, Phase::Computing]);
        assert!(page.lanes[0].recording == before.lanes[0].recording);
        assert_eq!(page.lanes[1].recording.end(), Instant::ZERO);
        assert_eq!((page.job, page.playing, page.lanes[1].editing), (before.job + 1, true, false));
        let page = after(&page, [Action::Reset(1)]);
        assert_eq!((&*page.lanes[1].source, page.lanes[1].is_edited()), ("# b.py\n", false));
    }

    #[test]
    fn a_lane_that_is_still_computed_starts_again_with_a_new_job() {
        let page = page();
        reach(&page, 0, 2.0);
        let again = after(&page, [told(&page, [false, true]), Action::Run(1)]);
        assert_eq!(again.lanes[0].phase, Phase::Computing);
        assert_eq!(again.lanes[0].recording.end(), Instant::ZERO);
    }

    #[test]
    fn stop_ends_what_is_computed_and_late_news_of_it_is_nothing() {
        let page = page();
        reach(&page, 0, 2.0);
        let late = told(&page, [true, true]);
        let stopped = after(&page, [told(&page, [false, true]), Action::Stop]);
        assert_eq!([stopped.lanes[0].phase, stopped.lanes[1].phase], [Phase::Stopped, Phase::Over]);
        assert!(!stopped.is_computing());
        assert!(Rc::ptr_eq(&stopped, &stopped.clone().reduce(late)));
    }

    #[test]
    fn another_scenario_starts_from_the_beginning_with_what_was_typed_into_it() {
        let page =
            after(&computed(), [Action::Seek(seconds(2.0)), Action::Choose(1, vec![None, Some("x".to_owned())])]);
        assert_eq!((page.scenario().id.as_str(), page.head, page.is_computing()), ("two", Instant::ZERO, true));
        assert_eq!([page.lanes[0].is_edited(), page.lanes[1].is_edited()], [false, true]);
        assert_eq!(&*page.lanes[1].source, "x");
    }
}
