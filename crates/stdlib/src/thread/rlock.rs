//! `_thread.RLock`: its owner may take it again.

use super::lock::reinit;
use super::start::ident_of;
use super::wait::{self, LockBody, Patience};
use crate::support::{body, own};
use vm::native::{def, new, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{classes, Body, Cx, LibraryClass, Ref, Value};

pub(super) const CLASS: LibraryClass =
    LibraryClass { name: "_thread.RLock", base: "object", open: true, methods: METHODS };

const METHODS: &[Def] = &[
    new("cls, *args, **keywords", make),
    def("__init__", "self, *args, **keywords", nothing),
    def("acquire", "self, blocking=, timeout=", acquire).costing(60),
    def("__enter__", "self, /", acquire).costing(60),
    def("release", "self, /", release).costing(60),
    def("__exit__", "self, *args", release).costing(60),
    def("_is_owned", "self, /", is_owned),
    def("_acquire_restore", "self, state, /", acquire_restore),
    def("_release_save", "self, /", release_save),
    def("_at_fork_reinit", "self, /", reinit),
    def("__repr__", "self, /", repr),
];

fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]).expect("a class");
    let lock = LockBody::new(cx);
    Ok(Step::Return(cx.new_object(class, Body::Custom(Box::new(lock))).into()))
}

/// It takes any arguments and looks at none.
fn nothing(_: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::NONE))
}

fn is_mine(cx: &Cx<'_>, lock: Ref) -> bool {
    body::<LockBody>(cx, lock).owner == Some(cx.t.id)
}

fn acquire(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let lock = own::<LockBody>(cx, f)?;
    let argument = |f: &NativeFrame, at: usize| f.args.get(at).copied().unwrap_or(Value::UNSET);
    if let Resumed::Start = why {
        wait::patience(cx, argument(f, 1), argument(f, 2))?;
        if is_mine(cx, lock) {
            cx.vm.heap.edit::<LockBody, _>(lock, |l| l.count += 1);
            return Ok(Step::Return(Value::TRUE));
        }
    }
    let me = Some(cx.t.id);
    wait::acquire(cx, f, why, (me, 1), |cx, f| wait::patience(cx, argument(f, 1), argument(f, 2)))
}

fn must_be_mine(cx: &mut Cx<'_>, lock: Ref) -> Result<(), Raise> {
    match is_mine(cx, lock) {
        true => Ok(()),
        false => Err(cx.error(classes::RUNTIME_ERROR, "cannot release un-acquired lock")),
    }
}

fn release(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let lock = own::<LockBody>(cx, f)?;
    must_be_mine(cx, lock)?;
    match body::<LockBody>(cx, lock).count {
        1 => wait::free(cx, lock),
        _ => cx.vm.heap.edit::<LockBody, _>(lock, |l| l.count -= 1),
    }
    Ok(Step::Return(Value::NONE))
}

fn is_owned(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let lock = own::<LockBody>(cx, f)?;
    Ok(Step::Return(Value::bool(is_mine(cx, lock))))
}

/// Takes the lock as often as it was held before: `(count, owner)`.
fn acquire_restore(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    own::<LockBody>(cx, f)?;
    let saved = cx.sequence(f.args[1]).and_then(|pair| pair.first()).and_then(|&count| cx.as_i64(count));
    let Some(count) = saved else {
        return Err(cx.type_error("_acquire_restore() takes a tuple of a count and an owner"));
    };
    let me = Some(cx.t.id);
    let step = wait::acquire(cx, f, why, (me, count), |_, _| Ok(Patience::Endless))?;
    Ok(match step {
        Step::Return(_) => Step::Return(Value::NONE),
        waits => waits,
    })
}

/// Lets go of it altogether, and says how often it was held.
fn release_save(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let lock = own::<LockBody>(cx, f)?;
    if body::<LockBody>(cx, lock).count == 0 {
        must_be_mine(cx, lock)?;
    }
    let LockBody { count, owner, .. } = *body::<LockBody>(cx, lock);
    wait::free(cx, lock);
    let owner = owner.map_or(0, ident_of);
    Ok(Step::Return(cx.new_tuple(&[Value::int(count), Value::int(owner)])))
}

fn repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let lock = own::<LockBody>(cx, f)?;
    let LockBody { count, owner, .. } = *body::<LockBody>(cx, lock);
    let (state, owner) = (if count > 0 { "locked" } else { "unlocked" }, owner.map_or(0, ident_of));
    let class = cx.class_of(f.args[0]);
    let (class, address) = (cx.vm.class_shown(class), cx.vm.address(f.args[0]));
    Ok(Step::Return(cx.new_str(&format!("<{state} {class} object owner={owner} count={count} at {address}>"))))
}
