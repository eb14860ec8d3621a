//! `list.sort` and `sorted()` where all keys are plain: only the result can be seen then, and any
//! stable sort will do. Where a key has a `__lt__` of its own, the prelude sorts, comparison by
//! comparison as CPython does.

use super::shared::{done, object, receiver};
use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::keys::Answer;
use crate::native::{NativeFrame, NativeResult, Raise, Resumed};
use crate::value::Value;
use std::cmp::Ordering;

/// A nesting of tuples deeper than this is left to the prelude.
const DEPTH: u32 = 16;

/// `list.sort(*, key=None, reverse=False)`
pub(super) fn method(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = receiver(f);
    let (key, reverse, extra) = (f.args[1], f.args[2], f.args[3]);
    if !cx.vm.heap.tuple(object(extra)).is_empty() {
        return Err(cx.type_error("sort() takes no positional arguments"));
    }
    let reverse = reverse_flag(cx, reverse)?;
    if key.some().is_none() {
        let items = cx.vm.heap.list(r).to_vec();
        if let Some(sorted) = sorted_by(cx, &items, &items, reverse) {
            cx.vm.heap.list_replace(r, sorted);
            return done(Value::NONE);
        }
    }
    Ok(cx.tail("list_sort", &[r.into(), key.or(Value::NONE), Value::bool(reverse)]))
}

/// The argument `reverse`, an int.
///
/// # Errors
/// TypeError for anything else.
pub(in crate::builtins) fn reverse_flag(cx: &mut Cx<'_>, v: Value) -> Result<bool, Raise> {
    match cx.as_int(v.or(Value::FALSE)) {
        Some(i) => Ok(!i.is_zero()),
        None => {
            let name = cx.type_name(v);
            Err(cx.type_error(format!("'{name}' object cannot be interpreted as an integer")))
        }
    }
}

/// The items in the order of their keys; `None` if two keys cannot be compared without Python.
pub(in crate::builtins) fn sorted_by(
    cx: &Cx<'_>,
    keys: &[Value],
    items: &[Value],
    reverse: bool,
) -> Option<Vec<Value>> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    if reverse {
        order.reverse();
    }
    let order = merge_sort(cx, keys, order)?;
    let sorted = order.into_iter().map(|i| items[i]);
    Some(if reverse { sorted.rev().collect() } else { sorted.collect() })
}

/// A stable merge sort of indices, bottom up, that gives up where two keys cannot be compared.
fn merge_sort(cx: &Cx<'_>, keys: &[Value], mut order: Vec<usize>) -> Option<Vec<usize>> {
    if let [only] = order[..] {
        // A single key is never compared, whatever it is.
        return Some(vec![only]);
    }
    let mut width = 1;
    while width < order.len() {
        let mut merged = Vec::with_capacity(order.len());
        for pair in order.chunks(2 * width) {
            let (left, right) = pair.split_at(width.min(pair.len()));
            merge(cx, keys, left, right, &mut merged)?;
        }
        order = merged;
        width *= 2;
    }
    Some(order)
}

fn merge(cx: &Cx<'_>, keys: &[Value], left: &[usize], right: &[usize], to: &mut Vec<usize>) -> Option<()> {
    let (mut i, mut j) = (0, 0);
    while i < left.len() && j < right.len() {
        if plain_order(cx, keys[right[j]], keys[left[i]], DEPTH)?.is_lt() {
            to.push(right[j]);
            j += 1;
        } else {
            to.push(left[i]);
            i += 1;
        }
    }
    to.extend(&left[i..]);
    to.extend(&right[j..]);
    Some(())
}

/// The order of two keys; `None` where Python has a say, or where there is none (nan, mixed classes).
pub(in crate::builtins) fn plain_order(cx: &Cx<'_>, a: Value, b: Value, depth: u32) -> Option<Ordering> {
    if let Some(order) = cx.vm.compare_numbers(a, b) {
        return order;
    }
    let (x, y) = (cx.object(a)?, cx.object(b)?);
    if x.class != y.class || depth == 0 {
        return None;
    }
    match (&x.body, &y.body, x.class) {
        (Body::Str(s), Body::Str(t), classes::STR) => Some(s.as_str().cmp(t.as_str())),
        (Body::Bytes(s), Body::Bytes(t), classes::BYTES) => Some(s.cmp(t)),
        (Body::Tuple(s), Body::Tuple(t), classes::TUPLE) => items_order(cx, s, t, depth - 1),
        (Body::List(s), Body::List(t), classes::LIST) => items_order(cx, s, t, depth - 1),
        _ => None,
    }
}

fn items_order(cx: &Cx<'_>, a: &[Value], b: &[Value], depth: u32) -> Option<Ordering> {
    for (&x, &y) in a.iter().zip(b) {
        match cx.vm.same_key(x, y) {
            Answer::Known(true) => {}
            Answer::Known(false) => return plain_order(cx, x, y, depth),
            Answer::Ask => return None,
        }
    }
    Some(a.len().cmp(&b.len()))
}
