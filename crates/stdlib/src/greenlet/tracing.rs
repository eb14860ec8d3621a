//! `settrace`: a function that is told of every switch (`g_calltrace`).

use super::body;
use vm::native::{NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{locals, Cx, Ref, Value};

pub(super) fn settrace(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let before = cx.local(locals::GREENLET_TRACE).or(Value::NONE);
    cx.set_local(locals::GREENLET_TRACE, f.args[0].some().unwrap_or(Value::UNSET));
    Ok(Step::Return(before))
}

pub(super) fn gettrace(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(cx.local(locals::GREENLET_TRACE).or(Value::NONE)))
}

/// A switch begins: who goes on may have to be told where control came from.
pub(super) fn note_origin(cx: &mut Cx<'_>, from: Ref) {
    if cx.local(locals::GREENLET_TRACE).is_set() {
        cx.set_local(locals::GREENLET_ORIGIN, from.into());
    }
}

/// The call that tells of a switch which is done, if somebody wants to know.
pub(super) fn tell(cx: &mut Cx<'_>, threw: bool) -> Option<Step> {
    let function = cx.local(locals::GREENLET_TRACE).some()?;
    let target = body::current(cx);
    let origin = cx.local(locals::GREENLET_ORIGIN).some().unwrap_or(target.into());
    let event = cx.intern(if threw { "throw" } else { "switch" });
    let pair = cx.new_tuple(&[origin, target.into()]);
    cx.set_local(locals::GREENLET_ORIGIN, Value::UNSET);
    Some(cx.call(function, &[event.into(), pair]))
}

/// The function failed: it is asked no more, and its exception is raised where the switch led.
pub(super) fn failed(cx: &mut Cx<'_>, e: Value) -> Raise {
    cx.set_local(locals::GREENLET_TRACE, Value::UNSET);
    Raise(e)
}
