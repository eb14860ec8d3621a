//! What a heap's design must offer, and the lane: a heap with its free list and its pending deaths.

use crate::value::{Payload, Slot, Value};

/// The count of an object of the base: never counted, never freed.
pub(crate) const IMMORTAL: u32 = u32::MAX;
/// The end of the free list.
const NO_SLOT: u32 = u32::MAX;

/// Storage of slots and counts.
pub(crate) trait Heap: Sized {
    type P: Payload;
    /// What a checkpoint keeps; a lane starts from one.
    type Image;
    /// A heap of immortal objects.
    fn from_base(slots: Vec<Slot<Self::P>>) -> Self;
    fn len(&self) -> u32;
    fn slot(&self, at: u32) -> &Slot<Self::P>;
    fn slot_mut(&mut self, at: u32) -> &mut Slot<Self::P>;
    fn count(&self, at: u32) -> u32;
    fn count_mut(&mut self, at: u32) -> &mut u32;
    fn immortal(&self, at: u32) -> bool {
        self.count(at) == IMMORTAL
    }
    /// Changes the count of a mortal object and returns it; leaves an immortal alone.
    fn recount(&mut self, at: u32, change: i32) -> u32 {
        if self.immortal(at) {
            return IMMORTAL;
        }
        let count = self.count_mut(at);
        *count = count.wrapping_add_signed(change);
        *count
    }
    /// A new slot at the end, with count 0.
    fn push(&mut self, slot: Slot<Self::P>) -> u32;
    fn image(&mut self) -> Self::Image;
    fn start(image: &Self::Image) -> Self;
}

/// A program's heap at work.
pub(crate) struct Lane<H: Heap> {
    pub(crate) heap: H,
    free: u32,
    pending: Vec<u32>,
    /// Mortal objects alive.
    pub(crate) live: u32,
    /// Objects counted once for being here.
    pub(crate) roots: Vec<u32>,
}

/// A checkpoint of a lane.
pub(crate) struct Image<H: Heap> {
    heap: H::Image,
    free: u32,
    live: u32,
    roots: Vec<u32>,
}

impl<H: Heap> Lane<H> {
    /// The first lane of all, made of the base's objects.
    pub(crate) fn from_base(slots: Vec<Slot<H::P>>) -> Self {
        Lane { heap: H::from_base(slots), free: NO_SLOT, pending: Vec::new(), live: 0, roots: Vec::new() }
    }

    pub(crate) fn image(&mut self) -> Image<H> {
        Image { heap: self.heap.image(), free: self.free, live: self.live, roots: self.roots.clone() }
    }

    pub(crate) fn start(image: &Image<H>) -> Self {
        let (free, live, roots) = (image.free, image.live, image.roots.clone());
        Lane { heap: H::start(&image.heap), free, pending: Vec::new(), live, roots }
    }

    /// A new object with count 0.
    pub(crate) fn alloc(&mut self, slot: Slot<H::P>) -> u32 {
        self.live += 1;
        if self.free == NO_SLOT {
            return self.heap.push(slot);
        }
        let at = self.free;
        let Slot::Free(next) = std::mem::replace(self.heap.slot_mut(at), slot) else {
            panic!("slot {at} is on the free list and not free")
        };
        self.free = next;
        at
    }

    /// Makes `settle` look at an object that nobody has counted yet.
    pub(crate) fn suspect(&mut self, at: u32) {
        self.pending.push(at);
    }

    #[inline]
    pub(crate) fn inc(&mut self, value: Value) {
        if let Value::Ref(at) = value {
            self.heap.recount(at, 1);
        }
    }

    #[inline]
    pub(crate) fn dec(&mut self, value: Value) {
        if let Value::Ref(at) = value {
            self.dec_far(at);
        }
    }

    // Out of line: inlined into every instruction it made the interpreter's loop slower, most of all as wasm.
    #[inline(never)]
    fn dec_far(&mut self, at: u32) {
        self.dec_handle(at);
    }

    #[inline]
    pub(crate) fn dec_handle(&mut self, at: u32) {
        if self.heap.recount(at, -1) == 0 {
            self.pending.push(at);
        }
    }

    /// Frees what is pending and still uncounted, and what that frees in turn.
    #[inline]
    pub(crate) fn settle(&mut self) {
        if !self.pending.is_empty() {
            self.bury();
        }
    }

    #[inline(never)]
    fn bury(&mut self) {
        while let Some(at) = self.pending.pop() {
            // An object may be here twice, or have been stored since.
            if self.heap.count(at) != 0 || matches!(self.heap.slot(at), Slot::Free(_)) {
                continue;
            }
            let dead = std::mem::replace(self.heap.slot_mut(at), Slot::Free(self.free));
            self.free = at;
            self.live -= 1;
            dead.items().iter().for_each(|item| self.dec(*item));
        }
    }

    /// Puts a counted value into a changeable object.
    pub(crate) fn store(&mut self, into: u32, index: usize, value: Value) {
        self.inc(value);
        let old = std::mem::replace(&mut self.heap.slot_mut(into).items_mut()[index], value);
        self.dec(old);
    }

    /// Counts every reference anew from the roots and the immortal objects, and compares; returns the mortal objects
    /// reached.
    pub(crate) fn check_counts(&self) -> u32 {
        let mut found = vec![0u32; self.heap.len() as usize];
        let mut todo: Vec<u32> = (0..self.heap.len()).filter(|at| self.heap.count(*at) == IMMORTAL).collect();
        let mut reached = 0;
        let mut see = |at: u32, todo: &mut Vec<u32>| {
            found[at as usize] += 1;
            if found[at as usize] == 1 && self.heap.count(at) != IMMORTAL {
                reached += 1;
                todo.push(at);
            }
        };
        self.roots.iter().for_each(|at| see(*at, &mut todo));
        while let Some(at) = todo.pop() {
            for item in self.heap.slot(at).items() {
                if let Value::Ref(to) = item {
                    see(*to, &mut todo);
                }
            }
        }
        for (at, found) in (0..).zip(found) {
            let kept = self.heap.count(at);
            assert!(kept == IMMORTAL || kept == found, "object {at}: {kept} kept, {found} found");
        }
        reached
    }
}
