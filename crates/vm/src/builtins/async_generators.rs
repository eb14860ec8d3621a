//! Async generators and the awaitables of their items as values (Objects/genobject.c).

use super::generators::{
    awaited, class_call, code, finish_unstarted, frame, itself, name, own, qualname, set_name, set_qualname, thrown,
};
use crate::classes;
use crate::cx::Cx;
use crate::generator::GeneratorState;
use crate::heap::Body;
use crate::native::{def, getter, setter, ClassDef, Def, NativeFrame, NativeResult, Raise, Resumed, Sent, Step};
use crate::value::{Ref, Value};

pub(super) const CLASSES: &[ClassDef] = &[
    ClassDef { class: classes::ASYNC_GENERATOR, methods: ASYNC_GENERATOR },
    ClassDef { class: classes::ASYNC_GENERATOR_ASEND, methods: ASEND },
    ClassDef { class: classes::ASYNC_GENERATOR_ATHROW, methods: ATHROW },
];

const ASYNC_GENERATOR: &[Def] = &[
    def("__aiter__", "self, /", itself),
    def("__anext__", "self, /", anext),
    def("asend", "self, value, /", asend),
    def("athrow", "self, type, value=, traceback=, /", athrow),
    def("aclose", "self, /", aclose),
    getter("__name__", name),
    setter("__name__", set_name),
    getter("__qualname__", qualname),
    setter("__qualname__", set_qualname),
    getter("ag_running", running),
    getter("ag_await", awaited),
    getter("ag_code", code),
    getter("ag_frame", frame),
];

const ASEND: &[Def] = &[
    def("__iter__", "self, /", itself),
    def("__await__", "self, /", itself),
    def("__next__", "self, /", asend_next),
    def("send", "self, value, /", asend_send),
    def("throw", "self, type, value=, traceback=, /", asend_throw),
    def("close", "self, /", asend_close),
];

const ATHROW: &[Def] = &[
    def("__iter__", "self, /", itself),
    def("__await__", "self, /", itself),
    def("__next__", "self, /", athrow_next),
    def("send", "self, value, /", athrow_send),
    def("throw", "self, type, value=, traceback=, /", athrow_throw),
    def("close", "self, /", asend_close),
];

/// Before the first of its awaitables is made, the thread's hooks are asked (`async_gen_init_hooks`). `Some` is the
/// call that has to come first.
fn first_iteration(cx: &mut Cx<'_>, f: &NativeFrame) -> Option<Step> {
    let (g, [first, finalizer]) = (own(f), cx.t.asyncgen_hooks);
    let place = match &mut cx.vm.heap.get_mut(g).body {
        Body::Generator(body) if !body.touched => &mut body.touched,
        _ => return None,
    };
    *place = true;
    cx.vm.heap.store(
        g,
        |o| match &mut o.body {
            Body::Generator(body) => &mut body.finalizer,
            other => panic!("{} is no generator", other.kind()),
        },
        finalizer,
    );
    first.is_set().then(|| cx.call(first, &[g.into()]))
}

/// Calls the hook if it has to be called; then the native goes on as if it began.
fn after_hook(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> Result<Option<Step>, Raise> {
    match why {
        Resumed::Start => Ok(first_iteration(cx, f)),
        Resumed::Raised(e) => Err(Raise(e)),
        _ => Ok(None),
    }
}

fn anext(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    if let Some(step) = after_hook(cx, f, why)? {
        return Ok(step);
    }
    Ok(Step::Return(cx.new_fields(classes::ASYNC_GENERATOR_ASEND, &[f.args[0], Value::NONE, Value::int(0)])))
}

fn asend(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    if let Some(step) = after_hook(cx, f, why)? {
        return Ok(step);
    }
    Ok(Step::Return(cx.new_fields(classes::ASYNC_GENERATOR_ASEND, &[f.args[0], f.args[1], Value::int(0)])))
}

fn athrow(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let e = match why {
        Resumed::Start => match thrown(cx, f)? {
            Some(e) => e,
            None => return Ok(class_call(cx, f)),
        },
        Resumed::Returned(e) => e,
        Resumed::Raised(e) => return Err(Raise(e)),
        other => panic!("athrow is resumed with {other:?}"),
    };
    Ok(Step::Return(cx.new_fields(classes::ASYNC_GENERATOR_ATHROW, &[f.args[0], e, Value::int(0)])))
}

fn aclose(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    if let Some(step) = after_hook(cx, f, why)? {
        return Ok(step);
    }
    Ok(Step::Return(cx.new_fields(classes::ASYNC_GENERATOR_ATHROW, &[f.args[0], Value::NONE, Value::int(0)])))
}

/// Places in the fields of the awaitables of an async generator.
mod place {
    pub const GENERATOR: usize = 0;
    /// What is sent or thrown; `None` in an `aclose`.
    pub const SENT: usize = 1;
    /// 0: not begun, 1: begun, 2: over.
    pub const STATE: usize = 2;
}

fn fields(cx: &Cx<'_>, f: &NativeFrame) -> (Ref, Value, i64) {
    let v = cx.vm.heap.fields(own(f));
    let state = match v[place::STATE].view() {
        crate::value::View::Int(i) => i,
        _ => 2,
    };
    (v[place::GENERATOR].as_ref().expect("an async generator"), v[place::SENT], state)
}

/// True while one of its awaitables is under way, even if it waits.
fn running(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::bool(is_under_way(cx, own(f)))))
}

fn is_under_way(cx: &Cx<'_>, g: Ref) -> bool {
    matches!(&cx.vm.heap.get(g).body, Body::Generator(body) if body.awaited)
}

fn set_under_way(cx: &mut Cx<'_>, g: Ref, under_way: bool) {
    if let Body::Generator(body) = &mut cx.vm.heap.get_mut(g).body {
        body.awaited = under_way;
    }
}

/// An awaitable begins: there may be one at a time.
fn begins(cx: &mut Cx<'_>, g: Ref, what: &str) -> Result<(), Raise> {
    if is_under_way(cx, g) {
        let message = format!("{what}: asynchronous generator is already running");
        return Err(cx.error(classes::RUNTIME_ERROR, message));
    }
    set_under_way(cx, g, true);
    Ok(())
}

/// An awaitable is over: nobody may await it again.
fn is_over(cx: &mut Cx<'_>, f: &NativeFrame) {
    set_state(cx, f, 2);
    let (g, ..) = fields(cx, f);
    set_under_way(cx, g, false);
}

fn set_state(cx: &mut Cx<'_>, f: &NativeFrame, state: i64) {
    cx.vm.heap.set_field(own(f), place::STATE, Value::int(state));
}

/// What resuming the async generator gave, for who awaits its next item.
fn settle_item(cx: &mut Cx<'_>, f: &NativeFrame, why: Resumed) -> NativeResult {
    match why {
        Resumed::Returned(v) => Ok(Step::Return(v)),
        Resumed::Wrapped(v) => {
            is_over(cx, f);
            Err(cx.stop_iteration(v))
        }
        Resumed::Finished(_) => {
            is_over(cx, f);
            let e = cx.new_exception(classes::STOP_ASYNC_ITERATION, &[]);
            Err(cx.raise(e))
        }
        Resumed::Raised(e) => {
            is_over(cx, f);
            Err(Raise(e))
        }
        other => panic!("an async generator's awaitable is resumed with {other:?}"),
    }
}

fn reused(cx: &mut Cx<'_>, what: &str) -> Raise {
    cx.error(classes::RUNTIME_ERROR, format!("cannot reuse already awaited {what}"))
}

fn asend_next(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    f.args.resize(2, Value::NONE);
    asend_send(cx, f, why)
}

fn asend_send(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let (g, first, state) = fields(cx, f);
    match (why, state) {
        (Resumed::Start, 2) => Err(reused(cx, "__anext__()/asend()")),
        (Resumed::Start, 0) => {
            begins(cx, g, "anext()")?;
            set_state(cx, f, 1);
            let v = if f.args[1].is_none() { first } else { f.args[1] };
            Ok(Step::Resume(g, Sent::Value(v)))
        }
        (Resumed::Start, _) => Ok(Step::Resume(g, Sent::Value(f.args[1]))),
        (why, _) => settle_item(cx, f, why),
    }
}

fn asend_throw(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let (g, _, _) = fields(cx, f);
    match (f.phase, why) {
        (0, Resumed::Start) => match thrown(cx, f)? {
            Some(e) => {
                f.phase = 1;
                Ok(Step::Resume(g, Sent::Raise(e)))
            }
            None => Ok(class_call(cx, f)),
        },
        (0, Resumed::Returned(e)) => {
            f.phase = 1;
            Ok(Step::Resume(g, Sent::Raise(e)))
        }
        (_, why) => settle_item(cx, f, why),
    }
}

fn asend_close(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    set_state(cx, f, 2);
    Ok(Step::Return(Value::NONE))
}

fn athrow_next(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    f.args.resize(2, Value::NONE);
    athrow_send(cx, f, why)
}

fn athrow_send(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let (g, thrown, state) = fields(cx, f);
    let closing = thrown.is_none();
    match (why, state) {
        (Resumed::Start, 2) => Err(reused(cx, "aclose()/athrow()")),
        (Resumed::Start, 0) if matches!(generator_state(cx, g), GeneratorState::Finished) => {
            set_state(cx, f, 2);
            Err(cx.stop_iteration(Value::NONE))
        }
        (Resumed::Start, 0) => {
            if let Err(e) = begins(cx, g, if closing { "aclose()" } else { "athrow()" }) {
                set_state(cx, f, 2);
                return Err(e);
            }
            set_state(cx, f, 1);
            if closing && matches!(generator_state(cx, g), GeneratorState::Fresh(_)) {
                finish_unstarted(cx, g);
                is_over(cx, f);
                return Err(cx.stop_iteration(Value::NONE));
            }
            let e = if closing { cx.new_exception(classes::GENERATOR_EXIT, &[]) } else { thrown };
            Ok(Step::Resume(g, Sent::Raise(e)))
        }
        (Resumed::Start, _) => Ok(Step::Resume(g, Sent::Value(f.args[1]))),
        (why, _) => settle_throw(cx, f, why, closing),
    }
}

fn generator_state<'a>(cx: &'a Cx<'_>, g: Ref) -> &'a GeneratorState {
    match &cx.vm.heap.get(g).body {
        Body::Generator(g) => &g.state,
        other => panic!("{} is no generator", other.kind()),
    }
}

/// `aclose` is content with the generator's end; `athrow` passes on what comes.
fn settle_throw(cx: &mut Cx<'_>, f: &NativeFrame, why: Resumed, closing: bool) -> NativeResult {
    if !closing {
        return settle_item(cx, f, why);
    }
    match why {
        Resumed::Returned(v) => Ok(Step::Return(v)),
        Resumed::Wrapped(_) => {
            is_over(cx, f);
            Err(cx.error(classes::RUNTIME_ERROR, "async generator ignored GeneratorExit"))
        }
        Resumed::Finished(_) => {
            is_over(cx, f);
            Err(cx.stop_iteration(Value::NONE))
        }
        Resumed::Raised(e) => {
            is_over(cx, f);
            let quiet = cx.is_instance(e, classes::GENERATOR_EXIT) || cx.is_instance(e, classes::STOP_ASYNC_ITERATION);
            Err(if quiet { cx.stop_iteration(Value::NONE) } else { Raise(e) })
        }
        other => panic!("aclose is resumed with {other:?}"),
    }
}

fn athrow_throw(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let (g, sent, _) = fields(cx, f);
    match (f.phase, why) {
        (0, Resumed::Start) => match thrown(cx, f)? {
            Some(e) => {
                f.phase = 1;
                Ok(Step::Resume(g, Sent::Raise(e)))
            }
            None => Ok(class_call(cx, f)),
        },
        (0, Resumed::Returned(e)) => {
            f.phase = 1;
            Ok(Step::Resume(g, Sent::Raise(e)))
        }
        (_, why) => settle_throw(cx, f, why, sent.is_none()),
    }
}
