//! Going back is running again: a run is a function of its inputs, so that any moment of it is reached from a checkpoint
//! before it.
//!
//! A [`History`] runs a machine and keeps clones of it on the way. [`History::seek`] begins the way to a moment; the
//! [`Seek`] is then run in slices, like a machine, and holds a machine that stands at that moment when it is done.
//!
//! Slices, checkpoints and seeks change no event: the trace of a machine that was sought, run on to the end, is the trace.

mod checkpoints;
mod seek;

pub use checkpoints::Spacing;
pub use seek::Seek;

use crate::{Machine, Status};
use abi::Instant;
use checkpoints::Checkpoints;
use seek::Goal;
use std::ops::Range;

/// Steps between two samples. The search for an event's very step takes place between two of them.
const STRETCH: u64 = 2048;

/// A place in a run: so many events have happened, and so many steps have run since the one that brought the last of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Cut {
    /// How many events have happened.
    pub events: u64,
    /// How many steps (instructions, and steps of natives) have run since the last of them.
    pub steps: u64,
}

/// How far a run had come after so many steps.
#[derive(Clone, Copy, Debug)]
struct Sample {
    steps: u64,
    events: u64,
    clock: Instant,
}

impl Sample {
    fn of(machine: &Machine) -> Sample {
        Sample { steps: machine.steps(), events: machine.trace().events(), clock: machine.clock() }
    }
}

/// A landmark of a run: so many events have happened, and the computation's clock shows this instant or a later one.
#[derive(Clone, Copy, Debug)]
struct Landmark {
    events: u64,
    clock: Instant,
}

impl Landmark {
    fn is_reached(&self, sample: &Sample) -> bool {
        sample.events >= self.events && sample.clock >= self.clock
    }
}

/// A run that remembers how to come back to any of its moments.
pub struct History {
    live: Machine,
    samples: Vec<Sample>,
    checkpoints: Checkpoints,
}

impl History {
    /// A history that begins with this machine, of which nothing has run yet.
    pub fn new(machine: Machine, spacing: Spacing) -> History {
        let checkpoints = Checkpoints::new(machine.checkpoint(), spacing);
        History { samples: vec![Sample::of(&machine)], checkpoints, live: machine }
    }

    /// Runs the machine on for at most so many steps.
    pub fn run(&mut self, fuel: u32) -> Status {
        let mut left = u64::from(fuel);
        loop {
            let piece = left.min(STRETCH - self.live.steps() % STRETCH);
            let status = self.live.run(piece as u32);
            left -= piece;
            if status == Status::Finished || self.live.steps().is_multiple_of(STRETCH) {
                self.samples.push(Sample::of(&self.live));
                self.checkpoints.pass(&self.live);
            }
            if status == Status::Finished || left == 0 {
                return status;
            }
        }
    }

    /// The machine where the run has come to.
    pub fn machine(&self) -> &Machine {
        &self.live
    }

    /// The trace's events since this was last asked.
    pub fn take_records(&mut self) -> Vec<abi::trace::Record> {
        self.live.take_records()
    }

    /// How many checkpoints there are, and how many bytes they hold together.
    pub fn kept(&self) -> (usize, u64) {
        self.checkpoints.kept()
    }

    /// The way to a place. `None` if not so many events have happened yet; a way that leads further than the run has come ends
    /// where the run has come to.
    pub fn seek(&self, cut: Cut) -> Option<Seek> {
        Seek::new(self, cut.events, Goal::Steps(cut.steps))
    }

    /// The way to the first place after so many events at which the computation's clock shows this instant or a later one; it
    /// ends where the run has come to if there is none. `None` if not so many events have happened yet.
    pub fn seek_instant(&self, events: u64, at: Instant) -> Option<Seek> {
        Seek::new(self, events, Goal::Instant(at))
    }

    /// The numbers of steps between which a landmark was reached: at the first it was not yet, unless they are the same.
    fn between(&self, landmark: Landmark) -> Option<Range<u64>> {
        let live = Sample::of(&self.live);
        let first = self.samples.partition_point(|sample| !landmark.is_reached(sample));
        let until = self.samples.get(first).unwrap_or(&live);
        let from = first.checked_sub(1).map_or(0, |before| self.samples[before].steps);
        landmark.is_reached(until).then_some(from..until.steps)
    }
}
