//! `dict.keys()`, `dict.values()`, `dict.items()`.

use crate::builtins::list::shared::{count, done, object, receiver, repr};
use crate::classes;
use crate::cx::Cx;
use crate::native::{def, getter, Def, NativeFrame, NativeResult, Resumed};
use crate::value::{Ref, Value};

pub(super) const KEYS: &[Def] = &[
    def("__len__", "self, /", len),
    def("__iter__", "self, /", iter),
    def("__reversed__", "self, /", reversed),
    def("__contains__", "self, key, /", contains_key),
    def("__eq__", "self, value, /", eq),
    def("__ne__", "self, value, /", ne),
    def("__lt__", "self, value, /", lt),
    def("__le__", "self, value, /", le),
    def("__gt__", "self, value, /", gt),
    def("__ge__", "self, value, /", ge),
    def("__and__", "self, value, /", and),
    def("__rand__", "self, value, /", rand),
    def("__or__", "self, value, /", or),
    def("__ror__", "self, value, /", ror),
    def("__sub__", "self, value, /", sub),
    def("__rsub__", "self, value, /", rsub),
    def("__xor__", "self, value, /", xor),
    def("__rxor__", "self, value, /", rxor),
    def("isdisjoint", "self, other, /", isdisjoint),
    def("__repr__", "self, /", view_repr),
    getter("mapping", mapping),
];

pub(super) const VALUES: &[Def] = &[
    def("__len__", "self, /", len),
    def("__iter__", "self, /", iter),
    def("__reversed__", "self, /", reversed),
    def("__repr__", "self, /", view_repr),
    getter("mapping", mapping),
];

pub(super) const ITEMS: &[Def] = &[
    def("__len__", "self, /", len),
    def("__iter__", "self, /", iter),
    def("__reversed__", "self, /", reversed),
    def("__contains__", "self, key, /", contains_item),
    def("__eq__", "self, value, /", eq),
    def("__ne__", "self, value, /", ne),
    def("__lt__", "self, value, /", lt),
    def("__le__", "self, value, /", le),
    def("__gt__", "self, value, /", gt),
    def("__ge__", "self, value, /", ge),
    def("__and__", "self, value, /", and),
    def("__rand__", "self, value, /", rand),
    def("__or__", "self, value, /", or),
    def("__ror__", "self, value, /", ror),
    def("__sub__", "self, value, /", sub),
    def("__rsub__", "self, value, /", rsub),
    def("__xor__", "self, value, /", xor),
    def("__rxor__", "self, value, /", rxor),
    def("isdisjoint", "self, other, /", isdisjoint),
    def("__repr__", "self, /", view_repr),
    getter("mapping", mapping),
];

/// A forward iterator of a dict.
pub(super) fn iterator(cx: &mut Cx<'_>, class: Ref, dict: Ref) -> Value {
    let len = count(cx.vm.heap.dict(dict).len());
    cx.new_fields(class, &[dict.into(), Value::int(0), len, len])
}

/// An iterator over the keys from the last to the first.
pub(super) fn reverse_iterator(cx: &mut Cx<'_>, dict: Ref) -> Value {
    let table = cx.vm.heap.dict(dict);
    let (end, len) = (count(table.slots()), count(table.len()));
    cx.new_fields(classes::DICT_REVERSEKEYITERATOR, &[dict.into(), end, len])
}

fn dict_of(cx: &Cx<'_>, f: &NativeFrame) -> Ref {
    object(cx.vm.heap.fields(receiver(f))[0])
}

fn len(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(count(cx.vm.heap.dict(dict_of(cx, f)).len()))
}

fn iter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = match cx.class_of(f.args[0]) {
        classes::DICT_KEYS => classes::DICT_KEYITERATOR,
        classes::DICT_VALUES => classes::DICT_VALUEITERATOR,
        _ => classes::DICT_ITEMITERATOR,
    };
    let dict = dict_of(cx, f);
    done(iterator(cx, class, dict))
}

fn reversed(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if cx.class_of(f.args[0]) != classes::DICT_KEYS {
        return Err(cx.unsupported("reversed() of a dict's values or items", "reverse a list of them"));
    }
    let dict = dict_of(cx, f);
    done(reverse_iterator(cx, dict))
}

fn contains_key(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let dict = dict_of(cx, f);
    match super::find(cx, dict, f.args[1])? {
        Some((_, slot)) => done(Value::bool(slot.is_some())),
        None => Ok(cx.tail("dict_contains", &[dict.into(), f.args[1]])),
    }
}

fn contains_item(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let dict = dict_of(cx, f);
    Ok(cx.tail("dict_contains_item", &[dict.into(), f.args[1]]))
}

fn mapping(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let dict = dict_of(cx, f);
    done(cx.new_fields(classes::MAPPINGPROXY, &[dict.into()]))
}

fn view_repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let function = match cx.class_of(f.args[0]) {
        classes::DICT_KEYS => "repr_dict_keys",
        classes::DICT_VALUES => "repr_dict_values",
        _ => "repr_dict_items",
    };
    repr(cx, f.args[0], function)
}

fn ask(cx: &mut Cx<'_>, f: &NativeFrame, function: &str) -> NativeResult {
    Ok(cx.tail(function, &[f.args[0], f.args[1]]))
}

/// A reflected operator: the other operand stands on the left.
fn ask_reflected(cx: &mut Cx<'_>, f: &NativeFrame, function: &str) -> NativeResult {
    Ok(cx.tail(function, &[f.args[1], f.args[0]]))
}

fn eq(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    ask(cx, f, "view_eq")
}

fn ne(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    ask(cx, f, "view_ne")
}

fn lt(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    ask(cx, f, "view_lt")
}

fn le(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    ask(cx, f, "view_le")
}

fn gt(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    ask(cx, f, "view_gt")
}

fn ge(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    ask(cx, f, "view_ge")
}

fn and(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    ask(cx, f, "view_and")
}

fn rand(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    ask_reflected(cx, f, "view_and")
}

fn or(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    ask(cx, f, "view_or")
}

fn ror(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    ask_reflected(cx, f, "view_or")
}

fn sub(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    ask(cx, f, "view_sub")
}

fn rsub(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    ask_reflected(cx, f, "view_sub")
}

fn xor(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    ask(cx, f, "view_xor")
}

fn rxor(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    ask_reflected(cx, f, "view_xor")
}

fn isdisjoint(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    ask(cx, f, "view_isdisjoint")
}
