//! `_generic`: aliases of classes of our own Python, as `list[int]` is one.

use vm::native::{def, NativeFrame, NativeResult, Resumed, Step};
use vm::{classes, Cx, ModuleDef};

pub(super) const MODULE: ModuleDef = ModuleDef {
    name: "_generic",
    functions: &[def("alias", "origin, parameters, /", alias)],
    classes: &[],
    init: None,
    code: None,
    package: false,
};

fn alias(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let parameters = match cx.class_of(f.args[1]) {
        classes::TUPLE => f.args[1],
        _ => cx.new_tuple(&[f.args[1]]),
    };
    Ok(Step::Return(cx.new_fields(classes::GENERIC_ALIAS, &[f.args[0], parameters])))
}
