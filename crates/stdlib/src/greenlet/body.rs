//! What a greenlet holds, and which one runs.

use crate::support::{body, custom_body};
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
    /// What it will run, until it begins; unset otherwise. It is the fiber's from then on.
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
    /// A main greenlet's: others of its thread to which nothing refers any more, as another thread has found.
    pub unreferenced: Vec<Value>,
}

custom_body!(
    GreenletBody,
    |greenlet, see| {
        [greenlet.parent, greenlet.run, greenlet.context].into_iter().for_each(&mut *see);
        if let Some(fiber) = &greenlet.fiber {
            fiber.each(see);
        }
        greenlet.unreferenced.iter().for_each(|&v| see(v));
    },
    {
        fn fiber(&self) -> Option<&Fiber> {
            self.fiber.as_deref()
        }
        fn last_act(&self) -> Option<(&'static str, &'static str)> {
            self.fiber.as_ref().map(|_| (super::NATIVE, super::death::LAST_ACT))
        }
    }
);

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
            unreferenced: Vec::new(),
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

/// Changes a greenlet's numbers and flags.
pub(super) fn edit<X>(cx: &mut Cx<'_>, r: Ref, change: impl FnOnce(&mut GreenletBody) -> X) -> X {
    cx.vm.heap.edit::<GreenletBody, X>(r, change)
}

/// Replaces a value of a greenlet.
pub(super) fn store(cx: &mut Cx<'_>, r: Ref, place: impl FnOnce(&mut GreenletBody) -> &mut Value, v: Value) {
    cx.vm.heap.store_in::<GreenletBody>(r, place, v);
}

/// Whether it is the running greenlet of its thread.
pub(super) fn is_current(cx: &Cx<'_>, r: Ref) -> bool {
    cx.local(locals::GREENLET).is(r.into())
}

/// Whether its thread is over. One that has yet to begin is in none of its own.
pub(super) fn is_stranded(cx: &Cx<'_>, r: Ref) -> bool {
    let b = of(cx, r);
    b.state != State::Fresh && is_over(cx, b.thread)
}

/// Whether a thread is over.
pub(super) fn is_over(cx: &Cx<'_>, thread: ThreadId) -> bool {
    thread != cx.t.id && !cx.vm.threads.contains_key(&thread)
}

/// Greenlets of this thread that another thread has let go of are let go of here (`clear_deleteme_list`).
pub(super) fn bury(cx: &mut Cx<'_>) {
    let Some(here) = cx.local(locals::GREENLET).as_ref() else { return };
    let main = main_of(cx, here);
    if !of(cx, main).unreferenced.is_empty() {
        cx.vm.heap.swap_in::<GreenletBody>(main, |b| &mut b.unreferenced, Vec::new());
    }
}

/// Whether an exception is a GreenletExit.
pub(super) fn is_exit(cx: &Cx<'_>, e: Value) -> bool {
    cx.is_instance(e, cx.vm.library_class(super::EXIT.name))
}

/// A value that is a greenlet.
pub(super) fn as_greenlet(cx: &Cx<'_>, v: Value) -> Option<Ref> {
    v.as_ref().filter(|&r| cx.vm.heap.custom::<GreenletBody>(r).is_some())
}
