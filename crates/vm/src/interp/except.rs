//! Raising and handling.

use super::{unwind, Exec, Flow};
use crate::classes;
use crate::cx::Cx;
use crate::frame::{Frame, Pending};
use crate::native::Raise;
use crate::value::Value;
use bytecode::{Reg, NO_REG};

pub(super) fn raise(cx: &mut Cx<'_>, f: &mut Frame, exc: Reg, cause: Reg) -> Exec {
    if exc == NO_REG {
        let handling = cx.t.fiber.handling;
        if !handling.is_set() {
            return Err(cx.error(classes::RUNTIME_ERROR, "No active exception to reraise"));
        }
        return Ok(Flow::Reraise(handling));
    }
    let e = cx.take(f, exc);
    let cause = if cause == NO_REG { Value::UNSET } else { cx.take(f, cause) };
    if is_exception(cx, e) && (!cause.is_set() || cause.is_none() || is_exception(cx, cause)) {
        if cause.is_set() {
            set_cause(cx, e, cause);
        }
        return Err(cx.raise(e));
    }
    // A class has to be called, or it is a mistake.
    super::call::prelude(cx, f, "raise_", &[e, cause.or(Value::ELLIPSIS)], Pending::Discard)
}

/// True for an instance of BaseException.
pub(crate) fn is_exception(cx: &Cx<'_>, v: Value) -> bool {
    v.is_set() && cx.is_instance(v, classes::BASE_EXCEPTION)
}

/// `raise e from cause`
pub(crate) fn set_cause(cx: &mut Cx<'_>, e: Value, cause: Value) {
    if let Some(r) = e.as_ref() {
        cx.vm.heap.store_exception(r, |x| &mut x.cause, if cause.is_none() { Value::UNSET } else { cause });
        cx.vm.heap.set_suppress_context(r, true);
    }
}

pub(super) fn pop(cx: &mut Cx<'_>, f: &mut Frame) -> Exec {
    if let Some(old) = f.handled.pop() {
        cx.vm.heap.dec(old);
    }
    match f.handled.last() {
        Some(&e) => cx.t.fiber.handling = e,
        None => unwind::find_handling(cx),
    }
    Ok(Flow::Next)
}

pub(super) fn matches(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, exc: Reg, types: Reg) -> Exec {
    let types = cx.take(f, types);
    let e = f.peek(exc);
    let matched = match cx.sequence(types) {
        Some(list) => {
            let list = list.to_vec();
            let mut any = false;
            for t in list {
                any |= matches_one(cx, e, t)?;
            }
            any
        }
        None => matches_one(cx, e, types)?,
    };
    cx.set(f, dst, Value::bool(matched));
    Ok(Flow::Next)
}

fn matches_one(cx: &mut Cx<'_>, e: Value, t: Value) -> Result<bool, Raise> {
    match cx.vm.as_class(t) {
        Some(c) if cx.vm.is_subclass(c, classes::BASE_EXCEPTION) => Ok(cx.is_instance(e, c)),
        _ => Err(cx.type_error("catching classes that do not inherit from BaseException is not allowed")),
    }
}
