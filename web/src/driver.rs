//! The one future that runs programs: a slice for each lane in turn, then the browser's turn.
//!
//! The page is itself a cooperative program on one thread and keeps the rule that it teaches: no step
//! of it holds the thread for more than a few milliseconds.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use scenario::{Program, Settings};
use timeline::Model;
use yew::UseReducerDispatcher;

use crate::engine::{self, Engine};
use crate::state::{Action, Compiler, Page, Progress};
use crate::{clock, compiler};

/// How long all lanes together may run before the browser has its turn, in milliseconds.
const TURN: f64 = 8.0;
/// How often the page is told at most, in milliseconds: the picture is laid out anew each time.
const TELL: f64 = 100.0;
/// The fuel of the first slice, in instructions; later ones follow what a slice has taken.
const FIRST_FUEL: u32 = 10_000;
/// The least fuel of a slice.
const LEAST_FUEL: u32 = 100;
/// The most fuel of a slice.
const MOST_FUEL: u32 = 50_000_000;

/// A lane that is being computed.
pub struct Job {
    /// Its place among the lanes.
    pub lane: usize,
    /// The text that is to run.
    pub source: Rc<str>,
    /// The program whose text it is.
    pub program: Rc<Program>,
    /// How it is run.
    pub settings: Settings,
    /// What grows.
    pub model: Rc<RefCell<Model>>,
}

/// A lane with what the driver remembers of it.
struct Runner {
    job: Job,
    engine: Engine,
    fuel: u32,
    over: bool,
    told_over: bool,
}

impl Runner {
    /// Runs a slice of about `share` milliseconds.
    fn slice(&mut self, share: f64) {
        let before = clock::milliseconds();
        self.over = self.engine.run_slice(self.fuel) == machine::Status::Finished;
        let engine = &self.engine;
        let mut model = self.job.model.borrow_mut();
        let known = model.events();
        model.append(&engine.records()[known..], engine.strings());
        model.reach(engine.now());
        self.fuel = next_fuel(self.fuel, clock::milliseconds() - before, share);
    }

    fn news(&mut self) -> Progress {
        self.told_over = self.over;
        Progress { lane: self.job.lane, over: self.over }
    }
}

/// Runs jobs to their ends; `cancelled` ends it between two slices.
pub async fn drive(number: u32, jobs: Vec<Job>, cancelled: Rc<Cell<bool>>, page: UseReducerDispatcher<Page>) {
    let mut runners = Vec::new();
    for job in jobs {
        runners.extend(prepare(number, job, &page).await);
    }
    let mut turns = 0;
    let mut told = clock::milliseconds();
    while !cancelled.get() && runners.iter().any(|runner| !runner.told_over) {
        turn(&mut runners);
        turns += 1;
        let now = clock::milliseconds();
        let all_over = runners.iter().all(|runner| runner.over);
        if all_over || now - told >= TELL {
            told = now;
            let news = runners.iter_mut().filter(|runner| !runner.told_over).map(Runner::news).collect();
            page.dispatch(Action::Progress(number, turns, news));
        }
        TimeoutFuture::new(0).await;
    }
}

/// Compiles a lane's text, or says why that can't be done.
async fn prepare(number: u32, job: Job, page: &UseReducerDispatcher<Page>) -> Option<Runner> {
    let tell = |news| page.dispatch(Action::Compiler(number, job.lane, news));
    let python = job.program.python;
    let fetching = compiler::must_be_fetched(&job.program.file, &job.source, python);
    if fetching {
        tell(Compiler::Fetching);
    }
    match compiler::compile(&job.program.file, &job.source, python).await {
        Ok(outcome) => {
            if fetching {
                tell(Compiler::Ready);
            }
            let engine = engine::start(&job.source, &outcome, &job.program, job.settings);
            Some(Runner { job, engine, fuel: FIRST_FUEL, over: false, told_over: false })
        }
        Err(reason) => {
            tell(Compiler::Missing(reason.into()));
            None
        }
    }
}

/// One slice for each lane that is not over, again while there is time.
fn turn(runners: &mut [Runner]) {
    let start = clock::milliseconds();
    loop {
        let left = runners.iter().filter(|runner| !runner.over).count();
        if left == 0 {
            return;
        }
        let share = TURN / left as f64;
        runners.iter_mut().filter(|runner| !runner.over).for_each(|runner| runner.slice(share));
        if clock::milliseconds() - start >= TURN / 2.0 {
            return;
        }
    }
}

/// The fuel for a slice of `share` milliseconds, when `fuel` has taken `took`.
fn next_fuel(fuel: u32, took: f64, share: f64) -> u32 {
    // A browser's clock may be as coarse as a millisecond, so that a short slice shows as nothing.
    let factor = (share / took.max(0.1)).clamp(0.25, 2.0);
    ((f64::from(fuel) * factor) as u32).clamp(LEAST_FUEL, MOST_FUEL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fuel_settles_where_a_slice_takes_its_share() {
        // An engine that runs 20,000 instructions a millisecond.
        let mut fuel = FIRST_FUEL;
        for _ in 0..10 {
            fuel = next_fuel(fuel, f64::from(fuel) / 20_000.0, 2.0);
        }
        assert!((35_000..=45_000).contains(&fuel), "{fuel}");
    }

    #[test]
    fn a_slice_that_took_far_too_long_is_followed_by_short_ones() {
        assert_eq!(next_fuel(1_000_000, 500.0, 2.0), 250_000);
        assert_eq!(next_fuel(LEAST_FUEL, 500.0, 2.0), LEAST_FUEL);
    }

    #[test]
    fn a_clock_that_stands_still_does_not_run_away() {
        let mut fuel = FIRST_FUEL;
        for _ in 0..100 {
            fuel = next_fuel(fuel, 0.0, 2.0);
        }
        assert_eq!(fuel, MOST_FUEL);
    }
}
