//! Futures (Modules/_asynciomodule.c `FutureObj`).

use super::bodies::{FutureBody, State};
use super::{errors, looped, outcome, soon};
use crate::support::{body, is_true, own};
use vm::native::{def, getter, new, setter, Args, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{Body, Cx, LibraryClass, Ref, Value};

pub(super) const CLASS: LibraryClass =
    LibraryClass { name: "_asyncio.Future", base: "object", open: true, methods: METHODS };

const METHODS: &[Def] = &[
    new("cls, *args, **keywords", make),
    def("__init__", "self, *, loop=", init),
    def("done", "self, /", done),
    def("cancelled", "self, /", cancelled),
    def("result", "self, /", result),
    def("exception", "self, /", exception),
    def("set_result", "self, result, /", set_result).costing(300),
    def("set_exception", "self, exception, /", set_exception).costing(300),
    def("cancel", "self, msg=", cancel),
    def("add_done_callback", "self, fn, /, *, context=", add_done_callback).costing(200),
    def("remove_done_callback", "self, fn, /", remove_done_callback),
    def("get_loop", "self, /", get_loop),
    def("_make_cancelled_error", "self, /", make_cancelled_error),
    def("__iter__", "self, /", super::awaiting::iterate),
    def("__await__", "self, /", super::awaiting::iterate),
    def("__repr__", "self, /", repr),
    def("__del__", "self, /", finalize),
    def("__class_getitem__", "cls, item, /", class_getitem).class_method(),
    getter("_state", state),
    getter("_loop", loop_of),
    getter("_callbacks", callbacks),
    getter("_result", own_result),
    getter("_exception", own_exception),
    getter("_cancel_message", cancel_message),
    setter("_cancel_message", set_cancel_message),
    getter("_source_traceback", no_traceback),
    getter("_asyncio_future_blocking", blocking),
    setter("_asyncio_future_blocking", set_blocking),
    getter("_log_traceback", log_traceback),
    setter("_log_traceback", set_log_traceback),
];

/// A future that has been initialized.
///
/// # Errors
/// RuntimeError if `__init__` never ran, TypeError for something else.
pub(super) fn ready(cx: &mut Cx<'_>, f: &NativeFrame) -> Result<Ref, Raise> {
    let r = own::<FutureBody>(cx, f)?;
    if body::<FutureBody>(cx, r).event_loop.is_set() {
        return Ok(r);
    }
    Err(cx.error(vm::classes::RUNTIME_ERROR, "Future object is not initialized."))
}

fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]).expect("a class");
    Ok(Step::Return(cx.new_object(class, Body::Custom(Box::<FutureBody>::default())).into()))
}

/// `__init__`: without a loop, the one that `get_event_loop` gives.
fn init(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = own::<FutureBody>(cx, f)?;
    let event_loop = match why {
        Resumed::Start => match f.args[1].some() {
            Some(given) => given,
            None => return Ok(looped::current(cx)),
        },
        Resumed::Returned(found) => found,
        Resumed::Raised(e) => return Err(Raise(e)),
        other => panic!("__init__ is resumed with {other:?}"),
    };
    begin(cx, r, event_loop)?;
    Ok(Step::Return(Value::NONE))
}

/// Makes a future pending on a loop.
pub(super) fn begin(cx: &mut Cx<'_>, r: Ref, event_loop: Value) -> Result<(), Raise> {
    looped::of_ours(cx, event_loop)?;
    cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.event_loop, event_loop);
    cx.vm.heap.swap_in::<FutureBody>(r, |b| &mut b.callbacks, Vec::new());
    cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.result, Value::UNSET);
    cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.exception, Value::UNSET);
    cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.cancel_message, Value::UNSET);
    cx.vm.heap.edit::<FutureBody, _>(r, |b| {
        (b.state, b.blocking, b.log_traceback, b.until) = (State::Pending, false, false, None);
    });
    Ok(())
}

fn done(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<FutureBody>(cx, f)?;
    Ok(Step::Return(Value::bool(body::<FutureBody>(cx, r).state != State::Pending)))
}

fn cancelled(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<FutureBody>(cx, f)?;
    Ok(Step::Return(Value::bool(body::<FutureBody>(cx, r).state == State::Cancelled)))
}

fn result(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = ready(cx, f)?;
    Ok(Step::Return(outcome::get(cx, r)?))
}

fn exception(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = ready(cx, f)?;
    match body::<FutureBody>(cx, r).state {
        State::Cancelled => Err(outcome::raise_cancelled(cx, r)),
        State::Pending => Err(errors::invalid_state(cx, "Exception is not set.")),
        State::Finished => {
            cx.vm.heap.edit::<FutureBody, _>(r, |b| b.log_traceback = false);
            Ok(Step::Return(body::<FutureBody>(cx, r).exception.or(Value::NONE)))
        }
    }
}

/// True while a native that will schedule callbacks of the program has to let its caller's frame onto the fiber first.
fn must_look(cx: &mut Cx<'_>, f: &NativeFrame, r: Ref, why: &Resumed) -> bool {
    let callbacks = body::<FutureBody>(cx, r).callbacks.clone();
    callbacks.chunks(2).any(|pair| looped::must_look(cx, f, pair[0], why))
}

fn set_result(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match why {
        Resumed::Start | Resumed::Again => {
            let r = ready(cx, f)?;
            if must_look(cx, f, r, &why) {
                return Ok(Step::Again);
            }
            let next = outcome::set_result(cx, r, f.args[1])?;
            Ok(soon::then_none(next))
        }
        Resumed::Raised(e) => Err(Raise(e)),
        _ => Ok(Step::Return(Value::NONE)),
    }
}

/// `set_exception`: a class is called first.
fn set_exception(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = ready(cx, f)?;
    if must_look(cx, f, r, &why) {
        return Ok(Step::Again);
    }
    let e = match why {
        Resumed::Start | Resumed::Again => {
            outcome::must_be_pending(cx, r)?;
            match cx.vm.as_class(f.args[1]) {
                Some(_) => return Ok(cx.call(f.args[1], &[])),
                None => f.args[1],
            }
        }
        Resumed::Returned(made) => made,
        Resumed::Raised(e) => return Err(Raise(e)),
        other => panic!("set_exception is resumed with {other:?}"),
    };
    if !cx.is_instance(e, vm::classes::BASE_EXCEPTION) {
        return Err(cx.type_error("invalid exception object"));
    }
    if cx.class_of(e) == vm::classes::STOP_ITERATION {
        return Err(cx.type_error("StopIteration interacts badly with generators and cannot be raised into a Future"));
    }
    let next = outcome::set_exception(cx, r, e)?;
    Ok(soon::then_none(next))
}

/// `cancel`: `note` is 1 once it has been cancelled.
fn cancel(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match why {
        Resumed::Start | Resumed::Again => {
            let r = ready(cx, f)?;
            if must_look(cx, f, r, &why) {
                return Ok(Step::Again);
            }
            match outcome::cancel(cx, r, f.args[1].or(Value::NONE))? {
                None => Ok(Step::Return(Value::FALSE)),
                Some(None) => Ok(Step::Return(Value::TRUE)),
                Some(Some(step)) => Ok(step),
            }
        }
        Resumed::Raised(e) => Err(Raise(e)),
        _ => Ok(Step::Return(Value::TRUE)),
    }
}

fn add_done_callback(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = ready(cx, f)?;
    if body::<FutureBody>(cx, r).state != State::Pending && looped::must_look(cx, f, f.args[1], &why) {
        return Ok(Step::Again);
    }
    let context = match f.args[2].some() {
        Some(given) => given,
        None => crate::contextvars::copy(cx),
    };
    let next = outcome::add_callback(cx, r, f.args[1], context)?;
    Ok(soon::then_none(next))
}

fn remove_done_callback(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = ready(cx, f)?;
    let (callbacks, wanted) = (body::<FutureBody>(cx, r).callbacks.clone(), f.args[1]);
    let mut kept = Vec::with_capacity(callbacks.len());
    for pair in callbacks.chunks(2) {
        let same = pair[0].is(wanted) || matches!(cx.vm.try_equal(pair[0], wanted), vm::Answer::Known(true));
        if !same {
            kept.extend_from_slice(pair);
        }
    }
    let removed = (callbacks.len() - kept.len()) / 2;
    if removed > 0 {
        cx.vm.heap.swap_in::<FutureBody>(r, |b| &mut b.callbacks, kept);
    }
    Ok(Step::Return(Value::int(removed as i64)))
}

fn get_loop(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = ready(cx, f)?;
    Ok(Step::Return(body::<FutureBody>(cx, r).event_loop))
}

fn make_cancelled_error(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<FutureBody>(cx, f)?;
    Ok(Step::Return(outcome::cancelled_error(cx, r)))
}

fn repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<FutureBody>(cx, f)?;
    let helper = if body::<FutureBody>(cx, r).task.is_some() { "_task_repr" } else { "_future_repr" };
    let helper = crate::support::module_name(cx, "_asyncio", helper);
    Ok(Step::Tail(helper, Args::from_slice(&[f.args[0]])))
}

/// `__del__`: says what nobody asked for.
pub(super) fn finalize(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = own::<FutureBody>(cx, f)?;
    if let Resumed::Raised(e) = why {
        return Err(Raise(e));
    }
    let b = body::<FutureBody>(cx, r);
    if !b.event_loop.is_set() || !b.log_traceback {
        return Ok(Step::Return(Value::NONE));
    }
    let (event_loop, exception) = (b.event_loop, b.exception);
    cx.vm.heap.edit::<FutureBody, _>(r, |b| b.log_traceback = false);
    let helper = crate::support::module_name(cx, "_asyncio", "_never_retrieved");
    Ok(Step::Tail(helper, Args::from_slice(&[event_loop, f.args[0], exception])))
}

fn class_getitem(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Err(cx.unsupported("Future[...] as a type", "leave the parameter out"))
}

fn state(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<FutureBody>(cx, f)?;
    let word = match body::<FutureBody>(cx, r).state {
        State::Pending => "PENDING",
        State::Cancelled => "CANCELLED",
        State::Finished => "FINISHED",
    };
    Ok(Step::Return(cx.intern(word).into()))
}

/// Gives back one value of a future, `None` if it is unset.
pub(super) fn show(cx: &mut Cx<'_>, f: &NativeFrame, pick: fn(&FutureBody) -> Value) -> NativeResult {
    let r = own::<FutureBody>(cx, f)?;
    Ok(Step::Return(pick(body(cx, r)).or(Value::NONE)))
}

fn loop_of(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    show(cx, f, |b| b.event_loop)
}

fn own_result(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    show(cx, f, |b| b.result)
}

fn own_exception(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    show(cx, f, |b| b.exception)
}

fn cancel_message(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    show(cx, f, |b| b.cancel_message)
}

fn set_cancel_message(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<FutureBody>(cx, f)?;
    cx.vm.heap.store_in::<FutureBody>(r, |b| &mut b.cancel_message, f.args[1]);
    Ok(Step::Return(Value::NONE))
}

/// A list of pairs, or `None` without any.
fn callbacks(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<FutureBody>(cx, f)?;
    let all = body::<FutureBody>(cx, r).callbacks.clone();
    if all.is_empty() {
        return Ok(Step::Return(Value::NONE));
    }
    let pairs = all.chunks(2).map(|pair| cx.new_tuple(pair)).collect();
    Ok(Step::Return(cx.new_list(pairs)))
}

/// Only a loop in debug mode keeps one.
fn no_traceback(_: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::NONE))
}

fn blocking(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<FutureBody>(cx, f)?;
    let b = body::<FutureBody>(cx, r);
    Ok(Step::Return(if b.event_loop.is_set() { Value::bool(b.blocking) } else { Value::NONE }))
}

fn set_blocking(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = ready(cx, f)?;
    let on = is_true(f.args[1]);
    cx.vm.heap.edit::<FutureBody, _>(r, |b| b.blocking = on);
    Ok(Step::Return(Value::NONE))
}

fn log_traceback(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<FutureBody>(cx, f)?;
    Ok(Step::Return(Value::bool(body::<FutureBody>(cx, r).log_traceback)))
}

fn set_log_traceback(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<FutureBody>(cx, f)?;
    if is_true(f.args[1]) {
        return Err(cx.value_error("_log_traceback can only be set to False"));
    }
    cx.vm.heap.edit::<FutureBody, _>(r, |b| b.log_traceback = false);
    Ok(Step::Return(Value::NONE))
}
