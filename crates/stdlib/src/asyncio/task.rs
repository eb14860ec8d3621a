//! Tasks (Modules/_asynciomodule.c `TaskObj`).

use super::bodies::{FutureBody, LoopBody, State, TaskPart};
use super::{cancel, errors, future, looped, rows, running, soon, step};
use crate::support::{body, is_true, module_name, own, text};
use abi::trace::Event;
use vm::native::{def, getter, setter, Args, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{classes, Cx, LibraryClass, PythonVersion, Ref, Value};

pub(super) const CLASS: LibraryClass =
    LibraryClass { name: "_asyncio.Task", base: "_asyncio.Future", open: true, methods: METHODS };

const METHODS: &[Def] = &[
    def("__init__", "self, coro, *, loop=, name=, context=", init).costing(2_000),
    def("cancel", "self, msg=", cancel::cancel),
    def("cancelling", "self, /", cancelling).only_in(PythonVersion::V311),
    def("uncancel", "self, /", uncancel).only_in(PythonVersion::V311),
    def("get_name", "self, /", get_name),
    def("set_name", "self, value, /", set_name),
    def("get_coro", "self, /", get_coro),
    def("set_result", "self, result, /", set_result),
    def("set_exception", "self, exception, /", set_exception),
    def("get_stack", "self, *, limit=", get_stack),
    def("print_stack", "self, *, limit=, file=", get_stack),
    def("__del__", "self, /", finalize),
    getter("_coro", get_coro),
    getter("_fut_waiter", waiter),
    getter("_must_cancel", must_cancel),
    getter("_log_destroy_pending", log_destroy_pending),
    setter("_log_destroy_pending", set_log_destroy_pending),
];

/// A task that has been initialized.
pub(super) fn ready(cx: &mut Cx<'_>, f: &NativeFrame) -> Result<Ref, Raise> {
    let r = own::<FutureBody>(cx, f)?;
    if body::<FutureBody>(cx, r).task.is_some() {
        return Ok(r);
    }
    Err(cx.error(classes::RUNTIME_ERROR, "Task object is not initialized."))
}

/// `__init__`. Phases: 0 begins, 1 has its caller on the fiber, 2 has a loop, 3 has a name (`args[3]`), 4 is scheduled.
fn init(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    if let Resumed::Raised(e) = why {
        return Err(Raise(e));
    }
    if f.phase == 0 {
        f.phase = 1;
        return Ok(Step::Again);
    }
    if f.phase == 1 {
        must_be_coroutine(cx, f.args[1])?;
        f.phase = 2;
        match f.args[2].some() {
            Some(given) => f.args[2] = given,
            None => return Ok(looped::current(cx)),
        }
    } else if let (2, Resumed::Returned(found)) = (f.phase, why) {
        f.args[2] = found;
    }
    if f.phase == 2 {
        f.phase = 3;
        if f.args[3].some().is_some_and(|name| cx.class_of(name) != classes::STR) {
            return Ok(cx.call(classes::STR.into(), &[f.args[3]]));
        }
    } else if let (3, Resumed::Returned(name)) = (f.phase, why) {
        f.args[3] = name;
    }
    if f.phase == 3 {
        f.phase = 4;
        if let Some(step) = begin(cx, f)? {
            return Ok(step);
        }
    }
    register(cx, f);
    Ok(Step::Return(Value::NONE))
}

fn must_be_coroutine(cx: &mut Cx<'_>, v: Value) -> Result<(), Raise> {
    if matches!(cx.class_of(v), classes::COROUTINE | classes::GENERATOR) {
        return Ok(());
    }
    let (send, throw) = (cx.intern("send"), cx.intern("throw"));
    if cx.find_special(v, send).is_some() && cx.find_special(v, throw).is_some() {
        return Ok(());
    }
    let shown = vm::format::plain_repr(cx, v).unwrap_or_else(|| cx.default_repr(v));
    Err(cx.type_error(format!("a coroutine was expected, got {shown}")))
}

/// Fills the task in and schedules its first step.
fn begin(cx: &mut Cx<'_>, f: &mut NativeFrame) -> Result<super::Rest, Raise> {
    let r = own::<FutureBody>(cx, f)?;
    let [coroutine, event_loop, name, context] = [f.args[1], f.args[2], f.args[3], f.args[4]];
    future::begin(cx, r, event_loop)?;
    let context = match context.some() {
        Some(given) => given,
        None => crate::contextvars::copy(cx),
    };
    let given = name.some().map(|v| text(cx, v));
    let name = match name.some() {
        Some(name) => name,
        None => default_name(cx),
    };
    let row = rows::task_made(cx, coroutine, given.as_deref());
    cx.vm.heap.edit::<FutureBody, _>(r, |b| {
        b.task = Some(Box::new(TaskPart {
            context: Value::UNSET,
            coroutine: Value::UNSET,
            name: Value::UNSET,
            waiter: Value::UNSET,
            must_cancel: false,
            log_destroy_pending: true,
            cancel_requests: 0,
            row,
        }));
    });
    cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.task_mut().context, context);
    cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.task_mut().coroutine, coroutine);
    cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.task_mut().name, name);
    step::soon(cx, r, Value::UNSET)
}

/// `Task-7`: numbered for the whole process.
fn default_name(cx: &mut Cx<'_>) -> Value {
    let number = running::next_task_number(cx);
    cx.new_str(&format!("Task-{number}"))
}

fn register(cx: &mut Cx<'_>, f: &NativeFrame) {
    let (Some(task), Some(event_loop)) = (f.args[0].as_ref(), f.args[2].as_ref()) else { return };
    cx.vm.heap.edit::<LoopBody, _>(event_loop, |b| b.tasks.push(task));
}

fn cancelling(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = ready(cx, f)?;
    Ok(Step::Return(Value::int(body::<FutureBody>(cx, r).task().cancel_requests)))
}

fn uncancel(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = ready(cx, f)?;
    let left = cx.vm.heap.edit::<FutureBody, _>(r, |b| {
        let task = b.task_mut();
        task.cancel_requests = (task.cancel_requests - 1).max(0);
        task.cancel_requests
    });
    Ok(Step::Return(Value::int(left)))
}

fn get_name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = ready(cx, f)?;
    Ok(Step::Return(body::<FutureBody>(cx, r).task().name))
}

/// `set_name`: anything becomes a str.
fn set_name(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = ready(cx, f)?;
    let name = match why {
        Resumed::Start if cx.class_of(f.args[1]) != classes::STR => {
            return Ok(cx.call(classes::STR.into(), &[f.args[1]]));
        }
        Resumed::Start => f.args[1],
        Resumed::Returned(name) => name,
        Resumed::Raised(e) => return Err(Raise(e)),
        other => panic!("set_name is resumed with {other:?}"),
    };
    cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.task_mut().name, name);
    let (row, shown) = (body::<FutureBody>(cx, r).task().row, text(cx, name));
    let (now, shown) = (cx.now(), cx.sys.intern(&shown));
    cx.sys.emit(now, Event::Rename { row, name: shown });
    Ok(Step::Return(Value::NONE))
}

fn get_coro(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = ready(cx, f)?;
    Ok(Step::Return(body::<FutureBody>(cx, r).task().coroutine.or(Value::NONE)))
}

fn set_result(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Err(cx.error(classes::RUNTIME_ERROR, "Task does not support set_result operation"))
}

fn set_exception(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Err(cx.error(classes::RUNTIME_ERROR, "Task does not support set_exception operation"))
}

fn get_stack(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = cx.vm.registry.get(f.id).def.name;
    Err(cx.unsupported(&format!("Task.{name}"), "look at the task's line in the picture"))
}

fn waiter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = ready(cx, f)?;
    Ok(Step::Return(body::<FutureBody>(cx, r).task().waiter.or(Value::NONE)))
}

fn must_cancel(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = ready(cx, f)?;
    Ok(Step::Return(Value::bool(body::<FutureBody>(cx, r).task().must_cancel)))
}

fn log_destroy_pending(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = ready(cx, f)?;
    Ok(Step::Return(Value::bool(body::<FutureBody>(cx, r).task().log_destroy_pending)))
}

fn set_log_destroy_pending(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, on) = (ready(cx, f)?, is_true(f.args[1]));
    cx.vm.heap.edit::<FutureBody, _>(r, |b| b.task_mut().log_destroy_pending = on);
    Ok(Step::Return(Value::NONE))
}

/// `__del__`: phase 0 says that a pending task is lost, phase 1 does what every future does.
fn finalize(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = own::<FutureBody>(cx, f)?;
    let b = body::<FutureBody>(cx, r);
    let lost = b.state == State::Pending && b.task.as_ref().is_some_and(|t| t.log_destroy_pending);
    let event_loop = b.event_loop;
    if f.phase == 0 {
        f.phase = 1;
        if let Some(owner) = event_loop.as_ref() {
            cx.vm.heap.edit::<LoopBody, _>(owner, |b| b.tasks.retain(|&t| t != r));
        }
        if lost {
            let helper = module_name(cx, "_asyncio", "_destroyed_pending");
            return Ok(Step::Call(helper, Args::from_slice(&[event_loop, f.args[0]])));
        }
    }
    let why = if let Resumed::Raised(e) = why { Resumed::Raised(e) } else { Resumed::Start };
    future::finalize(cx, f, why)
}

/// Cancels a task at its end: state, message and whoever waits.
pub(super) fn end_cancelled(cx: &mut Cx<'_>, r: Ref, message: Value) -> Result<super::Rest, Raise> {
    Ok(super::outcome::cancel(cx, r, message)?.flatten())
}

/// The CancelledError that is thrown into a task, with the message it was cancelled with.
pub(super) fn thrown_error(cx: &mut Cx<'_>, r: Ref) -> Value {
    let message = body::<FutureBody>(cx, r).cancel_message;
    errors::cancelled(cx, message)
}

/// Has a task's step called soon.
pub(super) fn step_soon(cx: &mut Cx<'_>, r: Ref, callback: Value) -> Result<super::Rest, Raise> {
    let b = body::<FutureBody>(cx, r);
    let (event_loop, context) = (b.event_loop, b.task().context);
    let args = cx.new_tuple(&[]);
    soon::schedule(cx, event_loop, &[soon::Call { callback, args, context }])
}
