//! What `await future` steps through (Modules/_asynciomodule.c `FutureIter`).

use super::bodies::{FutureBody, State};
use super::{future, outcome};
use crate::support::{body, wrong_receiver};
use vm::native::{def, Args, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{classes, Body, Cx, LibraryClass, Ref, Value};

pub(super) const CLASS: LibraryClass =
    LibraryClass { name: "_asyncio.FutureIter", base: "object", open: false, methods: METHODS };

const METHODS: &[Def] = &[
    def("__iter__", "self, /", itself),
    def("__next__", "self, /", next),
    def("send", "self, value, /", next),
    def("throw", "self, type, value=, traceback=, /", throw),
    def("close", "self, /", close),
];

/// `__await__`
pub(super) fn iterate(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    future::ready(cx, f)?;
    let class = cx.vm.library_class(CLASS.name);
    Ok(Step::Return(cx.new_fields(class, &[f.args[0]])))
}

fn itself(_: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(f.args[0]))
}

/// The iterator and its future, if it is not over.
fn parts(cx: &mut Cx<'_>, f: &NativeFrame) -> Result<(Ref, Option<Ref>), Raise> {
    let class = cx.vm.library_class(CLASS.name);
    match f.args[0].as_ref().filter(|&r| cx.vm.heap.get(r).class == class) {
        Some(r) => match &cx.vm.heap.get(r).body {
            Body::Fields(fields) => Ok((r, fields[0].as_ref())),
            other => panic!("{} is no future's iterator", other.kind()),
        },
        None => Err(wrong_receiver(cx, f)),
    }
}

/// A pending future is yielded, once; then its result is the end.
fn next(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (it, future) = parts(cx, f)?;
    let Some(r) = future else { return Err(cx.stop_iteration(Value::NONE)) };
    let b = body::<FutureBody>(cx, r);
    if b.state == State::Pending {
        if b.blocking {
            return Err(cx.error(classes::RUNTIME_ERROR, "await wasn't used with future"));
        }
        cx.vm.heap.edit::<FutureBody, _>(r, |b| b.blocking = true);
        return Ok(Step::Return(r.into()));
    }
    cx.vm.heap.set_field(it, 0, Value::NONE);
    let v = outcome::get(cx, r)?;
    Err(cx.stop_iteration(v))
}

/// `throw`: the future is let go, the exception raised.
fn throw(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match why {
        Resumed::Start => {
            let (it, _) = parts(cx, f)?;
            cx.vm.heap.set_field(it, 0, Value::NONE);
            if cx.is_instance(f.args[1], classes::BASE_EXCEPTION) {
                return Err(cx.raise(f.args[1]));
            }
            if cx.is_instance(f.args[2].or(Value::NONE), classes::BASE_EXCEPTION) {
                return Err(cx.raise(f.args[2]));
            }
            let args: Args = f.args[2].some().into_iter().collect();
            Ok(Step::Call(f.args[1], args))
        }
        Resumed::Returned(e) if cx.is_instance(e, classes::BASE_EXCEPTION) => Err(cx.raise(e)),
        Resumed::Raised(e) => Err(Raise(e)),
        _ => Err(cx.type_error("exceptions must be classes deriving BaseException or instances of such a class")),
    }
}

fn close(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (it, _) = parts(cx, f)?;
    cx.vm.heap.set_field(it, 0, Value::NONE);
    Ok(Step::Return(Value::NONE))
}
