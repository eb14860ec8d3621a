//! Handles and timer handles (Lib/asyncio/events.py).

use super::bodies::{HandleBody, LoopBody};
use super::{looped, rows, soon};
use crate::support::{self, body, is_true, module_name, own};
use abi::trace::{Outcome, Pos};
use vm::native::{def, getter, new, setter, Args, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{Body, Cx, LibraryClass, Value};

pub(super) const HANDLE: LibraryClass =
    LibraryClass { name: "asyncio.events.Handle", base: "object", open: false, methods: METHODS };

pub(super) const TIMER: LibraryClass =
    LibraryClass { name: "asyncio.events.TimerHandle", base: "asyncio.events.Handle", open: false, methods: TIMED };

const METHODS: &[Def] = &[
    new("cls, callback, args, loop, context=", make),
    def("cancel", "self, /", cancel),
    def("cancelled", "self, /", cancelled),
    def("_run", "self, /", run),
    def("__repr__", "self, /", repr),
    getter("_callback", callback),
    getter("_args", args),
    getter("_context", context),
    getter("_loop", loop_of),
    getter("_cancelled", cancelled),
    getter("_source_traceback", no_traceback),
];

const TIMED: &[Def] = &[
    new("cls, when, callback, args, loop, context=", make_timer),
    def("when", "self, /", when),
    def("__lt__", "self, other, /", compare),
    def("__le__", "self, other, /", compare),
    def("__gt__", "self, other, /", compare),
    def("__ge__", "self, other, /", compare),
    def("__eq__", "self, other, /", equal),
    def("__hash__", "self, /", hash),
    getter("_when", when),
    getter("_scheduled", scheduled),
    setter("_scheduled", set_scheduled),
];

/// A new handle, made at a place of the program; a timer handle if `when` is set.
pub(super) fn new_at(cx: &mut Cx<'_>, event_loop: Value, call: soon::Call, when: Value, pos: Option<Pos>) -> Value {
    let made = support::custom::<LoopBody>(cx, event_loop).expect("a loop of ours").made;
    let class = if when.is_set() { made.timer } else { made.handle };
    build(cx, class, event_loop, call, when, pos)
}

fn build(cx: &mut Cx<'_>, class: Value, event_loop: Value, call: soon::Call, when: Value, pos: Option<Pos>) -> Value {
    let thread = support::custom::<LoopBody>(cx, event_loop).and_then(|b| b.thread).unwrap_or(cx.t.row);
    let row = rows::handle_made(cx, thread, call, when, pos);
    let by = (thread != cx.t.row).then_some(cx.t.running);
    let handle = HandleBody {
        context: call.context,
        event_loop,
        callback: call.callback,
        args: call.args,
        cancelled: false,
        when,
        scheduled: false,
        row,
        by,
    };
    let class = class.as_ref().expect("a class");
    cx.new_object(class, Body::Custom(Box::new(handle))).into()
}

fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    construct(cx, f, Value::UNSET, 1)
}

fn make_timer(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    construct(cx, f, f.args[1], 2)
}

/// The constructors of both; `first` is where the callback stands.
fn construct(cx: &mut Cx<'_>, f: &NativeFrame, when: Value, first: usize) -> NativeResult {
    looped::of_ours(cx, f.args[first + 2])?;
    let args = match cx.plain_items(f.args[first + 1]) {
        Some(items) => cx.new_tuple(&items),
        None => return Err(cx.type_error("a handle's arguments are a tuple")),
    };
    let context = match f.args[first + 3].some() {
        Some(given) => given,
        None => crate::contextvars::copy(cx),
    };
    let call = soon::Call { callback: f.args[first], args, context };
    let pos = crate::place::scheduled_at(cx);
    looped::tell_future(cx, call.callback, args, when);
    Ok(Step::Return(build(cx, f.args[0], f.args[first + 2], call, when, pos)))
}

/// `cancel`: a timer handle tells its loop first.
fn cancel(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = own::<HandleBody>(cx, f)?;
    match why {
        Resumed::Start => {
            let h = body::<HandleBody>(cx, r);
            if h.cancelled {
                return Ok(Step::Return(Value::NONE));
            }
            let (event_loop, timed, scheduled) = (h.event_loop, h.when.is_set(), h.scheduled);
            let owner = looped::of_ours(cx, event_loop)?;
            if timed && !looped::is_own(cx, owner, "_timer_handle_cancelled") {
                return looped::call_method(cx, event_loop, "_timer_handle_cancelled", &[f.args[0]]);
            }
            if timed && scheduled {
                cx.vm.heap.edit::<LoopBody, _>(owner, |b| b.cancelled_timers += 1);
            }
        }
        Resumed::Raised(e) => return Err(Raise(e)),
        _ => {}
    }
    let row = cx.vm.heap.edit::<HandleBody, _>(r, |h| {
        h.cancelled = true;
        h.row.take()
    });
    cx.vm.heap.store_in::<HandleBody>(r, |h| &mut h.callback, Value::NONE);
    cx.vm.heap.store_in::<HandleBody>(r, |h| &mut h.args, Value::NONE);
    if let Some(row) = row {
        rows::end(cx, row, Outcome::Cancelled);
    }
    Ok(Step::Return(Value::NONE))
}

fn cancelled(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<HandleBody>(cx, f)?;
    Ok(Step::Return(Value::bool(body::<HandleBody>(cx, r).cancelled)))
}

/// `_run`, for who runs handles without the loop's own `_run_once`.
fn run(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    own::<HandleBody>(cx, f)?;
    let helper = module_name(cx, "_asyncio", "_run_handle");
    Ok(Step::Tail(helper, Args::from_slice(&[f.args[0]])))
}

fn repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    own::<HandleBody>(cx, f)?;
    let helper = module_name(cx, "_asyncio", "_handle_repr");
    Ok(Step::Tail(helper, Args::from_slice(&[f.args[0]])))
}

fn show(cx: &mut Cx<'_>, f: &NativeFrame, pick: fn(&HandleBody) -> Value) -> NativeResult {
    let r = own::<HandleBody>(cx, f)?;
    Ok(Step::Return(pick(body(cx, r)).or(Value::NONE)))
}

fn callback(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    show(cx, f, |h| h.callback)
}

fn args(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    show(cx, f, |h| h.args)
}

fn context(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    show(cx, f, |h| h.context)
}

fn loop_of(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    show(cx, f, |h| h.event_loop)
}

fn when(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    show(cx, f, |h| h.when)
}

/// Only a loop in debug mode keeps one.
fn no_traceback(_: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::NONE))
}

fn scheduled(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<HandleBody>(cx, f)?;
    Ok(Step::Return(Value::bool(body::<HandleBody>(cx, r).scheduled)))
}

fn set_scheduled(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, on) = (own::<HandleBody>(cx, f)?, is_true(f.args[1]));
    cx.vm.heap.edit::<HandleBody, _>(r, |h| h.scheduled = on);
    Ok(Step::Return(Value::NONE))
}

/// The order of timer handles is that of their moments.
fn compare(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<HandleBody>(cx, f)?;
    let Some(other) = support::custom::<HandleBody>(cx, f.args[1]).map(|h| h.when).filter(|w| w.is_set()) else {
        return Ok(Step::Return(Value::NOT_IMPLEMENTED));
    };
    let order = cx.vm.compare_numbers(body::<HandleBody>(cx, r).when, other).flatten();
    let answer = match cx.vm.registry.get(f.id).def.name {
        "__lt__" => order.is_some_and(|o| o.is_lt()),
        "__le__" => order.is_some_and(|o| o.is_lt()) || same(cx, f),
        "__gt__" => order.is_some_and(|o| o.is_gt()),
        _ => order.is_some_and(|o| o.is_gt()) || same(cx, f),
    };
    Ok(Step::Return(Value::bool(answer)))
}

fn same(cx: &Cx<'_>, f: &NativeFrame) -> bool {
    let (Some(a), Some(b)) =
        (support::custom::<HandleBody>(cx, f.args[0]), support::custom::<HandleBody>(cx, f.args[1]))
    else {
        return false;
    };
    let same_when = cx.vm.compare_numbers(a.when, b.when).flatten().is_some_and(|o| o.is_eq());
    same_when && a.callback.is(b.callback) && a.args.is(b.args) && a.cancelled == b.cancelled
}

fn equal(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    own::<HandleBody>(cx, f)?;
    let timed = support::custom::<HandleBody>(cx, f.args[1]).is_some_and(|h| h.when.is_set());
    Ok(Step::Return(if timed { Value::bool(same(cx, f)) } else { Value::NOT_IMPLEMENTED }))
}

fn hash(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<HandleBody>(cx, f)?;
    let when = body::<HandleBody>(cx, r).when;
    match cx.vm.try_hash(when) {
        vm::Answer::Known(Some(hash)) => Ok(Step::Return(Value::int(hash))),
        _ => Err(cx.type_error("unhashable type: 'TimerHandle'")),
    }
}
