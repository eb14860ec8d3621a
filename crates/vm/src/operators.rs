//! Operators on built-in values: what needs no Python.
//!
//! Every function answers `None` where a class of the program, or a built-in without a fast path,
//! has a say: then the prelude asks `__add__` and its kin.

use crate::classes;
use crate::cx::{Cx, Int};
use crate::heap::Body;
use crate::keys::Answer;
use crate::names;
use crate::native::Raise;
use crate::value::{Value, View};
use bytecode::{BinOp, CmpOp, UnOp};
use std::cmp::Ordering;

/// The prelude's function for an operator.
pub(crate) fn prelude_name(op: BinOp) -> &'static str {
    match op {
        BinOp::Add => "add",
        BinOp::Sub => "sub",
        BinOp::Mul => "mul",
        BinOp::MatMul => "matmul",
        BinOp::Div => "truediv",
        BinOp::FloorDiv => "floordiv",
        BinOp::Mod => "mod",
        BinOp::Pow => "pow_",
        BinOp::LShift => "lshift",
        BinOp::RShift => "rshift",
        BinOp::And => "and_",
        BinOp::Or => "or_",
        BinOp::Xor => "xor",
    }
}

/// The prelude's function for an augmented assignment.
pub(crate) fn inplace_name(op: BinOp) -> &'static str {
    match op {
        BinOp::Add => "iadd",
        BinOp::Sub => "isub",
        BinOp::Mul => "imul",
        BinOp::MatMul => "imatmul",
        BinOp::Div => "itruediv",
        BinOp::FloorDiv => "ifloordiv",
        BinOp::Mod => "imod",
        BinOp::Pow => "ipow",
        BinOp::LShift => "ilshift",
        BinOp::RShift => "irshift",
        BinOp::And => "iand",
        BinOp::Or => "ior",
        BinOp::Xor => "ixor",
    }
}

/// The prelude's function for a comparison; `not in` is `contains` turned round.
pub(crate) fn compare_name(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Lt => "lt",
        CmpOp::Le => "le",
        CmpOp::Eq => "eq",
        CmpOp::Ne => "ne",
        CmpOp::Gt => "gt",
        CmpOp::Ge => "ge",
        CmpOp::In | CmpOp::NotIn => "is_in",
        CmpOp::Is | CmpOp::IsNot => panic!("identity needs no Python"),
    }
}

/// The prelude's function for a unary operator.
pub(crate) fn unary_name(op: UnOp) -> &'static str {
    match op {
        UnOp::Neg => "neg",
        UnOp::Pos => "pos",
        UnOp::Invert => "invert",
        UnOp::Not => panic!("not is a truth test"),
    }
}

/// True for an exact int, bool or float.
pub(crate) fn is_number(cx: &Cx<'_>, v: Value) -> bool {
    match v.view() {
        View::Int(_) | View::Float(_) | View::Bool(_) => true,
        View::Ref(r) => cx.vm.heap.get(r).class == classes::INT,
        _ => false,
    }
}

/// True if the value's class may have an in-place form of an operator.
pub(crate) fn has_inplace(cx: &Cx<'_>, v: Value) -> bool {
    let class = cx.class_of(v);
    !matches!(class, classes::INT | classes::FLOAT | classes::BOOL | classes::STR | classes::TUPLE | classes::BYTES)
}

/// `a op b`
///
/// # Errors
/// Python's, such as ZeroDivisionError.
pub fn binary(cx: &mut Cx<'_>, op: BinOp, a: Value, b: Value) -> Result<Option<Value>, Raise> {
    if is_number(cx, a) && is_number(cx, b) {
        return crate::numbers::binary(cx, op, a, b);
    }
    crate::sequences::binary(cx, op, a, b)
}

/// `op a`
///
/// # Errors
/// None so far; the signature is that of the other operators.
pub fn unary(cx: &mut Cx<'_>, op: UnOp, a: Value) -> Result<Option<Value>, Raise> {
    if is_number(cx, a) {
        return Ok(crate::numbers::unary(cx, op, a));
    }
    Ok(None)
}

/// `a op b` as a bool.
///
/// # Errors
/// TypeError for `in` of an unhashable key.
pub fn compare(cx: &mut Cx<'_>, op: CmpOp, a: Value, b: Value) -> Result<Option<bool>, Raise> {
    match op {
        CmpOp::Is => return Ok(Some(a.is(b))),
        CmpOp::IsNot => return Ok(Some(!a.is(b))),
        CmpOp::In => return contains(cx, b, a),
        CmpOp::NotIn => return Ok(contains(cx, b, a)?.map(|found| !found)),
        _ => {}
    }
    if let Some(order) = cx.vm.compare_numbers(a, b) {
        return Ok(Some(holds(op, order)));
    }
    match op {
        CmpOp::Eq | CmpOp::Ne => Ok(match cx.vm.try_equal(a, b) {
            Answer::Known(equal) => Some(equal == (op == CmpOp::Eq)),
            Answer::Ask => None,
        }),
        _ => Ok(order_of(cx, a, b).map(|order| holds(op, Some(order)))),
    }
}

fn holds(op: CmpOp, order: Option<Ordering>) -> bool {
    let Some(order) = order else { return op == CmpOp::Ne };
    match op {
        CmpOp::Lt => order.is_lt(),
        CmpOp::Le => order.is_le(),
        CmpOp::Eq => order.is_eq(),
        CmpOp::Ne => order.is_ne(),
        CmpOp::Gt => order.is_gt(),
        CmpOp::Ge => order.is_ge(),
        _ => panic!("{op:?} is no order"),
    }
}

/// The order of two strings or two bytes of exactly these classes.
fn order_of(cx: &Cx<'_>, a: Value, b: Value) -> Option<Ordering> {
    let (x, y) = (cx.object(a)?, cx.object(b)?);
    match (&x.body, &y.body) {
        (Body::Str(s), Body::Str(t)) if x.class == classes::STR && y.class == classes::STR => {
            Some(s.as_str().cmp(t.as_str()))
        }
        (Body::Bytes(s), Body::Bytes(t)) if x.class == classes::BYTES && y.class == classes::BYTES => Some(s.cmp(t)),
        _ => None,
    }
}

/// `item in container`
fn contains(cx: &mut Cx<'_>, container: Value, item: Value) -> Result<Option<bool>, Raise> {
    let Some(r) = container.as_ref() else { return Ok(None) };
    let object = cx.vm.heap.get(r);
    match (&object.body, object.class) {
        (Body::Str(s), classes::STR) => Ok(cx.as_str(item).map(|i| s.as_str().contains(i.as_str()))),
        (Body::List(items), classes::LIST) => Ok(find(cx, items, item)),
        (Body::Tuple(items), classes::TUPLE) => Ok(find(cx, items, item)),
        (Body::Dict(_), classes::DICT) => {
            let Some(hash) = cx.plain_hash(item)? else { return Ok(None) };
            Ok(found(cx.vm.find_in_dict(r, item, hash, 0)))
        }
        (Body::Set(_), classes::SET | classes::FROZENSET) => {
            let Answer::Known(Some(hash)) = cx.vm.try_hash(item) else { return Ok(None) };
            Ok(found(cx.vm.find_in_set(r, item, hash, 0)))
        }
        _ => Ok(None),
    }
}

fn found(find: crate::keys::Find) -> Option<bool> {
    match find {
        crate::keys::Find::Found(_) => Some(true),
        crate::keys::Find::Missing => Some(false),
        crate::keys::Find::Ask { .. } => None,
    }
}

fn find(cx: &Cx<'_>, items: &[Value], item: Value) -> Option<bool> {
    for &other in items {
        match cx.vm.same_key(other, item) {
            Answer::Known(true) => return Some(true),
            Answer::Known(false) => {}
            Answer::Ask => return None,
        }
    }
    Some(false)
}

/// Whether a value is true.
pub fn truth(cx: &mut Cx<'_>, v: Value) -> Answer<bool> {
    let known = Answer::Known;
    let r = match v.view() {
        View::Bool(b) => return known(b),
        View::None => return known(false),
        View::Int(i) => return known(i != 0),
        View::Float(x) => return known(x != 0.0),
        View::Ellipsis | View::NotImplemented => return known(true),
        View::Unset => panic!("the truth of nothing"),
        View::Ref(r) => r,
    };
    let object = cx.vm.heap.get(r);
    if object.class.index() < classes::COUNT as usize {
        match &object.body {
            Body::Str(s) => return known(!s.is_empty()),
            Body::Bytes(b) => return known(!b.is_empty()),
            Body::ByteArray(b) => return known(!b.is_empty()),
            Body::List(items) => return known(!items.is_empty()),
            Body::Tuple(items) => return known(!items.is_empty()),
            Body::Dict(d) => return known(!d.is_empty()),
            Body::Set(s) => return known(!s.is_empty()),
            Body::BigInt(_) => return known(true),
            _ => {}
        }
    }
    let class = object.class;
    if cx.vm.find_in_class(class, names::BOOL).is_none() && cx.vm.find_in_class(class, names::LEN).is_none() {
        return known(true);
    }
    Answer::Ask
}

impl Int {
    /// True for 0.
    pub fn is_zero(&self) -> bool {
        matches!(self, Int::Small(0))
    }
}
