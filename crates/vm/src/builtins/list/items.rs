//! Items and slices of a list (Objects/listobject.c `list_subscript`, `list_ass_subscript`).

use super::shared::{again, done, index, object, place, receiver};
use crate::builtins::range::slice::{span, Span};
use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::native::{NativeFrame, NativeResult, Raise, Resumed};
use crate::value::{Ref, Value};

pub(super) fn get(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, key) = (receiver(f), f.args[1]);
    let len = cx.vm.heap.list(r).len();
    if cx.class_of(key) == classes::SLICE {
        let Some(span) = span(cx, object(key), len)? else { return again(cx, "list_getitem", f) };
        let items = cx.vm.heap.list(r);
        let selected = span.places().map(|i| items[i]).collect();
        return done(cx.new_list(selected));
    }
    let Some(i) = index(cx, key)? else { return again(cx, "list_getitem", f) };
    match place(i, len) {
        Some(i) => done(cx.vm.heap.list(r)[i]),
        None => Err(cx.index_error("list index out of range")),
    }
}

pub(super) fn set(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, key, v) = (receiver(f), f.args[1], f.args[2]);
    let len = cx.vm.heap.list(r).len();
    if cx.class_of(key) == classes::SLICE {
        let Some(items) = new_items(cx, v) else { return again(cx, "list_setitem", f) };
        let Some(span) = span(cx, object(key), len)? else { return again(cx, "list_setitem", f) };
        set_slice(cx, r, span, &items)?;
        return done(Value::NONE);
    }
    let Some(i) = index(cx, key)? else { return again(cx, "list_setitem", f) };
    match place(i, len) {
        Some(i) => {
            cx.vm.heap.list_set(r, i, v);
            done(Value::NONE)
        }
        None => Err(cx.index_error("list assignment index out of range")),
    }
}

/// What is assigned to a slice, if it is a list or a tuple.
fn new_items(cx: &Cx<'_>, v: Value) -> Option<Vec<Value>> {
    match cx.body(v)? {
        Body::List(items) => Some(items.clone()),
        Body::Tuple(items) => Some(items.to_vec()),
        _ => None,
    }
}

fn set_slice(cx: &mut Cx<'_>, r: Ref, span: Span, items: &[Value]) -> Result<(), Raise> {
    if span.step == 1 {
        cx.vm.heap.list_splice(r, span.start, span.stop, items);
        return Ok(());
    }
    if items.len() != span.count {
        let (have, want) = (items.len(), span.count);
        return Err(
            cx.value_error(format!("attempt to assign sequence of size {have} to extended slice of size {want}"))
        );
    }
    for (i, &v) in span.places().zip(items) {
        cx.vm.heap.list_set(r, i, v);
    }
    Ok(())
}

pub(super) fn delete(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, key) = (receiver(f), f.args[1]);
    let len = cx.vm.heap.list(r).len();
    if cx.class_of(key) == classes::SLICE {
        let Some(span) = span(cx, object(key), len)? else { return again(cx, "list_delitem", f) };
        delete_slice(cx, r, span);
        return done(Value::NONE);
    }
    let Some(i) = index(cx, key)? else { return again(cx, "list_delitem", f) };
    match place(i, len) {
        Some(i) => {
            cx.vm.heap.list_remove(r, i);
            done(Value::NONE)
        }
        None => Err(cx.index_error("list assignment index out of range")),
    }
}

fn delete_slice(cx: &mut Cx<'_>, r: Ref, span: Span) {
    if span.step == 1 {
        cx.vm.heap.list_splice(r, span.start, span.stop, &[]);
        return;
    }
    let mut places: Vec<usize> = span.places().collect();
    places.sort_unstable();
    let kept = cx.vm.heap.list(r).iter().enumerate().filter(|(i, _)| places.binary_search(i).is_err());
    let kept = kept.map(|(_, &v)| v).collect();
    cx.vm.heap.list_replace(r, kept);
}
