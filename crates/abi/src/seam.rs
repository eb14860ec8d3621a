//! What crosses between a guest (a process's interpreter) and the kernel: plain, `Copy`
//! where it can be, and without any Python value.
//!
//! Rules that every guest and every kernel keeps:
//! - [`Wakeup::Ready`] means *try again*, never that you have it.
//! - After a stop that was not the guest's wish ([`Stop::OutOfFuel`], [`Stop::Preempted`],
//!   [`Stop::Horizon`]) the thread resumes with [`Wakeup::Continue`].
//! - Fuel is invisible: how a run is cut into slices changes no event of its trace.
//! - An instruction is charged before its effect; if that passes the horizon the guest stops
//!   before the effect.

use crate::trace::{Event, Text};
use crate::{CoreId, Duration, Errno, Instant, Key, ProcessId, RowId, Scale, ThreadId, WaitId, WorldCall, WorldReply};

/// Why a thread lets go of its core on its own account.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trap {
    /// Nothing but time can end this, or a signal.
    Sleep {
        /// The thread is due at this moment.
        until: Instant,
    },
    /// Wait until something of the interest set is ready, or the deadline has passed.
    Park {
        /// What the thread is parked on. The interest set lives in the kernel.
        on: WaitId,
        /// The deadline, if there is one.
        until: Option<Instant>,
    },
    /// Let another runnable thread go first (`sched_yield`).
    YieldCpu,
}

/// A pack of code that a guest needs before it can go on; numbered by the library's table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Pack(pub u32);

/// How a process ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExitStatus(pub i32);

/// A signal by its Linux number (2 is SIGINT).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Signal(pub u8);

/// Why a guest gave the core back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stop {
    /// The thread waits.
    Trap(Trap),
    /// The host's allowance for this slice is used up.
    OutOfFuel,
    /// The eval breaker was asked to let another thread have the GIL.
    Preempted,
    /// Another core has to run first.
    Horizon,
    /// The guest asked for a copy of its process, between two instructions.
    Fork,
    /// Code has to be fetched first.
    Need(Pack),
    /// The thread is over.
    ExitThread,
    /// The process is over.
    ExitProcess(ExitStatus),
}

/// Which side of a fork a guest finds itself on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ForkSide {
    /// The old process, told the new one's id.
    Parent(ProcessId),
    /// The new process.
    Child,
}

/// Why a guest gets a core.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wakeup {
    /// The thread's first slice.
    Start,
    /// Go on where you were stopped.
    Continue,
    /// Something of the interest set may be ready: try again.
    Ready(Key),
    /// The deadline has passed.
    TimedOut,
    /// A signal cut the wait short.
    Interrupted,
    /// The pack is there.
    Loaded(Pack),
    /// The fork is done.
    Forked(ForkSide),
}

/// What a guest may use up in one slice, and what it has used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Budget {
    /// The core's clock when the slice began.
    pub started: Instant,
    /// Instructions (and native steps) left. The host's count, invisible to the program.
    pub fuel: u32,
    /// CPU time the program has used in this slice: its virtual cost.
    pub cpu: Duration,
    /// From this moment on the eval breaker stops with [`Stop::Preempted`].
    pub preempt_at: Instant,
    /// No effect may happen after this moment: an earlier core goes first.
    pub horizon: Instant,
}

impl Budget {
    /// The moment it is on this core.
    pub fn now(&self) -> Instant {
        self.started + self.cpu
    }
}

/// How many of the threads parked on a [`WaitId`] to wake, first come first served.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WakeCount {
    /// The one that has waited longest.
    One,
    /// All of them.
    All,
}

/// What a call to the world sets off; the machine hands it to the kernel.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Effects {
    /// Keys that became ready.
    pub ready: Vec<Key>,
    /// Device timers to set.
    pub timers: Vec<(Instant, Key)>,
}

/// The system calls: what a guest may ask while it runs.
///
/// The calls that can make another thread runnable or set a timer take the budget: the moment is
/// [`Budget::now`], and they may bring [`Budget::preempt_at`] and [`Budget::horizon`] forward. The
/// guest therefore reads both from the budget after such a call and keeps no copy of them.
pub trait Sys {
    /// The process whose thread runs.
    fn process(&self) -> ProcessId;
    /// The core that runs it.
    fn core(&self) -> CoreId;
    /// The row of the running thread; the new side of a fork learns its own here.
    fn row(&self) -> RowId;
    /// Starts a thread of the same process; it is runnable from now on.
    fn spawn(&mut self, budget: &mut Budget, row: RowId) -> ThreadId;
    /// A new thing to park on.
    fn new_wait(&mut self) -> WaitId;
    /// From now on `key` becoming ready wakes what is parked on `wait`.
    fn watch(&mut self, wait: WaitId, key: Key);
    /// The opposite of [`Sys::watch`].
    fn unwatch(&mut self, wait: WaitId, key: Key);
    /// Wakes threads parked on `wait` with [`Wakeup::Ready`]; says how many. `by` is the row that does it.
    fn wake(&mut self, budget: &mut Budget, wait: WaitId, count: WakeCount, by: RowId) -> usize;
    /// Whether giving way now ([`Trap::YieldCpu`]) would let another thread run.
    fn is_wanted(&self, budget: &Budget) -> bool;
    /// The next pending signal of this process, asked for by the main thread's eval breaker.
    fn take_signal(&mut self) -> Option<Signal>;
    /// A call to the world.
    ///
    /// # Errors
    /// The world's error number.
    fn world(&mut self, budget: &mut Budget, call: WorldCall<'_>) -> Result<WorldReply, Errno>;
    /// A new row of the picture; the guest describes it with [`Event::Spawn`].
    fn new_row(&mut self) -> RowId;
    /// The number of a string in the trace's table.
    fn intern(&mut self, text: &str) -> Text;
    /// Adds an event to the trace. `now` is [`Budget::now`].
    fn emit(&mut self, now: Instant, event: Event);
}

/// A process's interpreter as the kernel sees it.
pub trait Guest {
    /// Runs `thread` until it stops.
    fn resume(&mut self, thread: ThreadId, why: Wakeup, sys: &mut dyn Sys, budget: &mut Budget) -> Stop;
    /// Checks its own invariants; for tests.
    ///
    /// # Errors
    /// What does not hold.
    fn check(&self) -> Result<(), String> {
        Ok(())
    }
    /// A number that two guests in the same state share; for tests.
    fn fingerprint(&self) -> u64 {
        0
    }
    /// A copy for a checkpoint.
    fn snapshot(&self) -> Box<dyn Guest>;
    /// Puts itself on a scale on which its copies lie too.
    fn weigh(&self, scale: &mut Scale);
    /// A copy for a new process: only `survivor` lives on in it, under the name `child`.
    fn fork(&self, survivor: ThreadId, child: ThreadId) -> Box<dyn Guest>;
}

/// Makes a process's first guest from its boot image.
pub trait Boot {
    /// What the image is.
    type Image;
    /// A guest whose main thread is `main`, shown as `row`.
    fn boot(&self, image: &Self::Image, main: ThreadId, row: RowId) -> Box<dyn Guest>;
}
