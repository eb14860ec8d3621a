//! The system calls of a running thread.

use crate::{Host, Kernel};
use abi::trace::{Event, Text};
use abi::{Budget, CoreId, Errno, Instant, Key, ProcessId, RowId, Signal, Sys, ThreadId, WaitId};
use abi::{WakeCount, Wakeup, WorldCall, WorldReply};

/// The kernel and the host as the thread on a core sees them.
pub(crate) struct Call<'a> {
    pub(crate) kernel: &'a mut Kernel,
    pub(crate) host: &'a mut dyn Host,
    pub(crate) core: CoreId,
    pub(crate) process: ProcessId,
    pub(crate) thread: ThreadId,
    pub(crate) row: RowId,
}

impl Call<'_> {
    /// An effect that others may notice: afterwards the budget is what it would be had the slice
    /// begun now.
    fn effect<T>(&mut self, budget: &mut Budget, act: impl FnOnce(&mut Kernel, &mut dyn Host) -> T) -> T {
        self.kernel.settle(budget.now());
        let answer = act(self.kernel, self.host);
        self.kernel.tighten(self.core, budget);
        answer
    }
}

impl Sys for Call<'_> {
    fn process(&self) -> ProcessId {
        self.process
    }

    fn core(&self) -> CoreId {
        self.core
    }

    fn row(&self) -> RowId {
        self.row
    }

    fn spawn(&mut self, budget: &mut Budget, row: RowId) -> ThreadId {
        let process = self.process;
        self.effect(budget, |kernel, _| kernel.add_thread(process, row, Wakeup::Start))
    }

    fn new_wait(&mut self) -> WaitId {
        self.kernel.process_mut(self.process).waits.create()
    }

    fn watch(&mut self, wait: WaitId, key: Key) {
        self.kernel.process_mut(self.process).waits.watch(wait, key);
    }

    fn unwatch(&mut self, wait: WaitId, key: Key) {
        self.kernel.process_mut(self.process).waits.unwatch(wait, key);
    }

    fn wake(&mut self, budget: &mut Budget, wait: WaitId, count: WakeCount, by: RowId) -> usize {
        let process = self.process;
        self.effect(budget, |kernel, host| kernel.wake(process, (wait, count), by, host))
    }

    fn is_wanted(&self, budget: &Budget) -> bool {
        self.kernel.is_wanted(budget.now())
    }

    fn take_signal(&mut self) -> Option<Signal> {
        self.kernel.process_mut(self.process).take_signal(self.thread)
    }

    fn world(&mut self, budget: &mut Budget, call: WorldCall<'_>) -> Result<WorldReply, Errno> {
        let (process, now) = (self.process, budget.now());
        self.effect(budget, |kernel, host| {
            let (reply, effects) = host.world(process, now, call);
            kernel.apply(effects, host);
            reply
        })
    }

    fn new_row(&mut self) -> RowId {
        self.host.new_row()
    }

    fn intern(&mut self, text: &str) -> Text {
        self.host.intern(text)
    }

    fn emit(&mut self, now: Instant, event: Event) {
        self.kernel.settle(now);
        self.host.emit(now, event);
    }
}
