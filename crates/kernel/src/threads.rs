//! Threads: ready, on a core, or parked.

use crate::timers::{Target, TimerId};
use crate::{Host, Kernel};
use abi::trace::{Cause, Event, Why};
use abi::{Instant, ProcessId, RowId, ThreadId, WaitId, Wakeup};

/// A thread of some process.
#[derive(Clone, Debug)]
pub(crate) struct Thread {
    pub(crate) process: ProcessId,
    pub(crate) row: RowId,
    /// Since when it has been ready, or parked.
    pub(crate) since: Instant,
    /// What it is told when it gets a core next.
    pub(crate) wake: Wakeup,
    /// It lost its core against its will, and the trace says so.
    pub(crate) pushed_out: bool,
    park: Option<Park>,
}

/// How a thread waits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Park {
    /// What it waits for, if not for time alone.
    pub(crate) on: Option<WaitId>,
    timer: Option<TimerId>,
}

impl Thread {
    pub(crate) fn is_parked(&self) -> bool {
        self.park.is_some()
    }

    pub(crate) fn park(&self) -> Option<Park> {
        self.park
    }
}

impl Kernel {
    pub(crate) fn thread(&self, thread: ThreadId) -> &Thread {
        self.threads.get(&thread).expect("a thread that is named lives")
    }

    pub(crate) fn thread_mut(&mut self, thread: ThreadId) -> &mut Thread {
        self.threads.get_mut(&thread).expect("a thread that is named lives")
    }

    /// A new thread at the end of the run queue.
    pub(crate) fn add_thread(&mut self, process: ProcessId, row: RowId, wake: Wakeup) -> ThreadId {
        self.last_thread += 1;
        let id = ThreadId(self.last_thread);
        let since = self.now;
        let thread = Thread { process, row, since, wake, pushed_out: false, park: None };
        self.threads.insert(id, thread);
        self.ready.push_back(id);
        id
    }

    /// Puts a thread that waited, or stopped just now, at the end of the run queue.
    pub(crate) fn make_ready(&mut self, id: ThreadId, wake: Wakeup, cause: Option<Cause>, host: &mut dyn Host) {
        self.unpark(id);
        let now = self.now;
        let thread = self.thread_mut(id);
        (thread.wake, thread.since) = (wake, now);
        let row = thread.row;
        self.ready.push_back(id);
        if let Some(cause) = cause {
            host.emit(now, Event::Wake { row, cause });
        }
    }

    fn unpark(&mut self, id: ThreadId) {
        let thread = self.thread_mut(id);
        let (process, park) = (thread.process, thread.park.take());
        let Some(Park { on, timer }) = park else { return };
        timer.into_iter().for_each(|timer| self.timers.cancel(timer));
        on.into_iter().for_each(|wait| self.process_mut(process).waits.unpark(wait, id));
    }

    /// The core's thread waits, unless what it waits for has come already: a key while nobody
    /// was parked, a signal, or the deadline.
    pub(crate) fn park(&mut self, id: ThreadId, on: Option<WaitId>, until: Option<Instant>, host: &mut dyn Host) {
        self.leave_core(id);
        let process = self.thread(id).process;
        if let Some(key) = on.and_then(|wait| self.process_mut(process).waits.take_missed(wait)) {
            return self.make_ready(id, Wakeup::Ready(key), Some(Cause::Device), host);
        }
        if self.process_mut(process).interrupts(id) {
            return self.make_ready(id, Wakeup::Interrupted, Some(Cause::Signal), host);
        }
        if until.is_some_and(|at| at <= self.now) {
            return self.give_way(id, Some(Cause::Timer), host);
        }
        let timer = until.map(|at| self.timers.set(at, Target::Thread(id)));
        on.into_iter().for_each(|wait| self.process_mut(process).waits.park(wait, id));
        self.thread_mut(id).park = Some(Park { on, timer });
        self.thread_mut(id).since = self.now;
    }

    /// The thread goes behind all others that could run, sleepers that are due included.
    pub(crate) fn give_way(&mut self, id: ThreadId, cause: Option<Cause>, host: &mut dyn Host) {
        self.leave_core(id);
        if self.ready.is_empty() {
            self.fire_due(host);
        }
        self.make_ready(id, Wakeup::TimedOut, cause, host);
    }

    /// Whether another thread could run, now or as soon as somebody looks at the timers.
    pub(crate) fn is_wanted(&self, now: Instant) -> bool {
        !self.ready.is_empty() || self.next_due().is_some_and(|due| due <= now)
    }

    /// The thread loses its core: to one that waits for the GIL, which it then gives up, or to one
    /// that waits for a core.
    pub(crate) fn push_out(&mut self, id: ThreadId, why: Why, host: &mut dyn Host) {
        if why == Why::Gil {
            self.drop_gil(id);
        }
        self.cores.take_off(id);
        let thread = self.thread_mut(id);
        thread.pushed_out = true;
        let row = thread.row;
        host.emit(self.now, Event::Suspend { row, why, pos: None });
        self.make_ready(id, Wakeup::Continue, None, host);
    }

    fn leave_core(&mut self, id: ThreadId) {
        self.cores.take_off(id);
        self.drop_gil(id);
    }

    /// Forgets the thread, whatever it is doing.
    pub(crate) fn remove_thread(&mut self, id: ThreadId) {
        self.unpark(id);
        self.leave_core(id);
        self.ready.retain(|&other| other != id);
        self.threads.remove(&id);
    }
}
