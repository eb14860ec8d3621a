//! Exceptions on their way: tracebacks, handlers, frames that end.

use super::deliver::{leave, Went};
use super::Outcome;
use crate::classes;
use crate::cx::Cx;
use crate::fiber::Activation;
use crate::frame::{Frame, Owner, Pending};
use crate::heap::{Body, FrameBody, TracebackBody};
use crate::value::{Ref, Value};

/// An exception was raised in (or came to) a frame: goes on at its handler, or leaves it.
/// `note`: whether the traceback gets a link for this frame.
pub(crate) fn unwind(cx: &mut Cx<'_>, mut frame: Box<Frame>, e: Value, note: bool) -> Went {
    frame.pending = Pending::Nothing;
    if note && !frame.is_hidden() {
        let at = frame.at();
        add_traceback(cx, &mut frame, e, at);
    }
    let at = frame.at();
    // A refusal is no exception of the program's: no `except`, `finally` or `with` of it has a say.
    let handler = frame.loaded.code.handler_for(at).filter(|_| !cx.is_instance(e, classes::UNSUPPORTED));
    let Some(handler) = handler.copied() else {
        let first = frame.loaded.code.first_temp;
        drop_temporaries(cx, &mut frame, first);
        return Err(leave(cx, frame, Outcome::Raised(e)));
    };
    drop_temporaries(cx, &mut frame, handler.drop_from);
    while frame.handled.len() > handler.depth as usize {
        if let Some(old) = frame.handled.pop() {
            cx.vm.heap.dec(old);
        }
    }
    cx.vm.heap.inc(e);
    frame.handled.push(e);
    cx.t.fiber.handling = e;
    cx.set(&mut frame, handler.reg, e);
    frame.pc = handler.handler as usize;
    Ok(frame)
}

/// What the statement had computed so far goes, the newest first: a traceback keeps a frame's locals, but not these
/// (Python/ceval.c `exception_unwind`).
fn drop_temporaries(cx: &mut Cx<'_>, frame: &mut Frame, first: bytecode::Reg) {
    for reg in (first..frame.loaded.code.registers).rev() {
        cx.clear(frame, reg);
    }
}

/// Adds a link for this frame to the exception's traceback (Python/traceback.c `PyTraceBack_Here`).
/// `at`: the instruction; `usize::MAX` before the first one.
pub(crate) fn add_traceback(cx: &mut Cx<'_>, frame: &mut Frame, e: Value, at: usize) {
    let Some(exception) = e.as_ref() else { return };
    if !matches!(cx.vm.heap.get(exception).body, Body::Exception(_)) {
        return;
    }
    let next = cx.vm.heap.exception(exception).traceback;
    let body = TracebackBody { next, frame: frame_object(cx, frame), code: frame.loaded.clone(), pc: at };
    let link = cx.new_object(classes::TRACEBACK, Body::Traceback(Box::new(body)));
    cx.vm.heap.store_exception(exception, |x| &mut x.traceback, link.into());
}

/// Gives an exception that no frame has raised the place where the program stands
/// (Python/errors.c `_PyErr_WriteUnraisableMsg`).
pub(crate) fn trace_from_below(cx: &mut Cx<'_>, e: Value) {
    let mut fiber = std::mem::take(&mut cx.t.fiber);
    if let Some(frame) = fiber.innermost() {
        let at = frame.at();
        add_traceback(cx, frame, e, at);
    }
    cx.t.fiber = fiber;
}

/// The frame's object, made when it is first wanted.
pub fn frame_object(cx: &mut Cx<'_>, frame: &mut Frame) -> Ref {
    if let Some(r) = frame.object {
        return r;
    }
    let body = FrameBody { code: frame.code, globals: frame.globals, frame: None };
    let r = cx.new_object(classes::FRAME, Body::Frame(Box::new(body)));
    cx.vm.heap.inc_ref(r);
    frame.object = Some(r);
    r
}

/// A frame is over: its registers are let go of, locals first to last; or, if something still refers to its frame
/// object, they move there and live as long as that.
pub(crate) fn discard(cx: &mut Cx<'_>, mut frame: Box<Frame>) {
    if let Owner::Generator(g) = frame.owner {
        frame.owner = Owner::Call;
        cx.vm.heap.dec_ref(g);
    }
    if let Some(object) = frame.object.take() {
        let shared = cx.vm.heap.references(object).is_none_or(|n| n > 1);
        cx.vm.heap.dec_ref(object);
        if shared {
            let handled = std::mem::take(&mut frame.handled);
            handled.into_iter().for_each(|v| cx.vm.heap.dec(v));
            if let Body::Frame(body) = &mut cx.vm.heap.get_mut(object).body {
                body.frame = Some(*frame);
            }
            return;
        }
    }
    crate::reap::release_frame(cx, &frame);
}

/// Finds out anew which exception is being handled: that of the innermost activation that handles one.
pub(crate) fn find_handling(cx: &mut Cx<'_>) {
    cx.t.fiber.handling =
        cx.t.fiber
            .stack
            .iter()
            .rev()
            .find_map(|a| match a {
                Activation::Python(f) => f.handled.last().copied(),
                Activation::Native(_) | Activation::Detached(_) => None,
            })
            .unwrap_or(Value::UNSET);
}
