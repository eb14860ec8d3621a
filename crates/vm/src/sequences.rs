//! Concatenation and repetition of built-in sequences, and `str % values` (Objects/abstract.c).
//!
//! Only operands of exactly these classes are dealt with here; what a class of the program may have a say in is
//! left to the prelude.

use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::names;
use crate::native::Raise;
use crate::value::{Ref, Value};
use bytecode::BinOp;

/// `a op b`; `None` if the prelude has to ask.
///
/// # Errors
/// TypeError for operands that do not go together, OverflowError for a repetition that is too long.
pub(crate) fn binary(cx: &mut Cx<'_>, op: BinOp, a: Value, b: Value) -> Result<Option<Value>, Raise> {
    let class = cx.class_of(a);
    match op {
        BinOp::Add if is_sequence(class) => {
            if may_answer(cx, b, names::RADD) {
                return Ok(None);
            }
            concat(cx, a, b).map(Some)
        }
        BinOp::Mul if is_sequence(class) => {
            if may_answer(cx, b, names::RMUL) || has_index(cx, b) {
                return Ok(None);
            }
            repeat(cx, a, b).map(Some)
        }
        BinOp::Mul if is_sequence(cx.class_of(b)) && !cx.vm.class(class).is_heap_type => repeat(cx, b, a).map(Some),
        BinOp::Mod if class == classes::STR && !may_answer(cx, b, names::RMOD) => {
            let template = cx.as_str(a).expect("a str");
            match crate::format::percent(cx, template.as_str(), b)? {
                Some(text) => Ok(Some(cx.new_str(&text))),
                None => Ok(None),
            }
        }
        _ => Ok(None),
    }
}

fn is_sequence(class: Ref) -> bool {
    matches!(class, classes::STR | classes::LIST | classes::TUPLE | classes::BYTES | classes::BYTEARRAY)
}

/// True if the value is of a class of the program that has this method.
pub(crate) fn may_answer(cx: &mut Cx<'_>, v: Value, method: Ref) -> bool {
    let class = cx.class_of(v);
    cx.vm.class(class).is_heap_type && cx.vm.find_in_class(class, method).is_some()
}

/// True if the value is no int but can be one by `__index__`.
pub(crate) fn has_index(cx: &mut Cx<'_>, v: Value) -> bool {
    v.is_set() && cx.as_int(v).is_none() && cx.find_special(v, names::INDEX).is_some()
}

/// `a + b` of two sequences, instances of subclasses included.
///
/// # Errors
/// TypeError if `b` is of another kind.
pub(crate) fn concat(cx: &mut Cx<'_>, a: Value, b: Value) -> Result<Value, Raise> {
    let r = a.as_ref().expect("a sequence");
    let exact = is_sequence(cx.class_of(a));
    match (&cx.vm.heap.get(r).body, cx.body(b)) {
        (Body::Str(s), Some(Body::Str(t))) => {
            let (s, t) = (s.clone(), t.clone());
            if t.is_empty() && exact {
                return Ok(a);
            }
            if s.is_empty() && cx.class_of(b) == classes::STR {
                return Ok(b);
            }
            check_length(cx, (s.as_str().len() + t.as_str().len()) as u64)?;
            Ok(cx.new_str(&[s.as_str(), t.as_str()].concat()))
        }
        (Body::List(x), Some(Body::List(y))) => {
            let items = [x.as_slice(), y.as_slice()].concat();
            Ok(cx.new_list(items))
        }
        (Body::Tuple(x), Some(Body::Tuple(y))) => {
            let items = [&x[..], &y[..]].concat();
            Ok(cx.new_tuple(&items))
        }
        (Body::Bytes(x), Some(Body::Bytes(y))) => {
            let bytes = [&x[..], &y[..]].concat();
            Ok(cx.new_bytes(&bytes))
        }
        (Body::Bytes(x), Some(Body::ByteArray(y))) => {
            let bytes = [&x[..], &y[..]].concat();
            Ok(cx.new_bytes(&bytes))
        }
        (Body::ByteArray(x), Some(other)) => match other {
            Body::ByteArray(y) => {
                let bytes = [&x[..], &y[..]].concat();
                Ok(new_bytearray(cx, bytes))
            }
            Body::Bytes(y) => {
                let bytes = [&x[..], &y[..]].concat();
                Ok(new_bytearray(cx, bytes))
            }
            _ => Err(cannot_concat(cx, a, b)),
        },
        _ => Err(cannot_concat(cx, a, b)),
    }
}

fn new_bytearray(cx: &mut Cx<'_>, bytes: Vec<u8>) -> Value {
    cx.new_object(classes::BYTEARRAY, Body::ByteArray(bytes)).into()
}

fn cannot_concat(cx: &mut Cx<'_>, a: Value, b: Value) -> Raise {
    let other = cx.type_name(b);
    let own = match cx.body(a) {
        Some(Body::Str(_)) => "str",
        Some(Body::List(_)) => "list",
        Some(Body::Tuple(_)) => "tuple",
        _ => {
            let own = cx.type_name(a);
            return cx.type_error(format!("can't concat {other} to {own}"));
        }
    };
    cx.type_error(format!("can only concatenate {own} (not \"{other}\") to {own}"))
}

/// `a * count` of a sequence.
///
/// # Errors
/// TypeError if `count` is no int, OverflowError if it has more than 64 bits, a met limit if the result is too long.
pub(crate) fn repeat(cx: &mut Cx<'_>, a: Value, count: Value) -> Result<Value, Raise> {
    if cx.as_int(count).is_none() {
        let name = cx.type_name(count);
        return Err(cx.type_error(format!("can't multiply sequence by non-int of type '{name}'")));
    }
    let Some(n) = cx.as_i64(count) else {
        return Err(cx.error(classes::OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer"));
    };
    let n = n.max(0) as u64;
    let r = a.as_ref().expect("a sequence");
    let len = match &cx.vm.heap.get(r).body {
        Body::Str(s) => s.as_str().len(),
        Body::Bytes(b) => b.len(),
        Body::ByteArray(b) => b.len(),
        Body::List(items) => items.len(),
        Body::Tuple(items) => items.len(),
        other => panic!("{} is no sequence", other.kind()),
    };
    if n == 1 && matches!(cx.class_of(a), classes::STR | classes::TUPLE | classes::BYTES) {
        return Ok(a);
    }
    check_length(cx, n.saturating_mul(len as u64))?;
    // An empty sequence repeated stays empty, however often.
    let n = if len == 0 { 0 } else { n as usize };
    match cx.vm.heap.get(r).body.clone() {
        Body::Str(s) => Ok(cx.new_str(&s.as_str().repeat(n))),
        Body::Bytes(b) => Ok(cx.new_bytes(&b.repeat(n))),
        Body::ByteArray(b) => Ok(new_bytearray(cx, b.repeat(n))),
        Body::List(items) => Ok(cx.new_list(items.repeat(n))),
        Body::Tuple(items) => Ok(cx.new_tuple(&items.repeat(n))),
        other => panic!("{} is no sequence", other.kind()),
    }
}

/// The result must fit the memory we allow for one object.
pub(crate) fn check_length(cx: &mut Cx<'_>, len: u64) -> Result<(), Raise> {
    if len <= text::MAX_RUN {
        return Ok(());
    }
    let most = text::MAX_RUN;
    Err(cx.limit(&format!("a sequence of {len} items: at most {most} are made at once")))
}
