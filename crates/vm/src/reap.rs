//! Reclamation: what happens to an object whose count is zero.
//!
//! Objects die in CPython's order: an object's finalizer first, then what it refers to, depth
//! first, each in the order in which its kind lets go of it ([`crate::heap::Body::each`]). A finalizer is
//! a frame like any other: it may sleep, switch or raise; the rest waits for it.

use crate::cx::Cx;
use crate::fiber::Activation;
use crate::finalize;
use crate::frame::Frame;
use crate::heap::Heap;
use crate::value::{Ref, Value};

/// Objects that are about to die, the next one last.
#[derive(Clone, Debug, Default)]
pub struct Reaper {
    work: Vec<Work>,
    /// Work that waits for a finalizer to end, innermost last.
    saved: Vec<Vec<Work>>,
}

#[derive(Clone, Debug)]
enum Work {
    /// Look at this one.
    Object(Ref),
    /// Release these, the next one last.
    Release(Vec<Value>),
}

impl Reaper {
    /// Shows every value it has yet to release.
    pub(crate) fn each(&self, see: &mut dyn FnMut(Value)) {
        for work in self.work.iter().chain(self.saved.iter().flatten()) {
            if let Work::Release(values) = work {
                values.iter().for_each(|&v| see(v));
            }
        }
    }

    fn is_idle(&self) -> bool {
        self.work.is_empty()
    }
}

/// Reclaims what is pending. True if a finalizer was pushed on the fiber: it has to run first.
pub(crate) fn reap(cx: &mut Cx<'_>) -> bool {
    loop {
        collect_pending(cx);
        let reaper = &mut cx.t.fiber.reaper;
        match reaper.work.pop() {
            None => return false,
            Some(Work::Release(mut values)) => {
                if let Some(v) = values.pop() {
                    if !values.is_empty() {
                        reaper.work.push(Work::Release(values));
                    }
                    cx.vm.heap.dec(v);
                }
            }
            Some(Work::Object(r)) => {
                if cx.vm.heap.settle(r) && finalize_or_free(cx, r) {
                    return true;
                }
            }
        }
    }
}

/// Moves the heap's pending list onto the work stack, so that the oldest is next.
fn collect_pending(cx: &mut Cx<'_>) {
    if cx.vm.heap.has_pending() {
        let dead = cx.vm.heap.take_dead();
        cx.t.fiber.reaper.work.extend(dead.into_iter().rev().map(Work::Object));
    }
}

/// Lets go of what a frame refers to, one after the other: what the first one holds dies before the next is released.
pub(crate) fn release_frame(cx: &mut Cx<'_>, frame: &Frame) {
    let mut later = Vec::new();
    frame.each(&mut |v| {
        let heap = &mut cx.vm.heap;
        let Some(r) = v.as_ref() else { return };
        let shared = |heap: &Heap| heap.references(r).is_none_or(|n| n > 1);
        // Until something dies the order shows nowhere, and a frame's code and globals outlive it anyway.
        if !heap.has_pending() || r == frame.globals || r == frame.code || (v == frame.function && shared(heap)) {
            heap.dec_ref(r);
        } else if heap.references(r).is_some() {
            later.push(v);
        }
    });
    if !later.is_empty() {
        later.reverse();
        cx.t.fiber.reaper.work.push(Work::Release(later));
    }
}

/// Lets go of values, the last first, once all that is to die already is dead.
pub(crate) fn release_after(cx: &mut Cx<'_>, values: Vec<Value>) {
    if is_due(cx) {
        cx.t.fiber.reaper.work.insert(0, Work::Release(values));
        return;
    }
    values.into_iter().rev().for_each(|v| cx.vm.heap.dec(v));
}

/// True if there is anything to do before the next instruction.
#[inline(always)]
pub(crate) fn is_due(cx: &Cx<'_>) -> bool {
    cx.vm.heap.has_pending()
}

/// True if work is left from before a finalizer.
pub(crate) fn has_work(cx: &Cx<'_>) -> bool {
    !cx.t.fiber.reaper.is_idle() || cx.vm.heap.has_pending()
}

fn finalize_or_free(cx: &mut Cx<'_>, r: Ref) -> bool {
    if let Some(native) = finalize::finalizer(cx, r) {
        native.args.iter().for_each(|&v| cx.vm.heap.inc(v));
        let thread = &mut *cx.t;
        let rest = std::mem::take(&mut thread.fiber.reaper.work);
        thread.fiber.reaper.saved.push(rest);
        thread.fiber.stack.push(Activation::Detached(Box::new(native)));
        thread.fiber.next_detached();
        return true;
    }
    free(cx, r);
    false
}

/// After a finalizer: what waited for it goes on.
pub(crate) fn finalizer_done(cx: &mut Cx<'_>) {
    let reaper = &mut cx.t.fiber.reaper;
    if let Some(rest) = reaper.saved.pop() {
        reaper.work.splice(0..0, rest);
    }
}

/// Gives a slot back and schedules the release of what the object referred to.
fn free(cx: &mut Cx<'_>, r: Ref) {
    crate::weak::object_dies(cx, r);
    let object = cx.vm.heap.remove(r);
    if let crate::heap::Body::Class(_) = object.body {
        cx.vm.cache.clear();
    }
    let mut values = Vec::new();
    object.body.each(&mut |v| {
        if v.as_ref().is_some() {
            values.push(v);
        }
    });
    values.extend(object.dict.map(Value::from));
    values.push(object.class.into());
    values.reverse();
    let reaper = &mut cx.t.fiber.reaper;
    reaper.work.push(Work::Release(values));
}
