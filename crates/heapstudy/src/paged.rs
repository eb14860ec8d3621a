//! Designs with pages copied when written. A lane starts with the base's pages; a checkpoint is a copy of the page table.
//!
//! Without `BOUND` an immortal object's count says so; with it, its handle does, by lying below the base's end.

use crate::heap::{Heap, IMMORTAL};
use crate::value::{Payload, Slot};
use std::rc::Rc;

/// A table of pages of `N` entries.
#[derive(Clone)]
struct Pages<T, const N: usize>(Vec<Rc<[T; N]>>);

impl<T: Clone, const N: usize> Pages<T, N> {
    fn at(&self, at: u32) -> &T {
        &self.0[at as usize / N][at as usize % N]
    }

    /// The fault: a page that somebody else holds too is copied first.
    fn at_mut(&mut self, at: u32) -> &mut T {
        let page = &mut self.0[at as usize / N];
        if Rc::strong_count(page) != 1 {
            copy(page);
        }
        match Rc::get_mut(page) {
            Some(page) => &mut page[at as usize % N],
            None => panic!("a page was shared by a weak reference"),
        }
    }

    /// Adds a page.
    fn grow(&mut self, empty: impl Fn() -> T) {
        self.0.push(Rc::new(std::array::from_fn(|_| empty())));
    }
}

#[cold]
#[inline(never)]
fn copy<T: Clone, const N: usize>(page: &mut Rc<[T; N]>) {
    *page = Rc::new((**page).clone());
}

/// B1: the count lies beside the slot.
#[derive(Clone)]
pub(crate) struct Beside<P: Payload, const N: usize, const BOUND: bool> {
    pages: Pages<(u32, Slot<P>), N>,
    bound: u32,
    len: u32,
}

impl<P: Payload, const N: usize, const BOUND: bool> Heap for Beside<P, N, BOUND> {
    type P = P;
    type Image = Self;
    fn from_base(slots: Vec<Slot<P>>) -> Self {
        let mut heap = Beside { pages: Pages(Vec::new()), bound: slots.len() as u32, len: 0 };
        for slot in slots {
            let at = heap.push(slot);
            *heap.count_mut(at) = IMMORTAL;
        }
        heap
    }
    fn len(&self) -> u32 {
        self.len
    }
    fn slot(&self, at: u32) -> &Slot<P> {
        &self.pages.at(at).1
    }
    fn slot_mut(&mut self, at: u32) -> &mut Slot<P> {
        &mut self.pages.at_mut(at).1
    }
    fn count(&self, at: u32) -> u32 {
        self.pages.at(at).0
    }
    fn count_mut(&mut self, at: u32) -> &mut u32 {
        &mut self.pages.at_mut(at).0
    }
    fn immortal(&self, at: u32) -> bool {
        if BOUND {
            at < self.bound
        } else {
            self.count(at) == IMMORTAL
        }
    }
    fn push(&mut self, slot: Slot<P>) -> u32 {
        let at = self.len;
        if (at as usize).is_multiple_of(N) {
            self.pages.grow(|| (0, Slot::Free(0)));
        }
        self.len += 1;
        *self.slot_mut(at) = slot;
        at
    }
    fn image(&mut self) -> Self {
        self.clone()
    }
    fn start(image: &Self) -> Self {
        image.clone()
    }
}

/// B2: counts in pages of their own; those of the base are one and the same page.
#[derive(Clone)]
pub(crate) struct Apart<P: Payload, const N: usize, const BOUND: bool> {
    slots: Pages<Slot<P>, N>,
    counts: Pages<u32, N>,
    bound: u32,
    len: u32,
}

impl<P: Payload, const N: usize, const BOUND: bool> Heap for Apart<P, N, BOUND> {
    type P = P;
    type Image = Self;
    fn from_base(slots: Vec<Slot<P>>) -> Self {
        let mut heap = Apart { slots: Pages(Vec::new()), counts: Pages(Vec::new()), bound: 0, len: 0 };
        slots.into_iter().for_each(|slot| _ = heap.push(slot));
        let immortal = Rc::new([IMMORTAL; N]);
        heap.counts.0.fill(immortal);
        heap.len = (heap.slots.0.len() * N) as u32;
        heap.bound = heap.len;
        heap
    }
    fn len(&self) -> u32 {
        self.len
    }
    fn slot(&self, at: u32) -> &Slot<P> {
        self.slots.at(at)
    }
    fn slot_mut(&mut self, at: u32) -> &mut Slot<P> {
        self.slots.at_mut(at)
    }
    fn count(&self, at: u32) -> u32 {
        *self.counts.at(at)
    }
    fn count_mut(&mut self, at: u32) -> &mut u32 {
        self.counts.at_mut(at)
    }
    fn immortal(&self, at: u32) -> bool {
        if BOUND {
            at < self.bound
        } else {
            self.count(at) == IMMORTAL
        }
    }
    fn push(&mut self, slot: Slot<P>) -> u32 {
        let at = self.len;
        if (at as usize).is_multiple_of(N) {
            self.slots.grow(|| Slot::Free(0));
            self.counts.grow(|| 0);
        }
        self.len += 1;
        *self.slot_mut(at) = slot;
        at
    }
    fn image(&mut self) -> Self {
        self.clone()
    }
    fn start(image: &Self) -> Self {
        image.clone()
    }
}
