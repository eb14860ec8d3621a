//! Natives for the half of text and formatting that the prelude does (`prelude/40_text.py`).

use crate::builtins::list::shared::done;
use crate::cx::Cx;
use crate::format;
use crate::heap::Body;
use crate::native::{def, Def, NativeFrame, NativeResult, Resumed};
use crate::value::Value;

pub(in crate::builtins) const INTRINSICS: &[Def] = &[
    def("repr_enter", "v, /", repr_enter),
    def("repr_leave", "v, /", repr_leave),
    def("raw_item", "v, i, /", raw_item),
    def("raw_items", "v, /", raw_items),
    def("exception_args", "e, /", exception_args),
    def("escape_non_ascii", "s, /", escape_non_ascii),
    def("template_plan", "template, /", template_plan),
    def("percent_plan", "template, /", percent_plan),
    def("percent_prepared", "template, values, /", percent_prepared),
    def("of_class", "cls, v, /", of_class),
    def("bytes_of_ints", "cls, ints, /", crate::builtins::bytes::bytes_of_ints),
];

/// False if this container is being shown already.
fn repr_enter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::bool(cx.begin_showing(f.args[0])))
}

fn repr_leave(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.end_showing(f.args[0]);
    done(Value::NONE)
}

/// A list's or tuple's item, or MISSING past its end.
fn raw_item(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let at = cx.as_i64(f.args[1]).and_then(|i| usize::try_from(i).ok()).expect("the prelude passes an index");
    let item = cx.sequence(f.args[0]).and_then(|items| items.get(at)).copied();
    done(match item {
        Some(v) => v,
        None => cx.vm.prelude("MISSING"),
    })
}

/// What a set, a dict (pairs) or a dict's view holds now, as a list; whatever its class overrides.
fn raw_items(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let items = match cx.body(f.args[0]) {
        Some(Body::Set(s)) => s.iter().map(|(_, key)| key).collect(),
        Some(Body::Dict(d)) => {
            let pairs: Vec<[Value; 2]> = d.iter().map(|e| [e.key, e.value]).collect();
            pairs.iter().map(|pair| cx.new_tuple(pair)).collect()
        }
        _ => cx.plain_items(f.args[0]).expect("the prelude passes a container"),
    };
    done(cx.new_list(items))
}

fn exception_args(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = f.args[0].as_ref().expect("the prelude passes an exception");
    done(cx.vm.heap.exception(r).args)
}

fn escape_non_ascii(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let s = cx.as_str(f.args[0]).expect("the prelude passes a str");
    let text = text::escape_non_ascii(s.as_str());
    done(cx.new_str(&text))
}

fn template_plan(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let s = cx.as_str(f.args[0]).expect("the prelude passes a str");
    done(format::template_plan(cx, s.as_str()))
}

fn percent_plan(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let s = cx.as_str(f.args[0]).expect("the prelude passes a str");
    done(format::percent_plan(cx, s.as_str()))
}

fn percent_prepared(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let s = cx.as_str(f.args[0]).expect("the prelude passes a str");
    let values = cx.sequence(f.args[1]).map(<[Value]>::to_vec).unwrap_or_default();
    let text = format::percent_prepared(cx, s.as_str(), &values)?.expect("prepared values are plain");
    done(cx.new_str(&text))
}

/// An int, float or str as an object of a class below its own.
fn of_class(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]).expect("the prelude passes a class");
    let v = f.args[1];
    let made = match (cx.as_str(v).is_some(), cx.as_float(v)) {
        (true, _) => super::str_of_class(cx, class, v),
        (_, Some(x)) => crate::builtins::float::float_of_class(cx, class, x),
        _ => crate::builtins::int::int_of_class(cx, class, v),
    };
    done(made)
}
