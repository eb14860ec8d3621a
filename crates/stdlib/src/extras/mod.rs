//! Modules that fewer programs lean on.

mod operator;

use crate::in_python;
use vm::ModuleDef;

/// All of them.
pub(crate) fn modules() -> Vec<ModuleDef> {
    vec![in_python!("__future__"), in_python!("contextlib"), operator::MODULE, in_python!("string")]
}
