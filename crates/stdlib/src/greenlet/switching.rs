//! Switching: who goes on, and with what (greenlet's `TGreenlet.cpp` `g_switch`, `TUserGreenlet.cpp`
//! `inner_bootstrap`).

use super::body::{self, current, GreenletBody, State};
use super::{attributes, rows};
use crate::support::{module_name, own};
use abi::trace::Outcome;
use vm::native::{Args, NativeFrame, NativeResult, Raise, Resumed, Step, Switch};
use vm::{classes, locals, Cx, Fiber, Ref, Value};

/// The native at the bottom of a greenlet's fiber.
pub(super) const BEGIN: &str = "_begin";

/// What a greenlet is sent.
#[derive(Clone, Copy, Debug)]
pub(super) enum Message {
    /// The arguments of `switch`: a tuple and a dict.
    Values(Value, Value),
    /// An exception to be raised where it stands.
    Exception(Value),
}

/// What a message is for a greenlet that has begun: a single value is itself (greenlet's `single_result`).
fn packed(cx: &mut Cx<'_>, args: Value, keywords: Value) -> Value {
    let items = cx.sequence(args).unwrap_or(&[]).to_vec();
    let has_keywords = keywords.as_ref().is_some_and(|r| !cx.vm.heap.dict(r).is_empty());
    match (items.as_slice(), has_keywords) {
        (_, true) if items.is_empty() => keywords,
        (_, true) => cx.new_tuple(&[args, keywords]),
        ([one], false) => *one,
        _ => args,
    }
}

/// Where a greenlet's own natives are while they send.
pub(super) mod phase {
    /// Its caller has yet to stand on the fiber.
    pub const BEGINS: u32 = 0;
    /// It looks for who goes on.
    pub const SENDS: u32 = 1;
    /// It has asked a greenlet that has yet to begin for its `run`.
    pub const ASKED: u32 = 2;
    /// It was left, and is resumed when somebody switches back.
    pub const LEFT: u32 = 3;
    /// An exception's class was called.
    pub const NORMALIZES: u32 = 4;
}

/// `switch(*args, **keywords)`
pub(super) fn switch(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    match f.phase {
        phase::BEGINS => {
            f.phase = phase::SENDS;
            Ok(Step::Again)
        }
        phase::LEFT => back(why),
        _ => {
            let message = Message::Values(f.args[1], f.args[2]);
            send(cx, f, why, r, message)
        }
    }
}

/// `throw(typ=GreenletExit, val=None, tb=None)`
pub(super) fn throw(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    match (f.phase, why) {
        (phase::BEGINS, _) => begin_throw(cx, f),
        (phase::NORMALIZES, Resumed::Raised(e)) => Err(Raise(e)),
        (phase::NORMALIZES, Resumed::Returned(e)) => {
            f.args[1] = e;
            set_traceback(cx, f)?;
            f.phase = phase::SENDS;
            Ok(Step::Again)
        }
        (phase::LEFT, why) => back(why),
        (_, why) => {
            let message = thrown_at(cx, r, f.args[1]);
            send(cx, f, why, r, message)
        }
    }
}

/// Makes an exception of the arguments of `throw`.
fn begin_throw(cx: &mut Cx<'_>, f: &mut NativeFrame) -> NativeResult {
    let kind = match f.args[1].some() {
        Some(kind) => kind,
        None => module_name(cx, "greenlet", "GreenletExit"),
    };
    let value = f.args[2].some().filter(|v| !v.is_none());
    f.args[1] = kind;
    if cx.is_instance(kind, classes::BASE_EXCEPTION) {
        if value.is_some() {
            return Err(cx.type_error("instance exception may not have a separate value"));
        }
        set_traceback(cx, f)?;
        f.phase = phase::SENDS;
        return Ok(Step::Again);
    }
    let is_class = cx.vm.as_class(kind).is_some_and(|c| cx.vm.is_subclass(c, classes::BASE_EXCEPTION));
    if !is_class {
        let got = cx.type_name(kind);
        return Err(cx.type_error(format!("exceptions must be classes, or instances, not {got}")));
    }
    f.phase = phase::NORMALIZES;
    match value {
        None => Ok(cx.call(kind, &[])),
        Some(v) => match cx.body(v) {
            Some(vm::Body::Tuple(items)) => {
                let items = items.to_vec();
                Ok(cx.call(kind, &items))
            }
            _ if cx.vm.as_class(kind).is_some_and(|c| cx.is_instance(v, c)) => {
                f.args[1] = v;
                set_traceback(cx, f)?;
                f.phase = phase::SENDS;
                Ok(Step::Again)
            }
            _ => Ok(cx.call(kind, &[v])),
        },
    }
}

/// The third argument of `throw`.
fn set_traceback(cx: &mut Cx<'_>, f: &NativeFrame) -> Result<(), Raise> {
    let Some(traceback) = f.args[3].some().filter(|tb| !tb.is_none()) else { return Ok(()) };
    if !cx.is_instance(traceback, classes::TRACEBACK) {
        return Err(cx.type_error("throw() third argument must be a traceback object"));
    }
    let e = f.args[1].as_ref().expect("an exception");
    cx.vm.heap.store_exception(e, |x| &mut x.traceback, traceback);
    Ok(())
}

/// What throwing at a greenlet sends: one that is over takes a GreenletExit for a value.
fn thrown_at(cx: &mut Cx<'_>, r: Ref, e: Value) -> Message {
    match body::of(cx, r).state {
        State::Dead => at_end(cx, e),
        _ => Message::Exception(e),
    }
}

/// What an exception that left a greenlet is for its parent: GreenletExit is its value (`g_handle_exit`).
fn at_end(cx: &mut Cx<'_>, e: Value) -> Message {
    let exit = module_name(cx, "greenlet", "GreenletExit");
    let is_exit = cx.vm.as_class(exit).is_some_and(|class| cx.is_instance(e, class));
    if is_exit {
        let args = cx.new_tuple(&[e]);
        return Message::Values(args, Value::UNSET);
    }
    Message::Exception(e)
}

/// Somebody has switched back.
pub(super) fn back(why: Resumed) -> NativeResult {
    match why {
        Resumed::Returned(v) => Ok(Step::Return(v)),
        Resumed::Raised(e) => Err(Raise(e)),
        other => panic!("a greenlet is resumed with {other:?}"),
    }
}

/// Sends a message to a greenlet, or to the next above it that is not over. The native `f` is resumed in
/// [`phase::LEFT`] when somebody switches back.
pub(super) fn send(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed, to: Ref, message: Message) -> NativeResult {
    let here = current(cx);
    let (mut at, mut message) = (to, message);
    loop {
        if body::of(cx, at).thread != cx.t.id {
            return Err(wrong_thread(cx, here, at));
        }
        match (body::of(cx, at).state, message) {
            (State::Started, _) if at == here => return at_once(cx, message),
            (State::Started, _) => return Ok(resume(cx, f, at, message)),
            (State::Fresh, Message::Exception(e)) => {
                over(cx, at, Some(e));
                message = at_end(cx, e);
            }
            (State::Fresh, Message::Values(args, keywords)) => return start(cx, f, why, at, [args, keywords]),
            (State::Dead, _) => {}
        }
        at = body::parent_of(cx, at).expect("a main greenlet is never over while its thread runs");
    }
}

/// A message to the running greenlet itself.
fn at_once(cx: &mut Cx<'_>, message: Message) -> NativeResult {
    match message {
        Message::Values(args, keywords) => Ok(Step::Return(packed(cx, args, keywords))),
        Message::Exception(e) => Err(Raise(e)),
    }
}

fn wrong_thread(cx: &mut Cx<'_>, here: Ref, there: Ref) -> Raise {
    let error = module_name(cx, "greenlet", "error").as_ref().expect("a class");
    let (own, its) = (body::main_of(cx, here), body::main_of(cx, there));
    let (now, wanted) = (attributes::shown(cx, own), attributes::shown(cx, its));
    cx.error(error, format!("Cannot switch to a different thread\n\tCurrent:  {now}\n\tExpected: {wanted}"))
}

/// A suspended greenlet goes on.
fn resume(cx: &mut Cx<'_>, f: &mut NativeFrame, to: Ref, message: Message) -> Step {
    let with = match message {
        Message::Values(args, keywords) => Resumed::Returned(packed(cx, args, keywords)),
        Message::Exception(e) => Resumed::Raised(e),
    };
    let fiber = cx.vm.heap.edit::<GreenletBody, _>(to, |b| b.fiber.take()).expect("it is suspended");
    exchange(cx, f, to, *fiber, Some(with))
}

/// A greenlet begins: its `run` is asked for, which may run anything.
fn start(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed, to: Ref, values: [Value; 2]) -> NativeResult {
    let run = match (f.phase, why) {
        (phase::ASKED, Resumed::Returned(run)) => run,
        (phase::ASKED, Resumed::Raised(e)) => return Err(Raise(e)),
        _ => {
            f.phase = phase::ASKED;
            let (getattr, name) = (cx.vm.builtin("getattr"), cx.intern("run"));
            return Ok(cx.call(getattr, &[to.into(), name.into()]));
        }
    };
    cx.vm.heap.store_in::<GreenletBody>(to, |b| &mut b.run, Value::UNSET);
    cx.vm.heap.edit::<GreenletBody, _>(to, |b| b.state = State::Started);
    rows::begins(cx, to, run, values[0]);
    let id = cx.vm.registry.function_of(super::NATIVE, BEGIN).expect("it is in the module's table");
    let native = NativeFrame { id, args: Args::from_slice(&[run, values[0], values[1]]), phase: 0, note: 0 };
    let fiber = Fiber::of_native(cx, native);
    Ok(exchange(cx, f, to, fiber, None))
}

/// The running thread goes on with another greenlet's fiber; the one that ran keeps its own.
fn exchange(cx: &mut Cx<'_>, f: &mut NativeFrame, to: Ref, fiber: Fiber, with: Option<Resumed>) -> Step {
    let from = current(cx);
    f.phase = phase::LEFT;
    rows::switches(cx, from, to, &fiber);
    let (own, its) = (cx.local(locals::CONTEXT), body::of(cx, to).context);
    cx.vm.heap.store_in::<GreenletBody>(from, |b| &mut b.context, own);
    cx.set_local(locals::CONTEXT, its);
    cx.vm.heap.store_in::<GreenletBody>(to, |b| &mut b.context, Value::UNSET);
    cx.set_local(locals::GREENLET, to.into());
    let keep: fn(&mut Cx<'_>, Ref, Fiber) = match body::of(cx, from).state {
        State::Dead => |cx, _, old| old.release(cx),
        _ => |cx, from, old| cx.vm.heap.edit::<GreenletBody, _>(from, |b| b.fiber = Some(Box::new(old))),
    };
    Step::Switch(Box::new(Switch { to: fiber, with, keep: (from, keep) }))
}

/// The bottom of a greenlet's fiber: calls `run`, and hands what comes of it to the parent.
pub(super) fn begin(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match (f.phase, why) {
        (phase::BEGINS, _) => {
            f.phase = phase::SENDS;
            let [run, args, keywords] = [f.args[0], f.args[1], f.args[2].or(Value::NONE)];
            Ok(cx.call_prelude("apply", &[run, args, keywords]))
        }
        (phase::SENDS, Resumed::Returned(v)) => {
            let message = Message::Values(cx.new_tuple(&[v]), Value::UNSET);
            ends(cx, f, None, message)
        }
        (phase::SENDS, Resumed::Raised(e)) => {
            let message = at_end(cx, e);
            ends(cx, f, Some(e), message)
        }
        // A parent that has yet to begin was asked for its `run`: what came of the greenlet is kept in its arguments.
        (_, why) => {
            let message = match f.args[2].some() {
                Some(e) => Message::Exception(e),
                None => Message::Values(f.args[1], Value::UNSET),
            };
            to_parent(cx, f, why, message)
        }
    }
}

fn ends(cx: &mut Cx<'_>, f: &mut NativeFrame, e: Option<Value>, message: Message) -> NativeResult {
    let this = current(cx);
    over(cx, this, e);
    // The greenlet's function and its arguments are let go of.
    f.args.clear();
    f.args.extend(match message {
        Message::Values(args, _) => [Value::UNSET, args, Value::UNSET],
        Message::Exception(e) => [Value::UNSET, Value::UNSET, e],
    });
    to_parent(cx, f, Resumed::Again, message)
}

fn to_parent(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed, message: Message) -> NativeResult {
    let this = current(cx);
    let parent = body::parent_of(cx, this).expect("a main greenlet's fiber has another bottom");
    match send(cx, f, why, parent, message) {
        // It has no `run`, or belongs to another thread: its own parent hears of that.
        Err(Raise(e)) => {
            over(cx, parent, Some(e));
            send(cx, f, Resumed::Again, parent, Message::Exception(e))
        }
        step => step,
    }
}

/// A greenlet is over. `e`: the exception that left it.
fn over(cx: &mut Cx<'_>, r: Ref, e: Option<Value>) {
    let outcome = outcome(cx, e);
    cx.vm.heap.edit::<GreenletBody, _>(r, |b| b.state = State::Dead);
    cx.vm.heap.store_in::<GreenletBody>(r, |b| &mut b.run, Value::UNSET);
    rows::ends(cx, r, outcome);
}

/// How the picture shows the end of a greenlet that this exception left.
fn outcome(cx: &mut Cx<'_>, e: Option<Value>) -> Outcome {
    let Some(e) = e else { return Outcome::Done };
    match at_end(cx, e) {
        Message::Values(..) => Outcome::Cancelled,
        Message::Exception(e) => {
            let name = cx.type_name(e);
            Outcome::Failed(cx.sys.intern(&name))
        }
    }
}
