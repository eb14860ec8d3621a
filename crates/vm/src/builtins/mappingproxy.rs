//! `mappingproxy`: a read-only view of a class's namespace (Objects/descrobject.c).

use crate::classes;
use crate::cx::Cx;
use crate::native::{def, Args, ClassDef, Def, NativeFrame, NativeResult, Resumed, Step};
use crate::value::Value;

pub(super) const CLASSES: &[ClassDef] = &[ClassDef { class: classes::MAPPINGPROXY, methods: PROXY }];

const PROXY: &[Def] = &[
    def("__getitem__", "self, key, /", proxy_getitem),
    def("__contains__", "self, key, /", proxy_contains),
    def("__len__", "self, /", proxy_len),
    def("__iter__", "self, /", proxy_iter),
    def("get", "self, key, default=, /", proxy_get),
    def("keys", "self, /", proxy_keys),
    def("values", "self, /", proxy_values),
    def("items", "self, /", proxy_items),
];

fn proxied(cx: &Cx<'_>, f: &NativeFrame) -> Value {
    cx.vm.heap.fields(f.args[0].as_ref().expect("a proxy"))[0]
}

/// Does on the dict behind a proxy what was asked of the proxy.
fn on_dict(cx: &mut Cx<'_>, f: &NativeFrame, method: &str) -> NativeResult {
    let dict = proxied(cx, f);
    let name = cx.intern(method);
    let found = cx.vm.find_in_class(classes::DICT, name).expect("a method of dict");
    let mut args = Args::from_slice(&[dict]);
    args.extend(f.args[1..].iter().copied().filter(|v| v.is_set()));
    Ok(Step::Tail(found, args))
}

fn proxy_getitem(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    on_dict(cx, f, "__getitem__")
}

fn proxy_contains(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    on_dict(cx, f, "__contains__")
}

fn proxy_len(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    on_dict(cx, f, "__len__")
}

fn proxy_iter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    on_dict(cx, f, "__iter__")
}

fn proxy_get(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    on_dict(cx, f, "get")
}

fn proxy_keys(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    on_dict(cx, f, "keys")
}

fn proxy_values(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    on_dict(cx, f, "values")
}

fn proxy_items(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    on_dict(cx, f, "items")
}
