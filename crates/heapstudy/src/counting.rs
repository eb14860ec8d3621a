//! Two ways to count references that code holds; both deal with deaths between instructions.

use crate::heap::{Heap, Lane};
use crate::value::{Slot, Value};
use std::cell::RefCell;
use std::mem::{replace, ManuallyDrop};

/// How the interpreter counts what it handles.
pub(crate) trait Counting {
    /// What a register holds and what instructions pass around.
    type Held;
    fn none() -> Self::Held;
    fn get(held: &Self::Held) -> Value;
    /// Takes hold of a value that lies in a slot or a register.
    fn hold<H: Heap>(lane: &mut Lane<H>, value: Value) -> Self::Held;
    fn make<H: Heap>(lane: &mut Lane<H>, slot: Slot<H::P>) -> Self::Held;
    /// Puts into a register what an instruction made or took hold of.
    fn set<H: Heap>(lane: &mut Lane<H>, register: &mut Self::Held, held: Self::Held);
    /// Puts into a register what was moved out of another one.
    fn set_moved<H: Heap>(lane: &mut Lane<H>, register: &mut Self::Held, held: Self::Held);
    /// Turns what was moved out of a register into the raw, counted value of a new object.
    fn raw(held: Self::Held) -> Value;
    /// Puts a value into a changeable object.
    fn put<H: Heap>(lane: &mut Lane<H>, into: u32, index: usize, held: Self::Held);
    /// Between two instructions.
    fn settle<H: Heap>(lane: &mut Lane<H>);
}

/// K: the interpreter counts stores, into registers and objects alike; what code holds meanwhile is not counted.
pub(crate) struct Kept;

impl Counting for Kept {
    type Held = Value;

    fn none() -> Value {
        Value::None
    }
    fn get(held: &Value) -> Value {
        *held
    }
    fn hold<H: Heap>(_: &mut Lane<H>, value: Value) -> Value {
        value
    }
    fn make<H: Heap>(lane: &mut Lane<H>, slot: Slot<H::P>) -> Value {
        let at = lane.alloc(slot);
        lane.suspect(at);
        Value::Ref(at)
    }
    fn set<H: Heap>(lane: &mut Lane<H>, register: &mut Value, held: Value) {
        lane.inc(held);
        lane.dec(replace(register, held));
    }
    fn set_moved<H: Heap>(lane: &mut Lane<H>, register: &mut Value, held: Value) {
        lane.dec(replace(register, held));
    }
    fn raw(held: Value) -> Value {
        held
    }
    fn put<H: Heap>(lane: &mut Lane<H>, into: u32, index: usize, held: Value) {
        lane.store(into, index, held);
    }
    fn settle<H: Heap>(lane: &mut Lane<H>) {
        lane.settle();
    }
}

thread_local! {
    // Never dropped: a destructor to register would cost each access a test.
    static DROPPED: RefCell<ManuallyDrop<Vec<u32>>> = const { RefCell::new(ManuallyDrop::new(Vec::new())) };
}

/// A value that owns one count; to drop it is to queue the decrement, for `drop` has no heap at hand.
pub(crate) struct Own(Value);

impl Drop for Own {
    #[inline]
    fn drop(&mut self) {
        if let Value::Ref(at) = self.0 {
            DROPPED.with_borrow_mut(|queue| queue.push(at));
        }
    }
}

/// H: owning handles. Objects hold raw values, since to clone or drop a page must not count.
pub(crate) struct Handles;

impl Counting for Handles {
    type Held = Own;

    fn none() -> Own {
        Own(Value::None)
    }
    fn get(held: &Own) -> Value {
        held.0
    }
    fn hold<H: Heap>(lane: &mut Lane<H>, value: Value) -> Own {
        lane.inc(value);
        Own(value)
    }
    fn make<H: Heap>(lane: &mut Lane<H>, slot: Slot<H::P>) -> Own {
        let at = Value::Ref(lane.alloc(slot));
        Self::hold(lane, at)
    }
    fn set<H: Heap>(_: &mut Lane<H>, register: &mut Own, held: Own) {
        *register = held;
    }
    fn set_moved<H: Heap>(_: &mut Lane<H>, register: &mut Own, held: Own) {
        *register = held;
    }
    fn raw(held: Own) -> Value {
        ManuallyDrop::new(held).0
    }
    fn put<H: Heap>(lane: &mut Lane<H>, into: u32, index: usize, held: Own) {
        let place = &mut lane.heap.slot_mut(into).items_mut()[index];
        drop(Own(replace(place, Self::raw(held))));
    }
    fn settle<H: Heap>(lane: &mut Lane<H>) {
        DROPPED.with_borrow_mut(|queue| queue.drain(..).for_each(|at| lane.dec_handle(at)));
        lane.settle();
    }
}
