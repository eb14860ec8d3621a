//! How a future gets its outcome, and who is told (Modules/_asynciomodule.c `future_set_result` and its kin).

use super::bodies::{FutureBody, State};
use super::{errors, rows, soon};
use crate::support::body;
use vm::native::{Raise, Step};
use vm::{Cx, Ref, Value};

/// A step that has to be taken before the work is done; `None` if it is done.
pub(super) type Rest = Option<Step>;

/// # Errors
/// InvalidStateError if the future has an outcome.
pub(super) fn must_be_pending(cx: &mut Cx<'_>, r: Ref) -> Result<(), Raise> {
    match body::<FutureBody>(cx, r).state {
        State::Pending => Ok(()),
        _ => Err(errors::invalid_state(cx, "invalid state")),
    }
}

/// Sets the result.
pub(super) fn set_result(cx: &mut Cx<'_>, r: Ref, v: Value) -> Result<Rest, Raise> {
    must_be_pending(cx, r)?;
    cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.result, v);
    cx.vm.heap.edit::<FutureBody, _>(r, |b| b.state = State::Finished);
    schedule_callbacks(cx, r)
}

/// Sets the exception, an object.
pub(super) fn set_exception(cx: &mut Cx<'_>, r: Ref, e: Value) -> Result<Rest, Raise> {
    must_be_pending(cx, r)?;
    let traceback = e.as_ref().map_or(Value::UNSET, |e| cx.vm.heap.exception(e).traceback);
    cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.exception, e);
    cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.traceback, traceback);
    cx.vm.heap.edit::<FutureBody, _>(r, |b| b.state = State::Finished);
    let rest = schedule_callbacks(cx, r)?;
    cx.vm.heap.edit::<FutureBody, _>(r, |b| b.log_traceback = true);
    Ok(rest)
}

/// Cancels; `None` if the future has an outcome already.
pub(super) fn cancel(cx: &mut Cx<'_>, r: Ref, message: Value) -> Result<Option<Rest>, Raise> {
    cx.vm.heap.edit::<FutureBody, _>(r, |b| b.log_traceback = false);
    if body::<FutureBody>(cx, r).state != State::Pending {
        return Ok(None);
    }
    cx.vm.heap.edit::<FutureBody, _>(r, |b| b.state = State::Cancelled);
    cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.cancel_message, message);
    Ok(Some(schedule_callbacks(cx, r)?))
}

/// Has every callback called soon, in order.
fn schedule_callbacks(cx: &mut Cx<'_>, r: Ref) -> Result<Rest, Raise> {
    let b = body::<FutureBody>(cx, r);
    if b.callbacks.is_empty() {
        return Ok(None);
    }
    let event_loop = b.event_loop;
    let callbacks = cx.vm.heap.swap_in::<FutureBody>(r, |b| &mut b.callbacks, Vec::new());
    let args = cx.new_tuple(&[r.into()]);
    let mut calls = Vec::with_capacity(callbacks.len() / 2);
    for pair in callbacks.chunks(2) {
        rows::wake(cx, pair[0]);
        calls.push(soon::Call { callback: pair[0], args, context: pair[1] });
    }
    soon::schedule(cx, event_loop, &calls)
}

/// Has a callback called once the future has its outcome: soon, if it has it already.
pub(super) fn add_callback(cx: &mut Cx<'_>, r: Ref, callback: Value, context: Value) -> Result<Rest, Raise> {
    let b = body::<FutureBody>(cx, r);
    if b.state == State::Pending {
        for v in [callback, context] {
            cx.vm.heap.push_in::<FutureBody>(r, |b| &mut b.callbacks, v);
        }
        return Ok(None);
    }
    let event_loop = b.event_loop;
    let args = cx.new_tuple(&[r.into()]);
    soon::schedule(cx, event_loop, &[soon::Call { callback, args, context }])
}

/// The result.
///
/// # Errors
/// The exception, CancelledError, or InvalidStateError.
pub(super) fn get(cx: &mut Cx<'_>, r: Ref) -> Result<Value, Raise> {
    let b = body::<FutureBody>(cx, r);
    match b.state {
        State::Cancelled => return Err(raise_cancelled(cx, r)),
        State::Pending => return Err(errors::invalid_state(cx, "Result is not set.")),
        State::Finished => {}
    }
    let (exception, traceback, result) = (b.exception, b.traceback, b.result);
    cx.vm.heap.edit::<FutureBody, _>(r, |b| b.log_traceback = false);
    match exception.as_ref() {
        None => Ok(result.or(Value::NONE)),
        Some(e) => {
            cx.vm.heap.store_exception(e, |x| &mut x.traceback, traceback);
            cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.traceback, Value::UNSET);
            Err(cx.raise(exception))
        }
    }
}

/// The CancelledError of a cancelled future, not raised: the one that was kept, else a new one. Before 3.11 always a new one,
/// in whose context stands the one that was kept.
pub(super) fn cancelled_error(cx: &mut Cx<'_>, r: Ref) -> Value {
    let b = body::<FutureBody>(cx, r);
    let (kept, message) = (b.cancelled_error, b.cancel_message);
    if cx.is_before_311() {
        let e = errors::cancelled(cx, message);
        if let Some(r) = e.as_ref() {
            cx.vm.heap.store_exception(r, |x| &mut x.context, kept);
        }
        return e;
    }
    if kept.is_set() {
        cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.cancelled_error, Value::UNSET);
        return kept;
    }
    errors::cancelled(cx, message)
}

/// The same, raised.
pub(super) fn raise_cancelled(cx: &mut Cx<'_>, r: Ref) -> Raise {
    let e = cancelled_error(cx, r);
    cx.raise(e)
}
