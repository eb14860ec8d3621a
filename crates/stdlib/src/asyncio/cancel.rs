//! `Task.cancel` (Modules/_asynciomodule.c `_asyncio_Task_cancel_impl`).

use super::bodies::{FutureBody, State};
use super::{outcome, rows, task};
use crate::support::{body, custom, is_true, module_name};
use abi::trace::{Cause, Event};
use vm::native::{Args, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{classes, Body, Cx, Ref, Value};

/// The request goes to what the task waits for; if nothing takes it, the next step raises CancelledError. Phase 1: what it
/// waits for has been asked.
pub(super) fn cancel(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = task::ready(cx, f)?;
    let message = f.args[1].or(Value::NONE);
    let taken = match why {
        Resumed::Start => {
            cx.vm.heap.edit::<FutureBody, _>(r, |b| b.log_traceback = false);
            if body::<FutureBody>(cx, r).state != State::Pending {
                return Ok(Step::Return(Value::FALSE));
            }
            cx.vm.heap.edit::<FutureBody, _>(r, |b| b.task_mut().cancel_requests += 1);
            match body::<FutureBody>(cx, r).task().waiter.some() {
                None => false,
                Some(waiter) => match ask(cx, r, waiter, message)? {
                    Asked::Answer(taken) => taken,
                    Asked::Step(step) => return Ok(step),
                },
            }
        }
        Resumed::Returned(taken) => is_true(taken),
        Resumed::Raised(e) => return Err(Raise(e)),
        other => panic!("cancel is resumed with {other:?}"),
    };
    if !taken {
        cx.vm.heap.edit::<FutureBody, _>(r, |b| b.task_mut().must_cancel = true);
        cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.cancel_message, message);
        let row = body::<FutureBody>(cx, r).task().row;
        let (now, cause) = (cx.now(), Cause::Cancel(cx.t.running));
        cx.sys.emit(now, Event::Wake { row, cause });
    }
    Ok(Step::Return(Value::TRUE))
}

/// What came of asking a future to cancel.
pub(super) enum Asked {
    /// Whether it does.
    Answer(bool),
    /// This has to be done first; what it gives is the answer.
    Step(Step),
}

/// Asks what the task waits for to cancel: a plain future at once, anything else by its method.
pub(super) fn ask(cx: &mut Cx<'_>, task: Ref, waiter: Value, message: Value) -> Result<Asked, Raise> {
    let Some(event_loop) = body::<FutureBody>(cx, task).event_loop.as_ref() else { return Ok(Asked::Answer(false)) };
    match waiter.as_ref().filter(|&w| is_plain_future(cx, w)) {
        Some(future) => {
            let before = rows::cancelling(cx, event_loop);
            let cancelled = outcome::cancel(cx, future, message);
            rows::uncause(cx, event_loop, before);
            Ok(match cancelled? {
                Some(Some(Step::Call(_, calls))) => {
                    let helper = module_name(cx, "_asyncio", "_call_all_soon_and_agree");
                    Asked::Step(Step::Call(helper, calls))
                }
                cancelled => Asked::Answer(cancelled.is_some()),
            })
        }
        _ => {
            let name = cx.intern("cancel");
            let names = cx.intern("msg");
            let names = cx.new_tuple(&[names.into()]);
            Ok(Asked::Step(match cx.load_attribute(waiter, name)? {
                vm::Attribute::Value(m) => Step::CallKw(m, Args::from_slice(&[message]), names),
                vm::Attribute::Method(m) => Step::CallKw(m, Args::from_slice(&[waiter, message]), names),
                vm::Attribute::Call(..) => {
                    return Err(cx.error(classes::RUNTIME_ERROR, "a future's cancel is no method"));
                }
            }))
        }
    }
}

/// A future whose `cancel` is the native one of futures.
fn is_plain_future(cx: &mut Cx<'_>, r: Ref) -> bool {
    let name = cx.intern("cancel");
    let class = cx.vm.heap.get(r).class;
    let Some(b) = custom::<FutureBody>(cx, r.into()) else { return false };
    if b.task.is_some() || cx.vm.own_attribute(cx.vm.heap.get(r), name).is_some() {
        return false;
    }
    let found = cx.vm.find_in_class(class, name).and_then(Value::as_ref);
    matches!(found.map(|m| &cx.vm.heap.get(m).body), Some(Body::Native(_)))
}
