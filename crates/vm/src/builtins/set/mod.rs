//! `set` and `frozenset` (Objects/setobject.c).
//!
//! Keys that need no Python are handled here; for the others the prelude's functions ask `__hash__` and
//! `__eq__`, over the natives of [`support`].

mod algebra;
mod support;
mod table;

use super::list::shared::{self, class_argument, count, done, object, one_argument, receiver, repr};
use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::interp::set_store;
use crate::keys::Find;
use crate::native::{def, new, ClassDef, Def, NativeFrame, NativeResult, Raise, Resumed};
use crate::value::{Ref, Value};

/// The classes `set` and `frozenset`.
pub(super) const CLASSES: &[ClassDef] = &[
    ClassDef { class: classes::SET, methods: SET_METHODS },
    ClassDef { class: classes::FROZENSET, methods: FROZENSET_METHODS },
];

/// What the prelude needs to work on sets.
pub(super) const INTRINSICS: &[Def] = support::INTRINSICS;

const SET_METHODS: &[Def] = &[
    new("cls, *args, **kwargs", make),
    def("__init__", "self, *args, **kwargs", init),
    def("add", "self, object, /", add),
    def("remove", "self, object, /", remove),
    def("discard", "self, object, /", discard),
    def("pop", "self, /", pop),
    def("clear", "self, /", clear),
    def("copy", "self, /", copy),
    def("union", "self, *others", algebra::union),
    def("update", "self, *others", algebra::update),
    def("intersection", "self, *others", algebra::intersection),
    def("intersection_update", "self, *others", algebra::intersection_update),
    def("difference", "self, *others", algebra::difference),
    def("difference_update", "self, *others", algebra::difference_update),
    def("symmetric_difference", "self, other, /", algebra::symmetric_difference),
    def("symmetric_difference_update", "self, other, /", algebra::symmetric_difference_update),
    def("isdisjoint", "self, other, /", algebra::isdisjoint),
    def("issubset", "self, other, /", algebra::issubset),
    def("issuperset", "self, other, /", algebra::issuperset),
    def("__contains__", "self, key, /", contains),
    def("__len__", "self, /", len),
    def("__iter__", "self, /", iter),
    def("__and__", "self, value, /", algebra::and),
    def("__rand__", "self, value, /", algebra::rand),
    def("__iand__", "self, value, /", algebra::iand),
    def("__or__", "self, value, /", algebra::or),
    def("__ror__", "self, value, /", algebra::ror),
    def("__ior__", "self, value, /", algebra::ior),
    def("__sub__", "self, value, /", algebra::sub),
    def("__rsub__", "self, value, /", algebra::rsub),
    def("__isub__", "self, value, /", algebra::isub),
    def("__xor__", "self, value, /", algebra::xor),
    def("__rxor__", "self, value, /", algebra::rxor),
    def("__ixor__", "self, value, /", algebra::ixor),
    def("__eq__", "self, value, /", algebra::eq),
    def("__ne__", "self, value, /", algebra::ne),
    def("__lt__", "self, value, /", algebra::lt),
    def("__le__", "self, value, /", algebra::le),
    def("__gt__", "self, value, /", algebra::gt),
    def("__ge__", "self, value, /", algebra::ge),
    def("__repr__", "self, /", set_repr),
    def("__reduce__", "self, /", reduce),
    def("__class_getitem__", "cls, item, /", shared::class_getitem).class_method(),
];

const FROZENSET_METHODS: &[Def] = &[
    new("cls, *args, **kwargs", make_frozen),
    def("copy", "self, /", copy),
    def("union", "self, *others", algebra::union),
    def("intersection", "self, *others", algebra::intersection),
    def("difference", "self, *others", algebra::difference),
    def("symmetric_difference", "self, other, /", algebra::symmetric_difference),
    def("isdisjoint", "self, other, /", algebra::isdisjoint),
    def("issubset", "self, other, /", algebra::issubset),
    def("issuperset", "self, other, /", algebra::issuperset),
    def("__contains__", "self, key, /", contains),
    def("__len__", "self, /", len),
    def("__iter__", "self, /", iter),
    def("__and__", "self, value, /", algebra::and),
    def("__rand__", "self, value, /", algebra::rand),
    def("__or__", "self, value, /", algebra::or),
    def("__ror__", "self, value, /", algebra::ror),
    def("__sub__", "self, value, /", algebra::sub),
    def("__rsub__", "self, value, /", algebra::rsub),
    def("__xor__", "self, value, /", algebra::xor),
    def("__rxor__", "self, value, /", algebra::rxor),
    def("__eq__", "self, value, /", algebra::eq),
    def("__ne__", "self, value, /", algebra::ne),
    def("__lt__", "self, value, /", algebra::lt),
    def("__le__", "self, value, /", algebra::le),
    def("__gt__", "self, value, /", algebra::gt),
    def("__ge__", "self, value, /", algebra::ge),
    def("__hash__", "self, /", hash),
    def("__repr__", "self, /", set_repr),
    def("__reduce__", "self, /", reduce),
    def("__class_getitem__", "cls, item, /", shared::class_getitem).class_method(),
];

fn is_set(cx: &Cx<'_>, v: Value) -> bool {
    matches!(cx.body(v), Some(Body::Set(_)))
}

/// Where a key is: `None` if Python has to be asked.
///
/// # Errors
/// TypeError for an unhashable one.
fn find(cx: &mut Cx<'_>, r: Ref, key: Value) -> Result<Option<Option<usize>>, Raise> {
    if is_set(cx, key) {
        return Ok(None);
    }
    let Some(hash) = cx.plain_hash(key)? else { return Ok(None) };
    Ok(match cx.vm.find_in_set(r, key, hash, 0) {
        Find::Found(at) => Some(Some(at)),
        Find::Missing => Some(None),
        Find::Ask { .. } => None,
    })
}

fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class_argument(cx, f.args[0], classes::SET)?;
    if class != classes::SET {
        return done(crate::types::allocate(cx, class)?.into());
    }
    let given = one_argument(cx, "set", f.args[1], f.args[2])?;
    let set = cx.new_set(classes::SET);
    fill(cx, set, given)
}

fn make_frozen(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class_argument(cx, f.args[0], classes::FROZENSET)?;
    let name = cx.vm.class(class).name.clone();
    // A subclass's __init__ may take keywords.
    let keywords = if class == classes::FROZENSET { f.args[2] } else { cx.new_dict().into() };
    let given = one_argument(cx, &name, f.args[1], keywords)?;
    match given {
        Some(v) if class == classes::FROZENSET && cx.class_of(v) == classes::FROZENSET => done(v),
        _ => {
            let set = cx.new_set(class);
            fill(cx, set, given)
        }
    }
}

/// Fills a new set and gives it back.
fn fill(cx: &mut Cx<'_>, set: Ref, given: Option<Value>) -> NativeResult {
    match given {
        Some(v) if !table::add_all(cx, set, v) => Ok(cx.tail("set_filled", &[set.into(), v])),
        _ => done(set.into()),
    }
}

fn init(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = receiver(f);
    let name = cx.type_name(f.args[0]);
    let given = one_argument(cx, &name, f.args[1], f.args[2])?;
    cx.vm.heap.set_clear(r);
    match given {
        Some(v) if !table::add_all(cx, r, v) => Ok(cx.tail("set_update_one", &[r.into(), v])),
        _ => done(Value::NONE),
    }
}

fn add(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match set_store(cx, receiver(f), f.args[1])? {
        true => done(Value::NONE),
        false => Ok(cx.tail("set_add", &[f.args[0], f.args[1]])),
    }
}

fn remove(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = receiver(f);
    match find(cx, r, f.args[1])? {
        Some(Some(at)) => {
            cx.vm.heap.set_remove(r, at);
            done(Value::NONE)
        }
        Some(None) => Err(cx.key_error(f.args[1])),
        None => Ok(cx.tail("set_remove", &[r.into(), f.args[1]])),
    }
}

fn discard(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = receiver(f);
    match find(cx, r, f.args[1])? {
        Some(Some(at)) => {
            cx.vm.heap.set_remove(r, at);
            done(Value::NONE)
        }
        Some(None) => done(Value::NONE),
        None => Ok(cx.tail("set_discard", &[r.into(), f.args[1]])),
    }
}

fn pop(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match table::pop(cx, receiver(f)) {
        Some(key) => done(key),
        None => {
            let message = cx.new_str("pop from an empty set");
            Err(cx.key_error(message))
        }
    }
}

fn clear(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.set_clear(receiver(f));
    done(Value::NONE)
}

fn copy(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if cx.class_of(f.args[0]) == classes::FROZENSET {
        return done(f.args[0]);
    }
    done(table::copied(cx, receiver(f)).into())
}

fn contains(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = receiver(f);
    match find(cx, r, f.args[1])? {
        Some(at) => done(Value::bool(at.is_some())),
        None => Ok(cx.tail("set_contains", &[r.into(), f.args[1]])),
    }
}

fn len(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(count(cx.vm.heap.set(receiver(f)).len()))
}

fn iter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let len = count(cx.vm.heap.set(receiver(f)).len());
    done(cx.new_fields(classes::SET_ITERATOR, &[f.args[0], Value::int(0), len]))
}

fn hash(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let members: Vec<i64> = cx.vm.heap.set(receiver(f)).iter().map(|(h, _)| h).collect();
    done(Value::int(text::hash_frozenset(&members)))
}

fn set_repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    repr(cx, f.args[0], "repr_set")
}

fn reduce(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let object = cx.object(f.args[0]).expect("a set");
    let (class, own) = (object.class, object.dict);
    let keys = cx.vm.heap.set(receiver(f)).iter().map(|(_, k)| k).collect();
    let keys = cx.new_list(keys);
    let args = cx.new_tuple(&[keys]);
    done(cx.new_tuple(&[class.into(), args, own.map_or(Value::NONE, Value::from)]))
}

/// The others of a method with `*others`.
fn others(cx: &Cx<'_>, f: &NativeFrame) -> Vec<Value> {
    cx.vm.heap.tuple(object(f.args[1])).to_vec()
}
