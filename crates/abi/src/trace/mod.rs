//! Trace events: the *why* of every suspension is data, and this is it.
//!
//! The picture is a pure function of a list of [`Record`]s and a table of strings.
//!
//! How to read a trace:
//! - A row is *born* by [`Event::Spawn`]. A thread, task, greenlet or handle is ready from then on;
//!   a row that starts to wait at once is followed by its [`Event::Suspend`].
//! - [`Event::Run`] and [`Event::Suspend`] bracket a row's steps. A task's step happens inside its
//!   carrier's (the thread's): while a task runs, its carrier runs too.
//! - When the *carrier* is suspended with a [`Why`] that [`Why::blocks`], the row that ran on it last
//!   and was not suspended itself is **blocking**, and every ready row of that carrier is starved.
//! - [`Event::Wake`] makes a waiting row ready and says who or what did it.

pub mod codec;

use crate::{CoreId, Instant, RowId};
use serde::{Deserialize, Serialize};

/// A string of the trace's table, by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Text(pub u32);

/// A place in a source: file 0 is the program itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Pos {
    /// Which of the machine's files.
    pub file: u16,
    /// The line, from 1.
    pub line: u32,
}

/// What kind of thing a row shows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum RowKind {
    /// A thread of a process; a process's main thread stands for the process.
    Thread,
    /// A task of an event loop.
    Task,
    /// A callback scheduled on an event loop (a handle or a timer handle).
    Handle,
    /// A greenlet.
    Greenlet,
    /// The outermost generator or coroutine that plain code resumes.
    Generator,
    /// In plain code: the outermost call of the program's own function in which its thread parks.
    Call,
}

/// Why a row stopped running.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Why {
    /// A thread sleeps in a blocking call.
    Sleep {
        /// When it is due.
        until: Instant,
        /// The call, as the program would write it: `time.sleep`.
        call: Text,
    },
    /// A thread stands in another blocking call (a lock, a read, a join).
    Block {
        /// The call.
        call: Text,
        /// Its deadline.
        until: Option<Instant>,
    },
    /// An event loop or hub has nothing to run: its thread waits in select.
    Idle {
        /// The next timer's moment.
        until: Option<Instant>,
    },
    /// A task waits for a timer (`asyncio.sleep`).
    Timer {
        /// When it is due.
        until: Instant,
    },
    /// Waits for another row to end.
    Join {
        /// That row.
        on: RowId,
    },
    /// Waits for something that has a name: a future, an event, a lock, a queue.
    Future {
        /// Its name: `Future`, `Event.wait`.
        what: Text,
    },
    /// Gave way and is ready again at once (`sleep(0)`, a bare `yield`).
    Yield,
    /// The thread may run but does not hold the GIL.
    Gil,
    /// The thread may run but another was given the core.
    Preempted,
    /// Control went to another fiber.
    Switch {
        /// That row.
        to: RowId,
    },
}

impl Why {
    /// True if a thread that stops for this reason stands still in a call of the program, and with
    /// it everything that this thread alone could run.
    pub fn blocks(&self) -> bool {
        matches!(self, Why::Sleep { .. } | Why::Block { .. })
    }
}

/// What made a waiting row ready.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Cause {
    /// Its timer was due.
    Timer,
    /// Another row did: set a result, released a lock, ended.
    Row(RowId),
    /// A row asked for its cancellation.
    Cancel(RowId),
    /// A descriptor or device became ready.
    Device,
    /// A signal arrived.
    Signal,
    /// It was given the GIL or the core again.
    Scheduler,
}

/// How a row ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Outcome {
    /// It returned.
    Done,
    /// An exception left it; the type's name.
    Failed(Text),
    /// It was cancelled.
    Cancelled,
}

/// Where printed text went.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// How a whole run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Verdict {
    /// The process exited with this status.
    Exit(i32),
    /// Everything is blocked for ever.
    Deadlock,
    /// A limit was met; its name.
    Limit(Text),
    /// The program uses something that is not supported; the message.
    Refused(Text),
}

/// One thing that happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Event {
    /// A row is born.
    Spawn {
        /// The row.
        row: RowId,
        /// What it is.
        kind: RowKind,
        /// The thread it lives in; `None` for a thread.
        carrier: Option<RowId>,
        /// The row that made it.
        parent: Option<RowId>,
        /// Its name.
        name: Text,
        /// Where it was made.
        pos: Option<Pos>,
    },
    /// A row begins or goes on.
    Run {
        /// The row.
        row: RowId,
        /// The core, when the row is a thread.
        core: Option<CoreId>,
        /// Where it stands.
        pos: Option<Pos>,
    },
    /// A row stops.
    Suspend {
        /// The row.
        row: RowId,
        /// Why.
        why: Why,
        /// Where it stands.
        pos: Option<Pos>,
    },
    /// A waiting row is ready.
    Wake {
        /// The row.
        row: RowId,
        /// Who or what did it.
        cause: Cause,
    },
    /// A row is over.
    End {
        /// The row.
        row: RowId,
        /// How.
        outcome: Outcome,
    },
    /// A row has a new name.
    Rename {
        /// The row.
        row: RowId,
        /// The name.
        name: Text,
    },
    /// Text was written. Lines are put together by the reader.
    Print {
        /// The innermost running row.
        row: RowId,
        /// Where to.
        stream: Stream,
        /// What.
        text: Text,
    },
    /// An exception left the program.
    Uncaught {
        /// The row it left.
        row: RowId,
        /// Its class: `ValueError`, `asyncio.exceptions.CancelledError`.
        kind: Text,
        /// Its text.
        message: Text,
        /// Where the program raised it.
        pos: Option<Pos>,
    },
    /// The program uses something that is not supported; it stops here.
    Refused {
        /// The row that does.
        row: RowId,
        /// What it uses.
        feature: Text,
        /// What it is, and the nearest supported way.
        message: Text,
        /// The column, from 1; 0 if unknown.
        column: u32,
        /// Where.
        pos: Option<Pos>,
    },
    /// The run is over.
    Halt {
        /// How.
        verdict: Verdict,
    },
}

/// An event and its moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Record {
    /// When.
    pub at: Instant,
    /// What.
    pub event: Event,
}
