//! Resuming generators and coroutines (Objects/genobject.c `gen_send_ex2`, `_gen_throw`).

use super::deliver::{deliver, leave};
use super::{unwind, Outcome};
use crate::classes;
use crate::cx::Cx;
use crate::fiber::Activation;
use crate::frame::{Frame, Owner, Pending};
use crate::generator::GeneratorState;
use crate::heap::Body;
use crate::native::{Args, Raise, Sent, Step};
use crate::value::{Ref, Value};

/// What resuming a generator leads to. Who resumes it stands on the fiber already.
pub(crate) enum Resumption {
    /// This frame runs.
    Frame(Box<Frame>),
    /// It is over at once.
    Done(Outcome),
    /// Something was pushed on the fiber.
    Pushed,
}

/// What one generator of a chain comes to.
enum Link {
    /// Who resumed it gets this.
    Over(Resumption),
    /// It delegates to another, which is resumed; its frame waits on the fiber.
    Next(Ref, Sent),
}

/// Resumes a generator, and those it delegates to: the innermost one runs. However many they are, the host's stack
/// stays where it is.
pub(crate) fn resume_generator(cx: &mut Cx<'_>, g: Ref, sent: Sent) -> Resumption {
    let mut link = resume_one(cx, g, sent);
    loop {
        match link {
            Link::Next(g, sent) => link = resume_one(cx, g, sent),
            Link::Over(end) => return end,
        }
    }
}

fn resume_one(cx: &mut Cx<'_>, g: Ref, sent: Sent) -> Link {
    let state = match &mut cx.vm.heap.get_mut(g).body {
        Body::Generator(body) => std::mem::replace(&mut body.state, GeneratorState::Running),
        other => panic!("{} cannot be resumed", other.kind()),
    };
    let end = match state {
        GeneratorState::Running => {
            let kind = kind_of(cx, g);
            let e = cx.value_error(format!("{kind} already executing"));
            Resumption::Done(Outcome::Raised(e.0))
        }
        GeneratorState::Finished => {
            put_state(cx, g, GeneratorState::Finished);
            Resumption::Done(resume_finished(cx, g, sent))
        }
        GeneratorState::Fresh(frame) => match sent {
            Sent::Value(v) if !v.is_none() => {
                put_state(cx, g, GeneratorState::Fresh(frame));
                let kind = kind_of(cx, g);
                let e = cx.type_error(format!("can't send non-None value to a just-started {kind}"));
                Resumption::Done(Outcome::Raised(e.0))
            }
            _ if is_too_deep(cx) => refuse_depth(cx, g, frame),
            Sent::Value(_) => Resumption::Frame(attach(cx, g, frame)),
            Sent::Raise(e) => {
                let frame = attach(cx, g, frame);
                raise_before_start(cx, frame, e)
            }
        },
        GeneratorState::Suspended(frame) if is_too_deep(cx) => refuse_depth(cx, g, frame),
        GeneratorState::Suspended(frame) => {
            let frame = attach(cx, g, frame);
            return resume_suspended(cx, frame, sent);
        }
    };
    Link::Over(end)
}

fn is_too_deep(cx: &Cx<'_>) -> bool {
    cx.t.fiber.depth() >= cx.vm.recursion_limit
}

/// Too many activations: the generator is over without having run.
fn refuse_depth(cx: &mut Cx<'_>, g: Ref, frame: Box<Frame>) -> Resumption {
    let frame = attach(cx, g, frame);
    let e = cx.error(classes::RECURSION_ERROR, "maximum recursion depth exceeded");
    Resumption::Done(leave(cx, frame, Outcome::Raised(e.0)))
}

fn put_state(cx: &mut Cx<'_>, g: Ref, state: GeneratorState) {
    if let Body::Generator(body) = &mut cx.vm.heap.get_mut(g).body {
        body.state = state;
    }
}

/// The word for a generator's kind in messages.
pub(crate) fn kind_of(cx: &Cx<'_>, g: Ref) -> &'static str {
    match cx.vm.heap.get(g).class {
        classes::COROUTINE => "coroutine",
        classes::ASYNC_GENERATOR => "async generator",
        _ => "generator",
    }
}

fn resume_finished(cx: &mut Cx<'_>, g: Ref, sent: Sent) -> Outcome {
    if cx.vm.heap.get(g).class == classes::COROUTINE {
        let e = cx.error(classes::RUNTIME_ERROR, "cannot reuse already awaited coroutine");
        return Outcome::Raised(e.0);
    }
    match sent {
        Sent::Value(_) => Outcome::Finished(Value::NONE),
        Sent::Raise(e) => Outcome::Raised(e),
    }
}

/// A frame leaves its generator to run.
fn attach(cx: &mut Cx<'_>, g: Ref, mut frame: Box<Frame>) -> Box<Frame> {
    frame.owner = Owner::Generator(g);
    cx.vm.heap.inc_ref(g);
    if let Some(&e) = frame.handled.last() {
        cx.t.fiber.handling = e;
    }
    cx.t.breaker = true;
    frame
}

/// Throws an exception into a frame. Its context is what the generator itself is handling, not what its caller is
/// (Objects/genobject.c `gen_send_ex2`, Python/errors.c `_PyErr_ChainStackItem`).
fn throw_in(cx: &mut Cx<'_>, frame: Box<Frame>, e: Value) -> Resumption {
    let own = frame.handled.last().copied().unwrap_or(Value::UNSET);
    let handling = std::mem::replace(&mut cx.t.fiber.handling, own);
    let e = cx.raise(e).0;
    cx.t.fiber.handling = handling;
    raise_in(cx, frame, e)
}

fn raise_in(cx: &mut Cx<'_>, frame: Box<Frame>, e: Value) -> Resumption {
    match unwind::unwind(cx, frame, e, true) {
        Ok(f) => Resumption::Frame(f),
        Err(outcome) => Resumption::Done(outcome),
    }
}

/// An exception thrown into a generator that has not begun: nothing in it can handle it.
fn raise_before_start(cx: &mut Cx<'_>, mut frame: Box<Frame>, e: Value) -> Resumption {
    if !frame.is_hidden() {
        unwind::add_traceback(cx, &mut frame, e, usize::MAX);
    }
    Resumption::Done(leave(cx, frame, Outcome::Raised(e)))
}

fn resume_suspended(cx: &mut Cx<'_>, mut frame: Box<Frame>, sent: Sent) -> Link {
    let end = match (frame.pending, sent) {
        (Pending::YieldFrom { iter, .. }, sent) => return delegate(cx, frame, iter, sent),
        (Pending::Store(dst), Sent::Value(v)) => {
            frame.pending = Pending::Nothing;
            cx.set(&mut frame, dst, v);
            Resumption::Frame(frame)
        }
        (_, Sent::Raise(e)) => {
            frame.pending = Pending::Nothing;
            throw_in(cx, frame, e)
        }
        (pending, _) => panic!("a generator suspended in {pending:?}"),
    };
    Link::Over(end)
}

/// A frame in `yield from` or `await` is resumed: what is sent goes to the iterator.
fn delegate(cx: &mut Cx<'_>, mut frame: Box<Frame>, iter: bytecode::Reg, sent: Sent) -> Link {
    let it = frame.peek(iter);
    if let Sent::Raise(e) = sent {
        if cx.is_instance(e, classes::GENERATOR_EXIT) {
            cx.t.fiber.stack.push(Activation::Python(frame));
            let f = cx.vm.prelude("close_and_raise");
            return Link::Over(begin(cx, f, &[it, e]));
        }
    }
    match send_step(cx, it, sent) {
        Ok(Step::Resume(g, sent)) => {
            cx.t.fiber.stack.push(Activation::Python(frame));
            Link::Next(g, sent)
        }
        Ok(Step::Call(f, args)) => {
            cx.t.fiber.stack.push(Activation::Python(frame));
            Link::Over(begin(cx, f, &args))
        }
        Ok(step) => panic!("{step:?} does not send"),
        Err(Raise(e)) => {
            frame.pending = Pending::Nothing;
            Link::Over(raise_in(cx, frame, e))
        }
    }
}

/// Begins a call for the activation on top of the fiber.
fn begin(cx: &mut Cx<'_>, f: Value, args: &[Value]) -> Resumption {
    match super::invoke::invoke(cx, f, Args::from_slice(args), Value::UNSET, false) {
        Ok(super::invoke::Begun::Frame(f)) => Resumption::Frame(f),
        Ok(super::invoke::Begun::Value(v)) => done(cx, Outcome::Value(v)),
        Ok(super::invoke::Begun::Native(native, step)) => match super::run::push_and_perform(cx, native, step) {
            Some(f) => Resumption::Frame(f),
            None => Resumption::Pushed,
        },
        Err(Raise(e)) => done(cx, Outcome::Raised(e)),
    }
}

fn done(cx: &mut Cx<'_>, outcome: Outcome) -> Resumption {
    match deliver(cx, outcome) {
        Some(f) => Resumption::Frame(f),
        None => Resumption::Pushed,
    }
}

/// A special method that is a native function of the value's class: calling it needs no Python.
pub(super) fn native_method(cx: &mut Cx<'_>, v: Value, name: Ref) -> Option<Value> {
    let class = cx.class_of(v);
    let found = cx.vm.find_in_class(class, name)?;
    matches!(cx.body(found), Some(Body::Native(native)) if !native.receiver.is_set()).then_some(found)
}

/// How something is sent to an iterator: into a generator directly, else by a call.
///
/// # Errors
/// The exception itself, if it is thrown into an iterator without `throw`.
pub(crate) fn send_step(cx: &mut Cx<'_>, it: Value, sent: Sent) -> Result<Step, Raise> {
    if let Some(r) = it.as_ref() {
        if matches!(cx.vm.heap.get(r).class, classes::GENERATOR | classes::COROUTINE) {
            return Ok(Step::Resume(r, sent));
        }
    }
    if matches!(sent, Sent::Value(v) if v.is_none()) {
        if let Some(next) = native_method(cx, it, crate::names::NEXT) {
            return Ok(Step::Call(next, Args::from_slice(&[it])));
        }
    }
    let f = match sent {
        Sent::Value(v) if v.is_none() => cx.vm.prelude("send_none"),
        Sent::Value(_) => cx.vm.prelude("send_value"),
        Sent::Raise(_) => cx.vm.prelude("throw_into"),
    };
    let (Sent::Value(v) | Sent::Raise(v)) = sent;
    Ok(Step::Call(f, Args::from_slice(&[it, v])))
}

/// What an exception becomes when it leaves a generator's frame (PEP 479).
pub(crate) fn leaving_exception(cx: &mut Cx<'_>, g: Ref, e: Value) -> Value {
    let kind = kind_of(cx, g);
    let what = if cx.is_instance(e, classes::STOP_ITERATION) {
        "StopIteration"
    } else if kind == "async generator" && cx.is_instance(e, classes::STOP_ASYNC_ITERATION) {
        "StopAsyncIteration"
    } else {
        return e;
    };
    let raised = cx.error(classes::RUNTIME_ERROR, format!("{kind} raised {what}")).0;
    let r = raised.as_ref().expect("an exception");
    cx.vm.heap.store_exception(r, |x| &mut x.cause, e);
    cx.vm.heap.store_exception(r, |x| &mut x.context, e);
    cx.vm.heap.set_suppress_context(r, true);
    raised
}
