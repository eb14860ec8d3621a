//! `with` and `async with` (Python/ceval.c `BEFORE_WITH`, `WITH_EXCEPT_START`).

use super::call::{begin, prelude};
use super::Exec;
use crate::cx::Cx;
use crate::frame::{Frame, Pending};
use crate::lookup::Attribute;
use crate::names;
use crate::value::{Ref, Value};
use bytecode::{Reg, NO_REG};

/// Looks `enter` and `exit` up, stores the bound exit in `base`; gives back the enter.
fn prepare(
    cx: &mut Cx<'_>,
    f: &mut Frame,
    base: Reg,
    v: Value,
    names: (Ref, Ref),
    kind: &str,
) -> Result<Attribute, crate::native::Raise> {
    let (enter_name, exit_name) = names;
    let protocol = if kind.is_empty() { "context manager" } else { "asynchronous context manager" };
    let name = cx.type_shown(v);
    let Some(enter) = cx.special_method(v, enter_name) else {
        if cx.is_before_311() {
            return Err(lacks(cx, enter_name));
        }
        return Err(cx.type_error(format!("'{name}' object does not support the {protocol} protocol")));
    };
    let Some(exit) = cx.special_method(v, exit_name) else {
        if cx.is_before_311() {
            return Err(lacks(cx, exit_name));
        }
        let missing = cx.name(exit_name);
        let message = format!("'{name}' object does not support the {protocol} protocol (missed {missing} method)");
        return Err(cx.type_error(message));
    };
    let exit = match exit {
        Attribute::Method(m) => cx.bound_method(m, v),
        Attribute::Value(m) => m,
        Attribute::Call(..) => return Err(cx.unsupported("a property as a context manager's exit", "use a method")),
    };
    cx.set(f, base, exit);
    Ok(enter)
}

/// What 3.10 says of something that is no context manager: the method's name alone.
fn lacks(cx: &mut Cx<'_>, method: Ref) -> crate::native::Raise {
    let message = cx.name(method).to_string();
    cx.error(crate::classes::ATTRIBUTE_ERROR, message)
}

pub(super) fn enter(cx: &mut Cx<'_>, f: &mut Frame, base: Reg, src: Reg) -> Exec {
    let v = cx.take(f, src);
    match prepare(cx, f, base, v, (names::ENTER, names::EXIT), "")? {
        Attribute::Method(m) => begin(cx, f, m, &[v], Pending::Store(base + 1)),
        Attribute::Value(m) => begin(cx, f, m, &[], Pending::Store(base + 1)),
        Attribute::Call(m, args) => prelude(cx, f, "call_result", &[m, args[0]], Pending::Store(base + 1)),
    }
}

pub(super) fn async_enter(cx: &mut Cx<'_>, f: &mut Frame, base: Reg, src: Reg) -> Exec {
    let v = cx.take(f, src);
    let enter = match prepare(cx, f, base, v, (names::AENTER, names::AEXIT), "async")? {
        Attribute::Method(m) => cx.bound_method(m, v),
        Attribute::Value(m) => m,
        Attribute::Call(..) => return Err(cx.unsupported("a property as __aenter__", "use a method")),
    };
    prelude(cx, f, "async_enter", &[enter], Pending::Store(base + 1))
}

/// `WithExit` and `AsyncWithExit`, through the prelude's function of this name.
pub(super) fn exit(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, exit: Reg, exc: Reg, name: &str) -> Exec {
    let exit = cx.take(f, exit);
    if exc == NO_REG {
        let none = Value::NONE;
        return match name {
            "with_exit" => begin(cx, f, exit, &[none, none, none], Pending::Store(dst)),
            _ => prelude(cx, f, name, &[exit, none, none, none], Pending::Store(dst)),
        };
    }
    let e = f.peek(exc);
    let r = e.as_ref().expect("an exception");
    let class = cx.class_of(e).into();
    let traceback = cx.vm.heap.exception(r).traceback.or(Value::NONE);
    match name {
        "with_exit" => begin(cx, f, exit, &[class, e, traceback], Pending::Store(dst)),
        _ => prelude(cx, f, name, &[exit, class, e, traceback], Pending::Store(dst)),
    }
}
