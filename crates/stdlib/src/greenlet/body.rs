//! What a greenlet holds, and which one runs.

use crate::support::body;
use abi::trace::{Cause, Why};
use abi::{RowId, ThreadId};
use vm::{locals, Body, Cx, Fiber, Ref, Value};

/// The class by its dotted name.
pub(super) const CLASS_NAME: &str = "greenlet.greenlet";

/// How far a greenlet is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum State {
    /// It has yet to begin.
    Fresh,
    /// It has begun: it runs, or it keeps a fiber.
    Started,
    /// It is over.
    Dead,
}

/// A greenlet.
#[derive(Clone, Debug)]
pub(super) struct GreenletBody {
    /// Who goes on when it is over; unset for a thread's main greenlet.
    pub parent: Value,
    /// What it will run, until it begins; unset otherwise.
    pub run: Value,
    /// The context (PEP 567) it is in while it does not run; unset for an empty one.
    pub context: Value,
    /// How far it is.
    pub state: State,
    /// Its activations while it is suspended.
    pub fiber: Option<Box<Fiber>>,
    /// The thread it belongs to.
    pub thread: ThreadId,
    /// Its row of the picture, once it has one.
    pub row: Option<RowId>,
    /// The row that had control when it was left.
    pub running: Option<RowId>,
    /// What it is about to wait for, if that is known before it is left.
    pub why: Option<Why>,
    /// It was made ready and the trace knows it.
    pub woken: bool,
    /// In whose name it makes others ready, if not in its own: a hub's.
    pub cause: Option<Cause>,
}

impl vm::NativeBody for GreenletBody {
    fn each(&self, see: &mut dyn FnMut(Value)) {
        [self.parent, self.run, self.context].into_iter().for_each(&mut *see);
        if let Some(fiber) = &self.fiber {
            fiber.each(see);
        }
    }
    fn boxed_clone(&self) -> Box<dyn vm::NativeBody> {
        Box::new(self.clone())
    }
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn std::any::Any {
        self
    }
    fn fiber(&self) -> Option<&Fiber> {
        self.fiber.as_deref()
    }
    fn last_act(&self) -> Option<(&'static str, &'static str)> {
        self.fiber.as_ref().map(|_| (super::NATIVE, super::death::LAST_ACT))
    }
}

impl GreenletBody {
    /// One of the running thread's.
    pub fn new(cx: &Cx<'_>, state: State) -> GreenletBody {
        GreenletBody {
            parent: Value::UNSET,
            run: Value::UNSET,
            context: Value::UNSET,
            state,
            fiber: None,
            thread: cx.t.id,
            row: None,
            running: None,
            why: None,
            woken: false,
            cause: None,
        }
    }
}

/// A greenlet's body.
pub(super) fn of<'a>(cx: &'a Cx<'_>, greenlet: Ref) -> &'a GreenletBody {
    body(cx, greenlet)
}

/// A greenlet's parent; none for a main greenlet.
pub(super) fn parent_of(cx: &Cx<'_>, greenlet: Ref) -> Option<Ref> {
    of(cx, greenlet).parent.as_ref()
}

/// True for a thread's main greenlet.
pub(super) fn is_main(cx: &Cx<'_>, greenlet: Ref) -> bool {
    parent_of(cx, greenlet).is_none()
}

/// The main greenlet of the thread that a greenlet belongs to.
pub(super) fn main_of(cx: &Cx<'_>, greenlet: Ref) -> Ref {
    let mut at = greenlet;
    while let Some(parent) = parent_of(cx, at) {
        at = parent;
    }
    at
}

/// The running greenlet. A thread's main greenlet is made when it is first asked for.
pub(super) fn current(cx: &mut Cx<'_>) -> Ref {
    if let Some(r) = cx.local(locals::GREENLET).as_ref() {
        return r;
    }
    let class = cx.vm.library_class(CLASS_NAME);
    let main = Box::new(GreenletBody::new(cx, State::Started));
    let main = cx.new_object(class, Body::Custom(main));
    cx.set_local(locals::GREENLET, main.into());
    main
}
