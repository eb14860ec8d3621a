//! Functions, methods and descriptors as values: `property`, `staticmethod`, `classmethod`.

use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::names;
use crate::native::{def, getter, new, setter, Args, ClassDef, Def, Kind, NativeFrame, NativeResult, Resumed, Step};

use crate::value::{Ref, Value};

pub(super) const CLASSES: &[ClassDef] = &[
    ClassDef { class: classes::PROPERTY, methods: PROPERTY },
    ClassDef { class: classes::STATICMETHOD, methods: STATIC },
    ClassDef { class: classes::CLASSMETHOD, methods: CLASS },
    ClassDef { class: classes::METHOD, methods: METHOD },
    ClassDef { class: classes::FUNCTION, methods: FUNCTION },
    ClassDef { class: classes::NATIVE_FUNCTION, methods: NATIVE },
    ClassDef { class: classes::METHOD_DESCRIPTOR, methods: NATIVE_DESCRIPTOR },
    ClassDef { class: classes::WRAPPER_DESCRIPTOR, methods: WRAPPER },
    ClassDef { class: classes::METHOD_WRAPPER, methods: METHOD_WRAPPER },
];

const PROPERTY: &[Def] = &[
    new("cls, fget=, fset=, fdel=, doc=", new_property),
    def("getter", "self, f, /", with_getter),
    def("setter", "self, f, /", with_setter),
    def("deleter", "self, f, /", with_deleter),
    def("__set_name__", "self, owner, name, /", property_set_name),
    getter("fget", fget),
    getter("fset", fset),
    getter("fdel", fdel),
    getter("__doc__", property_doc),
];

const STATIC: &[Def] =
    &[new("cls, f, /", new_static), getter("__func__", first_field), getter("__wrapped__", first_field)];
const CLASS: &[Def] =
    &[new("cls, f, /", new_class_method), getter("__func__", first_field), getter("__wrapped__", first_field)];
const METHOD: &[Def] = &[
    getter("__func__", method_function),
    getter("__self__", method_self),
    getter("__name__", method_attribute_name),
    getter("__qualname__", method_attribute_qualname),
    getter("__doc__", method_doc),
    def("__eq__", "self, other, /", method_eq),
    def("__hash__", "self, /", method_hash),
    def("__call__", "self, /, *args, **keywords", call),
];
const FUNCTION: &[Def] = &[
    getter("__name__", function_name),
    setter("__name__", set_function_name),
    getter("__qualname__", function_qualname),
    setter("__qualname__", set_function_qualname),
    getter("__code__", function_code),
    getter("__defaults__", function_defaults),
    setter("__defaults__", set_function_defaults),
    getter("__kwdefaults__", function_kw_defaults),
    setter("__kwdefaults__", set_function_kw_defaults),
    getter("__globals__", function_globals),
    getter("__closure__", function_closure),
    getter("__annotations__", function_annotations),
    setter("__annotations__", set_function_annotations),
    getter("__module__", function_module),
    setter("__module__", set_function_module),
    getter("__doc__", function_doc),
    setter("__doc__", set_function_doc),
    def("__get__", "self, v, owner=, /", function_get),
    def("__call__", "self, /, *args, **keywords", call),
];
const NATIVE: &[Def] = &[
    getter("__name__", native_name),
    getter("__qualname__", native_qualname),
    getter("__self__", native_self),
    getter("__module__", native_module),
];
const NATIVE_DESCRIPTOR: &[Def] = &[
    getter("__name__", native_name),
    getter("__qualname__", native_qualname),
    def("__get__", "self, v, owner=, /", function_get),
];
const WRAPPER: &[Def] = &[
    getter("__name__", native_name),
    getter("__qualname__", native_qualname),
    def("__get__", "self, v, owner=, /", function_get),
];
const METHOD_WRAPPER: &[Def] =
    &[getter("__name__", native_name), getter("__qualname__", native_qualname), getter("__self__", native_self)];
/// Places in a property's fields.
mod place {
    pub const GET: usize = 0;
    pub const SET: usize = 1;
    pub const DELETE: usize = 2;
    pub const DOC: usize = 3;
    pub const NAME: usize = 4;
}

fn own(f: &NativeFrame) -> Ref {
    f.args[0].as_ref().expect("a method of an object")
}

fn field(cx: &Cx<'_>, f: &NativeFrame, at: usize) -> NativeResult {
    Ok(Step::Return(cx.vm.heap.fields(own(f))[at].or(Value::NONE)))
}

fn new_property(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]).expect("a class");
    let parts = [f.args[1], f.args[2], f.args[3], f.args[4]].map(|v| v.or(Value::NONE));
    let [get, set, delete, doc] = parts;
    Ok(Step::Return(cx.new_fields(class, &[get, set, delete, doc, Value::UNSET])))
}

fn with(cx: &mut Cx<'_>, f: &NativeFrame, at: usize) -> NativeResult {
    let class = cx.class_of(f.args[0]);
    let mut parts = cx.vm.heap.fields(own(f)).to_vec();
    parts[at] = f.args[1];
    Ok(Step::Return(cx.new_fields(class, &parts)))
}

fn with_getter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    with(cx, f, place::GET)
}

fn with_setter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    with(cx, f, place::SET)
}

fn with_deleter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    with(cx, f, place::DELETE)
}

fn property_set_name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.set_field(own(f), place::NAME, f.args[2]);
    Ok(Step::Return(Value::NONE))
}

fn fget(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    field(cx, f, place::GET)
}

fn fset(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    field(cx, f, place::SET)
}

fn fdel(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    field(cx, f, place::DELETE)
}

fn property_doc(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let doc = cx.vm.heap.fields(own(f))[place::DOC];
    let get = cx.vm.heap.fields(own(f))[place::GET];
    if doc.is_none() && cx.class_of(get) == classes::FUNCTION {
        return Ok(Step::Return(doc_of(cx, get)));
    }
    Ok(Step::Return(doc))
}

/// The intrinsics behind properties.
pub(super) fn property_name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    field(cx, f, place::NAME)
}

pub(super) fn property_setter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    field(cx, f, place::SET)
}

pub(super) fn property_deleter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    field(cx, f, place::DELETE)
}

/// True for a getter of a built-in class (with or without setter) or a slot.
pub(super) fn has_native_setter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.class_of(f.args[0]);
    Ok(Step::Return(Value::bool(matches!(class, classes::GETSET_DESCRIPTOR | classes::MEMBER_DESCRIPTOR))))
}

pub(super) fn native_set(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let [found, v, value] = [f.args[0], f.args[1], f.args[2]];
    set_through(cx, found, v, value)
}

pub(super) fn native_delete(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let [found, v] = [f.args[0], f.args[1]];
    set_through(cx, found, v, Value::UNSET)
}

fn set_through(cx: &mut Cx<'_>, found: Value, v: Value, value: Value) -> NativeResult {
    if let (Some(slot), Some(Body::Fields(_))) = (found.as_ref(), cx.body(found)) {
        return crate::types::slots::set(cx, slot, v, value);
    }
    let Some(Body::Native(native)) = cx.body(found) else { panic!("a getter is native") };
    let id = native.id;
    let registry = cx.vm.registry.clone();
    let name = registry.get(id).def.name;
    let next = crate::native::NativeId(id.0 + 1);
    if registry.len() > next.0 as usize {
        let setter = registry.get(next);
        if setter.def.kind == Kind::Setter && setter.def.name == name {
            let mut frame = NativeFrame { id: next, args: Args::from_slice(&[v, value]), phase: 0, note: 0 };
            return (setter.def.run)(cx, &mut frame, Resumed::Start);
        }
    }
    let kind = cx.type_name(v);
    let name = cx.intern(name);
    let text = cx.name(name);
    Err(cx.attribute_error(v, name, format!("attribute '{text}' of '{kind}' objects is not writable")))
}

fn first_field(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    field(cx, f, 0)
}

/// `f.__call__(…)`: the call itself.
fn call(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let args = [f.args[0], f.args[1], f.args[2]];
    Ok(cx.tail("apply", &args))
}

fn new_static(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]).expect("a class");
    Ok(Step::Return(cx.new_fields(class, &[f.args[1]])))
}

fn new_class_method(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]).expect("a class");
    Ok(Step::Return(cx.new_fields(class, &[f.args[1]])))
}

fn method(cx: &Cx<'_>, f: &NativeFrame) -> crate::heap::BoundMethod {
    match cx.vm.heap.get(own(f)).body {
        Body::Method(m) => m,
        _ => panic!("a bound method"),
    }
}

fn method_function(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(method(cx, f).function))
}

fn method_self(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(method(cx, f).receiver))
}

fn through_function(cx: &mut Cx<'_>, f: &NativeFrame, name: Ref) -> NativeResult {
    let function = method(cx, f).function;
    let getattr = cx.vm.builtin("getattr");
    Ok(Step::Tail(getattr, Args::from_slice(&[function, name.into()])))
}

fn method_attribute_name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    through_function(cx, f, names::NAME)
}

fn method_attribute_qualname(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    through_function(cx, f, names::QUALNAME)
}

fn method_doc(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    through_function(cx, f, names::DOC)
}

fn method_eq(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let a = method(cx, f);
    let same = match cx.body(f.args[1]) {
        Some(Body::Method(b)) => a.function.is(b.function) && a.receiver.is(b.receiver),
        _ => return Ok(Step::Return(Value::NOT_IMPLEMENTED)),
    };
    Ok(Step::Return(Value::bool(same)))
}

fn method_hash(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let m = method(cx, f);
    let part = |v: Value| v.as_ref().map_or(0, |r| cx.vm.identity_hash(r));
    Ok(Step::Return(Value::int(part(m.function) ^ part(m.receiver).rotate_left(7))))
}

fn function<'a>(cx: &'a Cx<'_>, f: &NativeFrame) -> &'a crate::heap::Function {
    match &cx.vm.heap.get(own(f)).body {
        Body::Function(function) => function,
        other => panic!("{} is no function", other.kind()),
    }
}

fn set_in_function(
    cx: &mut Cx<'_>,
    f: &NativeFrame,
    pick: fn(&mut crate::heap::Function) -> &mut Value,
) -> NativeResult {
    cx.vm.heap.store(
        own(f),
        |o| match &mut o.body {
            Body::Function(function) => pick(function),
            other => panic!("{} is no function", other.kind()),
        },
        f.args[1],
    );
    Ok(Step::Return(Value::NONE))
}

fn function_name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(function(cx, f).name))
}

fn set_function_name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if cx.as_str(f.args[1]).is_none() {
        return Err(cx.type_error("__name__ must be set to a string object"));
    }
    set_in_function(cx, f, |x| &mut x.name)
}

fn function_qualname(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(function(cx, f).qualname))
}

fn set_function_qualname(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if cx.as_str(f.args[1]).is_none() {
        return Err(cx.type_error("__qualname__ must be set to a string object"));
    }
    set_in_function(cx, f, |x| &mut x.qualname)
}

fn function_code(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(function(cx, f).code.into()))
}

fn function_defaults(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(function(cx, f).defaults.or(Value::NONE)))
}

fn function_kw_defaults(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(function(cx, f).kw_defaults.or(Value::NONE)))
}

/// Stores a default if it is of this class; `None` (and a deletion) is no default.
fn set_defaults(
    cx: &mut Cx<'_>,
    f: &mut NativeFrame,
    class: Ref,
    what: &str,
    pick: fn(&mut crate::heap::Function) -> &mut Value,
) -> NativeResult {
    let v = f.args[1].some();
    if v.is_some_and(|v| !cx.is_instance(v, class)) {
        return Err(cx.type_error(format!("{what} object")));
    }
    f.args[1] = v.unwrap_or(Value::UNSET);
    set_in_function(cx, f, pick)
}

fn set_function_defaults(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    set_defaults(cx, f, classes::TUPLE, "__defaults__ must be set to a tuple", |x| &mut x.defaults)
}

fn set_function_kw_defaults(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    set_defaults(cx, f, classes::DICT, "__kwdefaults__ must be set to a dict", |x| &mut x.kw_defaults)
}

fn function_globals(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(function(cx, f).globals.into()))
}

fn function_closure(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(function(cx, f).closure.or(Value::NONE)))
}

fn function_annotations(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if !function(cx, f).annotations.is_set() {
        f.args.push(Value::UNSET);
        f.args[1] = cx.new_dict().into();
        set_in_function(cx, f, |x| &mut x.annotations)?;
    }
    Ok(Step::Return(function(cx, f).annotations))
}

fn set_function_annotations(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    set_in_function(cx, f, |x| &mut x.annotations)
}

fn own_or(cx: &Cx<'_>, f: &NativeFrame, name: Ref) -> Option<Value> {
    cx.vm.own_attribute(cx.vm.heap.get(own(f)), name)
}

fn function_module(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let own = own_or(cx, f, names::MODULE);
    let globals = function(cx, f).globals;
    let v = own.or_else(|| cx.dict_get_name(globals, names::NAME)).unwrap_or(Value::NONE);
    Ok(Step::Return(v))
}

fn set_function_module(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    crate::interp::set_own(cx, own(f), names::MODULE, f.args[1]);
    Ok(Step::Return(Value::NONE))
}

/// A function's docstring.
fn doc_of(cx: &mut Cx<'_>, v: Value) -> Value {
    let Some(Body::Function(function)) = cx.body(v) else { return Value::NONE };
    match function.loaded.code.doc.clone() {
        Some(text) => cx.new_str(&text),
        None => Value::NONE,
    }
}

fn function_doc(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = match own_or(cx, f, names::DOC) {
        Some(v) => v,
        None => doc_of(cx, f.args[0]),
    };
    Ok(Step::Return(v))
}

fn set_function_doc(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    crate::interp::set_own(cx, own(f), names::DOC, f.args[1]);
    Ok(Step::Return(Value::NONE))
}

fn function_get(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (function, v) = (f.args[0], f.args[1]);
    let bound = if v.is_none() { function } else { cx.bound_method(function, v) };
    Ok(Step::Return(bound))
}

fn native<'a>(cx: &'a Cx<'_>, f: &NativeFrame) -> (&'a crate::registry::Native, Value) {
    match &cx.vm.heap.get(own(f)).body {
        Body::Native(n) => (cx.vm.registry.get(n.id), n.receiver),
        other => panic!("{} is no native", other.kind()),
    }
}

fn native_name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = native(cx, f).0.def.name;
    Ok(Step::Return(cx.new_str(name)))
}

fn native_qualname(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = native(cx, f).0.shown.clone();
    Ok(Step::Return(cx.new_str(&name)))
}

fn native_self(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(native(cx, f).1.or(Value::NONE)))
}

fn native_module(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = native(cx, f).0.module;
    Ok(Step::Return(cx.new_str(name)))
}
