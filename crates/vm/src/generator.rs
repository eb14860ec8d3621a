//! Generators, coroutines and async generators: one detached frame each.

use crate::classes;
use crate::cx::Cx;
use crate::frame::Frame;
use crate::heap::Body;
use crate::value::Value;

/// Where a generator stands. A running one owns no frame: its frame is on a fiber.
#[derive(Clone, Debug)]
pub enum GeneratorState {
    /// Not begun.
    Fresh(Box<Frame>),
    /// Stopped at a `yield`, `yield from` or `await`.
    Suspended(Box<Frame>),
    /// Its frame is on a fiber.
    Running,
    /// Over.
    Finished,
}

/// What a generator object holds.
#[derive(Clone, Debug)]
pub struct Generator {
    /// Where it stands.
    pub state: GeneratorState,
    /// `__name__`
    pub name: Value,
    /// `__qualname__`
    pub qualname: Value,
    /// The code object.
    pub code: Value,
    /// True once an async generator's first-iteration hook was called (PEP 525).
    pub touched: bool,
    /// `ag_running`: one of an async generator's awaitables is under way, though it may wait (`ag_running_async`).
    pub awaited: bool,
    /// An async generator's finalizer hook, or unset.
    pub finalizer: Value,
}

impl Generator {
    pub(crate) fn each(&self, see: &mut dyn FnMut(Value)) {
        match &self.state {
            GeneratorState::Fresh(f) | GeneratorState::Suspended(f) => f.each(see),
            GeneratorState::Running | GeneratorState::Finished => {}
        }
        [self.name, self.qualname, self.code, self.finalizer].into_iter().for_each(see);
    }

    /// Its frame, unless it runs or is over.
    pub fn frame(&self) -> Option<&Frame> {
        match &self.state {
            GeneratorState::Fresh(f) | GeneratorState::Suspended(f) => Some(f),
            GeneratorState::Running | GeneratorState::Finished => None,
        }
    }
}

/// True for a coroutine that stands in another's `await`.
pub(crate) fn is_being_awaited(cx: &Cx<'_>, coroutine: Value) -> bool {
    match cx.body(coroutine) {
        Some(Body::Generator(g)) => match &g.state {
            GeneratorState::Suspended(f) => matches!(f.pending, crate::frame::Pending::YieldFrom { .. }),
            _ => false,
        },
        _ => false,
    }
}

/// True for a coroutine, and for a generator that `types.coroutine` made awaitable.
pub(crate) fn is_awaitable(cx: &Cx<'_>, v: Value) -> bool {
    let Some(Body::Generator(g)) = cx.body(v) else { return false };
    match (cx.class_of(v), g.code.as_ref().map(|code| &cx.vm.heap.get(code).body)) {
        (classes::COROUTINE, _) => true,
        (classes::GENERATOR, Some(Body::Code(loaded))) => loaded.code.flags.has(bytecode::Flags::ITERABLE_COROUTINE),
        _ => false,
    }
}
