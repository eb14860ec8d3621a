//! Names: locals, cells, globals, class namespaces.

use super::{Exec, Flow};
use crate::classes;
use crate::cx::Cx;
use crate::frame::Frame;
use crate::heap::Body;
use crate::names;
use crate::native::Raise;
use crate::value::{Ref, Value};
use bytecode::{Common, Reg};

pub(super) fn check_bound(cx: &mut Cx<'_>, f: &mut Frame, reg: Reg) -> Exec {
    if f.peek(reg).is_set() {
        return Ok(Flow::Next);
    }
    Err(unbound(cx, f, reg))
}

fn unbound(cx: &mut Cx<'_>, f: &Frame, reg: Reg) -> Raise {
    let name = f.loaded.locals[reg as usize];
    let text = cx.name(name);
    let message = match cx.is_before_311() {
        true => format!("local variable '{text}' referenced before assignment"),
        false => format!("cannot access local variable '{text}' where it is not associated with a value"),
    };
    // It has no `name`, and so nothing is suggested (Python/ceval.c `format_exc_check_arg`).
    cx.error(classes::UNBOUND_LOCAL_ERROR, message)
}

pub(super) fn delete_local(cx: &mut Cx<'_>, f: &mut Frame, reg: Reg) -> Exec {
    if !f.peek(reg).is_set() {
        return Err(unbound(cx, f, reg));
    }
    cx.clear(f, reg);
    Ok(Flow::Next)
}

fn undefined(cx: &mut Cx<'_>, name: Ref) -> Raise {
    let text = cx.name(name);
    let raise = cx.error(classes::NAME_ERROR, format!("name '{text}' is not defined"));
    cx.set_extra(raise.0, name.into(), Value::UNSET);
    raise
}

fn global(cx: &mut Cx<'_>, f: &Frame, name: Ref) -> Result<Value, Raise> {
    if let Some(v) = cx.dict_get_name(f.globals, name) {
        return Ok(v);
    }
    if let Some(v) = cx.dict_get_name(cx.vm.builtins, name) {
        return Ok(v);
    }
    match crate::manifest::missing_builtin(cx, name) {
        Some(refusal) => Err(refusal),
        None => Err(undefined(cx, name)),
    }
}

pub(super) fn load_global(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, name: u16) -> Exec {
    let name = f.loaded.names[name as usize];
    let v = global(cx, f, name)?;
    cx.set(f, dst, v);
    Ok(Flow::Next)
}

pub(super) fn store_global(cx: &mut Cx<'_>, f: &mut Frame, name: u16, src: Reg) -> Exec {
    let v = cx.take(f, src);
    let name = f.loaded.names[name as usize];
    cx.dict_set_name(f.globals, name, v);
    Ok(Flow::Next)
}

pub(super) fn delete_global(cx: &mut Cx<'_>, f: &mut Frame, name: u16) -> Exec {
    let name = f.loaded.names[name as usize];
    if cx.dict_del_name(f.globals, name) {
        Ok(Flow::Next)
    } else {
        Err(undefined(cx, name))
    }
}

fn namespace(f: &Frame) -> Ref {
    f.namespace.unwrap_or(f.globals)
}

pub(super) fn load_name(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, name: u16) -> Exec {
    let name = f.loaded.names[name as usize];
    let v = match cx.dict_get_name(namespace(f), name) {
        Some(v) => v,
        None => global(cx, f, name)?,
    };
    cx.set(f, dst, v);
    Ok(Flow::Next)
}

pub(super) fn store_name(cx: &mut Cx<'_>, f: &mut Frame, name: u16, src: Reg) -> Exec {
    let v = cx.take(f, src);
    let name = f.loaded.names[name as usize];
    cx.dict_set_name(namespace(f), name, v);
    Ok(Flow::Next)
}

pub(super) fn delete_name(cx: &mut Cx<'_>, f: &mut Frame, name: u16) -> Exec {
    let name = f.loaded.names[name as usize];
    if cx.dict_del_name(namespace(f), name) {
        Ok(Flow::Next)
    } else {
        Err(undefined(cx, name))
    }
}

pub(super) fn load_class_deref(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, name: u16, cell: Reg) -> Exec {
    let name = f.loaded.names[name as usize];
    match cx.dict_get_name(namespace(f), name) {
        Some(v) => {
            cx.set(f, dst, v);
            Ok(Flow::Next)
        }
        None => load_deref(cx, f, dst, cell),
    }
}

pub(super) fn make_cell(cx: &mut Cx<'_>, f: &mut Frame, reg: Reg) -> Exec {
    let v = f.peek(reg);
    let cell = cx.new_object(classes::CELL, Body::Cell(v));
    cx.set(f, reg, cell.into());
    Ok(Flow::Next)
}

fn cell_of(f: &Frame, reg: Reg) -> Ref {
    f.peek(reg).as_ref().expect("a cell register holds a cell")
}

pub(super) fn load_deref(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, cell: Reg) -> Exec {
    let v = match cx.vm.heap.get(cell_of(f, cell)).body {
        Body::Cell(v) => v,
        _ => panic!("a cell register holds a cell"),
    };
    if !v.is_set() {
        return Err(unset_cell(cx, f, cell));
    }
    cx.set(f, dst, v);
    Ok(Flow::Next)
}

fn unset_cell(cx: &mut Cx<'_>, f: &Frame, cell: Reg) -> Raise {
    if (cell as usize) < f.loaded.code.locals.len() {
        return unbound(cx, f, cell);
    }
    let name = f.loaded.locals[cell as usize];
    let text = cx.name(name);
    let message = match cx.is_before_311() {
        true => format!("free variable '{text}' referenced before assignment in enclosing scope"),
        false => {
            format!("cannot access free variable '{text}' where it is not associated with a value in enclosing scope")
        }
    };
    let raise = cx.error(classes::NAME_ERROR, message);
    cx.set_extra(raise.0, name.into(), Value::UNSET);
    raise
}

/// Replaces what a cell holds.
pub(crate) fn set_cell(cx: &mut Cx<'_>, cell: Ref, v: Value) {
    cx.vm.heap.store(
        cell,
        |o| match &mut o.body {
            Body::Cell(place) => place,
            other => panic!("{} is no cell", other.kind()),
        },
        v,
    );
}

pub(super) fn store_deref(cx: &mut Cx<'_>, f: &mut Frame, cell: Reg, src: Reg) -> Exec {
    let v = cx.take(f, src);
    set_cell(cx, cell_of(f, cell), v);
    Ok(Flow::Next)
}

pub(super) fn delete_deref(cx: &mut Cx<'_>, f: &mut Frame, cell: Reg) -> Exec {
    let r = cell_of(f, cell);
    if matches!(cx.vm.heap.get(r).body, Body::Cell(v) if !v.is_set()) {
        return Err(unset_cell(cx, f, cell));
    }
    set_cell(cx, r, Value::UNSET);
    Ok(Flow::Next)
}

pub(super) fn load_common(cx: &mut Cx<'_>, f: &mut Frame, which: Common, dst: Reg) -> Exec {
    let v = match which {
        Common::AssertionError => classes::ASSERTION_ERROR.into(),
        Common::BuildClass => cx.vm.prelude("build_class"),
    };
    cx.set(f, dst, v);
    Ok(Flow::Next)
}

pub(super) fn setup_annotations(cx: &mut Cx<'_>, f: &mut Frame) -> Exec {
    let namespace = namespace(f);
    if cx.dict_get_name(namespace, names::ANNOTATIONS).is_none() {
        let d = cx.new_dict();
        cx.dict_set_name(namespace, names::ANNOTATIONS, d.into());
    }
    Ok(Flow::Next)
}
