//! Displays, functions, formatted strings.

use super::call::prelude;
use super::{Exec, Flow};
use crate::classes;
use crate::cx::Cx;
use crate::frame::{Frame, Pending};
use crate::heap::{Body, Function};
use crate::keys::Find;
use crate::value::{Ref, Value};
use bytecode::{Conversion, MakeFlags, Reg, NO_REG};

pub(super) fn slice(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, base: Reg) -> Exec {
    let parts = cx.take_range(f, base, 3);
    let v = cx.new_fields(classes::SLICE, &parts);
    cx.set(f, dst, v);
    Ok(Flow::Next)
}

pub(super) fn tuple(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, base: Reg, count: u16) -> Exec {
    let items = cx.take_range(f, base, count as usize);
    let v = cx.new_tuple(&items);
    cx.set(f, dst, v);
    Ok(Flow::Next)
}

pub(super) fn list(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, base: Reg, count: u16) -> Exec {
    let items = cx.take_range(f, base, count as usize);
    let v = cx.new_list(items.to_vec());
    cx.set(f, dst, v);
    Ok(Flow::Next)
}

pub(super) fn set(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, base: Reg, count: u16) -> Exec {
    let items = cx.take_range(f, base, count as usize);
    let v = cx.new_set(classes::SET);
    let mut added = 0;
    while added < items.len() && set_store(cx, v, items[added])? {
        added += 1;
    }
    if added == items.len() {
        cx.set(f, dst, v.into());
        return Ok(Flow::Next);
    }
    let rest = cx.new_tuple(&items[added..]);
    prelude(cx, f, "set_display", &[v.into(), rest], Pending::Store(dst))
}

/// Adds to a set if that needs no Python; false if it does.
pub(crate) fn set_store(cx: &mut Cx<'_>, set: Ref, v: Value) -> Result<bool, crate::native::Raise> {
    let Some(hash) = cx.plain_hash(v)? else { return Ok(false) };
    match cx.vm.find_in_set(set, v, hash, 0) {
        Find::Found(_) => {}
        Find::Missing => cx.vm.heap.set_insert_new(set, hash, v),
        Find::Ask { .. } => return Ok(false),
    }
    Ok(true)
}

pub(super) fn dict(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, base: Reg, count: u16) -> Exec {
    let items = cx.take_range(f, base, 2 * count as usize);
    let v = cx.new_dict();
    let mut stored = 0;
    while stored < items.len() && super::attr::dict_store(cx, v, items[stored], items[stored + 1])? {
        stored += 2;
    }
    if stored == items.len() {
        cx.set(f, dst, v.into());
        return Ok(Flow::Next);
    }
    let rest = cx.new_tuple(&items[stored..]);
    prelude(cx, f, "dict_display", &[v.into(), rest], Pending::Store(dst))
}

fn object(f: &Frame, reg: Reg) -> Ref {
    f.peek(reg).as_ref().expect("a container in its register")
}

pub(super) fn list_append(cx: &mut Cx<'_>, f: &mut Frame, list: Reg, src: Reg) -> Exec {
    let v = cx.take(f, src);
    cx.vm.heap.list_push(object(f, list), v);
    Ok(Flow::Next)
}

pub(super) fn set_add(cx: &mut Cx<'_>, f: &mut Frame, set: Reg, src: Reg) -> Exec {
    let v = cx.take(f, src);
    let r = object(f, set);
    if set_store(cx, r, v)? {
        return Ok(Flow::Next);
    }
    prelude(cx, f, "set_add", &[r.into(), v], Pending::Discard)
}

pub(super) fn dict_set(cx: &mut Cx<'_>, f: &mut Frame, dict: Reg, key: Reg, src: Reg) -> Exec {
    let v = cx.take(f, src);
    let k = cx.take(f, key);
    let r = object(f, dict);
    if super::attr::dict_store(cx, r, k, v)? {
        return Ok(Flow::Next);
    }
    prelude(cx, f, "dict_setitem", &[r.into(), k, v], Pending::Discard)
}

pub(super) fn list_extend(cx: &mut Cx<'_>, f: &mut Frame, list: Reg, src: Reg) -> Exec {
    let v = cx.take(f, src);
    let r = object(f, list);
    match cx.plain_items(v) {
        Some(items) => {
            items.into_iter().for_each(|i| cx.vm.heap.list_push(r, i));
            Ok(Flow::Next)
        }
        None => prelude(cx, f, "list_extend_display", &[r.into(), v], Pending::Discard),
    }
}

pub(super) fn set_update(cx: &mut Cx<'_>, f: &mut Frame, set: Reg, src: Reg) -> Exec {
    let v = cx.take(f, src);
    let r = object(f, set);
    prelude(cx, f, "set_update_one", &[r.into(), v], Pending::Discard)
}

pub(super) fn dict_update(cx: &mut Cx<'_>, f: &mut Frame, dict: Reg, src: Reg) -> Exec {
    let v = cx.take(f, src);
    let r = object(f, dict);
    prelude(cx, f, "dict_update_display", &[r.into(), v], Pending::Discard)
}

pub(super) fn dict_merge(cx: &mut Cx<'_>, f: &mut Frame, dict: Reg, src: Reg, func: Reg) -> Exec {
    let v = cx.take(f, src);
    let callee = f.peek(func);
    let r = object(f, dict);
    prelude(cx, f, "dict_merge", &[r.into(), v, callee], Pending::Discard)
}

pub(super) fn list_to_tuple(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, src: Reg) -> Exec {
    let v = cx.take(f, src);
    let items = cx.sequence(v).map(<[Value]>::to_vec).unwrap_or_default();
    let t = cx.new_tuple(&items);
    cx.set(f, dst, t);
    Ok(Flow::Next)
}

pub(super) fn format_value(
    cx: &mut Cx<'_>,
    f: &mut Frame,
    conversion: Conversion,
    dst: Reg,
    src: Reg,
    spec: Reg,
) -> Exec {
    let spec = if spec == NO_REG { crate::names::EMPTY.into() } else { cx.take(f, spec) };
    let v = cx.take(f, src);
    if let Some(text) = crate::format::plain_format(cx, conversion, v, spec)? {
        let text = cx.new_str(&text);
        cx.set(f, dst, text);
        return Ok(Flow::Next);
    }
    let name = match conversion {
        Conversion::None => "format_value",
        Conversion::Str => "format_str",
        Conversion::Repr => "format_repr",
        Conversion::Ascii => "format_ascii",
    };
    prelude(cx, f, name, &[v, spec], Pending::Store(dst))
}

pub(super) fn string(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, base: Reg, count: u16) -> Exec {
    let parts = cx.take_range(f, base, count as usize);
    let text: String = parts.iter().filter_map(|&p| cx.as_str(p)).map(|s| s.as_str().to_string()).collect();
    let v = cx.new_str(&text);
    cx.set(f, dst, v);
    Ok(Flow::Next)
}

pub(super) fn function(cx: &mut Cx<'_>, f: &mut Frame, flags: MakeFlags, dst: Reg, code: u16, base: Reg) -> Exec {
    let code = f.loaded.consts[code as usize].as_ref().expect("a code object");
    let loaded = cx.vm.loaded(code);
    let part = |cx: &mut Cx<'_>, f: &mut Frame, flag: u8, at: u16| match flags.has(flag) {
        true => cx.take(f, base + at),
        false => Value::UNSET,
    };
    let defaults = part(cx, f, MakeFlags::DEFAULTS, 0);
    let kw_defaults = part(cx, f, MakeFlags::KW_DEFAULTS, 1);
    let annotations = part(cx, f, MakeFlags::ANNOTATIONS, 2);
    let closure = part(cx, f, MakeFlags::CLOSURE, 3);
    let name = cx.intern(&loaded.code.name).into();
    let qualname = cx.intern(&loaded.code.qualname).into();
    let body =
        Function { code, loaded, globals: f.globals, defaults, kw_defaults, closure, annotations, name, qualname };
    let r = cx.new_object(classes::FUNCTION, Body::Function(Box::new(body)));
    cx.set(f, dst, r.into());
    Ok(Flow::Next)
}
