//! Arithmetic on ints, bools and floats (Objects/longobject.c, Objects/floatobject.c).

use crate::cx::{Cx, Int};
use crate::native::Raise;
use crate::value::{Value, View};
use bytecode::{BinOp, UnOp};
use text::int::{self, IntRef, Number};

/// `sys.get_int_max_str_digits()`
pub(crate) const MAX_DIGITS: u32 = text::DEFAULT_MAX_STR_DIGITS;

impl Int {
    /// As an operand of the text crate's arithmetic.
    pub(crate) fn as_text(&self) -> IntRef<'_> {
        match self {
            Int::Small(i) => IntRef::Small(*i),
            Int::Big(b) => IntRef::Big(b),
        }
    }
}

/// An operand.
#[derive(Clone, Debug)]
pub(crate) enum Operand {
    /// An int, a bool or an instance of a subclass.
    Int(Int),
    /// A float or an instance of a subclass.
    Float(f64),
}

impl Cx<'_> {
    /// An int of the text crate as a value.
    pub(crate) fn text_int(&mut self, i: text::Int) -> Value {
        match i {
            text::Int::Small(i) => Value::int(i),
            text::Int::Big(b) => self.new_int(b),
        }
    }

    /// A number, subclasses included; `None` for everything else.
    pub(crate) fn operand(&self, v: Value) -> Option<Operand> {
        match self.as_int(v) {
            Some(i) => Some(Operand::Int(i)),
            None => self.as_float(v).map(Operand::Float),
        }
    }

    /// The result of a computation of the text crate, or its exception.
    ///
    /// # Errors
    /// What the computation says.
    pub(crate) fn checked<T>(&mut self, result: text::Result<T>) -> Result<T, Raise> {
        result.map_err(|e| self.text_error(e))
    }

    /// The float that a number is.
    ///
    /// # Errors
    /// OverflowError for an int that is too large.
    pub(crate) fn float_of(&mut self, n: &Operand) -> Result<f64, Raise> {
        match n {
            Operand::Float(x) => Ok(*x),
            Operand::Int(i) => self.checked(int::int_to_float(i.as_text())),
        }
    }
}

/// `a op b` of two numbers; `None` if the operator is not theirs.
///
/// # Errors
/// ZeroDivisionError, OverflowError, ValueError.
pub(crate) fn binary(cx: &mut Cx<'_>, op: BinOp, a: Value, b: Value) -> Result<Option<Value>, Raise> {
    if let (View::Bool(x), View::Bool(y)) = (a.view(), b.view()) {
        match op {
            BinOp::And => return Ok(Some(Value::bool(x & y))),
            BinOp::Or => return Ok(Some(Value::bool(x | y))),
            BinOp::Xor => return Ok(Some(Value::bool(x ^ y))),
            _ => {}
        }
    }
    match (cx.operand(a), cx.operand(b)) {
        (Some(Operand::Int(x)), Some(Operand::Int(y))) => int_binary(cx, op, &x, &y),
        (Some(x), Some(y)) => float_binary(cx, op, &x, &y),
        _ => Ok(None),
    }
}

/// `a op b` of two ints.
///
/// # Errors
/// As [`binary`].
pub(crate) fn int_binary(cx: &mut Cx<'_>, op: BinOp, a: &Int, b: &Int) -> Result<Option<Value>, Raise> {
    let (x, y) = (a.as_text(), b.as_text());
    let result = match op {
        BinOp::Add => Ok(int::add(x, y)),
        BinOp::Sub => Ok(int::sub(x, y)),
        BinOp::Mul => int::mul(x, y),
        BinOp::FloorDiv => int::floordiv(x, y),
        BinOp::Mod if cx.is_before_311() && y.is_zero() => int::floordiv(x, y),
        BinOp::Mod => int::modulo(x, y),
        BinOp::LShift => int::lshift(x, y),
        BinOp::RShift => int::rshift(x, y),
        BinOp::And => Ok(int::bit_and(x, y)),
        BinOp::Or => Ok(int::bit_or(x, y)),
        BinOp::Xor => Ok(int::bit_xor(x, y)),
        BinOp::Div => return cx.checked(int::true_divide(x, y)).map(|x| Some(Value::float(x))),
        BinOp::Pow => {
            return match cx.checked(int::int_pow(x, y))? {
                Number::Int(i) => Ok(Some(cx.text_int(i))),
                Number::Float(x) => Ok(Some(Value::float(x))),
            }
        }
        BinOp::MatMul => return Ok(None),
    };
    let i = cx.checked(result)?;
    Ok(Some(cx.text_int(i)))
}

fn float_binary(cx: &mut Cx<'_>, op: BinOp, a: &Operand, b: &Operand) -> Result<Option<Value>, Raise> {
    if matches!(op, BinOp::MatMul | BinOp::LShift | BinOp::RShift | BinOp::And | BinOp::Or | BinOp::Xor) {
        return Ok(None);
    }
    let (x, y) = (cx.float_of(a)?, cx.float_of(b)?);
    let result = match op {
        BinOp::Add => Ok(x + y),
        BinOp::Sub => Ok(x - y),
        BinOp::Mul => Ok(x * y),
        BinOp::Div => text::float_div(x, y),
        BinOp::FloorDiv => text::float_floor_div(x, y),
        BinOp::Mod => text::float_mod(x, y),
        _ => text::float_pow(x, y),
    };
    cx.checked(result).map(|x| Some(Value::float(x)))
}

/// `op a` of a number; `None` if the operator is not its.
pub(crate) fn unary(cx: &mut Cx<'_>, op: UnOp, a: Value) -> Option<Value> {
    match cx.operand(a)? {
        Operand::Int(i) => {
            let result = match op {
                UnOp::Neg => int::neg(i.as_text()),
                UnOp::Pos => i.as_text().to_int(),
                UnOp::Invert => int::invert(i.as_text()),
                UnOp::Not => return None,
            };
            Some(cx.text_int(result))
        }
        Operand::Float(x) => match op {
            UnOp::Neg => Some(Value::float(-x)),
            UnOp::Pos => Some(Value::float(x)),
            UnOp::Invert | UnOp::Not => None,
        },
    }
}

/// `abs(a)` of a number.
pub(crate) fn absolute(cx: &mut Cx<'_>, a: Value) -> Option<Value> {
    match cx.operand(a)? {
        Operand::Int(i) => Some(cx.text_int(int::abs(i.as_text()))),
        Operand::Float(x) => Some(Value::float(x.abs())),
    }
}

/// `divmod(a, b)` of two numbers; `None` if one is no number.
///
/// # Errors
/// ZeroDivisionError, OverflowError.
pub(crate) fn divmod(cx: &mut Cx<'_>, a: Value, b: Value) -> Result<Option<Value>, Raise> {
    let pair = match (cx.operand(a), cx.operand(b)) {
        (Some(Operand::Int(x)), Some(Operand::Int(y))) => {
            let (q, r) = cx.checked(int::divmod(x.as_text(), y.as_text()))?;
            [cx.text_int(q), cx.text_int(r)]
        }
        (Some(x), Some(y)) => {
            let (x, y) = (cx.float_of(&x)?, cx.float_of(&y)?);
            let (q, r) = cx.checked(text::float_divmod(x, y))?;
            [Value::float(q), Value::float(r)]
        }
        _ => return Ok(None),
    };
    Ok(Some(cx.new_tuple(&pair)))
}

/// The number after `current` in a range; `None` if there is no `current` any more.
pub(crate) fn range_next(cx: &mut Cx<'_>, current: Value, stop: Value, step: Value) -> Option<Value> {
    let (current, stop, step) = (cx.as_int(current)?, cx.as_int(stop)?, cx.as_int(step)?);
    let (at, end, by) = (current.as_text(), stop.as_text(), step.as_text());
    let over = if by.is_negative() { at <= end } else { at >= end };
    if over {
        return None;
    }
    Some(cx.text_int(int::add(at, by)))
}

/// How many numbers a range has; at most [`i64::MAX`].
pub(crate) fn range_len(start: i64, stop: i64, step: i64) -> i64 {
    let (a, b, by) = (i128::from(start), i128::from(stop), i128::from(step));
    let (span, by) = if by > 0 { (b - a, by) } else { (a - b, -by) };
    let count = if span <= 0 { 0 } else { (span - 1) / by + 1 };
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// An int, clamped to 64 bits.
pub(crate) fn clamped(i: &Int) -> i64 {
    match i {
        Int::Small(i) => *i,
        Int::Big(b) if b.sign() == num_bigint::Sign::Minus => i64::MIN,
        Int::Big(_) => i64::MAX,
    }
}
