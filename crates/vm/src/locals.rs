//! What a thread keeps for the library, by slot.

use crate::cx::Cx;
use crate::value::Value;

/// The event loop that runs on the thread.
pub const RUNNING_LOOP: usize = 1;
/// The event loop that the program has set for the thread.
pub const SET_LOOP: usize = 2;
/// The context (PEP 567) that the thread is in.
pub const CONTEXT: usize = 3;
/// The thread's part of each `threading.local`: a dict by the number of its creation.
pub const LOCALS: usize = 4;
/// Called without arguments when the thread is over: it tells those who wait for that.
pub const AT_END: usize = 5;
/// The greenlet that runs; unset while nobody has asked for it.
pub const GREENLET: usize = 6;
/// Called after each switch of a greenlet, if somebody wants that.
pub const GREENLET_TRACE: usize = 7;
/// With such a function: the greenlet that was left last.
pub const GREENLET_ORIGIN: usize = 8;

impl Cx<'_> {
    /// What the running thread keeps in a slot; unset if nothing.
    pub fn local(&self, slot: usize) -> Value {
        self.t.local.get(slot).copied().unwrap_or(Value::UNSET)
    }

    /// Keeps a value in a slot of the running thread, instead of what was there.
    pub fn set_local(&mut self, slot: usize, v: Value) {
        if self.t.local.len() <= slot {
            self.t.local.resize(slot + 1, Value::UNSET);
        }
        self.vm.heap.inc(v);
        let old = std::mem::replace(&mut self.t.local[slot], v);
        self.vm.heap.dec(old);
    }
}

impl Cx<'_> {
    /// Sets the running thread's hooks of async generators: first iteration, finalizer; unset for none.
    pub fn set_asyncgen_hooks(&mut self, hooks: [Value; 2]) {
        hooks.iter().for_each(|&v| self.vm.heap.inc(v));
        let old = std::mem::replace(&mut self.t.asyncgen_hooks, hooks);
        old.iter().for_each(|&v| self.vm.heap.dec(v));
    }
}

impl Cx<'_> {
    /// Keeps an object for ever that nothing refers to and that does not die.
    pub fn leak(&mut self, r: crate::value::Ref) {
        self.vm.heap.inc_ref(r);
        self.vm.leaked.push(r.into());
    }

    /// The innermost exception that is being handled; unset if none.
    pub fn handled_exception(&self) -> Value {
        self.t.fiber.handling
    }
}
