//! `repr` and `str` of exceptions (Objects/exceptions.c).

use super::show::Writer;
use super::{method_owner, plain_repr, plain_str};
use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::names;
use crate::value::{Ref, Value};

/// Writes an exception whose class has no `__repr__` of its own.
pub(super) fn show(cx: &mut Cx<'_>, r: Ref, w: &mut Writer) -> Option<()> {
    let class = cx.vm.heap.get(r).class;
    if method_owner(cx, class, names::REPR)? != classes::BASE_EXCEPTION {
        return None;
    }
    write(cx, r, w)
}

/// `BaseException.__repr__`: the class's name and the arguments.
fn write(cx: &mut Cx<'_>, r: Ref, w: &mut Writer) -> Option<()> {
    let name = cx.vm.class(cx.vm.heap.get(r).class).name.clone();
    let args = cx.vm.heap.exception(r).args;
    w.push(&name);
    match cx.sequence(args) {
        Some(&[one]) => {
            w.push("(");
            w.show(cx, one)?;
            w.push(")");
            Some(())
        }
        _ => w.show(cx, args),
    }
}

/// `BaseException.__repr__(e)`
pub(crate) fn plain_exception_repr(cx: &mut Cx<'_>, v: Value) -> Option<String> {
    let mut w = Writer::new();
    write(cx, v.as_ref()?, &mut w)?;
    Some(w.finish())
}

/// `str` of an exception whose `__str__` is that of the built-in class `owner`.
pub(super) fn plain_exception_str(cx: &mut Cx<'_>, r: Ref, owner: Ref) -> Option<String> {
    let Body::Exception(e) = &cx.vm.heap.get(r).body else { return None };
    let (args, extra) = (e.args, e.extra);
    let items = cx.sequence(args)?.to_vec();
    match (owner, items.as_slice()) {
        (classes::OS_ERROR, _) if cx.as_i64(extra[0]).is_some() => {
            let (number, text) = (cx.as_i64(extra[0])?, cx.as_str(extra[1])?);
            let name = cx.intern("filename");
            let shown = format!("[Errno {number}] {}", text.as_str());
            match cx.vm.own_attribute(cx.vm.heap.get(r), name).and_then(Value::some) {
                Some(file) => Some(format!("{shown}: {}", plain_repr(cx, file)?)),
                None => Some(shown),
            }
        }
        (classes::KEY_ERROR, &[one]) => plain_repr(cx, one),
        (classes::BASE_EXCEPTION | classes::OS_ERROR | classes::KEY_ERROR, items) => match *items {
            [] => Some(String::new()),
            [one] => plain_str(cx, one),
            _ => plain_repr(cx, args),
        },
        _ => None,
    }
}
