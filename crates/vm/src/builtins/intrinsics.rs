//! Natives that only the prelude sees: the machine's inside, for our own hidden Python.

use super::{finalizers, imports, report};
use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::lookup::Attribute;
use crate::native::{def, Args, Def, NativeFrame, NativeResult, Resumed, Step};
use crate::value::{Ref, Value};

/// The intrinsics of this file.
pub(super) const OWN: &[Def] = &[
    def("new_marker", "", new_marker),
    def("type_of", "v, /", type_of),
    def("type_name", "v, /", type_name),
    def("type_lookup", "cls, name, /", type_lookup),
    def("special", "v, name, /", special),
    def("bind", "found, v, cls, /", bind),
    def("is_subtype", "a, b, /", is_subtype),
    def("is_native", "v, /", is_native),
    def("is_exception_class", "v, /", is_exception_class),
    def("is_type_call", "v, /", is_type_call),
    def("is_native_awaitable", "v, /", is_native_awaitable),
    def("apply", "f, args, keywords, /", apply),
    def("int_value", "v, /", int_value),
    def("hash_value", "v, /", hash_value),
    def("function_shown", "f, /", function_shown),
    def("set_cause", "e, cause, /", set_cause),
    def("generic_getattr", "v, name, /", generic_getattr),
    def("store_own", "v, name, value, /", store_own),
    def("delete_own", "v, name, /", delete_own),
    def("has_own", "v, name, /", has_own),
    def("class_store", "cls, name, value, /", super::type_::class_store),
    def("class_delete", "cls, name, /", super::type_::class_delete),
    def("class_new", "cls, /", class_new),
    def("any_mro_entries", "bases, /", any_mro_entries),
    def("exec_body", "function, namespace, /", exec_body),
    def("make_class", "meta, name, bases, namespace, /", super::type_::make),
    def("property_name", "p, /", super::descriptors::property_name),
    def("property_setter", "p, /", super::descriptors::property_setter),
    def("property_deleter", "p, /", super::descriptors::property_deleter),
    def("has_native_setter", "found, /", super::descriptors::has_native_setter),
    def("native_set", "found, v, value, /", super::descriptors::native_set),
    def("native_delete", "found, v, /", super::descriptors::native_delete),
    def("run_init", "object, /", run_init),
    def("current_stdout", "", super::print::current_stdout),
    def("write_stdout", "text, /", super::print::write_stdout),
    def("write_stderr", "text, /", super::print::write_stderr),
    def("exception_chain", "e, /", report::exception_chain),
    def("exception_text", "e, message, link, by_library, /", report::exception_text),
    def("unraisable_text", "e, message, what, shown, /", report::unraisable_text),
    def("note_failure", "e, message, /", report::note_failure),
    def("exit_finalizers", "lost, /", report::exit_finalizers),
    def("clear_globals", "namespace, /", report::clear_globals),
    def("loaded_modules", "", imports::loaded_modules),
    def("begin_module", "name, /", imports::begin_module),
    def("run_module", "module, name, /", imports::run_module),
    def("module_exists", "name, /", imports::module_exists),
    def("module_origin", "module, /", imports::module_origin),
    def("finalize_object", "v, /", finalizers::object),
    def("finalize_generator", "g, /", finalizers::generator),
    def("finalize_async_generator", "g, /", finalizers::async_generator),
    def("finalize_coroutine", "c, /", finalizers::coroutine),
    def("run_main", "code, globals, /", report::run_main),
];

fn new_marker(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(cx.new_object(classes::OBJECT, Body::Instance).into()))
}

fn type_of(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(cx.class_of(f.args[0]).into()))
}

fn type_name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = cx.type_shown(f.args[0]);
    Ok(Step::Return(cx.new_str(&name)))
}

/// A name given by the prelude or the program, interned.
pub(super) fn name_of(cx: &mut Cx<'_>, v: Value) -> Result<Ref, crate::native::Raise> {
    match cx.as_str(v) {
        Some(s) => Ok(cx.intern(s.as_str())),
        None => {
            let name = cx.type_name(v);
            Err(cx.type_error(format!("attribute name must be string, not '{name}'")))
        }
    }
}

fn class_arg(cx: &Cx<'_>, v: Value) -> Ref {
    cx.vm.as_class(v).expect("the prelude passes a class")
}

fn missing(cx: &mut Cx<'_>) -> Value {
    cx.vm.prelude("MISSING")
}

fn type_lookup(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class_arg(cx, f.args[0]);
    let name = name_of(cx, f.args[1])?;
    let found = match cx.vm.find_in_class(class, name) {
        Some(v) => v,
        None => missing(cx),
    };
    Ok(Step::Return(found))
}

/// What was found becomes a callable, or the call that makes it.
fn attribute_step(cx: &mut Cx<'_>, attribute: Attribute, v: Value) -> Step {
    match attribute {
        Attribute::Value(v) => Step::Return(v),
        Attribute::Method(m) => Step::Return(cx.bound_method(m, v)),
        Attribute::Call(f, args) => Step::Tail(f, args),
    }
}

fn special(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (v, name) = (f.args[0], name_of(cx, f.args[1])?);
    match cx.special_method(v, name) {
        Some(Attribute::Value(found)) if found.is_none() => Ok(Step::Return(Value::NONE)),
        Some(attribute) => Ok(attribute_step(cx, attribute, v)),
        None => Ok(Step::Return(Value::NONE)),
    }
}

fn bind(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (found, v, class) = (f.args[0], f.args[1], class_arg(cx, f.args[2]));
    let attribute = cx.bind_class_attribute(found, v, class);
    Ok(attribute_step(cx, attribute, v))
}

fn is_subtype(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let answer = match (cx.vm.as_class(f.args[0]), cx.vm.as_class(f.args[1])) {
        (Some(a), Some(b)) => cx.vm.is_subclass(a, b),
        _ => false,
    };
    Ok(Step::Return(Value::bool(answer)))
}

fn is_native(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::bool(matches!(cx.body(f.args[0]), Some(Body::Native(_))))))
}

fn is_exception_class(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]);
    let answer = class.is_some_and(|c| cx.vm.is_subclass(c, classes::BASE_EXCEPTION));
    Ok(Step::Return(Value::bool(answer)))
}

fn is_type_call(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let answer = match cx.body(f.args[0]) {
        Some(Body::Native(n)) => cx.vm.registry.get(n.id).owner == Some(classes::TYPE),
        _ => false,
    };
    Ok(Step::Return(Value::bool(answer)))
}

/// A coroutine, or a generator that `types.coroutine` marked.
fn is_native_awaitable(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::bool(crate::generator::is_awaitable(cx, f.args[0]))))
}

fn apply(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let mut args = Args::from_slice(cx.sequence(f.args[1]).unwrap_or(&[]));
    let names = match f.args[2].as_ref() {
        Some(dict) => crate::interp::spread_keywords(cx, dict, &mut args)?,
        None => Value::UNSET,
    };
    Ok(if names.is_set() { Step::TailKw(f.args[0], args, names) } else { Step::Tail(f.args[0], args) })
}

/// The exact int that an int of any class is.
fn int_value(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = match cx.as_int(f.args[0]) {
        Some(crate::cx::Int::Small(i)) => Value::int(i),
        Some(crate::cx::Int::Big(b)) => cx.new_int((*b).clone()),
        None => f.args[0],
    };
    Ok(Step::Return(v))
}

/// What `__hash__` gave, brought into the range of a hash.
fn hash_value(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let hash = match cx.as_int(f.args[0]) {
        Some(crate::cx::Int::Small(-1)) => -2,
        Some(crate::cx::Int::Small(i)) => i,
        Some(crate::cx::Int::Big(b)) => text::hash_int(&b),
        None => panic!("the prelude passes an int"),
    };
    Ok(Step::Return(Value::int(hash)))
}

/// How messages about calls name a callable (Objects/object.c `_PyObject_FunctionStr`).
fn function_shown(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = f.args[0];
    let (qualname, module) = match cx.body(v) {
        Some(Body::Function(function)) => (function.qualname, cx.dict_get_name(function.globals, crate::names::NAME)),
        Some(Body::Class(c)) => {
            let (name, namespace) = (c.qualname.clone(), c.namespace);
            (cx.new_str(&name), cx.dict_get_name(namespace, crate::names::MODULE))
        }
        Some(Body::Method(m)) => {
            f.args[0] = m.function;
            return function_shown(cx, f, Resumed::Start);
        }
        Some(Body::Native(n)) => {
            let shown = cx.vm.registry.get(n.id).shown.clone();
            return Ok(Step::Return(cx.new_str(&format!("{shown}()"))));
        }
        _ => {
            let text = crate::format::plain_str(cx, v).unwrap_or_default();
            return Ok(Step::Return(cx.new_str(&text)));
        }
    };
    let text = |v: Option<Value>| v.and_then(|v| cx.as_str(v)).map(|s| s.as_str().to_string());
    let shown = match (text(module), text(Some(qualname)).unwrap_or_default()) {
        (Some(m), q) if m != "builtins" => format!("{m}.{q}()"),
        (_, q) => format!("{q}()"),
    };
    Ok(Step::Return(cx.new_str(&shown)))
}

fn set_cause(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    crate::interp::set_cause(cx, f.args[0], f.args[1]);
    Ok(Step::Return(Value::NONE))
}

fn generic_getattr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (v, name) = (f.args[0], name_of(cx, f.args[1])?);
    let class = cx.class_of(v);
    match cx.generic_attribute(v, class, name) {
        Some(attribute) => Ok(attribute_step(cx, attribute, v)),
        None => Err(cx.no_attribute(v, name)),
    }
}

/// Stores an object's own attribute, or says that it can have none.
fn store_own(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (v, name, value) = (f.args[0], name_of(cx, f.args[1])?, f.args[2]);
    if let Some(r) = v.as_ref().filter(|_| has_attributes(cx, v)) {
        crate::interp::set_own(cx, r, name, value);
        return Ok(Step::Return(Value::NONE));
    }
    Err(read_only(cx, v, name))
}

fn has_attributes(cx: &Cx<'_>, v: Value) -> bool {
    let class = cx.class_of(v);
    cx.vm.class(class).has_instance_dict || matches!(class, classes::FUNCTION)
}

fn read_only(cx: &mut Cx<'_>, v: Value, name: Ref) -> crate::native::Raise {
    let class = cx.class_of(v);
    let (kind, text) = (cx.type_name(v), cx.name(name));
    let message = match cx.vm.find_in_class(class, name) {
        Some(_) => format!("'{kind}' object attribute '{text}' is read-only"),
        None => format!("'{kind}' object has no attribute '{text}'"),
    };
    cx.attribute_error(v, name, message)
}

fn delete_own(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (v, name) = (f.args[0], name_of(cx, f.args[1])?);
    let dict = cx.object(v).and_then(|o| o.dict);
    if dict.is_some_and(|d| cx.dict_del_name(d, name)) {
        return Ok(Step::Return(Value::NONE));
    }
    if has_attributes(cx, v) {
        if cx.is_before_311() {
            // The dict's KeyError in other clothes (Objects/object.c `_PyObject_GenericSetAttrWithDict`).
            let message = cx.name(name).to_string();
            return Err(cx.error(classes::ATTRIBUTE_ERROR, message));
        }
        return Err(cx.no_attribute(v, name));
    }
    Err(read_only(cx, v, name))
}

fn has_own(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = name_of(cx, f.args[1])?;
    let has = cx.object(f.args[0]).is_some_and(|o| cx.vm.own_attribute(o, name).is_some());
    Ok(Step::Return(Value::bool(has)))
}

/// A class's `__new__`: a function that wants the class first.
fn class_new(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class_arg(cx, f.args[0]);
    let found = cx.vm.find_in_class(class, crate::names::NEW).expect("object has __new__");
    let v = match cx.body(found) {
        Some(Body::Fields(fields)) if cx.class_of(found) == classes::STATICMETHOD => fields[0],
        _ => found,
    };
    Ok(Step::Return(v))
}

fn any_mro_entries(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let bases = cx.sequence(f.args[0]).unwrap_or(&[]);
    let odd = bases.iter().any(|&b| cx.vm.as_class(b).is_none());
    Ok(Step::Return(Value::bool(odd)))
}

/// Runs a class body's function in a namespace.
fn exec_body(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match why {
        Resumed::Start => {
            let (function, namespace) = (f.args[0], f.args[1]);
            match namespace.as_ref() {
                Some(n) if matches!(cx.vm.heap.get(n).body, Body::Dict(_)) => Ok(Step::Body(function, n)),
                _ => Err(cx.unsupported("a metaclass whose __prepare__ returns no dict", "return a dict")),
            }
        }
        Resumed::Raised(e) => Err(crate::native::Raise(e)),
        _ => Ok(Step::Return(Value::NONE)),
    }
}

/// Waits for an `__init__` and gives back the object.
fn run_init(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match why {
        Resumed::Returned(v) if v.is_none() => Ok(Step::Return(f.args[0])),
        Resumed::Returned(v) => {
            let name = cx.type_name(v);
            Err(cx.type_error(format!("__init__() should return None, not '{name}'")))
        }
        Resumed::Raised(e) => Err(crate::native::Raise(e)),
        other => panic!("run_init is resumed with {other:?}"),
    }
}
