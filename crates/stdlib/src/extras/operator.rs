//! The module `operator` (Modules/_operator.c): the operators as functions.

use crate::support::{module_name, python};
use vm::native::{def, Args, Def, NativeFrame, NativeResult, Resumed, Step};
use vm::{Cx, ModuleDef, Ref};

pub(super) const MODULE: ModuleDef = ModuleDef {
    name: "operator",
    functions: FUNCTIONS,
    classes: &[],
    init: Some(init),
    code: python!("operator"),
    package: false,
};

const FUNCTIONS: &[Def] = &[
    def("add", "a, b, /", in_python),
    def("sub", "a, b, /", in_python),
    def("mul", "a, b, /", in_python),
    def("matmul", "a, b, /", in_python),
    def("truediv", "a, b, /", in_python),
    def("floordiv", "a, b, /", in_python),
    def("mod", "a, b, /", in_python),
    def("pow", "a, b, /", in_python),
    def("lshift", "a, b, /", in_python),
    def("rshift", "a, b, /", in_python),
    def("and_", "a, b, /", in_python),
    def("or_", "a, b, /", in_python),
    def("xor", "a, b, /", in_python),
    def("concat", "a, b, /", in_python),
    def("iadd", "a, b, /", in_python),
    def("isub", "a, b, /", in_python),
    def("imul", "a, b, /", in_python),
    def("imatmul", "a, b, /", in_python),
    def("itruediv", "a, b, /", in_python),
    def("ifloordiv", "a, b, /", in_python),
    def("imod", "a, b, /", in_python),
    def("ipow", "a, b, /", in_python),
    def("ilshift", "a, b, /", in_python),
    def("irshift", "a, b, /", in_python),
    def("iand", "a, b, /", in_python),
    def("ior", "a, b, /", in_python),
    def("ixor", "a, b, /", in_python),
    def("iconcat", "a, b, /", in_python),
    def("lt", "a, b, /", in_python),
    def("le", "a, b, /", in_python),
    def("eq", "a, b, /", in_python),
    def("ne", "a, b, /", in_python),
    def("ge", "a, b, /", in_python),
    def("gt", "a, b, /", in_python),
    def("is_", "a, b, /", in_python),
    def("is_not", "a, b, /", in_python),
    def("contains", "a, b, /", in_python),
    def("getitem", "a, b, /", in_python),
    def("setitem", "a, b, c, /", in_python),
    def("delitem", "a, b, /", in_python),
    def("countOf", "a, b, /", in_python),
    def("indexOf", "a, b, /", in_python),
    def("neg", "a, /", in_python),
    def("pos", "a, /", in_python),
    def("inv", "a, /", in_python),
    def("invert", "a, /", in_python),
    def("abs", "a, /", in_python),
    def("not_", "a, /", in_python),
    def("truth", "a, /", in_python),
    def("index", "a, /", in_python),
    def("call", "obj, /, *args, **kwargs", in_python),
];

/// Names under which an operator stands too.
const ALIASES: &[(&str, &str)] = &[
    ("__and__", "and_"),
    ("__or__", "or_"),
    ("__not__", "not_"),
    ("__abs__", "abs"),
    ("__add__", "add"),
    ("__call__", "call"),
    ("__concat__", "concat"),
    ("__contains__", "contains"),
    ("__delitem__", "delitem"),
    ("__eq__", "eq"),
    ("__floordiv__", "floordiv"),
    ("__ge__", "ge"),
    ("__getitem__", "getitem"),
    ("__gt__", "gt"),
    ("__iadd__", "iadd"),
    ("__iand__", "iand"),
    ("__iconcat__", "iconcat"),
    ("__ifloordiv__", "ifloordiv"),
    ("__ilshift__", "ilshift"),
    ("__imatmul__", "imatmul"),
    ("__imod__", "imod"),
    ("__imul__", "imul"),
    ("__index__", "index"),
    ("__inv__", "inv"),
    ("__invert__", "invert"),
    ("__ior__", "ior"),
    ("__ipow__", "ipow"),
    ("__irshift__", "irshift"),
    ("__isub__", "isub"),
    ("__itruediv__", "itruediv"),
    ("__ixor__", "ixor"),
    ("__le__", "le"),
    ("__lshift__", "lshift"),
    ("__lt__", "lt"),
    ("__matmul__", "matmul"),
    ("__mod__", "mod"),
    ("__mul__", "mul"),
    ("__ne__", "ne"),
    ("__neg__", "neg"),
    ("__pos__", "pos"),
    ("__pow__", "pow"),
    ("__rshift__", "rshift"),
    ("__setitem__", "setitem"),
    ("__sub__", "sub"),
    ("__truediv__", "truediv"),
    ("__xor__", "xor"),
];

fn init(cx: &mut Cx<'_>, dict: Ref) {
    for (alias, name) in ALIASES {
        if let Some(v) = cx.dict_get_str(dict, name) {
            cx.dict_set_str(dict, alias, v);
        }
    }
    crate::gaps::fill(cx, dict);
}

/// The operator itself is said in Python: `python/operator.py`.
fn in_python(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let helper = match cx.vm.registry.get(f.id).def.name {
        "countOf" => "_count_of".to_string(),
        "indexOf" => "_index_of".to_string(),
        "invert" => "_inv".to_string(),
        name => format!("_{}", name.trim_end_matches('_')),
    };
    let helper = module_name(cx, "operator", &helper);
    Ok(Step::Tail(helper, Args::from_slice(&f.args)))
}
