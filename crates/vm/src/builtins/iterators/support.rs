//! Natives by which the prelude works on iterators.

use super::{advance, is_end, received, Next};
use crate::builtins::list::shared::{done, object, receiver};
use crate::classes;
use crate::cx::Cx;
use crate::native::{def, Def, NativeFrame, NativeResult, Resumed};
use crate::value::{Value, View};

pub(super) const INTRINSICS: &[Def] = &[
    def("advance", "iterator, /", advance_native),
    def("field", "object, at, /", field),
    def("set_field", "object, at, value, /", set_field),
    def("drop_field", "object, at, /", drop_field),
    def("sequence_iterator", "sequence, /", sequence_iterator),
    def("callable_iterator", "function, sentinel, /", callable_iterator),
    def("new_reversed", "cls, sequence, last, /", new_reversed),
];

/// The next item of an iterator, or `MISSING` at its end: a `for` loop's step, which asks for no `__iter__`.
fn advance_native(cx: &mut Cx<'_>, f: &mut NativeFrame, resumed: Resumed) -> NativeResult {
    let item = match resumed {
        Resumed::Start => match advance(cx, f.args[0])? {
            Next::Value(v) => Ok(v),
            Next::End => return done(cx.vm.prelude("MISSING")),
            Next::Ask(step) => return Ok(step),
        },
        Resumed::Finished(_) => return done(cx.vm.prelude("MISSING")),
        other => received(cx, other),
    };
    match item {
        Ok(v) => done(v),
        Err(raise) if is_end(cx, &raise) => done(cx.vm.prelude("MISSING")),
        Err(raise) => Err(raise),
    }
}

fn place(f: &NativeFrame) -> usize {
    match f.args[1].view() {
        View::Int(i) => i as usize,
        other => panic!("{other:?} is no place"),
    }
}

/// A field; `MISSING` if it is empty.
fn field(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = cx.vm.heap.fields(receiver(f))[place(f)];
    done(if v.is_set() { v } else { cx.vm.prelude("MISSING") })
}

fn set_field(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.set_field(object(f.args[0]), place(f), f.args[2]);
    done(Value::NONE)
}

fn drop_field(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.set_field(object(f.args[0]), place(f), Value::UNSET);
    done(Value::NONE)
}

/// The iterator of what has only `__getitem__`.
fn sequence_iterator(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.new_fields(classes::SEQUENCE_ITERATOR, &[f.args[0], Value::int(0)]))
}

/// `iter(function, sentinel)`
fn callable_iterator(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.new_fields(classes::CALLABLE_ITERATOR, &[f.args[0], f.args[1]]))
}

fn new_reversed(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.new_fields(object(f.args[0]), &[f.args[1], f.args[2]]))
}
