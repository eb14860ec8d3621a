//! What the trace says of tasks and handles.

use super::bodies::{FutureBody, HandleBody, LoopBody};
use super::{looped, running, soon, step};
use crate::support::{self, text};
use crate::{blocking, naming, place};
use abi::trace::{Cause, Event, Outcome, Pos, RowKind, Why};
use abi::RowId;
use vm::{Body, Cx, Ref, Value};

/// Stands for the row of a task that the loop makes for itself when it is shut down: the picture shows the program's.
const NO_ROW: RowId = RowId(0);

/// Whether a coroutine is one of the loop's own methods.
fn is_loops_own(cx: &Cx<'_>, coroutine: Value) -> bool {
    match cx.body(coroutine) {
        Some(Body::Generator(g)) => {
            let hidden = g.frame().is_some_and(|frame| !place::is_program(frame));
            hidden && text(cx, g.qualname).starts_with("BaseEventLoop.")
        }
        _ => false,
    }
}

/// Tells the trace, unless the event is about a row that is not shown.
fn tell(cx: &mut Cx<'_>, row: RowId, event: Event) {
    if row != NO_ROW {
        let now = cx.now();
        cx.sys.emit(now, event);
    }
}

/// A task is born. Its name is the one it was given, else the call that made its coroutine.
pub(super) fn task_made(cx: &mut Cx<'_>, coroutine: Value, given: Option<&str>) -> RowId {
    if is_loops_own(cx, coroutine) {
        return NO_ROW;
    }
    let name = match given {
        Some(name) => name.to_string(),
        None => coroutine_name(cx, coroutine),
    };
    let pos = place::scheduled_at(cx);
    blocking::spawn(cx, RowKind::Task, &name, pos)
}

/// `greet(1)`
fn coroutine_name(cx: &mut Cx<'_>, coroutine: Value) -> String {
    let Some(Body::Generator(g)) = cx.body(coroutine) else { return cx.type_name(coroutine) };
    let (qualname, arguments) = (g.qualname, g.frame().map(place::arguments).unwrap_or_default());
    let name = text(cx, qualname);
    place::call_text(cx, naming::short(&name), &arguments)
}

/// A handle is born in a loop that `thread` runs; gives back its row if it calls something of the program.
pub(super) fn handle_made(
    cx: &mut Cx<'_>,
    thread: RowId,
    call: soon::Call,
    when: Value,
    pos: Option<Pos>,
) -> Option<RowId> {
    if is_library(cx, call.callback) {
        return None;
    }
    let args = cx.sequence(call.args).map(<[Value]>::to_vec).unwrap_or_default();
    let name = naming::callable_name(cx, call.callback);
    let name = place::call_text(cx, &name, &args);
    let row = blocking::spawn_in(cx, thread, RowKind::Handle, &name, pos);
    if let Some(when) = looped::number(cx, when) {
        let (now, until) = (cx.now(), crate::clock::moment(when));
        cx.sys.emit(now, Event::Suspend { row, why: Why::Timer { until }, pos });
    }
    Some(row)
}

/// Whether a callback is the library's own bookkeeping: a task's step, a wake-up, a private helper.
pub(super) fn is_library(cx: &mut Cx<'_>, callback: Value) -> bool {
    match cx.body(callback) {
        Some(Body::Native(n)) => {
            let native = cx.vm.registry.get(n.id);
            native.module == super::NATIVE.name
                && (native.def.name.starts_with('_') || native.def.name == running::WAKEUP)
        }
        Some(Body::Function(function)) => {
            let (file, name) = (function.loaded.file, function.name);
            file != 0 && text(cx, name).starts_with(['_', '<'])
        }
        Some(Body::Method(m)) => {
            let m = *m;
            is_library(cx, m.function)
        }
        Some(Body::Fields(_)) => step::is_step(cx, callback),
        _ => match naming::partial_function(cx, callback) {
            Some(function) => is_library(cx, function),
            None => false,
        },
    }
}

/// A callback of a future is about to be scheduled: if it wakes a task, the trace says who did it.
pub(super) fn wake(cx: &mut Cx<'_>, callback: Value) {
    let receiver = match cx.body(callback) {
        Some(Body::Native(n)) if cx.vm.registry.get(n.id).def.name == running::WAKEUP => n.receiver,
        _ => return,
    };
    let row = support::custom::<FutureBody>(cx, receiver).and_then(|b| b.task.as_ref()).map(|t| t.row);
    if let Some(row) = row {
        let cause = cause(cx);
        tell(cx, row, Event::Wake { row, cause });
    }
}

/// Who makes things ready at this moment.
fn cause(cx: &Cx<'_>) -> Cause {
    let said = looped::running_loop(cx).and_then(|r| support::body::<LoopBody>(cx, r).cause);
    match said {
        Some(Cause::Cancel(by)) => Cause::Cancel(by),
        Some(cause) if cx.t.running == cx.t.row => cause,
        _ => Cause::Row(cx.t.running),
    }
}

/// Until [`uncause`], what becomes ready does so because the running row cancels it. Gives back what was the cause before.
pub(super) fn cancelling(cx: &mut Cx<'_>, event_loop: Ref) -> Option<Cause> {
    let by = Cause::Cancel(cx.t.running);
    cx.vm.heap.edit::<LoopBody, _>(event_loop, |b| b.cause.replace(by))
}

/// The opposite of [`cancelling`].
pub(super) fn uncause(cx: &mut Cx<'_>, event_loop: Ref, before: Option<Cause>) {
    cx.vm.heap.edit::<LoopBody, _>(event_loop, |b| b.cause = before);
}

/// A handle is about to run: its row runs, or what it does is done in the name of what it was scheduled by.
pub(super) fn handle_runs(cx: &mut Cx<'_>, event_loop: Ref, handle: Ref) {
    let h = support::body::<HandleBody>(cx, handle);
    let (row, timed, args, by) = (h.row, h.when.is_set(), h.args, h.by);
    if let Some(row) = row {
        let now = cx.now();
        if timed {
            cx.sys.emit(now, Event::Wake { row, cause: Cause::Timer });
        }
        cx.sys.emit(now, Event::Run { row, core: None, pos: None });
        cx.t.running = row;
        return;
    }
    let cause = match timed {
        true => Some(Cause::Timer),
        false => by.or_else(|| ended_task(cx, args)).map(Cause::Row),
    };
    cx.vm.heap.edit::<LoopBody, _>(event_loop, |b| b.cause = cause);
}

/// The task whose end a callback is told of.
fn ended_task(cx: &Cx<'_>, args: Value) -> Option<RowId> {
    let first = cx.sequence(args)?.first().copied()?;
    support::custom::<FutureBody>(cx, first)?.task.as_ref().map(|t| t.row)
}

/// A handle has run. `failed`: the exception that left it.
pub(super) fn handle_ran(cx: &mut Cx<'_>, event_loop: Ref, handle: Ref, failed: Option<Value>, before: RowId) {
    cx.vm.heap.edit::<LoopBody, _>(event_loop, |b| b.cause = None);
    let row = cx.vm.heap.edit::<HandleBody, _>(handle, |h| h.row.take());
    if let Some(row) = row {
        let outcome = match failed {
            Some(e) => {
                let name = cx.type_name(e);
                Outcome::Failed(cx.sys.intern(&name))
            }
            None => Outcome::Done,
        };
        end(cx, row, outcome);
    }
    cx.t.running = before;
}

/// A row is over.
pub(super) fn end(cx: &mut Cx<'_>, row: RowId, outcome: Outcome) {
    tell(cx, row, Event::End { row, outcome });
}

/// A task's step begins.
pub(super) fn task_runs(cx: &mut Cx<'_>, row: RowId, coroutine: Value) {
    let pos = place::waiting(cx, coroutine).pos;
    tell(cx, row, Event::Run { row, core: None, pos });
    cx.t.running = if row == NO_ROW { cx.t.row } else { row };
}

/// A task's step ends: the task waits.
pub(super) fn task_waits(cx: &mut Cx<'_>, row: RowId, coroutine: Value, future: Option<Ref>) {
    let waiting = place::waiting(cx, coroutine);
    let why = why(cx, future, waiting.what);
    tell(cx, row, Event::Suspend { row, why, pos: waiting.pos });
}

fn why(cx: &mut Cx<'_>, future: Option<Ref>, what: Option<String>) -> Why {
    let Some(future) = future else { return Why::Yield };
    if let Some(b) = cx.vm.heap.custom::<FutureBody>(future) {
        if let Some(until) = b.until {
            return Why::Timer { until };
        }
        if let Some(task) = &b.task {
            return Why::Join { on: task.row };
        }
    }
    let what = what.unwrap_or_else(|| match cx.type_name(future.into()).as_str() {
        "_GatheringFuture" => "gather".to_string(),
        other => other.to_string(),
    });
    Why::Future { what: cx.sys.intern(&what) }
}
