//! The module `sys` (Python/sysmodule.c).

use super::stream;
use vm::native::{def, Def, NativeFrame, NativeResult, Resumed, Step};
use vm::{classes, Body, Cx, ModuleDef, PythonVersion, Ref, Value};

pub(super) const MODULE: ModuleDef = ModuleDef {
    name: "sys",
    functions: FUNCTIONS,
    classes: &[stream::CLASS],
    init: Some(init),
    code: crate::support::python!("sys"),
    package: false,
};

const FUNCTIONS: &[Def] = &[
    def("exit", "status=, /", exit),
    def("getrecursionlimit", "", recursion_limit),
    def("setrecursionlimit", "limit, /", set_recursion_limit),
    def("getdefaultencoding", "", default_encoding),
    def("getfilesystemencoding", "", default_encoding),
    def("exc_info", "", exc_info),
    def("exception", "", exception),
    def("intern", "string, /", intern),
    def("get_asyncgen_hooks", "", asyncgen_hooks),
    def("set_asyncgen_hooks", "firstiter=, finalizer=", set_asyncgen_hooks),
    def("is_finalizing", "", is_finalizing),
];

fn init(cx: &mut Cx<'_>, dict: Ref) {
    // The class belongs to `_io`, not here.
    let name = cx.intern("TextIOWrapper");
    cx.dict_del_name(dict, name);
    let class = cx.vm.library_class(stream::CLASS.name);
    for (names, fd) in [(["stdout", "__stdout__"], 1), (["stderr", "__stderr__"], 2)] {
        let v = cx.new_fields(class, &[Value::int(fd)]);
        names.iter().for_each(|name| cx.dict_set_str(dict, name, v));
    }
    let program = cx.vm.program.clone();
    let program = cx.new_str(&program);
    let argv = cx.new_list(vec![program]);
    cx.dict_set_str(dict, "argv", argv);
    let path = cx.new_list(Vec::new());
    cx.dict_set_str(dict, "path", path);
    let modules = cx.vm.modules;
    cx.dict_set_str(dict, "modules", modules.into());
    cx.dict_set_str(dict, "maxsize", Value::int(i64::MAX));
    cx.dict_set_str(dict, "maxunicode", Value::int(0x10_ffff));
    let (version, hex) = match cx.vm.settings.version {
        PythonVersion::V310 => ("3.10.13 (main, Aug 24 2023, 12:59:26) [GCC 12.2.0]", 0x030a_0df0),
        PythonVersion::V311 => ("3.11.7 (main, Dec  4 2023, 18:10:11) [GCC 12.2.0]", 0x030b_07f0),
    };
    cx.dict_set_str(dict, "hexversion", Value::int(hex));
    for (name, text) in
        [("version", version), ("platform", "linux"), ("byteorder", "little"), ("executable", ""), ("abiflags", "")]
    {
        let text = cx.new_str(text);
        cx.dict_set_str(dict, name, text);
    }
    cx.dict_set_str(dict, "dont_write_bytecode", Value::FALSE);
    crate::gaps::fill(cx, dict);
}

/// `PyErr_SetObject(PyExc_SystemExit, status)`: `None` is no argument, a tuple's items are the arguments.
fn exit(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let status = f.args[0].some();
    if let Some(e) = status.filter(|&v| cx.is_instance(v, classes::SYSTEM_EXIT)) {
        return Err(cx.raise(e));
    }
    let args = match status {
        Some(v) if cx.class_of(v) == classes::TUPLE => cx.sequence(v).map(<[Value]>::to_vec).unwrap_or_default(),
        status => status.into_iter().collect(),
    };
    let e = cx.new_exception(classes::SYSTEM_EXIT, &args);
    let code = match args.as_slice() {
        [] => Value::NONE,
        [one] => *one,
        _ => status.unwrap_or(Value::NONE),
    };
    cx.set_extra(e, code, Value::UNSET);
    Err(cx.raise(e))
}

fn recursion_limit(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::int(i64::from(cx.vm.recursion_limit))))
}

fn set_recursion_limit(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let Some(limit) = cx.as_i64(f.args[0]) else {
        let got = cx.type_name(f.args[0]);
        return Err(cx.type_error(format!("'{got}' object cannot be interpreted as an integer")));
    };
    if limit < 1 {
        return Err(cx.value_error("recursion limit must be greater or equal than 1"));
    }
    let depth = cx.t.fiber.depth() as usize;
    if usize::try_from(limit).is_ok_and(|limit| depth >= limit) {
        let message =
            format!("cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low");
        return Err(cx.error(classes::RECURSION_ERROR, message));
    }
    cx.vm.recursion_limit = u32::try_from(limit).unwrap_or(u32::MAX);
    Ok(Step::Return(Value::NONE))
}

fn default_encoding(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(cx.intern("utf-8").into()))
}

fn exc_info(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    let e = cx.handled_exception();
    let Some(r) = e.as_ref() else {
        return Ok(Step::Return(cx.new_tuple(&[Value::NONE; 3])));
    };
    let class = cx.class_of(e);
    let traceback = cx.vm.heap.exception(r).traceback.or(Value::NONE);
    Ok(Step::Return(cx.new_tuple(&[class.into(), e, traceback])))
}

fn exception(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(cx.handled_exception().or(Value::NONE)))
}

fn intern(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match cx.body(f.args[0]) {
        Some(Body::Str(s)) => {
            let text = s.clone();
            Ok(Step::Return(cx.intern(text.as_str()).into()))
        }
        _ => {
            let got = cx.type_name(f.args[0]);
            Err(cx.type_error(format!("intern() argument must be str, not {got}")))
        }
    }
}

fn asyncgen_hooks(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    let hooks = cx.t.asyncgen_hooks.map(|v| v.or(Value::NONE));
    Ok(Step::Return(cx.new_tuple(&hooks)))
}

fn set_asyncgen_hooks(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let mut hooks = cx.t.asyncgen_hooks;
    for (hook, given) in hooks.iter_mut().zip(&f.args) {
        if given.is_set() {
            *hook = given.some().unwrap_or(Value::UNSET);
        }
    }
    cx.set_asyncgen_hooks(hooks);
    Ok(Step::Return(Value::NONE))
}

fn is_finalizing(_: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::FALSE))
}
