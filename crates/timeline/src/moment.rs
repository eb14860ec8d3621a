//! How a lane stood at one instant: what the code view, the queues and the console show.

use abi::trace::{Outcome, Pos, Verdict, Why};
use abi::Instant;
use serde::Serialize;

use crate::model::Model;
use crate::row::{RowIx, State};

/// A place in a run: after everything up to and including `at`, but at most the first `events` events.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Point {
    /// The moment on the virtual clock.
    pub at: Instant,
    /// The most events that may have happened; parts what happens in one instant.
    pub events: usize,
}

impl Point {
    /// After all that happens at `at`.
    pub fn at(at: Instant) -> Point {
        Point { at, events: usize::MAX }
    }
}

/// A living row and what it does.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Standing {
    /// The row.
    pub row: RowIx,
    /// What it does.
    pub state: State,
    /// Since when.
    pub since: Instant,
    /// The event that brought it there; parts what happened in one instant.
    pub event: usize,
    /// Why it does not run.
    pub why: Option<Why>,
    /// Where it stands.
    pub pos: Option<Pos>,
}

impl Standing {
    /// When it is due, if it waits for a moment.
    pub fn until(&self) -> Option<Instant> {
        match self.why? {
            Why::Sleep { until, .. } | Why::Timer { until } => Some(until),
            Why::Block { until, .. } | Why::Idle { until } => until,
            _ => None,
        }
    }
}

/// What a whole lane does.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub enum Now {
    /// Its first event is still to come.
    Before,
    /// A row computes.
    Running(RowIx),
    /// A row stands still and holds what its thread alone could run.
    Blocking(RowIx),
    /// Rows are ready and none of them has the thread: it is between two steps.
    Ready,
    /// A loop or a hub has nothing to run until this moment.
    Asleep(Option<Instant>),
    /// All rows wait.
    Waiting,
    /// The run is over.
    Over(Verdict),
}

/// A lane at one instant.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Moment {
    /// The instant.
    pub point: Point,
    /// What the lane does.
    pub now: Now,
    /// All living rows, in order of birth.
    pub living: Vec<Standing>,
    /// The rows that are over, in order of birth.
    pub ended: Vec<(RowIx, Outcome)>,
}

impl Moment {
    /// How `model` stood at `point`.
    pub fn of(model: &Model, point: Point) -> Moment {
        let mut living = Vec::new();
        let mut ended = Vec::new();
        for (place, row) in model.rows().iter().enumerate() {
            let place = RowIx(place);
            let Some(span) = row.span_at(point.at, point.events) else { continue };
            match row.end.filter(|end| end.at <= point.at && end.event < point.events) {
                Some(end) => ended.push((place, end.outcome)),
                None => living.push(Standing {
                    row: place,
                    state: span.state,
                    since: span.start,
                    event: span.event,
                    why: span.why,
                    pos: span.pos,
                }),
            }
        }
        let now = now_of(model, point, &living);
        Moment { point, now, living, ended }
    }

    /// The living rows in `state`, in the order in which they came to it.
    pub fn in_state(&self, state: State) -> Vec<Standing> {
        let mut found: Vec<Standing> = self.living.iter().filter(|standing| standing.state == state).copied().collect();
        found.sort_by_key(|standing| (standing.since, standing.event));
        found
    }
}

fn now_of(model: &Model, point: Point, living: &[Standing]) -> Now {
    if point.events == 0 || point.at < model.start() || model.events() == 0 {
        return Now::Before;
    }
    if let Some((event, verdict)) = model.verdict() {
        if event < point.events && model.end() <= point.at {
            return Now::Over(verdict);
        }
    }
    let first = |state| living.iter().find(|standing| standing.state == state);
    if let Some(running) = first(State::Running) {
        return Now::Running(running.row);
    }
    if let Some(blocking) = first(State::Blocking) {
        return Now::Blocking(blocking.row);
    }
    // A loop that sleeps with ready rows is one whose wake-up is being dealt with.
    if let Some(idle) = living.iter().find(|standing| matches!(standing.why, Some(Why::Idle { .. }))) {
        return Now::Asleep(idle.until());
    }
    if first(State::Ready).is_some() {
        return Now::Ready;
    }
    Now::Waiting
}
