//! In which order objects are finalized when a process ends.
//!
//! CPython collects garbage once while all modules live, and once when they are gone (Python/pylifecycle.c
//! `Py_FinalizeEx`). The second collection finds everything that is left, in the order in which the first one put it
//! (Modules/gcmodule.c `move_unreachable`): in order of creation, but for what was created before all that refers to
//! it; that follows, in the order in which it was found.

use crate::cx::Cx;
use crate::heap::{Body, Heap, Object};
use crate::value::{Ref, Value};

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing that was looked at refers to it, and its turn has yet to come.
    Waiting,
    /// Its turn has come, and nothing that was looked at until then refers to it.
    SetAside,
    /// Something refers to it.
    Reached,
}

struct Collection<'a> {
    heap: &'a Heap,
    states: Vec<State>,
    list: Vec<Ref>,
}

/// All objects that the end of the process concerns, in that order: lost cycles, and what is still referred to.
pub(crate) fn order(cx: &Cx<'_>) -> (Vec<Ref>, Vec<Ref>) {
    let heap = &cx.vm.heap;
    let mut objects: Vec<(u64, Ref)> =
        heap.objects().filter(|(r, _)| heap.references(*r).is_some()).map(|(r, o)| (o.number, r)).collect();
    objects.sort_unstable();
    let size = heap.objects().map(|(r, _)| r.index() + 1).max().unwrap_or(0);
    let list = objects.iter().map(|&(_, r)| r).collect();
    let mut collection = Collection { heap, states: vec![State::Waiting; size], list };
    cx.vm.roots().into_iter().for_each(|v| collection.see(v));
    cx.t.each(&mut |v| collection.see(v));
    for (_, object) in heap.objects().filter(|(r, _)| heap.references(*r).is_none()) {
        children(heap, object, &mut |v| collection.see(v));
    }
    let reached = collection.walk();
    let lost = objects.into_iter().map(|(_, r)| r).filter(|r| collection.states[r.index()] == State::SetAside);
    (lost.collect(), reached)
}

/// What threads and fibers that never ran to their ends refer to, by index: it outlives the process's end, and nothing is
/// done for it.
pub(crate) fn held_by_fibers(cx: &Cx<'_>) -> Vec<bool> {
    let heap = &cx.vm.heap;
    let size = heap.objects().map(|(r, _)| r.index() + 1).max().unwrap_or(0);
    let mut held = vec![false; size];
    let mut found = Vec::new();
    for thread in cx.vm.threads.values().chain(&cx.vm.vanished) {
        thread.each(&mut |v| found.push(v));
    }
    let waiting = heap.objects().filter_map(|(_, o)| match &o.body {
        Body::Custom(body) => body.fiber(),
        _ => None,
    });
    waiting.chain(&cx.vm.lost).for_each(|fiber| fiber.each(&mut |v| found.push(v)));
    while let Some(v) = found.pop() {
        let Some(r) = v.as_ref().filter(|&r| heap.references(r).is_some() && !held[r.index()]) else { continue };
        held[r.index()] = true;
        children(heap, heap.get(r), &mut |v| found.push(v));
    }
    held
}

impl Collection<'_> {
    /// Something refers to this value.
    fn see(&mut self, v: Value) {
        let Some(r) = v.as_ref().filter(|&r| self.heap.references(r).is_some()) else { return };
        if self.states[r.index()] == State::SetAside {
            self.list.push(r);
        }
        self.states[r.index()] = State::Reached;
    }

    /// Looks at one object after the other; gives those that were reached.
    fn walk(&mut self) -> Vec<Ref> {
        let mut reached = Vec::new();
        let mut at = 0;
        while let Some(&r) = self.list.get(at) {
            at += 1;
            if self.states[r.index()] == State::Waiting {
                self.states[r.index()] = State::SetAside;
                continue;
            }
            reached.push(r);
            let mut found = Vec::new();
            children(self.heap, self.heap.get(r), &mut |v| found.push(v));
            found.into_iter().for_each(|v| self.see(v));
        }
        reached
    }
}

/// What an object refers to. An instance's attributes are its own: in CPython there is no dict between them.
fn children(heap: &Heap, object: &Object, see: &mut dyn FnMut(Value)) {
    object.body.each(see);
    let Some(dict) = object.dict else { return };
    see(dict.into());
    if let Body::Instance | Body::Fields(_) = object.body {
        heap.get(dict).body.each(see);
    }
}
