//! A small register interpreter: what an instruction costs over a given heap.

use crate::counting::Counting;
use crate::heap::{Heap, Lane};
use crate::value::{Items, Slot, Value};

/// An instruction; letters name registers (`d` is written), `cache` an entry of the attribute caches.
#[derive(Clone, Copy)]
pub(crate) enum Op {
    Add {
        d: u8,
        a: u8,
        b: u8,
    },
    And {
        d: u8,
        a: u8,
        b: u8,
    },
    JumpIfNotLess {
        a: u8,
        b: u8,
        to: u16,
    },
    Jump {
        to: u16,
    },
    LoadAttr {
        d: u8,
        o: u8,
        cache: u8,
    },
    StoreAttr {
        o: u8,
        cache: u8,
        s: u8,
    },
    GetItem {
        d: u8,
        l: u8,
        i: u8,
    },
    SetItem {
        l: u8,
        i: u8,
        s: u8,
    },
    /// Moves two registers, from `first` on, into a new pair.
    Pair {
        d: u8,
        first: u8,
    },
    /// Both registers hold the value afterwards.
    Copy {
        d: u8,
        s: u8,
    },
    /// `s` is a temporary at its only use.
    Move {
        d: u8,
        s: u8,
    },
    Halt,
}

/// A monomorphic attribute cache: the class it was filled for and the field's index.
pub(crate) type Cache = (u32, u32);

#[cold]
fn wrong(what: &str) -> ! {
    panic!("the study's program misused {what}")
}

// The helpers are inlined by force: left to itself the compiler chose differently for the two countings, and what was
// measured was that choice.
#[inline(always)]
fn int<C: Counting>(regs: &[C::Held], r: u8) -> i64 {
    match C::get(&regs[r as usize]) {
        Value::Int(int) => int,
        _ => wrong("an int"),
    }
}

#[inline(always)]
fn handle<C: Counting>(regs: &[C::Held], r: u8) -> u32 {
    match C::get(&regs[r as usize]) {
        Value::Ref(at) => at,
        _ => wrong("a reference"),
    }
}

#[inline(always)]
fn field<H: Heap>(lane: &Lane<H>, at: u32, (class, index): Cache) -> Value {
    match lane.heap.slot(at) {
        Slot::Instance { class: found, fields } if *found == class => fields.get()[index as usize],
        _ => wrong("an instance"),
    }
}

#[inline(always)]
fn item<H: Heap>(lane: &Lane<H>, at: u32, index: usize) -> Value {
    match lane.heap.slot(at) {
        Slot::List(items) => items.get()[index],
        Slot::Tuple(items) => items.get()[index],
        _ => wrong("a sequence"),
    }
}

#[inline(always)]
fn set<H: Heap, C: Counting>(lane: &mut Lane<H>, regs: &mut [C::Held], d: u8, value: Value) {
    let held = C::hold(lane, value);
    C::set(lane, &mut regs[d as usize], held);
}

#[inline(always)]
fn put<H: Heap, C: Counting>(lane: &mut Lane<H>, into: u32, index: usize, value: Value) {
    let held = C::hold(lane, value);
    C::put(lane, into, index, held);
}

/// Runs until `Halt` or out of fuel; returns the number of instructions.
#[inline(never)]
pub(crate) fn run<H: Heap, C: Counting>(
    lane: &mut Lane<H>,
    (code, caches): (&[Op], &[Cache]),
    regs: &mut [C::Held],
    fuel: u64,
) -> u64 {
    let (mut pc, mut left) = (0usize, fuel);
    while left > 0 {
        left -= 1;
        let op = code[pc];
        pc += 1;
        match op {
            Op::Add { d, a, b } => {
                let sum = int::<C>(regs, a).checked_add(int::<C>(regs, b));
                set::<H, C>(lane, regs, d, Value::Int(sum.unwrap_or_else(|| wrong("the range of ints"))));
            }
            Op::And { d, a, b } => set::<H, C>(lane, regs, d, Value::Int(int::<C>(regs, a) & int::<C>(regs, b))),
            Op::JumpIfNotLess { a, b, to } if int::<C>(regs, a) >= int::<C>(regs, b) => pc = to as usize,
            Op::JumpIfNotLess { .. } => {}
            Op::Jump { to } => pc = to as usize,
            Op::LoadAttr { d, o, cache } => {
                let value = field(lane, handle::<C>(regs, o), caches[cache as usize]);
                set::<H, C>(lane, regs, d, value);
            }
            Op::StoreAttr { o, cache, s } => {
                let (into, cache) = (handle::<C>(regs, o), caches[cache as usize]);
                field(lane, into, cache);
                put::<H, C>(lane, into, cache.1 as usize, C::get(&regs[s as usize]));
            }
            Op::GetItem { d, l, i } => {
                let value = item(lane, handle::<C>(regs, l), int::<C>(regs, i) as usize);
                set::<H, C>(lane, regs, d, value);
            }
            Op::SetItem { l, i, s } => {
                let (into, index) = (handle::<C>(regs, l), int::<C>(regs, i) as usize);
                put::<H, C>(lane, into, index, C::get(&regs[s as usize]));
            }
            Op::Pair { d, first } => {
                let pair = [first, first + 1].map(|r| C::raw(std::mem::replace(&mut regs[r as usize], C::none())));
                let pair = C::make(lane, Slot::Tuple(Vec::from(pair).into()));
                C::set(lane, &mut regs[d as usize], pair);
            }
            Op::Copy { d, s } => set::<H, C>(lane, regs, d, C::get(&regs[s as usize])),
            Op::Move { d, s } => {
                let held = std::mem::replace(&mut regs[s as usize], C::none());
                C::set_moved(lane, &mut regs[d as usize], held);
            }
            Op::Halt => break,
        }
        C::settle(lane);
    }
    fuel - left
}
