//! The modules that most programs lean on.

mod floats;
mod marks;
mod math;
mod random;
mod stream;
mod sys;
mod warned;

use crate::in_python;
use vm::ModuleDef;

/// All of them.
pub(crate) fn modules() -> Vec<ModuleDef> {
    vec![
        sys::MODULE,
        marks::MODULE,
        warned::MODULE,
        math::MODULE,
        random::NATIVE,
        in_python!("inspect"),
        in_python!("itertools"),
        in_python!("random"),
        in_python!("types"),
        in_python!("warnings"),
    ]
}
