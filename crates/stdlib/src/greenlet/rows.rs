//! What the trace says of greenlets.
//!
//! A greenlet's row is born when somebody schedules it or first switches to it. A thread's main greenlet is its thread's
//! row, until it hands control to a hub: then what the program does between two such moments has a row of its own, so
//! that it can be seen ready and starved. A hub is its thread, and has none.

use super::body::{self, GreenletBody, State};
use crate::{blocking, naming, place, support};
use abi::trace::{Cause, Event, Outcome, RowKind, Why};
use abi::{Instant, RowId};
use vm::{Cx, Fiber, Ref, Value};

/// gevent's class of hubs.
const HUB: &str = "gevent.hub.Hub";

/// The row of what a main greenlet does beside its hub.
const MAIN: &str = "main";

fn is_hub(cx: &Cx<'_>, r: Ref) -> bool {
    let class = cx.vm.class_of(r.into());
    cx.vm.class(class).is_heap_type && cx.vm.class_qualified(class) == HUB
}

/// A greenlet is about to begin with these arguments.
pub(super) fn begins(cx: &mut Cx<'_>, r: Ref, run: Value, args: Value) {
    if body::of(cx, r).row.is_some() || is_hub(cx, r) {
        return;
    }
    let name = naming::callable_name(cx, run);
    let args = cx.sequence(args).map(<[Value]>::to_vec).unwrap_or_default();
    spawn(cx, r, &name, &args);
}

fn spawn(cx: &mut Cx<'_>, r: Ref, name: &str, args: &[Value]) {
    let (name, pos) = (place::call_text(cx, name, args), place::innermost(cx));
    let row = blocking::spawn(cx, RowKind::Greenlet, &name, pos);
    cx.vm.heap.edit::<GreenletBody, _>(r, |b| b.row = Some(row));
}

/// A greenlet was put on a loop's list of what to switch to.
pub(super) fn scheduled(cx: &mut Cx<'_>, r: Ref, cause: Cause) {
    let (row, state) = (body::of(cx, r).row, body::of(cx, r).state);
    match row {
        None if state == State::Fresh && !is_hub(cx, r) => {
            let (name, args) = task(cx, r);
            spawn(cx, r, &name, &args);
            cx.vm.heap.edit::<GreenletBody, _>(r, |b| b.woken = true);
        }
        Some(_) => woken(cx, r, cause),
        None => {}
    }
}

/// A greenlet will be switched to at a moment: until then it waits.
pub(super) fn delayed(cx: &mut Cx<'_>, r: Ref, until: Instant) {
    scheduled(cx, r, Cause::Timer);
    if let Some(row) = body::of(cx, r).row.filter(|_| body::of(cx, r).state == State::Fresh) {
        cx.vm.heap.edit::<GreenletBody, _>(r, |b| b.woken = false);
        let now = cx.now();
        cx.sys.emit(now, Event::Suspend { row, why: Why::Timer { until }, pos: None });
    }
}

/// What a gevent greenlet will run, by its own attributes: `_run` and `args`.
fn task(cx: &mut Cx<'_>, r: Ref) -> (String, Vec<Value>) {
    let mut own = |name: &str| {
        let name = cx.intern(name);
        cx.vm.own_attribute(cx.vm.heap.get(r), name)
    };
    let (run, args) = (own("_run"), own("args"));
    let name = match run {
        Some(run) => naming::callable_name(cx, run),
        None => cx.type_name(r.into()),
    };
    let args = args.and_then(|args| cx.sequence(args)).map(<[Value]>::to_vec).unwrap_or_default();
    (name, args)
}

/// A waiting greenlet can go on.
fn woken(cx: &mut Cx<'_>, r: Ref, cause: Cause) {
    let Some(row) = body::of(cx, r).row.filter(|_| !body::of(cx, r).woken) else { return };
    cx.vm.heap.edit::<GreenletBody, _>(r, |b| b.woken = true);
    let now = cx.now();
    cx.sys.emit(now, Event::Wake { row, cause });
}

/// The running greenlet is about to wait for this.
pub(super) fn foresee(cx: &mut Cx<'_>, why: Why) {
    let here = body::current(cx);
    cx.vm.heap.edit::<GreenletBody, _>(here, |b| b.why = Some(why));
}

/// Control goes from one greenlet to another, whose activations are `fiber`.
pub(super) fn switches(cx: &mut Cx<'_>, from: Ref, to: Ref, fiber: &Fiber) {
    let running = cx.t.running;
    cx.vm.heap.edit::<GreenletBody, _>(from, |b| b.running = Some(running));
    let to_hub = is_hub(cx, to);
    leaves(cx, from, to, to_hub);
    if to_hub {
        cx.t.running = cx.t.row;
        return;
    }
    let saved = body::of(cx, to).running;
    match body::of(cx, to).row {
        Some(row) => {
            let cause = body::of(cx, from).cause.unwrap_or(Cause::Row(running));
            woken(cx, to, cause);
            let now = cx.now();
            cx.sys.emit(now, Event::Run { row, core: None, pos: place::innermost_of(fiber) });
            cx.vm.heap.edit::<GreenletBody, _>(to, |b| b.woken = false);
            cx.t.running = saved.unwrap_or(row);
        }
        None => cx.t.running = saved.unwrap_or(cx.t.row),
    }
}

/// The running greenlet is left.
fn leaves(cx: &mut Cx<'_>, from: Ref, to: Ref, to_hub: bool) {
    let foreseen = cx.vm.heap.edit::<GreenletBody, _>(from, |b| b.why.take());
    if is_hub(cx, from) || body::of(cx, from).state == State::Dead {
        return;
    }
    let pos = place::innermost(cx);
    let row = match body::of(cx, from).row {
        Some(row) => row,
        None if to_hub && body::is_main(cx, from) => main_row(cx, from),
        None => return,
    };
    let why = match foreseen {
        Some(why) => why,
        None if to_hub => waits(cx),
        None => Why::Switch { to: body::of(cx, to).row.unwrap_or(cx.t.row) },
    };
    let now = cx.now();
    cx.sys.emit(now, Event::Suspend { row, why, pos });
    if matches!(why, Why::Yield) {
        cx.vm.heap.edit::<GreenletBody, _>(from, |b| b.woken = true);
    }
}

/// The row of what the main greenlet does, from its first hand-over to a hub on.
fn main_row(cx: &mut Cx<'_>, main: Ref) -> RowId {
    let pos = place::innermost(cx);
    let row = blocking::spawn(cx, RowKind::Greenlet, MAIN, None);
    let now = cx.now();
    cx.sys.emit(now, Event::Run { row, core: None, pos });
    cx.vm.heap.edit::<GreenletBody, _>(main, |b| (b.row, b.running) = (Some(row), Some(row)));
    row
}

/// What the running greenlet waits for, by the library's function that it has called.
fn waits(cx: &mut Cx<'_>) -> Why {
    if let Some(on) = place::library_receiver(cx).and_then(|v| support::custom::<GreenletBody>(cx, v)?.row) {
        return Why::Join { on };
    }
    let what = place::library_call(cx).unwrap_or_else(|| "switch".to_string());
    Why::Future { what: cx.sys.intern(&what) }
}

/// A greenlet is over.
pub(super) fn ends(cx: &mut Cx<'_>, r: Ref, outcome: Outcome) {
    if let Some(row) = body::of(cx, r).row {
        let now = cx.now();
        cx.sys.emit(now, Event::End { row, outcome });
        if cx.t.running == row {
            cx.t.running = cx.t.row;
        }
    }
}
