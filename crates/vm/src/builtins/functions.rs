//! Built-in functions on attributes, classes and identity. Those on iteration, numbers and text have files of
//! their own.

use super::intrinsics::name_of;
use super::{WANTS_GLOBALS, WANTS_LOCALS};
use crate::cx::Cx;
use crate::heap::Body;
use crate::lookup::Attribute;
use crate::names;
use crate::native::{def, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use crate::value::{Ref, Value, View};

/// The functions of this file.
pub(super) const OWN: &[Def] = &[
    def("getattr", "object, name, default=, /", getattr),
    def("setattr", "object, name, value, /", setattr),
    def("delattr", "object, name, /", delattr),
    def("hasattr", "object, name, /", hasattr),
    def("isinstance", "object, cls, /", isinstance),
    def("issubclass", "sub, cls, /", issubclass),
    def("callable", "object, /", callable),
    def("id", "object, /", id),
    def("globals", WANTS_GLOBALS, namespace),
    def("locals", WANTS_LOCALS, namespace),
    def("vars", WANTS_LOCALS, vars),
    def("dir", WANTS_LOCALS, dir),
    def("__build_class__", "function, name, /, *bases, **keywords", build_class),
    def("exit", "code=, /", exit),
    def("quit", "code=, /", exit),
    def("aiter", "async_iterable, /", aiter),
    def("anext", "async_iterator, default=, /", anext),
];

/// The name that `getattr` or `hasattr` is asked for.
fn name_asked(cx: &mut Cx<'_>, name: Value, function: &str) -> Result<Ref, Raise> {
    if cx.is_before_311() && cx.as_str(name).is_none() {
        return Err(cx.type_error(format!("{function}(): attribute name must be string")));
    }
    name_of(cx, name)
}

fn getattr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let [v, name, default] = [f.args[0], f.args[1], f.args[2]];
    let name = name_asked(cx, name, "getattr")?;
    if default.is_set() {
        let plain = cx.class_of(v);
        let hooks = [names::GETATTR].iter().any(|&n| cx.vm.find_in_class(plain, n).is_some());
        if !hooks {
            if let Ok(found) = cx.load_attribute(v, name) {
                return match found {
                    Attribute::Value(found) => Ok(Step::Return(found)),
                    Attribute::Method(m) => Ok(Step::Return(cx.bound_method(m, v))),
                    Attribute::Call(..) => Ok(cx.tail("getattr_default", &[v, name.into(), default])),
                };
            }
        }
        return Ok(cx.tail("getattr_default", &[v, name.into(), default]));
    }
    match cx.load_attribute(v, name)? {
        Attribute::Value(found) => Ok(Step::Return(found)),
        Attribute::Method(m) => Ok(Step::Return(cx.bound_method(m, v))),
        Attribute::Call(g, args) => Ok(Step::Tail(g, args)),
    }
}

fn setattr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = name_of(cx, f.args[1])?;
    let args = [f.args[0], name.into(), f.args[2]];
    Ok(cx.tail("set_attribute", &args))
}

fn delattr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = name_of(cx, f.args[1])?;
    let args = [f.args[0], name.into()];
    Ok(cx.tail("delete_attribute", &args))
}

fn hasattr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = name_asked(cx, f.args[1], "hasattr")?;
    let args = [f.args[0], name.into()];
    Ok(cx.tail("hasattr_", &args))
}

fn isinstance(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (v, class) = (f.args[0], f.args[1]);
    if let Some(c) = cx.vm.as_class(class) {
        if cx.class_of(class) == crate::classes::TYPE {
            return Ok(Step::Return(Value::bool(cx.is_instance(v, c))));
        }
    }
    Ok(cx.tail("isinstance_", &[v, class]))
}

fn issubclass(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let args = [f.args[0], f.args[1]];
    Ok(cx.tail("issubclass_", &args))
}

fn callable(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::bool(cx.is_callable(f.args[0]))))
}

impl Cx<'_> {
    /// Whether a value can be called.
    pub fn is_callable(&mut self, v: Value) -> bool {
        matches!(self.body(v), Some(Body::Function(_) | Body::Native(_) | Body::Method(_) | Body::Class(_)))
            || self.find_special(v, names::CALL).is_some()
    }
}

/// An object's identity: made of its number of creation; of an immediate's kind and value otherwise.
fn id(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let id = match f.args[0].view() {
        View::Ref(r) => 0x7f00_0000_0000 + 16 * cx.vm.heap.get(r).number as i64,
        View::Int(i) => 0x6f00_0000_0000i64.wrapping_add(i.wrapping_mul(32)),
        View::Float(x) => (x.to_bits() >> 4) as i64 | 0x5f00_0000_0000,
        View::Bool(b) => 0x4f00_0000_0000 + 32 * i64::from(b),
        View::None => 0x4f00_0000_0100,
        View::NotImplemented => 0x4f00_0000_0200,
        View::Ellipsis => 0x4f00_0000_0300,
        View::Unset => panic!("the identity of nothing"),
    };
    Ok(Step::Return(Value::int(id)))
}

fn namespace(_: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(f.args[0]))
}

/// `vars(object)`; without arguments the caller's locals arrive here as a dict.
fn vars(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = f.args[0];
    if cx.object(v).is_some_and(|o| o.class == crate::classes::DICT) {
        return Ok(Step::Return(v));
    }
    match cx.load_attribute(v, names::DICT) {
        Ok(Attribute::Call(g, args)) => Ok(Step::Tail(g, args)),
        Ok(Attribute::Value(found)) => Ok(Step::Return(found)),
        _ => Err(cx.type_error("vars() argument must have __dict__ attribute")),
    }
}

/// `dir(object)`; without arguments the caller's locals arrive here as a dict.
fn dir(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = f.args[0];
    Ok(cx.tail("dir_", &[v]))
}

fn build_class(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let build = cx.vm.prelude("build_class");
    let mut positional = vec![f.args[0], f.args[1]];
    positional.extend(cx.sequence(f.args[2]).unwrap_or(&[]));
    let positional = cx.new_tuple(&positional);
    let keywords = f.args[3];
    Ok(cx.tail("apply", &[build, positional, keywords]))
}

/// `exit()` of the site module: SystemExit.
fn exit(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let code = f.args[0].or(Value::NONE);
    let args = if code.is_none() { vec![] } else { vec![code] };
    let e = cx.new_exception(crate::classes::SYSTEM_EXIT, &args);
    cx.set_extra(e, code, Value::UNSET);
    Err(cx.raise(e))
}

fn aiter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = f.args[0];
    match cx.special_method(v, names::AITER) {
        Some(Attribute::Method(m)) => Ok(Step::Tail(m, smallvec::smallvec![v])),
        _ => {
            let name = cx.type_name(v);
            Err(cx.type_error(format!("'{name}' object is not an async iterable")))
        }
    }
}

fn anext(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let (v, default) = (f.args[0], f.args[1]);
    match why {
        Resumed::Returned(awaitable) => return Ok(cx.tail("anext_default", &[awaitable, default])),
        Resumed::Raised(e) => return Err(crate::native::Raise(e)),
        _ => {}
    }
    match cx.special_method(v, names::ANEXT) {
        Some(Attribute::Method(m)) if default.is_set() => Ok(cx.call(m, &[v])),
        Some(Attribute::Method(m)) => Ok(Step::Tail(m, smallvec::smallvec![v])),
        _ => {
            let name = cx.type_name(v);
            Err(cx.type_error(format!("'{name}' object is not an async iterator")))
        }
    }
}
