//! From a row's spans to what is drawn: bars, ticks and strips.
//!
//! A span narrower than a *cell* (the least width that can be seen) can't be drawn as it is. One alone
//! becomes a tick, if it is an instant of running or blocking; many in a row become strips that show
//! each state's share, so that a row costs what can be seen of it, never what happened.

use abi::trace::{Pos, Why};
use abi::Instant;
use serde::Serialize;

use crate::axis::Axis;
use crate::row::{Interval, State};

/// How many cells a strip is long, at most: shares that change with time are seen to change.
const STRIP_CELLS: u64 = 8;

/// A span that is wide enough, or an instant that is drawn with the least width.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Bar {
    /// What the row did.
    pub state: State,
    /// When it began.
    pub from: Instant,
    /// When it ended.
    pub to: Instant,
    /// Where it begins, in per cent of the axis.
    pub x: f64,
    /// How wide it is, in per cent; zero for an instant.
    pub width: f64,
    /// Why the row did not run.
    pub why: Option<Why>,
    /// Where it stood.
    pub pos: Option<Pos>,
    /// True if the row had been told to stop by then, and ended so.
    pub cancelled: bool,
}

/// Many spans, each narrower than a cell.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Strip {
    /// When the first began.
    pub from: Instant,
    /// When the last ended.
    pub to: Instant,
    /// Where the strip begins, in per cent of the axis.
    pub x: f64,
    /// How wide it is, in per cent.
    pub width: f64,
    /// The share of its time in which the row was running, from 0 to 1.
    pub running: f64,
    /// The share of ready time.
    pub ready: f64,
    /// The share of blocking time.
    pub blocking: f64,
}

/// Something to draw in a row.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub enum Mark {
    /// A span.
    Bar(Bar),
    /// An instant: a bar of the least width.
    Tick(Bar),
    /// Many spans.
    Strip(Strip),
}

/// The marks of one row. `cell` is the least width in nanoseconds.
pub(crate) fn marks(
    intervals: impl Iterator<Item = Interval>,
    axis: &Axis,
    cell: u64,
    cancel: Option<Instant>,
) -> Vec<Mark> {
    let mut drawing = Drawing { axis, cell, cancel, small: Vec::new(), marks: Vec::new() };
    for interval in intervals {
        drawing.take(interval);
    }
    drawing.flush();
    drawing.marks
}

struct Drawing<'a> {
    axis: &'a Axis,
    cell: u64,
    cancel: Option<Instant>,
    /// Spans narrower than a cell that follow one another.
    small: Vec<Interval>,
    marks: Vec<Mark>,
}

impl Drawing<'_> {
    fn take(&mut self, interval: Interval) {
        let length = interval.end.since(interval.span.start).nanos();
        if length >= self.cell {
            self.flush();
            // Control in another row is drawn as dots, not as a bar.
            if interval.span.state != State::Calling {
                let bar = self.bar(&interval);
                self.marks.push(Mark::Bar(bar));
            }
            return;
        }
        self.small.push(interval);
        if self.small_length() >= self.cell * STRIP_CELLS {
            self.flush();
        }
    }

    fn small_length(&self) -> u64 {
        match (self.small.first(), self.small.last()) {
            (Some(first), Some(last)) => last.end.since(first.span.start).nanos(),
            _ => 0,
        }
    }

    fn flush(&mut self) {
        if self.small_length() > self.cell {
            let strip = self.strip();
            self.marks.push(Mark::Strip(strip));
        } else {
            let seen = |state| matches!(state, State::Running | State::Blocking);
            let tick =
                self.small.iter().filter(|interval| seen(interval.span.state)).max_by_key(|interval| weight(interval));
            if let Some(tick) = tick {
                let tick = self.bar(tick);
                self.marks.push(Mark::Tick(tick));
            }
        }
        self.small.clear();
    }

    fn bar(&self, interval: &Interval) -> Bar {
        let (from, to) = (interval.span.start, interval.end);
        Bar {
            state: interval.span.state,
            from,
            to,
            x: self.axis.x(from),
            width: self.axis.width(from, to),
            why: interval.span.why,
            pos: interval.span.pos,
            cancelled: self.cancel.is_some_and(|asked| asked <= from),
        }
    }

    fn strip(&self) -> Strip {
        let (from, to) = (self.small[0].span.start, self.small[self.small.len() - 1].end);
        let share = |state| {
            let spans = self.small.iter().filter(|interval| interval.span.state == state);
            let nanos: u64 = spans.map(|interval| interval.end.since(interval.span.start).nanos()).sum();
            nanos as f64 / to.since(from).nanos() as f64
        };
        Strip {
            from,
            to,
            x: self.axis.x(from),
            width: self.axis.width(from, to),
            running: share(State::Running),
            ready: share(State::Ready),
            blocking: share(State::Blocking),
        }
    }
}

/// Which of several instants is drawn: the longest, blocking before running, the first of equals.
fn weight(interval: &Interval) -> (u64, bool, std::cmp::Reverse<usize>) {
    let length = interval.end.since(interval.span.start).nanos();
    (length, interval.span.state == State::Blocking, std::cmp::Reverse(interval.span.event))
}
