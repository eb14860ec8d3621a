//! The loop's heap of timers: a list in the order that Lib/heapq.py gives it, ties included.

use super::bodies::HandleBody;
use crate::support;
use std::cmp::Ordering;
use vm::{Cx, Ref, Value};

/// `a < b`, by when they are due.
fn before(cx: &Cx<'_>, a: Value, b: Value) -> bool {
    let when = |v| support::custom::<HandleBody>(cx, v).map_or(Value::NONE, |h| h.when);
    matches!(cx.vm.compare_numbers(when(a), when(b)), Some(Some(Ordering::Less)))
}

/// `heappush`
pub(super) fn push(cx: &mut Cx<'_>, heap: Ref, handle: Value) {
    cx.vm.heap.list_push(heap, handle);
    let last = cx.vm.heap.list(heap).len() - 1;
    down(cx, heap, 0, last);
}

/// The first, if there is one.
pub(super) fn first(cx: &Cx<'_>, heap: Ref) -> Option<Value> {
    cx.vm.heap.list(heap).first().copied()
}

/// `heappop`; the value lives until the native returns.
pub(super) fn pop(cx: &mut Cx<'_>, heap: Ref) -> Option<Value> {
    let last = cx.vm.heap.list(heap).len().checked_sub(1)?;
    let moved = cx.vm.heap.list_remove(heap, last);
    if last == 0 {
        return Some(moved);
    }
    let least = cx.vm.heap.list(heap)[0];
    cx.vm.heap.list_set(heap, 0, moved);
    up(cx, heap, 0);
    Some(least)
}

/// `heapify`
pub(super) fn order(cx: &mut Cx<'_>, heap: Ref) {
    for at in (0..cx.vm.heap.list(heap).len() / 2).rev() {
        up(cx, heap, at);
    }
}

/// Moves the item at `at` towards the root until its parent is not after it.
fn down(cx: &mut Cx<'_>, heap: Ref, start: usize, mut at: usize) {
    let item = cx.vm.heap.list(heap)[at];
    while at > start {
        let parent_at = (at - 1) >> 1;
        let parent = cx.vm.heap.list(heap)[parent_at];
        if !before(cx, item, parent) {
            break;
        }
        cx.vm.heap.list_set(heap, at, parent);
        at = parent_at;
    }
    cx.vm.heap.list_set(heap, at, item);
}

/// Moves the item at `at` to a leaf along the smaller children, then back to its place.
fn up(cx: &mut Cx<'_>, heap: Ref, mut at: usize) {
    let (start, end) = (at, cx.vm.heap.list(heap).len());
    let item = cx.vm.heap.list(heap)[at];
    let mut child = 2 * at + 1;
    while child < end {
        let right = child + 1;
        if right < end {
            let list = cx.vm.heap.list(heap);
            if !before(cx, list[child], list[right]) {
                child = right;
            }
        }
        let smaller = cx.vm.heap.list(heap)[child];
        cx.vm.heap.list_set(heap, at, smaller);
        at = child;
        child = 2 * at + 1;
    }
    cx.vm.heap.list_set(heap, at, item);
    down(cx, heap, start, at);
}
