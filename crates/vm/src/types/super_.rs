//! `super` objects (Objects/typeobject.c `super_getattro`).

use crate::cx::Cx;
use crate::lookup::Attribute;
use crate::names;
use crate::value::{Ref, Value};

/// Places in a `super` object's fields.
pub(crate) mod field {
    /// The class after which the search begins.
    pub const AFTER: usize = 0;
    /// The object, or the class for class methods.
    pub const OBJECT: usize = 1;
    /// The class whose order is searched.
    pub const CLASS: usize = 2;
}

/// An attribute through `super`; `None` falls back on the `super` object's own class.
pub fn super_attribute(cx: &mut Cx<'_>, v: Value, name: Ref) -> Option<Attribute> {
    let fields = cx.vm.heap.fields(v.as_ref()?).to_vec();
    let (after, object, class) = (fields[field::AFTER], fields[field::OBJECT], fields[field::CLASS].as_ref());
    if name == names::CLASS {
        return Some(Attribute::Value(crate::classes::SUPER.into()));
    }
    let Some(class) = class else { return own(cx, v, name) };
    let order = cx.vm.class(class).mro.clone();
    let from = order.iter().position(|&c| Value::from(c) == after).map_or(0, |i| i + 1);
    let Some(found) = cx.vm.find_in_order(&order[from..], name) else { return own(cx, v, name) };
    if object.as_ref() == Some(class) {
        // Through the class: functions stay as they are, class methods are bound to it.
        return Some(match cx.bind_class_attribute(found, object, class) {
            Attribute::Method(f) => Attribute::Value(f),
            other => other,
        });
    }
    match cx.bind_class_attribute(found, object, class) {
        Attribute::Method(f) => Some(Attribute::Value(cx.bound_method(f, object))),
        other => Some(other),
    }
}

fn own(cx: &mut Cx<'_>, v: Value, name: Ref) -> Option<Attribute> {
    let found = cx.vm.find_in_class(crate::classes::SUPER, name)?;
    Some(cx.bind_class_attribute(found, v, crate::classes::SUPER))
}
