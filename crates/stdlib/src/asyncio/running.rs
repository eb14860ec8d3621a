//! Which loop runs, which task runs, which tasks there are; and natives that the Python half leans on.

use super::bodies::{FutureBody, HandleBody, LoopBody, State};
use super::{looped, outcome, rows, soon, step};
use crate::support::{body, custom, is_true, module_name};
use abi::RowId;
use vm::native::{def, Args, Def, NativeFrame, NativeId, NativeResult, Raise, Resumed, Step};
use vm::{classes, locals, Body, Cx, NativeFunction, Ref, Value};

/// The native that a task leaves with what it waits for.
pub(super) const WAKEUP: &str = "task_wakeup";

/// The native that `asyncio.sleep` leaves with its timer.
pub(super) const SET_RESULT: &str = "_set_result_unless_cancelled";

/// Under this name the module counts its tasks.
const COUNTER: &str = "_task_name_counter";

pub(super) const FUNCTIONS: &[Def] = &[
    def(WAKEUP, "task, future, /", step::wakeup).costing(600),
    def(SET_RESULT, "future, result, /", set_result_unless_cancelled).costing(300),
    def("_get_running_loop", "", get_running_loop_or_none).costing(50),
    def("get_running_loop", "", get_running_loop).costing(50),
    def("_set_running_loop", "loop, /", set_running_loop),
    def("_set_loop", "loop, /", set_loop),
    def("_is_main_thread", "", is_main_thread),
    def("_loop_that_was_set", "", loop_that_was_set),
    def("current_task", "loop=", current_task),
    def("all_tasks", "loop=", all_tasks),
    def("_enter_task", "loop, task", enter_task),
    def("_leave_task", "loop, task", leave_task),
    def("_register_task", "task", register_task),
    def("_unregister_task", "task", unregister_task),
    def("_overlays", "", overlays),
    def("_handle_begins", "handle, /", handle_begins),
    def("_handle_ended", "handle, before, failed, /", handle_ended),
    def("_show_exception", "e, /", show_exception),
    def("_coroutine_line", "coroutine, /", coroutine_line),
    def("_wakeup_of", "task, /", wakeup_for_python),
    def("_context_of", "task, /", context_for_python),
];

pub(super) fn init(cx: &mut Cx<'_>, dict: Ref) {
    cx.dict_set_str(dict, COUNTER, Value::int(0));
}

/// The number of the next task without a name.
pub(super) fn next_task_number(cx: &mut Cx<'_>) -> i64 {
    let last = module_name(cx, super::NATIVE.name, COUNTER);
    let number = cx.as_i64(last).unwrap_or(0) + 1;
    let modules = cx.vm.modules;
    let module = cx.dict_get_str(modules, super::NATIVE.name).and_then(Value::as_ref);
    if let Some(dict) = module.and_then(|m| cx.vm.heap.get(m).dict) {
        cx.dict_set_str(dict, COUNTER, Value::int(number));
    }
    number
}

/// The number of [`WAKEUP`] among all natives.
pub(super) fn wakeup_id(cx: &Cx<'_>) -> NativeId {
    let table = cx.vm.registry.module(super::NATIVE.name).map_or(FUNCTIONS, |m| m.functions);
    let at = table.iter().position(|d| d.name == WAKEUP).expect("it stands in the table");
    NativeId(cx.vm.registry.id_of(table).0 + at as u16)
}

/// A task's own wake-up: what it leaves with a future.
pub(super) fn wakeup_of(cx: &mut Cx<'_>, task: Ref) -> Value {
    let event_loop = body::<FutureBody>(cx, task).event_loop;
    let id = custom::<LoopBody>(cx, event_loop).expect("a loop of ours").made.wakeup;
    let bound = Body::Native(NativeFunction { id, receiver: task.into() });
    cx.new_object(classes::NATIVE_FUNCTION, bound).into()
}

/// A task begins a step.
///
/// # Errors
/// RuntimeError if another one is in the midst of its own.
pub(super) fn enter(cx: &mut Cx<'_>, task: Ref) -> Result<(), Raise> {
    let event_loop = body::<FutureBody>(cx, task).event_loop;
    let r = looped::of_ours(cx, event_loop)?;
    let current = body::<LoopBody>(cx, r).current;
    if current.is_set() {
        let shown = |cx: &mut Cx<'_>, v| vm::format::plain_repr(cx, v).unwrap_or_else(|| cx.default_repr(v));
        let (new, old) = (shown(cx, task.into()), shown(cx, current));
        let message = format!("Cannot enter into task {new} while another task {old} is being executed.");
        return Err(cx.error(classes::RUNTIME_ERROR, message));
    }
    cx.vm.heap.store_in::<LoopBody>(r, |b| &mut b.current, task.into());
    Ok(())
}

/// A task's step is over.
pub(super) fn leave(cx: &mut Cx<'_>, task: Ref) {
    if let Some(r) = body::<FutureBody>(cx, task).event_loop.as_ref() {
        cx.vm.heap.store_in::<LoopBody>(r, |b| &mut b.current, Value::UNSET);
    }
}

fn set_result_unless_cancelled(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match why {
        Resumed::Start => {
            let Some(r) = f.args[0].as_ref().filter(|&r| cx.vm.heap.custom::<FutureBody>(r).is_some()) else {
                return Err(cx.type_error("a future is needed"));
            };
            if body::<FutureBody>(cx, r).state == State::Cancelled {
                return Ok(Step::Return(Value::NONE));
            }
            let rest = outcome::set_result(cx, r, f.args[1])?;
            Ok(soon::then_none(rest))
        }
        Resumed::Raised(e) => Err(Raise(e)),
        _ => Ok(Step::Return(Value::NONE)),
    }
}

fn get_running_loop_or_none(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(cx.local(locals::RUNNING_LOOP).or(Value::NONE)))
}

fn get_running_loop(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    match cx.local(locals::RUNNING_LOOP).some() {
        Some(v) => Ok(Step::Return(v)),
        None => Err(cx.error(classes::RUNTIME_ERROR, "no running event loop")),
    }
}

fn set_running_loop(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let event_loop = f.args[0].some().unwrap_or(Value::UNSET);
    if let Some(r) = event_loop.as_ref().filter(|&r| cx.vm.heap.custom::<LoopBody>(r).is_some()) {
        let row = cx.t.row;
        cx.vm.heap.edit::<LoopBody, _>(r, |b| b.thread = Some(row));
    }
    cx.set_local(locals::RUNNING_LOOP, event_loop);
    Ok(Step::Return(Value::NONE))
}

/// The loop the program has set for its thread; `None` if it has set none.
fn set_loop(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.set_local(locals::SET_LOOP, f.args[0]);
    Ok(Step::Return(Value::NONE))
}

/// The same; `Ellipsis` if nothing was set yet, not even `None`.
fn loop_that_was_set(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(cx.local(locals::SET_LOOP).or(Value::ELLIPSIS)))
}

fn is_main_thread(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::bool(cx.t.id == cx.vm.main)))
}

/// The loop given, or the running one.
fn loop_or_running(cx: &mut Cx<'_>, given: Value) -> Result<Ref, Raise> {
    match given.some() {
        Some(given) => looped::of_ours(cx, given),
        None => match looped::running_loop(cx) {
            Some(r) => Ok(r),
            None => Err(cx.error(classes::RUNTIME_ERROR, "no running event loop")),
        },
    }
}

fn current_task(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = loop_or_running(cx, f.args[0])?;
    Ok(Step::Return(body::<LoopBody>(cx, r).current.or(Value::NONE)))
}

/// The set of a loop's tasks that are not done.
fn all_tasks(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = loop_or_running(cx, f.args[0])?;
    let tasks = body::<LoopBody>(cx, r).tasks.clone();
    let set = cx.new_set(classes::SET);
    for task in tasks {
        if body::<FutureBody>(cx, task).state == State::Pending {
            let hash = cx.vm.identity_hash(task);
            cx.vm.heap.set_insert_new(set, hash, task.into());
        }
    }
    Ok(Step::Return(set.into()))
}

/// Only asyncio's own tasks have a row and a place in the loop.
fn own_task(cx: &mut Cx<'_>, v: Value) -> Result<Ref, Raise> {
    match v.as_ref().filter(|&r| cx.vm.heap.custom::<FutureBody>(r).is_some_and(|b| b.task.is_some())) {
        Some(r) => Ok(r),
        None => Err(cx.unsupported("a task class of your own making", "derive it from asyncio.Task")),
    }
}

fn enter_task(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let task = own_task(cx, f.args[1])?;
    enter(cx, task)?;
    Ok(Step::Return(Value::NONE))
}

fn leave_task(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let task = own_task(cx, f.args[1])?;
    leave(cx, task);
    Ok(Step::Return(Value::NONE))
}

fn register_task(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let task = own_task(cx, f.args[0])?;
    if let Some(r) = body::<FutureBody>(cx, task).event_loop.as_ref() {
        cx.vm.heap.edit::<LoopBody, _>(r, |b| {
            if !b.tasks.contains(&task) {
                b.tasks.push(task);
            }
        });
    }
    Ok(Step::Return(Value::NONE))
}

fn unregister_task(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let task = own_task(cx, f.args[0])?;
    if let Some(r) = body::<FutureBody>(cx, task).event_loop.as_ref() {
        cx.vm.heap.edit::<LoopBody, _>(r, |b| b.tasks.retain(|&t| t != task));
    }
    Ok(Step::Return(Value::NONE))
}

/// Whether Rust stands in for the loop's hot part.
fn overlays(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::bool(cx.vm.settings.overlays)))
}

/// The loop's Python half is about to run a handle; gives back the row that ran until now.
fn handle_begins(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let before = cx.t.running;
    if let (Some(handle), Some(r)) = (own_handle(cx, f.args[0]), looped::running_loop(cx)) {
        rows::handle_runs(cx, r, handle);
    }
    Ok(Step::Return(Value::int(i64::from(before.0))))
}

/// It has run it.
fn handle_ended(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let before = RowId(cx.as_i64(f.args[1]).unwrap_or(0) as u32);
    if let (Some(handle), Some(r)) = (own_handle(cx, f.args[0]), looped::running_loop(cx)) {
        let failed = f.args[2].some().filter(|&v| is_true(v));
        rows::handle_ran(cx, r, handle, failed, before);
    }
    Ok(Step::Return(Value::NONE))
}

fn own_handle(cx: &Cx<'_>, v: Value) -> Option<Ref> {
    v.as_ref().filter(|&r| cx.vm.heap.custom::<HandleBody>(r).is_some())
}

/// Prints an exception and its traceback, as logging does.
fn show_exception(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let f_show = cx.vm.prelude("show_exception");
    Ok(Step::Tail(f_show, Args::from_slice(&[f.args[0], Value::TRUE])))
}

/// The line at which a coroutine stands; `None` if it is over.
fn coroutine_line(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let coroutine = f.args[0];
    let line = match cx.body(coroutine) {
        Some(Body::Generator(g)) => match &g.state {
            vm::GeneratorState::Fresh(frame) => Some(frame.loaded.code.first_line),
            vm::GeneratorState::Suspended(frame) => Some(frame.line()),
            vm::GeneratorState::Running => crate::place::line_of_running(cx, coroutine),
            vm::GeneratorState::Finished => None,
        },
        _ => None,
    };
    Ok(Step::Return(line.map_or(Value::NONE, |line| Value::int(i64::from(line)))))
}

/// The callback that a task leaves with a foreign future.
fn wakeup_for_python(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let task = own_task(cx, f.args[0])?;
    Ok(Step::Return(wakeup_of(cx, task)))
}

/// The context that a task runs in.
fn context_for_python(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let task = own_task(cx, f.args[0])?;
    Ok(Step::Return(body::<FutureBody>(cx, task).task().context))
}
