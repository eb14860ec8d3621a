//! `dict` and its views (Objects/dictobject.c).
//!
//! Keys that need no Python are handled here; for the others the prelude's functions ask `__hash__` and
//! `__eq__`, over the natives of [`support`].

mod support;
mod views;

pub(super) use support::answer;

use super::list::shared::{self, class_argument, count, done, object, one_argument, receiver, repr};
use crate::classes;
use crate::cx::Cx;
use crate::heap::{Body, Entry};
use crate::interp::dict_store;
use crate::keys::Find;
use crate::names;
use crate::native::{def, new, ClassDef, Def, NativeFrame, NativeResult, Raise, Resumed};
use crate::value::{Ref, Value};

/// The classes `dict`, `dict_keys`, `dict_values`, `dict_items`.
pub(super) const CLASSES: &[ClassDef] = &[
    ClassDef { class: classes::DICT, methods: METHODS },
    ClassDef { class: classes::DICT_KEYS, methods: views::KEYS },
    ClassDef { class: classes::DICT_VALUES, methods: views::VALUES },
    ClassDef { class: classes::DICT_ITEMS, methods: views::ITEMS },
];

/// What the prelude needs to work on dicts.
pub(super) const INTRINSICS: &[Def] = support::INTRINSICS;

const METHODS: &[Def] = &[
    new("cls, *args, **kwargs", make),
    def("__init__", "self, *args, **kwargs", init),
    def("get", "self, key, default=, /", get),
    def("setdefault", "self, key, default=, /", setdefault),
    def("pop", "self, key, default=, /", pop),
    def("popitem", "self, /", popitem),
    def("update", "self, *args, **kwargs", update),
    def("fromkeys", "cls, iterable, value=, /", fromkeys).class_method(),
    def("keys", "self, /", keys),
    def("values", "self, /", values),
    def("items", "self, /", items),
    def("copy", "self, /", copy),
    def("clear", "self, /", clear),
    def("__getitem__", "self, key, /", getitem),
    def("__setitem__", "self, key, value, /", setitem),
    def("__delitem__", "self, key, /", delitem),
    def("__contains__", "self, key, /", contains),
    def("__len__", "self, /", len),
    def("__iter__", "self, /", iter),
    def("__reversed__", "self, /", reversed),
    def("__or__", "self, value, /", or),
    def("__ror__", "self, value, /", ror),
    def("__ior__", "self, value, /", ior),
    def("__eq__", "self, value, /", eq),
    def("__ne__", "self, value, /", ne),
    def("__lt__", "self, value, /", no_order),
    def("__le__", "self, value, /", no_order),
    def("__gt__", "self, value, /", no_order),
    def("__ge__", "self, value, /", no_order),
    def("__repr__", "self, /", dict_repr),
    def("__class_getitem__", "cls, item, /", shared::class_getitem).class_method(),
];

/// Where a key is: `None` if Python has to be asked.
///
/// # Errors
/// TypeError for an unhashable one.
fn find(cx: &mut Cx<'_>, r: Ref, key: Value) -> Result<Option<(i64, Option<usize>)>, Raise> {
    let Some(hash) = cx.plain_hash(key)? else { return Ok(None) };
    Ok(match cx.vm.find_in_dict(r, key, hash, 0) {
        Find::Found(slot) => Some((hash, Some(slot))),
        Find::Missing => Some((hash, None)),
        Find::Ask { .. } => None,
    })
}

fn value_at(cx: &Cx<'_>, r: Ref, slot: usize) -> Value {
    cx.vm.heap.dict(r).entry(slot).expect("a live slot").value
}

fn entries(cx: &Cx<'_>, r: Ref) -> Vec<Entry> {
    cx.vm.heap.dict(r).iter().copied().collect()
}

fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class_argument(cx, f.args[0], classes::DICT)?;
    if class != classes::DICT {
        return done(crate::types::allocate(cx, class)?.into());
    }
    let given = first_of(cx, "dict", f.args[1])?;
    let Some(v) = given else { return done(f.args[2]) };
    let dict = cx.new_dict();
    if update_plainly(cx, dict, v) && update_plainly(cx, dict, f.args[2]) {
        return done(dict.into());
    }
    Ok(cx.tail("dict_from", &[dict.into(), v, f.args[2]]))
}

/// The optional positional argument of `dict()` and `update()`.
fn first_of(cx: &mut Cx<'_>, name: &str, args: Value) -> Result<Option<Value>, Raise> {
    let none: Value = cx.new_dict().into();
    one_argument(cx, name, args, none)
}

/// Puts the entries of an exact dict into another; false if that needs Python. An empty dict takes
/// distinct keys without comparing them, unless some were deleted from the other (`dict_merge`).
fn update_plainly(cx: &mut Cx<'_>, dict: Ref, v: Value) -> bool {
    if cx.class_of(v) != classes::DICT {
        return false;
    }
    let other = object(v);
    let fresh = cx.vm.heap.dict(dict).is_empty() && is_compact(cx, other);
    let new = entries(cx, other);
    if other == dict {
        return true;
    }
    for e in new {
        let found = if fresh { Find::Missing } else { cx.vm.find_in_dict(dict, e.key, e.hash, 0) };
        match found {
            Find::Found(slot) => cx.vm.heap.dict_replace(dict, slot, e.value),
            Find::Missing => cx.vm.heap.dict_insert_new(dict, e.hash, e.key, e.value),
            Find::Ask { .. } => return false,
        }
    }
    true
}

/// True if no entry was deleted since the table grew.
fn is_compact(cx: &Cx<'_>, r: Ref) -> bool {
    let table = cx.vm.heap.dict(r);
    table.slots() == table.len()
}

fn init(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let given = first_of(cx, "dict", f.args[1])?;
    update_with(cx, f, given)
}

fn update(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let given = first_of(cx, "update", f.args[1])?;
    update_with(cx, f, given)
}

fn update_with(cx: &mut Cx<'_>, f: &NativeFrame, given: Option<Value>) -> NativeResult {
    let r = receiver(f);
    if given.is_none_or(|v| update_plainly(cx, r, v)) && update_plainly(cx, r, f.args[2]) {
        return done(Value::NONE);
    }
    match given {
        Some(v) => Ok(cx.tail("dict_update", &[r.into(), v, f.args[2]])),
        None => Ok(cx.tail("dict_merge_from", &[r.into(), f.args[2]])),
    }
}

fn get(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, key, default) = (receiver(f), f.args[1], f.args[2].or(Value::NONE));
    match find(cx, r, key)? {
        Some((_, Some(slot))) => done(value_at(cx, r, slot)),
        Some((_, None)) => done(default),
        None => Ok(cx.tail("dict_get", &[r.into(), key, default])),
    }
}

fn setdefault(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, key, default) = (receiver(f), f.args[1], f.args[2].or(Value::NONE));
    match find(cx, r, key)? {
        Some((_, Some(slot))) => done(value_at(cx, r, slot)),
        Some((hash, None)) => {
            cx.vm.heap.dict_insert_new(r, hash, key, default);
            done(default)
        }
        None => Ok(cx.tail("dict_setdefault", &[r.into(), key, default])),
    }
}

fn pop(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, key, default) = (receiver(f), f.args[1], f.args[2]);
    // An empty dict does not even hash the key.
    let found = if cx.vm.heap.dict(r).is_empty() { Some((0, None)) } else { find(cx, r, key)? };
    match found {
        Some((_, Some(slot))) => done(cx.vm.heap.dict_remove(r, slot)),
        Some((_, None)) if default.is_set() => done(default),
        Some((_, None)) => Err(cx.key_error(key)),
        None if default.is_set() => Ok(cx.tail("dict_pop", &[r.into(), key, default])),
        None => Ok(cx.tail("dict_pop", &[r.into(), key])),
    }
}

fn popitem(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = receiver(f);
    let dict = cx.vm.heap.dict(r);
    let Some(slot) = dict.previous_slot(dict.slots()) else {
        let message = cx.new_str("popitem(): dictionary is empty");
        return Err(cx.key_error(message));
    };
    let Entry { key, value, .. } = *dict.entry(slot).expect("a live slot");
    let item = cx.new_tuple(&[key, value]);
    cx.vm.heap.dict_remove(r, slot);
    done(item)
}

fn fromkeys(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (class, iterable, value) = (f.args[0], f.args[1], f.args[2].or(Value::NONE));
    if class.is(classes::DICT.into()) {
        if let Some(keys) = cx.plain_items(iterable) {
            let dict = cx.new_dict();
            for (i, &key) in keys.iter().enumerate() {
                if !dict_store(cx, dict, key, value)? {
                    let rest = cx.new_list(keys[i..].to_vec());
                    return Ok(cx.tail("dict_fill", &[dict.into(), rest, value]));
                }
            }
            return done(dict.into());
        }
    }
    Ok(cx.tail("dict_fromkeys", &[class, iterable, value]))
}

fn keys(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.new_fields(classes::DICT_KEYS, &[f.args[0]]))
}

fn values(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.new_fields(classes::DICT_VALUES, &[f.args[0]]))
}

fn items(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.new_fields(classes::DICT_ITEMS, &[f.args[0]]))
}

/// A new exact dict with the same entries: the table as it is, unless a third of it or more was deleted
/// (`PyDict_Copy`).
fn copied(cx: &mut Cx<'_>, r: Ref) -> Ref {
    let table = cx.vm.heap.dict(r);
    if table.len() * 3 >= table.slots() * 2 {
        let table = table.clone();
        return cx.new_object(classes::DICT, Body::Dict(Box::new(table)));
    }
    let dict = cx.new_dict();
    for e in entries(cx, r) {
        cx.vm.heap.dict_insert_new(dict, e.hash, e.key, e.value);
    }
    dict
}

fn copy(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(copied(cx, receiver(f)).into())
}

fn clear(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.dict_clear(receiver(f));
    done(Value::NONE)
}

fn getitem(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, key) = (receiver(f), f.args[1]);
    match find(cx, r, key)? {
        Some((_, Some(slot))) => done(value_at(cx, r, slot)),
        Some((_, None)) if cx.class_of(r.into()) == classes::DICT => Err(cx.key_error(key)),
        Some((_, None)) if cx.find_special(r.into(), names::MISSING).is_none() => Err(cx.key_error(key)),
        Some((_, None)) => Ok(cx.tail("dict_missing", &[r.into(), key])),
        None => Ok(cx.tail("dict_getitem", &[r.into(), key])),
    }
}

fn setitem(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, key, value) = (receiver(f), f.args[1], f.args[2]);
    match dict_store(cx, r, key, value)? {
        true => done(Value::NONE),
        false => Ok(cx.tail("dict_setitem", &[r.into(), key, value])),
    }
}

fn delitem(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, key) = (receiver(f), f.args[1]);
    match find(cx, r, key)? {
        Some((_, Some(slot))) => {
            cx.vm.heap.dict_remove(r, slot);
            done(Value::NONE)
        }
        Some((_, None)) => Err(cx.key_error(key)),
        None => Ok(cx.tail("dict_delitem", &[r.into(), key])),
    }
}

fn contains(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, key) = (receiver(f), f.args[1]);
    match find(cx, r, key)? {
        Some((_, slot)) => done(Value::bool(slot.is_some())),
        None => Ok(cx.tail("dict_contains", &[r.into(), key])),
    }
}

fn len(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(count(cx.vm.heap.dict(receiver(f)).len()))
}

fn iter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(views::iterator(cx, classes::DICT_KEYITERATOR, receiver(f)))
}

fn reversed(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(views::reverse_iterator(cx, receiver(f)))
}

fn is_dict(cx: &Cx<'_>, v: Value) -> bool {
    matches!(cx.body(v), Some(Body::Dict(_)))
}

fn or(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    merged(cx, f.args[0], f.args[1])
}

fn ror(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    merged(cx, f.args[1], f.args[0])
}

fn merged(cx: &mut Cx<'_>, a: Value, b: Value) -> NativeResult {
    if !is_dict(cx, a) || !is_dict(cx, b) {
        return done(Value::NOT_IMPLEMENTED);
    }
    let dict = copied(cx, object(a));
    match update_plainly(cx, dict, b) {
        true => done(dict.into()),
        false => Ok(cx.tail("dict_or", &[dict.into(), b])),
    }
}

fn ior(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match update_plainly(cx, receiver(f), f.args[1]) {
        true => done(f.args[0]),
        false => Ok(cx.tail("dict_or", &[f.args[0], f.args[1]])),
    }
}

fn equal(cx: &mut Cx<'_>, f: &NativeFrame, function: &str, same: bool) -> NativeResult {
    let (a, b) = (f.args[0], f.args[1]);
    if !is_dict(cx, b) {
        return done(Value::NOT_IMPLEMENTED);
    }
    if cx.vm.heap.dict(object(a)).len() != cx.vm.heap.dict(object(b)).len() {
        return done(Value::bool(!same));
    }
    match plainly_equal(cx, object(a), object(b)) {
        Some(equal) => done(Value::bool(equal == same)),
        None => Ok(cx.tail(function, &[a, b])),
    }
}

/// Whether two dicts are equal; `None` if Python has to be asked.
fn plainly_equal(cx: &Cx<'_>, a: Ref, b: Ref) -> Option<bool> {
    for e in cx.vm.heap.dict(a).iter() {
        let other = match cx.vm.find_in_dict(b, e.key, e.hash, 0) {
            Find::Found(slot) => value_at(cx, b, slot),
            Find::Missing => return Some(false),
            Find::Ask { .. } => return None,
        };
        match cx.vm.same_key(e.value, other) {
            crate::keys::Answer::Known(true) => {}
            crate::keys::Answer::Known(false) => return Some(false),
            crate::keys::Answer::Ask => return None,
        }
    }
    Some(true)
}

fn eq(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    equal(cx, f, "dict_equal", true)
}

fn ne(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    equal(cx, f, "dict_unequal", false)
}

fn no_order(_: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::NOT_IMPLEMENTED)
}

fn dict_repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    repr(cx, f.args[0], "repr_dict")
}
