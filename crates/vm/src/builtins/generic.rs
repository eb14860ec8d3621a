//! What annotations are made of: `list[int]` (Objects/genericaliasobject.c) and `int | None` (Objects/unionobject.c).

use crate::classes;
use crate::cx::Cx;
use crate::native::{def, getter, Args, ClassDef, Def, NativeFrame, NativeResult, Resumed, Step};
use crate::value::{Ref, Value};

pub(super) const CLASSES: &[ClassDef] = &[
    ClassDef { class: classes::GENERIC_ALIAS, methods: ALIAS },
    ClassDef { class: classes::UNION_TYPE, methods: UNION },
];

const ALIAS: &[Def] = &[
    getter("__origin__", origin),
    getter("__args__", alias_arguments),
    def("__call__", "self, /, *args, **keywords", call),
    def("__mro_entries__", "self, bases, /", mro_entries),
    def("__eq__", "self, other, /", alias_eq),
    def("__hash__", "self, /", alias_hash),
    def("__or__", "self, other, /", alias_or),
    def("__ror__", "self, other, /", alias_ror),
];

const UNION: &[Def] = &[
    getter("__args__", union_arguments),
    def("__eq__", "self, other, /", union_eq),
    def("__hash__", "self, /", union_hash),
    def("__or__", "self, other, /", union_or),
    def("__ror__", "self, other, /", union_ror),
];

fn field(cx: &Cx<'_>, v: Value, at: usize) -> Value {
    cx.vm.heap.fields(v.as_ref().expect("an alias or a union"))[at]
}

fn origin(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(field(cx, f.args[0], 0)))
}

fn alias_arguments(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(field(cx, f.args[0], 1)))
}

fn union_arguments(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(field(cx, f.args[0], 0)))
}

/// `list[int](…)` makes a list.
fn call(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let args = [field(cx, f.args[0], 0), f.args[1], f.args[2]];
    Ok(cx.tail("apply", &args))
}

/// `class C(list[int])` derives from list.
fn mro_entries(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let origin = field(cx, f.args[0], 0);
    Ok(Step::Return(cx.new_tuple(&[origin])))
}

/// Whether two types in an annotation are the same.
fn is_same(cx: &Cx<'_>, a: Value, b: Value) -> bool {
    if a.is(b) {
        return true;
    }
    let both = |class: Ref| cx.class_of(a) == class && cx.class_of(b) == class;
    if both(classes::GENERIC_ALIAS) {
        let parts = |v: Value| cx.sequence(field(cx, v, 1)).unwrap_or(&[]);
        let (left, right) = (parts(a), parts(b));
        return field(cx, a, 0).is(field(cx, b, 0))
            && left.len() == right.len()
            && left.iter().zip(right).all(|(&x, &y)| is_same(cx, x, y));
    }
    if both(classes::UNION_TYPE) {
        let parts = |v: Value| cx.sequence(field(cx, v, 0)).unwrap_or(&[]);
        let within = |x: &[Value], y: &[Value]| x.iter().all(|&v| y.iter().any(|&w| is_same(cx, v, w)));
        return within(parts(a), parts(b)) && within(parts(b), parts(a));
    }
    false
}

/// A hash on which equal types agree.
fn hash_of(cx: &Cx<'_>, v: Value) -> i64 {
    match cx.class_of(v) {
        classes::GENERIC_ALIAS => hash_of(cx, field(cx, v, 0)).wrapping_mul(31),
        classes::UNION_TYPE => {
            cx.sequence(field(cx, v, 0)).unwrap_or(&[]).iter().fold(17, |h, &part| h ^ hash_of(cx, part))
        }
        _ => v.as_ref().map_or(1, |r| cx.vm.identity_hash(r)),
    }
}

fn alias_eq(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    equal(cx, f, classes::GENERIC_ALIAS)
}

fn union_eq(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    equal(cx, f, classes::UNION_TYPE)
}

fn equal(cx: &Cx<'_>, f: &NativeFrame, class: Ref) -> NativeResult {
    let comparable = cx.class_of(f.args[1]) == class;
    let answer = Value::bool(is_same(cx, f.args[0], f.args[1]));
    Ok(Step::Return(if comparable { answer } else { Value::NOT_IMPLEMENTED }))
}

fn alias_hash(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::int(hash_of(cx, f.args[0]))))
}

fn union_hash(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::int(hash_of(cx, f.args[0]))))
}

/// Appends what a union is made of; false if the value is no type.
fn add_parts(cx: &Cx<'_>, v: Value, parts: &mut Args) -> bool {
    let own = [if v.is_none() { classes::NONE_TYPE.into() } else { v }];
    let new: &[Value] = match cx.class_of(v) {
        classes::UNION_TYPE => cx.sequence(field(cx, v, 0)).unwrap_or(&[]),
        classes::GENERIC_ALIAS => &own,
        _ if v.is_none() || cx.vm.as_class(v).is_some() => &own,
        _ => return false,
    };
    for &part in new {
        if !parts.iter().any(|&p| is_same(cx, p, part)) {
            parts.push(part);
        }
    }
    true
}

/// `a | b` of types.
pub(super) fn unite(cx: &mut Cx<'_>, a: Value, b: Value) -> NativeResult {
    let mut parts = Args::new();
    if !add_parts(cx, a, &mut parts) || !add_parts(cx, b, &mut parts) {
        return Ok(Step::Return(Value::NOT_IMPLEMENTED));
    }
    if let [one] = parts[..] {
        return Ok(Step::Return(one));
    }
    let parts = cx.new_tuple(&parts);
    Ok(Step::Return(cx.new_fields(classes::UNION_TYPE, &[parts])))
}

fn alias_or(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    unite(cx, f.args[0], f.args[1])
}

fn alias_ror(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    unite(cx, f.args[1], f.args[0])
}

fn union_or(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    unite(cx, f.args[0], f.args[1])
}

fn union_ror(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    unite(cx, f.args[1], f.args[0])
}
