//! Counters that grow with the trace, so that a summary costs nothing to ask for.

use abi::{Duration, Instant};

use crate::row::RowIx;
use crate::summary::Stall;

/// What a lane has used up so far.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Tally {
    /// Threads that run now.
    running: u32,
    /// The moment of the last change of `running`.
    changed: Instant,
    /// Time in which at least one thread ran.
    busy: Duration,
    /// Time that threads ran, added up.
    cpu: Duration,
    /// Ready time of all rows, added up.
    pub starved: Duration,
    /// The longest step so far.
    pub stall: Option<Stall>,
}

impl Tally {
    /// A thread starts or goes on.
    pub fn thread_on(&mut self, at: Instant) {
        self.advance(at);
        self.running += 1;
    }

    /// A thread stops.
    pub fn thread_off(&mut self, at: Instant) {
        self.advance(at);
        self.running -= 1;
    }

    /// Time in which at least one thread ran, up to `at`.
    pub fn busy_until(&self, at: Instant) -> Duration {
        let open = if self.running > 0 { at.since(self.changed) } else { Duration::ZERO };
        self.busy + open
    }

    /// CPU time of all threads, up to `at`.
    pub fn cpu_until(&self, at: Instant) -> Duration {
        self.cpu + self.open_cpu(at)
    }

    /// A step or a blocking call has ended: keep it if it is the longest.
    pub fn held(&mut self, row: RowIx, start: Instant, end: Instant) {
        let length = end.since(start);
        if length > self.stall.map_or(Duration::ZERO, |stall| stall.length) {
            self.stall = Some(Stall { row, start, length });
        }
    }

    fn advance(&mut self, at: Instant) {
        self.busy = self.busy_until(at);
        self.cpu += self.open_cpu(at);
        self.changed = at;
    }

    fn open_cpu(&self, at: Instant) -> Duration {
        Duration::from_nanos(at.since(self.changed).nanos() * u64::from(self.running))
    }
}
