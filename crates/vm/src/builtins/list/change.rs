//! Methods that change a list.

use super::shared::{clamped, count, done, place, receiver, search, Search};
use crate::cx::Cx;
use crate::native::{NativeFrame, NativeResult, Resumed};
use crate::value::{Ref, Value};

pub(super) fn append(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.list_push(receiver(f), f.args[1]);
    done(Value::NONE)
}

pub(super) fn extend(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    extend_by(cx, receiver(f), f.args[1])
}

/// Appends what an iterable gives.
pub(super) fn extend_by(cx: &mut Cx<'_>, r: Ref, v: Value) -> NativeResult {
    match cx.plain_items(v) {
        Some(items) => {
            items.into_iter().for_each(|v| cx.vm.heap.list_push(r, v));
            done(Value::NONE)
        }
        None => Ok(cx.tail("list_extend", &[r.into(), v])),
    }
}

pub(super) fn insert(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = receiver(f);
    let Some(i) = clamped(cx, f.args[1]) else {
        return Ok(cx.tail("list_insert", &[f.args[0], f.args[1], f.args[2]]));
    };
    let len = cx.vm.heap.list(r).len() as i64;
    let i = if i < 0 { i.saturating_add(len).max(0) } else { i.min(len) };
    cx.vm.heap.list_insert(r, i as usize, f.args[2]);
    done(Value::NONE)
}

pub(super) fn remove(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, v) = (receiver(f), f.args[1]);
    match search(cx, r, v, 0, usize::MAX) {
        Search::At(i) => {
            cx.vm.heap.list_remove(r, i);
            done(Value::NONE)
        }
        Search::Nowhere => Err(cx.value_error("list.remove(x): x not in list")),
        Search::Ask(i) => Ok(cx.tail("list_remove", &[r.into(), v, count(i)])),
    }
}

pub(super) fn pop(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = receiver(f);
    let Some(i) = clamped(cx, f.args[1].or(Value::int(-1))) else {
        return Ok(cx.tail("list_pop", &[f.args[0], f.args[1]]));
    };
    let len = cx.vm.heap.list(r).len();
    if len == 0 {
        return Err(cx.index_error("pop from empty list"));
    }
    match place(i, len) {
        Some(i) => done(cx.vm.heap.list_remove(r, i)),
        None => Err(cx.index_error("pop index out of range")),
    }
}

pub(super) fn clear(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.list_replace(receiver(f), Vec::new());
    done(Value::NONE)
}

pub(super) fn reverse(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = receiver(f);
    let items = cx.vm.heap.list(r).iter().rev().copied().collect();
    cx.vm.heap.list_replace(r, items);
    done(Value::NONE)
}
