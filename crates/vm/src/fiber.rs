//! Fibers and threads: stacks of activations, as data.

use crate::cx::Cx;
use crate::frame::Frame;
use crate::native::{NativeFrame, Resumed};
use crate::reap::Reaper;
use crate::value::Value;
use abi::{RowId, ThreadId};

/// One activation on a fiber.
#[derive(Clone, Debug)]
pub enum Activation {
    /// Python code.
    Python(Box<Frame>),
    /// A native that waits for a callee, a wait, or its next step.
    Native(Box<NativeFrame>),
    /// A native that the machine itself pushed: nobody waits for its result.
    Detached(Box<NativeFrame>),
}

/// A stack of activations, outermost first, and what belongs to them: Python's greenlet.
///
/// What a suspended fiber refers to is counted, as if its natives and frames still ran: who keeps it shows it by
/// [`Fiber::each`].
#[derive(Clone, Debug, Default)]
pub struct Fiber {
    /// The activations.
    pub stack: Vec<Activation>,
    /// How deep in calls the one stood that began it: recursion is bounded from there on.
    pub base: u32,
    /// What the top activation is resumed with, if it is a native.
    pub(crate) next: Option<Resumed>,
    /// What natives below a detached one are to be resumed with, innermost last.
    pub(crate) waiting: Vec<Option<Resumed>>,
    /// Objects that are about to die. What waits for a finalizer to end waits on that finalizer's fiber.
    pub(crate) reaper: Reaper,
    /// The innermost exception being handled: derived from the frames, not counted.
    pub(crate) handling: Value,
}

impl Fiber {
    /// A fiber on which a native is about to begin. Counts what the native refers to.
    pub fn of_native(cx: &mut Cx<'_>, native: NativeFrame) -> Fiber {
        native.args.iter().for_each(|&v| cx.vm.heap.inc(v));
        let base = cx.t.fiber.depth();
        Fiber {
            stack: vec![Activation::Native(Box::new(native))],
            base,
            next: Some(Resumed::Start),
            ..Fiber::default()
        }
    }

    /// Shows every value it refers to, innermost activation last.
    pub fn each(&self, see: &mut dyn FnMut(Value)) {
        for activation in &self.stack {
            match activation {
                Activation::Python(f) => f.each(see),
                Activation::Native(n) | Activation::Detached(n) => n.args.iter().for_each(|&v| see(v)),
            }
        }
        for next in self.waiting.iter().chain([&self.next]).flatten() {
            if let Some(v) = next.value() {
                see(v);
            }
        }
        self.reaper.each(see);
    }

    /// Lets go of all it refers to.
    pub fn release(self, cx: &mut Cx<'_>) {
        self.each(&mut |v| cx.vm.heap.dec(v));
    }

    /// The innermost frame that tracebacks show.
    pub fn innermost(&mut self) -> Option<&mut Frame> {
        self.stack.iter_mut().rev().find_map(|activation| match activation {
            Activation::Python(frame) if !frame.is_hidden() => Some(&mut **frame),
            _ => None,
        })
    }

    /// How many calls deep it is.
    pub fn depth(&self) -> u32 {
        self.base + self.stack.len() as u32
    }

    /// A detached native was pushed: it begins next, and what was to happen waits for it.
    pub(crate) fn next_detached(&mut self) {
        let waiting = self.next.replace(Resumed::Start);
        self.waiting.push(waiting);
    }
}

/// A thread: the fiber it runs.
#[derive(Clone, Debug)]
pub struct Thread {
    /// Its id.
    pub id: ThreadId,
    /// Its row in the picture.
    pub row: RowId,
    /// The row that runs on it now: itself, or a task of its loop.
    pub running: RowId,
    /// What it runs.
    pub fiber: Fiber,
    /// A stop that the loop has yet to make.
    pub(crate) stopping: Option<abi::Stop>,
    /// True if the eval breaker is to be asked before the next instruction (Python/ceval.c `CHECK_EVAL_BREAKER`).
    pub(crate) breaker: bool,
    /// True if the next instruction is charged already (it stopped at the horizon).
    pub(crate) charged: bool,
    /// The exception that left the thread's outermost activation, if one did.
    pub(crate) failed: Value,
    /// `sys.set_asyncgen_hooks`: called with an async generator at its first iteration, and before it dies unfinished;
    /// unset without.
    pub asyncgen_hooks: [Value; 2],
    /// What the thread keeps for the library, by slot (the running loop, …).
    pub local: Vec<Value>,
    /// The class of the exception that ended it, a string of the trace.
    pub(crate) failure: Option<abi::trace::Text>,
}

impl Thread {
    /// A thread that has yet to begin.
    pub fn new(id: ThreadId, row: RowId) -> Thread {
        Thread {
            id,
            row,
            running: row,
            fiber: Fiber::default(),
            stopping: None,
            breaker: false,
            charged: false,
            failed: Value::UNSET,
            asyncgen_hooks: [Value::UNSET; 2],
            local: Vec::new(),
            failure: None,
        }
    }

    /// Shows every value it refers to.
    pub fn each(&self, see: &mut dyn FnMut(Value)) {
        self.fiber.each(see);
        see(self.failed);
        self.asyncgen_hooks.iter().for_each(|&v| see(v));
        self.local.iter().for_each(|&v| see(v));
    }
}
