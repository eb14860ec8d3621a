//! `call_soon` as futures and tasks use it: at once, or by way of the loop's own method if someone has put another in
//! its place.

use super::bodies::LoopBody;
use super::{handle, looped, Rest};
use crate::support::{body, module_name};
use crate::{deque, place};
use vm::native::{Args, Raise, Step};
use vm::{classes, Cx, Value};

/// A callback to be called.
#[derive(Clone, Copy)]
pub(super) struct Call {
    /// What.
    pub callback: Value,
    /// A tuple.
    pub args: Value,
    /// The context it runs in.
    pub context: Value,
}

/// The end of a native whose result is `None`.
pub(super) fn then_none(rest: Rest) -> Step {
    match rest {
        None => Step::Return(Value::NONE),
        Some(Step::Call(f, args)) => Step::Tail(f, args),
        Some(step) => step,
    }
}

/// Has callbacks called soon, in order.
pub(super) fn schedule(cx: &mut Cx<'_>, event_loop: Value, calls: &[Call]) -> Result<Rest, Raise> {
    let r = looped::of_ours(cx, event_loop)?;
    if !looped::is_own(cx, r, "call_soon") {
        let mut list = Vec::with_capacity(calls.len());
        for call in calls {
            list.push(cx.new_tuple(&[call.callback, call.args, call.context]));
        }
        let list = cx.new_list(list);
        let helper = module_name(cx, "_asyncio", "_call_all_soon");
        return Ok(Some(Step::Call(helper, Args::from_slice(&[event_loop, list]))));
    }
    must_be_open(cx, r)?;
    for &call in calls {
        let pos = place::scheduled_at(cx);
        let made = handle::new_at(cx, event_loop, call, Value::UNSET, pos);
        push(cx, r, made);
    }
    Ok(None)
}

/// Puts a handle at the end of the ready queue.
pub(super) fn push(cx: &mut Cx<'_>, event_loop: vm::Ref, handle: Value) {
    let ready = body::<LoopBody>(cx, event_loop).ready.as_ref().expect("a loop has a ready queue");
    deque::push(cx, ready, handle);
}

/// # Errors
/// RuntimeError if the loop is closed.
pub(super) fn must_be_open(cx: &mut Cx<'_>, r: vm::Ref) -> Result<(), Raise> {
    if body::<LoopBody>(cx, r).closed {
        return Err(cx.error(classes::RUNTIME_ERROR, "Event loop is closed"));
    }
    Ok(())
}
