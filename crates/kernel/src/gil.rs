//! The global interpreter lock, one a process, and when a thread is asked to give way.
//!
//! As in CPython 3.11 (`Python/ceval_gil.h`): a thread that waits for the lock longer than the
//! switch interval, counted anew when the lock changes hands, asks for it; the holder lets go the
//! next time its eval breaker looks, and takes its place behind those who wait.

use crate::{Kernel, ThreadId};
use abi::trace::Why;
use abi::{CoreId, Instant};

/// A process's lock.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gil {
    holder: Option<ThreadId>,
    /// Since when it is held.
    taken: Instant,
}

impl Kernel {
    fn gil_of(&self, thread: ThreadId) -> &Gil {
        &self.process(self.thread(thread).process).gil
    }

    /// All that the thread still lacks is a core.
    pub(crate) fn may_run(&self, thread: ThreadId) -> bool {
        !self.config.gil || self.gil_of(thread).holder.is_none_or(|holder| holder == thread)
    }

    pub(crate) fn take_gil(&mut self, thread: ThreadId) {
        if self.config.gil {
            let (now, process) = (self.now, self.thread(thread).process);
            let gil = &mut self.process_mut(process).gil;
            if gil.holder != Some(thread) {
                *gil = Gil { holder: Some(thread), taken: now };
            }
        }
    }

    /// Lets go of the lock if the thread holds it.
    pub(crate) fn drop_gil(&mut self, thread: ThreadId) {
        let process = self.thread(thread).process;
        let gil = &mut self.process_mut(process).gil;
        gil.holder = gil.holder.filter(|&holder| holder != thread);
    }

    /// From when on the core's thread is asked to give way, and how.
    pub(crate) fn next_preemption(&self, core: CoreId) -> Option<(Instant, Why)> {
        let thread = self.cores.thread(core)?;
        let gil = self.gil_request(thread).map(|at| (at, Why::Gil));
        let slice = self.slice_request(core).map(|at| (at, Why::Preempted));
        gil.into_iter().chain(slice).min_by_key(|&(at, _)| at)
    }

    /// When the longest waiting thread of the same process asks for the lock.
    fn gil_request(&self, holder: ThreadId) -> Option<Instant> {
        let process = self.thread(holder).process;
        let mut waiters = self.ready.iter().filter(|&&thread| self.thread(thread).process == process);
        let waiter = waiters.next().filter(|_| self.config.gil)?;
        Some(self.thread(*waiter).since.max(self.gil_of(holder).taken) + self.config.switch_interval)
    }

    /// When the longest waiting thread that lacks only a core has a claim to this one.
    fn slice_request(&self, core: CoreId) -> Option<Instant> {
        let slice = self.config.time_slice?;
        let waiter = self.ready.iter().find(|&&thread| self.may_run(thread))?;
        Some(self.thread(*waiter).since.max(self.cores.given(core)) + slice)
    }
}
