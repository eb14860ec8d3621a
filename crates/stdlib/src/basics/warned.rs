//! `_warnings`: the filters and the showing of warnings live in the machine's prelude, because the machine itself warns.

use crate::support::text;
use vm::native::{def, Args, Def, NativeFrame, NativeResult, Resumed, Step};
use vm::{Cx, ModuleDef, Ref, Value};

pub(super) const MODULE: ModuleDef =
    ModuleDef { name: "_warnings", functions: FUNCTIONS, classes: &[], init: Some(init), code: None, package: false };

const FUNCTIONS: &[Def] = &[
    def("warn", "message, category, skip, /", warn),
    def("warn_at", "message, text, category, file, line, source, module, /", warn_at),
    def("source_line", "file, line, /", source_line),
];

fn init(cx: &mut Cx<'_>, dict: Ref) {
    let filters = cx.vm.prelude("WARNING_FILTERS");
    cx.dict_set_str(dict, "filters", filters);
    let shown = cx.vm.prelude("WARNINGS_SHOWN");
    cx.dict_set_str(dict, "shown", shown);
}

/// Shows a warning of the program.
fn warn(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let show = cx.vm.prelude("warn_explicit");
    Ok(Step::Tail(show, Args::from_slice(&f.args)))
}

/// Shows a warning of a place that the program names.
fn warn_at(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let show = cx.vm.prelude("warn_at");
    Ok(Step::Tail(show, Args::from_slice(&f.args)))
}

/// A line of a source file; `None` if there is no such file or line.
fn source_line(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (file, line) = (text(cx, f.args[0]), cx.as_i64(f.args[1]).unwrap_or(0));
    let source = cx.vm.files.iter().find(|source| *source.name == *file).map(|source| source.text.clone());
    let found = usize::try_from(line - 1).ok().and_then(|at| source.as_ref().and_then(|s| s.split('\n').nth(at)));
    Ok(Step::Return(found.map_or(Value::NONE, |line| cx.new_str(line))))
}
