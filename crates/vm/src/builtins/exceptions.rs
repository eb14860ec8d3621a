//! Exceptions as values (Objects/exceptions.c).

use crate::classes;
use crate::cx::Cx;
use crate::heap::{Body, ExceptionBody};
use crate::native::{def, getter, new, setter, ClassDef, Def, NativeFrame, NativeResult, Resumed, Step};
use crate::value::{Ref, Value};
use bytecode::PythonVersion;

pub(super) const CLASSES: &[ClassDef] = &[
    ClassDef { class: classes::BASE_EXCEPTION, methods: BASE },
    ClassDef { class: classes::STOP_ITERATION, methods: STOP },
    ClassDef { class: classes::SYSTEM_EXIT, methods: EXIT },
    ClassDef { class: classes::NAME_ERROR, methods: NAME },
    ClassDef { class: classes::ATTRIBUTE_ERROR, methods: ATTRIBUTE },
    ClassDef { class: classes::IMPORT_ERROR, methods: IMPORT },
    ClassDef { class: classes::KEY_ERROR, methods: KEY },
    ClassDef { class: classes::OS_ERROR, methods: OS },
    ClassDef { class: classes::SYNTAX_ERROR, methods: SYNTAX },
    ClassDef { class: classes::BASE_EXCEPTION_GROUP, methods: GROUP },
];

const BASE: &[Def] = &[
    new("cls, *args, **keywords", new_exception),
    def("__init__", "self, *args, **keywords", init),
    def("__repr__", "self, /", repr),
    def("__str__", "self, /", str_),
    def("with_traceback", "self, tb, /", with_traceback),
    def("add_note", "self, note, /", add_note).only_in(PythonVersion::V311),
    getter("args", args),
    setter("args", set_args),
    getter("__cause__", cause),
    setter("__cause__", set_cause),
    getter("__context__", context),
    setter("__context__", set_context),
    getter("__suppress_context__", suppress),
    setter("__suppress_context__", set_suppress),
    getter("__traceback__", traceback),
    setter("__traceback__", set_traceback),
];

const STOP: &[Def] = &[getter("value", extra_0), setter("value", set_extra_0)];
const EXIT: &[Def] = &[getter("code", extra_0), setter("code", set_extra_0)];
const NAME: &[Def] = &[getter("name", extra_0), setter("name", set_extra_0)];
const ATTRIBUTE: &[Def] =
    &[getter("name", extra_0), setter("name", set_extra_0), getter("obj", extra_1), setter("obj", set_extra_1)];
const IMPORT: &[Def] = &[
    getter("name", extra_0),
    setter("name", set_extra_0),
    getter("path", extra_1),
    setter("path", set_extra_1),
    getter("msg", first_argument),
];
const KEY: &[Def] = &[def("__str__", "self, /", key_str)];
const GROUP: &[Def] = &[new("cls, *args, **keywords", new_group)];
const SYNTAX: &[Def] = &[
    getter("msg", first_argument),
    getter("filename", |cx, f, _| place(cx, f, 0)),
    getter("lineno", |cx, f, _| place(cx, f, 1)),
    getter("offset", |cx, f, _| place(cx, f, 2)),
    getter("text", |cx, f, _| place(cx, f, 3)),
    getter("end_lineno", |cx, f, _| place(cx, f, 4)),
    getter("end_offset", |cx, f, _| place(cx, f, 5)),
];
const OS: &[Def] = &[
    getter("errno", extra_0),
    setter("errno", set_extra_0),
    getter("strerror", extra_1),
    setter("strerror", set_extra_1),
    getter("filename", filename),
    setter("filename", set_filename),
    def("__str__", "self, /", os_str),
];

fn own(f: &NativeFrame) -> Ref {
    f.args[0].as_ref().expect("a method of an exception")
}

/// An exception of a class with a tuple of arguments; `None` if its arguments have to be looked at first.
fn new_exception(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]).expect("a class");
    let args = f.args[1];
    let class = if class == classes::OS_ERROR { os_error_class(cx, args) } else { class };
    let body = ExceptionBody { args, ..ExceptionBody::default() };
    let r = cx.new_object(class, Body::Exception(Box::new(body)));
    if !cx.vm.class(class).is_heap_type {
        check_keywords(cx, class, f.args[2])?;
    }
    fill(cx, r, class, args, f.args[2]);
    Ok(Step::Return(r.into()))
}

/// `OSError(errno, …)` makes an instance of the subclass for that number (Objects/exceptions.c `oserror_new`).
fn os_error_class(cx: &Cx<'_>, args: Value) -> Ref {
    let number = match cx.sequence(args) {
        Some(items) if (2..=5).contains(&items.len()) => cx.as_i64(items[0]),
        _ => None,
    };
    match number {
        Some(11 | 114 | 115) => classes::BLOCKING_IO_ERROR,
        Some(10) => classes::CHILD_PROCESS_ERROR,
        Some(32 | 108) => classes::BROKEN_PIPE_ERROR,
        Some(103) => classes::CONNECTION_ABORTED_ERROR,
        Some(111) => classes::CONNECTION_REFUSED_ERROR,
        Some(104) => classes::CONNECTION_RESET_ERROR,
        Some(17) => classes::FILE_EXISTS_ERROR,
        Some(2) => classes::FILE_NOT_FOUND_ERROR,
        Some(4) => classes::INTERRUPTED_ERROR,
        Some(21) => classes::IS_A_DIRECTORY_ERROR,
        Some(20) => classes::NOT_A_DIRECTORY_ERROR,
        Some(1 | 13) => classes::PERMISSION_ERROR,
        Some(3) => classes::PROCESS_LOOKUP_ERROR,
        Some(110) => classes::TIMEOUT_ERROR,
        _ => classes::OS_ERROR,
    }
}

fn new_group(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]).expect("a class");
    let name = cx.vm.class(class).name.clone();
    Err(cx.unsupported(&name, "raise one of the exceptions and keep the others in a list"))
}

fn check_keywords(cx: &mut Cx<'_>, class: Ref, keywords: Value) -> Result<(), crate::native::Raise> {
    let allowed: &[&str] = if cx.vm.is_subclass(class, classes::IMPORT_ERROR) {
        &["name", "path"]
    } else if cx.vm.is_subclass(class, classes::ATTRIBUTE_ERROR) {
        &["name", "obj"]
    } else if cx.vm.is_subclass(class, classes::NAME_ERROR) {
        &["name"]
    } else {
        &[]
    };
    let Some(dict) = keywords.as_ref() else { return Ok(()) };
    let keys: Vec<Value> = cx.vm.heap.dict(dict).iter().map(|e| e.key).collect();
    for key in keys {
        let name = cx.as_str(key).map_or_else(String::new, |s| s.as_str().to_string());
        if !allowed.contains(&name.as_str()) {
            let class = cx.vm.class(class).name.clone();
            return Err(match allowed {
                [] => cx.type_error(format!("{class}() takes no keyword arguments")),
                _ => cx.type_error(format!("'{name}' is an invalid keyword argument for {class}()")),
            });
        }
    }
    Ok(())
}

/// Fills the fields that a kind of exception takes from its arguments.
fn fill(cx: &mut Cx<'_>, r: Ref, class: Ref, args: Value, keywords: Value) {
    let items = cx.sequence(args).unwrap_or(&[]).to_vec();
    let first = items.first().copied().unwrap_or(Value::NONE);
    let is = |cx: &Cx<'_>, base| cx.vm.is_subclass(class, base);
    if is(cx, classes::STOP_ITERATION) {
        cx.set_extra(r.into(), first, Value::UNSET);
    } else if is(cx, classes::SYSTEM_EXIT) {
        let code = if items.len() > 1 { args } else { first };
        cx.set_extra(r.into(), code, Value::UNSET);
    } else if is(cx, classes::OS_ERROR) && (2..=5).contains(&items.len()) {
        cx.set_extra(r.into(), items[0], items[1]);
        if items.len() > 2 {
            let name = cx.intern("filename");
            crate::interp::set_own(cx, r, name, items[2]);
            let pair = cx.new_tuple(&items[..2]);
            cx.vm.heap.store_exception(r, |e| &mut e.args, pair);
        }
    } else if let Some(dict) = keywords.as_ref() {
        let other = if is(cx, classes::IMPORT_ERROR) { "path" } else { "obj" };
        let (name, second) = (cx.dict_get_str(dict, "name"), cx.dict_get_str(dict, other));
        if name.is_some() || second.is_some() {
            cx.set_extra(r.into(), name.unwrap_or(Value::UNSET), second.unwrap_or(Value::UNSET));
        }
    }
}

fn init(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, args) = (own(f), f.args[1]);
    cx.vm.heap.store_exception(r, |e| &mut e.args, args);
    let class = cx.class_of(f.args[0]);
    fill(cx, r, class, args, f.args[2]);
    Ok(Step::Return(Value::NONE))
}

fn repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = f.args[0];
    if let Some(text) = crate::format::plain_exception_repr(cx, v) {
        return Ok(Step::Return(cx.new_str(&text)));
    }
    Ok(cx.tail("repr_exception", &[v]))
}

fn str_(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let args = cx.vm.heap.exception(own(f)).args;
    let items = cx.sequence(args).unwrap_or(&[]).to_vec();
    match items.as_slice() {
        [] => Ok(Step::Return(crate::names::EMPTY.into())),
        [one] => Ok(cx.tail("str_", &[*one])),
        _ => Ok(cx.tail("str_", &[args])),
    }
}

/// A KeyError shows its key as `repr` does.
fn key_str(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let args = cx.vm.heap.exception(own(f)).args;
    match cx.sequence(args) {
        Some(&[one]) => Ok(cx.tail("repr_", &[one])),
        _ => str_(cx, f, why),
    }
}

fn os_str(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let [number, text] = cx.vm.heap.exception(own(f)).extra;
    match (cx.as_i64(number), cx.as_str(text)) {
        (Some(n), Some(text)) => {
            let shown = format!("[Errno {n}] {}", text.as_str());
            let name = cx.intern("filename");
            let file = cx.vm.own_attribute(cx.vm.heap.get(own(f)), name).and_then(Value::some);
            match file.and_then(|file| crate::format::plain_repr(cx, file)) {
                Some(file) => Ok(Step::Return(cx.new_str(&format!("{shown}: {file}")))),
                None => Ok(Step::Return(cx.new_str(&shown))),
            }
        }
        _ => str_(cx, f, why),
    }
}

fn get(cx: &Cx<'_>, f: &NativeFrame, pick: fn(&ExceptionBody) -> Value) -> NativeResult {
    Ok(Step::Return(pick(cx.vm.heap.exception(own(f))).or(Value::NONE)))
}

fn args(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    get(cx, f, |e| e.args)
}

fn set_args(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match cx.plain_items(f.args[1]) {
        Some(items) => {
            let args = cx.new_tuple(&items);
            cx.vm.heap.store_exception(own(f), |e| &mut e.args, args);
            Ok(Step::Return(Value::NONE))
        }
        None => Err(cx.unsupported("assigning an iterator to an exception's args", "assign a tuple")),
    }
}

/// Stores an exception or None in a field.
fn link(cx: &mut Cx<'_>, f: &NativeFrame, what: &str, pick: fn(&mut ExceptionBody) -> &mut Value) -> NativeResult {
    let v = f.args[1];
    if v.some().is_some() && !crate::interp::is_exception(cx, v) {
        return Err(cx.type_error(format!("exception {what} must be None or derive from BaseException")));
    }
    cx.vm.heap.store_exception(own(f), pick, v.some().unwrap_or(Value::UNSET));
    Ok(Step::Return(Value::NONE))
}

fn cause(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    get(cx, f, |e| e.cause)
}

fn set_cause(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.set_suppress_context(own(f), true);
    link(cx, f, "cause", |e| &mut e.cause)
}

fn context(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    get(cx, f, |e| e.context)
}

fn set_context(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    link(cx, f, "context", |e| &mut e.context)
}

fn suppress(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::bool(cx.vm.heap.exception(own(f)).suppress_context)))
}

fn set_suppress(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.set_suppress_context(own(f), f.args[1].is(Value::TRUE));
    Ok(Step::Return(Value::NONE))
}

fn traceback(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    get(cx, f, |e| e.traceback)
}

fn store_traceback(cx: &mut Cx<'_>, f: &NativeFrame) -> Result<(), crate::native::Raise> {
    let v = f.args[1];
    if v.some().is_some() && cx.class_of(v) != classes::TRACEBACK {
        return Err(cx.type_error("__traceback__ must be a traceback or None"));
    }
    cx.vm.heap.store_exception(own(f), |e| &mut e.traceback, v.some().unwrap_or(Value::UNSET));
    Ok(())
}

fn set_traceback(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    store_traceback(cx, f)?;
    Ok(Step::Return(Value::NONE))
}

fn with_traceback(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    store_traceback(cx, f)?;
    Ok(Step::Return(f.args[0]))
}

fn add_note(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, note) = (own(f), f.args[1]);
    if cx.as_str(note).is_none() {
        let got = cx.type_name(note);
        return Err(cx.type_error(format!("note must be a str, not '{got}'")));
    }
    let name = cx.intern("__notes__");
    let existing = cx.vm.own_attribute(cx.vm.heap.get(r), name).and_then(Value::as_ref);
    match existing {
        Some(list) => cx.vm.heap.list_push(list, note),
        None => {
            let list = cx.new_list(vec![note]);
            crate::interp::set_own(cx, r, name, list);
        }
    }
    Ok(Step::Return(Value::NONE))
}

/// A part of the place that a SyntaxError's second argument tells.
fn place(cx: &Cx<'_>, f: &NativeFrame, part: usize) -> NativeResult {
    let args = cx.sequence(cx.vm.heap.exception(own(f)).args).unwrap_or(&[]);
    let place = args.get(1).and_then(|&second| cx.sequence(second)).unwrap_or(&[]);
    Ok(Step::Return(place.get(part).copied().unwrap_or(Value::NONE)))
}

fn filename(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = cx.intern("filename");
    let found = cx.vm.own_attribute(cx.vm.heap.get(own(f)), name);
    Ok(Step::Return(found.unwrap_or(Value::NONE)))
}

fn set_filename(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = cx.intern("filename");
    crate::interp::set_own(cx, own(f), name, f.args[1].or(Value::NONE));
    Ok(Step::Return(Value::NONE))
}

fn extra_0(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    get(cx, f, |e| e.extra[0])
}

fn set_extra_0(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.store_exception(own(f), |e| &mut e.extra[0], f.args[1]);
    Ok(Step::Return(Value::NONE))
}

fn extra_1(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    get(cx, f, |e| e.extra[1])
}

fn set_extra_1(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.heap.store_exception(own(f), |e| &mut e.extra[1], f.args[1]);
    Ok(Step::Return(Value::NONE))
}

fn first_argument(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let args = cx.vm.heap.exception(own(f)).args;
    let first = cx.sequence(args).and_then(|a| a.first()).copied();
    Ok(Step::Return(first.unwrap_or(Value::NONE)))
}
