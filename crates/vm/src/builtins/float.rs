//! `float` (Objects/floatobject.c).

use super::int::format_with;
use super::list::shared::{class_argument, done};
use super::str::args::{again, int, needs_indices};
use crate::classes;
use crate::cx::Cx;
use crate::format;
use crate::heap::Body;
use crate::native::{def, getter, new, ClassDef, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use crate::numbers::{self, Operand};
use crate::value::{Ref, Value};
use bytecode::BinOp;
use std::cmp::Ordering;

pub(super) const CLASSES: &[ClassDef] =
    &[ClassDef { class: classes::FLOAT, methods: OPERATORS }, ClassDef { class: classes::FLOAT, methods: METHODS }];

const OPERATORS: &[Def] = &[
    def("__add__", "self, other, /", add),
    def("__radd__", "self, other, /", radd),
    def("__sub__", "self, other, /", sub),
    def("__rsub__", "self, other, /", rsub),
    def("__mul__", "self, other, /", mul),
    def("__rmul__", "self, other, /", rmul),
    def("__truediv__", "self, other, /", truediv),
    def("__rtruediv__", "self, other, /", rtruediv),
    def("__floordiv__", "self, other, /", floordiv),
    def("__rfloordiv__", "self, other, /", rfloordiv),
    def("__mod__", "self, other, /", modulo),
    def("__rmod__", "self, other, /", rmodulo),
    def("__divmod__", "self, other, /", divmod),
    def("__rdivmod__", "self, other, /", rdivmod),
    def("__pow__", "self, other, mod=, /", pow),
    def("__rpow__", "self, other, mod=, /", rpow),
    def("__neg__", "self, /", neg),
    def("__pos__", "self, /", plain),
    def("__abs__", "self, /", abs),
    def("__lt__", "self, other, /", lt),
    def("__le__", "self, other, /", le),
    def("__eq__", "self, other, /", eq),
    def("__ne__", "self, other, /", ne),
    def("__gt__", "self, other, /", gt),
    def("__ge__", "self, other, /", ge),
    def("__hash__", "self, /", hash),
    def("__bool__", "self, /", truth),
];

const METHODS: &[Def] = &[
    new("cls, x=, /", new_float),
    def("__repr__", "self, /", repr),
    def("__format__", "self, format_spec, /", format_),
    def("__float__", "self, /", plain),
    def("__int__", "self, /", trunc),
    def("__trunc__", "self, /", trunc),
    def("__floor__", "self, /", floor),
    def("__ceil__", "self, /", ceil),
    def("__round__", "self, ndigits=, /", round),
    def("__getnewargs__", "self, /", as_tuple),
    def("conjugate", "self, /", plain),
    def("is_integer", "self, /", is_integer),
    def("as_integer_ratio", "self, /", ratio),
    def("hex", "self, /", hex),
    def("fromhex", "cls, string, /", fromhex).class_method(),
    getter("real", plain),
    getter("imag", zero),
];

/// `a op b` if both are numbers, else NotImplemented.
fn binary(cx: &mut Cx<'_>, op: BinOp, a: Value, b: Value) -> NativeResult {
    let (Some(x), Some(y)) = (cx.operand(a), cx.operand(b)) else { return done(Value::NOT_IMPLEMENTED) };
    let (x, y) = (cx.float_of(&x)?, cx.float_of(&y)?);
    let result = numbers::binary(cx, op, Value::float(x), Value::float(y))?;
    done(result.unwrap_or(Value::NOT_IMPLEMENTED))
}

macro_rules! operators {
    ($($name:ident $reflected:ident $op:ident;)*) => { $(
        fn $name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
            binary(cx, BinOp::$op, f.args[0], f.args[1])
        }
        fn $reflected(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
            binary(cx, BinOp::$op, f.args[1], f.args[0])
        }
    )* };
}

operators! {
    add radd Add;
    sub rsub Sub;
    mul rmul Mul;
    truediv rtruediv Div;
    floordiv rfloordiv FloorDiv;
    modulo rmodulo Mod;
}

/// How a float stands to a number; `None` for what is no number.
fn order(cx: &Cx<'_>, f: &NativeFrame) -> Option<Option<Ordering>> {
    let x = receiver(cx, f);
    match cx.operand(f.args[1])? {
        Operand::Float(y) => Some(x.partial_cmp(&y)),
        Operand::Int(i) => Some(text::int::compare_with_float(i.as_text(), x).map(Ordering::reverse)),
    }
}

macro_rules! comparisons {
    ($($name:ident $holds:expr;)*) => { $(
        fn $name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
            let holds: fn(Option<Ordering>) -> bool = $holds;
            done(order(cx, f).map_or(Value::NOT_IMPLEMENTED, |o| Value::bool(holds(o))))
        }
    )* };
}

comparisons! {
    lt |o| o.is_some_and(Ordering::is_lt);
    le |o| o.is_some_and(Ordering::is_le);
    eq |o| o == Some(Ordering::Equal);
    ne |o| o != Some(Ordering::Equal);
    gt |o| o.is_some_and(Ordering::is_gt);
    ge |o| o.is_some_and(Ordering::is_ge);
}

fn receiver(cx: &Cx<'_>, f: &NativeFrame) -> f64 {
    cx.as_float(f.args[0]).expect("a method of float")
}

fn divide(cx: &mut Cx<'_>, a: Value, b: Value) -> NativeResult {
    let pair = numbers::divmod(cx, a, b)?;
    done(pair.unwrap_or(Value::NOT_IMPLEMENTED))
}

fn divmod(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    divide(cx, f.args[0], f.args[1])
}

fn rdivmod(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    divide(cx, f.args[1], f.args[0])
}

fn no_modulus(cx: &mut Cx<'_>, m: Value) -> Result<(), Raise> {
    match m.some() {
        None => Ok(()),
        Some(_) => Err(cx.type_error("pow() 3rd argument not allowed unless all arguments are integers")),
    }
}

fn pow(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    no_modulus(cx, f.args[2])?;
    binary(cx, BinOp::Pow, f.args[0], f.args[1])
}

fn rpow(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    no_modulus(cx, f.args[2])?;
    binary(cx, BinOp::Pow, f.args[1], f.args[0])
}

fn neg(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::float(-receiver(cx, f)))
}

fn abs(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::float(receiver(cx, f).abs()))
}

fn plain(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::float(receiver(cx, f)))
}

fn as_tuple(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let x = receiver(cx, f);
    done(cx.new_tuple(&[Value::float(x)]))
}

fn zero(_: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::float(0.0))
}

fn hash(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::int(crate::hashes::hash_float(receiver(cx, f))))
}

fn truth(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::bool(receiver(cx, f) != 0.0))
}

fn repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let text = text::float_repr(receiver(cx, f));
    done(cx.new_str(&text))
}

fn format_(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    format_with(cx, f)
}

fn whole(cx: &mut Cx<'_>, result: text::Result<text::Int>) -> NativeResult {
    let i = cx.checked(result)?;
    done(cx.text_int(i))
}

fn trunc(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    whole(cx, text::float_to_int(receiver(cx, f)))
}

fn floor(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    whole(cx, text::float_floor(receiver(cx, f)))
}

fn ceil(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    whole(cx, text::float_ceil(receiver(cx, f)))
}

fn round(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let x = receiver(cx, f);
    let Some(digits) = f.args[1].some() else { return whole(cx, text::float_round_to_int(x)) };
    let digits = numbers::clamped(&int(cx, digits)?);
    let rounded = cx.checked(text::round_float(x, digits))?;
    done(Value::float(rounded))
}

fn is_integer(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::bool(text::float_is_integer(receiver(cx, f))))
}

fn ratio(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (p, q) = cx.checked(text::as_integer_ratio(receiver(cx, f)))?;
    let pair = [cx.text_int(p), cx.text_int(q)];
    done(cx.new_tuple(&pair))
}

fn hex(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let text = text::float_hex(receiver(cx, f));
    done(cx.new_str(&text))
}

fn fromhex(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let Some(s) = cx.as_str(f.args[1]) else {
        return Err(cx.type_error("bad argument type for built-in operation"));
    };
    let x = cx.checked(text::float_fromhex(s.as_str()))?;
    if f.args[0].is(classes::FLOAT.into()) {
        return done(Value::float(x));
    }
    Ok(Step::Tail(f.args[0], [Value::float(x)].into_iter().collect()))
}

/// A float of a class: the exact one, or an object of a subclass.
pub(super) fn float_of_class(cx: &mut Cx<'_>, class: Ref, x: f64) -> Value {
    match class {
        classes::FLOAT => Value::float(x),
        _ => cx.new_object(class, Body::Float(x)).into(),
    }
}

/// `float(x)`
fn new_float(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class_argument(cx, f.args[0], classes::FLOAT)?;
    let v = f.args[1];
    let x = if !v.is_set() {
        0.0
    } else if format::is_exact_number(cx, v) {
        let n = cx.operand(v).expect("a number");
        cx.float_of(&n)?
    } else if let Some(s) = cx.as_str(v) {
        cx.checked(text::float_from_str(s.as_str()))?
    } else if let Some(Body::Bytes(b)) = cx.body(v) {
        let spelled: String = b.iter().map(|&b| char::from(b)).collect();
        match text::parse_float(&spelled) {
            Some(x) => x,
            None => {
                let shown = format::plain_repr(cx, v).unwrap_or_default();
                return Err(cx.value_error(format!("could not convert string to float: {shown}")));
            }
        }
    } else {
        return Ok(cx.tail("float_of", &[class.into(), v]));
    };
    done(float_of_class(cx, class, x))
}
