//! The workload: a base like CPython's heap after `import asyncio`, a lane's own objects, changes and a program.

use crate::counting::Counting;
use crate::heap::{Heap, Lane};
use crate::interp::{run, Cache, Op};
use crate::value::{Payload, Slot, Value};

/// Objects that CPython 3.11 holds after `import asyncio`.
pub(crate) const BASE: u32 = 65_000;
/// Objects a lane makes for itself.
pub(crate) const YOUNG: u32 = 5_000;
/// The class of every instance: a handle that is only compared.
const CLASS: u32 = 0;

/// A linear congruential generator (Knuth's MMIX constants), the same on every host.
pub(crate) struct Lcg(pub(crate) u64);

impl Lcg {
    pub(crate) fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (((self.0 >> 32) * u64::from(limit)) >> 32) as u32
    }
}

/// The base's objects: 45 % str, 20 % tuple, 15 % functions and instances, 10 % dict, 5 % list, 5 % cell and float.
pub(crate) fn base<P: Payload>(size: u32) -> Vec<Slot<P>> {
    let mut lcg = Lcg(1);
    let refs = |lcg: &mut Lcg, n: u32| -> Vec<Value> { (0..n).map(|_| Value::Ref(lcg.below(size))).collect() };
    let one = |lcg: &mut Lcg| match lcg.below(100) {
        0..45 => Slot::Str("name_of_a_thing_in_some_module_or_a_text"[..8 + lcg.below(32) as usize].into()),
        45..65 => Slot::Tuple(refs(lcg, 4).into()),
        65..72 => {
            let code = [0u8; 64].into();
            Slot::Function { code, parts: [lcg.below(size); 4], defaults: Value::None }
        }
        72..80 => Slot::Instance { class: CLASS, fields: refs(lcg, 6).into() },
        80..90 => Slot::Dict(refs(lcg, 16).into()),
        90..95 => Slot::List(refs(lcg, 8).into()),
        95..98 => Slot::Cell(Value::Ref(lcg.below(size))),
        _ => Slot::Float(0.5),
    };
    (0..size).map(|_| one(&mut lcg)).collect()
}

/// Gives a lane its own objects, by turns a str and an instance, held by its roots.
pub(crate) fn populate<H: Heap>(lane: &mut Lane<H>, young: u32) {
    for number in 0..young {
        let slot = if number % 2 == 0 {
            Slot::Str("young".into())
        } else {
            let fields = vec![Value::Int(0), Value::None, Value::Ref(number), Value::None];
            Slot::Instance { class: CLASS, fields: fields.into() }
        };
        root(lane, slot);
    }
}

fn root<H: Heap>(lane: &mut Lane<H>, slot: Slot<H::P>) -> u32 {
    let at = lane.alloc(slot);
    lane.inc(Value::Ref(at));
    lane.roots.push(at);
    at
}

/// Where a list of changes strikes.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Where {
    /// Any changeable object of the heap.
    Anywhere,
    /// The lane's own objects: what a program mostly changes.
    Young,
    /// The counts of the lane's own objects and nothing else, as when a program only looks at them.
    Counts,
}

/// A list of changes: put a young str (so that no cycle comes about) into the first field of an object.
pub(crate) fn changes<H: Heap>(lane: &Lane<H>, number: usize, place: Where) -> Vec<(u32, Value)> {
    let mut lcg = Lcg(7);
    let changeable = |at: u32| {
        use Slot::{Cell, Dict, Instance, List};
        matches!(lane.heap.slot(at), Instance { .. } | List(_) | Dict(_) | Cell(_))
    };
    let all = (0..lane.heap.len()).filter(|at| place == Where::Anywhere || !lane.heap.immortal(*at));
    let all: Vec<u32> = all.filter(|at| changeable(*at)).collect();
    let strs: Vec<u32> = lane.roots.iter().copied().filter(|at| !changeable(*at)).collect();
    let mut pick = |of: &[u32]| of[lcg.below(of.len() as u32) as usize];
    (0..number).map(|_| (pick(&all), Value::Ref(pick(&strs)))).collect()
}

/// Carries the changes out, each like an instruction.
pub(crate) fn change<H: Heap>(lane: &mut Lane<H>, changes: &[(u32, Value)], place: Where) {
    for (into, value) in changes {
        if place == Where::Counts {
            lane.inc(Value::Ref(*into));
            lane.dec(Value::Ref(*into));
        } else {
            lane.store(*into, 0, *value);
        }
        lane.settle();
    }
}

/// Registers: 0 turn, 1 turns, 2 instances, 3 ring, 4 one, 5 mask, the rest temporaries.
const REGISTERS: usize = 18;
/// Instances and ring items the program goes through; a power of two.
const SPREAD: u32 = 256;

/// 21 instructions a turn: seven on ints and jumps, three on attributes, five on items, six that make or move things.
const PROGRAM: [Op; 22] = [
    Op::JumpIfNotLess { a: 0, b: 1, to: 21 },
    Op::And { d: 6, a: 0, b: 5 },
    Op::Add { d: 7, a: 0, b: 4 },
    Op::And { d: 8, a: 7, b: 5 },
    Op::GetItem { d: 9, l: 2, i: 6 },
    Op::LoadAttr { d: 10, o: 9, cache: 0 },
    Op::Add { d: 10, a: 10, b: 0 },
    Op::StoreAttr { o: 9, cache: 0, s: 10 },
    Op::GetItem { d: 11, l: 3, i: 6 },
    Op::GetItem { d: 12, l: 3, i: 8 },
    Op::SetItem { l: 3, i: 6, s: 12 },
    Op::SetItem { l: 3, i: 8, s: 11 },
    Op::StoreAttr { o: 9, cache: 1, s: 11 },
    Op::LoadAttr { d: 13, o: 9, cache: 2 },
    Op::Copy { d: 14, s: 0 },
    Op::Move { d: 15, s: 13 },
    Op::Pair { d: 16, first: 14 },
    Op::GetItem { d: 17, l: 16, i: 4 },
    Op::Copy { d: 13, s: 17 },
    Op::Move { d: 0, s: 7 },
    Op::Jump { to: 0 },
    Op::Halt,
];

/// A lane ready to run the program, and where its two lists are.
pub(crate) fn prepare<H: Heap>(lane: &mut Lane<H>) -> [u32; 2] {
    let is_instance = |lane: &Lane<H>, at: u32| matches!(lane.heap.slot(at), Slot::Instance { .. });
    let old: Vec<u32> = (0..BASE.min(lane.heap.len())).filter(|at| is_instance(lane, *at)).collect();
    let young: Vec<u32> = lane.roots.iter().copied().filter(|at| is_instance(lane, *at)).collect();
    let mut lcg = Lcg(3);
    let mut pick = |turn: u32| {
        let from = if turn.is_multiple_of(2) { &old } else { &young };
        from[lcg.below(from.len() as u32) as usize]
    };
    let instances: Vec<Value> = (0..SPREAD).map(|turn| Value::Ref(pick(turn))).collect();
    let ring: Vec<Value> = lane.roots.iter().step_by(2).take(SPREAD as usize).map(|at| Value::Ref(*at)).collect();
    for at in &instances {
        let Value::Ref(at) = *at else { panic!("an instance has a handle") };
        lane.store(at, 0, Value::Int(0));
    }
    instances.iter().chain(&ring).for_each(|item| lane.inc(*item));
    [instances, ring].map(|items| root(lane, Slot::List(items.into())))
}

/// Runs the program; returns the instructions executed.
pub(crate) fn execute<H: Heap, C: Counting>(lane: &mut Lane<H>, lists: [u32; 2], turns: i64) -> u64 {
    let mut regs: Vec<C::Held> = (0..REGISTERS).map(|_| C::none()).collect();
    let [instances, ring] = lists.map(Value::Ref);
    let ints = [(0, 0), (1, turns), (4, 1), (5, i64::from(SPREAD) - 1)].map(|(r, int)| (r, Value::Int(int)));
    for (register, value) in ints.into_iter().chain([(2, instances), (3, ring)]) {
        let held = C::hold(lane, value);
        C::set(lane, &mut regs[register], held);
    }
    let caches: [Cache; 3] = [0, 1, 2].map(|index| (CLASS, index));
    let executed = run::<H, C>(lane, (&PROGRAM, &caches), &mut regs, u64::MAX);
    regs.iter_mut().for_each(|register| C::set(lane, register, C::none()));
    C::settle(lane);
    executed
}

/// What the program left behind: the same for every design and counting.
pub(crate) fn checksum<H: Heap>(lane: &Lane<H>) -> (u32, i64) {
    let sum = |at: u32| match lane.heap.slot(at).items().first() {
        Some(Value::Int(int)) => *int,
        _ => 0,
    };
    (lane.live, (0..lane.heap.len()).map(sum).fold(0, i64::wrapping_add))
}
