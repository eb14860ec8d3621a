//! Processes: start, fork, signals, end.

use crate::gil::Gil;
use crate::timers::Target;
use crate::waits::Waits;
use crate::{Guests, Host, Kernel};
use abi::trace::{Cause, Event, RowKind};
use abi::{ExitStatus, ForkSide, Instant, ProcessId, RowId, Signal, ThreadId, Wakeup, WorldCall};
use std::collections::VecDeque;

/// What the threads of a process share.
#[derive(Clone, Debug)]
pub(crate) struct Process {
    main: ThreadId,
    pub(crate) gil: Gil,
    pub(crate) waits: Waits,
    signals: VecDeque<Signal>,
    /// A signal came of which the main thread has not been told.
    unnoticed: bool,
}

impl Process {
    fn new(main: ThreadId, waits: Waits) -> Self {
        Process { main, gil: Gil::default(), waits, signals: VecDeque::new(), unnoticed: false }
    }

    /// True once for each news of signals, which are the main thread's business: a park is cut short
    /// once, whether or not the thread then takes them.
    pub(crate) fn interrupts(&mut self, thread: ThreadId) -> bool {
        thread == self.main && std::mem::take(&mut self.unnoticed)
    }

    pub(crate) fn take_signal(&mut self, thread: ThreadId) -> Option<Signal> {
        if thread == self.main {
            self.unnoticed = false;
            self.signals.pop_front()
        } else {
            None
        }
    }
}

impl Kernel {
    pub(crate) fn process(&self, process: ProcessId) -> &Process {
        self.processes.get(&process).expect("a process that is named lives")
    }

    pub(crate) fn process_mut(&mut self, process: ProcessId) -> &mut Process {
        self.processes.get_mut(&process).expect("a process that is named lives")
    }

    /// Starts a process whose main thread has a row of this name; the caller makes its guest and
    /// its descriptors before it runs the kernel.
    pub fn start(&mut self, host: &mut dyn Host, name: &str) -> (ProcessId, ThreadId, RowId) {
        self.announce(host, name, None, Wakeup::Start, Waits::default())
    }

    fn announce(
        &mut self,
        host: &mut dyn Host,
        name: &str,
        parent: Option<RowId>,
        wake: Wakeup,
        waits: Waits,
    ) -> (ProcessId, ThreadId, RowId) {
        self.last_process += 1;
        let process = ProcessId(self.last_process);
        let (row, name) = (host.new_row(), host.intern(name));
        host.emit(self.now, Event::Spawn { row, kind: RowKind::Thread, carrier: None, parent, name, pos: None });
        let main = self.add_thread(process, row, wake);
        self.processes.insert(process, Process::new(main, waits));
        (process, main, row)
    }

    /// The thread's process is doubled; both sides go on with [`Wakeup::Forked`], the old one on
    /// its core.
    pub(crate) fn fork(&mut self, survivor: ThreadId, guests: &mut Guests, host: &mut dyn Host) {
        let (parent, parent_row) = (self.thread(survivor).process, self.thread(survivor).row);
        let name = format!("process {}", self.last_process + 1);
        let (wake, waits) = (Wakeup::Forked(ForkSide::Child), self.process(parent).waits.forked());
        let (child, main, _) = self.announce(host, &name, Some(parent_row), wake, waits);
        let copy = guests.get(parent).fork(survivor, main);
        guests.insert(child, copy);
        let (reply, effects) = host.world(parent, self.now, WorldCall::Fork { child });
        assert!(reply.is_ok(), "the world knows every living process");
        self.apply(effects, host);
        self.thread_mut(survivor).wake = Wakeup::Forked(ForkSide::Parent(child));
    }

    /// From outside the machine: sends a signal at a moment of virtual time. A moment that has passed
    /// means now; nothing happens if the process is over by then.
    pub fn signal_at(&mut self, at: Instant, process: ProcessId, signal: Signal) {
        self.timers.set(at, Target::Signal(process, signal));
        if let (Some(mut budget), Some(core)) = (self.open.take(), self.cores.earliest()) {
            self.tighten(core, &mut budget);
            self.open = Some(budget);
        }
    }

    /// Leaves the signal with the process; if its main thread is parked, that is cut short.
    pub(crate) fn deliver(&mut self, process: ProcessId, signal: Signal, host: &mut dyn Host) {
        let Some(target) = self.processes.get_mut(&process) else { return };
        target.signals.push_back(signal);
        target.unnoticed = true;
        let main = target.main;
        if self.threads.get(&main).is_some_and(|thread| thread.is_parked())
            && self.process_mut(process).interrupts(main)
        {
            self.make_ready(main, Wakeup::Interrupted, Some(Cause::Signal), host);
        }
    }

    /// One thread is over; with the last one its process is too.
    pub(crate) fn exit_thread(&mut self, thread: ThreadId, guests: &mut Guests, host: &mut dyn Host) {
        let process = self.thread(thread).process;
        self.remove_thread(thread);
        if self.threads.values().all(|other| other.process != process) {
            self.exit_process(process, ExitStatus(0), guests, host);
        }
    }

    /// The process and all its threads are over.
    pub(crate) fn exit_process(
        &mut self,
        process: ProcessId,
        status: ExitStatus,
        guests: &mut Guests,
        host: &mut dyn Host,
    ) {
        let doomed: Vec<ThreadId> =
            self.threads.iter().filter(|(_, thread)| thread.process == process).map(|(&id, _)| id).collect();
        doomed.into_iter().for_each(|thread| self.remove_thread(thread));
        self.processes.remove(&process);
        guests.remove(process);
        if process == ProcessId(1) {
            self.first_exit = status;
        }
        let effects = host.exit(process);
        self.apply(effects, host);
    }
}
