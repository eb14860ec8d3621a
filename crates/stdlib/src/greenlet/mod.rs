//! Greenlets: the C half of the package `greenlet` (its `greenlet/src/greenlet/*.cpp`, 3.5).
//!
//! A greenlet is an object that keeps a fiber while it is suspended. A switch exchanges the running thread's fiber
//! for another, from the middle of whatever calls stand on it: nothing of them is copied or told.
//!
//! - `target`: who goes on when one is switched to: the dead stand for their parents, the new have to be begun.
//! - `switch`: `switch` and `throw`; `tracing`: who wants to know of them.
//! - `life`: the bottom of each fiber: it calls `run`, and hands what comes of it to a parent.
//! - `death`: a greenlet that waits and that nobody can switch to any more.
//! - `hub`: the native half of gevent's loop; `rows`: what the trace says.

mod attributes;
mod body;
mod death;
mod hub;
mod life;
mod rows;
mod switch;
mod target;
mod tracing;

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
        def(life::BEGIN, "run, args, keywords, thrown, /", life::begin),
        def("settrace", "callback, /", tracing::settrace),
        def("gettrace", "", tracing::gettrace),
    ],
    classes: &[CLASS, EXIT, ERROR],
    init: Some(names),
    code: None,
    package: false,
};

/// `greenlet.greenlet`
const CLASS: LibraryClass = LibraryClass { name: body::CLASS_NAME, base: "object", open: true, methods: METHODS };

const EXIT: LibraryClass =
    LibraryClass { name: "greenlet.GreenletExit", base: "BaseException", open: true, methods: &[] };

const ERROR: LibraryClass = LibraryClass { name: "greenlet.error", base: "Exception", open: true, methods: &[] };

/// What the class has as attributes beside its methods.
const ON_CLASS: [&str; 5] = ["getcurrent", "error", "GreenletExit", "settrace", "gettrace"];

const METHODS: &[Def] = &[
    new("cls, *args, **keywords", attributes::make),
    def("__init__", "self, *args, **keywords", attributes::init),
    def("switch", "self, *args, **keywords", switch::switch).costing(100),
    def("throw", "self, typ=, val=, tb=, /", switch::throw).costing(100),
    def("__bool__", "self, /", attributes::is_active),
    def("__repr__", "self, /", attributes::repr),
    def("__getstate__", "self, /", attributes::no_state),
    getter("_stack_saved", attributes::no_stack),
    getter("dead", attributes::dead),
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
fn gevent() -> [ModuleDef; 13] {
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
        in_python!("gevent.queue"),
        in_python!("gevent.pool"),
        in_python!("gevent.time"),
        in_python!("gevent.monkey", true),
    ]
}

/// What the class has of the module, and what is missing.
fn names(cx: &mut Cx<'_>, dict: Ref) {
    let class = cx.vm.library_class(body::CLASS_NAME);
    let namespace = cx.vm.class(class).namespace;
    for name in ON_CLASS {
        let v = cx.dict_get_str(dict, name).expect("it stands in the module's table");
        cx.dict_set_str(namespace, name, v);
    }
    crate::missing(cx, dict, &["_C_API", "UnswitchableGreenlet"]);
}

fn getcurrent(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    body::bury(cx);
    Ok(Step::Return(body::current(cx).into()))
}
