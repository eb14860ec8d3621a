//! A lane in five figures.

use abi::{Duration, Instant};
use serde::Serialize;

use crate::model::Model;
use crate::row::{RowIx, State};

/// The longest time between two returns to the loop (in plain code: to the program's own code)
/// because one step held the thread, blocking or computing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Stall {
    /// The row whose step it was.
    pub row: RowIx,
    /// When the step began.
    pub start: Instant,
    /// How long it was.
    pub length: Duration,
}

/// What a lane's run came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Summary {
    /// End minus start.
    pub took: Duration,
    /// The time that its threads ran, added up.
    pub cpu: Duration,
    /// The time in which nothing ran although something was under way.
    pub waited: Duration,
    /// The time that rows were ready, added up over the rows.
    pub starved: Duration,
    /// The longest step; `None` if no step took any time.
    pub stall: Option<Stall>,
}

impl Summary {
    /// The figures of a lane up to the end of what it has recorded.
    pub fn of(model: &Model) -> Summary {
        let end = model.end();
        let took = end.since(model.start());
        let tally = model.tally();
        Summary {
            took,
            cpu: tally.cpu_until(end),
            waited: took - tally.busy_until(end),
            starved: tally.starved + open_starvation(model, end),
            stall: tally.stall,
        }
    }
}

/// Ready time of rows that are ready still.
fn open_starvation(model: &Model, end: Instant) -> Duration {
    let mut sum = Duration::ZERO;
    for row in model.rows().iter().filter(|row| row.end.is_none() && row.state() == State::Ready) {
        sum += end.since(row.spans[row.spans.len() - 1].start);
    }
    sum
}
