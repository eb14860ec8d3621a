//! Natives by which the prelude works on dicts, subclasses included, without asking their overridden
//! methods.

use crate::builtins::list::shared::{count, done, object, receiver};
use crate::cx::Cx;
use crate::keys::{Answer, Find};
use crate::native::{def, Def, NativeFrame, NativeResult, Resumed};
use crate::value::{Value, View};

pub(super) const INTRINSICS: &[Def] = &[
    def("key_hash", "key, /", key_hash),
    def("dict_find", "dict, key, hash, skip, /", dict_find),
    def("dict_len", "dict, /", dict_len),
    def("dict_is_compact", "dict, /", dict_is_compact),
    def("dict_next", "dict, slot, /", dict_next),
    def("dict_key_at", "dict, slot, /", dict_key_at),
    def("dict_value_at", "dict, slot, /", dict_value_at),
    def("dict_hash_at", "dict, slot, /", dict_hash_at),
    def("dict_insert", "dict, hash, key, value, /", dict_insert),
    def("dict_replace_at", "dict, slot, value, /", dict_replace_at),
    def("dict_remove_at", "dict, slot, /", dict_remove_at),
    def("view_dict", "view, /", view_dict),
];

fn number(v: Value) -> i64 {
    match v.view() {
        View::Int(i) => i,
        other => panic!("{other:?} is no number"),
    }
}

fn slot_of(f: &NativeFrame) -> usize {
    number(f.args[1]) as usize
}

/// `hash(key)`
fn key_hash(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match cx.vm.try_hash(f.args[0]) {
        Answer::Known(Some(h)) => done(Value::int(h)),
        _ => Ok(cx.tail("hash_", &[f.args[0]])),
    }
}

/// The key's slot, -1 if it is missing, or `(slot, skip)` of a candidate whose `__eq__` has to be asked.
fn dict_find(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let found = cx.vm.find_in_dict(receiver(f), f.args[1], number(f.args[2]), number(f.args[3]) as usize);
    done(answer(cx, found))
}

/// What a search in a table has found, as the prelude sees it.
pub(in crate::builtins) fn answer(cx: &mut Cx<'_>, found: Find) -> Value {
    match found {
        Find::Found(slot) => count(slot),
        Find::Missing => Value::int(-1),
        Find::Ask { slot, skip } => cx.new_tuple(&[count(slot), count(skip)]),
    }
}

fn dict_len(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(count(cx.vm.heap.dict(receiver(f)).len()))
}

/// Whether no entry was deleted since the table grew.
fn dict_is_compact(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::bool(super::is_compact(cx, receiver(f))))
}

/// The first live slot from `slot` on, or -1.
fn dict_next(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.vm.heap.dict(receiver(f)).next_slot(slot_of(f)).map_or(Value::int(-1), count))
}

/// The key in a slot; `MISSING` if there is none (any more).
fn dict_key_at(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match cx.vm.heap.dict(receiver(f)).entry(slot_of(f)) {
        Some(e) => done(e.key),
        None => done(cx.vm.prelude("MISSING")),
    }
}

fn dict_value_at(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.vm.heap.dict(receiver(f)).entry(slot_of(f)).expect("a live slot").value)
}

fn dict_hash_at(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::int(cx.vm.heap.dict(receiver(f)).entry(slot_of(f)).expect("a live slot").hash))
}

fn dict_insert(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.dict_insert_new(receiver(f), number(f.args[1]), f.args[2], f.args[3]);
    done(Value::NONE)
}

fn dict_replace_at(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.dict_replace(receiver(f), slot_of(f), f.args[2]);
    done(Value::NONE)
}

fn dict_remove_at(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.vm.heap.dict_remove(receiver(f), slot_of(f)))
}

/// The dict behind a view.
fn view_dict(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.vm.heap.fields(object(f.args[0]))[0])
}
