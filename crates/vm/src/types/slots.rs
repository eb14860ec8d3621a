//! `__slots__`: attributes with a place of their own (Objects/typeobject.c `type_new_slots`, Objects/structmember.c).
//!
//! Instances of plain classes keep them in [`Body::Fields`], in order, those of the base first. Instances of a
//! subclass of a built-in class have a body already and keep them among their own attributes.

use crate::classes;
use crate::cx::Cx;
use crate::heap::{Body, Layout};
use crate::lookup::Attribute;
use crate::native::{Args, NativeResult, Raise, Step};
use crate::value::{Ref, Value, View};

/// Places in a member descriptor's fields.
mod place {
    /// The slot's name.
    pub const NAME: usize = 0;
    /// Which of the instance's fields it is; `None` if it stands among the attributes.
    pub const AT: usize = 2;
}

/// How many slots instances of a new class inherit.
///
/// # Errors
/// TypeError if two bases have slots of their own.
pub(super) fn inherited(cx: &mut Cx<'_>, bases: &[Ref], layout: Layout) -> Result<u16, Raise> {
    let most = bases.iter().copied().max_by_key(|&b| (cx.vm.class(b).slots, std::cmp::Reverse(b)));
    let Some(best) = most.filter(|&b| cx.vm.class(b).slots > 0) else { return Ok(0) };
    let fits = |cx: &Cx<'_>, base: Ref| owner(cx, base).is_none_or(|o| cx.vm.is_subclass(best, o));
    if layout != Layout::Instance || !bases.iter().all(|&b| fits(cx, b)) {
        return Err(cx.type_error("multiple bases have instance lay-out conflict"));
    }
    Ok(cx.vm.class(best).slots)
}

/// The class from which the last of a class's slots come.
fn owner(cx: &Cx<'_>, class: Ref) -> Option<Ref> {
    let slots = cx.vm.class(class).slots;
    let order = &cx.vm.class(class).mro;
    order.iter().rev().copied().find(|&c| slots > 0 && cx.vm.class(c).slots == slots)
}

/// Each name in `__slots__` becomes a member descriptor.
///
/// # Errors
/// TypeError for a slot that is no name, ValueError for one that the class body assigns.
pub(super) fn add(cx: &mut Cx<'_>, class: Ref, namespace: Ref) -> Result<(), Raise> {
    let slots = cx.dict_get_name(namespace, crate::names::SLOTS).unwrap_or(Value::NONE);
    let list = match cx.as_str(slots) {
        Some(_) => vec![slots],
        None => match cx.plain_items(slots) {
            Some(items) => items,
            None => return Err(cx.unsupported("an iterator as __slots__", "use a tuple of names")),
        },
    };
    let in_fields = has_fields(cx, class);
    for slot in list {
        let Some(text) = cx.as_str(slot) else {
            return Err(cx.type_error(format!("__slots__ items must be strings, not '{}'", cx.type_name(slot))));
        };
        let text = mangled(&cx.vm.class(class).name, text.as_str());
        if matches!(text.as_str(), "__dict__" | "__weakref__") {
            if let Body::Class(c) = &mut cx.vm.heap.get_mut(class).body {
                c.has_instance_dict |= text == "__dict__";
            }
            continue;
        }
        if cx.dict_get_str(namespace, &text).is_some() {
            return Err(cx.value_error(format!("'{text}' in __slots__ conflicts with class variable")));
        }
        let at = if in_fields { next_place(cx, class) } else { Value::NONE };
        let name = cx.intern(&text);
        let member = cx.new_fields(classes::MEMBER_DESCRIPTOR, &[name.into(), class.into(), at]);
        cx.dict_set_name(namespace, name, member);
    }
    Ok(())
}

/// True if nothing but `class` statements and `object` stands in the order: the instances have no body of another kind.
fn has_fields(cx: &Cx<'_>, class: Ref) -> bool {
    let plain = |&c: &Ref| c == classes::OBJECT || cx.vm.class(c).is_heap_type;
    cx.vm.class(class).layout == Layout::Instance && cx.vm.class(class).mro.iter().all(plain)
}

fn next_place(cx: &mut Cx<'_>, class: Ref) -> Value {
    let Body::Class(c) = &mut cx.vm.heap.get_mut(class).body else { panic!("a class") };
    c.slots += 1;
    Value::int(i64::from(c.slots) - 1)
}

/// `__name` in a class is `_Class__name`.
fn mangled(class: &str, name: &str) -> String {
    let class = class.trim_start_matches('_');
    match name.starts_with("__") && !name.ends_with("__") && !class.is_empty() {
        true => format!("_{class}{name}"),
        false => name.to_string(),
    }
}

/// What an instance of a plain class holds when it is made.
pub(crate) fn new_body(cx: &Cx<'_>, class: Ref) -> Body {
    match cx.vm.class(class).slots {
        0 => Body::Instance,
        n => Body::Fields(vec![Value::UNSET; n as usize].into()),
    }
}

fn field_of(cx: &Cx<'_>, slot: Ref, v: Value) -> Option<(Ref, usize)> {
    match (cx.vm.heap.fields(slot)[place::AT].view(), v.as_ref()) {
        (View::Int(i), Some(r)) => Some((r, i as usize)),
        _ => None,
    }
}

fn name_of(cx: &Cx<'_>, slot: Ref) -> Ref {
    cx.vm.heap.fields(slot)[place::NAME].as_ref().expect("a slot's name")
}

/// A slot is read.
pub(crate) fn get(cx: &mut Cx<'_>, slot: Ref, v: Value) -> Attribute {
    let name = name_of(cx, slot);
    let found = match field_of(cx, slot, v) {
        Some((r, at)) => cx.vm.heap.fields(r).get(at).copied().filter(|v| v.is_set()),
        None => cx.object(v).and_then(|o| cx.vm.own_attribute(o, name)),
    };
    match found {
        Some(found) => Attribute::Value(found),
        None => {
            let f = cx.vm.prelude("slot_missing");
            Attribute::Call(f, Args::from_slice(&[v, name.into()]))
        }
    }
}

/// A slot is set, or deleted if the value is unset.
pub(crate) fn set(cx: &mut Cx<'_>, slot: Ref, v: Value, value: Value) -> NativeResult {
    let name = name_of(cx, slot);
    let r = v.as_ref().expect("an instance with slots");
    let done = match field_of(cx, slot, v) {
        Some((r, at)) => {
            let had = cx.vm.heap.fields(r)[at].is_set();
            cx.vm.heap.set_field(r, at, value);
            had || value.is_set()
        }
        None if value.is_set() => {
            crate::interp::set_own(cx, r, name, value);
            true
        }
        None => cx.vm.heap.get(r).dict.is_some_and(|d| cx.dict_del_name(d, name)),
    };
    if done {
        return Ok(Step::Return(Value::NONE));
    }
    let text = cx.name(name);
    Err(cx.attribute_error(v, name, &*text))
}
