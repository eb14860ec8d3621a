//! The module `heapq` (Modules/_heapqmodule.c). The sifting is Python: it compares as often as CPython's, and a
//! comparison may be the program's.

use crate::support::{module_name, python};
use vm::native::{def, Args, Def, NativeFrame, NativeResult, Resumed, Step};
use vm::{Body, Cx, ModuleDef};

pub(super) const MODULE: ModuleDef = ModuleDef {
    name: "heapq",
    functions: FUNCTIONS,
    classes: &[],
    init: Some(crate::gaps::fill),
    code: python!("heapq"),
    package: false,
};

const FUNCTIONS: &[Def] = &[
    def("heappush", "heap, item, /", of_list),
    def("heappop", "heap, /", of_list),
    def("heapreplace", "heap, item, /", of_list),
    def("heappushpop", "heap, item, /", of_list),
    def("heapify", "heap, /", of_list),
    def("_heappop_max", "heap, /", of_list),
    def("_heapreplace_max", "heap, item, /", of_list),
    def("_heapify_max", "heap, /", of_list),
];

/// A function whose first argument has to be a list.
fn of_list(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = cx.vm.registry.get(f.id).def.name;
    if !matches!(cx.body(f.args[0]), Some(Body::List(_))) {
        let got = cx.type_name(f.args[0]);
        let which = if f.args.len() > 1 { "argument 1" } else { "argument" };
        return Err(cx.type_error(format!("{name}() {which} must be list, not {got}")));
    }
    let helper = module_name(cx, "heapq", &format!("_py_{}", name.trim_start_matches('_')));
    Ok(Step::Tail(helper, Args::from_slice(&f.args)))
}
