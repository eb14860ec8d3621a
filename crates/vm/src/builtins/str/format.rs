//! `str.format`, `str.format_map`, `%` and `__format__`.

use super::args::receiver;
use super::exact_str;
use crate::builtins::int::format_with;
use crate::builtins::list::shared::done;
use crate::cx::Cx;
use crate::format::{self, Arguments};
use crate::native::{def, Def, NativeFrame, NativeResult, Resumed};
use crate::value::Value;

pub(super) const METHODS: &[Def] = &[
    def("format", "self, /, *args, **kwargs", format),
    def("format_map", "self, mapping, /", format_map),
    def("__format__", "self, format_spec, /", dunder_format),
    def("__mod__", "self, values, /", modulo),
    def("__rmod__", "self, template, /", rmodulo),
];

fn format(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let template = receiver(cx, f);
    let positional = cx.sequence(f.args[1]).map(<[Value]>::to_vec);
    let arguments = Arguments { positional, named: f.args[2] };
    match format::expand(cx, template.as_str(), &arguments)? {
        Some(text) => done(cx.new_str(&text)),
        None => {
            let plain = exact_str(cx, f.args[0]);
            Ok(cx.tail("str_format", &[plain, f.args[1], f.args[2]]))
        }
    }
}

fn format_map(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let template = receiver(cx, f);
    let arguments = Arguments { positional: None, named: f.args[1] };
    match format::expand(cx, template.as_str(), &arguments)? {
        Some(text) => done(cx.new_str(&text)),
        None => {
            let plain = exact_str(cx, f.args[0]);
            Ok(cx.tail("str_format", &[plain, Value::NONE, f.args[1]]))
        }
    }
}

fn dunder_format(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    format_with(cx, f)
}

fn percent(cx: &mut Cx<'_>, template: Value, values: Value) -> NativeResult {
    let Some(text) = cx.as_str(template) else { return done(Value::NOT_IMPLEMENTED) };
    match format::percent(cx, text.as_str(), values)? {
        Some(text) => done(cx.new_str(&text)),
        None => {
            let plain = exact_str(cx, template);
            Ok(cx.tail("percent_format", &[plain, values]))
        }
    }
}

fn modulo(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    percent(cx, f.args[0], f.args[1])
}

fn rmodulo(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    percent(cx, f.args[1], f.args[0])
}
