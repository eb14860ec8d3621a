//! Which object has something to do before it dies (PEP 442): `__del__`, a suspended generator's `finally`, a
//! coroutine that was never awaited, a library's object.

use crate::classes;
use crate::cx::Cx;
use crate::generator::GeneratorState;
use crate::heap::Body;
use crate::names;
use crate::native::{Args, NativeFrame};
use crate::value::Ref;

/// The native that finalizes the object, ready to start; `None` if it may simply die.
pub(crate) fn finalizer(cx: &mut Cx<'_>, r: Ref) -> Option<NativeFrame> {
    let object = cx.vm.heap.get(r);
    let class = object.class;
    let name = match &object.body {
        Body::Generator(g) => match (&g.state, class) {
            (GeneratorState::Fresh(_), classes::COROUTINE) => "finalize_coroutine",
            (GeneratorState::Suspended(_), _) if g.finalizer.is_set() => "finalize_async_generator",
            (GeneratorState::Suspended(f), _) if needs_closing(f) => "finalize_generator",
            _ => return None,
        },
        Body::Custom(_) => library_finalizer(cx, class)?,
        _ if cx.vm.class(class).has_finalizer => "finalize_object",
        _ => return None,
    };
    if cx.vm.heap.mark_finalized(r) {
        return None;
    }
    let id = cx.vm.intrinsic(name)?;
    Some(NativeFrame { id, args: Args::from_slice(&[r.into()]), phase: 0, note: 0 })
}

/// A generator is closed before it dies only if it could tell: something handles exceptions where it stands, or
/// it delegates to something that can be closed.
fn needs_closing(f: &crate::frame::Frame) -> bool {
    f.loaded.code.handler_for(f.at()).is_some() || matches!(f.pending, crate::frame::Pending::YieldFrom { .. })
}

/// A library class finalizes by its `__del__`, which is native.
fn library_finalizer(cx: &mut Cx<'_>, class: Ref) -> Option<&'static str> {
    cx.vm.find_in_class(class, names::DEL).map(|_| "finalize_object")
}
