//! The native half of the library, our small modules in front of it, and the overlays of its hot paths.
//!
//! Modules follow CPython's own boundary: what is C there is Rust here (`_asyncio`, `_collections`, `time`), what is Python
//! there is Python here (`python/*.py`, our own until CPython's files take their place). Nothing here knows the
//! kernel: a native that waits returns a trap.

mod asyncio;
mod basics;
mod blocking;
mod clock;
mod contextvars;
mod dated;
mod deque;
mod extras;
mod gaps;
mod greenlet;
mod naming;
mod overlays;
mod place;
mod support;
mod thread;
mod time;

pub use dated::DATED;
pub use overlays::PRICES;
use std::sync::OnceLock;
use support::python;
use vm::{Cx, ModuleDef, Ref};

/// A module that is all Python.
macro_rules! in_python {
    ($name:literal) => {
        in_python!($name, false)
    };
    ($name:literal, $package:literal) => {
        ModuleDef {
            name: $name,
            functions: &[],
            classes: &[],
            init: Some(crate::gaps::fill),
            code: crate::support::python!($name),
            package: $package,
        }
    };
}
pub(crate) use in_python;

/// `_collections`
const COLLECTIONS: ModuleDef = ModuleDef {
    name: "_collections",
    functions: &[],
    classes: &[deque::CLASS, deque::ITERATOR],
    init: None,
    code: python!("_collections"),
    package: false,
};

/// All modules of the library. Made once: natives are numbered by their place in it.
pub fn modules() -> &'static [ModuleDef] {
    static TABLE: OnceLock<Vec<ModuleDef>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut all = vec![time::MODULE, contextvars::MODULE, COLLECTIONS, thread::MODULE, asyncio::NATIVE];
        all.extend(asyncio::package());
        all.extend(thread::package());
        all.extend(greenlet::modules());
        all.extend(basics::modules());
        all.extend(extras::modules());
        all
    })
}

/// Tells a module which of CPython's names it lacks: using one is refused by name.
pub(crate) fn missing(cx: &mut Cx<'_>, dict: Ref, names: &[&str]) {
    let names: Vec<_> = names.iter().map(|name| cx.new_str(name)).collect();
    let names = cx.new_tuple(&names);
    cx.dict_set_str(dict, "__simul_missing__", names);
}
