//! The loop's own part: its queues, its clock, and scheduling on it.

use super::bodies::{Classes, FutureBody, HandleBody, LoopBody};
use super::{handle, rows, run_once, running, selector, soon, step, timers};
use crate::support::{self, body, is_true, own};
use crate::{clock, deque, overlays, place};
use vm::native::{def, getter, new, setter, Args, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{locals, Attribute, Body, Cx, LibraryClass, Ref, Value};

pub(super) const CLASS: LibraryClass =
    LibraryClass { name: "_asyncio.Loop", base: "object", open: true, methods: METHODS };

const METHODS: &[Def] = &[
    new("cls, *args, **keywords", make),
    def("__init__", "self, /", init),
    def("time", "self, /", time).costing(100),
    def("call_soon", "self, callback, *args, context=", call_soon).costing(overlays::CALL_SOON),
    def("call_later", "self, delay, callback, *args, context=", call_later).costing(overlays::CALL_LATER),
    def("call_at", "self, when, callback, *args, context=", call_at).costing(overlays::CALL_AT),
    def("stop", "self, /", stop),
    def("_run_once", "self, /", run_once::run_once).costing(overlays::RUN_ONCE),
    def("_timer_handle_cancelled", "self, handle, /", timer_cancelled),
    getter("_ready", ready),
    getter("_scheduled", scheduled),
    setter("_scheduled", set_scheduled),
    getter("_selector", own_selector),
    setter("_selector", set_selector),
    getter("_stopping", stopping),
    setter("_stopping", set_stopping),
    getter("_closed", closed),
    setter("_closed", set_closed),
    getter("_timer_cancelled_count", cancelled_timers),
    setter("_timer_cancelled_count", set_cancelled_timers),
];

/// The loop behind a value.
///
/// # Errors
/// A refusal for a loop that does not come from asyncio's own.
pub(super) fn of_ours(cx: &mut Cx<'_>, v: Value) -> Result<Ref, Raise> {
    match v.as_ref().filter(|&r| cx.vm.heap.custom::<LoopBody>(r).is_some()) {
        Some(r) => Ok(r),
        None => Err(cx.unsupported("an event loop of your own making", "derive it from asyncio.SelectorEventLoop")),
    }
}

/// Whether a method of the loop is still the native one.
pub(super) fn is_own(cx: &mut Cx<'_>, r: Ref, method: &str) -> bool {
    let name = cx.intern(method);
    let object = cx.vm.heap.get(r);
    if cx.vm.own_attribute(object, name).is_some() {
        return false;
    }
    let class = object.class;
    match cx.vm.find_in_class(class, name).and_then(Value::as_ref).map(|m| &cx.vm.heap.get(m).body) {
        Some(Body::Native(n)) => cx.vm.registry.get(n.id).module == super::NATIVE.name,
        _ => false,
    }
}

/// Calls a method of an object by name; the native is resumed with what it gives.
pub(super) fn call_method(cx: &mut Cx<'_>, v: Value, method: &str, args: &[Value]) -> Result<Step, Raise> {
    let name = cx.intern(method);
    Ok(match cx.load_attribute(v, name)? {
        Attribute::Value(f) => cx.call(f, args),
        Attribute::Method(f) => {
            let mut all = Args::from_slice(&[v]);
            all.extend_from_slice(args);
            Step::Call(f, all)
        }
        Attribute::Call(..) => {
            let helper = support::module_name(cx, "_asyncio", "_call_method");
            let args = cx.new_tuple(args);
            cx.call(helper, &[v, name.into(), args])
        }
    })
}

/// The step that gives the current loop: the running one, or what the policy says.
pub(super) fn current(cx: &mut Cx<'_>) -> Step {
    let helper = support::module_name(cx, "_asyncio", "get_event_loop");
    cx.call(helper, &[])
}

/// The loop that runs on this thread.
pub(super) fn running_loop(cx: &Cx<'_>) -> Option<Ref> {
    cx.local(locals::RUNNING_LOOP).as_ref().filter(|&r| cx.vm.heap.custom::<LoopBody>(r).is_some())
}

fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]).expect("a class");
    let ready = deque::new_deque(cx);
    let scheduled = cx.new_list(Vec::new());
    let selector = selector::new_selector(cx);
    let of = |name| Value::from(cx.vm.library_class(name));
    let made = Classes {
        handle: of(handle::HANDLE.name),
        timer: of(handle::TIMER.name),
        step: of(step::CLASS.name),
        wakeup: running::wakeup_id(cx),
    };
    let body = LoopBody {
        ready: ready.into(),
        scheduled,
        selector: selector.into(),
        current: Value::UNSET,
        made,
        stopping: false,
        closed: false,
        cancelled_timers: 0,
        tasks: Vec::new(),
        cause: None,
        thread: None,
    };
    Ok(Step::Return(cx.new_object(class, Body::Custom(Box::new(body))).into()))
}

/// asyncio asks for the resolution of its clock once a loop, which reads it.
fn init(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    own::<LoopBody>(cx, f)?;
    clock::read(cx);
    Ok(Step::Return(Value::NONE))
}

/// Reads the loop's clock.
pub(super) fn now(cx: &mut Cx<'_>) -> f64 {
    let at = clock::read(cx);
    clock::seconds(clock::monotonic(at))
}

fn time(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    own::<LoopBody>(cx, f)?;
    Ok(Step::Return(Value::float(now(cx))))
}

/// A number as a float: what the loop counts its time in.
pub(super) fn number(cx: &Cx<'_>, v: Value) -> Option<f64> {
    cx.as_float(v).or_else(|| cx.as_i64(v).map(|i| i as f64))
}

/// True while a native has to let its caller's frame onto the fiber first: the picture wants to know where a callback of the
/// program was scheduled.
pub(super) fn must_look(cx: &mut Cx<'_>, f: &NativeFrame, callback: Value, why: &Resumed) -> bool {
    matches!(why, Resumed::Start) && f.phase == 0 && !rows::is_library(cx, callback)
}

/// The context given, or a copy of the current one.
fn context_or_copy(cx: &mut Cx<'_>, given: Value) -> Value {
    match given.some() {
        Some(given) => given,
        None => crate::contextvars::copy(cx),
    }
}

/// The signature's keywords stand before its `*args`: callback, context, args.
fn call_soon(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = own::<LoopBody>(cx, f)?;
    if must_look(cx, f, f.args[1], &why) {
        return Ok(Step::Again);
    }
    soon::must_be_open(cx, r)?;
    let context = context_or_copy(cx, f.args[2]);
    let call = soon::Call { callback: f.args[1], args: f.args[3], context };
    let pos = place::scheduled_at(cx);
    let made = handle::new_at(cx, f.args[0], call, Value::UNSET, pos);
    soon::push(cx, r, made);
    Ok(Step::Return(made))
}

/// Phase 1: the clock has been read by a method of the program.
fn call_later(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = own::<LoopBody>(cx, f)?;
    if must_look(cx, f, f.args[2], &why) {
        return Ok(Step::Again);
    }
    if f.args[1].is_none() {
        return Err(cx.type_error("delay must not be None"));
    }
    let now = match (f.phase, why) {
        (0, Resumed::Start | Resumed::Again) if is_own(cx, r, "time") => now(cx),
        (0, Resumed::Start | Resumed::Again) => {
            f.phase = 1;
            return call_method(cx, f.args[0], "time", &[]);
        }
        (_, Resumed::Returned(v)) => match number(cx, v) {
            Some(x) => x,
            None => return Err(cx.unsupported("a loop's time() that is no number", "return a float")),
        },
        (_, Resumed::Raised(e)) => return Err(Raise(e)),
        (_, other) => panic!("call_later is resumed with {other:?}"),
    };
    let Some(delay) = number(cx, f.args[1]) else {
        let name = cx.type_name(f.args[1]);
        return Err(cx.type_error(format!("unsupported operand type(s) for +: 'float' and '{name}'")));
    };
    let when = Value::float(now + delay);
    if is_own(cx, r, "call_at") {
        return schedule_at(cx, f, r, when, [f.args[2], f.args[3], f.args[4]]);
    }
    let helper = support::module_name(cx, "_asyncio", "_call_at");
    let args = [f.args[0], when, f.args[2], f.args[4], f.args[3].or(Value::NONE)];
    Ok(Step::Tail(helper, Args::from_slice(&args)))
}

fn call_at(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = own::<LoopBody>(cx, f)?;
    if must_look(cx, f, f.args[2], &why) {
        return Ok(Step::Again);
    }
    if f.args[1].is_none() {
        return Err(cx.type_error("when cannot be None"));
    }
    if number(cx, f.args[1]).is_none() {
        let name = cx.type_name(f.args[1]);
        return Err(cx.type_error(format!("'<' not supported between instances of '{name}' and 'float'")));
    }
    schedule_at(cx, f, r, f.args[1], [f.args[2], f.args[3], f.args[4]])
}

/// A new timer handle in the loop's heap. `call`: callback, context, arguments.
fn schedule_at(cx: &mut Cx<'_>, f: &NativeFrame, r: Ref, when: Value, call: [Value; 3]) -> NativeResult {
    soon::must_be_open(cx, r)?;
    let [callback, context, args] = call;
    let context = context_or_copy(cx, context);
    let pos = place::scheduled_at(cx);
    let made = handle::new_at(cx, f.args[0], soon::Call { callback, args, context }, when, pos);
    tell_future(cx, callback, args, when);
    let scheduled = body::<LoopBody>(cx, r).scheduled.as_ref().expect("a loop has a heap of timers");
    timers::push(cx, scheduled, made);
    cx.vm.heap.edit::<HandleBody, _>(made.as_ref().expect("a handle"), |h| h.scheduled = true);
    Ok(Step::Return(made))
}

/// A future that a timer will set learns when: the picture shows it as a timer's wait.
pub(super) fn tell_future(cx: &mut Cx<'_>, callback: Value, args: Value, when: Value) {
    let sets = match cx.body(callback) {
        Some(Body::Native(n)) => cx.vm.registry.get(n.id).def.name == running::SET_RESULT,
        _ => false,
    };
    let future = cx.sequence(args).and_then(|a| a.first()).and_then(|v| v.as_ref());
    if let (true, Some(future), Some(when)) = (sets, future, number(cx, when)) {
        if cx.vm.heap.custom::<FutureBody>(future).is_some() {
            cx.vm.heap.edit::<FutureBody, _>(future, |b| b.until = Some(clock::moment(when)));
        }
    }
}

fn stop(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<LoopBody>(cx, f)?;
    cx.vm.heap.edit::<LoopBody, _>(r, |b| b.stopping = true);
    Ok(Step::Return(Value::NONE))
}

/// A timer handle is cancelled: it stays in the heap and is counted there.
fn timer_cancelled(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<LoopBody>(cx, f)?;
    if support::custom::<HandleBody>(cx, f.args[1]).is_some_and(|h| h.scheduled) {
        cx.vm.heap.edit::<LoopBody, _>(r, |b| b.cancelled_timers += 1);
    }
    Ok(Step::Return(Value::NONE))
}

fn ready(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<LoopBody>(cx, f)?;
    Ok(Step::Return(body::<LoopBody>(cx, r).ready))
}

fn scheduled(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<LoopBody>(cx, f)?;
    Ok(Step::Return(body::<LoopBody>(cx, r).scheduled))
}

fn set_scheduled(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<LoopBody>(cx, f)?;
    match cx.body(f.args[1]) {
        Some(Body::List(_)) => cx.vm.heap.store_in::<LoopBody>(r, |b| &mut b.scheduled, f.args[1]),
        _ => return Err(cx.type_error("a loop's timers are a list")),
    }
    Ok(Step::Return(Value::NONE))
}

fn own_selector(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<LoopBody>(cx, f)?;
    Ok(Step::Return(body::<LoopBody>(cx, r).selector.or(Value::NONE)))
}

fn set_selector(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<LoopBody>(cx, f)?;
    cx.vm.heap.store_in::<LoopBody>(r, |b| &mut b.selector, f.args[1]);
    Ok(Step::Return(Value::NONE))
}

fn stopping(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<LoopBody>(cx, f)?;
    Ok(Step::Return(Value::bool(body::<LoopBody>(cx, r).stopping)))
}

fn set_stopping(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, on) = (own::<LoopBody>(cx, f)?, is_true(f.args[1]));
    cx.vm.heap.edit::<LoopBody, _>(r, |b| b.stopping = on);
    Ok(Step::Return(Value::NONE))
}

fn closed(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<LoopBody>(cx, f)?;
    Ok(Step::Return(Value::bool(body::<LoopBody>(cx, r).closed)))
}

fn set_closed(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, on) = (own::<LoopBody>(cx, f)?, is_true(f.args[1]));
    cx.vm.heap.edit::<LoopBody, _>(r, |b| b.closed = on);
    Ok(Step::Return(Value::NONE))
}

fn cancelled_timers(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<LoopBody>(cx, f)?;
    Ok(Step::Return(Value::int(body::<LoopBody>(cx, r).cancelled_timers)))
}

fn set_cancelled_timers(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, n) = (own::<LoopBody>(cx, f)?, cx.as_i64(f.args[1]).unwrap_or(0));
    cx.vm.heap.edit::<LoopBody, _>(r, |b| b.cancelled_timers = n);
    Ok(Step::Return(Value::NONE))
}
