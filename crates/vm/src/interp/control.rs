//! Jumps, iteration, unpacking, suspension.

use super::arith::truth;
use super::call::{begin, finish, prelude};
use super::resume::{native_method, send_step};
use super::{Exec, Flow};
use crate::classes;
use crate::cx::Cx;
use crate::frame::{Frame, Pending};
use crate::iteration::{self, Item};
use crate::keys::Answer;
use crate::names;
use crate::native::{Sent, Step};
use crate::value::Value;
use bytecode::{Flags, Reg};

pub(super) fn jump(cx: &mut Cx<'_>, f: &mut Frame, cond: Reg, to: u16, when: bool, keep: bool) -> Exec {
    let v = if keep { f.peek(cond) } else { cx.take(f, cond) };
    match truth(cx, v) {
        Answer::Known(t) => {
            if t == when {
                f.pc = to as usize;
            }
            Ok(Flow::Next)
        }
        Answer::Ask => prelude(cx, f, "truth", &[v], Pending::Jump { when, to }),
    }
}

pub(super) fn get_iter(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, src: Reg) -> Exec {
    let v = cx.take(f, src);
    match iteration::plain_iter(cx, v) {
        Some(it) => {
            cx.set(f, dst, it);
            Ok(Flow::Next)
        }
        None => prelude(cx, f, "iter_", &[v], Pending::Store(dst)),
    }
}

pub(super) fn for_iter(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, iter: Reg, to: u16) -> Exec {
    let it = f.peek(iter);
    let pending = Pending::ForIter { dst, iter, to };
    match iteration::next(cx, it)? {
        Item::Value(v) => {
            cx.set(f, dst, v);
            Ok(Flow::Next)
        }
        Item::End => {
            cx.clear(f, iter);
            f.pc = to as usize;
            Ok(Flow::Next)
        }
        Item::Resume(g) => {
            f.pending = pending;
            Ok(Flow::Resume(g, Sent::Value(Value::NONE)))
        }
        Item::Call(callee, args) => match super::invoke::invoke(cx, callee, args, Value::UNSET, f.covered) {
            Ok(begun) => finish(cx, f, begun, pending),
            Err(raise) if cx.is_instance(raise.0, classes::STOP_ITERATION) => {
                cx.clear(f, iter);
                f.pc = to as usize;
                Ok(Flow::Next)
            }
            Err(raise) => Err(raise),
        },
    }
}

pub(super) fn unpack(cx: &mut Cx<'_>, f: &mut Frame, base: Reg, src: Reg, count: u16) -> Exec {
    let v = f.peek(src);
    let Some(items) = cx.plain_items(v) else {
        // The prelude makes an exact tuple of the right length; then this instruction runs again on it.
        cx.take(f, src);
        return prelude(cx, f, "unpack", &[v, Value::int(i64::from(count))], Pending::StoreAndRepeat(src));
    };
    if items.len() != count as usize {
        let message = if items.len() > count as usize {
            format!("too many values to unpack (expected {count})")
        } else {
            format!("not enough values to unpack (expected {count}, got {})", items.len())
        };
        return Err(cx.value_error(message));
    }
    cx.take(f, src);
    for (i, item) in items.into_iter().enumerate() {
        cx.set(f, base + i as u16, item);
    }
    Ok(Flow::Next)
}

pub(super) fn unpack_ex(cx: &mut Cx<'_>, f: &mut Frame, before: u8, base: Reg, src: Reg, after: u16) -> Exec {
    let v = f.peek(src);
    let (before, after) = (before as usize, after as usize);
    let Some(items) = cx.plain_items(v) else {
        cx.take(f, src);
        return prelude(cx, f, "unpack_all", &[v], Pending::StoreAndRepeat(src));
    };
    if items.len() < before + after {
        let (want, got) = (before + after, items.len());
        return Err(cx.value_error(format!("not enough values to unpack (expected at least {want}, got {got})")));
    }
    cx.take(f, src);
    let end = items.len() - after;
    let rest = cx.new_list(items[before..end].to_vec());
    for (i, &item) in items[..before].iter().chain([&rest]).chain(&items[end..]).enumerate() {
        cx.set(f, base + i as u16, item);
    }
    Ok(Flow::Next)
}

pub(super) fn yield_value(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, src: Reg) -> Exec {
    let v = cx.take(f, src);
    f.pending = Pending::Store(dst);
    Ok(Flow::Yield(v))
}

pub(super) fn yield_from_iter(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, src: Reg) -> Exec {
    let v = cx.take(f, src);
    match cx.class_of(v) {
        classes::GENERATOR => {
            cx.set(f, dst, v);
            Ok(Flow::Next)
        }
        classes::COROUTINE if f.loaded.code.flags.has(Flags::COROUTINE | Flags::ITERABLE_COROUTINE) => {
            cx.set(f, dst, v);
            Ok(Flow::Next)
        }
        classes::COROUTINE => Err(cx.type_error("cannot 'yield from' a coroutine object in a non-coroutine generator")),
        _ => match iteration::plain_iter(cx, v) {
            Some(it) => {
                cx.set(f, dst, it);
                Ok(Flow::Next)
            }
            None => prelude(cx, f, "iter_", &[v], Pending::Store(dst)),
        },
    }
}

pub(super) fn awaitable(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, src: Reg) -> Exec {
    let v = cx.take(f, src);
    if cx.class_of(v) == classes::COROUTINE {
        if crate::generator::is_being_awaited(cx, v) {
            return Err(cx.error(classes::RUNTIME_ERROR, "coroutine is being awaited already"));
        }
        cx.set(f, dst, v);
        return Ok(Flow::Next);
    }
    if crate::generator::is_awaitable(cx, v) {
        cx.set(f, dst, v);
        return Ok(Flow::Next);
    }
    // A native `__await__` gives an iterator: nothing has to be asked about it.
    match native_method(cx, v, names::AWAIT) {
        Some(method) => begin(cx, f, method, &[v], Pending::Store(dst)),
        None => prelude(cx, f, "awaitable", &[v], Pending::Store(dst)),
    }
}

/// What a frame delegated to has raised StopIteration: its value is the end.
pub(super) fn end_delegation(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, iter: Reg, e: Value) {
    let v = cx.vm.heap.exception(e.as_ref().expect("an exception")).extra[0].or(Value::NONE);
    cx.clear(f, iter);
    cx.set(f, dst, v);
}

pub(super) fn yield_from(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, iter: Reg) -> Exec {
    let it = f.peek(iter);
    let pending = Pending::YieldFrom { dst, iter };
    match send_step(cx, it, Sent::Value(Value::NONE))? {
        Step::Resume(g, sent) => {
            f.pending = pending;
            Ok(Flow::Resume(g, sent))
        }
        Step::Call(callee, args) => match super::invoke::invoke(cx, callee, args, Value::UNSET, f.covered) {
            Ok(begun) => finish(cx, f, begun, pending),
            Err(raise) if cx.is_instance(raise.0, classes::STOP_ITERATION) => {
                end_delegation(cx, f, dst, iter, raise.0);
                Ok(Flow::Next)
            }
            Err(raise) => Err(raise),
        },
        step => panic!("{step:?} does not send"),
    }
}

pub(super) fn async_iter(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, src: Reg) -> Exec {
    let v = cx.take(f, src);
    prelude(cx, f, "async_iter", &[v], Pending::Store(dst))
}

pub(super) fn async_next(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, iter: Reg) -> Exec {
    let v = f.peek(iter);
    prelude(cx, f, "async_next", &[v], Pending::Store(dst))
}

pub(super) fn end_async_for(cx: &mut Cx<'_>, f: &mut Frame, exc: Reg, iter: Reg, to: u16) -> Exec {
    let e = cx.take(f, exc);
    if !cx.is_instance(e, classes::STOP_ASYNC_ITERATION) {
        return Ok(Flow::Reraise(e));
    }
    cx.clear(f, iter);
    f.pc = to as usize;
    super::except::pop(cx, f)
}
