//! Arithmetic, comparison, truth: fast for numbers, through the prelude for the rest.

use super::call::prelude;
use super::{Exec, Flow};
use crate::cx::Cx;
use crate::frame::{Frame, Pending};
use crate::keys::Answer;

use crate::operators;
use crate::value::{Value, View};
use bytecode::{BinOp, CmpOp, Reg, UnOp};

pub(super) fn binary(cx: &mut Cx<'_>, f: &mut Frame, op: BinOp, dst: Reg, a: Reg, b: Reg) -> Exec {
    let x = f.peek(a);
    let y = f.peek(b);
    if let (View::Int(i), View::Int(j)) = (x.view(), y.view()) {
        let fast = match op {
            BinOp::Add => i.checked_add(j),
            BinOp::Sub => i.checked_sub(j),
            BinOp::Mul => i.checked_mul(j),
            _ => None,
        };
        if let Some(v) = fast {
            f.consume_plain(a);
            f.consume_plain(b);
            cx.set(f, dst, Value::int(v));
            return Ok(Flow::Next);
        }
    }
    cx.take(f, a);
    cx.take(f, b);
    match operators::binary(cx, op, x, y)? {
        Some(v) => {
            cx.set(f, dst, v);
            Ok(Flow::Next)
        }
        None => prelude(cx, f, operators::prelude_name(op), &[x, y], Pending::Store(dst)),
    }
}

pub(super) fn inplace(cx: &mut Cx<'_>, f: &mut Frame, op: BinOp, dst: Reg, a: Reg, b: Reg) -> Exec {
    let x = f.peek(a);
    let y = f.peek(b);
    if operators::is_number(cx, x) && operators::is_number(cx, y) {
        return binary(cx, f, op, dst, a, b);
    }
    cx.take(f, a);
    cx.take(f, b);
    if !operators::has_inplace(cx, x) {
        if let Some(v) = operators::binary(cx, op, x, y)? {
            cx.set(f, dst, v);
            return Ok(Flow::Next);
        }
    }
    prelude(cx, f, operators::inplace_name(op), &[x, y], Pending::Store(dst))
}

pub(super) fn compare(cx: &mut Cx<'_>, f: &mut Frame, op: CmpOp, dst: Reg, a: Reg, b: Reg) -> Exec {
    let x = f.peek(a);
    let y = f.peek(b);
    if let (View::Int(i), View::Int(j)) = (x.view(), y.view()) {
        let fast = match op {
            CmpOp::Lt => Some(i < j),
            CmpOp::Le => Some(i <= j),
            CmpOp::Eq => Some(i == j),
            CmpOp::Ne => Some(i != j),
            CmpOp::Gt => Some(i > j),
            CmpOp::Ge => Some(i >= j),
            _ => None,
        };
        if let Some(v) = fast {
            f.consume_plain(a);
            f.consume_plain(b);
            cx.set(f, dst, Value::bool(v));
            return Ok(Flow::Next);
        }
    }
    cx.take(f, a);
    cx.take(f, b);
    if let Some(v) = operators::compare(cx, op, x, y)? {
        cx.set(f, dst, Value::bool(v));
        return Ok(Flow::Next);
    }
    let pending = match op {
        CmpOp::NotIn => Pending::StoreNot(dst),
        _ => Pending::Store(dst),
    };
    prelude(cx, f, operators::compare_name(op), &[x, y], pending)
}

pub(super) fn unary(cx: &mut Cx<'_>, f: &mut Frame, op: UnOp, dst: Reg, a: Reg) -> Exec {
    let x = cx.take(f, a);
    if op == UnOp::Not {
        return match truth(cx, x) {
            Answer::Known(t) => {
                cx.set(f, dst, Value::bool(!t));
                Ok(Flow::Next)
            }
            Answer::Ask => prelude(cx, f, "truth", &[x], Pending::StoreNot(dst)),
        };
    }
    match operators::unary(cx, op, x)? {
        Some(v) => {
            cx.set(f, dst, v);
            Ok(Flow::Next)
        }
        None => prelude(cx, f, operators::unary_name(op), &[x], Pending::Store(dst)),
    }
}

/// Whether a value is true, if that needs no Python.
pub(crate) fn truth(cx: &mut Cx<'_>, v: Value) -> Answer<bool> {
    operators::truth(cx, v)
}
