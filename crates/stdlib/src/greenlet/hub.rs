//! The native half of gevent's loop (`gevent.libev.corecext`): how its thread waits, and what the trace is told.
//!
//! The loop's order (callbacks, then the wait, then timers) is libev's and stands in the Python half.

use super::body::{current, GreenletBody};
use super::rows;
use crate::{blocking, clock, support};
use abi::trace::{Cause, Why};
use abi::{Duration, Instant, RowId, Trap};
use vm::native::{def, Def, NativeFrame, NativeResult, Resumed, Step};
use vm::{Body, Cx, ModuleDef, Ref, Value};

pub(super) const MODULE: ModuleDef = ModuleDef {
    name: "gevent.libev.corecext",
    functions: FUNCTIONS,
    classes: &[],
    init: Some(missing),
    code: support::python!("gevent.libev.corecext"),
    package: false,
};

const FUNCTIONS: &[Def] = &[
    def("_poll", "milliseconds, /", poll).costing(300),
    def("_running_row", "", running_row),
    def("_acts_for", "row, /", acts_for),
    def("_will_call", "callback, /", will_call),
    def("_will_call_at", "callback, at, /", will_call_at),
];

fn missing(cx: &mut Cx<'_>, dict: Ref) {
    crate::missing(
        cx,
        dict,
        &["SIGNALFD", "SYSERR_CALLBACK", "EVENTS", "child", "fork", "io", "signal", "stat", "stat_"],
    );
}

/// Stands for a timer where a row is asked for.
const TIMER: i64 = -1;

/// The thread sleeps for so many milliseconds; for ever if they are negative.
fn poll(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    f.phase += 1;
    match f.phase {
        1 => Ok(Step::Again),
        2 => {
            clock::read(cx);
            let millis = cx.as_i64(f.args[0]).unwrap_or(0);
            if millis == 0 {
                return Ok(Step::Return(Value::NONE));
            }
            let until = u64::try_from(millis).ok().map(|ms| cx.now() + Duration::from_millis(ms));
            blocking::suspend_thread(cx, Why::Idle { until });
            Ok(Step::Trap(match until {
                Some(until) => Trap::Sleep { until },
                None => Trap::Park { on: cx.sys.new_wait(), until: None },
            }))
        }
        _ => Ok(Step::Return(Value::NONE)),
    }
}

/// The row that has control.
fn running_row(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::int(i64::from(cx.t.running.0))))
}

/// From now on the hub acts for a row (its number), for a timer (-1), or for itself (0).
fn acts_for(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let cause = match cx.as_i64(f.args[0]).unwrap_or(0) {
        TIMER => Some(Cause::Timer),
        row => u32::try_from(row).ok().filter(|&row| row > 0).map(|row| Cause::Row(RowId(row))),
    };
    let hub = current(cx);
    cx.vm.heap.edit::<GreenletBody, _>(hub, |b| b.cause = cause);
    Ok(Step::Return(Value::NONE))
}

/// Whom a callback lets go on.
enum Target {
    /// A greenlet, by its own `switch` or that of the waiter in which it waits.
    Greenlet(Ref),
    /// Whoever is about to wait in this waiter.
    Waiter,
}

fn target(cx: &mut Cx<'_>, callback: Value) -> Option<Target> {
    let (function, receiver) = match cx.body(callback)? {
        Body::Native(n) if cx.vm.registry.get(n.id).def.name == "switch" => {
            let receiver = n.receiver;
            support::custom::<GreenletBody>(cx, receiver)?;
            return receiver.as_ref().map(Target::Greenlet);
        }
        Body::Method(m) => (m.function, m.receiver),
        _ => return None,
    };
    let is_waiters = match cx.body(function)? {
        Body::Function(f) => f.loaded.code.qualname == "Waiter.switch" && f.loaded.file != 0,
        _ => false,
    };
    if !is_waiters {
        return None;
    }
    let name = cx.intern("greenlet");
    let waiting = cx.object(receiver).and_then(|o| cx.vm.own_attribute(o, name))?;
    match support::custom::<GreenletBody>(cx, waiting) {
        Some(_) => waiting.as_ref().map(Target::Greenlet),
        None => Some(Target::Waiter),
    }
}

/// A callback was put on the loop's list.
fn will_call(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (here, by) = (current(cx), cx.t.running);
    match target(cx, f.args[0]) {
        Some(Target::Greenlet(r)) if r != here => rows::scheduled(cx, r, Cause::Row(by)),
        Some(_) => rows::foresee(cx, Why::Yield),
        None => {}
    }
    Ok(Step::Return(Value::NONE))
}

/// A timer was started that will call a callback when the monotonic clock shows so many seconds.
fn will_call_at(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let until: Instant = clock::moment(cx.as_float(f.args[1]).unwrap_or(0.0));
    let here = current(cx);
    match target(cx, f.args[0]) {
        Some(Target::Greenlet(r)) if r != here => rows::delayed(cx, r, until),
        Some(_) => rows::foresee(cx, Why::Timer { until }),
        None => {}
    }
    Ok(Step::Return(Value::NONE))
}
