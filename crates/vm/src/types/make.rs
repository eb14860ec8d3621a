//! Making classes and bare instances (Objects/typeobject.c `type_new`, `mro_implementation`).

use crate::classes;
use crate::cx::Cx;
use crate::fiber::Activation;
use crate::heap::{Body, Class, Dict, ExceptionBody, Layout, SetTable, Str};
use crate::names;
use crate::native::Raise;
use crate::value::{Ref, Value};

/// A bare instance of a class, with the body its layout wants.
///
/// # Errors
/// TypeError for a class whose instances are not made this way.
pub fn allocate(cx: &mut Cx<'_>, class: Ref) -> Result<Ref, Raise> {
    let body = match cx.vm.class(class).layout {
        Layout::Instance => super::slots::new_body(cx, class),
        Layout::Module => Body::Instance,
        Layout::Int => Body::Int(0),
        Layout::Float => Body::Float(0.0),
        Layout::Str => Body::Str(Str::new("")),
        Layout::Bytes => Body::Bytes([].into()),
        Layout::ByteArray => Body::ByteArray(Vec::new()),
        Layout::Tuple => Body::Tuple([].into()),
        Layout::List => Body::List(Vec::new()),
        Layout::Dict => Body::Dict(Box::new(Dict::new())),
        Layout::Set => Body::Set(Box::new(SetTable::new())),
        Layout::Exception => {
            let args = cx.new_tuple(&[]);
            Body::Exception(Box::new(ExceptionBody { args, ..ExceptionBody::default() }))
        }
        Layout::Class | Layout::Sealed => {
            let name = cx.vm.class(class).name.clone();
            return Err(cx.type_error(format!("cannot create '{name}' instances")));
        }
    };
    Ok(cx.new_object(class, body))
}

/// A new class. `namespace` is copied.
///
/// # Errors
/// TypeError for bases that do not go together.
pub fn make_class(cx: &mut Cx<'_>, meta: Ref, name: &str, bases: &[Ref], namespace: Ref) -> Result<Ref, Raise> {
    let bases = if bases.is_empty() { vec![classes::OBJECT] } else { bases.to_vec() };
    for &base in &bases {
        check_base(cx, base)?;
    }
    let order = linearize(cx, &bases)?;
    let layout = layout_of(cx, &bases)?;
    let slots = super::slots::inherited(cx, &bases, layout)?;
    let own = cx.new_dict();
    let entries: Vec<(Value, Value)> = cx.vm.heap.dict(namespace).iter().map(|e| (e.key, e.value)).collect();
    for (key, value) in entries {
        if let Some(key) = key.as_ref() {
            let value = wrap_special(cx, key, value);
            cx.dict_set_name(own, key, value);
        }
    }
    let qualname = take_text(cx, own, names::QUALNAME).unwrap_or_else(|| name.to_string());
    let cell = cx.dict_get_name(own, names::CLASSCELL).and_then(Value::as_ref);
    cx.dict_del_name(own, names::CLASSCELL);
    let has_slots = cx.dict_get_name(own, names::SLOTS).is_some();
    let has_instance_dict = !has_slots || bases.iter().any(|&b| cx.vm.class(b).has_instance_dict);
    let class = Class {
        name: name.into(),
        qualname: qualname.as_str().into(),
        bases: bases.clone(),
        mro: std::iter::once(bases[0]).chain(order.iter().copied()).collect(),
        namespace: own,
        layout,
        is_heap_type: true,
        has_finalizer: false,
        identity_equality: true,
        has_instance_dict,
        slots,
    };
    let r = cx.new_object(meta, Body::Class(Box::new(class)));
    if let Body::Class(c) = &mut cx.vm.heap.get_mut(r).body {
        c.mro[0] = r;
    }
    default_doc(cx, own);
    default_module(cx, own);
    if has_slots {
        super::slots::add(cx, r, own)?;
    }
    refresh(cx, r);
    if let Some(cell) = cell {
        crate::interp::set_cell(cx, cell, r.into());
    }
    Ok(r)
}

fn default_doc(cx: &mut Cx<'_>, namespace: Ref) {
    if cx.dict_get_name(namespace, names::DOC).is_none() {
        cx.dict_set_name(namespace, names::DOC, Value::NONE);
    }
}

/// A class that `type()` makes belongs to the module that calls it.
fn default_module(cx: &mut Cx<'_>, namespace: Ref) {
    if cx.dict_get_name(namespace, names::MODULE).is_some() {
        return;
    }
    let caller = cx.t.fiber.stack.iter().rev().find_map(|a| match a {
        Activation::Python(f) if !f.is_hidden() => Some(f.globals),
        _ => None,
    });
    if let Some(name) = caller.and_then(|globals| cx.dict_get_name(globals, names::NAME)) {
        cx.dict_set_name(namespace, names::MODULE, name);
    }
}

/// `__new__` is a static method, `__init_subclass__` and `__class_getitem__` are class methods, without saying so.
fn wrap_special(cx: &mut Cx<'_>, key: Ref, value: Value) -> Value {
    if cx.class_of(value) != classes::FUNCTION {
        return value;
    }
    match key {
        names::NEW => cx.new_fields(classes::STATICMETHOD, &[value]),
        names::INIT_SUBCLASS | names::CLASS_GETITEM => cx.new_fields(classes::CLASSMETHOD, &[value]),
        _ => value,
    }
}

fn take_text(cx: &mut Cx<'_>, dict: Ref, name: Ref) -> Option<String> {
    let v = cx.dict_get_name(dict, name)?;
    let text = cx.as_str(v)?.as_str().to_string();
    cx.dict_del_name(dict, name);
    Some(text)
}

fn check_base(cx: &mut Cx<'_>, base: Ref) -> Result<(), Raise> {
    let open = base.index() >= classes::COUNT as usize || classes::ALL[base.index()].subclassable;
    if open {
        return Ok(());
    }
    let name = cx.vm.class(base).name.clone();
    Err(cx.type_error(format!("type '{name}' is not an acceptable base type")))
}

/// What instances hold: the most derived layout of the bases, which must agree.
fn layout_of(cx: &mut Cx<'_>, bases: &[Ref]) -> Result<Layout, Raise> {
    let mut layout = Layout::Instance;
    for &base in bases {
        let other = cx.vm.class(base).layout;
        if layout == Layout::Instance {
            layout = other;
        } else if other != Layout::Instance && other != layout {
            return Err(cx.type_error("multiple bases have instance lay-out conflict"));
        }
    }
    Ok(layout)
}

/// The C3 linearization of the bases, without the class itself.
fn linearize(cx: &mut Cx<'_>, bases: &[Ref]) -> Result<Vec<Ref>, Raise> {
    for (i, base) in bases.iter().enumerate() {
        if bases[..i].contains(base) {
            let name = cx.vm.class(*base).name.clone();
            return Err(cx.type_error(format!("duplicate base class {name}")));
        }
    }
    let mut lists: Vec<Vec<Ref>> = bases.iter().map(|&b| cx.vm.class(b).mro.clone()).collect();
    lists.push(bases.to_vec());
    let mut order = Vec::new();
    loop {
        lists.retain(|l| !l.is_empty());
        if lists.is_empty() {
            return Ok(order);
        }
        let next = lists.iter().map(|l| l[0]).find(|head| !lists.iter().any(|l| l[1..].contains(head)));
        let Some(next) = next else {
            let mut unique: Vec<Ref> = Vec::new();
            lists.iter().map(|l| l[0]).for_each(|c| {
                if !unique.contains(&c) {
                    unique.push(c);
                }
            });
            let names: Vec<String> = unique.iter().map(|&c| cx.vm.class(c).name.to_string()).collect();
            let list = names.join(", ");
            return Err(
                cx.type_error(format!("Cannot create a consistent method resolution\norder (MRO) for bases {list}"))
            );
        };
        order.push(next);
        for list in &mut lists {
            if list[0] == next {
                list.remove(0);
            }
        }
    }
}

/// Derives a class's flags from its namespaces again, and forgets what was looked up: a class has changed.
pub fn refresh(cx: &mut Cx<'_>, class: Ref) {
    cx.vm.cache.clear();
    let order = cx.vm.class(class).mro.clone();
    let has_finalizer = cx.vm.find_in_order(&order, names::DEL).is_some();
    let by_identity = [names::EQ, names::HASH].iter().all(|&name| {
        let owner = order.iter().find(|&&c| cx.dict_get_name(cx.vm.class(c).namespace, name).is_some());
        owner == Some(&classes::OBJECT)
    });
    let parents_agree = order[1..].iter().all(|&c| cx.vm.class(c).identity_equality);
    if cx.dict_get_name(cx.vm.class(class).namespace, names::EQ).is_some() {
        let own = cx.vm.class(class).namespace;
        if cx.dict_get_name(own, names::HASH).is_none() {
            cx.dict_set_name(own, names::HASH, Value::NONE);
        }
    }
    if let Body::Class(c) = &mut cx.vm.heap.get_mut(class).body {
        c.has_finalizer = has_finalizer;
        c.identity_equality = by_identity && parents_agree;
    }
}
