//! Modules of C and Python that programs lean on, each with a native half where CPython's has one.

mod functools;
mod generic;
mod heapq;
mod operator;

use crate::in_python;
use vm::ModuleDef;

/// All of them.
pub(crate) fn modules() -> Vec<ModuleDef> {
    vec![
        in_python!("__future__"),
        in_python!("_arguments"),
        in_python!("_namedtuple"),
        in_python!("_typing"),
        in_python!("abc"),
        in_python!("collections", true),
        in_python!("collections.abc"),
        in_python!("contextlib"),
        functools::MODULE,
        generic::MODULE,
        heapq::MODULE,
        operator::MODULE,
        in_python!("dataclasses"),
        in_python!("string"),
        in_python!("typing"),
    ]
}
