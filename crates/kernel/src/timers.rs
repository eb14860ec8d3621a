//! Timers of threads and of devices, in one order: by moment, then by who set theirs first.

use crate::{Host, Kernel};
use abi::trace::Cause;
use abi::{Instant, Key, ProcessId, Signal, ThreadId, Wakeup};
use std::collections::BTreeMap;

/// Whom a timer is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Target {
    /// A parked thread's deadline.
    Thread(ThreadId),
    /// A device becomes ready.
    Device(Key),
    /// Somebody sends a signal.
    Signal(ProcessId, Signal),
}

/// A set timer: its moment and its number.
pub(crate) type TimerId = (Instant, u64);

/// All timers that are set.
#[derive(Clone, Debug, Default)]
pub(crate) struct Timers {
    set: BTreeMap<TimerId, Target>,
    made: u64,
}

impl Timers {
    pub(crate) fn set(&mut self, at: Instant, target: Target) -> TimerId {
        self.made += 1;
        self.set.insert((at, self.made), target);
        (at, self.made)
    }

    pub(crate) fn cancel(&mut self, timer: TimerId) {
        self.set.remove(&timer);
    }

    fn next(&self) -> Option<Instant> {
        self.set.keys().next().map(|&(at, _)| at)
    }

    fn pop_until(&mut self, now: Instant) -> Option<Target> {
        let first = self.set.first_entry().filter(|entry| entry.key().0 <= now)?;
        Some(first.remove())
    }
}

impl Kernel {
    /// When the next timer will be noticed.
    pub(crate) fn next_due(&self) -> Option<Instant> {
        self.timers.next().map(|at| at + self.config.wake_latency)
    }

    /// Lets timers go off for which no core comes first.
    pub(crate) fn wake_expired(&mut self, host: &mut dyn Host) {
        let busy = self.cores.earliest();
        if self.config.runs_to_block() && (busy.is_some() || !self.ready.is_empty()) {
            return;
        }
        let moment = busy.map_or(self.now, |core| self.cores.now(core));
        if let Some(due) = self.next_due().filter(|&due| due <= moment) {
            self.now = self.now.max(due);
            self.fire_due(host);
        }
    }

    /// All timers go off that are due when the first of them is noticed.
    pub(crate) fn fire_due(&mut self, host: &mut dyn Host) {
        if self.next_due().is_none_or(|due| due > self.now) {
            return;
        }
        while let Some(target) = self.timers.pop_until(self.now) {
            match target {
                Target::Thread(thread) => self.make_ready(thread, Wakeup::TimedOut, Some(Cause::Timer), host),
                Target::Device(key) => self.key_ready(key, host),
                Target::Signal(process, signal) => self.deliver(process, signal, host),
            }
        }
    }
}
