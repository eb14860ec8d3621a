//! Natives by which the prelude works on lists and tuples, subclasses included, without asking their
//! overridden methods.

use super::shared::{class_getitem, count, done, items, object, receiver};
use super::sort;
use crate::cx::Cx;
use crate::native::{def, Def, NativeFrame, NativeResult, Resumed};
use crate::value::{Value, View};

pub(super) const INTRINSICS: &[Def] = &[
    def("seq_len", "seq, /", seq_len),
    def("seq_item", "seq, index, /", seq_item),
    def("seq_items", "seq, /", seq_items),
    def("list_push", "seq, value, /", list_push),
    def("list_drop", "seq, index, /", list_drop),
    def("list_take", "seq, /", list_take),
    def("list_restore", "seq, items, /", list_restore),
    def("sorted_plain", "keys, items, reverse, /", sorted_plain),
    def("tuple_of", "seq, /", tuple_of),
    def("generic_alias", "origin, item, /", class_getitem),
];

fn seq_len(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(count(cx.sequence(f.args[0]).map_or(0, <[Value]>::len)))
}

fn number(v: Value) -> usize {
    match v.view() {
        View::Int(i) => i as usize,
        other => panic!("{other:?} is no index"),
    }
}

fn seq_item(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.sequence(f.args[0]).expect("a sequence")[number(f.args[1])])
}

/// A list of a sequence's items, of which an overridden `__iter__` knows nothing.
fn seq_items(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let items = items(cx, receiver(f));
    done(cx.new_list(items))
}

fn list_push(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.list_push(receiver(f), f.args[1]);
    done(Value::NONE)
}

fn list_drop(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.vm.heap.list_remove(receiver(f), number(f.args[1])))
}

/// Empties a list for the time of a sort; gives back a list of its items.
fn list_take(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = receiver(f);
    let items = cx.vm.heap.list(r).to_vec();
    let taken = cx.new_list(items);
    cx.vm.heap.list_replace(r, Vec::new());
    done(taken)
}

/// Fills it again; true if it was changed in the meantime.
fn list_restore(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = receiver(f);
    let changed = !cx.vm.heap.list(r).is_empty();
    let items = cx.vm.heap.list(object(f.args[1])).to_vec();
    cx.vm.heap.list_replace(r, items);
    done(Value::bool(changed))
}

/// The items sorted by plain keys; `None` if a key has to be asked.
fn sorted_plain(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let keys = items(cx, receiver(f));
    let values = items(cx, object(f.args[1]));
    match sort::sorted_by(cx, &keys, &values, f.args[2].is(Value::TRUE)) {
        Some(sorted) => done(cx.new_list(sorted)),
        None => done(Value::NONE),
    }
}

/// A tuple of a list's items.
fn tuple_of(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let items = items(cx, receiver(f));
    done(cx.new_tuple(&items))
}
