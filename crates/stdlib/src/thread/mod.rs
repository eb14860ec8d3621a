//! `_thread` (Modules/_threadmodule.c): threads, locks, and what belongs to one thread alone.

mod local;
mod lock;
mod rlock;
mod start;
mod wait;

use crate::in_python;
use crate::support::python;
use vm::native::Def;
use vm::{classes, Cx, ModuleDef, Ref, Value};

/// `_thread`
pub(crate) const MODULE: ModuleDef = ModuleDef {
    name: "_thread",
    functions: FUNCTIONS,
    classes: &[lock::CLASS, rlock::CLASS, local::CLASS],
    init: Some(init),
    code: python!("_thread"),
    package: false,
};

const FUNCTIONS: &[Def] = &[
    start::START.costing(20_000),
    start::START_NEW.costing(20_000),
    start::EXIT,
    start::EXIT_THREAD,
    start::GET_IDENT.costing(40),
    start::GET_NATIVE_ID.costing(40),
    start::COUNT,
    start::STACK_SIZE,
    start::SET_SENTINEL,
    start::RELEASE_SENTINEL,
    start::NOTE_UNCAUGHT,
    start::SHOW_EXCEPTION,
    lock::ALLOCATE_LOCK.costing(60),
    lock::ALLOCATE.costing(60),
    local::ENTER,
    local::FORGET,
    local::GET,
    local::SET,
    local::DELETE,
];

/// What stands in front of it.
pub(crate) fn package() -> Vec<ModuleDef> {
    vec![
        in_python!("concurrent", true),
        in_python!("concurrent.futures", true),
        in_python!("concurrent.futures._base"),
        in_python!("concurrent.futures.thread"),
        in_python!("queue"),
        in_python!("threading"),
    ]
}

/// The longest timeout in seconds: what fits into nanoseconds of 64 bits, to whole seconds.
const TIMEOUT_MAX: f64 = 9_223_372_036.0;

fn init(cx: &mut Cx<'_>, dict: Ref) {
    // The classes have other names in the module.
    for name in ["lock", "_local_base", start::RELEASE_SENTINEL.name] {
        let name = cx.intern(name);
        cx.dict_del_name(dict, name);
    }
    let class = cx.vm.library_class(lock::CLASS.name);
    cx.dict_set_str(dict, "LockType", class.into());
    let class = cx.vm.library_class(local::CLASS.name);
    cx.dict_set_str(dict, "_local_base", class.into());
    cx.dict_set_str(dict, "error", classes::RUNTIME_ERROR.into());
    cx.dict_set_str(dict, "TIMEOUT_MAX", Value::float(TIMEOUT_MAX));
    cx.dict_set_str(dict, start::STACK_SIZE_NAME, Value::int(0));
    crate::missing(cx, dict, &["interrupt_main"]);
}
