//! Greenlets: the C half of the package `greenlet` (its `greenlet/src/greenlet/*.cpp`, 3.5).
//!
//! A greenlet is an object that keeps a fiber while it is suspended. A switch exchanges the running thread's fiber
//! for another, from the middle of whatever calls stand on it: nothing of them is copied or told.

mod attributes;
mod body;
mod death;
mod hub;
mod rows;
mod switching;

use body::current;

use crate::in_python;
use vm::native::{def, getter, new, setter, Def, NativeFrame, NativeResult, Resumed, Step};
use vm::{Cx, LibraryClass, ModuleDef, Ref};

/// The native module.
const NATIVE: &str = "greenlet._greenlet";

const MODULE: ModuleDef = ModuleDef {
    name: NATIVE,
    functions: &[
        def("getcurrent", "", getcurrent).costing(30),
        def(death::LAST_ACT, "greenlet, /", death::last_act),
        def(switching::BEGIN, "run, args, keywords, /", switching::begin),
    ],
    classes: &[CLASS],
    init: Some(names),
    code: None,
    package: false,
};

/// `greenlet.greenlet`
const CLASS: LibraryClass = LibraryClass { name: body::CLASS_NAME, base: "object", open: true, methods: METHODS };

const METHODS: &[Def] = &[
    new("cls, *args, **keywords", attributes::make),
    def("__init__", "self, run=, parent=", attributes::init),
    def("switch", "self, *args, **keywords", switching::switch).costing(100),
    def("throw", "self, typ=, val=, tb=, /", switching::throw).costing(100),
    def("__bool__", "self, /", attributes::is_active),
    def("__repr__", "self, /", attributes::repr),
    getter("dead", attributes::is_dead),
    getter("run", attributes::run),
    setter("run", attributes::set_run),
    getter("parent", attributes::parent),
    setter("parent", attributes::set_parent),
    getter("gr_frame", attributes::frame),
    getter("gr_context", attributes::context),
    setter("gr_context", attributes::set_context),
];

/// The module and the package in front of it.
pub(crate) fn modules() -> Vec<ModuleDef> {
    let mut all = vec![MODULE, in_python!("greenlet", true), hub::MODULE];
    all.extend(gevent());
    all
}

/// gevent, as far as it is here: the package and its modules, over the loop.
fn gevent() -> [ModuleDef; 11] {
    [
        in_python!("gevent", true),
        in_python!("gevent.exceptions"),
        in_python!("gevent.libev", true),
        in_python!("gevent.hub"),
        in_python!("gevent.timeout"),
        in_python!("gevent.greenlet"),
        in_python!("gevent._linkable"),
        in_python!("gevent.event"),
        in_python!("gevent.lock"),
        in_python!("gevent.time"),
        in_python!("gevent.monkey", true),
    ]
}

/// The class under its name, and what is missing.
fn names(cx: &mut Cx<'_>, dict: Ref) {
    let class = cx.vm.library_class(body::CLASS_NAME);
    cx.dict_set_str(dict, "greenlet", class.into());
    crate::missing(cx, dict, &["settrace", "gettrace", "_C_API", "UnswitchableGreenlet"]);
}

fn getcurrent(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(current(cx).into()))
}
