//! What only a bytearray can: be changed.

use super::{byte, from_ints, like};
use crate::builtins::list::shared::{done, place};
use crate::builtins::range::slice;
use crate::builtins::str::args::{again, int, needs_indices, size};
use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::native::{def, Def, NativeFrame, NativeResult, Raise, Resumed};
use crate::value::{Ref, Value};

pub(super) const METHODS: &[Def] = &[
    def("__setitem__", "self, key, value, /", setitem),
    def("__delitem__", "self, key, /", delitem),
    def("__iadd__", "self, other, /", iadd),
    def("__imul__", "self, count, /", imul),
    def("append", "self, item, /", append),
    def("extend", "self, iterable_of_ints, /", extend),
    def("insert", "self, index, item, /", insert),
    def("pop", "self, index=, /", pop),
    def("remove", "self, value, /", remove),
    def("reverse", "self, /", reverse),
    def("clear", "self, /", clear),
    def("copy", "self, /", copy),
];

const NOT_A_BYTE: &str = "byte must be in range(0, 256)";

fn own(f: &NativeFrame) -> Ref {
    f.args[0].as_ref().expect("a method of bytearray")
}

fn bytes<'a>(cx: &'a mut Cx<'_>, f: &NativeFrame) -> &'a mut Vec<u8> {
    cx.vm.heap.bytearray_mut(own(f))
}

fn item(cx: &mut Cx<'_>, v: Value) -> Result<u8, Raise> {
    let i = int(cx, v)?;
    byte(cx, &i, NOT_A_BYTE)
}

/// Bytes to be put in: bytes-like or a list or tuple of ints; `None` if Python has to be asked.
fn given(cx: &mut Cx<'_>, v: Value) -> Result<Option<Vec<u8>>, Raise> {
    if let Some(bytes) = like(cx, v) {
        return Ok(Some(bytes));
    }
    match cx.sequence(v).map(<[Value]>::to_vec) {
        Some(items) => from_ints(cx, &items, NOT_A_BYTE),
        None => Ok(None),
    }
}

fn setitem(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let (key, value) = (f.args[1], f.args[2]);
    if cx.as_int(key).is_some() {
        let len = bytes(cx, f).len();
        let Some(at) = cx.as_i64(key).and_then(|i| place(i, len)) else {
            return Err(cx.index_error("bytearray index out of range"));
        };
        let b = item(cx, value)?;
        bytes(cx, f)[at] = b;
        return done(Value::NONE);
    }
    if cx.class_of(key) != classes::SLICE {
        return Err(bad_key(cx, key));
    }
    if cx.as_int(value).is_some() || cx.as_str(value).is_some() {
        return Err(cx.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)"));
    }
    match given(cx, value)? {
        Some(new) => set_slice(cx, f, &new),
        None => Ok(cx.tail("bytearray_set_slice", &[f.args[0], key, value])),
    }
}

fn bad_key(cx: &mut Cx<'_>, key: Value) -> Raise {
    let name = cx.type_name(key);
    cx.type_error(format!("bytearray indices must be integers or slices, not {name}"))
}

fn set_slice(cx: &mut Cx<'_>, f: &NativeFrame, new: &[u8]) -> NativeResult {
    let len = bytes(cx, f).len();
    let Some(span) = slice::span(cx, f.args[1].as_ref().expect("a slice"), len)? else { return again(cx, f) };
    if span.step == 1 {
        bytes(cx, f).splice(span.start..span.start + span.count, new.iter().copied());
        return done(Value::NONE);
    }
    if new.len() != span.count {
        let (have, want) = (new.len(), span.count);
        return Err(cx.value_error(format!("attempt to assign bytes of size {have} to extended slice of size {want}")));
    }
    let target = bytes(cx, f);
    for (at, &b) in span.places().zip(new) {
        target[at] = b;
    }
    done(Value::NONE)
}

fn delitem(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let (key, len) = (f.args[1], bytes(cx, f).len());
    if cx.as_int(key).is_some() {
        let Some(at) = cx.as_i64(key).and_then(|i| place(i, len)) else {
            return Err(cx.index_error("bytearray index out of range"));
        };
        bytes(cx, f).remove(at);
        return done(Value::NONE);
    }
    if cx.class_of(key) != classes::SLICE {
        return Err(bad_key(cx, key));
    }
    let Some(span) = slice::span(cx, key.as_ref().expect("a slice"), len)? else { return again(cx, f) };
    let places: Vec<usize> = span.places().collect();
    let mut at = 0;
    bytes(cx, f).retain(|_| {
        at += 1;
        !places.contains(&(at - 1))
    });
    done(Value::NONE)
}

fn iadd(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let Some(new) = like(cx, f.args[1]) else {
        let (other, name) = (cx.type_name(f.args[1]), cx.type_name(f.args[0]));
        return Err(cx.type_error(format!("can't concat {other} to {name}")));
    };
    bytes(cx, f).extend(new);
    done(f.args[0])
}

fn imul(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let repeated = crate::sequences::repeat(cx, f.args[0], f.args[1])?;
    if let Some(new) = like(cx, repeated) {
        *bytes(cx, f) = new;
    }
    done(f.args[0])
}

fn append(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let b = item(cx, f.args[1])?;
    bytes(cx, f).push(b);
    done(Value::NONE)
}

fn extend(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match given(cx, f.args[1])? {
        Some(new) => {
            bytes(cx, f).extend(new);
            done(Value::NONE)
        }
        None => Ok(cx.tail("bytearray_extend", &[f.args[0], f.args[1]])),
    }
}

fn insert(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let i = size(cx, f.args[1])?;
    let b = item(cx, f.args[2])?;
    let len = bytes(cx, f).len() as i64;
    let at = if i < 0 { (i + len).max(0) } else { i.min(len) };
    bytes(cx, f).insert(at as usize, b);
    done(Value::NONE)
}

fn pop(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let i = if f.args[1].is_set() { size(cx, f.args[1])? } else { -1 };
    let len = bytes(cx, f).len();
    if len == 0 {
        return Err(cx.index_error("pop from empty bytearray"));
    }
    match place(i, len) {
        Some(at) => done(Value::int(i64::from(bytes(cx, f).remove(at)))),
        None => Err(cx.index_error("pop index out of range")),
    }
}

fn remove(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let b = item(cx, f.args[1])?;
    match bytes(cx, f).iter().position(|&other| other == b) {
        Some(at) => {
            bytes(cx, f).remove(at);
            done(Value::NONE)
        }
        None => Err(cx.value_error("value not found in bytearray")),
    }
}

fn reverse(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    bytes(cx, f).reverse();
    done(Value::NONE)
}

fn clear(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    bytes(cx, f).clear();
    done(Value::NONE)
}

fn copy(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let copied = bytes(cx, f).clone();
    done(cx.new_object(classes::BYTEARRAY, Body::ByteArray(copied)).into())
}
