//! How the play head moves: with time, to a moment, and by steps.

use abi::Instant;
use timeline::steps::{self, Way};
use timeline::{Head, Model};

use super::{Page, SPEEDS};

/// What the play head can be stepped to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// A suspension or the end of a row.
    Switch,
    /// A wake-up of the chosen row.
    Wakeup,
    /// A long hold of a thread.
    Stall,
}

impl Page {
    /// Before everything.
    pub fn start(&self) -> Head {
        Head::of(Instant::ZERO, vec![0; self.lanes.len()])
    }

    /// So many seconds of the person's time went by.
    pub(super) fn advance(&mut self, seconds: f64) {
        if !self.playing {
            return;
        }
        let step = (seconds * SPEEDS[self.speed] as f64) as u64;
        let now = self.head.moment();
        let at = Instant::from_nanos(now.nanos().saturating_add(step)).min(self.horizon());
        // A link's moment may be one that is still to be computed: the head waits there.
        if at >= now {
            self.head = Head::at(at);
        }
        self.playing = self.head.moment() < self.end() || self.is_computing();
    }

    /// Plays on, or once more from the start; programs that a link brought run now.
    pub(super) fn play(&mut self) {
        self.release();
        if self.is_at_end() {
            self.head = self.start();
        }
        self.playing = true;
    }

    /// True if nothing is to come.
    fn is_at_end(&self) -> bool {
        let end = Head::at(self.end());
        !self.is_computing()
            && self.head.moment() >= self.end()
            && self.with_models(|models| self.head.events(models) == end.events(models))
    }

    /// Puts the head after everything of a moment.
    pub(super) fn seek(&mut self, at: Instant) {
        self.playing = false;
        self.head = Head::at(at.min(self.end()));
    }

    /// Where a step leads, within what is known of all lanes.
    fn nearest(&self, step: Step, way: Way) -> Option<Head> {
        self.with_models(|models| match step {
            Step::Switch => steps::switch(models, &self.head, self.scope, way),
            Step::Wakeup => {
                let chosen = self.chosen_row?;
                steps::wakeup(models, &self.head, chosen.lane, chosen.row, way)
            }
            Step::Stall => steps::stall(models, &self.head, self.scope, way),
        })
    }

    /// Time went by for a person who wants less motion: the head goes to the next switch, and on.
    pub(super) fn hop(&mut self) {
        if self.playing {
            self.step(Step::Switch, Way::On);
            self.playing = !self.is_at_end();
        }
    }

    /// Goes to the nearest step one way. With no switch left it goes to the edge of what is known.
    pub(super) fn step(&mut self, step: Step, way: Way) {
        self.playing = false;
        let found = self.nearest(step, way);
        match (found, way) {
            // What lies behind the horizon may have something before it in a lane that is computed slower.
            (Some(head), _) if head.moment() <= self.horizon() => self.head = head,
            (None, Way::Back) if step == Step::Switch => self.head = self.start(),
            (None, Way::On) if step == Step::Switch && !self.is_computing() => self.head = Head::at(self.end()),
            _ => {}
        }
    }

    /// How far the play head may go: all lanes go in step, so the slowest to be computed decides.
    fn horizon(&self) -> Instant {
        let computing = self.lanes.iter().filter(|lane| lane.phase == super::Phase::Computing);
        computing.map(|lane| lane.recording.end()).min().unwrap_or(self.end()).min(self.end())
    }

    /// Looks at the models of all lanes.
    pub fn with_models<T>(&self, look: impl FnOnce(&[&Model]) -> T) -> T {
        let models: Vec<_> = self.lanes.iter().map(|lane| lane.recording.model.borrow()).collect();
        let models: Vec<&Model> = models.iter().map(|model| &**model).collect();
        look(&models)
    }
}
