//! The way to a moment: from the nearest checkpoint, in slices.

use super::{Cut, History, Landmark, Sample};
use crate::{Machine, Status};
use abi::Instant;
use std::ops::Range;

/// What is looked for behind an event.
#[derive(Clone, Copy, Debug)]
pub(super) enum Goal {
    /// So many steps.
    Steps(u64),
    /// The computation's clock shows this instant or a later one.
    Instant(Instant),
}

/// A machine on its way to a moment.
pub struct Seek {
    machine: Machine,
    events: u64,
    goal: Goal,
    stage: Stage,
    /// Steps that are done, and about as many as the whole way has.
    way: (u64, u64),
}

/// Where the way has come to. A landmark is reached between two numbers of steps: the machine runs to the first.
enum Stage {
    /// To the event.
    Event(Range<u64>),
    /// To so many steps; the event was there after so many.
    Steps { to: u64, event: u64 },
    /// To the instant.
    Instant { between: Range<u64>, event: u64 },
    /// The machine stands there.
    There { event: u64 },
}

impl Seek {
    pub(super) fn new(history: &History, events: u64, goal: Goal) -> Option<Seek> {
        let between = history.between(Landmark { events, clock: Instant::ZERO })?;
        let machine = history.checkpoints.before(between.start).clone();
        let rest = match goal {
            Goal::Steps(steps) => steps,
            Goal::Instant(clock) => {
                let to = history.between(Landmark { events, clock }).map_or(history.live.steps(), |there| there.end);
                to - between.end
            }
        };
        let way = (0, (between.end - machine.steps()).saturating_add(rest));
        Some(Seek { machine, events, goal, stage: Stage::Event(between), way })
    }

    /// Goes on for about so many steps. `Finished`: the machine stands there.
    pub fn run(&mut self, history: &History, fuel: u32) -> Status {
        let mut left = u64::from(fuel);
        loop {
            self.stage = match &self.stage {
                Stage::Event(between) => {
                    let between = between.clone();
                    if !self.advance(between.start, &mut left) {
                        return Status::Paused;
                    }
                    let event = self.land(between.end, Landmark { events: self.events, clock: Instant::ZERO });
                    self.behind(history, event)
                }
                Stage::Steps { to, event } => {
                    let (to, event) = (*to, *event);
                    if !self.advance(to, &mut left) {
                        return Status::Paused;
                    }
                    Stage::There { event }
                }
                Stage::Instant { between, event } => {
                    let (between, event) = (between.clone(), *event);
                    if !self.advance(between.start, &mut left) {
                        return Status::Paused;
                    }
                    let Goal::Instant(clock) = self.goal else { panic!("an instant is looked for") };
                    self.land(between.end, Landmark { events: self.events, clock });
                    Stage::There { event }
                }
                Stage::There { .. } => return Status::Finished,
            }
        }
    }

    /// Runs the machine on to so many steps; false if the fuel does not last.
    fn advance(&mut self, to: u64, left: &mut u64) -> bool {
        let piece = to.saturating_sub(self.machine.steps()).min(*left);
        self.step(piece as u32);
        *left -= piece;
        self.way.0 += piece;
        self.machine.steps() >= to
    }

    fn step(&mut self, steps: u32) {
        if steps == 0 {
            // Even without fuel a run hands out cores, which the trace says.
            return;
        }
        self.machine.run(steps);
        // Nobody looks at the events again, and they would be copied with every clone.
        self.machine.take_records();
    }

    /// Runs the machine on to the very step that reaches the landmark, by halves: after `until` steps, a stretch away at most,
    /// it is reached. Gives back after how many.
    fn land(&mut self, mut until: u64, landmark: Landmark) -> u64 {
        let is_reached = |machine: &Machine| landmark.is_reached(&Sample::of(machine));
        while until > self.machine.steps() + 1 {
            let before = self.machine.clone();
            self.step(((until - self.machine.steps()) / 2) as u32);
            if is_reached(&self.machine) {
                until = self.machine.steps();
                self.machine = before;
            }
        }
        if !is_reached(&self.machine) {
            self.step(1);
        }
        self.machine.steps()
    }

    /// The event was there after so many steps: what comes next, from a later checkpoint if there is one.
    fn behind(&mut self, history: &History, event: u64) -> Stage {
        let end = history.live.steps();
        let (stage, start) = match self.goal {
            Goal::Steps(steps) => {
                let to = event.saturating_add(steps).min(end);
                (Stage::Steps { to, event }, to)
            }
            Goal::Instant(clock) => match history.between(Landmark { events: self.events, clock }) {
                Some(between) if between.end <= self.machine.steps() => (Stage::There { event }, 0),
                Some(between) => {
                    let start = between.start.max(self.machine.steps());
                    (Stage::Instant { between: start..between.end, event }, start)
                }
                None => (Stage::Steps { to: end, event }, end),
            },
        };
        let nearer = history.checkpoints.before(start);
        if nearer.steps() > self.machine.steps() {
            self.way.0 += nearer.steps() - self.machine.steps();
            self.machine = nearer.clone();
        }
        stage
    }

    /// How much of the way is done, from 0 to 1.
    pub fn progress(&self) -> f64 {
        match self.stage {
            Stage::There { .. } => 1.0,
            _ => (self.way.0 as f64 / self.way.1.max(1) as f64).min(1.0),
        }
    }

    /// The place, counted from the event that was looked for; `None` on the way.
    pub fn cut(&self) -> Option<Cut> {
        match self.stage {
            Stage::There { event } => Some(Cut { events: self.events, steps: self.machine.steps() - event }),
            _ => None,
        }
    }

    /// The machine: at the place once [`Seek::run`] has said `Finished`.
    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// The same, to be run on.
    pub fn into_machine(self) -> Machine {
        self.machine
    }
}
