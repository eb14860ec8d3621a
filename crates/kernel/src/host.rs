//! What the kernel needs from whoever drives it: guests, and a host for everything outside.

use abi::trace::{Event, Text};
use abi::{Effects, Errno, Guest, Instant, ProcessId, RowId, WorldCall, WorldReply};
use std::collections::BTreeMap;

/// The outside: a recorder for the trace, and the world.
pub trait Host {
    /// Adds an event to the trace. Instants never go back.
    fn emit(&mut self, at: Instant, event: Event);
    /// The number of a string in the trace's table.
    fn intern(&mut self, text: &str) -> Text;
    /// A row that nobody has yet.
    fn new_row(&mut self) -> RowId;
    /// A call of a process to the world, and what it sets off.
    fn world(&mut self, process: ProcessId, now: Instant, call: WorldCall<'_>) -> (Result<WorldReply, Errno>, Effects);
    /// A process is over: its descriptors are closed.
    fn exit(&mut self, process: ProcessId) -> Effects;
}

/// The interpreters, one a process. A clone is a checkpoint.
#[derive(Default)]
pub struct Guests(BTreeMap<ProcessId, Box<dyn Guest>>);

impl Guests {
    /// Nobody yet.
    pub fn new() -> Self {
        Guests::default()
    }

    /// Gives a process its interpreter.
    pub fn insert(&mut self, process: ProcessId, guest: Box<dyn Guest>) {
        self.0.insert(process, guest);
    }

    /// All of them, in order of their processes.
    pub fn each(&self) -> impl Iterator<Item = &dyn Guest> {
        self.0.values().map(|guest| &**guest)
    }

    pub(crate) fn get(&mut self, process: ProcessId) -> &mut dyn Guest {
        &mut **self.0.get_mut(&process).expect("a living process has a guest")
    }

    pub(crate) fn remove(&mut self, process: ProcessId) {
        self.0.remove(&process);
    }
}

impl Clone for Guests {
    fn clone(&self) -> Self {
        Guests(self.0.iter().map(|(&process, guest)| (process, guest.snapshot())).collect())
    }
}
