//! How it all ended: who is left, and what they wait for.

use crate::Kernel;
use abi::{ExitStatus, Instant, Key, ProcessId, RowId, ThreadId, WaitId};

/// How a run ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ending {
    /// All processes are over; the first one's status.
    Exit(ExitStatus),
    /// These threads wait for what can never come.
    Deadlock(Vec<Stuck>),
}

/// A thread that waits for ever.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stuck {
    /// Its process.
    pub process: ProcessId,
    /// The thread.
    pub thread: ThreadId,
    /// Its row.
    pub row: RowId,
    /// What it is parked on, a number of its process.
    pub on: Option<WaitId>,
    /// The keys that would have woken it.
    pub keys: Vec<Key>,
    /// Since when it waits.
    pub since: Instant,
}

impl Kernel {
    /// The verdict once no thread can run and no timer is set.
    pub(crate) fn ending(&self) -> Ending {
        if self.threads.is_empty() {
            return Ending::Exit(self.first_exit);
        }
        let stuck = self.threads.iter().map(|(&id, thread)| {
            let on = thread.park().and_then(|park| park.on);
            let keys = on.map_or_else(Vec::new, |wait| self.process(thread.process).waits.keys_of(wait));
            Stuck { process: thread.process, thread: id, row: thread.row, on, keys, since: thread.since }
        });
        Ending::Deadlock(stuck.collect())
    }
}
