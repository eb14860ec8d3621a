//! When each event of a lane happened, and which of them were switches.

use abi::Instant;

/// The moments of a lane's events: one entry an instant, not an event.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Log {
    /// Each instant at which something happened, with the number of its first event.
    instants: Vec<(Instant, usize)>,
    /// The number of events.
    events: usize,
    /// The events after which a row no longer had control, and the last one of the run.
    switches: Vec<usize>,
}

impl Log {
    /// The next event happens at `at`; returns its number.
    pub fn next(&mut self, at: Instant) -> usize {
        let event = self.events;
        self.events += 1;
        if self.instants.last().is_none_or(|last| last.0 < at) {
            self.instants.push((at, event));
        }
        event
    }

    /// The event gave control away.
    pub fn switch(&mut self, event: usize) {
        self.switches.push(event);
    }

    /// The event is the run's last. With the end of the last row it is one switch.
    pub fn halt(&mut self, event: usize) {
        if self.switches.last().is_some_and(|last| last + 1 == event) {
            self.switches.pop();
        }
        self.switches.push(event);
    }

    /// The number of events.
    pub fn events(&self) -> usize {
        self.events
    }

    /// The events after which control was elsewhere, in order.
    pub fn switches(&self) -> &[usize] {
        &self.switches
    }

    /// How many events had happened before `at`.
    pub fn before(&self, at: Instant) -> usize {
        self.first_of(self.instants.partition_point(|instant| instant.0 < at))
    }

    /// How many events had happened when all of `at` had.
    pub fn up_to(&self, at: Instant) -> usize {
        self.first_of(self.instants.partition_point(|instant| instant.0 <= at))
    }

    /// When an event happened; `None` if it has not yet.
    pub fn at(&self, event: usize) -> Option<Instant> {
        let after = self.instants.partition_point(|instant| instant.1 <= event);
        (event < self.events).then(|| self.instants[after - 1].0)
    }

    fn first_of(&self, instant: usize) -> usize {
        self.instants.get(instant).map_or(self.events, |instant| instant.1)
    }
}
