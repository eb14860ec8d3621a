//! System calls for code that makes none: the prelude while a process boots, imports that are tried.

use abi::trace::{Event, Text};
use abi::{
    Budget, CoreId, Duration, Errno, Instant, Key, ProcessId, RowId, Signal, Sys, ThreadId, WaitId, WakeCount,
    WorldCall, WorldReply,
};

/// Has no effect on anything; keeps what is refused.
#[derive(Default)]
pub(crate) struct NullSys {
    /// The strings that were interned.
    pub texts: Vec<String>,
    /// The last refusal.
    pub refused: Option<Event>,
    waits: u64,
}

/// A budget that lasts.
pub(crate) fn unlimited() -> Budget {
    Budget {
        started: Instant::ZERO,
        fuel: u32::MAX,
        cpu: Duration::ZERO,
        preempt_at: Instant::FAR,
        horizon: Instant::FAR,
    }
}

const WHY: &str = "a process that boots makes no system calls";

impl Sys for NullSys {
    fn process(&self) -> ProcessId {
        ProcessId(0)
    }
    fn core(&self) -> CoreId {
        CoreId(0)
    }
    fn row(&self) -> RowId {
        RowId(0)
    }
    fn spawn(&mut self, _: &mut Budget, _: RowId) -> ThreadId {
        panic!("{WHY}")
    }
    fn new_wait(&mut self) -> WaitId {
        self.waits += 1;
        WaitId(self.waits)
    }
    fn watch(&mut self, _: WaitId, _: Key) {
        panic!("{WHY}")
    }
    fn unwatch(&mut self, _: WaitId, _: Key) {
        panic!("{WHY}")
    }
    fn wake(&mut self, _: &mut Budget, _: WaitId, _: WakeCount, _: RowId) -> usize {
        panic!("{WHY}")
    }
    fn is_wanted(&self, _: &Budget) -> bool {
        false
    }
    fn take_signal(&mut self) -> Option<Signal> {
        None
    }
    fn world(&mut self, _: &mut Budget, _: WorldCall<'_>) -> Result<WorldReply, Errno> {
        Err(Errno::NotSupported)
    }
    fn new_row(&mut self) -> RowId {
        panic!("{WHY}")
    }
    fn intern(&mut self, text: &str) -> Text {
        self.texts.push(text.to_string());
        Text(self.texts.len() as u32 - 1)
    }
    fn emit(&mut self, _: Instant, event: Event) {
        if matches!(event, Event::Refused { .. }) {
            self.refused = Some(event);
        }
    }
}
