//! `_thread.lock`.

use super::wait::{self, LockBody};
use crate::support::{body, own};
use vm::native::{def, new, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{classes, Body, Cx, LibraryClass, Ref, Value};

pub(super) const CLASS: LibraryClass =
    LibraryClass { name: "_thread.lock", base: "object", open: false, methods: METHODS };

const METHODS: &[Def] = &[
    new("cls, *args, **keywords", make),
    def("acquire", "self, blocking=, timeout=", acquire).costing(60),
    def("acquire_lock", "self, blocking=, timeout=", acquire).costing(60),
    def("__enter__", "self, /", acquire).costing(60),
    def("release", "self, /", release).costing(60),
    def("release_lock", "self, /", release).costing(60),
    def("__exit__", "self, *args", release).costing(60),
    def("locked", "self, /", locked),
    def("locked_lock", "self, /", locked),
    def("_at_fork_reinit", "self, /", reinit),
    def("__repr__", "self, /", repr),
];

pub(super) const ALLOCATE_LOCK: Def = def("allocate_lock", "", allocate);
pub(super) const ALLOCATE: Def = def("allocate", "", allocate);

/// A new lock.
pub(super) fn new_lock(cx: &mut Cx<'_>) -> Ref {
    let class = cx.vm.library_class(CLASS.name);
    let lock = LockBody::new(cx);
    cx.new_object(class, Body::Custom(Box::new(lock)))
}

fn make(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Err(cx.type_error("cannot create '_thread.lock' instances"))
}

fn allocate(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(new_lock(cx).into()))
}

fn argument(f: &NativeFrame, at: usize) -> Value {
    f.args.get(at).copied().unwrap_or(Value::UNSET)
}

fn acquire(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    own::<LockBody>(cx, f)?;
    wait::acquire(cx, f, why, (None, 1), |cx, f| wait::patience(cx, argument(f, 1), argument(f, 2)))
}

/// Nobody holds the lock any more.
///
/// # Errors
/// RuntimeError if nobody does.
fn let_go(cx: &mut Cx<'_>, lock: Ref) -> Result<(), Raise> {
    if body::<LockBody>(cx, lock).count == 0 {
        return Err(cx.error(classes::RUNTIME_ERROR, "release unlocked lock"));
    }
    wait::free(cx, lock);
    Ok(())
}

fn release(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let lock = own::<LockBody>(cx, f)?;
    let_go(cx, lock)?;
    Ok(Step::Return(Value::NONE))
}

fn locked(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let lock = own::<LockBody>(cx, f)?;
    Ok(Step::Return(Value::bool(body::<LockBody>(cx, lock).count > 0)))
}

/// A new lock in the place of the old one: nobody holds it, whoever waits for the old one waits on.
pub(super) fn reinit(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let lock = own::<LockBody>(cx, f)?;
    let fresh = LockBody::new(cx);
    cx.vm.heap.edit::<LockBody, _>(lock, |l| *l = fresh);
    Ok(Step::Return(Value::NONE))
}

fn repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let lock = own::<LockBody>(cx, f)?;
    let state = if body::<LockBody>(cx, lock).count > 0 { "locked" } else { "unlocked" };
    let address = cx.vm.address(lock.into());
    Ok(Step::Return(cx.new_str(&format!("<{state} _thread.lock object at {address}>"))))
}
