//! Builtins that look at the frame that calls them: `super()`, `globals()`, `locals()`, `vars()`, `dir()`.
//!
//! While a frame runs it is not on the fiber, so what these need is handed to them as arguments.

use crate::classes;
use crate::cx::Cx;
use crate::frame::Frame;
use crate::heap::Body;
use crate::native::{Args, Raise};
use crate::value::{Ref, Value};

/// Adds the arguments that a call without any gets from its frame.
pub(super) fn complete(cx: &mut Cx<'_>, f: &Frame, callee: Value, args: &mut Args) -> Result<(), Raise> {
    let Some(r) = callee.as_ref() else { return Ok(()) };
    if r == classes::SUPER {
        let (class, first) = super_arguments(cx, f)?;
        args.extend([class, first]);
        return Ok(());
    }
    if !matches!(cx.vm.heap.get(r).body, Body::Native(_)) {
        return Ok(());
    }
    let Body::Native(native) = &cx.vm.heap.get(r).body else { return Ok(()) };
    match cx.vm.registry.get(native.id).def.signature {
        crate::builtins::WANTS_GLOBALS => args.push(f.globals.into()),
        crate::builtins::WANTS_LOCALS => {
            let locals = locals_of(cx, f);
            args.push(locals.into());
        }
        _ => {}
    }
    Ok(())
}

fn super_arguments(cx: &mut Cx<'_>, f: &Frame) -> Result<(Value, Value), Raise> {
    let code = &f.loaded.code;
    if code.params.positional == 0 && !code.flags.has(bytecode::Flags::VARARGS) {
        return Err(cx.error(classes::RUNTIME_ERROR, "super(): no arguments"));
    }
    let first = match cell_content(cx, f.regs[0]) {
        Some(v) => v,
        None => f.regs[0],
    };
    let at = code.free.iter().position(|n| n == "__class__").map(|i| code.locals.len() + i);
    let cell = at.map(|i| f.regs[i]);
    match cell.and_then(|c| cell_content(cx, c)) {
        Some(class) if class.is_set() => Ok((class, first)),
        Some(_) => Err(cx.error(classes::RUNTIME_ERROR, "super(): empty __class__ cell")),
        None => Err(cx.error(classes::RUNTIME_ERROR, "super(): __class__ cell not found")),
    }
}

fn cell_content(cx: &Cx<'_>, v: Value) -> Option<Value> {
    match cx.body(Some(v).filter(|v| v.is_set())?) {
        Some(Body::Cell(v)) => Some(*v),
        _ => None,
    }
}

/// The frame's namespace: the module's or class's own dict, or a new one with the values of the locals.
pub(crate) fn locals_of(cx: &mut Cx<'_>, f: &Frame) -> Ref {
    if let Some(namespace) = f.namespace {
        return namespace;
    }
    if f.loaded.code.flags.has(bytecode::Flags::MODULE) {
        return f.globals;
    }
    let dict = cx.new_dict();
    for (i, &name) in f.loaded.locals.iter().enumerate() {
        let v = f.regs[i];
        let v = cell_content(cx, v).unwrap_or(v);
        if v.is_set() && name_is_plain(cx, name) {
            cx.dict_set_name(dict, name, v);
        }
    }
    dict
}

/// Comprehensions' hidden parameter is no name.
fn name_is_plain(cx: &Cx<'_>, name: Ref) -> bool {
    !cx.name(name).starts_with('.')
}
