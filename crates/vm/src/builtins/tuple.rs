//! `tuple` (Objects/tupleobject.c).

use super::list::shared::{
    self, again, class_argument, count, done, index, object, one_argument, place, receiver, repr,
};
use super::range::slice::span;
use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::keys::Answer;
use crate::native::{def, new, ClassDef, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use crate::value::{Ref, Value};
use bytecode::CmpOp;

/// The class `tuple`.
pub(super) const CLASSES: &[ClassDef] = &[ClassDef { class: classes::TUPLE, methods: METHODS }];

const METHODS: &[Def] = &[
    new("cls, *args, **kwargs", make),
    def("index", "self, value, start=, stop=, /", shared::index_of),
    def("count", "self, value, /", shared::count_of),
    def("__getitem__", "self, key, /", get),
    def("__contains__", "self, key, /", shared::contains),
    def("__iter__", "self, /", iter),
    def("__len__", "self, /", len),
    def("__add__", "self, value, /", add),
    def("__mul__", "self, value, /", mul),
    def("__rmul__", "self, value, /", mul),
    def("__eq__", "self, value, /", eq),
    def("__ne__", "self, value, /", ne),
    def("__lt__", "self, value, /", lt),
    def("__le__", "self, value, /", le),
    def("__gt__", "self, value, /", gt),
    def("__ge__", "self, value, /", ge),
    def("__hash__", "self, /", hash),
    def("__repr__", "self, /", tuple_repr),
    def("__getnewargs__", "self, /", new_args),
    def("__class_getitem__", "cls, item, /", shared::class_getitem).class_method(),
];

fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, resumed: Resumed) -> NativeResult {
    if let Some(items) = finished(resumed)? {
        let class = object(f.args[0]);
        return filled(cx, class, items);
    }
    let class = class_argument(cx, f.args[0], classes::TUPLE)?;
    if class != classes::TUPLE {
        return make_subclass(cx, f, class);
    }
    let Some(v) = one_argument(cx, "tuple", f.args[1], f.args[2])? else { return done(cx.new_tuple(&[])) };
    if cx.class_of(v) == classes::TUPLE {
        return done(v);
    }
    match cx.plain_items(v) {
        Some(items) => done(cx.new_tuple(&items)),
        None => Ok(cx.tail("tuple_from", &[v])),
    }
}

/// The tuple of items that the prelude collected.
fn finished(resumed: Resumed) -> Result<Option<Value>, Raise> {
    match resumed {
        Resumed::Start => Ok(None),
        Resumed::Raised(e) => Err(Raise(e)),
        other => Ok(other.value()),
    }
}

/// A subclass's `__init__` may take what it likes: only the first argument is looked at.
fn make_subclass(cx: &mut Cx<'_>, f: &NativeFrame, class: Ref) -> NativeResult {
    let Some(v) = one_argument(cx, "tuple", f.args[1], f.args[2])? else {
        return done(crate::types::allocate(cx, class)?.into());
    };
    match cx.plain_items(v) {
        Some(items) => {
            let items = cx.new_tuple(&items);
            filled(cx, class, items)
        }
        None => Ok(cx.call_prelude("tuple_from", &[v])),
    }
}

/// An instance of a subclass with these items.
fn filled(cx: &mut Cx<'_>, class: Ref, items: Value) -> NativeResult {
    let items = shared::items(cx, object(items));
    done(cx.new_object(class, Body::Tuple(items.into())).into())
}

fn get(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, key) = (receiver(f), f.args[1]);
    let len = cx.vm.heap.tuple(r).len();
    if cx.class_of(key) == classes::SLICE {
        let Some(span) = span(cx, object(key), len)? else { return again(cx, "tuple_getitem", f) };
        if span.count == len && span.step == 1 && cx.class_of(f.args[0]) == classes::TUPLE {
            return done(f.args[0]);
        }
        let items = cx.vm.heap.tuple(r);
        let selected: Vec<Value> = span.places().map(|i| items[i]).collect();
        return done(cx.new_tuple(&selected));
    }
    let Some(i) = index(cx, key)? else { return again(cx, "tuple_getitem", f) };
    match place(i, len) {
        Some(i) => done(cx.vm.heap.tuple(r)[i]),
        None => Err(cx.index_error("tuple index out of range")),
    }
}

fn iter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.new_fields(classes::TUPLE_ITERATOR, &[f.args[0], Value::int(0)]))
}

fn len(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(count(cx.vm.heap.tuple(receiver(f)).len()))
}

fn add(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    shared::add(cx, f)
}

fn mul(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    shared::mul(cx, f)
}

fn eq(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    shared::compare(cx, f, CmpOp::Eq)
}

fn ne(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    shared::compare(cx, f, CmpOp::Ne)
}

fn lt(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    shared::compare(cx, f, CmpOp::Lt)
}

fn le(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    shared::compare(cx, f, CmpOp::Le)
}

fn gt(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    shared::compare(cx, f, CmpOp::Gt)
}

fn ge(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    shared::compare(cx, f, CmpOp::Ge)
}

/// Hashes item after item: what was hashed stands in the arguments behind the tuple, as ints.
fn hash(cx: &mut Cx<'_>, f: &mut NativeFrame, resumed: Resumed) -> NativeResult {
    match resumed {
        Resumed::Raised(e) => return Err(Raise(e)),
        other => f.args.extend(other.value()),
    }
    let items = cx.vm.heap.tuple(receiver(f)).to_vec();
    while let Some(&item) = items.get(f.args.len() - 1) {
        match cx.vm.try_hash(item) {
            Answer::Known(Some(h)) => f.args.push(Value::int(h)),
            _ => return Ok(Step::Call(cx.vm.prelude("hash_"), smallvec::smallvec![item])),
        }
    }
    let hashes: Vec<i64> = f.args[1..].iter().filter_map(|&h| cx.as_i64(h)).collect();
    done(Value::int(text::hash_tuple(&hashes)))
}

fn tuple_repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    repr(cx, f.args[0], "repr_tuple")
}

fn new_args(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let items = shared::items(cx, receiver(f));
    let items = cx.new_tuple(&items);
    done(cx.new_tuple(&[items]))
}
