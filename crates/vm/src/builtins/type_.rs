//! `type`: classes as values.

use super::intrinsics::name_of;
use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::names;
use crate::native::{def, getter, new, setter, Args, ClassDef, Def, NativeFrame, NativeResult, Resumed, Step};
use crate::value::{Ref, Value};

pub(super) const CLASSES: &[ClassDef] = &[ClassDef { class: classes::TYPE, methods: METHODS }];

const METHODS: &[Def] = &[
    new("cls, name, bases=, namespace=, /, **keywords", new_type),
    def("__init__", "self, *args, **keywords", init),
    def("__call__", "self, *args, **keywords", call),
    def("__repr__", "self, /", repr),
    def("__setattr__", "self, name, value, /", setattr),
    def("__delattr__", "self, name, /", delattr),
    def("__instancecheck__", "self, v, /", instance_check),
    def("__subclasscheck__", "self, sub, /", subclass_check),
    def("__or__", "self, other, /", |cx, f, _| super::generic::unite(cx, f.args[0], f.args[1])),
    def("__ror__", "self, other, /", |cx, f, _| super::generic::unite(cx, f.args[1], f.args[0])),
    def("mro", "self, /", mro),
    def("__subclasses__", "self, /", subclasses),
    def("__prepare__", "cls, *args, **keywords", prepare).class_method(),
    getter("__name__", name),
    setter("__name__", set_name),
    getter("__qualname__", qualname),
    getter("__module__", module),
    setter("__module__", set_module),
    getter("__mro__", mro_tuple),
    getter("__bases__", bases),
    getter("__base__", base),
    getter("__dict__", dict),
    getter("__doc__", doc),
    setter("__doc__", set_doc),
];

fn class(cx: &Cx<'_>, f: &NativeFrame) -> Ref {
    cx.vm.as_class(f.args[0]).expect("a method of type is bound to a class")
}

fn new_type(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let [meta, name, bases, namespace, keywords] = [f.args[0], f.args[1], f.args[2], f.args[3], f.args[4]];
    if !bases.is_set() && !namespace.is_set() && meta == classes::TYPE.into() {
        return Ok(Step::Return(cx.class_of(name).into()));
    }
    if meta == classes::TYPE.into() && !namespace.is_set() {
        return Err(cx.type_error("type() takes 1 or 3 arguments"));
    }
    if cx.as_str(name).is_none() {
        let got = cx.type_name(name);
        return Err(cx.type_error(format!("type.__new__() argument 1 must be str, not {got}")));
    }
    if cx.class_of(bases.or(Value::NONE)) != classes::TUPLE {
        let got = cx.type_name(bases.or(Value::NONE));
        return Err(cx.type_error(format!("type.__new__() argument 2 must be tuple, not {got}")));
    }
    Ok(cx.tail("new_class", &[meta, name, bases, namespace, keywords]))
}

/// The intrinsic behind `type.__new__`.
pub(super) fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let meta = cx.vm.as_class(f.args[0]).expect("a metaclass");
    let name = cx.as_str(f.args[1]).expect("a name").as_str().to_string();
    let values = cx.sequence(f.args[2]).unwrap_or(&[]).to_vec();
    let mut bases = Vec::with_capacity(values.len());
    for v in values {
        match cx.vm.as_class(v) {
            Some(b) => bases.push(b),
            None => {
                let got = cx.type_name(v);
                return Err(cx.type_error(format!("bases must be types, not '{got}'")));
            }
        }
    }
    let Some(namespace) = f.args[3].as_ref().filter(|&r| matches!(cx.vm.heap.get(r).body, Body::Dict(_))) else {
        let got = cx.type_name(f.args[3]);
        return Err(cx.type_error(format!("type.__new__() argument 3 must be dict, not {got}")));
    };
    let class = crate::types::make_class(cx, meta, &name, &bases, namespace)?;
    Ok(Step::Return(class.into()))
}

fn init(_: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::NONE))
}

fn call(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let args = [f.args[0], f.args[1], f.args[2]];
    Ok(cx.tail("type_call", &args))
}

fn repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class(cx, f);
    let shown = cx.vm.class_qualified(class);
    Ok(Step::Return(cx.new_str(&format!("<class '{shown}'>"))))
}

fn setattr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let args = [f.args[0], f.args[1], f.args[2]];
    name_of(cx, args[1])?;
    Ok(cx.tail("type_setattr", &args))
}

fn delattr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let args = [f.args[0], f.args[1]];
    Ok(cx.tail("class_delete", &args))
}

fn must_be_mutable(cx: &mut Cx<'_>, class: Ref, name: Ref) -> Result<(), crate::native::Raise> {
    if cx.vm.class(class).is_heap_type {
        return Ok(());
    }
    let (shown, text) = (cx.vm.class_qualified(class), cx.name(name));
    Err(cx.type_error(format!("cannot set '{text}' attribute of immutable type '{shown}'")))
}

/// Stores a class attribute.
pub(super) fn class_store(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (class, name) = (class(cx, f), name_of(cx, f.args[1])?);
    must_be_mutable(cx, class, name)?;
    let namespace = cx.vm.class(class).namespace;
    cx.dict_set_name(namespace, name, f.args[2]);
    refresh_tree(cx, class);
    Ok(Step::Return(Value::NONE))
}

/// Deletes a class attribute.
pub(super) fn class_delete(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (class, name) = (class(cx, f), name_of(cx, f.args[1])?);
    must_be_mutable(cx, class, name)?;
    let namespace = cx.vm.class(class).namespace;
    if !cx.dict_del_name(namespace, name) {
        if cx.is_before_311() {
            let message = cx.name(name).to_string();
            return Err(cx.error(classes::ATTRIBUTE_ERROR, message));
        }
        let v = f.args[0];
        return Err(cx.no_attribute(v, name));
    }
    refresh_tree(cx, class);
    Ok(Step::Return(Value::NONE))
}

/// A class and all below it.
fn refresh_tree(cx: &mut Cx<'_>, class: Ref) {
    crate::types::refresh(cx, class);
    for sub in below(cx, class) {
        crate::types::refresh(cx, sub);
    }
}

/// All classes whose order contains this one, itself excepted, in order of creation.
fn below(cx: &Cx<'_>, class: Ref) -> Vec<Ref> {
    let mut found: Vec<(u64, Ref)> = cx
        .vm
        .heap
        .objects()
        .filter(|&(r, o)| r != class && matches!(&o.body, Body::Class(c) if c.mro.contains(&class)))
        .map(|(r, o)| (o.number, r))
        .collect();
    found.sort();
    found.into_iter().map(|(_, r)| r).collect()
}

fn instance_check(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class(cx, f);
    Ok(Step::Return(Value::bool(cx.is_instance(f.args[1], class))))
}

fn subclass_check(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class(cx, f);
    match cx.vm.as_class(f.args[1]) {
        Some(sub) => Ok(Step::Return(Value::bool(cx.vm.is_subclass(sub, class)))),
        None => Err(cx.type_error("issubclass() arg 1 must be a class")),
    }
}

fn order(cx: &Cx<'_>, class: Ref) -> Vec<Value> {
    cx.vm.class(class).mro.iter().map(|&c| c.into()).collect()
}

fn mro(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let order = order(cx, class(cx, f));
    Ok(Step::Return(cx.new_list(order)))
}

fn mro_tuple(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let order = order(cx, class(cx, f));
    Ok(Step::Return(cx.new_tuple(&order)))
}

fn subclasses(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class(cx, f);
    let direct = below(cx, class).into_iter().filter(|&c| cx.vm.class(c).bases.contains(&class));
    let direct = direct.map(Value::from).collect();
    Ok(Step::Return(cx.new_list(direct)))
}

fn prepare(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(cx.new_dict().into()))
}

fn name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = cx.vm.class(class(cx, f)).name.clone();
    Ok(Step::Return(cx.new_str(&name)))
}

fn set_name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class(cx, f);
    must_be_mutable(cx, class, names::NAME)?;
    let Some(name) = cx.as_str(f.args[1]) else {
        let got = cx.type_name(f.args[1]);
        let own = cx.vm.class(class).name.clone();
        return Err(cx.type_error(format!("can only assign string to {own}.__name__, not '{got}'")));
    };
    if let Body::Class(c) = &mut cx.vm.heap.get_mut(class).body {
        c.name = name.as_str().into();
    }
    Ok(Step::Return(Value::NONE))
}

fn qualname(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = cx.vm.class(class(cx, f)).qualname.clone();
    Ok(Step::Return(cx.new_str(&name)))
}

fn from_namespace(cx: &mut Cx<'_>, f: &NativeFrame, name: Ref) -> Option<Value> {
    let namespace = cx.vm.class(class(cx, f)).namespace;
    cx.dict_get_name(namespace, name)
}

fn module(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = from_namespace(cx, f, names::MODULE).unwrap_or(names::BUILTINS_MODULE.into());
    Ok(Step::Return(v))
}

fn set_module(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class(cx, f);
    must_be_mutable(cx, class, names::MODULE)?;
    let namespace = cx.vm.class(class).namespace;
    cx.dict_set_name(namespace, names::MODULE, f.args[1]);
    Ok(Step::Return(Value::NONE))
}

fn bases(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let bases: Args = cx.vm.class(class(cx, f)).bases.iter().map(|&b| b.into()).collect();
    Ok(Step::Return(cx.new_tuple(&bases)))
}

fn base(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let base = cx.vm.class(class(cx, f)).bases.first().copied();
    Ok(Step::Return(base.map_or(Value::NONE, Value::from)))
}

/// A read-only view of the namespace.
fn dict(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let namespace = cx.vm.class(class(cx, f)).namespace;
    Ok(Step::Return(cx.new_fields(classes::MAPPINGPROXY, &[namespace.into()])))
}

fn doc(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = from_namespace(cx, f, names::DOC).unwrap_or(Value::NONE);
    Ok(Step::Return(v))
}

fn set_doc(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class(cx, f);
    must_be_mutable(cx, class, names::DOC)?;
    let namespace = cx.vm.class(class).namespace;
    cx.dict_set_name(namespace, names::DOC, f.args[1].or(Value::NONE));
    Ok(Step::Return(Value::NONE))
}
