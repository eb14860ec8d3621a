//! Code objects, frames and tracebacks as values.

use crate::classes;
use crate::cx::Cx;
use crate::fiber::Activation;
use crate::frame::{Frame, Loaded};
use crate::heap::{Body, FrameBody, TracebackBody};
use crate::native::{getter, setter, Args, ClassDef, Def, NativeFrame, NativeResult, Resumed, Step};
use crate::value::{Ref, Value};
use bytecode::PythonVersion;
use std::rc::Rc;

pub(super) const CLASSES: &[ClassDef] = &[
    ClassDef { class: classes::CODE, methods: CODE },
    ClassDef { class: classes::TRACEBACK, methods: TRACEBACK },
    ClassDef { class: classes::FRAME, methods: FRAME },
    ClassDef { class: classes::CELL, methods: CELL },
];

const CODE: &[Def] = &[
    getter("co_name", co_name),
    getter("co_qualname", co_qualname).only_in(PythonVersion::V311),
    getter("co_filename", co_filename),
    getter("co_firstlineno", co_firstlineno),
    getter("co_argcount", co_argcount),
    getter("co_posonlyargcount", co_posonlyargcount),
    getter("co_kwonlyargcount", co_kwonlyargcount),
    getter("co_flags", co_flags),
    getter("co_varnames", co_varnames),
    getter("co_freevars", co_freevars),
    getter("co_cellvars", co_cellvars),
    getter("co_nlocals", co_nlocals),
    getter("co_code", of_another_machine),
    getter("co_consts", of_another_machine),
    getter("co_names", of_another_machine),
    getter("co_stacksize", of_another_machine),
];

const CELL: &[Def] = &[getter("cell_contents", cell_contents), setter("cell_contents", set_cell_contents)];

const TRACEBACK: &[Def] = &[getter("tb_next", tb_next), getter("tb_lineno", tb_lineno), getter("tb_frame", tb_frame)];

const FRAME: &[Def] = &[
    getter("f_code", f_code),
    getter("f_lineno", f_lineno),
    getter("f_globals", f_globals),
    getter("f_locals", f_locals),
    getter("f_back", f_back),
];

fn own(f: &NativeFrame) -> Ref {
    f.args[0].as_ref().expect("a getter of an object")
}

fn code(cx: &Cx<'_>, f: &NativeFrame) -> Rc<Loaded> {
    cx.vm.loaded(own(f))
}

fn text(cx: &mut Cx<'_>, s: &str) -> NativeResult {
    Ok(Step::Return(cx.new_str(s)))
}

fn number(n: impl Into<i64>) -> NativeResult {
    Ok(Step::Return(Value::int(n.into())))
}

fn co_name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let code = code(cx, f);
    text(cx, &code.code.name)
}

fn co_qualname(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let code = code(cx, f);
    text(cx, &code.code.qualname)
}

fn co_filename(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let code = code(cx, f);
    text(cx, &code.code.filename)
}

fn co_firstlineno(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    number(code(cx, f).code.first_line)
}

fn co_argcount(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    number(code(cx, f).code.params.positional)
}

fn co_posonlyargcount(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    number(code(cx, f).code.params.positional_only)
}

fn co_kwonlyargcount(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    number(code(cx, f).code.params.keyword_only)
}

/// CPython's bits (Include/cpython/code.h): optimized, new locals, *args, **kwargs, generator, coroutine, …
fn co_flags(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    use bytecode::Flags;
    let flags = code(cx, f).code.flags;
    let function = !flags.has(Flags::MODULE | Flags::CLASS_BODY);
    let bits = [
        (function, 0x03),
        (flags.has(Flags::VARARGS), 0x04),
        (flags.has(Flags::VARKEYWORDS), 0x08),
        (flags.has(Flags::GENERATOR), 0x20),
        (flags.has(Flags::COROUTINE), 0x80),
        (flags.has(Flags::ITERABLE_COROUTINE), 0x100),
        (flags.has(Flags::ASYNC_GENERATOR), 0x200),
    ];
    number(bits.iter().filter(|(on, _)| *on).map(|(_, bit)| bit).sum::<i64>())
}

fn names(cx: &mut Cx<'_>, names: &[Ref]) -> NativeResult {
    let values: Args = names.iter().map(|&r| r.into()).collect();
    Ok(Step::Return(cx.new_tuple(&values)))
}

fn co_varnames(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let code = code(cx, f);
    let own = own_names(&code, |is_cell, is_parameter| !is_cell || is_parameter);
    names(cx, &own)
}

/// Names of the variables of which this says yes: whether they are cells, whether they are parameters.
fn own_names(code: &Loaded, wanted: fn(bool, bool) -> bool) -> Vec<Ref> {
    let (cells, parameters) = (&code.code.cells, code.code.parameters());
    let is_wanted = |at: &usize| wanted(cells.contains(&(*at as bytecode::Reg)), *at < parameters);
    (0..code.code.locals.len()).filter(is_wanted).map(|at| code.locals[at]).collect()
}

fn co_cellvars(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let cells = own_names(&code(cx, f), |is_cell, _| is_cell);
    names(cx, &cells)
}

fn co_nlocals(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    number(own_names(&code(cx, f), |is_cell, is_parameter| !is_cell || is_parameter).len() as i64)
}

/// What only says how CPython's own machine works.
fn of_another_machine(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Err(cx.unsupported("looking into a code object's bytecode", "look at its names and lines"))
}

fn cell_contents(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match cx.vm.heap.get(own(f)).body {
        Body::Cell(v) if v.is_set() => Ok(Step::Return(v)),
        _ => Err(cx.value_error("Cell is empty")),
    }
}

fn set_cell_contents(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    crate::interp::set_cell(cx, own(f), f.args[1]);
    Ok(Step::Return(Value::NONE))
}

fn co_freevars(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let code = code(cx, f);
    names(cx, &code.locals[code.code.locals.len()..])
}

fn link<'a>(cx: &'a Cx<'_>, f: &NativeFrame) -> &'a TracebackBody {
    match &cx.vm.heap.get(own(f)).body {
        Body::Traceback(t) => t,
        other => panic!("{} is no traceback", other.kind()),
    }
}

fn tb_next(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(link(cx, f).next.or(Value::NONE)))
}

fn tb_lineno(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let t = link(cx, f);
    match t.code.code.range(t.pc).line {
        0 => number(t.code.code.first_line),
        line => number(line),
    }
}

fn tb_frame(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(link(cx, f).frame.into()))
}

fn frame_body<'a>(cx: &'a Cx<'_>, f: &NativeFrame) -> &'a FrameBody {
    match &cx.vm.heap.get(own(f)).body {
        Body::Frame(body) => body,
        other => panic!("{} is no frame", other.kind()),
    }
}

/// The frame behind a frame object: over, in its generator, or on a fiber. The one that runs at this moment cannot be
/// looked at.
fn frame(cx: &mut Cx<'_>, f: &NativeFrame) -> Result<Frame, crate::native::Raise> {
    let object = Some(own(f));
    if let Some(frame) = &frame_body(cx, f).frame {
        return Ok(frame.clone());
    }
    let kept = cx.vm.heap.objects().filter_map(|(_, o)| match &o.body {
        Body::Custom(body) => body.fiber(),
        _ => None,
    });
    let fibers = cx.vm.threads.values().map(|t| &t.fiber).chain([&cx.t.fiber]).chain(kept);
    let stacks = fibers.flat_map(|fiber| &fiber.stack);
    let on_fiber = stacks.filter_map(|a| match a {
        Activation::Python(f) => Some(&**f),
        Activation::Native(_) | Activation::Detached(_) => None,
    });
    let suspended = cx.vm.heap.objects().filter_map(|(_, o)| match &o.body {
        Body::Generator(g) => g.frame(),
        _ => None,
    });
    let found = on_fiber.chain(suspended).find(|f| f.object == object).cloned();
    found.ok_or_else(|| {
        let instead = "look at the exception's traceback after it is over";
        cx.unsupported("looking at a frame that still runs", instead)
    })
}

fn f_code(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(frame_body(cx, f).code.into()))
}

fn f_globals(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(frame_body(cx, f).globals.into()))
}

fn f_back(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Err(cx.unsupported("the attribute f_back of a frame", "walk the traceback's tb_next"))
}

fn f_lineno(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let frame = frame(cx, f)?;
    match frame.line() {
        _ if frame.pc == 0 => number(frame.loaded.code.first_line),
        0 => number(frame.loaded.code.first_line),
        line => number(line),
    }
}

fn f_locals(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let frame = frame(cx, f)?;
    Ok(Step::Return(crate::interp::locals_of(cx, &frame).into()))
}
