//! Whole tables: copying, merging, taking a key out, where that needs no Python.

use super::is_set;
use crate::builtins::list::shared::object;
use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::keys::{Answer, Find};
use crate::value::{Ref, Value};

/// `set` or `frozenset`: what the operations on a set of any class make (`make_new_set_basetype`).
pub(super) fn base_class(cx: &Cx<'_>, r: Ref) -> Ref {
    match cx.is_instance(r.into(), classes::FROZENSET) {
        true => classes::FROZENSET,
        false => classes::SET,
    }
}

/// A set's keys with their hashes, in its order.
pub(super) fn entries(cx: &Cx<'_>, r: Ref) -> Vec<(i64, Value)> {
    cx.vm.heap.set(r).iter().collect()
}

/// A new set with the same keys.
pub(super) fn copied(cx: &mut Cx<'_>, r: Ref) -> Ref {
    let class = base_class(cx, r);
    let set = cx.new_set(class);
    merge(cx, set, r);
    set
}

/// Puts a set's keys into another; false if that needs Python (some may be there already).
fn merge(cx: &mut Cx<'_>, set: Ref, other: Ref) -> bool {
    if set == other || cx.vm.heap.set(other).is_empty() {
        return true;
    }
    cx.vm.heap.set_reserve(set, cx.vm.heap.set(other).len());
    if cx.vm.heap.set_take_places(set, other) {
        return true;
    }
    let fresh = cx.vm.heap.set(set).is_empty();
    for (hash, key) in entries(cx, other) {
        if fresh {
            cx.vm.heap.set_insert_new(set, hash, key);
        } else if !add(cx, set, hash, key) {
            return false;
        }
    }
    true
}

/// Adds a key; false if that needs Python.
pub(super) fn add(cx: &mut Cx<'_>, set: Ref, hash: i64, key: Value) -> bool {
    match cx.vm.find_in_set(set, key, hash, 0) {
        Find::Found(_) => true,
        Find::Missing => {
            cx.vm.heap.set_insert_new(set, hash, key);
            true
        }
        Find::Ask { .. } => false,
    }
}

/// Adds what an iterable gives; false if that needs Python, or if a key is unhashable: the prelude goes
/// through all of it again then, which does no harm.
pub(super) fn add_all(cx: &mut Cx<'_>, set: Ref, v: Value) -> bool {
    if is_set(cx, v) {
        return merge(cx, set, object(v));
    }
    let Some(keys) = plain_entries(cx, v) else { return false };
    if cx.class_of(v) == classes::DICT {
        cx.vm.heap.set_reserve(set, keys.len());
    }
    keys.into_iter().all(|(hash, key)| add(cx, set, hash, key))
}

/// The keys of a set (of any class), an exact dict or a plain iterable, with their hashes; `None` if
/// that needs Python, or if one is unhashable.
pub(super) fn plain_entries(cx: &mut Cx<'_>, v: Value) -> Option<Vec<(i64, Value)>> {
    match cx.body(v) {
        Some(Body::Set(set)) => return Some(set.iter().collect()),
        Some(Body::Dict(dict)) if cx.class_of(v) == classes::DICT => {
            return Some(dict.iter().map(|e| (e.hash, e.key)).collect());
        }
        _ => {}
    }
    let items = cx.plain_items(v)?;
    let hashed = items.into_iter().map(|key| match cx.vm.try_hash(key) {
        Answer::Known(Some(hash)) => Some((hash, key)),
        _ => None,
    });
    hashed.collect()
}

/// Whether a key is in a set; `None` if Python has to be asked.
pub(super) fn has(cx: &Cx<'_>, set: Ref, hash: i64, key: Value) -> Option<bool> {
    match cx.vm.find_in_set(set, key, hash, 0) {
        Find::Found(_) => Some(true),
        Find::Missing => Some(false),
        Find::Ask { .. } => None,
    }
}

/// Removes a key if it is there; `None` if Python has to be asked.
pub(super) fn discard(cx: &mut Cx<'_>, set: Ref, hash: i64, key: Value) -> Option<bool> {
    match cx.vm.find_in_set(set, key, hash, 0) {
        Find::Found(at) => {
            cx.vm.heap.set_remove(set, at);
            Some(true)
        }
        Find::Missing => Some(false),
        Find::Ask { .. } => None,
    }
}

/// Takes a key out; `None` from an empty set.
pub(super) fn pop(cx: &mut Cx<'_>, set: Ref) -> Option<Value> {
    cx.vm.heap.set_pop(set)
}
