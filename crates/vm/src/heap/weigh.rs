//! How many bytes a heap holds, for a scale on which its clones lie too.

use super::{Body, CountPage, Heap, Object, SlotPage};
use crate::value::Value;
use abi::Scale;
use std::mem::{size_of, size_of_val};
use std::rc::Rc;

/// Bytes of a table an entry, beside its values: hashes and the index.
const ENTRY: usize = 16;

impl Heap {
    /// Puts the heap on the scale: pages that it shares with another heap there count once. What pages share among
    /// themselves (texts, code) is left out: a clone does not copy it.
    pub fn weigh(&self, scale: &mut Scale) {
        scale.own(size_of_val(&*self.slots) + size_of_val(&*self.counts) + size_of_val(&*self.free));
        for page in &self.slots {
            scale.shared(Rc::as_ptr(page).addr(), || {
                size_of::<SlotPage>() + page.0.iter().flatten().map(payload).sum::<usize>()
            });
        }
        for page in &self.counts {
            scale.shared(Rc::as_ptr(page).addr(), size_of::<CountPage>);
        }
    }
}

/// About as many bytes as a copy of the object takes outside its slot.
fn payload(object: &Object) -> usize {
    match &object.body {
        Body::Instance | Body::Int(_) | Body::BigInt(_) | Body::Float(_) | Body::Str(_) | Body::Bytes(_) => 0,
        Body::Method(_) | Body::Native(_) | Body::Cell(_) | Body::Code(_) => 0,
        Body::ByteArray(bytes) => bytes.capacity(),
        Body::List(items) => items.capacity() * size_of::<Value>(),
        body => {
            let mut values = 0;
            body.each(&mut |_| values += 1);
            let table = if matches!(body, Body::Dict(_) | Body::Set(_)) { values * ENTRY } else { 0 };
            size_of::<Object>() + values * size_of::<Value>() + table
        }
    }
}
