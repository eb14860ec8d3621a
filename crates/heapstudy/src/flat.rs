//! Designs with one flat vector: C is cloned whole, A remembers which of its pages were written.

use crate::heap::{Heap, IMMORTAL};
use crate::value::{Payload, Slot};
use std::rc::Rc;

/// C: slots with their counts, cloned whole.
#[derive(Clone)]
pub(crate) struct Flat<P: Payload>(Vec<(u32, Slot<P>)>);

impl<P: Payload> Heap for Flat<P> {
    type P = P;
    type Image = Self;
    fn from_base(slots: Vec<Slot<P>>) -> Self {
        Flat(slots.into_iter().map(|slot| (IMMORTAL, slot)).collect())
    }
    fn len(&self) -> u32 {
        self.0.len() as u32
    }
    fn slot(&self, at: u32) -> &Slot<P> {
        &self.0[at as usize].1
    }
    fn slot_mut(&mut self, at: u32) -> &mut Slot<P> {
        &mut self.0[at as usize].1
    }
    fn count(&self, at: u32) -> u32 {
        self.0[at as usize].0
    }
    fn count_mut(&mut self, at: u32) -> &mut u32 {
        &mut self.0[at as usize].0
    }
    fn push(&mut self, slot: Slot<P>) -> u32 {
        self.0.push((0, slot));
        self.len() - 1
    }
    fn image(&mut self) -> Self {
        self.clone()
    }
    fn start(image: &Self) -> Self {
        image.clone()
    }
}

/// A: a flat vector; an image shares the pages of `N` slots that were not written since the last one. Counts lie apart,
/// for a count that dirtied its page would dirty nearly all, and are copied whole.
pub(crate) struct Dirty<P: Payload, const N: usize> {
    slots: Vec<Slot<P>>,
    counts: Vec<u32>,
    dirty: Vec<bool>,
    /// As of the last image.
    pages: Vec<Rc<[Slot<P>]>>,
}

impl<P: Payload, const N: usize> Heap for Dirty<P, N> {
    type P = P;
    type Image = (Vec<Rc<[Slot<P>]>>, Vec<u32>);
    fn from_base(slots: Vec<Slot<P>>) -> Self {
        let counts = vec![IMMORTAL; slots.len()];
        let dirty = vec![true; slots.len().div_ceil(N)];
        Dirty { slots, counts, dirty, pages: Vec::new() }
    }
    fn len(&self) -> u32 {
        self.slots.len() as u32
    }
    fn slot(&self, at: u32) -> &Slot<P> {
        &self.slots[at as usize]
    }
    fn slot_mut(&mut self, at: u32) -> &mut Slot<P> {
        self.dirty[at as usize / N] = true;
        &mut self.slots[at as usize]
    }
    fn count(&self, at: u32) -> u32 {
        self.counts[at as usize]
    }
    fn count_mut(&mut self, at: u32) -> &mut u32 {
        &mut self.counts[at as usize]
    }
    fn push(&mut self, slot: Slot<P>) -> u32 {
        let at = self.len();
        self.slots.push(slot);
        self.counts.push(0);
        self.dirty.resize(self.slots.len().div_ceil(N), true);
        self.dirty[at as usize / N] = true;
        at
    }
    fn image(&mut self) -> Self::Image {
        for (number, (slots, dirty)) in self.slots.chunks(N).zip(&mut self.dirty).enumerate() {
            if std::mem::take(dirty) {
                match self.pages.get_mut(number) {
                    Some(old) => *old = Rc::from(slots),
                    None => self.pages.push(Rc::from(slots)),
                }
            }
        }
        (self.pages.clone(), self.counts.clone())
    }
    fn start((pages, counts): &Self::Image) -> Self {
        let mut slots = Vec::with_capacity(counts.len());
        pages.iter().for_each(|page| slots.extend_from_slice(page));
        Dirty { slots, counts: counts.clone(), dirty: vec![false; pages.len()], pages: pages.clone() }
    }
}
