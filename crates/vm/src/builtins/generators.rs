//! Generators and coroutines as values (Objects/genobject.c).

use crate::classes;
use crate::cx::Cx;
use crate::fiber::Activation;
use crate::frame::{Owner, Pending};
use crate::generator::{Generator, GeneratorState};
use crate::heap::{Body, FrameBody};
use crate::interp::unwind::frame_object;
use crate::native::{def, getter, setter, ClassDef, Def, NativeFrame, NativeResult, Raise, Resumed, Sent, Step};
use crate::value::{Ref, Value};
use bytecode::PythonVersion;

pub(super) const CLASSES: &[ClassDef] = &[
    ClassDef { class: classes::GENERATOR, methods: GENERATOR },
    ClassDef { class: classes::COROUTINE, methods: COROUTINE },
    ClassDef { class: classes::COROUTINE_WRAPPER, methods: WRAPPER },
];

const GENERATOR: &[Def] = &[
    def("__iter__", "self, /", itself),
    def("__next__", "self, /", next),
    def("send", "self, value, /", send),
    def("throw", "self, type, value=, traceback=, /", throw),
    def("close", "self, /", close),
    getter("__name__", name),
    setter("__name__", set_name),
    getter("__qualname__", qualname),
    setter("__qualname__", set_qualname),
    getter("gi_running", running),
    getter("gi_suspended", suspended).only_in(PythonVersion::V311),
    getter("gi_yieldfrom", awaited),
    getter("gi_code", code),
    getter("gi_frame", frame),
];

const COROUTINE: &[Def] = &[
    def("__await__", "self, /", await_),
    def("send", "self, value, /", send),
    def("throw", "self, type, value=, traceback=, /", throw),
    def("close", "self, /", close),
    getter("__name__", name),
    setter("__name__", set_name),
    getter("__qualname__", qualname),
    setter("__qualname__", set_qualname),
    getter("cr_running", running),
    getter("cr_suspended", suspended).only_in(PythonVersion::V311),
    getter("cr_await", awaited),
    getter("cr_code", code),
    getter("cr_frame", frame),
];

const WRAPPER: &[Def] = &[
    def("__iter__", "self, /", itself),
    def("__next__", "self, /", wrapper_next),
    def("send", "self, value, /", wrapper_send),
    def("throw", "self, type, value=, traceback=, /", wrapper_throw),
    def("close", "self, /", wrapper_close),
];

pub(super) fn own(f: &NativeFrame) -> Ref {
    f.args[0].as_ref().expect("a method of an object")
}

fn body<'a>(cx: &'a Cx<'_>, f: &NativeFrame) -> &'a Generator {
    match &cx.vm.heap.get(own(f)).body {
        Body::Generator(g) => g,
        other => panic!("{} is no generator", other.kind()),
    }
}

pub(super) fn itself(_: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(f.args[0]))
}

/// What resuming `g` gave, for who called `send` and its kin.
fn settle(cx: &mut Cx<'_>, why: Resumed) -> NativeResult {
    match why {
        Resumed::Returned(v) | Resumed::Wrapped(v) => Ok(Step::Return(v)),
        Resumed::Finished(v) => Err(cx.stop_iteration(v)),
        Resumed::Raised(e) => Err(Raise(e)),
        other => panic!("a generator's method is resumed with {other:?}"),
    }
}

fn next(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match why {
        Resumed::Start => Ok(Step::Resume(own(f), Sent::Value(Value::NONE))),
        why => settle(cx, why),
    }
}

fn send(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match why {
        Resumed::Start => Ok(Step::Resume(own(f), Sent::Value(f.args[1]))),
        why => settle(cx, why),
    }
}

/// `throw(type, value, traceback)`: the exception to be raised; `None` if a class has to be called first.
pub(super) fn thrown(cx: &mut Cx<'_>, f: &NativeFrame) -> Result<Option<Value>, Raise> {
    let (kind, value) = (f.args[1], f.args[2]);
    if crate::interp::is_exception(cx, kind) {
        if value.some().is_some() {
            return Err(cx.type_error("instance exception may not have a separate value"));
        }
        return Ok(Some(kind));
    }
    match cx.vm.as_class(kind) {
        Some(c) if cx.vm.is_subclass(c, classes::BASE_EXCEPTION) => {
            Ok(Some(value).filter(|&v| v.is_set() && cx.is_instance(v, c)))
        }
        _ => {
            let got = cx.type_name(kind);
            let message = format!("exceptions must be classes or instances deriving from BaseException, not {got}");
            Err(cx.type_error(message))
        }
    }
}

/// The arguments with which an exception's class is called by `throw`.
pub(super) fn class_call(cx: &mut Cx<'_>, f: &NativeFrame) -> Step {
    let (class, value) = (f.args[1], f.args[2]);
    match value.some() {
        None => cx.call(class, &[]),
        Some(v) => match cx.object(v).filter(|o| o.class == classes::TUPLE) {
            Some(_) => {
                let items = cx.sequence(v).unwrap_or(&[]).to_vec();
                cx.call(class, &items)
            }
            None => cx.call(class, &[v]),
        },
    }
}

fn throw(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match (f.phase, why) {
        (0, Resumed::Start) => {
            if let Some(e) = thrown(cx, f)? {
                f.phase = 1;
                return Ok(Step::Resume(own(f), Sent::Raise(e)));
            }
            Ok(class_call(cx, f))
        }
        (0, Resumed::Returned(e)) => {
            f.phase = 1;
            Ok(Step::Resume(own(f), Sent::Raise(e)))
        }
        (_, why) => settle(cx, why),
    }
}

fn close(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match why {
        Resumed::Start => {
            if let GeneratorState::Fresh(_) = body(cx, f).state {
                let g = own(f);
                finish_unstarted(cx, g);
                return Ok(Step::Return(Value::NONE));
            }
            if let GeneratorState::Finished = body(cx, f).state {
                return Ok(Step::Return(Value::NONE));
            }
            let e = cx.new_exception(classes::GENERATOR_EXIT, &[]);
            let e = cx.raise(e).0;
            Ok(Step::Resume(own(f), Sent::Raise(e)))
        }
        Resumed::Returned(_) | Resumed::Wrapped(_) => {
            let kind = crate::interp::resume::kind_of(cx, own(f));
            Err(cx.error(classes::RUNTIME_ERROR, format!("{kind} ignored GeneratorExit")))
        }
        Resumed::Finished(_) => Ok(Step::Return(Value::NONE)),
        Resumed::Raised(e)
            if cx.is_instance(e, classes::GENERATOR_EXIT) || cx.is_instance(e, classes::STOP_ITERATION) =>
        {
            Ok(Step::Return(Value::NONE))
        }
        Resumed::Raised(e) => Err(Raise(e)),
        other => panic!("close is resumed with {other:?}"),
    }
}

/// A generator that never ran is over: its frame goes.
pub(super) fn finish_unstarted(cx: &mut Cx<'_>, g: Ref) {
    let state = match &mut cx.vm.heap.get_mut(g).body {
        Body::Generator(g) => std::mem::replace(&mut g.state, GeneratorState::Finished),
        other => panic!("{} is no generator", other.kind()),
    };
    if let GeneratorState::Fresh(frame) | GeneratorState::Suspended(frame) = state {
        crate::interp::unwind::discard(cx, frame);
    }
}

pub(super) fn name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(body(cx, f).name))
}

pub(super) fn qualname(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(body(cx, f).qualname))
}

fn set(cx: &mut Cx<'_>, f: &NativeFrame, what: &str, pick: fn(&mut Generator) -> &mut Value) -> NativeResult {
    if cx.as_str(f.args[1]).is_none() {
        return Err(cx.type_error(format!("{what} must be set to a string object")));
    }
    cx.vm.heap.store(
        own(f),
        |o| match &mut o.body {
            Body::Generator(g) => pick(g),
            other => panic!("{} is no generator", other.kind()),
        },
        f.args[1],
    );
    Ok(Step::Return(Value::NONE))
}

pub(super) fn set_name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    set(cx, f, "__name__", |g| &mut g.name)
}

pub(super) fn set_qualname(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    set(cx, f, "__qualname__", |g| &mut g.qualname)
}

pub(super) fn running(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::bool(matches!(body(cx, f).state, GeneratorState::Running))))
}

fn suspended(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::bool(matches!(body(cx, f).state, GeneratorState::Suspended(_)))))
}

pub(super) fn awaited(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = match &body(cx, f).state {
        GeneratorState::Suspended(frame) => match frame.pending {
            Pending::YieldFrom { iter, .. } => frame.peek(iter),
            _ => Value::NONE,
        },
        _ => Value::NONE,
    };
    Ok(Step::Return(v))
}

pub(super) fn code(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(body(cx, f).code))
}

/// The frame's object; `None` for one that is over.
pub(super) fn frame(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let g = own(f);
    let state = match &mut cx.vm.heap.get_mut(g).body {
        Body::Generator(g) => std::mem::replace(&mut g.state, GeneratorState::Running),
        other => panic!("{} is no generator", other.kind()),
    };
    let (object, state) = match state {
        GeneratorState::Finished => (Value::NONE, GeneratorState::Finished),
        GeneratorState::Running => (running_frame(cx, g), GeneratorState::Running),
        GeneratorState::Fresh(mut f) => (frame_object(cx, &mut f).into(), GeneratorState::Fresh(f)),
        GeneratorState::Suspended(mut f) => (frame_object(cx, &mut f).into(), GeneratorState::Suspended(f)),
    };
    if let Body::Generator(g) = &mut cx.vm.heap.get_mut(g).body {
        g.state = state;
    }
    Ok(Step::Return(object))
}

/// The frame object of a generator that runs; if it is the one that asks, one that shows its code and globals only.
fn running_frame(cx: &mut Cx<'_>, g: Ref) -> Value {
    let is_its = |a: &Activation| matches!(a, Activation::Python(f) if f.owner == Owner::Generator(g));
    if let Some(at) = cx.t.fiber.stack.iter().position(is_its) {
        let mut taken = std::mem::take(&mut cx.t.fiber.stack);
        let Activation::Python(frame) = &mut taken[at] else { panic!("a generator's frame") };
        let object = frame_object(cx, frame);
        cx.t.fiber.stack = taken;
        return object.into();
    }
    let Body::Generator(body) = &cx.vm.heap.get(g).body else { panic!("a generator") };
    let code = body.code.as_ref().expect("a generator's code");
    let globals = cx.vm.main_globals.unwrap_or(cx.vm.builtins);
    cx.new_object(classes::FRAME, Body::Frame(Box::new(FrameBody { code, globals, frame: None }))).into()
}

fn await_(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(cx.new_fields(classes::COROUTINE_WRAPPER, &[f.args[0]])))
}

fn wrapped(cx: &Cx<'_>, f: &NativeFrame) -> Ref {
    cx.vm.heap.fields(own(f))[0].as_ref().expect("the wrapped coroutine")
}

/// Does on the coroutine what was asked of its wrapper.
fn wrapper_next(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match why {
        Resumed::Start => Ok(Step::Resume(wrapped(cx, f), Sent::Value(Value::NONE))),
        why => settle(cx, why),
    }
}

fn wrapper_send(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match why {
        Resumed::Start => Ok(Step::Resume(wrapped(cx, f), Sent::Value(f.args[1]))),
        why => settle(cx, why),
    }
}

fn wrapper_throw(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    delegate(cx, f, why, throw)
}

fn wrapper_close(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    delegate(cx, f, why, close)
}

/// Runs a coroutine's method with the wrapper replaced by what it wraps.
fn delegate(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed, method: crate::native::NativeFn) -> NativeResult {
    if let Resumed::Start = why {
        f.args[0] = wrapped(cx, f).into();
    }
    method(cx, f, why)
}
