//! Import statements.

use super::call::prelude;
use super::{Exec, Flow};
use crate::classes;
use crate::cx::Cx;
use crate::frame::{Frame, Pending};
use crate::lookup::Attribute;
use crate::names;
use crate::value::Value;
use bytecode::Reg;

pub(super) fn import(cx: &mut Cx<'_>, f: &mut Frame, level: u8, dst: Reg, name: u16, fromlist: u16) -> Exec {
    let name = f.loaded.names[name as usize];
    let fromlist = f.loaded.consts[fromlist as usize];
    if level > 0 {
        return Err(cx.error(classes::IMPORT_ERROR, "attempted relative import with no known parent package"));
    }
    prelude(cx, f, "import_", &[name.into(), fromlist], Pending::Store(dst))
}

pub(super) fn from(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, module: Reg, name: u16) -> Exec {
    let m = f.peek(module);
    let name = f.loaded.names[name as usize];
    if let Some(Attribute::Value(v)) = cx.generic_attribute(m, classes::MODULE, name) {
        cx.set(f, dst, v);
        return Ok(Flow::Next);
    }
    prelude(cx, f, "import_from", &[m, name.into()], Pending::Store(dst))
}

pub(super) fn star(cx: &mut Cx<'_>, f: &mut Frame, module: Reg) -> Exec {
    let m = cx.take(f, module);
    let Some(from) = m.as_ref().and_then(|r| cx.vm.heap.get(r).dict) else {
        return Err(cx.error(classes::IMPORT_ERROR, "from-import-* object has no __dict__ and no __all__"));
    };
    let listed = cx.dict_get_name(from, names::ALL_).and_then(|v| cx.sequence(v).map(<[Value]>::to_vec));
    let all: Vec<Value> = match listed {
        Some(all) => all,
        None => public_names(cx, from),
    };
    for key in all {
        let Some(name) = key.as_ref() else { continue };
        match cx.dict_get_name(from, name) {
            Some(v) => cx.dict_set_name(f.globals, name, v),
            None => {
                let raise = cx.no_attribute(m, name);
                return Err(raise);
            }
        }
    }
    Ok(Flow::Next)
}

fn public_names(cx: &Cx<'_>, dict: crate::value::Ref) -> Vec<Value> {
    let keys = cx.vm.heap.dict(dict).iter().map(|e| e.key);
    keys.filter(|&k| cx.as_str(k).is_some_and(|s| !s.as_str().starts_with('_'))).collect()
}
