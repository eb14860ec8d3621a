//! The built-in functions on iterables: `iter`, `next`, `len`, `sum`, `min`, `max`, `any`, `all`, `sorted`
//! (Python/bltinmodule.c).

mod reduce;

use super::iterators::{advance, is_end, received, Next};
use super::list::shared::{count, done, object};
use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::iteration;
use crate::names;
use crate::native::{def, Def, NativeFrame, NativeResult, Raise, Resumed};
use crate::value::Value;

/// The functions of this file and of [`reduce`].
pub(super) const FUNCTIONS: &[Def] = &[
    def("iter", "object, sentinel=, /", iter),
    def("next", "iterator, default=, /", next),
    def("len", "obj, /", len),
    def("sum", "iterable, /, start=", reduce::sum),
    def("min", "*args, key=, default=", reduce::min),
    def("max", "*args, key=, default=", reduce::max),
    def("any", "iterable, /", reduce::any),
    def("all", "iterable, /", reduce::all),
    def("sorted", "iterable, /, *, key=, reverse=", sorted),
];

fn iter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = f.args[0];
    if f.args[1].is_set() {
        let callable =
            matches!(cx.body(v), Some(Body::Function(_) | Body::Native(_) | Body::Method(_) | Body::Class(_)));
        if !callable && cx.find_special(v, names::CALL).is_none() {
            return Err(cx.type_error("iter(v, w): v must be callable"));
        }
        return done(cx.new_fields(classes::CALLABLE_ITERATOR, &[v, f.args[1]]));
    }
    match iteration::plain_iter(cx, v) {
        Some(it) => done(it),
        None => Ok(cx.tail("iter_", &[v])),
    }
}

fn next(cx: &mut Cx<'_>, f: &mut NativeFrame, resumed: Resumed) -> NativeResult {
    let default = f.args[1];
    let item = match resumed {
        Resumed::Start => match advance(cx, f.args[0]) {
            Ok(Next::Value(v)) => Ok(v),
            Ok(Next::Ask(step)) => return Ok(step),
            Ok(Next::End) if default.is_set() => return done(default),
            Ok(Next::End) => Err(cx.stop_iteration(Value::NONE)),
            Err(raise) => Err(raise),
        },
        Resumed::Finished(_) if default.is_set() => return done(default),
        other => received(cx, other),
    };
    match item {
        Ok(v) => done(v),
        Err(raise) if default.is_set() && is_end(cx, &raise) => done(default),
        Err(raise) => Err(raise),
    }
}

fn len(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match plain_len(cx, f.args[0]) {
        Some(n) => done(count(n)),
        None => Ok(cx.tail("len_", &[f.args[0]])),
    }
}

/// The length of an exact built-in container.
fn plain_len(cx: &Cx<'_>, v: Value) -> Option<usize> {
    let object = cx.object(v)?;
    match (&object.body, object.class) {
        (Body::List(items), classes::LIST) => Some(items.len()),
        (Body::Tuple(items), classes::TUPLE) => Some(items.len()),
        (Body::Str(s), classes::STR) => Some(s.len()),
        (Body::Bytes(b), classes::BYTES) => Some(b.len()),
        (Body::ByteArray(b), classes::BYTEARRAY) => Some(b.len()),
        (Body::Dict(d), classes::DICT) => Some(d.len()),
        (Body::Set(s), classes::SET | classes::FROZENSET) => Some(s.len()),
        _ => None,
    }
}

fn sorted(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (v, key) = (f.args[0], f.args[1].or(Value::NONE));
    let items = cx.plain_items(v);
    // CPython collects the items before it looks at `reverse`.
    let Some(items) = items else {
        return Ok(cx.tail("sorted_", &[v, key, f.args[2].or(Value::FALSE)]));
    };
    let reverse = super::list::reverse_flag(cx, f.args[2])?;
    if key.is_none() {
        if let Some(sorted) = super::list::sorted_by(cx, &items, &items, reverse) {
            return done(cx.new_list(sorted));
        }
    }
    let list = cx.new_list(items);
    Ok(cx.tail("sorted_list", &[list, key, Value::bool(reverse)]))
}

/// The values of a tuple.
fn tuple_items(cx: &Cx<'_>, v: Value) -> Vec<Value> {
    cx.vm.heap.tuple(object(v)).to_vec()
}

/// The TypeError of `min()` and `max()` without arguments.
fn nothing_given(cx: &mut Cx<'_>, name: &str) -> Raise {
    cx.type_error(format!("{name} expected at least 1 argument, got 0"))
}
