//! Attributes and items.

use super::call::{begin, prelude};
use super::{Exec, Flow};
use crate::classes;
use crate::cx::Cx;
use crate::frame::{Frame, Pending};
use crate::heap::Body;
use crate::lookup::Attribute;
use crate::names;
use crate::value::{Ref, Value, View};
use bytecode::Reg;

pub(super) fn load(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, obj: Reg, name: u16) -> Exec {
    let v = cx.take(f, obj);
    let name = f.loaded.names[name as usize];
    match cx.load_attribute(v, name)? {
        Attribute::Value(v) => {
            cx.set(f, dst, v);
            Ok(Flow::Next)
        }
        Attribute::Method(m) => {
            let bound = cx.bound_method(m, v);
            cx.set(f, dst, bound);
            Ok(Flow::Next)
        }
        Attribute::Call(g, args) => begin(cx, f, g, &args, Pending::Store(dst)),
    }
}

pub(super) fn load_method(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, obj: Reg, name: u16) -> Exec {
    let v = cx.take(f, obj);
    let name = f.loaded.names[name as usize];
    match cx.load_attribute(v, name)? {
        Attribute::Value(found) => {
            cx.set(f, dst, found);
            cx.clear(f, dst + 1);
        }
        Attribute::Method(m) => {
            cx.set(f, dst, m);
            cx.set(f, dst + 1, v);
        }
        Attribute::Call(g, args) => {
            cx.clear(f, dst + 1);
            return begin(cx, f, g, &args, Pending::Store(dst));
        }
    }
    Ok(Flow::Next)
}

pub(super) fn store(cx: &mut Cx<'_>, f: &mut Frame, obj: Reg, name: u16, src: Reg) -> Exec {
    let v = cx.take(f, src);
    let o = cx.take(f, obj);
    let name = f.loaded.names[name as usize];
    if let Some(r) = plain_instance(cx, o) {
        if is_plain_store(cx, r, name) {
            set_own(cx, r, name, v);
            return Ok(Flow::Next);
        }
    }
    prelude(cx, f, "set_attribute", &[o, name.into(), v], Pending::Discard)
}

pub(super) fn delete(cx: &mut Cx<'_>, f: &mut Frame, obj: Reg, name: u16) -> Exec {
    let o = cx.take(f, obj);
    let name = f.loaded.names[name as usize];
    prelude(cx, f, "delete_attribute", &[o, name.into()], Pending::Discard)
}

/// An instance of a class made by a `class` statement, without slots.
fn plain_instance(cx: &Cx<'_>, v: Value) -> Option<Ref> {
    let r = v.as_ref()?;
    let class = cx.vm.heap.get(r).class;
    let is_class = matches!(cx.vm.heap.get(r).body, Body::Class(_));
    (!is_class && cx.vm.class(class).is_heap_type && cx.vm.class(class).has_instance_dict).then_some(r)
}

/// True if nothing but the instance's own attributes is concerned: no `__setattr__`, no data descriptor.
fn is_plain_store(cx: &mut Cx<'_>, r: Ref, name: Ref) -> bool {
    let class = cx.vm.heap.get(r).class;
    let custom = cx.vm.find_in_class(class, names::SETATTR);
    if custom.is_none_or(|m| cx.class_of(m) != classes::WRAPPER_DESCRIPTOR) {
        return false;
    }
    if name == names::CLASS || name == names::DICT {
        return false;
    }
    match cx.vm.find_in_class(class, name) {
        Some(found) => !cx.is_data_descriptor(found),
        None => true,
    }
}

/// Stores an object's own attribute.
pub(crate) fn set_own(cx: &mut Cx<'_>, r: Ref, name: Ref, v: Value) {
    let dict = match cx.vm.heap.get(r).dict {
        Some(d) => d,
        None => {
            let d = cx.new_dict();
            cx.vm.heap.set_dict(r, d);
            d
        }
    };
    cx.dict_set_name(dict, name, v);
}

pub(super) fn subscript(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, obj: Reg, key: Reg) -> Exec {
    let k = cx.take(f, key);
    let o = cx.take(f, obj);
    if let Some(v) = plain_item(cx, o, k)? {
        cx.set(f, dst, v);
        return Ok(Flow::Next);
    }
    prelude(cx, f, "get_item", &[o, k], Pending::Store(dst))
}

/// An item of an exact list, tuple or dict, if that is all it takes.
fn plain_item(cx: &mut Cx<'_>, o: Value, k: Value) -> Result<Option<Value>, crate::native::Raise> {
    let Some(r) = o.as_ref() else { return Ok(None) };
    let object = cx.vm.heap.get(r);
    match (&object.body, object.class, k.view()) {
        (Body::List(items), classes::LIST, View::Int(i)) => Ok(at(items, i)),
        (Body::Tuple(items), classes::TUPLE, View::Int(i)) => Ok(at(items, i)),
        (Body::Dict(_), classes::DICT, _) => {
            let Some(hash) = cx.plain_hash(k)? else { return Ok(None) };
            match cx.vm.find_in_dict(r, k, hash, 0) {
                crate::keys::Find::Found(slot) => Ok(cx.vm.heap.dict(r).entry(slot).map(|e| e.value)),
                _ => Ok(None),
            }
        }
        _ => Ok(None),
    }
}

fn at(items: &[Value], i: i64) -> Option<Value> {
    let i = if i < 0 { i + items.len() as i64 } else { i };
    usize::try_from(i).ok().and_then(|i| items.get(i)).copied()
}

pub(super) fn store_subscript(cx: &mut Cx<'_>, f: &mut Frame, obj: Reg, key: Reg, src: Reg) -> Exec {
    let v = cx.take(f, src);
    let o = cx.take(f, obj);
    let k = cx.take(f, key);
    if let Some(r) = o.as_ref() {
        let object = cx.vm.heap.get(r);
        let is_dict = object.class == classes::DICT;
        if let (Body::List(items), classes::LIST, View::Int(i)) = (&object.body, object.class, k.view()) {
            let i = if i < 0 { i + items.len() as i64 } else { i };
            if (0..items.len() as i64).contains(&i) {
                cx.vm.heap.list_set(r, i as usize, v);
                return Ok(Flow::Next);
            }
        }
        if is_dict && dict_store(cx, r, k, v)? {
            return Ok(Flow::Next);
        }
    }
    prelude(cx, f, "set_item", &[o, k, v], Pending::Discard)
}

/// Stores in a dict if that needs no Python; false if it does.
pub(crate) fn dict_store(cx: &mut Cx<'_>, dict: Ref, k: Value, v: Value) -> Result<bool, crate::native::Raise> {
    let Some(hash) = cx.plain_hash(k)? else { return Ok(false) };
    match cx.vm.find_in_dict(dict, k, hash, 0) {
        crate::keys::Find::Found(slot) => cx.vm.heap.dict_replace(dict, slot, v),
        crate::keys::Find::Missing => cx.vm.heap.dict_insert_new(dict, hash, k, v),
        crate::keys::Find::Ask { .. } => return Ok(false),
    }
    Ok(true)
}

pub(super) fn delete_subscript(cx: &mut Cx<'_>, f: &mut Frame, obj: Reg, key: Reg) -> Exec {
    let k = cx.take(f, key);
    let o = cx.take(f, obj);
    prelude(cx, f, "del_item", &[o, k], Pending::Discard)
}
