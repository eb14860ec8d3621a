//! A task's step (Modules/_asynciomodule.c `task_step`, `task_step_handle_result_impl`).

use super::bodies::{FutureBody, LoopBody, State};
use super::cancel::{ask, Asked};
use super::{errors, outcome, rows, running, task, Rest};
use crate::support::{body, custom, is_true, module_name, wrong_receiver};
use abi::trace::Outcome;
use abi::RowId;
use vm::native::{def, Args, Def, NativeFrame, NativeResult, Raise, Resumed, Sent, Step};
use vm::{classes, Body, Cx, LibraryClass, Ref, Value};

pub(super) const CLASS: LibraryClass =
    LibraryClass { name: "_asyncio.TaskStepMethWrapper", base: "object", open: false, methods: METHODS };

const METHODS: &[Def] = &[def("__call__", "self, /", call).costing(600)];

/// Where a step is.
mod phase {
    /// Not begun.
    pub const BEGIN: u32 = 0;
    /// The coroutine runs.
    pub const RUNS: u32 = 1;
    /// What it yielded is being looked at, in Python.
    pub const LOOKED_AT: u32 = 2;
    /// What it waits for was asked to cancel.
    pub const ASKED: u32 = 3;
    /// All that is left is to call others soon.
    pub const SCHEDULES: u32 = 4;
}

/// Arguments of a step's frame: the task, the exception to be thrown in or unset, what its wrapper passed on.
mod arg {
    pub const TASK: usize = 0;
    pub const THROWN: usize = 1;
    /// An exception that leaves the loop once everybody has been told.
    pub const LEAVING: usize = 2;
}

/// Has a task's next step called soon; `thrown` is raised in it, if it is set.
pub(super) fn soon(cx: &mut Cx<'_>, r: Ref, thrown: Value) -> Result<Rest, Raise> {
    let event_loop = body::<FutureBody>(cx, r).event_loop;
    let class = custom::<LoopBody>(cx, event_loop).expect("a loop of ours").made.step.as_ref().expect("a class");
    let callback = cx.new_fields(class, &[r.into(), thrown]);
    task::step_soon(cx, r, callback)
}

/// Whether a callback is a task's step.
pub(super) fn is_step(cx: &Cx<'_>, v: Value) -> bool {
    cx.vm.library_classes.get(CLASS.name).is_some_and(|&class| cx.class_of(v) == class)
}

/// The callable that `call_soon` is given: begins a step.
fn call(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    if let Resumed::Start = why {
        let Some(Body::Fields(fields)) = cx.body(f.args[0]) else { return Err(wrong_receiver(cx, f)) };
        let (task, thrown) = (fields[0], fields[1]);
        f.args = Args::from_slice(&[task, thrown, Value::UNSET]);
    }
    run(cx, f, why)
}

/// `task_wakeup`: what the task waited for is done. Anything but its result is thrown in.
pub(super) fn wakeup(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    if let Resumed::Start = why {
        let (task, future) = (f.args[0], f.args[1]);
        f.args = Args::from_slice(&[task, Value::UNSET, Value::UNSET]);
        let known = future.as_ref().filter(|&r| cx.vm.heap.custom::<FutureBody>(r).is_some());
        let Some(r) = known else {
            // Another library's future: its result is asked for in Python.
            let helper = module_name(cx, "_asyncio", "_failure_of");
            f.note = -1;
            return Ok(cx.call(helper, &[future]));
        };
        if let Err(Raise(e)) = outcome::get(cx, r) {
            f.args[arg::THROWN] = e;
        }
    } else if f.note == -1 {
        f.note = 0;
        match why {
            Resumed::Returned(e) => f.args[arg::THROWN] = e.some().unwrap_or(Value::UNSET),
            Resumed::Raised(e) => f.args[arg::THROWN] = e,
            other => panic!("a wake-up is resumed with {other:?}"),
        }
        return run(cx, f, Resumed::Start);
    }
    run(cx, f, why)
}

fn run(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = f.args[arg::TASK].as_ref().expect("a task");
    match (f.phase, why) {
        (phase::BEGIN, _) => begin(cx, f, r),
        (phase::RUNS, why) => ran(cx, f, r, why),
        (phase::LOOKED_AT, Resumed::Returned(verdict)) => looked_at(cx, f, r, verdict),
        (phase::ASKED, Resumed::Returned(taken)) => {
            asked(cx, r, is_true(taken));
            leave(cx, f, r, None)
        }
        (phase::SCHEDULES, Resumed::Returned(_)) => finish(cx, f, r),
        (_, Resumed::Raised(e)) => {
            over(cx, f, r);
            Err(Raise(e))
        }
        (phase, why) => panic!("a step in phase {phase} is resumed with {why:?}"),
    }
}

fn begin(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref) -> NativeResult {
    let b = body::<FutureBody>(cx, r);
    if b.state != State::Pending {
        let shown = vm::format::plain_repr(cx, r.into()).unwrap_or_else(|| cx.default_repr(r.into()));
        let thrown = vm::format::plain_repr(cx, f.args[arg::THROWN].or(Value::NONE)).unwrap_or_default();
        return Err(errors::invalid_state(cx, &format!("_step(): already done: {shown} {thrown}")));
    }
    let (must_cancel, coroutine, row) = (b.task().must_cancel, b.task().coroutine, b.task().row);
    running::enter(cx, r)?;
    f.note = i64::from(cx.t.running.0);
    rows::task_runs(cx, row, coroutine);
    let mut thrown = f.args[arg::THROWN];
    if must_cancel {
        if !(thrown.is_set() && errors::is_cancelled(cx, thrown)) {
            thrown = task::thrown_error(cx, r);
        }
        cx.vm.heap.edit::<FutureBody, _>(r, |b| b.task_mut().must_cancel = false);
    }
    cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.task_mut().waiter, Value::UNSET);
    // What is thrown in lives as long as the step, as in C: the frames in its traceback with it.
    f.args[arg::THROWN] = thrown;
    f.phase = phase::RUNS;
    Ok(resume(cx, coroutine, thrown))
}

/// Sends `None` into the coroutine, or raises in it.
fn resume(cx: &mut Cx<'_>, coroutine: Value, thrown: Value) -> Step {
    let native = coroutine.as_ref().filter(|&c| matches!(cx.vm.heap.get(c).body, Body::Generator(_)));
    match (native, thrown.is_set()) {
        (Some(c), false) => Step::Resume(c, Sent::Value(Value::NONE)),
        (Some(c), true) => Step::Resume(c, Sent::Raise(thrown)),
        (None, false) => cx.call_prelude("send_value", &[coroutine, Value::NONE]),
        (None, true) => cx.call_prelude("throw_into", &[coroutine, thrown]),
    }
}

/// The coroutine has returned, raised or yielded.
fn ran(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref, why: Resumed) -> NativeResult {
    match why {
        Resumed::Returned(v) | Resumed::Wrapped(v) => yielded(cx, f, r, v),
        Resumed::Finished(v) => returned(cx, f, r, v),
        Resumed::Raised(e) if cx.is_instance(e, classes::STOP_ITERATION) => {
            let v = cx.vm.heap.exception(e.as_ref().expect("an exception")).extra[0].or(Value::NONE);
            returned(cx, f, r, v)
        }
        Resumed::Raised(e) => raised(cx, f, r, e),
        other => panic!("a task's step is resumed with {other:?}"),
    }
}

fn returned(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref, v: Value) -> NativeResult {
    let rest = if body::<FutureBody>(cx, r).task().must_cancel {
        // It was cancelled right before its coroutine came to its end.
        cx.vm.heap.edit::<FutureBody, _>(r, |b| b.task_mut().must_cancel = false);
        let message = body::<FutureBody>(cx, r).cancel_message;
        task::end_cancelled(cx, r, message)?
    } else {
        outcome::set_result(cx, r, v)?
    };
    leave(cx, f, r, rest)
}

fn raised(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref, e: Value) -> NativeResult {
    if cx.is_instance(e, classes::UNSUPPORTED) {
        over(cx, f, r);
        return Err(Raise(e));
    }
    let rest = if errors::is_cancelled(cx, e) {
        cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.cancelled_error, e);
        task::end_cancelled(cx, r, Value::UNSET)?
    } else {
        if errors::leaves_loop(cx, e) {
            f.args[arg::LEAVING] = e;
        }
        outcome::set_exception(cx, r, e)?
    };
    leave(cx, f, r, rest)
}

/// What the coroutine waits for.
fn yielded(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref, v: Value) -> NativeResult {
    if v.is(r.into()) {
        return refuse(cx, f, r, "itself", v);
    }
    if v.is_none() {
        let rest = soon(cx, r, Value::UNSET)?;
        wait(cx, r, None);
        return leave(cx, f, r, rest);
    }
    let Some(future) = v.as_ref().filter(|&w| cx.vm.heap.custom::<FutureBody>(w).is_some()) else {
        // Another library's future, or nothing that can be awaited.
        f.phase = phase::LOOKED_AT;
        f.args.push(v);
        let helper = module_name(cx, "_asyncio", "_look_at_yield");
        return Ok(cx.call(helper, &[r.into(), v]));
    };
    let (owner, blocking) = {
        let b = body::<FutureBody>(cx, future);
        (b.event_loop, b.blocking)
    };
    if !owner.is(body::<FutureBody>(cx, r).event_loop) {
        return refuse(cx, f, r, "loop", v);
    }
    if !blocking {
        return refuse(cx, f, r, "yield", v);
    }
    cx.vm.heap.edit::<FutureBody, _>(future, |b| b.blocking = false);
    wait(cx, r, Some(future));
    let wakeup = running::wakeup_of(cx, r);
    let context = body::<FutureBody>(cx, r).task().context;
    if body::<FutureBody>(cx, future).state != State::Pending {
        rows::wake(cx, wakeup);
    }
    let rest = outcome::add_callback(cx, future, wakeup, context)?;
    cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.task_mut().waiter, v);
    if let Some(step) = rest {
        f.phase = phase::SCHEDULES;
        return Ok(step);
    }
    pass_on_cancel(cx, f, r, v)
}

/// A task that was cancelled while it ran asks what it waits for to cancel.
fn pass_on_cancel(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref, waiter: Value) -> NativeResult {
    if body::<FutureBody>(cx, r).task().must_cancel {
        let message = body::<FutureBody>(cx, r).cancel_message.or(Value::NONE);
        match ask(cx, r, waiter, message)? {
            Asked::Answer(taken) => asked(cx, r, taken),
            Asked::Step(step) => {
                f.phase = phase::ASKED;
                return Ok(step);
            }
        }
    }
    leave(cx, f, r, None)
}

fn asked(cx: &mut Cx<'_>, r: Ref, taken: bool) {
    if taken {
        cx.vm.heap.edit::<FutureBody, _>(r, |b| b.task_mut().must_cancel = false);
    }
}

fn wait(cx: &mut Cx<'_>, r: Ref, future: Option<Ref>) {
    let task = body::<FutureBody>(cx, r).task();
    let (row, coroutine) = (task.row, task.coroutine);
    rows::task_waits(cx, row, coroutine, future);
}

/// What was yielded cannot be waited for: the reason, an error of the task's next step, is put into words in Python.
fn refuse(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref, reason: &str, v: Value) -> NativeResult {
    f.phase = phase::LOOKED_AT;
    f.args.push(v);
    let helper = module_name(cx, "_asyncio", "_bad_yield");
    let reason = cx.new_str(reason);
    Ok(cx.call(helper, &[r.into(), v, reason]))
}

/// Python's verdict on what was yielded: an exception for the next step, or `None` if the task waits for it now.
fn looked_at(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref, verdict: Value) -> NativeResult {
    if cx.is_instance(verdict, classes::BASE_EXCEPTION) {
        let rest = soon(cx, r, verdict)?;
        wait(cx, r, None);
        return leave(cx, f, r, rest);
    }
    let v = f.args[f.args.len() - 1];
    cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.task_mut().waiter, v);
    wait(cx, r, v.as_ref());
    pass_on_cancel(cx, f, r, v)
}

/// The step is done but for what others have to be told.
fn leave(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref, rest: Rest) -> NativeResult {
    if let Some(step) = rest {
        f.phase = phase::SCHEDULES;
        return Ok(step);
    }
    finish(cx, f, r)
}

fn finish(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref) -> NativeResult {
    over(cx, f, r);
    let leaving = f.args[arg::LEAVING];
    if leaving.is_set() {
        return Err(Raise(leaving));
    }
    Ok(Step::Return(Value::NONE))
}

/// The task lets go of the thread.
fn over(cx: &mut Cx<'_>, f: &NativeFrame, r: Ref) {
    let b = body::<FutureBody>(cx, r);
    let (state, exception, row) = (b.state, b.exception, b.task().row);
    let outcome = match state {
        State::Pending => None,
        State::Cancelled => Some(Outcome::Cancelled),
        State::Finished if exception.is_set() => {
            let name = cx.type_name(exception);
            Some(Outcome::Failed(cx.sys.intern(&name)))
        }
        State::Finished => Some(Outcome::Done),
    };
    if let Some(outcome) = outcome {
        rows::end(cx, row, outcome);
    }
    cx.t.running = RowId(f.note as u32);
    running::leave(cx, r);
}
