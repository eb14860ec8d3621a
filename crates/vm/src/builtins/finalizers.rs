//! What is done before an object dies: natives that the machine itself pushes.

use crate::classes;
use crate::cx::Cx;
use crate::names;
use crate::native::{NativeFrame, NativeResult, Resumed, Sent, Step};
use crate::value::Value;

/// `__del__`, whatever comes of it.
pub(super) fn object(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match why {
        Resumed::Start => {
            let v = f.args[0];
            match cx.special_method(v, names::DEL) {
                Some(crate::lookup::Attribute::Method(m)) => {
                    f.args.push(m);
                    Ok(cx.call(m, &[v]))
                }
                _ => Ok(Step::Return(Value::NONE)),
            }
        }
        Resumed::Raised(e) if f.phase == 0 => {
            f.phase = 1;
            let what = cx.new_str("in");
            let m = f.args[1];
            Ok(cx.call_prelude("show_unraisable", &[e, what, m]))
        }
        _ => Ok(Step::Return(Value::NONE)),
    }
}

/// Closes a suspended generator: GeneratorExit is thrown in (Objects/genobject.c `_PyGen_Finalize`).
pub(super) fn generator(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match why {
        Resumed::Start => {
            let g = f.args[0].as_ref().expect("a generator");
            let e = cx.new_exception(classes::GENERATOR_EXIT, &[]);
            Ok(Step::Resume(g, Sent::Raise(e)))
        }
        Resumed::Raised(e) if f.phase == 0 && !is_quiet(cx, e) => {
            f.phase = 1;
            let what = cx.new_str("in");
            let g = f.args[0];
            Ok(cx.call_prelude("show_unraisable", &[e, what, g]))
        }
        Resumed::Returned(_) | Resumed::Wrapped(_) if f.phase == 0 => {
            f.phase = 1;
            let kind = crate::interp::resume::kind_of(cx, f.args[0].as_ref().expect("a generator"));
            let e = cx.error(classes::RUNTIME_ERROR, format!("{kind} ignored GeneratorExit"));
            crate::interp::unwind::trace_from_below(cx, e.0);
            let what = cx.new_str("in");
            let g = f.args[0];
            Ok(cx.call_prelude("show_unraisable", &[e.0, what, g]))
        }
        _ => Ok(Step::Return(Value::NONE)),
    }
}

fn is_quiet(cx: &Cx<'_>, e: Value) -> bool {
    cx.is_instance(e, classes::GENERATOR_EXIT) || cx.is_instance(e, classes::STOP_ITERATION)
}

/// An async generator with a finalizer hook: the hook is called, and closes it when it can (PEP 525).
pub(super) fn async_generator(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match why {
        Resumed::Start => {
            let g = f.args[0];
            let hook = match cx.body(g) {
                Some(crate::heap::Body::Generator(body)) => body.finalizer,
                _ => panic!("an async generator"),
            };
            Ok(cx.call(hook, &[g]))
        }
        Resumed::Raised(e) if f.phase == 0 => {
            f.phase = 1;
            let what = cx.new_str("in");
            let g = f.args[0];
            Ok(cx.call_prelude("show_unraisable", &[e, what, g]))
        }
        _ => Ok(Step::Return(Value::NONE)),
    }
}

/// A coroutine that was never awaited (Python/_warnings.c `_PyErr_WarnUnawaitedCoroutine`).
pub(super) fn coroutine(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    if !matches!(why, Resumed::Start) {
        return Ok(Step::Return(Value::NONE));
    }
    let name = match cx.body(f.args[0]) {
        Some(crate::heap::Body::Generator(g)) => g.qualname,
        _ => panic!("a coroutine"),
    };
    let name = cx.as_str(name).map_or_else(String::new, |s| s.as_str().to_string());
    let text = cx.new_str(&format!("coroutine '{name}' was never awaited"));
    Ok(cx.call_prelude("warn", &[text, classes::RUNTIME_WARNING.into(), Value::int(0)]))
}
