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
    let name = own_finalizer(cx, r).filter(|_| !cx.vm.heap.mark_finalized(r));
    let id = match name {
        Some(name) => cx.vm.intrinsic(name)?,
        None => {
            let Body::Custom(body) = &cx.vm.heap.get(r).body else { return None };
            let (module, name) = body.last_act()?;
            cx.vm.registry.function_of(module, name)?
        }
    };
    Some(NativeFrame { id, args: Args::from_slice(&[r.into()]), phase: 0, note: 0 })
}

/// What is done once in the object's life.
fn own_finalizer(cx: &mut Cx<'_>, r: Ref) -> Option<&'static str> {
    let object = cx.vm.heap.get(r);
    let class = object.class;
    match &object.body {
        Body::Generator(g) => match (&g.state, class) {
            (GeneratorState::Fresh(_), classes::COROUTINE) => Some("finalize_coroutine"),
            (GeneratorState::Suspended(_), _) if g.finalizer.is_set() => Some("finalize_async_generator"),
            (GeneratorState::Suspended(f), _) if needs_closing(f) => Some("finalize_generator"),
            _ => None,
        },
        // A library class finalizes by its `__del__`, which is native, or by a subclass's.
        Body::Custom(_) => cx.vm.find_in_class(class, names::DEL).map(|_| "finalize_object"),
        _ => cx.vm.class(class).has_finalizer.then_some("finalize_object"),
    }
}

/// A generator is closed before it dies only if it could tell: something handles exceptions where it stands, or
/// it delegates to something that can be closed.
fn needs_closing(f: &crate::frame::Frame) -> bool {
    f.loaded.code.handler_for(f.at()).is_some() || matches!(f.pending, crate::frame::Pending::YieldFrom { .. })
}
