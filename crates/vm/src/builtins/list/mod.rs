//! `list` (Objects/listobject.c).

mod change;
mod items;
pub(in crate::builtins) mod shared;
mod sort;
mod support;

pub(super) use sort::{plain_order, reverse_flag, sorted_by};

use crate::classes;
use crate::cx::Cx;
use crate::native::{def, new, ClassDef, Def, NativeFrame, NativeResult, Resumed};
use crate::sequences;
use crate::value::Value;
use bytecode::CmpOp;
use shared::{class_argument, count, done, object, one_argument, receiver, repr};

/// The class `list`.
pub(super) const CLASSES: &[ClassDef] = &[ClassDef { class: classes::LIST, methods: METHODS }];

/// What the prelude needs to work on lists and tuples.
pub(super) const INTRINSICS: &[Def] = support::INTRINSICS;

const METHODS: &[Def] = &[
    new("cls, *args, **kwargs", make),
    def("__init__", "self, *args, **kwargs", init),
    def("append", "self, object, /", change::append),
    def("extend", "self, iterable, /", change::extend),
    def("insert", "self, index, object, /", change::insert),
    def("remove", "self, value, /", change::remove),
    def("pop", "self, index=, /", change::pop),
    def("clear", "self, /", change::clear),
    def("index", "self, value, start=, stop=, /", shared::index_of),
    def("count", "self, value, /", shared::count_of),
    def("sort", "self, *args, key=, reverse=", sort::method),
    def("reverse", "self, /", change::reverse),
    def("copy", "self, /", copy),
    def("__getitem__", "self, key, /", items::get),
    def("__setitem__", "self, key, value, /", items::set),
    def("__delitem__", "self, key, /", items::delete),
    def("__contains__", "self, key, /", shared::contains),
    def("__iter__", "self, /", iter),
    def("__reversed__", "self, /", reversed),
    def("__len__", "self, /", len),
    def("__add__", "self, value, /", add),
    def("__iadd__", "self, value, /", iadd),
    def("__mul__", "self, value, /", mul),
    def("__rmul__", "self, value, /", mul),
    def("__imul__", "self, value, /", imul),
    def("__eq__", "self, value, /", eq),
    def("__ne__", "self, value, /", ne),
    def("__lt__", "self, value, /", lt),
    def("__le__", "self, value, /", le),
    def("__gt__", "self, value, /", gt),
    def("__ge__", "self, value, /", ge),
    def("__repr__", "self, /", list_repr),
    def("__class_getitem__", "cls, item, /", shared::class_getitem).class_method(),
];

fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class_argument(cx, f.args[0], classes::LIST)?;
    if class != classes::LIST {
        return done(crate::types::allocate(cx, class)?.into());
    }
    let Some(v) = one_argument(cx, "list", f.args[1], f.args[2])? else { return done(cx.new_list(Vec::new())) };
    match cx.plain_items(v) {
        Some(items) => done(cx.new_list(items)),
        None => Ok(cx.tail("list_from", &[v])),
    }
}

fn init(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = receiver(f);
    let given = one_argument(cx, "list", f.args[1], f.args[2])?;
    cx.vm.heap.list_replace(r, Vec::new());
    match given {
        Some(v) => change::extend_by(cx, r, v),
        None => done(Value::NONE),
    }
}

fn copy(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let items = cx.vm.heap.list(receiver(f)).to_vec();
    done(cx.new_list(items))
}

fn iter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.new_fields(classes::LIST_ITERATOR, &[f.args[0], Value::int(0)]))
}

fn reversed(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let len = count(cx.vm.heap.list(receiver(f)).len());
    done(cx.new_fields(classes::LIST_REVERSE_ITERATOR, &[f.args[0], len]))
}

fn len(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(count(cx.vm.heap.list(receiver(f)).len()))
}

/// An operand with a `__radd__` of its own has its turn first, as in CPython.
fn add(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    shared::add(cx, f)
}

fn iadd(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = receiver(f);
    match cx.plain_items(f.args[1]) {
        Some(items) => {
            items.into_iter().for_each(|v| cx.vm.heap.list_push(r, v));
            done(f.args[0])
        }
        None => Ok(cx.tail("list_iadd", &[f.args[0], f.args[1]])),
    }
}

fn mul(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    shared::mul(cx, f)
}

fn imul(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if sequences::has_index(cx, f.args[1]) {
        return Ok(cx.tail("list_imul", &[f.args[0], f.args[1]]));
    }
    let repeated = sequences::repeat(cx, f.args[0], f.args[1])?;
    let items = cx.vm.heap.list(object(repeated)).to_vec();
    cx.vm.heap.list_replace(receiver(f), items);
    done(f.args[0])
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

fn list_repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    repr(cx, f.args[0], "repr_list")
}
