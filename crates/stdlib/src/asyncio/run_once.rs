//! One turn of the loop (Lib/asyncio/base_events.py `_run_once`, events.py `Handle._run`): the overlay. Its twin in Python
//! stands in `python/asyncio.base_events.py`; with either a program does the same at the same times.

use super::bodies::{HandleBody, LoopBody};
use super::selector::{self, Timeout};
use super::{errors, looped, rows, timers};
use crate::deque;
use crate::support::{body, custom, module_name, own};
use abi::RowId;
use vm::native::{Args, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{classes, Cx, Ref, Value};

/// Cancelled timers are swept once there are more timers than this and more than half of them are cancelled.
const MANY_TIMERS: usize = 100;

/// The longest wait, seconds: a day.
const LONGEST: f64 = 24.0 * 3600.0;

/// The resolution of the loop's clock, seconds.
const RESOLUTION: f64 = 1e-9;

/// Where a turn is.
mod phase {
    /// Not begun.
    pub const BEGIN: u32 = 0;
    /// The program's own `time` says how long to wait.
    pub const TIME_BEFORE: u32 = 1;
    /// Waits.
    pub const WAITS: u32 = 2;
    /// The program's own `select` waits.
    pub const SELECTS: u32 = 3;
    /// The program's own `time` says which timers are due.
    pub const TIME_AFTER: u32 = 4;
    /// Runs handles.
    pub const RUNS: u32 = 5;
    /// The error of a handle is being reported.
    pub const REPORTS: u32 = 6;
}

/// Arguments of a turn's frame.
mod arg {
    /// The handle that runs.
    pub const HANDLE: usize = 1;
    /// The context that was current before it.
    pub const CONTEXT: usize = 2;
}

/// `_run_once`. While it runs handles, `note` holds how many are left, and above them the row that ran before.
pub(super) fn run_once(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = own::<LoopBody>(cx, f)?;
    match (f.phase, why) {
        (phase::BEGIN, Resumed::Start) => {
            f.args.extend([Value::UNSET, Value::UNSET]);
            // The frame that called this has to be on the fiber before the thread waits.
            Ok(Step::Again)
        }
        (phase::BEGIN, _) => begin(cx, f, r),
        (phase::TIME_BEFORE, Resumed::Returned(now)) => {
            let now = time_given(cx, now)?;
            let timeout = timeout_at(cx, r, now);
            select(cx, f, r, timeout)
        }
        (phase::WAITS, why) => {
            let own_selector = body::<LoopBody>(cx, r).selector.as_ref().expect("an object");
            match selector::again(cx, f, own_selector, &why) {
                Some(step) => Ok(step),
                None => after_wait(cx, f, r),
            }
        }
        (phase::SELECTS, Resumed::Returned(events)) if selector::has_events(cx, events) => {
            Err(cx.unsupported("events of a selector of your own making", "use asyncio's timers"))
        }
        (phase::SELECTS, Resumed::Returned(_)) => after_wait(cx, f, r),
        (phase::TIME_AFTER, Resumed::Returned(now)) => {
            let now = time_given(cx, now)?;
            run_due(cx, f, r, now)
        }
        (phase::RUNS, Resumed::Raised(e)) => failed(cx, f, r, e),
        (phase::RUNS, _) => {
            ended(cx, f, r, None);
            run_next(cx, f, r)
        }
        (phase::REPORTS, Resumed::Returned(_)) => {
            f.phase = phase::RUNS;
            run_next(cx, f, r)
        }
        (_, Resumed::Raised(e)) => Err(Raise(e)),
        (phase, why) => panic!("a turn in phase {phase} is resumed with {why:?}"),
    }
}

fn time_given(cx: &mut Cx<'_>, v: Value) -> Result<f64, Raise> {
    match looped::number(cx, v) {
        Some(now) => Ok(now),
        None => Err(cx.unsupported("a loop's time() that is no number", "return a float")),
    }
}

fn heap_of(cx: &Cx<'_>, r: Ref) -> Ref {
    body::<LoopBody>(cx, r).scheduled.as_ref().expect("a loop has a heap of timers")
}

fn ready_count(cx: &Cx<'_>, r: Ref) -> usize {
    body::<LoopBody>(cx, r).ready.as_ref().and_then(|d| deque::length(cx, d)).unwrap_or(0)
}

/// Cancelled timers go; then the wait is as long as until the first that is left.
fn begin(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref) -> NativeResult {
    drop_cancelled(cx, r);
    if ready_count(cx, r) > 0 || body::<LoopBody>(cx, r).stopping {
        return select(cx, f, r, Timeout::Poll);
    }
    let heap = heap_of(cx, r);
    if timers::first(cx, heap).is_none() {
        return select(cx, f, r, Timeout::Forever);
    }
    if looped::is_own(cx, r, "time") {
        let now = looped::now(cx);
        let timeout = timeout_at(cx, r, now);
        return select(cx, f, r, timeout);
    }
    f.phase = phase::TIME_BEFORE;
    looped::call_method(cx, f.args[0], "time", &[])
}

fn drop_cancelled(cx: &mut Cx<'_>, r: Ref) {
    let heap = heap_of(cx, r);
    let (count, cancelled) = (cx.vm.heap.list(heap).len(), body::<LoopBody>(cx, r).cancelled_timers);
    if count > MANY_TIMERS && cancelled as f64 / count as f64 > 0.5 {
        return sweep(cx, r, heap);
    }
    while timers::first(cx, heap).is_some_and(|h| custom::<HandleBody>(cx, h).is_some_and(|h| h.cancelled)) {
        cx.vm.heap.edit::<LoopBody, _>(r, |b| b.cancelled_timers -= 1);
        let handle = timers::pop(cx, heap).and_then(Value::as_ref).expect("the heap is not empty");
        cx.vm.heap.edit::<HandleBody, _>(handle, |h| h.scheduled = false);
    }
}

/// All cancelled timers go at once.
fn sweep(cx: &mut Cx<'_>, r: Ref, heap: Ref) {
    let mut kept = Vec::new();
    for handle in cx.vm.heap.list(heap).to_vec() {
        match custom::<HandleBody>(cx, handle) {
            Some(h) if h.cancelled => {
                let gone = handle.as_ref().expect("a handle");
                cx.vm.heap.edit::<HandleBody, _>(gone, |h| h.scheduled = false);
            }
            _ => kept.push(handle),
        }
    }
    let list = cx.new_list(kept);
    timers::order(cx, list.as_ref().expect("a list"));
    cx.vm.heap.store_in::<LoopBody>(r, |b| &mut b.scheduled, list);
    cx.vm.heap.edit::<LoopBody, _>(r, |b| b.cancelled_timers = 0);
}

fn timeout_at(cx: &Cx<'_>, r: Ref, now: f64) -> Timeout {
    let when = timers::first(cx, heap_of(cx, r)).and_then(|h| custom::<HandleBody>(cx, h)).map(|h| h.when);
    let when = when.and_then(|w| looped::number(cx, w)).unwrap_or(now);
    let left = when - now;
    if left > 0.0 {
        Timeout::Seconds(left.min(LONGEST))
    } else {
        Timeout::Poll
    }
}

/// Waits by way of the loop's selector; a short cut if that is asyncio's own.
fn select(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref, timeout: Timeout) -> NativeResult {
    let own_selector = body::<LoopBody>(cx, r).selector;
    if is_plain(cx, own_selector) {
        f.phase = phase::WAITS;
        let own_selector = own_selector.as_ref().expect("an object");
        return match selector::begin(cx, f, own_selector, timeout) {
            Some(step) => Ok(step),
            None => after_wait(cx, f, r),
        };
    }
    f.phase = phase::SELECTS;
    let timeout = match timeout {
        Timeout::Forever => Value::NONE,
        Timeout::Poll => Value::int(0),
        Timeout::Seconds(s) => Value::float(s),
    };
    looped::call_method(cx, own_selector, "select", &[timeout])
}

fn is_plain(cx: &mut Cx<'_>, selector: Value) -> bool {
    let class = cx.vm.library_class(selector::CLASS.name);
    let name = cx.intern("select");
    cx.object(selector).is_some_and(|o| o.class == class && cx.vm.own_attribute(o, name).is_none())
}

fn after_wait(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref) -> NativeResult {
    if looped::is_own(cx, r, "time") {
        let now = looped::now(cx);
        return run_due(cx, f, r, now);
    }
    f.phase = phase::TIME_AFTER;
    looped::call_method(cx, f.args[0], "time", &[])
}

/// Timers that are due become ready; then everything runs that is ready at this moment, and nothing that becomes so
/// meanwhile.
fn run_due(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref, now: f64) -> NativeResult {
    let end = now + RESOLUTION;
    let heap = heap_of(cx, r);
    while let Some(first) = timers::first(cx, heap) {
        let when = custom::<HandleBody>(cx, first).and_then(|h| looped::number(cx, h.when)).unwrap_or(end);
        if when >= end {
            break;
        }
        let handle = timers::pop(cx, heap).expect("the heap is not empty");
        cx.vm.heap.edit::<HandleBody, _>(handle.as_ref().expect("a handle"), |h| h.scheduled = false);
        super::soon::push(cx, r, handle);
    }
    f.note = ready_count(cx, r) as i64 | i64::from(cx.t.running.0) << 32;
    f.phase = phase::RUNS;
    run_next(cx, f, r)
}

fn row_before(f: &NativeFrame) -> RowId {
    RowId((f.note >> 32) as u32)
}

/// Runs the next handle of this turn.
fn run_next(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref) -> NativeResult {
    let ready = body::<LoopBody>(cx, r).ready.as_ref().expect("a loop has a ready queue");
    while f.note & 0xffff_ffff > 0 {
        f.note -= 1;
        let Some(handle) = deque::take_left(cx, ready) else {
            return Err(cx.index_error("pop from an empty deque"));
        };
        let Some(h) = custom::<HandleBody>(cx, handle) else {
            return Err(cx.unsupported("a handle of your own making in the loop's queue", "use call_soon"));
        };
        if h.cancelled {
            continue;
        }
        let (callback, args, context) = (h.callback, h.args, h.context);
        f.args[arg::HANDLE] = handle;
        f.args[arg::CONTEXT] = crate::contextvars::enter(cx, context)?;
        rows::handle_runs(cx, r, handle.as_ref().expect("a handle"));
        let args = cx.sequence(args).map_or_else(Args::new, Args::from_slice);
        return Ok(Step::Call(callback, args));
    }
    Ok(Step::Return(Value::NONE))
}

/// The handle has run.
fn ended(cx: &mut Cx<'_>, f: &NativeFrame, r: Ref, failure: Option<Value>) {
    let handle = f.args[arg::HANDLE].as_ref().expect("a handle ran");
    crate::contextvars::leave(cx, f.args[arg::CONTEXT]);
    rows::handle_ran(cx, r, handle, failure, row_before(f));
}

/// It has raised: what ends the program goes on, the rest is told to the loop's exception handler.
fn failed(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref, e: Value) -> NativeResult {
    ended(cx, f, r, Some(e));
    if cx.is_instance(e, classes::UNSUPPORTED) {
        return Err(Raise(e));
    }
    f.phase = phase::REPORTS;
    // What ends the program is raised from a frame that holds the handle: it lives as long as the traceback.
    let name = if errors::leaves_loop(cx, e) { "_leave_loop" } else { "_handle_failed" };
    let helper = module_name(cx, "_asyncio", name);
    let handle = f.args[arg::HANDLE];
    Ok(cx.call(helper, &[handle, e]))
}
