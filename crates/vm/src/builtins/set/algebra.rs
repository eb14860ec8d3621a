//! Set operations. Each goes as CPython's does (which set is scanned, whose keys the result has),
//! since a program sees that in the order of the result; where a key has to be asked, the prelude's
//! function of the same name begins again.

use super::table::{add_all, base_class, copied, discard, entries, has, plain_entries};
use super::{is_set, others};
use crate::builtins::list::shared::{done, object, receiver};
use crate::classes;
use crate::cx::Cx;
use crate::keys::Find;
use crate::native::{NativeFrame, NativeResult, Resumed};
use crate::value::{Ref, Value};

/// The end of an operation: the new set, or the prelude's function.
fn result(cx: &mut Cx<'_>, set: Option<Ref>, f: &NativeFrame, function: &str) -> NativeResult {
    match set {
        Some(set) => done(set.into()),
        None => Ok(cx.tail(function, &[f.args[0], f.args[1]])),
    }
}

/// The end of a change in place, or the prelude's function.
fn changed(cx: &mut Cx<'_>, ok: Option<()>, f: &NativeFrame, function: &str) -> NativeResult {
    match ok {
        Some(()) => done(Value::NONE),
        None => Ok(cx.tail(function, &[f.args[0], f.args[1]])),
    }
}

pub(super) fn union(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let set = copied(cx, receiver(f));
    let plain = others(cx, f).into_iter().all(|v| v.is(f.args[0]) || add_all(cx, set, v));
    result(cx, plain.then_some(set), f, "set_union")
}

pub(super) fn update(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let set = receiver(f);
    let plain = others(cx, f).into_iter().all(|v| add_all(cx, set, v));
    changed(cx, plain.then_some(()), f, "set_update")
}

fn intersect(cx: &mut Cx<'_>, set: Ref, other: Value) -> Option<Ref> {
    if other.is(set.into()) {
        return Some(copied(cx, set));
    }
    let (mut look, mut keys) = (set, plain_entries(cx, other)?);
    if is_set(cx, other) && keys.len() > cx.vm.heap.set(set).len() {
        (look, keys) = (object(other), entries(cx, set));
    }
    let class = base_class(cx, set);
    let to = cx.new_set(class);
    for (hash, key) in keys {
        if has(cx, look, hash, key)? && !super::table::add(cx, to, hash, key) {
            return None;
        }
    }
    Some(to)
}

fn intersect_all(cx: &mut Cx<'_>, f: &NativeFrame) -> Option<Ref> {
    let others = others(cx, f);
    let Some((&first, rest)) = others.split_first() else { return Some(copied(cx, receiver(f))) };
    let mut set = intersect(cx, receiver(f), first)?;
    for &other in rest {
        set = intersect(cx, set, other)?;
    }
    Some(set)
}

pub(super) fn intersection(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let set = intersect_all(cx, f);
    result(cx, set, f, "set_intersection")
}

pub(super) fn intersection_update(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let ok = intersect_all(cx, f).map(|set| cx.vm.heap.set_adopt(receiver(f), set));
    changed(cx, ok, f, "set_intersection_update")
}

fn subtract(cx: &mut Cx<'_>, set: Ref, other: Value) -> Option<Ref> {
    let size = match cx.class_of(other) {
        classes::DICT => Some(cx.vm.heap.dict(object(other)).len()),
        _ if is_set(cx, other) => Some(cx.vm.heap.set(object(other)).len()),
        _ => None,
    };
    // CPython copies where the other is no table, or much smaller.
    if size.is_none_or(|n| cx.vm.heap.set(set).len() >> 2 > n) {
        let to = copied(cx, set);
        subtract_in_place(cx, to, other)?;
        return Some(to);
    }
    let class = base_class(cx, set);
    let to = cx.new_set(class);
    for (hash, key) in entries(cx, set) {
        let found = if is_set(cx, other) {
            has(cx, object(other), hash, key)?
        } else {
            match cx.vm.find_in_dict(object(other), key, hash, 0) {
                Find::Found(_) => true,
                Find::Missing => false,
                Find::Ask { .. } => return None,
            }
        };
        if !found && !super::table::add(cx, to, hash, key) {
            return None;
        }
    }
    Some(to)
}

fn subtract_in_place(cx: &mut Cx<'_>, set: Ref, other: Value) -> Option<()> {
    if other.is(set.into()) {
        cx.vm.heap.set_clear(set);
        return Some(());
    }
    for (hash, key) in plain_entries(cx, other)? {
        discard(cx, set, hash, key)?;
    }
    cx.vm.heap.set_tidy(set);
    Some(())
}

pub(super) fn difference(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let others = others(cx, f);
    let Some((&first, rest)) = others.split_first() else { return done(copied(cx, receiver(f)).into()) };
    let set = subtract(cx, receiver(f), first);
    let set = set.and_then(|set| rest.iter().try_for_each(|&v| subtract_in_place(cx, set, v)).map(|()| set));
    result(cx, set, f, "set_difference")
}

pub(super) fn difference_update(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let set = receiver(f);
    let ok = others(cx, f).into_iter().try_for_each(|v| subtract_in_place(cx, set, v));
    changed(cx, ok, f, "set_difference_update")
}

/// Removes what both have, adds what only the other has. Nothing is changed if Python has to be asked.
fn toggle(cx: &mut Cx<'_>, set: Ref, other: Ref) -> Option<()> {
    if set == other {
        cx.vm.heap.set_clear(set);
        return Some(());
    }
    let keys = entries(cx, other);
    for &(hash, key) in &keys {
        // The second question stands for those that the keys added here would be asked.
        has(cx, set, hash, key)?;
        has(cx, other, hash, key)?;
    }
    for (hash, key) in keys {
        if !discard(cx, set, hash, key)? {
            cx.vm.heap.set_insert_new(set, hash, key);
        }
    }
    Some(())
}

/// A new set of an iterable's keys, of the class that goes with `like`.
fn set_of(cx: &mut Cx<'_>, like: Ref, v: Value) -> Option<Ref> {
    let class = base_class(cx, like);
    let set = cx.new_set(class);
    add_all(cx, set, v).then_some(set)
}

fn exclusive(cx: &mut Cx<'_>, set: Ref, other: Value) -> Option<Ref> {
    let to = set_of(cx, set, other)?;
    toggle(cx, to, set)?;
    Some(to)
}

fn toggle_by(cx: &mut Cx<'_>, set: Ref, other: Value) -> Option<()> {
    let other = if is_set(cx, other) { object(other) } else { set_of(cx, set, other)? };
    toggle(cx, set, other)
}

pub(super) fn symmetric_difference(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let set = exclusive(cx, receiver(f), f.args[1]);
    result(cx, set, f, "set_symmetric_difference")
}

pub(super) fn symmetric_difference_update(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let ok = toggle_by(cx, receiver(f), f.args[1]);
    changed(cx, ok, f, "set_symmetric_difference_update")
}

fn disjoint(cx: &mut Cx<'_>, set: Ref, other: Value) -> Option<bool> {
    if other.is(set.into()) {
        return Some(cx.vm.heap.set(set).is_empty());
    }
    let (mut look, mut keys) = (set, plain_entries(cx, other)?);
    if is_set(cx, other) && keys.len() > cx.vm.heap.set(set).len() {
        (look, keys) = (object(other), entries(cx, set));
    }
    for (hash, key) in keys {
        if has(cx, look, hash, key)? {
            return Some(false);
        }
    }
    Some(true)
}

pub(super) fn isdisjoint(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match disjoint(cx, receiver(f), f.args[1]) {
        Some(b) => done(Value::bool(b)),
        None => Ok(cx.tail("set_isdisjoint", &[f.args[0], f.args[1]])),
    }
}

/// Whether every key of `a` is in `b`; `None` if Python has to be asked.
fn subset(cx: &Cx<'_>, a: Ref, b: Ref) -> Option<bool> {
    if cx.vm.heap.set(a).len() > cx.vm.heap.set(b).len() {
        return Some(false);
    }
    for (hash, key) in entries(cx, a) {
        if !has(cx, b, hash, key)? {
            return Some(false);
        }
    }
    Some(true)
}

pub(super) fn issubset(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let set = receiver(f);
    let known = match is_set(cx, f.args[1]) {
        true => subset(cx, set, object(f.args[1])),
        false => intersect(cx, set, f.args[1]).map(|both| cx.vm.heap.set(both).len() == cx.vm.heap.set(set).len()),
    };
    match known {
        Some(b) => done(Value::bool(b)),
        None => Ok(cx.tail("set_issubset", &[f.args[0], f.args[1]])),
    }
}

pub(super) fn issuperset(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let set = receiver(f);
    let known = match is_set(cx, f.args[1]) {
        true => subset(cx, object(f.args[1]), set),
        false => contains_all(cx, set, f.args[1]),
    };
    match known {
        Some(b) => done(Value::bool(b)),
        None => Ok(cx.tail("set_issuperset", &[f.args[0], f.args[1]])),
    }
}

fn contains_all(cx: &mut Cx<'_>, set: Ref, other: Value) -> Option<bool> {
    for (hash, key) in plain_entries(cx, other)? {
        if !has(cx, set, hash, key)? {
            return Some(false);
        }
    }
    Some(true)
}

/// Both operands of an operator, if both are sets.
fn operands(cx: &Cx<'_>, f: &NativeFrame) -> Option<(Ref, Ref)> {
    let (a, b) = (f.args[0], f.args[1]);
    (is_set(cx, a) && is_set(cx, b)).then(|| (object(a), object(b)))
}

/// An operator's new set; the prelude's function takes the others as a tuple.
fn operator(
    cx: &mut Cx<'_>,
    f: &NativeFrame,
    reflected: bool,
    function: &str,
    make: fn(&mut Cx<'_>, Ref, Value) -> Option<Ref>,
) -> NativeResult {
    let Some((a, b)) = operands(cx, f) else { return done(Value::NOT_IMPLEMENTED) };
    let (a, b) = if reflected { (b, a) } else { (a, b) };
    match make(cx, a, b.into()) {
        Some(set) => done(set.into()),
        None => {
            let others = cx.new_tuple(&[b.into()]);
            Ok(cx.tail(function, &[a.into(), others]))
        }
    }
}

fn unite(cx: &mut Cx<'_>, a: Ref, b: Value) -> Option<Ref> {
    let set = copied(cx, a);
    (b.is(a.into()) || add_all(cx, set, b)).then_some(set)
}

pub(super) fn or(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    operator(cx, f, false, "set_union", unite)
}

pub(super) fn ror(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    operator(cx, f, true, "set_union", unite)
}

pub(super) fn and(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    operator(cx, f, false, "set_intersection", intersect)
}

pub(super) fn rand(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    operator(cx, f, true, "set_intersection", intersect)
}

pub(super) fn sub(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    operator(cx, f, false, "set_difference", subtract)
}

pub(super) fn rsub(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    operator(cx, f, true, "set_difference", subtract)
}

pub(super) fn xor(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    operator(cx, f, false, "set_xor", exclusive)
}

pub(super) fn rxor(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    operator(cx, f, true, "set_xor", exclusive)
}

/// An augmented assignment; the prelude's function gives back the set.
fn in_place(
    cx: &mut Cx<'_>,
    f: &NativeFrame,
    function: &str,
    change: fn(&mut Cx<'_>, Ref, Value) -> Option<()>,
) -> NativeResult {
    let Some((a, b)) = operands(cx, f) else { return done(Value::NOT_IMPLEMENTED) };
    match change(cx, a, b.into()) {
        Some(()) => done(f.args[0]),
        None => Ok(cx.tail(function, &[f.args[0], f.args[1]])),
    }
}

pub(super) fn ior(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    in_place(cx, f, "set_ior", |cx, a, b| add_all(cx, a, b).then_some(()))
}

pub(super) fn iand(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    in_place(cx, f, "set_iand", |cx, a, b| intersect(cx, a, b).map(|set| cx.vm.heap.set_adopt(a, set)))
}

pub(super) fn isub(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    in_place(cx, f, "set_isub", subtract_in_place)
}

pub(super) fn ixor(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    in_place(cx, f, "set_ixor", toggle_by)
}

/// A comparison of two sets: `turned` looks at it from the other side, `strict` wants different sizes.
fn compare(cx: &mut Cx<'_>, f: &NativeFrame, function: &str, turned: bool, strict: bool) -> NativeResult {
    let Some((a, b)) = operands(cx, f) else { return done(Value::NOT_IMPLEMENTED) };
    let (a, b) = if turned { (b, a) } else { (a, b) };
    if strict && cx.vm.heap.set(a).len() >= cx.vm.heap.set(b).len() {
        return done(Value::FALSE);
    }
    match subset(cx, a, b) {
        Some(known) => done(Value::bool(known)),
        None => Ok(cx.tail(function, &[a.into(), b.into()])),
    }
}

pub(super) fn lt(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    compare(cx, f, "set_issubset", false, true)
}

pub(super) fn le(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    compare(cx, f, "set_issubset", false, false)
}

pub(super) fn gt(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    compare(cx, f, "set_issubset", true, true)
}

pub(super) fn ge(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    compare(cx, f, "set_issubset", true, false)
}

fn equal(cx: &mut Cx<'_>, f: &NativeFrame, function: &str, same: bool) -> NativeResult {
    let Some((a, b)) = operands(cx, f) else { return done(Value::NOT_IMPLEMENTED) };
    if cx.vm.heap.set(a).len() != cx.vm.heap.set(b).len() {
        return done(Value::bool(!same));
    }
    match subset(cx, a, b) {
        Some(known) => done(Value::bool(known == same)),
        None => Ok(cx.tail(function, &[a.into(), b.into()])),
    }
}

pub(super) fn eq(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    equal(cx, f, "set_issubset", true)
}

pub(super) fn ne(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    equal(cx, f, "set_unequal", false)
}
