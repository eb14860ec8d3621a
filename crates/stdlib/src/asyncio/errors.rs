//! asyncio's exceptions.

use vm::native::Raise;
use vm::{Cx, LibraryClass, Value};

pub(super) const CANCELLED: LibraryClass =
    LibraryClass { name: "asyncio.exceptions.CancelledError", base: "BaseException", open: true, methods: &[] };

pub(super) const INVALID_STATE: LibraryClass =
    LibraryClass { name: "asyncio.exceptions.InvalidStateError", base: "Exception", open: true, methods: &[] };

/// InvalidStateError.
pub(super) fn invalid_state(cx: &mut Cx<'_>, message: &str) -> Raise {
    let class = cx.vm.library_class(INVALID_STATE.name);
    cx.error(class, message)
}

/// A CancelledError, not raised; with a message if there is one.
pub(super) fn cancelled(cx: &mut Cx<'_>, message: Value) -> Value {
    let class = cx.vm.library_class(CANCELLED.name);
    match message.some() {
        Some(m) => cx.new_exception(class, &[m]),
        None => cx.new_exception(class, &[]),
    }
}

/// Whether an exception is a CancelledError.
pub(super) fn is_cancelled(cx: &Cx<'_>, e: Value) -> bool {
    cx.is_instance(e, cx.vm.library_class(CANCELLED.name))
}

/// Whether an exception leaves the loop at once instead of staying in a task or a handle.
pub(super) fn leaves_loop(cx: &Cx<'_>, e: Value) -> bool {
    [vm::classes::SYSTEM_EXIT, vm::classes::KEYBOARD_INTERRUPT, vm::classes::UNSUPPORTED]
        .into_iter()
        .any(|class| cx.is_instance(e, class))
}
