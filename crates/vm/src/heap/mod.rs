//! The heap of one process: slots under `u32` handles, reference counts, deferred reclamation.
//!
//! # Who counts
//! A count is the number of references from *places that live on*: fields of objects, registers of
//! frames, a native frame's arguments. A [`Value`] in a Rust variable is **not** counted, and
//! that is what makes natives hard to get wrong:
//! - an object is born with count 0, its count goes up when it is stored;
//! - every store goes through the heap (or a register), which counts the new value and releases
//!   the old one; no native ever writes `inc` or `dec`;
//! - an object whose count is zero is put on the *pending* list and is looked at by
//!   the interpreter before the next instruction and between the steps of a native. If its count
//!   is still zero it dies then: in CPython's order, as [`crate::reap`] describes.
//!
//! So whatever a native holds stays alive until the native returns, and nothing leaks.
//!
//! # Pages
//! Slots and counts live in pages that are shared between clones and copied when written: a clone
//! costs one pointer a page, then what is changed.

mod body;
mod dict;
mod mutate;
mod set;
mod string;
mod weigh;

pub use body::{
    Body, BoundMethod, Class, ExceptionBody, FrameBody, Function, Layout, NativeBody, NativeFunction, Object,
    RangeBody, TracebackBody,
};
pub use dict::{Dict, Entry};
pub use set::SetTable;
pub use string::Str;

use crate::value::{Ref, Value, View};
use std::rc::Rc;

/// Slots a page.
const PAGE: usize = 32;
const PAGE_BITS: u32 = PAGE.trailing_zeros();

/// Set while an object is on the pending list.
const PENDING: u32 = 1 << 31;
/// Set once the object's finalizer has been called (PEP 442: at most once).
const FINALIZED: u32 = 1 << 29;
const COUNT: u32 = FINALIZED - 1;

#[derive(Clone)]
struct SlotPage([Option<Object>; PAGE]);

#[derive(Clone)]
struct CountPage([u32; PAGE]);

/// A process's objects. A clone is a checkpoint or a fork: independent, and cheap.
#[derive(Clone, Default)]
pub struct Heap {
    slots: Vec<Rc<SlotPage>>,
    counts: Vec<Rc<CountPage>>,
    free: Vec<u32>,
    used: u32,
    pending: Vec<Ref>,
    live: u64,
    created: u64,
    /// Handles below this are the boot image: immortal (PEP 683), never counted nor freed.
    image: u32,
}

impl Heap {
    /// An empty heap.
    pub fn new() -> Heap {
        Heap::default()
    }

    /// How many objects live.
    pub fn live(&self) -> u64 {
        self.live
    }

    /// Puts an object in a slot; its count is 0 and it counts what it refers to.
    pub fn add(&mut self, object: Object) -> Ref {
        self.inc_ref(object.class);
        if let Some(d) = object.dict {
            self.inc_ref(d);
        }
        let r = self.reserve();
        let mut children = smallvec::SmallVec::<[Value; 8]>::new();
        object.body.each(&mut |v| children.push(v));
        for v in children {
            self.inc(v);
        }
        *self.slot_mut(r) = Some(object);
        *self.count_mut(r) = PENDING;
        self.pending.push(r);
        self.live += 1;
        self.created += 1;
        r
    }

    /// Puts an object of the boot image in the next slot: never counted, nor is what it refers to.
    pub(crate) fn add_immortal(&mut self, object: Object) -> Ref {
        let r = self.reserve();
        *self.slot_mut(r) = Some(object);
        self.image = r.0 + 1;
        self.live += 1;
        self.created += 1;
        r
    }

    /// An object of a class without attributes.
    pub fn new_object(&mut self, class: Ref, body: Body) -> Ref {
        self.add(Object { class, dict: None, number: self.created, body })
    }

    fn reserve(&mut self) -> Ref {
        if let Some(i) = self.free.pop() {
            return Ref(i);
        }
        let i = self.used;
        if (i as usize).is_multiple_of(PAGE) {
            self.slots.push(Rc::new(SlotPage(std::array::from_fn(|_| None))));
            self.counts.push(Rc::new(CountPage([0; PAGE])));
        }
        self.used += 1;
        Ref(i)
    }

    fn slot_mut(&mut self, r: Ref) -> &mut Option<Object> {
        let page = Rc::make_mut(&mut self.slots[(r.0 >> PAGE_BITS) as usize]);
        &mut page.0[r.index() % PAGE]
    }

    #[inline]
    fn count(&self, r: Ref) -> u32 {
        self.counts[(r.0 >> PAGE_BITS) as usize].0[r.index() % PAGE]
    }

    #[inline]
    fn count_mut(&mut self, r: Ref) -> &mut u32 {
        let page = Rc::make_mut(&mut self.counts[(r.0 >> PAGE_BITS) as usize]);
        &mut page.0[r.index() % PAGE]
    }

    /// The object.
    ///
    /// # Panics
    /// If the handle is dangling: our own bug.
    #[inline]
    pub fn get(&self, r: Ref) -> &Object {
        match &self.slots[(r.0 >> PAGE_BITS) as usize].0[r.index() % PAGE] {
            Some(o) => o,
            None => panic!("dangling handle {}", r.0),
        }
    }

    /// The object, to be changed in ways that do not touch what it refers to. Everything else goes
    /// through the counted stores.
    ///
    /// # Panics
    /// If the handle is dangling: our own bug.
    pub(crate) fn get_mut(&mut self, r: Ref) -> &mut Object {
        match self.slot_mut(r) {
            Some(o) => o,
            None => panic!("dangling handle {}", r.0),
        }
    }

    /// Counts a reference that lives on.
    #[inline]
    pub(crate) fn inc(&mut self, v: Value) {
        if let View::Ref(r) = v.view() {
            self.inc_ref(r);
        }
    }

    #[inline]
    pub(crate) fn inc_ref(&mut self, r: Ref) {
        if r.0 >= self.image {
            *self.count_mut(r) += 1;
        }
    }

    /// Releases a counted reference.
    #[inline]
    pub(crate) fn dec(&mut self, v: Value) {
        if let View::Ref(r) = v.view() {
            self.dec_ref(r);
        }
    }

    #[inline]
    pub(crate) fn dec_ref(&mut self, r: Ref) {
        if r.0 < self.image {
            return;
        }
        self.dec_counted(r);
    }

    /// Out of line: inlined at every store it makes the wasm slower.
    #[inline(never)]
    fn dec_counted(&mut self, r: Ref) {
        let c = self.count_mut(r);
        debug_assert!(*c & COUNT > 0, "count of {} below zero", r.0);
        *c -= 1;
        if *c & (COUNT | PENDING) == 0 {
            *c |= PENDING;
            self.pending.push(r);
        }
    }

    /// The number of counted references; `None` for an immortal.
    pub fn references(&self, r: Ref) -> Option<u32> {
        (r.0 >= self.image).then(|| self.count(r) & COUNT)
    }

    /// True if something waits to be looked at.
    #[inline(always)]
    pub(crate) fn has_pending(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Takes those of the pending list that are still unreferenced, oldest first. They stay marked as pending
    /// until [`Heap::settle`].
    pub(crate) fn take_dead(&mut self) -> smallvec::SmallVec<[Ref; 8]> {
        let mut pending = std::mem::take(&mut self.pending);
        let mut dead = smallvec::SmallVec::new();
        for r in pending.drain(..) {
            if self.count(r) & COUNT == 0 {
                dead.push(r);
            } else {
                *self.count_mut(r) &= !PENDING;
            }
        }
        self.pending = pending;
        dead
    }

    /// Takes an object off the pending list; true if it is still unreferenced.
    pub(crate) fn settle(&mut self, r: Ref) -> bool {
        let c = self.count_mut(r);
        *c &= !PENDING;
        *c & COUNT == 0
    }

    /// Whether the object's finalizer was called already; from now on it was.
    pub(crate) fn mark_finalized(&mut self, r: Ref) -> bool {
        let c = self.count_mut(r);
        let was = *c & FINALIZED != 0;
        *c |= FINALIZED;
        was
    }

    /// Empties a slot and gives back what was in it. What it referred to is still counted.
    pub(crate) fn remove(&mut self, r: Ref) -> Object {
        let object = self.slot_mut(r).take();
        *self.count_mut(r) = 0;
        self.free.push(r.0);
        self.live -= 1;
        match object {
            Some(o) => o,
            None => panic!("dangling handle {}", r.0),
        }
    }

    /// Makes everything that lives now immortal: the boot image. Never counted nor freed from now on.
    pub(crate) fn freeze(&mut self) {
        self.pending.clear();
        self.free.clear();
        self.image = self.used;
    }

    /// Recounts all references from scratch and compares: the test of everything that counts.
    ///
    /// # Errors
    /// Names the first object whose count is wrong.
    pub fn recount(&self, roots: &[Value]) -> Result<(), String> {
        let mut counted = vec![0u32; self.used as usize];
        let mut see = |v: Value| {
            if let View::Ref(r) = v.view() {
                counted[r.index()] += 1;
            }
        };
        roots.iter().for_each(|&v| see(v));
        for (_, object) in self.objects() {
            see(object.class.into());
            if let Some(d) = object.dict {
                see(d.into());
            }
            object.body.each(&mut see);
        }
        for (r, object) in self.objects() {
            let c = self.count(r);
            if r.0 >= self.image && c & COUNT != counted[r.index()] {
                let kind = object.body.kind();
                let (have, want) = (c & COUNT, counted[r.index()]);
                return Err(format!("object {} ({kind}): count {have}, but {want} references", r.0));
            }
        }
        Ok(())
    }

    /// All objects in slot order.
    pub fn objects(&self) -> impl Iterator<Item = (Ref, &Object)> {
        self.slots.iter().enumerate().flat_map(|(p, page)| {
            page.0
                .iter()
                .enumerate()
                .filter_map(move |(i, slot)| slot.as_ref().map(|o| (Ref((p * PAGE + i) as u32), o)))
        })
    }
}
