//! How the play head moves: with time, to a moment, and by steps.

use abi::Instant;
use timeline::steps::{self, Way};
use timeline::{Head, Model};

use super::{Page, SPEEDS};

/// What the play head can be stepped to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// The next suspension or end of a row.
    Switch,
    /// The next long hold of a thread.
    Stall,
}

impl Page {
    /// Before everything.
    pub(super) fn start(&self) -> Head {
        Head::of(Instant::ZERO, vec![0; self.lanes.len()])
    }

    /// So many seconds of the person's time went by.
    pub(super) fn advance(&mut self, seconds: f64) {
        if !self.playing {
            return;
        }
        let step = (seconds * SPEEDS[self.speed] as f64) as u64;
        let at = Instant::from_nanos(self.head.moment().nanos().saturating_add(step)).min(self.horizon());
        self.head = Head::at(at);
        if at >= self.end() && !self.is_computing() {
            self.playing = false;
        }
    }

    /// Plays on, or once more from the start.
    pub(super) fn play(&mut self) {
        let end = Head::at(self.end());
        let at_end = self.head.moment() >= self.end()
            && self.with_models(|models| self.head.events(models) == end.events(models));
        if at_end && !self.is_computing() {
            self.head = self.start();
        }
        self.playing = true;
    }

    /// Puts the head after everything of a moment.
    pub(super) fn seek(&mut self, at: Instant) {
        self.playing = false;
        self.head = Head::at(at.min(self.end()));
    }

    /// Goes to the nearest step one way. With none left it goes to the edge of what is known.
    pub(super) fn step(&mut self, step: Step, way: Way) {
        self.playing = false;
        let found = self.with_models(|models| match step {
            Step::Switch => steps::switch(models, &self.head, None, way),
            Step::Stall => steps::stall(models, &self.head, None, way),
        });
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
