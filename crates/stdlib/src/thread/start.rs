//! Starting threads and ending them, and what a thread is called by number.

use super::lock;
use crate::support::{self, module_name};
use crate::{naming, place};
use abi::trace::{Event, RowKind};
use abi::ThreadId;
use vm::native::{def, Def, NativeFrame, NativeId, NativeResult, Resumed, Step};
use vm::{classes, locals, Body, Cx, NativeFunction, Ref, Value};

pub(super) const START: Def = def("start_new_thread", "function, args, kwargs=, /", start);
pub(super) const START_NEW: Def = def("start_new", "function, args, kwargs=, /", start);
pub(super) const EXIT: Def = def("exit", "", exit);
pub(super) const EXIT_THREAD: Def = def("exit_thread", "", exit);
pub(super) const GET_IDENT: Def = def("get_ident", "", get_ident);
pub(super) const GET_NATIVE_ID: Def = def("get_native_id", "", get_native_id);
pub(super) const COUNT: Def = def("_count", "", count);
pub(super) const STACK_SIZE: Def = def("stack_size", "size=, /", stack_size);
pub(super) const SET_SENTINEL: Def = def("_set_sentinel", "", set_sentinel);
pub(super) const RELEASE_SENTINEL: Def = def("_release_sentinel", "lock, /", release_sentinel);
pub(super) const NOTE_UNCAUGHT: Def = def("_note_uncaught", "e, message, /", note_uncaught);
pub(super) const SHOW_EXCEPTION: Def = def("_show_exception", "e, /", show_exception);

/// Under this name the module keeps what `stack_size` was told.
pub(super) const STACK_SIZE_NAME: &str = "_stack_size";

/// A thread's number as the program sees it. The machine hands them out in order; CPython's are addresses.
pub(super) fn ident_of(thread: ThreadId) -> i64 {
    0x7f00_0000_0000 + (i64::from(thread.0) << 16)
}

/// What the kernel calls a thread: the first one has the number of its process, as on Linux.
fn native_id_of(thread: ThreadId) -> i64 {
    999 + i64::from(thread.0)
}

/// `start_new_thread`: phase 0 looks at the arguments, 1 has its caller on the fiber.
fn start(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let [function, args, keywords] = [f.args[0], f.args[1], f.args[2]];
    if f.phase == 0 {
        if !cx.is_callable(function) {
            return Err(cx.type_error("first arg must be callable"));
        }
        if !cx.is_instance(args, classes::TUPLE) {
            return Err(cx.type_error("2nd arg must be a tuple"));
        }
        if keywords.is_set() && !cx.is_instance(keywords, classes::DICT) {
            return Err(cx.type_error("optional 3rd arg must be a dictionary"));
        }
        f.phase = 1;
        return Ok(Step::Again);
    }
    let name = thread_name(cx, function, args);
    let (row, now, name) = (cx.sys.new_row(), cx.now(), cx.sys.intern(&name));
    let (parent, pos) = (Some(cx.t.running), place::scheduled_at(cx));
    cx.sys.emit(now, Event::Spawn { row, kind: RowKind::Thread, carrier: None, parent, name, pos });
    let thread = cx.start_thread(row, function, args, keywords.or(Value::NONE));
    Ok(Step::Return(Value::int(ident_of(thread))))
}

/// The name of the `threading.Thread` that is started; without one, the call that the thread makes.
fn thread_name(cx: &mut Cx<'_>, function: Value, args: Value) -> String {
    let receiver = match cx.body(function) {
        Some(Body::Method(m)) => Some(m.receiver),
        _ => None,
    };
    let key = cx.intern("_name");
    let given = receiver.and_then(|v| cx.object(v)).and_then(|o| cx.vm.own_attribute(o, key));
    match given.map(|v| support::text(cx, v)).filter(|name| !name.is_empty()) {
        Some(name) => name,
        None => {
            let args = cx.sequence(args).map(<[Value]>::to_vec).unwrap_or_default();
            let name = naming::callable_name(cx, function);
            place::call_text(cx, &name, &args)
        }
    }
}

fn exit(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    let e = cx.new_exception(classes::SYSTEM_EXIT, &[]);
    cx.set_extra(e, Value::NONE, Value::UNSET);
    Err(cx.raise(e))
}

fn get_ident(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::int(ident_of(cx.t.id))))
}

fn get_native_id(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::int(native_id_of(cx.t.id))))
}

/// How many threads run that another one has started.
fn count(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::int(i64::from(cx.vm.started_threads))))
}

/// The least stack that a thread may be given, in bytes.
const LEAST_STACK: i64 = 32_768;

/// The stack that new threads get. It means nothing here: theirs are data.
fn stack_size(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let old = module_name(cx, super::MODULE.name, STACK_SIZE_NAME);
    let Some(size) = f.args[0].some() else { return Ok(Step::Return(old)) };
    let Some(size) = cx.as_i64(size) else {
        let got = cx.type_name(size);
        return Err(cx.type_error(format!("'{got}' object cannot be interpreted as an integer")));
    };
    if size < 0 {
        return Err(cx.value_error("size must be 0 or a positive value"));
    }
    if size != 0 && size < LEAST_STACK {
        return Err(cx.value_error(format!("size not valid: {size} bytes")));
    }
    let modules = cx.vm.modules;
    let module = cx.dict_get_str(modules, super::MODULE.name).and_then(Value::as_ref);
    if let Some(dict) = module.and_then(|m| cx.vm.heap.get(m).dict) {
        cx.dict_set_str(dict, STACK_SIZE_NAME, Value::int(size));
    }
    Ok(Step::Return(old))
}

/// A lock that is let go of when the running thread ends.
fn set_sentinel(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    let lock = lock::new_lock(cx);
    let tell = NativeFunction { id: release_sentinel_id(cx), receiver: lock.into() };
    let tell = cx.new_object(classes::NATIVE_FUNCTION, Body::Native(tell));
    cx.set_local(locals::AT_END, tell.into());
    Ok(Step::Return(lock.into()))
}

fn release_sentinel_id(cx: &Cx<'_>) -> NativeId {
    let table = cx.vm.registry.module(super::MODULE.name).map_or(super::FUNCTIONS, |m| m.functions);
    let at = table.iter().position(|d| d.name == RELEASE_SENTINEL.name).expect("it stands in the table");
    NativeId(cx.vm.registry.id_of(table).0 + at as u16)
}

fn release_sentinel(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let lock: Ref = f.args[0].as_ref().expect("a lock");
    if support::body::<super::wait::LockBody>(cx, lock).count > 0 {
        super::wait::free(cx, lock);
    }
    Ok(Step::Return(Value::NONE))
}

/// Tells the trace that this exception has left the running thread.
fn note_uncaught(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let message = support::text(cx, f.args[1]);
    cx.note_uncaught(f.args[0], &message);
    Ok(Step::Return(Value::NONE))
}

/// Prints an exception and its traceback, as the interpreter does.
fn show_exception(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(cx.tail("show_exception", &[f.args[0]]))
}
