//! Natives by which the prelude works on sets, subclasses included, without asking their overridden
//! methods.

use super::{is_set as is_any_set, table};
use crate::builtins::dict::answer;
use crate::builtins::list::shared::{count, done, object, receiver};
use crate::cx::Cx;
use crate::native::{def, Def, NativeFrame, NativeResult, Resumed};
use crate::value::{Value, View};

pub(super) const INTRINSICS: &[Def] = &[
    def("is_set", "value, /", is_set),
    def("set_find", "set, key, hash, skip, /", set_find),
    def("set_len", "set, /", set_len),
    def("set_key_at", "set, at, /", set_key_at),
    def("set_insert", "set, hash, key, /", set_insert),
    def("set_remove_at", "set, at, /", set_remove_at),
    def("set_empty", "set, /", set_empty),
    def("set_hashes", "set, /", set_hashes),
    def("set_keys", "set, /", set_keys),
    def("set_reserve", "set, more, /", set_reserve),
    def("set_tidy", "set, /", set_tidy),
    def("set_like", "set, /", set_like),
    def("set_copied", "set, /", set_copied),
    def("set_replace", "set, other, /", set_replace),
];

fn number(v: Value) -> i64 {
    match v.view() {
        View::Int(i) => i,
        other => panic!("{other:?} is no number"),
    }
}

/// Whether a value is a set or frozenset of any class.
fn is_set(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::bool(is_any_set(cx, f.args[0])))
}

/// The key's place, -1 if it is missing, or `(place, skip)` of a candidate whose `__eq__` has to be asked.
fn set_find(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let found = cx.vm.find_in_set(receiver(f), f.args[1], number(f.args[2]), number(f.args[3]) as usize);
    done(answer(cx, found))
}

fn set_len(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(count(cx.vm.heap.set(receiver(f)).len()))
}

/// The key at a place; `MISSING` if there is none (any more).
fn set_key_at(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match cx.vm.heap.set(receiver(f)).key_at(number(f.args[1]) as usize) {
        Some(key) => done(key),
        None => done(cx.vm.prelude("MISSING")),
    }
}

fn set_insert(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.set_insert_new(receiver(f), number(f.args[1]), f.args[2]);
    done(Value::NONE)
}

fn set_remove_at(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.vm.heap.set_remove(receiver(f), number(f.args[1]) as usize))
}

fn set_empty(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.set_clear(receiver(f));
    done(Value::NONE)
}

/// A list of a set's hashes, in the order of [`set_keys`].
fn set_hashes(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let hashes = table::entries(cx, receiver(f)).into_iter().map(|(h, _)| Value::int(h)).collect();
    done(cx.new_list(hashes))
}

fn set_keys(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let keys = table::entries(cx, receiver(f)).into_iter().map(|(_, k)| k).collect();
    done(cx.new_list(keys))
}

/// Makes room for so many keys before a merge.
fn set_reserve(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.set_reserve(receiver(f), number(f.args[1]) as usize);
    done(Value::NONE)
}

/// Gets rid of dummies if they are many.
fn set_tidy(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.set_tidy(receiver(f));
    done(Value::NONE)
}

/// An empty set of the class that an operation on this set makes.
fn set_like(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = table::base_class(cx, receiver(f));
    done(cx.new_set(class).into())
}

fn set_copied(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(table::copied(cx, receiver(f)).into())
}

/// Gives a set the keys of another.
fn set_replace(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.set_adopt(receiver(f), object(f.args[1]));
    done(Value::NONE)
}
