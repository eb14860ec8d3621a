//! The operating system of the simulated machine: processes, threads, cores, the GIL, the clock and
//! parked waits. It never sees a Python value; a process is a [`abi::Guest`] that it resumes.
//!
//! # What holds
//! - **Effects have one order**, by (instant, core). The core with the earliest clock runs, up to a
//!   horizon: the moment at which another core or a timer comes first. [`Kernel::now`] is the moment
//!   of the last effect and never goes back.
//! - **Fuel is invisible.** A slice that runs out of fuel (or waits for a pack) stays *open*: the next
//!   run goes on with the same budget, before anything else is decided.
//! - **Only the running thread's stops and calls, and timers, change anything.** There is no other input.
//! - A thread that gave way on its own account ([`abi::Trap::YieldCpu`]) or whose deadline has passed
//!   already resumes with [`abi::Wakeup::TimedOut`].
//! - The kernel records a thread's `Run`, `Wake` and involuntary `Suspend`; why a thread stopped by
//!   itself and how it ended only the guest knows, and records before it stops.

mod config;
mod cores;
mod gil;
mod host;
mod policy;
mod processes;
mod slice;
mod sys;
mod threads;
mod timers;
mod verdict;
mod waits;

pub use config::{Config, HandOver};
pub use host::{Guests, Host};
pub use policy::Policy;
pub use verdict::{Ending, Stuck};

use abi::{Budget, Duration, ExitStatus, Instant, Pack, ProcessId, ThreadId};
use cores::Cores;
use processes::Process;
use std::collections::{BTreeMap, VecDeque};
use threads::Thread;
use timers::Timers;

/// Why [`Kernel::run`] came back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Status {
    /// The fuel is used up; run again to go on.
    Paused,
    /// There is nothing left to do, or nothing that could ever be done.
    Finished(Ending),
    /// The host has to fetch this pack; run again when it is there.
    Need(Pack),
    /// The next thing would happen after [`Config::limit`].
    TimeLimit,
}

/// The whole state of the simulated machine but for its guests and its world.
#[derive(Clone, Debug)]
pub struct Kernel {
    config: Config,
    now: Instant,
    cores: Cores,
    processes: BTreeMap<ProcessId, Process>,
    threads: BTreeMap<ThreadId, Thread>,
    /// The run queue: threads that could run, the one that has waited longest first.
    ready: VecDeque<ThreadId>,
    timers: Timers,
    /// A slice that the host interrupted; for the program it goes on without a break.
    open: Option<Budget>,
    hand_overs: u32,
    cpu: Duration,
    last_process: u32,
    last_thread: u32,
    first_exit: ExitStatus,
}

impl Kernel {
    /// A machine that is switched on and has no process yet.
    pub fn new(config: Config) -> Self {
        Kernel {
            cores: Cores::new(config.cores),
            config,
            now: Instant::ZERO,
            processes: BTreeMap::new(),
            threads: BTreeMap::new(),
            ready: VecDeque::new(),
            timers: Timers::default(),
            open: None,
            hand_overs: 0,
            cpu: Duration::ZERO,
            last_process: 0,
            last_thread: 0,
            first_exit: ExitStatus(0),
        }
    }

    /// Runs until the fuel is used up, everything is over, or the host is needed; what is left of the fuel stays in it.
    /// Each process that was started must have its guest in `guests`.
    pub fn run(&mut self, guests: &mut Guests, host: &mut dyn Host, fuel: &mut u32) -> Status {
        loop {
            if self.open.is_none() {
                self.wake_expired(host);
                self.dispatch(host);
            }
            let Some(core) = self.cores.earliest() else {
                match self.next_due() {
                    Some(due) if due > self.config.limit => return Status::TimeLimit,
                    Some(due) => self.jump_to(due),
                    None => return Status::Finished(self.ending()),
                }
                continue;
            };
            if self.cores.now(core) > self.config.limit {
                return Status::TimeLimit;
            }
            if *fuel == 0 {
                return Status::Paused;
            }
            if let Some(status) = self.run_slice(core, guests, host, fuel) {
                return status;
            }
        }
    }

    /// The moment of the last effect or event.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// The moment that the computation has come to: later than [`Kernel::now`] while a slice that the host interrupted has
    /// had no effect yet.
    pub fn clock(&self) -> Instant {
        self.open.map_or(self.now, |budget| self.now.max(budget.now()))
    }

    /// The CPU time that all processes together have used up to their last stops.
    pub fn cpu_time(&self) -> Duration {
        self.cpu
    }

    /// Nothing is to run: time jumps to the next timer.
    fn jump_to(&mut self, due: Instant) {
        self.now = self.now.max(due);
        self.hand_overs = 0;
    }
}
