//! A row of the picture: one thread, task, greenlet, handle or call, and what it did when.

use abi::trace::{Outcome, Pos, RowKind, Why};
use abi::Instant;
use serde::Serialize;

/// A row's place in its model, in order of birth.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub struct RowIx(pub usize);

/// What a living row does. How it ended stands in [`End`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub enum State {
    /// Has the thread and computes.
    Running,
    /// Could run, and nobody runs it.
    Ready,
    /// For a timer, a descriptor, a lock or another row.
    Waiting,
    /// Stands still in a call, and with it all that its thread alone could run.
    Blocking,
    /// Control is in another row that this one carries or has called: not a state of its own.
    Calling,
}

/// From one change of a row to its next: the end is the start of the span after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Span {
    /// When it began.
    pub start: Instant,
    /// The number of the trace event that began it; parts what happens in one instant.
    pub event: usize,
    /// What the row does.
    pub state: State,
    /// Why it does not run; `None` while it runs or is ready after a wake-up.
    pub why: Option<Why>,
    /// Where it stands, as far as the trace has said.
    pub pos: Option<Pos>,
}

/// A span with its end.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Interval {
    /// The span.
    pub span: Span,
    /// When it ended, or the moment up to which the row was asked for.
    pub end: Instant,
}

/// The end of a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct End {
    /// When.
    pub at: Instant,
    /// The number of the trace event.
    pub event: usize,
    /// How.
    pub outcome: Outcome,
}

/// One row: its identity and its spans, without a gap from birth to end.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Row {
    /// Its own name, as the trace gives it; [`crate::Model::labels`] tells equal names apart.
    pub name: String,
    /// What it is.
    pub kind: RowKind,
    /// The thread that it lives in; `None` for a thread.
    pub carrier: Option<RowIx>,
    /// The row that made it.
    pub parent: Option<RowIx>,
    /// Where it was made: for a call, where it was called.
    pub made_at: Option<Pos>,
    /// What it did; never empty.
    pub spans: Vec<Span>,
    /// How and when it ended.
    pub end: Option<End>,
    /// When it was told to stop, if it ended by that or may yet.
    pub cancel_asked: Option<Instant>,
    /// When its current step began: from one hand-over of control to the next.
    #[serde(skip)]
    pub(crate) step: Option<Instant>,
}

impl Row {
    /// The moment of its birth.
    pub fn born(&self) -> Instant {
        self.spans[0].start
    }

    /// The spans with their ends; an unfinished row lasts until `now`.
    pub fn intervals(&self, now: Instant) -> impl Iterator<Item = Interval> + '_ {
        let last = self.end.map_or(now, |end| end.at);
        self.spans.iter().enumerate().map(move |(index, span)| {
            let end = self.spans.get(index + 1).map_or(last, |next| next.start);
            Interval { span: *span, end }
        })
    }

    /// The span in which `self` is after the first `events` events, up to and including `at`.
    pub fn span_at(&self, at: Instant, events: usize) -> Option<&Span> {
        let after = self.spans.partition_point(|span| span.event < events && span.start <= at);
        after.checked_sub(1).map(|index| &self.spans[index])
    }

    /// True for what an event loop or a hub runs: it starves when its thread stands still.
    pub fn is_scheduled(&self) -> bool {
        matches!(self.kind, RowKind::Task | RowKind::Handle | RowKind::Greenlet)
    }

    /// True for a thread.
    pub fn is_thread(&self) -> bool {
        self.kind == RowKind::Thread
    }

    /// True if `span` says what the last one says already.
    pub(crate) fn goes_on(&self, span: &Span) -> bool {
        let last = self.spans[self.spans.len() - 1];
        last.state == span.state && last.why == span.why && last.pos == span.pos
    }

    /// The state now.
    pub(crate) fn state(&self) -> State {
        self.spans[self.spans.len() - 1].state
    }

    /// Where it was last seen.
    pub(crate) fn pos(&self) -> Option<Pos> {
        self.spans[self.spans.len() - 1].pos
    }
}
