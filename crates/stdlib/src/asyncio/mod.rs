//! asyncio's native half, along CPython's boundary (Modules/_asynciomodule.c), and the loop's hot part, which is
//! written in Python there (Lib/asyncio/base_events.py, events.py).

mod awaiting;
mod bodies;
mod cancel;
mod errors;
mod future;
mod handle;
mod looped;
mod outcome;
mod rows;
mod run_once;
mod running;
mod selector;
mod soon;
mod step;
mod task;
mod timers;

use crate::in_python;
use crate::support::python;
use outcome::Rest;
use vm::ModuleDef;

/// `_asyncio`
pub(crate) const NATIVE: ModuleDef = ModuleDef {
    name: "_asyncio",
    functions: running::FUNCTIONS,
    classes: &[
        errors::CANCELLED,
        errors::INVALID_STATE,
        awaiting::CLASS,
        future::CLASS,
        task::CLASS,
        step::CLASS,
        handle::HANDLE,
        handle::TIMER,
        selector::CLASS,
        looped::CLASS,
    ],
    init: Some(running::init),
    code: python!("_asyncio"),
    package: false,
};

/// The package in front of it.
pub(crate) fn package() -> Vec<ModuleDef> {
    vec![
        in_python!("asyncio", true),
        in_python!("asyncio.base_events"),
        in_python!("asyncio.coroutines"),
        in_python!("asyncio.events"),
        in_python!("asyncio.exceptions"),
        in_python!("asyncio.futures"),
        in_python!("asyncio.locks"),
        in_python!("asyncio.queues"),
        in_python!("asyncio.runners"),
        in_python!("asyncio.taskgroups"),
        in_python!("asyncio.tasks"),
        in_python!("asyncio.threads"),
        in_python!("asyncio.timeouts"),
        in_python!("asyncio.unix_events"),
    ]
}
