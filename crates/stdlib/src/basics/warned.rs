//! `_warnings`: the filters and the showing of warnings live in the machine's prelude, because the machine itself warns.

use vm::native::{def, Args, Def, NativeFrame, NativeResult, Resumed, Step};
use vm::{Cx, ModuleDef, Ref};

pub(super) const MODULE: ModuleDef =
    ModuleDef { name: "_warnings", functions: FUNCTIONS, classes: &[], init: Some(init), code: None, package: false };

const FUNCTIONS: &[Def] = &[def("warn", "message, category, skip, /", warn)];

fn init(cx: &mut Cx<'_>, dict: Ref) {
    let filters = cx.vm.prelude("WARNING_FILTERS");
    cx.dict_set_str(dict, "filters", filters);
}

/// Shows a warning of the program.
fn warn(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let show = cx.vm.prelude("warn_explicit");
    Ok(Step::Tail(show, Args::from_slice(&f.args)))
}
